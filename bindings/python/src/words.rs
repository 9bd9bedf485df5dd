//! Words: their names, and reading their spellings. Python knows a word by its place among its kind.

use dijia::{
    Area, CorrectionKind, DevelopmentLevel, Edition, ErrorKind, Grade, IndexPeriod, Key, LandUse, Quantity, Service,
    StepKind, Unit, Validity, ZoneCode,
};
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::failure::OrRaise;
use crate::fault::with_article;

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
    names.set_item("IndexPeriod", IndexPeriod::ALL.map(|it| (it.english(), it.chinese())).to_vec())?;
    names.set_item("CorrectionKind", CorrectionKind::ALL.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("Language", [("Chinese", "中文"), ("English", "英文")].to_vec())?;
    let layouts = [("wide", "宽表"), ("narrow", "窄表"), ("markdown", "Markdown"), ("html", "HTML")];
    names.set_item("Layout", layouts.to_vec())?;
    names.set_item("Source", [("published", "公布"), ("given", "给定"), ("derived", "推算")].to_vec())?;
    names.set_item("Unit", UNITS.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("StepKind", STEP_KINDS.map(|word| (word.english(), word.chinese())).to_vec())?;
    names.set_item("Quantity", Quantity::ALL.map(|word| (word.english(), word.chinese())).to_vec())?;
    Ok(names)
}

/// The name of every kind of error, and what it says in Chinese.
#[pyfunction]
pub fn error_kinds() -> Vec<(&'static str, &'static str)> {
    ErrorKind::ALL.map(|kind| (kind.name(), kind.chinese())).to_vec()
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

/// A word as a program gives it, before an edition reads it.
pub enum Said<T> {
    /// A text in any spelling.
    Text(String),
    /// A word of the trade.
    Known(T),
    /// A word that an edition lists, by its name.
    Listed(String),
}

/// The word that a value is: a text, a word of the trade, which Python names by its place, or one that an edition lists.
fn said<T: Copy>(value: &Bound<'_, PyAny>, (name, class): (&str, &str), all: &[T]) -> PyResult<Said<T>> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Said::Text(text.to_cow()?.into_owned()));
    }
    let of = value.get_type().name()?;
    if of == class {
        let place: usize = value.getattr(intern!(py, "_index"))?.extract()?;
        return all.get(place).copied().map(Said::Known).ok_or_else(no_word);
    }
    if of.to_cow()?.strip_prefix("Listed") == Some(class) {
        return value.getattr(intern!(py, "chinese"))?.extract().map(Said::Listed);
    }
    Err(wrong_type(value, name, class))
}

impl<T: Copy> Said<T> {
    /// The word in an edition whose words are read so.
    fn read(&self, read: impl Fn(&str) -> dijia::Result<Key<T>>) -> dijia::Result<Key<T>> {
        match self {
            Self::Text(text) | Self::Listed(text) => read(text),
            Self::Known(word) => Ok(Key::Known(*word)),
        }
    }
}

pub fn said_land_use(value: &Bound<'_, PyAny>) -> PyResult<Said<LandUse>> {
    said(value, ("land_use", "LandUse"), &LandUse::ALL)
}

pub fn said_grade(value: &Bound<'_, PyAny>) -> PyResult<Said<Grade>> {
    said(value, ("grade", "Grade"), &Grade::ALL)
}

pub fn said_area(value: &Bound<'_, PyAny>) -> PyResult<Said<Area>> {
    said(value, ("area", "Area"), &Area::ALL)
}

impl Said<LandUse> {
    /// In that edition, a text being a code of that land-use scheme where there is one.
    pub fn in_edition(&self, edition: &Edition<'_>, scheme: Option<&str>) -> dijia::Result<Key<LandUse>> {
        match (scheme, self) {
            (Some(scheme), Self::Text(code)) => edition.land_use_by_code(scheme, code),
            _ => self.read(|text| edition.land_use(text)),
        }
    }
}

impl Said<Grade> {
    pub fn in_edition(&self, edition: &Edition<'_>) -> dijia::Result<Key<Grade>> {
        self.read(|text| edition.grade(text))
    }
}

impl Said<Area> {
    pub fn in_edition(&self, edition: &Edition<'_>) -> dijia::Result<Key<Area>> {
        self.read(|text| edition.area(text))
    }
}

fn wrong_type(value: &Bound<'_, PyAny>, name: &str, class: &str) -> PyErr {
    match value.get_type().name() {
        Ok(given) => PyTypeError::new_err(format!(
            "{name} is {}: pass a str or {}",
            with_article(&given.to_string()),
            with_article(class)
        )),
        Err(error) => error,
    }
}

pub fn land_use(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<LandUse>> {
    land_use_in(edition, None, value)
}

/// The same, a text being a code of that land-use scheme where there is one.
pub fn land_use_in(edition: &Edition<'_>, scheme: Option<&str>, value: &Bound<'_, PyAny>) -> PyResult<Key<LandUse>> {
    said_land_use(value)?.in_edition(edition, scheme).or_raise(value.py())
}

pub fn grade(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<Grade>> {
    said_grade(value)?.in_edition(edition).or_raise(value.py())
}

pub fn area(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<Area>> {
    said_area(value)?.in_edition(edition).or_raise(value.py())
}

/// The area of an edition whose prices are meant; none for its first.
pub fn district(edition: &Edition<'_>, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Key<Area>>> {
    value.map(|value| area(edition, value)).transpose()
}

pub fn code(edition: &Edition<'_>, value: &Bound<'_, PyAny>) -> PyResult<Key<ZoneCode>> {
    edition.zone_code(&code_text(value)?).or_raise(value.py())
}

/// The text of a zone code, which is as good as the code.
pub fn code_text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(text.to_cow()?.into_owned());
    }
    if value.get_type().name()? == "ZoneCode" {
        return Ok(value.str()?.to_cow()?.into_owned());
    }
    Err(wrong_type(value, "zone", "ZoneCode"))
}

/// What stands behind the words of the trade is none of them.
fn no_word() -> PyErr {
    PyIndexError::new_err("no such word")
}

pub fn service(value: &Bound<'_, PyAny>) -> PyResult<Service> {
    match said(value, ("service", "Service"), &Service::ALL)? {
        Said::Text(text) => text.parse().or_raise(value.py()),
        Said::Known(service) => Ok(service),
        Said::Listed(_) => Err(wrong_type(value, "service", "Service")),
    }
}

/// A development level: its spelling, in an edition as that means it; a `DevelopmentLevel`, or services.
pub fn level(value: &Bound<'_, PyAny>, edition: Option<&Edition<'_>>) -> PyResult<DevelopmentLevel> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        let text = text.to_cow()?;
        return match edition {
            Some(edition) => edition.development_level(&text).or_raise(py),
            None => text.parse::<DevelopmentLevel>().or_raise(py),
        };
    }
    if value.get_type().name()? == "DevelopmentLevel" {
        return value.getattr(intern!(py, "bits"))?.extract().map(DevelopmentLevel::from_bits);
    }
    value.try_iter()?.map(|item| service(&item?)).collect()
}
