//! The corrections that the document of the benchmark price publishes, where the caller asks for them.

use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::corrections::Level;
use crate::edition::{Citation, CorrectionKind, CorrectionRow, CorrectionTable, Corrections};
use crate::error::{Error, Result};
use crate::numbers::{DecimalText, compare};
use crate::words::{Excerpt, Normal, Quantity};

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
            CorrectionKind::Term => self.capitalization_rate.is_none() && self.statutory_term.is_none(),
            CorrectionKind::DateIndex | CorrectionKind::MonthlyGrowth => {
                self.valuation_date.is_some()
                    && self.date_coefficient.is_none()
                    && self.date_index.is_none()
                    && self.monthly_growth.is_none()
            }
            CorrectionKind::Factor | CorrectionKind::Coefficient => true,
        };
        self.published().filter(|_| is_free)?.table(kind)
    }

    /// Whether a table gives Kt.
    pub(crate) fn has_published_date(&self) -> bool {
        [CorrectionKind::DateIndex, CorrectionKind::MonthlyGrowth]
            .into_iter()
            .any(|kind| self.published_table(kind).is_some())
    }

    /// The rows of the levels that are given, and of those that the area of the parcel says; factors and coefficients alike.
    pub(crate) fn published_rows(&self) -> impl Iterator<Item = Result<CorrectionRow<'a>>> + use<'a> {
        let corrections = self.published();
        let given = corrections.into_iter().flat_map({
            let levels = self.levels;
            move |corrections| levels.iter().map(move |&Level { of, level }| corrections.level(of, level))
        });
        let this = *self;
        let by_area = self.area.into_iter().flat_map(move |area| {
            this.published_tables_without_level(CorrectionKind::Coefficient)
                .filter(CorrectionTable::is_by_area)
                .map(move |table| table.level_of(area).ok_or_else(|| table.no_level(Excerpt::of(DecimalText(area)))))
        });
        given.chain(by_area)
    }

    /// The published rows of that kind; those that there are not have been told of before.
    pub(crate) fn published_of(&self, kind: CorrectionKind) -> impl Iterator<Item = CorrectionRow<'a>> + use<'a> {
        self.published_rows().flatten().filter(move |row| row.table().kind() == kind)
    }

    /// Every factor correction, those of the caller's before those of the document.
    pub(crate) fn all_corrections(&self) -> impl Iterator<Item = Decimal> + use<'a> {
        let published = self.published_of(CorrectionKind::Factor).map(|row| row.value());
        self.factor_corrections.iter().map(|correction| correction.value).chain(published)
    }

    /// The factors or coefficients of the document for which the caller gives neither a level nor a value of his own.
    fn published_tables_without_level(
        &self,
        kind: CorrectionKind,
    ) -> impl Iterator<Item = CorrectionTable<'a>> + use<'a> {
        let (levels, coefficients, corrections) = (self.levels, self.coefficients, self.factor_corrections);
        let tables = self.published().into_iter().flat_map(move |corrections| corrections.tables(kind));
        tables.filter(move |table| {
            let Some(name) = table.name().and_then(Normal::of) else { return false };
            let given = levels.iter().map(|level| level.of);
            let values = coefficients.iter().map(|it| it.name).chain(corrections.iter().map(|it| it.name));
            !given.chain(values).any(|given| name.is(given))
        })
    }

    /// How many factors and coefficients of the document have neither a level nor a value, and the first of them.
    pub(crate) fn published_without_level(&self) -> Option<(usize, &'a str)> {
        let has_area = self.area.is_some();
        let tables = || {
            [CorrectionKind::Factor, CorrectionKind::Coefficient]
                .into_iter()
                .flat_map(|kind| self.published_tables_without_level(kind))
                .filter(move |table| !(table.is_by_area() && has_area))
        };
        Some((tables().count(), tables().next()?.name()?))
    }

    /// Where a table prints what Kv, Ky or Kt is taken from.
    pub(crate) fn citation_of(&self, kind: CorrectionKind) -> Option<Citation<'a>> {
        let table = self.published_table(kind)?;
        let key = match kind {
            CorrectionKind::PlotRatio => self.plot_ratio,
            _ => None,
        };
        let row = key.and_then(|key| table.rows().find(|row| compare(row.key(), key).is_eq()));
        Some(row.map_or_else(|| table.citation(), |row| row.citation()))
    }
}

/// That a value is in no row of a printed table.
pub(crate) fn not_tabulated(table: CorrectionTable<'_>, quantity: Quantity, value: Decimal) -> Error {
    Error::NotTabulated { quantity, value, document: Excerpt::new(table.citation().document) }
}
