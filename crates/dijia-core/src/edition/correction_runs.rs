//! Where the tables of corrections for an area, a land use and a grade are among those of an edition, which are sorted by kind,
//! land use, grade and area.

use crate::edition::CorrectionKind;
use crate::edition::file::layout::{self, NONE, correction};
use crate::edition::file::record::byte;

/// The place of the first table of each kind, and behind the last.
#[derive(Clone, Copy)]
pub(super) struct CorrectionRuns([u16; KINDS]);

/// The numbers of kinds count from 1, and the last kind ends somewhere too.
const KINDS: usize = CorrectionKind::ALL.len() + 2;

/// What tables are asked for by; [`NONE`] for a land use, a grade or an area that there is none of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) area: u8,
    pub(super) land_use: u8,
    pub(super) grade: u8,
}

/// The places of tables that follow each other.
#[derive(Clone, Copy)]
pub(super) struct Run {
    first: u16,
    behind: u16,
}

type Tables<'a> = &'a [[u8; layout::CORRECTION]];

impl CorrectionRuns {
    #[allow(clippy::indexing_slicing, reason = "every index is below the length that it is compared with")]
    pub(super) const fn new(tables: Tables<'_>) -> Self {
        let mut firsts = [0; KINDS];
        let (mut kind, mut place) = (0, 0);
        while kind < KINDS {
            while place < tables.len() && (tables[place][correction::KIND] as usize) < kind {
                place += 1;
            }
            firsts[kind] = place as u16;
            kind += 1;
        }
        Self(firsts)
    }

    /// The runs of a kind that hold for the scope, the most particular first: by grade before by land use before by area. Empty
    /// ones are last.
    pub(super) fn of(&self, tables: Tables<'_>, kind: CorrectionKind, scope: Scope) -> [Run; Run::MOST] {
        let firsts = self.0.get(kind as usize..).and_then(<[u16]>::first_chunk).copied();
        let [first, behind] = firsts.unwrap_or_default();
        let of_kind = Run { first, behind };
        let mut runs = [Run::EMPTY; Run::MOST];
        if of_kind.is_empty() {
            return runs;
        }
        let [of_use, of_any_use] = of_kind.narrowed(tables, correction::USE, scope.land_use);
        let [of_grade, of_use] = of_use.narrowed(tables, correction::GRADE, scope.grade);
        let [of_grade_and_any_use, of_any] = of_any_use.narrowed(tables, correction::GRADE, scope.grade);
        let mut places = runs.iter_mut();
        for run in [of_grade, of_grade_and_any_use, of_use, of_any] {
            for run in run.narrowed(tables, correction::AREA, scope.area).into_iter().filter(|run| !run.is_empty()) {
                places.next().into_iter().for_each(|place| *place = run);
            }
        }
        runs
    }
}

impl Run {
    /// The most that hold for a scope.
    pub(super) const MOST: usize = 8;
    const EMPTY: Self = Self { first: 0, behind: 0 };

    pub(super) const fn is_empty(self) -> bool {
        self.first >= self.behind
    }

    pub(super) fn places(self) -> impl Iterator<Item = u16> {
        self.first..self.behind
    }

    /// Its tables among all.
    pub(super) fn of(self, tables: Tables<'_>) -> Tables<'_> {
        tables.get(usize::from(self.first)..usize::from(self.behind)).unwrap_or_default()
    }

    /// What of a run that is sorted by a field is of a value, and what holds for all.
    #[inline]
    fn narrowed(self, tables: Tables<'_>, at: usize, value: u8) -> [Self; 2] {
        if self.is_empty() {
            return [Self::EMPTY; 2];
        }
        let of_all = if value == NONE { Self::EMPTY } else { self.with(tables, at, NONE) };
        [self.with(tables, at, value), of_all]
    }

    #[inline]
    fn with(self, tables: Tables<'_>, at: usize, value: u8) -> Self {
        let run = self.of(tables);
        let field = |table: &[u8; layout::CORRECTION]| byte(table, at);
        let ends = run.first().map(field).zip(run.last().map(field));
        match ends {
            Some((first, last)) if first == value && last == value => self,
            Some((first, last)) if first <= value && value <= last => {
                // A file has no more tables than that.
                let place = |count: usize| self.first.saturating_add(count as u16);
                Self {
                    first: place(run.partition_point(|table| field(table) < value)),
                    behind: place(run.partition_point(|table| field(table) <= value)),
                }
            }
            _ => Self::EMPTY,
        }
    }
}
