//! `cargo xtask mutants python [--shard 1/4] [file ...]`: the Python package, its extension's Rust and its Python, against
//! the Python tests.

use std::path::Path;

use fs_err as fs;

use super::crates::{CARGO_MUTANTS, missed};
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::steps::python;

/// The mutants of these files of the package that no test fails for; of all of them where no file is named. Files are named
/// from the root of the repository or as in the package. `--shard 2/4` tries the second of four parts.
pub fn alive(arguments: &[&str]) -> Outcome<Vec<String>> {
    const PREFIXES: [&str; 2] = ["bindings/python/python/dijia/", "bindings/python/"];

    let short = |file: &&str| PREFIXES.iter().find_map(|prefix| file.strip_prefix(prefix)).unwrap_or(file).to_owned();
    let arguments: Vec<String> = arguments.iter().map(short).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (shard, files) = match arguments.as_slice() {
        ["--shard", shard, files @ ..] => (*shard, files),
        files => ("1/1", files),
    };
    let of_kind = |extension: &str| -> Vec<&str> {
        files.iter().copied().filter(|file| Path::new(file).extension().is_some_and(|e| e == extension)).collect()
    };
    let (rust, python) = (of_kind("rs"), of_kind("py"));
    ensure(rust.len() + python.len() == files.len(), || format!("neither Rust nor Python: {files:?}"))?;
    let environment = python::mutants()?;
    let folder = place::target().join("mutants/python");
    fs::create_dir_all(&folder)?;
    let mut alive = Vec::new();
    if files.is_empty() || !python.is_empty() {
        alive.extend(of_python(&environment, &folder, shard, &python)?);
    }
    if files.is_empty() || !rust.is_empty() {
        alive.extend(of_rust(&environment, &folder, shard, &rust)?);
    }
    Ok(alive)
}

/// The mutants of the Python that live, with the extension as it is.
fn of_python(environment: &python::Environment, folder: &Path, shard: &str, files: &[&str]) -> Outcome<Vec<String>> {
    let target = folder.join("cargo");
    let build = Program::cargo().args("build --quiet --locked --profile mutants --target-dir").arg(&target);
    build.arg("--manifest-path").arg(python::path("Cargo.toml")).run()?;
    let package = folder.join("dijia");
    place::empty(&package)?;
    for entry in fs::read_dir(python::path("python/dijia"))? {
        let path = entry?.path();
        if path.is_file() {
            fs::copy(&path, package.join(path.file_name().unwrap_or_default()))?;
        }
    }
    fs::copy(target.join("mutants/lib_dijia.so"), package.join("_dijia.abi3.so"))?;

    let list = folder.join("alive.txt");
    let program = environment.python().arg(python::path("mutants/run.py")).arg("--package").arg(&package);
    let program = program.arg("--tests").arg(python::path("tests")).arg("--shard").arg(shard).arg("--alive").arg(&list);
    let code = files.iter().fold(program, Program::arg).code()?;
    ensure(matches!(code, Some(0 | 1)), || format!("mutants/run.py ended with {code:?}"))?;
    Ok(fs::read_to_string(&list)?.lines().map(str::to_owned).collect())
}

/// The mutants of the extension that live: cargo-mutants builds it for each, and `tests/mutants.rs` runs the Python tests.
fn of_rust(environment: &python::Environment, folder: &Path, shard: &str, files: &[&str]) -> Outcome<Vec<String>> {
    let (part, parts) =
        shard.split_once('/').ok_or_else(|| Failure::usage("--shard 1/4 is the first of four parts"))?;
    let part: u32 = part.parse().map_err(|_| Failure::usage(format!("--shard {shard}")))?;
    let program = CARGO_MUTANTS.program()?.args("mutants --dir bindings/python --config .cargo/mutants-python.toml");
    // It counts from 0.
    let program = program.arg("--shard").arg(format!("{}/{parts}", part.saturating_sub(1)));
    let program = files.iter().fold(program, |program, file| program.arg("--file").arg(file));
    let program = program.env("DIJIA_MUTANTS_PYTHON", environment.program("python"));
    // What does not change is built once, for all mutants and all times.
    let program = program.env("DIJIA_MUTANTS_PACKAGE", python::path("")).env("CARGO_TARGET_DIR", folder.join("cargo"));
    missed(program, &folder.join("extension"))
}
