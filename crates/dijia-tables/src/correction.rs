use dijia_core::layout::{NONE, correction};
use dijia_core::{BetweenRows, Decimal, IndexPeriod, Interval};

use crate::annex::{self, Annex};
use crate::area::{Areas, listed};
use crate::column::Column;
use crate::correction_checks::Assumed;
use crate::correction_table::{self, Figures};
use crate::fault::{At, Faults, fault};
use crate::folder::Folder;
use crate::grade::{Grade, Grades};
use crate::land_use::LandUses;
use crate::table::{Columns, Row, Table};

/// A table of corrections for one area, land use and grade; of factors, one factor.
#[derive(Clone, Debug)]
pub(crate) struct Correction {
    pub(crate) of: Of,
    pub(crate) kind: u8,
    pub(crate) flags: u8,
    pub(crate) annex: Option<u8>,
    pub(crate) part: Option<String>,
    pub(crate) rows: Vec<CorrectionRow>,
}

/// What a table of corrections is for: each is none where it is for all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Of {
    pub(crate) land_use: Option<u8>,
    pub(crate) grade: Option<u8>,
    pub(crate) area: Option<u8>,
    /// The name of a factor or a coefficient.
    pub(crate) name: Option<String>,
}

impl Of {
    /// Whether a price is of what it is for.
    pub(crate) fn holds_for(&self, price: &Assumed) -> bool {
        let is_of = |of: Option<u8>, price: Option<u8>| of.is_none() || of == price;
        is_of(self.area, Some(price.area))
            && is_of(self.land_use, Some(price.land_use))
            && is_of(self.grade, price.grade)
    }

    /// How particular it is: a grade before a land use, a land use before an area.
    pub(crate) fn rank(&self) -> u8 {
        u8::from(self.grade.is_some()) << 2 | u8::from(self.land_use.is_some()) << 1 | u8::from(self.area.is_some())
    }
}

/// A row of a table of corrections, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CorrectionRow {
    /// In per cent where the table is.
    pub(crate) value: Decimal,
    /// A plot ratio or years, or the number that a date is written as; none of an interval.
    pub(crate) key: Option<Decimal>,
    pub(crate) level: Option<String>,
    pub(crate) condition: Option<String>,
    /// What the condition is, or what the row is of.
    pub(crate) interval: Option<Interval>,
    pub(crate) row: u16,
}

/// A row of `corrections.csv`: a table of the document that corrections are printed in.
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    pub(crate) kind: Kind,
    pub(crate) name: Option<String>,
    pub(crate) file: Option<String>,
    pub(crate) land_uses: Vec<u8>,
    pub(crate) areas: Vec<u8>,
    pub(crate) grades: Vec<Grade>,
    pub(crate) between: Option<BetweenRows>,
    /// Of a chain index its period, as an edition file has it; 0 where the base is fixed.
    pub(crate) period: u8,
    pub(crate) by_area: bool,
    pub(crate) annex: Option<u8>,
    pub(crate) part: Option<String>,
    pub(crate) at: At,
}

/// What a table gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    PlotRatio,
    Factors,
    Coefficients,
    /// What the levels of factors or coefficients are given for.
    Conditions,
    Term,
    Index,
    Growth,
    /// What services cost.
    Costs,
}

const KINDS: [(&str, &str, Kind); 8] = [
    ("plot ratio", "容积率", Kind::PlotRatio),
    ("factors", "因素", Kind::Factors),
    ("coefficients", "系数", Kind::Coefficients),
    ("conditions", "因素指标", Kind::Conditions),
    ("term", "年期", Kind::Term),
    ("index", "地价指数", Kind::Index),
    ("growth", "月增长率", Kind::Growth),
    ("unit costs", "单位费用", Kind::Costs),
];

impl Kind {
    pub(crate) const fn packed(self) -> u8 {
        match self {
            Self::PlotRatio => correction::PLOT_RATIO,
            Self::Factors | Self::Conditions => correction::FACTOR,
            Self::Coefficients => correction::COEFFICIENT,
            Self::Term => correction::TERM,
            Self::Index => correction::INDEX,
            Self::Growth => correction::GROWTH,
            Self::Costs => correction::UNIT_COST,
        }
    }
}

/// What is known where corrections are read.
pub(crate) struct Lists<'a> {
    pub(crate) areas: &'a Areas,
    pub(crate) land_uses: &'a LandUses,
    pub(crate) grades: &'a Grades,
    pub(crate) annexes: &'a [Annex],
    /// What the prices assume.
    pub(crate) assumed: &'a [Assumed],
    pub(crate) faults: &'a Faults,
}

/// The tables that `corrections.csv` declares, sorted as an edition file has them, and the files that they are in.
pub(crate) fn read(folder: &Folder, lists: &Lists<'_>) -> (Vec<Correction>, Vec<String>) {
    const REQUIRED: [Column; 1] = [Column::Kind];
    const OPTIONAL: [Column; 11] = [
        Column::File,
        Column::Name,
        Column::LandUses,
        Column::Area,
        Column::Grade,
        Column::Between,
        Column::Series,
        Column::By,
        Column::Value,
        Column::Annex,
        Column::Part,
    ];

    let columns = Columns::of(&REQUIRED, &OPTIONAL);
    let Some(table) = Table::read_if_there(folder, "corrections.csv", &columns, lists.faults) else {
        return (Vec::new(), Vec::new());
    };
    let mut figures = Figures::default();
    let mut files = Vec::new();
    let mut conditions = Vec::new();
    for row in table.rows() {
        files.extend(row.filled(Column::File).map(|cell| cell.text.to_owned()));
        let Some(declared) = lists.declared(row) else { continue };
        match (&declared.file, declared.kind) {
            (Some(file), _) if !folder.has(file) => {
                lists.faults.add(declared.at, fault!("there is no file {file}", "没有文件{file}"));
            }
            (Some(_), Kind::Conditions) => conditions.push(declared),
            (Some(_), _) => correction_table::read(folder, &declared, lists, &mut figures),
            (None, Kind::Term) => lists.proportion(row, &declared, &mut figures),
            (None, Kind::Growth) => lists.growth(row, &declared, &mut figures),
            (None, _) => {
                lists.faults.add(declared.at, fault!("column \"file\" is empty", "未填\"文件\""));
            }
        }
    }
    // Conditions are of what has been read, in whatever order they are declared.
    for declared in conditions {
        correction_table::read(folder, &declared, lists, &mut figures);
    }
    (figures.finish(lists.assumed, lists.faults), files)
}

impl Lists<'_> {
    fn declared(&self, row: Row<'_>) -> Option<Declared> {
        let faults = self.faults;
        let before = faults.count();
        let kind = row.cell(Column::Kind).word(faults, &KINDS);
        let text = |column| row.filled(column).and_then(|cell| cell.text(faults)).map(str::to_owned);
        let cell = row.cell(Column::LandUses);
        let named = |name| faults.keep(cell.at, self.land_uses.all_named(name).map_err(|fault| cell.fault(fault)));
        let uses = listed(cell, |name| !self.land_uses.all(name).is_empty()).into_iter().filter_map(named);
        let land_uses = uses.flatten().collect();
        let cell = row.cell(Column::Grade);
        let mut grades = Vec::new();
        for text in listed(cell, |text| self.grades.range(text).is_ok()) {
            let range = faults.keep(cell.at, self.grades.range(text).map_err(|fault| cell.fault(fault)));
            grades.extend(range.unwrap_or_default());
        }
        let ways = [
            ("linear", "线性内插", BetweenRows::Linear),
            ("row before", "就低", BetweenRows::RowBefore),
            ("nothing", "不内插", BetweenRows::Nothing),
            ("intervals", "区间", BetweenRows::Intervals),
        ];
        let between = row.filled(Column::Between).and_then(|cell| cell.word(faults, &ways));
        let kinds_of_series = [
            ("fixed base", "定基", 0),
            ("monthly chain", "月度环比", IndexPeriod::Month as u8),
            ("quarterly chain", "季度环比", IndexPeriod::Quarter as u8),
            ("half-yearly chain", "半年度环比", IndexPeriod::HalfYear as u8),
            ("yearly chain", "年度环比", IndexPeriod::Year as u8),
        ];
        let series = row.filled(Column::Series).and_then(|cell| cell.word(faults, &kinds_of_series));
        let by = row.filled(Column::By).and_then(|cell| cell.word(faults, &[("area", "面积", true)]));
        let annex =
            row.filled(Column::Annex).and_then(|cell| cell.parsed(faults, |text| annex::find(self.annexes, text)));
        let (name, part) =
            (row.filled(Column::Name).and_then(|cell| cell.name(faults)).map(str::to_owned), text(Column::Part));
        if annex.is_none() && part.is_none() {
            let fault = fault!(
                "where the table is printed is not said: column \"part\" or \"annex\" is empty",
                "未载明出处：\"出处\"与\"附件\"均未填",
            );
            faults.add(row.at(), fault);
        }
        match (kind, between) {
            (Some(Kind::PlotRatio | Kind::Index), None) => {
                let fault = fault!(
                    "column \"between\" does not say what holds between two rows: linear, row before or nothing, or intervals where each \
                     row is one",
                    "\"内插\"未载明两行之间如何取值：线性内插、就低或不内插；各行为区间的，填区间",
                );
                faults.add(row.at(), fault);
            }
            (Some(Kind::Index), Some(BetweenRows::Nothing | BetweenRows::Intervals)) => {
                let cell = row.cell(Column::Between);
                let fault = fault!(
                    "an index goes on from its last date, or linearly",
                    "地价指数须为就低（取前一点）或线性内插"
                );
                faults.add(cell.at, cell.fault(fault));
            }
            (Some(Kind::Factors | Kind::Coefficients | Kind::Growth | Kind::Conditions | Kind::Costs), Some(_)) => {
                let cell = row.cell(Column::Between);
                faults.add(cell.at, cell.fault(fault!("such a table has none", "此类表不填")));
            }
            _ => {}
        }
        if series.is_some() && kind != Some(Kind::Index) {
            let cell = row.cell(Column::Series);
            faults.add(cell.at, cell.fault(fault!("only an index is a series", "只有地价指数填此列")));
        }
        if by.is_some() && kind != Some(Kind::Coefficients) {
            let cell = row.cell(Column::By);
            faults.add(cell.at, cell.fault(fault!("only coefficients are by something", "只有系数表填此列")));
        }
        let areas = self.areas.in_cell(row.cell(Column::Area), faults);
        (faults.count() == before).then_some(Declared {
            kind: kind?,
            name,
            file: text(Column::File),
            land_uses,
            areas,
            grades,
            between,
            period: series.unwrap_or(0),
            by_area: by.unwrap_or(false),
            annex,
            part,
            at: row.at(),
        })
    }

    /// The rule m ÷ n, which some documents print instead of a table.
    fn proportion(&self, row: Row<'_>, declared: &Declared, figures: &mut Figures) {
        let rule = [("m/n", "m÷n", ())];
        if row.cell(Column::Value).word(self.faults, &rule).is_some() {
            let scopes = declared.scopes(self.grades, None, None, self.faults, declared.at);
            figures.add_table(declared, &scopes, &[], declared.at, self.faults);
        }
    }

    /// A rate of growth.
    fn growth(&self, row: Row<'_>, declared: &Declared, figures: &mut Figures) {
        let cell = row.cell(Column::Value);
        let value = cell.parsed(self.faults, correction_table::per_cent);
        let Some(value) = value else { return };
        let row = CorrectionRow { value, key: None, level: None, condition: None, interval: None, row: 0 };
        let scopes = declared.scopes(self.grades, None, None, self.faults, declared.at);
        figures.add_table(declared, &scopes, &[row], declared.at, self.faults);
    }
}

impl Declared {
    /// What a row or a column is for: its own land use and grade, else those of the declaration.
    pub(crate) fn scopes(
        &self,
        grades: &Grades,
        land_use: Option<u8>,
        grade: Option<&[Grade]>,
        faults: &Faults,
        at: At,
    ) -> Vec<Of> {
        let of_places =
            |list: &[u8]| if list.is_empty() { vec![None] } else { list.iter().copied().map(Some).collect() };
        let uses = land_use.map_or_else(|| of_places(&self.land_uses), |land_use| vec![Some(land_use)]);
        let graded = grade.unwrap_or(&self.grades);
        let places: Vec<Option<u8>> = if graded.is_empty() {
            vec![None]
        } else {
            let place = |grade: &Grade| {
                let place = grades.place(grade);
                if place.is_none() {
                    let said = grades.said(grade);
                    faults.add(at, fault!("no price is of grade {said}", "没有{said}级的地价"));
                }
                place
            };
            graded.iter().filter_map(place).map(Some).collect()
        };
        let mut scopes = Vec::new();
        for &land_use in &uses {
            for &grade in &places {
                for area in of_places(&self.areas) {
                    scopes.push(Of { land_use, grade, area, name: self.name.clone() });
                }
            }
        }
        scopes
    }
}

impl Correction {
    pub(crate) fn key(&self) -> [u8; 4] {
        let Of { land_use, grade, area, .. } = &self.of;
        [self.kind, land_use.unwrap_or(NONE), grade.unwrap_or(NONE), area.unwrap_or(NONE)]
    }
}
