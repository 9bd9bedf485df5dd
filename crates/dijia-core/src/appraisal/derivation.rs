use rust_decimal::Decimal;

use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::given_names::GivenNames;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::published::PublishedRows;
use crate::appraisal::term_coefficient::TermCoefficient;
use crate::appraisal::{Appraisal, BasePrice};
use crate::error::{Error, Result};
use crate::numbers::arithmetic;
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

/// What the product of the coefficients begins with, and what is added to it at the end.
pub(crate) struct Ends {
    /// P, or P + Kf where the formula of the document adds Kf before the other corrections.
    pub(crate) start: Decimal,
    pub(crate) addend: Decimal,
}

impl Ends {
    pub(crate) fn new(base: BasePrice<'_>, price: Decimal, adjustment: Option<Decimal>) -> Result<Self> {
        match adjustment {
            Some(adjustment) if base.formula().adjusts_first() => {
                let start = arithmetic::exact_sum([price, adjustment].into_iter())
                    .map_err(|error| Error::from_arithmetic(error, Quantity::UnitPrice))?;
                Ok(Self { start, addend: Decimal::ZERO })
            }
            adjustment => Ok(Self { start: price, addend: adjustment.unwrap_or(Decimal::ZERO) }),
        }
    }
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
