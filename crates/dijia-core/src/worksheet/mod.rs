//! An appraisal shown: its steps with their labels and computations, and the sheet in Chinese and in English.

pub(crate) mod step;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
pub(crate) mod worksheet;

pub use step::{Expression, Input, Source, Step, StepKind, Unit, Value};
pub use worksheet::Worksheet;
