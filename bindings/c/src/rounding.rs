//! What is rounded, to how many places, and how.

use dijia::{RoundingMode, RoundingPolicy};

use crate::failure::Result;
use crate::pointer::Plain;
use crate::words::enumeration::invalid;

/// What becomes of a figure exactly half-way between two neighbours: one of `DIJIA_HALF_UP`, `DIJIA_HALF_EVEN`.
pub type dijia_rounding_mode = u32;

/// 四舍五入: away from zero.
pub const DIJIA_HALF_UP: dijia_rounding_mode = 0;
/// To the neighbour whose last digit is even.
pub const DIJIA_HALF_EVEN: dijia_rounding_mode = 1;

/// In place of a number of places: the derived coefficients are not rounded.
pub const DIJIA_UNROUNDED: u8 = 255;
/// The most places that a policy may ask for.
pub const DIJIA_MAX_PLACES: u8 = 12;

/// Which figures of an appraisal are rounded, to how many places, and how. All bytes zero is the default: derived
/// coefficients to 4 places, the unit price and every amount to 2, half up.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_rounding {
    /// 0 for the default, whatever the other fields say; else 1.
    pub present: u8,
    /// The places of derived coefficients, or `DIJIA_UNROUNDED`.
    pub coefficient_places: u8,
    /// The places of the unit price.
    pub unit_price_places: u8,
    /// The places of the amounts: 万元/亩, floor price, totals.
    pub amount_places: u8,
    /// One of `DIJIA_HALF_UP`, `DIJIA_HALF_EVEN`.
    pub mode: dijia_rounding_mode,
}

// SAFETY: integers.
unsafe impl Plain for dijia_rounding {}

impl From<RoundingPolicy> for dijia_rounding {
    fn from(policy: RoundingPolicy) -> Self {
        Self {
            present: 1,
            coefficient_places: policy.coefficient_places().unwrap_or(DIJIA_UNROUNDED),
            unit_price_places: policy.unit_price_places(),
            amount_places: policy.amount_places(),
            mode: match policy.mode() {
                RoundingMode::HalfUp => DIJIA_HALF_UP,
                RoundingMode::HalfEven => DIJIA_HALF_EVEN,
            },
        }
    }
}

impl dijia_rounding {
    pub fn read(self) -> Result<RoundingPolicy> {
        if self.present == 0 {
            return Ok(RoundingPolicy::default());
        }
        let coefficient_places = Some(self.coefficient_places).filter(|&places| places != DIJIA_UNROUNDED);
        let policy = RoundingPolicy::default().with_mode(read_mode(self.mode)?);
        let policy = policy.with_coefficient_places(coefficient_places)?;
        Ok(policy.with_unit_price_places(self.unit_price_places)?.with_amount_places(self.amount_places)?)
    }
}

pub fn read_mode(mode: dijia_rounding_mode) -> Result<RoundingMode> {
    match mode {
        DIJIA_HALF_UP => Ok(RoundingMode::HalfUp),
        DIJIA_HALF_EVEN => Ok(RoundingMode::HalfEven),
        _ => Err(invalid("dijia_rounding_mode", mode)),
    }
}
