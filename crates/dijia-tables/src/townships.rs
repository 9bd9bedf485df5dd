use std::path::Path;

use crate::cell;
use crate::table::Table;
use crate::table_error::Result;

/// The townships that a document covers, in the order named: `townships.csv`.
pub(crate) fn read(folder: &Path) -> Result<Vec<String>> {
    let table = Table::read(folder.join("townships.csv"), &["name"])?;
    let mut names: Vec<String> = Vec::new();
    for row in table.rows() {
        let name = cell::text(row, "name")?;
        if names.iter().any(|before| before == name) {
            return Err(row.error(format_args!("{name} is there twice")));
        }
        names.push(name.to_owned());
    }
    Ok(names)
}
