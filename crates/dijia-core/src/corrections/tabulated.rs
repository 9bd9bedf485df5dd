//! Looking coefficients up in a table that ascends by plot ratio or by years.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::numbers::arithmetic::Factor;
use crate::numbers::compare;

/// A row: what it is of, and the coefficient.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) at: Decimal,
    pub(crate) coefficient: Decimal,
}

/// What a table says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tabulated {
    /// A row's own coefficient.
    Row(Point),
    /// Between two neighbours.
    Between(Point, Point),
}

/// The ends of a table that says nothing, where they are not open.
pub(crate) struct Outside {
    pub(crate) first: Decimal,
    pub(crate) last: Decimal,
}

impl Outside {
    pub(crate) const fn of_plot_ratio(self, plot_ratio: Decimal) -> Error {
        Error::PlotRatioOutsideTable { plot_ratio, first: self.first, last: self.last }
    }
}

impl Tabulated {
    /// What rows say of a number, ascending by what they are of.
    pub(crate) fn find(
        rows: impl Iterator<Item = Point> + Clone,
        number: Decimal,
        open_below: bool,
        open_above: bool,
    ) -> Result<Self, Outside> {
        let outside = || {
            let end = |row: Option<Point>| row.map_or(Decimal::ZERO, |row| row.at);
            Outside { first: end(rows.clone().next()), last: end(rows.clone().last()) }
        };
        let mut before: Option<Point> = None;
        for row in rows.clone() {
            match compare(row.at, number) {
                Ordering::Less => before = Some(row),
                Ordering::Equal => return Ok(Self::Row(row)),
                Ordering::Greater => {
                    return match before {
                        Some(before) => Ok(Self::Between(before, row)),
                        None if open_below => Ok(Self::Row(row)),
                        None => Err(outside()),
                    };
                }
            }
        }
        before.filter(|_| open_above).map(Self::Row).ok_or_else(outside)
    }

    pub(crate) fn factor(self, number: Decimal) -> Factor {
        match self {
            Self::Row(row) => Factor::Decimal(row.coefficient),
            Self::Between(below, above) => Factor::Interpolation {
                x0: below.at,
                y0: below.coefficient,
                x1: above.at,
                y1: above.coefficient,
                x: number,
            },
        }
    }
}
