//! One factor as an exact fraction.

use bnum::Uint;
use rust_decimal::Decimal;

use super::{ArithmeticError, parts::Parts, wide};

/// 512 bits, enough for an interpolation between any four decimals.
pub(super) type Term = Uint<64>;

/// numerator / denominator · 10^-scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) numerator: Term,
    pub(super) denominator: Term,
    pub(super) scale: i32,
}

/// A fraction whose terms fit one limb each.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShortFraction {
    pub(super) numerator: u64,
    pub(super) denominator: u64,
    pub(super) scale: i32,
}

impl Fraction {
    /// magnitude · 10^-scale, or its inverse.
    pub(super) fn whole(magnitude: u128, scale: i32, inverse: bool) -> Fraction {
        let (magnitude, one) = (wide::from_u128(magnitude), wide::from_u128(1));
        if inverse {
            Fraction { numerator: one, denominator: magnitude, scale: scale.wrapping_neg() }
        } else {
            Fraction { numerator: magnitude, denominator: one, scale }
        }
    }

    pub(super) fn decimal(value: Decimal) -> Option<Fraction> {
        let value = Parts::positive(value)?;
        Some(Fraction::whole(value.magnitude, value.scale as i32, false))
    }

    pub(super) fn ratio(numerator: Decimal, denominator: Decimal) -> Option<Fraction> {
        let numerator = Parts::positive(numerator)?;
        let denominator = Parts::positive(denominator)?;
        Some(Fraction {
            numerator: wide::from_u128(numerator.magnitude),
            denominator: wide::from_u128(denominator.magnitude),
            scale: (numerator.scale as i32).wrapping_sub(denominator.scale as i32),
        })
    }

    /// y0 + (y1 − y0)(x − x0)/(x1 − x0), as \[y0·(x1 − x) + y1·(x − x0)\] / (x1 − x0), which subtracts no ordinate.
    pub(super) fn interpolation(points: [Decimal; 5]) -> Result<Fraction, ArithmeticError> {
        let [x0, y0, x1, y1, x] = points;
        let y0 = Parts::positive(y0).ok_or(ArithmeticError::OutOfDomain)?;
        let y1 = Parts::positive(y1).ok_or(ArithmeticError::OutOfDomain)?;
        let to_right = difference(x1, x).ok_or(ArithmeticError::OutOfDomain)?;
        let to_left = difference(x, x0).ok_or(ArithmeticError::OutOfDomain)?;
        // Abscissas in units of 10^-28 stay below 2^191 and ordinates below 2^189, so the numerator is below 2^381.
        let left = units(y0).wrapping_mul(to_right);
        let right = units(y1).wrapping_mul(to_left);
        let denominator = to_right.wrapping_add(to_left);
        if wide::is_zero(&denominator) {
            return Err(ArithmeticError::OutOfDomain);
        }
        Ok(Fraction { numerator: left.wrapping_add(right), denominator, scale: FINEST as i32 })
    }
}

/// The finest scale of a `Decimal`.
const FINEST: u32 = 28;

fn units(value: Parts) -> Term {
    let whole = wide::from_u128(value.magnitude);
    // 2^96 · 10^28 is far below 2^512.
    wide::times_power_of_ten(whole, FINEST.wrapping_sub(value.scale)).unwrap_or(whole)
}

/// a − b in units of 10^-28; `None` when it is negative.
fn difference(a: Decimal, b: Decimal) -> Option<Term> {
    let left = units(Parts::of(a));
    let right = units(Parts::of(b));
    match (a.mantissa() < 0, b.mantissa() < 0) {
        (false, true) => Some(left.wrapping_add(right)),
        (true, false) => (wide::is_zero(&left) && wide::is_zero(&right)).then(wide::zero),
        (false, false) => (left >= right).then(|| left.wrapping_sub(right)),
        (true, true) => (right >= left).then(|| right.wrapping_sub(left)),
    }
}

impl ShortFraction {
    /// `None` when a term does not fit; the wide form then has the last word.
    #[inline]
    pub(super) fn interpolation(points: [Decimal; 5]) -> Option<ShortFraction> {
        let [x0, y0, x1, y1, x] = points;
        let abscissa = x0.scale().max(x1.scale()).max(x.scale());
        let ordinate = y0.scale().max(y1.scale());
        let x0 = signed(x0, abscissa)?;
        let x1 = signed(x1, abscissa)?;
        let x = signed(x, abscissa)?;
        let y0 = u64::try_from(signed(y0, ordinate)?).ok()?;
        let y1 = u64::try_from(signed(y1, ordinate)?).ok()?;
        let to_right = u64::try_from(x1.checked_sub(x)?).ok()?;
        let to_left = u64::try_from(x.checked_sub(x0)?).ok()?;
        if y0 == 0 || y1 == 0 {
            return None;
        }
        let numerator = y0.checked_mul(to_right)?.checked_add(y1.checked_mul(to_left)?)?;
        let denominator = to_right.checked_add(to_left)?;
        (denominator != 0).then_some(ShortFraction { numerator, denominator, scale: ordinate as i32 })
    }
}

/// The value in units of 10^-scale, if it fits.
#[inline]
fn signed(value: Decimal, scale: u32) -> Option<i64> {
    let magnitude = i64::try_from(Parts::of(value).rescaled(scale)?).ok()?;
    Some(if value.mantissa() < 0 { magnitude.wrapping_neg() } else { magnitude })
}
