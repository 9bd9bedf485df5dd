//! Columns of decimals, and floats made decimals where a program asks for that.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, Decimal128Array};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use dijia::{Decimal, Error, Quantity, RoundingMode};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::column::{Column, is_missing};
use super::export::ArrowArray;
use crate::decimals::{self, Reading};

/// A column of decimals, each with a scale of its own or all with one.
pub struct Numbers {
    values: Vec<i128>,
    scales: Scales,
    nulls: Option<Vec<bool>>,
    quantity: Quantity,
    /// The error of a text that is no decimal, by row.
    errors: Vec<(usize, Error)>,
}

enum Scales {
    One(i8),
    Each(Vec<i8>),
}

/// The value of a row.
pub enum Number {
    Missing,
    Value(Decimal),
    Bad(Error),
}

impl Numbers {
    pub fn read(column: &Column<'_>, name: &str, reading: Reading, quantity: Quantity) -> PyResult<Self> {
        let mut numbers =
            Self { values: Vec::new(), scales: Scales::One(0), nulls: None, quantity, errors: Vec::new() };
        numbers.values.reserve(column.len());
        match column {
            Column::Arrow(chunks) => chunks.iter().try_for_each(|chunk| numbers.push_array(chunk, name, reading))?,
            Column::Objects(objects) => numbers.push_objects(objects, name, reading)?,
        }
        Ok(numbers)
    }

    #[inline]
    fn scale(&self, row: usize) -> i8 {
        match &self.scales {
            Scales::One(scale) => *scale,
            Scales::Each(scales) => scales[row],
        }
    }

    #[inline]
    pub fn get(&self, row: usize) -> Number {
        if self.nulls.as_ref().is_some_and(|nulls| nulls[row]) {
            return Number::Missing;
        }
        match decimal(self.values[row], self.scale(row)) {
            Some(value) if self.errors.is_empty() => Number::Value(value),
            Some(value) => match self.errors.binary_search_by_key(&row, |(row, _)| *row) {
                Ok(place) => Number::Bad(self.errors[place].1),
                Err(_) => Number::Value(value),
            },
            None => Number::Bad(Error::TooManyDigits { quantity: self.quantity }),
        }
    }

    /// The value of a row as a key: the same key only for the same value and scale. None for what is no short number.
    #[inline]
    pub fn key(&self, row: usize) -> Option<u64> {
        if self.nulls.as_ref().is_some_and(|nulls| nulls[row]) || !self.errors.is_empty() {
            return None;
        }
        let value = i64::try_from(self.values[row]).ok()?;
        let scale = u64::from(self.scale(row) as u8);
        (value.unsigned_abs() < 1 << 57 && scale < 32).then_some((value << 6) as u64 ^ scale)
    }

    fn push_each(&mut self, value: i128, scale: i8) {
        let row = self.values.len();
        self.values.push(value);
        match &mut self.scales {
            Scales::One(one) if row == 0 => *one = scale,
            Scales::One(one) if *one == scale => {}
            Scales::One(one) => {
                let mut scales = vec![*one; row];
                scales.push(scale);
                self.scales = Scales::Each(scales);
            }
            Scales::Each(scales) => scales.push(scale),
        }
    }

    fn push_missing(&mut self) {
        let scale = match &self.scales {
            Scales::One(one) => *one,
            Scales::Each(_) => 0,
        };
        self.push_each(0, scale);
        let row = self.values.len() - 1;
        let nulls = self.nulls.get_or_insert_with(Vec::new);
        nulls.resize(row, false);
        nulls.push(true);
    }

    fn push_text(&mut self, text: &str, reading: Reading) {
        match reading.read(text) {
            Ok(value) => self.push_each(value.mantissa(), value.scale() as i8),
            Err(error) => {
                self.errors.push((self.values.len(), error));
                self.push_each(0, 0);
            }
        }
    }

    fn finish_nulls(&mut self) {
        let rows = self.values.len();
        if let Some(nulls) = &mut self.nulls {
            nulls.resize(rows, false);
        }
    }

    fn push_objects(&mut self, objects: &[Bound<'_, PyAny>], name: &str, reading: Reading) -> PyResult<()> {
        for object in objects {
            if is_missing(object)? {
                self.push_missing();
            } else if let Ok(text) = object.cast::<pyo3::types::PyString>() {
                self.push_text(&text.to_cow()?, reading);
            } else if object.str()?.to_cow()? == "NaN" {
                self.push_missing();
            } else {
                let value = decimals::from_py(object, name, Reading::Plain)?;
                self.push_each(value.mantissa(), value.scale() as i8);
            }
        }
        self.finish_nulls();
        Ok(())
    }

    fn push_array(&mut self, array: &ArrayRef, name: &str, reading: Reading) -> PyResult<()> {
        let wrong = |what: &DataType| {
            let message = format!("{name} is a column of {what}: decimals, whole numbers or texts are expected");
            PyTypeError::new_err(message)
        };
        match array.data_type() {
            DataType::Decimal128(_, scale) => self.push_primitive::<Decimal128Type>(array, *scale),
            DataType::Decimal64(_, scale) => self.push_primitive::<Decimal64Type>(array, *scale),
            DataType::Decimal32(_, scale) => self.push_primitive::<Decimal32Type>(array, *scale),
            DataType::Int8 => self.push_primitive::<Int8Type>(array, 0),
            DataType::Int16 => self.push_primitive::<Int16Type>(array, 0),
            DataType::Int32 => self.push_primitive::<Int32Type>(array, 0),
            DataType::Int64 => self.push_primitive::<Int64Type>(array, 0),
            DataType::UInt8 => self.push_primitive::<UInt8Type>(array, 0),
            DataType::UInt16 => self.push_primitive::<UInt16Type>(array, 0),
            DataType::UInt32 => self.push_primitive::<UInt32Type>(array, 0),
            DataType::UInt64 => self.push_primitive::<UInt64Type>(array, 0),
            DataType::Utf8 => self.push_texts(array.as_string::<i32>().iter(), reading),
            DataType::LargeUtf8 => self.push_texts(array.as_string::<i64>().iter(), reading),
            DataType::Utf8View => self.push_texts(array.as_string_view().iter(), reading),
            DataType::Null => (0..array.len()).for_each(|_| self.push_missing()),
            DataType::Float16 | DataType::Float32 | DataType::Float64 => {
                let message = format!(
                    "{name} is a column of floats, which are not the decimals they look like: pass decimals, or make \
                     decimals of them by dijia.decimals(values, places)"
                );
                return Err(PyTypeError::new_err(message));
            }
            other => return Err(wrong(other)),
        }
        self.finish_nulls();
        Ok(())
    }

    fn push_texts<'a>(&mut self, texts: impl Iterator<Item = Option<&'a str>>, reading: Reading) {
        for text in texts {
            match text {
                Some(text) => self.push_text(text, reading),
                None => self.push_missing(),
            }
        }
    }

    fn push_primitive<T: ArrowPrimitiveType>(&mut self, array: &ArrayRef, scale: i8)
    where
        i128: From<T::Native>,
    {
        let array = array.as_primitive::<T>();
        let before = self.values.len();
        self.values.extend(array.values().iter().map(|&value| i128::from(value)));
        let rows = self.values.len();
        match &mut self.scales {
            Scales::One(one) if before == 0 => *one = scale,
            Scales::One(one) if *one == scale => {}
            Scales::One(one) => {
                let mut scales = vec![*one; before];
                scales.resize(rows, scale);
                self.scales = Scales::Each(scales);
            }
            Scales::Each(scales) => scales.resize(rows, scale),
        }
        if let Some(found) = array.nulls().filter(|nulls| nulls.null_count() > 0) {
            let nulls = self.nulls.get_or_insert_with(Vec::new);
            nulls.resize(before, false);
            nulls.extend(found.iter().map(|valid| !valid));
        }
    }
}

/// The decimal of that mantissa and scale; none where a decimal of the library does not hold it.
#[inline]
pub fn decimal(value: i128, scale: i8) -> Option<Decimal> {
    let magnitude = value.unsigned_abs();
    if magnitude >> 96 != 0 || scale > 28 {
        return None;
    }
    if scale < 0 {
        let power = 10_i128.checked_pow(u32::from(scale.unsigned_abs()))?;
        return decimal(value.checked_mul(power)?, 0);
    }
    let (low, middle, high) = (magnitude as u32, (magnitude >> 32) as u32, (magnitude >> 64) as u32);
    Some(Decimal::from_parts(low, middle, high, value < 0, scale as u32))
}

/// Makes decimals of floats: each as Python prints it, rounded half up to that many places; NaN is missing.
#[pyfunction]
pub fn floats_to_decimals(py: Python<'_>, values: &Bound<'_, PyAny>, places: u32) -> PyResult<ArrowArray> {
    let mut made: Vec<Option<i128>> = Vec::new();
    let mut push = |value: f64| -> PyResult<()> {
        if value.is_nan() {
            made.push(None);
            return Ok(());
        }
        let row = made.len();
        let text = format!("{value}");
        // More places than a decimal holds say nothing of the few that are asked for; cut well beyond them.
        let text = match text.split_once('.') {
            Some((whole, part)) if part.len() > 27 => format!("{whole}.{}1", &part[..26.min(part.len())]),
            _ => text,
        };
        let rounded = dijia::parse_decimal(&text).and_then(|value| dijia::round(value, places, RoundingMode::HalfUp));
        match rounded {
            Ok(value) => made.push(Some(value.mantissa())),
            Err(error) => return Err(crate::failure::exception_in_row(py, error, row)),
        }
        Ok(())
    };
    match Column::read(values)? {
        None => return Err(PyTypeError::new_err("a column of floats is expected")),
        Some(Column::Objects(objects)) => {
            for object in objects {
                push(if is_missing(&object)? { f64::NAN } else { object.extract::<f64>()? })?;
            }
        }
        Some(Column::Arrow(chunks)) => {
            for chunk in chunks {
                match chunk.data_type() {
                    DataType::Float64 => {
                        chunk.as_primitive::<Float64Type>().iter().try_for_each(|it| push(it.unwrap_or(f64::NAN)))?;
                    }
                    DataType::Float32 => chunk
                        .as_primitive::<Float32Type>()
                        .iter()
                        .try_for_each(|it| push(it.map_or(f64::NAN, f64::from)))?,
                    other => return Err(PyTypeError::new_err(format!("a column of {other}: floats are expected"))),
                }
            }
        }
    }
    let scale = i8::try_from(places).map_err(|_| PyValueError::new_err("too many places"))?;
    decimal_array(made.iter().map(|value| value.unwrap_or(0)).collect(), nulls_of(&made), scale)
}

fn nulls_of(values: &[Option<i128>]) -> Option<NullBuffer> {
    let nulls = NullBuffer::from_iter(values.iter().map(Option::is_some));
    (nulls.null_count() > 0).then_some(nulls)
}

/// An Arrow array of decimals of that scale.
pub fn decimal_array(values: Vec<i128>, nulls: Option<NullBuffer>, scale: i8) -> PyResult<ArrowArray> {
    const PRECISION: u8 = 38;

    let array =
        Decimal128Array::try_new(values.into(), nulls).and_then(|it| it.with_precision_and_scale(PRECISION, scale));
    let array = array.map_err(super::import::arrow_error)?;
    Ok(ArrowArray::new(Arc::new(array)))
}
