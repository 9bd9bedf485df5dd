//! The C library as WebAssembly: its tests, linked with the C library of WASI and run by Node.

use std::path::Path;

use super::c::{self, folder};
use super::c_elsewhere;
use crate::failure::Outcome;
use crate::place;
use crate::program::{Program, need};
use crate::rust::Rust;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "wasm",
    group: "c",
    what: "every vector as WebAssembly, in Node",
    folders: &["c-platforms"],
    after: &[],
    run,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// LLVM's linker gives a program 64 KiB of stack, which the library may want for itself, and lets it write over the program's
/// data beyond.
const STACK: &str = "-Wl,-z,stack-size=1048576 -Wl,--stack-first";

fn run() -> Outcome {
    need(&["clang", "wasm-ld", "node"], "clang lld wasi-libc libclang-rt-14-dev-wasm32 nodejs")?;
    let rust = Rust::find(TARGET)?;
    let archive = c_elsewhere::archive(&rust, rust.quickly(Program::new(&rust.cargo)), TARGET)?;
    let folder = folder("wasm")?;
    c_elsewhere::tests(&place::root().join("conformance"), "c-wasm32", |test| {
        let program = folder.join(test).with_extension("wasm");
        let clang = Program::new("clang").args("--target=wasm32-wasi -O1").args(c::C.modes[0]).args(c::WARNINGS);
        let clang = clang.args("-Wno-unused-function -Ibindings/c/tests/one_thread -Iinclude").args(STACK);
        clang.arg(format!("bindings/c/tests/{test}.c")).arg(&archive).arg("-o").arg(&program).run()?;
        node(&program)
    })?;
    println!("{TARGET}: every vector and every test of the C ABI");
    Ok(())
}

fn node(program: &Path) -> Outcome<Program> {
    // Until its version 20, Node wanted to be told that WASI is new.
    const NEW: &str = "--experimental-wasi-unstable-preview1";

    let is_known = Program::new("node").arg(NEW).arg("--version").capture()?.status.success();
    let node = Program::new("node").arg("--no-warnings").args(if is_known { NEW } else { "" });
    Ok(node.arg("bindings/c/tests/wasm/run.mjs").arg(program))
}
