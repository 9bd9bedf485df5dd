//! Why an edition has no price: what it does not have, or has published and does not hold.

use core::fmt;

use crate::edition::file::layout::{NONE, index};
use crate::edition::file::record::short;
use crate::edition::lists::{AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseOfEdition};
use crate::edition::{Edition, ZonePrice};
use crate::error::Error;
use crate::words::{Area, Excerpt, Grade, Key, LandUse, Misspelling, Named, Rule, ZoneCode};

impl Edition<'_> {
    /// Of a word that is none of the trade: none of this edition either.
    pub(super) fn unlisted(&self, misspelling: Misspelling) -> Misspelling {
        let all_are_of_the_trade = self.class_uses.iter().all(|&place| place != NONE);
        let rule = match misspelling.rule {
            Rule::LandUseUnknown if !all_are_of_the_trade => Rule::LandUseUnlisted,
            Rule::AreaUnknown if self.areas().any(|area| area.known().is_none()) => Rule::AreaUnlisted,
            rule => rule,
        };
        Misspelling { rule, ..misspelling }
    }

    /// The document by its number; by the name of the edition where the number, or the title of a document without one, is longer
    /// than an error has room for.
    pub(crate) fn document_said(&self) -> Excerpt {
        let number = Excerpt::new(self.document().number);
        if number.is_truncated() { Excerpt::new(self.name()) } else { number }
    }

    pub(crate) fn use_named(&self, place: u8) -> Named<LandUse> {
        match self.land_use_key(place) {
            Key::Known(known) => Named::Known(known),
            Key::Listed(_) => Named::Listed(Excerpt::new(LandUseOfEdition { edition: self, place }.name())),
        }
    }

    pub(crate) fn area_named(&self, place: u8) -> Named<Area> {
        let area = AreaOfEdition { edition: self, place };
        area.known().map_or_else(|| Named::Listed(Excerpt::new(area.name())), Named::Known)
    }

    fn grade_named(&self, grade: Key<Grade>) -> Named<Grade> {
        match grade {
            Key::Known(known) => Named::Known(known),
            Key::Listed(_) => {
                let name = self.grade_place(grade).map_or("", |place| GradeOfEdition { edition: self, place }.name());
                Named::Listed(Excerpt::new(name))
            }
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn why_no_use(&self, land_use: Key<LandUse>) -> Error {
        let edition = Excerpt::new(self.name());
        match land_use {
            Key::Known(class) => {
                let mut of_class = self.land_uses().filter(|land_use| land_use.class() == Some(class));
                match (of_class.next(), of_class.next()) {
                    (Some(first), Some(second)) => Error::SeveralUses {
                        land_use: class,
                        first: Excerpt::new(first.name()),
                        second: Excerpt::new(second.name()),
                    },
                    _ => Error::NoSuchUse { land_use: Named::Known(class), edition },
                }
            }
            Key::Listed(_) => Error::NoSuchUse { land_use: Named::Listed(Excerpt::new("")), edition },
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn why_no_zone(&self, area: u8, land_use: u8, code: Key<ZoneCode>) -> Error {
        let named = match code {
            Key::Known(known) => Named::Known(known),
            Key::Listed(listed) => {
                let place = listed.place_in(self.tag).unwrap_or(u16::MAX);
                Named::Listed(Excerpt::new(ZonePrice::new(self, place).printed_code()))
            }
        };
        let none = |zone_count| Error::NoSuchZone { land_use: self.use_named(land_use), code: named, zone_count };
        let zones_not_in_hand = || self.not_in_hand(area, land_use, Some(true));
        let Key::Known(known) = code else { return zones_not_in_hand().unwrap_or_else(|| none(None)) };
        let grade = self.grade_place(Key::Known(known.grade()));
        match grade.and_then(|grade| self.index(area, land_use, grade)) {
            Some(run) if short(run, index::ZONES) > 0 => none(Some(short(run, index::ZONES))),
            Some(run) if short(run, index::GRADE_PRICE) > 0 => zones_not_in_hand().unwrap_or_else(|| none(None)),
            _ => self.why_no_grade(area, land_use, Key::Known(known.grade())),
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn why_no_grade(&self, area: u8, land_use: u8, grade: Key<Grade>) -> Error {
        self.not_in_hand(area, land_use, None).unwrap_or_else(|| {
            let has = |grade: &GradeOfEdition<'_>| {
                let record = self.index(area, land_use, grade.place);
                record.is_some_and(|record| short(record, index::GRADE_PRICE) > 0 || short(record, index::ZONES) > 0)
            };
            let known = |grade: GradeOfEdition<'_>| match grade.key() {
                Key::Known(known) => Some(known),
                Key::Listed(_) => None,
            };
            let all = || self.grades().filter(has);
            let (first, last) = (all().next().and_then(known), all().last().and_then(known));
            let is_named = all().any(|grade| known(grade).is_none());
            let grades = is_named.then(|| Excerpt::of(Listing(|| all().map(|grade| grade.name()))));
            let (first, last) = if is_named { (None, None) } else { (first, last) };
            let (land_use, grade) = (self.use_named(land_use), self.grade_named(grade));
            Error::NoSuchGrade { land_use, grade, first, last, grades }
        })
    }

    /// The annex that publishes prices of that area and land use, of zones or of grades where it matters, and is not in hand.
    fn not_in_hand(&self, area: u8, land_use: u8, of_zones: Option<bool>) -> Option<Error> {
        let publishes = |annex: &AnnexOfEdition<'_>| {
            let is_of_kind = of_zones.is_none_or(|of_zones| annex.is_of_zones() == of_zones);
            !annex.is_in_hand() && is_of_kind && annex.is_of(area, land_use)
        };
        let annex = self.annexes().find(publishes)?;
        Some(Error::FiguresNotInHand {
            area: self.area_named(area),
            land_use: self.use_named(land_use),
            annex: annex.label_excerpt(),
        })
    }
}

/// Names with a stroke between.
struct Listing<F>(F);

impl<'a, I: Iterator<Item = &'a str>, F: Fn() -> I> fmt::Display for Listing<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)().enumerate().try_for_each(|(index, name)| {
            f.write_str(if index == 0 { "" } else { "/" })?;
            f.write_str(name)
        })
    }
}
