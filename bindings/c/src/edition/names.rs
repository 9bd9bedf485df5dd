//! The words of an edition: read in its own spellings, and named as it names them.

use core::ffi::c_char;

use dijia::{Area, Edition, Grade, Key, LandUse, Listed, Word, ZoneCode};

use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::handle::{
    area_of, grade_of, land_use_of, number_of_area, number_of_grade, number_of_land_use, number_of_zone, zone_of,
};
use crate::pointer::Out;
use crate::status::{DIJIA_NO_SUCH_AREA, DIJIA_NO_SUCH_GRADE, DIJIA_NO_SUCH_USE, DIJIA_NO_SUCH_ZONE, dijia_status};
use crate::text::{self, dijia_text};
use crate::words::{
    self, dijia_area, dijia_development_level, dijia_grade, dijia_land_use, dijia_language, dijia_zone_code,
    read_language,
};

/// What an edition's own reader of a kind of words makes of a text.
fn read<T>(edition: &Edition<'_>, text: &str) -> Result<Key<T>>
where
    for<'a> &'a str: Word<T>,
{
    Ok(text.key_in(edition)?)
}

/// Reads the name of a land use as an edition has it, with or without 用地: one of its own, 研发总部, or one that everybody
/// knows, 商服用地. What is read by the name of a class is the number of the class.
///
/// Fails with `DIJIA_INVALID_LAND_USE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_land_use(
    edition: *const dijia_edition,
    text: *const c_char,
    length: usize,
    out: *mut dijia_land_use,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let text = text::read(text, length)?;
            out.write(number_of_land_use(edition, read::<LandUse>(edition, text)?));
            Ok(())
        })
    }
}

/// The land use that land of a code of a land-use scheme, such as `GB/T 21010-2017`, is priced as: what the edition says in a table
/// of its own; where that has no such code, the land use that is called as the scheme calls the code. Nothing else is guessed.
///
/// Fails with `DIJIA_CODE_NOT_PRICED`, `DIJIA_NO_SUCH_CODE`, `DIJIA_NO_SUCH_SCHEME`, `DIJIA_BARE_CODE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_land_use_by_code(
    edition: *const dijia_edition,
    scheme: *const c_char,
    scheme_length: usize,
    code: *const c_char,
    code_length: usize,
    out: *mut dijia_land_use,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let (scheme, code) = (text::read(scheme, scheme_length)?, text::read(code, code_length)?);
            out.write(number_of_land_use(edition, edition.land_use_by_code(scheme, code)?));
            Ok(())
        })
    }
}

/// Reads the name of an area as an edition has it.
///
/// Fails with `DIJIA_INVALID_AREA`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_area(
    edition: *const dijia_edition,
    text: *const c_char,
    length: usize,
    out: *mut dijia_area,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let text = text::read(text, length)?;
            out.write(number_of_area(edition, read::<Area>(edition, text)?));
            Ok(())
        })
    }
}

/// Reads a grade in any of its spellings, or as an edition names it (限制级).
///
/// Fails with `DIJIA_INVALID_GRADE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_grade(
    edition: *const dijia_edition,
    text: *const c_char,
    length: usize,
    out: *mut dijia_grade,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let text = text::read(text, length)?;
            out.write(number_of_grade(edition, read::<Grade>(edition, text)?));
            Ok(())
        })
    }
}

/// Reads a development level: a name, such as 六通一平, as the services that the document means by it; any other text as
/// `dijia_development_level_parse`.
///
/// Fails with `DIJIA_INVALID_DEVELOPMENT_LEVEL`: also for a name that the document means two sets of services by.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_development_level(
    edition: *const dijia_edition,
    text: *const c_char,
    length: usize,
    out: *mut dijia_development_level,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let text = text::read(text, length)?;
            out.write(words::level(edition.development_level(text)?));
            Ok(())
        })
    }
}

/// Reads the code of a zone: a grade and a number in any spelling, or as an edition prints it (通1, 昌南).
///
/// Fails with `DIJIA_INVALID_ZONE_CODE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_zone_code(
    edition: *const dijia_edition,
    text: *const c_char,
    length: usize,
    out: *mut dijia_zone_code,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let text = text::read(text, length)?;
            out.write(number_of_zone(edition, read::<ZoneCode>(edition, text)?));
            Ok(())
        })
    }
}

/// The name that an edition has for a land use; in English that in Chinese where it has none.
///
/// Fails with `DIJIA_NO_SUCH_USE`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_land_use_name(
    edition: *const dijia_edition,
    value: dijia_land_use,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let (key, language) = (land_use_of(edition, value)?, read_language(language)?);
            let of = edition.land_uses().find(|of| of.key() == key).ok_or(Failure::of(DIJIA_NO_SUCH_USE))?;
            out.write(dijia_text::from(of.name_in(language)));
            Ok(())
        })
    }
}

/// The name that an edition has for an area; in English that in Chinese where it has none.
///
/// Fails with `DIJIA_NO_SUCH_AREA`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_area_name(
    edition: *const dijia_edition,
    value: dijia_area,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let (key, language) = (area_of(edition, value)?, read_language(language)?);
            let of = edition.areas().find(|of| of.key() == key).ok_or(Failure::of(DIJIA_NO_SUCH_AREA))?;
            out.write(dijia_text::from(of.name_in(language)));
            Ok(())
        })
    }
}

/// A grade as an edition writes it: the numeral of one that has a number, Ⅲ, or its name.
///
/// Fails with `DIJIA_NO_SUCH_GRADE`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_GRADE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_grade_name(
    edition: *const dijia_edition,
    value: dijia_grade,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let key = grade_of(edition, value)?;
            let of = edition.grades().find(|of| of.key() == key).ok_or(Failure::of(DIJIA_NO_SUCH_GRADE))?;
            out.write(dijia_text::from(of.name()));
            Ok(())
        })
    }
}

/// The code of a zone of an edition in its canonical spelling, `Ⅲ-4`, or as printed where it is no grade and number, into the
/// buffer.
///
/// Fails with `DIJIA_NO_SUCH_ZONE`, `DIJIA_OF_ANOTHER_EDITION`, `DIJIA_INVALID_ZONE_CODE`, `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_zone_code_text(
    edition: *const dijia_edition,
    value: dijia_zone_code,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let edition = read_edition(edition)?;
            match zone_of(edition, value)? {
                Key::Known(known) => text::write(known, buffer, capacity, length),
                Key::Listed(listed) => text::write(printed(edition, listed)?, buffer, capacity, length),
            }
        })
    }
}

/// The code of a zone as the edition prints it.
fn printed<'a>(edition: &'a Edition<'_>, listed: Listed<ZoneCode>) -> Result<&'a str> {
    let mut zones = edition.zone_prices();
    // Its low 16 bits are its place among all prices, the zones' behind the grades'.
    let place = (listed.to_bits() as u16 as usize).checked_sub(edition.grade_prices().len());
    let zone = place.and_then(|place| zones.nth(place)).filter(|zone| zone.key() == Key::Listed(listed));
    Ok(zone.ok_or(Failure::of(DIJIA_NO_SUCH_ZONE))?.printed_code())
}
