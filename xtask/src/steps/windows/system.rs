//! What builds for Windows here, and what runs there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::place;
use crate::program::{Captured, Program, need};

pub const TARGET: &str = "x86_64-pc-windows-gnu";
pub const C: &str = "x86_64-w64-mingw32-gcc";
pub const CPP: &str = "x86_64-w64-mingw32-g++";

/// A Rust that has its standard library for Windows, or the source of it.
pub struct Rust {
    pub cargo: OsString,
    rustc: OsString,
    has_source_alone: bool,
}

impl Rust {
    /// The one that builds this program, or else the system's.
    pub fn find() -> Outcome<Self> {
        let variable = |name: &str, otherwise: &str| env::var_os(name).unwrap_or_else(|| otherwise.into());
        let own = (variable("CARGO", "cargo"), variable("RUSTC", "rustc"));
        for (cargo, rustc) in [own, ("/usr/bin/cargo".into(), "/usr/bin/rustc".into())] {
            let folder = |what: &str| {
                let printed = Program::new(&rustc).args("--print").arg(what).args("--target").arg(TARGET).capture();
                let printed = printed.ok().filter(|printed| printed.status.success())?;
                Some(PathBuf::from(printed.stdout.trim()))
            };
            if folder("target-libdir").is_some_and(|library| library.is_dir()) {
                return Ok(Self { cargo, rustc, has_source_alone: false });
            }
            if folder("sysroot").is_some_and(|folder| folder.join("lib/rustlib/src/rust/library/std").is_dir()) {
                return Ok(Self { cargo, rustc, has_source_alone: true });
            }
        }
        Err(Failure::lack(format!(
            "no standard library of Rust for {TARGET}; rustup target add {TARGET}, or Debian: apt-get install rustc-web \
             cargo-web rust-web-src"
        )))
    }

    /// The program with this Rust for what it builds.
    pub fn with(&self, program: Program) -> Program {
        // A stable compiler builds its own library, but takes the flag that asks for it only so.
        program.env("CARGO", &self.cargo).env("RUSTC", &self.rustc).env("RUSTC_BOOTSTRAP", "1")
    }

    /// What cargo must be told to have the standard library, with that way to panic.
    pub fn flags(&self, panic: &str) -> String {
        if self.has_source_alone { format!("-Zbuild-std=std,{panic}") } else { String::new() }
    }
}

/// A Windows for the programs.
pub struct Wine {
    folder: PathBuf,
}

impl Wine {
    pub fn new() -> Outcome<Self> {
        need(&["wine"], "wine wine64")?;
        let wine = Self { folder: place::target().join("wine") };
        // Rust and Python ask for Windows 10, and Wine's own choice may be an older one.
        wine.run(Path::new("reg")).args(r"add HKCU\Software\Wine /v Version /d win10 /f").run()?;
        Ok(wine)
    }

    pub fn run(&self, program: &Path) -> Program {
        let wine = Program::new("wine").env("WINEPREFIX", &self.folder).env("WINEDEBUG", "-all");
        // No offers to install what .NET and HTML would need.
        wine.env("WINEDLLOVERRIDES", "mscoree,mshtml=").arg(program)
    }
}

/// Where Wine's programs find a file of the system's.
pub fn windows_path(path: &Path) -> String {
    format!("Z:{}", path.display()).replace('/', r"\")
}

/// What a program printed, its lines ended as they are elsewhere.
pub fn lines(printed: Captured) -> Captured {
    Captured { stdout: printed.stdout.replace("\r\n", "\n"), ..printed }
}
