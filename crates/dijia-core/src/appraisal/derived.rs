use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::RoundingPolicy;
use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::units::positive;
use crate::words::Quantity;

/// A coefficient that was derived: what entered it, and its value where the policy rounds it.
#[derive(Clone, Copy)]
pub(crate) struct Derived<T> {
    pub(crate) from: T,
    /// None where the policy leaves it unrounded.
    pub(crate) value: Option<Decimal>,
}

impl<T> Derived<T> {
    /// The coefficient that is the product of these factors, rounded as the policy says.
    pub(crate) fn new(from: T, factors: &[Factor<'_>], quantity: Quantity, policy: RoundingPolicy) -> Result<Self> {
        let Some(places) = policy.coefficient_places() else { return Ok(Self { from, value: None }) };
        let value = arithmetic::round_product(factors, Decimal::ZERO, u32::from(places), policy.mode())
            .map_err(|error| Error::from_arithmetic(error, quantity))?;
        // To so few places that nothing is left of it.
        Ok(Self { from, value: Some(positive(quantity, value)?) })
    }
}
