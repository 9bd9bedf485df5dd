//! Dates between Python and the library.

use dijia::Date;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};

use crate::failure::OrRaise;
use crate::fault::{Fault, Wanted};

/// A date: a `datetime.date`, a text that is one, or a `datetime.datetime` at midnight without a time zone.
pub fn date_from_py(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Date> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        return dijia::parse_date(&text.to_cow()?).or_raise(py);
    }
    read_date(value, name)?.map_err(|fault| fault.raised(py))
}

/// A date that is no text, or what is wrong with it.
pub fn read_date(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Result<Date, Fault>> {
    let py = value.py();
    if value.cast::<PyDate>().is_err() {
        return Fault::of_type(value, name, Wanted::Date).map(Err);
    }
    if value.hasattr(intern!(py, "hour"))? {
        let mut midnight = value.getattr(intern!(py, "tzinfo"))?.is_none();
        // Those of pandas have nanoseconds, which their own `time()` drops.
        for part in ["hour", "minute", "second", "microsecond", "nanosecond"] {
            if let Some(part) = value.getattr_opt(part)? {
                match part.extract::<u32>() {
                    Ok(part) => midnight &= part == 0,
                    // A date that is none, as pandas has it.
                    Err(_) => return Fault::of_type(value, name, Wanted::Date).map(Err),
                }
            }
        }
        if !midnight {
            return Ok(Err(Fault::wrong(name, "datetime".to_owned(), Wanted::NoTime)));
        }
    }
    let part = |name| value.getattr(name)?.extract::<i16>();
    let (year, month, day) = (part("year")?, part("month")?, part("day")?);
    match Date::new(year, month as i8, day as i8) {
        Ok(date) => Ok(Ok(date)),
        Err(_) => Fault::of_type(value, name, Wanted::Date).map(Err),
    }
}

/// A date or None.
pub fn optional_date_to_py(py: Python<'_>, date: Option<Date>) -> PyResult<Bound<'_, PyAny>> {
    date.map_or_else(|| Ok(py.None().into_bound(py)), |date| date_to_py(py, date))
}

pub fn date_to_py(py: Python<'_>, date: Date) -> PyResult<Bound<'_, PyAny>> {
    let date = PyDate::new(py, i32::from(date.year()), date.month() as u8, date.day() as u8)?;
    Ok(date.into_any())
}
