use dijia_core::{Area as Known, layout::MOST};

use crate::column::Column;
use crate::fault::{Fault, Faults, fault};
use crate::folder::Folder;
use crate::names::Names;
use crate::table::{Cell, Columns, Table};
use crate::text::trimmed;

/// An area that an edition has prices of: a row of `areas.csv`.
#[derive(Clone, Debug)]
pub(crate) struct Area {
    pub(crate) name: String,
    pub(crate) english: Option<String>,
    /// The word of the trade that it is.
    pub(crate) known: Option<Known>,
}

/// The areas of an edition, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Areas {
    pub(crate) list: Vec<Area>,
    names: Names,
}

/// A place that an area covers: a row of `places.csv`.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) district: Option<String>,
    pub(crate) area: u8,
}

impl Areas {
    /// Those of `areas.csv`; without one those that `annexes.csv` names by a word of the trade; where it names none, the
    /// city.
    pub(crate) fn read(folder: &Folder, city: &str, annexes: &Table, faults: &Faults) -> Self {
        let mut areas = Self::default();
        let columns = Columns::of(&[Column::Name], &[Column::English]);
        if let Some(table) = Table::read_if_there(folder, "areas.csv", &columns, faults) {
            for row in table.rows().take(MOST) {
                let cell = row.cell(Column::Name);
                let Some(name) = cell.name(faults) else { continue };
                let english = row.filled(Column::English).and_then(|cell| cell.name(faults)).map(str::to_owned);
                if areas.find(name).is_some() {
                    faults.add(cell.at, fault!("{name} is there twice", "{name}出现两次"));
                    continue;
                }
                if let Some(english) = &english
                    && areas.find(english).is_some()
                {
                    faults.add(row.cell(Column::English).at, fault!("{english} is there twice", "{english}出现两次"));
                }
                areas.push(name, english);
            }
            if table.all_rows().len() > MOST {
                faults.add(table.end(), fault!("more than {MOST} areas", "区域多于{MOST}个"));
            }
        } else {
            for row in annexes.rows() {
                for name in listed(row.cell(Column::Area), |_| false) {
                    if areas.find(name).is_none() && name.parse::<Known>().is_ok() {
                        areas.push(name, None);
                    }
                }
            }
        }
        if areas.list.is_empty() {
            areas.push(if city.is_empty() { "-" } else { city }, None);
        }
        areas
    }

    fn push(&mut self, name: &str, english: Option<String>) {
        let place = self.list.len() as u16;
        let known = name.parse::<Known>().ok();
        for text in [Some(name), english.as_deref()].into_iter().flatten() {
            // That it is new has been seen to.
            let _ = self.names.add(text, place);
        }
        let name = known.map_or_else(|| name.to_owned(), |known| known.chinese().to_owned());
        self.list.push(Area { name, english, known });
    }

    /// The place of the area of that name.
    pub(crate) fn find(&self, text: &str) -> Option<u8> {
        let known = || {
            let known: Known = text.parse().ok()?;
            self.list.iter().position(|area| area.known == Some(known)).map(|place| place as u8)
        };
        self.names.find(text).map(|place| place as u8).or_else(known)
    }

    pub(crate) fn named(&self, text: &str) -> Result<u8, Fault> {
        self.find(text).ok_or_else(|| {
            let all = self.list.iter().map(|area| area.name.as_str()).collect::<Vec<_>>();
            let (all, all_chinese) = (all.join(", "), all.join("、"));
            fault!(
                "{text:?} is no area of this edition: {all}; further ones are listed in areas.csv",
                "{text:?}不是本版本的区域：{all_chinese}；其他区域须列入areas.csv",
            )
        })
    }

    /// The areas that a cell lists.
    pub(crate) fn in_cell(&self, cell: Cell<'_>, faults: &Faults) -> Vec<u8> {
        listed(cell, |name| self.find(name).is_some())
            .into_iter()
            .filter_map(|name| faults.keep(cell.at, self.named(name).map_err(|fault| cell.fault(fault))))
            .collect()
    }

    /// Its name in errors: in English where it has one, and in Chinese.
    pub(crate) fn said(&self, place: u8) -> (String, String) {
        let area = &self.list[usize::from(place)];
        let known = area.known.map(|known| known.english().to_owned());
        (area.english.clone().or(known).unwrap_or_else(|| area.name.clone()), area.name.clone())
    }
}

/// What a cell lists: between plus signs and semicolons, and between the commas of a Chinese list where what has one is not a
/// name itself, as `旅馆、餐饮` can be.
pub(crate) fn listed(cell: Cell<'_>, is_name: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut list = Vec::new();
    for item in cell.text.split(['+', ';', '；']).map(trimmed).filter(|text| !text.is_empty()) {
        if is_name(item) {
            list.push(item);
        } else {
            list.extend(item.split('、').map(trimmed).filter(|text| !text.is_empty()));
        }
    }
    list
}

/// The places of `places.csv`, in the order of the document.
pub(crate) fn places(folder: &Folder, areas: &Areas, faults: &Faults) -> Vec<Place> {
    let columns = Columns::of(&[Column::Name], &[Column::Area, Column::District]);
    let Some(table) = Table::read_if_there(folder, "places.csv", &columns, faults) else { return Vec::new() };
    let mut places: Vec<Place> = Vec::new();
    for row in table.rows() {
        let (cell, of) = (row.cell(Column::Name), row.cell(Column::Area));
        let name = cell.name(faults);
        let area = match areas.list.len() {
            1 if of.text.is_empty() => Some(0),
            _ => of.parsed(faults, |text| areas.named(text)),
        };
        let (Some(name), Some(area)) = (name, area) else { continue };
        if places.iter().any(|before| before.area == area && before.name == name) {
            faults.add(cell.at, fault!("{name} is there twice", "{name}出现两次"));
        }
        let district = row.filled(Column::District).and_then(|cell| cell.text(faults)).map(str::to_owned);
        places.push(Place { name: name.to_owned(), district, area });
    }
    places
}
