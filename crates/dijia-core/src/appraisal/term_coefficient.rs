use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::{conflict, has_places};
use crate::appraisal::derived::Derived;
use crate::appraisal::published::not_tabulated;
use crate::edition::CorrectionKind;
use crate::error::{Error, Result};
use crate::numbers::arithmetic::Factor;
use crate::numbers::calendar::years_between;
use crate::numbers::compare;
use crate::numbers::units::{ONE, positive};
use crate::words::{Quantity, Rule};

/// The longest statutory term, in years.
const MAX_TERM: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// Where the term coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum TermCoefficient {
    Given(Decimal),
    /// A row of the document's table; the dates are as in [`Term`].
    Row {
        remaining: Decimal,
        dates: Option<(Date, Date)>,
        coefficient: Decimal,
    },
    Derived(Derived<Term>),
}

/// How the term coefficient follows from the terms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TermRule {
    /// [1 − (1+r)^−m] ÷ [1 − (1+r)^−n].
    Annuity { rate: Decimal },
    /// m ÷ n, where the document says so.
    Proportion,
}

/// What the term coefficient is derived from.
#[derive(Clone, Copy)]
pub(crate) struct Term {
    pub(crate) rule: TermRule,
    pub(crate) remaining: Decimal,
    pub(crate) statutory: Decimal,
    /// The valuation and expiry dates, where the remaining term comes from them.
    pub(crate) dates: Option<(Date, Date)>,
}

impl Term {
    pub(crate) const fn factor(&self) -> Factor {
        let Self { remaining, statutory, .. } = *self;
        match self.rule {
            TermRule::Annuity { rate } => Factor::Term { rate, remaining, statutory },
            TermRule::Proportion => Factor::Ratio { numerator: remaining, denominator: statutory },
        }
    }
}

impl Appraisal<'_> {
    pub(crate) fn derive_term_coefficient(&self) -> Result<Option<TermCoefficient>> {
        if let Some(given) = self.term_coefficient {
            let coefficient = positive(Quantity::TermCoefficient, given)?;
            return match (self.remaining_term, self.expiry_date) {
                (None, None) => Ok(Some(TermCoefficient::Given(coefficient))),
                (Some(_), _) => Err(conflict(Quantity::TermCoefficient, Quantity::RemainingTerm)),
                (None, Some(_)) => Err(conflict(Quantity::TermCoefficient, Quantity::ExpiryDate)),
            };
        }
        let (remaining, dates) = match (self.remaining_term, self.expiry_date) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err(conflict(Quantity::RemainingTerm, Quantity::ExpiryDate)),
            (Some(remaining), None) => (positive(Quantity::RemainingTerm, remaining)?, None),
            (None, Some(expiry_date)) => {
                let valuation_date = self.need_valuation_date(Quantity::ExpiryDate)?;
                if expiry_date <= valuation_date {
                    return Err(Error::ExpiryNotAfterValuation { valuation_date, expiry_date });
                }
                let years = years_between(valuation_date, expiry_date)
                    .map_err(|error| Error::from_arithmetic(error, Quantity::RemainingTerm))?;
                // One day is 0.00 years to 2 places, which is no term.
                (positive(Quantity::RemainingTerm, years)?, Some((valuation_date, expiry_date)))
            }
        };
        let published = self.published_table(CorrectionKind::Term);
        if let Some(table) = published.filter(|table| table.rows().len() > 0) {
            let row = table.rows().find(|row| compare(row.key(), remaining).is_eq());
            let row = row.ok_or_else(|| not_tabulated(table, Quantity::RemainingTerm, remaining))?;
            return Ok(Some(TermCoefficient::Row { remaining, dates, coefficient: row.value() }));
        }
        let rule = if published.is_some() { TermRule::Proportion } else { self.annuity()? };
        let statutory = self.checked_statutory_term()?;
        if compare(remaining, statutory).is_gt() {
            return Err(Error::TermExceedsStatutory { remaining, statutory });
        }
        if !has_places(remaining, 4) {
            let rule = Rule::RemainingTermPlaces;
            return Err(Error::OutOfRange { quantity: Quantity::RemainingTerm, value: remaining, rule });
        }
        let term = Term { rule, remaining, statutory, dates };
        Derived::new(term, &[term.factor()], Quantity::TermCoefficient, self.rounding)
            .map(|term| Some(TermCoefficient::Derived(term)))
    }

    /// The rule of the method, at the rate of the caller's or of the basis.
    fn annuity(&self) -> Result<TermRule> {
        let basis = self.base.basis();
        let rate = self.capitalization_rate.or(basis.and_then(|basis| basis.capitalization_rate()));
        let rate = rate.ok_or_else(|| self.base.missing(Quantity::CapitalizationRate, Quantity::TermCoefficient))?;
        let rate = positive(Quantity::CapitalizationRate, rate)?;
        if compare(rate, ONE).is_gt() || !has_places(rate, 6) {
            let rule = Rule::RateRange;
            return Err(Error::OutOfRange { quantity: Quantity::CapitalizationRate, value: rate, rule });
        }
        Ok(TermRule::Annuity { rate })
    }

    /// The statutory term of the caller's or of the basis.
    fn checked_statutory_term(&self) -> Result<Decimal> {
        let basis = self.base.basis();
        let statutory = self.statutory_term.or(basis.and_then(|basis| basis.statutory_term()));
        let statutory =
            statutory.ok_or_else(|| self.base.missing(Quantity::StatutoryTerm, Quantity::TermCoefficient))?;
        let statutory = positive(Quantity::StatutoryTerm, statutory)?;
        if compare(statutory, MAX_TERM).is_gt() || !has_places(statutory, 4) {
            let rule = Rule::StatutoryTermRange;
            return Err(Error::OutOfRange { quantity: Quantity::StatutoryTerm, value: statutory, rule });
        }
        Ok(statutory)
    }
}
