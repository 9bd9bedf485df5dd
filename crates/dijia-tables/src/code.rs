use crate::annex::{self, Annex};
use crate::column::Column;
use crate::fault::{Faults, fault};
use crate::folder::Folder;
use crate::land_use::LandUses;
use crate::table::{Columns, Table};
use crate::text::is_nothing;

/// A code of a scheme of land uses, and the land use that it is priced as: a row of `codes.csv`.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) scheme: String,
    /// As the scheme writes it.
    pub(crate) text: String,
    /// What the scheme calls it.
    pub(crate) name: Option<String>,
    /// None where the document says that it has no price.
    pub(crate) land_use: Option<u8>,
    pub(crate) part: Option<String>,
    pub(crate) row: Option<u16>,
}

pub(crate) fn read(folder: &Folder, annexes: &[Annex], land_uses: &LandUses, faults: &Faults) -> Vec<Code> {
    const REQUIRED: [Column; 3] = [Column::Scheme, Column::Code, Column::LandUse];
    const OPTIONAL: [Column; 4] = [Column::Name, Column::Annex, Column::Part, Column::Row];

    let columns = Columns::of(&REQUIRED, &OPTIONAL);
    let Some(table) = Table::read_if_there(folder, "codes.csv", &columns, faults) else { return Vec::new() };
    let mut codes: Vec<Code> = Vec::new();
    for row in table.rows() {
        let text = |column| row.filled(column).and_then(|cell| cell.text(faults)).map(str::to_owned);
        let (scheme, cell) = (row.cell(Column::Scheme).name(faults), row.cell(Column::Code));
        let code = cell.name(faults);
        let of = row.cell(Column::LandUse);
        let land_use = if is_nothing(of.text) && !of.text.is_empty() {
            Some(None)
        } else {
            of.parsed(faults, |text| land_uses.named(text)).map(Some)
        };
        let part = row.filled(Column::Annex).and_then(|cell| {
            let place = cell.parsed(faults, |text| annex::find(annexes, text))?;
            let annex = annexes.get(usize::from(place))?;
            Some(annex.label.clone().unwrap_or_else(|| format!("附件{}", annex.number)))
        });
        let (Some(scheme), Some(code), Some(land_use)) = (scheme, code, land_use) else { continue };
        if codes.iter().any(|before| before.scheme == scheme && before.text == code) {
            faults.add(cell.at, fault!("code {code} of {scheme} is there twice", "{scheme}的代码{code}出现两次"));
        }
        codes.push(Code {
            scheme: scheme.to_owned(),
            text: code.to_owned(),
            name: text(Column::Name),
            land_use,
            part: text(Column::Part).or(part),
            row: row.filled(Column::Row).and_then(|cell| cell.whole(faults)),
        });
    }
    codes
}
