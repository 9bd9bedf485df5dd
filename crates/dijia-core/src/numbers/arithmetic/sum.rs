//! Exact sums of decimals and of products of two decimals.

use bnum::Uint;
use rust_decimal::Decimal;

use super::{
    ArithmeticError,
    addend::Addend,
    parts::Parts,
    power_of_ten::{divisor_of_ten, power_of_ten},
    rational::Product,
    settle::{Doubled, decimal},
    short::{rescaled, times},
    wide,
};
use crate::numbers::RoundingMode;

/// 512 bits: a product of two decimals in units of [`FINEST`] is below 2^379, so 2^133 of them fit.
type Side = Uint<64>;

/// Bytes of a sum that is divided: a sum of 512 bits times 10^56.
const QUOTIENT: usize = 128;

/// The finest scale of a product of two decimals.
const FINEST: u32 = 56;

/// A running sum, kept short for as long as it fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    /// In units of 10^-scale.
    short: i128,
    scale: u32,
    /// What did not fit, in units of 10^-56, by sign.
    above: Side,
    below: Side,
    spilled: bool,
    /// The finest scale of a term.
    finest: u32,
}

impl Sum {
    fn new() -> Sum {
        Sum { short: 0, scale: 0, above: wide::zero(), below: wide::zero(), spilled: false, finest: 0 }
    }

    #[inline]
    pub(super) fn of_products(terms: impl Iterator<Item = (Decimal, Decimal)>) -> Sum {
        let mut sum = Sum::new();
        for (a, b) in terms {
            sum.add(a, b);
        }
        sum
    }

    #[inline]
    pub(super) fn of(terms: impl Iterator<Item = Decimal>) -> Sum {
        let mut sum = Sum::new();
        for term in terms {
            // Most terms of a sum have as many places.
            match sum.short.checked_add(term.mantissa()) {
                Some(short) if term.scale() == sum.scale => sum.short = short,
                _ => sum.add(term, Decimal::ONE),
            }
        }
        sum
    }

    #[inline]
    fn add(&mut self, a: Decimal, b: Decimal) {
        self.finest = self.finest.max(a.scale().wrapping_add(b.scale()));
        if self.add_short(a, b).is_none() {
            self.add_wide(a, b);
        }
    }

    #[inline]
    fn add_short(&mut self, a: Decimal, b: Decimal) -> Option<()> {
        let product = times(a.mantissa(), b.mantissa())?;
        // At most 56.
        let scale = a.scale().wrapping_add(b.scale());
        let common = scale.max(self.scale);
        let short = rescaled(self.short, common.wrapping_sub(self.scale))?;
        let product = rescaled(product, common.wrapping_sub(scale))?;
        self.short = short.checked_add(product)?;
        self.scale = common;
        Some(())
    }

    fn add_wide(&mut self, a: Decimal, b: Decimal) {
        let (left, right) = (Parts::of(a), Parts::of(b));
        let product = wide::from_u128::<64>(left.magnitude).wrapping_mul(wide::from_u128(right.magnitude));
        let negative = (a.mantissa() < 0) != (b.mantissa() < 0);
        self.spill(product, left.scale.wrapping_add(right.scale), negative);
    }

    fn spill(&mut self, magnitude: Side, scale: u32, negative: bool) {
        // The bounds above leave no room for the fallback.
        let units = wide::times_power_of_ten(magnitude, FINEST.wrapping_sub(scale)).unwrap_or(magnitude);
        let side = if negative { &mut self.below } else { &mut self.above };
        *side = side.wrapping_add(units);
        self.spilled = true;
    }

    /// (magnitude in units of 10^-56, whether it is below zero).
    fn total(mut self) -> (Side, bool) {
        self.spill(wide::from_u128(self.short.unsigned_abs()), self.scale, self.short < 0);
        if self.above >= self.below {
            (self.above.wrapping_sub(self.below), false)
        } else {
            (self.below.wrapping_sub(self.above), true)
        }
    }

    #[inline]
    pub(super) fn rounded(self, places: u32, mode: RoundingMode) -> Result<Decimal, ArithmeticError> {
        if !self.spilled
            && let Some(doubled) = doubled(self.short, self.scale, places)
        {
            return doubled.settle(places, mode);
        }
        // Rounding is the same above and below zero, so the magnitude is rounded and its sign put back.
        let (magnitude, negative) = self.total();
        let (floor, inexact) = wide::times(magnitude, 2)
            .and_then(|twice| wide::divided_by_power_of_ten(twice, FINEST.checked_sub(places)?))
            .ok_or(ArithmeticError::TooManyDigits)?;
        let floor =
            wide::to_u128(&floor).and_then(|floor| i128::try_from(floor).ok()).ok_or(ArithmeticError::TooManyDigits)?;
        let rounded = Doubled { floor, inexact }.settle(places, mode)?;
        if negative { decimal(rounded.mantissa().wrapping_neg(), places) } else { Ok(rounded) }
    }

    /// The sum, of which no term is below zero, divided by a number above zero.
    pub(super) fn divided(self, divisor: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal, ArithmeticError> {
        let divisor = Parts::positive(divisor).ok_or(ArithmeticError::OutOfDomain)?;
        let (magnitude, _) = self.total();
        let numerator = wide::resized(&magnitude).ok_or(ArithmeticError::TooManyDigits)?;
        let scale = (FINEST as i32).wrapping_sub(divisor.scale as i32);
        let quotient = Product::<QUOTIENT>::new(numerator, wide::from_u128(divisor.magnitude), scale);
        quotient.round(Addend::new(Decimal::ZERO), places)?.settle(places, mode)
    }

    /// The sum itself, at the finest scale of its terms where that fits, else at the finest that does.
    #[inline]
    pub(super) fn exact(self) -> Result<Decimal, ArithmeticError> {
        if !self.spilled
            && let Ok(value) = decimal(self.short, self.scale)
        {
            return Ok(value);
        }
        let (mut magnitude, negative) = self.total();
        let mut scale = FINEST;
        let ten = divisor_of_ten(1).ok_or(ArithmeticError::TooManyDigits)?;
        loop {
            if scale <= self.finest
                && let Some(units) = wide::to_u128(&magnitude).and_then(|units| i128::try_from(units).ok())
                && let Ok(value) = decimal(if negative { units.wrapping_neg() } else { units }, scale)
            {
                return Ok(value);
            }
            let (shorter, lost) = wide::divided(magnitude, ten);
            if lost || scale == 0 {
                return Err(ArithmeticError::TooManyDigits);
            }
            magnitude = shorter;
            scale = scale.wrapping_sub(1);
        }
    }
}

/// One decimal, doubled at `places`. `None` when 128 bits are too few.
#[inline]
pub(super) fn doubled(units: i128, scale: u32, places: u32) -> Option<Doubled> {
    let twice = units.checked_mul(2)?;
    if scale <= places {
        let floor = rescaled(twice, places.wrapping_sub(scale))?;
        return Some(Doubled { floor, inexact: false });
    }
    let unit = i128::try_from(power_of_ten(scale.wrapping_sub(places))?).ok()?;
    // Most figures fit one limb, whose division is several times faster.
    let (floor, left) = match (i64::try_from(twice), i64::try_from(unit)) {
        (Ok(twice), Ok(unit)) => {
            (i128::from(twice.checked_div_euclid(unit)?), i128::from(twice.checked_rem_euclid(unit)?))
        }
        _ => (twice.checked_div_euclid(unit)?, twice.checked_rem_euclid(unit)?),
    };
    Some(Doubled { floor, inexact: left != 0 })
}
