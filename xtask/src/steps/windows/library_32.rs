//! The C library on Windows for programs of 32 bits, such as a 32-bit Office is.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::system::{Wine, windows_path};
use crate::failure::Outcome;
use crate::place;
use crate::program::{Program, need};
use crate::rust::Rust;
use crate::step::Step;
use crate::steps::{c, c_elsewhere, c_exports};

pub const STEP: Step = Step {
    name: "c-windows-32",
    group: "c",
    what: "every vector on 32-bit Windows, by MinGW-w64 and Wine",
    folders: &["c-platforms", "wine32"],
    after: &[],
    run,
};

const TARGET: &str = "i686-pc-windows-gnu";
const TOOLS: &str = "i686-w64-mingw32";
const C: &str = "i686-w64-mingw32-gcc";

fn run() -> Outcome {
    need(&[C, "cmake"], "gcc-mingw-w64-i686-posix cmake")?;
    let rust = Rust::find(TARGET)?;
    let folder = c::folder("windows 32")?;
    let probe = folder.join("probe.c");
    fs::write(&probe, "int main(void) { return 0; }")?;
    Program::new(C).arg(&probe).arg("-o").arg(probe.with_extension("exe")).run()?;
    let wine = Wine::of_32_bits(&probe.with_extension("exe"))?;
    let ends = if rust.has_source_alone { format!("-Lnative={}", ends(&folder)?.display()) } else { String::new() };
    let cmake = || rust.quickly(Program::new("cmake")).env("CARGO_ENCODED_RUSTFLAGS", &ends);
    c_elsewhere::build(&rust, cmake, &format!("-DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER={C}"), &folder)?;
    let built = place::elsewhere().join(TARGET).join("c");
    c_exports::ensure_dll(&built.join("dijia.dll"), TOOLS)?;

    c_elsewhere::tests(Path::new("conformance"), "c-windows-32", |test| {
        // The vectors by the DLL, which is what other languages load.
        let library = built.join(if test == "conformance" { "libdijia.dll.a" } else { "libdijia.a" });
        let path = folder.join(test).with_extension("exe");
        let source = format!("bindings/c/tests/{test}.c");
        c::compile(C, &format!("{} -O1", c::C.modes[0]), &source, &[&library.to_string_lossy(), "-static"], &path)?;
        Ok(wine.run(&path).env("WINEPATH", windows_path(&built)))
    })?;
    println!("{TARGET}: every vector and every test of the C ABI");
    Ok(())
}

/// What a Rust for this target brings, and its source does not: the ends of a list of what unwinds. Nothing does here.
fn ends(folder: &Path) -> Outcome<PathBuf> {
    let ends = folder.join("ends");
    fs::create_dir_all(&ends)?;
    let nothing = ends.join("nothing.c");
    fs::write(&nothing, "")?;
    for name in ["rsbegin.o", "rsend.o"] {
        Program::new(C).arg("-c").arg(&nothing).arg("-o").arg(ends.join(name)).run()?;
    }
    Ok(ends)
}
