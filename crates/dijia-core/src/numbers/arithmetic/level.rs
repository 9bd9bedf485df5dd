//! Products with term and growth coefficients to any of several precisions, each with its error bound.

use bnum::Uint;

use super::{
    ArithmeticError, Factor,
    addend::Addend,
    fraction::Fraction,
    power::{Base, Exponent, GrowthPower, TermPowers},
    power_of_ten::Divisor,
    settle::Doubled,
    wide,
};

/// Half of the N bytes, in bits: what a mantissa holds, so that a product of two fits.
const fn precision<const N: usize>() -> u32 {
    (N as u32).wrapping_mul(4)
}

/// mantissa · 2^exponent · (1 ± error · 2^(1 − precision)); the mantissa's leading bit is set.
#[derive(Clone, Copy, Debug)]
struct Float<const N: usize> {
    mantissa: Uint<N>,
    exponent: i32,
    error: u128,
}

impl<const N: usize> Float<N> {
    /// `None` for zero. Cutting the value to its leading bits costs one unit of error.
    fn normalized(value: Uint<N>, exponent: i32, error: u128) -> Option<Float<N>> {
        let length = wide::bits(&value);
        if length == 0 {
            return None;
        }
        let shift = (precision::<N>() as i32).wrapping_sub(length as i32);
        Some(Float {
            mantissa: wide::scaled(value, shift)?,
            exponent: exponent.checked_sub(shift)?,
            error: error.checked_add(u128::from(shift < 0))?,
        })
    }

    fn integer<const M: usize>(value: Uint<M>) -> Option<Float<N>> {
        let surplus = wide::bits(&value).saturating_sub(precision::<N>());
        let kept = wide::scaled(value, (surplus as i32).wrapping_neg())?;
        Float::normalized(wide::resized(&kept)?, surplus as i32, u128::from(surplus > 0))
    }

    fn small(value: u64) -> Option<Float<N>> {
        Float::integer(wide::from_u128::<N>(u128::from(value)))
    }

    /// (1 + a)(1 + b) − 1 = a + b + ab, and ab is less than a unit for as long as errors stay below half the precision.
    fn joint_error(self, other: Float<N>) -> Option<u128> {
        let sum = self.error.checked_add(other.error)?.checked_add(1)?;
        (sum < 1 << 62).then_some(sum)
    }

    fn times(self, other: Float<N>) -> Option<Float<N>> {
        Float::normalized(
            self.mantissa.wrapping_mul(other.mantissa),
            self.exponent.checked_add(other.exponent)?,
            self.joint_error(other)?,
        )
    }

    fn over(self, other: Float<N>) -> Option<Float<N>> {
        let length = precision::<N>();
        let (quotient, _) = wide::quotient(wide::scaled(self.mantissa, length as i32)?, other.mantissa)?;
        // One unit for the floor of a quotient of at least 2^(precision − 1), one for the second order of 1/(1 + b).
        Float::normalized(
            quotient,
            self.exponent.checked_sub(other.exponent)?.checked_sub(length as i32)?,
            self.joint_error(other)?.checked_add(2)?,
        )
    }

    fn power(mut self, mut exponent: u64) -> Option<Float<N>> {
        let mut power = Float::small(1)?;
        loop {
            if exponent & 1 == 1 {
                power = power.times(self)?;
            }
            exponent >>= 1;
            if exponent == 0 {
                return Some(power);
            }
            self = self.times(self)?;
        }
    }

    /// The value − 1 for a value above 1; `None` when nothing certain is left.
    fn minus_one(self) -> Option<Float<N>> {
        if self.exponent > 0 {
            // 1 is less than a unit of the last place.
            return Some(Float { error: self.error.checked_add(1)?, ..self });
        }
        let one = wide::scaled(wide::from_u128::<N>(1), self.exponent.wrapping_neg())?;
        if self.mantissa <= one {
            return None;
        }
        let rest = self.mantissa.wrapping_sub(one);
        // The absolute error stays, and is relative to 2^-lost or more of what it was relative to.
        let lost = precision::<N>().wrapping_sub(wide::bits(&rest)).wrapping_add(1);
        if self.error.checked_ilog2().unwrap_or(0).wrapping_add(lost) > 62 {
            return None;
        }
        Float::normalized(rest, self.exponent, self.error << lost)
    }
}

/// ln(above / below) in fixed point at `precision` places, with its error in units of the last.
///
/// 2·atanh z = Σ 2·z^(2k+1) / (2k+1), z = (above − below) / (above + below) ≤ 1/3. The power of z is within e ← e/9 + 1 < 2
/// units, its quotient by 2k + 1 within 3, and what is left when the power reaches zero within 3.
fn logarithm<const N: usize>(base: Base) -> Option<(Uint<N>, u128)> {
    let difference = base.above.checked_sub(base.below)?;
    let sum = base.above.checked_add(base.below)?;
    // 2 · 10^8 twice is below 2^29, so the squares fit.
    let square = difference.checked_mul(difference)?;
    let by_square = Divisor::new(sum.checked_mul(sum)?)?;
    let two = wide::scaled(wide::from_u128::<N>(2), precision::<N>() as i32)?;
    let (mut power, _) = wide::divided(wide::times(two, difference)?, &Divisor::new(sum)?);
    let mut logarithm = wide::zero::<N>();
    let mut terms = 0_u64;
    while !wide::is_zero(&power) {
        let odd = terms.wrapping_mul(2).wrapping_add(1);
        logarithm = logarithm.wrapping_add(wide::divided(power, &Divisor::new(odd)?).0);
        power = wide::divided(wide::times(power, square)?, &by_square).0;
        terms = terms.wrapping_add(1);
    }
    Some((logarithm, u128::from(terms).wrapping_mul(3).wrapping_add(3)))
}

/// e^y for y below 0.7 in fixed point at `precision` places.
///
/// A term is within e ← (0.7e + 1)/k + 1 < 7 units, and the error of y moves the sum by less than e^0.7 < 2.02 times itself.
fn exponential<const N: usize>(y: Uint<N>, error: u128) -> Option<Float<N>> {
    let places = precision::<N>() as i32;
    let mut term = wide::scaled(wide::from_u128::<N>(1), places)?;
    let mut sum = wide::zero::<N>();
    let mut terms = 0_u64;
    while !wide::is_zero(&term) {
        sum = sum.wrapping_add(term);
        terms = terms.wrapping_add(1);
        let next = wide::scaled(term.wrapping_mul(y), places.wrapping_neg())?;
        term = wide::divided(next, &Divisor::new(terms)?).0;
    }
    let error = error.checked_mul(3)?.checked_add(u128::from(terms).wrapping_mul(8).wrapping_add(8))?;
    Float::normalized(sum, places.wrapping_neg(), error)
}

/// base^exponent: the whole periods by multiplication, the rest through the logarithm.
fn power<const N: usize>(base: Base, exponent: Exponent) -> Option<Float<N>> {
    let (whole, rest) = exponent.split();
    let ratio = Float::small(base.above)?.over(Float::small(base.below)?)?;
    let power = ratio.power(whole)?;
    if rest == 0 {
        return Some(power);
    }
    let (logarithm, error) = logarithm::<N>(base)?;
    let y = wide::divided(wide::times(logarithm, rest)?, &Divisor::new(exponent.one())?).0;
    power.times(exponential(y, error.checked_add(1)?)?)
}

/// above / below, the two kept apart until the end.
struct Product<const N: usize> {
    above: Float<N>,
    below: Float<N>,
    scale: i32,
}

impl<const N: usize> Product<N> {
    fn fraction(&mut self, fraction: &Fraction) -> Option<()> {
        self.above = self.above.times(Float::integer(fraction.numerator)?)?;
        self.below = self.below.times(Float::integer(fraction.denominator)?)?;
        self.scale = self.scale.checked_add(fraction.scale)?;
        Some(())
    }

    /// With A = base^remaining and B = base^statutory, (1 − 1/A) / (1 − 1/B) = (A − 1)·B / ((B − 1)·A); the bracket of a term
    /// without end is 1.
    fn term(&mut self, powers: &TermPowers) -> Option<()> {
        if let Some(remaining) = powers.remaining {
            let remaining = power(powers.base, remaining)?;
            self.above = self.above.times(remaining.minus_one()?)?;
            self.below = self.below.times(remaining)?;
        }
        if let Some(statutory) = powers.statutory {
            let statutory = power(powers.base, statutory)?;
            self.above = self.above.times(statutory)?;
            self.below = self.below.times(statutory.minus_one()?)?;
        }
        Some(())
    }

    fn growth(&mut self, growth: &GrowthPower) -> Option<()> {
        let side = if growth.inverse { &mut self.below } else { &mut self.above };
        *side = side.times(power(growth.base, growth.exponent)?)?;
        Some(())
    }

    /// 2 · 10^places · the product.
    fn doubled(self, places: u32) -> Option<Float<N>> {
        let shift = (places as i32).checked_sub(self.scale)?;
        let ten = Float::small(10)?.power(u64::from(shift.unsigned_abs()))?;
        let (above, below) =
            if shift < 0 { (self.above, self.below.times(ten)?) } else { (self.above.times(ten)?, self.below) };
        let mut doubled = above.over(below)?;
        doubled.exponent = doubled.exponent.checked_add(1)?;
        Some(doubled)
    }
}

/// No doubled product this long has a sum that fits: the addend is below 2^96 · 2 · 10^28 < 2^191.
const LONGEST: i32 = 200;

/// The bounds of ∏ factors + addend, doubled at `places`; `None` when this precision says too little.
#[inline(never)]
pub(super) fn bounds<const N: usize>(
    factors: &[Factor],
    addend: Addend,
    places: u32,
) -> Result<Option<[Doubled; 2]>, ArithmeticError> {
    let Some(one) = Float::<N>::small(1) else { return Ok(None) };
    let mut product = Product { above: one, below: one, scale: 0 };
    for factor in factors {
        let done = match *factor {
            Factor::Term { rate, remaining, statutory } => match TermPowers::new(rate, remaining, statutory)? {
                Some(powers) => product.term(&powers),
                None => Some(()),
            },
            Factor::Growth { rate, months } => match GrowthPower::new(rate, months)? {
                Some(growth) => product.growth(&growth),
                None => Some(()),
            },
            _ => {
                let mut done = Some(());
                factor.each_fraction(|fraction| {
                    done = done.and_then(|()| product.fraction(fraction));
                    Ok(())
                })?;
                done
            }
        };
        if done.is_none() {
            return Ok(None);
        }
    }
    let Some(doubled) = product.doubled(addend.common_places(places)) else { return Ok(None) };
    let length = (precision::<N>() as i32).saturating_add(doubled.exponent);
    if length > LONGEST {
        return Err(ArithmeticError::TooManyDigits);
    }
    // error · 2^(1 − precision) of a mantissa below 2^precision, and one more so that the bounds hold strictly.
    let error = wide::from_u128::<N>(doubled.error.wrapping_mul(2).wrapping_add(2));
    if doubled.exponent.is_positive() || error >= doubled.mantissa {
        return Ok(None);
    }
    let bound = |mantissa: Uint<N>| {
        let floor = wide::scaled(mantissa, doubled.exponent).unwrap_or_else(wide::zero);
        addend.add_wide(floor, true, places)
    };
    Ok(Some([bound(doubled.mantissa.wrapping_sub(error))?, bound(doubled.mantissa.wrapping_add(error))?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At 128 bits: what is cut off costs one unit of error, and nothing else does.
    #[test]
    fn cutting_costs_a_unit() {
        let power = |exponent| wide::scaled(wide::from_u128::<32>(1), exponent).unwrap();
        let parts = |float: Option<Float<32>>| float.map(|float| (float.mantissa, float.exponent, float.error));
        let leading = power(127);
        for (bits, exponent, error) in [(0, -127, 5), (126, -1, 5), (127, 0, 5), (128, 1, 6), (200, 73, 6)] {
            assert_eq!(parts(Float::normalized(power(bits), 0, 5)), Some((leading, exponent, error)), "2^{bits}");
            assert_eq!(parts(Float::integer(power(bits))), Some((leading, exponent, error - 5)), "2^{bits}");
        }
        assert_eq!(parts(Float::normalized(wide::zero(), 0, 5)), None);
    }

    /// At 128 bits, with 2^n of an integer written out.
    #[test]
    fn one_less() {
        let sum = |powers: &[i32]| {
            let powers = powers.iter().map(|&exponent| wide::scaled(wide::from_u128::<32>(1), exponent).unwrap());
            powers.fold(wide::zero(), |sum: Uint<32>, power| sum.wrapping_add(power))
        };
        let minus_one = |powers: &[i32], exponent, error| {
            let float = Float::<32> { mantissa: sum(powers), exponent, error }.minus_one();
            float.map(|float| (float.mantissa, float.exponent, float.error))
        };
        // Where 1 is less than the last place, it is an error of less than a unit.
        assert_eq!(minus_one(&[127], 5, 3), Some((sum(&[127]), 5, 4)));
        // An integer: half of it is below the value less 1, so that errors count twice.
        assert_eq!(minus_one(&[127, 1], 0, 3), Some((sum(&[127, 0]), 0, 6)));
        // 1 + 2^-61 less 1: of 128 bits 61 are lost, and one more for safety; but never more than 62 with those of the error.
        assert_eq!(minus_one(&[127, 66], -127, 1), Some((sum(&[127]), -188, 1 << 62)));
        assert_eq!(minus_one(&[127, 66], -127, 2), None);
        assert_eq!(minus_one(&[127, 65], -127, 1), None);
        assert_eq!(minus_one(&[127], -127, 1), None);
    }

    /// Below 2^62, and one more unit for their product.
    #[test]
    fn errors_add_up() {
        let joint = |a, b| {
            let [a, b] = [a, b].map(|error| Float::<32> { error, ..Float::small(1).unwrap() });
            a.joint_error(b)
        };
        assert_eq!(joint(3, 4), Some(8));
        assert_eq!(joint((1 << 62) - 5, 3), Some((1 << 62) - 1));
        assert_eq!(joint((1 << 62) - 4, 3), None);
    }
}
