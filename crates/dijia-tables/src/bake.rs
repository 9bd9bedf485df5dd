use std::fmt::Write as _;
use std::path::Path;

use crate::{TableErrors, read};

/// Reads the editions of those names, each a folder in `data`, and returns the Rust source of them all: a public static
/// for each, such as `JINAN_2020`, and the list of them, `EDITIONS`, in the order of the names.
///
/// # Errors
///
/// Everything that does not hold together in the first of them that is wrong, each with its file, line and column.
pub fn bake(data: &Path, names: &[&str]) -> Result<String, TableErrors> {
    let mut source = String::new();
    let mut list = String::new();
    for name in names {
        let edition = read(&data.join(name))?;
        source.push_str(&edition.to_rust());
        let _ = write!(list, "&{}, ", edition.static_name());
    }
    let list = list.trim_end_matches(", ");
    let _ =
        writeln!(source, "/// Every edition.\npub static EDITIONS: &[&::dijia_core::Edition<'static>] = &[{list}];");
    Ok(source)
}
