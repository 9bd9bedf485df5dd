//! Indices that are chains, as the models have them: the links are multiplied up to levels.

use dijia::IndexPeriod;
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::calendar::{Day, days_in_month};
use crate::number::Number;

/// The months of each period.
const PERIODS: [(i32, IndexPeriod, &str); 4] = [
    (1, IndexPeriod::Month, "monthly chain"),
    (3, IndexPeriod::Quarter, "季度环比"),
    (6, IndexPeriod::HalfYear, "half-yearly chain"),
    (12, IndexPeriod::Year, "年度环比"),
];

/// The period before which is 100, by its months.
#[derive(Clone, Copy, Debug)]
pub struct Chain(i32);

impl Chain {
    /// One of the four, or none.
    pub fn some(choice: u8) -> Option<Self> {
        PERIODS.get(usize::from(choice)).map(|&(months, ..)| Self(months))
    }

    fn row(self) -> (i32, IndexPeriod, &'static str) {
        PERIODS.into_iter().find(|&(months, ..)| months == self.0).expect("one of the four")
    }

    pub fn period(self) -> IndexPeriod {
        self.row().1
    }

    /// What a folder calls such a series.
    pub fn declared(self) -> &'static str {
        self.row().2
    }

    /// The months from the year 0 to the end of the period that a day is of.
    fn end(self, (year, month, _): Day) -> i32 {
        let mut end = 0;
        while end < 12 * year + month {
            end += self.0;
        }
        end
    }

    pub fn is_next(self, before: Day, day: Day) -> bool {
        self.end(day) == self.end(before) + self.0
    }

    /// The day of the period that so many come before since the year, by the month in the period and the day of the month of
    /// another.
    pub fn day_after(self, year: i32, place: usize, like: Day) -> Day {
        let months = place as i32 * self.0 + (like.1 - 1) % self.0;
        let (year, month) = (year + months / 12, 1 + months % 12);
        (year, month, like.2.min(days_in_month(year, month)))
    }
}

/// A link as one is printed, made of any number: from 90.00 to 110.00.
pub fn link(of: Number) -> Number {
    Number { negative: false, digits: 9_000 + of.digits % 2_001, places: 2 }
}

pub fn is_link(of: Number) -> bool {
    let [least, greatest] = [20, 500].map(|bound| BigRational::from(BigInt::from(bound)));
    least <= of.value() && of.value() <= greatest
}

/// The levels that links make, the first being 100.
pub fn levels(links: impl Iterator<Item = Number>) -> Vec<BigRational> {
    let hundred = BigRational::from(BigInt::from(100));
    let mut levels: Vec<BigRational> = Vec::new();
    for link in links {
        let level = levels.last().map_or_else(|| hundred.clone(), |before| before * link.value() / &hundred);
        levels.push(level);
    }
    levels
}
