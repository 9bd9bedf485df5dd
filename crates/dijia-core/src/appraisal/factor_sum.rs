use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::corrections::FactorCorrection;
use crate::edition::CorrectionKind;
use crate::error::{Error, Result};
use crate::numbers::units::ONE;
use crate::numbers::{arithmetic, compare};
use crate::words::{Excerpt, Quantity};

impl Appraisal<'_> {
    /// ΣKi, none where no factor is given; the first level that there is not is told of here.
    pub(crate) fn factor_sum(&self) -> Result<Option<Decimal>> {
        for &FactorCorrection { name, value, in_percent } in self.factor_corrections {
            if compare(value, ONE).is_ge() || compare(value, -ONE).is_le() {
                return Err(Error::FactorOutOfRange { name: Excerpt::new(name), value, in_percent });
            }
        }
        let (mut failed, mut has_any) = (None, !self.factor_corrections.is_empty());
        let published = self.published_rows().filter_map(|row| match row {
            Ok(row) if row.table().kind() == CorrectionKind::Factor => {
                has_any = true;
                Some(row.value())
            }
            Ok(_) => None,
            Err(error) => {
                failed = failed.or(Some(error));
                None
            }
        });
        let given = self.factor_corrections.iter().map(|correction| correction.value);
        let sum = arithmetic::exact_sum(given.chain(published));
        if let Some(error) = failed {
            return Err(error);
        }
        let sum = sum.map_err(|error| Error::from_arithmetic(error, Quantity::FactorCorrections))?;
        Ok(has_any.then_some(sum))
    }
}
