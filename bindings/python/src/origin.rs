//! Where a price of the caller's own is from.

use dijia::{Language, Origin};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// An origin, owned.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnedOrigin {
    document: Option<String>,
    annex: Option<String>,
    row: Option<u32>,
    area: Option<String>,
    land_use: Option<String>,
    grade: Option<String>,
    zone: Option<String>,
}

impl OwnedOrigin {
    /// The origin among the keyword arguments, if there is one.
    pub fn read(arguments: &Bound<'_, PyDict>) -> PyResult<Option<Self>> {
        let origin = arguments.get_item("origin")?.filter(|value| !value.is_none());
        origin.map(|origin| Self::of(&origin)).transpose()
    }

    fn of(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = |name: &str| value.getattr(name)?.extract::<Option<String>>();
        Ok(Self {
            document: text("document")?,
            annex: text("annex")?,
            row: value.getattr("row")?.extract()?,
            area: text("area")?,
            land_use: text("land_use")?,
            grade: text("grade")?,
            zone: text("zone")?,
        })
    }

    pub fn borrowed(&self) -> Origin<'_> {
        Origin {
            document: self.document.as_deref(),
            annex: self.annex.as_deref(),
            row: self.row,
            area: self.area.as_deref(),
            land_use: self.land_use.as_deref(),
            grade: self.grade.as_deref(),
            zone: self.zone.as_deref(),
        }
    }

    /// What the price is of, and where it is printed.
    pub fn text(&self, language: Language) -> String {
        let origin = self.borrowed();
        let (subject, cited, between) = match language {
            Language::Chinese => (origin.subject(language).to_string(), origin.to_string(), " "),
            Language::English => (origin.subject(language).to_string(), format!("{origin:#}"), ", "),
        };
        let said = [subject, cited];
        said.iter().map(String::as_str).filter(|said| !said.is_empty()).collect::<Vec<_>>().join(between)
    }
}

/// What an origin says, in Chinese or in English.
#[pyfunction]
pub fn origin_text(origin: &Bound<'_, PyAny>, english: bool) -> PyResult<String> {
    let language = if english { Language::English } else { Language::Chinese };
    Ok(OwnedOrigin::of(origin)?.text(language))
}
