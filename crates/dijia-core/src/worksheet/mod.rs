//! An appraisal shown: its steps with their labels and computations, and the sheet in Chinese and in English.

pub(crate) mod expression;
pub(crate) mod inputs;
pub(crate) mod mixed_use_sheet;
pub(crate) mod step;
pub(crate) mod step_kind;
pub(crate) mod steps;
pub(crate) mod unit;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
pub(crate) mod worksheet;

pub use expression::Expression;
pub use inputs::{Input, Value};
pub use step::{Source, Step};
pub use step_kind::StepKind;
pub use unit::Unit;
pub use worksheet::Worksheet;
