//! What the tables of the caller's say, and which of them are none.

use dijia::{Error, Quantity, Rule};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::bounds::Bounds;
use crate::calendar::{Day, days_between, is_of_a_written_year};
use crate::chain::{is_link, levels};
use crate::input::{Index, Table, date};
use crate::number::Number;
use crate::rules::{Result, figure};

impl Table {
    /// The coefficient of a row, or the exact one between two.
    pub fn of(&self, plot_ratio: Number) -> Result<(Option<Number>, BigRational)> {
        let x = plot_ratio.value();
        let (first, last) = (self.rows[0], self.rows[self.rows.len() - 1]);
        let row = self.rows.iter().find(|(at, _)| at.value() == x).copied();
        let row = row.or((x < first.0.value() && self.open_below).then_some(first));
        let row = row.or((x > last.0.value() && self.open_above).then_some(last));
        if let Some((_, coefficient)) = row {
            return Ok((Some(coefficient), coefficient.value()));
        }
        for pair in self.rows.windows(2) {
            let [(x0, y0), (x1, y1)] = [pair[0], pair[1]].map(|(x, y)| (x.value(), y.value()));
            if x0 < x && x < x1 {
                return Ok((None, &y0 + (y1 - &y0) * (x - &x0) / (x1 - &x0)));
            }
        }
        let [plot_ratio, first, last] = [plot_ratio, first.0, last.0].map(Number::decimal);
        Err(Error::PlotRatioOutsideTable { plot_ratio, first, last }.into())
    }
}

impl Index {
    pub fn on(&self, day: Day) -> Result<BigRational> {
        let levels = match self.chain {
            Some(_) => levels(self.points.iter().map(|(_, link)| *link)),
            None => self.points.iter().map(|(_, index)| index.value()).collect(),
        };
        if let Some(place) = self.points.iter().position(|(at, _)| *at == day) {
            return Ok(levels[place].clone());
        }
        for (pair, levels) in self.points.windows(2).zip(levels.windows(2)) {
            let ((from, y0), (to, y1)) = (pair[0], pair[1]);
            if from < day && day < to {
                if !self.linear {
                    return Ok(levels[0].clone());
                }
                // Of a chain the point before is 100.
                let y0 = if self.chain.is_some() { Number { digits: 100, ..Number::ONE } } else { y0 };
                let [before, after] = [days_between(from, day), days_between(day, to)].map(BigInt::from);
                let numerator = y0.value() * &after + y1.value() * &before;
                // The library carries this numerator as a decimal of the places of the indices.
                let exact = Bounds::from(numerator);
                figure(&exact, y0.places.max(y1.places) as u8, false, Quantity::DateCoefficient)?;
                return Ok((&levels[0] * &after + &levels[1] * &before) / (before + after));
            }
        }
        let (first, last) = (self.points[0].0, self.points[self.points.len() - 1].0);
        let [date, first, last] = [day, first, last].map(date);
        Err(Error::DateOutsideIndex { date, first, last }.into())
    }
}

pub fn check_table(table: Option<&Table>) -> Result<()> {
    let Some(Table { rows, .. }) = table else { return Ok(()) };
    let invalid = |row, rule| Err(Error::InvalidTable { table: Quantity::PlotRatioTable, row, rule }.into());
    if rows.is_empty() {
        return invalid(0, Rule::TableEmpty);
    }
    for (index, &(plot_ratio, coefficient)) in rows.iter().enumerate() {
        let row = index as u32 + 1;
        if !plot_ratio.is_positive() {
            return invalid(row, Rule::TablePlotRatioPositive);
        }
        if !coefficient.is_positive() {
            return invalid(row, Rule::TableCoefficientPositive);
        }
        if index > 0 && rows[index - 1].0.value() >= plot_ratio.value() {
            return invalid(row, Rule::TablePlotRatioAscending);
        }
    }
    Ok(())
}

pub fn check_index(index: Option<&Index>) -> Result<()> {
    let Some(Index { points, chain, .. }) = index else { return Ok(()) };
    let invalid = |row, rule| Err(Error::InvalidTable { table: Quantity::DateIndex, row, rule }.into());
    if points.is_empty() {
        return invalid(0, Rule::SeriesEmpty);
    }
    for (index, &(day, value)) in points.iter().enumerate() {
        let row = index as u32 + 1;
        if !value.is_positive() {
            return invalid(row, Rule::SeriesIndexPositive);
        }
        if !is_of_a_written_year(day) {
            return invalid(row, Rule::DateYear);
        }
        if index > 0 && points[index - 1].0 >= day {
            return invalid(row, Rule::SeriesAscending);
        }
        if let Some(chain) = chain {
            if index > 0 && !chain.is_next(points[index - 1].0, day) {
                return invalid(row, Rule::ChainPeriod);
            }
            if !is_link(value) {
                return invalid(row, Rule::ChainLink);
            }
        }
    }
    Ok(())
}
