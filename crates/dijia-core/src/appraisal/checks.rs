//! What inputs are checked for, and the errors that say so.

use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::Ratio;
use crate::words::Quantity;

/// Whether the value, written without trailing zeros, has at most that many places.
pub(crate) fn has_places(value: Decimal, places: u32) -> bool {
    let beyond = value.scale().saturating_sub(places);
    beyond == 0 || 10_i128.checked_pow(beyond).is_some_and(|unit| value.mantissa() % unit == 0)
}

/// The ratio, of two positive numbers.
pub(crate) fn positive_ratio(quantity: Quantity, ratio: Ratio) -> Result<Ratio> {
    match ratio.not_positive() {
        Some(value) => Err(Error::NotPositive { quantity, value }),
        None => Ok(ratio),
    }
}

pub(crate) const fn missing(quantity: Quantity, needed_by: Quantity) -> Error {
    Error::Missing { quantity, needed_by }
}

pub(crate) const fn conflict(first: Quantity, second: Quantity) -> Error {
    Error::Conflict { first, second }
}
