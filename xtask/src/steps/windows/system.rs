//! What builds for Windows here, and what runs there.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::place;
use crate::program::{Captured, Program, need};

pub const TARGET: &str = "x86_64-pc-windows-gnu";
/// The beginning of the names of the compilers, and of what comes with them.
pub const TOOLS: &str = "x86_64-w64-mingw32";
pub const C: &str = "x86_64-w64-mingw32-gcc";
pub const CPP: &str = "x86_64-w64-mingw32-g++";

/// Where Debian's packages of a 32-bit Wine are unpacked, on a system that has not installed them.
const UNPACKED: &str = "DIJIA_WINE32";

/// A Windows for the programs.
pub struct Wine {
    folder: PathBuf,
    /// `win64`, which has programs of 32 bits only beside others, or `win32`.
    architecture: &'static str,
    /// Of one that is unpacked, the folder.
    unpacked: Option<PathBuf>,
}

impl Wine {
    pub fn new() -> Outcome<Self> {
        need(&["wine"], "wine wine64")?;
        let wine = Self { folder: place::target().join("wine"), architecture: "win64", unpacked: None };
        // Rust and Python ask for Windows 10, and Wine's own choice may be an older one.
        wine.run(Path::new("reg")).args(r"add HKCU\Software\Wine /v Version /d win10 /f").run()?;
        Ok(wine)
    }

    /// One that runs programs of 32 bits, such as this one is, which does nothing.
    pub fn of_32_bits(probe: &Path) -> Outcome<Self> {
        let unpacked = env::var_os(UNPACKED).map(PathBuf::from);
        if unpacked.is_none() {
            need(&["wine"], "wine")?;
        }
        let wine = Self { folder: place::target().join("wine32"), architecture: "win32", unpacked };
        let ran = wine.run(probe).capture()?;
        if !ran.status.success() {
            let install = "Debian: dpkg --add-architecture i386 && apt-get update && apt-get install wine32:i386";
            return Err(Failure::lack(format!("no Wine runs programs of 32 bits; {install}\n{}", ran.stderr)));
        }
        Ok(wine)
    }

    pub fn run(&self, program: &Path) -> Program {
        let wine = match &self.unpacked {
            None => Program::new("wine"),
            Some(root) => {
                let [loader, server] = ["wine", "wineserver32"].map(|name| root.join("usr/lib/wine").join(name));
                Program::new(&loader).env("WINELOADER", &loader).env("WINESERVER", server)
            }
        };
        let wine = wine.env("WINEPREFIX", &self.folder).env("WINEARCH", self.architecture).env("WINEDEBUG", "-all");
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
