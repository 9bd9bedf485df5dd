use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::edition::correction_table::CorrectionTable;
use crate::edition::file::layout::{self, correction, correction_row};
use crate::edition::file::record::{date, decimal, short, signed, word};
use crate::edition::{Citation, CorrectionKind, Interval};
use crate::error::{Error, Result};
use crate::numbers::{compare, parse_decimal};
use crate::words::{Excerpt, Normal, Service};

/// A row of a [`CorrectionTable`]; of a factor or a coefficient, one level.
#[derive(Clone, Copy)]
pub struct CorrectionRow<'a> {
    pub(crate) table: CorrectionTable<'a>,
    pub(crate) place: u16,
}

impl<'a> CorrectionTable<'a> {
    /// The rows, in the order printed; of unit costs by service, intervals from the lowest. A table of terms without rows is the rule m ÷ n.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = CorrectionRow<'a>> + Clone + use<'a> {
        let table = *self;
        let (first, count) = (short(self.record(), correction::FIRST), short(self.record(), correction::COUNT));
        (0..count).map(move |row| CorrectionRow { table, place: first.saturating_add(row) })
    }

    /// The row at a place in that order, which is one.
    pub(crate) fn row(&self, place: usize) -> CorrectionRow<'a> {
        // A table has no more rows than that.
        CorrectionRow { table: *self, place: short(self.record(), correction::FIRST).saturating_add(place as u16) }
    }

    /// How many of the rows, which ascend by their keys, are of a key that is not above a number.
    pub(crate) fn rows_up_to(&self, number: Decimal) -> usize {
        self.row_records().partition_point(|row| compare(key(row), number).is_le())
    }

    fn row_records(&self) -> &'a [[u8; layout::CORRECTION_ROW]] {
        let (first, count) = (short(self.record(), correction::FIRST), short(self.record(), correction::COUNT));
        let rows = self.edition.sections.correction_rows.get(usize::from(first)..);
        rows.and_then(|rows| rows.get(..usize::from(count))).unwrap_or_default()
    }

    /// The row of a level, by its name or by a number that is in its interval.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchLevel`].
    pub fn level(&self, level: &str) -> Result<CorrectionRow<'a>> {
        let is_it = |row: &[u8; layout::CORRECTION_ROW]| {
            self.edition.sections.is_text(short(row, correction_row::LEVEL), level)
        };
        let as_printed = self.row_records().iter().position(is_it).map(|place| self.row(place));
        let named = as_printed.or_else(|| {
            let name = Normal::of(level)?;
            self.rows().find(|row| row.level().is_some_and(|level| name.is(level)))
        });
        let by_number = || self.row_holding(parse_decimal(level).ok()?);
        named.or_else(by_number).ok_or_else(|| self.no_level(Excerpt::new(level)))
    }

    /// The row in whose interval a number is, not negative. Where two intervals end at the number, which is meant
    /// is not guessed.
    pub(crate) fn row_holding(&self, number: Decimal) -> Option<CorrectionRow<'a>> {
        let mut rows = self.rows().filter(|row| row.interval().is_some_and(|interval| interval.contains(number)));
        let row = rows.next().filter(|_| !number.is_sign_negative())?;
        rows.next().is_none().then_some(row)
    }

    pub(crate) fn no_level(&self, level: Excerpt) -> Error {
        struct Levels<'a>(CorrectionTable<'a>);

        impl fmt::Display for Levels<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.rows().enumerate().try_for_each(|(index, row)| {
                    f.write_str(if index == 0 { "" } else { "/" })?;
                    f.write_str(row.level().unwrap_or_default())
                })
            }
        }

        let of = Excerpt::new(self.name().unwrap_or_default());
        Error::NoSuchLevel { of, level, levels: Excerpt::of(Levels(*self)) }
    }
}

#[inline]
fn key(row: &[u8]) -> Decimal {
    decimal(row, correction_row::KEY, correction_row::KEY_PLACES)
}

impl<'a> CorrectionRow<'a> {
    fn record(&self) -> &'a [u8] {
        let rows = self.table.edition.sections.correction_rows;
        rows.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
    }

    fn text(&self, at: usize) -> Option<&'a str> {
        Some(self.table.edition.sections.text(short(self.record(), at))).filter(|text| !text.is_empty())
    }

    /// The places of its table and of itself.
    pub(crate) const fn places(&self) -> (u16, u16) {
        (self.table.place, self.place)
    }

    /// The table that it is in.
    #[must_use]
    pub const fn table(&self) -> CorrectionTable<'a> {
        self.table
    }

    /// The coefficient or the index; of a factor the correction and of growth the rate, as a fraction: 0.3873 % is 0.003873; the
    /// unit cost of a service, 元/㎡.
    #[must_use]
    pub fn value(&self) -> Decimal {
        let printed = signed(self.record(), correction_row::VALUE, correction_row::VALUE_PLACES);
        match self.table.kind() {
            CorrectionKind::Factor | CorrectionKind::MonthlyGrowth => {
                let scale = (printed.scale() + 2).min(Decimal::MAX_SCALE);
                Decimal::try_from_i128_with_scale(printed.mantissa(), scale).unwrap_or(printed)
            }
            _ => printed,
        }
    }

    /// The plot ratio, or the remaining term in years, that the row is of; of one that is an interval its lower bound, 0 where there
    /// is none; 0 in other tables.
    #[must_use]
    pub fn key(&self) -> Decimal {
        key(self.record())
    }

    /// The date that the row of an index is of.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        (self.table.kind() == CorrectionKind::DateIndex).then(|| date(self.record(), correction_row::KEY))?
    }

    /// The service that the row of unit costs is of.
    #[must_use]
    pub fn service(&self) -> Option<Service> {
        let place = word(self.record(), correction_row::KEY) as usize;
        let is_cost = self.table.kind() == CorrectionKind::UnitCost;
        Service::ALL.get(place.wrapping_sub(1)).copied().filter(|_| is_cost)
    }

    /// The name of the level.
    #[must_use]
    pub fn level(&self) -> Option<&'a str> {
        self.text(correction_row::LEVEL)
    }

    /// The condition for the level, in the words of the document.
    #[must_use]
    pub fn condition(&self) -> Option<&'a str> {
        self.text(correction_row::CONDITION)
    }

    /// The interval that the condition is, where it is one; of plot ratios or terms that the row is of, where it is of several.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Interval::of_row(self.record())
    }

    /// Where it is printed: the row of the factor, or its own.
    #[must_use]
    pub fn citation(&self) -> Citation<'a> {
        let of_table = self.table.citation();
        let row = Some(short(self.record(), correction_row::ROW)).filter(|&row| row > 0);
        Citation { row: row.or(of_table.row), ..of_table }
    }
}

impl PartialEq for CorrectionRow<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.table == other.table
    }
}

impl Eq for CorrectionRow<'_> {}
