use rust_decimal::Decimal;

use crate::edition::PricedArea;
use crate::error::{Error, Result};
use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::units::{self, ONE, positive};
use crate::numbers::{RoundingPolicy, compare};
use crate::words::{Quantity, Rule};

/// What is to be paid for a parcel (应缴地价款) from its appraised price: (V − V0) × k, and not less than the minimum.
///
/// V0 is the price under the conditions before a change of use, plot ratio or term, where the difference is topped up (补缴地价款);
/// k is the part that is paid (缴纳比例), as of land that was allocated; the minimum (最低价) is a price, or a part of one, such as
/// 70 % of the benchmark price of the grade. What is not given takes no part.
///
/// ```
/// use dijia_core::{DecimalText, Payment, parse_decimal as decimal, parse_rate as rate};
///
/// let payment = Payment::new(decimal("1144.60")?)
///     .original_price(decimal("710")?)
///     .payment_ratio(rate("40%")?)
///     .area(decimal("1000")?)
///     .settle()?;
/// // (1144.60 − 710) × 0.4 = 173.84
/// assert_eq!(DecimalText(payment.unit_payment()).to_string(), "173.84");
/// assert_eq!(payment.total_yuan().map(DecimalText).unwrap().to_string(), "173840.00");
///
/// let payment = Payment::new(decimal("1144.60")?)
///     .payment_ratio(rate("40%")?)
///     .minimum_price(decimal("710")?)
///     .minimum_ratio(rate("70%")?)
///     .settle()?;
/// // 1144.60 × 0.4 = 457.84, which is less than 710 × 0.7
/// assert_eq!(DecimalText(payment.unit_payment()).to_string(), "497.00");
/// assert!(payment.is_minimum());
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Payment {
    pub(crate) unit_price: Decimal,
    pub(crate) original_price: Option<Decimal>,
    pub(crate) payment_ratio: Option<Decimal>,
    pub(crate) minimum_price: Option<Decimal>,
    pub(crate) minimum_ratio: Option<Decimal>,
    pub(crate) priced_area: PricedArea,
    pub(crate) area: Option<Decimal>,
    pub(crate) rounding: RoundingPolicy,
}

impl Payment {
    /// The payment for a parcel of that price: the [unit price](crate::Appraised::unit_price) of an appraisal, or of a
    /// [mixed use](crate::MixedAppraised::unit_price), 元/㎡.
    #[must_use]
    pub const fn new(unit_price: Decimal) -> Self {
        Self {
            unit_price,
            original_price: None,
            payment_ratio: None,
            minimum_price: None,
            minimum_ratio: None,
            priced_area: PricedArea::Land,
            area: None,
            rounding: RoundingPolicy::ROUNDED_COEFFICIENTS,
        }
    }

    /// V0, the price under the original conditions (原条件地价), 元/㎡: the difference alone is paid.
    #[must_use]
    pub const fn original_price(self, unit_price: Decimal) -> Self {
        Self { original_price: Some(unit_price), ..self }
    }

    /// k, the part that is paid (缴纳比例): a fraction of at most 1, such as 0.4.
    #[must_use]
    pub const fn payment_ratio(self, ratio: Decimal) -> Self {
        Self { payment_ratio: Some(ratio), ..self }
    }

    /// The price below which the payment is not to be, 元/㎡; or with a [ratio](Self::minimum_ratio) what it is a part of.
    #[must_use]
    pub const fn minimum_price(self, unit_price: Decimal) -> Self {
        Self { minimum_price: Some(unit_price), ..self }
    }

    /// The part of the minimum price below which the payment is not to be: a fraction of at most 1, such as 0.7.
    #[must_use]
    pub const fn minimum_ratio(self, ratio: Decimal) -> Self {
        Self { minimum_ratio: Some(ratio), ..self }
    }

    /// Whether the prices are of a square metre of land, as they are unless told, or of floor; the area is of the same.
    #[must_use]
    pub const fn priced_area(self, priced_area: PricedArea) -> Self {
        Self { priced_area, ..self }
    }

    /// The area that is paid for, ㎡, which the totals need.
    #[must_use]
    pub const fn area(self, square_metres: Decimal) -> Self {
        Self { area: Some(square_metres), ..self }
    }

    /// The rounding policy: the payment and the minimum of a square metre are rounded as a unit price is, the totals as amounts.
    #[must_use]
    pub const fn rounding(self, policy: RoundingPolicy) -> Self {
        Self { rounding: policy, ..self }
    }

    /// Computes the payment.
    ///
    /// # Errors
    ///
    /// [`Error::NotPositive`] for a price, a ratio, an area, and of the difference where the price is not above the original one,
    /// so that nothing is topped up; [`Error::OutOfRange`] for a ratio above 1; [`Error::TakesNoPart`] for a minimum ratio
    /// without its price; [`Error::TooManyDigits`].
    pub fn settle(&self) -> Result<PaymentDue> {
        positive(Quantity::UnitPrice, self.unit_price)?;
        let difference = self.original_price.map(|original| self.difference_from(original)).transpose()?;
        let ratio = self.payment_ratio.map(|ratio| part(Quantity::PaymentRatio, ratio)).transpose()?;
        let share = Factor::Decimal(ratio.unwrap_or(ONE));
        let by_ratio = self.per_square_metre(difference.unwrap_or(self.unit_price), share, Quantity::UnitPayment)?;
        let minimum = self.minimum()?;
        let unit_payment = match minimum {
            Some(minimum) if compare(minimum, by_ratio).is_gt() => minimum,
            _ => by_ratio,
        };
        let area = self.area.map(|area| positive(Quantity::Area, area)).transpose()?;
        let (total_yuan, total_wan_yuan) = units::totals(unit_payment, area, self.rounding)?;
        Ok(PaymentDue { payment: *self, difference, by_ratio, minimum, unit_payment, total_yuan, total_wan_yuan })
    }

    fn difference_from(&self, original: Decimal) -> Result<Decimal> {
        positive(Quantity::OriginalPrice, original)?;
        let mut less = original;
        less.set_sign_negative(true);
        let difference = arithmetic::exact_sum([self.unit_price, less].into_iter())
            .map_err(|error| Error::from_arithmetic(error, Quantity::PriceDifference))?;
        positive(Quantity::PriceDifference, difference)
    }

    fn minimum(&self) -> Result<Option<Decimal>> {
        let (Some(price), ratio) = (self.minimum_price, self.minimum_ratio) else {
            return match self.minimum_ratio {
                Some(_) => {
                    Err(Error::TakesNoPart { quantity: Quantity::MinimumRatio, without: Quantity::MinimumPrice })
                }
                None => Ok(None),
            };
        };
        positive(Quantity::MinimumPrice, price)?;
        let ratio = ratio.map(|ratio| part(Quantity::MinimumRatio, ratio)).transpose()?;
        let share = Factor::Decimal(ratio.unwrap_or(ONE));
        self.per_square_metre(price, share, Quantity::MinimumPrice).map(Some)
    }

    /// A price times a part of it, rounded as a unit price.
    fn per_square_metre(&self, price: Decimal, share: Factor, quantity: Quantity) -> Result<Decimal> {
        let (places, mode) = (u32::from(self.rounding.unit_price_places()), self.rounding.mode());
        let rounded = arithmetic::round_product(&[Factor::Decimal(price), share], Decimal::ZERO, places, mode)
            .map_err(|error| Error::from_arithmetic(error, quantity))?;
        positive(quantity, rounded)
    }
}

fn part(quantity: Quantity, ratio: Decimal) -> Result<Decimal> {
    positive(quantity, ratio)?;
    if compare(ratio, ONE).is_gt() {
        return Err(Error::OutOfRange { quantity, value: ratio, rule: Rule::PartRange });
    }
    Ok(ratio)
}

/// What is to be paid, and how it comes about.
///
/// [`Display`](core::fmt::Display) is the worksheet in Chinese, and [`worksheet`](Self::worksheet) gives it in either language and
/// every layout.
#[derive(Clone, Copy)]
pub struct PaymentDue {
    pub(crate) payment: Payment,
    pub(crate) difference: Option<Decimal>,
    pub(crate) by_ratio: Decimal,
    pub(crate) minimum: Option<Decimal>,
    pub(crate) unit_payment: Decimal,
    pub(crate) total_yuan: Option<Decimal>,
    pub(crate) total_wan_yuan: Option<Decimal>,
}

impl PaymentDue {
    /// V, the unit price that the payment is of, 元/㎡.
    #[must_use]
    pub const fn unit_price(&self) -> Decimal {
        self.payment.unit_price
    }

    /// V0, the price under the original conditions, 元/㎡, where it was given.
    #[must_use]
    pub const fn original_price(&self) -> Option<Decimal> {
        self.payment.original_price
    }

    /// k, the part that is paid, where it was given.
    #[must_use]
    pub const fn payment_ratio(&self) -> Option<Decimal> {
        self.payment.payment_ratio
    }

    /// The minimum price as it was given, 元/㎡.
    #[must_use]
    pub const fn minimum_price(&self) -> Option<Decimal> {
        self.payment.minimum_price
    }

    /// The part of the minimum price, where it was given.
    #[must_use]
    pub const fn minimum_ratio(&self) -> Option<Decimal> {
        self.payment.minimum_ratio
    }

    /// Whether the prices and the area are of land or of floor.
    #[must_use]
    pub const fn priced_area(&self) -> PricedArea {
        self.payment.priced_area
    }

    /// The area that is paid for, ㎡, where it was given.
    #[must_use]
    pub const fn area(&self) -> Option<Decimal> {
        self.payment.area
    }

    /// V − V0, 元/㎡, exact. None where there is no original price.
    #[must_use]
    pub const fn difference(&self) -> Option<Decimal> {
        self.difference
    }

    /// The minimum payment of a square metre, 元/㎡. None where there is none.
    #[must_use]
    pub const fn minimum(&self) -> Option<Decimal> {
        self.minimum
    }

    /// The payment for a square metre (应缴单价), 元/㎡.
    #[must_use]
    pub const fn unit_payment(&self) -> Decimal {
        self.unit_payment
    }

    /// Whether the minimum is paid, being more than (V − V0) × k.
    #[must_use]
    pub fn is_minimum(&self) -> bool {
        compare(self.unit_payment, self.by_ratio).is_gt()
    }

    /// The whole payment (应缴总额) in 元: that of a square metre × the area. None where no area is given.
    #[must_use]
    pub const fn total_yuan(&self) -> Option<Decimal> {
        self.total_yuan
    }

    /// The whole payment in 万元, rounded once. None where no area is given.
    #[must_use]
    pub const fn total_wan_yuan(&self) -> Option<Decimal> {
        self.total_wan_yuan
    }

    /// The policy that the figures are rounded by.
    #[must_use]
    pub const fn policy(&self) -> RoundingPolicy {
        self.payment.rounding
    }
}
