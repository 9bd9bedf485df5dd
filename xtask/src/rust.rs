//! A Rust that builds for another machine.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::program::Program;

/// A Rust that has its standard library for a target, or the source of it.
pub struct Rust {
    pub cargo: OsString,
    rustc: OsString,
    pub has_source_alone: bool,
}

impl Rust {
    /// The one that builds this program, or else the system's.
    pub fn find(target: &str) -> Outcome<Self> {
        let variable = |name: &str, otherwise: &str| env::var_os(name).unwrap_or_else(|| otherwise.into());
        let own = (variable("CARGO", "cargo"), variable("RUSTC", "rustc"));
        for (cargo, rustc) in [own, ("/usr/bin/cargo".into(), "/usr/bin/rustc".into())] {
            let folder = |what: &str| {
                let printed = Program::new(&rustc).args("--print").arg(what).args("--target").arg(target).capture();
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
            "no standard library of Rust for {target}; rustup target add {target}, or Debian: apt-get install rustc-web \
             cargo-web rust-web-src"
        )))
    }

    /// The program with this Rust for what it builds.
    pub fn with(&self, program: Program) -> Program {
        // A stable compiler builds its own library, but takes the flag that asks for it only so.
        program.env("CARGO", &self.cargo).env("RUSTC", &self.rustc).env("RUSTC_BOOTSTRAP", "1")
    }

    /// The same where the C library only has to be right: without what makes it small and fast, which takes cargo most of its
    /// time.
    pub fn quickly(&self, program: Program) -> Program {
        self.with(program).env("CARGO_PROFILE_C_LTO", "off").env("CARGO_PROFILE_C_OPT_LEVEL", "1")
    }

    /// What cargo must be told to have these crates of the standard library.
    pub fn flags(&self, crates: &str) -> String {
        if self.has_source_alone { format!("-Zbuild-std={crates}") } else { String::new() }
    }
}
