//! Which edition each row of a batch is priced from: one for all, or of a set the one in force in the row's city on its date.

use dijia::{Date, Edition, Editions};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use super::column::{Column, Rows};
use super::dates::{Dates, Day, Entry};
use super::names::Names;
use crate::editions::place_of;
use crate::fault::Fault;

/// Stands for the edition of a row that has none.
pub const NO_EDITION: u32 = u32::MAX;

/// The editions of the rows of a batch.
pub struct InForce<'e> {
    editions: &'e [&'e Edition<'e>],
    /// None where all rows are priced from the one edition.
    cities: Option<Cities>,
    /// One more than the place of the edition, by the number of the city, the year and the day: 0 where nobody has looked yet.
    known: Vec<Vec<Vec<u16>>>,
}

enum Cities {
    All(String),
    Each(Box<Names>),
}

/// The date of a row that says which edition is in force.
#[derive(Clone, Copy)]
pub enum On<'a> {
    /// The same for all rows.
    All(Date),
    Each(&'a Dates),
}

impl On<'_> {
    #[inline]
    fn day(self, row: usize) -> Option<Day> {
        match self {
            Self::All(date) => Day::of(date),
            Self::Each(dates) => dates.day(row),
        }
    }
}

impl<'e> InForce<'e> {
    /// All rows are priced from the one edition.
    pub fn one(editions: &'e [&'e Edition<'e>]) -> Self {
        Self { editions, cities: None, known: Vec::new() }
    }

    /// Each row is priced from the edition that is in force in that city, or in its own.
    pub fn in_city(
        editions: &'e [&'e Edition<'e>],
        city: Option<&Bound<'_, PyAny>>,
        rows: &mut Rows,
    ) -> PyResult<Self> {
        let cities = match city.map(|city| Ok::<_, PyErr>((city, Column::read(city)?))).transpose()? {
            Some((_, Some(column))) => Cities::Each(Box::new(Names::read(&column, "city", rows)?)),
            Some((city, None)) => Cities::All(city.extract()?),
            // The program has seen to it that they are all of one.
            None => match editions.first() {
                Some(edition) => Cities::All(edition.city().to_owned()),
                None => return Err(PyTypeError::new_err("editions has no edition")),
            },
        };
        Ok(Self { editions, cities: Some(cities), known: Vec::new() })
    }

    pub fn editions(&self) -> &'e [&'e Edition<'e>] {
        self.editions
    }

    /// Whether rows may be priced from several.
    pub fn is_set(&self) -> bool {
        self.cities.is_some()
    }

    /// Writes the place of the edition of each row from the first; `NO_EDITION` for one that has none.
    pub fn fill(&mut self, first: usize, on: Option<On<'_>>, to: &mut [u32]) {
        let Some(on) = on.filter(|_| self.is_set()) else { return to.fill(0) };
        match (&mut self.cities, on) {
            (Some(Cities::Each(names)), _) => names.number(first, to.len()),
            (_, On::All(_)) => return to.fill(self.look(first, on)),
            _ => {}
        }
        for (row, to) in (first..).zip(to) {
            *to = self.place(row, on);
        }
    }

    #[inline]
    fn place(&mut self, row: usize, on: On<'_>) -> u32 {
        let city = match &self.cities {
            Some(Cities::Each(names)) => names.key(row),
            _ => Some(0),
        };
        let (Some(city), Some(day)) = (city, on.day(row)) else { return self.look(row, on) };
        let known = self.known.get(city as usize).and_then(|years| years.get(day.year)).and_then(|it| it.get(day.day));
        match known.and_then(|known| known.checked_sub(1)) {
            Some(place) => place.into(),
            None => self.learn(row, on, city as usize, day),
        }
    }

    #[cold]
    #[inline(never)]
    fn learn(&mut self, row: usize, on: On<'_>, city: usize, day: Day) -> u32 {
        let place = self.look(row, on);
        // What has none is asked for again: what a column calls a city may be anything.
        let Ok(known) = u16::try_from(place.wrapping_add(1)) else { return place };
        if known == 0 {
            return place;
        }
        if self.known.len() <= city {
            self.known.resize(city + 1, Vec::new());
        }
        let years = &mut self.known[city];
        if years.len() <= day.year {
            years.resize(day.year + 1, Vec::new());
        }
        let days = &mut years[day.year];
        days.resize(Day::COUNT, 0);
        days[day.day] = known;
        place
    }

    #[cold]
    #[inline(never)]
    fn look(&self, row: usize, on: On<'_>) -> u32 {
        self.find(row, Some(on)).ok().flatten().map_or(NO_EDITION, |place| place as u32)
    }

    /// The place of the edition of a row of the block that was filled last, or what is wrong with its date or its city; none where
    /// one is missing.
    pub fn find(&self, row: usize, on: Option<On<'_>>) -> Result<Option<usize>, Fault> {
        let (Some(cities), Some(on)) = (&self.cities, on) else { return Ok(Some(0)) };
        let city = match cities {
            Cities::All(city) => Ok(city.as_str()),
            Cities::Each(names) => match (names.key(row), names.fault(row)) {
                (Some(number), _) => Ok(names.name(number)),
                (None, Some(fault)) => Err(fault),
                (None, None) => return Ok(None),
            },
        };
        let date = match on {
            On::All(date) => date,
            On::Each(dates) => match dates.get(row) {
                Entry::Missing => return Ok(None),
                Entry::Bad(fault) => return Err(fault),
                Entry::Value(date) => date,
            },
        };
        let edition = Editions::new(self.editions).on(city?, date).map_err(Fault::from)?;
        Ok(place_of(self.editions, edition))
    }

    /// What each edition is called: its name, and where several of the set have that, the beginning of its digest too.
    pub fn names(&self) -> Vec<String> {
        let is_namesake = |edition: &Edition<'_>| {
            self.editions.iter().any(|other| other.name() == edition.name() && *other != edition)
        };
        let name = |edition: &&Edition<'_>| match is_namesake(edition) {
            false => edition.name().to_owned(),
            true => {
                let digest = edition.digest();
                let digits: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
                format!("{} {digits}", edition.name())
            }
        };
        self.editions.iter().map(name).collect()
    }
}
