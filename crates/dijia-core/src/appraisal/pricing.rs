use rust_decimal::Decimal;

use crate::appraisal::derivation::{Derivation, Ends};
use crate::appraisal::{Appraisal, Appraised};
use crate::error::{Error, Result};
use crate::numbers::arithmetic;
use crate::numbers::units::{self, positive};
use crate::words::Quantity;

impl<'a> Appraisal<'a> {
    /// Prices the parcel.
    ///
    /// # Errors
    ///
    /// Those of [`check_inputs`](Self::check_inputs) first; then the first rule that the values break, looked at in this
    /// order: the benchmark price, the years of the dates, Ky, Kv, Kt, the factor corrections and their sum, Kf, the
    /// further coefficients, 1 + ΣKi, the unit price, the area, the plot ratio, and what derives from them.
    ///
    /// [`Error::NotPositive`], [`Error::OutOfRange`], [`Error::TermExceedsStatutory`],
    /// [`Error::ExpiryNotAfterValuation`], [`Error::PlotRatioOutsideTable`], [`Error::DateOutsideIndex`],
    /// [`Error::CoefficientNotPositive`], [`Error::FactorOutOfRange`], [`Error::FactorSumTooLow`],
    /// [`Error::MissingUnitCost`], [`Error::NegativeUnitCost`], [`Error::DuplicateUnitCost`], [`Error::Missing`],
    /// [`Error::Conflict`], [`Error::ResultNotPositive`], [`Error::TooManyDigits`], [`Error::Undecided`].
    pub fn appraise(&self) -> Result<Appraised<'a>> {
        let names = self.checked()?;
        let policy = self.rounding;
        let base_price = positive(Quantity::BasePrice, self.base.per_square_metre()?)?;
        let derivation = self.derivation(&names)?;
        let ends = Ends::new(self.base, base_price, derivation.adjustment)?;
        let unit_price = self.unit_price(&derivation, &ends)?;
        if unit_price.is_sign_negative() || unit_price.is_zero() {
            return Err(Error::ResultNotPositive { unit_price });
        }

        let (places, mode) = (u32::from(policy.amount_places()), policy.mode());
        let area = self.area.map(|area| positive(Quantity::Area, area)).transpose()?;
        let plot_ratio = self.plot_ratio.map(|ratio| positive(Quantity::PlotRatio, ratio)).transpose()?;
        let deviation = units::deviation(unit_price, base_price, policy.mode())?;
        let wan_yuan_per_mu = units::wan_yuan_per_mu(unit_price, places, mode)?;
        let floor_price = plot_ratio.map(|ratio| units::floor_price(unit_price, ratio, places, mode)).transpose()?;
        let (total_yuan, total_wan_yuan) = units::totals(unit_price, area, policy)?;
        Ok(Appraised {
            appraisal: *self,
            derivation,
            price_started_from: base_price,
            unit_price,
            wan_yuan_per_mu,
            floor_price,
            total_yuan,
            total_wan_yuan,
            deviation,
        })
    }

    /// The unit price rounded, which may be none: where Kf is taken from P first and is more than P, it is below 0 as the product is.
    fn unit_price(&self, derivation: &Derivation<'_>, Ends { start, addend }: &Ends) -> Result<Decimal> {
        let (places, mode) = (u32::from(self.rounding.unit_price_places()), self.rounding.mode());
        let factors = self.factors(start.abs(), derivation)?;
        if start.is_zero() {
            return Ok(Decimal::try_from_i128_with_scale(0, places).unwrap_or(Decimal::ZERO));
        }
        let unit_price = arithmetic::round_product(factors.as_slice(), *addend, places, mode)
            .map_err(|error| Error::from_arithmetic(error, Quantity::UnitPrice))?;
        Ok(if start.is_sign_negative() && !unit_price.is_zero() { -unit_price } else { unit_price })
    }
}
