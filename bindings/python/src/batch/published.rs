//! The prices of an edition as the rows of a batch name them.

use super::numbers::Numbers;
use super::part::NO_BASIS;
use super::scaled::{Numbered, Rows};
use super::start::Start;
use super::texts::MISSING;
use super::units::units;
use crate::arguments::Base;

const NONE: i64 = Numbers::NONE;

/// The prices of an edition, as the rows name them.
pub struct Published {
    /// The price and the basis of each pair of a zone or grade and a land use, by their numbers; where the pair has no price
    /// or a long one, `NONE` and `NO_BASIS`.
    known: Vec<Option<(i64, u32)>>,
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

    pub fn new() -> Self {
        Self { known: Vec::new() }
    }

    pub fn fill<'e>(&mut self, numbered: &Numbered<'_>, start: &mut Start<'e>, scale: u32, rows: &mut Rows<'e>) {
        let words = numbered.uses.iter().zip(numbered.codes);
        for ((&land_use, &code), (price, basis)) in words.zip(rows.base_price.iter_mut().zip(&mut rows.basis)) {
            let known = Self::place(land_use, code).and_then(|place| *self.known.get(place)?);
            (*price, *basis) = known.unwrap_or_else(|| self.learn(land_use, code, start, scale, &mut rows.bases));
        }
    }

    #[inline]
    fn place(land_use: u32, code: u32) -> Option<usize> {
        let land_use = usize::try_from(land_use).ok().filter(|&land_use| land_use < Self::USES)?;
        (code != MISSING).then_some(code as usize * Self::USES + land_use)
    }

    #[cold]
    #[inline(never)]
    fn learn<'e>(
        &mut self,
        land_use: u32,
        code: u32,
        start: &mut Start<'e>,
        scale: u32,
        bases: &mut Vec<Base<'e>>,
    ) -> (i64, u32) {
        let nothing = (NONE, NO_BASIS);
        if land_use == MISSING || code == MISSING {
            return nothing;
        }
        let base = start.base(land_use, code).ok().flatten();
        let known = base.and_then(|base| {
            if is_lower_bound(base) {
                // Its warning is of the price, and not of the basis.
                return None;
            }
            let is_of = |other: &Base<'e>| match (other.basis(), base.basis()) {
                (Some(other), Some(own)) => other == own,
                _ => false,
            };
            let basis = bases.iter().position(is_of).unwrap_or_else(|| {
                bases.push(base);
                bases.len() - 1
            });
            Some((units(base.per_square_metre().ok()?, scale)?, u32::try_from(basis).ok()?))
        });
        let known = known.unwrap_or(nothing);
        if let Some(place) = Self::place(land_use, code) {
            if self.known.len() <= place {
                self.known.resize(place + 1, None);
            }
            self.known[place] = Some(known);
        }
        known
    }
}
