//! The inputs of an appraisal that are columns.

use dijia::{Date, Decimal, DecimalText, DevelopmentLevel, Edition, Quantity};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use super::column::{Column, Rows};
use super::dates::{Dates, Entry};
use super::levels::{Level, LevelColumn};
use super::numbers::{Number, Numbers};
use super::start::Start;
use super::texts::MISSING;
use super::words::{Reader, Words};
use crate::arguments::{Base, Inputs};
use crate::decimals::Reading;
use crate::fault::Fault;

/// The inputs that are columns, but for what the price starts from.
pub struct Columns<'e> {
    pub numbers: Vec<(Target, Numbers)>,
    pub dates: Vec<(DateInput, Dates)>,
    pub levels: Vec<(LevelInput, Words<'e, DevelopmentLevel>)>,
    editions: &'e [&'e Edition<'e>],
    /// Levels of factors, each by its place among them.
    pub factor_levels: Vec<(usize, LevelColumn)>,
}

/// The input that a column of numbers is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    CapitalizationRate,
    StatutoryTerm,
    TermCoefficient,
    RemainingTerm,
    PlotRatio,
    PlotRatioCoefficient,
    DateCoefficient,
    MonthlyGrowth,
    DevelopmentAdjustment,
    Area,
    BasePrice,
    /// A further coefficient, by its place among them.
    Coefficient(usize),
    /// A factor correction, by its place among them.
    Correction(usize),
}

/// The input that a column of dates is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DateInput {
    Base,
    Valuation,
    Expiry,
}

/// The input that a column of development levels is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LevelInput {
    Basis,
    Site,
}

/// Of each column of numbers and of dates, whether a row may do without: nothing that enters the unit price is made of it,
/// and a row without has what can be made without.
pub struct Optional {
    pub numbers: Vec<bool>,
    pub dates: Vec<bool>,
}

/// Why a row has no inputs.
pub enum Lack {
    Missing,
    Bad(Fault),
}

const NUMBERS: [(&str, Target, Quantity, Reading); 9] = [
    ("capitalization_rate", Target::CapitalizationRate, Quantity::CapitalizationRate, Reading::Rate),
    ("statutory_term", Target::StatutoryTerm, Quantity::StatutoryTerm, Reading::Plain),
    ("term_coefficient", Target::TermCoefficient, Quantity::TermCoefficient, Reading::Plain),
    ("remaining_term", Target::RemainingTerm, Quantity::RemainingTerm, Reading::Plain),
    ("plot_ratio", Target::PlotRatio, Quantity::PlotRatio, Reading::Plain),
    ("plot_ratio_coefficient", Target::PlotRatioCoefficient, Quantity::PlotRatioCoefficient, Reading::Plain),
    ("date_coefficient", Target::DateCoefficient, Quantity::DateCoefficient, Reading::Plain),
    ("monthly_growth", Target::MonthlyGrowth, Quantity::MonthlyGrowth, Reading::Rate),
    ("development_adjustment", Target::DevelopmentAdjustment, Quantity::DevelopmentAdjustment, Reading::Plain),
];
const DATES: [(&str, DateInput); 3] =
    [("base_date", DateInput::Base), ("valuation_date", DateInput::Valuation), ("expiry_date", DateInput::Expiry)];
const LEVELS: [(&str, LevelInput); 2] =
    [("basis_development", LevelInput::Basis), ("site_development", LevelInput::Site)];

impl<'e> Columns<'e> {
    /// Behind all that `Inputs::read` reads before them.
    const OF_FACTOR_LEVELS: u8 = 17;

    /// Takes the columns out of the arguments. What is left is the same for all rows; in a mapping of which some values are
    /// columns, a number holds the place of each.
    pub fn take(arguments: &Bound<'_, PyDict>, rows: &mut Rows, start: &Start<'e>) -> PyResult<Self> {
        let (has_base, editions) = (!start.is_one(), start.editions());
        let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
        let mut taken =
            Self { numbers: Vec::new(), dates: Vec::new(), levels: Vec::new(), factor_levels: Vec::new(), editions };
        let base_price = ("base_price", Target::BasePrice, Quantity::BasePrice, Reading::Plain);
        let area = ("area", Target::Area, Quantity::Area, Reading::Plain);
        let base_price = (!has_base).then_some(base_price);
        for (name, target, quantity, reading) in NUMBERS.into_iter().chain(base_price).chain([area]) {
            let Some(value) = get(name)? else { continue };
            if let Some(column) = Column::read(&value)? {
                rows.agree(name, column.len())?;
                taken.numbers.push((target, Numbers::read(&column, name, reading, quantity)?));
                arguments.del_item(name)?;
            }
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
                let Some(column) = Column::read(&value)? else {
                    ones.set_item(key, value)?;
                    continue;
                };
                let name = format!("{name}[{key:?}]");
                rows.agree(&name, column.len())?;
                taken.numbers.push((target(index), Numbers::read(&column, &name, Reading::Rate, quantity)?));
                ones.set_item(key, 1)?;
            }
            arguments.set_item(name, ones)?;
        }
        if let Some(values) = get("levels")? {
            let values = values.cast_into::<PyDict>().map_err(|_| PyTypeError::new_err("levels is to be a dict"))?;
            let ones = PyDict::new(values.py());
            for (index, (key, value)) in values.iter().enumerate() {
                let Some(column) = Column::read(&value)? else {
                    ones.set_item(key, value)?;
                    continue;
                };
                let name = format!("levels[{key:?}]");
                taken.factor_levels.push((index, LevelColumn::read(&column, &name, rows)?));
                ones.set_item(key, "")?;
            }
            arguments.set_item("levels", ones)?;
        }
        for (name, input) in DATES {
            let Some(value) = get(name)? else { continue };
            if let Some(column) = Column::read(&value)? {
                rows.agree(name, column.len())?;
                taken.dates.push((input, Dates::read(&column, name)?));
                arguments.del_item(name)?;
            }
        }
        for (name, input) in LEVELS {
            let Some(value) = get(name)? else { continue };
            // One level comes as a text or as a level: lists are columns, as everywhere.
            // One name is another level in each edition.
            let is_one_of_each = value.is_instance_of::<PyString>() && start.has_edition() && editions.len() > 1;
            if is_one_of_each || Column::read(&value)?.is_some() {
                let reader = Reader::levels(editions, start.has_edition());
                taken.levels.push((input, Words::read(&value, name, rows, reader)?));
                arguments.del_item(name)?;
            }
        }
        Ok(taken)
    }

    /// Whether every input takes part, which depends on which are given alone, and not on the rows.
    pub fn check_inputs(&self, inputs: &Inputs<'_>) -> dijia::Result<()> {
        let mut given = inputs.clone();
        self.numbers.iter().for_each(|(target, _)| target.set(&mut given, Decimal::ONE, false));
        self.dates.iter().for_each(|(input, _)| input.set(&mut given, Some(Date::ZERO)));
        self.levels.iter().for_each(|(input, _)| input.set(&mut given, DevelopmentLevel::NONE));
        // A bad table is an error of the rows that need it.
        given.with(|appraisal| appraisal.map_or(Ok(()), |appraisal| appraisal.check_inputs()))
    }

    /// Takes the coarsest scale that each column of numbers does with, and says whether any is another.
    pub fn trim(&mut self) -> bool {
        self.numbers.iter_mut().fold(false, |any, (_, numbers)| numbers.trim() || any)
    }

    pub fn has(&self, target: Target) -> bool {
        self.numbers.iter().any(|(other, _)| *other == target)
    }

    pub fn has_date(&self, input: DateInput) -> bool {
        self.dates.iter().any(|(other, _)| *other == input)
    }

    /// The column of that input, where it is one.
    pub fn dates_of(&self, input: DateInput) -> Option<&Dates> {
        self.dates.iter().find(|(other, _)| *other == input).map(|(_, dates)| dates)
    }

    pub fn has_level(&self, input: LevelInput) -> bool {
        self.levels.iter().any(|(other, _)| *other == input)
    }

    /// Puts the values of a row where they belong, and says whether all are there. A missing value that the unit price needs
    /// comes before a bad one: nothing is asked of a row without. Of several bad ones it is the one that `appraise` reads
    /// first.
    pub fn load(
        &self,
        row: usize,
        edition: usize,
        levels: [u32; 2],
        optional: &Optional,
        inputs: &mut Inputs<'_>,
    ) -> Result<bool, Lack> {
        if levels.contains(&MISSING) {
            return Err(Lack::Missing);
        }
        let mut bad: Option<(u8, Fault)> = None;
        let mut note = |order: u8, fault| {
            if bad.as_ref().is_none_or(|(first, _)| order < *first) {
                bad = Some((order, fault));
            }
        };
        let mut is_whole = true;
        for ((target, numbers), is_optional) in self.numbers.iter().zip(&optional.numbers) {
            match numbers.get(row) {
                Number::Missing if *is_optional => {
                    target.unset(inputs);
                    is_whole = false;
                }
                Number::Missing => return Err(Lack::Missing),
                Number::Bad(fault) => note(target.order(), fault),
                Number::Value(value) => target.set(inputs, value, numbers.in_percent(row)),
            }
        }
        for ((input, dates), is_optional) in self.dates.iter().zip(&optional.dates) {
            match dates.get(row) {
                Entry::Missing if *is_optional => {
                    input.set(inputs, None);
                    is_whole = false;
                }
                Entry::Missing => return Err(Lack::Missing),
                Entry::Bad(fault) => note(input.order(), fault),
                Entry::Value(date) => input.set(inputs, Some(date)),
            }
        }
        for ((input, words), number) in self.levels.iter().zip(levels) {
            match words.get(number, edition) {
                Ok(level) => input.set(inputs, level),
                Err(error) => note(input.order(), words.fault(row, edition).unwrap_or(error.into())),
            }
        }
        for (index, column) in &self.factor_levels {
            let level = &mut inputs.levels[*index].1;
            match column.get(row) {
                Level::Missing => return Err(Lack::Missing),
                Level::Named(name) => name.clone_into(level),
                Level::Number(number) => *level = DecimalText(number).to_string(),
                Level::Bad(fault) => note(Self::OF_FACTOR_LEVELS, fault),
            }
        }
        bad.map_or(Ok(is_whole), |(_, fault)| Err(Lack::Bad(fault)))
    }

    /// Puts one value of a row where it belongs, if there is one; so for dates and levels.
    pub fn load_number(&self, at: usize, row: usize, inputs: &mut Inputs<'_>) -> bool {
        let (target, numbers) = &self.numbers[at];
        match numbers.get(row) {
            Number::Value(value) => target.set(inputs, value, numbers.in_percent(row)),
            Number::Missing | Number::Bad(_) => return false,
        }
        true
    }

    pub fn load_date(&self, at: usize, row: usize, inputs: &mut Inputs<'_>) -> bool {
        let (input, dates) = &self.dates[at];
        match dates.get(row) {
            Entry::Value(date) => input.set(inputs, Some(date)),
            Entry::Missing | Entry::Bad(_) => return false,
        }
        true
    }

    pub fn load_level(&self, at: usize, number: u32, inputs: &mut Inputs<'_>) -> bool {
        let (input, words) = &self.levels[at];
        let of_base = inputs.base.basis().map(|basis| basis.edition().bytes().as_ptr());
        let edition = self.editions.iter().position(|edition| Some(edition.bytes().as_ptr()) == of_base).unwrap_or(0);
        match (number != MISSING).then(|| words.get(number, edition)) {
            Some(Ok(level)) => input.set(inputs, level),
            Some(Err(_)) | None => return false,
        }
        true
    }

    /// Writes the numbers of the rows' levels; 0 where they are no column.
    pub fn number_levels(&mut self, first: usize, [one, other]: [&mut [u32]; 2]) {
        let count = one.len();
        self.factor_levels.iter_mut().for_each(|(_, column)| column.number(first, count));
        for ((_, words), to) in self.levels.iter_mut().zip([one, other]) {
            words.number(first, to);
        }
    }
}

impl Target {
    /// The place of the input among those that `Inputs::read` reads one after the other.
    fn order(self) -> u8 {
        match self {
            Self::BasePrice => 0,
            Self::CapitalizationRate => 1,
            Self::StatutoryTerm => 2,
            Self::RemainingTerm | Self::TermCoefficient => 5,
            Self::PlotRatio => 8,
            Self::PlotRatioCoefficient => 9,
            Self::DateCoefficient => 10,
            Self::MonthlyGrowth => 11,
            Self::Coefficient(_) => 12,
            Self::Correction(_) => 13,
            Self::DevelopmentAdjustment => 14,
            Self::Area => 16,
        }
    }

    /// Takes an input away that a row may do without.
    fn unset(self, inputs: &mut Inputs<'_>) {
        match self {
            Self::Area => inputs.area = None,
            Self::PlotRatio => inputs.plot_ratio = None,
            _ => {}
        }
    }

    fn set(self, inputs: &mut Inputs<'_>, value: Decimal, in_percent: bool) {
        let place = match self {
            Self::BasePrice => {
                inputs.base = Base::Own { per_square_metre: value, basis: inputs.base.basis() };
                return;
            }
            Self::Coefficient(index) => return inputs.coefficients[index].1 = value.into(),
            Self::Correction(index) => {
                let (_, correction, unit) = &mut inputs.factor_corrections[index];
                (*correction, *unit) = (value, in_percent);
                return;
            }
            Self::StatutoryTerm => return inputs.statutory_term = Some(value.into()),
            Self::RemainingTerm => return inputs.remaining_term = Some(value.into()),
            Self::TermCoefficient => return inputs.term_coefficient = Some(value.into()),
            Self::PlotRatioCoefficient => return inputs.plot_ratio_coefficient = Some(value.into()),
            Self::DateCoefficient => return inputs.date_coefficient = Some(value.into()),
            Self::CapitalizationRate => &mut inputs.capitalization_rate,
            Self::PlotRatio => &mut inputs.plot_ratio,
            Self::MonthlyGrowth => &mut inputs.monthly_growth,
            Self::DevelopmentAdjustment => &mut inputs.development_adjustment,
            Self::Area => &mut inputs.area,
        };
        *place = Some(value);
    }
}

impl DateInput {
    fn order(self) -> u8 {
        match self {
            Self::Base => 3,
            Self::Valuation => 6,
            Self::Expiry => 7,
        }
    }

    fn set(self, inputs: &mut Inputs<'_>, date: Option<Date>) {
        let place = match self {
            Self::Base => &mut inputs.base_date,
            Self::Valuation => &mut inputs.valuation_date,
            Self::Expiry => &mut inputs.expiry_date,
        };
        *place = date;
    }
}

impl LevelInput {
    fn order(self) -> u8 {
        match self {
            Self::Basis => 4,
            Self::Site => 15,
        }
    }

    fn set(self, inputs: &mut Inputs<'_>, level: DevelopmentLevel) {
        let place = match self {
            Self::Basis => &mut inputs.basis_development,
            Self::Site => &mut inputs.site_development,
        };
        *place = Some(level);
    }
}
