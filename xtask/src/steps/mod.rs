//! The steps of `cargo xtask test`. A new one is a module of its own and a line in [`STEPS`].

pub mod api;
pub mod c;
pub mod conformance;
mod document;
mod examples;
mod format;
mod fuzz;
mod licences;
mod lint;
mod no_alloc;
pub mod notices;
mod package;
mod pages;
pub mod python;
mod tests;
mod vectors;
mod windows;

use crate::failure::Outcome;

pub struct Step {
    pub name: &'static str,
    /// What it belongs to: `rust`, `c`, `python`, or `all` of them.
    pub group: &'static str,
    /// One line for the heading.
    pub what: &'static str,
    pub run: fn() -> Outcome,
}

/// The packages that are published. Their default features are checked on their own: other packages of the workspace
/// would turn more of them on.
const PUBLISHED: &str = "--package dijia-core --package dijia-tables --package dijia";

pub const STEPS: &[Step] = &[
    format::STEP,
    lint::STEP,
    notices::STEP,
    document::STEP,
    api::STEP,
    tests::STEP,
    vectors::STEP,
    no_alloc::STEP,
    examples::STEP,
    pages::STEP,
    package::STEP,
    c::HEADER,
    c::FORMAT,
    c::PROOF,
    c::TESTS,
    c::INSTALL,
    windows::LIBRARY,
    python::STEP,
    python::SOURCE,
    windows::WHEEL,
    conformance::STEP,
    fuzz::STEP,
    licences::STEP,
];
