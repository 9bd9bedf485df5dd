use core::fmt;

use rust_decimal::Decimal;

use crate::numbers::arithmetic::{ShortRounding, power_of_ten, round_quotient, short_power_of_ten};
use crate::numbers::units::YUAN_PER_SQUARE_METRE_OF_A_WAN_PER_MU;
use crate::numbers::{RoundingMode, RoundingPolicy};

/// Prices parcel after parcel in whole units: the last steps of [`Appraisal::appraise`](crate::appraisal::Appraisal::appraise), for
/// columns of decimals that have one scale each, many times as fast.
///
/// A decimal of a known scale is a whole number: 33.57 at scale 2 is 3357. What comes out is the whole number that the
/// appraisal's figure is at the places of the policy, rounded once from the exact value like it. What is longer than these
/// steps carry, or has no honest result, is `None`: the appraisal of that parcel then has the figure, or the error.
///
/// Derived coefficients come in as the decimals that [`Appraisal::derive`](crate::appraisal::Appraisal::derive) gives under a policy
/// that rounds them.
///
/// ```
/// use dijia_core::{RoundingPolicy, ScaledPricing, Scales, parse_decimal};
///
/// // All parcels share 面积 0.98; prices are whole yuan, Ky has 4 places and areas have 2.
/// let scales = Scales { coefficients: 4, area: 2, ..Scales::default() };
/// let shared = [parse_decimal("0.98")?];
/// let pricing = ScaledPricing::new(RoundingPolicy::default(), scales, &shared, None).expect("short");
///
/// // 9138 × 0.9553 × 0.98 = 8554.938…, and 8554.94 × 1000.50 = 8559217.47
/// let unit_price = pricing.unit_price(9138, &[9553], &[], 0).expect("a price");
/// assert_eq!(unit_price, 855_494);
/// assert_eq!(pricing.total_yuan(unit_price, 100_050), Some(855_921_747));
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct ScaledPricing {
    /// The product of the coefficients that all parcels share.
    shared: u64,
    /// That product × `factor`, where it fits.
    whole: Option<u64>,
    /// 1 + the factor corrections that all parcels share, at the scale of the factor.
    factor: i64,
    /// 10^n that takes a correction to the scale of the factor.
    correction: i64,
    /// 1 at the scale of the corrections.
    one: i64,
    /// 10^n that takes an adjustment to the scale of the product.
    adjustment: u128,
    /// A unit price above it is left to the appraisal.
    most: u64,
    unit_price: ShortRounding,
    total_yuan: ShortRounding,
    total_wan_yuan: ShortRounding,
    wan_yuan_per_mu: Quotient,
    floor_price: Quotient,
    deviation: Quotient,
    mode: RoundingMode,
}

/// The scales of what parcels do not share: the places after the point of each whole number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scales {
    /// Of the benchmark price, 元/㎡ of land.
    pub base_price: u32,
    /// Of the coefficients together: the sum of their scales.
    pub coefficients: u32,
    /// Of the factor corrections.
    pub corrections: u32,
    /// Of the development adjustment, 元/㎡ of land.
    pub adjustment: u32,
    /// Of the plot ratio.
    pub plot_ratio: u32,
    /// Of the area, ㎡.
    pub area: u32,
}

/// What brings a value and a divisor to such scales that their quotient is in units of the result.
#[derive(Clone, Copy)]
struct Quotient {
    above: u64,
    below: u64,
}

impl Quotient {
    fn new(scale: u32, divisor_scale: u32, places: u32) -> Option<Self> {
        let above = divisor_scale.checked_add(places)?;
        Some(Self {
            above: short_power_of_ten(above.saturating_sub(scale))?,
            below: short_power_of_ten(scale.saturating_sub(above))?,
        })
    }

    #[inline]
    fn terms(self, value: u64, divisor: u64) -> Option<(u64, u64)> {
        Some((value.checked_mul(self.above)?, divisor.checked_mul(self.below)?))
    }

    #[inline]
    fn round(self, value: u64, divisor: u64, mode: RoundingMode) -> Option<u64> {
        let (value, divisor) = self.terms(value, divisor)?;
        round_quotient(value, divisor, mode)
    }
}

impl ScaledPricing {
    /// The finest scale of a benchmark price or a plot ratio, and the digits before the point of the highest unit price:
    /// within these the deviation, 万元/亩 and the floor price have fewer digits than a [`Decimal`] holds at any places of
    /// a policy, 9 + 6 + 12, so that an appraisal has them whether they are asked for here or not.
    const FINEST: u32 = 6;
    const DIGITS: u32 = 9;

    /// Pricing under that policy. `shared` are the coefficients that all parcels share, and `shared_corrections` is the sum
    /// of the factor corrections that they share, each above −1 and below 1. `None` where these or the scales are longer than is carried here.
    #[must_use]
    pub fn new(
        policy: RoundingPolicy,
        scales: Scales,
        shared: &[Decimal],
        shared_corrections: Option<Decimal>,
    ) -> Option<Self> {
        if scales.base_price > Self::FINEST || scales.plot_ratio > Self::FINEST {
            return None;
        }
        let (places, amounts) = (u32::from(policy.unit_price_places()), u32::from(policy.amount_places()));
        let mode = policy.mode();
        let corrections = shared_corrections.unwrap_or(Decimal::ZERO);
        let factor_scale = scales.corrections.max(corrections.scale());
        let one = i64::try_from(short_power_of_ten(factor_scale)?).ok()?;
        let finer = |scale: u32| i64::try_from(short_power_of_ten(factor_scale.checked_sub(scale)?)?).ok();
        let corrections = i64::try_from(corrections.mantissa()).ok()?.checked_mul(finer(corrections.scale())?)?;

        let mut scale = scales.base_price.checked_add(scales.coefficients)?.checked_add(factor_scale)?;
        let mut product = 1_u64;
        for value in shared {
            product = product.checked_mul(u64::try_from(value.mantissa()).ok()?)?;
            scale = scale.checked_add(value.scale())?;
        }
        let factor = one.checked_add(corrections)?;
        let total = places.checked_add(scales.area)?;
        Some(Self {
            shared: product,
            whole: u64::try_from(factor).ok().and_then(|factor| product.checked_mul(factor)),
            factor,
            correction: finer(scales.corrections)?,
            one: i64::try_from(short_power_of_ten(scales.corrections)?).ok()?,
            adjustment: power_of_ten(scale.checked_sub(scales.adjustment)?)?,
            most: short_power_of_ten(places.checked_add(Self::DIGITS)?).unwrap_or(u64::MAX),
            unit_price: ShortRounding::new(scale, places, mode)?,
            total_yuan: ShortRounding::new(total, amounts, mode)?,
            total_wan_yuan: ShortRounding::new(total.checked_add(4)?, amounts, mode)?,
            wan_yuan_per_mu: Quotient::new(places, 0, amounts)?,
            floor_price: Quotient::new(places, scales.plot_ratio, amounts)?,
            deviation: Quotient::new(places, scales.base_price, 0)?,
            mode,
        })
    }

    /// base price × coefficients × (1 + Σ corrections) + adjustment, with what all parcels share; above zero, each
    /// correction above −1 and below 1.
    #[inline]
    #[must_use]
    pub fn unit_price(
        &self,
        base_price: u64,
        coefficients: &[u64],
        corrections: &[i64],
        adjustment: i64,
    ) -> Option<u64> {
        // Two limbs, each without a carry: their product fits.
        let (mut limb, mut other) = match self.whole.filter(|_| corrections.is_empty()) {
            Some(whole) => (base_price, whole),
            None => (base_price.checked_mul(self.factor_with(corrections)?)?, self.shared),
        };
        for &coefficient in coefficients {
            match limb.checked_mul(coefficient) {
                Some(both) => limb = both,
                None => other = other.checked_mul(coefficient)?,
            }
        }
        let product = u128::from(limb).wrapping_mul(u128::from(other));
        if product == 0 {
            // One of them is not above zero.
            return None;
        }
        let sum = if adjustment == 0 {
            product
        } else {
            let adjusted = self.adjustment.checked_mul(u128::from(adjustment.unsigned_abs()))?;
            if adjustment < 0 { product.checked_sub(adjusted)? } else { product.checked_add(adjusted)? }
        };
        self.unit_price.round(sum).filter(|&unit_price| unit_price > 0 && unit_price <= self.most)
    }

    /// 1 + Σ corrections, with those that all parcels share.
    #[inline]
    fn factor_with(&self, corrections: &[i64]) -> Option<u64> {
        let mut factor = self.factor;
        for &correction in corrections {
            if correction >= self.one || correction <= self.one.wrapping_neg() {
                return None;
            }
            factor = factor.checked_add(correction.checked_mul(self.correction)?)?;
        }
        u64::try_from(factor).ok()
    }

    /// 万元/亩 of that unit price.
    #[inline]
    #[must_use]
    pub fn wan_yuan_per_mu(&self, unit_price: u64) -> Option<u64> {
        self.wan_yuan_per_mu.round(unit_price, u64::from(YUAN_PER_SQUARE_METRE_OF_A_WAN_PER_MU), self.mode)
    }

    /// The floor price: the unit price ÷ the plot ratio, 元/㎡ of floor.
    #[inline]
    #[must_use]
    pub fn floor_price(&self, unit_price: u64, plot_ratio: u64) -> Option<u64> {
        self.floor_price.round(unit_price, plot_ratio, self.mode)
    }

    /// The total in 元: the unit price × the area.
    #[inline]
    #[must_use]
    pub fn total_yuan(&self, unit_price: u64, area: u64) -> Option<u64> {
        self.total_yuan.round(total(unit_price, area)?)
    }

    /// The total in 万元, rounded once.
    #[inline]
    #[must_use]
    pub fn total_wan_yuan(&self, unit_price: u64, area: u64) -> Option<u64> {
        self.total_wan_yuan.round(total(unit_price, area)?)
    }

    /// Whether the unit price deviates from the benchmark price by more than 30 %:
    /// [`Warning::LargeDeviation`](crate::appraisal::Warning::LargeDeviation).
    #[inline]
    #[must_use]
    pub fn deviates_much(&self, unit_price: u64, base_price: u64) -> Option<bool> {
        let (unit_price, base_price) = self.deviation.terms(unit_price, base_price)?;
        let (distance, base_price) = (u128::from(unit_price.abs_diff(base_price)), u128::from(base_price));
        Some(distance.wrapping_mul(10) > base_price.wrapping_mul(3))
    }

    /// How far the unit price is from the benchmark price, in hundredths of a per cent.
    #[inline]
    #[must_use]
    pub fn deviation(&self, unit_price: u64, base_price: u64) -> Option<i64> {
        const HUNDREDTHS_OF_A_PERCENT: u64 = 10_000;

        let (unit_price, base_price) = self.deviation.terms(unit_price, base_price)?;
        let distance = unit_price.abs_diff(base_price).checked_mul(HUNDREDTHS_OF_A_PERCENT)?;
        // Both modes round a distance below as they round one above.
        let distance = i64::try_from(round_quotient(distance, base_price, self.mode)?).ok()?;
        Some(if unit_price < base_price { distance.wrapping_neg() } else { distance })
    }
}

/// The product with an area above zero.
#[inline]
fn total(unit_price: u64, area: u64) -> Option<u128> {
    (area > 0).then(|| u128::from(unit_price).wrapping_mul(u128::from(area)))
}

impl fmt::Debug for ScaledPricing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScaledPricing")
            .field("shared", &self.shared)
            .field("factor", &self.factor)
            .finish_non_exhaustive()
    }
}
