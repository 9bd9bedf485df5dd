use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::edition::Citation;
use crate::words::{Area, DevelopmentLevel, LandRight, LandUse};

/// What a benchmark price assumes of the land that it is the price of (基准地价内涵), from the explanatory notes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Basis {
    /// The area that the basis holds for.
    pub area: Area,
    /// The land use that it holds for.
    pub land_use: LandUse,
    /// The date that the prices are the prices of (基准日).
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::words::date::serialize"))]
    pub base_date: Date,
    /// The right that is priced (土地权利状况).
    pub right: LandRight,
    /// The longest term that the law grants the right for (法定最高出让年期), n, in years.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize"))]
    pub statutory_term: Decimal,
    /// The level of development (土地开发程度).
    pub development_level: DevelopmentLevel,
    /// Floor area over land area (容积率), also called the standard plot ratio.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize"))]
    pub plot_ratio: Decimal,
    /// The capitalization rate of land (土地还原利率), r, a fraction: 6.4 % is 0.064.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize"))]
    pub capitalization_rate: Decimal,
    /// Where the basis is printed.
    pub citation: Citation,
}

impl Basis {
    /// A row of a published table; for the code that `dijia-tables` generates.
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::too_many_arguments, reason = "one for each column")]
    pub const fn from_table(
        area: Area,
        land_use: LandUse,
        base_date: Date,
        right: LandRight,
        statutory_term: Decimal,
        development_level: DevelopmentLevel,
        plot_ratio: Decimal,
        capitalization_rate: Decimal,
        citation: Citation,
    ) -> Self {
        Self {
            area,
            land_use,
            base_date,
            right,
            statutory_term,
            development_level,
            plot_ratio,
            capitalization_rate,
            citation,
        }
    }
}
