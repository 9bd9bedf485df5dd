//! What the levels of factors and coefficients come to by the tables of a document: looked up once for each kind of base and
//! each level, and for numbers by the intervals in whole units.

use dijia::{CorrectionKind, CorrectionRow, CorrectionTable, Corrections, Decimal, Edition, Warning, parse_decimal};

use super::columns::Columns;
use super::levels::LevelColumn;
use super::numbers::Numbers;
use super::part::{Block, NO_BASIS};
use super::texts::MISSING;
use super::units::units;
use crate::arguments::{Base, Inputs};

const NONE: i64 = Numbers::NONE;

/// The tables that the document of a price prints for it; none for a price of no document, and where it prints none.
pub fn corrections<'e>(base: &Base<'e>) -> Option<Corrections<'e>> {
    let corrections = match base {
        Base::Zone(price) => price.corrections(),
        Base::Grade(price) => price.corrections(),
        Base::Own { basis, .. } => basis.as_ref()?.corrections(),
    };
    (corrections.edition().correction_tables().len() > 0).then_some(corrections)
}

/// The finest scale of the values that the tables of those editions have which are such.
pub fn finest(editions: &[&Edition<'_>], is_such: impl Fn(&CorrectionTable<'_>) -> bool) -> Option<u32> {
    let tables = editions.iter().flat_map(|edition| edition.correction_tables());
    tables.filter(is_such).flat_map(|table| table.rows()).map(|row| row.value().scale()).max()
}

/// The level of one factor or coefficient, and what it comes to.
pub struct LevelPart {
    name: String,
    /// Whether it is a factor, whose correction is added, and no coefficient.
    pub is_factor: bool,
    /// The scale of its whole units.
    pub scale: u32,
    /// Its place among the columns of levels; none where all rows have one level.
    column: Option<usize>,
    one: String,
    /// By the number of the basis and of the level, `NONE` where nobody has looked yet, or there is none.
    known: Vec<Vec<i64>>,
    /// By the number of the basis, for a column of numbers.
    ranges: Vec<Option<Ranges>>,
    /// The numbers of a block.
    units: Vec<i64>,
}

/// The sum of corrections in whole units; `NONE` where one is.
#[inline]
pub fn sum(sum: i64, value: i64) -> i64 {
    if sum == NONE || value == NONE { NONE } else { sum.checked_add(value).unwrap_or(NONE) }
}

/// The product of coefficients in whole units; `NONE` where one is, or where it is longer than is carried.
#[inline]
pub fn product(product: i64, value: i64) -> i64 {
    if product == NONE || value == NONE { NONE } else { product.checked_mul(value).unwrap_or(NONE) }
}

impl LevelPart {
    /// The level at that place of the inputs; none where the editions have no table of that very name, or of both kinds.
    pub fn new(at: usize, inputs: &Inputs<'_>, columns: &Columns<'_>, editions: &[&Edition<'_>]) -> Option<Self> {
        let (name, one) = inputs.levels.get(at)?;
        let is_of = |table: &CorrectionTable<'_>| table.name() == Some(name);
        let scale_of = |kind| finest(editions, |table| is_of(table) && table.kind() == kind);
        let (is_factor, scale) = match (scale_of(CorrectionKind::Factor), scale_of(CorrectionKind::Coefficient)) {
            (Some(scale), None) => (true, scale),
            (None, Some(scale)) => (false, scale),
            _ => return None,
        };
        let column = columns.factor_levels.iter().position(|(of, _)| *of == at);
        if let Some(LevelColumn::Numbers(numbers)) = column.map(|column| &columns.factor_levels[column].1) {
            numbers.scale()?;
        }
        let (known, ranges, units) = (Vec::new(), Vec::new(), Vec::new());
        Some(Self { name: name.clone(), is_factor, scale, column, one: one.clone(), known, ranges, units })
    }

    /// Joins the correction or the coefficient of each row in whole units to what those before it come to; `NONE` where it has
    /// none.
    pub fn join(
        &mut self,
        block: &Block<'_, '_>,
        columns: &Columns<'_>,
        to: &mut [i64],
        with: impl Fn(i64, i64) -> i64,
    ) {
        let column = self.column.map(|column| &columns.factor_levels[column].1);
        match column {
            Some(LevelColumn::Numbers(numbers)) => self.join_numbers(block, numbers, to, with),
            Some(LevelColumn::Names(names)) => {
                for ((to, &number), &basis) in to.iter_mut().zip(names.block()).zip(block.basis) {
                    let value = match self.known(basis, number) {
                        Some(known) => known,
                        None if number == MISSING => NONE,
                        None => self.learn(block, basis, number, names.name(number)),
                    };
                    *to = with(*to, value);
                }
            }
            None => {
                let one = std::mem::take(&mut self.one);
                for (to, &basis) in to.iter_mut().zip(block.basis) {
                    let value = self.known(basis, 0).unwrap_or_else(|| self.learn(block, basis, 0, &one));
                    *to = with(*to, value);
                }
                self.one = one;
            }
        }
    }

    #[inline]
    fn known(&self, basis: u32, number: u32) -> Option<i64> {
        let known = self.known.get(basis as usize)?.get(number as usize);
        known.copied().filter(|&known| known != NONE)
    }

    #[cold]
    #[inline(never)]
    fn learn(&mut self, block: &Block<'_, '_>, basis: u32, number: u32, level: &str) -> i64 {
        if basis == NO_BASIS {
            return NONE;
        }
        let row = corrections(&block.bases[basis as usize]).and_then(|of| of.level(&self.name, level).ok());
        let value = row.and_then(|row| self.value(row)).unwrap_or(NONE);
        self.known.resize(self.known.len().max(block.bases.len()), Vec::new());
        let known = &mut self.known[basis as usize];
        if known.len() <= number as usize {
            known.resize(number as usize + 1, NONE);
        }
        known[number as usize] = value;
        value
    }

    fn value(&self, row: CorrectionRow<'_>) -> Option<i64> {
        let kind = if self.is_factor { CorrectionKind::Factor } else { CorrectionKind::Coefficient };
        units(row.value(), self.scale).filter(|_| row.table().kind() == kind)
    }

    fn join_numbers(
        &mut self,
        block: &Block<'_, '_>,
        numbers: &Numbers,
        to: &mut [i64],
        with: impl Fn(i64, i64) -> i64,
    ) {
        let scale = numbers.scale().unwrap_or(0);
        while self.ranges.len() < block.bases.len() {
            let ranges = self.ranges_of(&block.bases[self.ranges.len()], scale);
            self.ranges.push(ranges);
        }
        let mut units = std::mem::take(&mut self.units);
        units.resize(to.len(), 0);
        numbers.units(block.first, scale, &mut units);
        for (place, (to, &units)) in to.iter_mut().zip(&units).enumerate() {
            let value = match self.ranges.get(block.basis[place] as usize) {
                Some(Some(ranges)) => ranges.find(units),
                // Levels that are called by numbers are asked for by their texts.
                Some(None) => self.by_text(block, numbers, place),
                None => NONE,
            };
            *to = with(*to, value);
        }
        self.units = units;
    }

    #[cold]
    #[inline(never)]
    fn by_text(&self, block: &Block<'_, '_>, numbers: &Numbers, place: usize) -> i64 {
        let super::numbers::Number::Value(value) = numbers.get(block.first + place) else { return NONE };
        let of = corrections(&block.bases[block.basis[place] as usize]);
        let level = dijia::DecimalText(value).to_string();
        let row = of.and_then(|of| of.level(&self.name, &level).ok());
        row.and_then(|row| self.value(row)).unwrap_or(NONE)
    }

    /// The intervals of the table; none where a level may be called as a number is written.
    fn ranges_of(&self, base: &Base<'_>, scale: u32) -> Option<Ranges> {
        let corrections = corrections(base)?;
        let kinds = [CorrectionKind::Factor, CorrectionKind::Coefficient].into_iter();
        let table = kinds.flat_map(|kind| corrections.tables(kind)).find(|table| table.name() == Some(&self.name))?;
        let is_number = |row: CorrectionRow<'_>| row.level().is_some_and(|level| parse_decimal(level).is_ok());
        (!table.rows().any(is_number)).then(|| Ranges::of(table, scale, |row| self.value(row)))
    }
}

/// Coefficients that are multiplied before they enter the price: as many products as it takes for each to be short.
#[derive(Default)]
pub struct Products {
    count: usize,
    /// The scale of the last.
    scale: u32,
}

impl Products {
    /// Coefficients of so many places together are short, unless they are far from 1.
    const SHORT: u32 = 15;

    /// The place of the product that a coefficient of that scale is multiplied to.
    pub fn place(&mut self, scale: u32) -> usize {
        if self.count == 0 || self.scale + scale > Self::SHORT {
            self.count += 1;
            self.scale = 0;
        }
        self.scale += scale;
        self.count - 1
    }

    pub fn count(&self) -> usize {
        self.count
    }
}

/// The coefficient that the area of a parcel says.
pub struct ByArea {
    /// The scale of its whole units.
    pub scale: u32,
    /// By the number of the basis.
    ranges: Vec<Said>,
}

/// What the area says of a kind of base.
enum Said {
    /// Nothing: no table is by area, or the level is given.
    Nothing,
    By(Ranges),
    /// More than is carried.
    Much,
}

impl ByArea {
    /// None where no table of the editions is by area.
    pub fn new(editions: &[&Edition<'_>]) -> Option<Self> {
        Some(Self { scale: finest(editions, |table| table.is_by_area())?, ranges: Vec::new() })
    }

    /// Joins the coefficient of each row, 1 where its area says nothing, to the product of those before it, given the areas in
    /// units of that scale.
    pub fn join(&mut self, block: &Block<'_, '_>, inputs: &Inputs<'_>, areas: &[i64], scale: u32, to: &mut [i64]) {
        while self.ranges.len() < block.bases.len() {
            let said = self.said(&block.bases[self.ranges.len()], inputs, scale);
            self.ranges.push(said);
        }
        let one = 10_i64.pow(self.scale);
        for ((&basis, &area), to) in block.basis.iter().zip(areas).zip(to) {
            let value = match self.ranges.get(basis as usize) {
                Some(Said::Nothing) => one,
                Some(Said::By(ranges)) => ranges.find(area),
                Some(Said::Much) | None => NONE,
            };
            *to = product(*to, value);
        }
    }

    fn said(&self, base: &Base<'_>, inputs: &Inputs<'_>, scale: u32) -> Said {
        let Some(corrections) = corrections(base) else { return Said::Nothing };
        let mut tables = corrections.tables(CorrectionKind::Coefficient).filter(CorrectionTable::is_by_area);
        // The appraisal knows which names mean the same: what lacks a level without an area, and does not with one.
        let lacking = |area: Option<Decimal>| {
            let inputs = Inputs { area, base: *base, ..named(inputs) };
            inputs.with(|appraisal| {
                let mut warnings = appraisal.ok()?.input_warnings();
                warnings.find_map(|warning| match warning {
                    Warning::WithoutLevel { count, .. } => Some(count),
                    _ => None,
                })
            })
        };
        let unsaid = lacking(None).unwrap_or(0).saturating_sub(lacking(Some(Decimal::ONE)).unwrap_or(0));
        match (unsaid, tables.next(), tables.next()) {
            (0, ..) => Said::Nothing,
            (1, Some(table), None) => Said::By(Ranges::of(table, scale, |row| units(row.value(), self.scale))),
            _ => Said::Much,
        }
    }
}

/// Inputs that give what these give by name, and nothing else.
pub fn named<'e>(inputs: &Inputs<'e>) -> Inputs<'e> {
    Inputs {
        corrections_as_published: inputs.corrections_as_published,
        levels: inputs.levels.clone(),
        coefficients: inputs.coefficients.clone(),
        // In per cent nothing is asked about them.
        factor_corrections: inputs
            .factor_corrections
            .iter()
            .map(|(name, ..)| (name.clone(), Decimal::ZERO, true))
            .collect(),
        ..Inputs::new(inputs.base)
    }
}

/// The intervals of a table in whole units of a scale, each from its first unit to the one past its last.
struct Ranges(Vec<Range>);

struct Range {
    first: i64,
    past: i64,
    value: i64,
}

impl Ranges {
    fn of<'e>(table: CorrectionTable<'e>, scale: u32, value: impl Fn(CorrectionRow<'e>) -> Option<i64>) -> Self {
        let range = |row: CorrectionRow<'e>| {
            let interval = row.interval()?;
            let low = interval.low.map(|low| bound(low, scale, !interval.with_low));
            let high = interval.high.map(|high| bound(high, scale, interval.with_high));
            // What has no lower bound begins with zero: there is no number below it.
            let (first, past) = (low.unwrap_or(0), high.unwrap_or(i64::MAX));
            Some(Range { first, past, value: value(row).unwrap_or(NONE) })
        };
        Self(table.rows().filter_map(range).collect())
    }

    /// The value of the one interval that the number is in; `NONE` where it is in none or in two.
    #[inline]
    fn find(&self, number: i64) -> i64 {
        let mut found = self.0.iter().filter(|range| range.first <= number && number < range.past);
        match (found.next(), found.next()) {
            (Some(range), None) if number >= 0 => range.value,
            _ => NONE,
        }
    }
}

/// The first whole unit of that scale at a bound or above it, or above it alone; of what no unit reaches the last.
fn bound(bound: Decimal, scale: u32, is_past: bool) -> i64 {
    i64::try_from(exact_bound(bound, scale, is_past)).unwrap_or(i64::MAX)
}

fn exact_bound(bound: Decimal, scale: u32, is_past: bool) -> i128 {
    let (mantissa, places) = (bound.mantissa(), bound.scale());
    if places <= scale {
        let exact = mantissa.saturating_mul(10_i128.pow(scale - places));
        return if is_past { exact.saturating_add(1) } else { exact };
    }
    // Between two units, which are both on its sides whether it belongs to the interval or not.
    let unit = 10_i128.pow(places - scale);
    let below = mantissa.div_euclid(unit);
    match (mantissa.rem_euclid(unit), is_past) {
        (0, false) => below,
        _ => below + 1,
    }
}
