//! Columns of dates.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Date64Type};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use dijia::{Date, Error, parse_date};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::column::{Column, is_blank, is_missing, is_nothing};
use super::encoded::Encoded;
use super::run::paused;
use super::texts::MISSING;
use super::walked;
use crate::dates::read_date;
use crate::fault::{Fault, Wanted};

/// A column of dates.
pub struct Dates {
    values: Vec<Option<Date>>,
    /// The error of a text that is no date, by row, where there is no value.
    errors: Vec<(usize, Fault)>,
}

/// The date of a row.
pub enum Entry {
    Missing,
    Value(Date),
    Bad(Fault),
}

/// A day of a year that tables go to.
#[derive(Clone, Copy)]
pub struct Day {
    /// From 1900.
    pub year: usize,
    /// The month and the day in it, below `COUNT`.
    pub day: usize,
}

impl Day {
    pub const COUNT: usize = 13 << 5;

    /// None where the year is no usual one.
    #[inline]
    pub fn of(date: Date) -> Option<Self> {
        let year = usize::try_from(date.year() - 1900).ok().filter(|&year| year < 300)?;
        Some(Self { year, day: (date.month() as usize) << 5 | date.day() as usize })
    }
}

impl Dates {
    pub fn read(column: &Column<'_>, name: &str) -> PyResult<Self> {
        let mut dates = Self { values: Vec::with_capacity(column.len()), errors: Vec::new() };
        match column {
            Column::Arrow(chunks) => {
                for chunk in chunks {
                    dates.push_array(chunk, name)?;
                }
            }
            Column::Objects(objects) => {
                for object in paused(objects) {
                    let object = object?;
                    dates.push(if is_missing(object)? {
                        Entry::Missing
                    } else if let Ok(text) = object.cast::<PyString>() {
                        from_text(&text.to_cow()?)
                    } else {
                        read_date(object, name)?.map_or_else(Entry::Bad, Entry::Value)
                    });
                }
            }
        }
        Ok(dates)
    }

    pub fn get(&self, row: usize) -> Entry {
        walked::count(1);
        match self.values[row] {
            Some(date) => Entry::Value(date),
            None => match self.errors.binary_search_by_key(&row, |(row, _)| *row) {
                Ok(place) => Entry::Bad(self.errors[place].1.clone()),
                Err(_) => Entry::Missing,
            },
        }
    }

    /// The date of a row as a key; none where there is none.
    #[inline]
    pub fn key(&self, row: usize) -> Option<u64> {
        walked::count(1);
        let date = self.values[row]?;
        Some((date.year() as u64) << 16 | u64::from(date.month() as u8) << 8 | u64::from(date.day() as u8))
    }

    /// The day of a row; none where there is none, or none of a usual year.
    #[inline]
    pub fn day(&self, row: usize) -> Option<Day> {
        walked::count(1);
        Day::of(self.values[row]?)
    }

    fn push(&mut self, entry: Entry) {
        let date = match entry {
            Entry::Value(date) => Some(date),
            Entry::Missing => None,
            Entry::Bad(fault) => {
                self.errors.push((self.values.len(), fault));
                None
            }
        };
        self.values.push(date);
    }

    fn push_array(&mut self, array: &ArrayRef, name: &str) -> PyResult<()> {
        if is_nothing(array) {
            (0..array.len()).for_each(|_| self.push(Entry::Missing));
            return Ok(());
        }
        if let Some(Encoded { places, values }) = Encoded::read(array, name)? {
            let mut known = Self { values: Vec::new(), errors: Vec::new() };
            known.push_array(&values, name)?;
            for place in places {
                self.push(if place == MISSING { Entry::Missing } else { known.get(place as usize) });
            }
            return Ok(());
        }
        let text = |text: Option<&str>| text.map_or(Entry::Missing, from_text);
        match array.data_type() {
            DataType::Date32 => {
                let mut met = Met::new();
                for days in array.as_primitive::<Date32Type>() {
                    match days.map(|days| met.date(days)) {
                        Some(Some(date)) => self.values.push(Some(date)),
                        Some(None) => self.push(from_days(i64::MAX)),
                        None => self.values.push(None),
                    }
                }
            }
            DataType::Date64 => {
                for milliseconds in array.as_primitive::<Date64Type>() {
                    self.push(from_ticks(milliseconds, 1000, name));
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
                    self.push(from_ticks(ticks, per_second, name));
                }
            }
            DataType::Utf8 => array.as_string::<i32>().iter().for_each(|it| self.push(text(it))),
            DataType::LargeUtf8 => array.as_string::<i64>().iter().for_each(|it| self.push(text(it))),
            DataType::Utf8View => array.as_string_view().iter().for_each(|it| self.push(text(it))),
            other => return Err(PyTypeError::new_err(format!("{name} is a column of {other}: dates are expected"))),
        }
        Ok(())
    }
}

fn from_text(text: &str) -> Entry {
    if is_blank(text) {
        return Entry::Missing;
    }
    match parse_date(text) {
        Ok(date) => Entry::Value(date),
        Err(error) => Entry::Bad(Error::from(error).into()),
    }
}

/// The dates of days that have been met: a column of millions of rows has few of them.
struct Met(Vec<(i32, Option<Date>)>);

impl Met {
    const SLOTS: usize = 1 << 12;

    fn new() -> Self {
        Self(vec![(i32::MIN, None); Self::SLOTS])
    }

    #[inline]
    fn date(&mut self, days: i32) -> Option<Date> {
        let slot = &mut self.0[days as usize % Self::SLOTS];
        if slot.0 != days {
            *slot = (days, civil(days.into()));
        }
        slot.1
    }
}

/// Days from 1970-01-01.
fn from_days(days: i64) -> Entry {
    civil(days).map_or_else(|| from_text("a day beyond the year 9999"), Entry::Value)
}

/// The date so many days after 1970-01-01. Years are counted from March, so that a day that is left over is their last, and in
/// eras of 400 years, which are alike.
fn civil(days: i64) -> Option<Date> {
    const TO_0000_03_01: i64 = 719_468;
    const OF_AN_ERA: i64 = 146_097;

    let days = days.checked_add(TO_0000_03_01)?;
    let (era, day) = (days.div_euclid(OF_AN_ERA), days.rem_euclid(OF_AN_ERA));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = i16::try_from(year + era * 400 + later).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn from_ticks(ticks: Option<i64>, per_second: i64, name: &str) -> Entry {
    let Some(ticks) = ticks else { return Entry::Missing };
    let per_day = per_second * 86_400;
    if ticks.rem_euclid(per_day) != 0 {
        return Entry::Bad(Fault::wrong(name, "datetime".to_owned(), Wanted::NoTime));
    }
    from_days(ticks.div_euclid(per_day))
}
