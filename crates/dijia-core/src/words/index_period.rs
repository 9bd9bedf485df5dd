use core::fmt;

use jiff::civil::Date;

/// The period before which is 100 in a chain index (环比指数): `上季度=100` is a chain of quarters.
///
/// ```
/// use dijia_core::{Date, IndexPeriod};
///
/// let (march, june) = (Date::constant(2024, 3, 31), Date::constant(2024, 6, 30));
/// assert!(IndexPeriod::Quarter.is_next(march, june));
/// assert!(!IndexPeriod::Month.is_next(march, june));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum IndexPeriod {
    /// The month before is 100 (上月=100).
    Month = 1,
    /// The quarter before is 100 (上季度=100).
    Quarter = 2,
    /// The half-year before is 100 (上一个半年度=100).
    HalfYear = 3,
    /// The year before is 100 (上年=100).
    Year = 4,
}

impl IndexPeriod {
    /// Every period, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// The period of that number, as `period as u8` gives it.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|&period| period as u8 == number)
    }

    /// The English name.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half-year",
            Self::Year => "year",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Month => "月度",
            Self::Quarter => "季度",
            Self::HalfYear => "半年度",
            Self::Year => "年度",
        }
    }

    /// Whether the second date is of the period that comes right after that of the first: periods of the calendar.
    #[must_use]
    pub fn is_next(self, before: Date, date: Date) -> bool {
        self.number(date) == self.number(before) + 1
    }

    /// The number of the period that a date is of, counted from any one.
    fn number(self, date: Date) -> i32 {
        let months = match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        };
        (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).div_euclid(months)
    }
}

impl fmt::Display for IndexPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}
