use crate::column::{self, Column};
use crate::fault::{At, Fault, Faults, fault};
use crate::folder::Folder;
use crate::heading::Parts;
use crate::printed::{self, Laid, Layout, Title};
use crate::sheet::{self, Line, Placed, Sheet};
use crate::text::trimmed;

/// A CSV file whose heading names the columns.
#[derive(Debug)]
pub(crate) struct Table {
    file: usize,
    header_line: u64,
    headings: Vec<Option<Heading>>,
    records: Sheet,
    /// How many rows are printed, which are not those of the table where it is printed the other way round.
    printed_rows: usize,
    title: Title,
    /// The lines of rows of another length, of which nothing can be read but that they are there.
    broken: Vec<u64>,
}

/// What heads a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) column: Column,
    pub(crate) of: Of,
    /// As it is written.
    pub(crate) text: String,
    /// Its last line.
    pub(crate) at: (u64, usize),
}

/// What the cells of a column are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// What the row says itself.
    Row,
    /// The land use at that place of the edition's list.
    LandUse(u8),
    /// The grade of that spelling.
    Grade(String),
    /// The level of that name.
    Level(String),
    /// A land use, and its grades of that spelling.
    Grades(u8, String),
}

/// The columns that a table must have, those that it may have, and what else may head one.
pub(crate) struct Columns<'a> {
    pub(crate) required: &'a [Column],
    pub(crate) optional: &'a [Column],
    pub(crate) others: &'a dyn Fn(&str) -> Option<(Column, Of)>,
    /// What the others are called in errors.
    pub(crate) called: &'a str,
    /// How it is laid out.
    pub(crate) layout: Layout<'a>,
}

impl<'a> Columns<'a> {
    pub(crate) fn of(required: &'a [Column], optional: &'a [Column]) -> Self {
        Self { required, optional, others: &|_| None, called: "", layout: Layout::Written }
    }

    /// What a heading of that name is of.
    pub(crate) fn find(&self, name: &str) -> Option<(Column, Of)> {
        let known = || self.required.iter().chain(self.optional).chain([&Column::Comment]);
        known().find(|column| column.is_named(name)).map(|&column| (column, Of::Row)).or_else(|| (self.others)(name))
    }
}

/// One row of a [`Table`] below its header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    line: u64,
    place: usize,
}

/// A cell of a [`Row`], without what surrounds it unseen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: At,
    /// What heads its column.
    pub(crate) heading: &'a str,
    /// The printed row that it stands in, from 1, where that is not the row that it is read in.
    pub(crate) row: Option<u16>,
}

impl Table {
    /// Reads a file. One that is not there, or has another header than it should, is told, and has no rows.
    pub(crate) fn read(folder: &Folder, name: &str, columns: &Columns<'_>, faults: &Faults) -> Self {
        let (file, bytes) = folder.read(name, faults);
        let mut table = Self {
            file,
            header_line: 1,
            headings: Vec::new(),
            records: Sheet::new(),
            printed_rows: 0,
            title: Title::default(),
            broken: Vec::new(),
        };
        if let Some(sheet) = bytes.and_then(|bytes| sheet::read(bytes, file, faults)) {
            table.fill(sheet, columns, faults);
        }
        table
    }

    /// The same for a file that need not be there.
    pub(crate) fn read_if_there(folder: &Folder, name: &str, columns: &Columns<'_>, faults: &Faults) -> Option<Self> {
        folder.has(name).then(|| Self::read(folder, name, columns, faults))
    }

    fn fill(&mut self, sheet: Sheet, columns: &Columns<'_>, faults: &Faults) {
        let laid = match columns.layout {
            Layout::Written => printed::plain(sheet),
            layout => printed::laid(sheet, layout),
        };
        let Laid { headings, header_line, rows, printed_rows, title, parts, beyond } = laid;
        (self.header_line, self.records, self.printed_rows, self.title) = (header_line, rows, printed_rows, title);
        if let Some(Placed { line, column, .. }) = beyond {
            faults.add(At { file: self.file, line, column }, nameless());
        }
        if !self.set_headings(&headings, columns, faults) {
            // One fault is told once: of a table without columns nothing else is.
            self.headings.clear();
            self.records.clear();
        }
        let (columns, in_one) = (self.headings.len() * parts, self.headings.len());
        for record in &self.records {
            let (found, line) = (record.cells.len(), record.line);
            if found < in_one || record.width() > in_one {
                let fault = fault!("{found} cells, but there are {columns} columns", "有{found}格，而表有{columns}列");
                faults.add(At { file: self.file, line, column: 1 }, fault);
                self.broken.push(line);
            }
        }
    }

    /// Whether the header is one that the table may have.
    fn set_headings(&mut self, header: &[Parts], columns: &Columns<'_>, faults: &Faults) -> bool {
        let mut is_right = true;
        let mut tell = |(line, column), fault| {
            is_right = false;
            faults.add(At { file: self.file, line, column }, fault);
        };
        let width = header.iter().rposition(|heading| !heading.text().is_empty()).map_or(0, |place| place + 1);
        let mut headings: Vec<Option<Heading>> = Vec::new();
        let mut is_listed = false;
        for (place, heading) in header.iter().enumerate().take(width) {
            let at = heading.last().map_or((self.header_line, place + 1), |cell| (cell.line, cell.column));
            let text = heading.text();
            let named = heading.names().iter().find_map(|name| columns.find(name));
            let at_corner = || corner(header, &self.records, columns).map(|column| (column, Of::Row));
            let found = match named {
                // 土地级别 may name the grades at its right.
                None | Some((Column::Grade, Of::Row)) if place == 0 => at_corner().or(named),
                _ => named,
            };
            let Some((column, of)) = found else {
                if text.is_empty() && !self.records.iter().all(|record| record.text(place).is_empty()) {
                    tell(at, nameless());
                } else if !text.is_empty() && is_listed {
                    tell(at, fault!("unknown column {text:?}", "不认识的列{text:?}"));
                } else if !text.is_empty() {
                    is_listed = true;
                    tell(at, unknown(&text, columns));
                }
                headings.push(None);
                continue;
            };
            let is_it = |before: &Option<Heading>| {
                before.as_ref().is_some_and(|before| {
                    before.column == column && before.of == of && !(column.may_be_several() && before.text != text)
                })
            };
            // Land uses whose grades are not the same stand beside grades of their own.
            let of_own = |before: usize| {
                column == Column::Grade && headings[before..].iter().flatten().any(|heading| heading.of != Of::Row)
            };
            if column != Column::Comment && headings.iter().rposition(is_it).is_some_and(|before| !of_own(before)) {
                tell(at, fault!("column {text:?} is there twice", "列{text:?}出现两次"));
            }
            headings.push(Some(Heading { column, of, text, at }));
        }
        for column in columns.required {
            let has = headings.iter().flatten().any(|heading| heading.column == *column && heading.of == Of::Row);
            if !has {
                let (english, chinese) = (column.english(), column.chinese());
                tell((self.header_line, 1), fault!("column {english:?} is missing", "缺少列{chinese:?}"));
            }
        }
        self.headings = headings;
        is_right
    }

    /// Reads what a column is otherwise than its heading alone says.
    pub(crate) fn reread(&mut self, of: impl Fn(&[Option<Heading>], &Heading) -> Column) {
        for place in 0..self.headings.len() {
            let column = self.headings[place].as_ref().map(|heading| of(&self.headings, heading));
            if let (Some(heading), Some(column)) = (&mut self.headings[place], column) {
                heading.column = column;
            }
        }
    }

    /// Gives what merged cells say to every row that they stand for: an empty cell of a key that has another key at its right is
    /// what is above it.
    pub(crate) fn fill_down(&mut self, keys: &[Column]) {
        let is_key = |heading: &Option<Heading>| {
            heading.as_ref().is_some_and(|heading| heading.of == Of::Row && keys.contains(&heading.column))
        };
        let Some(last) = self.headings.iter().rposition(is_key) else { return };
        for place in (0..last).filter(|&place| is_key(&self.headings[place])) {
            let mut above: Option<String> = None;
            for cell in self.records.iter_mut().filter_map(|record| record.cells.get_mut(place)) {
                match &above {
                    Some(above) if cell.text.is_empty() => cell.text.clone_from(above),
                    _ => above = Some(cell.text.clone()),
                }
            }
        }
    }

    /// The rows in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.all_rows().filter(|row| !row.is_broken())
    }

    /// The same with those of another length.
    pub(crate) fn all_rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.records.iter().enumerate().map(|(place, record)| Row { table: self, line: record.line, place })
    }

    /// The line of the first row that has more or fewer cells than it should.
    pub(crate) fn first_broken(&self) -> Option<u64> {
        self.broken.iter().min().copied()
    }

    /// How many rows are printed.
    pub(crate) const fn printed_rows(&self) -> usize {
        self.printed_rows
    }

    /// The unit that the title says, and where.
    pub(crate) fn unit(&self) -> Option<(&str, At)> {
        let unit = self.title.unit.as_ref()?;
        Some((&unit.text, At { file: self.file, line: unit.line, column: unit.column }))
    }

    /// Where the title says that the figures are of floor.
    pub(crate) fn floor_in_title(&self) -> Option<At> {
        let Placed { line, column, .. } = self.title.of_floor.as_ref()?;
        Some(At { file: self.file, line: *line, column: *column })
    }

    /// Its columns.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.headings.iter().flatten()
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        self.count(column) > 0
    }

    /// How many columns of the row itself are of that kind.
    pub(crate) fn count(&self, column: Column) -> usize {
        self.headings().filter(|heading| heading.column == column && heading.of == Of::Row).count()
    }

    /// Where a heading stands.
    pub(crate) const fn at(&self, heading: &Heading) -> At {
        let (line, column) = heading.at;
        At { file: self.file, line, column }
    }

    /// The header.
    pub(crate) const fn header(&self) -> At {
        At { file: self.file, line: self.header_line, column: 1 }
    }

    /// The last line, or the header where there is none: what should follow it is missing.
    pub(crate) fn end(&self) -> At {
        let cells = self.records.iter().flat_map(|record| &record.cells);
        let line = cells.map(|cell| cell.line).max().unwrap_or(self.header_line);
        At { file: self.file, line, column: 1 }
    }
}

impl<'a> Row<'a> {
    /// The cell in that column; an empty one where the table does not have the column.
    pub(crate) fn cell(&self, column: Column) -> Cell<'a> {
        let is_it = |heading: &Heading| heading.column == column && heading.of == Of::Row;
        let place = self.table.headings.iter().position(|heading| heading.as_ref().is_some_and(is_it));
        let none = Cell { text: "", at: self.at(), heading: column.english(), row: None };
        place.map_or(none, |place| self.cell_at(place))
    }

    /// The cell in that column where the table has it and the cell is not empty.
    pub(crate) fn filled(&self, column: Column) -> Option<Cell<'a>> {
        Some(self.cell(column)).filter(|cell| !cell.text.is_empty())
    }

    /// Every cell under a heading.
    pub(crate) fn all_cells(&self) -> impl Iterator<Item = (&'a Heading, Cell<'a>)> + use<'a> {
        let row = *self;
        let headings = self.table.headings.iter().enumerate();
        headings.filter_map(move |(place, heading)| Some((heading.as_ref()?, row.cell_at(place))))
    }

    /// Every cell under a heading that is not of the row itself.
    pub(crate) fn other_cells(&self) -> impl Iterator<Item = (&'a Heading, Cell<'a>)> + use<'a> {
        self.all_cells().filter(|(heading, _)| heading.of != Of::Row)
    }

    fn cell_at(&self, place: usize) -> Cell<'a> {
        let heading = self.table.headings.get(place).and_then(Option::as_ref).map_or("", |heading| &heading.text);
        let Some(Placed { text, line, column, row }) = self.record().cells.get(place) else {
            return Cell { text: "", at: At { column: place + 1, ..self.at() }, heading, row: None };
        };
        Cell { text, at: At { file: self.table.file, line: *line, column: *column }, heading, row: *row }
    }

    fn record(&self) -> &'a Line {
        &self.table.records[self.place]
    }

    /// Whether it has more or fewer cells than it should, which has been told.
    pub(crate) fn is_broken(&self) -> bool {
        self.table.broken.contains(&self.line)
    }

    pub(crate) const fn line(&self) -> u64 {
        self.line
    }

    /// The row as a whole.
    pub(crate) const fn at(&self) -> At {
        At { file: self.table.file, line: self.line, column: 1 }
    }
}

impl<'a> Cell<'a> {
    /// A cell that has another figure in brackets behind its own, as `1590(106)`, as two.
    pub(crate) fn with_brackets(&self) -> Option<(Self, Self)> {
        let (before, rest) = self.text.split_once(['(', '（'])?;
        let inner = rest.strip_suffix([')', '）'])?;
        let of = |text: &'a str| Cell { text: trimmed(text), ..*self };
        Some((of(before), of(inner))).filter(|(before, _)| !before.text.is_empty())
    }

    /// The fault said of the cell's column.
    pub(crate) fn fault(&self, fault: Fault) -> Fault {
        fault.of(self.heading)
    }
}

/// What the first column of a printed table holds where its heading, the corner of the table, does not say it, as 级别＼用途 does
/// not: grades that are written as such, or land uses.
fn corner(header: &[Parts], records: &[Line], columns: &Columns<'_>) -> Option<Column> {
    let Layout::Either(words) = columns.layout else { return None };
    let is_named = |column: Column| {
        let names = |heading: &Parts| heading.names();
        header.iter().skip(1).flat_map(names).any(|name| column.is_named(&name))
    };
    let are_all = |is_it: &dyn Fn(&str) -> bool| {
        let mut cells = records.iter().map(|record| record.text(0)).filter(|text| !text.is_empty()).peekable();
        cells.peek().is_some() && cells.all(is_it)
    };
    // A bare number may count the rows.
    let is_grade = |text: &str| (words.is_grade)(text) && !text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_named(Column::Grade) && are_all(&is_grade) {
        return Some(Column::Grade);
    }
    (!is_named(Column::LandUse) && are_all(words.is_land_use)).then_some(Column::LandUse)
}

fn nameless() -> Fault {
    fault!("the column has cells and no name", "此列有内容而没有列名")
}

/// A heading that is none of the columns.
fn unknown(text: &str, columns: &Columns<'_>) -> Fault {
    let all: Vec<Column> = columns.required.iter().chain(columns.optional).copied().collect();
    let english = column::list(&all, Column::english, ", ");
    let chinese = column::list(&all, Column::chinese, "、");
    let (comma, called) = (if columns.called.is_empty() { "" } else { ", " }, columns.called);
    fault!(
        "unknown column {text:?}: the columns are {english}{comma}{called}; what nothing is to read is headed comment",
        "不认识的列{text:?}：可有的列为{chinese}；不必读入的列以\"备注\"为列名",
    )
}
