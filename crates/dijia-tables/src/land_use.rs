use dijia_core::{LandUse as Class, layout::MOST};

use crate::area::listed;
use crate::column::Column;
use crate::fault::{Fault, Faults, fault};
use crate::folder::Folder;
use crate::names::Names;
use crate::table::{Columns, Row, Table};

/// A land use of an edition: a row of `uses.csv`.
#[derive(Clone, Debug)]
pub(crate) struct LandUse {
    /// Without 用地.
    pub(crate) name: String,
    pub(crate) english: Option<String>,
    pub(crate) spellings: Vec<String>,
    pub(crate) class: Option<Class>,
    pub(crate) printed_under: Option<String>,
}

/// The land uses of an edition, in its order.
#[derive(Clone, Debug)]
pub(crate) struct LandUses {
    pub(crate) list: Vec<LandUse>,
    names: Names,
}

const SUFFIX: &str = "用地";

/// A name without 用地.
fn bare(name: &str) -> &str {
    name.strip_suffix(SUFFIX).filter(|bare| !bare.is_empty()).unwrap_or(name)
}

impl LandUses {
    /// Those of `uses.csv`; without one those that the trade has a word for.
    pub(crate) fn read(folder: &Folder, faults: &Faults) -> Self {
        const OPTIONAL: [Column; 4] = [Column::Spellings, Column::English, Column::Class, Column::PrintedUnder];

        let mut uses = Self { list: Vec::new(), names: Names::default() };
        match Table::read_if_there(folder, "uses.csv", &Columns::of(&[Column::Name], &OPTIONAL), faults) {
            None => {
                let of_trade = |class: Class| LandUse {
                    name: class.chinese().to_owned(),
                    english: None,
                    spellings: Vec::new(),
                    class: Some(class),
                    printed_under: None,
                };
                uses.list = Class::ALL.map(of_trade).into();
            }
            Some(table) => {
                for row in table.rows().take(MOST) {
                    uses.push(row, faults);
                }
                if table.all_rows().len() > MOST {
                    faults.add(table.end(), fault!("more than {MOST} land uses", "用途多于{MOST}种"));
                }
                if table.all_rows().len() == 0 {
                    faults.add(table.end(), fault!("there is no land use", "没有一种用途"));
                }
            }
        }
        uses
    }

    fn push(&mut self, row: Row<'_>, faults: &Faults) {
        let Some(printed) = row.cell(Column::Name).name(faults) else { return };
        let place = self.list.len() as u16;
        let name = bare(printed);
        let text = |column| row.filled(column).and_then(|cell| cell.name(faults)).map(str::to_owned);
        let class = row.filled(Column::Class).and_then(|cell| cell.parsed(faults, str::parse::<Class>));
        let (spellings, english) = (row.cell(Column::Spellings), text(Column::English));
        let list: Vec<String> = listed(spellings, |_| false).into_iter().map(|text| bare(text).to_owned()).collect();
        for (spelling, at) in [(name, row.cell(Column::Name).at)]
            .into_iter()
            .chain(list.iter().map(|text| (text.as_str(), spellings.at)))
            .chain(english.as_deref().map(|text| (text, row.cell(Column::English).at)))
        {
            if let Err(other) = self.names.add(spelling, place) {
                let other = self.list.get(usize::from(other)).map_or("", |land_use| &land_use.name);
                faults.add(at, fault!("{spelling} is a name of {other} already", "{spelling}已是{other}的名称"));
            }
            if let Ok(known) = spelling.parse::<Class>()
                && class != Some(known)
            {
                let (english, chinese) = (known.english(), known.chinese());
                let fault = fault!(
                    "{spelling} is the trade's word for {english} land, and its class is another",
                    "{spelling}通常指{chinese}用地，而所填类别不同",
                );
                faults.add(at, fault);
            }
        }
        let printed_under = text(Column::PrintedUnder);
        self.list.push(LandUse { name: name.to_owned(), english, spellings: list, class, printed_under });
    }

    /// The place of the land use of that name; of a class that has one land use, also by any name of the class.
    pub(crate) fn find(&self, text: &str) -> Option<u8> {
        let name = bare(text);
        if let Some(place) = self.names.find(name) {
            return Some(place as u8);
        }
        let class: Class = text.parse().ok()?;
        (0..self.list.len() as u8)
            .find(|&place| self.is_class(place) && self.list[usize::from(place)].class == Some(class))
    }

    /// The land use that a text begins with, and what follows its name; the longest name counts.
    pub(crate) fn begins<'a>(&self, text: &'a str) -> Option<(u8, &'a str)> {
        let ends = text.char_indices().map(|(end, _)| end).filter(|&end| end > 0).rev();
        ends.map(|end| text.split_at(end)).find_map(|(name, rest)| Some((self.find(name)?, rest)))
    }

    pub(crate) fn named(&self, text: &str) -> Result<u8, Fault> {
        self.find(text).ok_or_else(|| {
            let all = self.list.iter().map(|land_use| land_use.name.as_str()).collect::<Vec<_>>();
            let (all, all_chinese) = (all.join(", "), all.join("、"));
            fault!(
                "{text:?} is no land use of this edition: {all}; further ones are listed in uses.csv",
                "{text:?}不是本版本的用途：{all_chinese}；其他用途须列入uses.csv",
            )
        })
    }

    /// The places of the land uses of that name, or of all that are of that class or printed under that name.
    pub(crate) fn all(&self, text: &str) -> Vec<u8> {
        if let Some(place) = self.find(text) {
            return vec![place];
        }
        let class: Option<Class> = text.parse().ok();
        let is_of = |land_use: &LandUse| {
            let is_under = land_use.printed_under.as_deref().is_some_and(|under| bare(under) == bare(text));
            is_under || (class.is_some() && land_use.class == class)
        };
        (0..self.list.len() as u8).filter(|&place| is_of(&self.list[usize::from(place)])).collect()
    }

    pub(crate) fn all_named(&self, text: &str) -> Result<Vec<u8>, Fault> {
        let all = self.all(text);
        if all.is_empty() { self.named(text).map(|place| vec![place]) } else { Ok(all) }
    }

    /// Whether it is the only one of its class, which names it then.
    pub(crate) fn is_class(&self, place: u8) -> bool {
        let class = self.list[usize::from(place)].class;
        class.is_some() && self.list.iter().filter(|land_use| land_use.class == class).count() == 1
    }

    /// Its name in errors: in English where it has one, and in Chinese.
    pub(crate) fn said(&self, place: u8) -> (String, String) {
        let land_use = &self.list[usize::from(place)];
        let of_class = land_use.class.filter(|_| self.is_class(place)).map(|class| class.english().to_owned());
        let english = land_use.english.clone().or(of_class).unwrap_or_else(|| land_use.name.clone());
        (english, land_use.name.clone())
    }
}
