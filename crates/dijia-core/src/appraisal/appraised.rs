use rust_decimal::Decimal;

use crate::appraisal::derivation::Derivation;
use crate::appraisal::{Appraisal, BasePrice, DerivedCoefficients};
use crate::numbers::RoundingPolicy;

/// A priced parcel: the figures, how they came about, and what to look at before signing.
///
/// [`Display`](core::fmt::Display) is the worksheet in Chinese, which reproduces the figures when computed again by hand;
/// [`worksheet`](Self::worksheet) gives it in either language and
/// every layout.
#[derive(Clone, Copy)]
pub struct Appraised<'a> {
    pub(crate) appraisal: Appraisal<'a>,
    pub(crate) derivation: Derivation<'a>,
    /// P, 元/㎡ of land.
    pub(crate) price_started_from: Decimal,
    pub(crate) unit_price: Decimal,
    pub(crate) wan_yuan_per_mu: Decimal,
    pub(crate) floor_price: Option<Decimal>,
    pub(crate) total_yuan: Option<Decimal>,
    pub(crate) total_wan_yuan: Option<Decimal>,
    pub(crate) deviation: Decimal,
}

impl<'a> Appraised<'a> {
    /// The benchmark price that the appraisal started from, and whose it is.
    #[must_use]
    pub const fn base_price(&self) -> BasePrice<'a> {
        self.appraisal.base
    }

    /// P, what [`base_price`](Self::base_price) is in 元/㎡ of land.
    #[must_use]
    pub const fn price_started_from(&self) -> Decimal {
        self.price_started_from
    }

    /// The appraisal that this is the result of.
    #[must_use]
    pub const fn appraisal(&self) -> &Appraisal<'a> {
        &self.appraisal
    }

    /// The coefficients that the benchmark price was corrected by.
    #[must_use]
    pub fn coefficients(&self) -> DerivedCoefficients {
        DerivedCoefficients::new(&self.derivation)
    }

    /// The unit price (宗地单价), 元/㎡ of land.
    #[must_use]
    pub const fn unit_price(&self) -> Decimal {
        self.unit_price
    }

    /// The price in 万元/亩: the unit price ÷ 15.
    #[must_use]
    pub const fn wan_yuan_per_mu(&self) -> Decimal {
        self.wan_yuan_per_mu
    }

    /// The floor price (楼面地价), 元/㎡ of floor: the unit price ÷ the plot ratio of the parcel. None where the appraisal
    /// has no plot ratio.
    #[must_use]
    pub const fn floor_price(&self) -> Option<Decimal> {
        self.floor_price
    }

    /// The total (总价) in 元: the unit price × the area. None where the appraisal has no area.
    #[must_use]
    pub const fn total_yuan(&self) -> Option<Decimal> {
        self.total_yuan
    }

    /// The total in 万元: the unit price × the area ÷ 10,000, rounded once.
    #[must_use]
    pub const fn total_wan_yuan(&self) -> Option<Decimal> {
        self.total_wan_yuan
    }

    /// How far the unit price is from the benchmark price, in per cent to 2 places: unit price ÷ P − 1.
    #[must_use]
    pub const fn deviation(&self) -> Decimal {
        self.deviation
    }

    /// The policy that the figures are rounded by.
    #[must_use]
    pub const fn policy(&self) -> RoundingPolicy {
        self.appraisal.rounding
    }
}
