//! The C library built for another system, and its tests there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::c;
use crate::failure::Outcome;
use crate::place;
use crate::program::Program;
use crate::report;
use crate::rust::Rust;

/// The parts of Rust's library that it is built with.
const CRATES: &str = "core,alloc";

/// What CMake must be told to build with that Rust.
pub fn options(rust: &Rust) -> [OsString; 2] {
    let mut cargo = OsString::from("-DCARGO=");
    cargo.push(&rust.cargo);
    [cargo, format!("-DDIJIA_CARGO_FLAGS={}", rust.flags(CRATES)).into()]
}

/// Builds it with CMake in that folder, and with cargo in [`place::elsewhere`], as a person would but for where cargo is and what
/// it builds with. `cmake` gives the program, and `system` is what it must know of where the library will run.
pub fn build(rust: &Rust, cmake: impl Fn() -> Program, system: &str, folder: &Path) -> Outcome {
    let cargo = place::elsewhere();
    fs::create_dir_all(&cargo)?;
    let configure = options(rust).into_iter().fold(cmake().args("-S bindings/c -B").arg(folder), Program::arg);
    configure.arg(format!("-DDIJIA_CARGO_FOLDER={}", cargo.display())).args(system).run()?;
    cmake().arg("--build").arg(folder).run()
}

/// The static library for what has no shared ones, by `cargo`, which is a program of that Rust.
pub fn archive(rust: &Rust, cargo: Program, target: &str) -> Outcome<PathBuf> {
    let cargo = cargo.args("rustc --quiet --locked --package dijia-c --no-default-features --profile c");
    let cargo = cargo.args("--crate-type staticlib --target").arg(target).args(&rust.flags(CRATES));
    cargo.arg("--target-dir").arg(place::elsewhere()).run()?;
    Ok(place::elsewhere().join(target).join("c/libdijia.a"))
}

/// Runs the tests of the C ABI that run everywhere, the vectors of that folder with a report of that name.
pub fn tests(vectors: &Path, name: &str, program: impl Fn(&str) -> Outcome<Program>) -> Outcome {
    c::ELSEWHERE.into_iter().try_for_each(|test| match test {
        "conformance" => program(test)?.arg(vectors).arg(report::report(name)).run(),
        _ => program(test)?.run(),
    })
}
