#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations, clippy::pedantic)]
#![allow(clippy::similar_names, reason = "the plural of basis is bases")]
#![allow(
    clippy::cast_possible_truncation,
    reason = "lists are checked to be no longer than their places have room for"
)]

mod annex;
mod area;
mod bake;
mod basis;
mod cell;
mod checks;
mod code;
mod column;
mod correction;
mod correction_checks;
mod correction_key;
mod correction_table;
mod coverage;
mod development;
mod edition_tables;
mod fault;
mod folder;
mod formula;
mod grade;
mod heading;
mod interval;
mod land_use;
mod names;
mod pack;
mod packed;
mod price;
mod price_row;
mod price_table;
mod printed;
mod sheet;
mod source;
mod table;
mod terms;
mod text;

#[doc = include_str!("../docs/your-city.md")]
pub mod your_city {}

pub use crate::bake::bake;
pub use crate::edition_tables::{EditionTables, read, read_files};
pub use crate::fault::{TableError, TableErrors};
