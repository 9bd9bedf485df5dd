use core::fmt;

use jiff::civil::Date;

use crate::words::Misspelling;
use crate::words::text::trim;
use crate::words::{Rule, Spelling};

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
/// [`Misspelling`] for any other form, and for a day that the calendar does not have.
pub fn parse_date(text: &str) -> Result<Date, Misspelling> {
    let trimmed = trim(text);
    let invalid = |reason| Misspelling::new(Spelling::Date, text, trimmed, 0, reason);
    let form = || invalid(Rule::DateForm);
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = trimmed.as_bytes() else { return Err(form()) };
    if ![y0, y1, y2, y3, m0, m1, d0, d1].iter().all(u8::is_ascii_digit) {
        return Err(form());
    }
    let two = |tens: u8, ones: u8| ((tens - b'0') * 10 + (ones - b'0')) as i8;
    let year = i16::from(two(y0, y1)) * 100 + i16::from(two(y2, y3));
    Date::new(year, two(m0, m1), two(d0, d1)).map_err(|_| invalid(Rule::NoSuchDay))
}

/// A date as ISO 8601 writes it. The date's own `Display` keeps a panic among its paths.
#[derive(Clone, Copy)]
pub(crate) struct DateText(pub(crate) Date);

impl fmt::Display for DateText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        if year < 0 {
            write!(f, "-{:06}-{month:02}-{day:02}", year.unsigned_abs())
        } else {
            write!(f, "{year:04}-{month:02}-{day:02}")
        }
    }
}
