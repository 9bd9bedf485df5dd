//! What the wide integers lack: mixed operands, and a division that cannot panic.

use bnum::Uint;

use super::power_of_ten::{Divisor, LIMB_DIGITS, divisor_of_ten, power_of_ten};

pub(super) fn zero<const N: usize>() -> Uint<N> {
    Uint::from_le_bytes([0; N])
}

/// `value`, or its low part where `N` bytes cannot hold it.
pub(super) fn from_u128<const N: usize>(value: u128) -> Uint<N> {
    let mut bytes = [0; N];
    for (byte, digit) in bytes.iter_mut().zip(value.to_le_bytes()) {
        *byte = digit;
    }
    Uint::from_le_bytes(bytes)
}

/// The value, if it fits.
pub(super) fn to_u128<const N: usize>(value: &Uint<N>) -> Option<u128> {
    (bits(value) <= u128::BITS).then(|| low_u128(value))
}

fn low_u128<const N: usize>(value: &Uint<N>) -> u128 {
    let mut low = [0; 16];
    for (byte, digit) in low.iter_mut().zip(value.to_le_bytes()) {
        *byte = digit;
    }
    u128::from_le_bytes(low)
}

/// The value in another width, if it fits.
pub(super) fn resized<const N: usize, const M: usize>(value: &Uint<N>) -> Option<Uint<M>> {
    if bits(value) as usize > M.wrapping_mul(8) {
        return None;
    }
    let mut bytes = [0; M];
    for (byte, digit) in bytes.iter_mut().zip(value.to_le_bytes()) {
        *byte = digit;
    }
    Some(Uint::from_le_bytes(bytes))
}

/// The length of the value in bits; 0 for zero.
pub(super) fn bits<const N: usize>(value: &Uint<N>) -> u32 {
    (N as u32).wrapping_mul(8).wrapping_sub(value.leading_zeros())
}

pub(super) fn is_zero<const N: usize>(value: &Uint<N>) -> bool {
    bits(value) == 0
}

/// `None` when the sum does not fit.
pub(super) fn sum<const N: usize>(a: Uint<N>, b: Uint<N>) -> Option<Uint<N>> {
    let sum = a.wrapping_add(b);
    (sum >= a).then_some(sum)
}

/// `None` when the product may not fit; it always does when one bit is left over.
pub(super) fn product<const N: usize>(a: Uint<N>, b: Uint<N>) -> Option<Uint<N>> {
    let (length_a, length_b) = (bits(&a), bits(&b));
    // A full product costs the square of the width; most denominators are 1.
    if length_b == 1 {
        return Some(a);
    }
    if length_b <= u64::BITS {
        return times(a, low_u128(&b) as u64);
    }
    let length = length_a.wrapping_add(length_b);
    (length as usize <= N.wrapping_mul(8)).then(|| a.wrapping_mul(b))
}

/// The product with one limb.
pub(super) fn times<const N: usize>(value: Uint<N>, factor: u64) -> Option<Uint<N>> {
    let mut bytes = value.to_le_bytes();
    let mut carry = 0_u64;
    for chunk in bytes.as_chunks_mut::<8>().0 {
        let product =
            u128::from(u64::from_le_bytes(*chunk)).wrapping_mul(u128::from(factor)).wrapping_add(u128::from(carry));
        *chunk = (product as u64).to_le_bytes();
        carry = (product >> 64) as u64;
    }
    (carry == 0).then(|| Uint::from_le_bytes(bytes))
}

pub(super) fn times_power_of_ten<const N: usize>(mut value: Uint<N>, mut exponent: u32) -> Option<Uint<N>> {
    while exponent > 0 {
        let step = exponent.min(LIMB_DIGITS);
        value = times(value, power_of_ten(step)? as u64)?;
        exponent = exponent.wrapping_sub(step);
    }
    Some(value)
}

/// The floor of the quotient by one limb, and whether anything was lost.
pub(super) fn divided<const N: usize>(value: Uint<N>, divisor: &Divisor) -> (Uint<N>, bool) {
    let mut bytes = value.to_le_bytes();
    let mut remainder = 0;
    for chunk in bytes.as_chunks_mut::<8>().0.iter_mut().rev() {
        let (quotient, left) = divisor.step(remainder, u64::from_le_bytes(*chunk));
        *chunk = quotient.to_le_bytes();
        remainder = left;
    }
    (Uint::from_le_bytes(bytes), remainder != 0)
}

pub(super) fn divided_by_power_of_ten<const N: usize>(
    mut value: Uint<N>,
    mut exponent: u32,
) -> Option<(Uint<N>, bool)> {
    let mut inexact = false;
    while exponent > 0 {
        let step = exponent.min(LIMB_DIGITS);
        let (quotient, lost) = divided(value, divisor_of_ten(step)?);
        value = quotient;
        inexact |= lost;
        exponent = exponent.wrapping_sub(step);
    }
    Some((value, inexact))
}

/// ⌊value · 2^exponent⌋; `None` when it does not fit.
pub(super) fn scaled<const N: usize>(value: Uint<N>, exponent: i32) -> Option<Uint<N>> {
    let length = (N as u32).wrapping_mul(8);
    let distance = exponent.unsigned_abs();
    if exponent.is_negative() {
        return Some(if distance < length { value.wrapping_shr(distance) } else { zero() });
    }
    if is_zero(&value) {
        return Some(value);
    }
    (bits(&value).checked_add(distance)? <= length).then(|| value.wrapping_shl(distance))
}

/// The floor of the quotient, and whether anything was lost; `None` for a zero divisor.
///
/// Each step subtracts a multiple of the divisor that is no larger than what remains, estimated from the leading bits,
/// so dividend = quotient · divisor + remainder holds throughout whatever the estimate's quality. A step leaves less than
/// 2^-60 of the remainder, or else subtracts the divisor once.
pub(super) fn quotient<const N: usize>(dividend: Uint<N>, divisor: Uint<N>) -> Option<(Uint<N>, bool)> {
    let divisor_bits = bits(&divisor);
    if divisor_bits == 0 {
        return None;
    }
    if divisor_bits <= u64::BITS {
        return Some(divided(dividend, &Divisor::new(low_u128(&divisor) as u64)?));
    }
    // The divisor's leading 63 bits, rounded up.
    let divisor_drop = divisor_bits.wrapping_sub(63);
    let leading = low_u128(&divisor.wrapping_shr(divisor_drop)).wrapping_add(1);
    let one = from_u128::<N>(1);

    let mut quotient = zero::<N>();
    let mut remainder = dividend;
    while remainder >= divisor {
        let drop = bits(&remainder).saturating_sub(126);
        let estimate = low_u128(&remainder.wrapping_shr(drop)).checked_div(leading)?;
        let exponent = (drop as i32).wrapping_sub(divisor_drop as i32);
        let mut step = scaled(from_u128::<N>(estimate), exponent)?;
        if is_zero(&step) {
            step = one;
        }
        // step · divisor ≤ remainder, so neither the product nor the difference wraps.
        remainder = remainder.wrapping_sub(divisor.wrapping_mul(step));
        quotient = quotient.wrapping_add(step);
    }
    Some((quotient, !is_zero(&remainder)))
}
