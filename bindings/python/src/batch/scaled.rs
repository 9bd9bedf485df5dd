//! Pricing blocks of rows in whole units. What is not carried so goes the way of one parcel.

use dijia::{Appraisal, Decimal, Edition, Ratio, ScaledPricing, Scales};

use super::columns::{Columns, Target};
use super::entries::{Entering, Entries};
use super::figure::{Figure, LARGE_DEVIATION, Made};
use super::level_part::{ByArea, LevelPart, Products, corrections, named, product, sum};
use super::numbers::Numbers;
use super::part::{Block, Kind, Part};
use super::published::Published;
use super::start::Start;
use super::tables::Tables;
use super::units::{Units, shared, shared_corrections};
use crate::arguments::{Base, Inputs};

const NONE: i64 = Numbers::NONE;

/// Prices blocks of rows whose columns have one scale each.
pub struct Scaled<'e> {
    pricing: ScaledPricing,
    base_price: Units,
    /// The prices of the edition, where the base price is one of them.
    published: Option<Published>,
    /// The derived coefficients, and after them the columns of coefficients.
    parts: Vec<Part<'e>>,
    coefficients: Vec<Units>,
    corrections: Vec<Units>,
    /// The levels of factors, the sum of whose corrections stands behind the columns of them.
    factors: Vec<LevelPart>,
    /// The levels of further coefficients, whose products stand behind the columns of those: each with the place of its product.
    levels: Vec<(usize, LevelPart)>,
    /// What the area says, with the place of its product.
    by_area: Option<(usize, ByArea)>,
    /// How many products there are.
    products: usize,
    /// What is given by name.
    names: Inputs<'e>,
    adjustment: Units,
    derived_adjustment: Option<Part<'e>>,
    plot_ratio: Option<Units>,
    area: Option<Units>,
    /// The columns of dates that only warnings are made of: a row without one is missing all the same.
    other_dates: Vec<usize>,
    input_warnings: Option<Part<'e>>,
    /// Factor corrections that are less than so much together, whatever their signs and units, give no warning.
    unquestioned: i64,
    entries: Entries,
    rows: Rows<'e>,
}

/// A block of rows: where it begins, and the numbers of their words.
pub struct Numbered<'a> {
    pub first: usize,
    /// The place of each row's edition.
    pub editions: &'a [u32],
    pub uses: &'a [u32],
    pub codes: &'a [u32],
    pub levels: [&'a [u32]; 2],
}

/// What the rows of a block come to, in whole units.
#[derive(Default)]
pub struct Rows<'e> {
    pub base_price: Vec<i64>,
    pub basis: Vec<u32>,
    /// A base with each basis.
    pub bases: Vec<Base<'e>>,
    pub coefficients: Vec<Vec<i64>>,
    pub corrections: Vec<Vec<i64>>,
    pub adjustment: Vec<i64>,
    plot_ratio: Vec<i64>,
    area: Vec<i64>,
    input_warnings: Vec<i64>,
    unasked: Vec<i128>,
    /// 0 for a row that is not carried.
    pub unit_price: Vec<u64>,
}

impl<'e> Scaled<'e> {
    /// None where the inputs are not such as are carried in whole units.
    pub fn new(inputs: &Inputs<'e>, start: &Start<'e>, columns: &Columns<'_>, with_warnings: bool) -> Option<Self> {
        let tables = Tables::new(inputs, columns, start.editions())?;
        let is_own_corrected = || corrections(&inputs.base).is_some();
        if inputs.corrections_as_published && start.is_one() && !is_own_corrected() {
            // That there is nothing to correct by is an error of every row.
            return None;
        }
        let is_part = |kind: Kind| kind.is_part_of(inputs, columns) || tables.of(kind).is_some();
        let places = inputs.policy.coefficient_places().map(u32::from);
        if places.is_none() && [Kind::Term, Kind::PlotRatio, Kind::Date].into_iter().any(is_part) {
            // No decimal is what the policy leaves unrounded.
            return None;
        }
        let part = |kind| is_part(kind).then(|| Part::new(kind, inputs, columns, places.unwrap_or(0), tables.of(kind)));
        if is_refused(inputs, columns) {
            return None;
        }
        let one_or_column = |one: Option<Decimal>, target| match one {
            Some(value) => Units::one(value).map(Some),
            None => match columns.numbers.iter().position(|(other, _)| *other == target) {
                Some(place) => Units::column(place, &columns.numbers[place].1).map(Some),
                None => Some(None),
            },
        };
        let zero = Units::One { units: 0, scale: 0 };
        let (mut coefficients, mut corrections) = (Vec::new(), Vec::new());
        for (place, (target, numbers)) in columns.numbers.iter().enumerate() {
            match target {
                Target::TermCoefficient
                | Target::PlotRatioCoefficient
                | Target::DateCoefficient
                | Target::Coefficient(_) => {
                    coefficients.push(Units::column(place, numbers)?);
                }
                Target::Correction(_) => corrections.push(Units::column(place, numbers)?),
                _ => {}
            }
        }
        let parts: Vec<Part<'e>> = [Kind::Term, Kind::PlotRatio, Kind::Date].into_iter().filter_map(part).collect();
        let derived_adjustment = part(Kind::DevelopmentAdjustment);
        let adjustment = match &derived_adjustment {
            Some(part) => Units::One { units: 0, scale: part.scale },
            None => one_or_column(inputs.development_adjustment, Target::DevelopmentAdjustment)?.unwrap_or(zero),
        };
        let plot_ratio = one_or_column(inputs.plot_ratio, Target::PlotRatio)?;
        let area = one_or_column(inputs.area, Target::Area)?;
        let (base_price, published) = if start.is_one() {
            let column = columns.has(Target::BasePrice);
            let one = if column { None } else { inputs.base.per_square_metre().ok() };
            (one_or_column(one, Target::BasePrice)??, None)
        } else {
            (
                Units::One { units: 0, scale: start.scale() },
                Some(Published::new(start.editions().len(), inputs.corrections_as_published)),
            )
        };
        let given = [inputs.term_coefficient, inputs.plot_ratio_coefficient, inputs.date_coefficient]
            .into_iter()
            .flatten()
            .chain(shared(inputs.coefficients.iter().map(|(_, value)| *value), columns, Target::Coefficient));
        // A ratio that no decimal is goes the way of one parcel.
        let given: Vec<Decimal> = given.map(Ratio::decimal).collect::<Option<_>>()?;
        let input_warnings = with_warnings.then(|| part(Kind::Warnings)).flatten();
        let Tables { levels, by_area, .. } = tables;
        let (mut factors, more): (Vec<_>, Vec<_>) = levels.into_iter().partition(|level| level.is_factor);
        let count = inputs.coefficients.len() + more.len() + usize::from(by_area.is_some());
        if count > Appraisal::MAX_COEFFICIENTS {
            return None;
        }
        let own_scales = corrections.iter().map(|it| it.scale()).chain(factors.iter().map(|it| it.scale));
        let correction_scale = own_scales.max().unwrap_or(0);
        for correction in &mut corrections {
            if let Units::Column { scale, .. } = correction {
                *scale = correction_scale;
            }
        }
        factors.iter_mut().for_each(|factor| factor.scale = correction_scale);
        let mut products = Products::default();
        let levels: Vec<_> = more.into_iter().map(|level| (products.place(level.scale), level)).collect();
        let by_area = by_area.map(|by_area| (products.place(by_area.scale), by_area));
        let products = products.count();
        let scales = Scales {
            base_price: base_price.scale(),
            coefficients: parts
                .iter()
                .map(|part| part.scale)
                .chain(coefficients.iter().map(|it| it.scale()))
                .chain(levels.iter().map(|(_, it)| it.scale))
                .chain(by_area.iter().map(|(_, it)| it.scale))
                .sum(),
            corrections: correction_scale,
            adjustment: adjustment.scale(),
            plot_ratio: plot_ratio.map_or(0, Units::scale),
            area: area.map_or(0, Units::scale),
        };
        let unquestioned = unquestioned(inputs, columns, correction_scale);
        let shared_corrections = shared_corrections(inputs, columns)?;
        let other_dates =
            (0..columns.dates.len()).filter(|&at| !parts.iter().any(|part| part.takes_dates(at))).collect();
        let is_adjusted = derived_adjustment.is_some()
            || inputs.development_adjustment.is_some()
            || columns.has(Target::DevelopmentAdjustment);
        if is_adjusted && adjusts_first(inputs, start) {
            // In whole units Kf is added at the end.
            return None;
        }
        let is_corrected = !inputs.factor_corrections.is_empty() || !factors.is_empty();
        let entering = Entering {
            base_price,
            parts: &parts,
            coefficients: &coefficients,
            corrections: is_corrected.then_some(correction_scale),
            shared_corrections,
            adjustment: is_adjusted.then(|| adjustment.scale()),
        };
        Some(Self {
            entries: Entries::new(&entering, inputs, columns)?,
            input_warnings,
            unquestioned,
            pricing: ScaledPricing::new(inputs.policy, scales, &given, shared_corrections)?,
            base_price,
            published,
            parts,
            coefficients,
            corrections,
            adjustment,
            derived_adjustment,
            plot_ratio,
            area,
            factors,
            levels,
            by_area,
            products,
            names: named(inputs),
            other_dates,
            rows: Rows { bases: if start.is_one() { vec![inputs.base] } else { Vec::new() }, ..Rows::default() },
        })
    }

    /// Prices the rows of a block, and writes the figures asked for: 0 where a row has none. The places of the rows that are
    /// not carried are added to `left`.
    pub fn price(
        &mut self,
        block: &Numbered<'_>,
        start: &mut Start<'e>,
        columns: &Columns<'_>,
        figures: &mut [Made],
        left: &mut Vec<usize>,
    ) {
        self.load(block, start, columns);
        self.price_rows();
        self.refuse(block.first, columns);
        for made in &mut *figures {
            let figure = made.figure;
            match figure {
                Figure::Edition => {
                    let places = block.editions.iter().map(|&place| i128::from(place));
                    made.extend(start.has_edition(), |to| to.extend(places));
                }
                Figure::Origin => {
                    made.extend(start.has_origin(), |to| to.resize(to.len() + block.uses.len(), 0));
                }
                _ => {
                    made.extend(self.has(figure), |to| self.figure(figure, to));
                    self.leave_out(figure, block.first, made);
                }
            }
        }
        if self.area.is_some() && !figures.iter().any(|made| made.figure.is_total()) {
            // A bad area is an error whether a total is asked for or not.
            let mut unasked = std::mem::take(&mut self.rows.unasked);
            unasked.clear();
            self.figure(Figure::TotalYuan, &mut unasked);
            self.rows.unasked = unasked;
        }
        left.extend((0..block.uses.len()).filter(|&place| self.rows.unit_price[place] == 0));
    }

    /// Takes a coefficient away from the rows for which no table gives it.
    fn leave_out(&mut self, figure: Figure, first: usize, made: &mut Made) {
        let part = self.entries.coefficient(figure).and_then(|at| self.parts.get(at));
        part.iter().flat_map(|part| &part.absent).for_each(|place| made.set(first + place, None));
    }

    /// Whether rows that are carried have that figure.
    fn has(&self, figure: Figure) -> bool {
        match figure {
            Figure::FloorPrice => self.plot_ratio.is_some(),
            Figure::TotalYuan | Figure::TotalWanYuan => self.area.is_some(),
            Figure::UnitPrice | Figure::WanYuanPerMu | Figure::Deviation | Figure::Warnings => true,
            _ => self.entries.has(figure),
        }
    }

    /// The scale of a figure that enters the price.
    pub fn scale(&self, figure: Figure) -> Option<u32> {
        self.entries.scale(figure)
    }

    /// Brings everything that the rows are priced from to whole units.
    fn load(&mut self, numbered: &Numbered<'_>, start: &mut Start<'e>, columns: &Columns<'_>) {
        let (first, len) = (numbered.first, numbered.uses.len());
        let rows = &mut self.rows;
        for column in [&mut rows.base_price, &mut rows.adjustment, &mut rows.plot_ratio, &mut rows.area] {
            column.resize(len, 0);
        }
        rows.basis.resize(len, 0);
        rows.coefficients.resize(self.parts.len() + self.coefficients.len() + self.products, Vec::new());
        let has_factors = usize::from(!self.factors.is_empty());
        rows.corrections.resize(self.corrections.len() + has_factors, Vec::new());
        rows.coefficients.iter_mut().chain(&mut rows.corrections).for_each(|column| column.resize(len, 0));

        match &mut self.published {
            None => self.base_price.fill(columns, first, &mut rows.base_price),
            Some(published) => published.fill(numbered, start, self.base_price.scale(), rows),
        }
        let block = Block { first, basis: &rows.basis, bases: &rows.bases, levels: numbered.levels };
        let (derived, given) = rows.coefficients.split_at_mut(self.parts.len());
        self.parts.iter_mut().zip(derived).for_each(|(part, to)| part.fill(&block, columns, to));
        let (given, of_levels) = given.split_at_mut(self.coefficients.len());
        self.coefficients.iter().zip(given).for_each(|(units, to)| units.fill(columns, first, to));
        let (given, of_factors) = rows.corrections.split_at_mut(self.corrections.len());
        self.corrections.iter().zip(given).for_each(|(units, to)| units.fill(columns, first, to));
        if let Some(to) = of_factors.first_mut() {
            to.fill(0);
            self.factors.iter_mut().for_each(|level| level.join(&block, columns, to, sum));
        }
        of_levels.iter_mut().for_each(|to| to.fill(1));
        for (at, level) in &mut self.levels {
            level.join(&block, columns, &mut of_levels[*at], product);
        }
        match &mut self.derived_adjustment {
            Some(part) => part.fill(&block, columns, &mut rows.adjustment),
            None => self.adjustment.fill(columns, first, &mut rows.adjustment),
        }
        rows.input_warnings.resize(len, 0);
        if let Some(part) = &mut self.input_warnings {
            part.fill(&block, columns, &mut rows.input_warnings);
        }
        for (units, to) in [(self.plot_ratio, &mut rows.plot_ratio), (self.area, &mut rows.area)] {
            if let Some(units) = units {
                units.fill(columns, first, to);
            }
        }
        if let (Some((at, by_area)), Some(area)) = (&mut self.by_area, self.area) {
            by_area.join(&block, &self.names, &rows.area, area.scale(), &mut of_levels[*at]);
        }
    }

    fn price_rows(&mut self) {
        let pricing = self.pricing;
        let Rows { base_price, coefficients, corrections, adjustment, unit_price, .. } = &mut self.rows;
        let is_adjusted = self.derived_adjustment.is_some() || !matches!(self.adjustment, Units::One { units: 0, .. });
        let is_plain = corrections.is_empty() && !is_adjusted;
        unit_price.clear();
        match coefficients.as_slice() {
            // The usual ones each have a loop of their own, without loops in it.
            [] if is_plain => {
                unit_price
                    .extend(base_price.iter().map(|&price| pricing.unit_price(whole(price), &[], &[], 0).unwrap_or(0)));
            }
            [one] if is_plain => {
                unit_price.extend(
                    base_price
                        .iter()
                        .zip(one)
                        .map(|(&price, &one)| pricing.unit_price(whole(price), &[whole(one)], &[], 0).unwrap_or(0)),
                );
            }
            _ => {
                let mut factors = vec![0; coefficients.len()];
                let mut corrected = vec![0; corrections.len()];
                unit_price.extend(base_price.iter().zip(&*adjustment).enumerate().map(
                    |(place, (&price, &adjustment))| {
                        factors.iter_mut().zip(&*coefficients).for_each(|(to, column)| *to = whole(column[place]));
                        corrected.iter_mut().zip(&*corrections).for_each(|(to, column)| *to = column[place]);
                        if adjustment == NONE || corrected.contains(&NONE) {
                            return 0;
                        }
                        pricing.unit_price(whole(price), &factors, &corrected, adjustment).unwrap_or(0)
                    },
                ));
            }
        }
    }

    /// Leaves to the way of one parcel what it would refuse, whether it is asked for or not.
    fn refuse(&mut self, first: usize, columns: &Columns<'_>) {
        let rows = &mut self.rows;
        if self.plot_ratio.is_some() {
            let prices = rows.unit_price.iter_mut();
            prices.zip(&rows.plot_ratio).filter(|(_, ratio)| **ratio <= 0).for_each(|(price, _)| *price = 0);
        }
        for &at in &self.other_dates {
            for (row, price) in (first..).zip(&mut rows.unit_price) {
                if columns.dates[at].1.key(row).is_none() {
                    *price = 0;
                }
            }
        }
    }

    /// Writes a figure of every row; a row that has none of it is no longer carried.
    fn figure(&mut self, figure: Figure, to: &mut Vec<i128>) {
        let Rows { base_price, plot_ratio, area, unit_price, .. } = &mut self.rows;
        let pricing = &self.pricing;
        let short = |units: Option<u64>| units.map(i128::from);
        match figure {
            Figure::UnitPrice => to.extend(unit_price.iter().map(|&price| i128::from(price))),
            Figure::WanYuanPerMu => each(unit_price, None, to, |price, _| short(pricing.wan_yuan_per_mu(price))),
            Figure::Deviation => {
                each(unit_price, Some(base_price), to, |price, base| pricing.deviation(price, base).map(i128::from));
            }
            Figure::FloorPrice if self.plot_ratio.is_some() => {
                each(unit_price, Some(plot_ratio), to, |price, ratio| short(pricing.floor_price(price, ratio)));
            }
            Figure::TotalYuan if self.area.is_some() => {
                each(unit_price, Some(area), to, |price, area| short(pricing.total_yuan(price, area)));
            }
            Figure::TotalWanYuan if self.area.is_some() => {
                each(unit_price, Some(area), to, |price, area| short(pricing.total_wan_yuan(price, area)));
            }
            Figure::FloorPrice | Figure::TotalYuan | Figure::TotalWanYuan => to.resize(to.len() + unit_price.len(), 0),
            Figure::Warnings => {
                let Rows { base_price, unit_price, corrections, input_warnings, .. } = &mut self.rows;
                let rows = unit_price.iter_mut().zip(base_price).zip(input_warnings).enumerate();
                let given = self.corrections.len();
                let together = |place: usize| {
                    corrections[..given]
                        .iter()
                        .fold(0_i64, |sum, column| sum.saturating_add(column[place].saturating_abs()))
                };
                to.extend(rows.map(
                    |(place, ((price, base), given))| match pricing.deviates_much(*price, whole(*base)) {
                        Some(much) if *price > 0 && *given != NONE && together(place) <= self.unquestioned => {
                            i128::from(*given | if much { LARGE_DEVIATION } else { 0 })
                        }
                        _ => {
                            *price = 0;
                            0
                        }
                    },
                ));
            }
            _ => self.entries.write(figure, &self.rows, to),
        }
    }
}

/// What may be added, in units of that scale, to the factor corrections that all rows share before bare numbers may be
/// beyond the 30 % that are asked about.
fn unquestioned(inputs: &Inputs<'_>, columns: &Columns<'_>, scale: u32) -> i64 {
    let shared = shared(inputs.factor_corrections.iter().map(|(_, value, _)| value.abs()), columns, Target::Correction);
    // Each is below 1, or there is no price.
    let rest = shared.into_iter().try_fold(Decimal::new(3, 1), |rest, value| rest.checked_sub(value));
    let rest = rest.and_then(|rest| {
        let power = 10_i128.checked_pow(scale)?;
        let unit = 10_i128.checked_pow(rest.scale())?;
        i64::try_from(rest.mantissa().checked_mul(power)?.div_euclid(unit)).ok()
    });
    rest.unwrap_or(-1)
}

/// Whether all rows go one by one: what is given twice is an error of each.
fn is_refused(inputs: &Inputs<'_>, columns: &Columns<'_>) -> bool {
    let is_part = |kind: Kind| kind.is_part_of(inputs, columns);
    let is_given = |one: Option<Ratio>, target| one.is_some() || columns.has(target);
    let adjustment = inputs.development_adjustment.is_some() || columns.has(Target::DevelopmentAdjustment);
    is_part(Kind::Term) && is_given(inputs.term_coefficient, Target::TermCoefficient)
        || is_part(Kind::PlotRatio) && is_given(inputs.plot_ratio_coefficient, Target::PlotRatioCoefficient)
        || is_part(Kind::Date) && is_given(inputs.date_coefficient, Target::DateCoefficient)
        || is_part(Kind::DevelopmentAdjustment) && adjustment
}

/// Whether the formula of a document that rows may be priced from adds Kf to P before the other corrections.
fn adjusts_first(inputs: &Inputs<'_>, start: &Start<'_>) -> bool {
    let own = inputs.base.basis().filter(|_| start.is_one());
    let editions = own.iter().map(|basis| basis.edition()).chain(start.editions().iter().copied());
    editions.into_iter().filter_map(Edition::formula).any(|formula| formula.adjusts_first())
}

/// What is above zero; nothing makes no price.
#[inline]
fn whole(units: i64) -> u64 {
    u64::try_from(units).unwrap_or(0)
}

/// Writes the figure of every row that is carried; one that has none is no longer carried.
#[inline]
fn each(unit_price: &mut [u64], with: Option<&[i64]>, to: &mut Vec<i128>, figure: impl Fn(u64, u64) -> Option<i128>) {
    let with = with.unwrap_or_default();
    to.extend(unit_price.iter_mut().enumerate().map(|(place, price)| {
        let other = with.get(place).map_or(0, |&other| whole(other));
        let made = figure(*price, other).filter(|_| *price > 0);
        if made.is_none() {
            *price = 0;
        }
        made.unwrap_or(0)
    }));
}
