use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::arithmetic::ArithmeticError;
use crate::numbers::calendar::days_between;
use crate::numbers::units::ONE;
use crate::numbers::{RoundingMode, arithmetic, compare};
use crate::words::date::is_of_a_year_with_four_digits;
use crate::words::{IndexPeriod, Quantity, Rule};

/// A point of a [`DateIndex`].
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateIndexPoint {
    /// The date.
    pub date: Date,
    /// The price index on that date; of a chain index that of the period of the date, the period before being 100.
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
///
/// A series is of one of two kinds. Of one with a [fixed base](Self::new) (定基指数) all indices are relative to the same date. Of
/// a [chain](Self::chain) (环比指数) each is relative to the period before, so that the date coefficient is the product of the links
/// that follow the base date's up to the valuation date's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateIndex<'a> {
    points: &'a [DateIndexPoint],
    between: BetweenPoints,
    period: Option<IndexPeriod>,
}

/// An index as an exact fraction.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct IndexValue {
    pub(crate) numerator: Decimal,
    pub(crate) denominator: Decimal,
}

/// What the index is where a chain is counted from: on the date of a row, relative to that row.
const WHOLE: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
/// The least and the greatest link of a chain: what lies beyond is a rate of growth or a ratio that was taken for an index.
const LEAST_LINK: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
const GREATEST_LINK: Decimal = Decimal::from_parts(500, 0, 0, false, 0);

impl IndexValue {
    const fn of(numerator: Decimal) -> Self {
        Self { numerator, denominator: ONE }
    }

    /// Whether the fraction is just its numerator: the index of a point.
    pub(crate) const fn is_whole(self) -> bool {
        self.denominator.mantissa() == 1 && self.denominator.scale() == 0
    }
}

impl<'a> DateIndex<'a> {
    /// A series with a fixed base (定基指数) of these points, ascending by date.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidTable`] naming the first point that is not positive, not of a year from 1 to 9999 or not after the
    /// one before it, or row 0 for a series without points.
    pub fn new(points: &'a [DateIndexPoint], between: BetweenPoints) -> Result<Self> {
        check_series(points.iter().copied(), None)?;
        Ok(Self { points, between, period: None })
    }

    /// A chain of indices (环比指数): each is that of a period, the period before being 100. The points ascend by date and no
    /// period is left out; the date may be any of the period, as long as the index is to count from it on: a
    /// quarter's last day, as a rule.
    ///
    /// The date coefficient is the product of the links ÷ 100 that are dated after the base date, up to the valuation
    /// date: what the fixed-base series of the links multiplied up gives. The first link is relative to a period that the series
    /// does not have, and enters no product; it is the row that a base date before the second needs.
    /// [By days](BetweenPoints::LinearByDays) a link grows from 100 on the date before it to its own index.
    ///
    /// ```
    /// use dijia_core::{Appraisal, BetweenPoints, Date, DateIndex, DateIndexPoint, IndexPeriod, parse_decimal as decimal};
    ///
    /// let point = |month, day, index| Ok::<_, dijia_core::Misspelling>(DateIndexPoint {
    ///     date: Date::constant(2024, month, day),
    ///     index: decimal(index)?,
    /// });
    /// // 上季度=100
    /// let points = [point(3, 31, "100.6")?, point(6, 30, "101.5")?, point(9, 30, "99.2")?];
    /// let index = DateIndex::chain(&points, IndexPeriod::Quarter, BetweenPoints::LastBefore)?;
    /// let derived = Appraisal::from_price(decimal("9138")?)
    ///     .base_date(Date::constant(2024, 4, 1))
    ///     .valuation_date(Date::constant(2024, 9, 30))
    ///     .date_index(index)
    ///     .derive()?;
    ///
    /// // 101.5/100 × 99.2/100 = 1.00688
    /// assert_eq!(derived.date, Some(decimal("1.0069")?));
    /// # Ok::<(), dijia_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new); [`Error::InvalidTable`] naming the first point that is not of the period after that of the
    /// one before it, or that is not from 20 to 500, as neither a rate of growth nor a ratio is.
    pub fn chain(points: &'a [DateIndexPoint], period: IndexPeriod, between: BetweenPoints) -> Result<Self> {
        check_series(points.iter().copied(), Some(period))?;
        Ok(Self { points, between, period: Some(period) })
    }

    /// The points.
    #[must_use]
    pub const fn points(&self) -> &'a [DateIndexPoint] {
        self.points
    }

    /// Of a chain the period whose predecessor is 100; none where the base is fixed.
    #[must_use]
    pub const fn period(&self) -> Option<IndexPeriod> {
        self.period
    }

    /// What the index is between two points.
    #[must_use]
    pub const fn between(&self) -> BetweenPoints {
        self.between
    }
}

/// What is wrong with a series, and of a chain with its links.
pub(crate) fn check_series(points: impl Iterator<Item = DateIndexPoint>, period: Option<IndexPeriod>) -> Result<()> {
    let invalid = |row, rule| Err(Error::InvalidTable { table: Quantity::DateIndex, row, rule });
    let mut before = None;
    for (point, row) in points.zip(1..) {
        if point.index.is_sign_negative() || point.index.is_zero() {
            return invalid(row, Rule::SeriesIndexPositive);
        }
        if !is_of_a_year_with_four_digits(point.date) {
            return invalid(row, Rule::DateYear);
        }
        if before.is_some_and(|before| before >= point.date) {
            return invalid(row, Rule::SeriesAscending);
        }
        if let Some(period) = period {
            if before.is_some_and(|before| !period.is_next(before, point.date)) {
                return invalid(row, Rule::ChainPeriod);
            }
            if compare(point.index, LEAST_LINK).is_lt() || compare(point.index, GREATEST_LINK).is_gt() {
                return invalid(row, Rule::ChainLink);
            }
        }
        before = Some(point.date);
    }
    if before.is_none() {
        return invalid(0, Rule::SeriesEmpty);
    }
    Ok(())
}

/// Where a date is in a series.
#[derive(Clone, Copy)]
pub(crate) struct InSeries {
    /// The place of the last point that is not after the date.
    pub(crate) place: usize,
    /// The index on the date; of a chain relative to that point, whose index is 100 so.
    pub(crate) value: IndexValue,
}

impl InSeries {
    /// Where a date is among points ascending by date.
    pub(crate) fn on(
        points: impl Iterator<Item = DateIndexPoint> + Clone,
        date: Date,
        between: BetweenPoints,
        is_chain: bool,
    ) -> Result<Self> {
        let mut before: Option<(usize, DateIndexPoint)> = None;
        let mut after = None;
        for (place, point) in points.clone().enumerate() {
            if point.date > date {
                after = Some(point);
                break;
            }
            before = Some((place, point));
        }
        let Some((place, before)) = before.filter(|(_, before)| before.date == date || after.is_some()) else {
            let none = Error::InvalidTable { table: Quantity::DateIndex, row: 0, rule: Rule::SeriesEmpty };
            let ends = points.clone().next().zip(points.last());
            return Err(ends.map_or(none, |(first, last)| Error::DateOutsideIndex {
                date,
                first: first.date,
                last: last.date,
            }));
        };
        let before = DateIndexPoint { index: if is_chain { WHOLE } else { before.index }, ..before };
        let value = match (between, after) {
            (BetweenPoints::LinearByDays, Some(after)) if before.date < date => {
                linear(before, after, date).map_err(|error| Error::from_arithmetic(error, Quantity::DateCoefficient))?
            }
            _ => IndexValue::of(before.index),
        };
        Ok(Self { place, value })
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
