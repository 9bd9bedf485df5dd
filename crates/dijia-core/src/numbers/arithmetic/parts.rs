//! A decimal taken apart.

use rust_decimal::Decimal;

use super::power_of_ten::power_of_ten;

/// magnitude · 10^-scale, the absolute value of a `Decimal`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// Below 2^96.
    pub(super) magnitude: u128,
    /// At most 28.
    pub(super) scale: u32,
}

impl Parts {
    #[inline]
    pub(super) fn of(value: Decimal) -> Parts {
        Parts { magnitude: value.mantissa().unsigned_abs(), scale: value.scale() }
    }

    /// `None` unless the value is above zero.
    #[inline]
    pub(super) fn positive(value: Decimal) -> Option<Parts> {
        (value.mantissa() > 0).then(|| Parts::of(value))
    }

    /// The same value without trailing zeros after the point.
    pub(super) fn stripped(mut self) -> Parts {
        while self.scale > 0 && self.magnitude.is_multiple_of(10) {
            self.magnitude /= 10;
            self.scale = self.scale.wrapping_sub(1);
        }
        self
    }

    /// The magnitude in units of 10^-scale, if it fits.
    #[inline]
    pub(super) fn rescaled(self, scale: u32) -> Option<u128> {
        let factor = power_of_ten(scale.checked_sub(self.scale)?)?;
        self.magnitude.checked_mul(factor)
    }
}
