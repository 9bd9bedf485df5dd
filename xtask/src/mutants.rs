//! `cargo xtask mutants [file ...]`: whether a test fails for every small change of the library's source.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;

const VERSION: &str = "27.1.0";

/// All mutants of these files, or of the crates that a price comes from, against the tests of their own crate; then those
/// that live against the tests of what is built on it, which take longer.
pub fn run(files: &[&str]) -> Outcome {
    let cargo_mutants = Program::new(installed()?).arg("mutants");
    let program = match files {
        [] => cargo_mutants.args("--package dijia-tables --package dijia-core"),
        files => files.iter().fold(cargo_mutants, |program, file| program.arg("--file").arg(file)),
    };
    let alive = pass(program, "own-tests")?;
    if alive.is_empty() {
        return Ok(());
    }
    let program = Program::new(installed()?).args("mutants --config .cargo/mutants-all-tests.toml");
    // By file too: cargo-mutants takes no notice of an expression where a field is left out.
    let program = alive.iter().fold(program, |program, mutant| {
        let file = mutant.split(':').next().unwrap_or_default();
        program.arg("--file").arg(file).arg("--re").arg(format!("^{}$", escaped(mutant)))
    });
    // What cannot be built now could be built before: an edition's tables stop the build, and the mutant is dead.
    let alive = pass(program, "all-tests")?;
    ensure(alive.is_empty(), || format!("no test fails for\n  {}", alive.join("\n  ")))
}

/// The mutants that live.
fn pass(program: Program, name: &str) -> Outcome<Vec<String>> {
    let output = place::target().join("mutants").join(name);
    fs::create_dir_all(&output).map_err(|error| Failure::new(format!("{}: {error}", output.display())))?;
    let code = program.arg("--output").arg(&output).code()?;
    // Some live: 2. Some never end: 3.
    ensure(matches!(code, Some(0 | 2 | 3)), || format!("cargo-mutants ended with {code:?}"))?;
    let missed = output.join("mutants.out/missed.txt");
    let missed = fs::read_to_string(&missed).map_err(|error| Failure::new(format!("{}: {error}", missed.display())))?;
    Ok(missed.lines().map(str::to_owned).collect())
}

/// As a regular expression that is that text alone.
fn escaped(text: &str) -> String {
    let is_special = |c: &char| r"\.+*?()|[]{}^$#&-~".contains(*c);
    text.chars().flat_map(|c| is_special(&c).then_some('\\').into_iter().chain([c])).collect()
}

/// cargo-mutants of one known version, installed under the target folder where it is missing.
fn installed() -> Outcome<PathBuf> {
    let tools = place::target().join("tools");
    let path = tools.join("bin").join("cargo-mutants").with_extension(std::env::consts::EXE_EXTENSION);
    let found = Program::new(&path).args("mutants --version").capture();
    if !found.is_ok_and(|found| found.stdout.trim() == format!("cargo-mutants {VERSION}")) {
        let build = tools.join("build");
        let install = Program::cargo().args("install --quiet --locked cargo-mutants --version").arg(VERSION);
        install.arg("--root").arg(&tools).arg("--target-dir").arg(&build).run()?;
        // Several hundred megabytes that nothing needs any more.
        let _ = fs::remove_dir_all(build);
    }
    Ok(path)
}
