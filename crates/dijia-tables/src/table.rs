use csv::{ReaderBuilder, StringRecord};

use crate::column::{self, Column};
use crate::fault::{At, Fault, Faults, fault};
use crate::folder::Folder;
use crate::text::{decoded, trimmed};

/// A CSV file whose first row names the columns.
#[derive(Debug)]
pub(crate) struct Table {
    file: usize,
    header_line: u64,
    headings: Vec<Option<Heading>>,
    records: Vec<(u64, StringRecord)>,
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
}

/// The columns that a table must have, those that it may have, and what else may head one.
pub(crate) struct Columns<'a> {
    pub(crate) required: &'a [Column],
    pub(crate) optional: &'a [Column],
    pub(crate) others: &'a dyn Fn(&str) -> Option<(Column, Of)>,
    /// What the others are called in errors.
    pub(crate) called: &'a str,
}

impl<'a> Columns<'a> {
    pub(crate) fn of(required: &'a [Column], optional: &'a [Column]) -> Self {
        Self { required, optional, others: &|_| None, called: "" }
    }
}

/// One row of a [`Table`] below its header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    line: u64,
    record: &'a StringRecord,
}

/// A cell of a [`Row`], without what surrounds it unseen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: At,
    /// What heads its column.
    pub(crate) heading: &'a str,
}

impl Table {
    /// Reads a file. One that is not there, or has another header than it should, is told, and has no rows.
    pub(crate) fn read(folder: &Folder, name: &str, columns: &Columns<'_>, faults: &Faults) -> Self {
        let (file, bytes) = folder.read(name, faults);
        let mut table = Self { file, header_line: 1, headings: Vec::new(), records: Vec::new(), broken: Vec::new() };
        if let Some(bytes) = bytes {
            table.fill(bytes, columns, faults);
        }
        table
    }

    /// The same for a file that need not be there.
    pub(crate) fn read_if_there(folder: &Folder, name: &str, columns: &Columns<'_>, faults: &Faults) -> Option<Self> {
        folder.has(name).then(|| Self::read(folder, name, columns, faults))
    }

    fn fill(&mut self, bytes: &[u8], columns: &Columns<'_>, faults: &Faults) {
        let Some(text) = decoded(bytes) else {
            let valid = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
            let line = 1 + bytes.iter().take(valid).map(|&byte| u64::from(byte == b'\n')).sum::<u64>();
            faults.add(
                At { file: self.file, line, column: 1 },
                fault!("neither UTF-8 nor GB18030", "既不是UTF-8，也不是GB18030编码"),
            );
            return;
        };
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut header = None;
        let mut record = StringRecord::new();
        let mut lines = Lines::new(text.as_bytes());
        loop {
            let line = lines.of_next_row(reader.position().byte());
            match reader.read_record(&mut record) {
                Ok(true) if record.iter().all(|cell| trimmed(cell).is_empty()) => {}
                Ok(true) if header.is_none() => {
                    self.header_line = line;
                    header = Some(record.clone());
                }
                Ok(true) => self.records.push((line, record.clone())),
                Ok(false) => break,
                Err(error) => {
                    faults.add(At { file: self.file, line, column: 1 }, fault!("{error}", "{error}"));
                    break;
                }
            }
        }
        if !self.set_headings(&header.unwrap_or_default(), columns, faults) {
            // One fault is told once: of a table without columns nothing else is.
            self.headings.clear();
            self.records.clear();
        }
        let columns = self.headings.len();
        for (line, record) in &self.records {
            let found = record.len();
            let is_more = record.iter().skip(columns).any(|cell| !trimmed(cell).is_empty());
            if found < columns || is_more {
                let fault = fault!("{found} cells, but there are {columns} columns", "有{found}格，而表有{columns}列");
                faults.add(At { file: self.file, line: *line, column: 1 }, fault);
                self.broken.push(*line);
            }
        }
    }

    /// Whether the header is one that the table may have.
    fn set_headings(&mut self, header: &StringRecord, columns: &Columns<'_>, faults: &Faults) -> bool {
        let Columns { required, optional, others, called } = columns;
        let mut is_right = true;
        let mut tell = |column, fault| {
            is_right = false;
            faults.add(At { file: self.file, line: self.header_line, column }, fault);
        };
        let filled = header.iter().zip(1..).filter(|(heading, _)| !trimmed(heading).is_empty());
        let width = filled.last().map_or(0, |(_, at)| at);
        let mut headings: Vec<Option<Heading>> = Vec::new();
        for (heading, at) in header.iter().map(trimmed).zip(1..).take(width) {
            let known =
                || required.iter().chain(*optional).chain([&Column::Comment]).find(|column| column.is_named(heading));
            let found = known().map(|&column| (column, Of::Row)).or_else(|| others(heading));
            let Some((column, of)) = found else {
                let is_empty =
                    |(_, record): &(u64, StringRecord)| record.get(at - 1).is_none_or(|cell| trimmed(cell).is_empty());
                if heading.is_empty() && !self.records.iter().all(is_empty) {
                    tell(at, fault!("the column has cells and no name", "此列有内容而没有列名"));
                } else if !heading.is_empty() {
                    let all: Vec<Column> = required.iter().chain(*optional).copied().collect();
                    let english = column::list(&all, Column::english, ", ");
                    let chinese = column::list(&all, Column::chinese, "、");
                    let comma = if called.is_empty() { "" } else { ", " };
                    let fault = fault!(
                        "unknown column {heading:?}: the columns are {english}{comma}{called}",
                        "不认识的列{heading:?}：可有的列为{chinese}",
                    );
                    tell(at, fault);
                }
                headings.push(None);
                continue;
            };
            let is_it = |before: &Option<Heading>| {
                before.as_ref().is_some_and(|before| before.column == column && before.of == of)
            };
            if column != Column::Comment && headings.iter().any(is_it) {
                tell(at, fault!("column {heading:?} is there twice", "列{heading:?}出现两次"));
            }
            headings.push(Some(Heading { column, of, text: heading.to_owned() }));
        }
        for column in *required {
            let has = headings.iter().flatten().any(|heading| heading.column == *column && heading.of == Of::Row);
            if !has {
                let (english, chinese) = (column.english(), column.chinese());
                tell(1, fault!("column {english:?} is missing", "缺少列{chinese:?}"));
            }
        }
        self.headings = headings;
        is_right
    }

    /// The rows in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.all_rows().filter(|row| !row.is_broken())
    }

    /// The same with those of another length.
    pub(crate) fn all_rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { table: self, line: *line, record })
    }

    /// Its columns.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.headings.iter().flatten()
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        self.headings().any(|heading| heading.column == column && heading.of == Of::Row)
    }

    /// The header.
    pub(crate) const fn header(&self) -> At {
        At { file: self.file, line: self.header_line, column: 1 }
    }

    /// The last row, or the header where there is none: what should follow it is missing.
    pub(crate) fn end(&self) -> At {
        let line = self.records.last().map_or(self.header_line, |(line, _)| *line);
        At { file: self.file, line, column: 1 }
    }
}

impl<'a> Row<'a> {
    /// The cell in that column; an empty one where the table does not have the column.
    pub(crate) fn cell(&self, column: Column) -> Cell<'a> {
        let is_it = |heading: &Heading| heading.column == column && heading.of == Of::Row;
        let place = self.table.headings.iter().position(|heading| heading.as_ref().is_some_and(is_it));
        place.map_or(Cell { text: "", at: self.at(), heading: column.english() }, |place| self.cell_at(place))
    }

    /// The cell in that column where the table has it and the cell is not empty.
    pub(crate) fn filled(&self, column: Column) -> Option<Cell<'a>> {
        Some(self.cell(column)).filter(|cell| !cell.text.is_empty())
    }

    /// Every cell under a heading that is not of the row itself.
    pub(crate) fn other_cells(&self) -> impl Iterator<Item = (&'a Heading, Cell<'a>)> + use<'a> {
        let row = *self;
        let headings = self.table.headings.iter().enumerate();
        headings.filter_map(move |(place, heading)| {
            let heading = heading.as_ref().filter(|heading| heading.of != Of::Row)?;
            Some((heading, row.cell_at(place)))
        })
    }

    fn cell_at(&self, place: usize) -> Cell<'a> {
        let heading = self.table.headings.get(place).and_then(Option::as_ref).map_or("", |heading| &heading.text);
        let at = At { column: place + 1, ..self.at() };
        Cell { text: self.record.get(place).map_or("", trimmed), at, heading }
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

impl Cell<'_> {
    /// The fault said of the cell's column.
    pub(crate) fn fault(&self, fault: Fault) -> Fault {
        fault.of(self.heading)
    }
}

/// Counts the lines of a text as a reader goes through it. The reader's own count stops before empty lines and before the
/// second half of a line break that is two bytes long.
struct Lines<'a> {
    text: &'a [u8],
    /// How far lines are counted, and how many there are so far.
    counted: usize,
    breaks: u64,
}

impl<'a> Lines<'a> {
    const fn new(text: &'a [u8]) -> Self {
        Self { text, counted: 0, breaks: 0 }
    }

    /// The line, from 1, of the row that a reader at that byte, which is no earlier than the last, reads next.
    fn of_next_row(&mut self, byte: u64) -> u64 {
        let start = usize::try_from(byte).unwrap_or(self.text.len()).clamp(self.counted, self.text.len());
        let between = self.text[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let next = start + between;
        self.breaks += self.text[self.counted..next].iter().map(|&byte| u64::from(byte == b'\n')).sum::<u64>();
        self.counted = next;
        1 + self.breaks
    }
}
