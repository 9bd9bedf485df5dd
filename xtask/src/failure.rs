//! Why a command or a step did not succeed.

pub type Outcome<T = ()> = Result<T, Failure>;

#[derive(Debug)]
pub struct Failure {
    pub what: String,
    /// Whether the command line was wrong, rather than the project.
    pub is_usage: bool,
}

impl Failure {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), is_usage: false }
    }

    pub fn usage(what: impl Into<String>) -> Self {
        Self { what: what.into(), is_usage: true }
    }
}

/// Fails with the message unless the condition holds.
pub fn ensure(condition: bool, what: impl FnOnce() -> String) -> Outcome {
    if condition { Ok(()) } else { Err(Failure::new(what())) }
}
