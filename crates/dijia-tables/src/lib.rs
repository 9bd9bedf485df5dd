#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations, clippy::pedantic)]
#![allow(clippy::similar_names, reason = "the plural of basis is bases")]

mod annex;
mod bake;
mod basis_table;
mod cell;
mod edition_tables;
mod grade_table;
mod pack;
mod packed;
mod source;
mod table;
mod table_error;
mod terms;
mod townships;
mod zone_table;

pub use crate::bake::bake;
pub use crate::edition_tables::EditionTables;
pub use crate::table_error::TableError;
