//! The Python package, its extension's Rust and its Python, against the Python tests. All of it takes half a day:
//! `DIJIA_MUTANTS_SHARD=2/4` takes the second of four parts.

use std::env;
use std::path::PathBuf;

use fs_err as fs;

use super::CARGO_MUTANTS;
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::steps::python;

pub const RUST: &str = "bindings/python/src/";
pub const PYTHON: &str = "bindings/python/python/dijia/";

/// The mutants of the extension that live: cargo-mutants builds it for each, and `tests/mutants.rs` runs the Python tests.
pub fn extension(files: &[&str]) -> Outcome<Vec<String>> {
    let (part, parts) = shard()?;
    let program = CARGO_MUTANTS.program()?.args("mutants --dir bindings/python --config .cargo/mutants-python.toml");
    // It counts from 0.
    let program = program.arg("--shard").arg(format!("{}/{parts}", part - 1));
    let files = files.iter().filter_map(|file| file.strip_prefix("bindings/python/"));
    let program = files.fold(program, |program, file| program.arg("--file").arg(file));
    let program = program.env("DIJIA_MUTANTS_PYTHON", python::mutants()?.program("python"));
    // What does not change is built once, for all mutants and all times. Not where the package is built as it is: the last
    // mutant would be taken for it.
    let program = program.env("DIJIA_MUTANTS_PACKAGE", python::path(""));
    let program = program.env("CARGO_TARGET_DIR", folder().join("cargo-of-mutants"));
    super::missed(program, &folder().join("extension"))
}

/// The mutants of the Python that live, with the extension as it is.
pub fn package(files: &[&str]) -> Outcome<Vec<String>> {
    let target = folder().join("cargo");
    let build = Program::cargo().args("build --quiet --locked --profile mutants --target-dir").arg(&target);
    build.arg("--manifest-path").arg(python::path("Cargo.toml")).run()?;
    let package = folder().join("dijia");
    place::empty(&package)?;
    for entry in fs::read_dir(place::root().join(PYTHON))? {
        let path = entry?.path();
        if path.is_file() {
            fs::copy(&path, package.join(path.file_name().unwrap_or_default()))?;
        }
    }
    fs::copy(target.join("mutants/lib_dijia.so"), package.join("_dijia.abi3.so"))?;

    let (part, parts) = shard()?;
    let list = folder().join("alive.txt");
    let program = python::mutants()?.python().arg(python::path("mutants/run.py")).arg("--package").arg(&package);
    let program = program.arg("--tests").arg(python::path("tests")).arg("--alive").arg(&list);
    let program = program.arg("--shard").arg(format!("{part}/{parts}"));
    let files = files.iter().filter_map(|file| file.strip_prefix(PYTHON));
    let code = files.fold(program, |program, file| program.arg(file)).code()?;
    ensure(matches!(code, Some(0 | 1)), || format!("mutants/run.py ended with {code:?}"))?;
    Ok(fs::read_to_string(&list)?.lines().map(str::to_owned).collect())
}

/// Which part of all mutants, counted from 1, and how many parts there are.
fn shard() -> Outcome<(u32, u32)> {
    let shard = env::var("DIJIA_MUTANTS_SHARD").unwrap_or_else(|_| "1/1".into());
    let numbers = shard.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    let is_one = |(part, parts): &(u32, u32)| (1..=*parts).contains(part);
    numbers
        .filter(is_one)
        .ok_or_else(|| Failure::usage(format!("DIJIA_MUTANTS_SHARD={shard}: 1/4 is the first of four")))
}

fn folder() -> PathBuf {
    place::target().join("mutants/python")
}
