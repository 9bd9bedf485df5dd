//! The conformance vectors are what the independent programs write.

use crate::failure::Outcome;
use crate::program::Program;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "vectors",
    group: "rust",
    what: "the conformance vectors are those of their programs",
    folders: &[],
    after: &[],
    run,
};

fn run() -> Outcome {
    let python = if cfg!(windows) { "python" } else { "python3" };
    Program::new(python).args("-B conformance/generate.py --check").run()
}
