//! Products with term or growth coefficients: compute further until the last place is certain, never guess (Ziv's method).

use rust_decimal::Decimal;

use super::{
    ArithmeticError, Factor,
    addend::Addend,
    exactness, fast_power, fast_product, level,
    power::{GrowthPower, TermPowers},
    settle::decimal,
};
use crate::numbers::RoundingMode;

/// A product that is one term or growth coefficient, where 64 bits decide it.
#[inline]
pub(super) fn single(factor: &Factor, places: u32) -> Result<Option<Decimal>, ArithmeticError> {
    let units = match *factor {
        Factor::Term { rate, remaining, statutory } => match TermPowers::new(rate, remaining, statutory)? {
            Some(powers) => fast_power::term(&powers, places),
            None => return one(places).map(Some),
        },
        Factor::Growth { rate, months } => match GrowthPower::new(rate, months)? {
            Some(power) => fast_power::growth(&power, places),
            None => return one(places).map(Some),
        },
        _ => None,
    };
    units.map(|units| decimal(units, places)).transpose()
}

fn one(places: u32) -> Result<Decimal, ArithmeticError> {
    super::round(Decimal::ONE, places, RoundingMode::HalfUp)
}

/// ∏ factors + addend.
pub(super) fn product(
    factors: &[Factor],
    addend: Addend,
    places: u32,
    mode: RoundingMode,
) -> Result<Decimal, ArithmeticError> {
    match fast_product::product(factors, addend, places) {
        Some(decided) => decided.settle(places, mode),
        None => wide_product(factors, addend, places, mode),
    }
}

/// ∏ factors + addend at 128, 256, 512 and 1,024 bits.
#[inline(never)]
pub(super) fn wide_product(
    factors: &[Factor],
    addend: Addend,
    places: u32,
    mode: RoundingMode,
) -> Result<Decimal, ArithmeticError> {
    if let Some(decided) = at::<32>(factors, addend, places, mode)? {
        return Ok(decided);
    }
    // Undecided is most often half-way, and only what is rational can be: that is settled exactly.
    if let Some(exact) = exactness::product(factors) {
        match exact.round(addend, places) {
            Err(ArithmeticError::TooManyDigits) => {}
            rounded => return rounded?.settle(places, mode),
        }
    }
    if let Some(decided) = at::<64>(factors, addend, places, mode)? {
        return Ok(decided);
    }
    if let Some(decided) = at::<128>(factors, addend, places, mode)? {
        return Ok(decided);
    }
    at::<256>(factors, addend, places, mode)?.ok_or(ArithmeticError::Undecided)
}

fn at<const N: usize>(
    factors: &[Factor],
    addend: Addend,
    places: u32,
    mode: RoundingMode,
) -> Result<Option<Decimal>, ArithmeticError> {
    let Some([low, high]) = level::bounds::<N>(factors, addend, places)? else {
        return Ok(None);
    };
    let low = low.settle(places, mode)?;
    let high = high.settle(places, mode)?;
    // Of equal scale, so that the mantissas alone tell.
    Ok((low.mantissa() == high.mantissa()).then_some(low))
}

/// Whether the product is to be computed here.
#[inline]
pub(super) fn concerns(factors: &[Factor]) -> bool {
    factors.iter().any(|factor| matches!(factor, Factor::Term { .. } | Factor::Growth { .. }))
}
