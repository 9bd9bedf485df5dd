//! What a step of `cargo xtask test` is.

use crate::failure::Outcome;

pub struct Step {
    pub name: &'static str,
    /// What it belongs to: `rust`, `c`, `python`, or `all` of them.
    pub group: &'static str,
    /// One line for the heading.
    pub what: &'static str,
    /// The folders under `target` that it changes and another step does too: two of them never run at once.
    pub folders: &'static [&'static str],
    /// The steps whose results it needs, where they run too.
    pub after: &'static [&'static str],
    pub run: fn() -> Outcome,
}

/// The packages that are published. Their default features are checked on their own: other packages of the workspace
/// would turn more of them on.
pub const PUBLISHED: &str = "--package dijia-core --package dijia-tables --package dijia";

/// The names of those packages.
pub fn published() -> impl Iterator<Item = &'static str> {
    PUBLISHED.split_whitespace().filter(|word| !word.starts_with('-'))
}
