//! The numbers of words that an edition has of its own. Each carries so much of the digest of its edition that no other
//! edition takes it for one of its own, and what kind of word it is of. Numbers that everybody knows are below 2³¹.

use dijia::{Area, AreaOfEdition, Edition, Grade, GradeOfEdition, Key, LandUse, LandUseOfEdition, Listed, ZoneCode};

use crate::failure::{Failure, Result};
use crate::status::DIJIA_OF_ANOTHER_EDITION;
use crate::words::{
    DIJIA_FIRST_AREA, dijia_area, dijia_grade, dijia_land_use, dijia_zone_code, known_area, known_land_use, read_area,
    read_grade, read_land_use,
};

/// What marks such a number.
const LISTED: u32 = 1 << 31;
/// What kind of word it is of.
const KIND: u32 = 3 << KIND_AT;
const KIND_AT: u32 = 29;
/// The place of the word in the list of its edition, which has at most as many.
const PLACE: u32 = (1 << PLACE_BITS) - 1;
const PLACE_BITS: u32 = 6;

/// Kinds of words. A zone code has a second number for its place.
const LAND_USE: u32 = 0;
const AREA: u32 = 1;
const GRADE: u32 = 2;
const ZONE: u32 = 3;

const OTHER: Failure = Failure::of(DIJIA_OF_ANOTHER_EDITION);

/// The number without its place.
fn mark(edition: &Edition<'_>, kind: u32) -> u32 {
    let [a, b, c, d, ..] = edition.digest();
    let unused = if kind == ZONE { 0 } else { PLACE };
    LISTED | kind << KIND_AT | u32::from_be_bytes([a, b, c, d]) & !(LISTED | KIND | unused)
}

/// The number of a word.
fn listed<T>(edition: &Edition<'_>, kind: u32, word: Listed<T>) -> u32 {
    // Its low 16 bits are the place.
    mark(edition, kind) | word.to_bits() & PLACE
}

/// The place that a number says, where it is of a word of that kind and edition.
fn place(edition: &Edition<'_>, kind: u32, number: u32) -> Result<usize> {
    if number & !PLACE == mark(edition, kind) { Ok((number & PLACE) as usize) } else { Err(OTHER) }
}

pub fn number_of_land_use(edition: &Edition<'_>, key: Key<LandUse>) -> dijia_land_use {
    match key {
        Key::Known(known) => known_land_use(known),
        Key::Listed(word) => listed(edition, LAND_USE, word),
    }
}

pub fn number_of_area(edition: &Edition<'_>, key: Key<Area>) -> dijia_area {
    match key {
        Key::Known(known) => known_area(known),
        Key::Listed(word) => listed(edition, AREA, word),
    }
}

pub fn number_of_grade(edition: &Edition<'_>, key: Key<Grade>) -> dijia_grade {
    match key {
        Key::Known(known) => known.number().into(),
        Key::Listed(word) => listed(edition, GRADE, word),
    }
}

pub fn number_of_zone(edition: &Edition<'_>, key: Key<ZoneCode>) -> dijia_zone_code {
    match key {
        Key::Known(known) => dijia_zone_code::from(known),
        Key::Listed(word) => dijia_zone_code { grade: mark(edition, ZONE), number: word.to_bits() },
    }
}

pub fn land_use_of(edition: &Edition<'_>, number: dijia_land_use) -> Result<Key<LandUse>> {
    if number & LISTED == 0 {
        return read_land_use(number).map(Key::Known);
    }
    let land_use = edition.land_uses().nth(place(edition, LAND_USE, number)?);
    land_use.as_ref().map(LandUseOfEdition::key).ok_or(OTHER)
}

pub fn area_of(edition: &Edition<'_>, number: dijia_area) -> Result<Key<Area>> {
    if number & LISTED == 0 && number != DIJIA_FIRST_AREA {
        return read_area(number).map(Key::Known);
    }
    let place = if number == DIJIA_FIRST_AREA { 0 } else { place(edition, AREA, number)? };
    edition.areas().nth(place).as_ref().map(AreaOfEdition::key).ok_or(OTHER)
}

pub fn grade_of(edition: &Edition<'_>, number: dijia_grade) -> Result<Key<Grade>> {
    if number & LISTED == 0 {
        return read_grade(number).map(Key::Known);
    }
    let grade = edition.grades().nth(place(edition, GRADE, number)?);
    grade.as_ref().map(GradeOfEdition::key).ok_or(OTHER)
}

pub fn zone_of(edition: &Edition<'_>, code: dijia_zone_code) -> Result<Key<ZoneCode>> {
    if code.grade & LISTED == 0 {
        return code.read().map(Key::Known);
    }
    if code.grade == mark(edition, ZONE) { Ok(Key::Listed(Listed::from_bits(code.number))) } else { Err(OTHER) }
}
