#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]

mod editions;
pub mod method;

pub use dijia_core::*;

pub use crate::editions::*;
