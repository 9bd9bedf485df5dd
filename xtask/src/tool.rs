//! Commands of cargo's that are not part of it, each of one known version, installed under the target folder where it
//! is missing, or in the folder that `DIJIA_TOOLS` names.

use std::env;
use std::path::PathBuf;

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
    /// What makes it print its name and version.
    pub ask: &'static str,
}

impl Tool {
    /// The program, ready for its arguments.
    pub fn program(&self) -> Outcome<Program> {
        let Self { name, version, options, ask } = self;
        let tools = env::var_os("DIJIA_TOOLS").map_or_else(|| place::target().join("tools"), PathBuf::from);
        let path = tools.join("bin").join(name).with_extension(env::consts::EXE_EXTENSION);
        for candidate in [path.clone().into_os_string(), name.into()] {
            let found = Program::new(candidate.clone()).args(ask).capture();
            if found.is_ok_and(|found| found.status.success() && found.stdout.trim() == format!("{name} {version}")) {
                return Ok(Program::new(candidate));
            }
        }
        println!("{name} {version} is not installed: building it, once, which may take some minutes");
        let build = tools.join("build");
        let install = Program::cargo().args("install --quiet --locked").args(options).arg(name);
        install.arg("--version").arg(version).arg("--root").arg(&tools).arg("--target-dir").arg(&build).run()?;
        // Up to several hundred megabytes that nothing needs any more.
        let _ = fs::remove_dir_all(build);
        Ok(Program::new(path))
    }
}
