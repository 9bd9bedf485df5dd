//! What the rows of a table of corrections must keep among themselves, and what in them looks wrong.

use std::cmp::Ordering;

use dijia_core::layout::correction;
use dijia_core::{
    BetweenPoints, Date, DateIndex, DateIndexPoint, Decimal, DecimalText, Error, IndexPeriod, Interval, Rule, compare,
};

use crate::correction::{Correction, CorrectionRow};
use crate::fault::{At, Fault, Faults, fault};
use crate::interval;

/// The levels that the trade has words for, the best first.
pub(crate) const LEVELS: [&str; 5] = ["优", "较优", "一般", "较劣", "劣"];

/// A step from row to row that is this many times as steep as those beside it looks wrong.
const STEEP: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// What the prices of a land use or a grade assume that a table corrects from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assumed {
    pub(crate) area: u8,
    pub(crate) land_use: u8,
    /// Its place in the list of grades.
    pub(crate) grade: Option<u8>,
    pub(crate) plot_ratio: Option<Decimal>,
    pub(crate) term: Option<Decimal>,
}

/// What a price assumes needs no correction: where a table has that plot ratio, or that term, its coefficient is 1, and another one
/// is warned of, as where the columns of a table have moved.
pub(crate) fn at_the_basis(tables: &[(&Correction, &[At])], assumed: &[Assumed], faults: &Faults) {
    for of in assumed {
        for (kind, value) in [(correction::PLOT_RATIO, of.plot_ratio), (correction::TERM, of.term)] {
            let Some(value) = value else { continue };
            let holds = |(table, _): &&(&Correction, &[At])| table.kind == kind && table.of.holds_for(of);
            // Of two tables the more particular one is for the price.
            let Some((table, places)) = tables.iter().filter(holds).max_by_key(|(table, _)| table.of.rank()) else {
                continue;
            };
            let is_it = |row: &&CorrectionRow| match (&row.interval, row.key) {
                (Some(interval), _) => interval.contains(value),
                (None, Some(key)) => compare(key, value).is_eq(),
                (None, None) => false,
            };
            let rows = table.rows.iter().zip(places.iter());
            let Some((row, at)) = rows.into_iter().find(|(row, _)| is_it(row)) else { continue };
            if compare(row.value, Decimal::ONE).is_ne() {
                let (value, found) = (DecimalText(value), DecimalText(row.value));
                let fault = if kind == correction::PLOT_RATIO {
                    fault!(
                        "the prices assume plot ratio {value}, whose coefficient is {found} and not 1: compare it with the print",
                        "基准地价设定容积率为{value}，其修正系数为{found}而不是1，请与原表核对"
                    )
                } else {
                    fault!(
                        "the prices assume {value} years, whose coefficient is {found} and not 1: compare it with the print",
                        "基准地价设定年期为{value}年，其修正系数为{found}而不是1，请与原表核对"
                    )
                };
                faults.warn(*at, fault);
            }
        }
    }
}

/// Where an interval is found by a number, as that of an area, each number from the lowest to the highest is in one.
pub(crate) fn intervals(table: &Correction, places: &[At], faults: &Faults) {
    let is_by_area = table.flags & correction::BY_AREA != 0;
    let Some(&at) = places.last().filter(|_| is_by_area || table.has_intervals()) else { return };
    let stated = table.rows.iter().zip(places).filter_map(|(row, at)| Some((row.interval?, *at)));
    let mut stated: Vec<(Interval, At)> = stated.collect();
    if stated.len() < table.rows.len() {
        faults.add(at, fault!("a level states no interval of areas", "有优劣程度未载明面积区间"));
        return;
    }
    stated.sort_by(|(a, _), (b, _)| interval::ascending(a, b));
    for pair in stated.windows(2) {
        let [(before, _), (after, at)] = pair else { continue };
        if !before.joins(after) {
            faults.add(*at, between(before, after));
        }
    }
}

/// What is wrong between an interval and the next.
fn between(before: &Interval, after: &Interval) -> Fault {
    let (Some(high), Some(low)) = (before.high, after.low) else {
        return fault!("{before} and {after} overlap", "{before}与{after}重叠");
    };
    let (from, to) = (DecimalText(high), DecimalText(low));
    match (compare(high, low), before.with_high) {
        (Ordering::Less, _) => fault!(
            "between {before} and {after} there is a gap, from {from} to {to}",
            "{before}与{after}之间有空缺：{from}至{to}"
        ),
        (Ordering::Equal, true) => fault!(
            "{from} is both in {before} and in {after}: write which of them it belongs to, such as (1.0,1.5] or [1.5,2.0)",
            "{from}既在{before}之内，又在{after}之内：须写明归于何者，如(1.0,1.5]、[1.5,2.0)"
        ),
        (Ordering::Equal, false) => {
            fault!("{from} is neither in {before} nor in {after}", "{from}既不在{before}之内，也不在{after}之内")
        }
        (Ordering::Greater, _) => fault!("{before} and {after} overlap", "{before}与{after}重叠"),
    }
}

/// A chain index has a row for each period, of the index that the period before is 100 for.
pub(crate) fn chain(table: &Correction, places: &[At], faults: &Faults) {
    let number = table.flags >> correction::PERIOD_SHIFT;
    let period = IndexPeriod::from_number(number);
    let Some(period) = period else { return };
    let points: Vec<DateIndexPoint> = table.rows.iter().filter_map(point).collect();
    let checked = DateIndex::chain(&points, period, BetweenPoints::LastBefore);
    // What any series must keep is said where its rows are read.
    if let Err(Error::InvalidTable { row, rule: rule @ (Rule::ChainPeriod | Rule::ChainLink), .. }) = checked {
        let at = row.checked_sub(1).and_then(|row| places.get(row as usize)).or(places.first());
        let (english, chinese) = (rule.english(), rule.chinese());
        at.inspect(|&&at| faults.add(at, fault!("{english}", "{chinese}")));
    }
}

fn point(row: &CorrectionRow) -> Option<DateIndexPoint> {
    let number = u32::try_from(row.key?.mantissa()).ok()?;
    let part = |of: u32| i8::try_from(of % 100).ok();
    let date = Date::new(i16::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?).ok()?;
    Some(DateIndexPoint { date, index: row.value })
}

/// From a row of a table to the next.
struct Step<'a> {
    before: &'a CorrectionRow,
    after: &'a CorrectionRow,
    at: At,
    rise: Decimal,
}

impl Step<'_> {
    /// How far apart the rows are.
    fn run(&self) -> Option<Decimal> {
        Some(self.after.key? - self.before.key?).filter(|run| compare(*run, Decimal::ZERO).is_gt())
    }
}

fn steps<'a>(table: &'a Correction, places: &[At]) -> Vec<Step<'a>> {
    let mut rows: Vec<(&CorrectionRow, At)> = table.rows.iter().zip(places.iter().copied()).collect();
    // The levels that the trade has words for are in the order of the words, in whatever order they are printed.
    if rows.iter().all(|(row, _)| rank(row).is_some()) {
        rows.sort_by_key(|(row, _)| rank(row));
    }
    let pairs = rows.iter().zip(rows.iter().skip(1));
    pairs.map(|(&(before, _), &(after, at))| Step { before, after, at, rise: after.value - before.value }).collect()
}

/// Where a level stands among those that the trade has words for, the best first.
fn rank(row: &CorrectionRow) -> Option<usize> {
    LEVELS.iter().position(|level| Some(*level) == row.level.as_deref())
}

/// A coefficient that leaps, as one that is misprinted or belongs to another row: steeper than [`STEEP`] times the steeper of
/// the two steps that are nearest.
pub(crate) fn jumps(table: &Correction, places: &[At], faults: &Faults) {
    if !matches!(table.kind, correction::PLOT_RATIO | correction::TERM) {
        return;
    }
    let steps = steps(table, places);
    for (place, step) in steps.iter().enumerate() {
        let first = place.saturating_sub(1).min(steps.len().saturating_sub(3));
        let beside = (first..steps.len()).filter(|&other| other != place).take(2);
        let beside: Vec<&Step<'_>> = beside.map(|other| &steps[other]).collect();
        let Some(run) = step.run().filter(|_| beside.len() == 2) else { continue };
        let is_steep = |than: &&Step<'_>| {
            than.run().is_some_and(|of| compare(step.rise.abs() * of, STEEP * than.rise.abs() * run).is_gt())
        };
        // Beside what is level, as where a table ends in one coefficient, every step is steep.
        if beside.iter().all(is_steep) && beside.iter().any(|step| !step.rise.is_zero()) {
            let (before, after) = (DecimalText(step.before.value), DecimalText(step.after.value));
            let [from, to] = [step.before.key, step.after.key].map(|key| DecimalText(key.unwrap_or_default()));
            let fault = fault!(
                "from {from} to {to} the coefficient goes from {before} to {after}, more than {STEEP} times as steeply as beside: \
                 compare it with the print",
                "由{from}至{to}，修正系数由{before}变为{after}，变化超过相邻各行的{STEEP}倍，请与原表核对"
            );
            faults.warn(step.at, fault);
        }
    }
}

/// A step that is twice as long as the one before it and the one behind it, which are the same, as where a row is lost.
pub(crate) fn gaps(table: &Correction, places: &[At], faults: &Faults) {
    if !matches!(table.kind, correction::PLOT_RATIO | correction::TERM) {
        return;
    }
    for three in steps(table, places).windows(3) {
        let [before, step, behind] = three else { continue };
        let (Some(of_before), Some(run), Some(of_behind)) = (before.run(), step.run(), behind.run()) else { continue };
        if compare(of_before, of_behind).is_eq() && compare(of_before + of_before, run).is_eq() {
            let [from, to] = [step.before.key, step.after.key].map(|key| DecimalText(key.unwrap_or_default()));
            let fault = fault!(
                "from {from} to {to} is twice as far as from row to row beside it: is a row missing?",
                "{from}至{to}为相邻各行间距的两倍，是否漏了一行？"
            );
            faults.warn(step.at, fault);
        }
    }
}

/// A coefficient that makes a price ten times what it was, as where the point of 1.02 is lost.
pub(crate) fn magnitudes(table: &Correction, places: &[At], faults: &Faults) {
    if !matches!(table.kind, correction::PLOT_RATIO | correction::TERM | correction::COEFFICIENT) {
        return;
    }
    for (row, &at) in table.rows.iter().zip(places) {
        if compare(row.value, Decimal::TEN).is_ge() {
            let value = DecimalText(row.value);
            let fault = fault!(
                "coefficient {value} makes a price {value} times what it was: compare it with the print",
                "修正系数为{value}，地价将为原来的{value}倍，请与原表核对"
            );
            faults.warn(at, fault);
        }
    }
}

/// A row against which the others run, as where a sign or a digit is lost. Plot ratios and terms are in order, and so are
/// the levels of a factor, from the best to the worst, and those of other coefficients that the trade has words for.
pub(crate) fn direction(table: &Correction, places: &[At], faults: &Faults) {
    let is_in_order = match table.kind {
        correction::PLOT_RATIO | correction::TERM | correction::FACTOR => true,
        correction::COEFFICIENT => table.rows.iter().all(|row| rank(row).is_some()),
        _ => false,
    };
    if !is_in_order {
        return;
    }
    let steps = steps(table, places);
    let sign = |step: &Step<'_>| compare(step.rise, Decimal::ZERO);
    let moving = steps.iter().map(sign).filter(|sign| sign.is_ne());
    let rising = moving.clone().filter(|sign| sign.is_gt()).count();
    // Where as many rise as fall, the first say how the table runs.
    let runs = match rising.cmp(&(moving.clone().count() - rising)) {
        Ordering::Equal => moving.clone().next(),
        more => Some(more),
    };
    for step in steps.iter().filter(|step| sign(step).is_ne() && Some(sign(step)) != runs) {
        faults.warn(step.at, against(step));
    }
}

fn against(step: &Step<'_>) -> Fault {
    let (before, after) = (DecimalText(step.before.value), DecimalText(step.after.value));
    match (&step.before.level, &step.after.level) {
        (Some(from), Some(to)) => fault!(
            "from {from} to {to} it goes from {before} to {after}, against the other levels: compare it with the print",
            "由{from}至{to}，修正值由{before}变为{after}，与其他优劣程度的走向相反，请与原表核对"
        ),
        _ => fault!(
            "the coefficient goes from {before} to {after}, against the other rows: compare it with the print",
            "修正系数由{before}变为{after}，与其他各行的走向相反，请与原表核对"
        ),
    }
}
