//! The C ABI of `dijia`. What it offers is documented where its users read it, in `include/dijia.h`, which is generated
//! from this crate by `cargo xtask header`.
//!
//! Conventions, kept by every function:
//!
//! - It returns a [`dijia_status`](status::dijia_status), or cannot fail.
//! - It reads every pointer of the caller's through [`pointer`], which checks for NULL and asks no alignment; and it
//!   writes what it promises only on success, after everything else.
//! - Enumerations cross the boundary as integers, so that a value which is none of them is an error and not undefined.
//! - It keeps nothing: no allocation, no global, no thread.
//!
//! The crate holds conversions. A rule of pricing belongs to `dijia-core`.

#![no_std]
#![allow(non_camel_case_types, reason = "the names are those of the header")]
#![allow(clippy::missing_safety_doc, reason = "what every function asks of its caller is said once, in the header")]
#![allow(dead_code, reason = "constants of the header")]
#![warn(missing_docs, unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

#[cfg(feature = "std")]
extern crate std;

// In the order of the header.
mod status;

mod version;

mod text;

mod failure;

mod error;

mod decimal;
mod decimal_calls;

mod date;
mod date_calls;

mod words;

mod status_message;

mod rounding;

mod price;

mod edition;

mod origin;

mod elements;

mod appraisal;

mod appraised;

mod step;

mod mixed_use;

mod payment;

mod batch;

mod units;

#[cfg(not(feature = "std"))]
mod freestanding;
mod handle;
mod pointer;
