//! What the rows of a batch are priced from: an edition, or a set of them.

use std::sync::Arc;

use dijia::{Area, Edition, Error, Key};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::column::Rows;
use super::in_force::InForce;
use crate::edition::PyEdition;
use crate::editions::{HeldEditions, PyEditions};
use crate::failure::OrRaise;
use crate::words;

/// An edition for all rows, or a set of editions.
#[derive(FromPyObject)]
pub enum Source<'py> {
    One(PyRef<'py, PyEdition>),
    Set(PyRef<'py, PyEditions>),
}

impl Source<'_> {
    pub fn held(&self) -> Arc<HeldEditions> {
        match self {
            Self::One(edition) => Arc::new(HeldEditions::of(vec![edition.held()])),
            Self::Set(editions) => editions.held(),
        }
    }

    /// Which of these editions, its own, a row is priced from: of a set the one in force in its city.
    pub fn in_force<'e>(
        &self,
        editions: &'e [&'e Edition<'e>],
        city: Option<&Bound<'_, PyAny>>,
        rows: &mut Rows,
    ) -> PyResult<InForce<'e>> {
        match self {
            Self::One(_) => Ok(InForce::one(editions)),
            Self::Set(_) => InForce::in_city(editions, city, rows),
        }
    }
}

/// The area whose prices are meant, as each edition reads it; none for its first.
pub struct Districts(Vec<Result<Option<Key<Area>>, Error>>);

impl Districts {
    pub fn read(editions: &[&Edition<'_>], arguments: &Bound<'_, PyDict>) -> PyResult<Self> {
        let Some(value) = arguments.get_item("district")?.filter(|value| !value.is_none()) else {
            return Ok(Self(vec![Ok(None); editions.len()]));
        };
        let said = words::said_area(&value)?;
        let read: Vec<_> = editions.iter().map(|edition| said.in_edition(edition).map(Some)).collect();
        if let [one] = read.as_slice() {
            // In the one edition of all rows it is none.
            (*one).or_raise(value.py())?;
        }
        Ok(Self(read))
    }

    pub fn in_edition(&self, at: usize) -> Result<Option<Key<Area>>, Error> {
        self.0[at]
    }
}
