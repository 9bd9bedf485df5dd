//! The corrections that the document of the benchmark price publishes, where the caller asks for them.

use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::given_names::GivenNames;
use crate::corrections::Level;
use crate::edition::{BetweenRows, Citation, CorrectionKind, CorrectionRow, CorrectionTable, Corrections};
use crate::error::{Error, Result};
use crate::numbers::{DecimalText, compare};
use crate::words::{Excerpt, Quantity};

impl<'a> Appraisal<'a> {
    /// The tables to take from; none where the caller does not ask for them, or the price is of no edition.
    pub(crate) fn published(&self) -> Option<Corrections<'a>> {
        self.base.basis().filter(|_| self.corrections_as_published).and_then(|_| self.base.corrections())
    }

    /// The document must print corrections where they are asked for.
    pub(crate) fn check_published(&self) -> Result<()> {
        match self.published() {
            Some(corrections) if corrections.edition().correction_tables().len() == 0 => {
                Err(self.base.missing(Quantity::PublishedCorrections, Quantity::UnitPrice))
            }
            _ => Ok(()),
        }
    }

    /// The table of that kind, where nothing of the caller's takes its place.
    pub(crate) fn published_table(&self, kind: CorrectionKind) -> Option<CorrectionTable<'a>> {
        let is_free = match kind {
            CorrectionKind::PlotRatio => {
                self.plot_ratio.is_some() && self.plot_ratio_coefficient.is_none() && self.plot_ratio_table.is_none()
            }
            CorrectionKind::Term => self.capitalization_rate.is_none(),
            CorrectionKind::DateIndex | CorrectionKind::MonthlyGrowth => {
                self.valuation_date.is_some()
                    && self.date_coefficient.is_none()
                    && self.date_index.is_none()
                    && self.monthly_growth.is_none()
            }
            CorrectionKind::UnitCost => {
                self.site_development.is_some() && self.unit_costs.is_empty() && self.development_adjustment.is_none()
            }
            CorrectionKind::Factor | CorrectionKind::Coefficient => true,
        };
        if !is_free {
            return None;
        }
        let table = self.published()?.table(kind)?;
        // A statutory term of the caller's enters the rule m ÷ n, and no table.
        let takes_term = kind != CorrectionKind::Term || self.statutory_term.is_none() || table.rows().len() == 0;
        takes_term.then_some(table)
    }

    /// Whether a table gives Kt.
    pub(crate) fn has_published_date(&self) -> bool {
        [CorrectionKind::DateIndex, CorrectionKind::MonthlyGrowth]
            .into_iter()
            .any(|kind| self.published_table(kind).is_some())
    }

    /// The rows of the levels that are given, and of those that the area of the parcel says; factors and coefficients alike.
    pub(crate) fn published_rows(&self, names: &GivenNames<'_, '_>) -> Result<PublishedRows> {
        let mut rows = PublishedRows::NONE;
        let Some(corrections) = self.published() else { return Ok(rows) };
        if !self.levels.is_empty() {
            let mut named = corrections.named();
            for &Level { of, level } in self.levels {
                rows.push(named.level(of, level)?)?;
            }
        }
        let Some(area) = self.area else { return Ok(rows) };
        let by_area = corrections.tables(CorrectionKind::Coefficient).filter(CorrectionTable::is_by_area);
        for table in by_area.filter(|table| is_without(names, table)) {
            rows.push(table.row_holding(area).ok_or_else(|| table.no_level(Excerpt::of(DecimalText(area))))?)?;
        }
        Ok(rows)
    }

    /// How many factors and coefficients of the document have neither a level nor a value, and the first of them.
    pub(crate) fn published_without_level(&self) -> Option<(usize, &'a str)> {
        let (corrections, names) = (self.published()?, GivenNames::of(self));
        let mut tables = [CorrectionKind::Factor, CorrectionKind::Coefficient]
            .into_iter()
            .flat_map(|kind| corrections.tables(kind))
            .filter(|table| !(table.is_by_area() && self.area.is_some()) && is_without(&names, table));
        let first = tables.next()?.name()?;
        Some((1 + tables.count(), first))
    }

    /// Where the table is printed that Kv, Ky, Kt or Kf follows from.
    pub(crate) fn citation_of(&self, kind: CorrectionKind) -> Option<Citation<'a>> {
        self.published_table(kind).map(|table| table.citation())
    }

    /// The row that Kv or Ky is taken from: that of the plot ratio or the term, or the interval that this is in.
    pub(crate) fn published_row(&self, kind: CorrectionKind, key: Decimal) -> Option<CorrectionRow<'a>> {
        let table = self.published_table(kind)?;
        match table.between() {
            BetweenRows::Intervals => table.row_holding(key),
            _ => table.rows().find(|row| compare(row.key(), key).is_eq()),
        }
    }
}

/// Whether the caller gives neither a level nor a value for a factor or a coefficient of the document.
fn is_without(names: &GivenNames<'_, '_>, table: &CorrectionTable<'_>) -> bool {
    table.name().is_some_and(|name| !names.has(name))
}

/// The rows that levels are looked up in: first that of each level that is given, in their order.
#[derive(Clone, Copy)]
pub(crate) struct PublishedRows {
    /// Of each the place of its table, and its own.
    places: [(u16, u16); Self::MOST],
    len: usize,
}

impl PublishedRows {
    /// How many coefficients the area may say.
    pub(crate) const BY_AREA: usize = 8;
    const MOST: usize = Appraisal::MAX_LEVELS + Self::BY_AREA;
    const NONE: Self = Self { places: [(0, 0); Self::MOST], len: 0 };

    fn push(&mut self, row: CorrectionRow<'_>) -> Result<()> {
        let count = self.len + 1;
        let too_many = || Error::TooMany { quantity: Quantity::Level, count, most: Self::MOST };
        *self.places.get_mut(self.len).ok_or_else(too_many)? = row.places();
        self.len = count;
        Ok(())
    }

    pub(crate) fn iter<'a>(&self, appraisal: &Appraisal<'a>) -> impl Iterator<Item = CorrectionRow<'a>> {
        let corrections = appraisal.published();
        let places = self.places.get(..self.len).unwrap_or_default().iter();
        places.filter_map(move |&places| corrections.map(|corrections| corrections.row(places)))
    }

    /// Those of a kind.
    pub(crate) fn of<'a>(
        &self,
        kind: CorrectionKind,
        appraisal: &Appraisal<'a>,
    ) -> impl Iterator<Item = CorrectionRow<'a>> {
        self.iter(appraisal).filter(move |row| row.table().kind() == kind)
    }
}

/// That a value is in no row of a printed table.
pub(crate) fn not_tabulated(table: CorrectionTable<'_>, quantity: Quantity, value: Decimal) -> Error {
    Error::NotTabulated { quantity, value, document: table.edition().document_said() }
}
