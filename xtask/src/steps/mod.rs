//! The steps of `cargo xtask test`. A new one is a module of its own and a line in [`STEPS`].

pub mod api;
pub mod c;
pub mod c_abi;
mod c_callers;
pub mod c_elsewhere;
pub mod c_exports;
pub mod c_header;
pub mod c_install;
pub mod c_layout;
pub mod conformance;
mod document;
mod examples;
mod firmware;
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
mod wasm;
pub mod wheels;
mod windows;

use crate::dist;
use crate::step::Step;

/// In the order in which they begin, as far as one need not wait for another: what is quick and what says most often that
/// something is wrong, and then what takes long.
pub const STEPS: &[Step] = &[
    format::STEP,
    lint::STEP,
    c::FORMAT,
    python::STEP,
    tests::STEP,
    c_header::STEP,
    c::PROOF,
    c::TESTS,
    c_abi::STEP,
    c_callers::STEP,
    python::VERSIONS,
    platforms::STEP,
    wasm::STEP,
    windows::LIBRARY,
    windows::LIBRARY_32,
    windows::WHEEL,
    python::SOURCE,
    notices::STEP,
    document::STEP,
    api::STEP,
    vectors::STEP,
    no_alloc::STEP,
    examples::STEP,
    pages::STEP,
    package::STEP,
    c_install::STEP,
    licences::STEP,
    fuzz::STEP,
    dist::STEP,
    conformance::STEP,
];
