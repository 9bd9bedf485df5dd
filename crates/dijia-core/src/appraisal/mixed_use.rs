use rust_decimal::Decimal;

use crate::appraisal::{Appraised, BasePrice};
use crate::error::{Error, Result};
use crate::numbers::units::{self, ONE, positive};
use crate::numbers::{RoundingPolicy, arithmetic, compare};
use crate::words::Quantity;

/// A use of a parcel that has several, priced on its own, and its share.
#[derive(Clone, Copy)]
pub struct Share<'a> {
    /// The unit price that the parcel would have with this use alone, 元/㎡ of land.
    pub unit_price: Decimal,
    /// The benchmark price that it started from, which names the use on the worksheet.
    pub base_price: BasePrice<'a>,
    /// The share of this use: a fraction, or [by areas](MixedUse::by_areas) its area, ㎡.
    pub share: Decimal,
}

impl<'a> Share<'a> {
    /// The share of the use that the parcel has been priced for as if it had that alone.
    #[must_use]
    pub const fn new(appraised: &Appraised<'a>, share: Decimal) -> Self {
        Self { unit_price: appraised.unit_price(), base_price: appraised.base_price(), share }
    }
}

/// A parcel of several uses, such as shops with flats above them: Σ unit price × share, of fractions that sum to exactly 1, or
/// of areas, each of which is an exact fraction of their sum.
///
/// ```
/// use dijia_core::{Appraisal, DecimalText, MixedUse, Share, parse_decimal as decimal};
///
/// let shops = Appraisal::from_price(decimal("9138")?).appraise()?;
/// let flats = Appraisal::from_price(decimal("11142")?).appraise()?;
/// let shares = [
///     Share::new(&shops, decimal("0.3")?),
///     Share::new(&flats, decimal("0.7")?),
/// ];
/// let mixed = MixedUse::new(&shares).area(decimal("1000")?).appraise()?;
/// // 9138 × 0.3 + 11142 × 0.7
/// assert_eq!(DecimalText(mixed.unit_price()).to_string(), "10540.80");
///
/// let areas = [Share::new(&shops, decimal("80")?), Share::new(&flats, decimal("220")?)];
/// let mixed = MixedUse::by_areas(&areas).appraise()?;
/// // (9138 × 80 + 11142 × 220) ÷ 300 = 10607.6
/// assert_eq!(DecimalText(mixed.unit_price()).to_string(), "10607.60");
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct MixedUse<'a> {
    pub(crate) shares: &'a [Share<'a>],
    pub(crate) by_areas: bool,
    pub(crate) area: Option<Decimal>,
    pub(crate) rounding: RoundingPolicy,
}

impl<'a> MixedUse<'a> {
    /// The most uses that a parcel may have.
    pub const MAX_USES: usize = 16;

    /// A parcel of these uses, their shares being fractions that sum to exactly 1.
    #[must_use]
    pub const fn new(shares: &'a [Share<'a>]) -> Self {
        Self { shares, by_areas: false, area: None, rounding: RoundingPolicy::ROUNDED_COEFFICIENTS }
    }

    /// A parcel of these uses, their shares being areas, of land or of floor, ㎡: each use has the exact fraction of the price
    /// that its area is of all areas together.
    #[must_use]
    pub const fn by_areas(shares: &'a [Share<'a>]) -> Self {
        Self { by_areas: true, ..Self::new(shares) }
    }

    /// The area of the whole parcel, ㎡ of land, which the totals need.
    #[must_use]
    pub const fn area(self, square_metres: Decimal) -> Self {
        Self { area: Some(square_metres), ..self }
    }

    /// The rounding policy of the combined figures; each use keeps its own.
    #[must_use]
    pub const fn rounding(self, policy: RoundingPolicy) -> Self {
        Self { rounding: policy, ..self }
    }

    /// Prices the parcel.
    ///
    /// # Errors
    ///
    /// [`Error::NotPositive`] for a share or an area; [`Error::SharesNotOne`]; [`Error::TooMany`];
    /// [`Error::ResultNotPositive`]; [`Error::TooManyDigits`].
    pub fn appraise(&self) -> Result<MixedAppraised<'a>> {
        let policy = self.rounding;
        if self.shares.len() > Self::MAX_USES {
            let (count, most) = (self.shares.len(), Self::MAX_USES);
            return Err(Error::TooMany { quantity: Quantity::Share, count, most });
        }
        for share in self.shares {
            positive(Quantity::UnitPrice, share.unit_price)?;
            positive(Quantity::Share, share.share)?;
        }
        let sum = self.sum_of_shares()?;
        if !self.by_areas && compare(sum, ONE).is_ne() {
            return Err(Error::SharesNotOne { sum });
        }
        if self.shares.is_empty() {
            return Err(Error::Missing { quantity: Quantity::Share, needed_by: Quantity::UnitPrice });
        }
        let terms = self.shares.iter().map(|share| (share.unit_price, share.share));
        let places = u32::from(policy.unit_price_places());
        let unit_price = if self.by_areas {
            arithmetic::round_mean(terms, sum, places, policy.mode())
        } else {
            arithmetic::round_sum_of_products(terms, places, policy.mode())
        }
        .map_err(|error| Error::from_arithmetic(error, Quantity::UnitPrice))?;
        if unit_price.is_zero() {
            return Err(Error::ResultNotPositive { unit_price });
        }
        let (places, mode) = (u32::from(policy.amount_places()), policy.mode());
        let area = self.area.map(|area| positive(Quantity::Area, area)).transpose()?;
        let wan_yuan_per_mu = units::wan_yuan_per_mu(unit_price, places, mode)?;
        let (total_yuan, total_wan_yuan) = units::totals(unit_price, area, policy)?;
        Ok(MixedAppraised { mixed_use: *self, unit_price, wan_yuan_per_mu, total_yuan, total_wan_yuan })
    }
}

impl MixedUse<'_> {
    pub(crate) fn sum_of_shares(&self) -> Result<Decimal> {
        arithmetic::exact_sum(self.shares.iter().map(|share| share.share))
            .map_err(|error| Error::from_arithmetic(error, Quantity::Share))
    }
}

/// A priced parcel of several uses.
///
/// [`Display`](core::fmt::Display) is the worksheet in Chinese, and [`worksheet`](Self::worksheet) gives it in either language and
/// every layout; each use's own follows from its [`Appraised`].
#[derive(Clone, Copy)]
pub struct MixedAppraised<'a> {
    pub(crate) mixed_use: MixedUse<'a>,
    pub(crate) unit_price: Decimal,
    pub(crate) wan_yuan_per_mu: Decimal,
    pub(crate) total_yuan: Option<Decimal>,
    pub(crate) total_wan_yuan: Option<Decimal>,
}

impl<'a> MixedAppraised<'a> {
    /// Whether the shares are areas.
    #[must_use]
    pub const fn is_by_areas(&self) -> bool {
        self.mixed_use.by_areas
    }

    /// The uses and their shares.
    #[must_use]
    pub const fn shares(&self) -> &'a [Share<'a>] {
        self.mixed_use.shares
    }

    /// The unit price, 元/㎡ of land.
    #[must_use]
    pub const fn unit_price(&self) -> Decimal {
        self.unit_price
    }

    /// The price in 万元/亩: the unit price ÷ 15.
    #[must_use]
    pub const fn wan_yuan_per_mu(&self) -> Decimal {
        self.wan_yuan_per_mu
    }

    /// The total in 元: the unit price × the area. None where no area is given.
    #[must_use]
    pub const fn total_yuan(&self) -> Option<Decimal> {
        self.total_yuan
    }

    /// The total in 万元. None where no area is given.
    #[must_use]
    pub const fn total_wan_yuan(&self) -> Option<Decimal> {
        self.total_wan_yuan
    }

    /// The policy that the combined figures are rounded by.
    #[must_use]
    pub const fn policy(&self) -> RoundingPolicy {
        self.mixed_use.rounding
    }
}
