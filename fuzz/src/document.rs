//! Arbitrary documents with a correction system: as the folder that an edition is read from, and as the model has them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::calendar::{Day, days_in_month};
use crate::chain::{Chain, link};
use crate::number::Number;

pub const AREAS: [&str; 2] = ["城区", "乡镇"];
pub const LAND_USES: [&str; 2] = ["商业", "居住"];
pub const GRADES: [&str; 2] = ["一级", "二级"];
pub const NUMBER: &str = "云政发〔2025〕3号";
pub const BASE_DATE: Day = (2020, 6, 30);
/// The statutory term of the first land use, and its rate; of the second nothing is stated.
pub const TERM: Number = Number { negative: false, digits: 40, places: 0 };
pub const RATE: Number = Number { negative: false, digits: 64, places: 3 };
pub const PRICE: Number = Number { negative: false, digits: 1000, places: 0 };

const FACTORS: [&str; 2] = ["距车站距离", "供水"];
const COEFFICIENTS: [&str; 3] = ["形状", "面积", "规模"];
const LEVELS: [&str; 4] = ["优", "一般", "劣", "3"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    PlotRatio,
    Factor,
    Coefficient,
    Term,
    Index,
    Growth,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    Linear,
    RowBefore,
    Nothing,
}

/// A table for an area, a land use and a grade; for all where one is none.
#[derive(Debug)]
pub struct Table {
    pub kind: Kind,
    pub name: &'static str,
    pub area: Option<usize>,
    pub land_use: Option<usize>,
    pub grade: Option<usize>,
    pub between: Between,
    pub chain: Option<Chain>,
    pub open_below: bool,
    pub open_above: bool,
    pub by_area: bool,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub struct Row {
    /// A plot ratio or a term.
    pub key: Number,
    pub day: Day,
    pub level: &'static str,
    pub interval: Option<Interval>,
    /// As printed: in per cent where the table is.
    pub value: Number,
}

/// A bound, and whether it belongs to the interval.
pub type Bound = Option<(Number, bool)>;

#[derive(Clone, Copy, Debug)]
pub struct Interval {
    pub low: Bound,
    pub high: Bound,
    /// Which of the ways to print it.
    way: u8,
}

#[derive(Debug)]
pub struct Document {
    pub tables: Vec<Table>,
}

impl<'a> Arbitrary<'a> for Document {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut tables: Vec<Table> = Vec::new();
        for _ in 0..1 + u8::arbitrary(u)? % 8 {
            let table = Table::arbitrary(u)?;
            let is_same = |other: &Table| {
                (other.kind, other.name, other.area, other.land_use, other.grade)
                    == (table.kind, table.name, table.area, table.land_use, table.grade)
            };
            if !tables.iter().any(is_same) {
                tables.push(table);
            }
        }
        Ok(Self { tables })
    }
}

/// A number of at most four places.
fn small(u: &mut Unstructured, least: u16, most: u16) -> Result<Number> {
    let digits = u128::from(least + u16::arbitrary(u)? % (most - least));
    Ok(Number { negative: false, digits, places: u32::from(u8::arbitrary(u)? % 4) })
}

fn some(u: &mut Unstructured, count: u8) -> Result<Option<usize>> {
    let choice = u8::arbitrary(u)?;
    Ok((choice % 2 == 1).then_some(usize::from(choice / 2 % count)))
}

fn day(u: &mut Unstructured) -> Result<Day> {
    let (year, month, day) = <(u8, u8, u8)>::arbitrary(u)?;
    let (year, month) = (2018 + i32::from(year % 8), 1 + i32::from(month % 12));
    Ok((year, month, 1 + i32::from(day) % days_in_month(year, month)))
}

impl<'a> Arbitrary<'a> for Table {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let choice = u8::arbitrary(u)?;
        let some = |u: &mut Unstructured| Ok(some(u, 2)?.filter(|_| choice >= 0x60));
        let kind = [Kind::PlotRatio, Kind::Factor, Kind::Coefficient, Kind::Term, Kind::Index, Kind::Growth]
            [usize::from(choice % 6)];
        let name = match kind {
            Kind::Factor => FACTORS[usize::from(choice / 6) % 2],
            Kind::Coefficient => COEFFICIENTS[usize::from(choice / 6) % 3],
            _ => "",
        };
        let between = [Between::Linear, Between::RowBefore, Between::Nothing][usize::from(u8::arbitrary(u)? % 3)];
        let mut table = Self {
            kind,
            name,
            area: some(u)?,
            land_use: some(u)?,
            grade: some(u)?,
            between: if kind == Kind::Index && between == Between::Nothing { Between::Linear } else { between },
            chain: Chain::some(choice / 6 % 6).filter(|_| kind == Kind::Index),
            open_below: kind == Kind::PlotRatio && bool::arbitrary(u)?,
            open_above: kind == Kind::PlotRatio && bool::arbitrary(u)?,
            by_area: kind == Kind::Coefficient && bool::arbitrary(u)?,
            rows: Vec::new(),
        };
        let least = u8::from(kind != Kind::Term);
        let count = if kind == Kind::Growth { 1 } else { least + u8::arbitrary(u)? % 4 };
        for place in 0..count {
            let value = match kind {
                Kind::Factor => Number { negative: bool::arbitrary(u)?, ..small(u, 0, 9_900)? },
                Kind::Growth => Number { negative: bool::arbitrary(u)?, ..small(u, 0, 40)? },
                _ => small(u, 1, 20_000)?,
            };
            let value =
                Number { places: if kind == Kind::Factor { value.places.max(2) } else { value.places }, ..value };
            let interval = if kind == Kind::Factor || kind == Kind::Coefficient { interval(u)? } else { None };
            let level = LEVELS[usize::from(place)];
            table.rows.push(Row { key: small(u, 1, 90)?, day: day(u)?, level, interval, value });
        }
        table.settle(u)?;
        Ok(table)
    }
}

/// Where a condition is an interval, which most are.
fn interval(u: &mut Unstructured) -> Result<Option<Interval>> {
    let (choice, way) = <(u8, u8)>::arbitrary(u)?;
    let (first, second) = (small(u, 0, 60)?, small(u, 0, 60)?);
    let (low, high) = if first.value() < second.value() { (first, second) } else { (second, first) };
    let [with_low, with_high] = [choice & 0x10 != 0, choice & 0x20 != 0];
    Ok(match choice % 4 {
        0 => Some(Interval { low: Some((low, with_low)), high: None, way }),
        1 => Some(Interval { low: None, high: Some((high, with_high)), way }),
        2 if low.value() < high.value() => {
            Some(Interval { low: Some((low, with_low)), high: Some((high, with_high)), way })
        }
        _ => None,
    })
}

impl Table {
    /// Puts the rows in order, so that the document is one that is printed.
    fn settle(&mut self, u: &mut Unstructured) -> Result<()> {
        if self.kind == Kind::Index {
            // A series that most days are in.
            if let [first, .., last] = &mut self.rows[..]
                && u8::arbitrary(u)? < 0xc0
            {
                (first.day, last.day) = ((2017, 12, 31), (2027, 1, 1));
            }
            self.rows.sort_by_key(|row| row.day);
            self.rows.dedup_by_key(|row| row.day);
            if let Some(chain) = self.chain {
                // A period after the other, the base date in one of the first where these are no months.
                for (place, row) in self.rows.iter_mut().enumerate() {
                    (row.day, row.value) = (chain.day_after(2020, place, row.day), link(row.value));
                }
            }
        } else if self.kind == Kind::PlotRatio || self.kind == Kind::Term {
            self.rows.sort_by_key(|row| row.key.value());
            self.rows.dedup_by_key(|row| row.key.value());
        }
        if !self.by_area {
            return Ok(());
        }
        // Each interval goes on where the one before ends.
        let mut bounds = Vec::new();
        for _ in 0..=self.rows.len() {
            bounds.push(small(u, 1, 60)?);
        }
        bounds.sort_by_key(|bound| bound.value());
        bounds.dedup_by_key(|bound| bound.value());
        self.rows.truncate(bounds.len() - 1);
        self.by_area = !self.rows.is_empty();
        let (ends, way) = <(u8, u8)>::arbitrary(u)?;
        let with_low = ends & 1 != 0;
        let last = self.rows.len().saturating_sub(1);
        for (place, row) in self.rows.iter_mut().enumerate() {
            row.interval = Some(Interval {
                low: Some((bounds[place], with_low)).filter(|_| place > 0 || ends & 2 != 0),
                high: Some((bounds[place + 1], !with_low)).filter(|_| place < last || ends & 4 != 0),
                way,
            });
        }
        // An interval of everything is none.
        if let [row] = &mut self.rows[..]
            && let Some(Interval { low: None, high: None, .. }) = row.interval
        {
            row.interval = Some(Interval { low: Some((bounds[0], with_low)), high: None, way });
        }
        Ok(())
    }
}

impl Interval {
    pub fn contains(&self, number: Number) -> bool {
        let number = number.value();
        let above = self.low.is_none_or(|(low, with)| low.value() < number || (with && low.value() == number));
        above && self.high.is_none_or(|(high, with)| number < high.value() || (with && high.value() == number))
    }

    /// One of the ways in which documents print it.
    fn printed(&self) -> String {
        let unit = ["", "", "米", "㎡"][usize::from(self.way % 4)];
        let text = |number: Number| format!("{}{unit}", number.text());
        match (self.low, self.high) {
            (Some((low, true)), None) if self.way & 4 != 0 => format!("{}以上", text(low)),
            (None, Some((high, true))) if self.way & 4 != 0 => format!("{}及以下", text(high)),
            (Some((low, with)), None) => format!("{}{}", if with { "≥" } else { "＞" }, text(low)),
            (None, Some((high, with))) => format!("{}{}", if with { "≤" } else { "<" }, text(high)),
            (Some((low, true)), Some((high, true))) if self.way & 4 != 0 => format!("{}～{}", text(low), text(high)),
            (Some((low, with_low)), Some((high, with_high))) => {
                let (open, close) = (if with_low { "[" } else { "（" }, if with_high { "]" } else { "）" });
                format!("{open}{}，{}{close}", text(low), text(high))
            }
            (None, None) => String::new(),
        }
    }
}

impl Document {
    /// The files of the folder by name.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut add = |name: String, text: String| files.insert(name, text.into_bytes());
        let (year, month, day) = BASE_DATE;
        add(
            "edition.csv".into(),
            format!("key,value\ncity,云州市\ndocument_number,{NUMBER}\nbase_date,{year}-{month:02}-{day}\n"),
        );
        add("areas.csv".into(), format!("name\n{}\n{}\n", AREAS[0], AREAS[1]));
        add("annexes.csv".into(), format!("number,land_uses,prices\n1,{}+{},grade\n", LAND_USES[0], LAND_USES[1]));
        let mut prices = format!("area,land_use,{},{}\n", GRADES[0], GRADES[1]);
        for area in AREAS {
            for land_use in LAND_USES {
                writeln!(prices, "{area},{land_use},{0},{0}", PRICE.text()).expect("a text");
            }
        }
        add("annex-1.csv".into(), prices);
        add("uses.csv".into(), format!("name,class\n{},商服\n{},住宅\n", LAND_USES[0], LAND_USES[1]));
        add(
            "basis.csv".into(),
            format!(
                "land_use,statutory_term,capitalization_rate\n{},{},6.4%\n{},,\n",
                LAND_USES[0],
                TERM.text(),
                LAND_USES[1]
            ),
        );
        let mut declared = String::from("kind,name,file,land_uses,area,grade,between,series,by,value,part\n");
        for (place, table) in self.tables.iter().enumerate() {
            let of = |names: [&'static str; 2], of: Option<usize>| of.map_or("", |of| names[of]);
            let (kind, between) = match table.kind {
                Kind::PlotRatio => ("plot ratio", Some(table.between)),
                Kind::Factor => ("factors", None),
                Kind::Coefficient => ("coefficients", None),
                Kind::Term => ("term", None),
                Kind::Index => ("index", Some(table.between)),
                Kind::Growth => ("growth", None),
            };
            let between = between.map_or("", |between| match between {
                Between::Linear => "linear",
                Between::RowBefore => "row before",
                Between::Nothing => "nothing",
            });
            let value = match (table.kind, &table.rows[..]) {
                (Kind::Growth, [row, ..]) => format!("{}%", row.value.text()),
                (Kind::Term, []) => "m/n".to_owned(),
                _ => String::new(),
            };
            let file = if value.is_empty() { format!("t{place}.csv") } else { String::new() };
            let (land_use, area, grade) =
                (of(LAND_USES, table.land_use), of(AREAS, table.area), of(GRADES, table.grade));
            let series = table.chain.map_or("", Chain::declared);
            let by = if table.by_area { "area" } else { "" };
            // The name of a factor is in its row.
            let name = if table.kind == Kind::Coefficient { table.name } else { "" };
            writeln!(
                declared,
                "{kind},{name},{file},{land_use},{area},{grade},{between},{series},{by},{value},表{place}"
            )
            .expect("a text");
            if !file.is_empty() {
                add(file, table.printed());
            }
        }
        add("corrections.csv".into(), declared);
        files
    }
}

impl Table {
    fn printed(&self) -> String {
        let mut text = String::from(match self.kind {
            Kind::PlotRatio => "plot_ratio,coefficient\n",
            Kind::Term => "years,coefficient\n",
            Kind::Index => "date,index\n",
            Kind::Factor => "factor,level,condition,coefficient\n",
            Kind::Coefficient | Kind::Growth => "level,condition,coefficient\n",
        });
        let last = self.rows.len().saturating_sub(1);
        for (place, row) in self.rows.iter().enumerate() {
            let (value, level) = (row.value.text(), row.level);
            let condition = row.interval.map_or_else(|| "临街".to_owned(), |interval| interval.printed());
            let written = match self.kind {
                Kind::PlotRatio => {
                    let below =
                        if place == 0 && self.open_below && (last > 0 || !self.open_above) { "≤" } else { "" };
                    let above = if place == last && self.open_above { "≥" } else { "" };
                    writeln!(text, "{below}{above}{},{value}", row.key.text())
                }
                Kind::Term => writeln!(text, "{},{value}", row.key.text()),
                Kind::Index => writeln!(text, "{}-{:02}-{:02},{value}", row.day.0, row.day.1, row.day.2),
                Kind::Factor => writeln!(text, "{},{level},{condition},{value}", self.name),
                Kind::Coefficient | Kind::Growth => writeln!(text, "{level},{condition},{value}"),
            };
            written.expect("a text");
        }
        text
    }

    /// Whether the first row holds for what is below it: where there is one row alone, it holds for what is above.
    pub fn is_open_below(&self) -> bool {
        self.open_below && (self.rows.len() > 1 || !self.open_above)
    }
}
