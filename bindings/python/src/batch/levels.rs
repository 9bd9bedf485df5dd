//! Columns of the levels that factors have: names, and numbers that are in the intervals of a document.

use arrow_array::Array;
use arrow_schema::DataType;
use dijia::{Decimal, DecimalText, Quantity};
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::column::{Column, Rows, is_missing, is_nothing};
use super::names::Names;
use super::numbers::{Number, Numbers};
use super::run::paused;
use crate::decimals::{self, Reading};
use crate::fault::Fault;

/// A column of levels.
pub enum LevelColumn {
    Names(Box<Names>),
    /// Numbers alone.
    Numbers(Box<Numbers>),
}

/// The level of a row.
pub enum Level<'a> {
    Missing,
    Named(&'a str),
    Number(Decimal),
    Bad(Fault),
}

impl LevelColumn {
    pub fn read(column: &Column<'_>, name: &str, rows: &mut Rows) -> PyResult<Self> {
        rows.agree(name, column.len())?;
        if is_numeric(column)? {
            let numbers = Numbers::read(column, name, Reading::Plain, Quantity::Level)?;
            return Ok(Self::Numbers(Box::new(numbers)));
        }
        let made = match column {
            Column::Objects(objects) => Names::read(&Column::Objects(as_texts(objects, name)?), name, rows),
            Column::Arrow(_) => Names::read(column, name, rows),
        };
        made.map(|names| Self::Names(Box::new(names)))
    }

    /// Numbers the names of so many rows from the first.
    pub fn number(&mut self, first: usize, count: usize) {
        if let Self::Names(names) = self {
            names.number(first, count);
        }
    }

    /// The level of a row of the block as a key; none where there is none.
    pub fn key(&self, row: usize) -> Option<u64> {
        match self {
            Self::Names(names) => names.key(row).map(u64::from),
            Self::Numbers(numbers) => numbers.key(row),
        }
    }

    pub fn get(&self, row: usize) -> Level<'_> {
        match self {
            Self::Names(names) => match (names.key(row), names.fault(row)) {
                (Some(number), _) => Level::Named(names.name(number)),
                (None, Some(fault)) => Level::Bad(fault),
                (None, None) => Level::Missing,
            },
            Self::Numbers(numbers) => match numbers.get(row) {
                Number::Missing => Level::Missing,
                Number::Value(value) => Level::Number(value),
                Number::Bad(fault) => Level::Bad(fault),
            },
        }
    }
}

/// Whether a column has numbers alone.
fn is_numeric(column: &Column<'_>) -> PyResult<bool> {
    match column {
        Column::Arrow(chunks) => {
            Ok(chunks.iter().all(|chunk| is_number(chunk.data_type())) && !chunks.iter().all(is_nothing))
        }
        Column::Objects(objects) => {
            let mut any = false;
            for object in paused(objects) {
                let object = object?;
                if object.is_instance_of::<PyString>() {
                    return Ok(false);
                }
                any = any || !is_missing(object)?;
            }
            Ok(any)
        }
    }
}

fn is_number(of: &DataType) -> bool {
    match of {
        DataType::Dictionary(_, values) => is_number(values),
        DataType::RunEndEncoded(_, values) => is_number(values.data_type()),
        of => of.is_numeric(),
    }
}

/// The objects with numbers in the form that they are read in for one parcel, among texts.
fn as_texts<'py>(objects: &[Bound<'py, PyAny>], name: &str) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let as_text = |object: &Bound<'py, PyAny>| {
        if object.is_instance_of::<PyString>() || is_missing(object)? {
            return Ok(object.clone());
        }
        Ok(match decimals::read(object, name)? {
            Ok(number) => PyString::new(object.py(), &DecimalText(number).to_string()).into_any(),
            Err(_) => object.clone(),
        })
    };
    paused(objects).map(|object| object.and_then(as_text)).collect()
}
