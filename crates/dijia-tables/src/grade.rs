use std::collections::BTreeMap;
use std::sync::LazyLock;

use dijia_core::{Normal, layout::MOST};

use crate::area::listed;
use crate::column::Column;
use crate::fault::{Fault, Faults, fault};
use crate::folder::Folder;
use crate::names::Names;
use crate::table::{Columns, Table};
use crate::text::narrowed;

/// A grade as it is written: one that has a number in one of many ways, any other by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grade {
    Number(u8),
    /// The place in `grades.csv`.
    Named(u8),
}

/// The grades of an edition, the dearest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grades {
    pub(crate) list: Vec<ListedGrade>,
    names: Names,
    is_declared: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct ListedGrade {
    /// The numeral of one that has a number.
    pub(crate) name: String,
    /// 0 for one that has none.
    pub(crate) number: u8,
    /// Its name as printed, and further ones.
    pub(crate) spellings: Vec<String>,
}

impl Grades {
    /// Those of `grades.csv`. Without one the grades are those that the tables number.
    pub(crate) fn read(folder: &Folder, faults: &Faults) -> Self {
        let mut grades = Self::default();
        let columns = Columns::of(&[Column::Name], &[Column::Spellings]);
        let Some(table) = Table::read_if_there(folder, "grades.csv", &columns, faults) else { return grades };
        grades.is_declared = true;
        for row in table.rows().take(MOST) {
            let cell = row.cell(Column::Name);
            let Some(name) = cell.name(faults) else { continue };
            let number = number(name).unwrap_or(0);
            let place = grades.list.len() as u16;
            let mut spellings: Vec<String> =
                listed(row.cell(Column::Spellings), |_| false).into_iter().map(str::to_owned).collect();
            spellings.insert(0, name.to_owned());
            let is_twice = spellings.iter().any(|name| grades.names.add(name, place).is_err());
            if is_twice || (number > 0 && grades.list.iter().any(|grade| grade.number == number)) {
                faults.add(cell.at, fault!("{name} is there twice", "{name}出现两次"));
            }
            let name = if number > 0 { numeral(number) } else { name.to_owned() };
            grades.list.push(ListedGrade { name, number, spellings });
        }
        if table.all_rows().len() > MOST {
            faults.add(table.end(), fault!("more than {MOST} grades", "级别多于{MOST}个"));
        }
        grades
    }

    /// The grades that the tables number, from Ⅰ to the last, where none are listed.
    pub(crate) fn complete(&mut self, used: impl Iterator<Item = Grade>) {
        if self.is_declared {
            return;
        }
        let last = used.filter_map(|grade| if let Grade::Number(number) = grade { Some(number) } else { None }).max();
        self.list = (1..=last.unwrap_or(0))
            .map(|number| ListedGrade { name: numeral(number), number, spellings: Vec::new() })
            .collect();
    }

    /// Reads a grade.
    pub(crate) fn parse(&self, text: &str) -> Result<Grade, Fault> {
        if let Some(place) = self.names.find(text) {
            let number = self.list.get(usize::from(place)).map_or(0, |grade| grade.number);
            return Ok(if number > 0 { Grade::Number(number) } else { Grade::Named(place as u8) });
        }
        match number(text) {
            Some(number) if !self.is_declared || self.list.iter().any(|grade| grade.number == number) => {
                Ok(Grade::Number(number))
            }
            _ if self.is_declared => {
                let all = self.list.iter().map(|grade| grade.name.as_str()).collect::<Vec<_>>();
                let (all, all_chinese) = (all.join(", "), all.join("、"));
                Err(fault!("{text:?} is no grade of this edition: {all}", "{text:?}不是本版本的级别：{all_chinese}"))
            }
            _ => Err(fault!(
                "{text:?} is no grade such as Ⅲ, 3 or 三级; one that has a name is listed in grades.csv",
                "{text:?}不是Ⅲ、3、三级这样的级别；以名称命名的级别须列入grades.csv",
            )),
        }
    }

    /// Reads a grade, or the first and the last of several, as `Ⅰ～Ⅲ`, `1-3级` and `一至三级`.
    pub(crate) fn range(&self, text: &str) -> Result<Vec<Grade>, Fault> {
        let Some((first, last)) =
            text.split_once(['~', '～', '至', '-', '－', '—', '–']).filter(|_| self.names.find(text).is_none())
        else {
            return self.parse(text).map(|grade| vec![grade]);
        };
        match (self.parse(first.trim())?, self.parse(last.trim())?) {
            (Grade::Number(first), Grade::Number(last)) if first < last => {
                Ok((first..=last).map(Grade::Number).collect())
            }
            _ => Err(fault!("{text:?} are no grades from a first to a last", "{text:?}不是由前至后的若干级别")),
        }
    }

    /// The place of a grade in the list.
    pub(crate) fn place(&self, grade: &Grade) -> Option<u8> {
        match grade {
            Grade::Number(number) => {
                self.list.iter().position(|listed| listed.number == *number).map(|place| place as u8)
            }
            Grade::Named(place) => Some(*place),
        }
    }

    /// Its name in errors.
    pub(crate) fn said(&self, grade: &Grade) -> String {
        match grade {
            Grade::Number(number) => numeral(*number),
            Grade::Named(place) => self.list.get(usize::from(*place)).map_or(String::new(), |grade| grade.name.clone()),
        }
    }
}

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The grade of that number as editions write it: its numeral, or beyond the grades that have one the number.
pub(crate) fn numeral(number: u8) -> String {
    dijia_core::Grade::from_number(number).map_or_else(|| number.to_string(), |grade| grade.to_string())
}

/// Every way in which the number of a grade is written.
pub(crate) fn spellings(number: u8) -> Vec<String> {
    let chinese = {
        let digit = |n: u8| {
            usize::from(n).checked_sub(1).and_then(|place| DIGITS.get(place)).map_or(String::new(), char::to_string)
        };
        let tens = if number >= 20 { digit(number / 10) } else { String::new() };
        let ten = if number >= 10 { "十" } else { "" };
        format!("{tens}{ten}{}", digit(number % 10))
    };
    let mut all = vec![numeral(number), roman(number), number.to_string(), chinese];
    all.dedup();
    let with_suffix: Vec<String> = all.iter().map(|text| format!("{text}级")).collect();
    all.into_iter().chain(with_suffix).collect()
}

/// The Roman numeral in letters.
fn roman(number: u8) -> String {
    const LETTERS: [(u8, &str); 6] = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")];
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in LETTERS {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text.push_str(&"I".repeat(rest.into()));
    text
}

/// The number of a grade that is written as one, from 1 to 63: Ⅲ, III, 3, 三, with or without 第 before and 级, 级地, 级地段 or 级区片
/// behind.
pub(crate) fn number(text: &str) -> Option<u8> {
    let narrow = narrowed(text).to_ascii_uppercase();
    let bare = narrow.strip_prefix('第').unwrap_or(&narrow);
    let bare =
        ["级地段", "级区片", "级地", "级"].iter().find_map(|suffix| bare.strip_suffix(suffix)).unwrap_or(bare).trim();
    let letters: String = bare
        .chars()
        .map(|c| {
            let place = match c {
                'Ⅰ'..='Ⅻ' => u32::from(c) - u32::from('Ⅰ'),
                'ⅰ'..='ⅻ' => u32::from(c) - u32::from('ⅰ'),
                _ => return c.to_string(),
            };
            roman(place as u8 + 1)
        })
        .collect();
    NUMBERS.get(letters.as_str()).copied()
}

/// The numbers from 1 to 63 in Roman letters, in Arabic and in Chinese.
static NUMBERS: LazyLock<BTreeMap<String, u8>> = LazyLock::new(|| {
    let written = |number| spellings(number).into_iter().map(move |spelling| (spelling, number));
    (1..MOST as u8).flat_map(written).collect()
});

/// A code of a grade and a number where the grade is beyond those that [`dijia_core::ZoneCode`] has: `XXI-3`, `21-02`.
pub(crate) fn far_zone(text: &str) -> Option<(u8, u16)> {
    let normal = Normal::of(text)?;
    let (grade, digits) = normal.as_str().split_once('-')?;
    let grade = number(grade).filter(|&grade| dijia_core::Grade::from_number(grade).is_none())?;
    let is_number = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u16 = digits.parse().ok().filter(|&number| is_number && number > 0)?;
    Some((grade, number))
}
