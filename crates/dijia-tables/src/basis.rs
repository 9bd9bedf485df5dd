use dijia_core::{Date, Decimal, Term};

use crate::annex::{self, Annex};
use crate::area::{Areas, listed};
use crate::column::Column;
use crate::development::{Development, Developments};
use crate::fault::{At, Fault, Faults, fault};
use crate::folder::Folder;
use crate::grade::{Grade, Grades};
use crate::land_use::LandUses;
use crate::price::Zone;
use crate::printed::Layout;
use crate::table::{Cell, Columns, Of, Row, Table};
use crate::terms::Terms;

/// What a document states of what its prices assume, and of which prices: a row of `basis.csv`, or cells of a table of
/// prices.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) of: Scope,
    pub(crate) stated: Stated,
    pub(crate) source: Source,
    pub(crate) at: At,
}

/// The prices that something holds for: all where a part is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) area: Option<u8>,
    pub(crate) land_use: Option<u8>,
    /// Whether the land use is named as one of several, by their class or by what they are printed under.
    pub(crate) of_several: bool,
    pub(crate) grade: Option<Grade>,
    /// The code of a zone as it is looked up.
    pub(crate) zone: Option<String>,
}

/// So much of a basis as is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) base_date: Option<Date>,
    pub(crate) right: Option<String>,
    pub(crate) term: Option<Term>,
    pub(crate) development: Option<Development>,
    pub(crate) plot_ratio: Option<Decimal>,
    pub(crate) rate: Option<Decimal>,
}

/// Where something is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) annex: Option<u8>,
    pub(crate) part: Option<String>,
    pub(crate) row: Option<u16>,
}

/// The columns that state a basis.
pub(crate) const BASIS: [Column; 6] = [
    Column::BaseDate,
    Column::Right,
    Column::StatutoryTerm,
    Column::DevelopmentLevel,
    Column::PlotRatio,
    Column::CapitalizationRate,
];

/// What is known where bases are read.
pub(crate) struct Context<'a> {
    pub(crate) terms: &'a Terms,
    pub(crate) areas: &'a Areas,
    pub(crate) land_uses: &'a LandUses,
    pub(crate) grades: &'a Grades,
    pub(crate) developments: &'a Developments,
    pub(crate) annexes: &'a [Annex],
    pub(crate) faults: &'a Faults,
}

impl Stated {
    /// Adds what a cell states.
    pub(crate) fn add(&mut self, column: Column, cell: Cell<'_>, context: &Context<'_>) {
        let faults = context.faults;
        if crate::text::is_nothing(cell.text) {
            return;
        }
        match column {
            Column::BaseDate => self.base_date = context.base_date(cell).or(self.base_date),
            Column::Right => self.right = cell.text(faults).map(str::to_owned),
            Column::StatutoryTerm => self.term = cell.parsed(faults, term),
            Column::DevelopmentLevel => self.development = cell.parsed(faults, |text| context.developments.parse(text)),
            Column::PlotRatio => self.plot_ratio = cell.positive(faults),
            Column::CapitalizationRate => self.rate = cell.rate(faults),
            _ => {}
        }
    }

    /// The same with what the other states where this does not.
    fn or(self, other: &Self) -> Self {
        Self {
            base_date: self.base_date.or(other.base_date),
            right: self.right.or_else(|| other.right.clone()),
            term: self.term.or(other.term),
            development: self.development.or_else(|| other.development.clone()),
            plot_ratio: self.plot_ratio.or(other.plot_ratio),
            rate: self.rate.or(other.rate),
        }
    }

    /// What both state, each in its own way.
    fn contradicts(&self, other: &Self) -> Option<Column> {
        fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
            one.is_some() && other.is_some() && one != other
        }
        let found = [
            differ(self.base_date.as_ref(), other.base_date.as_ref()),
            differ(self.right.as_ref(), other.right.as_ref()),
            differ(self.term.as_ref(), other.term.as_ref()),
            differ(self.development.as_ref(), other.development.as_ref()),
            differ(self.plot_ratio.as_ref(), other.plot_ratio.as_ref()),
            differ(self.rate.as_ref(), other.rate.as_ref()),
        ];
        BASIS.into_iter().zip(found).find(|(_, differs)| *differs).map(|(column, _)| column)
    }

    fn adds_to(&self, other: &Self) -> bool {
        other.clone().or(self) != *other
    }
}

/// Reads a statutory term.
fn term(text: &str) -> Result<Term, Fault> {
    let text = text.strip_suffix('年').unwrap_or(text);
    if text.parse() == Ok(Term::Perpetual) {
        return Ok(Term::Perpetual);
    }
    let years = crate::cell::positive(text, dijia_core::parse_decimal)?;
    if years.trunc().mantissa() > 100 || years.scale() > 4 {
        let text = dijia_core::DecimalText(years);
        return Err(fault!(
            "{text} is more than 100 years, or of more than 4 places",
            "{text}超过100年，或小数多于4位"
        ));
    }
    Ok(Term::Years(years))
}

impl Context<'_> {
    fn base_date(&self, cell: Cell<'_>) -> Option<Date> {
        let date = cell.date(self.faults)?;
        if let Some(base) = self.terms.base_date.filter(|&base| base != date) {
            let fault = fault!(
                "the base date, {date}, is not that of edition.csv, {base}",
                "基准日{date}与edition.csv的{base}不同",
            );
            self.faults.add(cell.at, fault);
        }
        Some(date)
    }

    /// Every statement of `basis.csv`, and whether there is one.
    pub(crate) fn read(&self, folder: &Folder) -> Option<Vec<Statement>> {
        const KEYS: [Column; 4] = [Column::Area, Column::LandUse, Column::Grade, Column::Zone];
        const OPTIONAL: [Column; 13] = {
            let [area, land_use, grade, zone] = KEYS;
            let [base_date, right, term, level, plot_ratio, rate] = BASIS;
            let (annex, part, row) = (Column::Annex, Column::Part, Column::Row);
            [area, land_use, grade, zone, base_date, right, term, level, plot_ratio, rate, annex, part, row]
        };

        let of_use = |heading: &str| {
            BASIS.into_iter().find_map(|column| {
                let land_use = column.before_in(heading).find_map(|name| self.land_uses.find(name))?;
                Some((column, Of::LandUse(land_use)))
            })
        };
        let columns = Columns {
            required: &[],
            optional: &OPTIONAL,
            others: &of_use,
            called: "and those of one land use, such as commercial_plot_ratio",
            layout: Layout::Written,
        };
        let table = Table::read_if_there(folder, "basis.csv", &columns, self.faults)?;
        // Of a header that is wrong nothing is known but that.
        table.headings().next()?;
        let mut statements = Vec::new();
        for row in table.rows() {
            self.read_row(row, &mut statements);
        }
        Some(statements)
    }

    fn read_row(&self, row: Row<'_>, statements: &mut Vec<Statement>) {
        let faults = self.faults;
        let mut stated = Stated::default();
        for column in BASIS {
            stated.add(column, row.cell(column), self);
        }
        let mut of_uses: Vec<(u8, Stated)> = Vec::new();
        for (heading, cell) in row.other_cells() {
            let Of::LandUse(land_use) = heading.of else { continue };
            let place = of_uses.iter().position(|(of, _)| *of == land_use).unwrap_or_else(|| {
                of_uses.push((land_use, Stated::default()));
                of_uses.len() - 1
            });
            of_uses[place].1.add(heading.column, cell, self);
        }
        let source = Source {
            annex: row
                .filled(Column::Annex)
                .and_then(|cell| cell.parsed(faults, |text| annex::find(self.annexes, text))),
            part: row.filled(Column::Part).and_then(|cell| cell.text(faults)).map(str::to_owned),
            row: row.filled(Column::Row).and_then(|cell| cell.whole(faults)),
        };
        for of in self.scopes(row) {
            for (land_use, stated) in &of_uses {
                let of = Scope { land_use: Some(*land_use), ..of.clone() };
                statements.push(Statement { of, stated: stated.clone(), source: source.clone(), at: row.at() });
            }
            if of_uses.is_empty() || stated != Stated::default() {
                statements.push(Statement { of, stated: stated.clone(), source: source.clone(), at: row.at() });
            }
        }
    }

    /// What a row is of: each of what its cells list.
    fn scopes(&self, row: Row<'_>) -> Vec<Scope> {
        fn all<T>(
            cell: Cell<'_>,
            faults: &Faults,
            is_name: impl Fn(&str) -> bool,
            parse: impl Fn(&str) -> Result<Vec<T>, Fault>,
        ) -> Vec<Option<T>> {
            if cell.text.is_empty() {
                return vec![None];
            }
            let list = listed(cell, is_name).into_iter();
            let read = |text| faults.keep(cell.at, parse(text).map_err(|fault| cell.fault(fault)));
            list.filter_map(read).flatten().map(Some).collect()
        }
        let Self { areas, land_uses, faults, .. } = self;
        let one = |place| vec![place];
        let is_area = |text: &str| areas.find(text).is_some();
        let is_use = |text: &str| !land_uses.all(text).is_empty();
        let areas = all(row.cell(Column::Area), faults, is_area, |text| areas.named(text).map(one));
        let named = |text: &str| {
            let all = land_uses.all_named(text)?;
            let of_several = all.len() > 1;
            Ok(all.into_iter().map(|land_use| (land_use, of_several)).collect())
        };
        let uses = all(row.cell(Column::LandUse), faults, is_use, named);
        let grades = all(row.cell(Column::Grade), faults, |_| false, |text| self.grades.range(text));
        let zones = all(
            row.cell(Column::Zone),
            faults,
            |_| false,
            |text| Ok(vec![Zone::parse(text, false).map_or_else(|_| text.to_owned(), |(zone, _)| zone.normal())]),
        );
        let mut scopes = Vec::new();
        for area in &areas {
            for land_use in &uses {
                for grade in &grades {
                    for zone in &zones {
                        scopes.push(Scope {
                            area: *area,
                            land_use: land_use.map(|(land_use, _)| land_use),
                            of_several: land_use.is_some_and(|(_, of_several)| of_several),
                            grade: grade.clone(),
                            zone: zone.clone(),
                        });
                    }
                }
            }
        }
        scopes
    }
}

impl Scope {
    fn holds_for(&self, price: &Self) -> bool {
        let covers = |is_any: bool, is_same: bool| is_any || is_same;
        covers(self.area.is_none(), self.area == price.area)
            && covers(self.land_use.is_none(), self.land_use == price.land_use)
            && covers(self.grade.is_none(), self.grade == price.grade)
            && covers(self.zone.is_none(), self.zone == price.zone)
    }

    /// How particular it is: a zone before a grade, a grade before a land use, a land use before several, and these before an
    /// area.
    fn rank(&self) -> u8 {
        u8::from(self.zone.is_some()) << 4
            | u8::from(self.grade.is_some()) << 3
            | u8::from(self.land_use.is_some() && !self.of_several) << 2
            | u8::from(self.land_use.is_some()) << 1
            | u8::from(self.area.is_some())
    }
}

/// The statements of an edition by how particular they are.
#[derive(Debug)]
pub(crate) struct Bases {
    statements: Vec<Statement>,
}

/// What a price assumes, put together field by field from the most particular statement of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Basis {
    pub(crate) area: u8,
    pub(crate) land_use: u8,
    /// The grade and the zone whose own statements it holds.
    pub(crate) grade: Option<Grade>,
    pub(crate) zone: Option<String>,
    pub(crate) stated: Stated,
    /// Where the most particular part of it is printed.
    pub(crate) source: Source,
}

impl Bases {
    /// Of the same scope nothing is stated in two ways.
    pub(crate) fn new(mut statements: Vec<Statement>, faults: &Faults) -> Self {
        for (index, statement) in statements.iter().enumerate() {
            let same = statements[..index].iter().filter(|before| before.of == statement.of);
            for before in same {
                if let Some(column) = statement.stated.contradicts(&before.stated) {
                    let (english, chinese, line) = (column.english(), column.chinese(), before.at.line);
                    let fault = fault!(
                        "the {english} of the same land is stated otherwise on line {line}",
                        "同一用地的{chinese}与第{line}行不同",
                    );
                    faults.add(statement.at, fault);
                }
            }
        }
        statements.sort_by_key(|statement| std::cmp::Reverse(statement.of.rank()));
        Self { statements }
    }

    /// Whether anything is stated of that area and land use as a whole.
    pub(crate) fn state(&self, area: u8, land_use: u8) -> bool {
        let all = Scope { area: Some(area), land_use: Some(land_use), ..Scope::default() };
        self.statements.iter().any(|statement| {
            let of = Scope { grade: None, zone: None, ..statement.of.clone() };
            of.holds_for(&all)
        })
    }

    /// What a price of that area, land use, grade and zone assumes.
    pub(crate) fn resolve(&self, terms: &Terms, price: &Scope) -> Basis {
        let mut stated = Stated::default();
        let mut source = None;
        let mut of = (None, None);
        for statement in self.statements.iter().filter(|statement| statement.of.holds_for(price)) {
            if !statement.stated.adds_to(&stated) {
                continue;
            }
            stated = stated.or(&statement.stated);
            source.get_or_insert_with(|| statement.source.clone());
            of = (of.0.or_else(|| statement.of.grade.clone()), of.1.or_else(|| statement.of.zone.clone()));
        }
        stated.base_date = stated.base_date.or(terms.base_date);
        Basis {
            area: price.area.unwrap_or(0),
            land_use: price.land_use.unwrap_or(0),
            grade: of.0,
            zone: of.1,
            stated,
            source: source.unwrap_or_default(),
        }
    }
}
