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
/// The notices that they open.
const NOTICES: [&str; 8] = [
    "tongdao-2026",
    "lanzhou-counties",
    "shanghai-2010",
    "shanghai-2013",
    "beijing-codes",
    "daguan-2014",
    "zibo-2023",
    "jinan-2024-made-up",
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
    let folder = root.join("target/c-mutants");
    let build = "build --quiet --offline --package dijia-c --lib --profile mutants --target-dir target/c-mutants";
    let build: Vec<&OsStr> = build.split(' ').map(OsStr::new).collect();
    run(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &root, &build);
    let library = folder.join("mutants/libdijia.a");
    let editions = folder.join("editions");
    std::fs::create_dir_all(&editions).unwrap_or_else(|error| panic!("{}: {error}", editions.display()));
    for name in NOTICES {
        let from = format!("crates/dijia-tables/tests/editions/{name}");
        let pack = "run --quiet --offline --package dijia-tables -- pack -o".split(' ').map(OsStr::new);
        let file = editions.join(name).with_extension("dijia");
        let pack: Vec<&OsStr> = pack.chain([file.as_os_str(), OsStr::new(&from)]).collect();
        run(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &root, &pack);
    }
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
