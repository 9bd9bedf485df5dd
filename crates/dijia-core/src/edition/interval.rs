use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use crate::numbers::DecimalText;
use crate::numbers::decimal::compare;

/// An interval of a quantity, as the condition of a level states it: `≥1200`, `[800,1200)`.
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
