use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::derivation::Derivation;
use crate::appraisal::derived::Derived;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::term_coefficient::TermCoefficient;
use crate::corrections::Coefficient;
use crate::edition::CorrectionKind;
use crate::error::{Error, Result};
use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::units::ONE;
use crate::words::{Excerpt, Quantity};

/// The factors of the product, at most one for each part of the formula and three for an index ratio.
pub(crate) struct Factors<'f> {
    list: [Factor<'f>; MOST],
    len: usize,
}

const MOST: usize = Appraisal::MAX_COEFFICIENTS + 7;

impl<'f> Factors<'f> {
    fn push(&mut self, factor: Factor<'f>) {
        if let Some(place) = self.list.get_mut(self.len) {
            *place = factor;
            self.len += 1;
        }
    }

    /// A derived coefficient: its rounded value, or where the policy leaves it unrounded the factors themselves.
    fn push_derived(&mut self, value: Option<Decimal>, factors: &[Factor<'f>]) {
        match value {
            Some(value) => self.push(Factor::Decimal(value)),
            None => factors.iter().for_each(|&factor| self.push(factor)),
        }
    }

    pub(crate) fn as_slice(&self) -> &[Factor<'f>] {
        self.list.get(..self.len).unwrap_or_default()
    }
}

impl Appraisal<'_> {
    /// The factors of the product P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi), which begins with P, or what stands in its place.
    pub(crate) fn factors<'f>(&self, start: Decimal, derivation: &'f Derivation<'_>) -> Result<Factors<'f>> {
        let mut factors = Factors { list: [Factor::Decimal(ONE); MOST], len: 0 };
        factors.push(Factor::Decimal(start));
        match &derivation.term {
            Some(TermCoefficient::Given(ratio)) => factors.push(ratio.factor()),
            Some(TermCoefficient::Row { row, .. }) => factors.push(Factor::Decimal(row.coefficient)),
            Some(TermCoefficient::Interpolated { remaining, between: Derived { from, value }, .. }) => {
                factors.push_derived(*value, &[from.factor(*remaining)]);
            }
            Some(TermCoefficient::Derived(Derived { from, value })) => factors.push_derived(*value, &[from.factor()]),
            None => {}
        }
        match &derivation.plot_ratio_coefficient {
            Some(PlotRatioCoefficient::Given(ratio)) => factors.push(ratio.factor()),
            Some(PlotRatioCoefficient::Row { row, .. }) => factors.push(Factor::Decimal(row.coefficient)),
            Some(PlotRatioCoefficient::Interpolated { plot_ratio, between: Derived { from, value } }) => {
                factors.push_derived(*value, &[from.factor(*plot_ratio)]);
            }
            None => {}
        }
        match &derivation.date_coefficient {
            Some(DateCoefficient::Given(ratio)) => factors.push(ratio.factor()),
            Some(DateCoefficient::Index(Derived { from, value })) => factors.push_derived(*value, &from.factors()),
            Some(DateCoefficient::Growth(Derived { from, value })) => factors.push_derived(*value, &[from.factor()]),
            None => {}
        }
        for &Coefficient { name, value } in self.coefficients {
            if let Some(value) = value.not_positive() {
                return Err(Error::CoefficientNotPositive { name: Excerpt::new(name), value });
            }
            factors.push(value.factor());
        }
        let mut count = self.coefficients.len();
        for row in derivation.published.of(CorrectionKind::Coefficient, self) {
            count += 1;
            factors.push(Factor::Decimal(row.value()));
        }
        if count > Self::MAX_COEFFICIENTS {
            return Err(Error::TooMany { quantity: Quantity::Coefficient, count, most: Self::MAX_COEFFICIENTS });
        }
        if let Some(sum) = derivation.factor_sum {
            let factor = arithmetic::exact_sum([ONE, sum].into_iter())
                .map_err(|error| Error::from_arithmetic(error, Quantity::FactorCorrections))?;
            if factor.is_sign_negative() || factor.is_zero() {
                return Err(Error::FactorSumTooLow { sum });
            }
            factors.push(Factor::Decimal(factor));
        }
        Ok(factors)
    }
}
