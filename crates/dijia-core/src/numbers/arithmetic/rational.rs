//! Products that are rational: exact integers, one division, one rounding.

use bnum::Uint;

use super::{
    ArithmeticError, Factor,
    addend::Addend,
    fraction::{Fraction, ShortFraction},
    links,
    narrow::Narrow,
    parts::Parts,
    power_of_ten::Divisor,
    settle::Doubled,
    wide,
};

/// Bytes of the widest exact numerator and denominator: 4,096 bits, 24 factors of 28 digits and room to spare.
pub(super) const WIDEST: usize = 512;
/// Bytes of the widths tried before it.
const MIDDLE: usize = 64;
const WIDE: usize = 192;

/// ∏ factors + addend, exactly; the factors are all rational.
#[inline]
pub(super) fn product(factors: &[Factor], addend: Addend, places: u32) -> Result<Doubled, ArithmeticError> {
    if let Some(doubled) = narrow_product(factors, addend, places) {
        return Ok(doubled);
    }
    match wide_product::<MIDDLE>(factors, addend, places) {
        Err(ArithmeticError::TooManyDigits) => {}
        decided => return decided,
    }
    match wide_product::<WIDE>(factors, addend, places) {
        Err(ArithmeticError::TooManyDigits) => wide_product::<WIDEST>(factors, addend, places),
        decided => decided,
    }
}

/// A product whose short factors are gathered in one limb first: a multiplication of four limbs for several of them.
struct Gathered {
    numerator: Narrow,
    gathered: u64,
    denominator: u64,
    scale: i32,
}

impl Gathered {
    /// By above / below · 10^-digits.
    #[inline]
    fn multiply(&mut self, above: u64, below: u64, digits: i32) -> Option<()> {
        match self.gathered.checked_mul(above) {
            Some(both) => self.gathered = both,
            None => {
                self.numerator = self.numerator.times(self.gathered)?;
                self.gathered = above;
            }
        }
        self.denominator = self.denominator.checked_mul(below)?;
        self.scale = self.scale.checked_add(digits)?;
        Some(())
    }
}

/// `None` when 256 bits are too few or a factor is out of its domain: the wide product tells which.
#[inline]
pub(super) fn narrow_product(factors: &[Factor], addend: Addend, places: u32) -> Option<Doubled> {
    let mut product = Gathered { numerator: Narrow::ONE, gathered: 2, denominator: 1, scale: 0 };
    for factor in factors {
        let (above, below, digits) = match *factor {
            Factor::Decimal(value) => {
                let value = Parts::positive(value)?;
                (u64::try_from(value.magnitude).ok()?, 1, value.scale as i32)
            }
            Factor::Ratio { numerator, denominator } => {
                let above = Parts::positive(numerator)?;
                let below = Parts::positive(denominator)?;
                (
                    u64::try_from(above.magnitude).ok()?,
                    u64::try_from(below.magnitude).ok()?,
                    (above.scale as i32).wrapping_sub(below.scale as i32),
                )
            }
            Factor::Interpolation { x0, y0, x1, y1, x } => {
                let short = ShortFraction::interpolation([x0, y0, x1, y1, x])?;
                (short.numerator, short.denominator, short.scale)
            }
            Factor::Links { links, inverse } => {
                for link in links::each(links) {
                    let (magnitude, digits) = link?;
                    let magnitude = u64::try_from(magnitude).ok()?;
                    let (above, below) = if inverse { (1, magnitude) } else { (magnitude, 1) };
                    product.multiply(above, below, if inverse { digits.wrapping_neg() } else { digits })?;
                }
                continue;
            }
            Factor::Term { .. } | Factor::Growth { .. } => return None,
        };
        product.multiply(above, below, digits)?;
    }
    let Gathered { numerator, gathered, denominator, scale } = product;
    let mut numerator = numerator.times(gathered)?;

    let shift = (places as i32).checked_sub(scale)?;
    if shift > 0 {
        numerator = numerator.times_power_of_ten(shift.unsigned_abs())?;
    }
    let mut inexact = false;
    if denominator != 1 {
        let short = numerator.to_u128().map(|value| (value, u64::try_from(value)));
        (numerator, inexact) = match short {
            // The processor's own division, where it is the faster one.
            Some((_, Ok(value))) => {
                (Narrow::from_limb(value.checked_div(denominator)?), value.checked_rem(denominator)? != 0)
            }
            _ => numerator.divided(&Divisor::new(denominator)?),
        };
    }
    if shift < 0 {
        let (quotient, lost) = numerator.divided_by_power_of_ten(shift.unsigned_abs())?;
        numerator = quotient;
        inexact |= lost;
    }
    addend.add_narrow(numerator.to_u128()?, inexact, places)
}

#[inline(never)]
pub(super) fn wide_product<const N: usize>(
    factors: &[Factor],
    addend: Addend,
    places: u32,
) -> Result<Doubled, ArithmeticError> {
    let mut product = Product::<N>::one();
    for factor in factors {
        factor.each_fraction(|fraction| product.multiply(fraction))?;
    }
    product.round(addend, places)
}

/// An exact fraction of up to N bytes above and below the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Product<const N: usize> {
    numerator: Uint<N>,
    denominator: Uint<N>,
    scale: i32,
}

impl<const N: usize> Product<N> {
    pub(super) fn one() -> Product<N> {
        Product::new(wide::from_u128(1), wide::from_u128(1), 0)
    }

    pub(super) fn multiply(&mut self, fraction: &Fraction) -> Result<(), ArithmeticError> {
        let numerator = wide::resized(&fraction.numerator);
        let denominator = wide::resized(&fraction.denominator);
        numerator
            .zip(denominator)
            .and_then(|(above, below)| self.multiply_integers(above, below))
            .ok_or(ArithmeticError::TooManyDigits)?;
        self.scale = self.scale.checked_add(fraction.scale).ok_or(ArithmeticError::TooManyDigits)?;
        Ok(())
    }

    /// numerator / denominator · 10^-scale.
    pub(super) const fn new(numerator: Uint<N>, denominator: Uint<N>, scale: i32) -> Product<N> {
        Product { numerator, denominator, scale }
    }

    /// `None` when a side outgrows its width.
    pub(super) fn multiply_integers(&mut self, numerator: Uint<N>, denominator: Uint<N>) -> Option<()> {
        self.numerator = wide::product(self.numerator, numerator)?;
        self.denominator = wide::product(self.denominator, denominator)?;
        Some(())
    }

    pub(super) fn round(self, addend: Addend, places: u32) -> Result<Doubled, ArithmeticError> {
        let (floor, inexact) = self.doubled(addend.common_places(places)).ok_or(ArithmeticError::TooManyDigits)?;
        addend.add_wide(floor, inexact, places)
    }

    /// ⌊2 · 10^places · product⌋, and whether anything was lost.
    fn doubled(self, places: u32) -> Option<(Uint<N>, bool)> {
        let shift = (places as i32).checked_sub(self.scale)?;
        let mut numerator = wide::times(self.numerator, 2)?;
        if shift > 0 {
            numerator = wide::times_power_of_ten(numerator, shift.unsigned_abs())?;
        }
        let mut inexact = false;
        if shift < 0 {
            (numerator, inexact) = wide::divided_by_power_of_ten(numerator, shift.unsigned_abs())?;
        }
        let (quotient, lost) = wide::quotient(numerator, self.denominator)?;
        Some((quotient, inexact | lost))
    }
}
