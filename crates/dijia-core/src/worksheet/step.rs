use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::adjustment::Costs;
use crate::appraisal::date_coefficient::{Growth, IndexRatio};
use crate::appraisal::term_coefficient::Terms;
use crate::appraisal::{Appraised, BasePrice, Origin};
use crate::corrections::tabulated::Tabulated;
use crate::edition::{Citation, CorrectionRow, Interval};
use crate::numbers::shown;
use crate::words::DevelopmentLevel;
use crate::worksheet::StepKind;

/// One line of an appraisal: a figure, what it was computed from, and where it comes from.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// What the figure is.
    pub kind: StepKind,
    /// The name of a further coefficient or a factor correction.
    pub name: Option<&'a str>,
    /// The figure before it was rounded, to at most [`Step::SHOWN_PLACES`] places. None where it was not rounded.
    pub before_rounding: Option<Decimal>,
    /// The figure that the appraisal goes on with. Where the policy leaves a derived coefficient
    /// [unrounded](Self::is_unrounded) this is as much of it as is shown.
    pub value: Decimal,
    /// Where it comes from.
    pub source: Source<'a>,
    pub(crate) detail: Detail<'a>,
    pub(crate) unrounded: bool,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source<'a> {
    /// It is published.
    Published(Citation<'a>),
    /// The caller gave it, and said where it is from.
    Origin(&'a Origin<'a>),
    /// The caller gave it.
    Caller,
    /// It was computed from other figures.
    Derived,
    /// It was computed from other figures, some of which are published.
    DerivedFrom(Citation<'a>),
}

/// How the figure of a step was computed.
#[derive(Clone, Copy)]
pub(crate) enum Detail<'a> {
    Given,
    Base(BasePrice<'a>),
    Origin(&'a Origin<'a>),
    Dates(Date, Date),
    Terms(&'a Terms),
    Level(CorrectionRow<'a>),
    RemainingTerm(Decimal, Option<Interval>),
    PlotRatio(Decimal, Option<Interval>),
    Interpolation { at: Decimal, between: Tabulated },
    Index(&'a IndexRatio<'a>),
    Growth(&'a Growth),
    Sum(&'a Appraised<'a>),
    Services { site: DevelopmentLevel, basis: DevelopmentLevel, costs: Costs<'a> },
    Formula(&'a Appraised<'a>),
    Quotient(Decimal, Decimal),
    Product(Decimal, Decimal),
    ProductOfTenThousand(Decimal, Decimal),
    Deviation(Decimal, Decimal),
}

impl Step<'_> {
    /// The most places that a figure before rounding is shown with.
    pub const SHOWN_PLACES: u32 = shown::SHOWN_PLACES;

    /// Whether the policy left this derived coefficient unrounded, so that [`value`](Self::value) is only as much of it
    /// as is shown.
    #[must_use]
    pub const fn is_unrounded(&self) -> bool {
        self.unrounded
    }
}
