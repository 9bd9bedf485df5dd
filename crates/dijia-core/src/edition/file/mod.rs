//! The edition file: an edition's tables packed into bytes that are read where they stand. Baked editions are such bytes
//! too, so that there is one reader of both.

pub mod layout;
