//! Many parcels at once: columns in, columns out. The columns are Arrow's; what else a program has is brought to them.

mod column;
mod columns;
mod dates;
mod encoded;
mod export;
mod figure;
mod floats;
mod import;
mod in_force;
mod lookup;
mod memory;
mod names;
mod numbers;
mod pages;
mod part;
mod pricing;
mod published;
mod run;
mod scaled;
mod single;
mod source;
mod spellings;
mod start;
mod status;
mod texts;
mod units;
mod walked;
mod words;

pub use export::{ArrowArray, float_array, to_floats, to_list};
pub use figure::kind as warning_kind;
pub use floats::floats_to_decimals;
pub use lookup::zone_prices;
pub use pricing::appraise_batch;
pub use walked::values_walked;
