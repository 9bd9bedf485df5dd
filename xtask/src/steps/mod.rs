//! The steps of `cargo xtask test`. A new one is a module of its own and a line in [`STEPS`].

pub mod api;
pub mod c;
pub mod c_header;
pub mod c_install;
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
pub mod platforms;
pub mod python;
mod tests;
mod vectors;
mod windows;

use crate::step::Step;

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
    c_header::STEP,
    c::FORMAT,
    c::PROOF,
    c::TESTS,
    c_install::STEP,
    windows::LIBRARY,
    platforms::STEP,
    python::STEP,
    python::SOURCE,
    windows::WHEEL,
    conformance::STEP,
    fuzz::STEP,
    licences::STEP,
];
