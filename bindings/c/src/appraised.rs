//! What a parcel costs.

use core::ffi::c_char;
use core::fmt;

use dijia::{Appraised, BasePrice, Language, Validity, Warning};

use crate::appraisal::{DIJIA_BASE_GRADE, DIJIA_BASE_OWN, DIJIA_BASE_ZONE, dijia_appraisal, dijia_base};
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::elements::Lists;
use crate::error::{dijia_error, report};
use crate::failure::Result;
use crate::pointer::{Memory, OutSized, Plain, read_sized, sized};
use crate::rounding::dijia_rounding;
use crate::status::dijia_status;
use crate::text;
use crate::words::{
    DIJIA_IN_FORCE, dijia_language, dijia_layout, dijia_validity, read_language, read_layout, validity,
};

/// In `dijia_appraised.warnings`: the unit price is more than 30 % away from the benchmark price; the text names the
/// coefficients that carry it.
pub const DIJIA_WARNING_LARGE_DEVIATION: u32 = 1;
/// In `dijia_appraised.warnings`: the document is not in force on the valuation date; `validity` says which way.
pub const DIJIA_WARNING_OUTSIDE_VALIDITY: u32 = 2;
/// In `dijia_appraised.warnings`: the valuation date is before the date that the benchmark price is the price of.
pub const DIJIA_WARNING_BEFORE_BASE_DATE: u32 = 4;
/// In `dijia_appraised.warnings`: P is published and no valuation date is given, so that nobody has checked whether it is in
/// force.
pub const DIJIA_WARNING_NO_VALUATION_DATE: u32 = 8;
/// In `dijia_appraised.warnings`: the plot ratio is not the one that P assumes, and nothing gives Kv.
pub const DIJIA_WARNING_PLOT_RATIO_UNCORRECTED: u32 = 16;
/// In `dijia_appraised.warnings`: the valuation date is not the date that P is the price of, and nothing gives Kt.
pub const DIJIA_WARNING_DATE_UNCORRECTED: u32 = 32;
/// In `dijia_appraised.warnings`: factor corrections without a per cent sign are more than 30 % together; it may be missing.
pub const DIJIA_WARNING_BARE_FACTORS: u32 = 64;
/// In `dijia_appraised.warnings`: corrections are taken as published, and factors or coefficients of the document have no level.
pub const DIJIA_WARNING_WITHOUT_LEVEL: u32 = 128;
/// In `dijia_appraised.warnings`: the benchmark price is printed as a lower bound (≥).
pub const DIJIA_WARNING_LOWER_BOUND: u32 = 256;

/// A priced parcel. Set `size` before the call (`DIJIA_APPRAISED_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_appraised {
    /// `sizeof(dijia_appraised)`, set by the caller.
    pub size: usize,
    /// Whose the benchmark price is.
    pub base: dijia_base,
    /// What to look at before signing: `DIJIA_WARNING_…` joined by `|`. `dijia_warnings_text` says it in words.
    pub warnings: u32,
    /// How the valuation date stands to the period in force; `DIJIA_IN_FORCE` where there is no warning of it.
    pub validity: dijia_validity,
    /// Not used; 0.
    pub reserved: u32,
    /// The benchmark price P, 元/㎡ of land.
    pub base_price: dijia_decimal,
    /// The unit price (宗地单价), 元/㎡ of land.
    pub unit_price: dijia_decimal,
    /// The price in 万元/亩: the unit price ÷ 15.
    pub wan_yuan_per_mu: dijia_decimal,
    /// How far the unit price is from the benchmark price, in per cent to 2 places: unit price ÷ P − 1.
    pub deviation: dijia_decimal,
    /// The floor price (楼面地价), 元/㎡ of floor; none where the parcel's plot ratio is not given.
    pub floor_price: dijia_optional_decimal,
    /// The total in 元; none where the area is not given.
    pub total_yuan: dijia_optional_decimal,
    /// The total in 万元; none where the area is not given.
    pub total_wan_yuan: dijia_optional_decimal,
    /// The term coefficient (年期修正系数), Ky. Like the other coefficients none where it takes no part, and where the policy
    /// leaves it unrounded, which no decimal is: its step then has its first digits.
    pub term_coefficient: dijia_optional_decimal,
    /// The plot-ratio coefficient (容积率修正系数), Kv.
    pub plot_ratio_coefficient: dijia_optional_decimal,
    /// The date coefficient (期日修正系数), Kt.
    pub date_coefficient: dijia_optional_decimal,
    /// The sum of the factor corrections (因素修正), ΣKi; none where there are none.
    pub factor_sum: dijia_optional_decimal,
    /// The development adjustment (开发程度修正), Kf, 元/㎡; none where there is none.
    pub development_adjustment: dijia_optional_decimal,
    /// The policy that the figures are rounded by.
    pub rounding: dijia_rounding,
}

// SAFETY: integers, and structs of them.
unsafe impl Plain for dijia_appraised {}

sized! {
    dijia_appraised to rounding;
}

impl From<&Appraised<'_>> for dijia_appraised {
    fn from(appraised: &Appraised<'_>) -> Self {
        let (mut warnings, mut outside) = (0, DIJIA_IN_FORCE);
        for warning in appraised.warnings() {
            warnings |= match warning {
                Warning::LargeDeviation { .. } => DIJIA_WARNING_LARGE_DEVIATION,
                Warning::OutsideValidity { validity: is, .. } => {
                    outside = validity(is);
                    DIJIA_WARNING_OUTSIDE_VALIDITY
                }
                Warning::BeforeBaseDate { .. } => DIJIA_WARNING_BEFORE_BASE_DATE,
                Warning::NoValuationDate { .. } => DIJIA_WARNING_NO_VALUATION_DATE,
                Warning::PlotRatioUncorrected { .. } => DIJIA_WARNING_PLOT_RATIO_UNCORRECTED,
                Warning::DateUncorrected { .. } => DIJIA_WARNING_DATE_UNCORRECTED,
                Warning::BareFactors { .. } => DIJIA_WARNING_BARE_FACTORS,
                Warning::WithoutLevel { .. } => DIJIA_WARNING_WITHOUT_LEVEL,
                Warning::LowerBound { .. } => DIJIA_WARNING_LOWER_BOUND,
                // Every warning of this version is named above.
                _ => 0,
            };
        }
        let base_price = appraised.base_price();
        let coefficients = appraised.coefficients();
        Self {
            size: 0,
            base: match base_price {
                BasePrice::Zone(_) => DIJIA_BASE_ZONE,
                BasePrice::Grade(_) => DIJIA_BASE_GRADE,
                BasePrice::Own { .. } => DIJIA_BASE_OWN,
            },
            warnings,
            validity: outside,
            reserved: 0,
            base_price: dijia_decimal::from(appraised.price_started_from()),
            unit_price: dijia_decimal::from(appraised.unit_price()),
            wan_yuan_per_mu: dijia_decimal::from(appraised.wan_yuan_per_mu()),
            deviation: dijia_decimal::from(appraised.deviation()),
            floor_price: dijia_optional_decimal::from(appraised.floor_price()),
            total_yuan: dijia_optional_decimal::from(appraised.total_yuan()),
            total_wan_yuan: dijia_optional_decimal::from(appraised.total_wan_yuan()),
            term_coefficient: dijia_optional_decimal::from(coefficients.term),
            plot_ratio_coefficient: dijia_optional_decimal::from(coefficients.plot_ratio),
            date_coefficient: dijia_optional_decimal::from(coefficients.date),
            factor_sum: dijia_optional_decimal::from(coefficients.factor_sum),
            development_adjustment: dijia_optional_decimal::from(coefficients.development_adjustment),
            rounding: dijia_rounding::from(appraised.policy()),
        }
    }
}

const _: () = assert!(validity(Validity::InForce) == DIJIA_IN_FORCE);

/// Prices the parcel that `input` says, and does something with the result, but for writing to the caller's memory: what
/// the result borrows may be there.
///
/// # Safety
///
/// `input` must be NULL or as the header says.
pub unsafe fn with_appraised<T>(
    input: *const dijia_appraisal,
    then: impl FnOnce(&Appraised<'_>) -> Result<T>,
) -> Result<T> {
    // SAFETY: as here.
    unsafe { priced(input, [Memory::NONE; 2], then) }
}

/// Prices the parcel that `input` says, and writes a text of the result by a function such as [`text::write`].
///
/// # Safety
///
/// `input` must be NULL or as the header says.
pub unsafe fn with_appraised_text(
    input: *const dijia_appraisal,
    (buffer, capacity, length): (*mut c_char, usize, *mut usize),
    write: impl FnOnce(&Appraised<'_>) -> Result<()>,
) -> Result<()> {
    // SAFETY: as here.
    unsafe { priced(input, [Memory::new(buffer, capacity), Memory::new(length, 1)], write) }
}

/// # Safety
///
/// As [`with_appraised`]; `then` may write to the memory that is `written` and to no other.
unsafe fn priced<T>(
    input: *const dijia_appraisal,
    written: [Memory; 2],
    then: impl FnOnce(&Appraised<'_>) -> Result<T>,
) -> Result<T> {
    // SAFETY: as here.
    let input = unsafe { read_sized(input) }?;
    let mut lists = Lists::new();
    // SAFETY: as here; `input` is used up before this returns.
    let appraised = unsafe { input.read(&mut lists, written) }?.appraise()?;
    then(&appraised)
}

/// Prices a parcel.
///
/// Fails with what is wrong with the parcel: what takes no part whatever the values (`DIJIA_TAKES_NO_PART`, `DIJIA_TOO_MANY`,
/// `DIJIA_NAMED_TWICE`), then the first in the order of the formula: `DIJIA_NO_SUCH_ZONE` and whatever the
/// base price fails with, `DIJIA_NOT_POSITIVE`, `DIJIA_OUT_OF_RANGE`, `DIJIA_TERM_EXCEEDS_STATUTORY`,
/// `DIJIA_EXPIRY_NOT_AFTER_VALUATION`, `DIJIA_INVALID_TABLE`, `DIJIA_PLOT_RATIO_OUTSIDE_TABLE`,
/// `DIJIA_DATE_OUTSIDE_INDEX`, `DIJIA_COEFFICIENT_NOT_POSITIVE`, `DIJIA_FACTOR_OUT_OF_RANGE`, `DIJIA_FACTOR_SUM_TOO_LOW`, `DIJIA_MISSING_UNIT_COST`,
/// `DIJIA_NEGATIVE_UNIT_COST`, `DIJIA_DUPLICATE_UNIT_COST`, `DIJIA_MISSING`, `DIJIA_CONFLICT`,
/// `DIJIA_TOO_MANY_ROWS`, `DIJIA_RESULT_NOT_POSITIVE`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`,
/// `DIJIA_UNDECIDED`; or with what is wrong with the struct: `DIJIA_NULL_POINTER`, `DIJIA_INVALID_SIZE`,
/// `DIJIA_INVALID_ENUMERATOR`, `DIJIA_UNKNOWN_EDITION`, `DIJIA_MALFORMED_DECIMAL`, `DIJIA_MALFORMED_DATE`,
/// `DIJIA_INVALID_UTF8`, `DIJIA_TOO_LONG`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_appraise(
    input: *const dijia_appraisal,
    out: *mut dijia_appraised,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = OutSized::new(out)?;
            let appraised = with_appraised(input, |appraised| Ok(dijia_appraised::from(appraised)))?;
            out.write(appraised);
            Ok(())
        })
    }
}

/// The worksheet of an appraisal into the buffer: what the price rests on, a table of every step, and the formula with the
/// numbers filled in, and the warnings, in that layout, lines ended by `\n`. The parcel is priced anew; it is the same call as `dijia_appraise`, and fails as
/// that does or with `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_worksheet(
    input: *const dijia_appraisal,
    language: dijia_language,
    layout: dijia_layout,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (language, layout) = (read_language(language)?, read_layout(layout)?);
            with_appraised_text(input, (buffer, capacity, length), |appraised| {
                text::write(appraised.worksheet(language).layout(layout), buffer, capacity, length)
            })
        })
    }
}

/// The warnings of an appraisal in words, each on a line ended by `\n`, into the buffer; an empty text where there are none.
///
/// Fails as `dijia_worksheet`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_warnings_text(
    input: *const dijia_appraisal,
    language: dijia_language,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let language = read_language(language)?;
            with_appraised_text(input, (buffer, capacity, length), |appraised| {
                text::write(Warnings(appraised, language), buffer, capacity, length)
            })
        })
    }
}

struct Warnings<'a>(&'a Appraised<'a>, Language);

impl fmt::Display for Warnings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.warnings().try_for_each(|warning| match self.1 {
            Language::Chinese => writeln!(f, "{}", warning.message(Language::Chinese)),
            Language::English => writeln!(f, "{warning}"),
        })
    }
}
