//! The prices of editions as the rows of a batch name them.

use super::in_force::NO_EDITION;
use super::level_part::corrections;
use super::numbers::Numbers;
use super::part::NO_BASIS;
use super::scaled::{Numbered, Rows};
use super::start::Start;
use super::texts::MISSING;
use super::units::units;
use crate::arguments::Base;

const NONE: i64 = Numbers::NONE;

/// The prices of the editions, as the rows name them.
pub struct Published {
    /// How many editions there are.
    editions: usize,
    /// Whether corrections are taken as published, so that what is derived from a price follows from its tables too, and not from
    /// its basis alone.
    is_corrected: bool,
    /// The price and the basis of each pair of a zone or grade and a land use, by their numbers and the place of the edition;
    /// where the pair has no price or a long one, `NONE` and `NO_BASIS`.
    known: Vec<Option<(i64, u32)>>,
}

/// The place of an edition, and the numbers of a land use and of a zone or a grade.
#[derive(Clone, Copy)]
struct Of {
    edition: u32,
    land_use: u32,
    code: u32,
}

fn is_lower_bound(base: Base<'_>) -> bool {
    match base {
        Base::Zone(price) => price.is_lower_bound(),
        Base::Grade(price) => price.is_lower_bound(),
        Base::Own { .. } => false,
    }
}

impl Published {
    /// Land uses that are numbered below it are remembered: few are met, and a few kinds of what is none.
    const USES: usize = 8;

    pub fn new(editions: usize, is_corrected: bool) -> Self {
        Self { editions, is_corrected, known: Vec::new() }
    }

    pub fn fill<'e>(&mut self, numbered: &Numbered<'_>, start: &mut Start<'e>, scale: u32, rows: &mut Rows<'e>) {
        let words = numbered.editions.iter().zip(numbered.uses.iter().zip(numbered.codes));
        for ((&edition, (&land_use, &code)), (price, basis)) in
            words.zip(rows.base_price.iter_mut().zip(&mut rows.basis))
        {
            let of = Of { edition, land_use, code };
            let known = self.place(of).and_then(|place| *self.known.get(place)?);
            (*price, *basis) = known.unwrap_or_else(|| self.learn(of, start, scale, &mut rows.bases));
        }
    }

    #[inline]
    fn place(&self, Of { edition, land_use, code }: Of) -> Option<usize> {
        let land_use = usize::try_from(land_use).ok().filter(|&land_use| land_use < Self::USES)?;
        let is_there = code != MISSING && edition != NO_EDITION;
        is_there.then_some((code as usize * Self::USES + land_use) * self.editions + edition as usize)
    }

    #[cold]
    #[inline(never)]
    fn learn<'e>(&mut self, of: Of, start: &mut Start<'e>, scale: u32, bases: &mut Vec<Base<'e>>) -> (i64, u32) {
        let nothing = (NONE, NO_BASIS);
        let Of { edition, land_use, code } = of;
        if land_use == MISSING || code == MISSING || edition == NO_EDITION {
            return nothing;
        }
        let base = start.base(edition as usize, land_use, code).ok().flatten();
        let known = base.and_then(|base| {
            if is_lower_bound(base) {
                // Its warning is of the price, and not of the basis.
                return None;
            }
            let tables = if self.is_corrected { Some(corrections(&base)?) } else { None };
            let is_of = |other: &Base<'e>| match (other.basis(), base.basis()) {
                (Some(other_basis), Some(own)) => {
                    other_basis == own && (tables.is_none() || corrections(other) == tables)
                }
                _ => false,
            };
            let basis = bases.iter().position(is_of).unwrap_or_else(|| {
                bases.push(base);
                bases.len() - 1
            });
            Some((units(base.per_square_metre().ok()?, scale)?, u32::try_from(basis).ok()?))
        });
        let known = known.unwrap_or(nothing);
        if let Some(place) = self.place(of) {
            if self.known.len() <= place {
                self.known.resize(place + 1, None);
            }
            self.known[place] = Some(known);
        }
        known
    }
}
