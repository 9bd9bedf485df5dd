//! Builds and runs programs of someone else's that use dijia, or dijia-core alone, and phf side by side.
//!
//! The feature `ptrhash` changes what phf's tables are made of. Cargo compiles phf once for the program and once for build
//! scripts and macros, each with the features that anyone asks of it there; what writes tables and what reads them must
//! agree in both. A build of dijia's own workspace would not show it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn a_program_that_uses_dijia_and_phf_builds_and_runs() {
    run("consumer");
}

#[test]
fn a_program_that_uses_dijia_core_and_phf_builds_and_runs() {
    run("consumer-core");
}

#[track_caller]
fn run(program: &str) {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = package.parent().unwrap().to_str().unwrap();
    // A copy, so that neither a lock file nor a target folder appears among the sources; with this workspace's lock file,
    // so that it takes the versions that are tested here.
    let original = package.join("tests").join(program);
    let consumers = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers");
    let copy = consumers.join(program);
    fs::create_dir_all(copy.join("src")).unwrap();
    for file in ["Cargo.toml", "build.rs", "src/main.rs"] {
        let text = fs::read_to_string(original.join(file)).unwrap();
        fs::write(copy.join(file), text.replace("../../../dijia", &format!("{crates}/dijia"))).unwrap();
    }
    let lock = package.join("../../Cargo.lock");
    if lock.exists() {
        fs::copy(lock, copy.join("Cargo.lock")).unwrap();
    }
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--manifest-path"])
        .arg(copy.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(consumers.join("target"))
        .output()
        .unwrap();
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{stderr}");
    assert_eq!(stdout, "every table holds\n");
}
