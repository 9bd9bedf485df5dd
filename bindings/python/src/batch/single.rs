//! Pricing rows one by one, as one parcel is priced: what has an error, and what is not carried in whole units.

use dijia::{CorrectionKind, CorrectionTable, Decimal, DerivedCoefficients, Edition, Error, Language, RoundingMode};

use super::columns::{Columns, DateInput, Lack, Optional, Target};
use super::figure::{Figure, bits};
use super::in_force::InForce;
use super::memory::Memory;
use super::numbers::Number;
use super::part::Kind;
use super::start::Start;
use super::texts::MISSING;
use crate::arguments::Inputs;
use crate::fault::Fault;

/// Prices rows, and remembers what they come to but for their areas.
pub struct Single<'e> {
    /// The inputs of the row that is priced, those that are the same for all rows among them.
    inputs: Inputs<'e>,
    /// What a row of each edition may do without.
    optional: Vec<Optional>,
    /// What a row may do without of which nobody knows the edition.
    optional_anywhere: Optional,
    /// Whether the unit price of a row of some edition may need its area.
    takes_area: bool,
    memory: Memory,
    key: Vec<u64>,
    priced: Vec<Priced>,
}

/// What published corrections enter the unit price by, besides their levels.
#[derive(Clone, Copy, Default)]
struct Takes {
    area: bool,
    plot_ratio: bool,
    date: bool,
}

impl Takes {
    fn of(inputs: &Inputs<'_>, edition: &Edition<'_>) -> Self {
        let any = |is_it: fn(&CorrectionTable<'_>) -> bool| {
            inputs.corrections_as_published && edition.correction_tables().any(|table| is_it(&table))
        };
        Self {
            area: any(|table| table.is_by_area()),
            plot_ratio: any(|table| table.kind() == CorrectionKind::PlotRatio),
            date: any(|table| matches!(table.kind(), CorrectionKind::DateIndex | CorrectionKind::MonthlyGrowth)),
        }
    }
}

/// What came of a row.
pub enum Outcome {
    Missing,
    Priced(Priced),
    /// An input is missing that the unit price does without: what is made of it is missing.
    Partial(Priced),
    Bad(Fault),
}

/// The figures of a row.
#[derive(Clone, Copy)]
pub struct Priced {
    unit_price: Decimal,
    wan_yuan_per_mu: Decimal,
    floor_price: Option<Decimal>,
    deviation: Decimal,
    total_yuan: Option<Decimal>,
    total_wan_yuan: Option<Decimal>,
    base_price: Decimal,
    coefficients: DerivedCoefficients,
    warnings: i64,
}

/// The place of a row's edition, none where the date or the city is missing, and the numbers of its words: its land use, its zone
/// or grade, and its development levels.
pub struct Words {
    pub edition: Result<Option<usize>, Fault>,
    pub land_use: u32,
    pub code: u32,
    pub levels: [u32; 2],
}

impl Priced {
    pub fn get(&self, figure: Figure) -> Option<Decimal> {
        match figure {
            Figure::UnitPrice => Some(self.unit_price),
            Figure::WanYuanPerMu => Some(self.wan_yuan_per_mu),
            Figure::FloorPrice => self.floor_price,
            Figure::TotalYuan => self.total_yuan,
            Figure::TotalWanYuan => self.total_wan_yuan,
            Figure::Deviation => Some(self.deviation),
            Figure::BasePrice => Some(self.base_price),
            Figure::TermCoefficient => self.coefficients.term,
            Figure::PlotRatioCoefficient => self.coefficients.plot_ratio,
            Figure::DateCoefficient => self.coefficients.date,
            Figure::FactorSum => self.coefficients.factor_sum,
            Figure::DevelopmentAdjustment => self.coefficients.development_adjustment,
            Figure::Warnings => Some(Decimal::from(self.warnings)),
            // These the row has from elsewhere.
            Figure::Edition | Figure::Origin => None,
        }
    }
}

impl<'e> Single<'e> {
    pub fn new(inputs: Inputs<'e>, columns: &Columns<'_>, in_force: &InForce<'_>) -> Self {
        let width = columns.numbers.len() + columns.dates.len() + columns.factor_levels.len() + 2;
        let parts =
            [Kind::Term, Kind::PlotRatio, Kind::Date].into_iter().filter(|kind| kind.is_part_of(&inputs, columns));
        let parts: Vec<Kind> = parts.collect();
        // A term that is given is of any date.
        let expires = inputs.expiry_date.is_some() || columns.has_date(DateInput::Expiry);
        let dated = parts.iter().filter(|kind| **kind != Kind::Term || expires);
        let dated: Vec<Kind> = dated.copied().collect();
        let is_dated = |input: DateInput| dated.iter().any(|kind| kind.takes_date(input));
        let optional = |takes: Takes| Optional {
            numbers: columns
                .numbers
                .iter()
                .map(|(target, _)| match target {
                    Target::Area => !takes.area,
                    Target::PlotRatio => !takes.plot_ratio && !parts.iter().any(|part| part.takes(*target)),
                    _ => false,
                })
                .collect(),
            dates: columns
                .dates
                .iter()
                .map(|(input, _)| {
                    let is_needed = takes.date || in_force.is_set();
                    !(is_dated(*input) || is_needed && *input == DateInput::Valuation)
                })
                .collect(),
        };
        let takes: Vec<_> = in_force.editions().iter().map(|edition| Takes::of(&inputs, edition)).collect();
        Self {
            optional: takes.iter().map(|&takes| optional(takes)).collect(),
            optional_anywhere: optional(Takes::default()),
            takes_area: takes.iter().any(|takes| takes.area),
            inputs,
            memory: Memory::new(width),
            key: vec![0; width],
            priced: Vec::new(),
        }
    }

    /// Where the caller's own prices are from.
    pub fn origin(&self) -> Option<String> {
        self.inputs.origin.as_ref().map(|origin| origin.text(Language::Chinese))
    }

    pub fn price(&mut self, row: usize, words: Words, start: &mut Start<'e>, columns: &Columns<'_>) -> Outcome {
        let is_keyed = self.write_key(row, &words, columns) && self.memory.is_worth_it();
        if is_keyed
            && let Some(number) = self.memory.get(&self.key)
            && let Some(outcome) = self.with_totals(self.priced[number as usize], row, columns)
        {
            return outcome;
        }
        let outcome = self.appraise(row, words, start, columns);
        if let (true, Outcome::Priced(priced), Ok(number)) = (is_keyed, &outcome, u32::try_from(self.priced.len())) {
            self.memory.insert(&self.key, number);
            self.priced.push(*priced);
        }
        outcome
    }

    /// Writes what tells the row from others, but for its area; whether that can be said in short.
    fn write_key(&mut self, row: usize, words: &Words, columns: &Columns<'_>) -> bool {
        let Words { edition: Ok(Some(edition)), land_use, code, levels: [level, other] } = *words else { return false };
        if land_use >= 1 << 8 || code >= 1 << 20 || level >= 1 << 16 || other >= 1 << 16 {
            return false;
        }
        let numbered = u64::from(land_use) << 52 | u64::from(code) << 32 | u64::from(level) << 16 | u64::from(other);
        let takes_area = self.takes_area;
        let numbers = columns.numbers.iter().filter(move |(target, _)| takes_area || *target != Target::Area);
        let numbers = numbers.map(|(_, numbers)| numbers.key(row));
        let dates = columns.dates.iter().map(|(_, dates)| dates.key(row));
        let levels = columns.factor_levels.iter().map(|(_, levels)| levels.key(row));
        let all = [Some(edition as u64), Some(numbered)].into_iter().chain(numbers).chain(dates).chain(levels);
        for (place, word) in self.key.iter_mut().zip(all) {
            let Some(word) = word else { return false };
            *place = word;
        }
        true
    }

    /// The figures with the totals of the row's own area; none where it is bad.
    fn with_totals(&self, priced: Priced, row: usize, columns: &Columns<'_>) -> Option<Outcome> {
        let Some((_, areas)) = columns.numbers.iter().find(|(target, _)| *target == Target::Area) else {
            return Some(Outcome::Priced(priced));
        };
        let area = match areas.get(row) {
            Number::Value(area) => area,
            Number::Missing => {
                return Some(Outcome::Partial(Priced { total_yuan: None, total_wan_yuan: None, ..priced }));
            }
            Number::Bad(_) => return None,
        };
        let policy = self.inputs.policy;
        let total = |total: fn(Decimal, Decimal, u32, RoundingMode) -> dijia::Result<Decimal>| {
            total(priced.unit_price, area, u32::from(policy.amount_places()), policy.mode()).ok()
        };
        let [total_yuan, total_wan_yuan] = [total(dijia::total_yuan)?, total(dijia::total_wan_yuan)?].map(Some);
        Some(Outcome::Priced(Priced { total_yuan, total_wan_yuan, ..priced }))
    }

    fn appraise(&mut self, row: usize, words: Words, start: &mut Start<'e>, columns: &Columns<'_>) -> Outcome {
        if [words.land_use, words.code].contains(&MISSING) {
            return Outcome::Missing;
        }
        let optional = match &words.edition {
            Ok(None) => return Outcome::Missing,
            Ok(Some(edition)) => &self.optional[*edition],
            Err(_) => &self.optional_anywhere,
        };
        let loaded = columns.load(
            row,
            words.edition.as_ref().map_or(0, |edition| edition.unwrap_or(0)),
            words.levels,
            optional,
            &mut self.inputs,
        );
        let is_whole = matches!(loaded, Ok(true));
        let edition = match (words.edition, &loaded) {
            (_, Err(Lack::Missing)) | (Ok(None), _) => return Outcome::Missing,
            (Err(fault), _) => return Outcome::Bad(fault),
            (Ok(Some(edition)), _) => edition,
        };
        match (start.base(edition, words.land_use, words.code), loaded) {
            (_, Err(Lack::Missing)) => return Outcome::Missing,
            (Err(error), _) => return Outcome::Bad(start.fault(row, edition, error)),
            (_, Err(Lack::Bad(fault))) => return Outcome::Bad(fault),
            (Ok(Some(base)), Ok(_)) => self.inputs.base = base,
            (Ok(None), Ok(_)) => {}
        }
        // Without the date that is valued at, the date of the basis takes no part.
        let base_date = self.inputs.base_date;
        if !is_whole && self.inputs.valuation_date.is_none() {
            self.inputs.base_date = None;
        }
        let priced = self.inputs.with(|appraisal| {
            let appraised = appraisal?.appraise()?;
            Ok(Priced {
                unit_price: appraised.unit_price(),
                wan_yuan_per_mu: appraised.wan_yuan_per_mu(),
                floor_price: appraised.floor_price(),
                deviation: appraised.deviation(),
                total_yuan: appraised.total_yuan(),
                total_wan_yuan: appraised.total_wan_yuan(),
                base_price: appraised.price_started_from(),
                coefficients: appraised.coefficients(),
                warnings: bits(appraised.warnings()),
            })
        });
        self.inputs.base_date = base_date;
        match priced {
            Ok(priced) if is_whole => Outcome::Priced(priced),
            Ok(priced) => Outcome::Partial(priced),
            Err(error) => Outcome::Bad(Error::into(error)),
        }
    }
}
