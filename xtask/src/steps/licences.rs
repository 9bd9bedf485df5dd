use std::fs;

use super::Step;
use crate::cargo_deny;
use crate::failure::{Failure, Outcome};
use crate::place;

pub const STEP: Step =
    Step { name: "licences", group: "rust", what: "licences, sources and versions of all dependencies", run };

/// The workspace, and the packages outside it, which have lock files of their own.
const MANIFESTS: [&str; 3] = ["Cargo.toml", "bindings/python/Cargo.toml", PROOF];
const PROOF: &str = "proofs/no-alloc/Cargo.toml";

fn run() -> Outcome {
    // The proof is built with the workspace's versions.
    let lock = place::root().join(PROOF).with_file_name("Cargo.lock");
    fs::copy(place::root().join("Cargo.lock"), &lock)
        .map_err(|error| Failure::new(format!("{}: {error}", lock.display())))?;
    for manifest in MANIFESTS {
        // An exception that one of them needs and another does not is no fault.
        let check =
            cargo_deny::program()?.arg("--manifest-path").arg(manifest).args("--config deny.toml --all-features");
        check.args("check --allow license-exception-not-encountered licenses bans sources").run()?;
    }
    Ok(())
}
