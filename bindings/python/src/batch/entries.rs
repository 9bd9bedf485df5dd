//! Where the figures that enter a unit price are to be found among the whole units that the rows are priced from.

use dijia::Decimal;

use super::columns::{Columns, Target};
use super::figure::Figure;
use super::numbers::Numbers;
use super::part::{Kind, Part};
use super::scaled::Rows;
use super::units::{Units, units};
use crate::arguments::Inputs;

/// A figure that enters the unit price.
#[derive(Clone, Copy)]
enum Entry {
    BasePrice,
    One(i64),
    /// By its place among the coefficients of the rows.
    Coefficient(usize),
    /// The sum of what all rows share and of the rows' own corrections, each times a factor.
    FactorSum {
        shared: i64,
        factor: i64,
    },
    Adjustment,
}

/// The figures that enter the unit price, each with its scale.
pub struct Entries(Vec<(Figure, Entry, u32)>);

/// What they enter by.
pub struct Entering<'a, 'e> {
    pub base_price: Units,
    /// The first of the coefficients of the rows.
    pub parts: &'a [Part<'e>],
    /// Those behind them.
    pub coefficients: &'a [Units],
    /// The scale of the corrections of the rows; none where no row has any and there is none that they share.
    pub corrections: Option<u32>,
    pub shared_corrections: Option<Decimal>,
    /// The scale of the adjustment; none where there is none.
    pub adjustment: Option<u32>,
}

impl Entries {
    /// None where what all rows share is longer than is carried.
    pub fn new(of: &Entering<'_, '_>, inputs: &Inputs<'_>, columns: &Columns<'_>) -> Option<Self> {
        let mut entries = vec![(Figure::BasePrice, Entry::BasePrice, of.base_price.scale())];
        for (figure, kind, one, target) in [
            (Figure::TermCoefficient, Kind::Term, inputs.term_coefficient, Target::TermCoefficient),
            (
                Figure::PlotRatioCoefficient,
                Kind::PlotRatio,
                inputs.plot_ratio_coefficient,
                Target::PlotRatioCoefficient,
            ),
            (Figure::DateCoefficient, Kind::Date, inputs.date_coefficient, Target::DateCoefficient),
        ] {
            let is_target =
                |it: &Units| matches!(it, Units::Column { place, .. } if columns.numbers[*place].0 == target);
            if let Some(at) = of.parts.iter().position(|part| part.kind == kind) {
                entries.push((figure, Entry::Coefficient(at), of.parts[at].scale));
            } else if let Some(at) = of.coefficients.iter().position(is_target) {
                let scale = of.coefficients[at].scale();
                entries.push((figure, Entry::Coefficient(of.parts.len() + at), scale));
            } else if let Some(one) = one {
                let one = one.decimal()?;
                entries.push((figure, Entry::One(units(one, one.scale())?), one.scale()));
            }
        }
        if let Some(own_scale) = of.corrections {
            let shared = of.shared_corrections.unwrap_or(Decimal::ZERO);
            let scale = own_scale.max(shared.scale());
            let factor = 10_i64.checked_pow(scale - own_scale)?;
            entries.push((Figure::FactorSum, Entry::FactorSum { shared: units(shared, scale)?, factor }, scale));
        }
        if let Some(scale) = of.adjustment {
            entries.push((Figure::DevelopmentAdjustment, Entry::Adjustment, scale));
        }
        Some(Self(entries))
    }

    pub fn has(&self, figure: Figure) -> bool {
        self.scale(figure).is_some()
    }

    /// The scale of a figure that enters the price.
    pub fn scale(&self, figure: Figure) -> Option<u32> {
        self.find(figure).map(|(_, scale)| scale)
    }

    /// The place of a figure among the coefficients of the rows, where it is one of them.
    pub fn coefficient(&self, figure: Figure) -> Option<usize> {
        match self.find(figure) {
            Some((Entry::Coefficient(at), _)) => Some(at),
            _ => None,
        }
    }

    fn find(&self, figure: Figure) -> Option<(Entry, u32)> {
        self.0.iter().find(|(other, ..)| *other == figure).map(|(_, entry, scale)| (*entry, *scale))
    }

    /// Writes a figure of every row; 0 where it is none that enters.
    pub fn write(&self, figure: Figure, rows: &Rows<'_>, to: &mut Vec<i128>) {
        let Rows { base_price, coefficients, corrections, adjustment, unit_price, .. } = rows;
        let carried = |units: i64| if units == Numbers::NONE { 0 } else { i128::from(units) };
        match self.find(figure).map(|(entry, _)| entry) {
            None => to.resize(to.len() + unit_price.len(), 0),
            Some(Entry::BasePrice) => to.extend(base_price.iter().map(|&units| carried(units))),
            Some(Entry::One(units)) => to.resize(to.len() + unit_price.len(), units.into()),
            Some(Entry::Coefficient(at)) => to.extend(coefficients[at].iter().map(|&units| carried(units))),
            Some(Entry::FactorSum { shared, factor }) => to.extend((0..unit_price.len()).map(|place| {
                let own: i128 = corrections.iter().map(|column| carried(column[place])).sum();
                i128::from(shared) + own * i128::from(factor)
            })),
            Some(Entry::Adjustment) => to.extend(adjustment.iter().map(|&units| carried(units))),
        }
    }
}
