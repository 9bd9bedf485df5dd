use crate::annex::Annex;
use crate::basis::{BASIS, Context, Statement};
use crate::column::Column;
use crate::coverage::Coverage;
use crate::fault::{At, fault};
use crate::folder::Folder;
use crate::grade::Grade;
use crate::heading::{self, Parts, is_the_price};
use crate::price::{Price, Zone};
use crate::printed::{Layout, Words};
use crate::table::{Columns, Heading, Of, Row, Table};

/// The figures of an annex.
#[derive(Debug, Default)]
pub(crate) struct Figured {
    pub(crate) prices: Vec<Price>,
    /// What the table states of the basis of its own prices.
    pub(crate) statements: Vec<Statement>,
    /// The grades that the table has lines for, in its order, those without a price too.
    pub(crate) visits: Vec<Visit>,
    /// The zones that it has rows for; none for a row that cannot be read.
    pub(crate) zones: Vec<Option<ZoneVisit>>,
    /// What it says of the limits of its zones.
    pub(crate) coverage: Vec<Coverage>,
}

impl Figured {
    /// Takes the figures of a further annex; its zones are of that annex alone.
    pub(crate) fn extend(&mut self, other: Self) {
        self.prices.extend(other.prices);
        self.statements.extend(other.statements);
        self.visits.extend(other.visits);
        self.coverage.extend(other.coverage);
    }
}

/// That a table has a place for the price of a grade.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) annex: u8,
    pub(crate) area: u8,
    pub(crate) land_use: u8,
    pub(crate) grade: Grade,
    pub(crate) filled: Filled,
    /// Whether a row before it cannot be read, so that nobody knows which grades it has.
    pub(crate) is_behind_broken: bool,
    pub(crate) at: At,
}

/// That a table has a row for a zone.
#[derive(Clone, Debug)]
pub(crate) struct ZoneVisit {
    pub(crate) area: u8,
    pub(crate) land_use: u8,
    pub(crate) grade: Option<Grade>,
    pub(crate) zone: Zone,
    pub(crate) at: At,
}

/// What is in that place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filled {
    Price,
    /// A stroke.
    Stroke,
    Empty,
}

pub(crate) const MEASURES: [Column; 4] =
    [Column::YuanPerSquareMetre, Column::FloorPrice, Column::WanYuanPerMu, Column::YuanPerMu];

/// Reads the table of an annex: rows of grades or zones, or of land uses; the prices of each land use in columns of its own,
/// or of each grade, or one in a row.
pub(crate) fn read(folder: &Folder, place: u8, annex: &Annex, context: &Context<'_>) -> Figured {
    const KEYS: [Column; 7] =
        [Column::Sequence, Column::Area, Column::LandUse, Column::Grade, Column::Zone, Column::Name, Column::Range];
    const OPTIONAL: [Column; 18] = {
        let [sequence, area, land_use, grade, zone, name, range] = KEYS;
        let [land, floor, per_mu, yuan_per_mu] = MEASURES;
        let [base_date, right, term, level, plot_ratio, rate] = BASIS;
        [
            sequence,
            area,
            land_use,
            grade,
            zone,
            name,
            range,
            land,
            floor,
            per_mu,
            yuan_per_mu,
            base_date,
            right,
            term,
            level,
            plot_ratio,
            rate,
            Column::Particular,
        ]
    };

    let price = if annex.per_floor { Column::FloorPrice } else { Column::YuanPerSquareMetre };
    let others = |heading: &str| {
        if is_the_price(heading) {
            return Some((price, Of::Row));
        }
        if let Some(land_use) = context.land_uses.find(heading) {
            return Some((price, Of::LandUse(land_use)));
        }
        let grade = annex.of_zones.then_some(Column::Grade);
        let of_use = MEASURES.into_iter().chain(BASIS).chain(grade).find_map(|column| {
            let land_use = column.before_in(heading).find_map(|name| context.land_uses.find(name))?;
            Some((column, Of::LandUse(land_use)))
        });
        let of_use = of_use.or_else(|| said_of(heading, context));
        let of_unit = MEASURES.into_iter().find(|column| column.before_in(heading).any(is_the_price));
        let is_grade = || !annex.of_zones && context.grades.parse(heading).is_ok();
        let of_row = of_unit.map(|column| (column, Of::Row));
        of_use.or(of_row).or_else(|| is_grade().then(|| (price, Of::Grade(heading.to_owned()))))
    };
    let required: &[Column] = if annex.of_zones { &[Column::Zone] } else { &[] };
    let optional: Vec<Column> = OPTIONAL.into_iter().filter(|column| !required.contains(column)).collect();
    let called = "and the land uses of the annex";
    let columns = Columns { required, optional: &optional, others: &others, called, layout: Layout::Printed };
    let is_quantity = |text: &str| {
        let found = Parts::of(text).names().iter().find_map(|name| columns.find(name));
        found.is_some_and(|(column, of)| of == Of::Row && QUANTITIES.contains(&column))
    };
    let is_grade = |text: &str| context.grades.parse(text).is_ok();
    let is_land_use = |text: &str| context.land_uses.find(text).is_some();
    let words = Words {
        is_grade: &is_grade,
        is_land_use: &is_land_use,
        is_quantity: &is_quantity,
        grade: Column::Grade.english(),
    };
    let layout = if annex.of_zones { Layout::Printed } else { Layout::Either(words) };
    let mut table = Table::read(folder, &annex.file, &Columns { layout, ..columns }, context.faults);
    let has_grades_beside = table.count(Column::Grade) > 1;
    let grade = [Column::Grade].into_iter().filter(|_| !has_grades_beside);
    table.fill_down(&[Column::Area, Column::LandUse, Column::Zone].into_iter().chain(grade).collect::<Vec<_>>());
    let unit = unit(&table, price, context);
    table.reread(|all, heading| as_the_annex_says(annex, unit.column, all, heading));
    floor_is_declared(annex, &table, context);
    let mut reader = Reader {
        place,
        annex,
        table: &table,
        context,
        unit,
        has_grades_beside,
        figured: Figured::default(),
        last: None,
    };
    if reader.has_prices() {
        reader.read();
    }
    reader.figured
}

/// The columns that can be rows of a table whose columns are grades.
const QUANTITIES: [Column; 11] = {
    let [land, floor, per_mu, yuan_per_mu] = MEASURES;
    let [base_date, right, term, level, plot_ratio, rate] = BASIS;
    [land, floor, per_mu, yuan_per_mu, base_date, right, term, level, plot_ratio, rate, Column::Particular]
};

/// What a heading says of the prices of a row, of a land use or of a grade: 上限(元/㎡), 商业变幅, 一级变幅, 上限上调幅度.
fn said_of(heading: &str, context: &Context<'_>) -> Option<(Column, Of)> {
    let tidied = heading::tidy(heading).replace(['(', ')'], "");
    let before = Column::Particular.before_in(&tidied).map(str::to_owned);
    let after = Column::Particular.behind_in(&tidied).map(str::to_owned);
    before.chain(after).find_map(|rest| {
        let of = ["元/㎡", "万元/亩", "元/亩"].iter().find_map(|unit| rest.strip_suffix(unit)).unwrap_or(&rest);
        if of.is_empty() || is_the_price(of) || Column::Particular.is_named(of) {
            return Some((Column::Particular, Of::Row));
        }
        if let Some(land_use) = context.land_uses.find(of) {
            return Some((Column::Particular, Of::LandUse(land_use)));
        }
        context.grades.parse(of).is_ok().then(|| (Column::Particular, Of::Grade(of.to_owned())))
    })
}

/// Where a title says 楼面地价 and neither a heading nor `annexes.csv` says what is of floor, the prices would be taken for those of land.
fn floor_is_declared(annex: &Annex, table: &Table, context: &Context<'_>) {
    let title = annex.title.as_deref().filter(|title| title.contains("楼面")).map(|_| annex.at);
    let has_floor = table.headings().any(|heading| heading.column == Column::FloorPrice);
    let said = table.floor_in_title().or(title).filter(|_| !annex.says_per && !has_floor);
    if let Some(at) = said {
        let fault = fault!(
            "the title says 楼面: annexes.csv is to say whether the prices are of floor, \"price_per\" being floor or land",
            "标题中有\"楼面\"：annexes.csv须以\"价格单位\"注明价格是楼面还是地面",
        );
        context.faults.add(at, fault);
    }
}

/// The unit of the prices of a table.
#[derive(Clone, Copy, Default)]
pub(crate) struct Unit {
    pub(crate) column: Option<Column>,
    /// What the same price in brackets behind it is in.
    pub(crate) in_brackets: Option<Column>,
}

/// The unit that the title of a table says its prices are in.
fn unit(table: &Table, price: Column, context: &Context<'_>) -> Unit {
    let Some((text, at)) = table.unit() else { return Unit::default() };
    // A title that says several leaves it to the headings.
    let text = heading::tidy(text);
    let is_several = text.contains(['、', ',', ';', '，']);
    let column = match text.as_str() {
        "元/㎡" => Some(price),
        "元/㎡(万元/亩)" => return Unit { column: Some(price), in_brackets: Some(Column::WanYuanPerMu) },
        "元/㎡(元/亩)" => return Unit { column: Some(price), in_brackets: Some(Column::YuanPerMu) },
        "万元/亩" => Some(Column::WanYuanPerMu),
        "元/亩" => Some(Column::YuanPerMu),
        _ if is_several => None,
        _ => {
            let fault = fault!(
                "the unit {text:?} is neither 元/㎡ nor 万元/亩 nor 元/亩",
                "单位{text:?}不是元/㎡、万元/亩或元/亩"
            );
            context.faults.add(at, fault);
            None
        }
    };
    Unit { column, in_brackets: None }
}

/// What a column of prices holds: 元/㎡ is of land or of floor as the annex says, where the table does not have a column of each, and
/// a price without a unit is in the one that the title says.
fn as_the_annex_says(annex: &Annex, unit: Option<Column>, all: &[Option<Heading>], heading: &Heading) -> Column {
    let text = heading::tidy(&heading.text);
    let has_unit = ["元/", "地面", "土地单价", "楼面", "yuan", "price"].iter().any(|word| text.contains(word));
    let is_per_mu = matches!(unit, Some(Column::WanYuanPerMu | Column::YuanPerMu));
    let is_of_land = ["地面", "土地单价", "yuan"].iter().any(|word| text.contains(word));
    match heading.column {
        Column::YuanPerSquareMetre | Column::FloorPrice if is_per_mu && !has_unit => unit.unwrap_or(heading.column),
        Column::YuanPerSquareMetre if annex.per_floor && !is_of_land => {
            let has_floor =
                all.iter().flatten().any(|other| other.column == Column::FloorPrice && other.of == heading.of);
            if has_floor { Column::YuanPerSquareMetre } else { Column::FloorPrice }
        }
        column => column,
    }
}

/// A table as it is read, row by row.
pub(crate) struct Reader<'a> {
    pub(crate) place: u8,
    pub(crate) annex: &'a Annex,
    pub(crate) table: &'a Table,
    pub(crate) context: &'a Context<'a>,
    pub(crate) unit: Unit,
    /// Whether some land uses stand beside grades of their own.
    pub(crate) has_grades_beside: bool,
    pub(crate) figured: Figured,
    /// The sequence number of the last row, and the area and land use of the row.
    last: Option<(Counted, Option<u8>, Option<u8>)>,
}

impl Reader<'_> {
    /// Whether the header has columns of prices, and tells which land use and grade each is of.
    fn has_prices(&self) -> bool {
        let Self { table, annex, context, .. } = self;
        // A header that is wrong has been told.
        if table.headings().next().is_none() {
            return false;
        }
        let tell = |fault| {
            context.faults.add(table.header(), fault);
            false
        };
        let of_grades = table.headings().any(|heading| matches!(heading.of, Of::Grade(_)));
        let of_uses = table.headings().any(|heading| matches!(heading.of, Of::LandUse(_)));
        let plain = MEASURES.iter().any(|&column| table.has(column));
        if !of_grades && !of_uses && !plain {
            return tell(fault!("there is no column of prices", "没有价格列"));
        }
        if !annex.of_zones && !of_grades && !table.has(Column::Grade) {
            return tell(fault!("column \"grade\" is missing", "缺少列\"级别\""));
        }
        if self.has_grades_beside {
            let is_of_none = |heading: &&Heading| {
                let is_of_grades = BASIS.contains(&heading.column) || QUANTITIES.contains(&heading.column);
                heading.of == Of::Row && is_of_grades
            };
            if let Some(heading @ Heading { text, .. }) = table.headings().find(is_of_none) {
                context.faults.add(
                    table.at(heading),
                    fault!(
                        "column {text:?} beside several columns of grades: which of them it is of is not said",
                        "表中有数列级别，列{text:?}属于其中哪一列没有载明",
                    ),
                );
                return false;
            }
            let last = table.headings().filter(|heading| heading.column == Column::Grade).last();
            if let Some(heading @ Heading { text, .. }) = last.filter(|last| table.headings().last() == Some(last)) {
                context.faults.add(table.at(heading), fault!("column {text:?} is there twice", "列{text:?}出现两次"));
                return false;
            }
        }
        if annex.land_uses.len() > 1 && (plain || of_grades) && !table.has(Column::LandUse) {
            return tell(fault!(
                "the annex has several land uses, and a column of prices that is of none: column \"land_use\" is missing",
                "附件有多种用途，价格列却未分用途：缺少列\"用途\"",
            ));
        }
        true
    }

    fn read(&mut self) {
        let Self { table, annex, context, .. } = *self;
        let faults = context.faults;
        for heading in table.headings() {
            if let Of::LandUse(land_use) = heading.of
                && !annex.land_uses.contains(&land_use)
            {
                let text = &heading.text;
                let fault = fault!(
                    "{text} is no land use that annexes.csv gives the annex",
                    "annexes.csv中该附件没有用途{text}"
                );
                faults.add(table.at(heading), fault);
            }
        }
        if table.all_rows().len() >= usize::from(u16::MAX) {
            faults.add(table.end(), fault!("more rows than an edition can hold", "行数过多"));
            return;
        }
        for (row, line) in table.all_rows().zip(1..) {
            if row.is_broken() {
                self.skip();
            } else {
                self.read_row(row, line);
            }
        }
        let found = table.printed_rows();
        if let Some(rows) = annex.rows.filter(|&rows| rows != found) {
            let fault = fault!(
                "{found} rows, but annexes.csv says that the printed table has {rows}",
                "有{found}行，而annexes.csv称原表有{rows}行",
            );
            faults.add(table.end(), fault);
        }
        for &land_use in &annex.land_uses {
            if !self.figured.prices.iter().any(|price| price.land_use == land_use) && faults.are_none() {
                let (english, chinese) = context.land_uses.said(land_use);
                faults.add(table.end(), fault!("there is no {english} price", "没有{chinese}价格"));
            }
        }
    }

    /// Passes over a row that cannot be read: it has a number, and a zone or a grade, whichever they are.
    fn skip(&mut self) {
        if let Some((last, ..)) = &mut self.last {
            last.expected = last.expected.saturating_add(1);
        } else {
            self.last = Some((Counted { found: 1, expected: 1 }, None, None));
        }
        self.skip_zone();
    }

    pub(crate) fn skip_zone(&mut self) {
        self.figured.zones.push(None);
    }

    pub(crate) fn named_area(&self, row: Row<'_>) -> Option<u8> {
        let Self { annex, context, .. } = self;
        let cell = row.cell(Column::Area);
        let area = cell.parsed(context.faults, |text| context.areas.named(text))?;
        if annex.areas.contains(&area) {
            return Some(area);
        }
        let text = cell.text;
        context.faults.add(
            cell.at,
            fault!("{text} is no area that annexes.csv gives the annex", "annexes.csv中该附件没有区域{text}"),
        );
        None
    }

    pub(crate) fn named_use(&self, row: Row<'_>) -> Option<u8> {
        let Self { annex, context, .. } = self;
        let cell = row.cell(Column::LandUse);
        let land_use = cell.parsed(context.faults, |text| context.land_uses.named(text))?;
        if annex.land_uses.contains(&land_use) {
            return Some(land_use);
        }
        let text = cell.text;
        context.faults.add(
            cell.at,
            fault!("{text} is no land use that annexes.csv gives the annex", "annexes.csv中该附件没有用途{text}"),
        );
        None
    }

    /// The row's printed number: numbers run from 1 through the table, or through each area or land use of it.
    pub(crate) fn sequence(&mut self, row: Row<'_>, line: u16, area: Option<u8>, land_use: Option<u8>) -> u16 {
        if !self.table.has(Column::Sequence) {
            return line;
        }
        let cell = row.cell(Column::Sequence);
        let expected = self.last.map_or(1, |(last, ..)| last.expected.saturating_add(1));
        let found = cell.whole::<u16>(self.context.faults);
        let follows = |last: Counted| {
            [last.expected, last.found].iter().any(|last| last.checked_add(1) == found && found.is_some())
        };
        let is_right = self.last.map_or(found == Some(1), |(last, before, of)| {
            follows(last) || ((before, of) != (area, land_use) && found == Some(1))
        });
        if let (Some(found), false) = (found, is_right) {
            let fault =
                fault!("sequence number {found}, where {expected} is expected", "序号为{found}，应为{expected}");
            self.context.faults.add(cell.at, fault);
        }
        let found = found.unwrap_or(expected);
        self.last = Some((Counted { found, expected: if is_right { found } else { expected } }, area, land_use));
        found
    }
}

/// A sequence number as it is, and as it should be: behind one that is wrong either may be counted on from, so that a wrong
/// number is one fault, and so is a missing row.
#[derive(Clone, Copy)]
struct Counted {
    found: u16,
    expected: u16,
}
