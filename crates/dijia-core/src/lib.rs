#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]

mod appraisal;
mod appraised;
mod area;
mod arithmetic;
mod base_price;
mod basis;
mod calendar;
mod citation;
mod coefficient;
mod date;
mod date_index;
mod debug;
mod decimal;
mod derived_coefficients;
mod development_level;
mod document;
mod edition;
mod error;
mod grade;
mod grade_price;
mod key;
mod land_right;
mod land_use;
mod language;
mod mixed_use;
mod plot_ratio_table;
mod quantity;
mod rounding_mode;
mod rounding_policy;
mod scaled_pricing;
#[cfg(feature = "serde")]
mod serialize;
mod service;
mod step;
mod text;
mod units;
mod validity;
mod warning;
mod worksheet;
mod zone_code;
mod zone_price;
mod zone_spelling;

pub use jiff::civil::Date;
pub use rust_decimal::Decimal;

pub use crate::appraisal::Appraisal;
pub use crate::appraised::Appraised;
pub use crate::area::Area;
pub use crate::base_price::BasePrice;
pub use crate::basis::Basis;
pub use crate::citation::{Citation, Part};
pub use crate::coefficient::{Coefficient, FactorCorrection, UnitCost};
pub use crate::date::parse_date;
pub use crate::date_index::{BetweenPoints, DateIndex, DateIndexPoint};
pub use crate::decimal::{DecimalText, compare, parse_decimal, parse_rate};
pub use crate::derived_coefficients::DerivedCoefficients;
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
pub use crate::language::Language;
pub use crate::mixed_use::{MixedAppraised, MixedUse, Share};
pub use crate::plot_ratio_table::{PlotRatioRow, PlotRatioTable};
pub use crate::quantity::Quantity;
pub use crate::rounding_mode::RoundingMode;
pub use crate::rounding_policy::{RoundingPolicy, round};
pub use crate::scaled_pricing::{ScaledPricing, Scales};
pub use crate::service::Service;
pub use crate::step::{Expression, Input, Source, Step, StepKind, Unit, Value};
pub use crate::text::{Excerpt, Misspelling};
pub use crate::units::{
    floor_price, land_price, mu, square_metres, total_wan_yuan, total_yuan, wan_yuan_per_mu, yuan_per_square_metre,
};
pub use crate::validity::Validity;
pub use crate::warning::Warning;
pub use crate::worksheet::Worksheet;
pub use crate::zone_code::ZoneCode;
pub use crate::zone_price::ZonePrice;
