//! Looking coefficients up in a table that ascends by plot ratio or by years.

use core::cmp::Ordering;

use rust_decimal::Decimal;

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

impl Tabulated {
    /// What rows say of a number, ascending by what they are of; none beyond an end that is not open.
    pub(crate) fn find(
        rows: impl Iterator<Item = Point>,
        number: Decimal,
        open_below: bool,
        open_above: bool,
    ) -> Option<Self> {
        let mut before: Option<Point> = None;
        for row in rows {
            match compare(row.at, number) {
                Ordering::Less => before = Some(row),
                Ordering::Equal => return Some(Self::Row(row)),
                Ordering::Greater => {
                    return match before {
                        Some(before) => Some(Self::Between(before, row)),
                        None => open_below.then_some(Self::Row(row)),
                    };
                }
            }
        }
        before.filter(|_| open_above).map(Self::Row)
    }

    pub(crate) fn factor(self, number: Decimal) -> Factor<'static> {
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
