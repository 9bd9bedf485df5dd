//! A wrong cell stops `cargo build`, and cargo shows its file and line.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn a_wrong_cell_stops_the_build() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong-cell");
    let _ = fs::remove_dir_all(workspace.join("crates"));
    for package in ["dijia", "dijia-core", "dijia-tables"] {
        copy(&crates.join(package), &workspace.join("crates").join(package));
    }
    let root = crates.parent().unwrap();
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (before, members) = manifest.split_once("members = [").unwrap();
    let (_, after) = members.split_once(']').unwrap();
    fs::write(workspace.join("Cargo.toml"), format!("{before}members = [\"crates/*\"]{after}")).unwrap();
    if root.join("Cargo.lock").exists() {
        fs::copy(root.join("Cargo.lock"), workspace.join("Cargo.lock")).unwrap();
    }

    let table = workspace.join("crates/dijia/data/jinan-2020/annex-2.csv");
    let text = fs::read_to_string(&table).unwrap();
    assert_eq!(text.matches("15,Ⅲ-4,9138,609,4569").count(), 1);
    fs::write(&table, text.replace("15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,610,4569")).unwrap();

    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--color=never", "-p", "dijia", "--manifest-path"])
        .arg(workspace.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(workspace.join("target"))
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    let expected = concat!(
        "error: dijia@",
        env!("CARGO_PKG_VERSION"),
        ": data/jinan-2020/annex-2.csv:16:4: 610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609",
    );
    assert_eq!(stderr.lines().next(), Some(expected), "{stderr}");
}

/// Copies what a package is built from: everything but its tests.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_file() {
            fs::copy(&path, to.join(name)).unwrap();
        } else if name != "tests" {
            copy(&path, &to.join(name));
        }
    }
}
