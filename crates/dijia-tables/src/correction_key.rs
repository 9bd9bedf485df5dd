use dijia_core::layout::correction;
use dijia_core::{BetweenRows, Decimal, Interval, parse_date, parse_decimal};

use crate::cell::positive;
use crate::column::Column;
use crate::development;
use crate::fault::{Fault, fault};
use crate::interval;
use crate::text::narrowed;

/// What a row of a table of corrections is of.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// A number, and whether the row holds for what is beyond it too.
    At {
        value: Decimal,
        open: u8,
    },
    Interval(Interval),
}

impl Key {
    /// Reads what a row is of.
    pub(crate) fn read(text: &str, column: Column, between: Option<BetweenRows>) -> Result<Self, Fault> {
        let at = |value| Ok(Self::At { value, open: 0 });
        if column == Column::Date {
            let date = parse_date(text)?;
            let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
            return at(Decimal::new(number, 0));
        }
        if column == Column::Services {
            return at(Decimal::from(1 + development::one_service(text)? as u8));
        }
        let narrow = narrowed(text);
        let bare = narrow.strip_suffix('年').unwrap_or(&narrow);
        let interval = interval::parse(bare);
        if between == Some(BetweenRows::Intervals) {
            // A number by itself, as 1.0 between <1.0 and >1.0.
            let only = || positive(bare, parse_decimal).ok().map(interval::only);
            return interval.or_else(only).map(Self::Interval).ok_or_else(|| {
                fault!(
                    "{text:?} is no interval, such as ≤1.0, (1.0,1.5], 1.0<R≤1.5 or ≥5",
                    "{text:?}不是区间：区间如≤1.0、(1.0,1.5]、1.0<R≤1.5、≥5"
                )
            });
        }
        match interval {
            Some(Interval { low: None, high: Some(value), with_high: true, .. }) => {
                Ok(Self::At { value, open: correction::OPEN_BELOW })
            }
            Some(Interval { low: Some(value), high: None, with_low: true, .. }) => {
                Ok(Self::At { value, open: correction::OPEN_ABOVE })
            }
            Some(_) => Err(fault!(
                "{text:?} is an interval, with one coefficient from end to end: \"between\" is to be intervals",
                "{text:?}是区间，区间内系数相同：\"内插\"应为区间"
            )),
            None => at(positive(bare, parse_decimal)?),
        }
    }
}
