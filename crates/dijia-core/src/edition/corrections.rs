use crate::edition::correction_runs::{Run, Scope};
use crate::edition::file::layout::{self, NONE, correction};
use crate::edition::file::record::short;
use crate::edition::{Basis, CorrectionKind, CorrectionRow, CorrectionTable, Edition, GradePrice, Word, ZonePrice};
use crate::error::{Error, Result};
use crate::words::{Area, Excerpt, Grade, LandUse, Normal};

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

impl Edition<'_> {
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
        let [run, ..] = self.runs(kind);
        let place = run.places().next()?;
        Some(CorrectionTable { edition: self.edition, place })
    }

    /// The tables of that kind: of each name the most particular one.
    pub fn tables(&self, kind: CorrectionKind) -> impl Iterator<Item = CorrectionTable<'a>> + use<'a> {
        let (edition, runs) = (self.edition, self.runs(kind));
        let tables = move |run: Run| run.places().map(move |place| CorrectionTable { edition, place });
        runs.into_iter().enumerate().flat_map(move |(rank, run)| {
            tables(run).filter(move |table| {
                let name = table.bytes(correction::NAME);
                !runs.iter().take(rank).any(|&run| tables(run).any(|other| other.bytes(correction::NAME) == name))
            })
        })
    }

    fn runs(&self, kind: CorrectionKind) -> [Run; Run::MOST] {
        self.edition.correction_runs.of(self.edition.sections.corrections, kind, self.scope)
    }

    /// The row of a level of a factor, or of a further coefficient: by the name of the level, or by a number that is in the
    /// interval that the level states.
    ///
    /// # Errors
    ///
    /// [`Error::NoSuchFactor`] where there is no table of that name; [`Error::NoSuchLevel`] where it has no such level.
    pub fn level(&self, of: &str, level: &str) -> Result<CorrectionRow<'a>> {
        self.named().level(of, level)
    }

    /// The row at those places.
    pub(crate) const fn row(&self, (table, place): (u16, u16)) -> CorrectionRow<'a> {
        CorrectionRow { table: CorrectionTable { edition: self.edition, place: table }, place }
    }

    /// The tables that have names, found once for many.
    pub(crate) fn named(&self) -> NamedTables<'a> {
        let runs = [CorrectionKind::Factor, CorrectionKind::Coefficient].map(|kind| self.runs(kind));
        NamedTables { edition: self.edition, runs, in_order: 0 }
    }
}

/// The tables of factors and further coefficients for an area, a land use and a grade.
pub(crate) struct NamedTables<'a> {
    edition: &'a Edition<'a>,
    runs: [[Run; Run::MOST]; 2],
    /// How many were asked for in the order of the first run, from its beginning.
    in_order: usize,
}

impl<'a> NamedTables<'a> {
    /// As [`Corrections::level`]. No name is asked for twice, in whatever spelling.
    pub(crate) fn level(&mut self, of: &str, level: &str) -> Result<CorrectionRow<'a>> {
        match self.table(of) {
            Some(table) => table.level(level),
            None => Err(Error::NoSuchFactor { name: Excerpt::new(of), edition: Excerpt::new(self.edition.name()) }),
        }
    }

    /// The factor or the coefficient of that name, as it is printed or in another spelling.
    fn table(&mut self, of: &str) -> Option<CorrectionTable<'a>> {
        let sections = self.edition.sections;
        let is_it = |table: &[u8; layout::CORRECTION]| sections.is_text(short(table, correction::NAME), of);
        // Names come in the order printed as a rule. Where all did so far, the next is that of no table before.
        let [[first, ..], _] = self.runs;
        if first.of(sections.corrections).get(self.in_order).is_some_and(is_it) {
            let place = first.places().nth(self.in_order)?;
            self.in_order += 1;
            return Some(self.at(place));
        }
        let as_printed = self.runs().find_map(|run| {
            let place = run.of(sections.corrections).iter().position(is_it)?;
            run.places().nth(place)
        });
        let named = || {
            let name = Normal::of(of)?;
            self.runs().flat_map(Run::places).find(|&place| name.is(self.at(place).text(correction::NAME)))
        };
        as_printed.or_else(named).map(|place| self.at(place))
    }

    fn runs(&self) -> impl Iterator<Item = Run> {
        self.runs.into_iter().flat_map(|runs| runs.into_iter().take_while(|run| !run.is_empty()))
    }

    fn at(&self, place: u16) -> CorrectionTable<'a> {
        CorrectionTable { edition: self.edition, place }
    }
}

impl PartialEq for Corrections<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.scope == other.scope && self.edition == other.edition
    }
}

impl Eq for Corrections<'_> {}
