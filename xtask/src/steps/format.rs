use crate::failure::Outcome;
use crate::program::Program;
use crate::step::Step;

pub const STEP: Step =
    Step { name: "format", group: "rust", what: "the sources are formatted by rustfmt", folders: &[], after: &[], run };

fn run() -> Outcome {
    Program::cargo().args("fmt --all --check").run()?;
    for outside in ["proofs/no-alloc", "fuzz"] {
        Program::cargo().args("fmt --check --manifest-path").arg(format!("{outside}/Cargo.toml")).run()?;
    }
    Ok(())
}
