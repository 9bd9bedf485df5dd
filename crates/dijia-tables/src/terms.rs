use dijia_core::{Date, Decimal, DecimalText, parse_decimal};

use crate::cell::positive;
use crate::column::Column;
use crate::fault::{Faults, fault};
use crate::folder::Folder;
use crate::formula::{self, Formula};
use crate::table::{Cell, Columns, Row, Table};

/// The document of an edition, the period in which it is in force, and the rules that its figures keep: `edition.csv`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    pub(crate) city: String,
    /// The number; the title of a document that has none.
    pub(crate) document_number: String,
    pub(crate) title: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) issue_date: Option<Date>,
    pub(crate) first_day_in_force: Option<Date>,
    pub(crate) last_day_in_force: Option<Date>,
    pub(crate) base_date: Option<Date>,
    pub(crate) replaces: Option<String>,
    pub(crate) replaces_title: Option<String>,
    pub(crate) replaces_date: Option<Date>,
    pub(crate) rules: Rules,
    pub(crate) formula: Option<Formula>,
}

/// How one printed figure follows from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    /// The places that 万元/亩 is rounded to, half up.
    pub(crate) mu_places: u8,
    /// The ㎡ of a 亩 where it is not 2000/3.
    pub(crate) mu_area: Option<Decimal>,
    /// The places that 元/㎡ is rounded to where it is computed from 万元/亩.
    pub(crate) square_metre_places: Option<u8>,
    /// The places that a floor price is rounded to; none where it is exact.
    pub(crate) floor_price_places: Option<u8>,
    /// The places that a price of land is rounded to where it is computed from the floor price.
    pub(crate) land_price_places: Option<u8>,
}

impl Rules {
    /// With what the cells declare otherwise.
    pub(crate) fn with<'a>(self, faults: &Faults, cell: impl Fn(Column) -> Option<Cell<'a>>) -> Self {
        let mu_places = cell(Column::MuPlaces).and_then(|cell| cell.places(faults));
        let mu_area = cell(Column::MuArea).map(|cell| {
            cell.parsed(
                faults,
                |text| if text == "2000/3" { Ok(None) } else { positive(text, parse_decimal).map(Some) },
            )
        });
        let places = |column| {
            cell(column).map(|cell| match cell.text {
                "exact" | "精确" => None,
                _ => cell.places(faults),
            })
        };
        Self {
            mu_places: mu_places.unwrap_or(self.mu_places),
            mu_area: mu_area.flatten().unwrap_or(self.mu_area),
            square_metre_places: places(Column::SquareMetrePlaces).unwrap_or(self.square_metre_places),
            floor_price_places: places(Column::FloorPricePlaces).unwrap_or(self.floor_price_places),
            land_price_places: places(Column::LandPricePlaces).unwrap_or(self.land_price_places),
        }
    }

    /// What a 亩 is.
    pub(crate) fn mu(self) -> String {
        self.mu_area.map_or_else(|| "2000/3".to_owned(), |area| DecimalText(area).to_string())
    }
}

/// Each key in English and in Chinese, and what else notices call it.
const KEYS: [(&str, &[&str]); 17] = [
    ("city", &["城市"]),
    ("document_number", &["文号", "发文字号"]),
    ("title", &["标题"]),
    ("issuer", &["发布机关", "发布机构", "发文机关", "发文机构", "发布单位"]),
    ("issue_date", &["发布日期", "公布日期", "印发日期"]),
    ("first_day_in_force", &["施行日期", "实施日期", "执行日期"]),
    ("last_day_in_force", &["有效期至"]),
    ("base_date", &["基准日", "估价期日", "估价基准日", "评估基准日"]),
    ("replaces", &["废止文号"]),
    ("replaces_title", &["废止文件标题"]),
    ("replaces_date", &["废止文件日期"]),
    ("mu_places", &["万元/亩小数位"]),
    ("mu_area", &["每亩平方米"]),
    ("square_metre_places", &["元/㎡小数位"]),
    ("floor_price_places", &["楼面地价小数位"]),
    ("land_price_places", &["地面价小数位"]),
    ("formula", &["公式"]),
];

impl Terms {
    pub(crate) fn read(folder: &Folder, faults: &Faults) -> Self {
        let table = Table::read(folder, "edition.csv", &Columns::of(&[Column::Key, Column::Value], &[]), faults);
        let mut seen: Vec<(usize, Row<'_>)> = Vec::new();
        for row in table.rows() {
            let cell = row.cell(Column::Key);
            let key = cell.text;
            let Some(place) = KEYS.iter().position(|(english, chinese)| key == *english || chinese.contains(&key))
            else {
                let english = KEYS.map(|(english, _)| english).join(", ");
                let chinese = KEYS.map(|(_, chinese)| chinese[0]).join("、");
                let fault =
                    fault!("unknown key {key:?}: the keys are {english}", "不认识的项目{key:?}：可有的项目为{chinese}");
                faults.add(cell.at, fault);
                continue;
            };
            match seen.iter().find(|(before, _)| *before == place) {
                Some((_, first)) => {
                    let line = first.line();
                    let fault = fault!(
                        "key {key:?} is there twice, first on line {line}",
                        "项目{key:?}出现两次，先见于第{line}行"
                    );
                    faults.add(cell.at, fault);
                }
                None => seen.push((place, row)),
            }
        }
        let value = |key: &str| {
            let row = seen.iter().find(|(place, _)| KEYS[*place].0 == key);
            row.map(|(_, row)| row.cell(Column::Value))
        };
        let missing = |key: &str| {
            let chinese = KEYS.iter().find(|(english, _)| *english == key).map_or("", |(_, chinese)| chinese[0]);
            faults.add(table.end(), fault!("key {key:?} is missing", "缺少项目{chinese:?}"));
        };
        let text = |key| value(key).and_then(|cell| cell.text(faults)).map(str::to_owned);
        let date = |key| value(key).and_then(|cell| cell.date(faults));
        // A header that is wrong is told by itself.
        if table.has(Column::Key) && value("city").is_none() {
            missing("city");
        }
        if table.has(Column::Key) && value("document_number").is_none() && value("title").is_none() {
            missing("document_number");
        }
        let title = text("title");
        let terms = Self {
            city: text("city").unwrap_or_default(),
            document_number: text("document_number").or_else(|| title.clone()).unwrap_or_default(),
            title,
            issuer: text("issuer"),
            issue_date: date("issue_date"),
            first_day_in_force: date("first_day_in_force"),
            last_day_in_force: date("last_day_in_force"),
            base_date: date("base_date"),
            replaces: text("replaces"),
            replaces_title: text("replaces_title"),
            replaces_date: date("replaces_date"),
            formula: value("formula").and_then(|cell| cell.parsed(faults, formula::read)),
            rules: Rules::default().with(faults, |column| value(column.english())),
        };
        terms.check_order(faults, value);
        terms
    }

    /// A document may be in force from before its issue, but not priced as of a date after it.
    fn check_order<'a>(&self, faults: &Faults, value: impl Fn(&str) -> Option<Cell<'a>>) {
        let at = |key| value(key).map_or_else(|| unreachable!("a date is that of a cell"), |cell| cell.at);
        if let (Some(first), Some(last)) = (self.first_day_in_force, self.last_day_in_force)
            && last < first
        {
            let fault = fault!(
                "the last day in force, {last}, is before the first, {first}",
                "有效期至{last}，早于施行日期{first}",
            );
            faults.add(at("last_day_in_force"), fault);
        }
        if let (Some(base), Some(issue)) = (self.base_date, self.issue_date)
            && base > issue
        {
            let fault =
                fault!("the base date, {base}, is after the issue date, {issue}", "基准日{base}晚于发布日期{issue}");
            faults.add(at("base_date"), fault);
        }
        if let (Some(replaced), Some(issue)) = (self.replaces_date, self.issue_date)
            && replaced > issue
        {
            let fault = fault!(
                "the document that is replaced is of {replaced}, after the issue date, {issue}",
                "废止文件日期{replaced}晚于发布日期{issue}",
            );
            faults.add(at("replaces_date"), fault);
        }
    }
}
