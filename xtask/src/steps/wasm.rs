//! The C library as WebAssembly: its tests, linked with the C library of WASI and run by Node.

use std::path::Path;

use super::c::{self, folder};
use crate::failure::Outcome;
use crate::place;
use crate::program::{Program, need};
use crate::report;
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
    let cargo = rust.quickly(Program::new(&rust.cargo)).args("rustc --quiet --locked --package dijia-c");
    let cargo = cargo.args("--no-default-features --profile c --crate-type staticlib --target").arg(TARGET);
    cargo.args(&rust.flags("core,alloc")).arg("--target-dir").arg(place::elsewhere()).run()?;
    let archive = place::elsewhere().join(TARGET).join("c/libdijia.a");
    let folder = folder("wasm")?;
    for test in c::ELSEWHERE {
        let program = folder.join(test).with_extension("wasm");
        let clang = Program::new("clang").args("--target=wasm32-wasi -O1").args(c::C.modes[0]).args(c::WARNINGS);
        let clang = clang.args("-Wno-unused-function -Ibindings/c/tests/one_thread -Iinclude").args(STACK);
        clang.arg(format!("bindings/c/tests/{test}.c")).arg(&archive).arg("-o").arg(&program).run()?;
        let program = node(&program)?;
        match test {
            "conformance" => {
                program.arg(place::root().join("conformance")).arg(report::report("c-wasm32")).run()?;
            }
            _ => program.run()?,
        }
    }
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
