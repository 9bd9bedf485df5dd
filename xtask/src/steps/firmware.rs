//! The C library on a microcontroller: a Cortex-M4, which QEMU emulates, with no system below it.

use crate::failure::{Outcome, ensure};
use crate::program::{Program, need};
use crate::report;
use crate::rust::Rust;
use crate::steps::{c, c_elsewhere};

pub const NAME: &str = "thumb";

const TARGET: &str = "thumbv7em-none-eabihf";
const C: &str = "arm-none-eabi-gcc";
const PROCESSOR: &str = "-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16";
const EXAMPLE: &str = "examples/firmware";
/// 9138 × 0.9553, as Ky of 33.57 years of 40 is at 6.4 %, rounded.
const PRICE: &str = "8729.53\n";

/// Every vector, every test of the C ABI, and the example.
pub fn check() -> Outcome {
    need(&[C, "qemu-system-arm"], "gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm")?;
    let rust = Rust::find(TARGET)?;
    // What is small is what is wanted.
    let cargo = rust.with(Program::new(&rust.cargo)).env("CARGO_PROFILE_C_OPT_LEVEL", "s");
    let archive = c_elsewhere::archive(&rust, cargo, TARGET)?;

    let folder = c::folder("firmware")?;
    // The C library's beginning, which opens the files of the machine that emulates.
    let crt0 = Program::new(C).args(PROCESSOR).arg("-print-file-name=rdimon-crt0.o").capture()?;
    let build = |source: &str| -> Outcome<_> {
        let path = folder.join(source.rsplit('/').next().unwrap_or(source)).with_extension("elf");
        let gcc = Program::new(C).args(PROCESSOR).args("-Os").args(c::C.modes[0]).args(c::WARNINGS);
        let gcc = gcc.args("-Wno-unused-function -Ibindings/c/tests/one_thread -Iinclude").arg(source);
        let gcc = gcc.arg(format!("{EXAMPLE}/start.c")).arg("-T").arg(format!("{EXAMPLE}/board.ld"));
        let gcc = gcc
            .args("--specs=rdimon.specs -nostartfiles -Wl,--gc-sections,--no-warn-execstack")
            .arg(crt0.stdout.trim());
        gcc.arg(&archive).arg("-o").arg(&path).run()?;
        Ok(path)
    };
    let emulated = |arguments: &str| {
        let qemu = Program::new("qemu-system-arm").args("-M mps2-an386 -nographic -semihosting-config");
        qemu.arg(format!("enable=on,target=native{arguments}")).arg("-kernel")
    };
    for test in c::ELSEWHERE {
        let program = build(&format!("bindings/c/tests/{test}.c"))?;
        let report = report::report("c-thumb");
        let arguments = match test {
            "conformance" => format!(",arg=conformance,arg=conformance,arg={}", report.display()),
            _ => format!(",arg={test}"),
        };
        emulated(&arguments).arg(&program).run()?;
    }
    let priced = emulated(",arg=price").arg(build(&format!("{EXAMPLE}/price.c"))?).capture()?;
    ensure(priced.stdout == PRICE, || format!("the example printed {:?}\n{}", priced.stdout, priced.stderr))?;
    let size = Program::new("arm-none-eabi-size").arg(folder.join("price.elf")).capture()?;
    println!("{TARGET}: every vector, every test of the C ABI, and the example:\n{}", size.stdout);
    Ok(())
}
