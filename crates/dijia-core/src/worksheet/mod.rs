//! An appraisal shown: its steps with their labels and computations, and the sheet in Chinese and in English, in several layouts.

pub(crate) mod contents;
pub(crate) mod expression;
pub(crate) mod fact;
pub(crate) mod formula;
pub(crate) mod html;
pub(crate) mod inputs;
pub(crate) mod layout;
pub(crate) mod markdown;
pub(crate) mod narrow;
pub(crate) mod payment_line;
pub(crate) mod row;
pub(crate) mod step;
pub(crate) mod step_kind;
pub(crate) mod steps;
pub(crate) mod unit;
pub(crate) mod wide;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
pub(crate) mod worksheet;
pub(crate) mod wrapped;

pub use expression::Expression;
pub use inputs::{Input, Value};
pub use layout::Layout;
pub use step::{Source, Step};
pub use step_kind::StepKind;
pub use unit::Unit;
pub use worksheet::Worksheet;
