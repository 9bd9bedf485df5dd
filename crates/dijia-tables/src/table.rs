use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use csv::{ReaderBuilder, StringRecord};

use crate::table_error::{Result, TableError};

/// A CSV file whose first row names the columns.
pub(crate) struct Table {
    path: PathBuf,
    columns: Vec<String>,
    header_line: u64,
    records: Vec<(u64, StringRecord)>,
}

/// One row of a [`Table`] below its header.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    line: u64,
    record: &'a StringRecord,
}

impl Table {
    /// Reads the file, whose columns must be exactly these, in any order.
    pub(crate) fn read(path: PathBuf, columns: &[&str]) -> Result<Self> {
        let text = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(TableError::new(path, 1, "there is no such file"));
            }
            Err(error) => return Err(TableError::new(path, 1, format_args!("cannot be read: {error}"))),
        };
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_slice());
        let mut table = Self { path, columns: Vec::new(), header_line: 1, records: Vec::new() };
        let mut record = StringRecord::new();
        loop {
            let line = line_of_next_row(&text, reader.position().byte());
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) if table.columns.is_empty() => {
                    table.header_line = line;
                    table.columns = record.iter().map(str::to_owned).collect();
                    table.check_columns(columns)?;
                }
                Ok(true) if record.len() != table.columns.len() => {
                    let (found, expected) = (record.len(), table.columns.len());
                    return Err(table.error(line, format_args!("{found} cells, but there are {expected} columns")));
                }
                Ok(true) => table.records.push((line, record.clone())),
                Err(error) => {
                    let reason = match error.kind() {
                        csv::ErrorKind::Utf8 { .. } => "not UTF-8".to_owned(),
                        _ => error.to_string(),
                    };
                    return Err(table.error(line, reason));
                }
            }
        }
        // Without a row there is no header either; what is missing is said of the first column.
        table.check_columns(columns)?;
        Ok(table)
    }

    fn check_columns(&self, columns: &[&str]) -> Result<()> {
        for (index, found) in self.columns.iter().enumerate() {
            if !columns.contains(&found.as_str()) {
                let expected = columns.join(", ");
                let reason = format_args!("unknown column {found:?}: the columns are {expected}");
                return Err(self.error(self.header_line, reason));
            }
            if self.columns.iter().take(index).any(|before| before == found) {
                return Err(self.error(self.header_line, format_args!("column {found:?} is there twice")));
            }
        }
        match columns.iter().find(|&&column| !self.columns.iter().any(|found| found == column)) {
            Some(missing) => Err(self.error(self.header_line, format_args!("column {missing:?} is missing"))),
            None => Ok(()),
        }
    }

    /// The rows in the order of the file.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { table: self, line: *line, record })
    }

    /// The line of the last row, or of the header where there is none: what should follow it is missing.
    pub(crate) fn last_line(&self) -> u64 {
        self.records.last().map_or(self.header_line, |(line, _)| *line)
    }

    pub(crate) fn error(&self, line: u64, reason: impl fmt::Display) -> TableError {
        TableError::new(&self.path, line, reason)
    }
}

impl<'a> Row<'a> {
    /// The cell in that column, which must be one of those that the table was read with.
    pub(crate) fn cell(&self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|name| name == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default()
    }

    pub(crate) const fn line(&self) -> u64 {
        self.line
    }

    /// The file that the row is in.
    pub(crate) fn path(&self) -> &'a Path {
        &self.table.path
    }

    pub(crate) fn error(&self, reason: impl fmt::Display) -> TableError {
        self.table.error(self.line, reason)
    }
}

/// The line, from 1, of the row that a reader at that byte reads next. The reader's own count of lines stops before
/// empty lines and before the second half of a line break that is two bytes long.
fn line_of_next_row(text: &[u8], byte: u64) -> u64 {
    let start = usize::try_from(byte).unwrap_or(text.len()).min(text.len());
    let (before, after) = text.split_at(start);
    let between = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    1 + before.iter().chain(between).map(|&byte| u64::from(byte == b'\n')).sum::<u64>()
}
