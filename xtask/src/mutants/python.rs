//! `cargo xtask mutants python [--shard 1/4] [file ...]`: the Python package, its extension's Rust and its Python, against
//! the Python tests.

use std::path::Path;

use fs_err as fs;

use super::CARGO_MUTANTS;
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::steps::python;

/// The mutants of these files of the package, named as they are in it, such as `src/words.rs` and `_values.py`; of all of them
/// where no file is named. `--shard 2/4` tries the second of four parts.
pub fn run(arguments: &[&str]) -> Outcome {
    let (shard, files) = match arguments {
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
    ensure(alive.is_empty(), || format!("no test fails for\n  {}", alive.join("\n  ")))
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
    super::missed(program, &folder.join("extension"))
}
