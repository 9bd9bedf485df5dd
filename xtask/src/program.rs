//! Running other programs, from the root of the repository.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use fs_err::File;

use crate::failure::{Failure, Outcome};
use crate::place;

/// A command line; what it prints goes where this program's own output goes, unless it is captured.
pub struct Program {
    command: Command,
    shown: String,
}

/// What a program printed, and how it ended.
pub struct Captured {
    pub status: ExitStatus,
    pub stdout: String,
    pub stderr: String,
}

impl Program {
    pub fn new(path: impl AsRef<OsStr>) -> Self {
        let path = path.as_ref();
        let mut command = Command::new(path);
        command.current_dir(place::root()).stdin(Stdio::null());
        let name = Path::new(path).file_stem().unwrap_or(path);
        Self { command, shown: name.to_string_lossy().into_owned() }
    }

    /// The cargo that runs this program.
    pub fn cargo() -> Self {
        Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        let argument = argument.as_ref();
        self.shown.push(' ');
        self.shown.push_str(&argument.to_string_lossy());
        self.command.arg(argument);
        self
    }

    /// Arguments separated by white space.
    pub fn args(self, arguments: &str) -> Self {
        arguments.split_whitespace().fold(self, Program::arg)
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        let value = value.as_ref();
        self.shown = format!("{name}=\"{}\" {}", value.to_string_lossy(), self.shown);
        self.command.env(name, value);
        self
    }

    /// Without that variable of this program's own.
    pub fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// What it reads from its standard input.
    pub fn input(mut self, file: impl AsRef<Path>) -> Outcome<Self> {
        self.command.stdin(File::open(file.as_ref())?.into_file());
        Ok(self)
    }

    /// Runs it, and fails if it does.
    pub fn run(mut self) -> Outcome {
        println!("$ {}", self.shown);
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(Failure::new(format!("`{}`: {status}", self.shown))) }
    }

    /// Runs it and returns the code that it ended with, where it was not a signal that ended it.
    pub fn code(mut self) -> Outcome<Option<i32>> {
        println!("$ {}", self.shown);
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        Ok(status.code())
    }

    /// Runs it, with all that it prints going to that file, and returns how it ended.
    pub fn into_file(mut self, file: &Path) -> Outcome<ExitStatus> {
        let output = File::create(file)?.into_file();
        self.command.stderr(output.try_clone()?).stdout(output);
        self.command.status().map_err(|error| self.not_started(&error))
    }

    /// Runs it and returns what it printed, however it ended.
    pub fn capture(mut self) -> Outcome<Captured> {
        let output = self.command.output().map_err(|error| self.not_started(&error))?;
        Ok(Captured {
            status: output.status,
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("`{}` could not be started: {error}", self.shown))
    }
}

/// Fails unless all of these programs are here; those packages of Debian's bring them.
pub fn need(programs: &[&str], packages: &str) -> Outcome {
    let is_missing = |program: &&&str| Program::new(program).arg("--version").capture().is_err();
    let missing: Vec<&str> = programs.iter().filter(is_missing).copied().collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::lack(format!("{} not found; Debian: apt-get install {packages}", missing.join(", "))))
}
