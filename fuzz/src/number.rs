//! Decimals as the models have them, and arbitrary ones.

use arbitrary::{Arbitrary, Result, Unstructured};
use dijia::Decimal;
use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{Pow, Signed, Zero};

/// Digits over a power of ten: 28 places at most, and digits below 2⁹⁶.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    pub negative: bool,
    pub digits: u128,
    pub places: u32,
}

/// What a number is for, so that most of those made up have a meaning there.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Prices, areas, costs.
    Amount,
    /// Plot ratios, coefficients, indices.
    Ratio,
    /// Rates, growth, corrections, shares.
    Fraction,
    /// Remaining terms in years.
    Years,
    /// Statutory terms in years.
    WholeYears,
}

impl Number {
    pub const ONE: Self = Self { negative: false, digits: 1, places: 0 };

    /// The number of that many units of that place; none where a decimal does not hold it.
    pub fn of(units: &BigInt, places: u32) -> Option<Self> {
        let digits = u128::try_from(units.magnitude()).ok().filter(|digits| digits >> 96 == 0)?;
        (places <= 28).then_some(Self { negative: units.is_negative(), digits, places })
    }

    /// One in ten is of any size, and few are negative.
    pub fn arbitrary(u: &mut Unstructured, kind: Kind) -> Result<Self> {
        let shape = u8::arbitrary(u)?;
        let (digits, places) = match (shape % 32, kind) {
            (0..=15, Kind::Amount) => (u16::arbitrary(u)?.into(), u8::arbitrary(u)? % 4),
            (0..=15, Kind::Ratio) => (u128::from(u16::arbitrary(u)?) % 20_000, 4),
            (0..=15, Kind::Fraction) => (u128::from(u16::arbitrary(u)?) % 1_000, 3 + u8::arbitrary(u)? % 2),
            (0..=15, Kind::Years) => (u128::from(u16::arbitrary(u)?) % 4_001, 2),
            (0..=28, Kind::WholeYears) => (1 + u128::from(u8::arbitrary(u)?) % 100, 0),
            (16..=28, Kind::Amount) => (u32::arbitrary(u)?.into(), u8::arbitrary(u)? % 9),
            (16..=28, Kind::Ratio) => (u8::arbitrary(u)?.into(), u8::arbitrary(u)? % 3),
            (16..=28, Kind::Fraction) => (u128::from(u32::arbitrary(u)?) % 1_000_001, 6),
            (16..=28, Kind::Years) => (u128::from(u32::arbitrary(u)?) % 1_000_001, 4),
            (29, _) => (u32::arbitrary(u)?.into(), u8::arbitrary(u)? % 9),
            (30, _) => ((1 << 96) - 1 - u128::from(u8::arbitrary(u)?), u8::arbitrary(u)? % 29),
            _ => (u128::arbitrary(u)? >> 32 >> (u8::arbitrary(u)? % 97), u8::arbitrary(u)? % 29),
        };
        let negative = shape >= if matches!(kind, Kind::Fraction) { 0xe0 } else { 0xfb };
        Ok(Self { negative, digits, places: places.into() })
    }

    /// The mean of two numbers, the first one weighing so many eighths; none where a decimal does not hold it.
    pub fn mean(self, other: Self, eighths: u8) -> Option<Self> {
        let places = self.places.max(other.places);
        let [this, other] = [self, other].map(|number| number.units() * power_of_ten(places - number.places));
        let units = this * eighths + other * (8 - eighths);
        Self::of(&(units * 125), places + 3)
    }

    pub fn decimal(self) -> Decimal {
        let [low, middle, high] = [0, 32, 64].map(|from| (self.digits >> from) as u32);
        Decimal::from_parts(low, middle, high, self.negative, self.places)
    }

    /// In units of its last place.
    pub fn units(self) -> BigInt {
        let digits = BigInt::from(self.digits);
        if self.negative { -digits } else { digits }
    }

    pub fn value(self) -> BigRational {
        BigRational::new(self.units(), power_of_ten(self.places))
    }

    pub fn is_positive(self) -> bool {
        !self.negative && self.digits > 0
    }

    pub fn negated(self) -> Self {
        Self { negative: !self.negative, ..self }
    }

    /// Without trailing zeros after the point.
    pub fn shortened(self) -> Self {
        let mut shorter = self;
        while shorter.places > 0 && shorter.digits.is_multiple_of(10) {
            shorter = Self { digits: shorter.digits / 10, places: shorter.places - 1, ..shorter };
        }
        shorter
    }

    pub fn text(self) -> String {
        let digits = format!("{:0>width$}", self.digits, width = self.places as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.places as usize);
        let sign = if self.negative && self.digits > 0 { "-" } else { "" };
        let point = if part.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{part}")
    }
}

/// The exact sum at the finest place of its terms; where a decimal does not hold that, at the finest that it does hold.
pub fn sum(values: impl IntoIterator<Item = Number>) -> Option<Number> {
    let values: Vec<Number> = values.into_iter().collect();
    let mut places = values.iter().map(|value| value.places).max().unwrap_or(0);
    let mut units: BigInt = values.iter().map(|value| value.units() * power_of_ten(places - value.places)).sum();
    loop {
        if let Some(sum) = Number::of(&units, places) {
            return Some(sum);
        }
        if places == 0 || !(&units % BigInt::from(10)).is_zero() {
            return None;
        }
        units /= BigInt::from(10);
        places -= 1;
    }
}

pub fn power_of_ten(exponent: u32) -> BigInt {
    BigUint::from(10_u8).pow(exponent).into()
}
