use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::checks::missing;
use crate::appraisal::{BasePrice, Origin};
use crate::corrections::{Coefficient, DateIndex, FactorCorrection, Level, PlotRatioTable, UnitCost};
use crate::edition::{Basis, Editions, GradePrice, ZonePrice};
use crate::error::Result;
use crate::numbers::{Ratio, RoundingPolicy, Term};
use crate::words::{DevelopmentLevel, Quantity};

/// A parcel to be priced by the coefficient-correction method (基准地价系数修正法, GB/T 18508-2014): the benchmark price,
/// and what the caller knows of the parcel.
///
/// > unit price = P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi) + Kf
///
/// or, where the [formula](crate::Formula::adjusts_first) of the document says so, (P + Kf) × Ky × Kv × Kt × ∏Kj × (1 + ΣKi).
///
/// What is not given takes no part: its coefficient is 1, and no step of the result names it. What is given twice, in
/// two forms or under one name, is an error, and so is what would take no part: a rate without a term, say.
///
/// ```
/// use dijia_core::{Appraisal, Coefficient, DecimalText, FactorCorrection, parse_decimal as decimal};
///
/// // A price of one's own, 9138 元/㎡, at 6.4 % for a term of 40 years.
/// let coefficients = [Coefficient::new("面积", decimal("0.98")?)];
/// let factors = [FactorCorrection::parse("区域", "2.402%")?];
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
    /// A basis was given to a published price, which has its own.
    pub(crate) needless_basis: bool,
    pub(crate) capitalization_rate: Option<Decimal>,
    pub(crate) statutory_term: Option<Term>,
    pub(crate) base_date: Option<Date>,
    pub(crate) basis_development: Option<DevelopmentLevel>,
    pub(crate) term_coefficient: Option<Ratio>,
    pub(crate) remaining_term: Option<Term>,
    pub(crate) longer_term: bool,
    pub(crate) valuation_date: Option<Date>,
    pub(crate) expiry_date: Option<Date>,
    pub(crate) plot_ratio: Option<Decimal>,
    pub(crate) plot_ratio_coefficient: Option<Ratio>,
    pub(crate) plot_ratio_table: Option<PlotRatioTable<'a>>,
    pub(crate) date_coefficient: Option<Ratio>,
    pub(crate) date_index: Option<DateIndex<'a>>,
    pub(crate) monthly_growth: Option<Decimal>,
    pub(crate) coefficients: &'a [Coefficient<'a>],
    pub(crate) factor_corrections: &'a [FactorCorrection<'a>],
    pub(crate) development_adjustment: Option<Decimal>,
    pub(crate) site_development: Option<DevelopmentLevel>,
    pub(crate) unit_costs: &'a [UnitCost],
    pub(crate) area: Option<Decimal>,
    pub(crate) rounding: RoundingPolicy,
    pub(crate) editions: Option<Editions<'a>>,
    pub(crate) origin: Option<&'a Origin<'a>>,
    pub(crate) corrections_as_published: bool,
    pub(crate) levels: &'a [Level<'a>],
}

impl<'a> Appraisal<'a> {
    /// The most [`coefficients`](Self::coefficients) that an appraisal takes.
    pub const MAX_COEFFICIENTS: usize = 16;
    /// The most [`factor_corrections`](Self::factor_corrections) that an appraisal takes.
    pub const MAX_FACTOR_CORRECTIONS: usize = 64;

    /// The most [`levels`](Self::levels) that an appraisal takes.
    pub const MAX_LEVELS: usize = 64;

    /// An appraisal from the published price of a zone.
    #[must_use]
    pub const fn from_zone(price: ZonePrice<'a>) -> Self {
        Self::from_base(BasePrice::Zone(price))
    }

    /// An appraisal from the published price of a grade, where that and not a zone's is wanted.
    #[must_use]
    pub const fn from_grade(price: GradePrice<'a>) -> Self {
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
            needless_basis: false,
            capitalization_rate: None,
            statutory_term: None,
            base_date: None,
            basis_development: None,
            term_coefficient: None,
            remaining_term: None,
            longer_term: false,
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
            unit_costs: &[],
            area: None,
            rounding: RoundingPolicy::ROUNDED_COEFFICIENTS,
            editions: None,
            origin: None,
            corrections_as_published: false,
            levels: &[],
        }
    }

    /// The benchmark price that it starts from, and whose it is.
    #[must_use]
    pub const fn base_price(&self) -> BasePrice<'a> {
        self.base
    }

    /// The published basis that a price of the caller's own has: a township's price from the annex, say, with the basis
    /// of townships. To a published price, which has its own, it is an error.
    #[must_use]
    pub const fn basis(self, basis: Basis<'a>) -> Self {
        match self.base {
            BasePrice::Own { per_square_metre, .. } => {
                Self { base: BasePrice::Own { per_square_metre, basis: Some(basis) }, ..self }
            }
            BasePrice::Zone(_) | BasePrice::Grade(_) => Self { needless_basis: true, ..self },
        }
    }

    /// Where a price of the caller's own is from, and what it is of: the worksheet prints it. To a published price, which says so
    /// itself, it is an error.
    #[must_use]
    pub const fn origin(self, origin: &'a Origin<'a>) -> Self {
        Self { origin: Some(origin), ..self }
    }

    /// The capitalization rate r, a fraction in (0, 1] of at most 6 places, instead of that of the basis.
    #[must_use]
    pub const fn capitalization_rate(self, rate: Decimal) -> Self {
        Self { capitalization_rate: Some(rate), ..self }
    }

    /// The statutory term n, at most 100 years and 4 places or [without end](Term::Perpetual), instead of that of the basis.
    #[must_use]
    pub fn statutory_term(self, term: impl Into<Term>) -> Self {
        Self { statutory_term: Some(term.into()), ..self }
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

    /// The term coefficient Ky, instead of one that is derived from a remaining term.
    #[must_use]
    pub fn term_coefficient(self, coefficient: impl Into<Ratio>) -> Self {
        Self { term_coefficient: Some(coefficient.into()), ..self }
    }

    /// The remaining term m, in years of at most 4 places or [without end](Term::Perpetual): the price is corrected by the
    /// term coefficient Ky. One that is longer than the statutory term is an error, but for
    /// [`longer_term`](Self::longer_term).
    #[must_use]
    pub fn remaining_term(self, term: impl Into<Term>) -> Self {
        Self { remaining_term: Some(term.into()), ..self }
    }

    /// Lets the remaining term be longer than the statutory term, up to 100 years, so that Ky is above 1: a price for 30 years
    /// is brought to 40 so. A term without end needs no permission, since nobody gives one by mistake.
    #[must_use]
    pub const fn longer_term(self) -> Self {
        Self { longer_term: true, ..self }
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

    /// The plot-ratio coefficient Kv; two of a table, 1.16/1.40, are a [`Ratio`].
    #[must_use]
    pub fn plot_ratio_coefficient(self, coefficient: impl Into<Ratio>) -> Self {
        Self { plot_ratio_coefficient: Some(coefficient.into()), ..self }
    }

    /// The table that gives Kv for the plot ratio of the parcel.
    #[must_use]
    pub const fn plot_ratio_table(self, table: PlotRatioTable<'a>) -> Self {
        Self { plot_ratio_table: Some(table), ..self }
    }

    /// The date coefficient Kt; two indices, 103/100, are a [`Ratio`].
    #[must_use]
    pub fn date_coefficient(self, coefficient: impl Into<Ratio>) -> Self {
        Self { date_coefficient: Some(coefficient.into()), ..self }
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

    /// Factor corrections Ki, each above −1 and below 1, at most [`MAX_FACTOR_CORRECTIONS`](Self::MAX_FACTOR_CORRECTIONS).
    #[must_use]
    pub const fn factor_corrections(self, corrections: &'a [FactorCorrection<'a>]) -> Self {
        Self { factor_corrections: corrections, ..self }
    }

    /// The development adjustment Kf, 元/㎡, signed.
    #[must_use]
    pub const fn development_adjustment(self, adjustment: Decimal) -> Self {
        Self { development_adjustment: Some(adjustment), ..self }
    }

    /// The development level of the site, which gives Kf with [`unit_costs`](Self::unit_costs): the costs of what the site
    /// has beyond the basis less those of what it lacks.
    #[must_use]
    pub const fn site_development(self, level: DevelopmentLevel) -> Self {
        Self { site_development: Some(level), ..self }
    }

    /// What it costs to bring services to a site, for [`site_development`](Self::site_development).
    #[must_use]
    pub const fn unit_costs(self, unit_costs: &'a [UnitCost]) -> Self {
        Self { unit_costs, ..self }
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

    /// Takes what the caller does not give from the tables of corrections that the document of the benchmark price prints: Kv
    /// from the plot ratio, Ky from the remaining term, Kt from the valuation date, Kf from the development level of the site, and
    /// the corrections and coefficients of the [`levels`](Self::levels) and of the area. Every step then cites its table. What the tables do not cover is an error.
    #[must_use]
    pub const fn corrections_as_published(self) -> Self {
        Self { corrections_as_published: true, ..self }
    }

    /// The levels of the factors and of the further coefficients of the document, at most [`MAX_LEVELS`](Self::MAX_LEVELS);
    /// with [`corrections_as_published`](Self::corrections_as_published).
    #[must_use]
    pub const fn levels(self, levels: &'a [Level<'a>]) -> Self {
        Self { levels, ..self }
    }

    /// The editions that are known, which changes no figure: the warning that the edition priced from is not in force names
    /// the one that follows it, and one without a last day is in force until that begins.
    #[must_use]
    pub const fn editions(self, editions: Editions<'a>) -> Self {
        Self { editions: Some(editions), ..self }
    }

    pub(crate) fn known_base_date(&self) -> Option<Date> {
        let stated = || {
            let basis = self.base.basis()?;
            basis.base_date().or_else(|| basis.edition().base_date())
        };
        self.base_date.or_else(stated)
    }

    pub(crate) fn need_valuation_date(&self, needed_by: Quantity) -> Result<Date> {
        self.valuation_date.ok_or(missing(Quantity::ValuationDate, needed_by))
    }

    /// The base date and the valuation date.
    pub(crate) fn dates_of(&self, needed_by: Quantity) -> Result<(Date, Date)> {
        let base_date = self.known_base_date().ok_or_else(|| self.base.missing(Quantity::BaseDate, needed_by))?;
        Ok((base_date, self.need_valuation_date(needed_by)?))
    }
}
