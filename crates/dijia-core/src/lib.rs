#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations, clippy::pedantic)]
#![allow(clippy::module_name_repetitions, clippy::cast_possible_truncation)]

mod area;
mod basis;
mod citation;
mod date;
mod decimal;
mod development_level;
mod document;
mod edition;
mod error;
mod grade;
mod grade_price;
mod key;
mod land_right;
mod land_use;
mod rounding_mode;
#[cfg(feature = "serde")]
mod serialize;
mod service;
mod text;
mod validity;
mod zone_code;
mod zone_price;

pub use jiff::civil::Date;
pub use rust_decimal::Decimal;

pub use crate::area::Area;
pub use crate::basis::Basis;
pub use crate::citation::{Citation, Part};
pub use crate::date::parse_date;
pub use crate::decimal::{DecimalText, parse_decimal, parse_rate};
pub use crate::development_level::DevelopmentLevel;
pub use crate::document::Document;
#[doc(hidden)]
pub use crate::edition::EditionTables;
pub use crate::edition::{Annex, Edition};
pub use crate::error::{Error, Result};
pub use crate::grade::Grade;
pub use crate::grade_price::GradePrice;
#[doc(hidden)]
pub use crate::key::{GradeKey, ZoneKey};
pub use crate::land_right::LandRight;
pub use crate::land_use::LandUse;
pub use crate::rounding_mode::RoundingMode;
pub use crate::service::Service;
pub use crate::text::{Excerpt, Misspelling};
pub use crate::validity::Validity;
pub use crate::zone_code::ZoneCode;
pub use crate::zone_price::ZonePrice;
