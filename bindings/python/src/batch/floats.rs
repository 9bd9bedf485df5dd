//! Floats made decimals, where a program asks for that.

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use dijia::{Decimal, Error, RoundingMode};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::column::{Column, is_missing};
use super::export::{ArrowArray, text};
use super::numbers::decimal_array;
use super::run::paused;
use crate::decimals;
use crate::failure::{OrRaise, exception_in_row};
use crate::fault::with_article;

/// Makes decimals of floats: each as Python prints it, rounded half up to that many places; NaN is missing.
#[pyfunction]
pub fn floats_to_decimals(
    py: Python<'_>,
    values: &Bound<'_, PyAny>,
    #[pyo3(from_py_with = decimals::places)] places: u32,
) -> PyResult<ArrowArray> {
    let (made, bad) = converted(py, values, places)?;
    match bad.first() {
        Some((row, _, error)) => Err(exception_in_row(py, &(*error).into(), *row)),
        None => Ok(made),
    }
}

/// The same, with those floats that no decimal holds, and their rows, which are missing in the column.
#[pyfunction]
pub fn floats_and_others(
    py: Python<'_>,
    values: &Bound<'_, PyAny>,
    #[pyo3(from_py_with = decimals::places)] places: u32,
) -> PyResult<(ArrowArray, Vec<(usize, f64)>)> {
    let (made, bad) = converted(py, values, places)?;
    Ok((made, bad.into_iter().map(|(row, float, _)| (row, float)).collect()))
}

/// One float as a `decimal.Decimal`, in the same way; None for NaN.
#[pyfunction]
pub fn float_to_decimal(
    py: Python<'_>,
    value: f64,
    #[pyo3(from_py_with = decimals::places)] places: u32,
) -> PyResult<Option<Bound<'_, PyAny>>> {
    let scale = scale(py, places)?;
    let units = units(value, places).or_raise(py)?;
    (!value.is_nan()).then(|| decimals::from_text(py, &text(units, scale))).transpose()
}

/// So many places, which must be such as decimals have, whether there are rows or not.
fn scale(py: Python<'_>, places: u32) -> PyResult<i8> {
    dijia::round(Decimal::ZERO, places, RoundingMode::HalfUp).or_raise(py)?;
    i8::try_from(places).map_err(|_| PyValueError::new_err("too many places"))
}

/// A column of decimals, and the floats that none of them holds: the row of each, and why.
type Converted = (ArrowArray, Vec<(usize, f64, Error)>);

fn converted(py: Python<'_>, values: &Bound<'_, PyAny>, places: u32) -> PyResult<Converted> {
    let scale = scale(py, places)?;
    let mut floats = read(values)?;
    let (units, nulls, bad) = py.detach(|| {
        let mut bad = Vec::new();
        let in_row = |(row, float): (usize, &mut f64)| {
            units(*float, places).unwrap_or_else(|error| {
                bad.push((row, *float, error));
                *float = f64::NAN;
                0
            })
        };
        let units: Vec<i128> = floats.iter_mut().enumerate().map(in_row).collect();
        let nulls = NullBuffer::from_iter(floats.iter().map(|float| !float.is_nan()));
        (units, (nulls.null_count() > 0).then_some(nulls), bad)
    });
    Ok((decimal_array(units, nulls, scale)?, bad))
}

/// The floats of a column; NaN for what is missing.
fn read(values: &Bound<'_, PyAny>) -> PyResult<Vec<f64>> {
    let chunks = match Column::read(values)? {
        None => return Err(PyTypeError::new_err("a column of floats is expected")),
        Some(Column::Objects(objects)) => {
            return paused(&objects).enumerate().map(|(row, object)| float(row, object?)).collect();
        }
        Some(Column::Arrow(chunks)) => chunks,
    };
    let mut floats = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for chunk in chunks {
        match chunk.data_type() {
            DataType::Float64 => {
                floats.extend(chunk.as_primitive::<Float64Type>().iter().map(|float| float.unwrap_or(f64::NAN)));
            }
            DataType::Float32 => {
                let values = chunk.as_primitive::<Float32Type>().iter();
                floats.extend(values.map(|float| float.map_or(f64::NAN, f64::from)));
            }
            other => return Err(PyTypeError::new_err(format!("a column of {other}: floats are expected"))),
        }
    }
    Ok(floats)
}

/// The float of a row, whatever number it is; NaN for what is missing.
fn float(row: usize, object: &Bound<'_, PyAny>) -> PyResult<f64> {
    if is_missing(object)? {
        return Ok(f64::NAN);
    }
    let py = object.py();
    object.extract().or_else(|error: PyErr| {
        let given = object.get_type().name()?;
        if !error.is_instance_of::<PyTypeError>(py) {
            return Err(error);
        }
        Err(PyTypeError::new_err(format!("row {row} is {}: floats are expected", with_article(&given.to_cow()?))))
    })
}

/// The float in units of so many places, 0 for NaN.
fn units(float: f64, places: u32) -> dijia::Result<i128> {
    if float.is_nan() {
        return Ok(0);
    }
    let rounded = Shortest::of(float).and_then(|shortest| shortest.round(places));
    match rounded {
        Some(units) if fits(units) => Ok(if float < 0.0 { -units } else { units }),
        // No decimal holds it: say so of its digits.
        _ => dijia::parse_decimal(&format!("{float}"))
            .map_err(Error::from)
            .and_then(|value| dijia::round(value, places, RoundingMode::HalfUp))
            .map(|value| value.mantissa()),
    }
}

/// Whether a decimal of the library has so many units.
fn fits(units: i128) -> bool {
    units >> 96 == 0
}

/// The shortest digits that are read as the float again, of those the nearest, and of two as near the even ones: what
/// Python prints. Rust prints the upper ones of two as near.
struct Shortest {
    digits: i128,
    /// The value is `digits` × 10^`exponent`.
    exponent: i32,
}

impl Shortest {
    fn of(float: f64) -> Option<Self> {
        if float.is_infinite() {
            return None;
        }
        let magnitude = float.abs();
        let text = format!("{magnitude:e}");
        let count = text.split('e').next()?.bytes().filter(u8::is_ascii_digit).count();
        // With a count of digits, Rust rounds ties to even; at a power of two the nearest may be another float's.
        let even = format!("{magnitude:.*e}", count - 1);
        let text = if even.parse() == Ok(magnitude) { even } else { text };
        let (digits, exponent) = text.split_once('e')?;
        let places = digits.split_once('.').map_or(0, |(_, part)| part.len());
        let digits = digits.replace('.', "").parse().ok()?;
        Some(Self { digits, exponent: exponent.parse::<i32>().ok()? - i32::try_from(places).ok()? })
    }

    /// In units of so many places, rounded half up; none where they are too many.
    fn round(&self, places: u32) -> Option<i128> {
        let shift = self.exponent + i32::try_from(places).ok()?;
        let power = 10_i128.checked_pow(shift.unsigned_abs());
        if shift >= 0 {
            return self.digits.checked_mul(if self.digits == 0 { 1 } else { power? });
        }
        let Some(power) = power else { return Some(0) };
        let (whole, rest) = (self.digits / power, self.digits % power);
        Some(whole + i128::from(rest >= power - rest))
    }
}
