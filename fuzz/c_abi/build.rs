//! Compiles what calls the C ABI, as a C program would, with the editions that it opens: real notices, packed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const EDITIONS: &str = "../../crates/dijia-tables/tests/editions";
/// One of each shape: own land uses, areas, floor prices, zone codes that are no grade and number.
const NOTICES: [&str; 4] = ["tongdao-2026", "lanzhou-counties", "shanghai-2013", "beijing-codes"];

fn main() {
    for file in ["boundary.c", "calls.h", "cursor.h", "inputs.h", "../../include/dijia.h"] {
        println!("cargo::rerun-if-changed={file}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("notices.h"), notices()).expect("the folder of the build can be written to");
    cc::Build::new()
        .file("boundary.c")
        .include("../../include")
        .include(out)
        .std("c11")
        .flag("-Wpedantic")
        .flag("-Wshadow")
        .extra_warnings(true)
        .warnings_into_errors(true)
        .compile("dijia_fuzz_boundary");
}

/// The edition files as a C header.
fn notices() -> String {
    let mut header = String::from("#include <stddef.h>\n#include <stdint.h>\n");
    let mut list = String::new();
    for (index, name) in NOTICES.into_iter().enumerate() {
        let folder = Path::new(EDITIONS).join(name);
        println!("cargo::rerun-if-changed={}", folder.display());
        let edition = dijia_tables::read(&folder).unwrap_or_else(|errors| panic!("{}: {errors}", folder.display()));
        let bytes = edition.pack();
        // Writing to a string does not fail.
        let _ = writeln!(header, "static const uint8_t notice_{index}[] = {{{bytes:?}}};");
        let _ = write!(list, "{{notice_{index}, sizeof notice_{index}}}, ");
    }
    let header = header.replace("{[", "{").replace("]}", "}");
    let count = NOTICES.len();
    format!(
        "{header}#define NOTICES {count}\nstatic const struct {{\n  const uint8_t *data;\n  size_t size;\n}} \
         notices[NOTICES] = {{{list}}};\n"
    )
}
