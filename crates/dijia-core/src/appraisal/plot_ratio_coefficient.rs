use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::{conflict, missing, positive_ratio};
use crate::appraisal::derived::Derived;
use crate::appraisal::published::not_tabulated;
use crate::corrections::tabulated::{Point, Tabulated};
use crate::edition::{BetweenRows, CorrectionKind, CorrectionRow, CorrectionTable, Corrections, Interval};
use crate::error::{Error, Result};
use crate::numbers::shown::shown;
use crate::numbers::units::positive;
use crate::numbers::{Ratio, RoundingPolicy, compare};
use crate::words::Quantity;

/// Where the plot-ratio coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum PlotRatioCoefficient {
    Given(Ratio),
    /// A row of a table, which may be of another plot ratio: the end that is open, or the row before; of an interval that
    /// plot ratio itself.
    Row {
        plot_ratio: Decimal,
        row: Point,
    },
    Interpolated {
        plot_ratio: Decimal,
        between: Derived<Tabulated>,
    },
}

impl Corrections<'_> {
    /// Kv of a plot ratio by the printed table; where it is interpolated, rounded as the policy says, and where that does not
    /// round it to as many places as are shown.
    ///
    /// # Errors
    ///
    /// [`Error::NotStated`] where no table is printed; [`Error::PlotRatioOutsideTable`]; [`Error::NotTabulated`];
    /// [`Error::NotPositive`].
    pub fn plot_ratio_coefficient(&self, plot_ratio: Decimal, policy: RoundingPolicy) -> Result<Decimal> {
        let table = self
            .table(CorrectionKind::PlotRatio)
            .ok_or_else(|| self.edition().not_stated(Quantity::PlotRatioTable, Quantity::PlotRatioCoefficient))?;
        let plot_ratio = positive(Quantity::PlotRatio, plot_ratio)?;
        let tabulated = look_up(table, plot_ratio)?;
        match tabulated {
            Tabulated::Row(row) => Ok(row.coefficient),
            Tabulated::Between(..) => {
                let factors = [tabulated.factor(plot_ratio)];
                let derived = Derived::new((), &factors, Quantity::PlotRatioCoefficient, policy)?;
                let shown = derived.value.or_else(|| shown(&factors, Decimal::ZERO));
                shown.ok_or(Error::TooManyDigits { quantity: Quantity::PlotRatioCoefficient })
            }
        }
    }
}

/// What a printed table says of a plot ratio.
fn look_up(table: CorrectionTable<'_>, plot_ratio: Decimal) -> Result<Tabulated> {
    printed(table, plot_ratio).ok_or_else(|| {
        let end = |row: Option<CorrectionRow<'_>>, interval: fn(Interval) -> Option<Decimal>| {
            let of_interval = |row: CorrectionRow<'_>| row.interval().and_then(interval);
            row.map_or(Decimal::ZERO, |row| of_interval(row).unwrap_or(row.key()))
        };
        let first = end(table.rows().next(), |interval| interval.low);
        let last = end(table.rows().last(), |interval| interval.high);
        if compare(plot_ratio, first).is_lt() || compare(plot_ratio, last).is_gt() {
            return Error::PlotRatioOutsideTable { plot_ratio, first, last };
        }
        not_tabulated(table, Quantity::PlotRatio, plot_ratio)
    })
}

/// What a printed table says of a number: nothing beyond an end that is not open, or between two rows where it says so.
pub(crate) fn printed(table: CorrectionTable<'_>, number: Decimal) -> Option<Tabulated> {
    if table.between() == BetweenRows::Intervals {
        let row = table.row_holding(number)?;
        return Some(Tabulated::Row(Point { at: number, coefficient: row.value() }));
    }
    // The last row that is not above the number, and what comes after it, say all.
    let near = table.rows().skip(table.rows_up_to(number).saturating_sub(1)).take(2);
    let rows = near.map(|row| Point { at: row.key(), coefficient: row.value() });
    let (open_below, open_above) = (table.is_open_below(), table.is_open_above());
    let tabulated = Tabulated::find(rows, number, open_below, open_above)?;
    match (tabulated, table.between()) {
        (Tabulated::Between(before, _), BetweenRows::RowBefore) => Some(Tabulated::Row(before)),
        (Tabulated::Between(..), BetweenRows::Nothing) => None,
        _ => Some(tabulated),
    }
}

impl Appraisal<'_> {
    pub(crate) fn derive_plot_ratio_coefficient(&self) -> Result<Option<PlotRatioCoefficient>> {
        match (self.plot_ratio_coefficient, &self.plot_ratio_table) {
            (None, None) => self.published_plot_ratio_coefficient(),
            (Some(_), Some(_)) => Err(conflict(Quantity::PlotRatioCoefficient, Quantity::PlotRatioTable)),
            (Some(value), None) => {
                Ok(Some(PlotRatioCoefficient::Given(positive_ratio(Quantity::PlotRatioCoefficient, value)?)))
            }
            (None, Some(table)) => {
                let plot_ratio = self.plot_ratio.ok_or(missing(Quantity::PlotRatio, Quantity::PlotRatioTable))?;
                let plot_ratio = positive(Quantity::PlotRatio, plot_ratio)?;
                self.tabulated(plot_ratio, table.look_up(plot_ratio)?).map(Some)
            }
        }
    }

    /// That of the document's table.
    fn published_plot_ratio_coefficient(&self) -> Result<Option<PlotRatioCoefficient>> {
        let table = self.published_table(CorrectionKind::PlotRatio);
        let Some((table, plot_ratio)) = table.zip(self.plot_ratio) else { return Ok(None) };
        let plot_ratio = positive(Quantity::PlotRatio, plot_ratio)?;
        self.tabulated(plot_ratio, look_up(table, plot_ratio)?).map(Some)
    }

    fn tabulated(&self, plot_ratio: Decimal, tabulated: Tabulated) -> Result<PlotRatioCoefficient> {
        Ok(match tabulated {
            Tabulated::Row(row) => PlotRatioCoefficient::Row { plot_ratio, row },
            Tabulated::Between(..) => {
                let (factor, quantity) = (tabulated.factor(plot_ratio), Quantity::PlotRatioCoefficient);
                let between = Derived::new(tabulated, &[factor], quantity, self.rounding)?;
                PlotRatioCoefficient::Interpolated { plot_ratio, between }
            }
        })
    }
}
