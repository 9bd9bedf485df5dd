//! The steps of an appraisal.

use core::ffi::c_char;

use dijia::{Input, Language, Source, Step, StepKind, Unit, Value};

use crate::appraisal::dijia_appraisal;
use crate::appraised::{with_appraised, with_appraised_text};
use crate::date::dijia_optional_date;
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::error::{dijia_error, report};
use crate::failure::{Detail, Failure};
use crate::pointer::{Out, OutSized, Plain, sized};
use crate::price::dijia_citation;
use crate::status::{DIJIA_INDEX_OUT_OF_RANGE, dijia_status};
use crate::text::{self, dijia_text};
use crate::words::enumeration::element;
use crate::words::{self, dijia_development_level, dijia_language, read_language};

/// What the figure of a step is: one of `DIJIA_STEP_…`.
pub type dijia_step_kind = u32;

/// P, the benchmark price.
pub const DIJIA_STEP_BASE_PRICE: dijia_step_kind = 1;
/// m, the remaining term, where it comes from dates.
pub const DIJIA_STEP_REMAINING_TERM: dijia_step_kind = 2;
/// Ky, the term coefficient.
pub const DIJIA_STEP_TERM_COEFFICIENT: dijia_step_kind = 3;
/// Kv, the plot-ratio coefficient.
pub const DIJIA_STEP_PLOT_RATIO_COEFFICIENT: dijia_step_kind = 4;
/// t, the months from the base date to the valuation date.
pub const DIJIA_STEP_MONTHS: dijia_step_kind = 5;
/// Kt, the date coefficient.
pub const DIJIA_STEP_DATE_COEFFICIENT: dijia_step_kind = 6;
/// Kj, a further coefficient.
pub const DIJIA_STEP_COEFFICIENT: dijia_step_kind = 7;
/// Ki, a factor correction.
pub const DIJIA_STEP_FACTOR_CORRECTION: dijia_step_kind = 8;
/// ΣKi, the sum of the factor corrections.
pub const DIJIA_STEP_FACTOR_SUM: dijia_step_kind = 9;
/// Kf, the development adjustment.
pub const DIJIA_STEP_DEVELOPMENT_ADJUSTMENT: dijia_step_kind = 10;
/// V, the unit price.
pub const DIJIA_STEP_UNIT_PRICE: dijia_step_kind = 11;
/// The price in 万元/亩.
pub const DIJIA_STEP_WAN_YUAN_PER_MU: dijia_step_kind = 12;
/// The floor price.
pub const DIJIA_STEP_FLOOR_PRICE: dijia_step_kind = 13;
/// The total in 元.
pub const DIJIA_STEP_TOTAL_YUAN: dijia_step_kind = 14;
/// The total in 万元.
pub const DIJIA_STEP_TOTAL_WAN_YUAN: dijia_step_kind = 15;
/// The deviation from the benchmark price.
pub const DIJIA_STEP_DEVIATION: dijia_step_kind = 16;

/// The unit of a figure: one of `DIJIA_UNIT_…`.
pub type dijia_unit = u32;

/// A pure number.
pub const DIJIA_UNIT_ONE: dijia_unit = 0;
/// 元/㎡ of land.
pub const DIJIA_UNIT_YUAN_PER_SQUARE_METRE: dijia_unit = 1;
/// 元/㎡ of floor.
pub const DIJIA_UNIT_YUAN_PER_FLOOR_AREA: dijia_unit = 2;
/// 万元/亩.
pub const DIJIA_UNIT_WAN_YUAN_PER_MU: dijia_unit = 3;
/// 元.
pub const DIJIA_UNIT_YUAN: dijia_unit = 4;
/// 万元.
pub const DIJIA_UNIT_WAN_YUAN: dijia_unit = 5;
/// Years.
pub const DIJIA_UNIT_YEARS: dijia_unit = 6;
/// Months.
pub const DIJIA_UNIT_MONTHS: dijia_unit = 7;
/// Per cent.
pub const DIJIA_UNIT_PERCENT: dijia_unit = 8;

/// Where a figure comes from: one of `DIJIA_SOURCE_PUBLISHED`, `DIJIA_SOURCE_CALLER`, `DIJIA_SOURCE_DERIVED`.
pub type dijia_source = u32;

/// It is published; `citation` says where.
pub const DIJIA_SOURCE_PUBLISHED: dijia_source = 1;
/// The caller gave it.
pub const DIJIA_SOURCE_CALLER: dijia_source = 2;
/// It was computed from other figures.
pub const DIJIA_SOURCE_DERIVED: dijia_source = 3;

/// The most inputs that a step names.
pub const DIJIA_MAX_STEP_INPUTS: usize = 6;

/// Something that a step was computed from: a number, a date, or, where there is neither, a development level.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_step_input {
    /// Its symbol in the formula of the step.
    pub symbol: dijia_text,
    /// The number, if it is one.
    pub number: dijia_optional_decimal,
    /// The date, if it is one.
    pub date: dijia_optional_date,
    /// The development level, if it is one.
    pub development_level: dijia_development_level,
    /// Not used; 0.
    pub reserved: [u32; 5],
}

/// One line of an appraisal: a figure, what it was computed from, and where it comes from. Set `size` before the call
/// (`DIJIA_STEP_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_step {
    /// `sizeof(dijia_step)`, set by the caller.
    pub size: usize,
    /// What the figure is.
    pub kind: dijia_step_kind,
    /// The unit of the figure.
    pub unit: dijia_unit,
    /// Where the figure comes from.
    pub source: dijia_source,
    /// 1 where the policy leaves a derived coefficient unrounded, so that `value` is only as much of it as is shown.
    pub is_unrounded: u32,
    /// The symbol in the formula, such as Ky.
    pub symbol: dijia_text,
    /// The caller's own name of a further coefficient or a factor correction: it points to where the caller had it.
    pub name: dijia_text,
    /// The figure before it was rounded, to at most 12 places; none where it was not rounded.
    pub before_rounding: dijia_optional_decimal,
    /// The figure that the appraisal goes on with.
    pub value: dijia_decimal,
    /// Where the figure is printed, if it is; of a price of the caller's own where he says that it is from.
    pub citation: dijia_citation,
    /// How many of `inputs` there are.
    pub input_count: usize,
    /// What the figure was computed from.
    pub inputs: [dijia_step_input; DIJIA_MAX_STEP_INPUTS],
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_step_input {}
// SAFETY: as above.
unsafe impl Plain for dijia_step {}

sized! {
    dijia_step to inputs;
}

impl dijia_step_input {
    const NONE: Self = Self {
        symbol: dijia_text::EMPTY,
        number: dijia_optional_decimal::NONE,
        date: dijia_optional_date::NONE,
        development_level: 0,
        reserved: [0; 5],
    };
}

impl From<Input> for dijia_step_input {
    fn from(input: Input) -> Self {
        let none = Self { symbol: dijia_text::from(input.symbol), ..Self::NONE };
        match input.value {
            Value::Decimal(value) => Self { number: Some(value).into(), ..none },
            Value::Date(date) => Self { date: Some(date.into()).into(), ..none },
            Value::DevelopmentLevel(level) => Self { development_level: words::level(level), ..none },
        }
    }
}

impl From<&Step<'_>> for dijia_step {
    fn from(step: &Step<'_>) -> Self {
        let (source, citation) = match step.source {
            Source::Published(citation) => (DIJIA_SOURCE_PUBLISHED, dijia_citation::from(citation)),
            Source::Origin(origin) => (DIJIA_SOURCE_CALLER, dijia_citation::from(origin)),
            Source::Caller => (DIJIA_SOURCE_CALLER, dijia_citation::none()),
            Source::Derived => (DIJIA_SOURCE_DERIVED, dijia_citation::none()),
            Source::DerivedFrom(citation) => (DIJIA_SOURCE_DERIVED, dijia_citation::from(citation)),
        };
        let mut inputs = [dijia_step_input::NONE; DIJIA_MAX_STEP_INPUTS];
        let mut input_count = 0;
        for (place, input) in inputs.iter_mut().zip(step.inputs()) {
            *place = dijia_step_input::from(input);
            input_count += 1;
        }
        Self {
            size: 0,
            kind: u32::from(step.kind as u8),
            unit: u32::from(step.kind.unit() as u8),
            source,
            is_unrounded: u32::from(step.is_unrounded()),
            symbol: dijia_text::from(step.kind.symbol()),
            name: step.name.map_or(dijia_text::EMPTY, dijia_text::from),
            before_rounding: dijia_optional_decimal::from(step.before_rounding),
            value: dijia_decimal::from(step.value),
            citation,
            input_count,
            inputs,
        }
    }
}

/// How many steps an appraisal has: at most 12 more than it has coefficients and corrections.
///
/// Fails as `dijia_appraise`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_step_count(
    input: *const dijia_appraisal,
    out: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let count = with_appraised(input, |appraised| Ok(appraised.steps().count()))?;
            out.write(count);
            Ok(())
        })
    }
}

/// The step of that index, in the order of the formula: what takes no part in it has none. The parcel is priced anew.
///
/// Fails as `dijia_appraise`, or with `DIJIA_INDEX_OUT_OF_RANGE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_step_at(
    input: *const dijia_appraisal,
    index: usize,
    out: *mut dijia_step,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = OutSized::new(out)?;
            let step = with_appraised(input, |appraised| {
                appraised.steps().nth(index).as_ref().map(dijia_step::from).ok_or_else(|| outside(index, appraised))
            })?;
            out.write(step);
            Ok(())
        })
    }
}

fn outside(index: usize, appraised: &dijia::Appraised<'_>) -> Failure {
    let counts = (0, appraised.steps().count());
    Failure { detail: Detail::Counts(counts), ..Failure::of(DIJIA_INDEX_OUT_OF_RANGE).at(index) }
}

/// The computation of the step of that index with its numbers filled in, such as
/// `[1 − (1 + 0.064)^−33.57] ÷ [1 − (1 + 0.064)^−40]`, into the buffer; an empty text for a figure that was given.
///
/// Fails as `dijia_step_at`, or with `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_step_expression(
    input: *const dijia_appraisal,
    index: usize,
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
                let step = appraised.steps().nth(index).ok_or_else(|| outside(index, appraised))?;
                text::write(step.expression_in(language), buffer, capacity, length)
            })
        })
    }
}

const KINDS: [StepKind; 16] = [
    StepKind::BasePrice,
    StepKind::RemainingTerm,
    StepKind::TermCoefficient,
    StepKind::PlotRatioCoefficient,
    StepKind::Months,
    StepKind::DateCoefficient,
    StepKind::Coefficient,
    StepKind::FactorCorrection,
    StepKind::FactorSum,
    StepKind::DevelopmentAdjustment,
    StepKind::UnitPrice,
    StepKind::WanYuanPerMu,
    StepKind::FloorPrice,
    StepKind::TotalYuan,
    StepKind::TotalWanYuan,
    StepKind::Deviation,
];
const UNITS: [Unit; 9] = [
    Unit::One,
    Unit::YuanPerSquareMetre,
    Unit::YuanPerFloorArea,
    Unit::WanYuanPerMu,
    Unit::Yuan,
    Unit::WanYuan,
    Unit::Years,
    Unit::Months,
    Unit::Percent,
];

const _: () = {
    let mut index = 0;
    while index < KINDS.len() {
        assert!(KINDS[index] as usize == index + 1, "the kinds are in the order of their numbers");
        index += 1;
    }
    let mut index = 0;
    while index < UNITS.len() {
        assert!(UNITS[index] as usize == index, "the units are in the order of their numbers");
        index += 1;
    }
};

/// What a step is, in words: 年期修正系数 or term coefficient.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_step_kind_name(
    value: dijia_step_kind,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = element(&KINDS, 1, "dijia_step_kind", value)?;
            out.write(dijia_text::from(match read_language(language)? {
                Language::Chinese => value.chinese(),
                Language::English => value.english(),
            }));
            Ok(())
        })
    }
}

/// A unit in words: 元/㎡ or yuan/m²; empty for a pure number.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_unit_name(
    value: dijia_unit,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = element(&UNITS, 0, "dijia_unit", value)?;
            out.write(dijia_text::from(match read_language(language)? {
                Language::Chinese => value.chinese(),
                Language::English => value.english(),
            }));
            Ok(())
        })
    }
}
