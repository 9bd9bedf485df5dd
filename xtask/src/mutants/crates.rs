//! The Rust source, by cargo-mutants.

use std::path::Path;

use fs_err as fs;

use crate::editions;
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::tool::Tool;

pub const CARGO_MUTANTS: Tool =
    Tool { name: "cargo-mutants", version: "27.1.0", options: "", wheel: None, ask: "mutants --version" };

/// Of the crates that a price comes from, against the tests of their own crate; then those that live against the tests of
/// what is built on it, which take longer.
pub fn library(files: &[&str]) -> Outcome<Vec<String>> {
    let program = CARGO_MUTANTS.program()?.arg("mutants");
    let program = chosen(program, "--package dijia-tables --package dijia-core", files);
    let alive = pass(program, "own-tests")?;
    if alive.is_empty() {
        return Ok(alive);
    }
    let program = CARGO_MUTANTS.program()?.args("mutants --config .cargo/mutants-all-tests.toml");
    // By file too: cargo-mutants takes no notice of an expression where a field is left out.
    let program = alive.iter().fold(program, |program, mutant| {
        let file = mutant.split(':').next().unwrap_or_default();
        program.arg("--file").arg(file).arg("--re").arg(format!("^{}$", escaped(mutant)))
    });
    // What cannot be built now could be built before: an edition's tables stop the build, and the mutant is dead.
    pass(program, "all-tests")
}

/// Of the C interface, against the C and C++ tests.
pub fn c_interface(files: &[&str]) -> Outcome<Vec<String>> {
    let program = CARGO_MUTANTS.program()?.args("mutants --config .cargo/mutants-c.toml");
    let program = program.env("DIJIA_MUTANTS_EDITIONS", editions::packed()?);
    // What does not change is built once, for all mutants and all times.
    let program = program.env("CARGO_TARGET_DIR", place::target().join("mutants/c/cargo"));
    pass(chosen(program, "--package dijia-c", files), "c")
}

/// These files, or all of the packages.
fn chosen(program: Program, packages: &str, files: &[&str]) -> Program {
    match files {
        [] => program.args(packages),
        files => files.iter().fold(program, |program, file| program.arg("--file").arg(file)),
    }
}

/// The mutants that live.
fn pass(program: Program, name: &str) -> Outcome<Vec<String>> {
    missed(program, &place::target().join("mutants").join(name))
}

/// What cargo-mutants says that no test has failed for.
pub fn missed(program: Program, output: &Path) -> Outcome<Vec<String>> {
    fs::create_dir_all(output)?;
    let code = program.arg("--output").arg(output).code()?;
    // Some live: 2. Some never end: 3.
    ensure(matches!(code, Some(0 | 2 | 3)), || format!("cargo-mutants ended with {code:?}"))?;
    let missed = output.join("mutants.out/missed.txt");
    let missed = fs::read_to_string(&missed)?;
    Ok(missed.lines().map(str::to_owned).collect())
}

/// As a regular expression that is that text alone.
fn escaped(text: &str) -> String {
    let is_special = |c: &char| r"\.+*?()|[]{}^$#&-~".contains(*c);
    text.chars().flat_map(|c| is_special(&c).then_some('\\').into_iter().chain([c])).collect()
}
