//! Numbers that stand for something.

use crate::failure::{Failure, Result};
use crate::status::DIJIA_INVALID_ENUMERATOR;

/// The number is none of them.
pub const INVALID: Failure = Failure::of(DIJIA_INVALID_ENUMERATOR);

/// The element of a list that a number counts.
pub fn element<T: Copy>(list: &[T], number: u32) -> Result<T> {
    usize::try_from(number).ok().and_then(|index| list.get(index)).copied().ok_or(INVALID)
}
