use dijia_core::layout::correction;
use dijia_core::{Decimal, DecimalText, compare, parse_date, parse_decimal};

use crate::cell::positive;
use crate::column::Column;
use crate::correction::{Correction, CorrectionRow, Declared, Kind, Lists, Of};
use crate::correction_checks;
use crate::development;
use crate::fault::{At, Fault, Faults, fault};
use crate::folder::Folder;
use crate::grade::Grade;
use crate::heading::{self, Parts};
use crate::interval::Interval;
use crate::printed::Layout;
use crate::table::{Cell, Columns, Heading, Of as OfHeading, Row, Table};
use crate::text::{is_nothing, narrowed};

/// The tables of corrections read so far.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Each with where its rows were read, and where the last of them ends, if that is an interval.
    tables: Vec<(Correction, Vec<At>, Option<Decimal>)>,
}

/// A cell of figures: what it is for, and its row but for the figure.
struct Figure<'a> {
    scopes: Vec<Of>,
    key: Option<Key>,
    level: Option<String>,
    cell: Cell<'a>,
    row: u16,
}

/// What a row is of, and whether it holds for what is beyond it too.
#[derive(Clone, Copy)]
struct Key {
    value: Decimal,
    open: u8,
    /// Where it ends, of one that is an interval.
    until: Option<Decimal>,
}

/// Reads a table of corrections: one figure in a row, or one in a column for each grade, land use or level.
pub(crate) fn read(folder: &Folder, declared: &Declared, lists: &Lists<'_>, figures: &mut Figures) {
    let key = match declared.kind {
        Kind::PlotRatio => Some(Column::PlotRatio),
        Kind::Term => Some(Column::Years),
        Kind::Index => Some(Column::Date),
        Kind::Costs => Some(Column::Services),
        Kind::Factors | Kind::Coefficients | Kind::Conditions | Kind::Growth => None,
    };
    let value = match declared.kind {
        Kind::Index => Column::Index,
        Kind::Conditions => Column::Condition,
        Kind::Costs => Column::Cost,
        _ => Column::Coefficient,
    };
    let named = matches!(declared.kind, Kind::Factors | Kind::Conditions) || (key.is_none() && declared.name.is_none());
    let mut optional = vec![Column::Sequence, Column::LandUse, Column::Grade, value];
    let mut required: Vec<Column> = key.into_iter().collect();
    if named && declared.name.is_none() {
        required.push(Column::Factor);
    }
    if key.is_none() {
        optional.extend([Column::Level, Column::Condition]);
    }
    let others = |heading: &str| {
        if let Some(land_use) = lists.land_uses.find(heading) {
            return Some((value, OfHeading::LandUse(land_use)));
        }
        if key.is_some() {
            return of_figures(heading, lists).map(|of| (value, of));
        }
        let is_level = key.is_none() && !heading.is_empty();
        is_level.then(|| (value, OfHeading::Level(heading.to_owned())))
    };
    let is_key = |name: &str| {
        let names = Parts::of(name).names();
        key.is_some_and(|key| names.iter().any(|name| key.is_named(name)))
    };
    let columns = Columns {
        required: &required,
        optional: &optional,
        others: &others,
        called: if key.is_some() { "and grades and land uses" } else { "and levels" },
        layout: if key.is_some() { Layout::Bands(&is_key) } else { Layout::Printed },
    };
    let file = declared.file.as_deref().unwrap_or_default();
    let mut table = Table::read(folder, file, &columns, lists.faults);
    table.reread(factors);
    table.fill_down(&[Column::LandUse, Column::Grade, Column::Factor, Column::Level]);
    if table.headings().next().is_none() {
        return;
    }
    let has_figures = table.headings().any(|heading| heading.column == value);
    if !has_figures {
        lists.faults.add(table.header(), fault!("there is no column of figures", "没有数值列"));
        return;
    }
    if table.has(Column::Level) && table.headings().any(|heading| matches!(heading.of, OfHeading::Level(_))) {
        let fault = fault!(
            "the table has a column of levels, and columns that are named after levels",
            "表中既有\"优劣程度\"一列，又有以优劣程度为名的列"
        );
        lists.faults.add(table.header(), fault);
        return;
    }
    for (row, number) in table.rows().zip(1..) {
        let Some(found) = figures_of(row, number, declared, lists, key, value) else { continue };
        for figure in found {
            if declared.kind == Kind::Conditions {
                figures.add_condition(&figure, lists.faults);
            } else {
                figures.add(declared, figure, row, lists.faults);
            }
        }
    }
}

/// What a heading of a column of coefficients is of: 商业用地4-9级容积率修正系数 of a land use and its grades, 一级 of a grade, 修正系数 of
/// what the row is.
fn of_figures(heading: &str, lists: &Lists<'_>) -> Option<OfHeading> {
    let is_grades = |text: &str| lists.grades.range(text).is_ok();
    let bare = heading::without_the_figure(heading);
    if bare.is_empty() {
        return Some(OfHeading::Row);
    }
    if let Some(land_use) = lists.land_uses.find(bare) {
        return Some(OfHeading::LandUse(land_use));
    }
    if is_grades(bare) {
        return Some(OfHeading::Grade(bare.to_owned()));
    }
    let (land_use, grades) = lists.land_uses.begins(bare).filter(|(_, rest)| is_grades(rest))?;
    Some(OfHeading::Grades(land_use, grades.to_owned()))
}

/// Where factors stand under groups of factors, the last column of names is theirs; and the range of a factor, which its figures say,
/// is read by nobody.
fn factors(all: &[Option<Heading>], heading: &Heading) -> Column {
    let last = all.iter().flatten().rfind(|other| other.column == Column::Factor && other.of == OfHeading::Row);
    let is_group = heading.column == Column::Factor && last.is_some_and(|last| last.text != heading.text);
    if is_group { Column::Comment } else { heading.column }
}

/// The figures of a row.
fn figures_of<'a>(
    row: Row<'a>,
    number: u16,
    declared: &Declared,
    lists: &Lists<'_>,
    key: Option<Column>,
    value: Column,
) -> Option<Vec<Figure<'a>>> {
    let faults = lists.faults;
    let land_use = match row.filled(Column::LandUse) {
        Some(cell) => Some(cell.parsed(faults, |text| lists.land_uses.named(text))?),
        None => None,
    };
    let grades = match row.filled(Column::Grade) {
        Some(cell) => Some(cell.parsed(faults, |text| lists.grades.range(text))?),
        None => None,
    };
    let name = match row.filled(Column::Factor) {
        Some(cell) => Some(cell.name(faults)?.to_owned()),
        None => declared.name.clone(),
    };
    let key = match key {
        Some(column) => Some(row.cell(column).parsed(faults, |text| read_key(text, column))?),
        None => None,
    };
    let number = row.filled(Column::Sequence).map_or(Some(number), |cell| cell.whole(faults))?;
    let figure = |cell: Cell<'a>, land_use: Option<u8>, grade: Option<&[Grade]>, level: Option<String>| {
        let mut scopes = declared.scopes(lists.grades, land_use, grade, faults, cell.at);
        for of in &mut scopes {
            of.name.clone_from(&name);
        }
        Figure { scopes, key, level, cell, row: cell.row.unwrap_or(number) }
    };
    let mut found = Vec::new();
    if let Some(cell) = row.filled(value) {
        let level = row.filled(Column::Level).and_then(|cell| cell.name(faults)).map(str::to_owned);
        found.push(figure(cell, land_use, grades.as_deref(), level));
    }
    for (heading, cell) in row.other_cells() {
        match &heading.of {
            OfHeading::LandUse(of) => found.push(figure(cell, Some(*of), grades.as_deref(), None)),
            OfHeading::Grade(text) => {
                let of = lists.grades.range(text).ok()?;
                found.push(figure(cell, land_use, Some(&of), None));
            }
            OfHeading::Grades(land_use, text) => {
                let of = lists.grades.range(text).ok()?;
                found.push(figure(cell, Some(*land_use), Some(&of), None));
            }
            OfHeading::Level(level) => found.push(figure(cell, land_use, grades.as_deref(), Some(level.clone()))),
            OfHeading::Row => {}
        }
    }
    if found.is_empty() {
        faults.add(row.at(), fault!("the row has no figure", "此行没有数值"));
    }
    Some(found)
}

/// Reads what a row is of.
fn read_key(text: &str, column: Column) -> Result<Key, Fault> {
    if column == Column::Date {
        let date = parse_date(text)?;
        let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
        return Ok(Key { value: Decimal::new(number, 0), open: 0, until: None });
    }
    if column == Column::Services {
        return Ok(Key { value: Decimal::from(1 + development::one_service(text)? as u8), open: 0, until: None });
    }
    let narrow = narrowed(text);
    let bare = narrow.strip_suffix('年').unwrap_or(&narrow);
    match Interval::parse(bare) {
        Some(Interval { low: None, high: Some(bound), with_high: true, .. }) => {
            Ok(Key { value: bound, open: correction::OPEN_BELOW, until: None })
        }
        Some(Interval { low: Some(bound), high: None, with_low: true, .. }) => {
            Ok(Key { value: bound, open: correction::OPEN_ABOVE, until: None })
        }
        Some(Interval { low: Some(low), with_low: true, high: Some(high), with_high: false }) => {
            Ok(Key { value: low, open: 0, until: Some(high) })
        }
        Some(_) => Err(fault!(
            "{text:?} is no number, nor ≤ or ≥ one, nor an interval with its lower end and without its upper, such as [1.0,1.5)",
            "{text:?}不是数，不是≤或≥某数，也不是含下限、不含上限的区间，如[1.0,1.5)"
        )),
        None => Ok(Key { value: positive(bare, parse_decimal)?, open: 0, until: None }),
    }
}

/// A correction in per cent, with its sign.
pub(crate) fn per_cent(text: &str) -> Result<Decimal, Fault> {
    let narrow = narrowed(text);
    let bare = narrow.strip_suffix('%').map_or(narrow.as_str(), str::trim_end);
    let value = signed(bare, text)?;
    if compare(value.abs(), Decimal::new(100, 0)).is_ge() {
        return Err(fault!("{text:?} is not below 100 %", "{text:?}不小于100%"));
    }
    Ok(value)
}

/// What a service costs, which may be nothing.
fn cost(text: &str) -> Result<Decimal, Fault> {
    let value = signed(text, text)?;
    if value.is_sign_negative() && !value.is_zero() {
        return Err(fault!("{text} is below 0", "{text}小于0"));
    }
    Ok(value)
}

fn signed(bare: &str, text: &str) -> Result<Decimal, Fault> {
    let value = parse_decimal(bare)?;
    if i32::try_from(value.mantissa()).is_err() || value.scale() > 9 {
        return Err(fault!("{text:?} has too many digits", "{text:?}位数过多"));
    }
    Ok(value)
}

impl Figures {
    fn add(&mut self, declared: &Declared, figure: Figure<'_>, row: Row<'_>, faults: &Faults) {
        let Figure { scopes, key, level, cell, row: number } = figure;
        if is_nothing(cell.text) {
            if cell.text.is_empty() {
                let _ = cell.text(faults);
            }
            return;
        }
        let value = match declared.kind {
            Kind::Factors => cell.parsed(faults, per_cent),
            Kind::Costs => cell.parsed(faults, cost),
            _ => cell.parsed(faults, |text| {
                let value = positive(text, parse_decimal)?;
                signed(&DecimalText(value).to_string(), text)
            }),
        };
        let condition = row.filled(Column::Condition).map(|cell| cell.text.to_owned());
        let interval = condition.as_deref().and_then(Interval::parse);
        let Some(value) = value else { return };
        if matches!(declared.kind, Kind::Factors | Kind::Coefficients) && level.is_none() {
            faults.add(cell.at, cell.fault(fault!("it has no level", "未填优劣程度")));
            return;
        }
        let row = CorrectionRow { value, key: key.map(|key| key.value), level, condition, interval, row: number };
        let key = key.unwrap_or(Key { value: Decimal::ZERO, open: 0, until: None });
        if key.until.is_some() && declared.between != Some(correction::STEPS) {
            let fault = fault!(
                "an interval has one coefficient from end to end: \"between\" is to be row before",
                "区间内系数相同，\"内插\"应为就低"
            );
            faults.add(cell.at, fault);
        }
        for of in &scopes {
            self.push(declared, of, key, row.clone(), cell.at, faults);
        }
    }

    /// Adds a whole table.
    pub(crate) fn add_table(
        &mut self,
        declared: &Declared,
        scopes: &[Of],
        rows: &[CorrectionRow],
        at: At,
        faults: &Faults,
    ) {
        for of in scopes {
            if self.table(declared.kind, of).is_some() {
                faults.add(at, fault!("the table is there twice", "此表出现两次"));
            }
            self.tables.push((Correction::new(declared, of.clone(), rows.to_vec()), vec![at; rows.len()], None));
        }
    }

    fn table(&mut self, kind: Kind, of: &Of) -> Option<&mut (Correction, Vec<At>, Option<Decimal>)> {
        self.tables.iter_mut().rev().find(|(table, ..)| table.kind == kind.packed() && table.of == *of)
    }

    fn push(&mut self, declared: &Declared, of: &Of, key: Key, row: CorrectionRow, at: At, faults: &Faults) {
        let is_by_level = declared.kind == Kind::Factors || declared.kind == Kind::Coefficients;
        if self.table(declared.kind, of).is_none() {
            self.tables.push((Correction::new(declared, of.clone(), Vec::new()), Vec::new(), None));
        }
        let Some((table, places, until)) = self.table(declared.kind, of) else { return };
        let (open, ended) = (key.open, std::mem::replace(until, key.until));
        if ended.is_some_and(|ended| compare(ended, key.value).is_ne()) {
            faults.add(at, fault!("the intervals leave a gap or overlap", "各区间之间有空缺或重叠"));
        }
        if is_by_level {
            if table.rows.iter().any(|before| before.level == row.level) {
                let level = row.level.as_deref().unwrap_or_default();
                faults.add(at, fault!("level {level} is there twice", "{level}出现两次"));
            }
        } else if declared.kind == Kind::Costs {
            // By service, in whatever order they are printed.
            let place = table.rows.partition_point(|before| before.key < row.key);
            if table.rows.get(place).is_some_and(|other| other.key == row.key) {
                faults.add(at, fault!("the service is there twice", "此项基础设施出现两次"));
            }
            table.rows.insert(place, row);
            places.insert(place, at);
            return;
        } else if let (Some(before), Some(key)) = (table.rows.last().and_then(|row| row.key), row.key) {
            if compare(before, key).is_ge() {
                let (before, key) = (DecimalText(before), DecimalText(key));
                faults.add(
                    at,
                    fault!("{key} comes after {before}, and is not above it", "{key}列在{before}之后，却不大于它"),
                );
            }
            if table.flags & correction::OPEN_ABOVE != 0 {
                faults.add(at, fault!("a row comes after the one that is open above", "≥的一行之后还有行"));
            }
            if open & correction::OPEN_BELOW != 0 {
                faults.add(at, fault!("only the first row is open below", "只有首行可为≤"));
            }
        }
        table.flags |= open;
        table.rows.push(row);
        places.push(at);
    }

    /// Adds what a level is given for to the tables that have the level.
    fn add_condition(&mut self, figure: &Figure<'_>, faults: &Faults) {
        let Some(text) = Some(figure.cell.text).filter(|text| !is_nothing(text)) else { return };
        for of in &figure.scopes {
            let is_it = |table: &Correction| {
                let kinds = [correction::FACTOR, correction::COEFFICIENT];
                kinds.contains(&table.kind)
                    && table.of.name == of.name
                    && (of.land_use.is_none() || table.of.land_use == of.land_use)
                    && (of.grade.is_none() || table.of.grade == of.grade)
                    && (of.area.is_none() || table.of.area == of.area)
            };
            let mut found = false;
            for (table, ..) in self.tables.iter_mut().filter(|(table, ..)| is_it(table)) {
                for row in table.rows.iter_mut().filter(|row| row.level == figure.level) {
                    found = true;
                    row.condition = Some(text.to_owned());
                    row.interval = Interval::parse(text);
                }
            }
            if !found {
                let fault = fault!("no table has that level", "没有此因素此优劣程度的修正值");
                faults.add(figure.cell.at, figure.cell.fault(fault));
            }
        }
    }

    /// The tables, sorted as an edition file has them.
    pub(crate) fn finish(self, faults: &Faults) -> Vec<Correction> {
        for (table, places, until) in &self.tables {
            if let (Some(_), Some(&at)) = (until, places.last()) {
                let fault = fault!(
                    "the last interval ends: the last row is one such as ≥5",
                    "末行区间有上限；末行应为≥5这样的区间"
                );
                faults.add(at, fault);
            }
            correction_checks::intervals(table, places, faults);
            correction_checks::chain(table, places, faults);
            correction_checks::jumps(table, places, faults);
            correction_checks::direction(table, places, faults);
        }
        let mut tables: Vec<Correction> = self.tables.into_iter().map(|(table, ..)| table).collect();
        tables.sort_by_key(Correction::key);
        tables
    }
}

impl Correction {
    fn new(declared: &Declared, of: Of, rows: Vec<CorrectionRow>) -> Self {
        let by_area = if declared.by_area { correction::BY_AREA } else { 0 };
        Self {
            of,
            kind: declared.kind.packed(),
            flags: declared.between.unwrap_or(0) | by_area | declared.period << correction::PERIOD_SHIFT,
            annex: declared.annex,
            part: declared.part.clone(),
            rows,
        }
    }
}
