use crate::failure::Outcome;
use crate::program::Program;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "document",
    group: "rust",
    what: "the documentation builds without warnings",
    folders: &["debug"],
    after: &[],
    run,
};

fn run() -> Outcome {
    Program::cargo().args("doc --workspace --no-deps --all-features").env("RUSTDOCFLAGS", "--deny warnings").run()
}
