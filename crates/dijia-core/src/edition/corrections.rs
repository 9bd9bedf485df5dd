use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::edition::file::layout::{NONE, correction, correction_row};
use crate::edition::file::record::{byte, correction_key, date, decimal, short, signed};
use crate::edition::lists::{AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseOfEdition};
use crate::edition::{Basis, Citation, Edition, GradePrice, Part, Word, ZonePrice};
use crate::error::{Error, Result};
use crate::numbers::decimal::compare;
use crate::numbers::{DecimalText, parse_decimal};
use crate::words::{Area, Excerpt, Grade, LandUse, Normal};

/// What a table of corrections gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum CorrectionKind {
    /// The plot-ratio coefficient Kv, by plot ratio (容积率修正系数表).
    PlotRatio = correction::PLOT_RATIO,
    /// A factor correction Ki, by level (因素修正系数表).
    Factor = correction::FACTOR,
    /// A further coefficient Kj, by level: of area, shape, depth, storey …
    Coefficient = correction::COEFFICIENT,
    /// The term coefficient Ky, by remaining term (年期修正系数表).
    Term = correction::TERM,
    /// The price index, by date (地价指数).
    DateIndex = correction::INDEX,
    /// The growth of prices by the month (月增长率).
    MonthlyGrowth = correction::GROWTH,
}

impl CorrectionKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::PlotRatio, Self::Factor, Self::Coefficient, Self::Term, Self::DateIndex, Self::MonthlyGrowth];

    /// The English name.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::PlotRatio => "plot ratio",
            Self::Factor => "factor",
            Self::Coefficient => "coefficient",
            Self::Term => "term",
            Self::DateIndex => "date index",
            Self::MonthlyGrowth => "monthly growth",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::PlotRatio => "容积率",
            Self::Factor => "因素",
            Self::Coefficient => "系数",
            Self::Term => "年期",
            Self::DateIndex => "地价指数",
            Self::MonthlyGrowth => "月增长率",
        }
    }
}

/// What a table gives between two of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum BetweenRows {
    /// Nothing: what is not in the table has no coefficient.
    Nothing = 0,
    /// The value interpolated linearly.
    Linear = 1,
    /// That of the row before.
    RowBefore = 2,
}

/// The tables of corrections that a document prints for an area, a land use and a grade: of each the most particular one, by
/// grade before by land use before by area.
///
/// ```text
/// let corrections = edition.grade_price("住宅", "二级")?.corrections();
/// let row = corrections.level("形状", "较优")?;
/// ```
#[derive(Clone, Copy)]
pub struct Corrections<'a> {
    edition: &'a Edition<'a>,
    /// [`NONE`] for one that is of no grade.
    scope: Scope,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Scope {
    area: u8,
    land_use: u8,
    grade: u8,
}

/// A table of corrections, as printed; of a table of factors, one factor.
#[derive(Clone, Copy)]
pub struct CorrectionTable<'a> {
    edition: &'a Edition<'a>,
    place: u16,
}

/// A row of a [`CorrectionTable`]; of a factor or a coefficient, one level.
#[derive(Clone, Copy)]
pub struct CorrectionRow<'a> {
    table: CorrectionTable<'a>,
    place: u16,
}

/// An interval of a quantity, as the condition of a level states it: `≥1200`, `[800,1200)`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower bound; none where there is none.
    pub low: Option<Decimal>,
    /// Whether the lower bound belongs to it.
    pub with_low: bool,
    /// The upper bound; none where there is none.
    pub high: Option<Decimal>,
    /// Whether the upper bound belongs to it.
    pub with_high: bool,
}

impl Interval {
    /// Whether the number is in it.
    #[must_use]
    pub fn contains(&self, number: Decimal) -> bool {
        let above = self.low.is_none_or(|low| match compare(number, low) {
            core::cmp::Ordering::Less => false,
            core::cmp::Ordering::Equal => self.with_low,
            core::cmp::Ordering::Greater => true,
        });
        above
            && self.high.is_none_or(|high| match compare(number, high) {
                core::cmp::Ordering::Less => true,
                core::cmp::Ordering::Equal => self.with_high,
                core::cmp::Ordering::Greater => false,
            })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low.map(DecimalText), self.high.map(DecimalText)) {
            (Some(low), Some(high)) => {
                let (open, close) = (if self.with_low { '[' } else { '(' }, if self.with_high { ']' } else { ')' });
                write!(f, "{open}{low},{high}{close}")
            }
            (Some(low), None) => write!(f, "{}{low}", if self.with_low { '≥' } else { '>' }),
            (None, Some(high)) => write!(f, "{}{high}", if self.with_high { '≤' } else { '<' }),
            (None, None) => Ok(()),
        }
    }
}

impl Edition<'_> {
    /// The places of the tables of corrections that are sorted by that.
    fn correction_run(&self, key: [u8; 4]) -> core::ops::Range<u16> {
        let all = self.sections.corrections;
        let first = all.partition_point(|record| correction_key(record) < key);
        let run = all.get(first..).unwrap_or_default();
        let count = run.iter().take_while(|record| correction_key(record.as_slice()) == key).count();
        // A file has no more tables than that.
        first as u16..(first + count) as u16
    }

    /// Every table of corrections that the edition holds: by kind, land use, grade and area, and in that in the order printed.
    pub fn correction_tables(&self) -> impl ExactSizeIterator<Item = CorrectionTable<'_>> {
        (0..self.sections.corrections.len()).map(|place| CorrectionTable { edition: self, place: place as u16 })
    }

    /// The tables of corrections for a grade of the first area.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchUse`]; [`Error::NoSuchGrade`] for a grade that the edition does not have.
    pub fn corrections(&self, land_use: impl Word<LandUse>, grade: impl Word<Grade>) -> Result<Corrections<'_>> {
        let (land_use, grade) = (self.use_place(land_use.key_in(self)?)?, grade.key_in(self)?);
        let place = self.grade_place(grade).ok_or_else(|| self.why_no_grade(0, land_use, grade))?;
        Ok(Corrections { edition: self, scope: Scope { area: 0, land_use, grade: place } })
    }

    /// The tables of corrections for a grade of an area.
    ///
    /// # Errors
    ///
    /// As [`corrections`](Self::corrections), and [`Error::NoSuchArea`].
    pub fn corrections_in(
        &self,
        area: impl Word<Area>,
        land_use: impl Word<LandUse>,
        grade: impl Word<Grade>,
    ) -> Result<Corrections<'_>> {
        let area = self.area_place(area.key_in(self)?)?;
        let of_first = self.corrections(land_use, grade)?;
        Ok(Corrections { scope: Scope { area, ..of_first.scope }, ..of_first })
    }
}

macro_rules! corrections_of {
    ($($price:ident),*) => {$(
        impl<'a> $price<'a> {
            /// The tables of corrections that the document prints for its area, land use and grade.
            #[must_use]
            pub fn corrections(&self) -> Corrections<'a> {
                let scope = Scope { area: self.area().place, land_use: self.land_use().place, grade: self.grade_place() };
                Corrections { edition: self.edition(), scope }
            }
        }
    )*};
}

corrections_of!(GradePrice, ZonePrice);

impl<'a> Basis<'a> {
    /// The tables of corrections that the document prints for what the basis is of.
    #[must_use]
    pub fn corrections(&self) -> Corrections<'a> {
        let land_use = self.land_use().map_or(NONE, |land_use| land_use.place);
        let grade = self.grade().map_or(NONE, |grade| grade.place);
        Corrections { edition: self.edition(), scope: Scope { area: self.area().place, land_use, grade } }
    }
}

impl<'a> Corrections<'a> {
    /// The edition.
    #[must_use]
    pub const fn edition(&self) -> &'a Edition<'a> {
        self.edition
    }

    /// The table of that kind; of factors and coefficients, which are several, the first.
    #[must_use]
    pub fn table(&self, kind: CorrectionKind) -> Option<CorrectionTable<'a>> {
        self.tables(kind).next()
    }

    /// The tables of that kind: of each name the most particular one.
    pub fn tables(&self, kind: CorrectionKind) -> impl Iterator<Item = CorrectionTable<'a>> + use<'a> {
        let (edition, keys) = (self.edition, self.keys(kind));
        let run = move |key: [u8; 4]| edition.correction_run(key).map(move |place| CorrectionTable { edition, place });
        keys.into_iter().enumerate().flat_map(move |(rank, key)| {
            run(key).filter(move |table| {
                let name = table.bytes(correction::NAME);
                !keys.iter().take(rank).any(|&key| run(key).any(|other| other.bytes(correction::NAME) == name))
            })
        })
    }

    /// The row of a level of a factor, or of a further coefficient: by the name of the level, or by a number that is in the
    /// interval that the level states.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchFactor`] where there is no table of that name; [`Error::NoSuchLevel`] where it has no such level.
    pub fn level(&self, of: &str, level: &str) -> Result<CorrectionRow<'a>> {
        match self.named(of) {
            Some(table) => table.level(level),
            None => Err(Error::NoSuchFactor { name: Excerpt::new(of), edition: Excerpt::new(self.edition.name()) }),
        }
    }

    /// The row at those places.
    pub(crate) const fn row(&self, (table, place): (u16, u16)) -> CorrectionRow<'a> {
        CorrectionRow { table: CorrectionTable { edition: self.edition, place: table }, place }
    }

    /// The factor or the coefficient of that name, as it is printed or in another spelling.
    fn named(&self, of: &str) -> Option<CorrectionTable<'a>> {
        const KINDS: [CorrectionKind; 2] = [CorrectionKind::Factor, CorrectionKind::Coefficient];

        let edition = self.edition;
        let find = |is_it: &dyn Fn(&CorrectionTable<'_>) -> bool| {
            for kind in KINDS {
                for key in self.keys(kind) {
                    let mut tables = edition.correction_run(key).map(|place| CorrectionTable { edition, place });
                    if let Some(table) = tables.find(is_it) {
                        return Some(table);
                    }
                }
            }
            None
        };
        let bytes = of.as_bytes();
        find(&|table| table.bytes(correction::NAME) == bytes).or_else(|| {
            let name = Normal::of(of)?;
            find(&|table| name.is(table.text(correction::NAME)))
        })
    }

    /// What the tables of a kind may be sorted by, the most particular first. What is the same twice has no tables the second
    /// time: there is no such kind.
    fn keys(&self, kind: CorrectionKind) -> [[u8; 4]; 8] {
        let Scope { area, land_use, grade } = self.scope;
        let mut keys = [[0; 4]; 8];
        for (bits, key) in (0_u8..).zip(&mut keys) {
            let all = [bits & 2 != 0, bits & 4 != 0, bits & 1 != 0];
            let is_twice = all[0] && land_use == NONE || all[1] && grade == NONE || all[2] && area == NONE;
            let pick = |all: bool, place| if all { NONE } else { place };
            if !is_twice {
                *key = [kind as u8, pick(all[0], land_use), pick(all[1], grade), pick(all[2], area)];
            }
        }
        keys
    }
}

impl<'a> CorrectionTable<'a> {
    fn record(&self) -> &'a [u8] {
        self.edition.sections.corrections.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
    }

    fn text(&self, at: usize) -> &'a str {
        self.edition.sections.text(short(self.record(), at))
    }

    fn bytes(&self, at: usize) -> &'a [u8] {
        self.edition.sections.text_bytes(short(self.record(), at))
    }

    fn has(&self, flag: u8) -> bool {
        byte(self.record(), correction::FLAGS) & flag != 0
    }

    /// The edition.
    #[must_use]
    pub const fn edition(&self) -> &'a Edition<'a> {
        self.edition
    }

    /// What it gives.
    #[must_use]
    pub fn kind(&self) -> CorrectionKind {
        let kind = byte(self.record(), correction::KIND);
        CorrectionKind::ALL.into_iter().find(|&known| known as u8 == kind).unwrap_or(CorrectionKind::Coefficient)
    }

    /// The name of a factor or a further coefficient; none of other tables.
    #[must_use]
    pub fn name(&self) -> Option<&'a str> {
        Some(self.text(correction::NAME)).filter(|name| !name.is_empty())
    }

    /// The land use that it holds for; none where it holds for all.
    #[must_use]
    pub fn land_use(&self) -> Option<LandUseOfEdition<'a>> {
        let place = byte(self.record(), correction::USE);
        (place != NONE).then_some(LandUseOfEdition { edition: self.edition, place })
    }

    /// The grade that it holds for; none where it holds for all.
    #[must_use]
    pub fn grade(&self) -> Option<GradeOfEdition<'a>> {
        let place = byte(self.record(), correction::GRADE);
        (place != NONE).then_some(GradeOfEdition { edition: self.edition, place })
    }

    /// The area that it holds for; none where it holds for all.
    #[must_use]
    pub fn area(&self) -> Option<AreaOfEdition<'a>> {
        let place = byte(self.record(), correction::AREA);
        (place != NONE).then_some(AreaOfEdition { edition: self.edition, place })
    }

    /// Whether its first row holds for all below it too (≤).
    #[must_use]
    pub fn is_open_below(&self) -> bool {
        self.has(correction::OPEN_BELOW)
    }

    /// Whether its last row holds for all above it too (≥).
    #[must_use]
    pub fn is_open_above(&self) -> bool {
        self.has(correction::OPEN_ABOVE)
    }

    /// What it gives between two of its rows.
    #[must_use]
    pub fn between(&self) -> BetweenRows {
        match (self.has(correction::LINEAR), self.has(correction::STEPS)) {
            (true, _) => BetweenRows::Linear,
            (_, true) => BetweenRows::RowBefore,
            _ => BetweenRows::Nothing,
        }
    }

    /// Whether a parcel's area says its level.
    #[must_use]
    pub fn is_by_area(&self) -> bool {
        self.has(correction::BY_AREA)
    }

    /// The rows, in the order printed. A table of terms without rows is the rule m ÷ n.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = CorrectionRow<'a>> + Clone + use<'a> {
        let table = *self;
        let (first, count) = (short(self.record(), correction::FIRST), short(self.record(), correction::COUNT));
        (0..count).map(move |row| CorrectionRow { table, place: first.saturating_add(row) })
    }

    /// The row of a level, by its name or by a number that is in its interval.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchLevel`].
    pub fn level(&self, level: &str) -> Result<CorrectionRow<'a>> {
        let bytes = level.as_bytes();
        let as_printed = self.rows().find(|row| row.bytes(correction_row::LEVEL) == bytes);
        let named = as_printed.or_else(|| {
            let name = Normal::of(level)?;
            self.rows().find(|row| row.level().is_some_and(|level| name.is(level)))
        });
        let by_number = || self.level_of(parse_decimal(level).ok()?);
        named.or_else(by_number).ok_or_else(|| self.no_level(Excerpt::new(level)))
    }

    /// The row of the level whose interval a number is in, not negative. Where two intervals end at the number, which is meant
    /// is not guessed.
    pub(crate) fn level_of(&self, number: Decimal) -> Option<CorrectionRow<'a>> {
        let mut rows = self.rows().filter(|row| row.interval().is_some_and(|interval| interval.contains(number)));
        let row = rows.next().filter(|_| !number.is_sign_negative())?;
        rows.next().is_none().then_some(row)
    }

    pub(crate) fn no_level(&self, level: Excerpt) -> Error {
        struct Levels<'a>(CorrectionTable<'a>);

        impl fmt::Display for Levels<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.rows().enumerate().try_for_each(|(index, row)| {
                    f.write_str(if index == 0 { "" } else { "/" })?;
                    f.write_str(row.level().unwrap_or_default())
                })
            }
        }

        let of = Excerpt::new(self.name().unwrap_or_default());
        Error::NoSuchLevel { of, level, levels: Excerpt::of(Levels(*self)) }
    }

    /// Where it is printed.
    #[must_use]
    pub fn citation(&self) -> Citation<'a> {
        let part = match byte(self.record(), correction::ANNEX) {
            NONE => Part::Named(self.text(correction::PART)),
            place => AnnexOfEdition { edition: self.edition, place }.part(),
        };
        let row = Some(short(self.record(), correction::ROW)).filter(|&row| row > 0);
        Citation { document: self.edition.document().number, part, row }
    }
}

impl<'a> CorrectionRow<'a> {
    fn record(&self) -> &'a [u8] {
        let rows = self.table.edition.sections.correction_rows;
        rows.get(usize::from(self.place)).map_or(&[], |record| record.as_slice())
    }

    fn text(&self, at: usize) -> Option<&'a str> {
        Some(self.table.edition.sections.text(short(self.record(), at))).filter(|text| !text.is_empty())
    }

    fn bytes(&self, at: usize) -> &'a [u8] {
        self.table.edition.sections.text_bytes(short(self.record(), at))
    }

    /// The places of its table and of itself.
    pub(crate) const fn places(&self) -> (u16, u16) {
        (self.table.place, self.place)
    }

    /// The table that it is in.
    #[must_use]
    pub const fn table(&self) -> CorrectionTable<'a> {
        self.table
    }

    /// The coefficient or the index; of a factor the correction and of growth the rate, as a fraction: 0.3873 % is 0.003873.
    #[must_use]
    pub fn value(&self) -> Decimal {
        let printed = signed(self.record(), correction_row::VALUE, correction_row::VALUE_PLACES);
        match self.table.kind() {
            CorrectionKind::Factor | CorrectionKind::MonthlyGrowth => {
                let scale = (printed.scale() + 2).min(Decimal::MAX_SCALE);
                Decimal::try_from_i128_with_scale(printed.mantissa(), scale).unwrap_or(printed)
            }
            _ => printed,
        }
    }

    /// The plot ratio, or the remaining term in years, that the row is of; 0 in other tables.
    #[must_use]
    pub fn key(&self) -> Decimal {
        decimal(self.record(), correction_row::KEY, correction_row::KEY_PLACES)
    }

    /// The date that the row of an index is of.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        (self.table.kind() == CorrectionKind::DateIndex).then(|| date(self.record(), correction_row::KEY))?
    }

    /// The name of the level.
    #[must_use]
    pub fn level(&self) -> Option<&'a str> {
        self.text(correction_row::LEVEL)
    }

    /// The condition for the level, in the words of the document.
    #[must_use]
    pub fn condition(&self) -> Option<&'a str> {
        self.text(correction_row::CONDITION)
    }

    /// The interval that the condition is, where it is one.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let record = self.record();
        let flags = byte(record, correction_row::FLAGS);
        let has = |flag| flags & flag != 0;
        let low = has(correction_row::HAS_LOW).then(|| self.key());
        let high =
            has(correction_row::HAS_HIGH).then(|| decimal(record, correction_row::HIGH, correction_row::HIGH_PLACES));
        (low.is_some() || high.is_some()).then_some(Interval {
            low,
            with_low: has(correction_row::WITH_LOW),
            high,
            with_high: has(correction_row::WITH_HIGH),
        })
    }

    /// Where it is printed: the row of the factor, or its own.
    #[must_use]
    pub fn citation(&self) -> Citation<'a> {
        let of_table = self.table.citation();
        let row = Some(short(self.record(), correction_row::ROW)).filter(|&row| row > 0);
        Citation { row: row.or(of_table.row), ..of_table }
    }
}

impl PartialEq for CorrectionTable<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.edition == other.edition
    }
}

impl Eq for CorrectionTable<'_> {}

impl PartialEq for CorrectionRow<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && self.table == other.table
    }
}

impl Eq for CorrectionRow<'_> {}

impl PartialEq for Corrections<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.scope == other.scope && self.edition == other.edition
    }
}

impl Eq for Corrections<'_> {}
