//! Real numbers between two fractions, and their rounding where both bounds round alike.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Pow, Signed, Zero};

use crate::number::power_of_ten;

/// Bits after the point of a root, about 96 digits.
const ROOT_BITS: i64 = 320;
/// Leading bits of a bound that is not exact; more than a root has.
const KEPT_BITS: i64 = 400;
/// Longest power that is computed exactly.
const LONGEST_EXACT: u32 = 200;

/// The value lies between the two, and is both where they are equal.
#[derive(Clone, Debug)]
pub struct Bounds {
    pub low: BigRational,
    pub high: BigRational,
}

impl From<BigRational> for Bounds {
    fn from(value: BigRational) -> Self {
        Self { low: value.clone(), high: value }
    }
}

/// Arithmetic on positive values.
impl Bounds {
    fn is_exact(&self) -> bool {
        self.low == self.high
    }

    pub fn times(&self, other: &Self) -> Self {
        Self { low: product(&self.low, &other.low), high: product(&self.high, &other.high) }.shortened()
    }

    fn over(&self, other: &Self) -> Self {
        Self { low: product(&self.low, &other.high.recip()), high: product(&self.high, &other.low.recip()) }.shortened()
    }

    pub fn plus(&self, other: &BigRational) -> Self {
        Self { low: &self.low + other, high: &self.high + other }
    }

    /// 1 − 1/value.
    fn discount(&self) -> Self {
        let of = |value: &BigRational| BigRational::new_raw(value.numer() - value.denom(), value.numer().clone());
        Self { low: of(&self.low), high: of(&self.high) }
    }

    /// Bounds that are wider by a little and have fewer digits.
    fn shortened(self) -> Self {
        if self.is_exact() { self } else { self.cut() }
    }

    fn cut(self) -> Self {
        let cut = |value: BigRational, up: u8| {
            let length = value.numer().bits() as i64 - value.denom().bits() as i64;
            scaled_floor(&value, KEPT_BITS - length, up)
        };
        Self { low: cut(self.low, 0), high: cut(self.high, 1) }
    }

    /// The value in units of that place, rounded; none where the bounds do not tell. Of what is too long for a decimal
    /// they need not tell the last digits.
    pub fn rounded(&self, places: u32, half_even: bool) -> Option<BigInt> {
        let low = rounded(&self.low, places, half_even);
        if self.is_exact() {
            return Some(low);
        }
        let high = rounded(&self.high, places, half_even);
        let too_long = low.bits() > 96 && high.bits() > 96;
        (low == high || too_long).then_some(low)
    }
}

/// In no lowest terms: to find these takes longer than all else.
fn product(a: &BigRational, b: &BigRational) -> BigRational {
    BigRational::new_raw(a.numer() * b.numer(), a.denom() * b.denom())
}

fn rounded(value: &BigRational, places: u32, half_even: bool) -> BigInt {
    let (whole, rest) = (value.numer().abs() * power_of_ten(places)).div_rem(value.denom());
    let up = match (rest * 2_u8).cmp(value.denom()) {
        Ordering::Less => false,
        Ordering::Equal => !half_even || whole.bit(0),
        Ordering::Greater => true,
    };
    let magnitude = whole + u8::from(up);
    if value.is_negative() { -magnitude } else { magnitude }
}

/// ⌊value · 2^bits⌋ and so many more, over 2^bits.
fn scaled_floor(value: &BigRational, bits: i64, more: u8) -> BigRational {
    let scaled = product(value, &power_of_two(bits));
    let floor = scaled.numer().div_floor(scaled.denom()) + more;
    product(&floor.into(), &power_of_two(-bits))
}

fn power_of_two(exponent: i64) -> BigRational {
    let power = BigRational::from(BigInt::one() << exponent.unsigned_abs());
    if exponent < 0 { power.recip() } else { power }
}

/// Ky = (1 − base^−m) ÷ (1 − base^−n), for a base above 1 and 0 < m ≤ n.
pub fn term_coefficient(base: &BigRational, remaining: &BigRational, statutory: &BigRational) -> Bounds {
    if remaining == statutory {
        return BigRational::one().into();
    }
    power(base, remaining).discount().over(&power(base, statutory).discount())
}

/// A positive base to the power of an exponent of at most 4 places.
pub fn power(base: &BigRational, exponent: &BigRational) -> Bounds {
    if exponent.is_negative() {
        return power(&base.recip(), &-exponent);
    }
    let degree = u32::try_from(exponent.denom()).expect("at most 10,000");
    if let Some(root) = exact_root(base, degree) {
        return whole_power(&root, u32::try_from(exponent.numer()).expect("at most 1,200 periods"));
    }
    let whole = exponent.floor();
    let mut product = whole_power(base, u32::try_from(whole.numer()).expect("at most 1,200 periods"));
    let mut rest = exponent - whole;
    let mut root = Bounds::from(base.clone());
    // base^0.3357 is the product of base^0.1 three times, base^0.01 three times, …
    while !rest.is_zero() {
        root = Bounds { low: tenth_root(&root.low, 0), high: tenth_root(&root.high, 1) };
        rest *= BigInt::from(10);
        let digit = rest.floor();
        for _ in 0..u32::try_from(digit.numer()).expect("a digit") {
            product = product.times(&root);
        }
        rest -= digit;
    }
    product
}

fn whole_power(base: &BigRational, exponent: u32) -> Bounds {
    let power = |exponent| BigRational::new_raw(base.numer().pow(exponent), base.denom().pow(exponent));
    if exponent <= LONGEST_EXACT || base.is_one() {
        return power(exponent).into();
    }
    let part = Bounds::from(power(LONGEST_EXACT)).cut();
    let mut product = Bounds::from(power(exponent % LONGEST_EXACT)).cut();
    for _ in 0..exponent / LONGEST_EXACT {
        product = product.times(&part);
    }
    product
}

/// The fraction whose power to that degree is the value.
fn exact_root(value: &BigRational, degree: u32) -> Option<BigRational> {
    let root = |of: &BigInt| {
        let root = of.magnitude().nth_root(degree);
        (&Pow::pow(&root, degree) == of.magnitude()).then(|| BigInt::from(root))
    };
    Some(BigRational::new_raw(root(value.numer())?, root(value.denom())?))
}

/// The tenth root to [`ROOT_BITS`], or so many units above.
fn tenth_root(value: &BigRational, more: u8) -> BigRational {
    let scaled = product(value, &power_of_two(10 * ROOT_BITS)).to_integer();
    product(&(scaled.nth_root(10) + more).into(), &power_of_two(-ROOT_BITS))
}
