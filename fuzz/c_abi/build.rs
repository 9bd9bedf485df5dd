//! Compiles what calls the C ABI, as a C program would.

fn main() {
    for file in ["boundary.c", "calls.h", "cursor.h", "inputs.h", "../../include/dijia.h"] {
        println!("cargo::rerun-if-changed={file}");
    }
    cc::Build::new()
        .file("boundary.c")
        .include("../../include")
        .std("c11")
        .flag("-Wpedantic")
        .flag("-Wshadow")
        .extra_warnings(true)
        .warnings_into_errors(true)
        .compile("dijia_fuzz_boundary");
}
