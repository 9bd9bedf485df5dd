use rust_decimal::Decimal;

use crate::appraisal::chain_links::ChainLinks;
use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::derivation::Ends;
use crate::appraisal::derived::Derived;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::term_coefficient::TermCoefficient;
use crate::appraisal::{Appraised, BasePrice};
use crate::corrections::{Coefficient, FactorCorrection};
use crate::edition::file::layout::terms::{FACTOR_SUM, KJ, KT, KV, KY};
use crate::edition::{Citation, CorrectionKind, CorrectionRow};
use crate::numbers::Ratio;
use crate::numbers::arithmetic::Factor;
use crate::numbers::shown::shown;
use crate::worksheet::step::Detail;
use crate::worksheet::{Source, Step, StepKind};

impl<'a> Appraised<'a> {
    /// Every step, in the order of the formula: what takes no part in it has none.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.steps_to_the_price().chain(self.amount_steps().into_iter().flatten())
    }

    /// The steps before the unit price: P and what it is corrected by.
    pub(crate) fn steps_to_the_price(&self) -> impl Iterator<Item = Step<'_>> {
        let appraisal = &self.appraisal;
        let base = appraisal.base;
        let source = match base {
            BasePrice::Zone(price) => Source::Published(price.citation()),
            BasePrice::Grade(price) => Source::Published(price.citation()),
            BasePrice::Own { .. } => match appraisal.origin {
                Some(origin) if origin.has_citation() => Source::Origin(origin),
                _ => Source::Caller,
            },
        };
        let detail = appraisal.origin.map_or(Detail::Base(base), Detail::Origin);
        let base = Step { detail, source, ..given(StepKind::BasePrice, self.price_started_from) };
        let corrections = appraisal.factor_corrections.iter().map(|&FactorCorrection { name, value, .. }| Step {
            name: Some(name),
            ..given(StepKind::FactorCorrection, value)
        });
        [Some(base), self.remaining_term_step(), self.term_step(), self.plot_ratio_step()]
            .into_iter()
            .chain([self.months_step(), self.date_step()])
            .flatten()
            .chain(self.coefficient_steps())
            .chain(corrections)
            .chain(self.published_steps(CorrectionKind::Factor, StepKind::FactorCorrection))
            .chain([self.factor_sum_step(), self.adjustment_step()].into_iter().flatten())
    }

    /// The steps of a part of the formula, which are one but for Kj.
    pub(crate) fn steps_of(&self, part: u8) -> impl Iterator<Item = Step<'_>> {
        let one = match part {
            KY => self.term_step(),
            KV => self.plot_ratio_step(),
            KT => self.date_step(),
            FACTOR_SUM => self.factor_sum_step(),
            _ => None,
        };
        one.into_iter().chain((part == KJ).then(|| self.coefficient_steps()).into_iter().flatten())
    }

    /// The further coefficients: those of the caller's before those of the document.
    fn coefficient_steps(&self) -> impl Iterator<Item = Step<'_>> {
        let given = self.appraisal.coefficients.iter().filter_map(|&Coefficient { name, value }| {
            Some(Step { name: Some(name), ..given_ratio(StepKind::Coefficient, value)? })
        });
        given.chain(self.published_steps(CorrectionKind::Coefficient, StepKind::Coefficient))
    }

    /// The levels by the tables of a kind.
    fn published_steps(&self, of: CorrectionKind, kind: StepKind) -> impl Iterator<Item = Step<'_>> {
        self.derivation.published.of(of, &self.appraisal).map(move |row| Step {
            name: row.table().name(),
            source: Source::Published(row.citation()),
            detail: Detail::Level(row),
            ..given(kind, row.value())
        })
    }

    fn remaining_term_step(&self) -> Option<Step<'_>> {
        let (dates, remaining) = match self.derivation.term.as_ref()? {
            TermCoefficient::Given(_) => return None,
            TermCoefficient::Row { dates, remaining, .. } | TermCoefficient::Interpolated { dates, remaining, .. } => {
                (*dates, Some(*remaining))
            }
            TermCoefficient::Derived(Derived { from, .. }) => (from.dates, from.remaining.years()),
        };
        let (from, to) = dates?;
        Some(derived(StepKind::RemainingTerm, None, remaining?, Detail::Dates(from, to)))
    }

    fn term_step(&self) -> Option<Step<'_>> {
        let source = || self.appraisal.citation_of(CorrectionKind::Term);
        match self.derivation.term.as_ref()? {
            TermCoefficient::Given(ratio) => given_ratio(StepKind::TermCoefficient, *ratio),
            TermCoefficient::Row { remaining, row, .. } => {
                let printed = self.appraisal.published_row(CorrectionKind::Term, row.at);
                let detail = Detail::RemainingTerm(*remaining, printed.and_then(|row| row.interval()));
                Some(tabulated(printed, Step { detail, ..given(StepKind::TermCoefficient, row.coefficient) }))
            }
            TermCoefficient::Interpolated { remaining, between: Derived { from, value }, .. } => {
                let detail = Detail::Interpolation { at: *remaining, between: *from };
                let step = coefficient(StepKind::TermCoefficient, *value, &[from.factor(*remaining)], detail);
                step.map(|step| derived_from(source(), step))
            }
            TermCoefficient::Derived(Derived { from, value }) => {
                let step = coefficient(StepKind::TermCoefficient, *value, &[from.factor()], Detail::Terms(from));
                step.map(|step| derived_from(source(), step))
            }
        }
    }

    fn plot_ratio_step(&self) -> Option<Step<'_>> {
        match self.derivation.plot_ratio_coefficient? {
            PlotRatioCoefficient::Given(ratio) => given_ratio(StepKind::PlotRatioCoefficient, ratio),
            PlotRatioCoefficient::Row { plot_ratio, row } => {
                let printed = self.appraisal.published_row(CorrectionKind::PlotRatio, row.at);
                let detail = Detail::PlotRatio(plot_ratio, printed.and_then(|row| row.interval()));
                Some(tabulated(printed, Step { detail, ..given(StepKind::PlotRatioCoefficient, row.coefficient) }))
            }
            PlotRatioCoefficient::Interpolated { plot_ratio, between: Derived { from: between, value } } => {
                let detail = Detail::Interpolation { at: plot_ratio, between };
                let step = coefficient(StepKind::PlotRatioCoefficient, value, &[between.factor(plot_ratio)], detail);
                step.map(|step| derived_from(self.appraisal.citation_of(CorrectionKind::PlotRatio), step))
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
        let source = |kind| self.appraisal.citation_of(kind);
        match self.derivation.date_coefficient.as_ref()? {
            &DateCoefficient::Given(ratio) => given_ratio(StepKind::DateCoefficient, ratio),
            DateCoefficient::Index(Derived { from, value }) => {
                let step = coefficient(StepKind::DateCoefficient, *value, &from.factors(), Detail::Index(from));
                let only_row = from.links.as_ref().and_then(ChainLinks::only_row).map(|row| row.citation());
                step.map(|step| derived_from(only_row.or_else(|| source(CorrectionKind::DateIndex)), step))
            }
            DateCoefficient::Growth(Derived { from, value }) => {
                let step = coefficient(StepKind::DateCoefficient, *value, &[from.factor()], Detail::Growth(from));
                step.map(|step| derived_from(source(CorrectionKind::MonthlyGrowth), step))
            }
        }
    }

    fn factor_sum_step(&self) -> Option<Step<'_>> {
        let detail = Detail::Sum(self);
        Some(derived(StepKind::FactorSum, None, self.derivation.factor_sum?, detail))
    }

    fn adjustment_step(&self) -> Option<Step<'_>> {
        let value = self.derivation.adjustment?;
        Some(match self.appraisal.site_development {
            None => given(StepKind::DevelopmentAdjustment, value),
            Some(site) => {
                let costs = self.appraisal.costs();
                let basis = self.appraisal.basis_development;
                let basis = basis.or(self.appraisal.base.basis().and_then(|basis| basis.development_level()));
                let detail = Detail::Services { site, basis: basis.unwrap_or_default(), costs };
                let source = self.appraisal.citation_of(CorrectionKind::UnitCost);
                derived_from(source, derived(StepKind::DevelopmentAdjustment, None, value, detail))
            }
        })
    }

    fn amount_steps(&self) -> [Option<Step<'_>>; 6] {
        let price = self.unit_price;
        let base_price = self.price_started_from;
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
        let ends = Ends::new(self.appraisal.base, self.price_started_from, self.derivation.adjustment).ok()?;
        let factors = self.appraisal.factors(ends.start, &self.derivation).ok()?;
        shown(factors.as_slice(), ends.addend)
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

/// A coefficient of the caller's; of a ratio its quotient, as far as it is shown.
fn given_ratio<'a>(kind: StepKind, ratio: Ratio) -> Option<Step<'a>> {
    if !ratio.is_quotient() {
        return Some(given(kind, ratio.numerator()));
    }
    let detail = Detail::Quotient(ratio.numerator(), ratio.denominator());
    let exact = ratio.decimal().map(|value| value.normalize());
    let value = exact.or_else(|| shown(&[ratio.factor()], Decimal::ZERO))?;
    Some(Step { detail, unrounded: exact.is_none(), ..given(kind, value) })
}

/// A figure that a table of the document prints, where it is one of those.
fn tabulated<'a>(row: Option<CorrectionRow<'a>>, step: Step<'a>) -> Step<'a> {
    row.map_or(step, |row| Step { source: Source::Published(row.citation()), ..step })
}

/// A figure that follows from what the document prints, where it does.
fn derived_from<'a>(citation: Option<Citation<'a>>, step: Step<'a>) -> Step<'a> {
    citation.map_or(step, |citation| Step { source: Source::DerivedFrom(citation), ..step })
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
