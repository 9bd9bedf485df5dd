//! Exact arithmetic on decimals: every result is the exact real value, rounded once.
//!
//! Products are computed as whole numbers and divided once. Term and growth coefficients, which are irrational as a rule, are
//! computed to more and more bits until their rounding is certain. There is no binary floating point, no allocation and no
//! panic: what cannot be rounded correctly is an [`ArithmeticError`].

mod addend;
mod binary_power_table;
mod exactness;
mod fast_power;
mod fast_product;
mod fraction;
mod irrational;
mod level;
mod links;
mod narrow;
mod parts;
mod power;
mod power_of_ten;
mod rational;
mod settle;
mod short;
mod sum;
mod wide;

#[cfg(test)]
mod tests;

use core::fmt;

use rust_decimal::Decimal;

pub(crate) use self::links::Links;
pub(crate) use self::power_of_ten::power_of_ten;
pub(crate) use self::short::{ShortRounding, rescaled, round_quotient, short_power_of_ten};
use self::{addend::Addend, fraction::Fraction, sum::Sum};
use crate::numbers::{RoundingMode, Term};

/// One exact positive factor of a product.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Factor<'a> {
    /// A decimal above zero.
    Decimal(Decimal),
    /// The quotient of two decimals above zero.
    Ratio { numerator: Decimal, denominator: Decimal },
    /// y0 + (y1 − y0)(x − x0)/(x1 − x0) for x0 < x1, x0 ≤ x ≤ x1 and ordinates above zero.
    Interpolation { x0: Decimal, y0: Decimal, x1: Decimal, y1: Decimal, x: Decimal },
    /// The term coefficient Ky = \[1 − (1 + rate)^−remaining\] / \[1 − (1 + rate)^−statutory\]; a term without end makes its
    /// bracket 1.
    ///
    /// 0 < rate ≤ 1 with up to 8 decimal places, terms above 0 and at most 1,200 with up to 4.
    Term { rate: Decimal, remaining: Term, statutory: Term },
    /// (1 + rate)^months, −1/2 ≤ rate ≤ 1 with up to 8 decimal places, |months| ≤ 1,200 with up to 4.
    Growth { rate: Decimal, months: Decimal },
    /// The product of the links of a chain, each ÷ 100; or 1 ÷ that product.
    Links { links: &'a dyn Links, inverse: bool },
}

impl Factor<'_> {
    /// Calls with each of the fractions that the factor is the product of, one but for links.
    ///
    /// # Errors
    ///
    /// Those of the call; `OutOfDomain` for a factor that is irrational as a rule or outside its range.
    fn each_fraction(
        &self,
        mut call: impl FnMut(&Fraction) -> Result<(), ArithmeticError>,
    ) -> Result<(), ArithmeticError> {
        let fraction = match *self {
            Factor::Decimal(value) => Fraction::decimal(value),
            Factor::Ratio { numerator, denominator } => Fraction::ratio(numerator, denominator),
            Factor::Interpolation { x0, y0, x1, y1, x } => Some(Fraction::interpolation([x0, y0, x1, y1, x])?),
            Factor::Links { links, inverse } => {
                return links::each(links)
                    .try_for_each(|link| call(&links::fraction(link, inverse).ok_or(ArithmeticError::OutOfDomain)?));
            }
            Factor::Term { .. } | Factor::Growth { .. } => None,
        };
        call(&fraction.ok_or(ArithmeticError::OutOfDomain)?)
    }
}

/// Why there is no correctly rounded result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArithmeticError {
    /// The result, or what it is computed from, has more digits than can be carried.
    TooManyDigits,
    /// An argument is outside the range that its factor is defined for.
    OutOfDomain,
    /// 1,024 bits do not tell on which side of a half-way figure the value lies.
    Undecided,
}

impl fmt::Display for ArithmeticError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ArithmeticError::TooManyDigits => "too many digits to compute with",
            ArithmeticError::OutOfDomain => "an argument is out of range",
            ArithmeticError::Undecided => "too close to half-way to be rounded",
        })
    }
}

impl core::error::Error for ArithmeticError {}

/// The most decimal places of a result.
const MAX_PLACES: u32 = 28;

/// ∏ factors + addend, rounded once to `places` decimal places.
///
/// # Errors
///
/// `OutOfDomain` for a factor outside its range, `TooManyDigits` when the result does not fit a `Decimal`, or when the
/// mantissas above or below the fraction line, with the powers of ten between them, exceed 4,096 bits. `Undecided` cannot
/// happen with at most one `Term` and one `Growth`, except within 2^-800 or so of a half-way figure.
pub(crate) fn round_product(
    factors: &[Factor],
    addend: Decimal,
    places: u32,
    mode: RoundingMode,
) -> Result<Decimal, ArithmeticError> {
    if places > MAX_PLACES {
        return Err(ArithmeticError::TooManyDigits);
    }
    let addend = Addend::new(addend);
    if let [factor] = factors
        && addend.is_zero()
        && let Some(decided) = irrational::single(factor, places)?
    {
        return Ok(decided);
    }
    if irrational::concerns(factors) {
        irrational::product(factors, addend, places, mode)
    } else if let Some(decided) = short::product(factors, addend, places, mode) {
        Ok(decided)
    } else {
        rational::product(factors, addend, places)?.settle(places, mode)
    }
}

/// Σ aᵢ·bᵢ, rounded once to `places` decimal places.
///
/// # Errors
///
/// `TooManyDigits` when the result does not fit a `Decimal`.
pub(crate) fn round_sum_of_products(
    terms: impl Iterator<Item = (Decimal, Decimal)>,
    places: u32,
    mode: RoundingMode,
) -> Result<Decimal, ArithmeticError> {
    if places > MAX_PLACES {
        return Err(ArithmeticError::TooManyDigits);
    }
    Sum::of_products(terms).rounded(places, mode)
}

/// Σ aᵢ·bᵢ ÷ divisor for terms of no negative number and a divisor above zero, rounded once to `places` decimal places.
///
/// # Errors
///
/// `OutOfDomain` for a divisor that is not above zero, `TooManyDigits` when the result does not fit a `Decimal`.
pub(crate) fn round_mean(
    terms: impl Iterator<Item = (Decimal, Decimal)>,
    divisor: Decimal,
    places: u32,
    mode: RoundingMode,
) -> Result<Decimal, ArithmeticError> {
    if places > MAX_PLACES {
        return Err(ArithmeticError::TooManyDigits);
    }
    Sum::of_products(terms).divided(divisor, places, mode)
}

/// The exact sum, at the finest scale of its terms.
///
/// # Errors
///
/// `TooManyDigits` when the sum does not fit a `Decimal`.
pub(crate) fn exact_sum(values: impl Iterator<Item = Decimal>) -> Result<Decimal, ArithmeticError> {
    Sum::of(values).exact()
}

/// One decimal, rounded to `places` decimal places.
///
/// # Errors
///
/// `TooManyDigits` when the result does not fit a `Decimal`.
pub(crate) fn round(value: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal, ArithmeticError> {
    if places > MAX_PLACES {
        return Err(ArithmeticError::TooManyDigits);
    }
    match sum::doubled(value.mantissa(), value.scale(), places) {
        Some(doubled) => doubled.settle(places, mode),
        // More than 127 bits of doubled units do not fit a decimal's 96.
        None => Err(ArithmeticError::TooManyDigits),
    }
}
