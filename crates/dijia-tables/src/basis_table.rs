use std::path::Path;

use dijia_core::{Area, Date, Decimal, DecimalText, DevelopmentLevel, LandUse, parse_date, parse_rate};

use crate::annex::Annex;
use crate::cell;
use crate::table::{Row, Table};
use crate::table_error::Result;

/// What benchmark prices assume: a row of `basis.csv`.
#[derive(Debug)]
pub(crate) struct Basis {
    pub(crate) area: Area,
    pub(crate) land_use: LandUse,
    pub(crate) base_date: Date,
    pub(crate) right: String,
    pub(crate) statutory_term: u8,
    pub(crate) development_level: DevelopmentLevel,
    pub(crate) plot_ratio: Decimal,
    pub(crate) capitalization_rate: Decimal,
}

impl Basis {
    fn read(row: Row<'_>) -> Result<Self> {
        let basis = Self {
            area: cell::parsed(row, "area", str::parse)?,
            land_use: cell::parsed(row, "land_use", str::parse)?,
            base_date: cell::parsed(row, "base_date", parse_date)?,
            right: cell::text(row, "right")?.to_owned(),
            statutory_term: cell::whole(row, "statutory_term")?,
            development_level: cell::parsed(row, "development_level", str::parse)?,
            plot_ratio: cell::positive(row, "plot_ratio")?,
            capitalization_rate: cell::above_zero(row, "capitalization_rate", parse_rate)?,
        };
        let rate = basis.capitalization_rate;
        if rate.trunc().mantissa() != 0 {
            let reason = format_args!("capitalization_rate: {} is not below 1, which is 100%", DecimalText(rate));
            return Err(row.error(reason));
        }
        Ok(basis)
    }
}

/// Every basis of `basis.csv`: one for each area and land use that an annex publishes prices of, and no other.
pub(crate) fn read(folder: &Path, base_date: Date, annexes: &[Annex]) -> Result<Vec<Basis>> {
    const COLUMNS: [&str; 8] = [
        "area",
        "land_use",
        "base_date",
        "right",
        "statutory_term",
        "development_level",
        "plot_ratio",
        "capitalization_rate",
    ];

    let table = Table::read(folder.join("basis.csv"), &COLUMNS)?;
    let mut bases: Vec<Basis> = Vec::new();
    for row in table.rows() {
        let basis = Basis::read(row)?;
        let Basis { area, land_use, .. } = basis;
        if bases.iter().any(|before| before.area == area && before.land_use == land_use) {
            return Err(row.error(format_args!("the basis of {land_use} land of the {area} is there twice")));
        }
        if !annexes.iter().any(|annex| annex.area == area && annex.land_uses.contains(&land_use)) {
            return Err(row.error(format_args!("no annex publishes {land_use} prices of the {area}")));
        }
        if basis.base_date != base_date {
            let reason = format_args!("the base date, {}, is not that of edition.csv, {base_date}", basis.base_date);
            return Err(row.error(reason));
        }
        bases.push(basis);
    }
    for annex in annexes {
        let area = annex.area;
        let is_there = |land_use: LandUse| bases.iter().any(|basis| basis.area == area && basis.land_use == land_use);
        if let Some(land_use) = annex.land_uses.iter().copied().find(|&land_use| !is_there(land_use)) {
            let reason = format_args!(
                "the basis of {land_use} land of the {area} is missing, which annex {} publishes prices of",
                annex.number
            );
            return Err(table.error(table.last_line(), reason));
        }
    }
    Ok(bases)
}
