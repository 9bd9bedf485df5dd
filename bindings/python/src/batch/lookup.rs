//! The published price of every row's zone.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_buffer::NullBuffer;
use dijia::{Area, DevelopmentLevel, Edition, Error, Grade, Key, LandUse, ZoneCode, ZonePrice};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::column::{Column, Rows, is_blank};
use super::export::ArrowArray;
use super::numbers::decimal_array;
use super::pages;
use super::run::pieces;
use super::status::{BadRow, OnError, Statuses};
use super::texts::{MISSING, Texts};
use crate::arguments;
use crate::edition::PyEdition;
use crate::failure::exception_in_row;
use crate::fault::Fault;
use crate::words;

/// How words of a kind are read: from a text of a column, and from one value for all rows.
pub struct Reader<'e, T> {
    text: ReadText<'e, T>,
    one: ReadOne<'e, T>,
}

type ReadText<'e, T> = Box<dyn Fn(&str) -> Result<T, Error> + Send + Sync + 'e>;
type ReadOne<'e, T> = Box<dyn Fn(&Bound<'_, PyAny>) -> PyResult<T> + 'e>;

impl<'e, T: 'e> Reader<'e, Key<T>> {
    /// Words of an edition, by what reads a text and a value.
    fn of(
        edition: &'e Edition<'e>,
        text: fn(&Edition<'e>, &str) -> Result<Key<T>, Error>,
        one: fn(&Edition<'_>, &Bound<'_, PyAny>) -> PyResult<Key<T>>,
    ) -> Self {
        Self { text: Box::new(move |it| text(edition, it)), one: Box::new(move |it| one(edition, it)) }
    }
}

impl<'e> Reader<'e, Key<LandUse>> {
    /// Names, or codes of that land-use scheme.
    pub fn land_uses(edition: &'e Edition<'e>, scheme: Option<String>) -> Self {
        let Some(scheme) = scheme else { return Self::of(edition, Edition::land_use, words::land_use) };
        let of_one = scheme.clone();
        Self {
            text: Box::new(move |code| edition.land_use_by_code(&scheme, code)),
            one: Box::new(move |value| words::land_use_in(edition, Some(&of_one), value)),
        }
    }
}

impl<'e> Reader<'e, Key<ZoneCode>> {
    pub fn zones(edition: &'e Edition<'e>) -> Self {
        Self::of(edition, Edition::zone_code, words::code)
    }
}

impl<'e> Reader<'e, Key<Grade>> {
    pub fn grades(edition: &'e Edition<'e>) -> Self {
        Self::of(edition, Edition::grade, words::grade)
    }
}

impl Reader<'static, DevelopmentLevel> {
    pub fn levels() -> Self {
        Self { text: Box::new(|text| text.parse().map_err(Error::from)), one: Box::new(words::level) }
    }
}

/// The land uses or the zones of a batch.
pub enum Words<'e, T> {
    All(T),
    Each(Box<Each<'e, T>>),
}

/// A column of words: its spellings, and the words that they stand for.
pub struct Each<'e, T> {
    texts: Texts,
    read: ReadText<'e, T>,
    known: Vec<Result<T, Error>>,
    /// The number of each word, whatever its spelling, and where errors are coerced of each kind of error: there the text
    /// that is no word is not asked for again.
    numbers: HashMap<Result<T, &'static str>, u32>,
    /// Words of the program's own.
    own: HashMap<String, T>,
    on_error: OnError,
}

impl<T: Copy + Eq + Hash> Each<'_, T> {
    fn number(&mut self, first: usize, to: &mut [u32]) {
        let Self { texts, read, known, numbers, own, on_error } = self;
        texts.number(first, to, |text| {
            if is_blank(text) {
                return MISSING;
            }
            let word = own.get(text.trim()).map_or_else(|| read(text), |word| Ok(*word));
            let mut learn = || {
                known.push(word);
                (known.len() - 1) as u32
            };
            match &word {
                Ok(word) => *numbers.entry(Ok(*word)).or_insert_with(learn),
                Err(error) if *on_error == OnError::Coerce => *numbers.entry(Err(error.kind())).or_insert_with(learn),
                // The batch ends at this row.
                Err(_) => learn(),
            }
        });
        // What is no text is no word.
        for (row, _) in texts.faults(first, to.len()) {
            to[row - first] = *numbers.entry(Err("CellType")).or_insert_with(|| {
                known.push(read(""));
                (known.len() - 1) as u32
            });
        }
    }

    /// What is wrong with the word of a row, as it is written there.
    fn fault(&self, row: usize) -> Option<Fault> {
        if let [(_, fault)] = self.texts.faults(row, 1) {
            return Some(fault.clone());
        }
        let text = self.texts.text(row)?;
        let is_own = self.own.contains_key(text.trim());
        let error = (!is_own).then(|| (self.read)(text).err()).flatten()?;
        Some(Fault::Value(error))
    }
}

impl<'e, T: Copy + Eq + Hash> Words<'e, T> {
    pub fn read(
        value: &Bound<'_, PyAny>,
        name: &str,
        rows: &mut Rows,
        on_error: OnError,
        reader: Reader<'e, T>,
    ) -> PyResult<Self> {
        match Column::read(value)? {
            None => (reader.one)(value).map(Self::All),
            Some(column) => {
                rows.agree(name, column.len())?;
                let texts = Texts::read(&column, name)?;
                let (known, numbers, own) = (Vec::new(), HashMap::new(), HashMap::new());
                Ok(Self::Each(Box::new(Each { texts, read: reader.text, known, numbers, own, on_error })))
            }
        }
    }

    /// Reads words of the program's own too, before the usual ones.
    pub fn with_own(mut self, words: HashMap<String, T>) -> Self {
        if let Self::Each(each) = &mut self {
            each.own = words;
        }
        self
    }

    /// Writes the number of each row's word; 0 for every row where there is one word.
    pub fn number(&mut self, first: usize, to: &mut [u32]) {
        match self {
            Self::All(_) => to.fill(0),
            Self::Each(each) => each.number(first, to),
        }
    }

    pub fn get(&self, number: u32) -> Result<T, Error> {
        match self {
            Self::All(word) => Ok(*word),
            Self::Each(each) => each.known[number as usize],
        }
    }

    /// What is wrong with the word of a row, where it is one of a column.
    pub fn fault(&self, row: usize) -> Option<Fault> {
        match self {
            Self::All(_) => None,
            Self::Each(each) => each.fault(row),
        }
    }

    pub fn is_one(&self) -> bool {
        matches!(self, Self::All(_))
    }
}

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

/// What is known of a pair of a land use and a zone.
#[derive(Clone, Copy)]
struct Known {
    value: i128,
    status: i8,
    /// Whether there is a figure; an industrial zone has no floor price.
    valid: bool,
    met: bool,
}

pub fn on_error(errors: &str) -> PyResult<OnError> {
    match errors {
        "raise" => Ok(OnError::Raise),
        "coerce" => Ok(OnError::Coerce),
        other => Err(PyValueError::new_err(format!("errors is {other:?}: \"raise\" or \"coerce\" is expected"))),
    }
}

/// The column of that figure, and where errors are coerced the status of every row.
#[pyfunction]
#[pyo3(signature = (edition, codes, land_use, district, mapping, scheme, column, errors, progress=None))]
#[expect(clippy::too_many_arguments, reason = "those of the function in Python")]
pub fn zone_prices(
    py: Python<'_>,
    edition: &PyEdition,
    codes: &Bound<'_, PyAny>,
    land_use: &Bound<'_, PyAny>,
    district: Option<&Bound<'_, PyAny>>,
    mapping: HashMap<String, String>,
    scheme: Option<String>,
    column: &str,
    errors: &str,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<(ArrowArray, Option<ArrowArray>)> {
    let held = edition.held();
    let edition = held.edition();
    let (figure, on_error) = (Figure::read(column)?, on_error(errors)?);
    let mut rows = Rows::default();
    let zones = Words::read(codes, "codes", &mut rows, on_error, Reader::zones(edition))?;
    let land_uses = Words::read(land_use, "land_use", &mut rows, on_error, Reader::land_uses(edition, scheme))?
        .with_own(words::own_land_uses(py, edition, mapping)?);
    let district = words::district(edition, district)?;
    let count = rows.count().ok_or_else(|| PyTypeError::new_err("codes is no column"))?;
    let mut batch = Lookup::new((edition, district), figure, on_error, zones, land_uses, count);
    let done = pieces(py, count, progress, |first, last| batch.piece(first, last))?;
    done.map_err(|bad| exception_in_row(py, &bad.fault, bad.row))?;
    batch.finish()
}

struct Lookup<'e> {
    edition: &'e Edition<'e>,
    district: Option<Key<Area>>,
    figure: Figure,
    on_error: OnError,
    zones: Words<'e, Key<ZoneCode>>,
    land_uses: Words<'e, Key<LandUse>>,
    /// By number of the zone's spelling, and for each by number of the land use's.
    known: Vec<Vec<Known>>,
    values: Vec<i128>,
    texts: Option<StringBuilder>,
    /// Whether each row has a value; empty as long as all have.
    valid: Vec<bool>,
    /// The places of the figure in the edition.
    scale: u32,
    statuses: Statuses,
    numbers: [Vec<u32>; 2],
    /// The texts that values stand for, where the figure is a text.
    words: Vec<String>,
}

impl<'e> Lookup<'e> {
    fn new(
        (edition, district): (&'e Edition<'e>, Option<Key<Area>>),
        figure: Figure,
        on_error: OnError,
        zones: Words<'e, Key<ZoneCode>>,
        land_uses: Words<'e, Key<LandUse>>,
        count: usize,
    ) -> Self {
        let is_text = matches!(figure, Figure::Code | Figure::Citation);
        Self {
            edition,
            district,
            figure,
            on_error,
            zones,
            land_uses,
            known: Vec::new(),
            values: pages::with_capacity(if is_text { 0 } else { count }),
            texts: is_text.then(StringBuilder::new),
            valid: Vec::new(),
            scale: edition
                .zone_prices()
                .filter_map(|price| figure.number(price).ok().flatten())
                .map(|it| it.scale())
                .max()
                .unwrap_or(0),
            statuses: Statuses::new(if on_error == OnError::Coerce { count } else { 0 }),
            numbers: [Vec::new(), Vec::new()],
            words: Vec::new(),
        }
    }

    fn piece(&mut self, first: usize, last: usize) -> Result<(), BadRow> {
        let [mut zones, mut uses] = std::mem::take(&mut self.numbers);
        zones.resize(last - first, 0);
        uses.resize(last - first, 0);
        self.zones.number(first, &mut zones);
        if !self.land_uses.is_one() {
            self.land_uses.number(first, &mut uses);
        }
        if self.land_uses.is_one() && self.all_known(&zones) {
            self.push_known(first, &zones);
            self.numbers = [zones, uses];
            return Ok(());
        }
        for (row, (&zone, &land_use)) in (first..).zip(zones.iter().zip(&uses)) {
            let known = match self.known.get(zone as usize).and_then(|known| known.get(land_use as usize)) {
                Some(known) if known.met => *known,
                _ => self.learn(row, zone, land_use)?,
            };
            self.push(row, known);
        }
        self.numbers = [zones, uses];
        Ok(())
    }

    /// Whether every zone of the piece has been met before, under the one land use, and the figure is a number.
    fn all_known(&self, zones: &[u32]) -> bool {
        let met = self.known.len() as u32;
        let all_met = self.known.iter().all(|known| known.first().is_some_and(|known| known.met));
        self.texts.is_none() && all_met && zones.iter().all(|&zone| zone < met || zone == MISSING)
    }

    /// What `push` does of a whole piece: column by column, which is several times as fast as row by row.
    fn push_known(&mut self, first: usize, zones: &[u32]) {
        // What is missing has the place after the last.
        let missing = Known { value: 0, status: Statuses::MISSING, valid: false, met: true };
        let known: Vec<Known> = self.known.iter().filter_map(|known| known.first().copied()).chain([missing]).collect();
        let last = known.len() - 1;
        let place = |&zone: &u32| (zone as usize).min(last);
        let values: Vec<i128> = known.iter().map(|known| known.value).collect();
        self.values.extend(zones.iter().map(|zone| values[place(zone)]));
        let valid: Vec<bool> = known.iter().map(|known| known.valid).collect();
        if self.valid.is_empty() && zones.iter().any(|zone| !valid[place(zone)]) {
            self.valid.resize(first, true);
        }
        if !self.valid.is_empty() || first == 0 && zones.iter().any(|zone| !valid[place(zone)]) {
            self.valid.extend(zones.iter().map(|zone| valid[place(zone)]));
        }
        if self.on_error == OnError::Coerce {
            let statuses: Vec<i8> = known.iter().map(|known| known.status).collect();
            zones.iter().for_each(|zone| self.statuses.push(statuses[place(zone)]));
        }
    }

    #[inline]
    fn push(&mut self, row: usize, known: Known) {
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
        if self.on_error == OnError::Coerce {
            self.statuses.push(known.status);
        }
    }

    #[cold]
    #[inline(never)]
    fn learn(&mut self, row: usize, zone: u32, land_use: u32) -> Result<Known, BadRow> {
        let nothing = |status| Known { value: 0, status, valid: false, met: true };
        if zone == MISSING || land_use == MISSING {
            return Ok(nothing(Statuses::MISSING));
        }
        let price = self.land_uses.get(land_use).and_then(|land_use| {
            let code = self.zones.get(zone)?;
            let price = arguments::zone_price(self.edition, self.district, land_use, code)?;
            Ok((price, self.figure.number(price)?))
        });
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
                    None => nothing(Statuses::OK),
                },
            },
            Err(error) => {
                let fault = self.land_uses.fault(row).or_else(|| self.zones.fault(row)).unwrap_or(error.into());
                if self.on_error == OnError::Raise {
                    return Err(BadRow { row, fault });
                }
                nothing(self.statuses.of(&fault))
            }
        };
        let empty = Known { value: 0, status: 0, valid: false, met: false };
        let (zone, land_use) = (zone as usize, land_use as usize);
        if self.known.len() <= zone {
            self.known.resize(zone + 1, Vec::new());
        }
        let known_of = &mut self.known[zone];
        if known_of.len() <= land_use {
            known_of.resize(land_use + 1, empty);
        }
        known_of[land_use] = known;
        Ok(known)
    }

    fn finish(mut self) -> PyResult<(ArrowArray, Option<ArrowArray>)> {
        let nulls = (!self.valid.is_empty()).then(|| NullBuffer::from(self.valid));
        let values = match &mut self.texts {
            Some(texts) => ArrowArray::new(Arc::new(texts.finish())),
            None => decimal_array(self.values, nulls, self.scale as i8)?,
        };
        let statuses = self.on_error == OnError::Coerce;
        Ok((values, statuses.then(|| ArrowArray::new(self.statuses.into_array()))))
    }
}
