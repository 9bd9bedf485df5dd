use rust_decimal::Decimal;

use crate::edition::{Basis, Citation};
use crate::words::{Grade, LandUse};

/// The benchmark price of a grade (级别基准地价), as published.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct GradePrice {
    /// The land use.
    pub land_use: LandUse,
    /// The grade.
    pub grade: Grade,
    /// The price, 元/㎡ of land.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize"))]
    pub per_square_metre: Decimal,
    /// How many zones the grade is divided into; their numbers run from 1 to this one.
    pub zone_count: u8,
    /// What the price assumes.
    pub basis: &'static Basis,
    /// Where the price is printed.
    pub citation: Citation,
}

impl GradePrice {
    /// A row of a published table; for the code that `dijia-tables` generates.
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::too_many_arguments, reason = "one for each column")]
    pub const fn from_table(
        land_use: LandUse,
        grade: Grade,
        per_square_metre: Decimal,
        zone_count: u8,
        basis: &'static Basis,
        citation: Citation,
    ) -> Self {
        Self { land_use, grade, per_square_metre, zone_count, basis, citation }
    }
}
