//! The tables of corrections of an edition, as plain Python values.

use dijia::{CorrectionKind, CorrectionRow, Corrections, Edition, IndexPeriod};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;

use crate::arguments;
use crate::dates::optional_date_to_py;
use crate::decimals::{self, Reading, optional_to_py, to_py};
use crate::edition::{CitationValues, PyEdition, citation};
use crate::failure::OrRaise;
use crate::words;

type Values<'py> = (Words, Texts, Figures<'py>, CitationValues);
/// The kind; the places of the land use, the grade and the area; whether the area of a parcel says the level.
type Words = (&'static str, Option<usize>, Option<usize>, Option<usize>, bool);
/// The name, the level and its condition.
type Texts = (Option<String>, Option<String>, Option<String>);
/// The value, what the row is of, its date, the period of a chain of indices, its service.
type Figures<'py> =
    (Bound<'py, PyAny>, Option<Bound<'py, PyAny>>, Bound<'py, PyAny>, Option<&'static str>, Option<usize>);

/// Every row of every table, table by table.
#[pyfunction]
pub fn corrections<'py>(py: Python<'py>, edition: &PyEdition) -> PyResult<Vec<Values<'py>>> {
    let held = edition.held();
    rows(held.edition()).map(|row| values(py, held.edition(), row)).collect()
}

/// The place of the row of a level among them.
#[pyfunction]
pub fn correction_level(
    py: Python<'_>,
    edition: &PyEdition,
    place: (Bound<'_, PyAny>, Bound<'_, PyAny>, Option<Bound<'_, PyAny>>),
    of: &str,
    level: &str,
) -> PyResult<usize> {
    let held = edition.held();
    let row = scope(py, held.edition(), &place)?.level(of, level).or_raise(py)?;
    rows(held.edition()).position(|other| other == row).ok_or_else(|| PyIndexError::new_err("no such row"))
}

/// Kv of a plot ratio.
#[pyfunction]
pub fn plot_ratio_coefficient<'py>(
    py: Python<'py>,
    edition: &PyEdition,
    place: (Bound<'py, PyAny>, Bound<'py, PyAny>, Option<Bound<'py, PyAny>>),
    plot_ratio: &Bound<'py, PyAny>,
    policy: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let held = edition.held();
    let plot_ratio = decimals::from_py(plot_ratio, "plot_ratio", Reading::Plain)?;
    let policy = arguments::policy(py, policy)?;
    to_py(py, scope(py, held.edition(), &place)?.plot_ratio_coefficient(plot_ratio, policy).or_raise(py)?)
}

/// The tables for a land use and a grade of an area, the first where none is given.
fn scope<'e>(
    py: Python<'_>,
    edition: &'e Edition<'e>,
    (land_use, grade, district): &(Bound<'_, PyAny>, Bound<'_, PyAny>, Option<Bound<'_, PyAny>>),
) -> PyResult<Corrections<'e>> {
    let (land_use, grade) = (words::land_use(edition, land_use)?, words::grade(edition, grade)?);
    match words::district(edition, district.as_ref())? {
        None => edition.corrections(land_use, grade),
        Some(area) => edition.corrections_in(area, land_use, grade),
    }
    .or_raise(py)
}

fn rows<'e>(edition: &'e Edition<'e>) -> impl Iterator<Item = CorrectionRow<'e>> {
    edition.correction_tables().flat_map(|table| table.rows())
}

fn values<'py>(py: Python<'py>, edition: &Edition<'_>, row: CorrectionRow<'_>) -> PyResult<Values<'py>> {
    let table = row.table();
    let land_use = table.land_use().and_then(|of| edition.land_uses().position(|land_use| land_use == of));
    let grade = table.grade().and_then(|of| edition.grades().position(|grade| grade == of));
    let area = table.area().and_then(|of| edition.areas().position(|area| area == of));
    let has_key = matches!(table.kind(), CorrectionKind::PlotRatio | CorrectionKind::Term);
    let text = |text: Option<&str>| text.map(str::to_owned);
    Ok((
        (table.kind().english(), land_use, grade, area, table.is_by_area()),
        (text(table.name()), text(row.level()), text(row.condition())),
        (
            to_py(py, row.value())?,
            optional_to_py(py, has_key.then(|| row.key()))?,
            optional_date_to_py(py, row.date())?,
            table.index_period().map(IndexPeriod::english),
            row.service().map(|service| service as usize),
        ),
        citation(&row.citation()),
    ))
}
