//! `cargo xtask mutants [file ...]`: whether a test fails for every small change of the library's source.

mod python;

use std::path::Path;

use fs_err as fs;

use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::tool::Tool;

const CARGO_MUTANTS: Tool = Tool { name: "cargo-mutants", version: "27.1.0", options: "", ask: "mutants --version" };

/// All mutants of these files, or of the crates that a price comes from and of the Python package.
pub fn run(files: &[&str]) -> Outcome {
    let of = |folder: &str| files.iter().copied().filter(|file| file.starts_with(folder)).collect::<Vec<_>>();
    let (extension, package) = (of(python::RUST), of(python::PYTHON));
    let others: Vec<&str> =
        files.iter().copied().filter(|file| !extension.contains(file) && !package.contains(file)).collect();
    let mut alive = Vec::new();
    if files.is_empty() || !others.is_empty() {
        alive.extend(library(&others)?);
    }
    if files.is_empty() || !extension.is_empty() {
        alive.extend(python::extension(&extension)?);
    }
    if files.is_empty() || !package.is_empty() {
        alive.extend(python::package(&package)?);
    }
    ensure(alive.is_empty(), || format!("no test fails for\n  {}", alive.join("\n  ")))
}

/// The mutants of the crates that live against the tests of their own crate, and then against the tests of what is built on
/// it, which take longer.
fn library(files: &[&str]) -> Outcome<Vec<String>> {
    let cargo_mutants = CARGO_MUTANTS.program()?.arg("mutants");
    let program = match files {
        [] => cargo_mutants.args("--package dijia-tables --package dijia-core"),
        files => files.iter().fold(cargo_mutants, |program, file| program.arg("--file").arg(file)),
    };
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

/// The mutants that live.
fn pass(program: Program, name: &str) -> Outcome<Vec<String>> {
    missed(program, &place::target().join("mutants").join(name))
}

/// What cargo-mutants says that no test has failed for.
fn missed(program: Program, output: &Path) -> Outcome<Vec<String>> {
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
