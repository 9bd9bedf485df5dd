use core::fmt;

use jiff::civil::Date;

use crate::edition::{Basis, Document, GradeKey, GradePrice, ZoneKey, ZonePrice};
use crate::error::{Error, Result};
use crate::words::perfect_hash::look_up;
use crate::words::{Area, Grade, LandUse, Validity, ZoneCode};

/// One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force.
///
/// An edition holds what its document prints and nothing else. What the document publishes but this edition does not
/// hold is [`Error::FiguresNotInHand`]; what the document does not have at all is [`Error::NoSuchGrade`] or
/// [`Error::NoSuchZone`]. A zone is never priced at its grade.
pub struct Edition {
    tables: EditionTables,
}

/// What an edition is made of; written by the generator of `dijia-tables`.
#[doc(hidden)]
#[derive(Debug)]
pub struct EditionTables {
    pub name: &'static str,
    pub city: &'static str,
    pub document: &'static Document,
    pub base_date: Date,
    pub townships: &'static [&'static str],
    pub annexes: &'static [Annex],
    pub bases: &'static [Basis],
    pub grade_prices: &'static phf::OrderedMap<GradeKey, GradePrice>,
    pub zone_prices: &'static phf::OrderedMap<ZoneKey, ZonePrice>,
}

/// An annex (附件) of an edition's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Annex {
    /// Its number.
    pub number: u8,
    /// Its title.
    pub title: &'static str,
    /// Whether the edition holds its figures. One that it does not hold is published, but elsewhere.
    pub in_hand: bool,
    /// The prices that it publishes: of this area …
    pub area: Area,
    /// … and of these land uses.
    pub land_uses: &'static [LandUse],
}

impl Edition {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(tables: EditionTables) -> Self {
        Self { tables }
    }

    /// The name of the edition, such as `jinan-2020`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.tables.name
    }

    /// The city, such as `济南市`.
    #[must_use]
    pub const fn city(&self) -> &'static str {
        self.tables.city
    }

    /// The document that publishes the prices.
    #[must_use]
    pub const fn document(&self) -> &'static Document {
        self.tables.document
    }

    /// The date that the prices are the prices of (基准日).
    #[must_use]
    pub const fn base_date(&self) -> Date {
        self.tables.base_date
    }

    /// Whether the document is in force on that date.
    #[must_use]
    pub fn validity_on(&self, date: Date) -> Validity {
        self.tables.document.validity_on(date)
    }

    /// The townships that the document covers, by name.
    #[must_use]
    pub const fn townships(&self) -> &'static [&'static str] {
        self.tables.townships
    }

    /// The annexes of the document, those without figures in hand too.
    #[must_use]
    pub const fn annexes(&self) -> &'static [Annex] {
        self.tables.annexes
    }

    /// What the benchmark prices of that area and land use assume.
    ///
    /// # Errors
    ///
    /// [`Error::NoBasis`] where the document states none.
    pub fn basis(&self, area: Area, land_use: LandUse) -> Result<&'static Basis> {
        let found = self.tables.bases.iter().find(|basis| basis.area == area && basis.land_use == land_use);
        found.ok_or(Error::NoBasis { area, land_use })
    }

    /// Every basis, in the order printed.
    #[must_use]
    pub fn bases(&self) -> impl ExactSizeIterator<Item = &'static Basis> + use<> {
        self.tables.bases.iter()
    }

    /// The price of a grade in the central urban area.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchGrade`] where the land use has no such grade; [`Error::FiguresNotInHand`] where its prices are
    /// published in an annex that the edition does not hold.
    pub fn grade_price(&self, land_use: LandUse, grade: Grade) -> Result<&'static GradePrice> {
        match look_up(self.tables.grade_prices, &GradeKey(land_use, grade)) {
            Some(price) => Ok(price),
            None => Err(self.why_no_grade(land_use, grade)),
        }
    }

    /// The price of a grade in a township.
    ///
    /// # Errors
    ///
    /// [`Error::FiguresNotInHand`] where township prices are published in an annex that the edition does not hold;
    /// [`Error::NoSuchGrade`] where the document has none.
    pub fn township_grade_price(&self, land_use: LandUse, grade: Grade) -> Result<&'static GradePrice> {
        Err(self.not_in_hand(Area::Township, land_use).unwrap_or(Error::NoSuchGrade { land_use, grade, last: None }))
    }

    /// Every grade price, in the order printed: line by line, and in a line by land use.
    #[must_use]
    pub fn grade_prices(&self) -> impl ExactSizeIterator<Item = &'static GradePrice> + use<> {
        self.tables.grade_prices.values()
    }

    /// The price of a zone.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchZone`] where the grade has no such zone; [`Error::NoSuchGrade`] where the land use has no such
    /// grade; [`Error::FiguresNotInHand`] where its prices are published in an annex that the edition does not hold.
    #[inline]
    pub fn zone_price(&self, land_use: LandUse, code: ZoneCode) -> Result<&'static ZonePrice> {
        match look_up(self.tables.zone_prices, &ZoneKey(land_use, code)) {
            Some(price) => Ok(price),
            None => Err(self.why_no_zone(land_use, code)),
        }
    }

    /// Every zone price, in the order printed.
    #[must_use]
    pub fn zone_prices(&self) -> impl ExactSizeIterator<Item = &'static ZonePrice> + use<> {
        self.tables.zone_prices.values()
    }

    #[cold]
    #[inline(never)]
    fn why_no_zone(&self, land_use: LandUse, code: ZoneCode) -> Error {
        match self.grade_price(land_use, code.grade()) {
            Ok(grade) => Error::NoSuchZone { land_use, code, zone_count: grade.zone_count },
            Err(error) => error,
        }
    }

    #[cold]
    #[inline(never)]
    fn why_no_grade(&self, land_use: LandUse, grade: Grade) -> Error {
        self.not_in_hand(Area::CentralUrban, land_use).unwrap_or_else(|| {
            let grades = self.grade_prices().filter(|price| price.land_use == land_use).map(|price| price.grade);
            Error::NoSuchGrade { land_use, grade, last: grades.max() }
        })
    }

    fn not_in_hand(&self, area: Area, land_use: LandUse) -> Option<Error> {
        let publishes = |annex: &&Annex| annex.area == area && annex.land_uses.contains(&land_use);
        let annex = self.tables.annexes.iter().filter(|annex| !annex.in_hand).find(publishes)?;
        Some(Error::FiguresNotInHand { area, land_use, annex: annex.number })
    }
}

impl fmt::Debug for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edition").field("name", &self.name()).field("document", self.document()).finish_non_exhaustive()
    }
}
