//! The rows of a table of prices: what each is of, its prices, and what it states of their basis.

use std::collections::BTreeMap;

use crate::annex::ZoneNumbers;
use crate::basis::{BASIS, Scope, Source, Stated, Statement};
use crate::column::Column;
use crate::coverage::Coverage;
use crate::fault::{At, fault};
use crate::grade::Grade;
use crate::heading::{is_silent, tidy};
use crate::price::{Cells, Figures, Price, Zone};
use crate::price_table::{Filled, MEASURES, Reader, Visit, ZoneVisit};
use crate::table::{Cell, Heading, Of, Row};
use crate::text::is_nothing;

/// A price's place in a row: of a land use, and of a grade where the columns are of grades.
type Slot = (u8, Option<Grade>);

/// What a row has in the columns of a price: its figures, what it states of that price alone, and its grade where each land use
/// has one of its own.
#[derive(Default)]
struct Slotted<'a> {
    cells: Cells<'a>,
    stated: Stated,
    grade: Option<Cell<'a>>,
}

/// What a row is of.
struct RowOf {
    area: u8,
    /// The land use that the row names.
    land_use: Option<u8>,
    grade: Option<Grade>,
    zone: Option<Zone>,
    zone_name: Option<String>,
    /// Where it is printed.
    number: u16,
}

impl RowOf {
    fn scope(&self, land_use: u8, grade: Option<Grade>) -> Scope {
        let zone = self.zone.as_ref().map(Zone::normal);
        Scope { area: Some(self.area), land_use: Some(land_use), of_several: false, grade, zone }
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn read_row(&mut self, row: Row<'a>, line: u16) {
        let Some(of) = self.row_of(row, line) else { return };
        self.state_in_words(row, &of);
        for (slot, slotted) in self.slots(row, of.land_use) {
            self.read_slot(row, &of, slot, slotted);
        }
        self.state_of_row(row, &of);
    }

    /// What a row is of; none where that cannot be read.
    fn row_of(&mut self, row: Row<'_>, line: u16) -> Option<RowOf> {
        let Self { annex, table, .. } = *self;
        let area = match annex.areas[..] {
            [area] if !table.has(Column::Area) => Some(area),
            _ => self.named_area(row),
        };
        let land_use = if table.has(Column::LandUse) { Some(self.named_use(row)?) } else { None };
        let number = self.sequence(row, line, area, land_use);
        let area = area?;
        let (zone, of_zone) = if annex.of_zones { self.zone(row)? } else { (None, None) };
        let grade = self.grade(row, zone.as_ref(), of_zone)?;
        let name = row.filled(Column::Name).filter(|_| zone.is_some());
        let zone_name = name.and_then(|cell| cell.name(self.context.faults)).map(str::to_owned);
        Some(RowOf { area, land_use, grade, zone, zone_name, number })
    }

    /// The zone of a row and the grade that its code names.
    fn zone(&mut self, row: Row<'_>) -> Option<(Option<Zone>, Option<Grade>)> {
        let (faults, cell) = (self.context.faults, row.cell(Column::Zone));
        let is_a_name = self.annex.zone_numbers == ZoneNumbers::Names;
        let named = cell.name(faults).is_some();
        let parsed = named.then(|| cell.parsed(faults, |text| Zone::parse(text, is_a_name))).flatten();
        if parsed.is_none() {
            self.skip_zone();
        }
        parsed.map(|(zone, grade)| (Some(zone), grade))
    }

    /// The grade of a row: that of its own cell, or the one that the code of its zone names. None where the cell cannot be
    /// read.
    #[allow(clippy::option_option, reason = "that a row has no grade is not that it cannot be read")]
    fn grade(&self, row: Row<'_>, zone: Option<&Zone>, of_zone: Option<Grade>) -> Option<Option<Grade>> {
        let (context, cell) = (self.context, row.cell(Column::Grade));
        if self.has_grades_beside || !self.table.has(Column::Grade) || (self.annex.of_zones && is_nothing(cell.text)) {
            return Some(of_zone);
        }
        let grade = cell.parsed(context.faults, |text| context.grades.parse(text))?;
        if let (Some(of_zone), Some(zone)) = (of_zone, zone)
            && of_zone != grade
        {
            let (zone, grade) = (&zone.text, context.grades.said(&grade));
            context.faults.add(cell.at, fault!("zone {zone} is not of grade {grade}", "区片{zone}不属{grade}级"));
        }
        Some(Some(grade))
    }

    /// Holds what a row says in words.
    fn state_in_words(&mut self, row: Row<'a>, of: &RowOf) {
        let context = self.context;
        let only = of.land_use.or(match self.annex.land_uses[..] {
            [land_use] => Some(land_use),
            _ => None,
        });
        let area = Some(of.area);
        let about = |land_use: Option<u8>, grade: Option<&Grade>| match (&of.zone, grade) {
            (Some(zone), _) => Some(zone.text.clone()),
            (None, Some(grade)) => {
                let land_use = land_use.map(|land_use| context.land_uses.said(land_use).1);
                Some(format!("{}{}", land_use.unwrap_or_default(), context.grades.said(grade)))
            }
            (None, None) => None,
        };
        let mut said = Vec::new();
        if let Some(about) = about(only, of.grade.as_ref()) {
            let range = row.filled(Column::Range).and_then(|cell| cell.text(context.faults)).map(str::to_owned);
            said.extend(of.zone_name.clone().into_iter().chain(range).map(|text| (about.clone(), text)));
        }
        for (heading, cell, of_use) in self.graded_cells(row) {
            if heading.column != Column::Particular || is_nothing(cell.text) {
                continue;
            }
            let beside = match &heading.of {
                Of::Grade(grade) => Some(grade.as_str()),
                _ => of_use.map(|cell| cell.text),
            };
            let beside = beside.and_then(|text| context.grades.parse(text).ok());
            let grade = beside.as_ref().or(of.grade.as_ref());
            let land_use = if let Of::LandUse(land_use) = heading.of { Some(land_use) } else { only };
            let Some(about) = about(land_use, grade) else { continue };
            // The lines of a heading that name the price say nothing of it.
            let names_it = |line: &&str| context.land_uses.find(line).is_some() || context.grades.parse(line).is_ok();
            let lines = cell.heading.split(' ').filter(|line| !names_it(line));
            let label: Vec<&str> = lines.skip_while(|line| is_silent(&tidy(line))).collect();
            said.push((about, format!("{}：{}", label.join(" "), cell.text)));
        }
        self.figured.coverage.extend(said.into_iter().map(|(about, text)| Coverage { about, text, area }));
    }

    /// The cells of a row, each with the grade at its left where land uses stand beside grades of their own.
    fn graded_cells(&self, row: Row<'a>) -> impl Iterator<Item = (&'a Heading, Cell<'a>, Option<Cell<'a>>)> + use<'a> {
        let has_grades_beside = self.has_grades_beside;
        row.all_cells().scan(None, move |grade, (heading, cell)| {
            if has_grades_beside && heading.column == Column::Grade && heading.of == Of::Row {
                *grade = Some(cell);
            }
            Some((heading, cell, *grade))
        })
    }

    /// Reads a price of a row.
    fn read_slot(&mut self, row: Row<'_>, of: &RowOf, (land_use, of_column): Slot, slotted: Slotted<'_>) {
        let context = self.context;
        let Slotted { cells, stated, grade: of_use_cell } = slotted;
        let is_without = |cell: &Cell<'_>| is_nothing(cell.text) && (of.zone.is_some() || cells.are_nothing());
        let of_use = match of_use_cell.filter(|cell| !is_without(cell)) {
            None => None,
            Some(cell) => match cell.parsed(context.faults, |text| context.grades.parse(text)) {
                None => return,
                of_use => of_use,
            },
        };
        let at = cells.all().next().map_or(row.at(), |cell| cell.at);
        let grade_at = match of_use_cell.filter(|_| of.zone.is_none()) {
            _ if of_column.is_some() => at,
            Some(cell) => cell.at,
            None => row.cell(Column::Grade).at,
        };
        let grade = of_column.or(of_use).or_else(|| of.grade.clone());
        let filled = match (cells.are_empty(), cells.are_nothing()) {
            (true, _) => Filled::Empty,
            (_, true) => Filled::Stroke,
            _ => Filled::Price,
        };
        match (&of.zone, &grade) {
            (Some(zone), _) => {
                let (zone, at) = (zone.clone(), row.cell(Column::Zone).at);
                let visit = ZoneVisit { area: of.area, land_use, grade: grade.clone(), zone, at };
                self.figured.zones.push(Some(visit));
            }
            (None, Some(grade)) => {
                let (annex, area, grade, at) = (self.place, of.area, grade.clone(), grade_at);
                let is_behind_broken = self.table.first_broken().is_some_and(|line| line < row.line());
                self.figured.visits.push(Visit { annex, area, land_use, grade, filled, is_behind_broken, at });
            }
            (None, None) => {}
        }
        if of.zone.is_some() && filled == Filled::Empty {
            let fault = fault!(
                "a price is expected, the cell is empty: a zone without one has a stroke, ———",
                "此格应有价格；没有价格的区片填———",
            );
            context.faults.add(at, fault);
        }
        if filled == Filled::Price {
            self.state(of.scope(land_use, grade.clone()), stated, row, of.number);
            self.push(of, land_use, grade, cells, at);
        }
    }

    fn push(&mut self, of: &RowOf, land_use: u8, grade: Option<Grade>, cells: Cells<'_>, at: At) {
        let Some(figures) = cells.read(self.context.faults) else { return };
        let Figures { figure, per_floor, is_lower_bound, from_mu, per_mu, floor } = figures;
        let at_of = |cell: Option<Cell<'_>>| cell.map_or(at, |cell| cell.at);
        self.figured.prices.push(Price {
            area: of.area,
            land_use,
            grade,
            zone: of.zone.clone(),
            zone_name: of.zone_name.clone(),
            figure,
            per_floor,
            is_lower_bound,
            from_mu,
            per_mu,
            floor,
            annex: self.place,
            row: cells.all().next().and_then(|cell| cell.row).unwrap_or(of.number),
            at,
            per_mu_at: at_of(cells.per_mu.or(cells.yuan_per_mu)),
            floor_at: at_of(cells.floor),
        });
    }

    /// The cells of each price of a row, and what the row states of it alone.
    fn slots(&self, row: Row<'a>, land_use: Option<u8>) -> BTreeMap<Slot, Slotted<'a>> {
        let mut slots: BTreeMap<Slot, Slotted<'a>> = BTreeMap::new();
        let only = || land_use.or_else(|| self.annex.land_uses.first().copied());
        let unit = self.unit;
        let put = |cells: &mut Cells<'a>, column, cell: Cell<'a>| match (column, cell.with_brackets(), unit.in_brackets)
        {
            (Column::YuanPerSquareMetre, Some((land, per_mu)), Some(in_brackets)) => {
                cells.put(column, land);
                cells.put(in_brackets, per_mu);
            }
            _ => cells.put(column, cell),
        };
        for (Heading { column, of, .. }, cell, of_use) in self.graded_cells(row) {
            let slot = match of {
                Of::LandUse(land_use) => (*land_use, None),
                Of::Grade(grade) => match (only(), self.context.grades.parse(grade)) {
                    (Some(land_use), Ok(grade)) => (land_use, Some(grade)),
                    _ => continue,
                },
                Of::Row | Of::Level(_) | Of::Grades(..) => continue,
            };
            let slotted = slots.entry(slot).or_default();
            slotted.grade = slotted.grade.or(of_use);
            if MEASURES.contains(column) {
                put(&mut slotted.cells, *column, cell);
            } else if *column == Column::Grade {
                slotted.grade = Some(cell);
            } else {
                slotted.stated.add(*column, cell, self.context);
            }
        }
        if let Some(land_use) = only()
            && MEASURES.iter().any(|&column| self.table.has(column))
        {
            let slotted = slots.entry((land_use, None)).or_default();
            for column in MEASURES.into_iter().filter(|&column| self.table.has(column)) {
                put(&mut slotted.cells, column, row.cell(column));
            }
        }
        slots
    }

    fn state(&mut self, of: Scope, stated: Stated, row: Row<'_>, sequence: u16) {
        if stated != Stated::default() {
            let source = Source { annex: Some(self.place), part: None, row: Some(sequence) };
            self.figured.statements.push(Statement { of, stated, source, at: row.at() });
        }
    }

    /// What a row states of all its prices.
    fn state_of_row(&mut self, row: Row<'_>, of: &RowOf) {
        let mut stated = Stated::default();
        for column in BASIS {
            if self.table.has(column) {
                stated.add(column, row.cell(column), self.context);
            }
        }
        let only = match self.annex.land_uses[..] {
            [land_use] => Some(land_use),
            _ => of.land_use,
        };
        let uses = only.map_or_else(|| self.annex.land_uses.clone(), |land_use| vec![land_use]);
        for land_use in uses {
            self.state(of.scope(land_use, of.grade.clone()), stated.clone(), row, of.number);
        }
    }
}
