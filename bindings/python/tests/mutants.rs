//! The Python tests with the extension of this source: what `cargo xtask mutants` runs for a change
//! of it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What is quick first: the first failure is enough.
const TESTS: [&str; 10] =
    ["lookup", "values", "errors", "kinds", "appraise", "package", "pages", "batch", "conformance", "batch_properties"];

#[test]
#[ignore = "`cargo xtask mutants` runs it"]
fn python() {
    let variable = |name: &str| PathBuf::from(env::var_os(name).expect(name));
    let (python, package) = (variable("DIJIA_MUTANTS_PYTHON"), variable("DIJIA_MUTANTS_PACKAGE"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dijia");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(package.join("python/dijia")).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
        }
    }
    // Cargo builds nothing for a test that cannot be linked to it.
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked", "--profile", "mutants"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    assert!(cargo.status().unwrap().success());
    let extension = env::current_exe().unwrap().with_file_name("lib_dijia.so");
    fs::copy(extension, folder.join("_dijia.abi3.so")).unwrap();

    let tests = TESTS.map(|name| format!("tests/test_{name}.py"));
    let mut pytest = Command::new(python);
    pytest.args(["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]).args(tests).current_dir(package);
    pytest.env("PYTHONPATH", env!("CARGO_TARGET_TMPDIR")).env("PYTHONDONTWRITEBYTECODE", "1");
    assert!(pytest.status().unwrap().success());
}
