use std::path::{Path, PathBuf};

use dijia_core::{Area, LandUse};

use crate::cell;
use crate::table::{Row, Table};
use crate::table_error::{Result, TableError};

/// The declaration of an annex: a row of `annexes.csv`. It decides whether there is an `annex-N.csv`, and of what
/// columns.
#[derive(Debug)]
pub(crate) struct Annex {
    pub(crate) number: u8,
    pub(crate) title: String,
    pub(crate) area: Area,
    pub(crate) land_uses: Vec<LandUse>,
    pub(crate) prices: Prices,
    pub(crate) in_hand: bool,
    declared_in: PathBuf,
    line: u64,
}

/// What an annex prints the prices of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prices {
    Grades,
    Zones { floor_price: bool },
}

impl Annex {
    /// The file of its figures.
    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("annex-{}.csv", self.number))
    }

    /// An error in its declaration.
    pub(crate) fn error(&self, reason: impl std::fmt::Display) -> TableError {
        TableError::new(&self.declared_in, self.line, reason)
    }

    /// Whether it publishes the same kind of price of that area and land use.
    fn publishes(&self, area: Area, land_use: LandUse, of_zones: bool) -> bool {
        self.area == area && self.land_uses.contains(&land_use) && self.prices.is_of_zones() == of_zones
    }

    fn read(row: Row<'_>, before: &[Self]) -> Result<Self> {
        let number: u8 = cell::whole(row, "number")?;
        if let Some(last) = before.last().map(|annex| annex.number).filter(|&last| number <= last) {
            return Err(row.error(format_args!("annex {number} is declared after annex {last}")));
        }
        let title = cell::text(row, "title")?.to_owned();
        let area = cell::parsed(row, "area", str::parse)?;
        let mut land_uses = Vec::new();
        for name in row.cell("land_uses").split('+') {
            let land_use: LandUse = name.parse().map_err(|error| row.error(format_args!("land_uses: {error}")))?;
            if land_uses.contains(&land_use) {
                return Err(row.error(format_args!("land_uses: {land_use} is there twice")));
            }
            land_uses.push(land_use);
        }
        let floor_price = cell::yes_or_no(row, "floor_price")?;
        let prices = match row.cell("prices") {
            "grade" if floor_price => return Err(row.error("a grade has no floor price")),
            "grade" => Prices::Grades,
            "zone" => Prices::Zones { floor_price },
            other => return Err(row.error(format_args!("prices: {other:?} is neither grade nor zone"))),
        };
        for &land_use in &land_uses {
            if let Some(other) = before.iter().find(|other| other.publishes(area, land_use, prices.is_of_zones())) {
                let (kind, other) = (prices.kind(), other.number);
                return Err(
                    row.error(format_args!("annex {other} already publishes {land_use} {kind} prices of the {area}"))
                );
            }
        }
        let annex = Self {
            number,
            title,
            area,
            land_uses,
            prices,
            in_hand: cell::yes_or_no(row, "in_hand")?,
            declared_in: row.path().to_owned(),
            line: row.line(),
        };
        annex.check_that_an_edition_can_hold_it()?;
        Ok(annex)
    }

    fn check_that_an_edition_can_hold_it(&self) -> Result<()> {
        if self.in_hand && self.area == Area::Township {
            return Err(self.error("an edition holds prices of the central urban area only"));
        }
        if self.prices.is_of_zones() && self.land_uses.len() > 1 {
            return Err(self.error("an annex of zone prices has one land use"));
        }
        Ok(())
    }
}

impl Prices {
    const fn is_of_zones(self) -> bool {
        matches!(self, Self::Zones { .. })
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Grades => "grade",
            Self::Zones { .. } => "zone",
        }
    }
}

/// Every annex that `annexes.csv` declares, by number. There must be a file for each annex in hand, and for no other.
pub(crate) fn read(folder: &Path) -> Result<Vec<Annex>> {
    const COLUMNS: [&str; 7] = ["number", "title", "area", "land_uses", "prices", "floor_price", "in_hand"];

    let table = Table::read(folder.join("annexes.csv"), &COLUMNS)?;
    let mut annexes = Vec::new();
    for row in table.rows() {
        let annex = Annex::read(row, &annexes)?;
        let file = annex.path(folder);
        let name = file.file_name().unwrap_or_default().display();
        match (annex.in_hand, file.exists()) {
            (true, false) => {
                return Err(annex.error(format_args!("annex {} is in hand, but there is no {name}", annex.number)));
            }
            (false, true) => {
                return Err(annex.error(format_args!("annex {} is not in hand, but there is {name}", annex.number)));
            }
            _ => annexes.push(annex),
        }
    }
    Ok(annexes)
}
