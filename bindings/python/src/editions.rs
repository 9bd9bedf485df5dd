//! Sets of editions, and what differs between two.

use std::sync::Arc;

use dijia::{Edition, Editions, PublishedPrice};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;

use crate::arguments::date_from_py;
use crate::decimals::to_py;
use crate::edition::{HeldEdition, PyEdition};
use crate::failure::OrRaise;

fn held(editions: &[PyRef<'_, PyEdition>]) -> Vec<Arc<HeldEdition>> {
    editions.iter().map(|edition| edition.held()).collect()
}

/// The place of the edition of that city that is in force on that date.
#[pyfunction]
pub fn in_force(
    py: Python<'_>,
    editions: Vec<PyRef<'_, PyEdition>>,
    city: &str,
    date: &Bound<'_, PyAny>,
) -> PyResult<usize> {
    let held = held(&editions);
    let all: Vec<&Edition<'_>> = held.iter().map(|held| held.edition()).collect();
    let found = Editions::new(&all).on(city, date_from_py(date, "date")?).or_raise(py)?;
    all.iter().position(|&edition| edition == found).ok_or_else(|| PyIndexError::new_err("no such edition"))
}

/// The place of the edition that follows this one.
#[pyfunction]
pub fn successor(editions: Vec<PyRef<'_, PyEdition>>, edition: &PyEdition) -> Option<usize> {
    let (held, of) = (held(&editions), edition.held());
    let all: Vec<&Edition<'_>> = held.iter().map(|held| held.edition()).collect();
    let found = Editions::new(&all).successor(of.edition())?;
    all.iter().position(|&edition| edition == found)
}

/// Whether the price is one of a zone, and its place among those of its edition.
type Place = (bool, usize);

/// The places before and after, and how far it moved in per cent.
type Row<'py> = (Option<Place>, Option<Place>, Option<Bound<'py, PyAny>>);

/// For each price that differs its places before and after, and how far it moved in per cent.
#[pyfunction]
pub fn difference<'py>(py: Python<'py>, before: &PyEdition, after: &PyEdition) -> PyResult<Vec<Row<'py>>> {
    let (before, after) = (before.held(), after.held());
    let (before, after) = (before.edition(), after.edition());
    let mut rows = Vec::new();
    for difference in dijia::difference(before, after) {
        let percent = difference.percent().ok().flatten().map(|percent| to_py(py, percent)).transpose()?;
        let place = |price, of| place(price, of).transpose();
        rows.push((place(difference.before(), before)?, place(difference.after(), after)?, percent));
    }
    Ok(rows)
}

fn place(price: Option<PublishedPrice<'_>>, of: &Edition<'_>) -> Option<PyResult<Place>> {
    let (is_zone, place) = match price? {
        PublishedPrice::Zone(price) => (true, of.zone_prices().position(|other| other == price)),
        PublishedPrice::Grade(price) => (false, of.grade_prices().position(|other| other == price)),
    };
    Some(place.map(|place| (is_zone, place)).ok_or_else(|| PyIndexError::new_err("no such price")))
}
