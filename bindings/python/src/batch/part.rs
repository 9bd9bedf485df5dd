//! A part of the unit price that is derived, remembered by what it is derived from: rates are published and terms have two
//! places, so that millions of rows have few distinct term coefficients.

use dijia::{Decimal, DerivedCoefficients, Ratio};

use super::columns::{Columns, DateInput, LevelInput, Target};
use super::dates::Day;
use super::figure::bits;
use super::level_part::named;
use super::memory::Memory;
use super::numbers::Numbers;
use super::units::units;
use crate::arguments::{Base, Inputs};

/// Which part it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Term,
    PlotRatio,
    Date,
    DevelopmentAdjustment,
    /// The warnings that follow from dates and plot ratios, which are no part of the price but go with it.
    Warnings,
}

/// A derived part, and what is known of it.
pub struct Part<'e> {
    pub kind: Kind,
    /// The scale of its whole units.
    pub scale: u32,
    /// What it is derived from: for the rows' own values among it the places of the columns.
    inputs: Inputs<'e>,
    numbers: Vec<usize>,
    dates: Vec<usize>,
    levels: Vec<usize>,
    /// By basis and by the units of the one column that it is derived from, where these are few.
    dense: Vec<Vec<i64>>,
    /// By basis, year and day, where it is derived from one column of dates alone.
    by_day: Vec<Vec<Vec<i64>>>,
    memory: Memory,
    values: Vec<i64>,
    key: Vec<u64>,
    /// Whether tables of the document give it.
    from_tables: bool,
    /// The places of the rows of the block for which no table does: it takes no part in their price.
    pub absent: Vec<usize>,
}

/// The rows that parts are wanted of.
pub struct Block<'a, 'e> {
    pub first: usize,
    /// The number of each row's basis, `NO_BASIS` where it has none, and a base with each.
    pub basis: &'a [u32],
    pub bases: &'a [Base<'e>],
    pub levels: [&'a [u32]; 2],
}

/// The number of the basis of a row that has no base.
pub const NO_BASIS: u32 = u32::MAX;

impl<'e> Part<'e> {
    const NONE: i64 = Numbers::NONE;
    /// Stands for a part that no table gives.
    const ABSENT: i64 = i64::MIN + 1;
    /// Units below it are looked up by place: hundredths of a year, of a plot ratio.
    const DENSE: usize = 1 << 16;

    /// The part of that kind of the appraisals that these inputs and columns are, derived coefficients of so many places; where
    /// tables may give it, `tables` is the finest scale of their rows.
    pub fn new(kind: Kind, inputs: &Inputs<'e>, columns: &Columns<'_>, places: u32, tables: Option<u32>) -> Self {
        let mut numbers: Vec<usize> = taken(&columns.numbers, |target| kind.takes(*target));
        // A term that is given is of any date.
        let is_dated = kind != Kind::Term || inputs.expiry_date.is_some() || columns.has_date(DateInput::Expiry);
        let dates: Vec<usize> = taken(&columns.dates, |input| is_dated && kind.takes_date(*input));
        let levels: Vec<usize> = taken(&columns.levels, |_| kind == Kind::DevelopmentAdjustment);
        let finest = |scales: &mut dyn Iterator<Item = u32>| scales.max().unwrap_or(0);
        let scale = match kind {
            Kind::Term | Kind::Date => places.max(tables.unwrap_or(0)),
            Kind::PlotRatio => {
                let rows = inputs.plot_ratio_table.iter().flat_map(|table| &table.rows);
                finest(&mut rows.map(|row| row.coefficient.scale())).max(places).max(tables.unwrap_or(0))
            }
            Kind::DevelopmentAdjustment => {
                finest(&mut inputs.unit_costs.iter().map(|it| it.cost.scale())).max(tables.unwrap_or(0))
            }
            Kind::Warnings => 0,
        };
        let mut of = kind.of(inputs);
        if kind == Kind::Warnings {
            let has_area = inputs.area.is_some() || columns.has(Target::Area);
            of.area = (inputs.corrections_as_published && has_area).then_some(Decimal::ONE);
            // Whatever they are: that there are some is what matters.
            let given = |is_given: bool| is_given.then_some(Ratio::from(Decimal::ONE));
            let plot_ratio = inputs.plot_ratio_coefficient.is_some() || columns.has(Target::PlotRatioCoefficient);
            let date = inputs.date_coefficient.is_some() || columns.has(Target::DateCoefficient);
            of.plot_ratio_coefficient = given(plot_ratio || Kind::PlotRatio.is_part_of(inputs, columns));
            if of.plot_ratio_coefficient.is_some() {
                numbers.clear();
            }
            of.date_coefficient = given(date || Kind::Date.is_part_of(inputs, columns));
        }
        let width = 1 + numbers.len() + dates.len() + levels.len();
        Self {
            kind,
            scale,
            inputs: of,
            dense: Vec::new(),
            by_day: Vec::new(),
            memory: Memory::new(width),
            values: Vec::new(),
            key: vec![0; width],
            numbers,
            dates,
            levels,
            // What a service costs that no table prints is an error.
            from_tables: tables.is_some() && kind != Kind::DevelopmentAdjustment,
            absent: Vec::new(),
        }
    }

    /// Whether it is derived from that column of dates.
    pub fn takes_dates(&self, at: usize) -> bool {
        self.dates.contains(&at)
    }

    /// Writes the part of each row in whole units; `NONE` where it has none.
    pub fn fill(&mut self, block: &Block<'_, 'e>, columns: &Columns<'_>, to: &mut [i64]) {
        let one = match (self.numbers.as_slice(), self.dates.is_empty() && self.levels.is_empty()) {
            ([one], true) => columns.numbers[*one].1.scale().map(|scale| Some((*one, scale))),
            ([], true) => Some(None),
            _ => None,
        };
        match (one, self.dates.as_slice()) {
            (Some(column), _) => self.fill_dense(block, columns, column, to),
            (None, &[dates]) if self.numbers.is_empty() && self.levels.is_empty() => {
                for (place, to) in to.iter_mut().enumerate() {
                    *to = self.on_day(block, columns, place, dates);
                }
            }
            (None, _) => {
                for (place, to) in to.iter_mut().enumerate() {
                    *to = self.of(block, columns, place);
                }
            }
        }
        if self.from_tables {
            self.absent.clear();
            let one = 10_i64.pow(self.scale);
            for (place, to) in to.iter_mut().enumerate().filter(|(_, to)| **to == Self::ABSENT) {
                *to = one;
                self.absent.push(place);
            }
        }
    }

    /// By the basis and the units of that column at that scale, or by the basis alone.
    fn fill_dense(
        &mut self,
        block: &Block<'_, 'e>,
        columns: &Columns<'_>,
        column: Option<(usize, u32)>,
        to: &mut [i64],
    ) {
        match column {
            Some((column, scale)) => columns.numbers[column].1.units(block.first, scale, to),
            None => to.fill(0),
        }
        self.dense.resize_with(self.dense.len().max(block.bases.len()), Vec::new);
        for (place, to) in to.iter_mut().enumerate() {
            let basis = block.basis[place] as usize;
            let units = usize::try_from(*to).unwrap_or(usize::MAX);
            let known = self.dense.get(basis).and_then(|known| known.get(units));
            *to = match known {
                Some(&known) if known != Self::NONE => known,
                _ if units < Self::DENSE && basis < self.dense.len() => {
                    let value = self.derive(block, columns, place);
                    let known = &mut self.dense[basis];
                    if known.len() <= units {
                        known.resize((units + 1).next_power_of_two(), Self::NONE);
                    }
                    known[units] = value;
                    value
                }
                _ => self.of(block, columns, place),
            };
        }
    }

    /// By the basis and the date of that column.
    #[inline]
    fn on_day(&mut self, block: &Block<'_, 'e>, columns: &Columns<'_>, place: usize, dates: usize) -> i64 {
        let basis = block.basis[place] as usize;
        let Some(day) = columns.dates[dates].1.day(block.first + place) else { return self.of(block, columns, place) };
        let known = self.by_day.get(basis).and_then(|years| years.get(day.year)?.get(day.day));
        match known {
            Some(&known) if known != Self::NONE => known,
            _ => self.learn_day(block, columns, place, day),
        }
    }

    #[cold]
    #[inline(never)]
    fn learn_day(&mut self, block: &Block<'_, 'e>, columns: &Columns<'_>, place: usize, day: Day) -> i64 {
        if block.basis[place] == NO_BASIS {
            return Self::NONE;
        }
        let value = self.derive(block, columns, place);
        self.by_day.resize_with(self.by_day.len().max(block.bases.len()), Vec::new);
        let years = &mut self.by_day[block.basis[place] as usize];
        if years.len() <= day.year {
            years.resize_with(day.year + 1, Vec::new);
        }
        let days = &mut years[day.year];
        days.resize(Day::COUNT, Self::NONE);
        days[day.day] = value;
        value
    }

    fn of(&mut self, block: &Block<'_, 'e>, columns: &Columns<'_>, place: usize) -> i64 {
        if block.basis[place] == NO_BASIS {
            return Self::NONE;
        }
        let row = block.first + place;
        let numbers = self.numbers.iter().map(|&at| columns.numbers[at].1.key(row));
        let dates = self.dates.iter().map(|&at| columns.dates[at].1.key(row));
        let levels = self.levels.iter().map(|&at| Some(u64::from(block.levels[at][place])));
        let words = [Some(u64::from(block.basis[place]))].into_iter().chain(numbers).chain(dates).chain(levels);
        for (to, word) in self.key.iter_mut().zip(words) {
            // What is no key is not carried.
            let Some(word) = word else { return Self::NONE };
            *to = word;
        }
        if let Some(number) = self.memory.get(&self.key) {
            return self.values[number as usize];
        }
        let value = self.derive(block, columns, place);
        if self.memory.is_worth_it() {
            self.memory.insert(&self.key, self.values.len() as u32);
            self.values.push(value);
        }
        value
    }

    #[cold]
    #[inline(never)]
    fn derive(&mut self, block: &Block<'_, 'e>, columns: &Columns<'_>, place: usize) -> i64 {
        let row = block.first + place;
        self.inputs.base = block.bases[block.basis[place] as usize];
        let loaded = self.numbers.iter().all(|&at| columns.load_number(at, row, &mut self.inputs))
            && self.dates.iter().all(|&at| columns.load_date(at, row, &mut self.inputs))
            && self.levels.iter().all(|&at| columns.load_level(at, block.levels[at][place], &mut self.inputs));
        if !loaded {
            return Self::NONE;
        }
        let value = self.inputs.with(|appraisal| {
            let appraisal = appraisal.ok()?;
            if self.kind == Kind::Warnings {
                return Some(bits(appraisal.input_warnings()));
            }
            match self.kind.value(&appraisal.derive().ok()?) {
                None if self.from_tables => Some(Self::ABSENT),
                value => units(value?, self.scale),
            }
        });
        value.unwrap_or(Self::NONE)
    }
}

/// The places of the columns that are taken.
fn taken<I, C>(columns: &[(I, C)], is_taken: impl Fn(&I) -> bool) -> Vec<usize> {
    (0..columns.len()).filter(|&at| is_taken(&columns[at].0)).collect()
}

impl Kind {
    /// Whether it is part of the appraisals that these inputs and columns are.
    pub fn is_part_of(self, inputs: &Inputs<'_>, columns: &Columns<'_>) -> bool {
        match self {
            Self::Term => {
                inputs.remaining_term.is_some()
                    || inputs.expiry_date.is_some()
                    || columns.has(Target::RemainingTerm)
                    || columns.has_date(DateInput::Expiry)
            }
            Self::PlotRatio => inputs.plot_ratio_table.is_some(),
            Self::Date => {
                inputs.date_index.is_some() || inputs.monthly_growth.is_some() || columns.has(Target::MonthlyGrowth)
            }
            Self::DevelopmentAdjustment => inputs.site_development.is_some() || columns.has_level(LevelInput::Site),
            Self::Warnings => true,
        }
    }

    pub fn takes(self, target: Target) -> bool {
        match self {
            Self::Term => {
                matches!(target, Target::CapitalizationRate | Target::StatutoryTerm | Target::RemainingTerm)
            }
            Self::PlotRatio | Self::Warnings => target == Target::PlotRatio,
            Self::Date => target == Target::MonthlyGrowth,
            Self::DevelopmentAdjustment => false,
        }
    }

    pub fn takes_date(self, input: DateInput) -> bool {
        match self {
            Self::Term => matches!(input, DateInput::Valuation | DateInput::Expiry),
            Self::Date | Self::Warnings => matches!(input, DateInput::Valuation | DateInput::Base),
            Self::PlotRatio | Self::DevelopmentAdjustment => false,
        }
    }

    /// The inputs that the part is derived from, without those of other parts.
    fn of<'e>(self, inputs: &Inputs<'e>) -> Inputs<'e> {
        let published = inputs.corrections_as_published;
        let none = Inputs { policy: inputs.policy, ..Inputs::new(inputs.base) };
        match self {
            Self::Term => Inputs {
                capitalization_rate: inputs.capitalization_rate,
                statutory_term: inputs.statutory_term,
                remaining_term: inputs.remaining_term,
                longer_term: inputs.longer_term,
                valuation_date: inputs.valuation_date,
                expiry_date: inputs.expiry_date,
                corrections_as_published: published,
                // That of the document is another part.
                date_coefficient: published.then_some(Ratio::from(Decimal::ONE)),
                ..none
            },
            Self::PlotRatio => Inputs {
                plot_ratio: inputs.plot_ratio,
                plot_ratio_table: inputs.plot_ratio_table.clone(),
                corrections_as_published: published,
                ..none
            },
            Self::Date => Inputs {
                corrections_as_published: published,
                base_date: inputs.base_date,
                valuation_date: inputs.valuation_date,
                date_index: inputs.date_index.clone(),
                monthly_growth: inputs.monthly_growth,
                ..none
            },
            Self::DevelopmentAdjustment => Inputs {
                basis_development: inputs.basis_development,
                site_development: inputs.site_development,
                unit_costs: inputs.unit_costs.clone(),
                corrections_as_published: published,
                ..none
            },
            Self::Warnings => Inputs {
                base_date: inputs.base_date,
                valuation_date: inputs.valuation_date,
                plot_ratio: inputs.plot_ratio,
                editions: inputs.editions,
                ..if published { named(inputs) } else { none }
            },
        }
    }

    fn value(self, derived: &DerivedCoefficients) -> Option<Decimal> {
        match self {
            Self::Term => derived.term,
            Self::PlotRatio => derived.plot_ratio,
            Self::Date => derived.date,
            Self::DevelopmentAdjustment => derived.development_adjustment,
            Self::Warnings => None,
        }
    }
}
