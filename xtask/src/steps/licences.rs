use fs_err as fs;

use super::Step;
use crate::failure::Outcome;
use crate::place;
use crate::tool::Tool;

pub const STEP: Step =
    Step { name: "licences", group: "rust", what: "licences, sources and versions of all dependencies", run };

/// It has little to do, and is built in a third of the time without optimisation.
const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", options: "--debug", ask: "--version" };

/// The workspace and the packages outside it, which have lock files of their own, and what each is checked by: libFuzzer's
/// licence is allowed nowhere but in what is never shipped.
const MANIFESTS: [(&str, &str); 4] = [
    ("Cargo.toml", "deny.toml"),
    ("bindings/python/Cargo.toml", "deny.toml"),
    (PROOF, "deny.toml"),
    ("fuzz/Cargo.toml", "fuzz/deny.toml"),
];
const PROOF: &str = "proofs/no-alloc/Cargo.toml";

fn run() -> Outcome {
    // The proof is built with the workspace's versions.
    let lock = place::root().join(PROOF).with_file_name("Cargo.lock");
    fs::copy(place::root().join("Cargo.lock"), &lock)?;
    for (manifest, configuration) in MANIFESTS {
        let check = CARGO_DENY.program()?.arg("--manifest-path").arg(manifest).arg("--config").arg(configuration);
        // An exception that one of them needs and another does not is no fault.
        check.args("--all-features check --allow license-exception-not-encountered licenses bans sources").run()?;
    }
    Ok(())
}
