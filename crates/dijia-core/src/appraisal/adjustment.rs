use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::conflict;
use crate::corrections::UnitCost;
use crate::edition::{CorrectionKind, CorrectionTable};
use crate::error::{Error, Result};
use crate::numbers::arithmetic;
use crate::words::{DevelopmentLevel, Quantity};

/// What services cost: as the caller says, or as a table of the document prints it.
#[derive(Clone, Copy)]
pub(crate) struct Costs<'a> {
    given: &'a [UnitCost],
    printed: Option<CorrectionTable<'a>>,
}

impl<'a> Costs<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = UnitCost> + use<'a> {
        let printed = self.printed.into_iter().flat_map(|table| table.rows());
        let printed = printed.filter_map(|row| Some(UnitCost { service: row.service()?, cost: row.value() }));
        self.given.iter().copied().chain(printed)
    }
}

impl<'a> Appraisal<'a> {
    /// The unit costs of the caller's, or where he gives none those of the document.
    pub(crate) fn costs(&self) -> Costs<'a> {
        Costs { given: self.unit_costs, printed: self.published_table(CorrectionKind::UnitCost) }
    }

    /// Kf, none where nothing gives it.
    pub(crate) fn adjustment(&self) -> Result<Option<Decimal>> {
        let Some(site) = self.site_development else { return Ok(self.development_adjustment) };
        if self.development_adjustment.is_some() {
            return Err(conflict(Quantity::DevelopmentAdjustment, Quantity::UnitCost));
        }
        let basis = self.basis_development.or(self.base.basis().and_then(|basis| basis.development_level()));
        let basis =
            basis.ok_or_else(|| self.base.missing(Quantity::BasisDevelopment, Quantity::DevelopmentAdjustment))?;
        let unit_costs = self.costs();
        let mut costed = DevelopmentLevel::NONE;
        for UnitCost { service, cost } in unit_costs.iter() {
            if cost.is_sign_negative() && !cost.is_zero() {
                return Err(Error::NegativeUnitCost { service, cost });
            }
            if costed.contains(service) {
                return Err(Error::DuplicateUnitCost { service });
            }
            costed = costed.with(service);
        }
        let (beyond, lacking) = (site.difference(basis), basis.difference(site));
        if let Some(service) = beyond.services().chain(lacking.services()).find(|&service| !costed.contains(service)) {
            return Err(Error::MissingUnitCost { service });
        }
        let signed = unit_costs.iter().filter_map(|UnitCost { service, cost }| {
            if beyond.contains(service) {
                Some(cost)
            } else if lacking.contains(service) {
                Some(-cost)
            } else {
                None
            }
        });
        let sum = arithmetic::exact_sum(signed);
        sum.map(Some).map_err(|error| Error::from_arithmetic(error, Quantity::DevelopmentAdjustment))
    }
}
