use core::fmt;

use crate::edition::Document;
use crate::words::Area;

/// Where in which document a figure is printed.
///
/// [`Display`](fmt::Display) cites in Chinese, as a report does, and in English with `{:#}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The document.
    pub document: &'static Document,
    /// The part of the document.
    pub part: Part,
    /// The row in that part: the printed sequence number (序号), or where there is none the line of the table, from 1.
    /// None where the part is not a table.
    pub row: Option<u16>,
}

/// A part of a document that prints figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The annex (附件) of that number.
    Annex(u8),
    /// The explanatory notes (有关说明) to the prices of that area.
    ExplanatoryNotes(Area),
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.document.number;
        if f.alternate() {
            match self.part {
                Part::Annex(annex) => write!(f, "{number}, annex {annex}")?,
                Part::ExplanatoryNotes(area) => write!(f, "{number}, explanatory notes, {area}")?,
            }
            self.row.map_or(Ok(()), |row| write!(f, ", row {row}"))
        } else {
            match self.part {
                Part::Annex(annex) => write!(f, "{number} 附件{annex}")?,
                Part::ExplanatoryNotes(area) => write!(f, "{number} {}有关说明", area.chinese())?,
            }
            self.row.map_or(Ok(()), |row| write!(f, " 第{row}行"))
        }
    }
}
