//! One appraisal, and a mixed use of several.

use std::sync::Arc;

use dijia::{Appraised, Editions, Language, Layout, MixedAppraised, MixedUse, Share, Source, Value, Warning};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::arguments::{self, Inputs};
use crate::batch::warning_kind;
use crate::dates::{date_to_py, optional_date_to_py};
use crate::decimals::{self, Reading, optional_to_py, to_py};
use crate::edition::{CitationValues, HeldEdition, PyEdition, citation};
use crate::editions::HeldEditions;
use crate::failure::OrRaise;
use crate::origin::OwnedOrigin;

self_cell::self_cell!(
    /// The inputs of an appraisal, the edition that they are of, and those that are known besides.
    struct Held {
        owner: (Arc<HeldEdition>, Option<Arc<HeldEditions>>),
        #[covariant]
        dependent: Inputs,
    }
);

/// The inputs of an appraisal that has a result.
#[pyclass(frozen, module = "dijia._dijia")]
pub struct Appraisal {
    held: Held,
}

#[pymethods]
impl Appraisal {
    /// Reads the keyword arguments and prices the parcel.
    #[new]
    fn new(py: Python<'_>, edition: &PyEdition, arguments: &Bound<'_, PyDict>) -> PyResult<Self> {
        let owner = (edition.held(), arguments::known_editions(arguments)?);
        let held = Held::try_new(owner, |(edition, known)| {
            let editions = known.as_ref().map(|known| Editions::new(known.as_slice()));
            let inputs = Inputs::read(arguments::base(edition.edition(), arguments)?, arguments)?;
            Ok::<_, PyErr>(Inputs { editions, ..inputs })
        })?;
        let inputs = held.borrow_dependent();
        inputs.with(|appraisal| appraisal.and_then(|appraisal| appraisal.appraise().map(drop))).or_raise(py)?;
        Ok(Self { held })
    }

    /// Unit price, 万元/亩, floor price, total in 元 and 万元, deviation, benchmark price; and the coefficients Ky, Kv, Kt,
    /// ΣKi and Kf.
    fn figures<'py>(&self, py: Python<'py>) -> PyResult<Vec<Option<Bound<'py, PyAny>>>> {
        self.with(py, |appraised| {
            let coefficients = appraised.coefficients();
            [
                Some(appraised.unit_price()),
                Some(appraised.wan_yuan_per_mu()),
                appraised.floor_price(),
                appraised.total_yuan(),
                appraised.total_wan_yuan(),
                Some(appraised.deviation()),
                Some(appraised.price_started_from()),
                coefficients.term,
                coefficients.plot_ratio,
                coefficients.date,
                coefficients.factor_sum,
                coefficients.development_adjustment,
            ]
            .into_iter()
            .map(|value| optional_to_py(py, value))
            .collect()
        })
    }

    fn worksheet(&self, py: Python<'_>, english: bool, layout: &str) -> PyResult<String> {
        let layout = read_layout(layout)?;
        self.with(py, |appraised| Ok(appraised.worksheet(language(english)).layout(layout).to_string()))
    }

    /// For each warning its kind, its text in English and Chinese, and its values.
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        self.with(py, |appraised| {
            let list = PyList::empty(py);
            for warning in appraised.warnings() {
                let (kind, values) = warning_values(py, warning)?;
                list.append((kind, warning.to_string(), warning.message(Language::Chinese).to_string(), values))?;
            }
            Ok(list)
        })
    }

    /// For each step its kind, name, inputs, computation in English and Chinese, value before rounding, value, whether that
    /// is unrounded, source and citation.
    fn steps<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        self.with(py, |appraised| {
            let list = PyList::empty(py);
            for step in appraised.steps() {
                let inputs: PyResult<Vec<_>> = step
                    .inputs()
                    .map(|input| {
                        let (decimal, date, bits) = match input.value {
                            Value::Decimal(value) => (Some(to_py(py, value)?), None, None),
                            Value::Date(date) => (None, Some(date_to_py(py, date)?), None),
                            Value::DevelopmentLevel(level) => (None, None, Some(level.bits())),
                        };
                        Ok((input.symbol, decimal, date, bits))
                    })
                    .collect();
                let (source, cited) = match step.source {
                    Source::Published(published) => (0, Some(citation(&published))),
                    Source::Origin(_) | Source::Caller => (1, None::<CitationValues>),
                    Source::Derived => (2, None),
                    Source::DerivedFrom(published) => (2, Some(citation(&published))),
                };
                list.append((
                    (step.kind as u8 - 1, step.kind.symbol(), step.name, step.kind.unit() as u8),
                    inputs?,
                    (step.expression().to_string(), step.expression_in(Language::Chinese).to_string()),
                    (optional_to_py(py, step.before_rounding)?, to_py(py, step.value)?, step.is_unrounded()),
                    (source, cited),
                ))?;
            }
            Ok(list)
        })
    }
}

impl Appraisal {
    fn inputs(&self) -> &Inputs<'_> {
        self.held.borrow_dependent()
    }

    fn with<R>(&self, py: Python<'_>, then: impl FnOnce(&Appraised<'_>) -> PyResult<R>) -> PyResult<R> {
        self.inputs().with(|appraisal| {
            let appraised = appraisal.and_then(|appraisal| appraisal.appraise()).or_raise(py)?;
            then(&appraised)
        })
    }
}

pub fn language(english: bool) -> Language {
    if english { Language::English } else { Language::Chinese }
}

fn warning_values<'py>(py: Python<'py>, warning: Warning<'_>) -> PyResult<(&'static str, Bound<'py, PyDict>)> {
    let values = PyDict::new(py);
    match warning {
        Warning::LargeDeviation { percent, carriers } => {
            values.set_item("percent", to_py(py, percent)?)?;
            // Quantities are named by their places, from 1.
            let carriers: Vec<_> = carriers.iter().map(|it| (usize::from(it.quantity as u8) - 1, it.name)).collect();
            values.set_item("carriers", carriers)?;
        }
        Warning::NoValuationDate { first_day, last_day } => {
            values.set_item("first_day", optional_date_to_py(py, first_day)?)?;
            values.set_item("last_day", optional_date_to_py(py, last_day)?)?;
        }
        Warning::PlotRatioUncorrected { plot_ratio, basis } => {
            values.set_item("plot_ratio", to_py(py, plot_ratio)?)?;
            values.set_item("basis", to_py(py, basis)?)?;
        }
        Warning::WithoutLevel { count, first } => {
            values.set_item("count", count)?;
            values.set_item("first", first)?;
        }
        Warning::LowerBound { printed } => values.set_item("printed", to_py(py, printed)?)?,
        Warning::BareFactors { sum } => values.set_item("sum", to_py(py, sum)?)?,
        Warning::OutsideValidity { valuation_date, validity, first_day, last_day, successor } => {
            values.set_item("valuation_date", date_to_py(py, valuation_date)?)?;
            values.set_item("validity", validity as u8)?;
            values.set_item("first_day", optional_date_to_py(py, first_day)?)?;
            values.set_item("last_day", optional_date_to_py(py, last_day)?)?;
            values.set_item("successor", successor)?;
        }
        Warning::BeforeBaseDate { valuation_date, base_date }
        | Warning::DateUncorrected { valuation_date, base_date } => {
            values.set_item("valuation_date", date_to_py(py, valuation_date)?)?;
            values.set_item("base_date", date_to_py(py, base_date)?)?;
        }
        _ => {}
    }
    Ok((warning_kind(&warning), values))
}

/// Appraisals and their shares.
type Shares<'py> = Vec<(PyRef<'py, Appraisal>, Bound<'py, PyAny>)>;
/// The figures, and the shares.
type MixedValues<'py> = (Vec<Option<Bound<'py, PyAny>>>, Vec<Bound<'py, PyAny>>);

/// A mixed use of these appraisals and shares: unit price, 万元/亩, total in 元 and 万元; and the shares.
#[pyfunction]
pub fn mixed_use<'py>(
    py: Python<'py>,
    shares: Shares<'py>,
    area: Option<Bound<'py, PyAny>>,
    policy: &Bound<'py, PyAny>,
    by_areas: bool,
) -> PyResult<MixedValues<'py>> {
    with_mixed(py, &shares, area, policy, by_areas, |mixed| {
        let totals = [mixed.total_yuan(), mixed.total_wan_yuan()];
        let figures = [Some(mixed.unit_price()), Some(mixed.wan_yuan_per_mu())].into_iter().chain(totals);
        let figures: PyResult<Vec<_>> = figures.map(|value| optional_to_py(py, value)).collect();
        let parts: PyResult<Vec<_>> = mixed.shares().iter().map(|share| to_py(py, share.share)).collect();
        Ok((figures?, parts?))
    })
}

/// The worksheet of that mixed use.
#[pyfunction]
pub fn mixed_worksheet<'py>(
    py: Python<'py>,
    shares: Shares<'py>,
    area: Option<Bound<'py, PyAny>>,
    policy: &Bound<'py, PyAny>,
    by_areas: bool,
    english: bool,
    layout: &str,
) -> PyResult<String> {
    let layout = read_layout(layout)?;
    with_mixed(py, &shares, area, policy, by_areas, |mixed| {
        Ok(mixed.worksheet(language(english)).layout(layout).to_string())
    })
}

fn with_mixed<'py, R>(
    py: Python<'py>,
    shares: &Shares<'py>,
    area: Option<Bound<'py, PyAny>>,
    policy: &Bound<'py, PyAny>,
    by_areas: bool,
    then: impl FnOnce(&MixedAppraised<'_>) -> PyResult<R>,
) -> PyResult<R> {
    let area = area.map(|area| decimals::from_py(&area, "area", Reading::Plain)).transpose()?;
    let policy = arguments::policy(py, policy)?;
    let parts: PyResult<Vec<_>> =
        shares.iter().map(|(_, share)| decimals::from_py(share, "share", Reading::Rate)).collect();
    let parts = parts?;
    // The names of coefficients are borrowed by what is appraised.
    let named: Vec<_> = shares.iter().map(|(appraisal, _)| Named::new(appraisal.inputs())).collect();
    let appraised: dijia::Result<Vec<_>> = named
        .iter()
        .map(|named| {
            let Named { inputs, coefficients, corrections, levels, origin } = named;
            inputs.appraisal(coefficients, corrections, levels, origin.as_ref()).and_then(|it| it.appraise())
        })
        .collect();
    let appraised = appraised.or_raise(py)?;
    let shares: Vec<_> = appraised.iter().zip(&parts).map(|(appraised, &share)| Share::new(appraised, share)).collect();
    let mixed = if by_areas { MixedUse::by_areas(&shares) } else { MixedUse::new(&shares) };
    let mut mixed = mixed.rounding(policy);
    if let Some(area) = area {
        mixed = mixed.area(area);
    }
    then(&mixed.appraise().or_raise(py)?)
}

/// A layout by its name.
pub fn read_layout(name: &str) -> PyResult<Layout> {
    match name {
        "wide" => Ok(Layout::Wide),
        "narrow" => Ok(Layout::Narrow),
        "markdown" => Ok(Layout::Markdown),
        "html" => Ok(Layout::Html),
        _ => Err(PyValueError::new_err(format!("no layout: {name}"))),
    }
}

struct Named<'a> {
    inputs: &'a Inputs<'a>,
    coefficients: Vec<dijia::Coefficient<'a>>,
    corrections: Vec<dijia::FactorCorrection<'a>>,
    levels: Vec<dijia::Level<'a>>,
    origin: Option<dijia::Origin<'a>>,
}

impl<'a> Named<'a> {
    fn new(inputs: &'a Inputs<'a>) -> Self {
        let coefficient = |(name, value): &'a (String, dijia::Ratio)| dijia::Coefficient::new(name, *value);
        Self {
            inputs,
            coefficients: inputs.coefficients.iter().map(coefficient).collect(),
            corrections: inputs.factor_corrections.iter().map(arguments::correction).collect(),
            levels: inputs.levels.iter().map(arguments::level).collect(),
            origin: inputs.origin.as_ref().map(OwnedOrigin::borrowed),
        }
    }
}

/// Raises if the places of the policy are more than the library takes.
#[pyfunction]
pub fn check_policy(py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    arguments::policy(py, value).map(drop)
}
