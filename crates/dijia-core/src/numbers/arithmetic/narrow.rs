//! The fast path of exact products: four limbs.

use super::power_of_ten::{Divisor, LIMB_DIGITS, divisor_of_ten, power_of_ten};

/// An unsigned integer of 256 bits, least significant limb first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Narrow([u64; 4]);

impl Narrow {
    pub(super) const ONE: Narrow = Narrow([1, 0, 0, 0]);

    /// `None` when the product needs more than 256 bits.
    #[inline]
    #[must_use]
    pub(super) fn times(mut self, factor: u64) -> Option<Narrow> {
        let mut carry = 0_u64;
        for limb in &mut self.0 {
            // At most (2^64 − 1)² + 2^64 − 1, so this cannot wrap.
            let product = u128::from(*limb).wrapping_mul(u128::from(factor)).wrapping_add(u128::from(carry));
            *limb = product as u64;
            carry = (product >> 64) as u64;
        }
        (carry == 0).then_some(self)
    }

    /// The product with 10^exponent.
    #[inline]
    pub(super) fn times_power_of_ten(mut self, mut exponent: u32) -> Option<Narrow> {
        while exponent > 0 {
            let step = exponent.min(LIMB_DIGITS);
            self = self.times(power_of_ten(step)? as u64)?;
            exponent = exponent.wrapping_sub(step);
        }
        Some(self)
    }

    /// The floor of the quotient, and whether anything was lost.
    #[inline]
    pub(super) fn divided(mut self, divisor: &Divisor) -> (Narrow, bool) {
        let [a, b, c, d] = &mut self.0;
        // Leading zero limbs cost as much as others, and short products have them.
        let remainder = if *d != 0 {
            divisor.divide([d, c, b, a].into_iter())
        } else if *c != 0 {
            divisor.divide([c, b, a].into_iter())
        } else {
            divisor.divide([b, a].into_iter())
        };
        (self, remainder != 0)
    }

    /// The floor of the quotient by 10^exponent, and whether anything was lost.
    ///
    /// Dividing in steps is exact: ⌊⌊x/a⌋/b⌋ = ⌊x/(ab)⌋, and the remainder is zero only if every step's is.
    #[inline]
    pub(super) fn divided_by_power_of_ten(mut self, mut exponent: u32) -> Option<(Narrow, bool)> {
        let mut inexact = false;
        while exponent > 0 {
            let step = exponent.min(LIMB_DIGITS);
            let (quotient, lost) = self.divided(divisor_of_ten(step)?);
            self = quotient;
            inexact |= lost;
            exponent = exponent.wrapping_sub(step);
        }
        Some((self, inexact))
    }

    #[inline]
    pub(super) fn to_u128(self) -> Option<u128> {
        let [a, b, c, d] = self.0;
        (c == 0 && d == 0).then_some((u128::from(b) << 64) | u128::from(a))
    }

    #[inline]
    pub(super) fn from_limb(limb: u64) -> Narrow {
        Narrow([limb, 0, 0, 0])
    }
}
