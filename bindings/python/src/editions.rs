//! Sets of editions, and what differs between two.

use std::sync::Arc;

use dijia::{Date, Edition, Editions, Error, PublishedPrice};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;

use crate::dates::date_from_py;
use crate::decimals::to_py;
use crate::edition::{HeldEdition, PyEdition};
use crate::failure::{OrRaise, exception};

self_cell::self_cell!(
    /// Editions, and a slice of them.
    pub struct HeldEditions {
        owner: Vec<Arc<HeldEdition>>,
        #[covariant]
        dependent: References,
    }
);

type References<'e> = Vec<&'e Edition<'e>>;

impl HeldEditions {
    pub fn of(editions: Vec<Arc<HeldEdition>>) -> Self {
        Self::new(editions, |held| held.iter().map(|edition| edition.edition()).collect())
    }

    pub fn as_slice(&self) -> &[&Edition<'_>] {
        self.borrow_dependent()
    }
}

/// A set of editions.
#[pyclass(frozen, name = "Editions", module = "dijia._dijia")]
pub struct PyEditions {
    held: Arc<HeldEditions>,
}

impl PyEditions {
    pub fn held(&self) -> Arc<HeldEditions> {
        Arc::clone(&self.held)
    }
}

#[pymethods]
impl PyEditions {
    #[new]
    fn new(editions: Vec<PyRef<'_, PyEdition>>) -> Self {
        let held = editions.iter().map(|edition| edition.held()).collect();
        Self { held: Arc::new(HeldEditions::of(held)) }
    }

    /// The place of the edition of that city that is in force on that date.
    fn in_force(&self, py: Python<'_>, city: &str, date: &Bound<'_, PyAny>) -> PyResult<usize> {
        let all = self.held.as_slice();
        let found = Editions::new(all).on(city, date_from_py(date, "date")?).or_raise(py)?;
        place_of(all, found).ok_or_else(|| PyIndexError::new_err("no such edition"))
    }

    /// Raises where the set has no edition of that city.
    fn check_city(&self, py: Python<'_>, city: &str) -> PyResult<()> {
        match Editions::new(self.held.as_slice()).on(city, Date::ZERO) {
            Err(error @ Error::NoSuchCity { .. }) => Err(exception(py, error)),
            _ => Ok(()),
        }
    }

    /// The place of the edition that follows this one.
    fn successor(&self, edition: &PyEdition) -> Option<usize> {
        let all = self.held.as_slice();
        place_of(all, Editions::new(all).successor(edition.held().edition())?)
    }
}

/// The place of an edition of a set in it.
pub fn place_of(all: &[&Edition<'_>], edition: &Edition<'_>) -> Option<usize> {
    all.iter().position(|&other| other == edition)
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
