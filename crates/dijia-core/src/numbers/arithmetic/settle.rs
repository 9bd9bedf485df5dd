//! The one rounding step that every result goes through.

use rust_decimal::Decimal;

use super::ArithmeticError;
use crate::numbers::RoundingMode;

/// A real value at `places` decimal places, doubled, so that half-way figures are the odd integers.
///
/// `floor` is ⌊2 · 10^places · value⌋ and `inexact` says whether that floor lost anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doubled {
    pub(super) floor: i128,
    pub(super) inexact: bool,
}

impl Doubled {
    /// Rounds to the nearest unit of the last place; `mode` decides only what lies exactly half-way.
    pub(super) fn settle(self, places: u32, mode: RoundingMode) -> Result<Decimal, ArithmeticError> {
        // An arithmetic shift is a floor for negative values too.
        let below = self.floor >> 1;
        let past_half = self.floor & 1 == 1;
        let tie = past_half && !self.inexact;
        let up = if tie {
            match mode {
                // Away from zero: `below` is negative exactly when the value is.
                RoundingMode::HalfUp => below >= 0,
                RoundingMode::HalfEven => below & 1 == 1,
            }
        } else {
            past_half
        };
        decimal(below.wrapping_add(i128::from(up)), places)
    }
}

/// `units` · 10^-places, if a `Decimal` can hold it.
pub(super) fn decimal(units: i128, places: u32) -> Result<Decimal, ArithmeticError> {
    Decimal::try_from_i128_with_scale(units, places).map_err(|_| ArithmeticError::TooManyDigits)
}
