//! `cargo deny`, of one known version, installed under the target folder where it is missing.

use std::fs;

use crate::failure::Outcome;
use crate::place;
use crate::program::Program;

const VERSION: &str = "0.20.2";

/// The program, ready for its arguments.
pub fn program() -> Outcome<Program> {
    let tools = place::target().join("tools");
    let path = tools.join("bin").join("cargo-deny").with_extension(std::env::consts::EXE_EXTENSION);
    for candidate in [path.clone().into_os_string(), "cargo-deny".into()] {
        let found = Program::new(candidate.clone()).arg("--version").capture();
        if found.is_ok_and(|found| found.status.success() && found.stdout.trim() == format!("cargo-deny {VERSION}")) {
            return Ok(Program::new(candidate));
        }
    }
    println!("cargo-deny {VERSION} is not installed: building it, once, which takes some minutes");
    let build = tools.join("build");
    Program::cargo()
        .args("install --quiet --locked cargo-deny --version")
        .arg(VERSION)
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(&build)
        .run()?;
    // Several hundred megabytes that nothing needs any more.
    let _ = fs::remove_dir_all(build);
    Ok(Program::new(path))
}
