//! Columns of dates.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Date64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use dijia::{Date, Error, parse_date};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::column::{Column, is_missing};
use crate::arguments::date_from_py;

/// A column of dates.
pub struct Dates {
    values: Vec<Entry>,
}

/// The date of a row.
#[derive(Clone, Copy)]
pub enum Entry {
    Missing,
    Value(Date),
    Bad(Error),
}

impl Dates {
    pub fn read(column: &Column<'_>, name: &str) -> PyResult<Self> {
        let mut values = Vec::with_capacity(column.len());
        match column {
            Column::Arrow(chunks) => {
                for chunk in chunks {
                    push_array(&mut values, chunk, name)?;
                }
            }
            Column::Objects(objects) => {
                for object in objects {
                    values.push(if is_missing(object)? {
                        Entry::Missing
                    } else if let Ok(text) = object.cast::<PyString>() {
                        from_text(&text.to_cow()?)
                    } else {
                        Entry::Value(date_from_py(object, name)?)
                    });
                }
            }
        }
        Ok(Self { values })
    }

    pub fn get(&self, row: usize) -> Entry {
        self.values[row]
    }

    /// The date of a row as a key; none where there is none.
    pub fn key(&self, row: usize) -> Option<u64> {
        match self.values[row] {
            Entry::Value(date) => {
                Some((date.year() as u64) << 16 | u64::from(date.month() as u8) << 8 | u64::from(date.day() as u8))
            }
            Entry::Missing | Entry::Bad(_) => None,
        }
    }
}

fn from_text(text: &str) -> Entry {
    match parse_date(text) {
        Ok(date) => Entry::Value(date),
        Err(error) => Entry::Bad(error),
    }
}

fn push_array(values: &mut Vec<Entry>, array: &ArrayRef, name: &str) -> PyResult<()> {
    let texts = |text: Option<&str>| text.map_or(Entry::Missing, from_text);
    match array.data_type() {
        DataType::Date32 => values.extend(
            array
                .as_primitive::<Date32Type>()
                .iter()
                .map(|days| days.map_or(Some(Entry::Missing), |days| from_days(days.into())))
                .map(or_bad),
        ),
        DataType::Date64 => {
            for milliseconds in array.as_primitive::<Date64Type>() {
                values.push(from_ticks(milliseconds, 1000, name)?);
            }
        }
        DataType::Timestamp(unit, None) => {
            let per_second = match unit {
                TimeUnit::Second => 1,
                TimeUnit::Millisecond => 1000,
                TimeUnit::Microsecond => 1_000_000,
                TimeUnit::Nanosecond => 1_000_000_000,
            };
            let data = array.to_data();
            let ticks = data.buffers()[0].typed_data::<i64>();
            for row in 0..array.len() {
                let ticks = (!array.is_null(row)).then(|| ticks[data.offset() + row]);
                values.push(from_ticks(ticks, per_second, name)?);
            }
        }
        DataType::Utf8 => values.extend(array.as_string::<i32>().iter().map(texts)),
        DataType::LargeUtf8 => values.extend(array.as_string::<i64>().iter().map(texts)),
        DataType::Utf8View => values.extend(array.as_string_view().iter().map(texts)),
        DataType::Null => values.resize(values.len() + array.len(), Entry::Missing),
        other => return Err(PyTypeError::new_err(format!("{name} is a column of {other}: dates are expected"))),
    }
    Ok(())
}

fn or_bad(entry: Option<Entry>) -> Entry {
    entry.unwrap_or_else(|| from_text("a day beyond the year 9999"))
}

/// Days from 1970-01-01.
fn from_days(days: i64) -> Option<Entry> {
    let span = i32::try_from(days).ok()?;
    // Civil from days, by the library's calendar.
    dijia::Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(span).ok()?).ok().map(Entry::Value)
}

fn from_ticks(ticks: Option<i64>, per_second: i64, name: &str) -> PyResult<Entry> {
    let Some(ticks) = ticks else { return Ok(Entry::Missing) };
    let per_day = per_second * 86_400;
    if ticks.rem_euclid(per_day) != 0 {
        return Err(PyTypeError::new_err(format!("{name} has times of a day in it: dates are expected")));
    }
    Ok(or_bad(from_days(ticks.div_euclid(per_day))))
}
