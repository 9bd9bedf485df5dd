use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::term_coefficient::TermRule;
use crate::corrections::date_index::IndexValue;
use crate::corrections::tabulated::Tabulated;
use crate::numbers::arithmetic::Factor;
use crate::numbers::shown::shown;
use crate::numbers::{DecimalText, Term};
use crate::words::DevelopmentLevel;
use crate::words::date::DateText;
use crate::worksheet::Step;
use crate::worksheet::step::Detail;

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

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decimal(value) => DecimalText(*value).fmt(f),
            Self::Date(date) => DateText(*date).fmt(f),
            Self::DevelopmentLevel(level) => level.fmt(f),
        }
    }
}

impl Step<'_> {
    /// What the figure was computed from.
    pub fn inputs(&self) -> impl Iterator<Item = Input> + use<> {
        let decimal = |symbol, value| Some(Input { symbol, value: Value::Decimal(value) });
        let date = |symbol, value| Some(Input { symbol, value: Value::Date(value) });
        let level = |symbol, value| Some(Input { symbol, value: Value::DevelopmentLevel(value) });
        let inputs = match self.detail {
            Detail::Given
            | Detail::Level(_)
            | Detail::Base(_)
            | Detail::Origin(_)
            | Detail::Sum(_)
            | Detail::Formula(_) => [None; 5],
            Detail::Dates(from, to) => [date("from", from), date("to", to), None, None, None],
            Detail::Terms(terms) => {
                let rate = match terms.rule {
                    TermRule::Annuity { rate } => decimal("r", rate),
                    TermRule::Proportion => None,
                };
                let years = |symbol, term: Term| term.years().and_then(|years| decimal(symbol, years));
                [rate, years("m", terms.remaining), years("n", terms.statutory), None, None]
            }
            Detail::RemainingTerm(years, _) => [decimal("m", years), None, None, None, None],
            Detail::PlotRatio(plot_ratio, _) => [decimal("x", plot_ratio), None, None, None, None],
            Detail::Interpolation { at, between } => match between {
                Tabulated::Between(below, above) => [
                    decimal("x", at),
                    decimal("x0", below.at),
                    decimal("y0", below.coefficient),
                    decimal("x1", above.at),
                    decimal("y1", above.coefficient),
                ],
                Tabulated::Row(_) => [decimal("x", at), None, None, None, None],
            },
            Detail::Index(index) => [
                date("valuation date", index.valuation_date),
                index_value(index.valuation).and_then(|value| decimal("I1", value)),
                date("base date", index.base_date),
                index_value(index.base).and_then(|value| decimal("I0", value)),
                index.links.as_ref().and_then(|links| decimal("links", Decimal::from(links.len()))),
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
}

fn index_value(index: IndexValue) -> Option<Decimal> {
    if index.is_whole() {
        return Some(index.numerator);
    }
    let ratio = Factor::Ratio { numerator: index.numerator, denominator: index.denominator };
    shown(&[ratio], Decimal::ZERO)
}
