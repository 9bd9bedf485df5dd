//! Decimals as text, exact arithmetic and its rounding, units, and the calendar that terms and months are counted by. Nothing
//! here knows a price or where it is published.

pub(crate) mod arithmetic;
pub(crate) mod calendar;
pub(crate) mod decimal;
pub(crate) mod ratio;
pub(crate) mod rounding_mode;
pub(crate) mod rounding_policy;
pub(crate) mod shown;
pub(crate) mod term;
pub(crate) mod units;

pub use decimal::{DecimalText, compare, parse_decimal, parse_rate};
pub use ratio::Ratio;
pub use rounding_mode::RoundingMode;
pub use rounding_policy::{RoundingPolicy, round};
pub use term::Term;
pub use units::{
    floor_price, land_price, mu, square_metres, total_wan_yuan, total_yuan, wan_yuan_per_mu, yuan_per_square_metre,
};
