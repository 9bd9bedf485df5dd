use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::arithmetic::Factor;
use crate::numbers::compare;
use crate::words::Quantity;
use crate::words::Rule;

/// A row of a [`PlotRatioTable`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlotRatioRow {
    /// The plot ratio.
    pub plot_ratio: Decimal,
    /// The coefficient that land of this plot ratio has.
    pub coefficient: Decimal,
}

/// A table of plot-ratio coefficients (容积率修正系数表), the caller's own.
///
/// Between two rows the coefficient is interpolated linearly. Outside the table there is none, unless the table
/// declares its end rows open, as tables do that begin with "≤ 1.0" or end with "≥ 5.0".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlotRatioTable<'a> {
    rows: &'a [PlotRatioRow],
    open_below: bool,
    open_above: bool,
}

/// What a table says of a plot ratio.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tabulated {
    /// A row's own coefficient.
    Row(PlotRatioRow),
    /// Between two neighbours.
    Between(PlotRatioRow, PlotRatioRow),
}

impl<'a> PlotRatioTable<'a> {
    /// A table of these rows, ascending by plot ratio.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidTable`] naming the first row that is not positive or not above the one before it, or row 0 for
    /// a table without rows.
    pub fn new(rows: &'a [PlotRatioRow]) -> Result<Self> {
        let invalid = |row, rule| Err(Error::InvalidTable { table: Quantity::PlotRatioTable, row, rule });
        let mut before = None;
        for (row, index) in rows.iter().zip(1..) {
            let positive = |value: Decimal| !value.is_sign_negative() && !value.is_zero();
            if !positive(row.plot_ratio) {
                return invalid(index, Rule::TablePlotRatioPositive);
            }
            if !positive(row.coefficient) {
                return invalid(index, Rule::TableCoefficientPositive);
            }
            if before.is_some_and(|before| compare(before, row.plot_ratio).is_ge()) {
                return invalid(index, Rule::TablePlotRatioAscending);
            }
            before = Some(row.plot_ratio);
        }
        if before.is_none() {
            return invalid(0, Rule::TableEmpty);
        }
        Ok(Self { rows, open_below: false, open_above: false })
    }

    /// The table whose first row holds for every lower plot ratio too ("≤ 1.0").
    #[must_use]
    pub const fn open_below(self) -> Self {
        Self { open_below: true, ..self }
    }

    /// The table whose last row holds for every higher plot ratio too ("≥ 5.0").
    #[must_use]
    pub const fn open_above(self) -> Self {
        Self { open_above: true, ..self }
    }

    /// The rows.
    #[must_use]
    pub const fn rows(&self) -> &'a [PlotRatioRow] {
        self.rows
    }

    pub(crate) fn look_up(&self, plot_ratio: Decimal) -> Result<Tabulated> {
        Tabulated::find(self.rows.iter().copied(), plot_ratio, self.open_below, self.open_above)
    }
}

impl Tabulated {
    /// What rows, ascending by plot ratio, say of one.
    pub(crate) fn find(
        rows: impl Iterator<Item = PlotRatioRow> + Clone,
        plot_ratio: Decimal,
        open_below: bool,
        open_above: bool,
    ) -> Result<Self> {
        let outside = || {
            let end = |row: Option<PlotRatioRow>| row.map_or(Decimal::ZERO, |row| row.plot_ratio);
            let (first, last) = (end(rows.clone().next()), end(rows.clone().last()));
            Error::PlotRatioOutsideTable { plot_ratio, first, last }
        };
        let mut before: Option<PlotRatioRow> = None;
        for row in rows.clone() {
            match compare(row.plot_ratio, plot_ratio) {
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

    pub(crate) fn factor(self, plot_ratio: Decimal) -> Factor {
        match self {
            Self::Row(row) => Factor::Decimal(row.coefficient),
            Self::Between(below, above) => Factor::Interpolation {
                x0: below.plot_ratio,
                y0: below.coefficient,
                x1: above.plot_ratio,
                y1: above.coefficient,
                x: plot_ratio,
            },
        }
    }
}
