use dijia_core::layout::NONE;

use crate::area::{Areas, listed};
use crate::column::Column;
use crate::fault::{At, Faults, fault};
use crate::folder::Folder;
use crate::land_use::LandUses;
use crate::table::{Columns, Row, Table};
use crate::terms::Rules;

/// The declaration of an annex, or of another table of the document: a row of `annexes.csv`.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a column of its own")]
pub(crate) struct Annex {
    /// 0 for one that has a label alone.
    pub(crate) number: u8,
    pub(crate) label: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) areas: Vec<u8>,
    pub(crate) land_uses: Vec<u8>,
    pub(crate) of_zones: bool,
    /// Whether the prices that it prints are of floor.
    pub(crate) per_floor: bool,
    /// Whether that is declared.
    pub(crate) says_per: bool,
    pub(crate) in_hand: bool,
    /// How many rows the printed table has.
    pub(crate) rows: Option<usize>,
    pub(crate) zone_numbers: ZoneNumbers,
    pub(crate) rules: Rules,
    /// The file of its figures.
    pub(crate) file: String,
    /// Whether what it declares has been read whole, so that its figures can be.
    pub(crate) is_sound: bool,
    pub(crate) at: At,
}

/// How the zones of a table are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZoneNumbers {
    /// From 1 in each grade.
    ByGrade,
    /// From 1 through all grades.
    Throughout,
    /// A grade and a number, in no order that could be checked.
    Any,
    /// Not by a grade and a number at all: a code is a name, whatever it looks like.
    Names,
}

/// The declarations, whose land uses and areas are yet to be read.
pub(crate) fn table(folder: &Folder, faults: &Faults) -> Table {
    const REQUIRED: [Column; 2] = [Column::LandUses, Column::Prices];
    const OPTIONAL: [Column; 14] = [
        Column::Number,
        Column::Label,
        Column::Title,
        Column::File,
        Column::Area,
        Column::PricePer,
        Column::InHand,
        Column::Rows,
        Column::ZoneNumbers,
        Column::MuPlaces,
        Column::MuArea,
        Column::SquareMetrePlaces,
        Column::FloorPricePlaces,
        Column::LandPricePlaces,
    ];

    Table::read(folder, "annexes.csv", &Columns::of(&REQUIRED, &OPTIONAL), faults)
}

/// Every annex that `annexes.csv` declares, in its order. There must be a file for each annex in hand, and for no other.
pub(crate) fn read(
    table: &Table,
    folder: &Folder,
    areas: &Areas,
    land_uses: &LandUses,
    rules: Rules,
    faults: &Faults,
) -> Vec<Annex> {
    let mut annexes: Vec<Annex> = Vec::new();
    for row in table.rows() {
        let Some(annex) = read_row(row, areas, land_uses, rules, faults) else { continue };
        let Annex { file, in_hand, at, .. } = &annex;
        match (in_hand, folder.has(file)) {
            (true, false) => {
                faults.add(*at, fault!("the annex is in hand, but there is no {file}", "附件有数据，却没有文件{file}"));
            }
            (false, true) => {
                faults
                    .add(*at, fault!("the annex is not in hand, but there is {file}", "附件没有数据，却有文件{file}"));
            }
            _ => {}
        }
        if let Some(last) =
            annexes.iter().map(|annex| annex.number).rfind(|&last| last > 0 && annex.number > 0 && annex.number <= last)
        {
            let (number, at) = (annex.number, row.cell(Column::Number).at);
            faults.add(at, fault!("annex {number} is declared after annex {last}", "附件{number}列在附件{last}之后"));
        }
        if annexes.iter().any(|before| before.file == *file || (before.label == annex.label && annex.label.is_some())) {
            faults.add(*at, fault!("the annex of {file} is there twice", "{file}的附件出现两次"));
        }
        annexes.push(annex);
    }
    if annexes.len() >= usize::from(NONE) {
        faults.add(table.end(), fault!("too many annexes", "附件过多"));
    }
    annexes
}

fn read_row(row: Row<'_>, areas: &Areas, land_uses: &LandUses, rules: Rules, faults: &Faults) -> Option<Annex> {
    let before = faults.count();
    let number = row.filled(Column::Number).map(|cell| cell.whole::<u8>(faults));
    let label = row.filled(Column::Label).and_then(|cell| cell.name(faults)).map(str::to_owned);
    if number.is_none() && label.is_none() {
        faults.add(row.at(), fault!("an annex has a number or a label", "附件须有编号或表号"));
        return None;
    }
    let number = number.map_or(Some(0), |number| number)?;
    let mut uses = Vec::new();
    let cell = row.cell(Column::LandUses);
    for name in listed(cell, |name| !land_uses.all(name).is_empty()) {
        let Some(places) = faults.keep(cell.at, land_uses.all_named(name).map_err(|fault| cell.fault(fault))) else {
            continue;
        };
        if places.iter().any(|place| uses.contains(place)) {
            faults.add(cell.at, cell.fault(fault!("{name} is there twice", "{name}出现两次")));
        } else {
            uses.extend(places);
        }
    }
    if cell.text.is_empty() {
        let _ = cell.text(faults);
    }
    let kinds = [("grade", "级别", false), ("zone", "区片", true)];
    let of_zones = row.cell(Column::Prices).word(faults, &kinds).unwrap_or(false);
    let per = [("land", "地面", false), ("floor", "楼面", true)];
    let of = row.filled(Column::PricePer).and_then(|cell| cell.word(faults, &per));
    let in_hand = row.filled(Column::InHand).and_then(|cell| cell.yes_or_no(faults)).unwrap_or(true);
    let ways = [
        ("by grade", "分级编号", ZoneNumbers::ByGrade),
        ("throughout", "连续编号", ZoneNumbers::Throughout),
        ("any", "不定", ZoneNumbers::Any),
        ("names", "名称", ZoneNumbers::Names),
    ];
    let zone_numbers = row.filled(Column::ZoneNumbers).and_then(|cell| cell.word(faults, &ways));
    let named = areas.in_cell(row.cell(Column::Area), faults);
    let all = || (0..areas.list.len() as u8).collect();
    let default_file = || match (&label, number) {
        (Some(label), 0) => format!("{label}.csv"),
        _ => format!("annex-{number}.csv"),
    };
    let file = row.filled(Column::File).map_or_else(default_file, |cell| cell.text.to_owned());
    Some(Annex {
        number,
        title: row.filled(Column::Title).and_then(|cell| cell.text(faults)).map(str::to_owned),
        areas: if named.is_empty() { all() } else { named },
        land_uses: uses,
        of_zones,
        per_floor: of.unwrap_or(false),
        says_per: of.is_some(),
        in_hand,
        rows: row.filled(Column::Rows).and_then(|cell| cell.whole::<u16>(faults)).map(usize::from),
        zone_numbers: zone_numbers.unwrap_or(ZoneNumbers::ByGrade),
        rules: rules.with(faults, |column| row.filled(column)),
        file,
        is_sound: faults.count() == before,
        at: row.at(),
        label,
    })
}

/// The place of the annex that a cell names by its number or its label.
pub(crate) fn find(annexes: &[Annex], text: &str) -> Result<u8, crate::fault::Fault> {
    let number = text.parse().ok().filter(|&number: &u8| number > 0);
    let is_it =
        |annex: &Annex| annex.label.as_deref() == Some(text) || (number.is_some() && number == Some(annex.number));
    let found = annexes.iter().position(is_it).map(|place| place as u8);
    found.ok_or_else(|| fault!("{text:?} is no annex of annexes.csv", "annexes.csv中没有附件{text:?}"))
}
