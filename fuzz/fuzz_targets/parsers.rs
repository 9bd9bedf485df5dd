//! Every parser reads what the plain model reads, as the same value, and refuses everything else; what was read is
//! written in its canonical form, which reads back as the same.

#![no_main]

use std::fmt::Debug;

use dijia::{
    Area, Date, Decimal, DecimalText, DevelopmentLevel, Grade, LandUse, Misspelling, Service, ZoneCode, parse_date,
    parse_decimal, parse_rate,
};
use dijia_fuzz::spelling;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    parser(text, str::parse::<LandUse>, spelling::land_use, |value| *value as u8);
    parser(text, str::parse::<Area>, spelling::area, |value| *value as u8);
    parser(text, str::parse::<Service>, spelling::service, |value| *value as u8);
    parser(text, str::parse::<DevelopmentLevel>, spelling::development_level, |value| value.bits());
    parser(text, str::parse::<Grade>, spelling::grade, |value| value.number());
    parser(text, str::parse::<ZoneCode>, spelling::zone_code, |value| (value.grade().number(), value.number()));
    reader(text, parse_decimal, spelling::decimal, digits, |value| DecimalText(*value).to_string());
    reader(text, parse_rate, spelling::rate, digits, |value| DecimalText(*value).to_string());
    reader(text, parse_date, spelling::date, |date| (date.year(), date.month(), date.day()), Date::to_string);
});

/// The digits, whether the number is negative, which zero is not, and its places.
fn digits(value: &Decimal) -> spelling::Digits {
    (value.mantissa().unsigned_abs().into(), value.mantissa() < 0, value.scale() as usize)
}

/// A parser of a type that displays as its canonical form.
fn parser<T: Debug + PartialEq + ToString, V: Debug + PartialEq>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, Misspelling>,
    model: impl Fn(&str) -> Option<V>,
    value: impl Fn(&T) -> V,
) {
    reader(text, parse, model, value, T::to_string);
}

fn reader<T: Debug + PartialEq, V: Debug + PartialEq>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, Misspelling>,
    model: impl Fn(&str) -> Option<V>,
    value: impl Fn(&T) -> V,
    canonical: impl Fn(&T) -> String,
) {
    let read = parse(text);
    let expected = model(text);
    assert_eq!(read.as_ref().ok().map(&value), expected, "{text:?}");
    match read {
        Ok(read) => {
            let canonical = canonical(&read);
            assert_eq!(parse(&canonical), Ok(read), "{canonical:?}, of {text:?}");
        }
        Err(misspelling) => refused(text, &misspelling),
    }
}

/// An error says where reading stopped, and its message is one line.
fn refused(text: &str, misspelling: &Misspelling) {
    let Misspelling { text: excerpt, offset, character, rule, .. } = misspelling;
    let before = text.get(..*offset).unwrap_or_else(|| panic!("{text:?}: {misspelling:?} is between characters"));
    assert_eq!(*character, before.chars().count() + 1, "{text:?}");
    assert!(text.starts_with(excerpt.as_str()) && excerpt.is_truncated() == (excerpt.as_str() != text), "{text:?}");
    let message = misspelling.to_string();
    assert!(message.contains(rule.english()) && !message.chars().any(char::is_control), "{message:?}");
}
