//! The decimal that is added to a product before its one rounding.

use bnum::Uint;
use rust_decimal::Decimal;

use super::{ArithmeticError, parts::Parts, settle::Doubled, wide};

#[derive(Clone, Copy, Debug)]
pub(super) struct Addend {
    parts: Parts,
    negative: bool,
}

impl Addend {
    #[inline]
    pub(super) fn new(value: Decimal) -> Addend {
        Addend { parts: Parts::of(value), negative: value.mantissa() < 0 }
    }

    pub(super) fn is_zero(self) -> bool {
        self.parts.magnitude == 0
    }

    /// The places at which both the addend and a result at `places` are whole numbers.
    #[inline]
    pub(super) fn common_places(self, places: u32) -> u32 {
        if self.is_zero() { places } else { places.max(self.parts.scale) }
    }

    /// Adds to a doubled product at `places`. `None` when 128 bits are too few or the addend has further places.
    #[inline]
    pub(super) fn add_narrow(self, product: u128, inexact: bool, places: u32) -> Option<Doubled> {
        let product = i128::try_from(product).ok()?;
        if self.is_zero() {
            return Some(Doubled { floor: product, inexact });
        }
        let addend = i128::try_from(self.parts.rescaled(places)?.checked_mul(2)?).ok()?;
        let floor = if self.negative { product.checked_sub(addend) } else { product.checked_add(addend) }?;
        Some(Doubled { floor, inexact })
    }

    /// Adds to an exact product in units of 10^-scale. `None` where the sum is below zero or longer than 128 bits, or where
    /// the addend has further places.
    #[inline]
    pub(super) fn add_short(self, product: u128, scale: u32) -> Option<u128> {
        if self.is_zero() {
            return Some(product);
        }
        let addend = self.parts.rescaled(scale)?;
        if self.negative { product.checked_sub(addend) } else { product.checked_add(addend) }
    }

    /// Adds to ⌊2 · 10^common · product⌋, `common` being [`common_places`](Self::common_places).
    pub(super) fn add_wide<const N: usize>(
        self,
        product: Uint<N>,
        inexact: bool,
        places: u32,
    ) -> Result<Doubled, ArithmeticError> {
        let common = self.common_places(places);
        let surplus = common.wrapping_sub(places);
        self.sum(product, inexact, common, surplus).ok_or(ArithmeticError::TooManyDigits)
    }

    fn sum<const N: usize>(self, product: Uint<N>, inexact: bool, common: u32, surplus: u32) -> Option<Doubled> {
        let addend = if self.is_zero() {
            wide::zero()
        } else {
            let distance = common.checked_sub(self.parts.scale)?;
            wide::times_power_of_ten(wide::from_u128(self.parts.magnitude), distance)
                .and_then(|units| wide::times(units, 2))?
        };
        if self.negative && product < addend {
            // −(addend − product) with product in [floor, floor + 1): dropping the surplus places of a negative value
            // takes its ceiling in magnitude when anything is lost. With floor inexact, the magnitude is just below
            // `addend − floor`, whose quotient's ceiling is the same.
            let magnitude = addend.wrapping_sub(product);
            let (quotient, lost) = wide::divided_by_power_of_ten(magnitude, surplus)?;
            let quotient = i128::try_from(wide::to_u128(&quotient)?).ok()?;
            let floor = quotient.checked_add(i128::from(lost))?.checked_neg()?;
            return Some(Doubled { floor, inexact: inexact || lost });
        }
        let total = if self.negative { product.wrapping_sub(addend) } else { wide::sum(product, addend)? };
        let (quotient, lost) = wide::divided_by_power_of_ten(total, surplus)?;
        let floor = i128::try_from(wide::to_u128(&quotient)?).ok()?;
        Some(Doubled { floor, inexact: inexact || lost })
    }
}
