use std::fs;
use std::path::Path;

use crate::annex::{self, Annex, Prices};
use crate::basis_table::{self, Basis};
use crate::grade_table::{self, GradePrice};
use crate::table_error::{Result, TableError};
use crate::terms::Terms;
use crate::townships;
use crate::zone_table::{self, ZonePrice};

/// The tables of an edition, read from its folder and checked.
///
/// ```no_run
/// let edition = dijia_tables::EditionTables::read("data/jinan-2020".as_ref())?;
/// println!("{}", edition.to_rust());
/// # Ok::<(), dijia_tables::TableError>(())
/// ```
#[derive(Debug)]
pub struct EditionTables {
    pub(crate) name: String,
    pub(crate) terms: Terms,
    pub(crate) townships: Vec<String>,
    pub(crate) annexes: Vec<Annex>,
    pub(crate) bases: Vec<Basis>,
    pub(crate) grade_prices: Vec<GradePrice>,
    pub(crate) zone_prices: Vec<ZonePrice>,
}

impl EditionTables {
    /// Reads and checks the folder; its name is the name of the edition, such as `jinan-2020`.
    ///
    /// # Errors
    ///
    /// The first thing that does not hold together, with its file and line.
    pub fn read(folder: &Path) -> std::result::Result<Self, TableError> {
        let name = name(folder)?;
        let terms = Terms::read(folder)?;
        let townships = townships::read(folder)?;
        let annexes = annex::read(folder)?;
        check_files(folder, &annexes)?;
        let bases = basis_table::read(folder, terms.base_date, &annexes)?;
        let in_hand = || annexes.iter().filter(|annex| annex.in_hand);
        let mut grade_prices = Vec::new();
        for annex in in_hand().filter(|annex| annex.prices == Prices::Grades) {
            grade_prices.extend(grade_table::read(folder, annex)?);
        }
        let mut zone_prices = Vec::new();
        for annex in in_hand().filter(|annex| annex.prices != Prices::Grades) {
            for &land_use in &annex.land_uses {
                zone_prices.extend(zone_table::read(folder, annex, land_use, &grade_prices, &bases)?);
            }
        }
        Ok(Self { name, terms, townships, annexes, bases, grade_prices, zone_prices })
    }

    /// The name of the edition, such as `jinan-2020`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the static that [`to_rust`](Self::to_rust) defines, such as `JINAN_2020`.
    #[must_use]
    pub fn static_name(&self) -> String {
        self.name.replace('-', "_").to_ascii_uppercase()
    }
}

/// The last part of the folder's path, which must do as the name of an edition and of a static.
fn name(folder: &Path) -> Result<String> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(allowed) {
        Ok(name)
    } else {
        let reason = "the folder of an edition is named in lower-case letters, digits and hyphens, such as jinan-2020";
        Err(TableError::new(folder.join("edition.csv"), 1, reason))
    }
}

/// A table that nothing reads is a mistake: a misnamed file, or an annex that is not declared.
fn check_files(folder: &Path, annexes: &[Annex]) -> Result<()> {
    let known = ["edition.csv", "townships.csv", "annexes.csv", "basis.csv"];
    let unreadable = |error| TableError::new(folder.join("edition.csv"), 1, format_args!("its folder: {error}"));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        files.push(entry.map_err(unreadable)?.path());
    }
    // In an order that does not hang on the file system.
    files.sort();
    let is_table = |file: &&std::path::PathBuf| file.extension().is_some_and(|extension| extension == "csv");
    let is_read = |file: &Path| {
        known.iter().any(|known| file.ends_with(known)) || annexes.iter().any(|annex| annex.path(folder) == file)
    };
    match files.iter().filter(is_table).find(|file| !is_read(file)) {
        Some(file) => Err(TableError::new(file, 1, "annexes.csv declares no annex of this name")),
        None => Ok(()),
    }
}
