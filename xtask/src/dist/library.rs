//! The C library with its headers and its packages for CMake and pkg-config, as an archive for each platform.

use std::path::Path;

use fs_err as fs;

use super::{archive, source};
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::{Program, need};
use crate::rust::Rust;
use crate::steps::{c_elsewhere, c_install};

/// What an archive is for.
pub struct Platform {
    pub name: &'static str,
    /// As Rust calls it, and what CMake needs to know of it, where it is not this machine.
    target: Option<&'static str>,
    system: &'static str,
    compiler: &'static str,
    /// Debian's packages.
    packages: &'static str,
}

pub const PLATFORMS: [Platform; 3] = [
    Platform { name: "linux-x86_64", target: None, system: "", compiler: "gcc", packages: "gcc" },
    Platform {
        name: "linux-aarch64",
        target: Some("aarch64-unknown-linux-gnu"),
        system: "-DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=aarch64",
        compiler: "aarch64-linux-gnu-gcc",
        packages: "gcc-aarch64-linux-gnu libc6-dev-arm64-cross",
    },
    Platform {
        name: "windows-x86_64",
        target: Some("x86_64-pc-windows-gnu"),
        system: "-DCMAKE_SYSTEM_NAME=Windows",
        compiler: "x86_64-w64-mingw32-gcc",
        packages: "gcc-mingw-w64-x86-64-posix",
    },
];

impl Platform {
    /// The name of the archive's only folder, and of the archive before its ending.
    fn folder(&self) -> String {
        format!("libdijia-{}-{}", env!("CARGO_PKG_VERSION"), self.name)
    }

    pub fn make(&self, to: &Path) -> Outcome {
        need(&[self.compiler, "cmake"], &format!("cmake {}", self.packages))?;
        let (build, made, folder) = (source::work(self.name), source::work("made"), self.folder());
        place::empty(&build)?;
        let rust = self.target.map(Rust::find).transpose()?;
        let cmake = || match &rust {
            Some(rust) => rust.with(Program::new("cmake")),
            None => Program::new("cmake"),
        };
        let configure = cmake().args("-S bindings/c -B").arg(&build).arg("-DCMAKE_INSTALL_LIBDIR=lib");
        let configure = configure.args(self.system).arg(format!("-DCMAKE_C_COMPILER={}", self.compiler));
        let options = rust.iter().flat_map(c_elsewhere::options);
        options.fold(configure, Program::arg).run()?;
        cmake().arg("--build").arg(&build).run()?;
        let prefix = made.join(&folder);
        place::empty(&prefix)?;
        Program::new("cmake").arg("--install").arg(&build).arg("--prefix").arg(&prefix).run()?;
        if self.name.starts_with("windows") {
            archive::zip(&made, &folder, &to.join(format!("{folder}.zip")))
        } else {
            archive::tar(&made, &folder, &to.join(format!("{folder}.tar.gz")))
        }
    }
}

/// What is installed there serves programs that are built in that folder.
pub fn serves(folder: &Path, prefix: &Path) -> Outcome {
    c_install::consumer(folder, prefix, "", |program| Program::new(program).capture())
}

/// The archive for this machine, unpacked anywhere, serves programs by CMake; and it does not say where it was made.
pub fn check(made: &Path, folder: &Path) -> Outcome {
    let name = PLATFORMS[0].folder();
    fs::create_dir_all(folder)?;
    let archive = made.join(format!("{name}.tar.gz"));
    Program::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(folder).run()?;
    let prefix = folder.join(&name);
    let homes = [std::env::var("HOME").unwrap_or_default(), place::root().display().to_string()];
    for file in ["lib/libdijia.so", "lib/libdijia.a", "lib/pkgconfig/dijia.pc", "lib/cmake/dijia/dijiaConfig.cmake"] {
        let bytes = fs::read(prefix.join(file))?;
        for home in homes.iter().filter(|home| home.len() > 1) {
            let is_named = bytes.windows(home.len()).any(|part| part == home.as_bytes());
            ensure(!is_named, || format!("{file} of {} names {home}", archive.display()))?;
        }
    }
    serves(&folder.join("consumer"), &prefix)?;
    println!("{name}: serves programs, and does not name the folders of this machine");
    Ok(())
}
