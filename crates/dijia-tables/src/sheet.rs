use csv::{ReaderBuilder, StringRecord};

use crate::fault::{At, Faults, fault};
use crate::text::{decoded, trimmed};

/// The lines of a file that say something, as they stand in it.
pub(crate) type Sheet = Vec<Line>;

/// A line of a file, or what is read as one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) line: u64,
    pub(crate) cells: Vec<Placed>,
}

/// A cell without what surrounds it unseen, and where it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Placed {
    pub(crate) text: String,
    pub(crate) line: u64,
    /// From 1.
    pub(crate) column: usize,
    /// The printed row, from 1, of a cell that is read in another row than it is printed in.
    pub(crate) row: Option<u16>,
}

impl Line {
    pub(crate) fn text(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", |cell| cell.text.as_str())
    }

    /// How many cells there are up to the last that says something.
    pub(crate) fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |place| place + 1)
    }

    /// The cell that is the only one to say something.
    pub(crate) fn only(&self) -> Option<&Placed> {
        let mut filled = self.cells.iter().filter(|cell| !cell.text.is_empty());
        filled.next().filter(|_| filled.next().is_none())
    }
}

/// Reads a file; none where its bytes are no text. The first line that cannot be read is told, and is the last.
pub(crate) fn read(bytes: &[u8], file: usize, faults: &Faults) -> Option<Sheet> {
    let Some(text) = decoded(bytes) else {
        let valid = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
        let line = 1 + bytes.iter().take(valid).map(|&byte| u64::from(byte == b'\n')).sum::<u64>();
        let fault = fault!("neither UTF-8 nor GB18030", "既不是UTF-8，也不是GB18030编码");
        faults.add(At { file, line, column: 1 }, fault);
        return None;
    };
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(&text)).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut lines = Lines::new(text.as_bytes());
    let mut sheet = Sheet::new();
    loop {
        let line = lines.of_next_row(reader.position().byte());
        match reader.read_record(&mut record) {
            Ok(true) if record.iter().all(|cell| trimmed(cell).is_empty()) => {}
            Ok(true) => {
                let placed = |(text, column)| Placed { text: trimmed(text).to_owned(), line, column, row: None };
                sheet.push(Line { line, cells: record.iter().zip(1..).map(placed).collect() });
            }
            Ok(false) => return Some(sheet),
            Err(error) => {
                faults.add(At { file, line, column: 1 }, fault!("{error}", "{error}"));
                return Some(sheet);
            }
        }
    }
}

/// What stands between the cells: a comma, or, as some programs write, a tab or a semicolon where the first line with one of them
/// has no comma.
fn delimiter(text: &str) -> u8 {
    let found = text.lines().find_map(|line| [',', '\t', ';'].into_iter().find(|&mark| line.contains(mark)));
    match found {
        Some('\t') => b'\t',
        Some(';') => b';',
        _ => b',',
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
