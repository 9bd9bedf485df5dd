//! Term and growth coefficients in 64-bit fixed point, with an error bound that decides all but a few in 10^10.
//!
//! Every function here returns `None` when its bound does not decide the last place.
//! In what follows an ulp is a unit of the last binary place of the format named.

use super::{
    binary_power_table::{COARSE, FINE},
    power::{Base, Exponent, GrowthPower, TermPowers},
    power_of_ten::{divisor_of_ten, power_of_ten},
};

/// The high half of a product; a product of two fractions at 64 places, rounded down by less than one ulp.
#[inline]
fn high(a: u64, b: u64) -> u64 {
    (u128::from(a).wrapping_mul(u128::from(b)) >> 64) as u64
}

/// The high half of a product of two numbers at 63 places.
#[inline]
fn high63(a: u64, b: u64) -> u64 {
    (u128::from(a).wrapping_mul(u128::from(b)) >> 63) as u64
}

/// log2(above / below) at 62 places, within 4 ulps.
///
/// log2 = (2 / ln 2) · atanh z with z = (above − below) / (above + below) ≤ 1/3, and
/// atanh z = z + z · s, s = z²/3 + z⁴/5 + …  At 64 places:
/// - z is within 1 ulp and z² within 2/3 + 1 < 1.7;
/// - a Horner step h ← 1/(2k+1) + z²·h adds 1 for its constant, 1 for its product and 0.36 · 1.7 for z² (h < 0.36), and
///   keeps 1/9 of the error before it: 2.62 / (1 − 1/9) < 3;
/// - the terms left out are below (1/9)^20 / 43 · 9/8 < 2^-68 of h, or for z ≤ 1/17 below 2^-69;
/// - s = z²·h is within 3/9 + 0.62 + 1 < 2, and z + z·s within 1 + 2/3 + 0.04 + 1 < 3;
/// - the product with (2 / ln 2) / 4 < 0.7214, itself within 1, is within 3 · 0.7214 + 0.35 + 1 < 4, and is log2 at 62 places.
#[inline]
fn log2(base: Base) -> Option<u64> {
    const QUARTER_OF_TWO_OVER_LN_2: u64 = 0xb8aa_3b29_5c17_f0bb;
    // ⌊2^64 / (2k + 1)⌋ for k = 1, 2, …
    const INVERSE_ODD: [u64; 20] = {
        let mut inverses = [0; 20];
        let mut k = 0;
        while k < 20 {
            inverses[k] = ((1_u128 << 64) / (2 * k as u128 + 3)) as u64;
            k += 1;
        }
        inverses
    };

    /// ⌊2^64 / 17⌋
    const SEVENTEENTH: u64 = 0x0f0f_0f0f_0f0f_0f0f;

    let difference = base.above.wrapping_sub(base.below);
    let sum = base.above.wrapping_add(base.below);
    let z = (u128::from(difference) << 64).checked_div(u128::from(sum))? as u64;
    let square = high(z, z);
    let horner = |h: u64, inverse: &u64| inverse.wrapping_add(high(square, h));
    // z ≤ 1/17 below a rate of an eighth.
    let series = if z <= SEVENTEENTH {
        INVERSE_ODD.first_chunk::<8>()?.iter().rev().fold(0, horner)
    } else {
        INVERSE_ODD.iter().rev().fold(0, horner)
    };
    let atanh = z.wrapping_add(high(z, high(square, series)));
    Some(high(atanh, QUARTER_OF_TWO_OVER_LN_2))
}

/// base^-exponent = fraction · 2^-(63 + halvings).
struct Inverse {
    /// At 63 places, in [2^62, 2^63].
    fraction: u64,
    halvings: u32,
    /// In ulps of `fraction`.
    error: u64,
}

/// The logarithm's 4 ulps become 4 · exponent, and 1 more for the division: y is within 4e + 1 at 62 places, which is
/// 8e + 2 at 63, and moves 2^-y by at most ln 2 times that, 5.6e + 1.4. To that [`negative_power`] adds 5.
#[inline]
fn inverse_power(logarithm: u64, exponent: Exponent) -> Option<Inverse> {
    // At most 2^62 · 1.2 · 10^7 < 2^86.
    let product = u128::from(logarithm).wrapping_mul(u128::from(exponent.magnitude));
    let y = if exponent.scale == 0 {
        product
    } else {
        let mut limbs = [(product >> 64) as u64, product as u64];
        divisor_of_ten(exponent.scale)?.divide(limbs.iter_mut());
        let [high, low] = limbs;
        (u128::from(high) << 64) | u128::from(low)
    };
    let periods = exponent.magnitude.checked_div(exponent.one())?.wrapping_add(1);
    Some(Inverse {
        fraction: negative_power((y as u64) << 2)?,
        halvings: (y >> 62) as u32,
        error: periods.wrapping_mul(6).wrapping_add(7),
    })
}

/// 2^-x at 63 places for x at 64 places, within 5 ulps.
///
/// x = i/64 + j/4096 + g, g < 2^-12, and 2^-g = 1 − g·(c1 − g·(c2 − g·(c3 − g·c4))), ck = (ln 2)^k / k!. The terms left out
/// are below (ln 2)^5 / 120 · 2^-60 < 2^-69. Each ck is within 1 ulp at 64 places and each product within 1 more, so the
/// bracket is within 3 and g times it within 1.1; halved and rounded for 63 places, 2^-g is within 1.6 < 2.
/// The table's entries are within 1/2: their product is within 1/2 + 1/2 + 1 = 2, and that times 2^-g within 2 + 2 + 1 = 5.
#[inline]
fn negative_power(x: u64) -> Option<u64> {
    const C1: u64 = 0xb172_17f7_d1cf_79ab;
    const C2: u64 = 0x3d7f_7bff_058b_1d50;
    const C3: u64 = 0x0e35_846b_8250_5fc5;
    const C4: u64 = 0x0276_556d_f749_cee5;

    let coarse = *COARSE.get((x >> 58) as usize)?;
    let fine = *FINE.get(((x >> 52) & 63) as usize)?;
    let g = x & ((1 << 52) - 1);
    let bracket = C3.wrapping_sub(high(g, C4));
    let bracket = C2.wrapping_sub(high(g, bracket));
    let bracket = C1.wrapping_sub(high(g, bracket));
    let rest = (1_u64 << 63).wrapping_sub(high(g, bracket) >> 1);
    Some(high63(high63(coarse, fine), rest))
}

impl Inverse {
    /// 1 − base^-exponent at 63 places, and its error in ulps.
    #[inline]
    fn complement(&self) -> (u64, u64) {
        // Shifting rounds once more, the fraction and the error alike.
        let fraction = self.fraction.checked_shr(self.halvings).unwrap_or(0);
        let error = self.error.checked_shr(self.halvings).unwrap_or(0);
        ((1_u64 << 63).wrapping_sub(fraction), error.wrapping_add(2))
    }
}

/// (mantissa ± error) · 2^exponent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounded {
    pub(super) mantissa: u64,
    pub(super) exponent: i32,
    pub(super) error: u64,
}

/// 1 − base^-remaining and 1 − base^-statutory, whose quotient is the term coefficient; 1 of a term without end.
#[inline]
pub(super) fn complements(powers: &TermPowers) -> Option<[Bounded; 2]> {
    let logarithm = log2(powers.base)?;
    let complement = |exponent: Option<Exponent>| {
        let Some(exponent) = exponent else { return Some(Bounded { mantissa: 1 << 63, exponent: -63, error: 0 }) };
        let (mantissa, error) = inverse_power(logarithm, exponent)?.complement();
        Some(Bounded { mantissa, exponent: -63, error })
    };
    Some([complement(powers.remaining)?, complement(powers.statutory)?])
}

/// base^-exponent.
#[inline]
pub(super) fn inverse(power: &GrowthPower) -> Option<Bounded> {
    let inverse = inverse_power(log2(power.base)?, power.exponent)?;
    let exponent = (inverse.halvings as i32).wrapping_add(63).wrapping_neg();
    Some(Bounded { mantissa: inverse.fraction, exponent, error: inverse.error })
}

/// The most places decided here: 2 · 10^12 < 2^41 leaves room in 128 bits.
const PLACES: u32 = 12;

/// The term coefficient in units of 10^-places.
#[inline]
pub(super) fn term(powers: &TermPowers, places: u32) -> Option<i128> {
    // What is above 1 goes to the wider levels: the bounds below are those of a quotient of at most 1.
    if places > PLACES || !powers.is_shorter() {
        return None;
    }
    let [Bounded { mantissa: above, error: above_error, .. }, Bounded { mantissa: below, error: below_error, .. }] =
        complements(powers)?;
    // A rate or a term so small that little is left of the difference goes to the wider levels.
    let length = below.checked_ilog2()?;
    if length < 40 {
        return None;
    }
    let doubled = power_of_ten(places)?.wrapping_mul(2);
    // below < 2^(length + 1) and above ≤ below + errors, so the quotient stays below 2^64.
    let spare = 62_u32.checked_sub(doubled.checked_ilog2()?)?;
    let scale = doubled << spare;
    let value = u128::from(above).wrapping_mul(scale).checked_div(u128::from(below))?;
    // |(a + e)/(b + f) − a/b| ≤ (e + f · a/b) / (b − f): with a/b < 1.001 and b ≥ 2^length far above f, twice the sum of the
    // errors over 2^length covers it; 2 more for this rounding and that of the division.
    let error = (scale.wrapping_mul(u128::from(above_error.wrapping_add(below_error))) >> length.wrapping_sub(1))
        .wrapping_add(2);
    decided(value, error, spare)
}

/// The growth coefficient in units of 10^-places.
#[inline]
pub(super) fn growth(power: &GrowthPower, places: u32) -> Option<i128> {
    if places > PLACES {
        return None;
    }
    let inverse = inverse_power(log2(power.base)?, power.exponent)?;
    let doubled = power_of_ten(places)?.wrapping_mul(2);
    let (fraction, error, shift) = if power.inverse {
        (inverse.fraction, inverse.error, inverse.halvings.checked_add(63)?)
    } else {
        // 1/x for x at 63 places in [1/2, 1] is in [1, 2] at 62 places; the error grows by less than 1/x² ≤ 4 halved, twice
        // over for the second order, plus the division's own.
        let reciprocal = (1_u128 << 125).checked_div(u128::from(inverse.fraction))?;
        let error = inverse.error.wrapping_mul(4).wrapping_add(2);
        (u64::try_from(reciprocal).ok()?, error, 62_u32.checked_sub(inverse.halvings)?)
    };
    if shift >= u128::BITS {
        // Below 2^63 · 2^41 · 2^-128: nothing, and no tie.
        return Some(0);
    }
    let value = doubled.wrapping_mul(u128::from(fraction));
    decided(value, doubled.wrapping_mul(u128::from(error)), shift)
}

/// Half of value · 2^-shift to the nearest whole number, where value ± error agree on it.
///
/// The bounds hold strictly, so the two can agree only when no tie lies between them or at either.
#[inline]
fn decided(value: u128, error: u128, shift: u32) -> Option<i128> {
    let nearest = |bound: u128| ((bound >> shift).wrapping_add(1)) >> 1;
    let lowest = nearest(value.saturating_sub(error));
    let highest = nearest(value.checked_add(error)?);
    (lowest == highest).then_some(lowest as i128)
}
