use std::fmt;
use std::path::{Path, PathBuf};

/// What is wrong with a table, and where: displayed as `path/file.csv:LINE: reason`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    path: PathBuf,
    line: u64,
    reason: String,
}

/// [`Result`](std::result::Result) with [`TableError`].
pub(crate) type Result<T> = std::result::Result<T, TableError>;

impl TableError {
    pub(crate) fn new(path: impl Into<PathBuf>, line: u64, reason: impl fmt::Display) -> Self {
        Self { path: path.into(), line, reason: reason.to_string() }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line of the file, from 1, as an editor counts it: the first line of the row at fault. Of a row that is
    /// missing it is the line that it should come after.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The offending value and the rule that it breaks.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.line, self.reason)
    }
}

impl std::error::Error for TableError {}
