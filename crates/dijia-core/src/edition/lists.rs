use core::fmt;

use crate::edition::file::layout::{NONE, annex, area, code, grade, land_use, place, statement, terms};
use crate::edition::file::record::{byte, long, short};
use crate::edition::{Citation, Edition, Part};
use crate::words::{Area, Excerpt, Grade, Key, LandUse, Language};

/// The fields of a record of an edition's.
macro_rules! of_edition {
    ($($(#[$doc:meta])* $name:ident($place:ty) in $section:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name<'a> {
            pub(crate) edition: &'a Edition<'a>,
            pub(crate) place: $place,
        }

        impl<'a> $name<'a> {
            fn record(&self) -> &'a [u8] {
                let sections = self.edition.sections;
                sections.$section.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
            }

            fn text(&self, at: usize) -> &'a str {
                self.edition.sections.text(short(self.record(), at))
            }
        }
    )*};
}

of_edition! {
    /// A land use (土地用途) as an edition has it.
    LandUseOfEdition(u8) in uses;
    /// An area that an edition has prices of.
    AreaOfEdition(u8) in areas;
    /// A place that an area covers: a township, a street office, a county.
    PlaceOfEdition(u16) in places;
    /// A grade (级别) as an edition has it.
    GradeOfEdition(u8) in grades;
    /// An annex (附件) of an edition's document.
    AnnexOfEdition(u8) in annexes;
    /// Something that a document says of the area that it covers.
    Statement(u16) in statements;
    /// A code of a land-use scheme, and the land use of the edition that it is priced as.
    LandUseCode(u16) in codes;
}

impl<'a> LandUseOfEdition<'a> {
    /// Its name in the document, without 用地.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text(land_use::NAME)
    }

    /// Its name in English; that in Chinese where it has none.
    #[must_use]
    pub fn english(&self) -> &'a str {
        match (self.text(land_use::ENGLISH), self.key()) {
            ("", Key::Known(known)) => known.english(),
            ("", Key::Listed(_)) => self.name(),
            (english, _) => english,
        }
    }

    /// Its name in that language.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &'a str {
        language.pick(self.name(), self.english())
    }

    /// The class of land use that it belongs to.
    #[must_use]
    pub fn class(&self) -> Option<LandUse> {
        LandUse::ALL.get(usize::from(byte(self.record(), land_use::CLASS))).copied()
    }

    /// What it is printed under, where that is another name.
    #[must_use]
    pub fn printed_under(&self) -> Option<&'a str> {
        Some(self.text(land_use::PRINTED_UNDER)).filter(|text| !text.is_empty())
    }

    /// What the edition is asked for it by.
    #[must_use]
    pub fn key(&self) -> Key<LandUse> {
        self.edition.land_use_key(self.place)
    }
}

impl<'a> AreaOfEdition<'a> {
    /// Its name in the document.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text(area::NAME)
    }

    /// Its name in English; that in Chinese where it has none.
    #[must_use]
    pub fn english(&self) -> &'a str {
        match (self.text(area::ENGLISH), self.known()) {
            ("", Some(known)) => known.english(),
            ("", None) => self.name(),
            (english, _) => english,
        }
    }

    /// Its name in that language.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &'a str {
        language.pick(self.name(), self.english())
    }

    pub(crate) fn known(&self) -> Option<Area> {
        Area::ALL.get(usize::from(byte(self.record(), area::KIND))).copied()
    }

    /// The places that it covers, by name, in the order of the document.
    pub fn places(&self) -> impl Iterator<Item = PlaceOfEdition<'a>> + use<'a> {
        let area = self.place;
        self.edition.places().filter(move |place| byte(place.record(), place::AREA) == area)
    }

    /// What the edition is asked for it by.
    #[must_use]
    pub fn key(&self) -> Key<Area> {
        self.edition.area_key(self.place)
    }
}

impl<'a> PlaceOfEdition<'a> {
    /// Its name in the document.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text(place::NAME)
    }

    /// The district that it belongs to, where the document says so.
    #[must_use]
    pub fn district(&self) -> Option<&'a str> {
        Some(self.text(place::DISTRICT)).filter(|text| !text.is_empty())
    }

    /// The area that covers it.
    #[must_use]
    pub fn area(&self) -> AreaOfEdition<'a> {
        AreaOfEdition { edition: self.edition, place: byte(self.record(), place::AREA) }
    }
}

impl<'a> GradeOfEdition<'a> {
    /// The grade as an edition writes it: the numeral of one that has a number, `Ⅲ`, or its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text(grade::NAME)
    }

    /// What the edition is asked for it by.
    #[must_use]
    pub fn key(&self) -> Key<Grade> {
        self.edition.grade_key(self.place)
    }
}

impl<'a> AnnexOfEdition<'a> {
    /// Its number; none where it has a [`label`](Self::label) alone.
    #[must_use]
    pub fn number(&self) -> Option<u8> {
        Some(byte(self.record(), annex::NUMBER)).filter(|&number| number > 0)
    }

    /// What the document calls it where that is not a number, such as `表1-1`.
    #[must_use]
    pub fn label(&self) -> Option<&'a str> {
        Some(self.text(annex::LABEL)).filter(|text| !text.is_empty())
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.text(annex::TITLE)
    }

    /// Whether the edition holds its figures. One that it does not hold is published, but elsewhere.
    #[must_use]
    pub fn is_in_hand(&self) -> bool {
        byte(self.record(), annex::IN_HAND) == 1
    }

    /// Whether it prints the prices of zones; else it prints those of grades.
    #[must_use]
    pub fn is_of_zones(&self) -> bool {
        byte(self.record(), annex::OF_ZONES) == 1
    }

    /// The area that it publishes prices of; none where it has several.
    #[must_use]
    pub fn area(&self) -> Option<AreaOfEdition<'a>> {
        let place = byte(self.record(), annex::AREA);
        (place != NONE).then_some(AreaOfEdition { edition: self.edition, place })
    }

    /// The land uses that it publishes prices of.
    pub fn land_uses(&self) -> impl Iterator<Item = LandUseOfEdition<'a>> + use<'a> {
        let uses = long(self.record(), annex::USES);
        self.edition.land_uses().filter(move |land_use| is_in(uses, land_use.place))
    }

    pub(crate) fn is_of(&self, area: u8, land_use: u8) -> bool {
        let record = self.record();
        let is_of_area = [area, NONE].contains(&byte(record, annex::AREA));
        is_of_area && is_in(long(record, annex::USES), land_use)
    }

    pub(crate) fn part(&self) -> Part<'a> {
        match self.number() {
            Some(number) => Part::Annex(number),
            None => Part::Named(self.text(annex::LABEL)),
        }
    }

    pub(crate) fn label_excerpt(&self) -> Excerpt {
        match self.part() {
            Part::Annex(number) => Excerpt::of(number),
            Part::ExplanatoryNotes(name) | Part::Named(name) => Excerpt::new(name),
        }
    }
}

fn is_in(uses: u64, land_use: u8) -> bool {
    uses.checked_shr(land_use.into()).is_some_and(|uses| uses & 1 == 1)
}

impl<'a> Statement<'a> {
    /// What it is about, such as `东`.
    #[must_use]
    pub fn about(&self) -> &'a str {
        self.text(statement::ABOUT)
    }

    /// The words of the document.
    #[must_use]
    pub fn words(&self) -> &'a str {
        self.text(statement::TEXT)
    }

    /// The area that it is about.
    #[must_use]
    pub fn area(&self) -> Option<AreaOfEdition<'a>> {
        let place = byte(self.record(), statement::AREA);
        (place != NONE).then_some(AreaOfEdition { edition: self.edition, place })
    }
}

impl<'a> LandUseCode<'a> {
    /// The scheme that the code is one of, such as `GB/T 21010-2017`.
    #[must_use]
    pub fn scheme(&self) -> &'a str {
        self.text(code::SCHEME)
    }

    /// The code, such as `0701`.
    #[must_use]
    pub fn code(&self) -> &'a str {
        self.text(code::CODE)
    }

    /// What the scheme calls it.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text(code::NAME)
    }

    /// Where the document says what land of this code is priced as; none where the table does not say.
    #[must_use]
    pub fn citation(&self) -> Option<Citation<'a>> {
        let part = Some(self.text(code::PART)).filter(|part| !part.is_empty())?;
        let annex = part.strip_prefix("附件").and_then(|number| number.parse().ok());
        let row = Some(short(self.record(), code::ROW)).filter(|&row| row > 0);
        Some(Citation {
            document: self.edition.term(terms::NUMBER),
            part: annex.map_or(Part::Named(part), Part::Annex),
            row,
        })
    }

    /// The land use that land of this code is priced as; none where the document says that it has no price.
    #[must_use]
    pub fn land_use(&self) -> Option<LandUseOfEdition<'a>> {
        let place = byte(self.record(), code::USE);
        (place != NONE).then_some(LandUseOfEdition { edition: self.edition, place })
    }
}

/// Each says itself by its name.
macro_rules! debug_as_name {
    ($($name:ident: $text:ident;)*) => {$(
        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.$text())
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.place == other.place && self.edition == other.edition
            }
        }

        impl Eq for $name<'_> {}
    )*};
}

debug_as_name! {
    LandUseOfEdition: name;
    AreaOfEdition: name;
    PlaceOfEdition: name;
    GradeOfEdition: name;
    AnnexOfEdition: title;
    Statement: about;
    LandUseCode: code;
}
