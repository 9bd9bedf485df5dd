//! The Python package as wheels for those who have no compiler, each for the oldest system that its name says: linked by Zig
//! against that system's C library, whatever this machine has, and audited by the tools of those who made the rules.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::python::{self, Environment};
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::rust::Rust;

/// What a wheel is for.
pub struct Platform {
    pub name: &'static str,
    /// As Rust calls it.
    target: &'static str,
    /// What maturin is asked to keep to, on Linux.
    policy: Option<&'static str>,
    /// The tag of the wheel, as auditwheel has it.
    tag: &'static str,
}

pub const WINDOWS: Platform =
    Platform { name: "windows-x86_64", target: "x86_64-pc-windows-gnu", policy: None, tag: "win_amd64" };
pub const PLATFORMS: [Platform; 4] = [
    Platform {
        name: "manylinux-x86_64",
        target: "x86_64-unknown-linux-gnu",
        policy: Some("manylinux2014"),
        tag: "manylinux_2_17_x86_64",
    },
    Platform {
        name: "manylinux-aarch64",
        target: "aarch64-unknown-linux-gnu",
        policy: Some("manylinux2014"),
        tag: "manylinux_2_17_aarch64",
    },
    Platform {
        name: "musllinux-x86_64",
        target: "x86_64-unknown-linux-musl",
        policy: Some("musllinux_1_2"),
        tag: "musllinux_1_2_x86_64",
    },
    WINDOWS,
];

/// `cargo xtask wheels`: those of these names, or all.
pub fn command(names: &[&str]) -> Outcome {
    if let Some(name) = names.iter().find(|&&name| PLATFORMS.iter().all(|platform| platform.name != name)) {
        let known = PLATFORMS.each_ref().map(|platform| platform.name).join(", ");
        return Err(Failure::usage(format!("unknown platform of a wheel: {name}; there is {known}")));
    }
    let checks = python::checks()?;
    for platform in PLATFORMS.iter().filter(|platform| names.is_empty() || names.contains(&platform.name)) {
        let wheel = platform.build(&checks, &place::target().join("wheels").join(platform.name))?;
        println!("{}", wheel.display());
    }
    Ok(())
}

impl Platform {
    /// This machine, if wheels for such machines can be made on it.
    pub fn own() -> Option<&'static Self> {
        let is_own = |platform: &&Self| {
            let mut parts = platform.target.split('-');
            cfg!(all(target_os = "linux", target_env = "gnu"))
                && parts.next() == Some(std::env::consts::ARCH)
                && platform.target.ends_with("linux-gnu")
        };
        PLATFORMS.iter().find(is_own)
    }

    /// Builds the wheel, alone in that folder, and audits it.
    pub fn build(&self, checks: &Environment, to: &Path) -> Outcome<PathBuf> {
        // An older wheel must not be taken for the one that is built here.
        place::empty(to)?;
        let maturin = checks.maturin("build");
        let maturin = if Self::own().is_some_and(|own| own.name == self.name) {
            maturin.arg("--interpreter").arg(checks.program("python"))
        } else {
            let rust = Rust::find(self.target)?;
            rust.with(maturin).arg("--target").arg(self.target).args(&rust.flags("std,panic_unwind"))
        };
        let wheel = python::build(self.linked(maturin, checks), to)?;
        self.audit(checks, &wheel)?;
        Ok(wheel)
    }

    /// Zig has the C library of every Linux that there was.
    fn linked(&self, maturin: Program, checks: &Environment) -> Program {
        let Some(policy) = self.policy else { return maturin };
        let maturin = maturin.args("--zig --compatibility").arg(policy);
        maturin.env("CARGO_ZIGBUILD_PYTHON_PATH", checks.program("python"))
    }

    /// Fails unless the wheel asks for nothing that the oldest such system lacks, and for nothing of Python that is not in its
    /// stable ABI since 3.10.
    fn audit(&self, checks: &Environment, wheel: &Path) -> Outcome {
        let name = wheel.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ensure(name.contains("-cp310-abi3-") && name.ends_with(&format!("{}.whl", self.tag)), || {
            format!("{name}: not named for the stable ABI of Python 3.10 and {}", self.tag)
        })?;
        if self.policy.is_some() {
            // Not with this machine's libraries.
            let shown = checks.python().args("-m auditwheel show --json --ldpaths /nowhere").arg(wheel).capture()?;
            let words: String = shown.stdout.split_whitespace().collect();
            // Musl is in every process of its own, whatever asks for it by either name; auditwheel knows that of Alpine's.
            let wanted = if self.target.ends_with("musl") {
                format!("\"sym_tag\":\"{}\",*\"external_libs\":{{\"libc.so\":null}},", self.tag)
            } else {
                format!("\"overall_tag\":\"{}\",*\"external_libs\":{{}},", self.tag)
            };
            ensure(shown.status.success() && wanted.split('*').all(|part| words.contains(part)), || {
                format!("auditwheel does not call {name} {}\n{}{}", self.tag, shown.stdout, shown.stderr)
            })?;
        }
        let audited = checks.python().args("-m abi3audit --strict --report").arg(wheel).capture()?;
        ensure(audited.status.success() && audited.stdout.contains("\"is_abi3_baseline_compatible\": true"), || {
            format!("abi3audit of {name}\n{}{}", audited.stdout, audited.stderr)
        })?;
        println!("{name}: {} kB, audited", fs::metadata(wheel)?.len() / 1000);
        Ok(())
    }
}
