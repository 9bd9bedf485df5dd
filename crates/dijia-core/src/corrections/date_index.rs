use core::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::arithmetic::ArithmeticError;
use crate::numbers::calendar::days_between;
use crate::numbers::units::ONE;
use crate::numbers::{RoundingMode, arithmetic};
use crate::words::date::is_of_a_year_with_four_digits;
use crate::words::{Quantity, Rule};

/// A point of a [`DateIndex`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateIndexPoint {
    /// The date.
    pub date: Date,
    /// The price index on that date.
    pub index: Decimal,
}

/// What the index is on a date between two points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum BetweenPoints {
    /// That of the last point before.
    LastBefore = 0,
    /// Interpolated linearly by days.
    LinearByDays = 1,
}

/// A dated series of price indices (地价指数), the caller's own; the date coefficient is index on the valuation date ÷
/// index on the base date, below 1 where prices fell. Outside the series there is no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateIndex<'a> {
    points: &'a [DateIndexPoint],
    between: BetweenPoints,
}

/// An index as an exact fraction.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct IndexValue {
    pub(crate) numerator: Decimal,
    pub(crate) denominator: Decimal,
}

impl IndexValue {
    /// Whether the fraction is just its numerator: the index of a point.
    pub(crate) const fn is_whole(self) -> bool {
        self.denominator.mantissa() == 1 && self.denominator.scale() == 0
    }
}

impl<'a> DateIndex<'a> {
    /// A series of these points, ascending by date.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidTable`] naming the first point that is not positive, not of a year from 1 to 9999 or not after the
    /// one before it, or row 0 for a series without points.
    pub fn new(points: &'a [DateIndexPoint], between: BetweenPoints) -> Result<Self> {
        let invalid = |row, rule| Err(Error::InvalidTable { table: Quantity::DateIndex, row, rule });
        let mut before = None;
        for (point, row) in points.iter().zip(1..) {
            if point.index.is_sign_negative() || point.index.is_zero() {
                return invalid(row, Rule::SeriesIndexPositive);
            }
            if !is_of_a_year_with_four_digits(point.date) {
                return invalid(row, Rule::DateYear);
            }
            if before.is_some_and(|before| before >= point.date) {
                return invalid(row, Rule::SeriesAscending);
            }
            before = Some(point.date);
        }
        if before.is_none() {
            return invalid(0, Rule::SeriesEmpty);
        }
        Ok(Self { points, between })
    }

    /// The points.
    #[must_use]
    pub const fn points(&self) -> &'a [DateIndexPoint] {
        self.points
    }

    pub(crate) fn on(&self, date: Date) -> Result<IndexValue> {
        IndexValue::on(self.points.iter().copied(), date, self.between)
    }
}

impl IndexValue {
    /// The index on a date, from points ascending by date.
    pub(crate) fn on(
        points: impl Iterator<Item = DateIndexPoint> + Clone,
        date: Date,
        between: BetweenPoints,
    ) -> Result<Self> {
        let outside = || {
            let (first, last) = points.clone().next().zip(points.clone().last())?;
            Some(Error::DateOutsideIndex { date, first: first.date, last: last.date })
        };
        let none = Error::InvalidTable { table: Quantity::DateIndex, row: 0, rule: Rule::SeriesEmpty };
        let mut before: Option<DateIndexPoint> = None;
        for point in points.clone() {
            match point.date.cmp(&date) {
                Ordering::Less => before = Some(point),
                Ordering::Equal => return Ok(IndexValue { numerator: point.index, denominator: ONE }),
                Ordering::Greater => {
                    let Some(before) = before else { break };
                    return match between {
                        BetweenPoints::LastBefore => Ok(IndexValue { numerator: before.index, denominator: ONE }),
                        BetweenPoints::LinearByDays => linear(before, point, date)
                            .map_err(|error| Error::from_arithmetic(error, Quantity::DateCoefficient)),
                    };
                }
            }
        }
        Err(outside().unwrap_or(none))
    }
}

/// [y₀ (x₁ − x) + y₁ (x − x₀)] ÷ (x₁ − x₀), in days.
fn linear(
    before: DateIndexPoint,
    after: DateIndexPoint,
    date: Date,
) -> core::result::Result<IndexValue, ArithmeticError> {
    let days = |from, to| Decimal::from_parts(days_between(from, to).unsigned_abs(), 0, 0, false, 0);
    let terms = [(before.index, days(date, after.date)), (after.index, days(before.date, date))];
    // Days are whole: as many places as the indices have hold the sum exactly.
    let places = before.index.scale().max(after.index.scale());
    let numerator = arithmetic::round_sum_of_products(terms.into_iter(), places, RoundingMode::HalfUp)?;
    Ok(IndexValue { numerator, denominator: days(before.date, after.date) })
}
