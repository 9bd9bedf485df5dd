//! Words: their names, and reading their spellings. Python knows a word by its place among its kind.

use std::collections::HashMap;

use dijia::{
    Area, CorrectionKind, DevelopmentLevel, Edition, Grade, Key, LandUse, Quantity, Service, StepKind, Unit, Validity,
    ZoneCode,
};
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::failure::OrRaise;

/// The English and Chinese names of every word, by kind.
#[pyfunction]
pub fn labels(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let names = PyDict::new(py);
    names.set_item("LandUse", LandUse::ALL.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("Grade", Grade::ALL.map(|word| (word.numeral(), word.numeral())).to_vec())?;
    names.set_item("Area", Area::ALL.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("Service", Service::ALL.map(|word| (word.english(), word.chinese())).to_vec())?;
    let validity = [Validity::NotYetInForce, Validity::InForce, Validity::Expired];
    names.set_item("Validity", validity.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("RoundingMode", [("half up", "四舍五入"), ("half even", "四舍六入五成双")].to_vec())?;
    names.set_item("BetweenPoints", [("last before", "取前一点"), ("linear by days", "按日线性内插")].to_vec())?;
    names.set_item("CorrectionKind", CorrectionKind::ALL.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("Language", [("Chinese", "中文"), ("English", "英文")].to_vec())?;
    names.set_item("Source", [("published", "公布"), ("given", "给定"), ("derived", "推算")].to_vec())?;
    names.set_item("Unit", UNITS.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("StepKind", STEP_KINDS.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("Quantity", QUANTITIES.map(|word| (word.english(), word.chinese())).to_vec())?;
    Ok(names)
}

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

const STEP_KINDS: [StepKind; 16] = [
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

const QUANTITIES: [Quantity; 36] = [
    Quantity::BasePrice,
    Quantity::BaseDate,
    Quantity::CapitalizationRate,
    Quantity::StatutoryTerm,
    Quantity::RemainingTerm,
    Quantity::ValuationDate,
    Quantity::ExpiryDate,
    Quantity::TermCoefficient,
    Quantity::PlotRatio,
    Quantity::PlotRatioCoefficient,
    Quantity::PlotRatioTable,
    Quantity::DateCoefficient,
    Quantity::DateIndex,
    Quantity::MonthlyGrowth,
    Quantity::Months,
    Quantity::Coefficient,
    Quantity::FactorCorrections,
    Quantity::DevelopmentAdjustment,
    Quantity::BasisDevelopment,
    Quantity::UnitCost,
    Quantity::Area,
    Quantity::Share,
    Quantity::UnitPrice,
    Quantity::WanYuanPerMu,
    Quantity::FloorPrice,
    Quantity::Total,
    Quantity::Deviation,
    Quantity::Amount,
    Quantity::SiteDevelopment,
    Quantity::Basis,
    Quantity::OwnPrice,
    Quantity::OpenEnds,
    Quantity::BetweenPoints,
    Quantity::Origin,
    Quantity::PublishedCorrections,
    Quantity::Level,
];

#[pyfunction]
pub fn parse_land_use(py: Python<'_>, text: &str) -> PyResult<usize> {
    text.parse::<LandUse>().or_raise(py).map(|land_use| land_use as usize)
}

#[pyfunction]
pub fn parse_grade(py: Python<'_>, text: &str) -> PyResult<usize> {
    text.parse::<Grade>().or_raise(py).map(|grade| usize::from(grade.number()) - 1)
}

#[pyfunction]
pub fn parse_area(py: Python<'_>, text: &str) -> PyResult<usize> {
    text.parse::<Area>().or_raise(py).map(|area| area as usize)
}

#[pyfunction]
pub fn parse_service(py: Python<'_>, text: &str) -> PyResult<usize> {
    text.parse::<Service>().or_raise(py).map(|service| service as usize)
}

/// The number of the grade, from 1, and that of the zone.
#[pyfunction]
pub fn parse_zone_code(py: Python<'_>, text: &str) -> PyResult<(u8, u16)> {
    text.parse::<ZoneCode>().or_raise(py).map(|code| (code.grade().number(), code.number()))
}

/// The canonical form; None where there is no such code.
#[pyfunction]
pub fn zone_code(grade: u8, number: u16) -> Option<String> {
    ZoneCode::new(Grade::from_number(grade)?, number).map(|code| code.to_string())
}

/// The services as bits, road the lowest.
#[pyfunction]
pub fn parse_development_level(py: Python<'_>, text: &str) -> PyResult<u8> {
    text.parse::<DevelopmentLevel>().or_raise(py).map(DevelopmentLevel::bits)
}

/// The trade's name and the list in English of the level of these bits.
#[pyfunction]
pub fn development_level(bits: u8) -> (Option<&'static str>, String) {
    let level = DevelopmentLevel::from_bits(bits);
    (level.name(), level.to_string())
}

/// A word that was given as one: of the trade, which Python names by its place, or one that an edition lists, by its name.
enum Given {
    Known(usize),
    Listed(String),
}

fn given(value: &Bound<'_, PyAny>, name: &str, class: &str) -> PyResult<Given> {
    let py = value.py();
    let of = value.get_type().name()?;
    if of == class {
        return value.getattr(intern!(py, "_index"))?.extract().map(Given::Known);
    }
    if of.to_cow()?.strip_prefix("Listed") == Some(class) {
        return value.getattr(intern!(py, "chinese"))?.extract().map(Given::Listed);
    }
    Err(wrong_type(value, name, class))
}

fn wrong_type(value: &Bound<'_, PyAny>, name: &str, class: &str) -> PyErr {
    match value.get_type().name() {
        Ok(given) => PyTypeError::new_err(format!("{name} is a {given}: pass a str or a {class}")),
        Err(error) => error,
    }
}

/// The word of an edition that a value is: a text in any of its spellings, a word of the trade, or one that an edition lists.
fn word<T: Copy>(
    value: &Bound<'_, PyAny>,
    (name, class): (&str, &str),
    all: &[T],
    read: impl Fn(&str) -> dijia::Result<Key<T>>,
) -> PyResult<Key<T>> {
    if let Ok(text) = value.cast::<PyString>() {
        return read(&text.to_cow()?).or_raise(value.py());
    }
    match given(value, name, class)? {
        Given::Known(place) => all.get(place).copied().map(Key::Known).ok_or_else(no_word),
        Given::Listed(name) => read(&name).or_raise(value.py()),
    }
}

pub fn land_use(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<LandUse>> {
    word(value, ("land_use", "LandUse"), &LandUse::ALL, |text| edition.land_use(text))
}

/// The same, a text being a code of that land-use scheme where there is one.
pub fn land_use_in(edition: &Edition<'_>, scheme: Option<&str>, value: &Bound<'_, PyAny>) -> PyResult<Key<LandUse>> {
    match (scheme, value.cast::<PyString>()) {
        (Some(scheme), Ok(code)) => edition.land_use_by_code(scheme, &code.to_cow()?).or_raise(value.py()),
        _ => land_use(edition, value),
    }
}

pub fn grade(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<Grade>> {
    word(value, ("grade", "Grade"), &Grade::ALL, |text| edition.grade(text))
}

pub fn area(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<Area>> {
    word(value, ("area", "Area"), &Area::ALL, |text| edition.area(text))
}

/// The area of an edition whose prices are meant; none for its first.
pub fn district(edition: &Edition<'_>, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Key<Area>>> {
    value.map(|value| area(edition, value)).transpose()
}

pub fn code(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<ZoneCode>> {
    if let Ok(text) = value.cast::<PyString>() {
        return edition.zone_code(&text.to_cow()?).or_raise(value.py());
    }
    if value.get_type().name()? == "ZoneCode" {
        let text = value.str()?;
        return edition.zone_code(&text.to_cow()?).or_raise(value.py());
    }
    Err(wrong_type(value, "zone", "ZoneCode"))
}

/// What stands behind the words of the trade is none of them.
fn no_word() -> PyErr {
    PyIndexError::new_err("no such word")
}

/// The land uses of words of the program's own.
pub fn own_land_uses(
    py: Python<'_>,
    edition: &Edition<'_>,
    names: HashMap<String, String>,
) -> PyResult<HashMap<String, Key<LandUse>>> {
    names.into_iter().map(|(word, name)| Ok((word, edition.land_use(&name).or_raise(py)?))).collect()
}

pub fn service(value: &Bound<'_, PyAny>) -> PyResult<Service> {
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(value.py());
    }
    match given(value, "service", "Service")? {
        Given::Known(place) => Service::ALL.get(place).copied().ok_or_else(no_word),
        Given::Listed(_) => Err(wrong_type(value, "service", "Service")),
    }
}

/// A development level: its spelling, a `DevelopmentLevel`, or services.
pub fn level(value: &Bound<'_, PyAny>) -> PyResult<DevelopmentLevel> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(py);
    }
    if value.get_type().name()? == "DevelopmentLevel" {
        return value.getattr(intern!(py, "bits"))?.extract().map(DevelopmentLevel::from_bits);
    }
    value.try_iter()?.map(|item| service(&item?)).collect()
}
