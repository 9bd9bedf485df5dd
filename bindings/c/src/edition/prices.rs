//! Looking up: prices, what they assume, and whether they are in force.

use core::ffi::c_char;

use dijia::{Area, Edition, Key, LandUse, ZonePrice};

use crate::date::dijia_date;
use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::Result;
use crate::handle::{area_of, grade_of, land_use_of, zone_of};
use crate::pointer::{Out, OutSized};
use crate::price::{dijia_basis_row, dijia_grade_price_row, dijia_zone_price_row};
use crate::status::dijia_status;
use crate::text;
use crate::words::{dijia_area, dijia_grade, dijia_land_use, dijia_validity, dijia_zone_code, validity};

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

/// What the benchmark prices of that area and land use assume, where no grade or zone has a basis of its own: that of a price
/// is in its row.
///
/// Fails with `DIJIA_NO_BASIS`, `DIJIA_NO_SUCH_AREA`, `DIJIA_NO_SUCH_USE`, `DIJIA_SEVERAL_USES`, `DIJIA_OF_ANOTHER_EDITION`.
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
            let basis = edition.basis(area_of(edition, area)?, land_use_of(edition, land_use)?)?;
            out.write(dijia_basis_row::from(basis));
            Ok(())
        })
    }
}

/// The price of a grade in an area, `DIJIA_FIRST_AREA` for the edition's first.
///
/// Fails with `DIJIA_NO_SUCH_GRADE`, `DIJIA_FIGURES_NOT_IN_HAND`, `DIJIA_NO_SUCH_AREA`, `DIJIA_NO_SUCH_USE`,
/// `DIJIA_SEVERAL_USES`, `DIJIA_OF_ANOTHER_EDITION`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_grade_price(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    grade: dijia_grade,
    out: *mut dijia_grade_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            let (area, land_use) = (area_of(edition, area)?, land_use_of(edition, land_use)?);
            let price = edition.grade_price_in(area, land_use, grade_of(edition, grade)?)?;
            out.write(dijia_grade_price_row::from(price));
            Ok(())
        })
    }
}

/// The price of a zone in an area, `DIJIA_FIRST_AREA` for the edition's first. A zone that is not published has no price: that
/// of its grade is never put in its place.
///
/// Fails with `DIJIA_NO_SUCH_ZONE`, and as `dijia_grade_price`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_price(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    code: dijia_zone_code,
    out: *mut dijia_zone_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            let (area, land_use) = (area_of(edition, area)?, land_use_of(edition, land_use)?);
            let price = edition.zone_price_in(area, land_use, zone_of(edition, code)?)?;
            out.write(dijia_zone_price_row::from(price));
            Ok(())
        })
    }
}

/// The price of the zone whose code is spelled so: `dijia_edition_zone_code` and `dijia_zone_price` in one.
///
/// Fails with `DIJIA_INVALID_ZONE_CODE` and as `dijia_zone_price`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_price_spelled(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    code: *const c_char,
    length: usize,
    out: *mut dijia_zone_price_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, out) = (read_edition(edition)?, OutSized::new(out)?);
            let (area, land_use) = (area_of(edition, area)?, land_use_of(edition, land_use)?);
            out.write(dijia_zone_price_row::from(spelled(edition, (area, land_use), text::read(code, length)?)?));
            Ok(())
        })
    }
}

/// The price of the zone whose code is spelled so.
pub fn spelled<'a>(
    edition: &'a Edition<'_>,
    (area, land_use): (Key<Area>, Key<LandUse>),
    code: &str,
) -> Result<ZonePrice<'a>> {
    Ok(edition.zone_price_in(area, land_use, code)?)
}
