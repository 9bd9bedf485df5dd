//! What the lists of an appraisal are made of, and room for them as the library has them.

use core::ffi::c_char;

use dijia::{
    Appraisal, Coefficient, DateIndexPoint, Edition, FactorCorrection, IndexPeriod, Level, Origin, PlotRatioRow,
    Quantity, Ratio, UnitCost,
};

use crate::date::dijia_date;
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::error::{dijia_error, report};
use crate::failure::{Detail, Failure, Result};
use crate::pointer::{Array, Out, Plain, Room};
use crate::status::{DIJIA_TOO_MANY_ROWS, dijia_status};
use crate::text::{self, dijia_text};
use crate::words::dijia_service;
use crate::words::enumeration::invalid;

/// What the index is on a date between two points: one of `DIJIA_LAST_BEFORE`, `DIJIA_LINEAR_BY_DAYS`.
pub type dijia_between_points = u32;

/// That of the last point before.
pub const DIJIA_LAST_BEFORE: dijia_between_points = 0;
/// Interpolated linearly by days.
pub const DIJIA_LINEAR_BY_DAYS: dijia_between_points = 1;

/// What an index is relative to: one of `DIJIA_FIXED_BASE`, `DIJIA_CHAIN_OF_…`.
pub type dijia_index_period = u32;

/// All indices are relative to the same date (定基).
pub const DIJIA_FIXED_BASE: dijia_index_period = 0;
/// A chain (环比) in which the month before is 100.
pub const DIJIA_CHAIN_OF_MONTHS: dijia_index_period = 1;
/// A chain (环比) in which the quarter before is 100.
pub const DIJIA_CHAIN_OF_QUARTERS: dijia_index_period = 2;
/// A chain (环比) in which the half-year before is 100.
pub const DIJIA_CHAIN_OF_HALF_YEARS: dijia_index_period = 3;
/// A chain (环比) in which the year before is 100.
pub const DIJIA_CHAIN_OF_YEARS: dijia_index_period = 4;

const _: () = assert!(IndexPeriod::ALL.len() == DIJIA_CHAIN_OF_YEARS as usize, "every period has a number here");

/// The most editions that an appraisal is told of.
pub const DIJIA_MAX_KNOWN_EDITIONS: usize = 64;
/// The most further coefficients that an appraisal takes.
pub const DIJIA_MAX_COEFFICIENTS: usize = 16;
/// The most factor corrections that an appraisal takes.
pub const DIJIA_MAX_FACTOR_CORRECTIONS: usize = 64;
/// The most levels that an appraisal takes.
pub const DIJIA_MAX_LEVELS: usize = 64;
/// The most rows of a plot-ratio table.
pub const DIJIA_MAX_PLOT_RATIO_ROWS: usize = 256;
/// The most points of a date index.
pub const DIJIA_MAX_DATE_INDEX_POINTS: usize = 288;
/// The most unit costs: one for each service.
pub const DIJIA_MAX_UNIT_COSTS: usize = 8;

const _: () = assert!(
    DIJIA_MAX_COEFFICIENTS == Appraisal::MAX_COEFFICIENTS
        && DIJIA_MAX_FACTOR_CORRECTIONS == Appraisal::MAX_FACTOR_CORRECTIONS
        && DIJIA_MAX_LEVELS == Appraisal::MAX_LEVELS
);

/// A further coefficient (Kj).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_coefficient {
    /// What it corrects for, as the worksheet prints it.
    pub name: dijia_text,
    /// The coefficient, positive; 1 changes nothing.
    pub value: dijia_decimal,
    /// What `value` is divided by where the coefficient is an exact ratio, 100/103; none where it is a decimal.
    pub over: dijia_optional_decimal,
}

/// A factor correction (Ki). `dijia_factor_parse` reads one.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_factor {
    /// The factor, as the worksheet prints it.
    pub name: dijia_text,
    /// A signed fraction above −1 and below 1: +2.402 % is 0.02402; 0 changes nothing.
    pub value: dijia_decimal,
    /// 1 where the value was written with a per cent sign, so that its unit is beyond doubt: bare numbers that are more than
    /// 30 % together are warned of (`DIJIA_WARNING_BARE_FACTORS`).
    pub in_percent: u8,
    /// Not used; 0.
    pub reserved: [u8; 7],
}

/// The level (优劣程度) that a factor or a further coefficient of the edition has at the parcel, by the name that the document
/// prints; where the document states intervals, also by a number, which is in one of them: `420`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_level {
    /// The factor or the coefficient.
    pub of: dijia_text,
    /// Its level, or a number.
    pub level: dijia_text,
}

/// A row of a table of plot-ratio coefficients.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_plot_ratio_row {
    /// The plot ratio.
    pub plot_ratio: dijia_decimal,
    /// The coefficient that land of this plot ratio has.
    pub coefficient: dijia_decimal,
}

/// A point of a dated series of price indices.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_date_index_point {
    /// The date.
    pub date: dijia_date,
    /// Not used; 0.
    pub reserved: u32,
    /// The price index on that date; of a chain that of the period of the date, the period before being 100.
    pub index: dijia_decimal,
}

/// What it costs to bring a service to a site.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_unit_cost {
    /// The service.
    pub service: dijia_service,
    /// Not used; 0.
    pub reserved: u32,
    /// Its cost, 元/㎡ of land, not negative.
    pub cost: dijia_decimal,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_coefficient {}
// SAFETY: as above.
unsafe impl Plain for dijia_factor {}
// SAFETY: as above.
unsafe impl Plain for dijia_level {}
// SAFETY: as above.
unsafe impl Plain for dijia_plot_ratio_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_date_index_point {}
// SAFETY: as above.
unsafe impl Plain for dijia_unit_cost {}

/// The factor correction of that name that the text is: a decimal, or one followed by `%`, which is its hundredth (`2.402%`
/// is 0.02402). The name is kept as a pointer.
///
/// Fails with `DIJIA_INVALID_DECIMAL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_factor_parse(
    name: dijia_text,
    text: *const c_char,
    length: usize,
    out: *mut dijia_factor,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let FactorCorrection { value, in_percent, .. } = FactorCorrection::parse("", text::read(text, length)?)?;
            let value = dijia_decimal::from(value);
            out.write(dijia_factor { name, value, in_percent: u8::from(in_percent), reserved: [0; 7] });
            Ok(())
        })
    }
}

/// A coefficient that is written as a decimal or as a ratio: two decimals with `/`, `／` or `÷` between them, as 100/103. `over`
/// is what `value` is divided by, and none where the text is a decimal: so `dijia_coefficient` has them, and `dijia_appraisal`.
///
/// Fails with `DIJIA_INVALID_DECIMAL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_ratio_parse(
    text: *const c_char,
    length: usize,
    value: *mut dijia_decimal,
    over: *mut dijia_optional_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (value, over) = (Out::new(value)?, Out::new(over)?);
            let ratio: Ratio = text::read(text, length)?.parse()?;
            value.write(dijia_decimal::from(ratio.numerator()));
            over.write(dijia_optional_decimal::from(ratio.is_quotient().then_some(ratio.denominator())));
            Ok(())
        })
    }
}

/// What an appraisal borrows, converted.
pub struct Lists<'a> {
    pub coefficients: Room<Coefficient<'a>, DIJIA_MAX_COEFFICIENTS>,
    pub corrections: Room<FactorCorrection<'a>, DIJIA_MAX_FACTOR_CORRECTIONS>,
    pub levels: Room<Level<'a>, DIJIA_MAX_LEVELS>,
    pub unit_costs: Room<UnitCost, DIJIA_MAX_UNIT_COSTS>,
    pub table: Room<PlotRatioRow, DIJIA_MAX_PLOT_RATIO_ROWS>,
    pub index: Room<DateIndexPoint, DIJIA_MAX_DATE_INDEX_POINTS>,
    pub editions: Room<&'static Edition<'static>, DIJIA_MAX_KNOWN_EDITIONS>,
    pub origin: Option<Origin<'a>>,
}

impl<'a> Lists<'a> {
    #[inline]
    pub const fn new() -> Self {
        Self {
            coefficients: Room::new(),
            corrections: Room::new(),
            levels: Room::new(),
            unit_costs: Room::new(),
            table: Room::new(),
            index: Room::new(),
            editions: Room::new(),
            origin: None,
        }
    }
}

/// Converts the elements of an array into room for them; `too_many` is the failure where there are more.
pub fn convert<T: Plain, U: Copy, const MOST: usize>(
    from: Array<T>,
    to: &mut Room<U, MOST>,
    too_many: impl FnOnce(usize) -> Failure,
    mut element: impl FnMut(T) -> Result<U>,
) -> Result<()> {
    if from.len() > MOST {
        return Err(too_many(from.len()));
    }
    for (index, value) in from.iter().enumerate() {
        let value = element(value).map_err(|failure| failure.at(index))?;
        // There is room for as many as there are.
        let _ = to.push(value);
    }
    Ok(())
}

/// The period of a chain; none of a series that has a fixed base.
pub fn read_period(number: dijia_index_period) -> Result<Option<IndexPeriod>> {
    let period = u8::try_from(number).ok().and_then(IndexPeriod::from_number);
    match (number, period) {
        (DIJIA_FIXED_BASE, _) => Ok(None),
        (_, None) => Err(invalid("dijia_index_period", number)),
        (_, period) => Ok(period),
    }
}

pub fn too_many(quantity: Quantity, most: usize) -> impl FnOnce(usize) -> Failure {
    move |count| Failure::from(dijia::Error::TooMany { quantity, count, most })
}

pub fn too_many_rows(most: usize) -> impl FnOnce(usize) -> Failure {
    move |count| Failure { detail: Detail::Counts((count, most)), ..Failure::of(DIJIA_TOO_MANY_ROWS) }
}
