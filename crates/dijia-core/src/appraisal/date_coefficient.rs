use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::checks::{conflict, has_places, positive_ratio};
use crate::appraisal::derived::Derived;
use crate::corrections::date_index::IndexValue;
use crate::corrections::{BetweenPoints, DateIndexPoint};
use crate::edition::{BetweenRows, CorrectionKind};
use crate::error::{Error, Result};
use crate::numbers::arithmetic::Factor;
use crate::numbers::calendar::months_between;
use crate::numbers::units::ONE;
use crate::numbers::{Ratio, compare};
use crate::words::{Quantity, Rule};

/// The most months from the base date to the valuation date that growth is computed over.
const MAX_MONTHS: Decimal = Decimal::from_parts(1200, 0, 0, false, 0);

/// Where the date coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum DateCoefficient {
    Given(Ratio),
    Index(Derived<IndexRatio>),
    Growth(Derived<Growth>),
}

/// Index on the valuation date over index on the base date, each an exact fraction.
#[derive(Clone, Copy)]
pub(crate) struct IndexRatio {
    pub(crate) valuation_date: Date,
    pub(crate) base_date: Date,
    pub(crate) valuation: IndexValue,
    pub(crate) base: IndexValue,
}

/// Growth by the month from the base date to the valuation date.
#[derive(Clone, Copy)]
pub(crate) struct Growth {
    pub(crate) valuation_date: Date,
    pub(crate) base_date: Date,
    pub(crate) rate: Decimal,
    pub(crate) months: Decimal,
}

impl IndexRatio {
    pub(crate) const fn factors(&self) -> [Factor; 2] {
        [
            Factor::Ratio { numerator: self.valuation.numerator, denominator: self.base.numerator },
            Factor::Ratio { numerator: self.base.denominator, denominator: self.valuation.denominator },
        ]
    }
}

impl Growth {
    pub(crate) const fn factor(&self) -> Factor {
        Factor::Growth { rate: self.rate, months: self.months }
    }
}

impl Appraisal<'_> {
    pub(crate) fn derive_date_coefficient(&self) -> Result<Option<DateCoefficient>> {
        match (self.date_coefficient, &self.date_index, self.monthly_growth) {
            (None, None, None) => self.published_date_coefficient(),
            (Some(value), None, None) => {
                Ok(Some(DateCoefficient::Given(positive_ratio(Quantity::DateCoefficient, value)?)))
            }
            (None, Some(index), None) => self.index_ratio(|date| index.on(date)).map(Some),
            (None, None, Some(rate)) => self.growth(rate).map(Some),
            (Some(_), Some(_), _) => Err(conflict(Quantity::DateCoefficient, Quantity::DateIndex)),
            (Some(_), _, Some(_)) => Err(conflict(Quantity::DateCoefficient, Quantity::MonthlyGrowth)),
            (_, Some(_), Some(_)) => Err(conflict(Quantity::DateIndex, Quantity::MonthlyGrowth)),
        }
    }

    /// That of the document's index, or of the growth that it states.
    fn published_date_coefficient(&self) -> Result<Option<DateCoefficient>> {
        if let Some(table) = self.published_table(CorrectionKind::DateIndex) {
            let points = table.rows().filter_map(|row| Some(DateIndexPoint { date: row.date()?, index: row.value() }));
            let between = match table.between() {
                BetweenRows::Linear => BetweenPoints::LinearByDays,
                BetweenRows::RowBefore | BetweenRows::Nothing => BetweenPoints::LastBefore,
            };
            return self.index_ratio(|date| IndexValue::on(points.clone(), date, between)).map(Some);
        }
        let growth = self.published_table(CorrectionKind::MonthlyGrowth).and_then(|table| table.rows().next());
        growth.map(|row| self.growth(row.value())).transpose()
    }

    fn index_ratio(&self, index_on: impl Fn(Date) -> Result<IndexValue>) -> Result<DateCoefficient> {
        let (base_date, valuation_date) = self.dates_of(Quantity::DateIndex)?;
        let (base, valuation) = (index_on(base_date)?, index_on(valuation_date)?);
        let from = IndexRatio { valuation_date, base_date, valuation, base };
        let derived = Derived::new(from, &from.factors(), Quantity::DateCoefficient, self.rounding)?;
        Ok(DateCoefficient::Index(derived))
    }

    fn growth(&self, rate: Decimal) -> Result<DateCoefficient> {
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
