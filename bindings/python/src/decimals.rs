//! Decimals between Python and the library, exactly, and the conversions of units.

use std::borrow::Cow;

use dijia::{Decimal, DecimalText, Error, FactorCorrection, Ratio, RoundingMode, Term};
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString, PyType};

use crate::failure::OrRaise;
use crate::fault::{Fault, Wanted};

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
    match value.cast::<PyString>() {
        Ok(text) => reading.read(&text.to_cow()?).or_raise(py),
        Err(_) => read(value, name)?.map_err(|fault| fault.raised(py)),
    }
}

/// The decimal that a Python value is which is no str, or what is wrong with it. It is read by its value, however it
/// prints itself; what the value itself raises is raised.
pub fn read(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Result<Decimal, Fault>> {
    let py = value.py();
    let text = if let Some(text) = text(value)? {
        plain(&text).into_owned()
    } else if value.is_instance_of::<PyFloat>() {
        return Ok(Err(Fault::wrong(name, "float".to_owned(), Wanted::NoFloat)));
    } else {
        let Some(whole) = whole(value)? else { return Fault::of_type(value, name, Wanted::Number).map(Err) };
        match whole.extract::<i128>() {
            Ok(whole) => whole.to_string(),
            // Longer than Python itself would write an int.
            Err(_) => text(&class(py)?.call1((whole,))?)?.unwrap_or_default(),
        }
    };
    Ok(dijia::parse_decimal(&text).map_err(|error| Error::from(error).into()))
}

/// The digits of a `decimal.Decimal`, perhaps with an exponent; None for what is none.
pub fn text(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    let class = class(value.py())?;
    if !value.is_instance(class)? {
        return Ok(None);
    }
    let text = class.call_method1(intern!(value.py(), "__str__"), (value,))?;
    Ok(Some(text.cast::<PyString>()?.to_cow()?.into_owned()))
}

/// The whole number that a value is, those of other libraries among them; None for what is none.
fn whole<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    static INDEX: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

    let py = value.py();
    if value.is_instance_of::<PyBool>() {
        return Ok(None);
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(Some(value.clone()));
    }
    if !value.get_type().hasattr(intern!(py, "__index__"))? {
        return Ok(None);
    }
    match INDEX.import(py, "operator", "index")?.call1((value,)) {
        Ok(whole) => Ok(Some(whole)),
        Err(error) if error.is_instance_of::<PyTypeError>(py) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Digits with at most one point in place of those with an exponent. Where the exponent gives a number more zeros than any
/// decimal has, it has as many here as are too many.
pub fn plain(text: &str) -> Cow<'_, str> {
    const MANY: i64 = 64;

    let parts = text.split_once('E').and_then(|(digits, exponent)| Some((digits, exponent.parse::<i64>().ok()?)));
    let Some((coefficient, exponent)) = parts else { return text.into() };
    let (sign, coefficient) = coefficient.strip_prefix('-').map_or(("", coefficient), |rest| ("-", rest));
    let (whole, part) = coefficient.split_once('.').unwrap_or((coefficient, ""));
    let digits = format!("{whole}{part}");
    let before = whole.len() as i64 + exponent;
    let zeros = |count: i64| "0".repeat(usize::try_from(count.min(MANY)).unwrap_or(0));
    if before <= 0 {
        return format!("{sign}0.{}{digits}", zeros(-before)).into();
    }
    if digits.bytes().all(|digit| digit == b'0') && exponent > 0 {
        return format!("{sign}0").into();
    }
    match usize::try_from(before).ok().and_then(|before| digits.split_at_checked(before)) {
        Some((whole, "")) => format!("{sign}{whole}").into(),
        Some((whole, part)) => format!("{sign}{whole}.{part}").into(),
        None => format!("{sign}{digits}{}", zeros(before - digits.len() as i64)).into(),
    }
}

/// The coefficient that a Python value is: a `fractions.Fraction`, a text such as 100/103, or a decimal.
pub fn ratio_from_py(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Ratio> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        return text.to_cow()?.parse::<Ratio>().map_err(Error::from).or_raise(py);
    }
    // What the numeric tower calls rational and is no whole number.
    if value.is_instance(fraction(py)?)? {
        let part = |attribute| from_py(&value.getattr(attribute)?, name, Reading::Plain);
        return Ok(Ratio::new(part("numerator")?, part("denominator")?));
    }
    from_py(value, name, Reading::Plain).map(Ratio::from)
}

/// A further coefficient, which a text may give in per cent too.
pub fn coefficient_from_py(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Ratio> {
    match value.cast::<PyString>() {
        Ok(text) => coefficient(&text.to_cow()?).or_raise(value.py()),
        Err(_) => ratio_from_py(value, name),
    }
}

fn coefficient(text: &str) -> dijia::Result<Ratio> {
    if text.contains(['/', '／', '÷']) { Ok(text.parse()?) } else { Reading::Rate.read(text).map(Ratio::from) }
}

/// The term that a Python value is: years, or a text for one without end.
pub fn term_from_py(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Term> {
    match value.cast::<PyString>() {
        Ok(text) => text.to_cow()?.parse::<Term>().map_err(Error::from).or_raise(value.py()),
        Err(_) => from_py(value, name, Reading::Plain).map(Term::Years),
    }
}

fn fraction(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();

    CLASS.import(py, "fractions", "Fraction")
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

/// A ratio as it is written, if it is one; so for a coefficient and a term.
#[pyfunction]
pub fn parse_ratio(py: Python<'_>, text: &str) -> PyResult<String> {
    text.parse::<Ratio>().map_err(Error::from).or_raise(py).map(|ratio| ratio.to_string())
}

#[pyfunction]
pub fn parse_coefficient(py: Python<'_>, text: &str) -> PyResult<String> {
    coefficient(text).or_raise(py).map(|ratio| ratio.to_string())
}

#[pyfunction]
pub fn parse_term(py: Python<'_>, text: &str) -> PyResult<String> {
    text.parse::<Term>().map_err(Error::from).or_raise(py).map(|term| term.to_string())
}

#[pyfunction]
pub fn parse_date<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    crate::dates::date_to_py(py, dijia::parse_date(text).or_raise(py)?)
}

/// A number of decimal places, however large: one that no decimal has is refused as that.
pub fn places(value: &Bound<'_, PyAny>) -> PyResult<u32> {
    value.extract().or_else(|error: PyErr| {
        let is_whole = value.is_instance_of::<PyInt>() && error.is_instance_of::<PyOverflowError>(value.py());
        match is_whole.then(|| value.lt(0)).transpose()? {
            None => Err(error),
            Some(true) => Err(PyValueError::new_err(format!("{value} places are asked for: there are none below 0"))),
            Some(false) => Ok(u32::MAX),
        }
    })
}

#[pyfunction]
pub fn round<'py>(
    value: &Bound<'py, PyAny>,
    #[pyo3(from_py_with = places)] places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let rounded = dijia::round(from_py(value, "value", Reading::Plain)?, places, mode(half_even));
    to_py(value.py(), rounded.or_raise(value.py())?)
}

#[pyfunction]
pub fn wan_yuan_per_mu<'py>(
    value: &Bound<'py, PyAny>,
    #[pyo3(from_py_with = places)] places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
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
    #[pyo3(from_py_with = places)] places: u32,
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
pub fn square_metres<'py>(
    value: &Bound<'py, PyAny>,
    #[pyo3(from_py_with = places)] places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let mu = from_py(value, "mu", Reading::Plain)?;
    to_py(value.py(), dijia::square_metres(mu, places, mode(half_even)).or_raise(value.py())?)
}

#[pyfunction]
pub fn total_yuan<'py>(
    value: &Bound<'py, PyAny>,
    square_metres: &Bound<'py, PyAny>,
    #[pyo3(from_py_with = places)] places: u32,
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
    #[pyo3(from_py_with = places)] places: u32,
    half_even: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let price = from_py(value, "unit_price", Reading::Plain)?;
    let area = from_py(square_metres, "square_metres", Reading::Plain)?;
    to_py(value.py(), dijia::total_wan_yuan(price, area, places, mode(half_even)).or_raise(value.py())?)
}
