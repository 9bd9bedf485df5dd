use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::given_names::GivenNames;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::published::PublishedRows;
use crate::appraisal::term_coefficient::TermCoefficient;
use crate::error::{Error, Result};
use crate::words::date::is_of_a_year_with_four_digits;
use crate::words::{Quantity, Rule};

/// What an appraisal derives from its inputs before the unit price; none for what takes no part.
#[derive(Clone, Copy)]
pub(crate) struct Derivation<'a> {
    pub(crate) term: Option<TermCoefficient>,
    pub(crate) plot_ratio_coefficient: Option<PlotRatioCoefficient>,
    pub(crate) date_coefficient: Option<DateCoefficient<'a>>,
    pub(crate) published: PublishedRows,
    pub(crate) factor_sum: Option<Decimal>,
    pub(crate) adjustment: Option<Decimal>,
}

impl<'a> Appraisal<'a> {
    /// Of inputs that were checked.
    pub(crate) fn derivation(&self, names: &GivenNames<'_, '_>) -> Result<Derivation<'a>> {
        self.check_years()?;
        self.check_published()?;
        let term = self.derive_term_coefficient()?;
        let plot_ratio_coefficient = self.derive_plot_ratio_coefficient()?;
        let date_coefficient = self.derive_date_coefficient()?;
        let published = self.published_rows(names)?;
        let factor_sum = self.factor_sum(&published)?;
        let adjustment = self.adjustment()?;
        Ok(Derivation { term, plot_ratio_coefficient, date_coefficient, published, factor_sum, adjustment })
    }

    /// Years that no text says and that the dates of other languages do not have.
    fn check_years(&self) -> Result<()> {
        let dates = [
            (Quantity::BaseDate, self.known_base_date()),
            (Quantity::ValuationDate, self.valuation_date),
            (Quantity::ExpiryDate, self.expiry_date),
        ];
        for (quantity, date) in dates {
            if let Some(date) = date.filter(|&date| !is_of_a_year_with_four_digits(date)) {
                let value = Decimal::from(date.year());
                return Err(Error::OutOfRange { quantity, value, rule: Rule::YearRange });
            }
        }
        Ok(())
    }
}
