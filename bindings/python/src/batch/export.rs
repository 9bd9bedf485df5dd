//! Columns that go out: as Arrow arrays through the PyCapsule interface, and as lists and floats for those who have no Arrow.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::types::{Decimal128Type, Int16Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, Float64Array, Int16Array, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyCapsule, PyList, PyTuple};

use super::import::arrow_error;
use super::run::pause;
use crate::decimals;

/// An Arrow array of this library, for whoever speaks the PyCapsule interface.
#[pyclass(frozen, module = "dijia._dijia")]
pub struct ArrowArray {
    array: ArrayRef,
}

impl ArrowArray {
    pub fn new(array: ArrayRef) -> Self {
        Self { array }
    }
}

#[pymethods]
impl ArrowArray {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.array.data_type()).map_err(arrow_error)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Another schema cannot be asked for: the data come as they are, as the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        drop(requested_schema);
        let array = PyCapsule::new_with_value(py, FFI_ArrowArray::new(&self.array.to_data()), c"arrow_array")?;
        PyTuple::new(py, [self.__arrow_c_schema__(py)?, array])
    }

    fn __len__(&self) -> usize {
        self.array.len()
    }

    fn __repr__(&self) -> String {
        format!("<ArrowArray {}, {} rows>", self.array.data_type(), self.array.len())
    }
}

/// The names at those places, nothing where there is none. The dictionary has what occurs, in the order of the names.
pub fn dictionary(places: impl Iterator<Item = Option<usize>> + Clone, names: &[String]) -> ArrayRef {
    let mut words: Vec<Option<i16>> = vec![None; names.len()];
    places.clone().flatten().for_each(|place| words[place] = Some(0));
    let mut used = Vec::new();
    for (word, name) in words.iter_mut().zip(names).filter(|(word, _)| word.is_some()) {
        *word = Some(used.len() as i16);
        used.push(name);
    }
    let is_missing = places.clone().any(|place| place.is_none());
    let nulls = is_missing.then(|| NullBuffer::from_iter(places.clone().map(|place| place.is_some())));
    let keys: Vec<i16> = places.map(|place| place.and_then(|place| words[place]).unwrap_or(0)).collect();
    let keys = Int16Array::new(keys.into(), nulls);
    Arc::new(DictionaryArray::<Int16Type>::new(keys, Arc::new(StringArray::from_iter_values(used))))
}

/// A column of few words with others in their place; what is several of them, between semicolons, word by word.
#[pyfunction]
pub fn in_words(array: &ArrowArray, words: HashMap<String, String>) -> PyResult<ArrowArray> {
    let DataType::Dictionary(..) = array.array.data_type() else {
        return Err(PyTypeError::new_err(format!("no words are in {}", array.array.data_type())));
    };
    let dictionary = array.array.as_dictionary::<Int16Type>();
    let named = |text: &str| -> String {
        let words: Vec<_> = text.split("; ").map(|word| words.get(word).map_or(word, String::as_str)).collect();
        words.join("；")
    };
    let values = dictionary.values().as_string::<i32>().iter().map(|text| text.map(named));
    let values: StringArray = values.collect();
    let named = DictionaryArray::<Int16Type>::new(dictionary.keys().clone(), Arc::new(values));
    Ok(ArrowArray::new(Arc::new(named)))
}

/// A column of few words with each of its texts written out, as those take it that read no dictionaries.
#[pyfunction]
pub fn written_out(py: Python<'_>, array: &ArrowArray) -> PyResult<ArrowArray> {
    let DataType::Dictionary(..) = array.array.data_type() else {
        return Ok(ArrowArray::new(Arc::clone(&array.array)));
    };
    let dictionary = array.array.as_dictionary::<Int16Type>();
    let words = dictionary.values().as_string::<i32>();
    let texts = || {
        let word = |key: i16| usize::try_from(key).ok().filter(|&key| key < words.len()).map(|key| words.value(key));
        dictionary.keys().iter().map(move |key| key.and_then(word))
    };
    let made = py.detach(|| {
        let bytes: usize = texts().flatten().map(str::len).sum();
        i32::try_from(bytes).is_ok().then(|| texts().collect::<StringArray>())
    });
    let made = made.ok_or_else(|| {
        PyValueError::new_err(
            "the texts of a column are longer than 2 GiB, which Arrow's offsets do not reach: price in parts",
        )
    })?;
    Ok(ArrowArray::new(Arc::new(made)))
}

/// The values as a list of `decimal.Decimal` or str, None where there is none.
#[pyfunction]
pub fn to_list<'py>(py: Python<'py>, array: &ArrowArray) -> PyResult<Bound<'py, PyList>> {
    let array = &array.array;
    match array.data_type() {
        DataType::Decimal128(_, scale) => {
            // Prices are few, so that most figures have been made before.
            let mut made: HashMap<i128, Py<PyAny>> = HashMap::new();
            let list = PyList::empty(py);
            for (row, value) in array.as_primitive::<Decimal128Type>().iter().enumerate() {
                pause(py, row)?;
                let Some(value) = value else {
                    list.append(py.None())?;
                    continue;
                };
                if let Some(object) = made.get(&value) {
                    list.append(object)?;
                    continue;
                }
                let object = decimals::from_text(py, &text(value, *scale))?;
                list.append(&object)?;
                if made.len() < 4096 {
                    made.insert(value, object.unbind());
                }
            }
            Ok(list)
        }
        DataType::Dictionary(..) => {
            let dictionary = array.as_dictionary::<Int16Type>();
            let values = dictionary.values().as_string::<i32>();
            let words: Vec<_> =
                values.iter().map(|word| word.into_pyobject(py).map(Bound::unbind)).collect::<Result<_, _>>()?;
            let keys = dictionary.keys().iter();
            PyList::new(
                py,
                keys.map(|key| key.and_then(|key| words.get(key as usize)).map(|word| word.bind(py)))
                    .collect::<Vec<_>>(),
            )
        }
        DataType::Utf8 => PyList::new(py, array.as_string::<i32>().iter().collect::<Vec<_>>()),
        other => Err(PyTypeError::new_err(format!("no list is made of {other}"))),
    }
}

/// The values of a column of decimals as the nearest doubles, NaN where there is none: the bytes of a C array.
#[pyfunction]
pub fn to_floats<'py>(py: Python<'py>, array: &ArrowArray) -> PyResult<Bound<'py, PyByteArray>> {
    let DataType::Decimal128(_, scale) = *array.array.data_type() else {
        return Err(PyTypeError::new_err("floats are made of decimals only"));
    };
    let values = array.array.as_primitive::<Decimal128Type>();
    let made = py.detach(|| {
        let nearest = |value: Option<i128>| value.map_or(Ok(f64::NAN), |value| nearest(value, scale));
        values.iter().map(nearest).collect::<PyResult<Vec<f64>>>()
    })?;
    PyByteArray::new_with(py, made.len() * size_of::<f64>(), |bytes| {
        for (to, float) in bytes.chunks_exact_mut(size_of::<f64>()).zip(made) {
            to.copy_from_slice(&float.to_ne_bytes());
        }
        Ok(())
    })
}

/// The values of a column of decimals as the nearest doubles.
#[pyfunction]
pub fn float_array(py: Python<'_>, array: &ArrowArray) -> PyResult<ArrowArray> {
    let DataType::Decimal128(_, scale) = *array.array.data_type() else {
        return Err(PyTypeError::new_err("floats are made of decimals only"));
    };
    let values = array.array.as_primitive::<Decimal128Type>();
    let nearest = |value: Option<i128>| value.map(|value| nearest(value, scale)).transpose();
    let floats: Float64Array = py.detach(|| values.iter().map(nearest).collect::<PyResult<_>>())?;
    Ok(ArrowArray::new(Arc::new(floats)))
}

fn nearest(value: i128, scale: i8) -> PyResult<f64> {
    // A quotient of two numbers that are doubles themselves is the nearest double to the exact quotient.
    if value.unsigned_abs() < 1 << 53 && (0..=15).contains(&scale) {
        return Ok(value as f64 / 10_f64.powi(i32::from(scale)));
    }
    let text = text(value, scale);
    text.parse().map_err(|_| PyTypeError::new_err(format!("{text} is no float")))
}

/// The digits of whole units of 10^-scale, all places written out. A column's scale may give a value more digits than a
/// decimal of the library has.
pub fn text(units: i128, scale: i8) -> String {
    let places = usize::try_from(scale).unwrap_or(0);
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let sign = if units < 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}
