use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::appraisal::{DateCoefficient, Derived, Growth, IndexRatio, PlotRatioCoefficient, Term};
use crate::appraisal::{Appraised, BasePrice};
use crate::corrections::date_index::IndexValue;
use crate::corrections::plot_ratio_table::Tabulated;
use crate::corrections::{Coefficient, FactorCorrection, UnitCost};
use crate::edition::Citation;
use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::{DecimalText, RoundingMode};
use crate::words::date::DateText;
use crate::words::{DevelopmentLevel, Language};

/// One line of an appraisal: a figure, what it was computed from, and where it comes from.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// What the figure is.
    pub kind: StepKind,
    /// The caller's name of it, for a further coefficient or a factor correction.
    pub name: Option<&'a str>,
    /// The figure before it was rounded, to at most [`Step::SHOWN_PLACES`] places. None where it was not rounded.
    pub before_rounding: Option<Decimal>,
    /// The figure that the appraisal goes on with. Where the policy leaves a derived coefficient
    /// [unrounded](Self::is_unrounded) this is as much of it as is shown.
    pub value: Decimal,
    /// Where it comes from.
    pub source: Source,
    pub(crate) detail: Detail<'a>,
    pub(crate) unrounded: bool,
}

/// What the figure of a [`Step`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum StepKind {
    /// P, the benchmark price.
    BasePrice = 1,
    /// m, the remaining term, where it comes from dates.
    RemainingTerm = 2,
    /// Ky, the term coefficient.
    TermCoefficient = 3,
    /// Kv, the plot-ratio coefficient.
    PlotRatioCoefficient = 4,
    /// t, the months from the base date to the valuation date.
    Months = 5,
    /// Kt, the date coefficient.
    DateCoefficient = 6,
    /// Kj, a further coefficient.
    Coefficient = 7,
    /// Ki, a factor correction.
    FactorCorrection = 8,
    /// ΣKi, the sum of the factor corrections.
    FactorSum = 9,
    /// Kf, the development adjustment.
    DevelopmentAdjustment = 10,
    /// V, the unit price.
    UnitPrice = 11,
    /// The price in 万元/亩.
    WanYuanPerMu = 12,
    /// The floor price.
    FloorPrice = 13,
    /// The total in 元.
    TotalYuan = 14,
    /// The total in 万元.
    TotalWanYuan = 15,
    /// The deviation from the benchmark price.
    Deviation = 16,
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Unit {
    /// A pure number.
    One = 0,
    /// 元/㎡ of land.
    YuanPerSquareMetre = 1,
    /// 元/㎡ of floor.
    YuanPerFloorArea = 2,
    /// 万元/亩.
    WanYuanPerMu = 3,
    /// 元.
    Yuan = 4,
    /// 万元.
    WanYuan = 5,
    /// Years.
    Years = 6,
    /// Months.
    Months = 7,
    /// Per cent.
    Percent = 8,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// It is published.
    Published(Citation),
    /// The caller gave it.
    Caller,
    /// It was computed from other figures.
    Derived,
}

/// Something that a [`Step`] was computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Input {
    /// Its symbol in the formula of the step.
    pub symbol: &'static str,
    /// Its value.
    pub value: Value,
}

/// The value of an [`Input`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number.
    Decimal(Decimal),
    /// A date.
    Date(Date),
    /// A development level.
    DevelopmentLevel(DevelopmentLevel),
}

/// How the figure of a step was computed.
#[derive(Clone, Copy)]
pub(crate) enum Detail<'a> {
    Given,
    Base(BasePrice<'a>),
    Dates(Date, Date),
    Term(&'a Term),
    Row { plot_ratio: Decimal },
    Interpolation { plot_ratio: Decimal, between: Tabulated },
    Index(&'a IndexRatio),
    Growth(&'a Growth),
    Sum(&'a [FactorCorrection<'a>]),
    Services { site: DevelopmentLevel, basis: DevelopmentLevel, unit_costs: &'a [UnitCost] },
    Formula(&'a Appraised<'a>),
    Quotient(Decimal, Decimal),
    Product(Decimal, Decimal),
    ProductOfTenThousand(Decimal, Decimal),
    Deviation(Decimal, Decimal),
}

impl Step<'_> {
    /// The most places that a figure before rounding is shown with.
    pub const SHOWN_PLACES: u32 = 12;

    /// Whether the policy left this derived coefficient unrounded, so that [`value`](Self::value) is only as much of it
    /// as is shown.
    #[must_use]
    pub const fn is_unrounded(&self) -> bool {
        self.unrounded
    }

    /// What the figure was computed from.
    pub fn inputs(&self) -> impl Iterator<Item = Input> + use<> {
        let decimal = |symbol, value| Some(Input { symbol, value: Value::Decimal(value) });
        let date = |symbol, value| Some(Input { symbol, value: Value::Date(value) });
        let level = |symbol, value| Some(Input { symbol, value: Value::DevelopmentLevel(value) });
        let inputs = match self.detail {
            Detail::Given | Detail::Base(_) | Detail::Sum(_) | Detail::Formula(_) => [None; 5],
            Detail::Dates(from, to) => [date("from", from), date("to", to), None, None, None],
            Detail::Term(term) => {
                [decimal("r", term.rate), decimal("m", term.remaining), decimal("n", term.statutory), None, None]
            }
            Detail::Row { plot_ratio } => [decimal("x", plot_ratio), None, None, None, None],
            Detail::Interpolation { plot_ratio, between } => match between {
                Tabulated::Between(below, above) => [
                    decimal("x", plot_ratio),
                    decimal("x0", below.plot_ratio),
                    decimal("y0", below.coefficient),
                    decimal("x1", above.plot_ratio),
                    decimal("y1", above.coefficient),
                ],
                Tabulated::Row(_) => [decimal("x", plot_ratio), None, None, None, None],
            },
            Detail::Index(index) => [
                date("valuation date", index.valuation_date),
                index_value(index.valuation).and_then(|value| decimal("I1", value)),
                date("base date", index.base_date),
                index_value(index.base).and_then(|value| decimal("I0", value)),
                None,
            ],
            Detail::Growth(growth) => [decimal("g", growth.rate), decimal("t", growth.months), None, None, None],
            Detail::Services { site, basis, .. } => [level("site", site), level("basis", basis), None, None, None],
            Detail::Quotient(a, b) | Detail::Product(a, b) | Detail::ProductOfTenThousand(a, b) => {
                [decimal("a", a), decimal("b", b), None, None, None]
            }
            Detail::Deviation(unit_price, base_price) => {
                [decimal("V", unit_price), decimal("P", base_price), None, None, None]
            }
        };
        inputs.into_iter().flatten()
    }

    /// The computation with its numbers filled in, such as `[1 − (1 + 0.064)^−33.57] ÷ [1 − (1 + 0.064)^−40]`; empty
    /// for a figure that was given.
    #[must_use]
    pub const fn expression(&self) -> Expression<'_> {
        Expression { detail: &self.detail, language: Language::English }
    }

    /// The computation as [`expression`](Self::expression) gives it, its words in that language.
    #[must_use]
    pub const fn expression_in(&self, language: Language) -> Expression<'_> {
        Expression { detail: &self.detail, language }
    }
}

impl StepKind {
    /// The symbol in the formula; for an amount derived from the unit price, the computation.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::BasePrice => "P",
            Self::RemainingTerm => "m",
            Self::TermCoefficient => "Ky",
            Self::PlotRatioCoefficient => "Kv",
            Self::Months => "t",
            Self::DateCoefficient => "Kt",
            Self::Coefficient => "Kj",
            Self::FactorCorrection => "Ki",
            Self::FactorSum => "ΣKi",
            Self::DevelopmentAdjustment => "Kf",
            Self::UnitPrice => "V",
            Self::WanYuanPerMu => "V/15",
            Self::FloorPrice => "V/FAR",
            Self::TotalYuan | Self::TotalWanYuan => "V×S",
            Self::Deviation => "V/P−1",
        }
    }

    /// The English label.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::BasePrice => "benchmark price",
            Self::RemainingTerm => "remaining term",
            Self::TermCoefficient => "term coefficient",
            Self::PlotRatioCoefficient => "plot-ratio coefficient",
            Self::Months => "months since the base date",
            Self::DateCoefficient => "date coefficient",
            Self::Coefficient => "coefficient",
            Self::FactorCorrection => "factor correction",
            Self::FactorSum => "sum of factor corrections",
            Self::DevelopmentAdjustment => "development adjustment",
            Self::UnitPrice => "unit price",
            Self::WanYuanPerMu => "price per mu",
            Self::FloorPrice => "floor price",
            Self::TotalYuan | Self::TotalWanYuan => "total",
            Self::Deviation => "deviation",
        }
    }

    /// The Chinese label.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::BasePrice => "基准地价",
            Self::RemainingTerm => "剩余使用年期",
            Self::TermCoefficient => "年期修正系数",
            Self::PlotRatioCoefficient => "容积率修正系数",
            Self::Months => "距基准日月数",
            Self::DateCoefficient => "期日修正系数",
            Self::Coefficient => "修正系数",
            Self::FactorCorrection => "因素修正",
            Self::FactorSum => "因素修正之和",
            Self::DevelopmentAdjustment => "开发程度修正",
            Self::UnitPrice => "宗地单价",
            Self::WanYuanPerMu => "每亩地价",
            Self::FloorPrice => "楼面地价",
            Self::TotalYuan | Self::TotalWanYuan => "总价",
            Self::Deviation => "偏离基准地价",
        }
    }

    /// The unit of the figure.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::BasePrice | Self::DevelopmentAdjustment | Self::UnitPrice => Unit::YuanPerSquareMetre,
            Self::RemainingTerm => Unit::Years,
            Self::Months => Unit::Months,
            Self::TermCoefficient
            | Self::PlotRatioCoefficient
            | Self::DateCoefficient
            | Self::Coefficient
            | Self::FactorCorrection
            | Self::FactorSum => Unit::One,
            Self::WanYuanPerMu => Unit::WanYuanPerMu,
            Self::FloorPrice => Unit::YuanPerFloorArea,
            Self::TotalYuan => Unit::Yuan,
            Self::TotalWanYuan => Unit::WanYuan,
            Self::Deviation => Unit::Percent,
        }
    }
}

impl Unit {
    /// The unit in English; empty for a pure number.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::One => "",
            Self::YuanPerSquareMetre => "yuan/m²",
            Self::YuanPerFloorArea => "yuan/m² of floor",
            Self::WanYuanPerMu => "10,000 yuan/mu",
            Self::Yuan => "yuan",
            Self::WanYuan => "10,000 yuan",
            Self::Years => "years",
            Self::Months => "months",
            Self::Percent => "%",
        }
    }

    /// The unit in Chinese; empty for a pure number.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::One => "",
            Self::YuanPerSquareMetre => "元/㎡",
            Self::YuanPerFloorArea => "元/㎡建筑面积",
            Self::WanYuanPerMu => "万元/亩",
            Self::Yuan => "元",
            Self::WanYuan => "万元",
            Self::Years => "年",
            Self::Months => "月",
            Self::Percent => "%",
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decimal(value) => DecimalText(*value).fmt(f),
            Self::Date(date) => DateText(*date).fmt(f),
            Self::DevelopmentLevel(level) => level.fmt(f),
        }
    }
}

/// A computation with its numbers filled in.
#[derive(Clone, Copy)]
pub struct Expression<'a> {
    detail: &'a Detail<'a>,
    language: Language,
}

impl fmt::Display for Expression<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = DecimalText;
        match *self.detail {
            Detail::Given => Ok(()),
            Detail::Base(base) => match (base, self.language) {
                (BasePrice::Zone(price), Language::Chinese) => write!(f, "{} {}", price.land_use.chinese(), price.code),
                (BasePrice::Zone(price), Language::English) => write!(f, "{} {}", price.land_use, price.code),
                (BasePrice::Grade(price), Language::Chinese) => {
                    write!(f, "{} {}级", price.land_use.chinese(), price.grade)
                }
                (BasePrice::Grade(price), Language::English) => write!(f, "{} grade {}", price.land_use, price.grade),
                (BasePrice::Own { .. }, _) => Ok(()),
            },
            Detail::Dates(from, to) => write!(f, "{} → {}", DateText(from), DateText(to)),
            Detail::Term(&Term { rate, remaining, statutory, .. }) => {
                let (r, m, n) = (text(rate), text(remaining), text(statutory));
                write!(f, "[1 − (1 + {r})^−{m}] ÷ [1 − (1 + {r})^−{n}]")
            }
            Detail::Row { plot_ratio } => {
                write!(f, "{} {}", self.language.pick("容积率", "plot ratio"), text(plot_ratio))
            }
            Detail::Interpolation { plot_ratio, between: Tabulated::Between(below, above) } => {
                let (x, x0, x1) = (text(plot_ratio), text(below.plot_ratio), text(above.plot_ratio));
                let (y0, y1) = (text(below.coefficient), text(above.coefficient));
                write!(f, "{y0} + ({y1} − {y0}) × ({x} − {x0}) ÷ ({x1} − {x0})")
            }
            Detail::Interpolation { plot_ratio, between: Tabulated::Row(_) } => text(plot_ratio).fmt(f),
            Detail::Index(index) => {
                write_index(f, index.valuation_date, index.valuation)?;
                f.write_str(" ÷ ")?;
                write_index(f, index.base_date, index.base)
            }
            Detail::Growth(growth) if growth.rate.is_sign_negative() => {
                write!(f, "(1 − {})^{}", text(growth.rate.abs()), text(growth.months))
            }
            Detail::Growth(growth) => write!(f, "(1 + {})^{}", text(growth.rate), text(growth.months)),
            Detail::Sum(corrections) => write_signed(f, corrections.iter().map(|correction| correction.value)),
            Detail::Services { site, basis, unit_costs } => {
                let (beyond, lacking) = (site.difference(basis), basis.difference(site));
                write_signed(
                    f,
                    unit_costs.iter().filter_map(|&UnitCost { service, cost }| {
                        let negative = lacking.contains(service).then_some(-cost);
                        negative.or(beyond.contains(service).then_some(cost))
                    }),
                )
            }
            Detail::Formula(appraised) => write_product(f, appraised),
            Detail::Quotient(a, b) => write!(f, "{} ÷ {}", text(a), text(b)),
            Detail::Product(a, b) => write!(f, "{} × {}", text(a), text(b)),
            Detail::ProductOfTenThousand(a, b) => write!(f, "{} × {} ÷ 10000", text(a), text(b)),
            Detail::Deviation(unit_price, base_price) => {
                write!(f, "({} ÷ {} − 1) × 100", text(unit_price), text(base_price))
            }
        }
    }
}

fn write_index(f: &mut fmt::Formatter<'_>, date: Date, index: IndexValue) -> fmt::Result {
    let (numerator, denominator) = (DecimalText(index.numerator), DecimalText(index.denominator));
    let date = DateText(date);
    if index.is_whole() {
        write!(f, "{numerator} [{date}]")
    } else {
        write!(f, "({numerator} ÷ {denominator}) [{date}]")
    }
}

fn index_value(index: IndexValue) -> Option<Decimal> {
    if index.is_whole() {
        return Some(index.numerator);
    }
    let ratio = Factor::Ratio { numerator: index.numerator, denominator: index.denominator };
    shown(&[ratio], Decimal::ZERO)
}

/// Numbers joined by + and −.
pub(crate) fn write_signed(f: &mut fmt::Formatter<'_>, values: impl Iterator<Item = Decimal>) -> fmt::Result {
    for (index, value) in values.enumerate() {
        let sign = match (index, value.is_sign_negative() && !value.is_zero()) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        };
        write!(f, "{sign}{}", DecimalText(value.abs()))?;
    }
    Ok(())
}

/// The right side of the formula, in symbols or with the numbers filled in.
fn write_product(f: &mut fmt::Formatter<'_>, appraised: &Appraised<'_>) -> fmt::Result {
    let mut adjustment = None;
    for step in appraised.steps() {
        match step.kind {
            StepKind::BasePrice => write!(f, "{}", DecimalText(step.value))?,
            StepKind::TermCoefficient
            | StepKind::PlotRatioCoefficient
            | StepKind::DateCoefficient
            | StepKind::Coefficient => {
                write!(f, " × {}{}", DecimalText(step.value), if step.unrounded { "…" } else { "" })?;
            }
            StepKind::FactorSum if step.value.is_sign_negative() && !step.value.is_zero() => {
                write!(f, " × (1 − {})", DecimalText(step.value.abs()))?;
            }
            StepKind::FactorSum => write!(f, " × (1 + {})", DecimalText(step.value))?,
            StepKind::DevelopmentAdjustment => adjustment = Some(step.value),
            _ => {}
        }
    }
    match adjustment {
        Some(value) if value.is_sign_negative() && !value.is_zero() => write!(f, " − {}", DecimalText(value.abs())),
        Some(value) => write!(f, " + {}", DecimalText(value)),
        None => Ok(()),
    }
}

/// The exact value as far as it is shown, without trailing zeros; none where it has too many digits to be shown.
fn shown(factors: &[Factor], addend: Decimal) -> Option<Decimal> {
    let places = [Step::SHOWN_PLACES, 6, 2];
    let value = places
        .into_iter()
        .find_map(|places| arithmetic::round_product(factors, addend, places, RoundingMode::HalfUp).ok());
    value.map(|value| value.normalize())
}

impl<'a> Appraised<'a> {
    /// Every step, in the order of the formula: what takes no part in it has none.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        let appraisal = &self.appraisal;
        let base = appraisal.base;
        let source = match base {
            BasePrice::Zone(price) => Source::Published(price.citation),
            BasePrice::Grade(price) => Source::Published(price.citation),
            BasePrice::Own { .. } => Source::Caller,
        };
        let base = Step { detail: Detail::Base(base), source, ..given(StepKind::BasePrice, base.per_square_metre()) };
        let coefficients = appraisal
            .coefficients
            .iter()
            .map(|&Coefficient { name, value }| Step { name: Some(name), ..given(StepKind::Coefficient, value) });
        let corrections = appraisal.factor_corrections.iter().map(|&FactorCorrection { name, value }| Step {
            name: Some(name),
            ..given(StepKind::FactorCorrection, value)
        });
        [Some(base), self.remaining_term_step(), self.term_step(), self.plot_ratio_step()]
            .into_iter()
            .chain([self.months_step(), self.date_step()])
            .flatten()
            .chain(coefficients)
            .chain(corrections)
            .chain([self.factor_sum_step(), self.adjustment_step()].into_iter().flatten())
            .chain(self.amount_steps().into_iter().flatten())
    }

    fn remaining_term_step(&self) -> Option<Step<'_>> {
        let term = &self.derivation.term.as_ref()?.from;
        let (from, to) = term.dates?;
        Some(derived(StepKind::RemainingTerm, None, term.remaining, Detail::Dates(from, to)))
    }

    fn term_step(&self) -> Option<Step<'_>> {
        let term = self.derivation.term.as_ref()?;
        coefficient(StepKind::TermCoefficient, term.value, &[term.from.factor()], Detail::Term(&term.from))
    }

    fn plot_ratio_step(&self) -> Option<Step<'_>> {
        match self.derivation.plot_ratio_coefficient? {
            PlotRatioCoefficient::Given(value) => Some(given(StepKind::PlotRatioCoefficient, value)),
            PlotRatioCoefficient::Row { plot_ratio, coefficient } => {
                Some(Step { detail: Detail::Row { plot_ratio }, ..given(StepKind::PlotRatioCoefficient, coefficient) })
            }
            PlotRatioCoefficient::Interpolated { plot_ratio, between: Derived { from: between, value } } => {
                let detail = Detail::Interpolation { plot_ratio, between };
                coefficient(StepKind::PlotRatioCoefficient, value, &[between.factor(plot_ratio)], detail)
            }
        }
    }

    fn months_step(&self) -> Option<Step<'_>> {
        match self.derivation.date_coefficient.as_ref()? {
            DateCoefficient::Growth(Derived { from, .. }) => {
                let detail = Detail::Dates(from.base_date, from.valuation_date);
                Some(derived(StepKind::Months, None, from.months, detail))
            }
            DateCoefficient::Given(_) | DateCoefficient::Index(_) => None,
        }
    }

    fn date_step(&self) -> Option<Step<'_>> {
        match self.derivation.date_coefficient.as_ref()? {
            &DateCoefficient::Given(value) => Some(given(StepKind::DateCoefficient, value)),
            DateCoefficient::Index(Derived { from, value }) => {
                coefficient(StepKind::DateCoefficient, *value, &from.factors(), Detail::Index(from))
            }
            DateCoefficient::Growth(Derived { from, value }) => {
                coefficient(StepKind::DateCoefficient, *value, &[from.factor()], Detail::Growth(from))
            }
        }
    }

    fn factor_sum_step(&self) -> Option<Step<'_>> {
        let detail = Detail::Sum(self.appraisal.factor_corrections);
        Some(derived(StepKind::FactorSum, None, self.derivation.factor_sum?, detail))
    }

    fn adjustment_step(&self) -> Option<Step<'_>> {
        let value = self.derivation.adjustment?;
        Some(match self.appraisal.site_development {
            None => given(StepKind::DevelopmentAdjustment, value),
            Some((site, unit_costs)) => {
                let basis = self.appraisal.basis_development;
                let basis = basis.or(self.appraisal.base.basis().map(|basis| basis.development_level));
                let detail = Detail::Services { site, basis: basis.unwrap_or_default(), unit_costs };
                derived(StepKind::DevelopmentAdjustment, None, value, detail)
            }
        })
    }

    fn amount_steps(&self) -> [Option<Step<'_>>; 6] {
        let price = self.unit_price;
        let base_price = self.appraisal.base.per_square_metre();
        let fifteen = Decimal::from_parts(15, 0, 0, false, 0);
        let hundred = Decimal::from_parts(100, 0, 0, false, 0);
        let ratio = |numerator, denominator| Factor::Ratio { numerator, denominator };
        let amount =
            |kind, value, factors: &[Factor], addend, detail| derived(kind, shown(factors, addend), value, detail);
        let zero = Decimal::ZERO;
        [
            Some(derived(StepKind::UnitPrice, self.unit_price_before_rounding(), price, Detail::Formula(self))),
            Some(amount(
                StepKind::WanYuanPerMu,
                self.wan_yuan_per_mu,
                &[ratio(price, fifteen)],
                zero,
                Detail::Quotient(price, fifteen),
            )),
            self.floor_price.zip(self.appraisal.plot_ratio).map(|(value, plot_ratio)| {
                let detail = Detail::Quotient(price, plot_ratio);
                amount(StepKind::FloorPrice, value, &[ratio(price, plot_ratio)], zero, detail)
            }),
            self.total_yuan.zip(self.appraisal.area).map(|(value, area)| {
                let factors = [Factor::Decimal(price), Factor::Decimal(area)];
                amount(StepKind::TotalYuan, value, &factors, zero, Detail::Product(price, area))
            }),
            self.total_wan_yuan.zip(self.appraisal.area).map(|(value, area)| {
                let factors = [ratio(price, Decimal::from_parts(10_000, 0, 0, false, 0)), Factor::Decimal(area)];
                amount(StepKind::TotalWanYuan, value, &factors, zero, Detail::ProductOfTenThousand(price, area))
            }),
            Some(amount(
                StepKind::Deviation,
                self.deviation,
                &[Factor::Decimal(hundred), ratio(price, base_price)],
                -hundred,
                Detail::Deviation(price, base_price),
            )),
        ]
    }

    fn unit_price_before_rounding(&self) -> Option<Decimal> {
        let factors = self.appraisal.factors(&self.derivation).ok()?;
        shown(factors.as_slice(), self.derivation.adjustment.unwrap_or(Decimal::ZERO))
    }
}

const fn given<'a>(kind: StepKind, value: Decimal) -> Step<'a> {
    Step {
        kind,
        name: None,
        before_rounding: None,
        value,
        source: Source::Caller,
        detail: Detail::Given,
        unrounded: false,
    }
}

const fn derived(kind: StepKind, before_rounding: Option<Decimal>, value: Decimal, detail: Detail<'_>) -> Step<'_> {
    Step { kind, name: None, before_rounding, value, source: Source::Derived, detail, unrounded: false }
}

/// A derived coefficient, rounded or not.
fn coefficient<'a>(kind: StepKind, value: Option<Decimal>, factors: &[Factor], detail: Detail<'a>) -> Option<Step<'a>> {
    let shown = shown(factors, Decimal::ZERO);
    match value {
        Some(value) => Some(derived(kind, shown, value, detail)),
        None => shown.map(|value| Step { unrounded: true, ..derived(kind, None, value, detail) }),
    }
}
