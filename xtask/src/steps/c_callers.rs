//! The C library called from other languages, by nothing but the list of where fields lie: Python's ctypes and C#.

use std::path::Path;

use super::{c, c_layout};
use crate::failure::Outcome;
use crate::program::{Program, need};
use crate::step::Step;

pub const STEP: Step = Step {
    name: "c-callers",
    group: "c",
    what: "the vectors of appraisals by Python's ctypes and by C#",
    folders: &["c-library"],
    after: &["c-tests"],
    run,
};

fn run() -> Outcome {
    need(&["python3", "mcs", "mono"], "python3 mono-mcs mono-runtime")?;
    let archive = c::library()?;
    let folder = archive.parent().unwrap_or_else(|| Path::new("."));
    let ctypes = Program::new("python3").arg("bindings/c/tests/conformance.py").arg(folder.join("libdijia.so"));
    ctypes.arg("conformance").run()?;
    let program = c::folder("callers")?.join("Conformance.exe");
    let mcs = Program::new("mcs").args("-unsafe -warnaserror").arg(format!("-out:{}", program.display()));
    mcs.arg("bindings/c/tests/Conformance.cs").run()?;
    // What it prints of a row that fails is Chinese in part.
    let mono = Program::new("mono").env("LD_LIBRARY_PATH", folder).env("LC_ALL", "C.UTF-8").arg(program);
    mono.arg(c_layout::FILE).args("include/dijia.h conformance").run()
}
