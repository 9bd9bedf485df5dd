use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use crate::edition::file::layout::correction_row;
use crate::edition::file::record::{byte, decimal};
use crate::numbers::DecimalText;
use crate::numbers::decimal::compare;

/// An interval of a quantity, as the condition of a level or a row of a table states it: `≥1200`, `[800,1200)`, `(1.0,1.5]`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower bound; none where there is none.
    pub low: Option<Decimal>,
    /// Whether the lower bound belongs to it.
    pub with_low: bool,
    /// The upper bound; none where there is none.
    pub high: Option<Decimal>,
    /// Whether the upper bound belongs to it.
    pub with_high: bool,
}

impl Interval {
    /// Whether the number is in it.
    #[must_use]
    pub fn contains(&self, number: Decimal) -> bool {
        let above = self.low.is_none_or(|low| match compare(number, low) {
            Ordering::Less => false,
            Ordering::Equal => self.with_low,
            Ordering::Greater => true,
        });
        above
            && self.high.is_none_or(|high| match compare(number, high) {
                Ordering::Less => true,
                Ordering::Equal => self.with_high,
                Ordering::Greater => false,
            })
    }

    /// Whether the other begins where this ends, so that every number from the one to the other is in exactly one of them.
    ///
    /// ```
    /// use dijia_core::{Interval, parse_decimal};
    ///
    /// let [one, two] = [parse_decimal("1.0")?, parse_decimal("2.0")?];
    /// let upto_one = Interval { low: None, with_low: false, high: Some(one), with_high: true };
    /// let above_one = Interval { low: Some(one), with_low: false, high: Some(two), with_high: true };
    /// assert!(upto_one.joins(&above_one));
    /// assert!(!upto_one.joins(&Interval { with_low: true, ..above_one }));
    /// # Ok::<(), dijia_core::Misspelling>(())
    /// ```
    #[must_use]
    pub fn joins(&self, next: &Self) -> bool {
        let bounds = self.high.zip(next.low);
        bounds.is_some_and(|(high, low)| compare(high, low).is_eq() && self.with_high != next.with_low)
    }

    /// That of a row of a table of corrections in an edition file; none where it has none.
    pub(crate) fn of_row(record: &[u8]) -> Option<Self> {
        let has = |flag| byte(record, correction_row::FLAGS) & flag != 0;
        let bound = |flag, at, places| has(flag).then(|| decimal(record, at, places));
        let low = bound(correction_row::HAS_LOW, correction_row::KEY, correction_row::KEY_PLACES);
        let high = bound(correction_row::HAS_HIGH, correction_row::HIGH, correction_row::HIGH_PLACES);
        let (with_low, with_high) = (has(correction_row::WITH_LOW), has(correction_row::WITH_HIGH));
        (low.is_some() || high.is_some()).then_some(Self { low, with_low, high, with_high })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low.map(DecimalText), self.high.map(DecimalText)) {
            (Some(low), Some(high)) => {
                let (open, close) = (if self.with_low { '[' } else { '(' }, if self.with_high { ']' } else { ')' });
                write!(f, "{open}{low},{high}{close}")
            }
            (Some(low), None) => write!(f, "{}{low}", if self.with_low { '≥' } else { '>' }),
            (None, Some(high)) => write!(f, "{}{high}", if self.with_high { '≤' } else { '<' }),
            (None, None) => Ok(()),
        }
    }
}
