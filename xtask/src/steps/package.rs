//! The crates build from what would be published, and from nothing beside it.

use super::Step;
use crate::failure::Outcome;
use crate::program::Program;

pub const STEP: Step = Step { name: "package", group: "rust", what: "the published crates build on their own", run };

fn run() -> Outcome {
    Program::cargo().args("package --quiet --allow-dirty").args(super::PUBLISHED).run()
}
