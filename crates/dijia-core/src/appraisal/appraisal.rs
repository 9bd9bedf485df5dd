use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::{Appraised, BasePrice, DerivedCoefficients, Warning};
use crate::corrections::date_index::IndexValue;
use crate::corrections::plot_ratio_table::Tabulated;
use crate::corrections::{Coefficient, DateIndex, FactorCorrection, PlotRatioTable, UnitCost};
use crate::edition::{Basis, GradePrice, ZonePrice};
use crate::error::{Error, Result};
use crate::numbers::RoundingPolicy;
use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::calendar::{months_between, years_between};
use crate::numbers::decimal::{compare, compare_scaled};
use crate::numbers::units::{self, ONE, positive};
use crate::words::Excerpt;
use crate::words::{DevelopmentLevel, Quantity, Rule, Validity};

/// A parcel to be priced by the coefficient-correction method (基准地价系数修正法, GB/T 18508-2014): the benchmark price,
/// and what the caller knows of the parcel.
///
/// > unit price = P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi) + Kf
///
/// What is not given takes no part: its coefficient is 1, and no step of the result names it. What is given twice, in
/// two forms, is an error.
///
/// ```
/// use dijia_core::{Appraisal, Coefficient, DecimalText, FactorCorrection, parse_decimal as decimal};
///
/// // A price of one's own, 9138 元/㎡, at 6.4 % for a term of 40 years.
/// let coefficients = [Coefficient { name: "面积", value: decimal("0.98")? }];
/// let factors = [FactorCorrection { name: "区域", value: decimal("0.02402")? }];
/// let appraised = Appraisal::from_price(decimal("9138")?)
///     .capitalization_rate(decimal("0.064")?)
///     .statutory_term(decimal("40")?)
///     .remaining_term(decimal("33.57")?)
///     .coefficients(&coefficients)
///     .factor_corrections(&factors)
///     .area(decimal("1000")?)
///     .appraise()?;
///
/// // Ky = [1 − 1.064^−33.57] ÷ [1 − 1.064^−40] = 0.9553; 9138 × 0.9553 × 0.98 × 1.02402 = 8760.4304…
/// assert_eq!(DecimalText(appraised.unit_price()).to_string(), "8760.43");
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Appraisal<'a> {
    pub(crate) base: BasePrice<'a>,
    pub(crate) capitalization_rate: Option<Decimal>,
    pub(crate) statutory_term: Option<Decimal>,
    pub(crate) base_date: Option<Date>,
    pub(crate) basis_development: Option<DevelopmentLevel>,
    pub(crate) remaining_term: Option<Decimal>,
    pub(crate) valuation_date: Option<Date>,
    pub(crate) expiry_date: Option<Date>,
    pub(crate) plot_ratio: Option<Decimal>,
    pub(crate) plot_ratio_coefficient: Option<Decimal>,
    pub(crate) plot_ratio_table: Option<PlotRatioTable<'a>>,
    pub(crate) date_coefficient: Option<Decimal>,
    pub(crate) date_index: Option<DateIndex<'a>>,
    pub(crate) monthly_growth: Option<Decimal>,
    pub(crate) coefficients: &'a [Coefficient<'a>],
    pub(crate) factor_corrections: &'a [FactorCorrection<'a>],
    pub(crate) development_adjustment: Option<Decimal>,
    pub(crate) site_development: Option<(DevelopmentLevel, &'a [UnitCost])>,
    pub(crate) area: Option<Decimal>,
    pub(crate) rounding: RoundingPolicy,
}

/// What an appraisal derives from its inputs before the unit price; none for what takes no part.
#[derive(Clone, Copy)]
pub(crate) struct Derivation {
    pub(crate) term: Option<Derived<Term>>,
    pub(crate) plot_ratio_coefficient: Option<PlotRatioCoefficient>,
    pub(crate) date_coefficient: Option<DateCoefficient>,
    pub(crate) factor_sum: Option<Decimal>,
    pub(crate) adjustment: Option<Decimal>,
}

/// A coefficient that was derived: what entered it, and its value where the policy rounds it.
#[derive(Clone, Copy)]
pub(crate) struct Derived<T> {
    pub(crate) from: T,
    /// None where the policy leaves it unrounded.
    pub(crate) value: Option<Decimal>,
}

/// What the term coefficient is derived from.
#[derive(Clone, Copy)]
pub(crate) struct Term {
    pub(crate) rate: Decimal,
    pub(crate) remaining: Decimal,
    pub(crate) statutory: Decimal,
    /// The valuation and expiry dates, where the remaining term comes from them.
    pub(crate) dates: Option<(Date, Date)>,
}

/// Where the plot-ratio coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum PlotRatioCoefficient {
    Given(Decimal),
    Row { plot_ratio: Decimal, coefficient: Decimal },
    Interpolated { plot_ratio: Decimal, between: Derived<Tabulated> },
}

/// Where the date coefficient comes from.
#[derive(Clone, Copy)]
pub(crate) enum DateCoefficient {
    Given(Decimal),
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

/// The factors of the product, at most one for each part of the formula and two for an index ratio.
pub(crate) struct Factors {
    list: [Factor; Factors::MOST],
    len: usize,
}

impl Factors {
    const MOST: usize = Appraisal::MAX_COEFFICIENTS + 6;

    fn push(&mut self, factor: Factor) {
        if let Some(place) = self.list.get_mut(self.len) {
            *place = factor;
            self.len += 1;
        }
    }

    /// A derived coefficient: its rounded value, or where the policy leaves it unrounded the factors themselves.
    fn push_derived(&mut self, value: Option<Decimal>, factors: &[Factor]) {
        match value {
            Some(value) => self.push(Factor::Decimal(value)),
            None => factors.iter().for_each(|&factor| self.push(factor)),
        }
    }

    pub(crate) fn as_slice(&self) -> &[Factor] {
        self.list.get(..self.len).unwrap_or_default()
    }
}

impl<'a> Appraisal<'a> {
    /// The most [`coefficients`](Self::coefficients) that an appraisal takes.
    pub const MAX_COEFFICIENTS: usize = 16;
    /// The most [`factor_corrections`](Self::factor_corrections) that an appraisal takes.
    pub const MAX_FACTOR_CORRECTIONS: usize = 64;
    /// The longest statutory term, in years.
    const MAX_TERM: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
    /// The most months from the base date to the valuation date that growth is computed over.
    const MAX_MONTHS: Decimal = Decimal::from_parts(1200, 0, 0, false, 0);

    /// An appraisal from the published price of a zone.
    #[must_use]
    pub const fn from_zone(price: &'a ZonePrice) -> Self {
        Self::from_base(BasePrice::Zone(price))
    }

    /// An appraisal from the published price of a grade, where that and not a zone's is wanted.
    #[must_use]
    pub const fn from_grade(price: &'a GradePrice) -> Self {
        Self::from_base(BasePrice::Grade(price))
    }

    /// An appraisal from a price of the caller's own, 元/㎡ of land. What the price assumes is said by
    /// [`basis`](Self::basis), or by [`capitalization_rate`](Self::capitalization_rate),
    /// [`statutory_term`](Self::statutory_term), [`base_date`](Self::base_date) and
    /// [`basis_development`](Self::basis_development), so far as it is needed.
    #[must_use]
    pub const fn from_price(per_square_metre: Decimal) -> Self {
        Self::from_base(BasePrice::Own { per_square_metre, basis: None })
    }

    const fn from_base(base: BasePrice<'a>) -> Self {
        Self {
            base,
            capitalization_rate: None,
            statutory_term: None,
            base_date: None,
            basis_development: None,
            remaining_term: None,
            valuation_date: None,
            expiry_date: None,
            plot_ratio: None,
            plot_ratio_coefficient: None,
            plot_ratio_table: None,
            date_coefficient: None,
            date_index: None,
            monthly_growth: None,
            coefficients: &[],
            factor_corrections: &[],
            development_adjustment: None,
            site_development: None,
            area: None,
            rounding: RoundingPolicy::ROUNDED_COEFFICIENTS,
        }
    }

    /// The published basis that a price of the caller's own has: a township's price from the annex, say, with the basis
    /// of townships. A published price keeps its own basis.
    #[must_use]
    pub const fn basis(self, basis: &'a Basis) -> Self {
        match self.base {
            BasePrice::Own { per_square_metre, .. } => {
                Self { base: BasePrice::Own { per_square_metre, basis: Some(basis) }, ..self }
            }
            BasePrice::Zone(_) | BasePrice::Grade(_) => self,
        }
    }

    /// The capitalization rate r, a fraction in (0, 1] of at most 6 places, instead of that of the basis.
    #[must_use]
    pub const fn capitalization_rate(self, rate: Decimal) -> Self {
        Self { capitalization_rate: Some(rate), ..self }
    }

    /// The statutory term n in years, at most 100 and 4 places, instead of that of the basis.
    #[must_use]
    pub const fn statutory_term(self, years: Decimal) -> Self {
        Self { statutory_term: Some(years), ..self }
    }

    /// The date that the benchmark price is the price of, instead of that of the basis.
    #[must_use]
    pub const fn base_date(self, date: Date) -> Self {
        Self { base_date: Some(date), ..self }
    }

    /// The development level that the benchmark price assumes, instead of that of the basis.
    #[must_use]
    pub const fn basis_development(self, level: DevelopmentLevel) -> Self {
        Self { basis_development: Some(level), ..self }
    }

    /// The remaining term m in years, at most 4 places: the price is corrected by the term coefficient Ky.
    #[must_use]
    pub const fn remaining_term(self, years: Decimal) -> Self {
        Self { remaining_term: Some(years), ..self }
    }

    /// The date that the parcel is appraised for (估价期日).
    #[must_use]
    pub const fn valuation_date(self, date: Date) -> Self {
        Self { valuation_date: Some(date), ..self }
    }

    /// The date on which the right to the parcel ends: the remaining term is whole years from the valuation date +
    /// remaining days ÷ 365, to 2 places, and the price is corrected by the term coefficient Ky.
    #[must_use]
    pub const fn expiry_date(self, date: Date) -> Self {
        Self { expiry_date: Some(date), ..self }
    }

    /// The plot ratio of the parcel, which the floor price and a plot-ratio table need.
    #[must_use]
    pub const fn plot_ratio(self, plot_ratio: Decimal) -> Self {
        Self { plot_ratio: Some(plot_ratio), ..self }
    }

    /// The plot-ratio coefficient Kv.
    #[must_use]
    pub const fn plot_ratio_coefficient(self, coefficient: Decimal) -> Self {
        Self { plot_ratio_coefficient: Some(coefficient), ..self }
    }

    /// The table that gives Kv for the plot ratio of the parcel.
    #[must_use]
    pub const fn plot_ratio_table(self, table: PlotRatioTable<'a>) -> Self {
        Self { plot_ratio_table: Some(table), ..self }
    }

    /// The date coefficient Kt.
    #[must_use]
    pub const fn date_coefficient(self, coefficient: Decimal) -> Self {
        Self { date_coefficient: Some(coefficient), ..self }
    }

    /// The series that gives Kt: index on the valuation date ÷ index on the base date.
    #[must_use]
    pub const fn date_index(self, index: DateIndex<'a>) -> Self {
        Self { date_index: Some(index), ..self }
    }

    /// The monthly rate of growth g that gives Kt = (1 + g)^months, from the base date to the valuation date; a fraction
    /// above −0.5 and at most 1, of at most 6 places.
    #[must_use]
    pub const fn monthly_growth(self, rate: Decimal) -> Self {
        Self { monthly_growth: Some(rate), ..self }
    }

    /// Further coefficients Kj, at most [`MAX_COEFFICIENTS`](Self::MAX_COEFFICIENTS).
    #[must_use]
    pub const fn coefficients(self, coefficients: &'a [Coefficient<'a>]) -> Self {
        Self { coefficients, ..self }
    }

    /// Factor corrections Ki, at most [`MAX_FACTOR_CORRECTIONS`](Self::MAX_FACTOR_CORRECTIONS).
    #[must_use]
    pub const fn factor_corrections(self, corrections: &'a [FactorCorrection<'a>]) -> Self {
        Self { factor_corrections: corrections, ..self }
    }

    /// The development adjustment Kf, 元/㎡, signed.
    #[must_use]
    pub const fn development_adjustment(self, adjustment: Decimal) -> Self {
        Self { development_adjustment: Some(adjustment), ..self }
    }

    /// The development level of the site, and unit costs, which give Kf: the costs of what the site has beyond the basis
    /// less those of what it lacks.
    #[must_use]
    pub const fn site_development(self, level: DevelopmentLevel, unit_costs: &'a [UnitCost]) -> Self {
        Self { site_development: Some((level, unit_costs)), ..self }
    }

    /// The area of the parcel, ㎡, which the totals need.
    #[must_use]
    pub const fn area(self, square_metres: Decimal) -> Self {
        Self { area: Some(square_metres), ..self }
    }

    /// The rounding policy.
    #[must_use]
    pub const fn rounding(self, policy: RoundingPolicy) -> Self {
        Self { rounding: policy, ..self }
    }

    /// Prices the parcel.
    ///
    /// # Errors
    ///
    /// The first rule that the inputs break, in the order of the formula: [`Error::NotPositive`],
    /// [`Error::OutOfRange`], [`Error::TermExceedsStatutory`], [`Error::ExpiryNotAfterValuation`],
    /// [`Error::PlotRatioOutsideTable`], [`Error::DateOutsideIndex`], [`Error::CoefficientNotPositive`],
    /// [`Error::FactorSumTooLow`], [`Error::MissingUnitCost`], [`Error::NegativeUnitCost`],
    /// [`Error::DuplicateUnitCost`], [`Error::Missing`], [`Error::Conflict`], [`Error::TooMany`],
    /// [`Error::ResultNotPositive`], [`Error::TooManyDigits`], [`Error::Undecided`].
    pub fn appraise(&self) -> Result<Appraised<'a>> {
        let policy = self.rounding;
        let base_price = positive(Quantity::BasePrice, self.base.per_square_metre())?;
        let derivation = self.derivation()?;
        let factors = self.factors(&derivation)?;
        let adjustment = derivation.adjustment.unwrap_or(Decimal::ZERO);

        let places = u32::from(policy.unit_price_places());
        let unit_price = arithmetic::round_product(factors.as_slice(), adjustment, places, policy.mode())
            .map_err(|error| Error::from_arithmetic(error, Quantity::UnitPrice))?;
        if unit_price.is_sign_negative() || unit_price.is_zero() {
            return Err(Error::ResultNotPositive { unit_price });
        }

        let (places, mode) = (u32::from(policy.amount_places()), policy.mode());
        let area = self.area.map(|area| positive(Quantity::Area, area)).transpose()?;
        let plot_ratio = self.plot_ratio.map(|ratio| positive(Quantity::PlotRatio, ratio)).transpose()?;
        let deviation = deviation(unit_price, base_price, policy)?;
        Ok(Appraised {
            appraisal: *self,
            derivation,
            unit_price,
            wan_yuan_per_mu: units::wan_yuan_per_mu(unit_price, places, mode)?,
            floor_price: plot_ratio.map(|ratio| units::floor_price(unit_price, ratio, places, mode)).transpose()?,
            total_yuan: area.map(|area| units::total_yuan(unit_price, area, places, mode)).transpose()?,
            total_wan_yuan: area.map(|area| units::total_wan_yuan(unit_price, area, places, mode)).transpose()?,
            deviation,
            warnings: self.warnings(unit_price, base_price, deviation),
        })
    }

    /// The coefficients of the appraisal alone, without a price: as [`appraise`](Self::appraise) has them.
    ///
    /// # Errors
    ///
    /// Those of `appraise` that concern what is derived: all but those of the benchmark price, of the
    /// [`coefficients`](Self::coefficients), of the area and of what is multiplied.
    pub fn derive(&self) -> Result<DerivedCoefficients> {
        self.derivation().map(|derivation| DerivedCoefficients::new(&derivation))
    }

    fn derivation(&self) -> Result<Derivation> {
        Ok(Derivation {
            term: self.term_coefficient()?,
            plot_ratio_coefficient: self.derive_plot_ratio_coefficient()?,
            date_coefficient: self.derive_date_coefficient()?,
            factor_sum: self.factor_sum()?,
            adjustment: self.adjustment()?,
        })
    }

    fn term_coefficient(&self) -> Result<Option<Derived<Term>>> {
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
        let basis = self.base.basis();
        let rate = self.capitalization_rate.or(basis.map(|basis| basis.capitalization_rate));
        let rate = rate.ok_or(missing(Quantity::CapitalizationRate, Quantity::TermCoefficient))?;
        let rate = positive(Quantity::CapitalizationRate, rate)?;
        if compare(rate, ONE).is_gt() || !has_places(rate, 6) {
            let rule = Rule::RateRange;
            return Err(Error::OutOfRange { quantity: Quantity::CapitalizationRate, value: rate, rule });
        }
        let statutory = self.statutory_term.or(basis.map(|basis| basis.statutory_term));
        let statutory = statutory.ok_or(missing(Quantity::StatutoryTerm, Quantity::TermCoefficient))?;
        let statutory = positive(Quantity::StatutoryTerm, statutory)?;
        if compare(statutory, Self::MAX_TERM).is_gt() || !has_places(statutory, 4) {
            let rule = Rule::StatutoryTermRange;
            return Err(Error::OutOfRange { quantity: Quantity::StatutoryTerm, value: statutory, rule });
        }
        if compare(remaining, statutory).is_gt() {
            return Err(Error::TermExceedsStatutory { remaining, statutory });
        }
        if !has_places(remaining, 4) {
            let rule = Rule::RemainingTermPlaces;
            return Err(Error::OutOfRange { quantity: Quantity::RemainingTerm, value: remaining, rule });
        }
        let term = Term { rate, remaining, statutory, dates };
        let value = self.round_coefficient(&[term.factor()], Quantity::TermCoefficient)?;
        Ok(Some(Derived { from: term, value }))
    }

    fn derive_plot_ratio_coefficient(&self) -> Result<Option<PlotRatioCoefficient>> {
        match (self.plot_ratio_coefficient, &self.plot_ratio_table) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(conflict(Quantity::PlotRatioCoefficient, Quantity::PlotRatioTable)),
            (Some(value), None) => {
                Ok(Some(PlotRatioCoefficient::Given(positive(Quantity::PlotRatioCoefficient, value)?)))
            }
            (None, Some(table)) => {
                let plot_ratio = self.plot_ratio.ok_or(missing(Quantity::PlotRatio, Quantity::PlotRatioTable))?;
                let plot_ratio = positive(Quantity::PlotRatio, plot_ratio)?;
                let tabulated = table.look_up(plot_ratio)?;
                Ok(Some(match tabulated {
                    Tabulated::Row(row) => PlotRatioCoefficient::Row { plot_ratio, coefficient: row.coefficient },
                    Tabulated::Between(..) => {
                        let factor = tabulated.factor(plot_ratio);
                        let value = self.round_coefficient(&[factor], Quantity::PlotRatioCoefficient)?;
                        let between = Derived { from: tabulated, value };
                        PlotRatioCoefficient::Interpolated { plot_ratio, between }
                    }
                }))
            }
        }
    }

    fn derive_date_coefficient(&self) -> Result<Option<DateCoefficient>> {
        match (self.date_coefficient, &self.date_index, self.monthly_growth) {
            (None, None, None) => Ok(None),
            (Some(value), None, None) => Ok(Some(DateCoefficient::Given(positive(Quantity::DateCoefficient, value)?))),
            (None, Some(index), None) => {
                let (base_date, valuation_date) = self.dates_of(Quantity::DateIndex)?;
                let (base, valuation) = (index.on(base_date)?, index.on(valuation_date)?);
                let from = IndexRatio { valuation_date, base_date, valuation, base };
                let value = self.round_coefficient(&from.factors(), Quantity::DateCoefficient)?;
                Ok(Some(DateCoefficient::Index(Derived { from, value })))
            }
            (None, None, Some(rate)) => {
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
                if compare(months.abs(), Self::MAX_MONTHS).is_gt() {
                    let rule = Rule::MonthsRange;
                    return Err(Error::OutOfRange { quantity: Quantity::Months, value: months, rule });
                }
                let from = Growth { valuation_date, base_date, rate, months };
                let value = self.round_coefficient(&[from.factor()], Quantity::DateCoefficient)?;
                Ok(Some(DateCoefficient::Growth(Derived { from, value })))
            }
            (Some(_), Some(_), _) => Err(conflict(Quantity::DateCoefficient, Quantity::DateIndex)),
            (Some(_), _, Some(_)) => Err(conflict(Quantity::DateCoefficient, Quantity::MonthlyGrowth)),
            (_, Some(_), Some(_)) => Err(conflict(Quantity::DateIndex, Quantity::MonthlyGrowth)),
        }
    }

    /// ΣKi, none where no factor is given.
    fn factor_sum(&self) -> Result<Option<Decimal>> {
        if self.factor_corrections.is_empty() {
            return Ok(None);
        }
        too_many(Quantity::FactorCorrections, self.factor_corrections.len(), Self::MAX_FACTOR_CORRECTIONS)?;
        let sum = arithmetic::exact_sum(self.factor_corrections.iter().map(|correction| correction.value));
        sum.map(Some).map_err(|error| Error::from_arithmetic(error, Quantity::FactorCorrections))
    }

    /// The factors of the product P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi).
    pub(crate) fn factors(&self, derivation: &Derivation) -> Result<Factors> {
        let mut factors = Factors { list: [Factor::Decimal(ONE); Factors::MOST], len: 0 };
        factors.push(Factor::Decimal(self.base.per_square_metre()));
        if let Some(Derived { from, value }) = &derivation.term {
            factors.push_derived(*value, &[from.factor()]);
        }
        match &derivation.plot_ratio_coefficient {
            Some(PlotRatioCoefficient::Given(value)) => factors.push(Factor::Decimal(*value)),
            Some(PlotRatioCoefficient::Row { coefficient, .. }) => factors.push(Factor::Decimal(*coefficient)),
            Some(PlotRatioCoefficient::Interpolated { plot_ratio, between: Derived { from, value } }) => {
                factors.push_derived(*value, &[from.factor(*plot_ratio)]);
            }
            None => {}
        }
        match &derivation.date_coefficient {
            Some(DateCoefficient::Given(value)) => factors.push(Factor::Decimal(*value)),
            Some(DateCoefficient::Index(Derived { from, value })) => factors.push_derived(*value, &from.factors()),
            Some(DateCoefficient::Growth(Derived { from, value })) => factors.push_derived(*value, &[from.factor()]),
            None => {}
        }
        too_many(Quantity::Coefficient, self.coefficients.len(), Self::MAX_COEFFICIENTS)?;
        for &Coefficient { name, value } in self.coefficients {
            if value.is_sign_negative() || value.is_zero() {
                return Err(Error::CoefficientNotPositive { name: Excerpt::new(name), value });
            }
            factors.push(Factor::Decimal(value));
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

    fn adjustment(&self) -> Result<Option<Decimal>> {
        let Some((site, unit_costs)) = self.site_development else { return Ok(self.development_adjustment) };
        if self.development_adjustment.is_some() {
            return Err(conflict(Quantity::DevelopmentAdjustment, Quantity::UnitCost));
        }
        let basis = self.basis_development.or(self.base.basis().map(|basis| basis.development_level));
        let basis = basis.ok_or(missing(Quantity::BasisDevelopment, Quantity::DevelopmentAdjustment))?;
        let mut costed = DevelopmentLevel::NONE;
        for &UnitCost { service, cost } in unit_costs {
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
        let signed = unit_costs.iter().filter_map(|&UnitCost { service, cost }| {
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

    fn warnings(&self, unit_price: Decimal, base_price: Decimal, percent: Decimal) -> [Option<Warning>; 3] {
        let large = deviates_much(unit_price, base_price).then_some(Warning::LargeDeviation { percent });
        let [outside, before] = self.warnings_of_dates();
        [large, outside, before]
    }

    /// The warnings that the valuation date alone gives, whatever the price: those of [`Appraised::warnings`] but for
    /// [`Warning::LargeDeviation`].
    pub fn date_warnings(&self) -> impl Iterator<Item = Warning> + use<> {
        self.warnings_of_dates().into_iter().flatten()
    }

    fn warnings_of_dates(&self) -> [Option<Warning>; 2] {
        let date = self.valuation_date;
        let outside = date.zip(self.base.document()).and_then(|(valuation_date, document)| {
            let validity = document.validity_on(valuation_date);
            (validity != Validity::InForce).then_some(Warning::OutsideValidity {
                valuation_date,
                validity,
                first_day: document.first_day_in_force,
                last_day: document.last_day_in_force,
            })
        });
        let before = date.zip(self.known_base_date()).and_then(|(valuation_date, base_date)| {
            (valuation_date < base_date).then_some(Warning::BeforeBaseDate { valuation_date, base_date })
        });
        [outside, before]
    }

    fn known_base_date(&self) -> Option<Date> {
        self.base_date.or(self.base.basis().map(|basis| basis.base_date))
    }

    fn need_valuation_date(&self, needed_by: Quantity) -> Result<Date> {
        self.valuation_date.ok_or(missing(Quantity::ValuationDate, needed_by))
    }

    /// The base date and the valuation date.
    fn dates_of(&self, needed_by: Quantity) -> Result<(Date, Date)> {
        let base_date = self.known_base_date().ok_or(missing(Quantity::BaseDate, needed_by))?;
        Ok((base_date, self.need_valuation_date(needed_by)?))
    }

    fn round_coefficient(&self, factors: &[Factor], quantity: Quantity) -> Result<Option<Decimal>> {
        let Some(places) = self.rounding.coefficient_places() else { return Ok(None) };
        let value = arithmetic::round_product(factors, Decimal::ZERO, u32::from(places), self.rounding.mode())
            .map_err(|error| Error::from_arithmetic(error, quantity))?;
        // To so few places that nothing is left of it.
        positive(quantity, value).map(Some)
    }
}

impl Term {
    pub(crate) const fn factor(&self) -> Factor {
        Factor::Term { rate: self.rate, remaining: self.remaining, statutory: self.statutory }
    }
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

/// Unit price ÷ benchmark price − 1, in per cent.
pub(crate) fn deviation(unit_price: Decimal, base_price: Decimal, policy: RoundingPolicy) -> Result<Decimal> {
    const HUNDRED: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
    const PLACES: u32 = 2;

    let ratio = Factor::Ratio { numerator: unit_price, denominator: base_price };
    arithmetic::round_product(&[Factor::Decimal(HUNDRED), ratio], -HUNDRED, PLACES, policy.mode())
        .map_err(|error| Error::from_arithmetic(error, Quantity::Deviation))
}

/// Whether the unit price is above 1.3 or below 0.7 times the benchmark price.
fn deviates_much(unit_price: Decimal, base_price: Decimal) -> bool {
    // 96 bits and a few more.
    let times = |tenths| (base_price.mantissa() * tenths, base_price.scale() + 1);
    let unit_price = (unit_price.mantissa(), unit_price.scale());
    compare_scaled(unit_price, times(13)).is_gt() || compare_scaled(unit_price, times(7)).is_lt()
}

/// Whether the value, written without trailing zeros, has at most that many places.
fn has_places(value: Decimal, places: u32) -> bool {
    let beyond = value.scale().saturating_sub(places);
    beyond == 0 || 10_i128.checked_pow(beyond).is_some_and(|unit| value.mantissa() % unit == 0)
}

fn too_many(quantity: Quantity, count: usize, most: usize) -> Result<()> {
    if count > most { Err(Error::TooMany { quantity, count, most }) } else { Ok(()) }
}

const fn missing(quantity: Quantity, needed_by: Quantity) -> Error {
    Error::Missing { quantity, needed_by }
}

const fn conflict(first: Quantity, second: Quantity) -> Error {
    Error::Conflict { first, second }
}
