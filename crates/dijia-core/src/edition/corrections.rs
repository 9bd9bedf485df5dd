use core::ops::Range;

use crate::edition::file::layout::{NONE, correction};
use crate::edition::file::record::correction_key;
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

/// By how many keys the tables of a kind may be sorted.
const KEYS: usize = 8;

#[derive(Clone, Copy, PartialEq, Eq)]
struct Scope {
    area: u8,
    land_use: u8,
    grade: u8,
}

impl Edition<'_> {
    /// The places of the tables of corrections that are sorted by that.
    fn correction_run(&self, key: [u8; 4]) -> Range<u16> {
        let all = self.sections.corrections;
        let first = all.partition_point(|record| correction_key(record) < key);
        let run = all.get(first..).unwrap_or_default();
        let count = run.partition_point(|record| correction_key(record) == key);
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
        self.named().level(of, level)
    }

    /// The row at those places.
    pub(crate) const fn row(&self, (table, place): (u16, u16)) -> CorrectionRow<'a> {
        CorrectionRow { table: CorrectionTable { edition: self.edition, place: table }, place }
    }

    /// The tables that have names, found once for many.
    pub(crate) fn named(&self) -> NamedTables<'a> {
        const KINDS: [CorrectionKind; 2] = [CorrectionKind::Factor, CorrectionKind::Coefficient];

        let mut runs = [const { 0..0 }; 2 * KEYS];
        let keys = KINDS.into_iter().flat_map(|kind| self.keys(kind));
        let found = keys.map(|key| self.edition.correction_run(key)).filter(|run| !run.is_empty());
        runs.iter_mut().zip(found).for_each(|(run, found)| *run = found);
        NamedTables { edition: self.edition, runs }
    }

    /// What the tables of a kind may be sorted by, the most particular first. What is the same twice has no tables the second
    /// time: there is no such kind.
    fn keys(&self, kind: CorrectionKind) -> [[u8; 4]; KEYS] {
        let Scope { area, land_use, grade } = self.scope;
        let mut keys = [[0; 4]; KEYS];
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

/// The tables of factors and further coefficients for an area, a land use and a grade.
pub(crate) struct NamedTables<'a> {
    edition: &'a Edition<'a>,
    /// Their places, the most particular first; empty ones last.
    runs: [Range<u16>; 2 * KEYS],
}

impl<'a> NamedTables<'a> {
    /// As [`Corrections::level`].
    pub(crate) fn level(&self, of: &str, level: &str) -> Result<CorrectionRow<'a>> {
        match self.table(of) {
            Some(table) => table.level(level),
            None => Err(Error::NoSuchFactor { name: Excerpt::new(of), edition: Excerpt::new(self.edition.name()) }),
        }
    }

    /// The factor or the coefficient of that name, as it is printed or in another spelling.
    fn table(&self, of: &str) -> Option<CorrectionTable<'a>> {
        let edition = self.edition;
        let tables = || {
            let runs = self.runs.iter().take_while(|run| !run.is_empty());
            runs.flat_map(move |run| run.clone().map(move |place| CorrectionTable { edition, place }))
        };
        let bytes = of.as_bytes();
        tables().find(|table| table.bytes(correction::NAME) == bytes).or_else(|| {
            let name = Normal::of(of)?;
            tables().find(|table| name.is(table.text(correction::NAME)))
        })
    }
}

impl PartialEq for Corrections<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.scope == other.scope && self.edition == other.edition
    }
}

impl Eq for Corrections<'_> {}
