//! (1 + rate)^exponent, taken apart and checked.

use rust_decimal::Decimal;

use super::{ArithmeticError, parts::Parts, power_of_ten::power_of_ten};
use crate::numbers::Term;

/// Decimal places of a rate.
pub(super) const RATE_PLACES: u32 = 8;
/// Decimal places of an exponent.
const EXPONENT_PLACES: u32 = 4;
/// The largest exponent, in periods.
const LONGEST: u128 = 1_200;

/// above / below in lowest terms, above > below: 1 + rate, or its inverse for a negative rate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Base {
    /// At most 2 · 10^8.
    pub(super) above: u64,
    pub(super) below: u64,
}

impl Base {
    /// The base of a rate in \[−1/2, 1\] other than 0, and whether it is the inverse of 1 + rate.
    #[inline]
    pub(super) fn new(rate: Decimal) -> Result<(Base, bool), ArithmeticError> {
        let negative = rate.mantissa() < 0;
        let rate = Parts::of(rate).stripped();
        if rate.scale > RATE_PLACES {
            return Err(ArithmeticError::TooManyDigits);
        }
        let one = power_of_ten(rate.scale).ok_or(ArithmeticError::TooManyDigits)?;
        let largest = if negative { one / 2 } else { one };
        if rate.magnitude == 0 || rate.magnitude > largest {
            return Err(ArithmeticError::OutOfDomain);
        }
        let (one, magnitude) = (one as u64, rate.magnitude as u64);
        let (above, below) =
            if negative { (one, one.wrapping_sub(magnitude)) } else { (one.wrapping_add(magnitude), one) };
        Ok((Base { above, below }, negative))
    }

    /// The same ratio in lowest terms.
    pub(super) fn reduced(self) -> Base {
        let common = greatest_common_divisor(self.above, self.below);
        Base {
            above: self.above.checked_div(common).unwrap_or(self.above),
            below: self.below.checked_div(common).unwrap_or(self.below),
        }
    }
}

/// magnitude · 10^-scale periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exponent {
    /// At most 1,200 · 10^4.
    pub(super) magnitude: u64,
    /// Without trailing zeros, and at most 4.
    pub(super) scale: u32,
}

impl Exponent {
    /// The absolute value of an exponent of at most 1,200 periods.
    #[inline]
    pub(super) fn new(value: Decimal) -> Result<Exponent, ArithmeticError> {
        let value = Parts::of(value).stripped();
        if value.scale > EXPONENT_PLACES {
            return Err(ArithmeticError::TooManyDigits);
        }
        let one = power_of_ten(value.scale).ok_or(ArithmeticError::TooManyDigits)?;
        if value.magnitude > one.wrapping_mul(LONGEST) {
            return Err(ArithmeticError::OutOfDomain);
        }
        Ok(Exponent { magnitude: value.magnitude as u64, scale: value.scale })
    }

    /// In units of 10^-4 periods.
    #[inline]
    pub(super) fn units(self) -> u64 {
        let factor = power_of_ten(EXPONENT_PLACES.wrapping_sub(self.scale)).unwrap_or(1) as u64;
        self.magnitude.wrapping_mul(factor)
    }

    /// 10^scale.
    #[inline]
    pub(super) fn one(self) -> u64 {
        power_of_ten(self.scale).unwrap_or(1) as u64
    }

    /// The whole periods, and what is left in units of 10^-scale.
    pub(super) fn split(self) -> (u64, u64) {
        let one = self.one();
        (self.magnitude.checked_div(one).unwrap_or(self.magnitude), self.magnitude.checked_rem(one).unwrap_or(0))
    }
}

/// The term coefficient's base and its remaining and statutory terms, none for one without end.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermPowers {
    pub(super) base: Base,
    pub(super) remaining: Option<Exponent>,
    pub(super) statutory: Option<Exponent>,
}

impl TermPowers {
    /// `None` when the two terms are equal and the coefficient is therefore 1.
    #[inline]
    pub(super) fn new(rate: Decimal, remaining: Term, statutory: Term) -> Result<Option<TermPowers>, ArithmeticError> {
        let exponent = |term| match term {
            Term::Years(years) if years.mantissa() <= 0 => Err(ArithmeticError::OutOfDomain),
            Term::Years(years) => Exponent::new(years).map(Some),
            Term::Perpetual => Ok(None),
        };
        if rate.mantissa() <= 0 {
            return Err(ArithmeticError::OutOfDomain);
        }
        let (base, _) = Base::new(rate)?;
        let (remaining, statutory) = (exponent(remaining)?, exponent(statutory)?);
        Ok((remaining != statutory).then_some(TermPowers { base, remaining, statutory }))
    }

    /// Whether the remaining term is the shorter one, so that the coefficient is below 1.
    #[inline]
    pub(super) fn is_shorter(&self) -> bool {
        match (self.remaining, self.statutory) {
            (Some(remaining), Some(statutory)) => remaining.units() < statutory.units(),
            (remaining, _) => remaining.is_some(),
        }
    }
}

/// base^±exponent.
#[derive(Clone, Copy, Debug)]
pub(super) struct GrowthPower {
    pub(super) base: Base,
    pub(super) exponent: Exponent,
    /// Whether the power is below 1.
    pub(super) inverse: bool,
}

impl GrowthPower {
    /// `None` when the power is 1.
    #[inline]
    pub(super) fn new(rate: Decimal, months: Decimal) -> Result<Option<GrowthPower>, ArithmeticError> {
        let exponent = Exponent::new(months)?;
        if rate.is_zero() || exponent.magnitude == 0 {
            return Ok(None);
        }
        let (base, inverse) = Base::new(rate)?;
        Ok(Some(GrowthPower { base, exponent, inverse: inverse != (months.mantissa() < 0) }))
    }
}

pub(super) fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while let Some(remainder) = a.checked_rem(b) {
        a = b;
        b = remainder;
    }
    a
}
