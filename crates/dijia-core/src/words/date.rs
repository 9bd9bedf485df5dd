use core::fmt;

use jiff::civil::Date;

use crate::words::Misspelling;
use crate::words::text::{digit, hyphen, trim};
use crate::words::{Rule, Spelling};

/// Reads a date: the year in four digits, month and day, joined by hyphens, strokes or points (`2020-10-08`, `2020/10/8`,
/// `2020.10.8`), followed by 年, 月 and 日 (`2020年10月8日`), or as eight digits (`20201008`); what spreadsheets write behind
/// one, the time 00:00:00, may follow. Digits and signs are half- or full-width.
///
/// Eight digits are no guess: days or months first, a date of the years from 1900 to 2099 would have the month 19 or 20.
///
/// ```
/// use dijia_core::{Date, parse_date};
///
/// for spelling in ["2020-10-08", "2020/10/8", "2020.10.8", "2020年10月8日", "20201008", "2020-10-08 00:00:00"] {
///     assert_eq!(parse_date(spelling), Ok(Date::constant(2020, 10, 8)));
/// }
/// // Neither a day that the calendar does not have, nor one of which nobody can say which it is, nor a time of a day.
/// assert!(["2023-02-29", "8.10.2020", "20-10-8", "2020-10-08 08:30"].iter().all(|text| parse_date(text).is_err()));
/// ```
///
/// # Errors
///
/// [`Misspelling`] for any other form, for a day that the calendar does not have, and for the year 0: dates run from the
/// year 1 to the year 9999.
pub fn parse_date(text: &str) -> Result<Date, Misspelling> {
    let trimmed = trim(text);
    read(trimmed.as_bytes()).map_err(|(at, rule)| Misspelling::new(Spelling::Date, text, trimmed, at, rule))
}

/// Whether the date is one that text can say.
pub(crate) fn is_of_a_year_with_four_digits(date: Date) -> bool {
    (1..=9999).contains(&date.year())
}

/// Reads UTF-8 text; the error is the byte offset and the rule.
fn read(text: &[u8]) -> Result<Date, (usize, Rule)> {
    let at = |rest: &[u8]| text.len().saturating_sub(rest.len());
    let form = |rest: &[u8]| (at(rest), Rule::DateForm);

    let (year, rest) = digits(text, 4, 4).map_err(form)?;
    if year == 0 {
        return Err((0, Rule::DateYear));
    }
    let (joined, month_text) = Form::read(rest);
    let least = if joined == Form::Digits { 2 } else { 1 };
    let (month, rest) = digits(month_text, least, 2).map_err(|_| form(month_text))?;
    let first = Date::new(year as i16, month as i8, 1).map_err(|_| (at(month_text), Rule::NoSuchDay))?;
    let day_text = joined.between_month_and_day(rest).ok_or(form(rest))?;
    let (day, rest) = digits(day_text, least, 2).map_err(|_| form(day_text))?;
    let date = Date::new(first.year(), first.month(), day as i8).map_err(|_| (at(day_text), Rule::NoSuchDay))?;
    let rest = joined.after_day(rest).ok_or(form(rest))?;
    match rest {
        [] => Ok(date),
        [b' ' | b'T', time @ ..] => midnight(time).map(|()| date).map_err(|(rest, rule)| (at(rest), rule)),
        _ => Err((at(rest), Rule::DateEnd)),
    }
}

/// What joins the parts of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Digits,
    Hyphens,
    Strokes,
    Points,
    Chinese,
}

impl Form {
    /// What stands between year and month, and what follows it.
    fn read(text: &[u8]) -> (Self, &[u8]) {
        match text {
            [b'/', rest @ ..] | [0xef, 0xbc, 0x8f, rest @ ..] => (Self::Strokes, rest),
            [b'.', rest @ ..] | [0xef, 0xbc, 0x8e, rest @ ..] => (Self::Points, rest),
            // 年
            [0xe5, 0xb9, 0xb4, rest @ ..] => (Self::Chinese, rest),
            _ => hyphen(text).map_or((Self::Digits, text), |rest| (Self::Hyphens, rest)),
        }
    }

    fn between_month_and_day(self, text: &[u8]) -> Option<&[u8]> {
        match self {
            Self::Chinese => text.strip_prefix("月".as_bytes()),
            _ => Some(Self::read(text)).filter(|(form, _)| *form == self).map(|(_, rest)| rest),
        }
    }

    fn after_day(self, text: &[u8]) -> Option<&[u8]> {
        if self == Self::Chinese { text.strip_prefix("日".as_bytes()) } else { Some(text) }
    }
}

/// The number in at most that many digits, and what follows it; the error is what stands where a digit is missing.
fn digits(text: &[u8], least: u8, most: u8) -> Result<(u32, &[u8]), &[u8]> {
    let (mut value, mut rest, mut count) = (0, text, 0);
    while count < most
        && let Some((digit, after)) = digit(rest)
    {
        value = value * 10 + u32::from(digit);
        rest = after;
        count += 1;
    }
    if count < least { Err(rest) } else { Ok((value, rest)) }
}

/// Reads the time at which a day begins: hours and minutes, with or without seconds and parts of one. The error is what
/// stands where it is broken, and the rule.
fn midnight(text: &[u8]) -> Result<(), (&[u8], Rule)> {
    let rest = zeros(text, 1, 2)?;
    let rest = zeros(after(b':', rest)?, 2, 2)?;
    if rest.is_empty() {
        return Ok(());
    }
    let rest = zeros(after(b':', rest)?, 2, 2)?;
    if rest.is_empty() {
        return Ok(());
    }
    let rest = zeros(after(b'.', rest)?, 1, 9)?;
    if rest.is_empty() { Ok(()) } else { Err((rest, Rule::DateEnd)) }
}

fn zeros(text: &[u8], least: u8, most: u8) -> Result<&[u8], (&[u8], Rule)> {
    match digits(text, least, most) {
        Ok((0, rest)) => Ok(rest),
        Ok(_) => Err((text, Rule::DateTimeOfDay)),
        Err(rest) => Err((rest, Rule::DateEnd)),
    }
}

fn after(sign: u8, text: &[u8]) -> Result<&[u8], (&[u8], Rule)> {
    text.strip_prefix(&[sign]).ok_or((text, Rule::DateEnd))
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
