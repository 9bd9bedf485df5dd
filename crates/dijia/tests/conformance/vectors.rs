//! Rows of `conformance/`: what they give, what they expect, and whether what a function finds is that.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use dijia::{Date, Decimal, Language, Ratio, Result, RoundingMode, Term, parse_date, parse_decimal};

/// What a function finds for a row: results by the name of their column.
pub type Found = Vec<(&'static str, String)>;
/// Finds what the library says of a row.
pub type Function = fn(&Row) -> Result<Found>;

/// A file in the list of them.
pub struct VectorFile {
    pub name: String,
    pub function: String,
    pub run_by: String,
    pub rows: usize,
}

/// A row, its cells by the name of the column; `place` is file and line.
pub struct Row {
    place: String,
    header: Arc<[String]>,
    cells: HashMap<String, String>,
}

impl Row {
    /// The cell, none where it is empty or the file has no such column.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// The cell, which may be an empty text.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).unwrap_or_else(|| panic!("{}: no column {column}", self.place))
    }

    pub fn decimal(&self, column: &str) -> Result<Option<Decimal>> {
        Ok(self.get(column).map(parse_decimal).transpose()?)
    }

    pub fn term(&self, column: &str) -> Result<Option<Term>> {
        Ok(self.get(column).map(str::parse).transpose()?)
    }

    pub fn ratio(&self, column: &str) -> Result<Option<Ratio>> {
        Ok(self.get(column).map(str::parse).transpose()?)
    }

    pub fn date(&self, column: &str) -> Result<Option<Date>> {
        Ok(self.get(column).map(parse_date).transpose()?)
    }

    pub fn places<T: std::str::FromStr>(&self, column: &str) -> Option<T> {
        self.get(column).map(|cell| cell.parse().unwrap_or_else(|_| panic!("{}: {column} {cell}", self.place)))
    }

    pub fn mode(&self) -> RoundingMode {
        match self.get("mode") {
            None | Some("half-up") => RoundingMode::HalfUp,
            Some("half-even") => RoundingMode::HalfEven,
            Some(mode) => panic!("{}: unknown mode {mode}", self.place),
        }
    }

    /// The elements of a cell that holds a list.
    pub fn list(&self, column: &str) -> Vec<&str> {
        self.get(column).map(|cell| cell.split(';').collect()).unwrap_or_default()
    }

    /// `name=value;name=value`
    pub fn pairs(&self, column: &str) -> Vec<(&str, &str)> {
        self.list(column).into_iter().map(|pair| pair.split_once('=').expect("a pair")).collect()
    }

    /// Whether the file has that column among its results.
    pub fn expects(&self, column: &str) -> bool {
        self.cells.contains_key(&format!("={column}"))
    }

    /// Every result of the row is what the function finds, exactly.
    pub fn check(&self, found: Result<Found>) {
        let found = match found {
            Ok(mut found) => {
                found.extend(["error_kind", "error", "error_chinese"].map(|column| (column, String::new())));
                found
            }
            // Where there is an error, there is nothing else.
            Err(error) => {
                assert!(self.expects("error"), "{}: {error}", self.place);
                let nothing = self.header.iter().filter_map(|column| column.strip_prefix('='));
                let nothing = nothing.filter(|column| !column.starts_with("error"));
                for column in nothing {
                    assert_eq!("", self.text(&format!("={column}")), "{}: {column}: {error}", self.place);
                }
                assert_eq!(error.kind().name(), self.text("=error_kind"), "{}: {error}", self.place);
                assert_eq!(error.to_string(), self.text("=error"), "{}", self.place);
                let chinese = error.message(Language::Chinese).to_string();
                assert_eq!(chinese, self.text("=error_chinese"), "{}", self.place);
                return;
            }
        };
        for column in self.header.iter().filter_map(|column| column.strip_prefix('=')) {
            let text = found.iter().find(|(name, _)| *name == column).map(|(_, text)| text);
            let text = text.unwrap_or_else(|| panic!("{}: nothing finds {column}", self.place));
            assert_eq!(text, self.text(&format!("={column}")), "{}: {column}", self.place);
        }
    }
}

/// Where the vectors are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance")
}

/// The cell as it is meant: `\t`, `\n`, `\r`, `\\` and `\uXXXX` are one character each.
fn unescaped(cell: &str) -> String {
    let mut text = String::new();
    let mut rest = cell.chars();
    while let Some(c) = rest.next() {
        text.push(match (c, (c == '\\').then(|| rest.next()).flatten()) {
            (_, Some('t')) => '\t',
            (_, Some('n')) => '\n',
            (_, Some('r')) => '\r',
            (_, Some('u')) => {
                let digits: String = rest.by_ref().take(4).collect();
                u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).expect("four hexadecimal digits")
            }
            (_, Some('\\')) => '\\',
            (_, Some(other)) => panic!("unknown escape \\{other}"),
            (c, None) => c,
        });
    }
    text
}

/// The rows of a file.
pub fn rows(name: &str) -> Vec<Row> {
    let path = folder().join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines();
    let header: Arc<[String]> = lines.next().expect("a header").split('\t').map(String::from).collect();
    let row = |(index, line): (usize, &str)| {
        let place = format!("{name}:{}", index + 2);
        let cells: Vec<String> = line.split('\t').map(unescaped).collect();
        assert_eq!(cells.len(), header.len(), "{place}: {line}");
        Row { place, cells: header.iter().cloned().zip(cells).collect(), header: header.clone() }
    };
    lines.enumerate().map(row).collect()
}

/// The files that there are.
pub fn files() -> Vec<VectorFile> {
    let file = |row: Row| VectorFile {
        name: row.text("file").to_owned(),
        function: row.text("function").to_owned(),
        run_by: row.text("run_by").to_owned(),
        rows: row.places("rows").expect("a number of rows"),
    };
    rows("files.tsv").into_iter().map(file).collect()
}

/// Says how many rows of each file were run, where `cargo xtask` asks.
pub fn report(counts: &[(String, usize)]) {
    if let Some(reports) = env::var_os("DIJIA_CONFORMANCE_REPORTS") {
        let text: String = counts.iter().map(|(file, count)| format!("{file}\t{count}\n")).collect();
        fs::write(Path::new(&reports).join("rust.tsv"), text).expect("the report is written");
    }
}
