//! The editions' rows as plain Python values, and finding a row.

use dijia::{Basis, Citation, Edition, JINAN_2020, Part};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::arguments::date_to_py;
use crate::decimals::{optional_to_py, to_py};
use crate::failure::OrRaise;
use crate::words;

/// Every edition; Python names one by its place.
pub const EDITIONS: [&Edition; 1] = [&JINAN_2020];

pub fn edition(place: usize) -> PyResult<&'static Edition> {
    EDITIONS.get(place).copied().ok_or_else(|| PyIndexError::new_err("no such edition"))
}

/// Everything that the edition of that place holds, as plain values.
#[pyfunction]
pub fn editions(py: Python<'_>, place: usize) -> PyResult<Bound<'_, PyDict>> {
    let edition = edition(place)?;
    let document = edition.document();
    let all = PyDict::new(py);
    all.set_item("name", edition.name())?;
    all.set_item("city", edition.city())?;
    all.set_item("base_date", date_to_py(py, edition.base_date())?)?;
    all.set_item("townships", edition.townships().to_vec())?;
    let dates = [document.issue_date, document.first_day_in_force, document.last_day_in_force];
    let [issued, first, last] = dates.map(|date| date_to_py(py, date));
    let texts = (document.number, document.title, document.issuer);
    all.set_item("document", (texts, (issued?, first?, last?), document.replaces))?;

    let annexes = edition.annexes().iter().map(|annex| {
        let land_uses: Vec<usize> = annex.land_uses.iter().map(|&land_use| land_use as usize).collect();
        (annex.number, annex.title, annex.in_hand, annex.area as usize, land_uses)
    });
    all.set_item("annexes", annexes.collect::<Vec<_>>())?;

    let bases: PyResult<Vec<_>> = edition.bases().map(|basis| basis_values(py, basis)).collect();
    all.set_item("bases", bases?)?;
    let place_of = |basis: &Basis| edition.bases().position(|other| other == basis);
    let grades: PyResult<Vec<_>> = edition
        .grade_prices()
        .map(|price| {
            let numbers = (price.land_use as usize, price.grade.number() - 1, price.zone_count);
            let basis = place_of(price.basis);
            Ok((numbers, to_py(py, price.per_square_metre)?, basis, citation(&price.citation)))
        })
        .collect();
    all.set_item("grade_prices", grades?)?;
    let zones: PyResult<Vec<_>> = edition
        .zone_prices()
        .map(|price| {
            let code = (price.code.grade().number(), price.code.number());
            let (land, mu) = (to_py(py, price.per_square_metre)?, to_py(py, price.wan_yuan_per_mu)?);
            let floor = optional_to_py(py, price.per_floor_area)?;
            let basis = place_of(price.basis);
            Ok((price.land_use as usize, code, (land, mu, floor), basis, citation(&price.citation)))
        })
        .collect();
    all.set_item("zone_prices", zones?)?;
    Ok(all)
}

type BasisValues<'py> =
    ((usize, usize, Bound<'py, PyAny>), (Bound<'py, PyAny>, u8, Bound<'py, PyAny>, Bound<'py, PyAny>), CitationValues);

fn basis_values<'py>(py: Python<'py>, basis: &Basis) -> PyResult<BasisValues<'py>> {
    let words = (basis.area as usize, basis.land_use as usize, date_to_py(py, basis.base_date)?);
    let (term, ratio) = (to_py(py, basis.statutory_term)?, to_py(py, basis.plot_ratio)?);
    let rate = to_py(py, basis.capitalization_rate)?;
    Ok((words, (term, basis.development_level.bits(), ratio, rate), citation(&basis.citation)))
}

/// The annex, or the place of the area whose explanatory notes these are; the row; the citation in Chinese and English.
pub type CitationValues = (Option<u8>, Option<usize>, Option<u16>, String, String);

pub fn citation(citation: &Citation) -> CitationValues {
    let (annex, notes) = match citation.part {
        Part::Annex(annex) => (Some(annex), None),
        Part::ExplanatoryNotes(area) => (None, Some(area as usize)),
    };
    (annex, notes, citation.row, citation.to_string(), format!("{citation:#}"))
}

fn position<T>(mut rows: impl Iterator<Item = &'static T>, row: &'static T) -> PyResult<usize> {
    rows.position(|other| std::ptr::eq(other, row)).ok_or_else(|| PyIndexError::new_err("no such row"))
}

/// The place of the zone's price among the edition's.
#[pyfunction]
pub fn zone_index(place: usize, land_use: &Bound<'_, PyAny>, zone: &Bound<'_, PyAny>) -> PyResult<usize> {
    let edition = edition(place)?;
    let price = edition.zone_price(words::land_use(land_use)?, words::code(zone)?).or_raise(zone.py())?;
    position(edition.zone_prices(), price)
}

#[pyfunction]
pub fn grade_index(place: usize, land_use: &Bound<'_, PyAny>, grade: &Bound<'_, PyAny>) -> PyResult<usize> {
    let edition = edition(place)?;
    let price = edition.grade_price(words::land_use(land_use)?, words::grade(grade)?).or_raise(grade.py())?;
    position(edition.grade_prices(), price)
}

#[pyfunction]
pub fn township_grade_index(place: usize, land_use: &Bound<'_, PyAny>, grade: &Bound<'_, PyAny>) -> PyResult<usize> {
    let edition = edition(place)?;
    let price = edition.township_grade_price(words::land_use(land_use)?, words::grade(grade)?).or_raise(grade.py())?;
    position(edition.grade_prices(), price)
}

#[pyfunction]
pub fn basis_index(place: usize, area: &Bound<'_, PyAny>, land_use: &Bound<'_, PyAny>) -> PyResult<usize> {
    let edition = edition(place)?;
    let basis = edition.basis(words::area(area)?, words::land_use(land_use)?).or_raise(area.py())?;
    position(edition.bases(), basis)
}
