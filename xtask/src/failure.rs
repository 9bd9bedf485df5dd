//! Why a command or a step did not succeed.

use std::io;

pub type Outcome<T = ()> = Result<T, Failure>;

#[derive(Debug)]
pub struct Failure {
    pub what: String,
    /// Whether the command line was wrong, rather than the project.
    pub is_usage: bool,
    /// Whether it only says what this machine lacks.
    pub is_lack: bool,
}

impl Failure {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), is_usage: false, is_lack: false }
    }

    /// This machine lacks what a step needs.
    pub fn lack(what: impl Into<String>) -> Self {
        Self { what: what.into(), is_usage: false, is_lack: true }
    }

    pub fn usage(what: impl Into<String>) -> Self {
        Self { what: what.into(), is_usage: true, is_lack: false }
    }
}

/// That of a file, which names it.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// Fails with the message unless the condition holds.
pub fn ensure(condition: bool, what: impl FnOnce() -> String) -> Outcome {
    if condition { Ok(()) } else { Err(Failure::new(what())) }
}
