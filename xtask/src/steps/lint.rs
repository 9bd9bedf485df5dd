use super::{PUBLISHED, Step};
use crate::failure::Outcome;
use crate::program::Program;

pub const STEP: Step = Step { name: "lint", group: "rust", what: "clippy has nothing to say, the MSRV is kept", run };

fn run() -> Outcome {
    // `incompatible_msrv` compares every call of the standard library with the package's `rust-version`.
    let clippy = |arguments| Program::cargo().args("clippy --all-targets").args(arguments).args("-- --deny warnings");
    clippy(PUBLISHED).run()?;
    clippy("--workspace --all-features").run()
}
