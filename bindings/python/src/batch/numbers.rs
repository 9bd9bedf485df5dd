//! Columns of decimals, and floats made decimals where a program asks for that.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, Decimal128Array};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use dijia::{Decimal, Error, Quantity, RoundingMode};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::column::{Column, is_blank, is_missing};
use super::export::ArrowArray;
use super::walked::Walked;
use crate::decimals::{self, Reading};

/// A column of decimals.
pub struct Numbers {
    chunks: Vec<Chunk>,
    rows: usize,
    /// The scale at which every row is a whole number; none where there is none of a usual kind.
    scale: Option<u32>,
    quantity: Quantity,
    /// The error of a text that is no decimal, by row.
    errors: Vec<(usize, Error)>,
    /// The rows whose text has a per cent sign.
    percents: Vec<usize>,
}

/// What comes in one piece: whole units, each with a scale of its own or all with one.
struct Chunk {
    first: usize,
    units: Walked<ScalarBuffer<i128>>,
    scales: Scales,
    nulls: Option<NullBuffer>,
}

enum Scales {
    One(i8),
    Each(Walked<Vec<i8>>),
}

/// The value of a row.
pub enum Number {
    Missing,
    Value(Decimal),
    Bad(Error),
}

impl Numbers {
    /// Stands for units that are not there, or longer than is carried.
    pub const NONE: i64 = i64::MIN;

    pub fn read(column: &Column<'_>, name: &str, reading: Reading, quantity: Quantity) -> PyResult<Self> {
        let mut numbers =
            Self { chunks: Vec::new(), rows: 0, scale: Some(0), quantity, errors: Vec::new(), percents: Vec::new() };
        match column {
            Column::Arrow(chunks) => chunks.iter().try_for_each(|chunk| numbers.push_array(chunk, name, reading))?,
            Column::Objects(objects) => numbers.push_objects(objects, name, reading)?,
        }
        Ok(numbers)
    }

    pub fn get(&self, row: usize) -> Number {
        let Some((chunk, place)) = self.find(row) else { return Number::Missing };
        if chunk.nulls.as_ref().is_some_and(|nulls| nulls.is_null(place)) {
            return Number::Missing;
        }
        if let Ok(place) = self.errors.binary_search_by_key(&row, |(row, _)| *row) {
            return Number::Bad(self.errors[place].1);
        }
        match decimal(chunk.units.at(place), chunk.scale(place)) {
            Some(value) => Number::Value(value),
            None => Number::Bad(Error::TooManyDigits { quantity: self.quantity }),
        }
    }

    /// Whether the row is a text with a per cent sign.
    pub fn in_percent(&self, row: usize) -> bool {
        self.percents.binary_search(&row).is_ok()
    }

    /// The value of a row as a key: the same key only for the same value, scale and per cent sign. None for what is no short number.
    #[inline]
    pub fn key(&self, row: usize) -> Option<u64> {
        let (chunk, place) = self.find(row)?;
        if chunk.nulls.as_ref().is_some_and(|nulls| nulls.is_null(place)) {
            return None;
        }
        let value = i64::try_from(chunk.units.at(place)).ok()?;
        let scale = u64::from(chunk.scale(place) as u8);
        let in_percent = u64::from(self.in_percent(row)) << 5;
        (value.unsigned_abs() < 1 << 57 && scale < 32).then_some((value << 6) as u64 ^ scale ^ in_percent)
    }

    /// The scale at which every row is a whole number; none where there is none of a usual kind.
    pub fn scale(&self) -> Option<u32> {
        self.scale
    }

    /// Writes the rows from `first` in whole units of [`scale`](Self::scale): `NONE` for what is missing, bad or long.
    pub fn units(&self, first: usize, scale: u32, to: &mut [i64]) {
        let (mut row, mut rest) = (first, to);
        let from = self.chunks.partition_point(|chunk| chunk.first <= first).saturating_sub(1);
        for chunk in &self.chunks[from..] {
            if rest.is_empty() {
                break;
            }
            let place = row - chunk.first;
            let (now, later) = rest.split_at_mut(rest.len().min(chunk.units.len() - place));
            chunk.units(place, scale, now);
            row += now.len();
            rest = later;
        }
    }

    fn find(&self, row: usize) -> Option<(&Chunk, usize)> {
        let chunk = self.chunks.get(self.chunks.partition_point(|chunk| chunk.first <= row).checked_sub(1)?)?;
        Some((chunk, row - chunk.first))
    }

    fn push(&mut self, units: ScalarBuffer<i128>, scales: Scales, nulls: Option<NullBuffer>) {
        if units.is_empty() {
            return;
        }
        let first = self.rows;
        self.rows += units.len();
        let nulls = nulls.filter(|nulls| nulls.null_count() > 0);
        let units = Walked::new(units);
        // Tables have decimals of many more places than they need.
        let needed = match &scales {
            Scales::One(scale) => needed(units.all(), *scale, nulls.as_ref()),
            Scales::Each(scales) => finest(scales.all()),
        };
        self.scale = self.scale.zip(u32::try_from(needed).ok()).map(|(scale, needed)| scale.max(needed));
        self.chunks.push(Chunk { first, units, scales, nulls });
    }

    /// Texts and objects, each with a scale of its own.
    fn push_each(
        &mut self,
        values: impl Iterator<Item = PyResult<Option<dijia::Result<(Decimal, bool)>>>>,
    ) -> PyResult<()> {
        /// Units that no decimal has, which therefore are carried nowhere.
        const BAD: i128 = i128::MAX;

        let (mut units, mut scales, mut valid) = (Vec::new(), Vec::new(), Vec::new());
        for (row, value) in (self.rows..).zip(values) {
            let value = value?;
            valid.push(value.is_some());
            let (unit, scale) = match value {
                Some(Ok((value, in_percent))) => {
                    if in_percent {
                        self.percents.push(row);
                    }
                    (value.mantissa(), value.scale() as i8)
                }
                Some(Err(error)) => {
                    self.errors.push((row, error));
                    (BAD, 0)
                }
                None => (0, 0),
            };
            units.push(unit);
            scales.push(scale);
        }
        self.push(units.into(), Scales::Each(Walked::new(scales)), Some(valid.into()));
        Ok(())
    }

    fn push_objects(&mut self, objects: &[Bound<'_, PyAny>], name: &str, reading: Reading) -> PyResult<()> {
        self.push_each(objects.iter().map(|object| {
            if is_missing(object)? {
                return Ok(None);
            }
            if let Ok(text) = object.cast::<pyo3::types::PyString>() {
                let text = text.to_cow()?;
                return Ok((!is_blank(&text)).then(|| reading.read_with_unit(&text)));
            }
            if object.str()?.to_cow()? == "NaN" {
                return Ok(None);
            }
            decimals::from_py(object, name, Reading::Plain).map(|value| Some(Ok((value, false))))
        }))
    }

    fn push_array(&mut self, array: &ArrayRef, name: &str, reading: Reading) -> PyResult<()> {
        match array.data_type() {
            DataType::Decimal128(_, scale) => {
                let array = array.as_primitive::<Decimal128Type>();
                self.push(array.values().clone(), Scales::One(*scale), array.nulls().cloned());
            }
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
            DataType::Utf8 => self.push_texts(array.as_string::<i32>().iter(), reading)?,
            DataType::LargeUtf8 => self.push_texts(array.as_string::<i64>().iter(), reading)?,
            DataType::Utf8View => self.push_texts(array.as_string_view().iter(), reading)?,
            DataType::Null => self.push_each((0..array.len()).map(|_| Ok(None)))?,
            DataType::Float16 | DataType::Float32 | DataType::Float64 => {
                let message = format!(
                    "{name} is a column of floats, which are not the decimals they look like: pass decimals, or say how \
                     many places they were written with: places=2"
                );
                return Err(PyTypeError::new_err(message));
            }
            other => {
                let message = format!("{name} is a column of {other}: decimals, whole numbers or texts are expected");
                return Err(PyTypeError::new_err(message));
            }
        }
        Ok(())
    }

    fn push_texts<'a>(&mut self, texts: impl Iterator<Item = Option<&'a str>>, reading: Reading) -> PyResult<()> {
        self.push_each(
            texts.map(|text| Ok(text.filter(|text| !is_blank(text)).map(|text| reading.read_with_unit(text)))),
        )
    }

    fn push_primitive<T: ArrowPrimitiveType>(&mut self, array: &ArrayRef, scale: i8)
    where
        i128: From<T::Native>,
    {
        let array = array.as_primitive::<T>();
        let units: Vec<i128> = array.values().iter().map(|&value| i128::from(value)).collect();
        self.push(units.into(), Scales::One(scale), array.nulls().cloned());
    }
}

impl Chunk {
    #[inline]
    fn scale(&self, place: usize) -> i8 {
        match &self.scales {
            Scales::One(scale) => *scale,
            Scales::Each(scales) => scales.at(place),
        }
    }

    fn units(&self, first: usize, scale: u32, to: &mut [i64]) {
        let finer = |own: i8| {
            let places = u32::try_from(own).ok().and_then(|own| scale.checked_sub(own));
            places.and_then(|places| 10_i64.checked_pow(places)).unwrap_or(0)
        };
        let coarser = |own: i8| {
            let places = u32::try_from(own).ok().and_then(|own| own.checked_sub(scale));
            places.and_then(|places| 10_i128.checked_pow(places))
        };
        let from = self.units.part(first, to.len());
        // What does not fit 64 bits is none, as what does not when it is multiplied.
        let short = |value: i128| i64::try_from(value).unwrap_or(Self::NONE);
        let times = |value: i128, factor: i64| match factor {
            0 => Self::NONE,
            factor => short(value).checked_mul(factor).unwrap_or(Self::NONE),
        };
        match &self.scales {
            Scales::One(own) => match finer(*own) {
                1 => to.iter_mut().zip(from).for_each(|(to, &value)| *to = short(value)),
                0 => match coarser(*own) {
                    Some(factor) => to.iter_mut().zip(from).for_each(|(to, &value)| {
                        let whole = value % factor == 0 && decimal(value, *own).is_some();
                        *to = if whole { short(value / factor) } else { Self::NONE };
                    }),
                    None => to.fill(Self::NONE),
                },
                factor => to.iter_mut().zip(from).for_each(|(to, &value)| *to = times(value, factor)),
            },
            Scales::Each(scales) => {
                for ((to, &value), &own) in to.iter_mut().zip(from).zip(scales.part(first, from.len())) {
                    *to = times(value, finer(own));
                }
            }
        }
        if let Some(nulls) = &self.nulls {
            for (place, to) in to.iter_mut().enumerate() {
                if nulls.is_null(first + place) {
                    *to = Self::NONE;
                }
            }
        }
    }

    const NONE: i64 = Numbers::NONE;
}

/// The finest of the scales; one that is none of a usual kind, where there is such a one.
fn finest(scales: &[i8]) -> i8 {
    if scales.iter().any(|&scale| scale < 0) { -1 } else { scales.iter().copied().max().unwrap_or(0) }
}

/// The scale that values of that scale would do with, where it is finer than what people write.
fn needed(units: &[i128], scale: i8, nulls: Option<&NullBuffer>) -> i8 {
    const USUAL: i32 = 6;

    let mut surplus = u32::try_from(i32::from(scale) - USUAL).unwrap_or(0).min(Decimal::MAX_SCALE);
    for (place, &value) in units.iter().enumerate() {
        while surplus > 0 && value % 10_i128.pow(surplus) != 0 && nulls.is_none_or(|nulls| nulls.is_valid(place)) {
            surplus -= 1;
        }
        if surplus == 0 {
            break;
        }
    }
    scale - surplus as i8
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
        let rounded = dijia::parse_decimal(&text)
            .map_err(Error::from)
            .and_then(|value| dijia::round(value, places, RoundingMode::HalfUp));
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
