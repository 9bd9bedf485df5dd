//! Fields of a record, little-endian. A field that would end behind its record is 0, so that reading never panics; none
//! does, since records have the sizes that the fields are laid out for.

use jiff::civil::Date;
use rust_decimal::Decimal;

#[inline]
pub fn byte(record: &[u8], at: usize) -> u8 {
    record.get(at).copied().unwrap_or(0)
}

#[inline]
pub fn short(record: &[u8], at: usize) -> u16 {
    let field = record.get(at..).and_then(<[u8]>::first_chunk);
    field.map_or(0, |field| u16::from_le_bytes(*field))
}

#[inline]
pub fn word(record: &[u8], at: usize) -> u32 {
    let field = record.get(at..).and_then(<[u8]>::first_chunk);
    field.map_or(0, |field| u32::from_le_bytes(*field))
}

#[inline]
pub fn long(record: &[u8], at: usize) -> u64 {
    let field = record.get(at..).and_then(<[u8]>::first_chunk);
    field.map_or(0, |field| u64::from_le_bytes(*field))
}

/// A decimal: a word, and at another place a byte with its number of places.
#[inline]
pub fn decimal(record: &[u8], at: usize, places_at: usize) -> Decimal {
    // A checked file has no more places; a decimal of more would be a panic.
    let places = u32::from(byte(record, places_at)).min(Decimal::MAX_SCALE);
    Decimal::from_parts(word(record, at), 0, 0, false, places)
}

/// A signed decimal.
#[inline]
pub fn signed(record: &[u8], at: usize, places_at: usize) -> Decimal {
    let places = u32::from(byte(record, places_at)).min(Decimal::MAX_SCALE);
    let value = word(record, at).cast_signed();
    Decimal::from_parts(value.unsigned_abs(), 0, 0, value < 0, places)
}

/// A date, none where the word is 0 or no day.
pub fn date(record: &[u8], at: usize) -> Option<Date> {
    let word = word(record, at);
    let year = i16::try_from(word / 10_000).ok()?;
    Date::new(year, (word / 100 % 100) as i8, (word % 100) as i8).ok()
}

/// What tables of corrections are sorted by: kind, land use, grade and area, which come first in the record.
#[inline]
pub fn correction_key(record: &[u8]) -> [u8; 4] {
    record.first_chunk().copied().unwrap_or_default()
}
