//! What builds for Windows here, and what runs there.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::place;
use crate::program::{Captured, Program, need};

pub const TARGET: &str = "x86_64-pc-windows-gnu";
/// The beginning of the names of the compilers, and of what comes with them.
pub const TOOLS: &str = "x86_64-w64-mingw32";
pub const C: &str = "x86_64-w64-mingw32-gcc";
pub const CPP: &str = "x86_64-w64-mingw32-g++";

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
        // Wine takes the names of files for what the locale says they are, and some are Chinese.
        let wine = wine.env("LC_ALL", "C.UTF-8");
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
