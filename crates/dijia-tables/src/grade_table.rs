use std::path::Path;

use dijia_core::{Grade, LandUse};

use crate::annex::Annex;
use crate::cell;
use crate::table::Table;
use crate::table_error::Result;

/// The price of a grade: a cell of an annex of grade prices.
#[derive(Debug)]
pub(crate) struct GradePrice {
    pub(crate) land_use: LandUse,
    pub(crate) grade: Grade,
    pub(crate) yuan_per_square_metre: u32,
    pub(crate) annex: u8,
    /// The line of the printed table, from 1.
    pub(crate) row: u16,
}

/// What is printed where a land use has no such grade; an empty cell says the same.
const NO_SUCH_GRADE: &str = "———";

/// The prices of an annex of grade prices, line by line, and in a line by land use.
pub(crate) fn read(folder: &Path, annex: &Annex) -> Result<Vec<GradePrice>> {
    let names: Vec<String> = annex.land_uses.iter().map(|land_use| land_use.english().replace(' ', "_")).collect();
    let columns: Vec<&str> = std::iter::once("grade").chain(names.iter().map(String::as_str)).collect();
    let table = Table::read(annex.path(folder), &columns)?;
    let mut prices = Vec::new();
    // The last grade that each land use has, once its column has said that it has no more.
    let mut ended: Vec<Option<Option<Grade>>> = vec![None; names.len()];
    let mut above = None;
    for (row, line) in table.rows().zip(1_u16..) {
        let grade: Grade = cell::parsed(row, "grade", str::parse)?;
        let expected = Grade::from_number(above.map_or(1, |above: Grade| above.number() + 1));
        if expected != Some(grade) {
            return Err(match (above, expected) {
                (Some(above), _) if grade <= above => row.error(format_args!("grade {grade} after grade {above}")),
                (_, Some(expected)) => row.error(format_args!("grade {expected} is missing before grade {grade}")),
                (_, None) => row.error(format_args!("grade {grade} after the last")),
            });
        }
        for ((&land_use, name), ended) in annex.land_uses.iter().zip(&names).zip(&mut ended) {
            let cell = row.cell(name).trim();
            match (cell, *ended) {
                ("" | NO_SUCH_GRADE, None) => *ended = Some(above),
                ("" | NO_SUCH_GRADE, Some(_)) => {}
                (_, None) => prices.push(GradePrice {
                    land_use,
                    grade,
                    yuan_per_square_metre: cell::whole(row, name)?,
                    annex: annex.number,
                    row: line,
                }),
                (_, Some(Some(last))) => {
                    let reason = format_args!("{name}: a price of grade {grade}, but the grades end with {last}");
                    return Err(row.error(reason));
                }
                (_, Some(None)) => {
                    return Err(row.error(format_args!("{name}: a price of grade {grade}, but none of grade Ⅰ")));
                }
            }
        }
        above = Some(grade);
    }
    for land_use in &annex.land_uses {
        if !prices.iter().any(|price| price.land_use == *land_use) {
            return Err(table.error(table.last_line(), format_args!("there is no {land_use} price")));
        }
    }
    Ok(prices)
}
