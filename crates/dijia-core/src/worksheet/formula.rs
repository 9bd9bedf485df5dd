use core::fmt;

use rust_decimal::Decimal;

use crate::appraisal::{Appraised, BasePrice, MixedAppraised, PaymentDue};
use crate::numbers::DecimalText;
use crate::words::Language;
use crate::words::graded::behind_grade;
use crate::words::text::write_line;
use crate::worksheet::{Step, StepKind, Unit};

/// What a price or a payment equals.
#[derive(Clone, Copy)]
pub(crate) enum Line<'a> {
    /// The formula in symbols.
    Symbols(&'a Appraised<'a>),
    /// The formula with the numbers filled in.
    Numbers(&'a Appraised<'a>),
    /// The prices of several uses, each with its share.
    Shares(&'a MixedAppraised<'a>),
    /// The formula of a payment in symbols.
    PaymentSymbols(&'a PaymentDue),
    /// The formula of a payment with the numbers filled in.
    PaymentNumbers(&'a PaymentDue),
    /// The result.
    Figure(Decimal, Unit),
}

impl<'a> Line<'a> {
    /// The sign of equality and what stands before it: V, or U of a payment, in the first line, nothing in all others.
    pub(crate) const fn left_side(self) -> &'static str {
        match self {
            Self::Symbols(_) | Self::Shares(_) => "V = ",
            Self::PaymentSymbols(_) => "U = ",
            Self::Numbers(_) | Self::PaymentNumbers(_) | Self::Figure(..) => "= ",
        }
    }

    pub(crate) const fn right_side(self, language: Language) -> RightSide<'a> {
        RightSide { line: self, language }
    }
}

/// What stands behind the sign of equality.
#[derive(Clone, Copy)]
pub(crate) struct RightSide<'a> {
    line: Line<'a>,
    language: Language,
}

impl fmt::Display for RightSide<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.language;
        match self.line {
            Line::Symbols(appraised) => write_symbols(f, appraised),
            Line::Numbers(appraised) => {
                let Some(price) = unit_price(appraised) else { return Ok(()) };
                price.expression_in(language).fmt(f)
            }
            Line::Shares(mixed) => write_shares(f, mixed, language),
            Line::PaymentSymbols(due) => due.write_symbols(f),
            Line::PaymentNumbers(due) => due.write_numbers(f),
            Line::Figure(value, unit) => {
                write!(f, "{} {}", DecimalText(value), language.pick(unit.chinese(), unit.english()))
            }
        }
    }
}

/// Writes the factors behind P in the order of the document, or where it says none in that of the method.
// Steps are large: what goes through them takes its stack only as long as it does.
#[inline(never)]
pub(crate) fn write_factors(
    f: &mut fmt::Formatter<'_>,
    appraised: &Appraised<'_>,
    write: fn(&mut fmt::Formatter<'_>, &Step<'_>) -> fmt::Result,
) -> fmt::Result {
    let formula = appraised.appraisal.base.formula();
    formula.parts().try_for_each(|part| appraised.steps_of(part).try_for_each(|step| write(f, &step)))
}

// Steps are large: what goes through them takes its stack only as long as it does.
#[inline(never)]
fn unit_price<'a>(appraised: &'a Appraised<'_>) -> Option<Step<'a>> {
    appraised.steps().find(|step| step.kind == StepKind::UnitPrice)
}

#[inline(never)]
fn write_symbols(f: &mut fmt::Formatter<'_>, appraised: &Appraised<'_>) -> fmt::Result {
    let (before, behind) = match appraised.derivation.adjustment {
        Some(_) if appraised.appraisal.base.formula().adjusts_first() => ("(P + Kf)", ""),
        Some(_) => ("P", " + Kf"),
        None => ("P", ""),
    };
    f.write_str(before)?;
    write_factors(f, appraised, |f, step| match step.kind {
        StepKind::Coefficient => {
            f.write_str(" × K")?;
            write_line(f, step.name.unwrap_or_default())
        }
        StepKind::FactorSum => f.write_str(" × (1 + ΣKi)"),
        kind => write!(f, " × {}", kind.symbol()),
    })?;
    f.write_str(behind)
}

fn write_shares(f: &mut fmt::Formatter<'_>, mixed: &MixedAppraised<'_>, language: Language) -> fmt::Result {
    f.write_str(if mixed.is_by_areas() { "(" } else { "" })?;
    for (index, share) in mixed.shares().iter().enumerate() {
        let plus = if index > 0 { " + " } else { "" };
        write!(f, "{plus}{} × {}", DecimalText(share.unit_price), DecimalText(share.share))?;
        write_use(f, share.base_price, language)?;
    }
    match mixed.mixed_use.sum_of_shares().ok().filter(|_| mixed.is_by_areas()) {
        Some(sum) => write!(f, ") ÷ {}", DecimalText(sum)),
        None => Ok(()),
    }
}

/// The use in brackets, so far as it is known.
fn write_use(f: &mut fmt::Formatter<'_>, base: BasePrice<'_>, language: Language) -> fmt::Result {
    let land_use = match base {
        BasePrice::Zone(price) => Some(price.land_use()),
        BasePrice::Grade(price) => Some(price.land_use()),
        BasePrice::Own { basis, .. } => basis.and_then(|basis| basis.land_use()),
    };
    let Some(land_use) = land_use else { return Ok(()) };
    write!(f, " [{}", land_use.name_in(language))?;
    match base {
        BasePrice::Zone(price) => write!(f, " {}]", price.code_text()),
        BasePrice::Grade(price) => {
            let grade = price.grade().name();
            write!(f, " {}{grade}{}]", language.pick("", "grade "), language.pick(behind_grade(grade), ""))
        }
        BasePrice::Own { .. } => f.write_str("]"),
    }
}
