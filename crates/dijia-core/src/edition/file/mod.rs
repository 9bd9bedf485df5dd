//! The edition file: an edition's tables packed into bytes that are read where they stand. Baked editions are such bytes
//! too, so that there is one reader of both.

pub(crate) mod check;
pub(crate) mod digest;
#[allow(missing_docs, reason = "for the program that writes the files")]
pub mod layout;
pub(crate) mod record;
pub(crate) mod sections;

pub use check::InvalidFile;
