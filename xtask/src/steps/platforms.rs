//! The C library on other processors: built for them as a user would, its tests run by an emulator.

use std::path::Path;

use super::c::{self, folder};
use super::{c_elsewhere, firmware};
use crate::failure::{Failure, Outcome};
use crate::place;
use crate::program::{Program, need};
use crate::rust::Rust;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "platforms",
    group: "c",
    what: "every vector on other processors, one of them big-endian",
    folders: &["c-platforms"],
    after: &[],
    run,
};

/// A processor that the library is built for on Linux.
struct Platform {
    /// As CMake and QEMU call it.
    name: &'static str,
    /// As Rust calls it.
    target: &'static str,
    /// The prefix of the compilers.
    compiler: &'static str,
    /// Debian's packages.
    packages: &'static str,
    what: &'static str,
    /// Whether each run of all tests takes its time.
    is_always_run: bool,
}

const PLATFORMS: [Platform; 4] = [
    Platform {
        name: "s390x",
        target: "s390x-unknown-linux-gnu",
        compiler: "s390x-linux-gnu",
        packages: "gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user",
        what: "64 bits, big-endian",
        is_always_run: true,
    },
    Platform {
        name: "aarch64",
        target: "aarch64-unknown-linux-gnu",
        compiler: "aarch64-linux-gnu",
        packages: "gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user",
        what: "64 bits, little-endian",
        is_always_run: true,
    },
    Platform {
        name: "i386",
        target: "i686-unknown-linux-gnu",
        compiler: "i686-linux-gnu",
        packages: "gcc-i686-linux-gnu libc6-dev-i386-cross qemu-user",
        what: "32 bits, little-endian, with 64-bit integers aligned to 4 bytes",
        is_always_run: true,
    },
    Platform {
        name: "arm",
        target: "armv7-unknown-linux-gnueabihf",
        compiler: "arm-linux-gnueabihf",
        packages: "gcc-arm-linux-gnueabihf libc6-dev-armhf-cross qemu-user",
        what: "32 bits, little-endian, with 64-bit integers aligned to 8 bytes",
        is_always_run: false,
    },
];

/// `cargo xtask platforms`: those of these names, or all.
pub fn command(names: &[&str]) -> Outcome {
    let known = || PLATFORMS.iter().map(|platform| platform.name).chain([firmware::NAME]);
    if let Some(name) = names.iter().find(|&&name| known().all(|known| known != name)) {
        let known: Vec<_> = known().collect();
        return Err(Failure::usage(format!("unknown platform: {name}; there is {}", known.join(", "))));
    }
    let is_asked = |name: &str| names.is_empty() || names.contains(&name);
    PLATFORMS.iter().filter(|platform| is_asked(platform.name)).try_for_each(check)?;
    if is_asked(firmware::NAME) { firmware::check() } else { Ok(()) }
}

fn run() -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("other processors are emulated on Linux only");
        return Ok(());
    }
    PLATFORMS.iter().filter(|platform| platform.is_always_run).try_for_each(check)
}

fn check(platform: &Platform) -> Outcome {
    let Platform { name, target, compiler, packages, what, .. } = platform;
    let (compiler, emulator) = (format!("{compiler}-gcc"), format!("qemu-{name}"));
    need(&[&compiler, &emulator, "cmake"], packages)?;
    let rust = Rust::find(target)?;
    let build = folder(&format!("platform {name}"))?;
    let processor = target.split('-').next().unwrap_or_default();
    let system =
        format!("-DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR={processor} -DCMAKE_C_COMPILER={compiler}");
    c_elsewhere::build(&rust, || rust.quickly(Program::new("cmake")), &system, &build)?;

    let archive = place::elsewhere().join(target).join("c/libdijia.a").to_string_lossy().into_owned();
    c_elsewhere::tests(Path::new("conformance"), &format!("c-{name}"), |test| {
        let path = build.join(test);
        let source = format!("bindings/c/tests/{test}.c");
        c::compile(&compiler, &format!("{} -O1", c::C.modes[0]), &source, &[&archive, "-static"], &path)?;
        Ok(Program::new(&emulator).arg(&path))
    })?;
    println!("{target} ({what}): every vector and every test of the C ABI");
    Ok(())
}
