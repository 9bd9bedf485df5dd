use super::{PUBLISHED, Step};
use crate::failure::Outcome;
use crate::program::Program;

pub const STEP: Step = Step { name: "tests", group: "rust", what: "unit, integration and documentation tests", run };

fn run() -> Outcome {
    Program::cargo().arg("test").args(PUBLISHED).run()?;
    Program::cargo().args("test --workspace --all-features").run()
}
