//! The C and C++ tests against the library of this source, for `cargo xtask mutants`, which changes it. All else runs them
//! by `cargo xtask test c-tests`.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a change of the library would show in; the C++ header alone is tested by others.
const PROGRAMS: [&str; 12] = [
    "conversions.c",
    "memory.c",
    "hostile.c",
    "inputs.c",
    "opened.c",
    "notices.c",
    "corrections.c",
    "sets.c",
    "values.cpp",
    "refusals.cpp",
    "notices.cpp",
    "conformance.c",
];
fn run(program: impl AsRef<OsStr>, folder: &Path, arguments: &[&OsStr]) {
    let program = program.as_ref();
    let output = Command::new(program).current_dir(folder).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let (printed, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{} {arguments:?}: {}\n{printed}{said}", program.display(), output.status);
}

/// The program without the library, made once: no change of the library is in it.
fn object(name: &str, root: &Path, folder: &Path) -> PathBuf {
    let object = folder.join(name).with_extension("o");
    if !object.exists() {
        let source = Path::new("bindings/c/tests").join(name);
        let (compiler, mode) = if name.ends_with(".c") { ("cc", "-std=c11") } else { ("c++", "-std=c++17") };
        let flags = [mode, "-O1", "-Iinclude", "-pthread", "-c"].map(OsStr::new);
        let files = [source.as_os_str(), OsStr::new("-o"), object.as_os_str()];
        run(compiler, root, &[&flags[..], &files[..]].concat());
    }
    object
}

#[test]
#[ignore = "builds the library and every program: `cargo xtask mutants` asks for it"]
fn every_program_against_this_library() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // Of this run alone: the programs may be others next time. What does not change is built once, for all runs.
    let folder = root.join("target/c-mutants");
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let variable = |name: &str| PathBuf::from(env::var_os(name).unwrap_or_else(|| panic!("{name} is not set")));
    let (target, editions) = (variable("CARGO_TARGET_DIR"), variable("DIJIA_MUTANTS_EDITIONS"));
    let build = "build --quiet --offline --package dijia-c --lib --profile mutants";
    let build: Vec<&OsStr> = build.split(' ').map(OsStr::new).collect();
    run(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &root, &build);
    let library = target.join("mutants/libdijia.a");
    for name in PROGRAMS {
        let program = folder.join(name).with_extension("test");
        let object = object(name, &root, &folder);
        let flags = ["-pthread", "-ldl", "-lm", "-o"].map(OsStr::new);
        let files = [object.as_os_str(), library.as_os_str()];
        run("c++", &root, &[&files[..], &flags[..], &[program.as_os_str()]].concat());
        let sources = Path::new("crates/dijia-tables/tests/sources");
        let arguments = match name {
            "conformance.c" => &[OsStr::new("conformance")][..],
            "notices.c" | "notices.cpp" | "corrections.c" | "sets.c" => &[editions.as_os_str(), sources.as_os_str()],
            _ => &[],
        };
        run(&program, &root, arguments);
    }
}
