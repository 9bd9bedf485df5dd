use core::fmt;

use crate::words::Area;

/// Where in which document a figure is printed.
///
/// [`Display`](fmt::Display) cites in Chinese, as a report does, and in English with `{:#}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation<'a> {
    /// The number of the document (文号).
    pub document: &'a str,
    /// The part of the document.
    pub part: Part<'a>,
    /// The row in that part: the printed sequence number (序号), or where there is none the line of the table, from 1.
    /// None where the part is not a table.
    pub row: Option<u16>,
}

/// A part of a document that prints figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part<'a> {
    /// The annex (附件) of that number.
    Annex(u8),
    /// The explanatory notes (有关说明) to the prices of the area of that name.
    ExplanatoryNotes(&'a str),
    /// One that the document calls by a name, such as `表1-1`.
    Named(&'a str),
}

impl fmt::Display for Citation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.document;
        if f.alternate() {
            match self.part {
                Part::Annex(annex) => write!(f, "{number}, annex {annex}")?,
                Part::ExplanatoryNotes(area) => {
                    let known = Area::ALL.into_iter().find(|known| known.chinese() == area);
                    write!(f, "{number}, explanatory notes, {}", known.map_or(area, |known| known.english()))?;
                }
                Part::Named(name) => write!(f, "{number}, {name}")?,
            }
            self.row.map_or(Ok(()), |row| write!(f, ", row {row}"))
        } else {
            match self.part {
                Part::Annex(annex) => write!(f, "{number} 附件{annex}")?,
                Part::ExplanatoryNotes(area) => write!(f, "{number} {area}有关说明")?,
                Part::Named(name) => write!(f, "{number} {name}")?,
            }
            self.row.map_or(Ok(()), |row| write!(f, " 第{row}行"))
        }
    }
}
