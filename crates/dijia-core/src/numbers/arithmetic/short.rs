//! Products and quotients of a limb or two, rounded once: what most prices, areas and amounts are.
//!
//! `None` says nothing of a figure but that it is longer; the wider ways then have the last word.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{
    Factor,
    addend::Addend,
    parts::Parts,
    power_of_ten::{Divisor, LIMB_DIGITS, LimbDivisor, divisor_of_ten, limb_divisor_of_ten, power_of_ten},
    settle::decimal,
};
use crate::numbers::RoundingMode;

/// Takes whole units of one scale to whole units of another, rounded once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShortRounding {
    /// 10^n for the other scale's n places more; 1 where it has fewer.
    factor: u64,
    /// Divides before `last` where one limb of digits is not all there is to divide by.
    first: Option<&'static Divisor>,
    last: &'static Divisor,
    /// The same as `last`, for one limb.
    limb: &'static LimbDivisor,
    mode: RoundingMode,
}

impl ShortRounding {
    pub(crate) fn new(scale: u32, places: u32, mode: RoundingMode) -> Option<Self> {
        let beyond = scale.saturating_sub(places);
        let (first, last) = match beyond.checked_sub(LIMB_DIGITS) {
            None | Some(0) => (None, beyond),
            Some(more) => (Some(divisor_of_ten(more)?), LIMB_DIGITS),
        };
        Some(Self {
            factor: short_power_of_ten(places.saturating_sub(scale))?,
            first,
            last: divisor_of_ten(last)?,
            limb: limb_divisor_of_ten(last)?,
            mode,
        })
    }

    #[inline]
    pub(crate) fn round(&self, units: u128) -> Option<u64> {
        let units = if self.factor == 1 { units } else { units.checked_mul(u128::from(self.factor))? };
        match u64::try_from(units) {
            Ok(units) if self.first.is_none() => self.round_limb(units),
            _ => self.round_limbs(units),
        }
    }

    /// The floor of what is half a unit more; and half-way to an odd neighbour, the even one below it.
    #[inline]
    fn round_limb(&self, units: u64) -> Option<u64> {
        let power = self.limb.power();
        let more = units.checked_add(power >> 1)?;
        let nearest = self.limb.divide(more);
        let is_tie = || power > 1 && nearest.wrapping_mul(power) == more;
        let even = self.mode == RoundingMode::HalfEven && nearest & 1 == 1 && is_tie();
        Some(nearest.wrapping_sub(u64::from(even)))
    }

    #[inline(never)]
    fn round_limbs(&self, units: u128) -> Option<u64> {
        let (mut high, mut low, mut lost) = ((units >> 64) as u64, units as u64, false);
        if let Some(first) = self.first {
            let rest;
            (high, rest) = first.step(0, high);
            let (floor, rest) = first.step(rest, low);
            (low, lost) = (floor, rest != 0);
        }
        let (floor, rest) = self.last.step(0, high);
        if floor != 0 {
            return None;
        }
        let (floor, rest) = self.last.step(rest, low);
        nearest(floor, rest, self.limb.power(), lost, self.mode)
    }
}

/// numerator ÷ denominator, rounded once to a whole number.
#[inline]
pub(crate) fn round_quotient(numerator: u64, denominator: u64, mode: RoundingMode) -> Option<u64> {
    let floor = numerator.checked_div(denominator)?;
    nearest(floor, numerator.wrapping_sub(floor.wrapping_mul(denominator)), denominator, false, mode)
}

/// The whole number nearest to floor + rest ÷ divisor, and a little more where something below the rest was lost. Nothing
/// is lost but where the divisor is even, so that the little cannot make up for what the rest lacks to a half.
#[inline]
fn nearest(floor: u64, rest: u64, divisor: u64, lost: bool, mode: RoundingMode) -> Option<u64> {
    let up = match rest.cmp(&divisor.wrapping_sub(rest)) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => lost || mode == RoundingMode::HalfUp || floor & 1 == 1,
    };
    floor.checked_add(u64::from(up))
}

/// 10^exponent, where it fits.
#[inline]
pub(crate) fn short_power_of_ten(exponent: u32) -> Option<u64> {
    u64::try_from(power_of_ten(exponent)?).ok()
}

/// The units with so many places more, if they fit.
#[inline]
pub(crate) fn rescaled(units: i128, places: u32) -> Option<i128> {
    if places == 0 {
        return Some(units);
    }
    times(units, i128::try_from(power_of_ten(places)?).ok()?)
}

/// The product, if it fits; that of two limbs does.
#[inline]
pub(super) fn times(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a).wrapping_mul(i128::from(b))),
        _ => a.checked_mul(b),
    }
}

/// ∏ factors + addend at `places`, where all factors are decimals.
#[inline]
pub(super) fn product(factors: &[Factor], addend: Addend, places: u32, mode: RoundingMode) -> Option<Decimal> {
    // Two limbs, each without a carry: their product fits.
    let (mut limb, mut other) = (1_u64, 1_u64);
    let mut scale = 0_u32;
    for factor in factors {
        let Factor::Decimal(value) = *factor else { return None };
        let value = Parts::positive(value)?;
        let magnitude = u64::try_from(value.magnitude).ok()?;
        scale = scale.wrapping_add(value.scale);
        match limb.checked_mul(magnitude) {
            Some(both) => limb = both,
            None => other = other.checked_mul(magnitude)?,
        }
    }
    let product = addend.add_short(u128::from(limb).wrapping_mul(u128::from(other)), scale)?;
    let units = ShortRounding::new(scale, places, mode)?.round(product)?;
    decimal(i128::from(units), places).ok()
}
