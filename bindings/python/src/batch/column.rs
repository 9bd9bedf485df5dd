//! What an argument of a batch is: one value for all rows, or a column.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};

use super::import;

/// A column as it comes from Python.
pub enum Column<'py> {
    /// Arrow's chunks.
    Arrow(Vec<ArrayRef>),
    /// Python objects.
    Objects(Vec<Bound<'py, PyAny>>),
}

impl<'py> Column<'py> {
    /// The column that the argument is; None where it is one value for all rows.
    pub fn read(value: &Bound<'py, PyAny>) -> PyResult<Option<Self>> {
        if let Ok(list) = value.cast::<PyList>() {
            return Ok(Some(Self::Objects(list.iter().collect())));
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return Ok(Some(Self::Objects(tuple.iter().collect())));
        }
        Ok(import::chunks(value)?.map(Self::Arrow))
    }

    pub fn len(&self) -> usize {
        match self {
            Self::Arrow(chunks) => chunks.iter().map(|chunk| chunk.len()).sum(),
            Self::Objects(objects) => objects.len(),
        }
    }
}

/// The rows that all columns have.
#[derive(Default)]
pub struct Rows {
    known: Option<(usize, String)>,
}

impl Rows {
    pub fn agree(&mut self, name: &str, len: usize) -> PyResult<()> {
        match &self.known {
            None => self.known = Some((len, name.to_owned())),
            Some((known, first)) if *known != len => {
                return Err(PyValueError::new_err(format!("{name} has {len} rows, {first} has {known}")));
            }
            Some(_) => {}
        }
        Ok(())
    }

    pub fn count(&self) -> Option<usize> {
        self.known.as_ref().map(|(count, _)| *count)
    }
}

/// Whether an array has no value in any row, whatever its type: a column of nothing is often one of floats. NaN is none.
pub fn is_nothing(array: &ArrayRef) -> bool {
    array.logical_null_count() == array.len()
        || match array.data_type() {
            DataType::Float64 => array.as_primitive::<Float64Type>().iter().flatten().all(f64::is_nan),
            DataType::Float32 => array.as_primitive::<Float32Type>().iter().flatten().all(f32::is_nan),
            _ => false,
        }
}

/// Whether a Python object stands for a value that is not there: None, pandas' NA and NaT, a NaN.
pub fn is_missing(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if value.is_none() {
        return Ok(true);
    }
    if let Ok(float) = value.cast::<pyo3::types::PyFloat>() {
        return Ok(float.value().is_nan());
    }
    let class = value.get_type();
    let name = class.name()?;
    // The scalars of NumPy: a NaN of fewer bits, a date that is none.
    let is_of_numpy = || Ok::<_, PyErr>(class.module()? == "numpy");
    Ok(name == "NAType" || name == "NaTType" || is_of_numpy()? && value.ne(value)?)
}

/// Whether a text stands for a value that is not there: nothing but spaces, those that spreadsheets and pages write among
/// them.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character == '\u{feff}')
}
