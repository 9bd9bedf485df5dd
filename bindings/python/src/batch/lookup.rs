//! The published price of every row's zone.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_buffer::NullBuffer;
use dijia::{Date, Error, Key, LandUse, Language, ZoneCode, ZonePrice};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::column::{Column, Rows};
use super::dates::Dates;
use super::export::{ArrowArray, dictionary};
use super::in_force::{InForce, NO_EDITION, On};
use super::numbers::decimal_array;
use super::pages;
use super::run::pieces;
use super::source::{Districts, Source};
use super::status::{BadRow, OnError, Reasons, Statuses};
use super::texts::MISSING;
use super::words::{Reader, Words};
use crate::arguments;
use crate::dates::date_from_py;
use crate::failure::exception_in_row;
use crate::fault::Fault;

/// Which figure of a zone price is asked for.
#[derive(Clone, Copy)]
enum Figure {
    PerSquareMetre,
    WanYuanPerMu,
    PerFloorArea,
    Code,
    Citation,
}

impl Figure {
    fn read(name: &str) -> PyResult<Self> {
        Ok(match name {
            "per_square_metre" => Self::PerSquareMetre,
            "wan_yuan_per_mu" => Self::WanYuanPerMu,
            "per_floor_area" => Self::PerFloorArea,
            "code" => Self::Code,
            "citation" => Self::Citation,
            other => {
                let message = format!(
                    "no column {other:?}: there is per_square_metre, wan_yuan_per_mu, per_floor_area, code, citation"
                );
                return Err(PyValueError::new_err(message));
            }
        })
    }

    /// None where it is not printed, or a text.
    fn number(self, price: ZonePrice<'_>) -> Result<Option<dijia::Decimal>, Error> {
        Ok(match self {
            Self::PerSquareMetre => Some(price.per_square_metre()?),
            Self::WanYuanPerMu => price.wan_yuan_per_mu(),
            Self::PerFloorArea => price.per_floor_area(),
            Self::Code | Self::Citation => None,
        })
    }
}

/// What is known of a pair of a land use and a zone in an edition.
#[derive(Clone, Copy)]
struct Known {
    value: i128,
    status: i8,
    /// Whether there is a figure; an industrial zone has no floor price.
    valid: bool,
    met: bool,
}

impl Known {
    /// What nobody has looked at yet.
    const EMPTY: Self = Self { value: 0, status: 0, valid: false, met: false };

    fn nothing(status: i8) -> Self {
        Self { status, met: true, ..Self::EMPTY }
    }
}

/// The column of figures, for a set of editions the name of each row's, and where errors are coerced the status of every row and
/// the reason for it.
type Found = (ArrowArray, Option<ArrowArray>, Option<(ArrowArray, ArrowArray)>);

/// The rows are told by the arguments of the function in Python: zones and land uses, and for a set of editions `city` and
/// `date`.
#[pyfunction]
#[pyo3(signature = (source, arguments, column, errors, english, progress=None))]
pub fn zone_prices(
    py: Python<'_>,
    source: Source<'_>,
    arguments: &Bound<'_, PyDict>,
    column: &str,
    errors: &str,
    english: bool,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Found> {
    let held = source.held();
    let editions = held.as_slice();
    let (figure, on_error) = (Figure::read(column)?, OnError::read(errors)?);
    let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
    let needed = |name: &str| get(name)?.ok_or_else(|| PyTypeError::new_err(format!("{name} is expected")));
    let mut rows = Rows::default();
    let zones = Words::read(&needed("codes")?, "codes", &mut rows, Reader::zones(editions))?;
    let own = get("mapping")?.map_or_else(|| Ok(HashMap::new()), |own| own.extract())?;
    let reader = Reader::land_uses(py, editions, arguments::scheme(arguments)?, own)?;
    let land_uses = Words::read(&needed("land_use")?, "land_use", &mut rows, reader)?;
    let district = Districts::read(editions, arguments)?;
    let in_force = source.in_force(editions, get("city")?.as_ref(), &mut rows)?;
    let date = match get("date")? {
        Some(value) => Some(match Column::read(&value)? {
            Some(column) => {
                rows.agree("date", column.len())?;
                RowDate::Each(Dates::read(&column, "date")?)
            }
            None => RowDate::All(date_from_py(&value, "date")?),
        }),
        None => None,
    };
    let count = rows.count().ok_or_else(|| PyTypeError::new_err("at least one argument is to be a column"))?;
    let language = if english { Language::English } else { Language::Chinese };
    let by = By { in_force, date, district, zones, land_uses };
    let mut batch = Lookup::new(by, figure, on_error, language, count);
    let done = pieces(py, count, progress, |first, last| batch.piece(first, last))?;
    done.map_err(|bad| exception_in_row(py, &bad.fault, bad.row))?;
    batch.finish(count)
}

/// The dates that say which edition is in force.
enum RowDate {
    All(Date),
    Each(Dates),
}

impl RowDate {
    fn on(&self) -> On<'_> {
        match self {
            Self::All(date) => On::All(*date),
            Self::Each(dates) => On::Each(dates),
        }
    }
}

/// What the price of a row is looked up by.
struct By<'e> {
    in_force: InForce<'e>,
    date: Option<RowDate>,
    district: Districts,
    zones: Words<'e, Key<ZoneCode>>,
    land_uses: Words<'e, Key<LandUse>>,
}

impl<'e> By<'e> {
    fn on(&self) -> Option<On<'_>> {
        self.date.as_ref().map(RowDate::on)
    }

    /// The price of a pair of numbers in the edition at that place.
    fn price(&self, at: usize, zone: u32, land_use: u32) -> Result<ZonePrice<'e>, Error> {
        let district = self.district.in_edition(at)?;
        let (land_use, code) = (self.land_uses.get(land_use, at)?, self.zones.get(zone, at)?);
        arguments::zone_price(self.in_force.editions()[at], district, land_use, code)
    }

    /// What is wrong with a row of which there is no price, as it is written there.
    fn fault(&self, row: usize, at: usize, error: Error) -> Fault {
        let as_written = || self.land_uses.fault(row, at).or_else(|| self.zones.fault(row, at));
        self.district.in_edition(at).err().map(Fault::Value).or_else(as_written).unwrap_or(Fault::Value(error))
    }
}

struct Lookup<'e> {
    by: By<'e>,
    figure: Figure,
    on_error: OnError,
    /// By the place of the edition, the number of the zone's spelling, and that of the land use's.
    known: Vec<Vec<Vec<Known>>>,
    values: Vec<i128>,
    texts: Option<StringBuilder>,
    /// Whether each row has a value; empty as long as all have.
    valid: Vec<bool>,
    /// The places of the figure in the editions.
    scale: u32,
    statuses: Statuses,
    reasons: Reasons,
    /// The edition of each row with a price, for a set of them.
    editions: Option<Vec<u32>>,
    block: Block,
    /// The texts that values stand for, where the figure is a text.
    words: Vec<String>,
}

/// The rows of a piece: the place of each one's edition, and the numbers of its zone and land use.
#[derive(Default)]
struct Block {
    editions: Vec<u32>,
    zones: Vec<u32>,
    uses: Vec<u32>,
}

impl<'e> Lookup<'e> {
    fn new(by: By<'e>, figure: Figure, on_error: OnError, language: Language, count: usize) -> Self {
        let is_text = matches!(figure, Figure::Code | Figure::Citation);
        let editions = by.in_force.editions();
        let prices = editions.iter().flat_map(|edition| edition.zone_prices());
        let scales = prices.filter_map(|price| figure.number(price).ok().flatten()).map(|it| it.scale());
        Self {
            figure,
            on_error,
            known: vec![Vec::new(); editions.len()],
            values: pages::with_capacity(if is_text { 0 } else { count }),
            texts: is_text.then(StringBuilder::new),
            valid: Vec::new(),
            scale: scales.max().unwrap_or(0),
            statuses: Statuses::new(if on_error == OnError::Coerce { count } else { 0 }),
            reasons: Reasons::new(language),
            editions: by.in_force.is_set().then(|| pages::with_capacity(count)),
            block: Block::default(),
            words: Vec::new(),
            by,
        }
    }

    fn piece(&mut self, first: usize, last: usize) -> Result<(), BadRow> {
        let mut block = std::mem::take(&mut self.block);
        let Block { editions, zones, uses } = &mut block;
        [&mut *editions, zones, uses].into_iter().for_each(|numbers| numbers.resize(last - first, 0));
        self.by.zones.number(first, zones);
        if !self.by.land_uses.is_one() {
            self.by.land_uses.number(first, uses);
        }
        if self.by.in_force.is_set() {
            let By { in_force, date, .. } = &mut self.by;
            in_force.fill(first, date.as_ref().map(RowDate::on), editions);
        }
        if !self.push_known(first, &block) {
            let Block { editions, zones, uses } = &block;
            for (row, ((&edition, &zone), &land_use)) in (first..).zip(editions.iter().zip(zones).zip(uses)) {
                self.push_row(row, edition, zone, land_use)?;
            }
        }
        self.block = block;
        Ok(())
    }

    /// Does what `push_row` does of a whole piece, column by column, which is several times as fast: where all rows have an edition,
    /// every zone of the piece has been met before under the one land use, and the figure is a number. Whether it has.
    fn push_known(&mut self, first: usize, block: &Block) -> bool {
        let Block { editions, zones, .. } = block;
        if self.texts.is_some() || !self.by.land_uses.is_one() {
            return false;
        }
        let mut starts = Vec::new();
        let mut known: Vec<Known> = Vec::new();
        for zones in &self.known {
            starts.push(known.len());
            known.extend(zones.iter().map(|known| known.first().copied().unwrap_or(Known::EMPTY)));
        }
        // What is missing has the place after the last.
        let last = known.len();
        starts.push(last);
        known.push(Known::nothing(Statuses::MISSING));
        let has = |&(&edition, &zone): &(&u32, &u32)| {
            let (Some(&start), Some(&end)) = (starts.get(edition as usize), starts.get(edition as usize + 1)) else {
                return false;
            };
            zone == MISSING || (zone as usize) < end - start && known[start + zone as usize].met
        };
        if !editions.iter().zip(zones).all(|row| has(&row)) {
            return false;
        }
        let places: Vec<u32> = match self.editions {
            None => zones.iter().map(|&zone| zone.min(last as u32)).collect(),
            Some(_) => {
                let place = |(&edition, &zone)| {
                    if zone == MISSING { last as u32 } else { starts[edition as usize] as u32 + zone }
                };
                editions.iter().zip(zones).map(place).collect()
            }
        };
        let values: Vec<i128> = known.iter().map(|known| known.value).collect();
        self.values.extend(places.iter().map(|&place| values[place as usize]));
        let valid: Vec<bool> = known.iter().map(|known| known.valid).collect();
        let is_valid = |&place: &u32| valid[place as usize];
        if self.valid.is_empty() && !places.iter().all(is_valid) {
            self.valid.resize(first, true);
        }
        if !self.valid.is_empty() || first == 0 && !places.iter().all(is_valid) {
            self.valid.extend(places.iter().map(is_valid));
        }
        if let Some(named) = &mut self.editions {
            let edition = |(&edition, &place): (&u32, &u32)| match known[place as usize].status {
                Statuses::OK => edition,
                _ => NO_EDITION,
            };
            named.extend(editions.iter().zip(&places).map(edition));
        }
        if self.on_error == OnError::Coerce {
            let statuses: Vec<i8> = known.iter().map(|known| known.status).collect();
            for (place, &of) in places.iter().enumerate() {
                let status = statuses[of as usize];
                self.statuses.push(status);
                if status > Statuses::MISSING {
                    self.explain(first + place, editions[place] as usize, zones[place], 0);
                }
            }
        }
        true
    }

    fn push_row(&mut self, row: usize, edition: u32, zone: u32, land_use: u32) -> Result<(), BadRow> {
        let met = |known: &&Known| known.met;
        let known =
            self.known.get(edition as usize).and_then(|it| it.get(zone as usize)?.get(land_use as usize)).filter(met);
        let known = match known {
            Some(known) => *known,
            None => self.learn(row, edition, zone, land_use)?,
        };
        if !known.valid && self.valid.is_empty() {
            self.valid.resize(row, true);
        }
        if !self.valid.is_empty() || !known.valid {
            self.valid.push(known.valid);
        }
        match &mut self.texts {
            None => self.values.push(known.value),
            Some(texts) if known.valid => texts.append_value(&self.words[known.value as usize]),
            Some(texts) => texts.append_null(),
        }
        if let Some(editions) = &mut self.editions {
            editions.push(if known.status == Statuses::OK { edition } else { NO_EDITION });
        }
        if self.on_error == OnError::Coerce {
            self.statuses.push(known.status);
            if known.status > Statuses::MISSING && edition != NO_EDITION {
                self.explain(row, edition as usize, zone, land_use);
            }
        }
        Ok(())
    }

    /// Notes why a row that is not missing has no price.
    #[cold]
    #[inline(never)]
    fn explain(&mut self, row: usize, at: usize, zone: u32, land_use: u32) {
        let price = self.by.price(at, zone, land_use);
        if let Err(error) = price.and_then(|price| self.figure.number(price)) {
            self.reasons.push(row, &self.by.fault(row, at, error));
        }
    }

    #[cold]
    #[inline(never)]
    fn learn(&mut self, row: usize, edition: u32, zone: u32, land_use: u32) -> Result<Known, BadRow> {
        if zone == MISSING || land_use == MISSING {
            return Ok(Known::nothing(Statuses::MISSING));
        }
        if edition == NO_EDITION {
            let fault = match self.by.in_force.find(row, self.by.on()) {
                Ok(_) => return Ok(Known::nothing(Statuses::MISSING)),
                Err(fault) => fault,
            };
            if self.on_error == OnError::Raise {
                return Err(BadRow { row, fault });
            }
            self.reasons.push(row, &fault);
            return Ok(Known::nothing(self.statuses.of(&fault)));
        }
        let at = edition as usize;
        let price = self.by.price(at, zone, land_use).and_then(|price| Ok((price, self.figure.number(price)?)));
        let known = match price {
            Ok((price, number)) => match self.figure {
                Figure::Code | Figure::Citation => {
                    let citation = matches!(self.figure, Figure::Citation);
                    self.words.push(if citation {
                        price.citation().to_string()
                    } else {
                        price.code_text().to_string()
                    });
                    let value = self.words.len() as i128 - 1;
                    Known { value, status: Statuses::OK, valid: true, met: true }
                }
                _ => match number {
                    Some(value) => {
                        let value = value.mantissa() * 10_i128.pow(self.scale - value.scale());
                        Known { value, status: Statuses::OK, valid: true, met: true }
                    }
                    None => Known::nothing(Statuses::OK),
                },
            },
            Err(error) => {
                let fault = self.by.fault(row, at, error);
                if self.on_error == OnError::Raise {
                    return Err(BadRow { row, fault });
                }
                Known::nothing(self.statuses.of(&fault))
            }
        };
        let (zone, land_use) = (zone as usize, land_use as usize);
        let of_edition = &mut self.known[at];
        if of_edition.len() <= zone {
            of_edition.resize(zone + 1, Vec::new());
        }
        let of_zone = &mut of_edition[zone];
        if of_zone.len() <= land_use {
            of_zone.resize(land_use + 1, Known::EMPTY);
        }
        of_zone[land_use] = known;
        Ok(known)
    }

    fn finish(mut self, count: usize) -> PyResult<Found> {
        let nulls = (!self.valid.is_empty()).then(|| NullBuffer::from(self.valid));
        let values = match &mut self.texts {
            Some(texts) => ArrowArray::new(Arc::new(texts.finish())),
            None => decimal_array(self.values, nulls, self.scale as i8)?,
        };
        let names = self.by.in_force.names();
        let editions = self.editions.map(|places| {
            let place = |place: u32| (place != NO_EDITION).then_some(place as usize);
            ArrowArray::new(dictionary(places.into_iter().map(place), &names))
        });
        let told = (self.on_error == OnError::Coerce)
            .then(|| (ArrowArray::new(self.statuses.into_array()), ArrowArray::new(self.reasons.into_array(count))));
        Ok((values, editions, told))
    }
}
