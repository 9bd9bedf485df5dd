use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::chain_links::ChainLinks;
use crate::appraisal::date_coefficient::IndexRatio;
use crate::appraisal::term_coefficient::{TermRule, Terms};
use crate::appraisal::{Appraised, BasePrice};
use crate::corrections::UnitCost;
use crate::corrections::date_index::IndexValue;
use crate::corrections::tabulated::Tabulated;
use crate::edition::{Interval, PricedArea};
use crate::numbers::units::percent;
use crate::numbers::{DecimalText, Term};
use crate::words::Language;
use crate::words::date::DateText;
use crate::words::graded::behind_grade;
use crate::words::text::write_line;
use crate::worksheet::formula::write_factors;
use crate::worksheet::step::Detail;
use crate::worksheet::{Step, StepKind};

/// A computation with its numbers filled in.
#[derive(Clone, Copy)]
pub struct Expression<'a> {
    detail: &'a Detail<'a>,
    language: Language,
}

impl Step<'_> {
    /// The computation with its numbers filled in, such as `[1 - (1 + 0.064)^-33.57] ÷ [1 - (1 + 0.064)^-40]`; empty
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

impl fmt::Display for Expression<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = DecimalText;
        match *self.detail {
            Detail::Given => Ok(()),
            Detail::Base(base) => write_base_price(f, base, self.language),
            Detail::Origin(origin) => write_line(f, origin.subject(self.language)),
            Detail::Dates(from, to) => write!(f, "{} → {}", DateText(from), DateText(to)),
            Detail::Terms(terms) => write_terms(f, terms),
            Detail::RemainingTerm(years, interval) => {
                write!(f, "{} {}", self.language.pick("剩余使用年期", "remaining term"), text(years))?;
                write_interval(f, interval, self.language)
            }
            Detail::Level(row) => {
                f.write_str(row.level().unwrap_or_default())?;
                row.condition().map_or(Ok(()), |condition| {
                    f.write_str(self.language.pick("：", ": "))?;
                    write_line(f, condition)
                })
            }
            Detail::PlotRatio(plot_ratio, interval) => {
                write!(f, "{} {}", self.language.pick("容积率", "plot ratio"), text(plot_ratio))?;
                write_interval(f, interval, self.language)
            }
            Detail::Interpolation { at, between: Tabulated::Between(below, above) } => {
                let (x, x0, x1) = (text(at), text(below.at), text(above.at));
                let (y0, y1) = (text(below.coefficient), text(above.coefficient));
                write!(f, "{y0} + ({y1} - {y0}) × ({x} - {x0}) ÷ ({x1} - {x0})")
            }
            Detail::Interpolation { at, between: Tabulated::Row(_) } => text(at).fmt(f),
            Detail::Index(index) => match &index.links {
                Some(links) if links.len() > 0 => write_chain(f, index, links, self.language),
                _ => {
                    write_index(f, index.valuation_date, index.valuation)?;
                    f.write_str(" ÷ ")?;
                    write_index(f, index.base_date, index.base)
                }
            },
            Detail::Growth(growth) if growth.rate.is_sign_negative() => {
                write!(f, "(1 - {})^{}", text(growth.rate.abs()), text(growth.months))
            }
            Detail::Growth(growth) => write!(f, "(1 + {})^{}", text(growth.rate), text(growth.months)),
            Detail::Sum(Appraised { appraisal, derivation, .. }) => {
                let mut values = appraisal.all_corrections(&derivation.published).enumerate();
                values.try_for_each(|(index, value)| {
                    write_signed(f, index, percent(value))?;
                    f.write_str("%")
                })
            }
            Detail::Services { site, basis, costs } => {
                let (beyond, lacking) = (site.difference(basis), basis.difference(site));
                let signed = costs.iter().filter_map(|UnitCost { service, cost }| {
                    let negative = lacking.contains(service).then_some(-cost);
                    Some((service, negative.or(beyond.contains(service).then_some(cost))?))
                });
                signed.enumerate().try_for_each(|(index, (service, cost))| {
                    write_signed(f, index, cost)?;
                    write!(f, " [{}]", self.language.pick(service.chinese(), service.english()))
                })
            }
            Detail::Formula(appraised) => write_product(f, appraised),
            Detail::Quotient(a, b) => write!(f, "{} ÷ {}", text(a), text(b)),
            Detail::Product(a, b) => write!(f, "{} × {}", text(a), text(b)),
            Detail::ProductOfTenThousand(a, b) => write!(f, "{} × {} ÷ 10000", text(a), text(b)),
            Detail::Deviation(unit_price, base_price) => {
                write!(f, "({} ÷ {} - 1) × 100", text(unit_price), text(base_price))
            }
        }
    }
}

/// The interval of the table that a number is in.
fn write_interval(f: &mut fmt::Formatter<'_>, interval: Option<Interval>, language: Language) -> fmt::Result {
    interval.map_or(Ok(()), |interval| write!(f, "{}{interval}", language.pick("：", ": ")))
}

/// [1 − (1+r)^−m] ÷ [1 − (1+r)^−n], in which the bracket of a term without end is 1; or m ÷ n.
fn write_terms(f: &mut fmt::Formatter<'_>, terms: &Terms) -> fmt::Result {
    let years = |term: Term| term.years().map(DecimalText);
    match (terms.rule, years(terms.remaining), years(terms.statutory)) {
        (TermRule::Annuity { rate }, m, n) => {
            let r = DecimalText(rate);
            match (m, n) {
                (Some(m), Some(n)) => write!(f, "[1 - (1 + {r})^-{m}] ÷ [1 - (1 + {r})^-{n}]"),
                (Some(m), None) => write!(f, "1 - (1 + {r})^-{m}"),
                (None, Some(n)) => write!(f, "1 ÷ [1 - (1 + {r})^-{n}]"),
                (None, None) => f.write_str("1"),
            }
        }
        (TermRule::Proportion, Some(m), Some(n)) => write!(f, "{m} ÷ {n}"),
        (TermRule::Proportion, ..) => Ok(()),
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

/// The links of a chain, each with the date of its row; of many the first and the last ones, and how many are between them.
fn write_chain(
    f: &mut fmt::Formatter<'_>,
    index: &IndexRatio<'_>,
    links: &ChainLinks<'_>,
    language: Language,
) -> fmt::Result {
    // Of more than are shown as many are left out that leaving out makes it shorter.
    let left_out = if links.len() > MOST_LINKS { links.len() - 2 * LINKS_AT_AN_END } else { 0 };
    for (place, link) in links.points().enumerate() {
        let between = if place == 0 { "" } else { " × " };
        let beyond = place.checked_sub(LINKS_AT_AN_END).filter(|&beyond| beyond < left_out);
        let (index, date) = (DecimalText(link.index), DateText(link.date));
        match (beyond, links.inverse) {
            (Some(0), _) => {
                let links = language.pick("期", " links");
                write!(f, " × … [{left_out}{links}] …")
            }
            (Some(_), _) => Ok(()),
            (None, false) => write!(f, "{between}({index} ÷ 100) [{date}]"),
            (None, true) => write!(f, "{between}(100 ÷ {index}) [{date}]"),
        }?;
    }
    // What is interpolated is relative to the row before its date.
    if !index.valuation.is_whole() {
        f.write_str(" × ")?;
        write_part_of_link(f, index.valuation_date, index.valuation)?;
    }
    if !index.base.is_whole() {
        f.write_str(" ÷ ")?;
        write_part_of_link(f, index.base_date, index.base)?;
    }
    Ok(())
}

/// The most links that are all shown, and how many at either end where there are more.
const MOST_LINKS: usize = 8;
const LINKS_AT_AN_END: usize = 3;

/// An index that is interpolated, of the 100 that the row before its date is.
fn write_part_of_link(f: &mut fmt::Formatter<'_>, date: Date, index: IndexValue) -> fmt::Result {
    let (numerator, denominator) = (DecimalText(index.numerator), DecimalText(index.denominator));
    write!(f, "({numerator} ÷ {denominator} ÷ 100) [{}]", DateText(date))
}

/// A number of a sum, joined by + or - to what comes before it.
fn write_signed(f: &mut fmt::Formatter<'_>, index: usize, value: Decimal) -> fmt::Result {
    let sign = match (index, value.is_sign_negative() && !value.is_zero()) {
        (0, false) => "",
        (0, true) => "-",
        (_, false) => " + ",
        (_, true) => " - ",
    };
    write!(f, "{sign}{}", DecimalText(value.abs()))
}

/// The right side of the formula with the numbers filled in, in the order of the document.
fn write_product(f: &mut fmt::Formatter<'_>, appraised: &Appraised<'_>) -> fmt::Result {
    let price = DecimalText(appraised.price_started_from);
    let adjusts_first = appraised.appraisal.base.formula().adjusts_first();
    let (first, last) = match appraised.derivation.adjustment {
        adjustment if adjusts_first => (adjustment, None),
        adjustment => (None, adjustment),
    };
    match first {
        Some(adjustment) => {
            write!(f, "({price}")?;
            write_signed(f, 1, adjustment)?;
            f.write_str(")")
        }
        None => write!(f, "{price}"),
    }?;
    write_factors(f, appraised, |f, step| match (step.kind, &step.detail) {
        (StepKind::FactorSum, _) if step.value.is_sign_negative() && !step.value.is_zero() => {
            write!(f, " × (1 - {}%)", DecimalText(percent(step.value.abs())))
        }
        (StepKind::FactorSum, _) => write!(f, " × (1 + {}%)", DecimalText(percent(step.value))),
        // A ratio of the caller's, which no decimal may be.
        (_, Detail::Quotient(a, b)) => write!(f, " × ({} ÷ {})", DecimalText(*a), DecimalText(*b)),
        _ => write!(f, " × {}{}", DecimalText(step.value), if step.unrounded { "…" } else { "" }),
    })?;
    last.map_or(Ok(()), |adjustment| write_signed(f, 1, adjustment))
}

/// What the benchmark price is of: `商服 Ⅲ-4`, `commercial grade Ⅲ`; of a price of floor, how that of land follows from it.
fn write_base_price(f: &mut fmt::Formatter<'_>, base: BasePrice<'_>, language: Language) -> fmt::Result {
    let (priced_area, printed, basis) = match base {
        BasePrice::Zone(price) => {
            write!(f, "{} {}", price.land_use().name_in(language), price.code_text())?;
            (price.priced_area(), price.printed(), price.basis())
        }
        BasePrice::Grade(price) => {
            let (land_use, grade) = (price.land_use().name_in(language), price.grade().name());
            match language {
                Language::Chinese => write!(f, "{land_use} {grade}{}", behind_grade(grade)),
                Language::English => write!(f, "{land_use} grade {grade}"),
            }?;
            (price.priced_area(), price.printed(), price.basis())
        }
        BasePrice::Own { .. } => return Ok(()),
    };
    match (priced_area, basis.plot_ratio()) {
        (PricedArea::Floor, Some(ratio)) => {
            let (floor, ratio_name) = (language.pick("楼面地价", "floor price"), language.pick("容积率", "plot ratio"));
            write!(f, ": {floor} {} × {ratio_name} {}", DecimalText(printed), DecimalText(ratio))
        }
        _ => Ok(()),
    }
}
