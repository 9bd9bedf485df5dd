use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::published::PublishedRows;
use crate::corrections::FactorCorrection;
use crate::edition::CorrectionKind;
use crate::error::{Error, Result};
use crate::numbers::units::ONE;
use crate::numbers::{arithmetic, compare};
use crate::words::{Excerpt, Quantity};

impl Appraisal<'_> {
    /// ΣKi, none where no factor is given.
    pub(crate) fn factor_sum(&self, published: &PublishedRows) -> Result<Option<Decimal>> {
        for &FactorCorrection { name, value, in_percent } in self.factor_corrections {
            if compare(value, ONE).is_ge() || compare(value, -ONE).is_le() {
                return Err(Error::FactorOutOfRange { name: Excerpt::new(name), value, in_percent });
            }
        }
        if self.factor_corrections.is_empty() && published.of(CorrectionKind::Factor, self).next().is_none() {
            return Ok(None);
        }
        let sum = arithmetic::exact_sum(self.all_corrections(published));
        sum.map(Some).map_err(|error| Error::from_arithmetic(error, Quantity::FactorCorrections))
    }

    /// Every factor correction, those of the caller's before those of the document.
    pub(crate) fn all_corrections(&self, published: &PublishedRows) -> impl Iterator<Item = Decimal> {
        let given = self.factor_corrections.iter().map(|correction| correction.value);
        given.chain(published.of(CorrectionKind::Factor, self).map(|row| row.value()))
    }
}
