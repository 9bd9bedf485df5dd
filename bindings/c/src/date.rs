//! Days of the calendar.

use dijia::Date;

use crate::failure::{Failure, Result};
use crate::pointer::Plain;
use crate::status::DIJIA_MALFORMED_DATE;

/// A day of the Gregorian calendar, in the years from 1 to 9999.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_date {
    /// The year, such as 2020.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

// SAFETY: integers.
unsafe impl Plain for dijia_date {}

/// A date, or none. All bytes zero is none.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_optional_date {
    /// The date, where there is one.
    pub value: dijia_date,
    /// 0 where there is none, else 1.
    pub present: u8,
    /// Not used; 0.
    pub reserved: [u8; 3],
}

// SAFETY: integers.
unsafe impl Plain for dijia_optional_date {}

impl From<Date> for dijia_date {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month() as u8, day: date.day() as u8 }
    }
}

impl dijia_date {
    const ZERO: Self = Self { year: 0, month: 0, day: 0 };

    /// The date, if the calendar has it.
    pub fn read(self) -> Result<Date> {
        let malformed = Failure::of(DIJIA_MALFORMED_DATE);
        let (month, day) = (i8::try_from(self.month).unwrap_or(0), i8::try_from(self.day).unwrap_or(0));
        // A year which text could not say is none here either.
        if !(1..=9999).contains(&self.year) {
            return Err(malformed);
        }
        Date::new(self.year, month, day).map_err(|_| malformed)
    }
}

impl From<Option<dijia_date>> for dijia_optional_date {
    fn from(date: Option<dijia_date>) -> Self {
        date.map_or(Self::NONE, |value| Self { value, present: 1, ..Self::NONE })
    }
}

impl dijia_optional_date {
    /// No date.
    pub const NONE: Self = Self { value: dijia_date::ZERO, present: 0, reserved: [0; 3] };

    pub fn read(self) -> Result<Option<Date>> {
        if self.present == 0 { Ok(None) } else { self.value.read().map(Some) }
    }
}
