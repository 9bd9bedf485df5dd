//! Where the tests of each language say how many vectors they ran.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::place;

/// In the environment of a test: the folder that gets its report.
pub const REPORTS: &str = "DIJIA_CONFORMANCE_REPORTS";

/// The folder of the reports.
pub fn folder() -> PathBuf {
    place::target().join("conformance")
}

/// The report of a language, or of one of its programs.
pub fn report(name: &str) -> PathBuf {
    folder().join(name).with_extension("tsv")
}

/// Forgets what earlier runs reported.
pub fn forget() -> Outcome {
    place::empty(&folder())
}
