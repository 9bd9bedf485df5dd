use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::edition::file::layout::{NONE, basis};
use crate::edition::file::record::{byte, date, decimal, short, word};
use crate::edition::lists::{AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseOfEdition};
use crate::edition::{Citation, Edition, Part};
use crate::numbers::Term;
use crate::words::DevelopmentLevel;

/// What a benchmark price assumes of the land that it is the price of (基准地价内涵): so much of it as the document states.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    pub(crate) edition: &'a Edition<'a>,
    pub(crate) place: u16,
}

impl<'a> Basis<'a> {
    fn record(&self) -> &'a [u8] {
        self.edition.sections.bases.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
    }

    fn states(&self, flag: u8) -> bool {
        byte(self.record(), basis::STATED) & flag != 0
    }

    fn text(&self, at: usize) -> Option<&'a str> {
        Some(self.edition.sections.text(short(self.record(), at))).filter(|text| !text.is_empty())
    }

    /// The edition that it is of.
    #[must_use]
    pub const fn edition(&self) -> &'a Edition<'a> {
        self.edition
    }

    /// The area that it holds for.
    #[must_use]
    pub fn area(&self) -> AreaOfEdition<'a> {
        AreaOfEdition { edition: self.edition, place: byte(self.record(), basis::AREA) }
    }

    /// The land use that it holds for; none where it holds for all of the area.
    #[must_use]
    pub fn land_use(&self) -> Option<LandUseOfEdition<'a>> {
        let place = byte(self.record(), basis::USE);
        (place != NONE).then_some(LandUseOfEdition { edition: self.edition, place })
    }

    /// The grade that it holds for; none where it holds for all.
    #[must_use]
    pub fn grade(&self) -> Option<GradeOfEdition<'a>> {
        let place = byte(self.record(), basis::GRADE);
        (place != NONE).then_some(GradeOfEdition { edition: self.edition, place })
    }

    /// Whether it is that of a whole area and land use.
    pub(crate) fn is_of(&self, area: u8, land_use: u8) -> bool {
        let record = self.record();
        [basis::AREA, basis::USE, basis::GRADE].map(|at| byte(record, at)) == [area, land_use, NONE]
            && short(record, basis::ZONE) == 0
    }

    /// The date that the prices are the prices of (基准日).
    #[must_use]
    pub fn base_date(&self) -> Option<Date> {
        date(self.record(), basis::BASE_DATE)
    }

    /// The right that is priced (土地权利状况), in the words of the document.
    #[must_use]
    pub fn right(&self) -> Option<&'a str> {
        self.text(basis::RIGHT)
    }

    /// The longest term that the law grants the right for (法定最高出让年期), n.
    #[must_use]
    pub fn statutory_term(&self) -> Option<Term> {
        let years = || Term::Years(decimal(self.record(), basis::TERM, basis::TERM_PLACES));
        let is_perpetual = self.states(basis::IS_PERPETUAL);
        if is_perpetual { Some(Term::Perpetual) } else { self.states(basis::HAS_TERM).then(years) }
    }

    /// The level of development (土地开发程度).
    #[must_use]
    pub fn development_level(&self) -> Option<DevelopmentLevel> {
        self.states(basis::HAS_DEVELOPMENT)
            .then(|| DevelopmentLevel::from_bits(word(self.record(), basis::SERVICES) as u8))
    }

    /// The name that the document gives to that level, such as `六通一平`.
    #[must_use]
    pub fn development_name(&self) -> Option<&'a str> {
        self.text(basis::DEVELOPMENT)
    }

    /// Floor area over land area (容积率), also called the standard plot ratio.
    #[must_use]
    pub fn plot_ratio(&self) -> Option<Decimal> {
        self.states(basis::HAS_PLOT_RATIO).then(|| decimal(self.record(), basis::PLOT_RATIO, basis::PLOT_RATIO_PLACES))
    }

    /// The capitalization rate of land (土地还原利率), r, a fraction: 6.4 % is 0.064.
    #[must_use]
    pub fn capitalization_rate(&self) -> Option<Decimal> {
        self.states(basis::HAS_RATE).then(|| decimal(self.record(), basis::RATE, basis::RATE_PLACES))
    }

    /// Where it is printed.
    #[must_use]
    pub fn citation(&self) -> Citation<'a> {
        let record = self.record();
        let part = match byte(record, basis::ANNEX) {
            NONE => match self.text(basis::PART) {
                Some(part) => Part::Named(part),
                None => Part::ExplanatoryNotes(self.area().name()),
            },
            place => AnnexOfEdition { edition: self.edition, place }.part(),
        };
        let row = Some(short(record, basis::ROW)).filter(|&row| row > 0);
        Citation { document: self.edition.document().number, part, row }
    }
}

impl PartialEq for Basis<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.edition == other.edition
    }
}

impl Eq for Basis<'_> {}
