//! What the benchmarks share.

pub mod harness;
pub mod random;
