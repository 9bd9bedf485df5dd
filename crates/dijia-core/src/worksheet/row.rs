use core::fmt;

use crate::numbers::DecimalText;
use crate::numbers::units::percent;
use crate::words::Language;
use crate::words::text::{width, write_line};
use crate::worksheet::payment_line::PaymentLine;
use crate::worksheet::{Source, Step};

/// A row of the table of steps, or of that of a payment.
#[derive(Clone, Copy)]
pub(crate) enum Row<'s, 'a> {
    Heading(Language),
    Step(&'s Step<'a>, Language),
    Payment(PaymentLine<'a>, Language),
}

/// A column of the table of steps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Symbol,
    Item,
    Computation,
    BeforeRounding,
    Value,
    Unit,
    Source,
}

impl Column {
    pub(crate) const ALL: [Self; 7] =
        [Self::Symbol, Self::Item, Self::Computation, Self::BeforeRounding, Self::Value, Self::Unit, Self::Source];

    /// Whether it holds numbers, which are aligned to the right.
    pub(crate) const fn is_of_numbers(self) -> bool {
        matches!(self, Self::BeforeRounding | Self::Value)
    }
}

impl<'s, 'a> Row<'s, 'a> {
    pub(crate) const fn cell(self, column: Column) -> Cell<'s, 'a> {
        Cell { row: self, column }
    }

    pub(crate) fn width(self, column: Column) -> usize {
        width(self.cell(column))
    }

    pub(crate) const fn language(self) -> Language {
        match self {
            Self::Heading(language) | Self::Step(_, language) | Self::Payment(_, language) => language,
        }
    }
}

/// What stands in a row in a column.
#[derive(Clone, Copy)]
pub(crate) struct Cell<'s, 'a> {
    row: Row<'s, 'a>,
    column: Column,
}

impl fmt::Display for Cell<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Row::Heading(language) => f.write_str(match self.column {
                Column::Symbol => language.pick("符号", "symbol"),
                Column::Item => language.pick("项目", "item"),
                Column::Computation => language.pick("算式", "computation"),
                Column::BeforeRounding => language.pick("取位前", "before rounding"),
                Column::Value => language.pick("取值", "value"),
                Column::Unit => language.pick("单位", "unit"),
                Column::Source => language.pick("来源", "source"),
            }),
            Row::Step(step, language) => write_step(f, step, self.column, language),
            Row::Payment(line, language) => line.write(f, self.column, language),
        }
    }
}

fn write_step(f: &mut fmt::Formatter<'_>, step: &Step<'_>, column: Column, language: Language) -> fmt::Result {
    match column {
        Column::Symbol => f.write_str(step.kind.symbol_in(language)),
        Column::Item => {
            f.write_str(language.pick(step.kind.chinese(), step.kind.english()))?;
            step.name.map_or(Ok(()), |name| {
                f.write_str(" ")?;
                write_line(f, name)
            })
        }
        Column::Computation => write!(f, "{}", step.expression_in(language)),
        Column::BeforeRounding => step.before_rounding.map_or(Ok(()), |value| write!(f, "{}", DecimalText(value))),
        Column::Value if step.kind.is_shown_in_percent() => write!(f, "{}", DecimalText(percent(step.value))),
        Column::Value => write!(f, "{}{}", DecimalText(step.value), if step.is_unrounded() { "…" } else { "" }),
        Column::Unit if step.kind.is_shown_in_percent() => f.write_str("%"),
        Column::Unit => f.write_str(language.pick(step.kind.unit().chinese(), step.kind.unit().english())),
        Column::Source => match (step.source, language) {
            (Source::Published(citation), Language::Chinese) => write!(f, "{citation}"),
            (Source::Published(citation), Language::English) => write!(f, "{citation:#}"),
            (Source::Origin(origin), Language::Chinese) => write_line(f, origin),
            (Source::Origin(origin), Language::English) => write_line(f, format_args!("{origin:#}")),
            (Source::Caller, _) => f.write_str(language.pick("给定", "given")),
            (Source::DerivedFrom(citation), Language::Chinese) => write!(f, "推算（{citation}）"),
            (Source::DerivedFrom(citation), Language::English) => write!(f, "derived ({citation:#})"),
            (Source::Derived, _) => f.write_str(language.pick("推算", "derived")),
        },
    }
}
