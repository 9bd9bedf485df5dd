use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::{conflict, has_places, positive_ratio};
use crate::appraisal::derived::Derived;
use crate::appraisal::plot_ratio_coefficient::printed;
use crate::appraisal::published::not_tabulated;
use crate::corrections::tabulated::{Point, Tabulated};
use crate::edition::CorrectionKind;
use crate::error::{Error, Result};
use crate::numbers::arithmetic::Factor;
use crate::numbers::calendar::years_between;
use crate::numbers::units::{ONE, positive};
use crate::numbers::{Ratio, Term, compare};
use crate::words::{Quantity, Rule};

/// The longest term that is not without end, in years.
const MAX_TERM: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// Where the term coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum TermCoefficient {
    Given(Ratio),
    /// A row of the document's table, which may be the one before; the dates are as in [`Terms`].
    Row {
        remaining: Decimal,
        dates: Option<(Date, Date)>,
        row: Point,
    },
    /// Between two rows of that table.
    Interpolated {
        remaining: Decimal,
        dates: Option<(Date, Date)>,
        between: Derived<Tabulated>,
    },
    Derived(Derived<Terms>),
}

/// How the term coefficient follows from the terms.
#[derive(Clone, Copy)]
pub(crate) enum TermRule {
    /// [1 − (1+r)^−m] ÷ [1 − (1+r)^−n], in which the bracket of a term without end is 1.
    Annuity { rate: Decimal },
    /// m ÷ n, where the document says so.
    Proportion,
}

/// What the term coefficient is derived from.
#[derive(Clone, Copy)]
pub(crate) struct Terms {
    pub(crate) rule: TermRule,
    pub(crate) remaining: Term,
    pub(crate) statutory: Term,
    /// The valuation and expiry dates, where the remaining term comes from them.
    pub(crate) dates: Option<(Date, Date)>,
}

impl Terms {
    pub(crate) const fn factor(&self) -> Factor<'static> {
        let Self { remaining, statutory, .. } = *self;
        match (self.rule, remaining, statutory) {
            (TermRule::Annuity { rate }, ..) => Factor::Term { rate, remaining, statutory },
            (TermRule::Proportion, Term::Years(numerator), Term::Years(denominator)) => {
                Factor::Ratio { numerator, denominator }
            }
            // Of terms without end there is no proportion.
            (TermRule::Proportion, ..) => Factor::Decimal(ONE),
        }
    }
}

impl Appraisal<'_> {
    pub(crate) fn derive_term_coefficient(&self) -> Result<Option<TermCoefficient>> {
        if let Some(given) = self.term_coefficient {
            let coefficient = positive_ratio(Quantity::TermCoefficient, given)?;
            return match (self.remaining_term, self.expiry_date) {
                (None, None) => Ok(Some(TermCoefficient::Given(coefficient))),
                (Some(_), _) => Err(conflict(Quantity::TermCoefficient, Quantity::RemainingTerm)),
                (None, Some(_)) => Err(conflict(Quantity::TermCoefficient, Quantity::ExpiryDate)),
            };
        }
        let (remaining, dates) = match (self.remaining_term, self.expiry_date) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err(conflict(Quantity::RemainingTerm, Quantity::ExpiryDate)),
            (Some(remaining), None) => (positive_term(Quantity::RemainingTerm, remaining)?, None),
            (None, Some(expiry_date)) => {
                let valuation_date = self.need_valuation_date(Quantity::ExpiryDate)?;
                if expiry_date <= valuation_date {
                    return Err(Error::ExpiryNotAfterValuation { valuation_date, expiry_date });
                }
                let years = years_between(valuation_date, expiry_date)
                    .map_err(|error| Error::from_arithmetic(error, Quantity::RemainingTerm))?;
                // One day is 0.00 years to 2 places, which is no term.
                let years = positive(Quantity::RemainingTerm, years)?;
                (Term::Years(years), Some((valuation_date, expiry_date)))
            }
        };
        let published = self.published_table(CorrectionKind::Term);
        if let Some(table) = published.filter(|table| table.rows().len() > 0) {
            let remaining = remaining.years().ok_or_else(|| self.no_perpetual_term())?;
            let found =
                printed(table, remaining).ok_or_else(|| not_tabulated(table, Quantity::RemainingTerm, remaining))?;
            return Ok(Some(match found {
                Tabulated::Row(row) => TermCoefficient::Row { remaining, dates, row },
                Tabulated::Between(..) => {
                    let (factor, quantity) = (found.factor(remaining), Quantity::TermCoefficient);
                    let between = Derived::new(found, &[factor], quantity, self.rounding)?;
                    TermCoefficient::Interpolated { remaining, dates, between }
                }
            }));
        }
        let rule = if published.is_some() { TermRule::Proportion } else { self.annuity()? };
        let statutory = self.checked_statutory_term()?;
        if matches!(rule, TermRule::Proportion) && remaining.years().zip(statutory.years()).is_none() {
            return Err(self.no_perpetual_term());
        }
        self.check_remaining_term(remaining, statutory)?;
        let terms = Terms { rule, remaining, statutory, dates };
        Derived::new(terms, &[terms.factor()], Quantity::TermCoefficient, self.rounding)
            .map(|terms| Some(TermCoefficient::Derived(terms)))
    }

    /// Neither a table of terms nor the rule m ÷ n says anything of a term without end.
    fn no_perpetual_term(&self) -> Error {
        self.base.missing(Quantity::TermCoefficient, Quantity::PerpetualTerm)
    }

    fn check_remaining_term(&self, remaining: Term, statutory: Term) -> Result<()> {
        let Term::Years(remaining) = remaining else { return Ok(()) };
        let out_of_range = |rule| Err(Error::OutOfRange { quantity: Quantity::RemainingTerm, value: remaining, rule });
        match statutory {
            Term::Years(statutory) if !self.longer_term && compare(remaining, statutory).is_gt() => {
                return Err(Error::TermExceedsStatutory { remaining, statutory });
            }
            _ if compare(remaining, MAX_TERM).is_gt() => return out_of_range(Rule::TermRange),
            _ => {}
        }
        if has_places(remaining, 4) { Ok(()) } else { out_of_range(Rule::RemainingTermPlaces) }
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
    fn checked_statutory_term(&self) -> Result<Term> {
        let basis = self.base.basis();
        let statutory = self.statutory_term.or(basis.and_then(|basis| basis.statutory_term()));
        let statutory =
            statutory.ok_or_else(|| self.base.missing(Quantity::StatutoryTerm, Quantity::TermCoefficient))?;
        let statutory = positive_term(Quantity::StatutoryTerm, statutory)?;
        match statutory {
            Term::Years(years) if compare(years, MAX_TERM).is_gt() || !has_places(years, 4) => {
                let rule = Rule::TermRange;
                Err(Error::OutOfRange { quantity: Quantity::StatutoryTerm, value: years, rule })
            }
            _ => Ok(statutory),
        }
    }
}

fn positive_term(quantity: Quantity, term: Term) -> Result<Term> {
    match term {
        Term::Years(years) => positive(quantity, years).map(Term::Years),
        Term::Perpetual => Ok(term),
    }
}
