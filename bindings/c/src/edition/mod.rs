//! Editions: what a document publishes, baked into the library or opened from an edition file.

use core::ffi::c_char;
use core::ptr;

use dijia::{EDITIONS, Edition, JINAN_2020};

use crate::date::{dijia_date, dijia_optional_date};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::{OutSized, Plain, sized};
use crate::price::dijia_document;
use crate::status::{DIJIA_NULL_POINTER, DIJIA_UNKNOWN_EDITION, dijia_status};
use crate::text::{self, dijia_text};

mod corrections;
mod difference;
mod lists;
mod names;
mod opened;
mod prices;
mod sets;

pub use prices::spelled;
pub use sets::read_editions;

/// One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force. Some are
/// part of the library: pointers to them are valid as long as it is loaded. Any other is opened from the bytes of an edition
/// file by `dijia_edition_open`.
pub struct dijia_edition {
    _opaque: [u8; 0],
}

/// What an edition is, and how much of everything it has. Set `size` before the call (`DIJIA_EDITION_FACTS_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_edition_facts {
    /// `sizeof(dijia_edition_facts)`, set by the caller.
    pub size: usize,
    /// The name of the edition, such as `jinan-2020`.
    pub name: dijia_text,
    /// The city, such as 济南市.
    pub city: dijia_text,
    /// The document that publishes the prices.
    pub document: dijia_document,
    /// The SHA-256 of the edition file behind its header, which tells one edition from every other.
    pub digest: [u8; 32],
    /// The edition file: the bytes that it was opened from, or for one of the library's those that it would be opened from.
    pub file: *const u8,
    /// How many bytes the file has.
    pub file_length: usize,
    /// The date that the prices are the prices of (基准日).
    pub base_date: dijia_optional_date,
    /// For `dijia_land_use_at`.
    pub land_use_count: u32,
    /// For `dijia_area_at`.
    pub area_count: u32,
    /// For `dijia_grade_at`.
    pub grade_count: u32,
    /// For `dijia_place_at`.
    pub place_count: u32,
    /// For `dijia_annex_at`, those without figures in hand too.
    pub annex_count: u32,
    /// For `dijia_statement_at`.
    pub statement_count: u32,
    /// For `dijia_basis_at`.
    pub basis_count: u32,
    /// For `dijia_grade_price_at`.
    pub grade_price_count: u32,
    /// For `dijia_zone_price_at`.
    pub zone_price_count: u32,
    /// Not used; 0.
    pub reserved: u32,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_edition_facts {}
// SAFETY: a pointer.
unsafe impl Plain for *const dijia_edition {}

sized! {
    dijia_edition_facts to reserved;
}

impl From<&Edition<'_>> for dijia_edition_facts {
    fn from(edition: &Edition<'_>) -> Self {
        Self {
            size: 0,
            name: dijia_text::from(edition.name()),
            city: dijia_text::from(edition.city()),
            document: dijia_document::from(edition.document()),
            digest: edition.digest(),
            file: edition.bytes().as_ptr(),
            file_length: edition.bytes().len(),
            base_date: dijia_optional_date::from(edition.base_date().map(dijia_date::from)),
            land_use_count: edition.land_uses().len() as u32,
            area_count: edition.areas().len() as u32,
            grade_count: edition.grades().len() as u32,
            place_count: edition.places().len() as u32,
            annex_count: edition.annexes().len() as u32,
            statement_count: edition.statements().len() as u32,
            basis_count: edition.bases().len() as u32,
            grade_price_count: edition.grade_prices().len() as u32,
            zone_price_count: edition.zone_prices().len() as u32,
            reserved: 0,
        }
    }
}

fn pointer(edition: &'static Edition<'static>) -> *const dijia_edition {
    ptr::from_ref(edition).cast()
}

/// The edition that a pointer stands for. That of a baked one is compared and not followed; any other is followed to where
/// an opened one would say what it is.
///
/// # Safety
///
/// A pointer that is not NULL must point to memory that may be read, and to one of the library's editions or to an opened
/// one, which with its bytes nobody changes or frees as long as anything borrowed from it is used; or to anything else, which
/// is not taken for an edition.
#[inline]
pub unsafe fn read_edition(edition: *const dijia_edition) -> Result<&'static Edition<'static>> {
    if let Some(known) = EDITIONS.iter().copied().find(|known| ptr::eq(pointer(known), edition)) {
        return Ok(known);
    }
    if edition.is_null() {
        return Err(Failure::of(DIJIA_NULL_POINTER));
    }
    // SAFETY: as here; it is not NULL.
    unsafe { opened::read(edition) }.ok_or(Failure::of(DIJIA_UNKNOWN_EDITION))
}

/// How many editions the library has.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_count() -> usize {
    EDITIONS.len()
}

/// The edition of the library of that index, the oldest first; NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_at(index: usize) -> *const dijia_edition {
    EDITIONS.get(index).map_or(ptr::null(), |edition| pointer(edition))
}

/// 济南市, 济政发〔2020〕12号, in force from 2020-10-08 to 2023-10-07. Never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_jinan_2020() -> *const dijia_edition {
    pointer(&JINAN_2020)
}

/// The edition of the library of that name, such as `jinan-2020`; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_named(name: *const c_char, length: usize) -> *const dijia_edition {
    // SAFETY: the caller's pointer is NULL or as the header says.
    let Ok(name) = (unsafe { text::read(name, length) }) else { return ptr::null() };
    EDITIONS.iter().find(|edition| edition.name() == name).map_or(ptr::null(), |edition| pointer(edition))
}

/// The formula by which a document corrects its prices (宗地地价计算公式) into the buffer, in the symbols of a worksheet and the order of
/// the document, such as `P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf`; empty where the edition does not say. Worksheets print the
/// product in that order. One that begins with `(P + Kf)` corrects Kf with P, and parcels are priced so.
///
/// Fails with `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_formula(
    edition: *const dijia_edition,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || match read_edition(edition)?.formula() {
            Some(formula) => text::write(formula, buffer, capacity, length),
            None => text::write("", buffer, capacity, length),
        })
    }
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
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(dijia_edition_facts::from(edition));
            Ok(())
        })
    }
}
