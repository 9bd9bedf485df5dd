use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::corrections::FactorCorrection;
use crate::error::{Error, Result};
use crate::numbers::units::ONE;
use crate::numbers::{arithmetic, compare};
use crate::words::{Excerpt, Quantity};

impl Appraisal<'_> {
    /// ΣKi, none where no factor is given.
    pub(crate) fn factor_sum(&self) -> Result<Option<Decimal>> {
        if self.factor_corrections.is_empty() {
            return Ok(None);
        }
        for &FactorCorrection { name, value, in_percent } in self.factor_corrections {
            if compare(value, ONE).is_ge() || compare(value, -ONE).is_le() {
                return Err(Error::FactorOutOfRange { name: Excerpt::new(name), value, in_percent });
            }
        }
        let sum = arithmetic::exact_sum(self.factor_corrections.iter().map(|correction| correction.value));
        sum.map(Some).map_err(|error| Error::from_arithmetic(error, Quantity::FactorCorrections))
    }
}
