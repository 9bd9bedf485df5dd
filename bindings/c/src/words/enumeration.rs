//! Numbers that stand for something.

use crate::failure::{Detail, Failure, Result};
use crate::status::DIJIA_INVALID_ENUMERATOR;

/// The number is none of the values of that type, or of that field.
pub const fn invalid(of: &'static str, number: u32) -> Failure {
    Failure { detail: Detail::Enumerator { of, number }, ..Failure::of(DIJIA_INVALID_ENUMERATOR) }
}

/// The element of a list whose first has that number.
pub fn element<T: Copy>(list: &[T], first: u32, of: &'static str, number: u32) -> Result<T> {
    let index = number.checked_sub(first).and_then(|index| usize::try_from(index).ok());
    index.and_then(|index| list.get(index)).copied().ok_or(invalid(of, number))
}
