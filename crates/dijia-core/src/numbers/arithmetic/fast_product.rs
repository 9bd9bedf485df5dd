//! Products with unrounded term and growth coefficients in 64-bit floating point of whole numbers, with an error bound.
//!
//! What the bound does not decide is `None`, and goes to the wider precisions.

use super::{
    Factor,
    addend::Addend,
    fast_power::{self, Bounded},
    fraction::ShortFraction,
    links,
    parts::Parts,
    power::{GrowthPower, TermPowers},
    power_of_ten::power_of_ten,
    settle::Doubled,
};

/// mantissa · 2^exponent · (1 ± error · 2^-63), the mantissa's leading bit being set.
///
/// Errors add up; the products of errors that are left out of the sum are below 2^-63 for as long as each error is below
/// 2^30, and one more unit a step pays for them.
#[derive(Clone, Copy, Debug)]
struct Float {
    mantissa: u64,
    exponent: i32,
    error: u64,
}

impl Float {
    const ONE: Float = Float { mantissa: 1 << 63, exponent: -63, error: 0 };

    /// Cutting a value to its leading 64 bits loses less than a unit.
    #[inline]
    fn new(value: u128, exponent: i32, error: u64) -> Option<Float> {
        let shift = value.checked_ilog2()? as i32 - 63;
        let (mantissa, error) = if shift > 0 {
            ((value >> shift.unsigned_abs()) as u64, error.checked_add(1)?)
        } else {
            ((value as u64) << shift.unsigned_abs(), error)
        };
        (error < 1 << 30).then_some(())?;
        Some(Float { mantissa, exponent: exponent.checked_add(shift)?, error })
    }

    #[inline]
    fn times(self, other: Float) -> Option<Float> {
        Float::new(
            u128::from(self.mantissa).wrapping_mul(u128::from(other.mantissa)),
            self.exponent.checked_add(other.exponent)?,
            self.error.checked_add(other.error)?.checked_add(1)?,
        )
    }

    #[inline]
    fn over(self, other: Float) -> Option<Float> {
        // Above 2^63, so that the floor loses less than a unit; 1/(1 − e) adds another at most.
        let quotient = (u128::from(self.mantissa) << 64).checked_div(u128::from(other.mantissa))?;
        Float::new(
            quotient,
            self.exponent.checked_sub(other.exponent)?.checked_sub(64)?,
            self.error.checked_add(other.error)?.checked_add(3)?,
        )
    }

    #[inline]
    fn bounded(value: Bounded) -> Option<Float> {
        // The error in units of 2^-63 of the value itself, rounded up.
        let length = value.mantissa.checked_ilog2()?;
        let error = u128::from(value.error) << 63_u32.checked_sub(length)?;
        Float::new(u128::from(value.mantissa), value.exponent, u64::try_from(error).ok()?.checked_add(1)?)
    }
}

/// ∏ factors + addend at `places`, both ends of its interval settled to the same figure.
pub(super) fn product(factors: &[Factor], addend: Addend, places: u32) -> Option<Doubled> {
    let mut above = Float::ONE;
    let mut below = Float::ONE;
    // Whole factors are gathered first: an exact multiplication for several of them, instead of a rounding each.
    let (mut gathered_above, mut gathered_below) = (2_u64, 1_u64);
    let mut scale = 0_i32;
    let gather = |gathered: &mut u64, side: &mut Float, factor: u64| -> Option<()> {
        match gathered.checked_mul(factor) {
            Some(both) => *gathered = both,
            None => {
                *side = side.times(Float::new(u128::from(*gathered), 0, 0)?)?;
                *gathered = factor;
            }
        }
        Some(())
    };
    for factor in factors {
        match *factor {
            Factor::Links { links, inverse } => {
                for link in links::each(links) {
                    let (magnitude, digits) = link?;
                    let magnitude = u64::try_from(magnitude).ok()?;
                    if inverse {
                        gather(&mut gathered_below, &mut below, magnitude)?;
                        scale = scale.checked_sub(digits)?;
                    } else {
                        gather(&mut gathered_above, &mut above, magnitude)?;
                        scale = scale.checked_add(digits)?;
                    }
                }
            }
            Factor::Decimal(value) => {
                let value = Parts::positive(value)?;
                gather(&mut gathered_above, &mut above, u64::try_from(value.magnitude).ok()?)?;
                scale = scale.checked_add(value.scale as i32)?;
            }
            Factor::Ratio { numerator, denominator } => {
                let numerator = Parts::positive(numerator)?;
                let denominator = Parts::positive(denominator)?;
                gather(&mut gathered_above, &mut above, u64::try_from(numerator.magnitude).ok()?)?;
                gather(&mut gathered_below, &mut below, u64::try_from(denominator.magnitude).ok()?)?;
                scale = scale.checked_add(numerator.scale as i32)?.checked_sub(denominator.scale as i32)?;
            }
            Factor::Interpolation { x0, y0, x1, y1, x } => {
                let short = ShortFraction::interpolation([x0, y0, x1, y1, x])?;
                gather(&mut gathered_above, &mut above, short.numerator)?;
                gather(&mut gathered_below, &mut below, short.denominator)?;
                scale = scale.checked_add(short.scale)?;
            }
            Factor::Term { rate, remaining, statutory } => {
                if let Some(powers) = TermPowers::new(rate, remaining, statutory).ok()? {
                    let [remaining, statutory] = fast_power::complements(&powers)?;
                    above = above.times(Float::bounded(remaining)?)?;
                    below = below.times(Float::bounded(statutory)?)?;
                }
            }
            Factor::Growth { rate, months } => {
                if let Some(power) = GrowthPower::new(rate, months).ok()? {
                    let inverse = Float::bounded(fast_power::inverse(&power)?)?;
                    let side = if power.inverse { &mut above } else { &mut below };
                    *side = side.times(inverse)?;
                }
            }
        }
    }
    above = above.times(Float::new(u128::from(gathered_above), 0, 0)?)?;
    if gathered_below != 1 {
        below = below.times(Float::new(u128::from(gathered_below), 0, 0)?)?;
    }
    let shift = (places as i32).checked_sub(scale)?;
    let ten = Float::new(power_of_ten(shift.unsigned_abs())?, 0, 0)?;
    if shift < 0 {
        below = below.times(ten)?;
    } else {
        above = above.times(ten)?;
    }
    let doubled = above.over(below)?;

    // A mantissa below 2^64 turns a unit of error into less than two of its last place; one more makes the bounds strict.
    let error = u128::from(doubled.error.wrapping_mul(2).wrapping_add(1));
    let mantissa = u128::from(doubled.mantissa);
    // A mantissa that reaches past the point leaves nothing to decide by.
    let drop = doubled.exponent.checked_neg().and_then(|drop| u32::try_from(drop).ok())?;
    let floor = |bound: u128| bound.checked_shr(drop).unwrap_or(0);
    let low = addend.add_narrow(floor(mantissa.checked_sub(error)?), true, places)?;
    let high = addend.add_narrow(floor(mantissa.checked_add(error)?), true, places)?;
    // The next whole number above half of each: the same one means that no half-way figure lies between or at them.
    let nearest = |bound: Doubled| bound.floor.wrapping_add(1) >> 1;
    (nearest(low) == nearest(high)).then_some(low)
}
