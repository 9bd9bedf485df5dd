//! The C library built for another system.

use std::ffi::OsString;
use std::path::Path;

use fs_err as fs;

use crate::failure::Outcome;
use crate::place;
use crate::program::Program;
use crate::rust::Rust;

/// Builds it with CMake in that folder, and with cargo in [`place::elsewhere`], as a person would but for where cargo is and what
/// it builds with. `cmake` gives the program, and `system` is what it must know of where the library will run.
pub fn build(rust: &Rust, cmake: impl Fn() -> Program, system: &str, folder: &Path) -> Outcome {
    let cargo = place::elsewhere();
    fs::create_dir_all(&cargo)?;
    let mut program = OsString::from("-DCARGO=");
    program.push(&rust.cargo);
    let configure = cmake().args("-S bindings/c -B").arg(folder).arg(program);
    let configure = configure.arg(format!("-DDIJIA_CARGO_FOLDER={}", cargo.display()));
    let configure = configure.arg(format!("-DDIJIA_CARGO_FLAGS={}", rust.flags("core,alloc")));
    configure.args(system).run()?;
    cmake().arg("--build").arg(folder).run()
}
