use rust_decimal::Decimal;

use crate::corrections::DateIndexPoint;
use crate::corrections::date_index::InSeries;
use crate::edition::{CorrectionRow, CorrectionTable};
use crate::numbers::arithmetic::{Factor, Links};

/// A series of indices: the caller's own, or a table of the document.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Series<'a> {
    Own(&'a [DateIndexPoint]),
    Printed(CorrectionTable<'a>),
}

impl<'a> Series<'a> {
    pub(crate) fn points(self) -> impl Iterator<Item = DateIndexPoint> + Clone + use<'a> {
        let (own, printed) = match self {
            Self::Own(points) => (points, None),
            Self::Printed(table) => (&[][..], Some(table)),
        };
        let printed = printed.into_iter().flat_map(|table| table.rows()).filter_map(point);
        own.iter().copied().chain(printed)
    }
}

fn point(row: CorrectionRow<'_>) -> Option<DateIndexPoint> {
    Some(DateIndexPoint { date: row.date()?, index: row.value() })
}

/// The links (环比) of a chain index that lead from one date to another, in their order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChainLinks<'a> {
    series: Series<'a>,
    first: usize,
    count: usize,
    /// Of the row that prints every figure which enters, the links and what a date between two points grows towards, where it
    /// is one row alone.
    only_row: Option<usize>,
    /// Whether the valuation date is before the base date, so that the links are divided by.
    pub(crate) inverse: bool,
}

impl<'a> ChainLinks<'a> {
    /// Those that follow the point of one date, up to the point of the other.
    pub(crate) fn between(series: Series<'a>, base: &InSeries, valuation: &InSeries) -> Self {
        let inverse = valuation.place < base.place;
        let (earlier, later) = if inverse { (valuation, base) } else { (base, valuation) };
        let (first, count) = (earlier.place + 1, later.place - earlier.place);
        let grows_on = !later.value.is_whole() || count == 0 && !earlier.value.is_whole();
        let only_row = (count + usize::from(grows_on) == 1).then_some(first);
        Self { series, first, count, only_row, inverse }
    }

    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn points(&self) -> impl Iterator<Item = DateIndexPoint> + use<'a> {
        self.series.points().skip(self.first).take(self.count)
    }

    /// The row that prints every figure which enters, where it is one.
    pub(crate) fn only_row(&self) -> Option<CorrectionRow<'a>> {
        match self.series {
            Series::Printed(table) => Some(table.row(self.only_row?)),
            Series::Own(_) => None,
        }
    }

    pub(crate) fn factor(&self) -> Factor<'_> {
        Factor::Links { links: self, inverse: self.inverse }
    }
}

impl Links for ChainLinks<'_> {
    fn at(&self, place: usize) -> Option<Decimal> {
        let place = (place < self.count).then(|| self.first + place)?;
        match self.series {
            Series::Own(points) => points.get(place).map(|point| point.index),
            Series::Printed(table) => Some(table.row(place).value()),
        }
    }
}
