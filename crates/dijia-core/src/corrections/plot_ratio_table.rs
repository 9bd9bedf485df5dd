use rust_decimal::Decimal;

use crate::corrections::tabulated::{Point, Tabulated};
use crate::error::{Error, Result};
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
        let rows = self.rows.iter().map(|row| Point { at: row.plot_ratio, coefficient: row.coefficient });
        let found = Tabulated::find(rows, plot_ratio, self.open_below, self.open_above);
        found.ok_or_else(|| {
            let end = |row: Option<&PlotRatioRow>| row.map_or(Decimal::ZERO, |row| row.plot_ratio);
            Error::PlotRatioOutsideTable { plot_ratio, first: end(self.rows.first()), last: end(self.rows.last()) }
        })
    }
}
