use super::Step;
use crate::cargo_deny;
use crate::failure::Outcome;

pub const STEP: Step =
    Step { name: "licences", group: "rust", what: "licences, sources and versions of all dependencies", run };

fn run() -> Outcome {
    cargo_deny::program()?.args("--all-features check licenses bans sources").run()
}
