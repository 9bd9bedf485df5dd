use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::chain_links::{ChainLinks, Series};
use crate::appraisal::checks::{conflict, has_places, positive_ratio};
use crate::appraisal::derived::Derived;
use crate::corrections::BetweenPoints;
use crate::corrections::date_index::{InSeries, IndexValue};
use crate::edition::{BetweenRows, CorrectionKind};
use crate::error::{Error, Result};
use crate::numbers::arithmetic::Factor;
use crate::numbers::calendar::months_between;
use crate::numbers::units::ONE;
use crate::numbers::{Ratio, compare};
use crate::words::{IndexPeriod, Quantity, Rule};

/// The most months from the base date to the valuation date that growth is computed over.
const MAX_MONTHS: Decimal = Decimal::from_parts(1200, 0, 0, false, 0);

/// Where the date coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum DateCoefficient<'a> {
    Given(Ratio),
    Index(Derived<IndexRatio<'a>>),
    Growth(Derived<Growth>),
}

/// Index on the valuation date over index on the base date, each an exact fraction; of a chain each is relative to the point
/// before its date, and the links lead from the one point to the other.
#[derive(Clone, Copy)]
pub(crate) struct IndexRatio<'a> {
    pub(crate) valuation_date: Date,
    pub(crate) base_date: Date,
    pub(crate) valuation: IndexValue,
    pub(crate) base: IndexValue,
    /// None of a series that has a fixed base.
    pub(crate) links: Option<ChainLinks<'a>>,
}

/// Growth by the month from the base date to the valuation date.
#[derive(Clone, Copy)]
pub(crate) struct Growth {
    pub(crate) valuation_date: Date,
    pub(crate) base_date: Date,
    pub(crate) rate: Decimal,
    pub(crate) months: Decimal,
}

impl IndexRatio<'_> {
    pub(crate) fn factors(&self) -> [Factor<'_>; 3] {
        [
            Factor::Ratio { numerator: self.valuation.numerator, denominator: self.base.numerator },
            Factor::Ratio { numerator: self.base.denominator, denominator: self.valuation.denominator },
            self.links.as_ref().map_or(Factor::Decimal(ONE), ChainLinks::factor),
        ]
    }
}

impl Growth {
    pub(crate) const fn factor(&self) -> Factor<'static> {
        Factor::Growth { rate: self.rate, months: self.months }
    }
}

impl<'a> Appraisal<'a> {
    pub(crate) fn derive_date_coefficient(&self) -> Result<Option<DateCoefficient<'a>>> {
        match (self.date_coefficient, &self.date_index, self.monthly_growth) {
            (None, None, None) => self.published_date_coefficient(),
            (Some(value), None, None) => {
                Ok(Some(DateCoefficient::Given(positive_ratio(Quantity::DateCoefficient, value)?)))
            }
            (None, Some(index), None) => {
                self.index_ratio(Series::Own(index.points()), index.between(), index.period()).map(Some)
            }
            (None, None, Some(rate)) => self.growth(rate).map(Some),
            (Some(_), Some(_), _) => Err(conflict(Quantity::DateCoefficient, Quantity::DateIndex)),
            (Some(_), _, Some(_)) => Err(conflict(Quantity::DateCoefficient, Quantity::MonthlyGrowth)),
            (_, Some(_), Some(_)) => Err(conflict(Quantity::DateIndex, Quantity::MonthlyGrowth)),
        }
    }

    /// That of the document's index, or of the growth that it states.
    fn published_date_coefficient(&self) -> Result<Option<DateCoefficient<'a>>> {
        if let Some(table) = self.published_table(CorrectionKind::DateIndex) {
            let between = match table.between() {
                BetweenRows::Linear => BetweenPoints::LinearByDays,
                // An index has no other way.
                _ => BetweenPoints::LastBefore,
            };
            return self.index_ratio(Series::Printed(table), between, table.index_period()).map(Some);
        }
        let growth = self.published_table(CorrectionKind::MonthlyGrowth).and_then(|table| table.rows().next());
        growth.map(|row| self.growth(row.value())).transpose()
    }

    fn index_ratio(
        &self,
        series: Series<'a>,
        between: BetweenPoints,
        period: Option<IndexPeriod>,
    ) -> Result<DateCoefficient<'a>> {
        let (base_date, valuation_date) = self.dates_of(Quantity::DateIndex)?;
        let on = |date| InSeries::on(series.points(), date, between, period.is_some());
        let (base, valuation) = (on(base_date)?, on(valuation_date)?);
        let links = period.map(|_| ChainLinks::between(series, &base, &valuation));
        let from = IndexRatio { valuation_date, base_date, valuation: valuation.value, base: base.value, links };
        let derived = Derived::new(from, &from.factors(), Quantity::DateCoefficient, self.rounding)?;
        Ok(DateCoefficient::Index(derived))
    }

    fn growth(&self, rate: Decimal) -> Result<DateCoefficient<'a>> {
        let (base_date, valuation_date) = self.dates_of(Quantity::MonthlyGrowth)?;
        let least = Decimal::from_parts(5, 0, 0, true, 1);
        if compare(rate, least).is_le() || compare(rate, ONE).is_gt() || !has_places(rate, 6) {
            let rule = Rule::GrowthRange;
            return Err(Error::OutOfRange { quantity: Quantity::MonthlyGrowth, value: rate, rule });
        }
        let months = if valuation_date < base_date {
            months_between(valuation_date, base_date).map(|months| -months)
        } else {
            months_between(base_date, valuation_date)
        };
        let months = months.map_err(|error| Error::from_arithmetic(error, Quantity::Months))?;
        if compare(months.abs(), MAX_MONTHS).is_gt() {
            let rule = Rule::MonthsRange;
            return Err(Error::OutOfRange { quantity: Quantity::Months, value: months, rule });
        }
        let from = Growth { valuation_date, base_date, rate, months };
        let derived = Derived::new(from, &[from.factor()], Quantity::DateCoefficient, self.rounding)?;
        Ok(DateCoefficient::Growth(derived))
    }
}
