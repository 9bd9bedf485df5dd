use rust_decimal::Decimal;

use crate::numbers::RoundingMode;
use crate::numbers::arithmetic::{self, Factor};
use crate::worksheet::Step;

/// The exact value as far as it is shown, without trailing zeros; none where it has too many digits to be shown.
pub(crate) fn shown(factors: &[Factor], addend: Decimal) -> Option<Decimal> {
    let places = [Step::SHOWN_PLACES, 6, 2];
    let value = places
        .into_iter()
        .find_map(|places| arithmetic::round_product(factors, addend, places, RoundingMode::HalfUp).ok());
    value.map(|value| value.normalize())
}
