use crate::area::Areas;
use crate::column::Column;
use crate::fault::Faults;
use crate::folder::Folder;
use crate::table::{Columns, Table};

/// What a document says of what it covers, in its own words: a row of `statements.csv`.
#[derive(Clone, Debug)]
pub(crate) struct Coverage {
    /// What it is about: a side, a zone, a district.
    pub(crate) about: String,
    pub(crate) text: String,
    pub(crate) area: Option<u8>,
}

pub(crate) fn read(folder: &Folder, areas: &Areas, faults: &Faults) -> Vec<Coverage> {
    let columns = Columns::of(&[Column::About, Column::Text], &[Column::Area]);
    let Some(table) = Table::read_if_there(folder, "statements.csv", &columns, faults) else { return Vec::new() };
    let mut statements = Vec::new();
    for row in table.rows() {
        let area = row.filled(Column::Area).map(|cell| cell.parsed(faults, |text| areas.named(text)));
        let (about, text) = (row.cell(Column::About).text(faults), row.cell(Column::Text).text(faults));
        if let (Some(about), Some(text)) = (about, text) {
            statements.push(Coverage { about: about.to_owned(), text: text.to_owned(), area: area.flatten() });
        }
    }
    statements
}
