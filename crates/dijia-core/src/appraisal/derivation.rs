use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::derived::Derived;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::term_coefficient::Term;
use crate::error::Result;

/// What an appraisal derives from its inputs before the unit price; none for what takes no part.
#[derive(Clone, Copy)]
pub(crate) struct Derivation {
    pub(crate) term: Option<Derived<Term>>,
    pub(crate) plot_ratio_coefficient: Option<PlotRatioCoefficient>,
    pub(crate) date_coefficient: Option<DateCoefficient>,
    pub(crate) factor_sum: Option<Decimal>,
    pub(crate) adjustment: Option<Decimal>,
}

impl Appraisal<'_> {
    pub(crate) fn derivation(&self) -> Result<Derivation> {
        Ok(Derivation {
            term: self.term_coefficient()?,
            plot_ratio_coefficient: self.derive_plot_ratio_coefficient()?,
            date_coefficient: self.derive_date_coefficient()?,
            factor_sum: self.factor_sum()?,
            adjustment: self.adjustment()?,
        })
    }
}
