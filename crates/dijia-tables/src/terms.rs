use std::path::Path;

use dijia_core::{Date, parse_date};

use crate::cell;
use crate::table::{Row, Table};
use crate::table_error::Result;

/// The document of an edition and the period in which it is in force: `edition.csv`.
#[derive(Debug)]
pub(crate) struct Terms {
    pub(crate) city: String,
    pub(crate) document_number: String,
    pub(crate) title: String,
    pub(crate) issuer: String,
    pub(crate) issue_date: Date,
    pub(crate) first_day_in_force: Date,
    pub(crate) last_day_in_force: Date,
    pub(crate) base_date: Date,
    pub(crate) replaces: String,
}

const KEYS: [&str; 9] = [
    "city",
    "document_number",
    "title",
    "issuer",
    "issue_date",
    "first_day_in_force",
    "last_day_in_force",
    "base_date",
    "replaces",
];

impl Terms {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let table = Table::read(folder.join("edition.csv"), &["key", "value", "comment"])?;
        let mut seen: Vec<Row<'_>> = Vec::new();
        for row in table.rows() {
            let key = row.cell("key");
            if !KEYS.contains(&key) {
                return Err(row.error(format_args!("unknown key {key:?}: the keys are {}", KEYS.join(", "))));
            }
            if let Some(first) = seen.iter().find(|before| before.cell("key") == key) {
                return Err(row.error(format_args!("key {key:?} is there twice, first on line {}", first.line())));
            }
            seen.push(row);
        }
        let row = |key: &str| {
            let row = seen.iter().find(|row| row.cell("key") == key).copied();
            row.ok_or_else(|| table.error(table.last_line(), format_args!("key {key:?} is missing")))
        };
        let text = |key| cell::text(row(key)?, "value").map(str::to_owned);
        let date = |key| cell::parsed(row(key)?, "value", parse_date);
        let terms = Self {
            city: text("city")?,
            document_number: text("document_number")?,
            title: text("title")?,
            issuer: text("issuer")?,
            issue_date: date("issue_date")?,
            first_day_in_force: date("first_day_in_force")?,
            last_day_in_force: date("last_day_in_force")?,
            base_date: date("base_date")?,
            replaces: text("replaces")?,
        };
        // A document may be in force from before its issue, but not priced as of a date after it.
        let (first, last) = (terms.first_day_in_force, terms.last_day_in_force);
        if last < first {
            let reason = format_args!("the last day in force, {last}, is before the first, {first}");
            return Err(row("last_day_in_force")?.error(reason));
        }
        let (base, issue) = (terms.base_date, terms.issue_date);
        if base > issue {
            return Err(
                row("base_date")?.error(format_args!("the base date, {base}, is after the issue date, {issue}"))
            );
        }
        Ok(terms)
    }
}
