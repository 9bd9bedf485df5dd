//! What a function says of its failure, beside the status.

use core::ffi::c_char;
use core::fmt::Write;

use dijia::{Date, Decimal, Error, InvalidFile, Language, Misspelling, Quantity, Rule};

use crate::date::{dijia_date, dijia_optional_date};
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::failure::{Detail, Failure, Result};
use crate::pointer::{OutSized, Plain, read_sized, sized};
use crate::status::{self, DIJIA_OK, DIJIA_TOO_LONG, dijia_status};
use crate::text::{self, Fixed, dijia_text};
use crate::words::{DIJIA_LANGUAGE_CHINESE, dijia_language, read_language};

/// The bytes of the message in `dijia_error`, its NUL included; no message is longer.
pub const DIJIA_MESSAGE_CAPACITY: usize = 768;

/// Why a call has no result: the offending values and the rule that they break. Every function that can fail takes an
/// optional pointer to one as its last argument, and fills it only when it fails. Set `size` before the first call
/// (`DIJIA_ERROR_INIT`); nothing in it needs to be freed, and it can be used again.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_error {
    /// `sizeof(dijia_error)`, set by the caller.
    pub size: usize,
    /// What the function returned.
    pub status: dijia_status,
    /// The quantity that is wrong, one of `DIJIA_QUANTITY_…`; 0 where none is named.
    pub quantity: u32,
    /// The quantity that it conflicts with, that needs it, or without which it takes no part; 0 where none is named.
    pub other_quantity: u32,
    /// For `DIJIA_FIGURES_NOT_IN_HAND`, the number of the annex that has the figures; else 0.
    pub annex: u32,
    /// In an array of rows, codes, coefficients, uses …: the index of the element that is wrong.
    pub index: usize,
    /// For `DIJIA_INVALID_TABLE`, the row that is wrong, from 1; 0 for a table without rows. For `DIJIA_INVALID_FILE`, the
    /// record that breaks the rules, from 0.
    pub row: usize,
    /// For a text that could not be read, where reading stopped, in bytes.
    pub offset: usize,
    /// The same place as a person counts it, the first character being 1; 0 where there is none.
    pub character: usize,
    /// How many were given, and … For `DIJIA_INVALID_FILE`, the version of the format, or how many bytes there are, and …
    pub count: usize,
    /// … how many are allowed, or there are; how many bytes the file says that it has.
    pub most: usize,
    /// The offending value.
    pub value: dijia_optional_decimal,
    /// The least, the first or the …
    pub low: dijia_optional_decimal,
    /// … most that would do.
    pub high: dijia_optional_decimal,
    /// The offending date.
    pub date: dijia_optional_date,
    /// The first or the …
    pub first_date: dijia_optional_date,
    /// … last date that would do.
    pub last_date: dijia_optional_date,
    /// The rule that a text, a table or a value breaks, in English and valid for ever; empty where the status says it.
    pub rule: dijia_text,
    /// The length of the message without its NUL.
    pub message_length: usize,
    /// The whole message, in English: UTF-8 with a NUL at its end, on one line, without a full stop.
    pub message: [c_char; DIJIA_MESSAGE_CAPACITY],
    /// The number of the rule, which keeps its meaning for ever and whose text `dijia_rule_text` gives in either language;
    /// 0 where the status says it.
    pub rule_number: u32,
    /// Not used; 0.
    pub reserved: u32,
    /// The length of the Chinese message without its NUL.
    pub message_chinese_length: usize,
    /// The whole message, in Chinese: the same values and the same rule. `dijia_error_message` gives the one or the other.
    pub message_chinese: [c_char; DIJIA_MESSAGE_CAPACITY],
}

// SAFETY: integers, pointers and arrays of them.
unsafe impl Plain for dijia_error {}

sized! {
    dijia_error to message_chinese;
}

/// Runs what a function does, and reports how it failed.
///
/// # Safety
///
/// `error` must be NULL or point to a `size_t` and to as many bytes as that says, which may be written.
#[inline]
pub unsafe fn report(error: *mut dijia_error, run: impl FnOnce() -> Result<()>) -> dijia_status {
    let out = if error.is_null() {
        None
    } else {
        // SAFETY: as here; it is not NULL.
        match unsafe { OutSized::new(error) } {
            Ok(out) => Some(out),
            Err(failure) => return failure.status,
        }
    };
    match run() {
        Ok(()) => DIJIA_OK,
        Err(failure) => fill(out, failure),
    }
}

#[cold]
#[inline(never)]
fn fill(out: Option<OutSized<dijia_error>>, failure: Failure) -> dijia_status {
    if let Some(out) = out {
        out.write(describe(&failure));
    }
    failure.status
}

fn describe(failure: &Failure) -> dijia_error {
    let mut described = dijia_error {
        size: 0,
        status: failure.status,
        quantity: 0,
        other_quantity: 0,
        annex: 0,
        index: failure.index,
        row: 0,
        offset: 0,
        character: 0,
        count: 0,
        most: 0,
        value: dijia_optional_decimal::NONE,
        low: dijia_optional_decimal::NONE,
        high: dijia_optional_decimal::NONE,
        date: dijia_optional_date::NONE,
        first_date: dijia_optional_date::NONE,
        last_date: dijia_optional_date::NONE,
        rule: dijia_text::EMPTY,
        message_length: 0,
        message: [0; DIJIA_MESSAGE_CAPACITY],
        rule_number: 0,
        reserved: 0,
        message_chinese_length: 0,
        message_chinese: [0; DIJIA_MESSAGE_CAPACITY],
    };
    if let Detail::Error(error) = &failure.detail {
        detail(&mut described, error);
    }
    match failure.detail {
        Detail::Offset(offset) => described.offset = offset,
        Detail::Counts((count, most)) => (described.count, described.most) = (count, most),
        Detail::File(InvalidFile::Version { version }) => described.count = version.into(),
        Detail::File(InvalidFile::Length { bytes, expected }) => {
            (described.count, described.most) = (bytes, expected as usize);
        }
        Detail::File(InvalidFile::Malformed { record, .. }) => described.row = record as usize,
        Detail::Enumerator { number, .. } => {
            described.value = dijia_optional_decimal::from(Some(dijia_decimal::from(Decimal::from(number))));
        }
        Detail::None | Detail::Error(_) | Detail::File(_) => {}
    }
    (described.message, described.message_length) = say(failure, Language::English);
    (described.message_chinese, described.message_chinese_length) = say(failure, Language::Chinese);
    described
}

/// The message with a NUL at its end, and its length.
fn say(failure: &Failure, language: Language) -> ([c_char; DIJIA_MESSAGE_CAPACITY], usize) {
    let mut message = [0; DIJIA_MESSAGE_CAPACITY];
    let mut text = Fixed::new(&mut message);
    // Writing to an array does not fail: what has no room is left out.
    let _ = match &failure.detail {
        Detail::Error(error) => write!(text, "{}", error.message(language)),
        Detail::File(invalid) => write!(text, "{}", invalid.message(language)),
        Detail::Enumerator { of, number } => match language {
            Language::English => write!(text, "{number} is none of the values of {of}"),
            Language::Chinese => write!(text, "{number} 不是 {of} 的值"),
        },
        Detail::None | Detail::Offset(_) | Detail::Counts(_) => {
            let (english, chinese) = status::message(failure.status).unwrap_or_default();
            text.write_str(if matches!(language, Language::Chinese) { chinese } else { english })
        }
    };
    let length = text.length;
    (message.map(|byte| byte as c_char), length)
}

/// The message of an error in that language, with its values and its rule, into the buffer.
///
/// Fails with `DIJIA_BUFFER_TOO_SMALL`, or with `DIJIA_INVALID_ENUMERATOR` for a number that is no language.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_error_message(
    error: *const dijia_error,
    language: dijia_language,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(core::ptr::null_mut(), || {
            let error = read_sized(error)?;
            let (message, filled) = match read_language(language)? {
                Language::English => (&error.message, error.message_length),
                Language::Chinese => (&error.message_chinese, error.message_chinese_length),
            };
            let filled = message.get(..filled).ok_or(Failure::of(DIJIA_TOO_LONG))?;
            text::write(text::read(filled.as_ptr(), filled.len())?, buffer, capacity, length)
        })
    }
}

/// The rule of that number in that language (`DIJIA_LANGUAGE_ENGLISH` for any other number); empty for a number that is no
/// rule.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_rule_text(rule: u32, language: dijia_language) -> dijia_text {
    let rule = u16::try_from(rule).ok().and_then(Rule::from_number);
    let text = |rule: Rule| if language == DIJIA_LANGUAGE_CHINESE { rule.chinese() } else { rule.english() };
    rule.map_or(dijia_text::EMPTY, |rule| dijia_text::from(text(rule)))
}

/// The values that an error carries.
fn detail(to: &mut dijia_error, error: &Error) {
    let decimal = |value: Decimal| dijia_optional_decimal::from(Some(dijia_decimal::from(value)));
    let date = |value: Date| dijia_optional_date::from(Some(dijia_date::from(value)));
    let number = |quantity: Quantity| u32::from(quantity as u8);
    match *error {
        Error::Misspelled(Misspelling { offset, character, rule, .. }) => {
            (to.offset, to.character, to.rule) = (offset, character, dijia_text::from(rule.english()));
            to.rule_number = u32::from(rule as u16);
        }
        Error::NoSuchGrade { last, .. } => to.most = last.map_or(0, |grade| usize::from(grade.number())),
        Error::NoSuchZone { zone_count, .. } => to.most = zone_count.map_or(0, usize::from),
        Error::FiguresNotInHand { annex, .. } => to.annex = annex.as_str().parse().unwrap_or(0),
        Error::NotPositive { quantity, value } => {
            (to.quantity, to.value) = (number(quantity), decimal(value));
        }
        Error::OutOfRange { quantity, value, rule } => {
            (to.quantity, to.value, to.rule) = (number(quantity), decimal(value), dijia_text::from(rule.english()));
            to.rule_number = u32::from(rule as u16);
        }
        Error::CoefficientNotPositive { value, .. } => {
            (to.quantity, to.value) = (number(Quantity::Coefficient), decimal(value));
        }
        Error::TermExceedsStatutory { remaining, statutory } => {
            (to.quantity, to.value, to.high) =
                (number(Quantity::RemainingTerm), decimal(remaining), decimal(statutory));
        }
        Error::ExpiryNotAfterValuation { valuation_date, expiry_date } => {
            (to.quantity, to.date, to.first_date) =
                (number(Quantity::ExpiryDate), date(expiry_date), date(valuation_date));
        }
        Error::InvalidTable { table, row, rule } => {
            (to.quantity, to.row, to.rule) = (number(table), row as usize, dijia_text::from(rule.english()));
            to.rule_number = u32::from(rule as u16);
        }
        Error::PlotRatioOutsideTable { plot_ratio, first, last } => {
            (to.quantity, to.value) = (number(Quantity::PlotRatio), decimal(plot_ratio));
            (to.low, to.high) = (decimal(first), decimal(last));
        }
        Error::DateOutsideIndex { date: outside, first, last } => {
            (to.quantity, to.date) = (number(Quantity::DateIndex), date(outside));
            (to.first_date, to.last_date) = (date(first), date(last));
        }
        Error::NoneInForce { date: of, until, from, .. } => {
            let optional = |day: Option<Date>| dijia_optional_date::from(day.map(dijia_date::from));
            (to.date, to.first_date, to.last_date) = (date(of), optional(from), optional(until));
        }
        Error::SeveralInForce { date: of, .. } => to.date = date(of),
        Error::FactorSumTooLow { sum } => {
            (to.quantity, to.value) = (number(Quantity::FactorCorrections), decimal(sum));
        }
        Error::MissingUnitCost { .. } | Error::DuplicateUnitCost { .. } => to.quantity = number(Quantity::UnitCost),
        Error::NegativeUnitCost { cost, .. } => {
            (to.quantity, to.value) = (number(Quantity::UnitCost), decimal(cost));
        }
        Error::Missing { quantity, needed_by } | Error::NotStated { quantity, needed_by, .. } => {
            (to.quantity, to.other_quantity) = (number(quantity), number(needed_by));
        }
        Error::Conflict { first, second } => {
            (to.quantity, to.other_quantity) = (number(first), number(second));
        }
        Error::TakesNoPart { quantity, without } => {
            (to.quantity, to.other_quantity) = (number(quantity), number(without));
        }
        Error::NamedTwice { quantity, .. } => to.quantity = number(quantity),
        Error::FactorOutOfRange { value, .. } => {
            (to.quantity, to.value) = (number(Quantity::FactorCorrections), decimal(value));
        }
        Error::NoSuchFactor { .. } | Error::NoSuchLevel { .. } => to.quantity = number(Quantity::Level),
        Error::NotTabulated { quantity, value, .. } => (to.quantity, to.value) = (number(quantity), decimal(value)),
        Error::TooMany { quantity, count, most } => {
            (to.quantity, to.count, to.most) = (number(quantity), count, most);
        }
        Error::ResultNotPositive { unit_price } => {
            (to.quantity, to.value) = (number(Quantity::UnitPrice), decimal(unit_price));
        }
        Error::SharesNotOne { sum } => (to.quantity, to.value) = (number(Quantity::Share), decimal(sum)),
        Error::TooManyPlaces { places, most } => {
            (to.count, to.most) = (places as usize, most as usize);
        }
        Error::TooManyDigits { quantity } | Error::Undecided { quantity } => to.quantity = number(quantity),
        _ => {}
    }
}
