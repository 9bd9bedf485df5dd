#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]

mod appraisal;
mod columns;
mod corrections;
mod debug;
mod edition;
mod error;
mod numbers;
#[cfg(feature = "serde")]
mod serialize;
mod words;
mod worksheet;

pub use jiff::civil::Date;
pub use rust_decimal::Decimal;

pub use crate::appraisal::{
    Appraisal, Appraised, BasePrice, Carrier, Carriers, DerivedCoefficients, MixedAppraised, MixedUse, Origin, Payment,
    PaymentDue, Share, Warning,
};
pub use crate::columns::{ScaledPricing, Scales};
pub use crate::corrections::{
    BetweenPoints, Coefficient, DateIndex, DateIndexPoint, FactorCorrection, Level, PlotRatioRow, PlotRatioTable,
    UnitCost,
};
#[doc(hidden)]
pub use crate::edition::file::layout;
pub use crate::edition::{
    AnnexOfEdition, AreaOfEdition, Basis, BetweenRows, Citation, CorrectionKind, CorrectionRow, CorrectionTable,
    Corrections, Difference, Document, Edition, Editions, Formula, GradeOfEdition, GradePrice, Interval, InvalidFile,
    LandUseCode, LandUseOfEdition, Part, PlaceOfEdition, PricedArea, PublishedPrice, Statement, Word, ZonePrice,
    difference,
};
pub use crate::error::{Error, ErrorKind, Result};
pub use crate::numbers::{
    DecimalText, Ratio, RoundingMode, RoundingPolicy, Term, compare, floor_price, land_price, mu, parse_decimal,
    parse_rate, round, square_metres, total_wan_yuan, total_yuan, wan_yuan_per_mu, yuan_per_square_metre,
};
pub use crate::words::{
    Area, DevelopmentLevel, Excerpt, Grade, IndexPeriod, Key, LandUse, LandUseScheme, Language, Listed, Message,
    Misspelling, Named, Normal, Quantity, Rule, Service, Spelling, Validity, ZoneCode, parse_date,
};
pub use crate::worksheet::{Expression, Input, Layout, Source, Step, StepKind, Unit, Value, Worksheet};
