//! `cargo xtask bench <name>`: a binary of the package `dijia-benches`, optimised, or the Python package's benchmark.

use fs_err as fs;

use crate::failure::{Failure, Outcome};
use crate::place;
use crate::program::Program;
use crate::steps::{c, python};

pub fn run(name: &str, arguments: &[&str]) -> Outcome {
    if name == "python" {
        return python::bench(arguments);
    }
    if name == "c" {
        return c::bench();
    }
    let known = names()?;
    if !known.iter().any(|known| known == name) {
        return Err(Failure::usage(format!("unknown benchmark: {name}; there is {}, python", known.join(", "))));
    }
    let program = Program::cargo().args("run --quiet --release --package dijia-benches --bin").arg(name).arg("--");
    arguments.iter().fold(program, Program::arg).run()
}

fn names() -> Outcome<Vec<String>> {
    let folder = place::root().join("benches/src/bin");
    let entries = fs::read_dir(&folder)?;
    let stem = |path: std::path::PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut names: Vec<String> = entries.filter_map(|entry| stem(entry.ok()?.path())).collect();
    names.sort();
    Ok(names)
}
