use jiff::civil::Date;

use crate::text::{Misspelling, trim};
use crate::{Error, Result};

/// Reads a date as ISO 8601 writes it, `2020-10-08`.
///
/// ```
/// use dijia_core::{Date, parse_date};
///
/// assert_eq!(parse_date("2020-10-08"), Ok(Date::constant(2020, 10, 8)));
/// assert!(parse_date("2023-02-29").is_err() && parse_date("8.10.2020").is_err());
/// ```
///
/// # Errors
///
/// [`Error::InvalidDate`] for any other form, and for a day that the calendar does not have.
pub fn parse_date(text: &str) -> Result<Date> {
    let trimmed = trim(text);
    let invalid = |reason| Error::InvalidDate(Misspelling::new(text, trimmed, 0, reason));
    let form = || invalid("a date is expected as year-month-day, such as 2020-10-08");
    let mut parts = trimmed.split('-');
    let mut part = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse::<i16>().ok())
    };
    let (year, month, day) = (part(4).ok_or_else(form)?, part(2).ok_or_else(form)?, part(2).ok_or_else(form)?);
    if parts.next().is_some() {
        return Err(form());
    }
    let (month, day) = (i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
    Date::new(year, month, day).map_err(|_| invalid("the calendar has no such day"))
}

#[cfg(feature = "serde")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serialize_with calls takes a reference")]
pub(crate) fn serialize<S: serde::Serializer>(date: &Date, serializer: S) -> core::result::Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}
