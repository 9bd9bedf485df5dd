//! Words: their names, and reading their spellings. Python knows a word by its place among its kind.

use std::collections::HashMap;

use dijia::{Area, DevelopmentLevel, Grade, LandUse, Quantity, Service, StepKind, Unit, Validity, ZoneCode};
use pyo3::exceptions::PyTypeError;
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

const QUANTITIES: [Quantity; 34] = [
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

/// The place of a word that was given as one: what Python's words carry.
fn place(value: &Bound<'_, PyAny>, class: &str) -> PyResult<Option<usize>> {
    if value.get_type().name()? == class {
        return value.getattr(intern!(value.py(), "_index"))?.extract().map(Some);
    }
    Ok(None)
}

fn wrong_type(value: &Bound<'_, PyAny>, name: &str, class: &str) -> PyErr {
    match value.get_type().name() {
        Ok(given) => PyTypeError::new_err(format!("{name} is a {given}: pass a str or a {class}")),
        Err(error) => error,
    }
}

pub fn land_use(value: &Bound<'_, PyAny>) -> PyResult<LandUse> {
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(value.py());
    }
    let place = place(value, "LandUse")?.and_then(|place| LandUse::ALL.get(place).copied());
    place.ok_or_else(|| wrong_type(value, "land_use", "LandUse"))
}

/// The land uses of words of the program's own, which Python names by their places.
pub fn own_land_uses(places: HashMap<String, usize>) -> HashMap<String, LandUse> {
    places.into_iter().filter_map(|(word, place)| Some((word, *LandUse::ALL.get(place)?))).collect()
}

pub fn grade(value: &Bound<'_, PyAny>) -> PyResult<Grade> {
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(value.py());
    }
    let place = place(value, "Grade")?.and_then(|place| Grade::ALL.get(place).copied());
    place.ok_or_else(|| wrong_type(value, "grade", "Grade"))
}

pub fn area(value: &Bound<'_, PyAny>) -> PyResult<Area> {
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(value.py());
    }
    let place = place(value, "Area")?.and_then(|place| Area::ALL.get(place).copied());
    place.ok_or_else(|| wrong_type(value, "area", "Area"))
}

pub fn service(value: &Bound<'_, PyAny>) -> PyResult<Service> {
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(value.py());
    }
    let place = place(value, "Service")?.and_then(|place| Service::ALL.get(place).copied());
    place.ok_or_else(|| wrong_type(value, "service", "Service"))
}

pub fn code(value: &Bound<'_, PyAny>) -> PyResult<ZoneCode> {
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse().or_raise(value.py());
    }
    if value.get_type().name()? == "ZoneCode" {
        let text = value.str()?;
        return text.to_cow()?.parse().or_raise(value.py());
    }
    Err(wrong_type(value, "zone", "ZoneCode"))
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
