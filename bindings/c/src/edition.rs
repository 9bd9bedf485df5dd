//! Editions: what a document publishes.

use core::ffi::c_char;
use core::ptr;

use dijia::{AnnexOfEdition, EDITIONS, Edition, JINAN_2020, LandUse, ZonePrice};

use crate::date::{dijia_date, dijia_optional_date};
use crate::error::{dijia_error, report};
use crate::failure::{Detail, Failure, Result};
use crate::pointer::{Out, Plain};
use crate::price::{dijia_basis_row, dijia_document, dijia_grade_price_row, dijia_zone_price_row};
use crate::status::{DIJIA_INDEX_OUT_OF_RANGE, DIJIA_NULL_POINTER, DIJIA_UNKNOWN_EDITION, dijia_status};
use crate::text::{self, dijia_text};
use crate::words::{
    dijia_area, dijia_grade, dijia_land_use, dijia_validity, dijia_zone_code, number_of_area, number_of_land_use,
    read_area, read_grade, read_land_use, validity,
};

/// One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force. Editions
/// are part of the library: pointers to them are valid as long as it is loaded.
pub struct dijia_edition {
    _opaque: [u8; 0],
}

/// What an edition is, and how much of everything it has.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_edition_facts {
    /// The name of the edition, such as `jinan-2020`.
    pub name: dijia_text,
    /// The city, such as 济南市.
    pub city: dijia_text,
    /// The document that publishes the prices.
    pub document: dijia_document,
    /// The date that the prices are the prices of (基准日).
    pub base_date: dijia_optional_date,
    /// For `dijia_annex_at`, those without figures in hand too.
    pub annex_count: u32,
    /// For `dijia_township_at`.
    pub township_count: u32,
    /// For `dijia_basis_at`.
    pub basis_count: u32,
    /// For `dijia_grade_price_at`.
    pub grade_price_count: u32,
    /// For `dijia_zone_price_at`.
    pub zone_price_count: u32,
}

/// An annex (附件) of a document.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_annex {
    /// Its number.
    pub number: u32,
    /// 1 where the edition holds its figures; 0 where they are published, but elsewhere.
    pub in_hand: u32,
    /// Its title.
    pub title: dijia_text,
    /// The area that it publishes prices of.
    pub area: dijia_area,
    /// The land uses that it publishes prices of: the bit 1 << `DIJIA_COMMERCIAL` for commercial land, and so on.
    pub land_uses: u32,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_edition_facts {}
// SAFETY: as above.
unsafe impl Plain for dijia_annex {}
// SAFETY: a pointer.
unsafe impl Plain for *const dijia_edition {}

impl From<&Edition<'_>> for dijia_edition_facts {
    fn from(edition: &Edition<'_>) -> Self {
        Self {
            name: dijia_text::from(edition.name()),
            city: dijia_text::from(edition.city()),
            document: dijia_document::from(edition.document()),
            base_date: dijia_optional_date::from(edition.base_date().map(dijia_date::from)),
            annex_count: edition.annexes().len() as u32,
            township_count: edition.places().len() as u32,
            basis_count: edition.bases().len() as u32,
            grade_price_count: edition.grade_prices().len() as u32,
            zone_price_count: edition.zone_prices().len() as u32,
        }
    }
}

impl From<AnnexOfEdition<'_>> for dijia_annex {
    fn from(annex: AnnexOfEdition<'_>) -> Self {
        Self {
            number: annex.number().map_or(0, u32::from),
            in_hand: u32::from(annex.is_in_hand()),
            title: dijia_text::from(annex.title()),
            area: annex.area().map_or(u32::MAX, |area| number_of_area(area.key())),
            land_uses: annex
                .land_uses()
                .fold(0, |bits, land_use| bits | 1_u32.checked_shl(number_of_land_use(land_use.key())).unwrap_or(0)),
        }
    }
}

fn pointer(edition: &'static Edition<'static>) -> *const dijia_edition {
    ptr::from_ref(edition).cast()
}

/// The edition that a pointer stands for. It is compared, never followed.
#[inline]
pub fn read_edition(edition: *const dijia_edition) -> Result<&'static Edition<'static>> {
    if edition.is_null() {
        return Err(Failure::of(DIJIA_NULL_POINTER));
    }
    let known = EDITIONS.iter().copied().find(|known| ptr::eq(pointer(known), edition));
    known.ok_or(Failure::of(DIJIA_UNKNOWN_EDITION))
}

/// The element of a list, or how many there are.
fn at<T>(mut list: impl ExactSizeIterator<Item = T>, index: usize) -> Result<T> {
    let counts = (0, list.len());
    list.nth(index).ok_or(Failure { detail: Detail::Counts(counts), ..Failure::of(DIJIA_INDEX_OUT_OF_RANGE).at(index) })
}

/// How many editions the library has.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_count() -> usize {
    EDITIONS.len()
}

/// The edition of that index, the oldest first; NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_at(index: usize) -> *const dijia_edition {
    EDITIONS.get(index).map_or(ptr::null(), |edition| pointer(edition))
}

/// 济南市, 济政发〔2020〕12号, in force from 2020-10-08 to 2023-10-07. Never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_jinan_2020() -> *const dijia_edition {
    pointer(&JINAN_2020)
}

/// The edition of that name, such as `jinan-2020`; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_named(name: *const c_char, length: usize) -> *const dijia_edition {
    // SAFETY: the caller's pointer is NULL or as the header says.
    let Ok(name) = (unsafe { text::read(name, length) }) else { return ptr::null() };
    EDITIONS.iter().find(|edition| edition.name() == name).map_or(ptr::null(), |edition| pointer(edition))
}

/// What an edition is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_describe(
    edition: *const dijia_edition,
    out: *mut dijia_edition_facts,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(dijia_edition_facts::from(edition));
            Ok(())
        })
    }
}

/// An annex of an edition, in the order of their numbers.
///
/// Fails, like every function that takes an index, with `DIJIA_INDEX_OUT_OF_RANGE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_annex_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_annex,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(dijia_annex::from(at(edition.annexes(), index)?));
            Ok(())
        })
    }
}

/// The name of a township that the document covers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_township_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(dijia_text::from(at(edition.places(), index)?.name()));
            Ok(())
        })
    }
}

/// A basis, in the order printed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_basis_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_basis_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(dijia_basis_row::from(at(edition.bases(), index)?));
            Ok(())
        })
    }
}

/// A grade price, in the order printed: line by line, and in a line by land use.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_grade_price_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_grade_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(dijia_grade_price_row::read(at(edition.grade_prices(), index)?)?);
            Ok(())
        })
    }
}

/// A zone price, in the order printed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_price_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_zone_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(dijia_zone_price_row::read(at(edition.zone_prices(), index)?)?);
            Ok(())
        })
    }
}

/// Whether an edition's document is in force on that date.
///
/// Fails with `DIJIA_MALFORMED_DATE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_validity_on(
    edition: *const dijia_edition,
    date: dijia_date,
    out: *mut dijia_validity,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            out.write(validity(edition.validity_on(date.read()?)));
            Ok(())
        })
    }
}

/// What the benchmark prices of that area and land use assume.
///
/// Fails with `DIJIA_NO_BASIS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_basis(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    out: *mut dijia_basis_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let basis = edition.basis(read_area(area)?, read_land_use(land_use)?)?;
            out.write(dijia_basis_row::from(basis));
            Ok(())
        })
    }
}

/// The price of a grade in the central urban area.
///
/// Fails with `DIJIA_NO_SUCH_GRADE`, `DIJIA_FIGURES_NOT_IN_HAND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_grade_price(
    edition: *const dijia_edition,
    land_use: dijia_land_use,
    grade: dijia_grade,
    out: *mut dijia_grade_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let price = edition.grade_price(read_land_use(land_use)?, read_grade(grade)?)?;
            out.write(dijia_grade_price_row::read(price)?);
            Ok(())
        })
    }
}

/// The price of a grade in a township.
///
/// Fails with `DIJIA_FIGURES_NOT_IN_HAND`, `DIJIA_NO_SUCH_GRADE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_township_grade_price(
    edition: *const dijia_edition,
    land_use: dijia_land_use,
    grade: dijia_grade,
    out: *mut dijia_grade_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let price = edition.grade_price_in(dijia::Area::Township, read_land_use(land_use)?, read_grade(grade)?)?;
            out.write(dijia_grade_price_row::read(price)?);
            Ok(())
        })
    }
}

/// The price of a zone. A zone that is not published has no price: that of its grade is never put in its place.
///
/// Fails with `DIJIA_NO_SUCH_ZONE`, `DIJIA_NO_SUCH_GRADE`, `DIJIA_FIGURES_NOT_IN_HAND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_price(
    edition: *const dijia_edition,
    land_use: dijia_land_use,
    code: dijia_zone_code,
    out: *mut dijia_zone_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let price = edition.zone_price(read_land_use(land_use)?, code.read()?)?;
            out.write(dijia_zone_price_row::read(price)?);
            Ok(())
        })
    }
}

/// The price of the zone whose code is spelled so: `dijia_zone_code_parse` and `dijia_zone_price` in one.
///
/// Fails with `DIJIA_INVALID_ZONE_CODE` and as `dijia_zone_price`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_price_spelled(
    edition: *const dijia_edition,
    land_use: dijia_land_use,
    code: *const c_char,
    length: usize,
    out: *mut dijia_zone_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, Out::new(out)?);
            let price = spelled(edition, read_land_use(land_use)?, text::read(code, length)?)?;
            out.write(dijia_zone_price_row::read(price)?);
            Ok(())
        })
    }
}

/// The price of the zone whose code is spelled so.
pub fn spelled(edition: &'static Edition<'static>, land_use: LandUse, code: &str) -> Result<ZonePrice<'static>> {
    Ok(edition.zone_price(land_use, code)?)
}
