//! The Rust of the READMEs, run as documentation tests.

#[doc = include_str!("../../README.md")]
pub mod english {}

#[doc = include_str!("../../README.zh-CN.md")]
pub mod chinese {}
