//! Pricing every row of a batch.

use arrow_buffer::NullBuffer;
use dijia::{Date, Decimal, DevelopmentLevel, Edition, Error, Grade, LandUse, Quantity, ZoneCode};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::column::{Column, Rows};
use super::dates::{Dates, Entry};
use super::export::ArrowArray;
use super::lookup::{Words, on_error};
use super::memory::Memory;
use super::numbers::{Number, Numbers, decimal_array};
use super::pages;
use super::run::pieces;
use super::status::{BadRow, OnError, Statuses};
use super::texts::MISSING;
use crate::arguments::{self, Base, Inputs};
use crate::decimals::Reading;
use crate::edition::edition;
use crate::failure::exception_in_row;
use crate::words;

/// The numbers that may be columns, besides the coefficients and corrections.
const NUMBERS: [(&str, Quantity, Reading); 8] = [
    ("capitalization_rate", Quantity::CapitalizationRate, Reading::Rate),
    ("statutory_term", Quantity::StatutoryTerm, Reading::Plain),
    ("remaining_term", Quantity::RemainingTerm, Reading::Plain),
    ("plot_ratio", Quantity::PlotRatio, Reading::Plain),
    ("plot_ratio_coefficient", Quantity::PlotRatioCoefficient, Reading::Plain),
    ("date_coefficient", Quantity::DateCoefficient, Reading::Plain),
    ("monthly_growth", Quantity::MonthlyGrowth, Reading::Rate),
    ("development_adjustment", Quantity::DevelopmentAdjustment, Reading::Plain),
];
const DATES: [&str; 3] = ["base_date", "valuation_date", "expiry_date"];
const LEVELS: [&str; 2] = ["basis_development", "site_development"];

/// Where the value of a column goes.
#[derive(Clone, Copy)]
enum Target {
    Number(usize),
    BasePrice,
    Coefficient(usize),
    Correction(usize),
}

/// What the price of a row starts from.
enum Start {
    One,
    Zones { land_uses: Words<LandUse>, zones: Words<ZoneCode> },
    Grades { land_uses: Words<LandUse>, grades: Words<Grade> },
}

/// A figure that may be asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    UnitPrice,
    WanYuanPerMu,
    FloorPrice,
    TotalYuan,
    TotalWanYuan,
    Deviation,
}

impl Figure {
    fn read(name: &str) -> PyResult<Self> {
        Ok(match name {
            "unit_price" => Self::UnitPrice,
            "wan_yuan_per_mu" => Self::WanYuanPerMu,
            "floor_price" => Self::FloorPrice,
            "total_yuan" => Self::TotalYuan,
            "total_wan_yuan" => Self::TotalWanYuan,
            "deviation" => Self::Deviation,
            other => {
                let message = format!(
                    "no column {other:?}: there is unit_price, wan_yuan_per_mu, floor_price, total_yuan, \
                     total_wan_yuan, deviation"
                );
                return Err(PyValueError::new_err(message));
            }
        })
    }
}

/// What came of a row, but for what its area makes of it.
#[derive(Clone, Copy)]
enum Outcome {
    Missing,
    Priced {
        unit_price: Decimal,
        wan_yuan_per_mu: Decimal,
        floor_price: Option<Decimal>,
        deviation: Decimal,
    },
    /// The place of the error among the batch's.
    Bad(u32),
}

/// Prices every row: the columns of figures in the order asked for, and where errors are coerced the status of every row.
#[pyfunction]
#[pyo3(signature = (place, arguments, columns, errors, progress=None))]
pub fn appraise_batch(
    py: Python<'_>,
    place: usize,
    arguments: &Bound<'_, PyDict>,
    columns: Vec<String>,
    errors: &str,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<(Vec<ArrowArray>, Option<ArrowArray>)> {
    let figures = columns.iter().map(|name| Figure::read(name)).collect::<PyResult<Vec<_>>>()?;
    let mut batch = Pricing::read(place, arguments, figures, on_error(errors)?)?;
    let rows = batch.rows;
    let done = pieces(py, rows, progress, |first, last| batch.piece(first, last))?;
    done.map_err(|bad| exception_in_row(py, bad.error, bad.row))?;
    batch.finish()
}

struct Pricing {
    edition: &'static Edition,
    rows: usize,
    on_error: OnError,
    start: Start,
    /// The base of each pair of a land use and a zone or grade.
    bases: Vec<Vec<Option<Result<Base, Error>>>>,
    numbers: Vec<(Target, Numbers)>,
    dates: Vec<(usize, Dates)>,
    levels: Vec<(usize, Words<DevelopmentLevel>)>,
    area: Option<Numbers>,
    one_area: Option<Decimal>,
    /// The inputs of the row that is priced, those that are the same for all rows among them.
    inputs: Inputs,
    memory: Memory,
    outcomes: Vec<Outcome>,
    failures: Vec<Error>,
    figures: Vec<Figure>,
    values: Vec<Vec<i128>>,
    valid: Vec<Vec<bool>>,
    statuses: Statuses,
}

impl Pricing {
    fn read(place: usize, arguments: &Bound<'_, PyDict>, figures: Vec<Figure>, on_error: OnError) -> PyResult<Self> {
        let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
        let column = |name: &str| match get(name)? {
            Some(value) => Column::read(&value),
            None => Ok(None),
        };
        let mut rows = Rows::default();
        // What is the same for all rows is read as for one parcel.
        let scalars = PyDict::new(arguments.py());
        for (name, value) in arguments {
            scalars.set_item(name, value)?;
        }
        let (start, base) = Self::start(place, arguments, &mut rows, on_error)?;

        let mut numbers = Vec::new();
        for (index, (name, quantity, reading)) in NUMBERS.into_iter().enumerate() {
            if let Some(column) = column(name)? {
                rows.agree(name, column.len())?;
                numbers.push((Target::Number(index), Numbers::read(&column, name, reading, quantity)?));
                scalars.del_item(name)?;
            }
        }
        if matches!(start, Start::One)
            && let Some(column) = column("base_price")?
        {
            rows.agree("base_price", column.len())?;
            let prices = Numbers::read(&column, "base_price", Reading::Plain, Quantity::BasePrice)?;
            numbers.push((Target::BasePrice, prices));
        }
        type Make = fn(usize) -> Target;
        let named: [(&str, Make, Quantity); 2] = [
            ("coefficients", Target::Coefficient, Quantity::Coefficient),
            ("factor_corrections", Target::Correction, Quantity::FactorCorrections),
        ];
        for (name, target, quantity) in named {
            let Some(values) = get(name)? else { continue };
            let values =
                values.cast_into::<PyDict>().map_err(|_| PyTypeError::new_err(format!("{name} is to be a dict")))?;
            let ones = PyDict::new(values.py());
            for (index, (key, value)) in values.iter().enumerate() {
                match Column::read(&value)? {
                    Some(column) => {
                        let name = format!("{name}[{key:?}]");
                        rows.agree(&name, column.len())?;
                        numbers.push((target(index), Numbers::read(&column, &name, Reading::Rate, quantity)?));
                        // Holds the place of the column's values.
                        ones.set_item(key, 1)?;
                    }
                    None => ones.set_item(key, value)?,
                }
            }
            scalars.set_item(name, ones)?;
        }
        let mut dates = Vec::new();
        for (index, name) in DATES.into_iter().enumerate() {
            if let Some(column) = column(name)? {
                rows.agree(name, column.len())?;
                dates.push((index, Dates::read(&column, name)?));
                scalars.del_item(name)?;
            }
        }
        let mut levels = Vec::new();
        for (index, name) in LEVELS.into_iter().enumerate() {
            // Lists of services are one level, columns of levels are Arrow's, or lists of texts.
            if let Some(value) = get(name)?.filter(|value| is_level_column(value)) {
                levels.push((index, Words::read(&value, name, &mut rows, on_error, words::level)?));
                scalars.del_item(name)?;
            }
        }
        let mut area = None;
        if let Some(column) = column("area")? {
            rows.agree("area", column.len())?;
            area = Some(Numbers::read(&column, "area", Reading::Plain, Quantity::Area)?);
            scalars.del_item("area")?;
        }
        let mut inputs = Inputs::read(base, &scalars)?;
        let one_area = inputs.area.take();
        let rows = rows.count().ok_or_else(|| PyTypeError::new_err("at least one argument is to be a column"))?;
        let width = numbers.len() + dates.len() + 1;
        Ok(Self {
            edition: edition(place)?,
            rows,
            on_error,
            start,
            bases: Vec::new(),
            numbers,
            dates,
            levels,
            area,
            one_area,
            inputs,
            memory: Memory::new(width),
            outcomes: Vec::new(),
            failures: Vec::new(),
            values: figures.iter().map(|_| pages::with_capacity(rows)).collect(),
            valid: figures.iter().map(|_| Vec::new()).collect(),
            figures,
            statuses: Statuses::new(if on_error == OnError::Coerce { rows } else { 0 }),
        })
    }

    /// What the price starts from, and the base to begin with.
    fn start(
        place: usize,
        arguments: &Bound<'_, PyDict>,
        rows: &mut Rows,
        on_error: OnError,
    ) -> PyResult<(Start, Base)> {
        let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
        let none = Base::Own(Decimal::ZERO, None);
        let land_use = |by: &str| get("land_use")?.ok_or_else(|| PyTypeError::new_err(format!("{by} needs land_use")));
        match (get("zone")?, get("grade")?, get("base_price")?) {
            (Some(zone), None, None) => {
                let land_uses = Words::read(&land_use("zone")?, "land_use", rows, on_error, words::land_use)?;
                Ok((Start::Zones { land_uses, zones: Words::read(&zone, "zone", rows, on_error, words::code)? }, none))
            }
            (None, Some(grade), None) => {
                let land_uses = Words::read(&land_use("grade")?, "land_use", rows, on_error, words::land_use)?;
                Ok((
                    Start::Grades { land_uses, grades: Words::read(&grade, "grade", rows, on_error, words::grade)? },
                    none,
                ))
            }
            (None, None, Some(price)) => match Column::read(&price)? {
                Some(_) => Ok((Start::One, Base::Own(Decimal::ZERO, arguments::own_basis(place, arguments)?))),
                None => Ok((Start::One, arguments::base(place, arguments)?)),
            },
            _ => Err(PyTypeError::new_err("exactly one of zone, grade and base_price is expected")),
        }
    }

    fn piece(&mut self, first: usize, last: usize) -> Result<(), BadRow> {
        let (mut uses, mut codes) = (vec![0; last - first], vec![0; last - first]);
        match &mut self.start {
            Start::One => {}
            Start::Zones { land_uses, zones } => {
                land_uses.number(first, &mut uses);
                zones.number(first, &mut codes);
            }
            Start::Grades { land_uses, grades } => {
                land_uses.number(first, &mut uses);
                grades.number(first, &mut codes);
            }
        }
        let mut levels = [vec![0; last - first], vec![0; last - first]];
        for ((_, words), to) in self.levels.iter_mut().zip(&mut levels) {
            words.number(first, to);
        }
        let mut key = vec![0; self.numbers.len() + self.dates.len() + 1];
        for (place, row) in (first..last).enumerate() {
            let numbered = [uses[place], codes[place], levels[0][place], levels[1][place]];
            let is_keyed = self.key(row, numbered, &mut key) && self.memory.is_worth_it();
            let known = if is_keyed { self.memory.get(&key) } else { None };
            let outcome = match known {
                Some(number) => self.outcomes[number as usize],
                None => {
                    let outcome = self.price(row, numbered);
                    if is_keyed && u32::try_from(self.outcomes.len()).is_ok() {
                        self.memory.insert(&key, self.outcomes.len() as u32);
                        if self.outcomes.len() == self.outcomes.capacity() {
                            let mut room = pages::with_capacity((self.outcomes.len() * 4).max(1 << 10));
                            room.append(&mut self.outcomes);
                            self.outcomes = room;
                        }
                        self.outcomes.push(outcome);
                    }
                    outcome
                }
            };
            self.put(row, outcome)?;
        }
        Ok(())
    }

    /// Writes what tells the row from others, but for its area; whether that can be said in short.
    #[inline]
    fn key(&self, row: usize, [land_use, code, level, other]: [u32; 4], key: &mut [u64]) -> bool {
        if land_use >= 1 << 8 || code >= 1 << 20 || level >= 1 << 16 || other >= 1 << 16 {
            return false;
        }
        let numbered = u64::from(land_use) << 52 | u64::from(code) << 32 | u64::from(level) << 16 | u64::from(other);
        let mut places = key.iter_mut();
        let mut put = |word: Option<u64>| match (places.next(), word) {
            (Some(place), Some(word)) => {
                *place = word;
                true
            }
            _ => false,
        };
        put(Some(numbered))
            && self.numbers.iter().all(|(_, numbers)| put(numbers.key(row)))
            && self.dates.iter().all(|(_, dates)| put(dates.key(row)))
    }

    #[inline(never)]
    fn price(&mut self, row: usize, [land_use, code, level, other]: [u32; 4]) -> Outcome {
        if [land_use, code, level, other].contains(&MISSING) {
            return Outcome::Missing;
        }
        // A missing value comes before a bad one: nothing is asked of a row that is not all there.
        let mut bad = None;
        for at in 0..self.numbers.len() {
            let (target, numbers) = &self.numbers[at];
            let target = *target;
            match numbers.get(row) {
                Number::Missing => return Outcome::Missing,
                Number::Bad(error) => bad = bad.or(Some(error)),
                Number::Value(value) => self.set(target, value),
            }
        }
        for (index, dates) in &self.dates {
            match dates.get(row) {
                Entry::Missing => return Outcome::Missing,
                Entry::Bad(error) => bad = bad.or(Some(error)),
                Entry::Value(date) => *date_of(&mut self.inputs, *index) = Some(date),
            }
        }
        for ((index, words), number) in self.levels.iter().zip([level, other]) {
            match words.get(number) {
                Ok(level) if *index == 0 => self.inputs.basis_development = Some(level),
                Ok(level) => self.inputs.site_development = Some(level),
                Err(error) => bad = bad.or(Some(error)),
            }
        }
        match self.base(land_use, code) {
            Ok(Some(base)) => self.inputs.base = base,
            Ok(None) => {}
            Err(error) => bad = Some(error),
        }
        if let Some(error) = bad {
            return self.failed(error);
        }
        let priced = self.inputs.with(|appraisal| {
            let appraised = appraisal?.appraise()?;
            Ok(Outcome::Priced {
                unit_price: appraised.unit_price(),
                wan_yuan_per_mu: appraised.wan_yuan_per_mu(),
                floor_price: appraised.floor_price(),
                deviation: appraised.deviation(),
            })
        });
        priced.unwrap_or_else(|error| self.failed(error))
    }

    fn failed(&mut self, error: Error) -> Outcome {
        self.failures.push(error);
        Outcome::Bad(self.failures.len() as u32 - 1)
    }

    fn set(&mut self, target: Target, value: Decimal) {
        let inputs = &mut self.inputs;
        match target {
            Target::BasePrice => {
                let basis = match inputs.base {
                    Base::Own(_, basis) => basis,
                    Base::Zone(_) | Base::Grade(_) => None,
                };
                inputs.base = Base::Own(value, basis);
            }
            Target::Coefficient(index) => inputs.coefficients[index].1 = value,
            Target::Correction(index) => inputs.factor_corrections[index].1 = value,
            Target::Number(index) => {
                let place = match index {
                    0 => &mut inputs.capitalization_rate,
                    1 => &mut inputs.statutory_term,
                    2 => &mut inputs.remaining_term,
                    3 => &mut inputs.plot_ratio,
                    4 => &mut inputs.plot_ratio_coefficient,
                    5 => &mut inputs.date_coefficient,
                    6 => &mut inputs.monthly_growth,
                    _ => &mut inputs.development_adjustment,
                };
                *place = Some(value);
            }
        }
    }

    /// The base of the row; none where all rows have one, or a column's price.
    fn base(&mut self, land_use: u32, code: u32) -> Result<Option<Base>, Error> {
        if matches!(self.start, Start::One) {
            return Ok(None);
        }
        let (use_place, code_place) = (land_use as usize, code as usize);
        if let Some(Some(known)) = self.bases.get(code_place).and_then(|bases| bases.get(use_place)) {
            return known.map(Some);
        }
        let base = match &self.start {
            Start::One => return Ok(None),
            Start::Zones { land_uses, zones } => land_uses
                .get(land_use)
                .and_then(|land_use| self.edition.zone_price(land_use, zones.get(code)?))
                .map(Base::Zone),
            Start::Grades { land_uses, grades } => land_uses
                .get(land_use)
                .and_then(|land_use| self.edition.grade_price(land_use, grades.get(code)?))
                .map(Base::Grade),
        };
        if self.bases.len() <= code_place {
            self.bases.resize(code_place + 1, Vec::new());
        }
        let bases = &mut self.bases[code_place];
        if bases.len() <= use_place {
            bases.resize(use_place + 1, None);
        }
        bases[use_place] = Some(base);
        base.map(Some)
    }

    #[inline]
    fn put(&mut self, row: usize, outcome: Outcome) -> Result<(), BadRow> {
        let policy = self.inputs.policy;
        let (places, mode) = (u32::from(policy.amount_places()), policy.mode());
        let area = match &self.area {
            None => self.one_area.map(Number::Value),
            Some(areas) => Some(areas.get(row)),
        };
        let mut totals = (None, None);
        let (outcome, status) = match (outcome, area) {
            (Outcome::Missing, _) | (_, Some(Number::Missing)) => (None, Statuses::MISSING),
            (Outcome::Bad(place), _) => (None, self.bad(row, self.failures[place as usize])?),
            (_, Some(Number::Bad(error))) => (None, self.bad(row, error)?),
            (Outcome::Priced { unit_price, .. }, Some(Number::Value(area))) => {
                let wanted =
                    |figure, total: fn(Decimal, Decimal, u32, dijia::RoundingMode) -> dijia::Result<Decimal>| {
                        // The first is computed in any case: it is what refuses a bad area.
                        let needed = figure == Figure::TotalYuan || self.figures.contains(&figure);
                        needed.then(|| total(unit_price, area, places, mode)).transpose()
                    };
                let made = wanted(Figure::TotalYuan, dijia::total_yuan)
                    .and_then(|yuan| Ok((yuan, wanted(Figure::TotalWanYuan, dijia::total_wan_yuan)?)));
                match made {
                    Ok(made) => {
                        totals = made;
                        (Some(outcome), Statuses::OK)
                    }
                    Err(error) => (None, self.bad(row, error)?),
                }
            }
            (Outcome::Priced { .. }, None) => (Some(outcome), Statuses::OK),
        };
        for (at, figure) in self.figures.iter().enumerate() {
            let value = match outcome {
                Some(Outcome::Priced { unit_price, wan_yuan_per_mu, floor_price, deviation }) => match figure {
                    Figure::UnitPrice => Some(unit_price),
                    Figure::WanYuanPerMu => Some(wan_yuan_per_mu),
                    Figure::FloorPrice => floor_price,
                    Figure::TotalYuan => totals.0,
                    Figure::TotalWanYuan => totals.1,
                    Figure::Deviation => Some(deviation),
                },
                _ => None,
            };
            let valid = &mut self.valid[at];
            if value.is_none() && valid.is_empty() {
                valid.resize(row, true);
            }
            if value.is_none() || !valid.is_empty() {
                valid.push(value.is_some());
            }
            self.values[at].push(value.map_or(0, |value| value.mantissa()));
        }
        if self.on_error == OnError::Coerce {
            self.statuses.push(status);
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn bad(&mut self, row: usize, error: Error) -> Result<i8, BadRow> {
        match self.on_error {
            OnError::Raise => Err(BadRow { row, error }),
            OnError::Coerce => Ok(self.statuses.of(&error)),
        }
    }

    fn finish(self) -> PyResult<(Vec<ArrowArray>, Option<ArrowArray>)> {
        let policy = self.inputs.policy;
        let columns = self
            .figures
            .iter()
            .zip(self.values.into_iter().zip(self.valid))
            .map(|(figure, (values, valid))| {
                let places = match figure {
                    Figure::UnitPrice => policy.unit_price_places(),
                    // Per cent to 2 places, whatever the policy.
                    Figure::Deviation => 2,
                    _ => policy.amount_places(),
                };
                let nulls = (!valid.is_empty()).then(|| NullBuffer::from(valid));
                decimal_array(values, nulls, places as i8)
            })
            .collect::<PyResult<Vec<_>>>()?;
        let statuses = self.on_error == OnError::Coerce;
        Ok((columns, statuses.then(|| ArrowArray::new(self.statuses.into_array()))))
    }
}

fn date_of(inputs: &mut Inputs, index: usize) -> &mut Option<Date> {
    match index {
        0 => &mut inputs.base_date,
        1 => &mut inputs.valuation_date,
        _ => &mut inputs.expiry_date,
    }
}

/// A list of services is one level; a column of levels is Arrow's, or is marked by the caller as a tuple.
fn is_level_column(value: &Bound<'_, PyAny>) -> bool {
    ["__arrow_c_array__", "__arrow_c_stream__"].iter().any(|name| value.hasattr(*name).unwrap_or(false))
}
