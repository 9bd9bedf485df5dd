//! Columns of decimals, and floats made decimals where a program asks for that.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float16Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, Decimal128Array};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use dijia::{Decimal, Error, Quantity};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::column::{Column, is_blank, is_missing, is_nothing};
use super::encoded::Encoded;
use super::export::ArrowArray;
use super::run::paused;
use super::texts::MISSING;
use super::walked::Walked;
use crate::decimals::{self, Reading};
use crate::fault::{Fault, Wanted};

/// A column of decimals.
pub struct Numbers {
    chunks: Vec<Chunk>,
    rows: usize,
    /// The scale at which every row is a whole number; none where there is none of a usual kind.
    scale: Option<u32>,
    quantity: Quantity,
    /// The error of a text that is no decimal, by row.
    errors: Vec<(usize, Fault)>,
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
    Bad(Fault),
}

/// Units that no decimal has, which therefore are carried nowhere.
const BAD: i128 = i128::MAX;

fn read_text(text: &str, reading: Reading) -> Result<(Decimal, bool), Fault> {
    reading.read_with_unit(text).map_err(Fault::from)
}

impl Numbers {
    /// Stands for units that are not there, or longer than is carried.
    pub const NONE: i64 = i64::MIN;

    pub fn read(column: &Column<'_>, name: &str, reading: Reading, quantity: Quantity) -> PyResult<Self> {
        let mut numbers = Self::new(quantity);
        match column {
            Column::Arrow(chunks) => chunks.iter().try_for_each(|chunk| numbers.push_array(chunk, name, reading))?,
            Column::Objects(objects) => numbers.push_objects(objects, name, reading)?,
        }
        Ok(numbers)
    }

    fn new(quantity: Quantity) -> Self {
        Self { chunks: Vec::new(), rows: 0, scale: Some(0), quantity, errors: Vec::new(), percents: Vec::new() }
    }

    pub fn get(&self, row: usize) -> Number {
        let Some((chunk, place)) = self.find(row) else { return Number::Missing };
        if chunk.nulls.as_ref().is_some_and(|nulls| nulls.is_null(place)) {
            return Number::Missing;
        }
        if let Ok(place) = self.errors.binary_search_by_key(&row, |(row, _)| *row) {
            return Number::Bad(self.errors[place].1.clone());
        }
        match decimal(chunk.units.at(place), chunk.scale(place)) {
            Some(value) => Number::Value(value),
            None => Number::Bad(Error::TooManyDigits { quantity: self.quantity }.into()),
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

    /// Takes the coarsest scale at which every row is a whole number, and says whether it is another: tables have decimals of
    /// some places whether their values need them or not.
    pub fn trim(&mut self) -> bool {
        let needed = self.chunks.iter().map(|chunk| match &chunk.scales {
            Scales::One(scale) => needed(chunk.units.all(), *scale, chunk.nulls.as_ref(), 0),
            Scales::Each(scales) => {
                let each = chunk.units.all().iter().zip(scales.all());
                each.map(|(&value, &scale)| needed(&[value], scale, None, 0)).max().unwrap_or(0)
            }
        });
        let scale = needed.max().unwrap_or(0);
        let before = self.scale;
        self.scale = before.and(u32::try_from(scale).ok());
        self.scale != before
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
            Scales::One(scale) => needed(units.all(), *scale, nulls.as_ref(), USUAL),
            Scales::Each(scales) => finest(scales.all()),
        };
        self.scale = self.scale.zip(u32::try_from(needed).ok()).map(|(scale, needed)| scale.max(needed));
        self.chunks.push(Chunk { first, units, scales, nulls });
    }

    /// Texts and objects, each with a scale of its own.
    fn push_each(
        &mut self,
        values: impl Iterator<Item = PyResult<Option<Result<(Decimal, bool), Fault>>>>,
    ) -> PyResult<()> {
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
        self.push_each(paused(objects).map(|object| {
            let object = object?;
            if is_missing(object)? {
                return Ok(None);
            }
            if let Ok(text) = object.cast::<PyString>() {
                let text = text.to_cow()?;
                return Ok((!is_blank(&text)).then(|| read_text(&text, reading)));
            }
            if decimals::text(object)?.is_some_and(|text| text.contains("NaN")) {
                return Ok(None);
            }
            decimals::read(object, name).map(|read| Some(read.map(|value| (value, false))))
        }))
    }

    fn push_array(&mut self, array: &ArrayRef, name: &str, reading: Reading) -> PyResult<()> {
        if is_nothing(array) {
            return self.push_each((0..array.len()).map(|_| Ok(None)));
        }
        if let Some(Encoded { places, values }) = Encoded::read(array, name)? {
            let mut known = Self::new(self.quantity);
            known.push_array(&values, name, reading)?;
            return self.push_each(places.iter().map(|&place| Ok(known.read_again(place))));
        }
        match array.data_type() {
            DataType::Decimal256(_, scale) => {
                // What does not fit 128 bits is no decimal.
                let units = array.as_primitive::<Decimal256Type>().values().iter();
                let units: Vec<i128> = units.map(|units| units.to_i128().unwrap_or(BAD)).collect();
                self.push(units.into(), Scales::One(*scale), array.nulls().cloned());
            }
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
            DataType::Float64 => self.push_floats::<Float64Type>(array, name, f64::is_nan)?,
            DataType::Float32 => self.push_floats::<Float32Type>(array, name, f32::is_nan)?,
            DataType::Float16 => self.push_floats::<Float16Type>(array, name, |value| value.is_nan())?,
            other => {
                let message = format!("{name} is a column of {other}: decimals, whole numbers or texts are expected");
                return Err(PyTypeError::new_err(message));
            }
        }
        Ok(())
    }

    fn push_texts<'a>(&mut self, texts: impl Iterator<Item = Option<&'a str>>, reading: Reading) -> PyResult<()> {
        self.push_each(texts.map(|text| Ok(text.filter(|text| !is_blank(text)).map(|text| read_text(text, reading)))))
    }

    /// Floats are not the decimals that they look like.
    fn push_floats<T: ArrowPrimitiveType>(
        &mut self,
        array: &ArrayRef,
        name: &str,
        is_nan: fn(T::Native) -> bool,
    ) -> PyResult<()> {
        let fault = Fault::wrong(name, "float".to_owned(), Wanted::NoFloat);
        let values = array.as_primitive::<T>().iter();
        self.push_each(values.map(|value| Ok(value.filter(|&value| !is_nan(value)).map(|_| Err(fault.clone())))))
    }

    /// What a row is, to push it again.
    fn read_again(&self, place: u32) -> Option<Result<(Decimal, bool), Fault>> {
        let row = (place != MISSING).then_some(place as usize)?;
        match self.get(row) {
            Number::Missing => None,
            Number::Value(value) => Some(Ok((value, self.in_percent(row)))),
            Number::Bad(fault) => Some(Err(fault)),
        }
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
        let any = |value: i128, own: i8| match (finer(own), coarser(own)) {
            (0, Some(factor)) if value % factor == 0 && decimal(value, own).is_some() => short(value / factor),
            (factor, _) => times(value, factor),
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
                    *to = any(value, own);
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

/// The places that people write.
const USUAL: i32 = 6;

/// The scale that values of that scale would do with, where it is finer than usual.
fn needed(units: &[i128], scale: i8, nulls: Option<&NullBuffer>, usual: i32) -> i8 {
    let mut surplus = u32::try_from(i32::from(scale) - usual).unwrap_or(0).min(Decimal::MAX_SCALE);
    for (place, &value) in units.iter().enumerate() {
        while surplus > 0
            && value != BAD
            && value % 10_i128.pow(surplus) != 0
            && nulls.is_none_or(|nulls| nulls.is_valid(place))
        {
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

/// An Arrow array of decimals of that scale.
pub fn decimal_array(values: Vec<i128>, nulls: Option<NullBuffer>, scale: i8) -> PyResult<ArrowArray> {
    const PRECISION: u8 = 38;

    let array =
        Decimal128Array::try_new(values.into(), nulls).and_then(|it| it.with_precision_and_scale(PRECISION, scale));
    let array = array.map_err(super::import::arrow_error)?;
    Ok(ArrowArray::new(Arc::new(array)))
}
