//! Term and growth coefficients that happen to be rational.
//!
//! (a/b)^(p/q), a/b and p/q in lowest terms, is rational exactly if a and b are q-th powers of whole numbers. For the term
//! coefficient (1 − x)/(1 − y), x = (a/b)^-m and y = (a/b)^-n with m ≠ n, that has to hold of both powers: positive
//! real radicals whose ratios are irrational are linearly independent over the rationals, so 1 − x = t·(1 − y) with a rational
//! t leaves only x = y or x and y both rational. Of a term without end the power is 0, and the other one alone has to be
//! rational. By the same argument the product of one term coefficient and one growth
//! coefficient is irrational unless each of the two is rational. An irrational product is never half-way between two decimals.

use core::cmp::Ordering;

use bnum::Uint;

use super::{
    Factor,
    power::{Base, Exponent, GrowthPower, TermPowers, greatest_common_divisor},
    rational::{Product, WIDEST},
    wide,
};

/// The product exactly; `None` when a factor is irrational or the terms outgrow the widest integer.
pub(super) fn product(factors: &[Factor]) -> Option<Product<WIDEST>> {
    let mut product = Product::one();
    for factor in factors {
        match *factor {
            Factor::Term { rate, remaining, statutory } => {
                if let Some(powers) = TermPowers::new(rate, remaining, statutory).ok()? {
                    let (above, below) = term(&powers)?;
                    product.multiply_integers(above, below)?;
                }
            }
            Factor::Growth { rate, months } => {
                if let Some(power) = GrowthPower::new(rate, months).ok()? {
                    let (above, below) = growth(&power)?;
                    product.multiply_integers(above, below)?;
                }
            }
            _ => factor.each_fraction(|fraction| product.multiply(fraction)).ok()?,
        }
    }
    Some(product)
}

/// With c/d the common root of the base, (a/b)^m = (c/d)^M and (a/b)^n = (c/d)^N:
/// (1 − (d/c)^M) / (1 − (d/c)^N) = c^(N−M) · (c^M − d^M) / (c^N − d^N). A term without end has the bracket 1 = c^0.
fn term(powers: &TermPowers) -> Option<(Uint<WIDEST>, Uint<WIDEST>)> {
    let degree_of = |term: Option<Exponent>| term.map_or(Some(1), degree);
    let degree = least_common_multiple(degree_of(powers.remaining)?, degree_of(powers.statutory)?)?;
    let root = base_root(powers.base, degree)?;
    // (c^E − d^E, E)
    let bracket = |term: Option<Exponent>| {
        let Some(term) = term else { return Some((wide::from_u128(1), 0)) };
        let exponent = multiplied(term, degree)?;
        Some((integer_power(root.above, exponent)?.wrapping_sub(integer_power(root.below, exponent)?), exponent))
    };
    let (above, remaining) = bracket(powers.remaining)?;
    let (below, statutory) = bracket(powers.statutory)?;
    let rest = integer_power(root.above, remaining.abs_diff(statutory))?;
    if statutory >= remaining {
        Some((wide::product(rest, above)?, below))
    } else {
        Some((above, wide::product(rest, below)?))
    }
}

fn growth(power: &GrowthPower) -> Option<(Uint<WIDEST>, Uint<WIDEST>)> {
    let degree = degree(power.exponent)?;
    let root = base_root(power.base, degree)?;
    let exponent = multiplied(power.exponent, degree)?;
    let above = integer_power(root.above, exponent)?;
    let below = integer_power(root.below, exponent)?;
    Some(if power.inverse { (below, above) } else { (above, below) })
}

/// The denominator of the exponent in lowest terms.
fn degree(exponent: Exponent) -> Option<u64> {
    let one = exponent.one();
    one.checked_div(greatest_common_divisor(exponent.magnitude, one))
}

/// exponent · degree, a whole number.
fn multiplied(exponent: Exponent, degree: u64) -> Option<u64> {
    exponent.magnitude.checked_mul(degree)?.checked_div(exponent.one())
}

fn least_common_multiple(a: u64, b: u64) -> Option<u64> {
    a.checked_div(greatest_common_divisor(a, b))?.checked_mul(b)
}

fn base_root(base: Base, degree: u64) -> Option<Base> {
    let base = base.reduced();
    Some(Base { above: integer_root(base.above, degree)?, below: integer_root(base.below, degree)? })
}

/// The whole number whose `degree`-th power is `value`.
fn integer_root(value: u64, degree: u64) -> Option<u64> {
    let degree = u32::try_from(degree).ok()?;
    if value == 1 || degree == 1 {
        return Some(value);
    }
    let (mut low, mut high) = (1_u64, value);
    while low < high {
        let middle = low.midpoint(high);
        match middle.checked_pow(degree).map(|power| power.cmp(&value)) {
            Some(Ordering::Equal) => return Some(middle),
            Some(Ordering::Less) => low = middle.checked_add(1)?,
            Some(Ordering::Greater) | None => high = middle,
        }
    }
    None
}

fn integer_power(base: u64, exponent: u64) -> Option<Uint<WIDEST>> {
    let mut power = wide::from_u128::<WIDEST>(1);
    if base == 1 {
        return Some(power);
    }
    // An overflow ends this after at most 4,096 doublings.
    for _ in 0..exponent {
        power = wide::times(power, base)?;
    }
    Some(power)
}
