use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::{conflict, missing};
use crate::appraisal::derived::Derived;
use crate::corrections::plot_ratio_table::Tabulated;
use crate::error::Result;
use crate::numbers::units::positive;
use crate::words::Quantity;

/// Where the plot-ratio coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum PlotRatioCoefficient {
    Given(Decimal),
    Row { plot_ratio: Decimal, coefficient: Decimal },
    Interpolated { plot_ratio: Decimal, between: Derived<Tabulated> },
}

impl Appraisal<'_> {
    pub(crate) fn derive_plot_ratio_coefficient(&self) -> Result<Option<PlotRatioCoefficient>> {
        match (self.plot_ratio_coefficient, &self.plot_ratio_table) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(conflict(Quantity::PlotRatioCoefficient, Quantity::PlotRatioTable)),
            (Some(value), None) => {
                Ok(Some(PlotRatioCoefficient::Given(positive(Quantity::PlotRatioCoefficient, value)?)))
            }
            (None, Some(table)) => {
                let plot_ratio = self.plot_ratio.ok_or(missing(Quantity::PlotRatio, Quantity::PlotRatioTable))?;
                let plot_ratio = positive(Quantity::PlotRatio, plot_ratio)?;
                let tabulated = table.look_up(plot_ratio)?;
                Ok(Some(match tabulated {
                    Tabulated::Row(row) => PlotRatioCoefficient::Row { plot_ratio, coefficient: row.coefficient },
                    Tabulated::Between(..) => {
                        let (factor, quantity) = (tabulated.factor(plot_ratio), Quantity::PlotRatioCoefficient);
                        let between = Derived::new(tabulated, &[factor], quantity, self.rounding)?;
                        PlotRatioCoefficient::Interpolated { plot_ratio, between }
                    }
                }))
            }
        }
    }
}
