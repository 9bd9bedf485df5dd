use core::fmt;

use jiff::civil::Date;

use crate::edition::correction_runs::CorrectionRuns;
use crate::edition::file::InvalidFile;
use crate::edition::file::check::check;
use crate::edition::file::layout::{self, DIGEST, DIGEST_AT, NONE, grade, index, land_use, name, terms};
use crate::edition::file::record::{byte, date, short};
use crate::edition::file::sections::Sections;
use crate::edition::lists::{
    AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseOfEdition, PlaceOfEdition, Statement,
};
use crate::edition::{Basis, Document, GradePrice, Word, ZonePrice};
use crate::error::{Error, Result};
use crate::words::normal::Normal;
use crate::words::{Area, Excerpt, Grade, Key, LandUse, Listed, Misspelling, Named, Validity, ZoneCode};

/// One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force.
///
/// An edition holds what its document prints and nothing else. What the document publishes but this edition does not
/// hold is [`Error::FiguresNotInHand`]; what the document does not have at all is [`Error::NoSuchGrade`] or
/// [`Error::NoSuchZone`]. A zone is never priced at its grade.
///
/// Some editions are baked into the library, as `dijia::JINAN_2020`; any other is [opened](Self::open) from the bytes of
/// an edition file, which it borrows. There is one type for both.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    pub(crate) sections: Sections<'a>,
    bytes: &'a [u8],
    names: Names,
    /// What keys of its own words carry.
    pub(super) tag: u16,
    /// The land use that a class names, [`NONE`] where it names none or more than one.
    pub(super) class_uses: [u8; LandUse::ALL.len()],
    /// The grade of a number, [`NONE`] where there is none.
    grade_places: [u8; GRADE_NUMBERS],
    pub(super) correction_runs: CorrectionRuns,
}

const GRADE_NUMBERS: usize = layout::MOST;

/// How a name is found.
#[derive(Clone, Copy)]
enum Names {
    /// In a perfect-hash map made at compile time.
    Baked(fn(u8, u8, u8, &str) -> Option<u16>),
    /// In the sorted list of the file.
    Sorted,
}

impl<'a> Edition<'a> {
    /// Opens an edition file, and checks it whole: whatever is read from it later is what it should be. Nothing is copied.
    ///
    /// # Errors
    ///
    /// [`InvalidFile`] where the bytes are not, to the last bit, those that a program wrote which keeps the rules.
    pub fn open(bytes: &'a [u8]) -> core::result::Result<Self, InvalidFile> {
        check(bytes).map(|sections| Self::new(bytes, sections, Names::Sorted))
    }

    /// An edition of bytes that are an edition file, checked when they were written, and a map of its names; for the code
    /// that `dijia-tables` generates.
    ///
    /// # Panics
    ///
    /// Where the bytes are no edition file: when the program is compiled.
    #[doc(hidden)]
    #[must_use]
    pub const fn baked(bytes: &'a [u8], names: fn(u8, u8, u8, &str) -> Option<u16>) -> Self {
        match Sections::split(bytes) {
            Some(sections) => Self::new(bytes, sections, Names::Baked(names)),
            None => panic!("no edition file"),
        }
    }

    #[allow(clippy::indexing_slicing, reason = "every index is below the length that it is compared with")]
    const fn new(bytes: &'a [u8], sections: Sections<'a>, names: Names) -> Self {
        let mut class_uses = [NONE; LandUse::ALL.len()];
        let mut at = 0;
        while at < sections.uses.len() {
            let record = &sections.uses[at];
            let class = record[land_use::CLASS] as usize;
            if record[land_use::IS_CLASS] == 1 && class < class_uses.len() {
                class_uses[class] = at as u8;
            }
            at += 1;
        }
        let mut grade_places = [NONE; GRADE_NUMBERS];
        let mut at = 0;
        while at < sections.grades.len() {
            let number = sections.grades[at][grade::NUMBER] as usize;
            if number > 0 && number < GRADE_NUMBERS {
                grade_places[number] = at as u8;
            }
            at += 1;
        }
        let tag = match bytes.split_at_checked(DIGEST_AT) {
            Some((_, [low, high, ..])) => u16::from_le_bytes([*low, *high]),
            _ => 0,
        };
        let correction_runs = CorrectionRuns::new(sections.corrections);
        Self { sections, bytes, names, tag, class_uses, grade_places, correction_runs }
    }

    /// The bytes of the edition file.
    #[must_use]
    pub const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The SHA-256 of the edition file behind its header, which tells one edition from every other.
    #[must_use]
    pub fn digest(&self) -> [u8; DIGEST] {
        self.bytes.get(DIGEST_AT..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default()
    }

    /// The name of the edition, such as `jinan-2020`.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.term(terms::NAME)
    }

    /// The city, such as `济南市`.
    #[must_use]
    pub fn city(&self) -> &'a str {
        self.term(terms::CITY)
    }

    /// The document that publishes the prices.
    #[must_use]
    pub fn document(&self) -> Document<'a> {
        let some = |at| Some(self.term(at)).filter(|text| !text.is_empty());
        Document {
            number: self.term(terms::NUMBER),
            title: some(terms::TITLE),
            issuer: some(terms::ISSUER),
            issue_date: self.date(terms::ISSUE_DATE),
            first_day_in_force: self.date(terms::FIRST_DAY),
            last_day_in_force: self.date(terms::LAST_DAY),
            replaces: some(terms::REPLACES),
            replaces_title: some(terms::REPLACES_TITLE),
            replaces_date: self.date(terms::REPLACES_DATE),
        }
    }

    /// The date that the prices are the prices of (基准日); none where the document states none.
    #[must_use]
    pub fn base_date(&self) -> Option<Date> {
        self.date(terms::BASE_DATE)
    }

    /// Whether the document is in force on that date.
    #[must_use]
    pub fn validity_on(&self, date: Date) -> Validity {
        self.document().validity_on(date)
    }

    /// The land uses, in the order of the document.
    pub fn land_uses(&self) -> impl ExactSizeIterator<Item = LandUseOfEdition<'_>> {
        (0..self.sections.uses.len()).map(|place| LandUseOfEdition { edition: self, place: place as u8 })
    }

    /// The areas, in the order of the document. What is asked for without an area is asked for in the first.
    pub fn areas(&self) -> impl ExactSizeIterator<Item = AreaOfEdition<'_>> {
        (0..self.sections.areas.len()).map(|place| AreaOfEdition { edition: self, place: place as u8 })
    }

    /// The places that the areas cover, by name, in the order of the document.
    pub fn places(&self) -> impl ExactSizeIterator<Item = PlaceOfEdition<'_>> {
        (0..self.sections.places.len()).map(|place| PlaceOfEdition { edition: self, place: place as u16 })
    }

    /// The grades, the dearest first.
    pub fn grades(&self) -> impl ExactSizeIterator<Item = GradeOfEdition<'_>> {
        (0..self.sections.grades.len()).map(|place| GradeOfEdition { edition: self, place: place as u8 })
    }

    /// The annexes of the document, those without figures in hand too.
    pub fn annexes(&self) -> impl ExactSizeIterator<Item = AnnexOfEdition<'_>> {
        (0..self.sections.annexes.len()).map(|place| AnnexOfEdition { edition: self, place: place as u8 })
    }

    /// What the document says of what it covers, in its own words.
    pub fn statements(&self) -> impl ExactSizeIterator<Item = Statement<'_>> {
        (0..self.sections.statements.len()).map(|place| Statement { edition: self, place: place as u16 })
    }

    /// Reads the name of a land use of the edition; or what a land-use scheme calls land of a code, where the edition says in a
    /// table of its own what that is priced as.
    ///
    /// # Errors
    ///
    /// A [`Misspelling`] for what is the name of none; [`Error::CodeNotPriced`] for what is one in a scheme, as 城镇住宅用地;
    /// [`Error::BareCode`] for a code, which [`land_use_by_code`](Self::land_use_by_code) reads with its scheme.
    pub fn land_use(&self, text: &str) -> Result<Key<LandUse>> {
        if let Some(key) = self.named_use(text) {
            return Ok(key);
        }
        // A class is not guessed to be one of several, and a word of the trade that the edition has no use for says so
        // when it is asked for.
        text.parse().map(Key::Known).or_else(|misspelling| self.land_use_of_scheme(text, misspelling))
    }

    /// The land use that has that name in the edition.
    pub(super) fn named_use(&self, text: &str) -> Option<Key<LandUse>> {
        self.find(name::USE_KIND, NONE, NONE, text).map(|place| self.land_use_key(place as u8))
    }

    /// Reads the name of an area of the edition.
    ///
    /// # Errors
    ///
    /// A [`Misspelling`] for what is the name of none.
    pub fn area(&self, text: &str) -> Result<Key<Area>> {
        if let Some(place) = self.find(name::AREA_KIND, NONE, NONE, text) {
            return Ok(self.area_key(place as u8));
        }
        let known: Area = text.parse().map_err(|misspelling| self.unlisted(misspelling))?;
        Ok(Key::Known(known))
    }

    /// Reads a grade: in any of its spellings, or as the edition names it.
    ///
    /// # Errors
    ///
    /// A [`Misspelling`] for what is none.
    pub fn grade(&self, text: &str) -> Result<Key<Grade>> {
        match text.parse() {
            Ok(grade) => Ok(Key::Known(grade)),
            Err(misspelling) => match self.find(name::GRADE_KIND, NONE, NONE, text) {
                Some(place) => Ok(self.grade_key(place as u8)),
                None => Err(misspelling.into()),
            },
        }
    }

    /// Reads the code of a zone: a grade and a number in any spelling, or as the edition prints it.
    ///
    /// # Errors
    ///
    /// A [`Misspelling`] for what is none.
    #[inline]
    pub fn zone_code(&self, text: &str) -> Result<Key<ZoneCode>> {
        match text.parse() {
            Ok(code) => Ok(Key::Known(code)),
            Err(misspelling) => self.listed_zone(text, misspelling),
        }
    }

    #[cold]
    #[inline(never)]
    fn listed_zone(&self, text: &str, misspelling: Misspelling) -> Result<Key<ZoneCode>> {
        for area in 0..self.sections.areas.len() as u8 {
            for land_use in 0..self.sections.uses.len() as u8 {
                if let Some(place) = self.find(name::ZONE_KIND, area, land_use, text) {
                    return Ok(Key::Listed(Listed::new(self.tag, place)));
                }
            }
        }
        Err(misspelling.into())
    }

    /// What the benchmark prices of that area and land use assume, where no grade or zone has a basis of its own.
    ///
    /// # Errors
    ///
    /// [`Error::NoBasis`] where the document states none; [`Error::NoSuchUse`] and [`Error::NoSuchArea`].
    pub fn basis(&self, area: impl Word<Area>, land_use: impl Word<LandUse>) -> Result<Basis<'_>> {
        let (area, land_use) = (self.area_place(area.key_in(self)?)?, self.use_place(land_use.key_in(self)?)?);
        let is_it = |basis: &Basis<'_>| basis.is_of(area, land_use);
        self.bases()
            .find(is_it)
            .ok_or_else(|| Error::NoBasis { area: self.area_named(area), land_use: self.use_named(land_use) })
    }

    /// Every basis, in the order printed.
    pub fn bases(&self) -> impl ExactSizeIterator<Item = Basis<'_>> {
        (0..self.sections.bases.len()).map(|place| Basis { edition: self, place: place as u16 })
    }

    /// The price of a grade in the first area.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchGrade`] where the land use has no such grade; [`Error::FiguresNotInHand`] where its prices are
    /// published in an annex that the edition does not hold; [`Error::NoSuchUse`].
    pub fn grade_price(&self, land_use: impl Word<LandUse>, grade: impl Word<Grade>) -> Result<GradePrice<'_>> {
        self.grade_price_at(0, land_use.key_in(self)?, grade.key_in(self)?)
    }

    /// The price of a grade in an area.
    ///
    /// # Errors
    ///
    /// As [`grade_price`](Self::grade_price), and [`Error::NoSuchArea`].
    pub fn grade_price_in(
        &self,
        area: impl Word<Area>,
        land_use: impl Word<LandUse>,
        grade: impl Word<Grade>,
    ) -> Result<GradePrice<'_>> {
        self.grade_price_at(self.area_place(area.key_in(self)?)?, land_use.key_in(self)?, grade.key_in(self)?)
    }

    fn grade_price_at(&self, area: u8, land_use: Key<LandUse>, grade: Key<Grade>) -> Result<GradePrice<'_>> {
        let land_use = self.use_place(land_use)?;
        let record = self.grade_place(grade).and_then(|grade| self.index(area, land_use, grade));
        match record.and_then(|record| short(record, index::GRADE_PRICE).checked_sub(1)) {
            Some(place) => Ok(GradePrice::new(self, place)),
            None => Err(self.why_no_grade(area, land_use, grade)),
        }
    }

    /// Every grade price, in the order printed: line by line, and in a line by land use.
    pub fn grade_prices(&self) -> impl ExactSizeIterator<Item = GradePrice<'_>> {
        (0..self.grade_price_count()).map(|place| GradePrice::new(self, place))
    }

    /// The price of a zone in the first area.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchZone`] where the grade has no such zone; [`Error::NoSuchGrade`] where the land use has no such
    /// grade; [`Error::FiguresNotInHand`] where its prices are published in an annex that the edition does not hold;
    /// [`Error::NoSuchUse`].
    #[inline]
    pub fn zone_price(&self, land_use: impl Word<LandUse>, code: impl Word<ZoneCode>) -> Result<ZonePrice<'_>> {
        self.zone_price_at(0, land_use.key_in(self)?, code.key_in(self)?)
    }

    /// The price of a zone in an area.
    ///
    /// # Errors
    ///
    /// As [`zone_price`](Self::zone_price), and [`Error::NoSuchArea`].
    pub fn zone_price_in(
        &self,
        area: impl Word<Area>,
        land_use: impl Word<LandUse>,
        code: impl Word<ZoneCode>,
    ) -> Result<ZonePrice<'_>> {
        self.zone_price_at(self.area_place(area.key_in(self)?)?, land_use.key_in(self)?, code.key_in(self)?)
    }

    #[inline]
    fn zone_price_at(&self, area: u8, land_use: Key<LandUse>, code: Key<ZoneCode>) -> Result<ZonePrice<'_>> {
        let land_use = self.use_place(land_use)?;
        match self.zone_place(area, land_use, code) {
            Some(place) => Ok(ZonePrice::new(self, place)),
            None => Err(self.why_no_zone(area, land_use, code)),
        }
    }

    #[inline]
    fn zone_place(&self, area: u8, land_use: u8, code: Key<ZoneCode>) -> Option<u16> {
        let Key::Known(known) = code else { return self.listed_zone_place(area, land_use, code) };
        let run = self.grade_place(Key::Known(known.grade())).and_then(|grade| self.index(area, land_use, grade));
        let place = run.and_then(|run| {
            let beyond_first = known.number().checked_sub(1)?;
            (beyond_first < short(run, index::ZONES))
                .then(|| short(run, index::FIRST_ZONE).saturating_add(beyond_first))
        });
        place.or_else(|| self.listed_zone_place(area, land_use, code))
    }

    /// A zone that is not one of a run from number 1.
    #[cold]
    #[inline(never)]
    fn listed_zone_place(&self, area: u8, land_use: u8, code: Key<ZoneCode>) -> Option<u16> {
        match code {
            Key::Known(code) => self.find(name::ZONE_KIND, area, land_use, Excerpt::of(code).as_str()),
            Key::Listed(listed) => {
                let place = listed.place_in(self.tag)?;
                let of = ZonePrice::new(self, place);
                // The code is that of a zone; this use and area may have another of the same code.
                self.find(name::ZONE_KIND, area, land_use, of.printed_code())
            }
        }
    }

    /// Every zone price, in the order printed.
    pub fn zone_prices(&self) -> impl ExactSizeIterator<Item = ZonePrice<'_>> {
        let all = self.sections.prices.len() as u16;
        (self.grade_price_count()..all).map(|place| ZonePrice::new(self, place))
    }

    fn grade_price_count(&self) -> u16 {
        self.sections.terms.first().map_or(0, |record| short(record, terms::GRADE_PRICES))
    }

    pub(super) fn term(&self, at: usize) -> &'a str {
        self.sections.terms.first().map_or("", |record| self.sections.text(short(record, at)))
    }

    pub(super) fn date(&self, at: usize) -> Option<Date> {
        self.sections.terms.first().and_then(|record| date(record, at))
    }

    #[inline]
    pub(super) fn index(&self, area: u8, land_use: u8, grade: u8) -> Option<&'a [u8; layout::INDEX]> {
        let row = usize::from(area) * self.sections.uses.len() + usize::from(land_use);
        self.sections.index.get(row * self.sections.grades.len() + usize::from(grade))
    }

    #[inline]
    pub(crate) fn use_place(&self, land_use: Key<LandUse>) -> Result<u8> {
        let place = match land_use {
            Key::Known(class) => self.class_uses.get(class as usize).copied().filter(|&place| place != NONE),
            Key::Listed(listed) => self.listed_place(listed, self.sections.uses.len()),
        };
        place.ok_or_else(|| self.why_no_use(land_use))
    }

    pub(crate) fn area_place(&self, area: Key<Area>) -> Result<u8> {
        let place = match area {
            Key::Known(known) => self.areas().position(|area| area.key() == Key::Known(known)).map(|place| place as u8),
            Key::Listed(listed) => self.listed_place(listed, self.sections.areas.len()),
        };
        place.ok_or_else(|| Error::NoSuchArea {
            area: match area {
                Key::Known(known) => Named::Known(known),
                Key::Listed(_) => Named::Listed(Excerpt::new("")),
            },
            edition: Excerpt::new(self.name()),
        })
    }

    #[inline]
    pub(super) fn grade_place(&self, grade: Key<Grade>) -> Option<u8> {
        match grade {
            Key::Known(grade) => {
                self.grade_places.get(usize::from(grade.number())).copied().filter(|&place| place != NONE)
            }
            Key::Listed(listed) => self.listed_place(listed, self.sections.grades.len()),
        }
    }

    /// The place that a key of this edition's names in a list of so many; none for bits that no list gave.
    fn listed_place<T>(&self, listed: Listed<T>, count: usize) -> Option<u8> {
        let place = listed.place_in(self.tag).filter(|&place| usize::from(place) < count)?;
        u8::try_from(place).ok()
    }

    pub(crate) fn land_use_key(&self, place: u8) -> Key<LandUse> {
        let known = LandUse::ALL.into_iter().zip(self.class_uses).find(|&(_, of)| of == place);
        known.map_or(Key::Listed(Listed::new(self.tag, place.into())), |(known, _)| Key::Known(known))
    }

    pub(crate) fn area_key(&self, place: u8) -> Key<Area> {
        AreaOfEdition { edition: self, place }
            .known()
            .map_or(Key::Listed(Listed::new(self.tag, place.into())), Key::Known)
    }

    pub(crate) fn grade_key(&self, place: u8) -> Key<Grade> {
        let number = self.sections.grades.get(usize::from(place)).map_or(0, |record| byte(record, grade::NUMBER));
        Grade::from_number(number).map_or(Key::Listed(Listed::new(self.tag, place.into())), Key::Known)
    }

    /// The place of what has that name, whatever its spelling.
    pub(super) fn find(&self, kind: u8, area: u8, land_use: u8, text: &str) -> Option<u16> {
        let normal = Normal::of(text)?;
        let text = normal.as_str();
        match self.names {
            Names::Baked(find) => find(kind, area, land_use, text),
            Names::Sorted => {
                let key = (kind, area, land_use, text);
                let key_of = |record: &[u8; layout::NAME]| {
                    let text = self.sections.text(short(record, name::TEXT));
                    (byte(record, name::KIND), byte(record, name::AREA), byte(record, name::USE), text)
                };
                let found = self.sections.names.binary_search_by(|record| key_of(record).cmp(&key)).ok()?;
                self.sections.names.get(found).map(|record| short(record, name::OF))
            }
        }
    }
}

impl PartialEq for Edition<'_> {
    /// Whether both are the same to the last figure.
    fn eq(&self, other: &Self) -> bool {
        self.digest() == other.digest()
    }
}

impl Eq for Edition<'_> {}

impl fmt::Debug for Edition<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edition")
            .field("name", &self.name())
            .field("document", &self.document())
            .finish_non_exhaustive()
    }
}
