//! What a price is corrected by: plot-ratio tables, date indices, named coefficients, factor corrections and unit costs.

pub(crate) mod coefficient;
pub(crate) mod date_index;
pub(crate) mod level;
pub(crate) mod plot_ratio_table;
pub(crate) mod tabulated;

pub use coefficient::{Coefficient, FactorCorrection, UnitCost};
pub use date_index::{BetweenPoints, DateIndex, DateIndexPoint};
pub use level::Level;
pub use plot_ratio_table::{PlotRatioRow, PlotRatioTable};
