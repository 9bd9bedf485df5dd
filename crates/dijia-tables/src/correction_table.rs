use dijia_core::layout::correction;
use dijia_core::{Decimal, DecimalText, Interval, compare, parse_decimal};

use crate::cell::positive;
use crate::column::Column;
use crate::correction::{Correction, CorrectionRow, Declared, Kind, Lists, Of};
use crate::correction_checks::{self, Assumed, LEVELS};
use crate::correction_key::Key;
use crate::fault::{At, Fault, Faults, fault};
use crate::folder::Folder;
use crate::grade::Grade;
use crate::heading::{self, Parts};
use crate::interval;
use crate::price::a_day;
use crate::printed::{Bands, Layout};
use crate::table::{Cell, Columns, Heading, Of as OfHeading, Row, Table};
use crate::text::{is_day, is_nothing, narrowed};

/// The tables of corrections read so far.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    tables: Vec<ReadTable>,
}

/// A table, and where its rows were read.
#[derive(Debug)]
struct ReadTable {
    table: Correction,
    figures: Vec<At>,
    /// Where each row says what it is of.
    keys: Vec<At>,
}

/// A cell of figures: what it is for, and its row but for the figure.
struct Figure<'a> {
    scopes: Vec<Of>,
    key: Option<(Key, At)>,
    level: Option<String>,
    cell: Cell<'a>,
    row: u16,
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
    let its_name = declared.name.as_deref().filter(|_| declared.kind == Kind::Coefficients).map(heading::tidy);
    // With its unit behind it, 深度(米); or as what is corrected, 用途 of 用途修正.
    let is_its_name = |text: &str| {
        let is_it = |heading: &String, name: &str| heading.as_str() == name || is_corrected(heading, name);
        its_name.as_ref().is_some_and(|name| Parts::of(text).names().iter().any(|heading| is_it(heading, name)))
    };
    let others = |heading: &str| {
        if is_its_name(heading) {
            return Some((Column::Condition, OfHeading::Row));
        }
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
        is_its_name(name) || names.iter().any(|name| key.is_some_and(|key| key.is_named(name)))
    };
    let is_value = |name: &str| Parts::of(name).names().iter().any(|name| value.is_named(name));
    let columns = Columns {
        required: &required,
        optional: &optional,
        others: &others,
        called: if key.is_some() { "and grades and land uses" } else { "and levels" },
        layout: Layout::Bands(Bands { is_key: &is_key, is_value: &is_value }),
    };
    let file = declared.file.as_deref().unwrap_or_default();
    let mut table = Table::read(folder, file, &columns, lists.faults);
    table.reread(factors);
    // The land uses that such a table is of are its levels, where it has no others.
    if !table.has(Column::Level) && !table.headings().any(|heading| matches!(heading.of, OfHeading::Level(_))) {
        table.reread(|_, heading| match heading.column {
            Column::LandUse if is_its_name(&heading.text) => Column::Condition,
            column => column,
        });
    }
    table.fill_down(&[Column::LandUse, Column::Grade, Column::Factor, Column::Level]);
    if table.headings().next().is_none() {
        return;
    }
    level_misspelled(&table, lists.faults);
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

/// Whether a heading is what a coefficient of that name corrects for: 用途 of 用途修正.
fn is_corrected(heading: &str, name: &str) -> bool {
    ["修正", "修正系数", "系数"].contains(&name.strip_prefix(heading).unwrap_or_default())
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

/// A level that stands where the trade's five have another, as one that is misspelled does, is warned of.
fn level_misspelled(table: &Table, faults: &Faults) {
    let levels = || {
        table.headings().filter_map(|heading| match &heading.of {
            OfHeading::Level(level) => Some(level.as_str()),
            _ => None,
        })
    };
    let missing: Vec<&str> = LEVELS.into_iter().filter(|level| !levels().any(|found| found == *level)).collect();
    let others: Vec<&str> = levels().filter(|level| !LEVELS.contains(level)).collect();
    if let ([missing], [other]) = (&missing[..], &others[..]) {
        let fault = fault!(
            "{other} stands among the levels where {missing} may be meant: compare it with the print",
            "优劣程度中有{other}而没有{missing}，请与原表核对"
        );
        faults.warn(table.header(), fault);
    }
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
        Some(column) => {
            let cell = row.cell(column);
            Some((cell.parsed(faults, |text| Key::read(text, column, declared.between))?, cell.at))
        }
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
    if let Some(day) = row.filled(Column::Condition).filter(|cell| is_day(cell.text)) {
        faults.add(day.at, day.fault(a_day(day.text)));
        return None;
    }
    if let Some(cell) = row.filled(value) {
        // What a coefficient is of, as a depth, is the level and its condition in one.
        let level = row.filled(Column::Level).or_else(|| row.filled(Column::Condition));
        let level = level.and_then(|cell| cell.name(faults)).map(str::to_owned);
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
        let stated = row.filled(Column::Condition);
        let is_interval = |level: &&String| interval::parse(level).is_some();
        let condition = stated.map(|cell| cell.text.to_owned());
        let condition = condition.or_else(|| level.as_ref().filter(is_interval).cloned());
        // A level that is no interval is not its own condition.
        let condition = condition.filter(|text| level.as_ref() != Some(text) || is_interval(&text));
        let Some(value) = value else { return };
        if matches!(declared.kind, Kind::Factors | Kind::Coefficients) && level.is_none() {
            faults.add(cell.at, cell.fault(fault!("it has no level", "未填优劣程度")));
            return;
        }
        let (of, key_at) = key.unzip();
        let (key, open, interval) = match of {
            None => (None, 0, condition.as_deref().and_then(interval::parse)),
            Some(Key::At { value, open }) => (Some(value), open, None),
            Some(Key::Interval(interval)) => (None, 0, Some(interval)),
        };
        let row = CorrectionRow { value, key, level, condition, interval, row: number };
        for of in &scopes {
            self.push(
                declared,
                of,
                row.clone(),
                open,
                [cell.at, key_at.or(stated.map(|cell| cell.at)).unwrap_or(cell.at)],
                faults,
            );
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
            let table = Correction::new(declared, of.clone(), rows.to_vec());
            let places = vec![at; rows.len()];
            self.tables.push(ReadTable { table, figures: places.clone(), keys: places });
        }
    }

    fn table(&mut self, kind: Kind, of: &Of) -> Option<&mut ReadTable> {
        self.tables.iter_mut().rev().find(|read| read.table.kind == kind.packed() && read.table.of == *of)
    }

    fn push(
        &mut self,
        declared: &Declared,
        of: &Of,
        row: CorrectionRow,
        open: u8,
        [at, key_at]: [At; 2],
        faults: &Faults,
    ) {
        let is_by_level = declared.kind == Kind::Factors || declared.kind == Kind::Coefficients;
        if self.table(declared.kind, of).is_none() {
            let table = Correction::new(declared, of.clone(), Vec::new());
            self.tables.push(ReadTable { table, figures: Vec::new(), keys: Vec::new() });
        }
        let Some(ReadTable { table, figures, keys }) = self.table(declared.kind, of) else { return };
        let mut place = table.rows.len();
        if is_by_level {
            if table.rows.iter().any(|before| before.level == row.level) {
                let level = row.level.as_deref().unwrap_or_default();
                faults.add(at, fault!("level {level} is there twice", "{level}出现两次"));
            }
        } else if declared.kind == Kind::Costs {
            // By service, in whatever order they are printed.
            place = table.rows.partition_point(|before| before.key < row.key);
            if table.rows.get(place).is_some_and(|other| other.key == row.key) {
                faults.add(at, fault!("the service is there twice", "此项基础设施出现两次"));
            }
        } else if let Some(interval) = &row.interval {
            // From the lowest, in whatever order they are printed.
            let is_before = |before: &Interval| interval::ascending(before, interval).is_le();
            place = table.rows.partition_point(|before| before.interval.as_ref().is_some_and(is_before));
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
        table.rows.insert(place, row);
        figures.insert(place, at);
        keys.insert(place, key_at);
    }

    /// Adds what a level is given for to the tables that have the level.
    fn add_condition(&mut self, figure: &Figure<'_>, faults: &Faults) {
        let Some(text) = Some(figure.cell.text).filter(|text| !is_nothing(text)) else { return };
        if is_day(text) {
            faults.add(figure.cell.at, figure.cell.fault(a_day(text)));
            return;
        }
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
            for ReadTable { table, .. } in self.tables.iter_mut().filter(|read| is_it(&read.table)) {
                for row in table.rows.iter_mut().filter(|row| row.level == figure.level) {
                    found = true;
                    row.condition = Some(text.to_owned());
                    row.interval = interval::parse(text);
                }
            }
            if !found {
                let fault = fault!("no table has that level", "没有此因素此优劣程度的修正值");
                faults.add(figure.cell.at, figure.cell.fault(fault));
            }
        }
    }

    /// The tables, sorted as an edition file has them.
    pub(crate) fn finish(self, assumed: &[Assumed], faults: &Faults) -> Vec<Correction> {
        let read: Vec<(&Correction, &[At])> = self.tables.iter().map(|read| (&read.table, &read.figures[..])).collect();
        correction_checks::at_the_basis(&read, assumed, faults);
        let mut tables = Vec::new();
        for ReadTable { mut table, figures, keys } in self.tables {
            correction_checks::intervals(&table, &keys, faults);
            correction_checks::chain(&table, &figures, faults);
            correction_checks::jumps(&table, &figures, faults);
            correction_checks::gaps(&table, &figures, faults);
            correction_checks::magnitudes(&table, &figures, faults);
            correction_checks::direction(&table, &figures, faults);
            table.open_ends();
            tables.push(table);
        }
        tables.sort_by_key(Correction::key);
        tables
    }
}

impl Correction {
    fn new(declared: &Declared, of: Of, rows: Vec<CorrectionRow>) -> Self {
        let by_area = if declared.by_area { correction::BY_AREA } else { 0 };
        let between = declared.between.map_or(0, |between| (between as u8) << correction::BETWEEN_SHIFT);
        Self {
            of,
            kind: declared.kind.packed(),
            flags: between | by_area | declared.period << correction::PERIOD_SHIFT,
            annex: declared.annex,
            part: declared.part.clone(),
            rows,
        }
    }
    /// Whether its rows are intervals.
    pub(crate) fn has_intervals(&self) -> bool {
        matches!(self.kind, correction::PLOT_RATIO | correction::TERM)
            && self.rows.iter().any(|row| row.interval.is_some())
    }

    /// Of a table of intervals, which of its ends are open.
    fn open_ends(&mut self) {
        let (Some(first), Some(last), true) = (self.rows.first(), self.rows.last(), self.has_intervals()) else {
            return;
        };
        let ends = [
            (first.interval.map(|it| it.low), correction::OPEN_BELOW),
            (last.interval.map(|it| it.high), correction::OPEN_ABOVE),
        ];
        self.flags |= ends.into_iter().filter(|(end, _)| *end == Some(None)).fold(0, |flags, (_, flag)| flags | flag);
    }
}
