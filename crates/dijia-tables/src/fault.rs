use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use dijia_core::{Error, Language, Misspelling};

/// What is wrong in a table, and where: displayed as `path/file.csv:LINE:COLUMN: what`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableError {
    /// Where the file stands among those of the folder.
    rank: usize,
    line: u64,
    column: usize,
    file: String,
    english: String,
    chinese: String,
}

impl TableError {
    /// The file, as the folder was named that it is in.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of the file, from 1, as an editor counts it: the first line of the row at fault. Of a row that is
    /// missing it is the line that it should come after.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The cell of the row, from 1. Of what concerns the whole row it is the first.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// The offending value and the rule that it breaks.
    #[must_use]
    pub fn reason(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }

    /// The place, and what is wrong in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        format!("{}:{}:{}: {}", self.file, self.line, self.column, self.chinese)
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.english)
    }
}

impl std::error::Error for TableError {}

/// Everything that is wrong in the tables of an edition, or looks so, in the order of the files, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableErrors(Vec<TableError>);

impl TableErrors {
    /// Each of them.
    #[must_use]
    pub fn as_slice(&self) -> &[TableError] {
        &self.0
    }

    /// All of them in Chinese, a line each.
    #[must_use]
    pub fn chinese(&self) -> String {
        self.0.iter().map(TableError::chinese).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for TableErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for TableErrors {}

/// What is wrong, in both languages.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) english: String,
    pub(crate) chinese: String,
}

impl Fault {
    /// The same, said of a column.
    pub(crate) fn of(self, column: &str) -> Self {
        Self { english: format!("{column}: {}", self.english), chinese: format!("{column}：{}", self.chinese) }
    }
}

/// A [`Fault`] from the text in English and that in Chinese.
macro_rules! fault {
    ($english:literal, $chinese:literal $(,)?) => {
        $crate::fault::Fault { english: format!($english), chinese: format!($chinese) }
    };
}
pub(crate) use fault;

impl From<Misspelling> for Fault {
    fn from(misspelling: Misspelling) -> Self {
        let Misspelling { of, text, character, rule, .. } = misspelling;
        let chinese = format!("{}{text:?}不正确：{}（第{character}个字符）", of.chinese(), rule.chinese());
        Self { english: misspelling.to_string(), chinese }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self { english: error.to_string(), chinese: error.message(Language::Chinese).to_string() }
    }
}

/// A cell, a row or a file: where something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) file: usize,
    pub(crate) line: u64,
    pub(crate) column: usize,
}

/// The faults found so far. Reading goes on behind one, so that all are told at once.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    files: RefCell<Vec<String>>,
    found: RefCell<BTreeSet<TableError>>,
    warnings: RefCell<BTreeSet<TableError>>,
}

impl Faults {
    /// The number of a file that faults are found in; those of the first come first.
    pub(crate) fn file(&self, path: String) -> usize {
        let mut files = self.files.borrow_mut();
        files.push(path);
        files.len() - 1
    }

    pub(crate) fn add(&self, at: At, fault: Fault) {
        self.found.borrow_mut().insert(self.told(at, fault));
    }

    /// What may be right, and looks wrong.
    pub(crate) fn warn(&self, at: At, fault: Fault) {
        self.warnings.borrow_mut().insert(self.told(at, fault));
    }

    fn told(&self, at: At, Fault { english, chinese }: Fault) -> TableError {
        let file = self.files.borrow()[at.file].clone();
        TableError { rank: at.file, line: at.line, column: at.column, file, english, chinese }
    }

    /// What the result holds; its fault is told, and nothing held.
    pub(crate) fn keep<T>(&self, at: At, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.add(at, fault)).ok()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.found.borrow().len()
    }

    pub(crate) fn are_none(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// The errors, or where there are none the warnings.
    pub(crate) fn into_result(self) -> Result<TableErrors, TableErrors> {
        let list = |found: RefCell<BTreeSet<TableError>>| TableErrors(found.into_inner().into_iter().collect());
        if self.are_none() { Ok(list(self.warnings)) } else { Err(list(self.found)) }
    }
}
