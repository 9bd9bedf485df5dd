//! Corrections as a document publishes them, by a plain model: which table counts, which row a level or a number is in, and
//! what follows in exact fractions.

use arbitrary::{Arbitrary, Result as Drawn, Unstructured};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed};

use crate::bounds::{Bounds, power, term_coefficient};
use crate::calendar::{Day, days_between, days_in_month, periods};
use crate::chain::levels;
use crate::document::{
    AREAS, BASE_DATE, Between, Document, GRADES, Kind, LAND_USES, NUMBER, PRICE, RATE, Row, TERM, Table,
};
use crate::number::{Number, sum};
use crate::rules::{Refusal, figure};
use dijia::Quantity;

/// A parcel that is priced by a document.
#[derive(Debug)]
pub struct Asked {
    pub document: Document,
    pub area: usize,
    pub land_use: usize,
    pub grade: usize,
    pub plot_ratio: Option<Number>,
    pub remaining: Option<Number>,
    pub valuation_date: Option<Day>,
    pub square_metres: Option<Number>,
    pub statutory_term: Option<Number>,
    pub own_rate: bool,
    /// Names as they are spelled, and levels.
    pub levels: Vec<(String, String)>,
    pub places: u8,
}

/// What the library must say.
#[derive(Debug)]
pub struct Expected {
    pub term: Option<String>,
    pub plot_ratio: Option<String>,
    pub date: Option<String>,
    pub factor_sum: Option<String>,
    pub unit_price: String,
    /// Of each step that cites: the part of the document, the row, and whether it is printed there.
    pub sources: Vec<(String, Option<u16>, bool)>,
    /// The names of what has no level.
    pub without_level: Vec<&'static str>,
}

/// Why there is no price.
#[derive(Debug)]
pub enum Stop {
    Message(String),
    /// The model does not know.
    Unknown,
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Error(error) => Self::Message(error.to_string()),
            _ => Self::Unknown,
        }
    }
}

type Result<T> = std::result::Result<T, Stop>;

fn stop<T>(message: String) -> Result<T> {
    Err(Stop::Message(message))
}

impl<'a> Arbitrary<'a> for Asked {
    fn arbitrary(u: &mut Unstructured<'a>) -> Drawn<Self> {
        let [area, land_use, grade, choice, more] = <[u8; 5]>::arbitrary(u)?;
        let document = Document::arbitrary(u)?;
        let mut asked = Self {
            area: usize::from(area % 2),
            land_use: usize::from(land_use % 2),
            grade: usize::from(grade % 2),
            plot_ratio: None,
            remaining: None,
            valuation_date: None,
            square_metres: None,
            statutory_term: (more & 1 != 0 && choice & 2 != 0).then_some(Number { digits: 50, ..TERM }),
            own_rate: more & 6 == 6 && choice & 2 != 0,
            levels: Vec::new(),
            places: more >> 5,
            document,
        };
        if choice & 1 != 0 {
            asked.plot_ratio = Some(asked.near(u, Kind::PlotRatio)?);
        }
        if choice & 2 != 0 {
            let remaining = asked.near(u, Kind::Term)?;
            asked.remaining = Some(Number { places: remaining.places.max(1), ..remaining });
        }
        if choice & 4 != 0 {
            let (year, month, day) = <(u8, u8, u8)>::arbitrary(u)?;
            let (year, month) = (2018 + i32::from(year % 9), 1 + i32::from(month % 12));
            asked.valuation_date = Some((year, month, 1 + i32::from(day) % days_in_month(year, month)));
            let days: Vec<Day> =
                asked.document.tables.iter().flat_map(|table| &table.rows).map(|row| row.day).collect();
            if day >= 0x80 && !days.is_empty() {
                asked.valuation_date = Some(days[usize::from(day) % days.len()]);
            }
        }
        if choice & 8 != 0 {
            asked.square_metres = Some(asked.near(u, Kind::Coefficient)?).filter(|number| number.is_positive());
        }
        for _ in 0..u8::arbitrary(u)? % 5 {
            let level = asked.level(u)?;
            let before = asked.levels.iter().position(|(name, _)| normal(name) == normal(&level.0));
            if before.is_some() && more & 8 != 0 {
                continue;
            }
            asked.levels.push(level);
            // Of those that are named twice, which one is told first is not said.
            if let Some(before) = before {
                let again = asked.levels.pop();
                asked.levels = [asked.levels.swap_remove(before)].into_iter().chain(again).collect();
                break;
            }
        }
        Ok(asked)
    }
}

impl Asked {
    /// A number of a table of that kind, one beside it, or another.
    fn near(&self, u: &mut Unstructured, kind: Kind) -> Drawn<Number> {
        let (place, other, places) = <(u8, u16, u8)>::arbitrary(u)?;
        let rows = self.document.tables.iter().filter(|table| table.kind == kind).flat_map(|table| &table.rows);
        let bounds = |row: &Row| match row.interval {
            _ if kind == Kind::PlotRatio || kind == Kind::Term => Some(row.key),
            Some(interval) => interval.low.or(interval.high).map(|(bound, _)| bound),
            None => None,
        };
        let known: Vec<Number> = rows.filter_map(bounds).collect();
        let (most, places) = if kind == Kind::Term { (4_000, 2) } else { (9_000, places % 4) };
        let drawn = Number { negative: false, digits: 1 + u128::from(other) % most, places: places.into() };
        Ok(match (known.is_empty(), place % 4) {
            (true, _) | (_, 3) => drawn,
            (_, 2) => {
                let beside = known[usize::from(place / 4) % known.len()];
                Number { digits: beside.digits * 10 + u128::from(other % 2), places: beside.places + 1, ..beside }
            }
            _ => known[usize::from(place / 4) % known.len()],
        })
    }

    /// A factor or a coefficient in one of its spellings, and a level of it: a name, a number, or neither.
    fn level(&self, u: &mut Unstructured) -> Drawn<(String, String)> {
        let [of, spelling, level, way] = <[u8; 4]>::arbitrary(u)?;
        // Mostly of a table that the document has.
        let tables = &self.document.tables;
        let known: Vec<&Table> = tables.iter().filter(|table| !table.name.is_empty()).collect();
        let (name, kind) = match known.len() {
            0 => ("地铁", Kind::Factor),
            _ if of >= 0xf4 => ("地铁", Kind::Factor),
            count => (known[usize::from(of) % count].name, known[usize::from(of) % count].kind),
        };
        let mut chars = name.chars();
        let first = chars.next().map_or(String::new(), |c| c.to_string());
        let name = match spelling % 8 {
            0 => format!("\u{3000}{name}"),
            1 => format!("{first} {}", chars.as_str()),
            _ => name.to_owned(),
        };
        let level = match way % 8 {
            0..=3 => ["优", "一般", "劣", "3", " 优", "３", "中", ""][usize::from(level) % 8].to_owned(),
            4..=6 => self.near(u, kind)?.text(),
            _ => ["-1", "1,000", "3米", "."][usize::from(level) % 4].to_owned(),
        };
        Ok((name, level))
    }

    /// The tables of a kind that hold here, the most particular first; of one name the first alone.
    fn tables(&self, kind: Kind) -> Vec<(usize, &Table)> {
        let holds = |of: Option<usize>, here: usize| of.is_none_or(|of| of == here);
        let mut held: Vec<(usize, &Table)> = self.document.tables.iter().enumerate().collect();
        held.retain(|(_, table)| {
            table.kind == kind
                && (!table.rows.is_empty() || kind == Kind::Term)
                && holds(table.area, self.area)
                && holds(table.land_use, self.land_use)
                && holds(table.grade, self.grade)
        });
        held.sort_by_key(|(_, table)| (table.grade.is_none(), table.land_use.is_none(), table.area.is_none()));
        let mut names = Vec::new();
        held.retain(|(_, table)| {
            let is_new = !names.contains(&table.name);
            names.push(table.name);
            is_new
        });
        held
    }

    fn table(&self, kind: Kind) -> Option<(usize, &Table)> {
        self.tables(kind).into_iter().next()
    }
}

/// A name without what is not seen in those that are drawn here, and in half-width digits.
fn normal(text: &str) -> String {
    let narrow = |c: char| if c == '３' { '3' } else { c };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// The number that a text is.
fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    let narrow: String = text.chars().map(|c| if c == '３' { '3' } else { c }).collect();
    let (whole, part) = narrow.split_once('.').unwrap_or((&narrow, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number =
        !whole.is_empty() && is_digits(whole) && is_digits(part) && (narrow.contains('.') != part.is_empty());
    let digits = format!("{whole}{part}").parse().ok().filter(|_| is_number)?;
    Some(Number { negative: false, digits, places: part.len() as u32 })
}

impl Table {
    /// The row of a level, and its place.
    fn level(&self, level: &str) -> Option<(usize, &Row)> {
        let rows = || self.rows.iter().enumerate();
        let by_name = rows().find(|(_, row)| row.level == level);
        let by_name = by_name.or_else(|| rows().find(|(_, row)| row.level == normal(level)));
        by_name.or_else(|| self.at(number(level)?))
    }

    /// The only row whose interval a number is in.
    fn at(&self, number: Number) -> Option<(usize, &Row)> {
        let is_in = |row: &Row| row.interval.is_some_and(|interval| interval.contains(number));
        let held: Vec<_> = self.rows.iter().enumerate().filter(|(_, row)| is_in(row)).collect();
        if let [one] = held[..] { Some(one) } else { None }
    }

    fn no_level<T>(&self, level: &str) -> Result<T> {
        let levels: Vec<&str> = self.rows.iter().map(|row| row.level).collect();
        stop(format!("no level {level:?} of {}: it has {}", self.name, levels.join("/")))
    }
}

/// A figure that tables give: exact and as text, and where it is printed.
struct Given {
    exact: Bounds,
    text: String,
}

struct Model<'a> {
    asked: &'a Asked,
    sources: Vec<(String, Option<u16>, bool)>,
}

/// What the library must say of the parcel.
pub fn price(asked: &Asked) -> Result<Expected> {
    for (place, (name, _)) in asked.levels.iter().enumerate() {
        let again = asked.levels[place + 1..].iter().any(|(other, _)| normal(other) == normal(name));
        if again {
            return stop(format!("the levels of factors {:?} is given twice", name.trim()));
        }
    }
    if asked.document.tables.iter().all(|table| table.rows.is_empty() && table.kind != Kind::Term) {
        return not_stated("published corrections", "unit price");
    }
    let mut model = Model { asked, sources: vec![("附件1".to_owned(), Some(model_row(asked)), true)] };
    let term = model.term()?;
    let plot_ratio = model.plot_ratio()?;
    let date = model.date()?;
    let mut rows = Vec::new();
    let known: Vec<(usize, &Table)> = [Kind::Factor, Kind::Coefficient].map(|kind| asked.tables(kind)).concat();
    for (name, level) in &asked.levels {
        let named = known.iter().find(|(_, table)| table.name == normal(name));
        let Some(&(at, table)) = named else {
            return stop(format!("fuzzed has no factor and no coefficient {name:?} for that land use and grade"));
        };
        let Some((place, row)) = table.level(level) else { return table.no_level(level) };
        rows.push((at, table, place, row));
    }
    let is_given = |table: &Table| asked.levels.iter().any(|(name, _)| normal(name) == table.name);
    if let Some(square_metres) = asked.square_metres {
        for &(at, table) in known.iter().filter(|(_, table)| table.by_area && !is_given(table)) {
            let Some((place, row)) = table.at(square_metres) else { return table.no_level(&square_metres.text()) };
            rows.push((at, table, place, row));
        }
    }
    let mut product = Bounds::from(PRICE.value());
    for given in [&term, &plot_ratio, &date].into_iter().flatten() {
        product = product.times(&given.exact);
    }
    let mut corrections = Vec::new();
    for kind in [Kind::Coefficient, Kind::Factor] {
        for (at, table, place, row) in rows.iter().filter(|(_, table, ..)| table.kind == kind) {
            model.sources.push((format!("表{at}"), Some(*place as u16 + 1), true));
            match table.kind {
                Kind::Factor => corrections.push(Number { places: row.value.places + 2, ..row.value }),
                _ => product = product.times(&row.value.value().into()),
            }
        }
    }
    let total = if corrections.is_empty() { None } else { sum(corrections.iter().copied()) };
    if let Some(total) = total {
        let factor = BigRational::one() + total.value();
        if !factor.is_positive() {
            return stop(format!("the factor corrections sum to {}, and 1 + their sum must be positive", total.text()));
        }
        product = product.times(&factor.into());
    }
    let unit_price = figure(&product, 2, false, Quantity::UnitPrice)?;
    if !unit_price.is_positive() {
        return stop(format!("the unit price would be {}, and must be positive", unit_price.text()));
    }
    let has_area = asked.square_metres.is_some();
    let without = known.iter().filter(|(_, table)| !(is_given(table) || table.by_area && has_area));
    let text = |given: Option<Given>| given.map(|given| given.text);
    Ok(Expected {
        term: text(term),
        plot_ratio: text(plot_ratio),
        date: text(date),
        factor_sum: total.map(Number::text),
        unit_price: unit_price.text(),
        sources: model.sources,
        without_level: without.map(|(_, table)| table.name).collect(),
    })
}

/// The line of the table of prices.
fn model_row(asked: &Asked) -> u16 {
    (asked.area * LAND_USES.len() + asked.land_use + 1) as u16
}

fn not_stated<T>(quantity: &str, needed_by: &str) -> Result<T> {
    stop(format!("the {needed_by} needs the {quantity}, which {NUMBER} does not state and which is not given"))
}

fn not_tabulated<T>(quantity: &str, value: Number) -> Result<T> {
    let value = value.text();
    stop(format!(
        "the {quantity} is {value}, which the table of {NUMBER} does not list, nor what holds between its rows"
    ))
}

impl Model<'_> {
    fn printed(&mut self, at: usize, place: usize, value: Number) -> Option<Given> {
        self.sources.push((format!("表{at}"), Some(place as u16 + 1), true));
        Some(Given { exact: value.value().into(), text: value.text() })
    }

    fn derived(&mut self, at: Option<usize>, exact: &Bounds, quantity: Quantity) -> Result<Option<Given>> {
        let value = figure(exact, self.asked.places, false, quantity)?;
        if !value.is_positive() {
            return stop(format!("the {} is {}, and must be positive", quantity.english(), value.text()));
        }
        if let Some(at) = at {
            self.sources.push((format!("表{at}"), None, false));
        }
        Ok(Some(Given { exact: value.value().into(), text: value.text() }))
    }

    fn term(&mut self) -> Result<Option<Given>> {
        let asked = self.asked;
        let Some(remaining) = asked.remaining else { return Ok(None) };
        let table = asked
            .table(Kind::Term)
            .filter(|(_, table)| !asked.own_rate && (asked.statutory_term.is_none() || table.rows.is_empty()));
        if let Some((at, table)) = table.filter(|(_, table)| !table.rows.is_empty()) {
            let rows = &mut table.rows.iter().enumerate();
            return match rows.find(|(_, row)| row.key.value() == remaining.value()) {
                Some((place, row)) => Ok(self.printed(at, place, row.value)),
                None => not_tabulated("remaining term", remaining),
            };
        }
        let is_stated = asked.land_use == 0;
        if table.is_none() && !asked.own_rate && !is_stated {
            return not_stated("capitalization rate", "term coefficient");
        }
        let Some(statutory) = asked.statutory_term.or(is_stated.then_some(TERM)) else {
            return not_stated("statutory term", "term coefficient");
        };
        if remaining.value() > statutory.value() {
            let (m, n) = (remaining.text(), statutory.text());
            return stop(format!("the remaining term is {m} years, longer than the statutory term of {n}"));
        }
        if remaining.shortened().places > 4 {
            return stop(format!("the remaining term is {}, and must be of at most 4 places", remaining.text()));
        }
        let exact = match table {
            Some(_) => (remaining.value() / statutory.value()).into(),
            None => term_coefficient(&(BigRational::one() + RATE.value()), &remaining.value(), &statutory.value()),
        };
        self.derived(table.map(|(at, _)| at), &exact, Quantity::TermCoefficient)
    }

    fn plot_ratio(&mut self) -> Result<Option<Given>> {
        let Some(((at, table), ratio)) = self.asked.table(Kind::PlotRatio).zip(self.asked.plot_ratio) else {
            return Ok(None);
        };
        let (rows, x) = (&table.rows, ratio.value());
        let last = rows.len() - 1;
        if let Some(place) = rows.iter().position(|row| row.key.value() == x) {
            return Ok(self.printed(at, place, rows[place].value));
        }
        let below = rows.iter().filter(|row| row.key.value() < x).count();
        match below {
            0 if table.is_open_below() => Ok(self.printed(at, 0, rows[0].value)),
            below if below > last && table.open_above => Ok(self.printed(at, last, rows[last].value)),
            below if below == 0 || below > last => stop(format!(
                "the plot ratio is {}, outside the table from {} to {}",
                ratio.text(),
                rows[0].key.text(),
                rows[last].key.text()
            )),
            below if table.between == Between::RowBefore => Ok(self.printed(at, below - 1, rows[below - 1].value)),
            _ if table.between == Between::Nothing => not_tabulated("plot ratio", ratio),
            below => {
                let [x0, x1] = [below - 1, below].map(|place| rows[place].key.value());
                let [y0, y1] = [below - 1, below].map(|place| rows[place].value.value());
                let exact = &y0 + (y1 - &y0) * (x - &x0) / (x1 - x0);
                self.derived(Some(at), &exact.into(), Quantity::PlotRatioCoefficient)
            }
        }
    }

    fn date(&mut self) -> Result<Option<Given>> {
        let Some(day) = self.asked.valuation_date else { return Ok(None) };
        if let Some((at, table)) = self.asked.table(Kind::Index) {
            let exact = {
                let base = table.on(BASE_DATE)?;
                table.on(day)? / base
            };
            let derived = self.derived(Some(at), &exact.into(), Quantity::DateCoefficient)?;
            // Where one row alone enters, it is cited: of a chain the links, and what the days after a row grow towards.
            let is_grown_towards = |place: usize| {
                table.between == Between::Linear
                    && [BASE_DATE, day]
                        .iter()
                        .any(|date| place > 0 && table.rows[place - 1].day < *date && *date < table.rows[place].day)
            };
            let enters = |(place, row): &(usize, &Row)| {
                table.chain.is_some() && ((row.day > BASE_DATE) != (row.day > day) || is_grown_towards(*place))
            };
            let mut rows = table.rows.iter().enumerate().filter(enters);
            let only = match (rows.next(), rows.next()) {
                (Some((place, _)), None) => Some(place as u16 + 1),
                _ => (table.rows.len() == 1).then_some(1),
            };
            if let Some(cited) = self.sources.last_mut() {
                cited.1 = only;
            }
            return Ok(derived);
        }
        let Some((at, table)) = self.asked.table(Kind::Growth) else { return Ok(None) };
        let printed = table.rows[0].value;
        let rate = Number { places: printed.places + 2, ..printed };
        let months = match day >= BASE_DATE {
            true => periods(BASE_DATE, day, 1, 30),
            false => -periods(day, BASE_DATE, 1, 30),
        };
        let months = figure(&months.into(), 2, false, Quantity::Months)?;
        let exact = power(&(BigRational::one() + rate.value()), &months.value());
        self.derived(Some(at), &exact, Quantity::DateCoefficient)
    }
}

impl Table {
    /// The index on a day.
    fn on(&self, day: Day) -> Result<BigRational> {
        let printed = self.rows.iter().map(|row| row.value);
        let levels = if self.chain.is_some() { levels(printed) } else { printed.map(Number::value).collect() };
        if let Some(place) = self.rows.iter().position(|row| row.day == day) {
            return Ok(levels[place].clone());
        }
        for (pair, levels) in self.rows.windows(2).zip(levels.windows(2)) {
            if pair[0].day < day && day < pair[1].day {
                if self.between == Between::RowBefore {
                    return Ok(levels[0].clone());
                }
                let [gone, left] = [days_between(pair[0].day, day), days_between(day, pair[1].day)].map(BigInt::from);
                return Ok((&levels[0] * &left + &levels[1] * &gone) / (gone + left));
            }
        }
        let text = |(year, month, day): Day| format!("{year:04}-{month:02}-{day:02}");
        let (first, last) = (text(self.rows[0].day), text(self.rows[self.rows.len() - 1].day));
        stop(format!("the date is {}, outside the date index from {first} to {last}", text(day)))
    }
}

impl Asked {
    /// The words that the edition is asked by.
    pub fn words(&self) -> (&'static str, &'static str, &'static str) {
        (AREAS[self.area], LAND_USES[self.land_use], GRADES[self.grade])
    }
}
