use rust_decimal::Decimal;

use crate::edition::{Basis, Citation};
use crate::words::{LandUse, ZoneCode};

/// The benchmark price of a zone (区片基准地价), as published: the price in each of the units that are printed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ZonePrice {
    /// The land use.
    pub land_use: LandUse,
    /// The zone.
    pub code: ZoneCode,
    /// The price, 元/㎡ of land.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize"))]
    pub per_square_metre: Decimal,
    /// The price in 万元/亩 as printed: rounded to a whole number. [`wan_yuan_per_mu`](crate::numbers::wan_yuan_per_mu) converts
    /// to any number of places.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize"))]
    pub wan_yuan_per_mu: Decimal,
    /// The floor price (楼面地价), 元/㎡ of floor at the plot ratio of the basis; none where none is printed.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::numbers::decimal::serde_text::serialize_option"))]
    pub per_floor_area: Option<Decimal>,
    /// What the price assumes.
    pub basis: &'static Basis,
    /// Where the price is printed.
    pub citation: Citation,
}

impl ZonePrice {
    /// A row of a published table; for the code that `dijia-tables` generates.
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::too_many_arguments, reason = "one for each column")]
    pub const fn from_table(
        land_use: LandUse,
        code: ZoneCode,
        per_square_metre: Decimal,
        wan_yuan_per_mu: Decimal,
        per_floor_area: Option<Decimal>,
        basis: &'static Basis,
        citation: Citation,
    ) -> Self {
        Self { land_use, code, per_square_metre, wan_yuan_per_mu, per_floor_area, basis, citation }
    }
}
