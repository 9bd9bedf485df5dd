use super::Step;
use crate::failure::Outcome;
use crate::program::Program;

pub const STEP: Step = Step { name: "format", group: "rust", what: "the sources are formatted by rustfmt", run };

fn run() -> Outcome {
    Program::cargo().args("fmt --all --check").run()?;
    Program::cargo().args("fmt --manifest-path proofs/no-alloc/Cargo.toml --check").run()
}
