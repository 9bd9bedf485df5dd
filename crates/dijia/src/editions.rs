//! The editions, as the build script bakes them from `data`.
#![allow(clippy::unreadable_literal, reason = "generated")]

include!(concat!(env!("OUT_DIR"), "/editions.rs"));
