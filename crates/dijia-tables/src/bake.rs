use std::fmt::Write as _;
use std::path::Path;

use crate::{EditionTables, TableError};

/// Reads the editions of those names, each a folder in `data`, and returns the Rust source of them all: a public static
/// for each, such as `JINAN_2020`, and the list of them, `EDITIONS`, in the order of the names.
///
/// # Errors
///
/// The first thing that does not hold together in any of them, with its file and line.
pub fn bake(data: &Path, names: &[&str]) -> Result<String, TableError> {
    let mut source = String::new();
    let mut list = String::new();
    for name in names {
        let edition = EditionTables::read(&data.join(name))?;
        source.push_str(&edition.to_rust());
        let _ = write!(list, "&{}, ", edition.static_name());
    }
    let list = list.trim_end_matches(", ");
    let _ =
        writeln!(source, "/// Every edition.\npub static EDITIONS: &[&::dijia_core::Edition<'static>] = &[{list}];");
    Ok(source)
}
