use super::{PUBLISHED, Step, conformance};
use crate::failure::Outcome;
use crate::program::Program;

pub const STEP: Step = Step { name: "tests", group: "rust", what: "unit, integration and documentation tests", run };

fn run() -> Outcome {
    Program::cargo().arg("test").args(PUBLISHED).run()?;
    cargo_test("--workspace --all-features")
}

/// The vectors alone.
pub fn vectors() -> Outcome {
    cargo_test("--package dijia --test conformance")?;
    cargo_test("--package dijia-core --lib arithmetic")
}

fn cargo_test(what: &str) -> Outcome {
    Program::cargo().arg("test").args(what).env(conformance::REPORTS, conformance::reports()).run()
}
