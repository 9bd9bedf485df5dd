//! The rules that values are held to, and how a figure is rounded.

use dijia::{Error, Quantity, Rule};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::bounds::Bounds;
use crate::calendar::{Day, is_of_a_written_year};
use crate::input::Policy;
use crate::number::Number;

/// Why there is no figure.
#[derive(Debug)]
pub enum Refusal {
    Error(Error),
    /// A named coefficient that is not positive.
    Coefficient(String, Number),
    /// A name among the coefficients or the corrections that is given twice.
    Twice(Quantity, String),
    /// A factor correction that is not between -1 and 1, and whether it is in per cent.
    Factor(String, Number, bool),
    /// The model does not know: its bounds do not tell which figure is nearer.
    Unknown,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

pub type Result<T> = std::result::Result<T, Refusal>;

/// A figure as a worksheet shows it before it was rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    Not,
    As(String),
    Unknown,
}

pub fn check_policy(policy: Policy) -> Result<()> {
    let Policy { coefficient_places, unit_price_places, amount_places, .. } = policy;
    for places in [coefficient_places, Some(unit_price_places), Some(amount_places)].into_iter().flatten() {
        if places > 12 {
            return Err(Error::TooManyPlaces { places: places.into(), most: 12 }.into());
        }
    }
    Ok(())
}

pub fn conflict(first: Quantity, second: Quantity) -> Refusal {
    Error::Conflict { first, second }.into()
}

pub fn positive(quantity: Quantity, value: Number) -> Result<()> {
    if value.is_positive() { Ok(()) } else { Err(Error::NotPositive { quantity, value: value.decimal() }.into()) }
}

pub fn out_of_range(quantity: Quantity, value: Number, rule: Rule) -> Refusal {
    Error::OutOfRange { quantity, value: value.decimal(), rule }.into()
}

/// Positive, at most so much and of so many places.
pub fn in_range(quantity: Quantity, value: Number, most: i32, places: u32, rule: Rule) -> Result<()> {
    positive(quantity, value)?;
    if value.value() > BigRational::from(BigInt::from(most)) || value.shortened().places > places {
        return Err(out_of_range(quantity, value, rule));
    }
    Ok(())
}

/// Of a year from 1 to 9999.
pub fn written_year(quantity: Quantity, day: Option<Day>) -> Result<()> {
    match day {
        Some(day) if !is_of_a_written_year(day) => {
            let year = Number { negative: day.0 < 0, digits: day.0.unsigned_abs().into(), places: 0 };
            Err(out_of_range(quantity, year, Rule::YearRange))
        }
        _ => Ok(()),
    }
}

pub fn too_many(quantity: Quantity, count: usize, most: usize) -> Result<()> {
    if count > most { Err(Error::TooMany { quantity, count, most }.into()) } else { Ok(()) }
}

/// The value rounded once.
pub fn figure(exact: &Bounds, places: u8, half_even: bool, quantity: Quantity) -> Result<Number> {
    let units = exact.rounded(places.into(), half_even).ok_or(Refusal::Unknown)?;
    Ok(Number::of(&units, places.into()).ok_or(Error::TooManyDigits { quantity })?)
}

/// At most 12 places, or 6, or 2, of what is not rounded yet.
pub fn shown(exact: &Bounds) -> Shown {
    for places in [12, 6, 2] {
        let Some(units) = exact.rounded(places, false) else { return Shown::Unknown };
        if let Some(value) = Number::of(&units, places) {
            return Shown::As(value.shortened().text());
        }
    }
    Shown::Not
}
