//! What an edition has, one by one.

use dijia::{AnnexOfEdition, AreaOfEdition, Edition, GradeOfEdition, LandUseOfEdition, PlaceOfEdition, Statement};

use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::{Detail, Failure, Result};
use crate::handle::{number_of_area, number_of_grade, number_of_land_use};
use crate::pointer::{Out, OutSized, Plain, sized};
use crate::price::{dijia_basis_row, dijia_grade_price_row, dijia_zone_price_row};
use crate::status::{DIJIA_INDEX_OUT_OF_RANGE, dijia_status};
use crate::text::dijia_text;
use crate::words::{DIJIA_FIRST_AREA, DIJIA_NO_LAND_USE, dijia_area, dijia_grade, dijia_land_use, known_land_use};

/// A land use as an edition has it. Set `size` before the call (`DIJIA_LAND_USE_ROW_INIT`); so for every row of an edition.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_land_use_row {
    /// `sizeof(dijia_land_use_row)`, set by the caller.
    pub size: usize,
    /// What the edition is asked for it by.
    pub land_use: dijia_land_use,
    /// The class of land use that it belongs to, one of `DIJIA_COMMERCIAL` …; `DIJIA_NO_LAND_USE` where it belongs to none.
    pub class_of_use: dijia_land_use,
    /// Its name in the document, without 用地.
    pub name: dijia_text,
    /// Its name in English; that in Chinese where it has none.
    pub english: dijia_text,
    /// What it is printed under, where that is another name; else empty.
    pub printed_under: dijia_text,
}

/// An area that an edition has prices of.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_area_row {
    /// `sizeof(dijia_area_row)`, set by the caller.
    pub size: usize,
    /// What the edition is asked for it by.
    pub area: dijia_area,
    /// Not used; 0.
    pub reserved: u32,
    /// Its name in the document.
    pub name: dijia_text,
    /// Its name in English; that in Chinese where it has none.
    pub english: dijia_text,
}

/// A grade as an edition has it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_grade_row {
    /// `sizeof(dijia_grade_row)`, set by the caller.
    pub size: usize,
    /// What the edition is asked for it by.
    pub grade: dijia_grade,
    /// Not used; 0.
    pub reserved: u32,
    /// The numeral of one that has a number, Ⅲ, or its name.
    pub name: dijia_text,
}

/// A place that an area covers: a township, a street office, a county.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_place_row {
    /// `sizeof(dijia_place_row)`, set by the caller.
    pub size: usize,
    /// The area that covers it.
    pub area: dijia_area,
    /// Not used; 0.
    pub reserved: u32,
    /// Its name in the document.
    pub name: dijia_text,
    /// The district that it belongs to; empty where the document does not say so.
    pub district: dijia_text,
}

/// Something that a document says of the area that it covers.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_statement_row {
    /// `sizeof(dijia_statement_row)`, set by the caller.
    pub size: usize,
    /// The area that it is about; `DIJIA_FIRST_AREA` where it is about none in particular.
    pub area: dijia_area,
    /// Not used; 0.
    pub reserved: u32,
    /// What it is about, such as 东.
    pub about: dijia_text,
    /// The words of the document.
    pub words: dijia_text,
}

/// An annex (附件) of a document.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_annex_row {
    /// `sizeof(dijia_annex_row)`, set by the caller.
    pub size: usize,
    /// Its number; 0 where it only has a label.
    pub number: u32,
    /// 1 where the edition holds its figures; 0 where they are published, but elsewhere.
    pub in_hand: u32,
    /// What the document calls it where that is not a number, such as 表1-1; else empty.
    pub label: dijia_text,
    /// Its title.
    pub title: dijia_text,
    /// The area that it publishes prices of; `DIJIA_FIRST_AREA` where it has several.
    pub area: dijia_area,
    /// 1 where it prints the prices of zones, 0 where it prints those of grades.
    pub of_zones: u32,
    /// The land uses that it publishes prices of: the bit 1 << index for each, by the index of `dijia_land_use_at`.
    pub land_uses: u64,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_land_use_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_area_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_grade_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_place_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_statement_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_annex_row {}

sized! {
    dijia_land_use_row to printed_under;
    dijia_area_row to english;
    dijia_grade_row to name;
    dijia_place_row to district;
    dijia_statement_row to words;
    dijia_annex_row to land_uses;
}

fn optional(text: Option<&str>) -> dijia_text {
    text.map_or(dijia_text::EMPTY, dijia_text::from)
}

fn land_use_row(edition: &Edition<'_>, of: LandUseOfEdition<'_>) -> dijia_land_use_row {
    dijia_land_use_row {
        size: 0,
        land_use: number_of_land_use(edition, of.key()),
        class_of_use: of.class().map_or(DIJIA_NO_LAND_USE, known_land_use),
        name: dijia_text::from(of.name()),
        english: dijia_text::from(of.english()),
        printed_under: optional(of.printed_under()),
    }
}

fn area_row(edition: &Edition<'_>, of: AreaOfEdition<'_>) -> dijia_area_row {
    dijia_area_row {
        size: 0,
        area: number_of_area(edition, of.key()),
        reserved: 0,
        name: dijia_text::from(of.name()),
        english: dijia_text::from(of.english()),
    }
}

fn grade_row(edition: &Edition<'_>, of: GradeOfEdition<'_>) -> dijia_grade_row {
    let grade = number_of_grade(edition, of.key());
    dijia_grade_row { size: 0, grade, reserved: 0, name: dijia_text::from(of.name()) }
}

fn place_row(edition: &Edition<'_>, of: PlaceOfEdition<'_>) -> dijia_place_row {
    dijia_place_row {
        size: 0,
        area: number_of_area(edition, of.area().key()),
        reserved: 0,
        name: dijia_text::from(of.name()),
        district: optional(of.district()),
    }
}

fn statement_row(edition: &Edition<'_>, of: Statement<'_>) -> dijia_statement_row {
    dijia_statement_row {
        size: 0,
        area: of.area().map_or(DIJIA_FIRST_AREA, |area| number_of_area(edition, area.key())),
        reserved: 0,
        about: dijia_text::from(of.about()),
        words: dijia_text::from(of.words()),
    }
}

fn annex_row(edition: &Edition<'_>, of: AnnexOfEdition<'_>) -> dijia_annex_row {
    let places = edition.land_uses().enumerate();
    let land_uses = places.filter(|(_, land_use)| of.land_uses().any(|listed| listed == *land_use));
    dijia_annex_row {
        size: 0,
        number: of.number().map_or(0, u32::from),
        in_hand: of.is_in_hand().into(),
        label: optional(of.label()),
        title: dijia_text::from(of.title()),
        area: of.area().map_or(DIJIA_FIRST_AREA, |area| number_of_area(edition, area.key())),
        of_zones: of.is_of_zones().into(),
        land_uses: land_uses.fold(0, |bits, (place, _)| bits | 1_u64.checked_shl(place as u32).unwrap_or(0)),
    }
}

/// The element of a list, or how many there are.
fn at<T>(mut list: impl ExactSizeIterator<Item = T>, index: usize) -> Result<T> {
    let counts = (0, list.len());
    list.nth(index).ok_or(Failure { detail: Detail::Counts(counts), ..Failure::of(DIJIA_INDEX_OUT_OF_RANGE).at(index) })
}

/// A land use of an edition, in the order of the document.
///
/// Fails, like every function that takes an index, with `DIJIA_INDEX_OUT_OF_RANGE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_land_use_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_land_use_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(land_use_row(edition, at(edition.land_uses(), index)?));
            Ok(())
        })
    }
}

/// An area of an edition, in the order of the document.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_area_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_area_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(area_row(edition, at(edition.areas(), index)?));
            Ok(())
        })
    }
}

/// A grade of an edition, the dearest first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_grade_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_grade_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(grade_row(edition, at(edition.grades(), index)?));
            Ok(())
        })
    }
}

/// A place that an area covers, in the order of the document.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_place_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_place_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(place_row(edition, at(edition.places(), index)?));
            Ok(())
        })
    }
}

/// Something that the document says of what it covers, in its own words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_statement_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_statement_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(statement_row(edition, at(edition.statements(), index)?));
            Ok(())
        })
    }
}

/// An annex of the document, those without figures in hand too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_annex_at(
    edition: *const dijia_edition,
    index: usize,
    out: *mut dijia_annex_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(annex_row(edition, at(edition.annexes(), index)?));
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
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(dijia_grade_price_row::from(at(edition.grade_prices(), index)?));
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
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            out.write(dijia_zone_price_row::from(at(edition.zone_prices(), index)?));
            Ok(())
        })
    }
}
