//! Powers of ten, and division by them without a division instruction.

/// 10^exponent for exponents up to 38, the largest that fits.
pub(crate) fn power_of_ten(exponent: u32) -> Option<u128> {
    POWERS.get(exponent as usize).copied()
}

const POWERS: [u128; 39] = {
    let mut powers = [1; 39];
    let mut i = 1;
    while i < 39 {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

/// The largest power of ten that fits one limb.
pub(super) const LIMB_DIGITS: u32 = 19;

/// 10^exponent as a [`Divisor`], for exponents up to [`LIMB_DIGITS`].
pub(super) fn divisor_of_ten(exponent: u32) -> Option<&'static Divisor> {
    DIVISORS.get(exponent as usize)
}

static DIVISORS: [Divisor; LIMB_DIGITS as usize + 1] = {
    let mut divisors = [Divisor { normalized: 0, reciprocal: 0, shift: 0 }; LIMB_DIGITS as usize + 1];
    let mut i = 0;
    while i < divisors.len() {
        if let Some(divisor) = Divisor::new(POWERS[i] as u64) {
            divisors[i] = divisor;
        }
        i += 1;
    }
    divisors
};

/// One limb divided by a power of ten: a shift and the high half of a product.
///
/// For 10^k = 2^k · 5^k the limb is first shifted by k, which leaves x < 2^(64 − k). With l = ⌊log2 5^k⌋ and
/// m = ⌊2^(64+l) / 5^k⌋ + 1, m · 5^k = 2^(64+l) + e with 0 < e ≤ 5^k < 2^(l+1), so that ⌊x·m / 2^(64+l)⌋ = ⌊x / 5^k⌋ as long as
/// x · e < 2^(64+l), for which x < 2^63 suffices; and m < 2^64, since 5^k is no power of two. 10^0 divides by nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct LimbDivisor {
    power: u64,
    zeros: u32,
    multiplier: u64,
    shift: u32,
}

/// 10^exponent as a [`LimbDivisor`], for exponents up to [`LIMB_DIGITS`].
pub(super) fn limb_divisor_of_ten(exponent: u32) -> Option<&'static LimbDivisor> {
    LIMB_DIVISORS.get(exponent as usize)
}

static LIMB_DIVISORS: [LimbDivisor; LIMB_DIGITS as usize + 1] = {
    let mut divisors = [LimbDivisor { power: 1, zeros: 0, multiplier: 0, shift: 0 }; LIMB_DIGITS as usize + 1];
    let mut k = 1;
    while k < divisors.len() {
        let power = POWERS[k] as u64;
        let odd = power >> k;
        let shift = odd.ilog2();
        let multiplier = ((1_u128 << (64 + shift)) / odd as u128 + 1) as u64;
        divisors[k] = LimbDivisor { power, zeros: k as u32, multiplier, shift };
        k += 1;
    }
    divisors
};

impl LimbDivisor {
    #[inline]
    pub(super) fn power(&self) -> u64 {
        self.power
    }

    /// The floor of the quotient.
    #[inline]
    pub(super) fn divide(&self, limb: u64) -> u64 {
        if self.power == 1 {
            return limb;
        }
        let product = u128::from(limb >> self.zeros).wrapping_mul(u128::from(self.multiplier));
        (product >> 64) as u64 >> self.shift
    }
}

/// A one-limb divisor with its reciprocal, after Möller and Granlund, "Improved division by invariant integers" (2011).
#[derive(Clone, Copy, Debug)]
pub(super) struct Divisor {
    /// The divisor shifted until its top bit is set.
    normalized: u64,
    /// ⌊(2^128 − 1) / normalized⌋ − 2^64.
    reciprocal: u64,
    shift: u32,
}

impl Divisor {
    /// `None` for zero.
    pub(super) const fn new(divisor: u64) -> Option<Divisor> {
        let shift = divisor.leading_zeros();
        if shift == u64::BITS {
            return None;
        }
        let normalized = divisor << shift;
        match u128::MAX.checked_div(normalized as u128) {
            // The quotient is in [2^64, 2^65), so dropping its high limb subtracts exactly 2^64.
            Some(quotient) => Some(Divisor { normalized, reciprocal: quotient as u64, shift }),
            None => None,
        }
    }

    /// Divides `limbs`, most significant first, in place. Returns the remainder.
    #[inline]
    pub(super) fn divide<'a>(&self, limbs: impl Iterator<Item = &'a mut u64>) -> u64 {
        let mut remainder = 0;
        for limb in limbs {
            (*limb, remainder) = self.step(remainder, *limb);
        }
        remainder
    }

    /// (remainder, limb) divided, for a remainder below the divisor.
    #[inline]
    pub(super) fn step(&self, remainder: u64, limb: u64) -> (u64, u64) {
        // Shifting dividend and divisor alike keeps the quotient and shifts the remainder.
        let dividend = ((u128::from(remainder) << 64) | u128::from(limb)) << self.shift;
        let (quotient, shifted) = self.divide_two((dividend >> 64) as u64, dividend as u64);
        (quotient, shifted >> self.shift)
    }

    /// (high, low) / normalized for high < normalized; algorithm 4 of the paper.
    #[inline]
    fn divide_two(&self, high: u64, low: u64) -> (u64, u64) {
        let estimate = u128::from(self.reciprocal)
            .wrapping_mul(u128::from(high))
            .wrapping_add((u128::from(high) << 64) | u128::from(low));
        let mut quotient = ((estimate >> 64) as u64).wrapping_add(1);
        let mut remainder = low.wrapping_sub(quotient.wrapping_mul(self.normalized));
        if remainder > estimate as u64 {
            quotient = quotient.wrapping_sub(1);
            remainder = remainder.wrapping_add(self.normalized);
        }
        if remainder >= self.normalized {
            quotient = quotient.wrapping_add(1);
            remainder = remainder.wrapping_sub(self.normalized);
        }
        (quotient, remainder)
    }
}
