//! The editions' rows as plain Python values, and finding a row.

use dijia::{Area, Basis, Citation, Edition, JINAN_2020, Key, LandUse, LandUseOfEdition, Part};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::arguments::optional_date_to_py;
use crate::decimals::{optional_to_py, to_py};
use crate::failure::OrRaise;
use crate::words;

/// Every edition; Python names one by its place.
pub const EDITIONS: [&Edition<'static>; 1] = [&JINAN_2020];

pub fn edition(place: usize) -> PyResult<&'static Edition<'static>> {
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
    all.set_item("base_date", optional_date_to_py(py, edition.base_date())?)?;
    all.set_item("townships", edition.places().map(|place| place.name()).collect::<Vec<_>>())?;
    let dates = [document.issue_date, document.first_day_in_force, document.last_day_in_force];
    let [issued, first, last] = dates.map(|date| optional_date_to_py(py, date));
    let texts = (document.number, document.title, document.issuer);
    all.set_item("document", (texts, (issued?, first?, last?), document.replaces))?;

    let annexes = edition.annexes().map(|annex| {
        let land_uses: Vec<usize> = annex.land_uses().map(land_use_place).collect();
        (annex.number(), annex.title(), annex.is_in_hand(), annex.area().map(|area| area_place(area.key())), land_uses)
    });
    all.set_item("annexes", annexes.collect::<Vec<_>>())?;

    let bases: PyResult<Vec<_>> = edition.bases().map(|basis| basis_values(py, basis)).collect();
    all.set_item("bases", bases?)?;
    let place_of = |basis: Basis<'_>| edition.bases().position(|other| other == basis);
    let grades: PyResult<Vec<_>> = edition
        .grade_prices()
        .map(|price| {
            let grade = known(price.grade().key()).map(|grade| grade.number() - 1);
            let numbers = (land_use_place(price.land_use()), grade, price.zones().count());
            let basis = place_of(price.basis());
            let price_of_land = to_py(py, price.per_square_metre().or_raise(py)?)?;
            Ok((numbers, price_of_land, basis, citation(&price.citation())))
        })
        .collect();
    all.set_item("grade_prices", grades?)?;
    let zones: PyResult<Vec<_>> = edition
        .zone_prices()
        .map(|price| {
            let code = price.code().map(|code| (code.grade().number(), code.number()));
            let land = to_py(py, price.per_square_metre().or_raise(py)?)?;
            let mu = optional_to_py(py, price.wan_yuan_per_mu())?;
            let floor = optional_to_py(py, price.per_floor_area())?;
            let basis = place_of(price.basis());
            Ok((land_use_place(price.land_use()), code, (land, mu, floor), basis, citation(&price.citation())))
        })
        .collect();
    all.set_item("zone_prices", zones?)?;
    Ok(all)
}

/// The word of the trade, if it is one.
fn known<T>(key: Key<T>) -> Option<T> {
    match key {
        Key::Known(known) => Some(known),
        Key::Listed(_) => None,
    }
}

/// The place among the land uses of the trade, or behind them.
fn land_use_place(land_use: LandUseOfEdition<'_>) -> usize {
    known(land_use.key()).map_or(LandUse::ALL.len(), |known| known as usize)
}

fn area_place(area: Key<Area>) -> usize {
    known(area).map_or(Area::ALL.len(), |known| known as usize)
}

type BasisValues<'py> = (BasisWords<'py>, BasisFigures<'py>, Option<&'py str>, CitationValues);
type BasisWords<'py> = (usize, Option<usize>, Bound<'py, PyAny>);
type BasisFigures<'py> = (Option<Bound<'py, PyAny>>, Option<u8>, Option<Bound<'py, PyAny>>, Option<Bound<'py, PyAny>>);

fn basis_values<'py>(py: Python<'py>, basis: Basis<'static>) -> PyResult<BasisValues<'py>> {
    let date = optional_date_to_py(py, basis.base_date())?;
    let words = (area_place(basis.area().key()), basis.land_use().map(land_use_place), date);
    let (term, ratio) = (optional_to_py(py, basis.statutory_term())?, optional_to_py(py, basis.plot_ratio())?);
    let rate = optional_to_py(py, basis.capitalization_rate())?;
    let level = basis.development_level().map(|level| level.bits());
    Ok((words, (term, level, ratio, rate), basis.right(), citation(&basis.citation())))
}

/// The number of the annex, or what the part of the document is called; the row; the citation in Chinese and English.
pub type CitationValues = (Option<u8>, Option<String>, Option<u16>, String, String);

pub fn citation(citation: &Citation<'_>) -> CitationValues {
    let (annex, part) = match citation.part {
        Part::Annex(annex) => (Some(annex), None),
        Part::ExplanatoryNotes(part) | Part::Named(part) => (None, Some(part.to_owned())),
    };
    (annex, part, citation.row, citation.to_string(), format!("{citation:#}"))
}

fn position<T: PartialEq>(mut rows: impl Iterator<Item = T>, row: T) -> PyResult<usize> {
    rows.position(|other| other == row).ok_or_else(|| PyIndexError::new_err("no such row"))
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
    let price = edition
        .grade_price_in(Area::Township, words::land_use(land_use)?, words::grade(grade)?)
        .or_raise(grade.py())?;
    position(edition.grade_prices(), price)
}

#[pyfunction]
pub fn basis_index(place: usize, area: &Bound<'_, PyAny>, land_use: &Bound<'_, PyAny>) -> PyResult<usize> {
    let edition = edition(place)?;
    let basis = edition.basis(words::area(area)?, words::land_use(land_use)?).or_raise(area.py())?;
    position(edition.bases(), basis)
}
