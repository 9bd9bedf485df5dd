//! Decimals as whole units of one scale, for all rows or for each.

use dijia::{Appraisal, Decimal, FactorCorrection};

use super::columns::{Columns, Target};
use super::numbers::Numbers;
use crate::arguments::Inputs;

/// Where whole units of one scale come from.
#[derive(Clone, Copy)]
pub enum Units {
    One { units: i64, scale: u32 },
    Column { place: usize, scale: u32 },
}

impl Units {
    pub fn one(value: Decimal) -> Option<Self> {
        Some(Self::One { units: units(value, value.scale())?, scale: value.scale() })
    }

    pub fn column(place: usize, numbers: &Numbers) -> Option<Self> {
        Some(Self::Column { place, scale: numbers.scale()? })
    }

    pub fn scale(self) -> u32 {
        match self {
            Self::One { scale, .. } | Self::Column { scale, .. } => scale,
        }
    }

    pub fn fill(self, columns: &Columns<'_>, first: usize, to: &mut [i64]) {
        match self {
            Self::One { units, .. } => to.fill(units),
            Self::Column { place, scale } => columns.numbers[place].1.units(first, scale, to),
        }
    }
}

/// The value in whole units of that scale.
pub fn units(value: Decimal, scale: u32) -> Option<i64> {
    let factor = 10_i64.checked_pow(scale.checked_sub(value.scale())?)?;
    i64::try_from(value.mantissa()).ok()?.checked_mul(factor)
}

/// The values of a mapping that are no columns.
pub fn shared<T>(named: impl Iterator<Item = T>, columns: &Columns<'_>, column: fn(usize) -> Target) -> Vec<T> {
    let values = named.enumerate().filter(|(index, _)| !columns.has(column(*index)));
    values.map(|(_, value)| value).collect()
}

/// The sum of the factor corrections that are no columns; none where there are none, and nothing where it is too long.
pub fn shared_corrections(inputs: &Inputs<'_>, columns: &Columns<'_>) -> Option<Option<Decimal>> {
    let values = shared(inputs.factor_corrections.iter().map(|(_, value, _)| *value), columns, Target::Correction);
    let correction = |value| FactorCorrection { name: "", value, in_percent: false };
    let corrections: Vec<_> = values.into_iter().map(correction).collect();
    let derived = Appraisal::from_price(Decimal::ONE).factor_corrections(&corrections).derive();
    derived.ok().map(|derived| derived.factor_sum)
}
