use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::too_many;
use crate::error::{Error, Result};
use crate::numbers::arithmetic;
use crate::words::Quantity;

impl Appraisal<'_> {
    /// ΣKi, none where no factor is given.
    pub(crate) fn factor_sum(&self) -> Result<Option<Decimal>> {
        if self.factor_corrections.is_empty() {
            return Ok(None);
        }
        too_many(Quantity::FactorCorrections, self.factor_corrections.len(), Self::MAX_FACTOR_CORRECTIONS)?;
        let sum = arithmetic::exact_sum(self.factor_corrections.iter().map(|correction| correction.value));
        sum.map(Some).map_err(|error| Error::from_arithmetic(error, Quantity::FactorCorrections))
    }
}
