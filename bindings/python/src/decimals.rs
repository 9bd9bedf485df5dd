//! Decimals between Python and the library, exactly, and the conversions of units.

use dijia::{Decimal, DecimalText, FactorCorrection, RoundingMode};
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString, PyType};

use crate::failure::OrRaise;

fn class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();

    CLASS.import(py, "decimal", "Decimal")
}

/// The decimal as a `decimal.Decimal`, with all its places.
pub fn to_py(py: Python<'_>, value: Decimal) -> PyResult<Bound<'_, PyAny>> {
    let mut buffer = [0; DecimalText::LONGEST];
    from_text(py, DecimalText(value).write(&mut buffer))
}

/// The `decimal.Decimal` of that text.
pub fn from_text<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    class(py)?.call1((text,))
}

pub fn optional_to_py(py: Python<'_>, value: Option<Decimal>) -> PyResult<Option<Bound<'_, PyAny>>> {
    value.map(|value| to_py(py, value)).transpose()
}

/// How a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As a decimal.
    Plain,
    /// As a rate or factor, which may be in per cent.
    Rate,
}

impl Reading {
    pub fn read(self, text: &str) -> dijia::Result<Decimal> {
        match self {
            Self::Plain => dijia::parse_decimal(text).map_err(Into::into),
            Self::Rate => dijia::parse_rate(text).map_err(Into::into),
        }
    }

    /// The same, and whether it is in per cent.
    pub fn read_with_unit(self, text: &str) -> dijia::Result<(Decimal, bool)> {
        match self {
            Self::Plain => self.read(text).map(|value| (value, false)),
            Self::Rate => factor(text),
        }
    }
}

/// The decimal that a Python value is: a str, an int or a `decimal.Decimal`. The name is for the message.
pub fn from_py(value: &Bound<'_, PyAny>, name: &str, reading: Reading) -> PyResult<Decimal> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        return reading.read(&text.to_cow()?).or_raise(py);
    }
    if value.is_instance(class(py)?)? {
        return dijia::parse_decimal(&plain_text(value)?).or_raise(py);
    }
    if value.is_instance_of::<PyFloat>() {
        return Err(float(name));
    }
    if !value.is_instance_of::<PyBool>() {
        if value.is_instance_of::<PyInt>() {
            return dijia::parse_decimal(&value.str()?.to_cow()?).or_raise(py);
        }
        // The whole numbers of other libraries.
        if let Ok(index) = value.call_method0(intern!(py, "__index__")) {
            return dijia::parse_decimal(&index.str()?.to_cow()?).or_raise(py);
        }
    }
    let given = value.get_type().name()?;
    Err(PyTypeError::new_err(format!("{name} is a {given}: pass a str, an int or a decimal.Decimal")))
}

/// The factor correction that a Python value is, and whether it is a text with a per cent sign.
pub fn factor_from_py(value: &Bound<'_, PyAny>, name: &str) -> PyResult<(Decimal, bool)> {
    match value.cast::<PyString>() {
        Ok(text) => factor(&text.to_cow()?).or_raise(value.py()),
        Err(_) => from_py(value, name, Reading::Plain).map(|value| (value, false)),
    }
}

/// The factor correction that a text is, and whether it has a per cent sign.
pub fn factor(text: &str) -> dijia::Result<(Decimal, bool)> {
    Ok(FactorCorrection::parse("", text).map(|factor| (factor.value, factor.in_percent))?)
}

pub fn float(name: &str) -> PyErr {
    let message = format!(
        "{name} is a float, which is not the decimal it looks like: pass a str or a decimal.Decimal, or say how many places \
         it was written with: dijia.decimals(value, 2), or places=2 in a batch"
    );
    PyTypeError::new_err(message)
}

/// A `decimal.Decimal` as digits with at most one point.
fn plain_text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let text = value.str()?.to_cow()?.into_owned();
    if text.contains(['E', 'e']) {
        return Ok(value
            .call_method1(intern!(value.py(), "__format__"), ("f",))?
            .cast::<PyString>()?
            .to_cow()?
            .into_owned());
    }
    Ok(text)
}

pub fn mode(half_even: bool) -> RoundingMode {
    if half_even { RoundingMode::HalfEven } else { RoundingMode::HalfUp }
}

#[pyfunction]
pub fn parse_decimal<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    to_py(py, dijia::parse_decimal(text).or_raise(py)?)
}

#[pyfunction]
pub fn parse_rate<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    to_py(py, dijia::parse_rate(text).or_raise(py)?)
}

#[pyfunction]
pub fn parse_date<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    crate::arguments::date_to_py(py, dijia::parse_date(text).or_raise(py)?)
}

#[pyfunction]
pub fn round<'py>(value: &Bound<'py, PyAny>, places: u32, half_even: bool) -> PyResult<Bound<'py, PyAny>> {
    let rounded = dijia::round(from_py(value, "value", Reading::Plain)?, places, mode(half_even));
    to_py(value.py(), rounded.or_raise(value.py())?)
}

#[pyfunction]
pub fn wan_yuan_per_mu<'py>(value: &Bound<'py, PyAny>, places: u32, half_even: bool) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "yuan_per_square_metre", Reading::Plain)?;
    to_py(value.py(), dijia::wan_yuan_per_mu(price, places, mode(half_even)).or_raise(value.py())?)
}

#[pyfunction]
pub fn yuan_per_square_metre<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "wan_yuan_per_mu", Reading::Plain)?;
    to_py(value.py(), dijia::yuan_per_square_metre(price).or_raise(value.py())?)
}

#[pyfunction]
pub fn floor_price<'py>(
    value: &Bound<'py, PyAny>,
    plot_ratio: &Bound<'py, PyAny>,
    places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "land_price", Reading::Plain)?;
    let plot_ratio = from_py(plot_ratio, "plot_ratio", Reading::Plain)?;
    to_py(value.py(), dijia::floor_price(price, plot_ratio, places, mode(half_even)).or_raise(value.py())?)
}

#[pyfunction]
pub fn land_price<'py>(value: &Bound<'py, PyAny>, plot_ratio: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "floor_price", Reading::Plain)?;
    let plot_ratio = from_py(plot_ratio, "plot_ratio", Reading::Plain)?;
    to_py(value.py(), dijia::land_price(price, plot_ratio).or_raise(value.py())?)
}

#[pyfunction]
pub fn mu<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    to_py(value.py(), dijia::mu(from_py(value, "square_metres", Reading::Plain)?).or_raise(value.py())?)
}

#[pyfunction]
pub fn square_metres<'py>(value: &Bound<'py, PyAny>, places: u32, half_even: bool) -> PyResult<Bound<'py, PyAny>> {
    let mu = from_py(value, "mu", Reading::Plain)?;
    to_py(value.py(), dijia::square_metres(mu, places, mode(half_even)).or_raise(value.py())?)
}

#[pyfunction]
pub fn total_yuan<'py>(
    value: &Bound<'py, PyAny>,
    square_metres: &Bound<'py, PyAny>,
    places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "unit_price", Reading::Plain)?;
    let area = from_py(square_metres, "square_metres", Reading::Plain)?;
    to_py(value.py(), dijia::total_yuan(price, area, places, mode(half_even)).or_raise(value.py())?)
}

#[pyfunction]
pub fn total_wan_yuan<'py>(
    value: &Bound<'py, PyAny>,
    square_metres: &Bound<'py, PyAny>,
    places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "unit_price", Reading::Plain)?;
    let area = from_py(square_metres, "square_metres", Reading::Plain)?;
    to_py(value.py(), dijia::total_wan_yuan(price, area, places, mode(half_even)).or_raise(value.py())?)
}
