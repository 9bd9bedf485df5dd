//! Bakes the editions in `data` into Rust source. A table that does not hold together fails the build.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// A folder in `data` each.
const EDITIONS: &[&str] = &[
    "jinan-2020", //
];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    let source = match dijia_tables::bake("data".as_ref(), EDITIONS) {
        Ok(source) => source,
        Err(errors) => {
            for error in errors.as_slice() {
                println!("cargo::error={error}");
            }
            return ExitCode::FAILURE;
        }
    };
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("editions.rs");
    fs::write(&out, source).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    ExitCode::SUCCESS
}
