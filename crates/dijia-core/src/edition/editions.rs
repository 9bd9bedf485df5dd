use core::fmt;

use jiff::civil::Date;

use crate::edition::file::layout::terms;
use crate::edition::{Document, Edition};
use crate::error::{Error, Result};
use crate::words::{Excerpt, Normal, Validity};

/// A set of editions, of one city or of many, in which the one in force is found. It borrows them.
///
/// An edition is in force from the first to the last day of its document. The set says more than a document alone: one
/// without a last day is in force until another edition of its city is, and one that another says it replaces, by its
/// number, ends where that begins.
///
/// ```text
/// let editions = Editions::new(&[&JINAN_2020, &jinan_2024]);
/// let edition = editions.on("济南市", Date::constant(2024, 5, 6))?;
/// let price = edition.zone_price(LandUse::Commercial, "Ⅲ-4")?;
/// ```
#[derive(Clone, Copy)]
pub struct Editions<'a> {
    editions: &'a [&'a Edition<'a>],
}

impl<'a> Editions<'a> {
    /// The set of these. In which order they stand makes no difference, nor whether one is there twice.
    #[must_use]
    pub const fn new(editions: &'a [&'a Edition<'a>]) -> Self {
        Self { editions }
    }

    /// The editions.
    #[must_use]
    pub const fn as_slice(&self) -> &'a [&'a Edition<'a>] {
        self.editions
    }

    /// The edition of that city that is in force on that date. The city is named as the editions name it, `济南市`.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchCity`] where the set has no edition of the city; [`Error::NoneInForce`] where none of them is in
    /// force on that date, with those on either side; [`Error::SeveralInForce`] where more than one claims to be.
    pub fn on(&self, city: &str, date: Date) -> Result<&'a Edition<'a>> {
        let mut in_force = self.of(city).filter(|edition| self.validity_on(edition, date) == Validity::InForce);
        let Some(first) = in_force.next() else { return Err(self.why_none(city, date)) };
        if in_force.any(|edition| edition != first) { Err(self.why_several(city, date)) } else { Ok(first) }
    }

    /// The edition that follows this one in its city: that which says that it replaces it; else the one that is in force
    /// next after this one begins to be. None where there is none, or two begin on the same day.
    #[must_use]
    pub fn successor(&self, edition: &Edition<'_>) -> Option<&'a Edition<'a>> {
        let is_replaced = self.followers(edition).any(|other| replaces(other, edition));
        let next = || self.followers(edition).filter(|other| !is_replaced || replaces(other, edition));
        let begins = next().filter_map(|other| other.first_day()).min();
        let mut first = next().filter(|other| other.first_day() == begins);
        let successor = first.next()?;
        first.all(|other| other == successor).then_some(successor)
    }

    /// Whether an edition is in force on that date, for all that the set says: it need not be one of the set.
    #[must_use]
    pub fn validity_on(&self, edition: &Edition<'_>, date: Date) -> Validity {
        let days = |last_day_in_force| {
            let first_day_in_force = edition.first_day();
            Document { first_day_in_force, last_day_in_force, ..Document::default() }.validity_on(date)
        };
        match days(edition.last_day()) {
            Validity::InForce => days(self.last_day_in_force(edition)),
            otherwise => otherwise,
        }
    }

    /// The last day on which an edition is in force, for all that the set says: it need not be one of the set. None where
    /// it has no end.
    #[must_use]
    pub fn last_day_in_force(&self, edition: &Edition<'_>) -> Option<Date> {
        let stated = edition.last_day();
        let ending = self.followers(edition).filter(|other| stated.is_none() || replaces(other, edition));
        let days_before = ending.filter_map(|other| other.first_day()?.yesterday().ok());
        stated.into_iter().chain(days_before).min()
    }

    /// The editions of a city.
    fn of(&self, city: &str) -> impl Iterator<Item = &'a Edition<'a>> {
        let name = Normal::of(city);
        self.editions.iter().copied().filter(move |edition| name.is_some_and(|name| name.is(edition.city())))
    }

    /// The editions of the same city that begin later.
    fn followers(&self, edition: &Edition<'_>) -> impl Iterator<Item = &'a Edition<'a>> {
        let first = edition.first_day();
        self.of(edition.city()).filter(move |other| {
            let begins = other.first_day();
            begins.is_some_and(|begins| first.is_none_or(|first| begins > first)) && *other != edition
        })
    }

    #[cold]
    #[inline(never)]
    fn why_none(&self, city: &str, date: Date) -> Error {
        if self.of(city).next().is_none() {
            return Error::NoSuchCity { city: Excerpt::new(city) };
        }
        let last = |edition: &'a Edition<'a>| Some((self.last_day_in_force(edition)?, edition.name()));
        let first = |edition: &'a Edition<'a>| Some((edition.first_day()?, edition.name()));
        let before = self.of(city).filter_map(last).filter(|(last, _)| *last < date).max();
        let after = self.of(city).filter_map(first).filter(|(first, _)| *first > date).min();
        Error::NoneInForce {
            date,
            before: before.map(|(_, name)| Excerpt::new(name)),
            until: before.map(|(last, _)| last),
            after: after.map(|(_, name)| Excerpt::new(name)),
            from: after.map(|(first, _)| first),
        }
    }

    /// Names two, the same ones in whatever order the set has them.
    #[cold]
    #[inline(never)]
    fn why_several(&self, city: &str, date: Date) -> Error {
        let key = |edition: &'a Edition<'a>| (edition.first_day(), edition.name(), edition.digest());
        let in_force = self.of(city).filter(|edition| self.validity_on(edition, date) == Validity::InForce).map(key);
        let (mut first, mut second) = (None, None);
        for key in in_force {
            if first.is_none_or(|first| key < first) {
                (first, second) = (Some(key), first);
            } else if first != Some(key) && second.is_none_or(|second| key < second) {
                second = Some(key);
            }
        }
        let [first, second] = [first, second].map(|key| Excerpt::new(key.map_or("", |(_, name, _)| name)));
        Error::SeveralInForce { date, first, second }
    }
}

/// What is asked of a document on its own: [`Edition::document`] reads all of it.
impl<'a> Edition<'a> {
    fn first_day(&self) -> Option<Date> {
        self.date(terms::FIRST_DAY)
    }

    fn last_day(&self) -> Option<Date> {
        self.date(terms::LAST_DAY)
    }

    fn document_number(&self) -> &'a str {
        self.term(terms::NUMBER)
    }

    /// The number of the document that it replaces.
    fn replaces(&self) -> Option<&'a str> {
        Some(self.term(terms::REPLACES)).filter(|number| !number.is_empty())
    }
}

/// Whether one edition's document says, by its number, that it replaces that of the other.
fn replaces(edition: &Edition<'_>, other: &Edition<'_>) -> bool {
    edition.replaces() == Some(other.document_number())
}

impl fmt::Debug for Editions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.editions.iter().map(|edition| edition.name())).finish()
    }
}

impl PartialEq for Editions<'_> {
    /// Whether both hold the same editions in the same order.
    fn eq(&self, other: &Self) -> bool {
        self.editions == other.editions
    }
}

impl Eq for Editions<'_> {}
