use rust_decimal::Decimal;

use crate::numbers::RoundingMode;
use crate::numbers::arithmetic::{self, Factor};

/// The most places that a value before rounding is shown with.
pub(crate) const SHOWN_PLACES: u32 = 12;

/// The exact value as far as it is shown, without trailing zeros; none where it has too many digits to be shown.
pub(crate) fn shown(factors: &[Factor], addend: Decimal) -> Option<Decimal> {
    let places = [SHOWN_PLACES, 6, 2];
    let value = places
        .into_iter()
        .find_map(|places| arithmetic::round_product(factors, addend, places, RoundingMode::HalfUp).ok());
    value.map(|value| value.normalize())
}
