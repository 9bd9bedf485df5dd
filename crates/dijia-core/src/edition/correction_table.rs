use crate::edition::file::layout::{NONE, correction};
use crate::edition::file::record::{byte, short};
use crate::edition::lists::{AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseOfEdition};
use crate::edition::{BetweenRows, Citation, CorrectionKind, Edition, Part};
use crate::words::IndexPeriod;

/// A table of corrections, as printed; of a table of factors, one factor.
#[derive(Clone, Copy)]
pub struct CorrectionTable<'a> {
    pub(crate) edition: &'a Edition<'a>,
    pub(crate) place: u16,
}

impl<'a> CorrectionTable<'a> {
    pub(crate) fn record(&self) -> &'a [u8] {
        self.edition.sections.corrections.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
    }

    pub(crate) fn text(&self, at: usize) -> &'a str {
        self.edition.sections.text(short(self.record(), at))
    }

    pub(crate) fn bytes(&self, at: usize) -> &'a [u8] {
        self.edition.sections.text_bytes(short(self.record(), at))
    }

    fn has(&self, flag: u8) -> bool {
        byte(self.record(), correction::FLAGS) & flag != 0
    }

    /// The edition.
    #[must_use]
    pub const fn edition(&self) -> &'a Edition<'a> {
        self.edition
    }

    /// What it gives.
    #[must_use]
    pub fn kind(&self) -> CorrectionKind {
        CorrectionKind::from_number(byte(self.record(), correction::KIND)).unwrap_or(CorrectionKind::Coefficient)
    }

    /// The name of a factor or a further coefficient; none of other tables.
    #[must_use]
    pub fn name(&self) -> Option<&'a str> {
        Some(self.text(correction::NAME)).filter(|name| !name.is_empty())
    }

    /// The land use that it holds for; none where it holds for all.
    #[must_use]
    pub fn land_use(&self) -> Option<LandUseOfEdition<'a>> {
        let place = byte(self.record(), correction::USE);
        (place != NONE).then_some(LandUseOfEdition { edition: self.edition, place })
    }

    /// The grade that it holds for; none where it holds for all.
    #[must_use]
    pub fn grade(&self) -> Option<GradeOfEdition<'a>> {
        let place = byte(self.record(), correction::GRADE);
        (place != NONE).then_some(GradeOfEdition { edition: self.edition, place })
    }

    /// The area that it holds for; none where it holds for all.
    #[must_use]
    pub fn area(&self) -> Option<AreaOfEdition<'a>> {
        let place = byte(self.record(), correction::AREA);
        (place != NONE).then_some(AreaOfEdition { edition: self.edition, place })
    }

    /// Whether its first row holds for all below it too (≤, <).
    #[must_use]
    pub fn is_open_below(&self) -> bool {
        self.has(correction::OPEN_BELOW)
    }

    /// Whether its last row holds for all above it too (≥, >).
    #[must_use]
    pub fn is_open_above(&self) -> bool {
        self.has(correction::OPEN_ABOVE)
    }

    /// What it gives between two of its rows.
    #[must_use]
    pub fn between(&self) -> BetweenRows {
        BetweenRows::from_flags(byte(self.record(), correction::FLAGS))
    }

    /// Of an index that is a chain (环比) the period whose predecessor is 100; none of one with a fixed base (定基), and of other
    /// tables.
    #[must_use]
    pub fn index_period(&self) -> Option<IndexPeriod> {
        IndexPeriod::from_number(byte(self.record(), correction::FLAGS) >> correction::PERIOD_SHIFT)
    }

    /// Whether a parcel's area says its level.
    #[must_use]
    pub fn is_by_area(&self) -> bool {
        self.has(correction::BY_AREA)
    }

    /// Where it is printed.
    #[must_use]
    pub fn citation(&self) -> Citation<'a> {
        let part = match byte(self.record(), correction::ANNEX) {
            NONE => Part::Named(self.text(correction::PART)),
            place => AnnexOfEdition { edition: self.edition, place }.part(),
        };
        let row = Some(short(self.record(), correction::ROW)).filter(|&row| row > 0);
        Citation { document: self.edition.document().number, part, row }
    }
}

impl PartialEq for CorrectionTable<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.edition == other.edition
    }
}

impl Eq for CorrectionTable<'_> {}
