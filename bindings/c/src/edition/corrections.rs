//! The tables of corrections that a document prints, asked directly.

use core::ffi::c_char;

use dijia::{CorrectionRow, Corrections};

use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::Result;
use crate::handle::{area_of, grade_of, land_use_of, number_of_grade, number_of_land_use};
use crate::pointer::{Out, OutSized, Plain, sized};
use crate::price::dijia_citation;
use crate::rounding::dijia_rounding;
use crate::status::dijia_status;
use crate::text::{self, dijia_text};
use crate::words::{DIJIA_NO_LAND_USE, dijia_area, dijia_grade, dijia_land_use};

/// What a table of corrections gives: one of `DIJIA_CORRECTION_…`.
pub type dijia_correction_kind = u32;

/// The plot-ratio coefficient Kv, by plot ratio.
pub const DIJIA_CORRECTION_PLOT_RATIO: dijia_correction_kind = 1;
/// A factor correction Ki, by level.
pub const DIJIA_CORRECTION_FACTOR: dijia_correction_kind = 2;
/// A further coefficient Kj, by level.
pub const DIJIA_CORRECTION_COEFFICIENT: dijia_correction_kind = 3;
/// The term coefficient Ky, by remaining term.
pub const DIJIA_CORRECTION_TERM: dijia_correction_kind = 4;
/// The price index, by date.
pub const DIJIA_CORRECTION_DATE_INDEX: dijia_correction_kind = 5;
/// The growth of prices by the month.
pub const DIJIA_CORRECTION_MONTHLY_GROWTH: dijia_correction_kind = 6;
/// The unit costs of services, 元/㎡ of land.
pub const DIJIA_CORRECTION_UNIT_COST: dijia_correction_kind = 7;

/// A row of a table of corrections. Set `size` before the call (`DIJIA_CORRECTION_ROW_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_correction_row {
    /// `sizeof(dijia_correction_row)`, set by the caller.
    pub size: usize,
    /// What the table gives.
    pub kind: dijia_correction_kind,
    /// The land use that it holds for; `DIJIA_NO_LAND_USE` where it holds for all.
    pub land_use: dijia_land_use,
    /// The grade that it holds for; 0 where it holds for all.
    pub grade: dijia_grade,
    /// 1 where the area of a parcel says its level.
    pub by_area: u32,
    /// The name of the factor or the coefficient; else empty.
    pub name: dijia_text,
    /// The name of the level; else empty.
    pub level: dijia_text,
    /// The condition for the level, in the words of the document; else empty.
    pub condition: dijia_text,
    /// The coefficient or the index; of a factor the correction and of growth the rate, as a fraction: 0.3873 % is 0.003873.
    pub value: dijia_decimal,
    /// The plot ratio, or the remaining term in years, that the row is of; none in other tables.
    pub key: dijia_optional_decimal,
    /// Where it is printed.
    pub citation: dijia_citation,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_correction_row {}

sized! {
    dijia_correction_row to citation;
}

impl From<CorrectionRow<'_>> for dijia_correction_row {
    fn from(row: CorrectionRow<'_>) -> Self {
        let table = row.table();
        let text = |text: Option<&str>| text.map_or(dijia_text::EMPTY, dijia_text::from);
        let kind = table.kind() as u32;
        let has_key = matches!(kind, DIJIA_CORRECTION_PLOT_RATIO | DIJIA_CORRECTION_TERM);
        let edition = table.edition();
        Self {
            size: 0,
            kind,
            land_use: table.land_use().map_or(DIJIA_NO_LAND_USE, |it| number_of_land_use(edition, it.key())),
            grade: table.grade().map_or(0, |grade| number_of_grade(edition, grade.key())),
            by_area: u32::from(table.is_by_area()),
            name: text(table.name()),
            level: text(row.level()),
            condition: text(row.condition()),
            value: dijia_decimal::from(row.value()),
            key: dijia_optional_decimal::from(has_key.then(|| row.key())),
            citation: dijia_citation::from(row.citation()),
        }
    }
}

/// The tables for a grade of an area.
///
/// # Safety
///
/// `edition` must be NULL or that of an edition.
unsafe fn corrections(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    grade: dijia_grade,
) -> Result<Corrections<'static>> {
    // SAFETY: as here.
    let edition = unsafe { read_edition(edition) }?;
    let (area, land_use) = (area_of(edition, area)?, land_use_of(edition, land_use)?);
    Ok(edition.corrections_in(area, land_use, grade_of(edition, grade)?)?)
}

/// The row of a level of a factor, or of a further coefficient, that the document prints for a grade: by the name of the
/// level, or by a number that is in the interval that the level states.
///
/// Fails with `DIJIA_NO_SUCH_FACTOR`, `DIJIA_NO_SUCH_LEVEL`, `DIJIA_NO_SUCH_GRADE`, `DIJIA_NO_SUCH_AREA`, `DIJIA_NO_SUCH_USE`,
/// `DIJIA_SEVERAL_USES`, `DIJIA_OF_ANOTHER_EDITION`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_correction_level(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    grade: dijia_grade,
    of: *const c_char,
    of_length: usize,
    level: *const c_char,
    level_length: usize,
    out: *mut dijia_correction_row,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = OutSized::new(out)?;
            let (of, level) = (text::read(of, of_length)?, text::read(level, level_length)?);
            let row = corrections(edition, area, land_use, grade)?.level(of, level)?;
            out.write(dijia_correction_row::from(row));
            Ok(())
        })
    }
}

/// Kv of a plot ratio by the table that the document prints for a grade; where it is interpolated, rounded as the policy says.
///
/// Fails with `DIJIA_NOT_STATED` where no table is printed, `DIJIA_PLOT_RATIO_OUTSIDE_TABLE`, `DIJIA_NOT_TABULATED`,
/// `DIJIA_NOT_POSITIVE`, and as `dijia_correction_level`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_plot_ratio_coefficient(
    edition: *const dijia_edition,
    area: dijia_area,
    land_use: dijia_land_use,
    grade: dijia_grade,
    plot_ratio: dijia_decimal,
    rounding: dijia_rounding,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let corrections = corrections(edition, area, land_use, grade)?;
            let coefficient = corrections.plot_ratio_coefficient(plot_ratio.read()?, rounding.read()?)?;
            out.write(dijia_decimal::from(coefficient));
            Ok(())
        })
    }
}
