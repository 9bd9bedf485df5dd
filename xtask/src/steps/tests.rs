use crate::failure::Outcome;
use crate::program::Program;
use crate::report;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "tests",
    group: "rust",
    what: "unit, integration and documentation tests",
    folders: &["debug"],
    after: &[],
    run,
};

fn run() -> Outcome {
    // With default features alone the steps `lint` and `package` build them.
    cargo_test("--workspace --all-features")
}

/// The vectors alone.
pub fn vectors() -> Outcome {
    cargo_test("--package dijia --test conformance")?;
    cargo_test("--package dijia-core --lib arithmetic")
}

fn cargo_test(what: &str) -> Outcome {
    Program::cargo().arg("test").args(what).env(report::REPORTS, report::folder()).run()
}
