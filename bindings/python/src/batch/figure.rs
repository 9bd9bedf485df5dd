//! The figures that a batch may be asked for.

use arrow_buffer::NullBuffer;
use dijia::RoundingPolicy;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::export::ArrowArray;
use super::numbers::decimal_array;
use super::pages;

/// A figure of an appraisal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    UnitPrice,
    WanYuanPerMu,
    FloorPrice,
    TotalYuan,
    TotalWanYuan,
    Deviation,
}

impl Figure {
    pub fn read(name: &str) -> PyResult<Self> {
        Ok(match name {
            "unit_price" => Self::UnitPrice,
            "wan_yuan_per_mu" => Self::WanYuanPerMu,
            "floor_price" => Self::FloorPrice,
            "total_yuan" => Self::TotalYuan,
            "total_wan_yuan" => Self::TotalWanYuan,
            "deviation" => Self::Deviation,
            other => {
                let message = format!(
                    "no column {other:?}: there is unit_price, wan_yuan_per_mu, floor_price, total_yuan, \
                     total_wan_yuan, deviation"
                );
                return Err(PyValueError::new_err(message));
            }
        })
    }

    pub fn is_total(self) -> bool {
        matches!(self, Self::TotalYuan | Self::TotalWanYuan)
    }

    /// The places that the figure has under that policy.
    pub fn places(self, policy: RoundingPolicy) -> u8 {
        match self {
            Self::UnitPrice => policy.unit_price_places(),
            // Per cent to 2 places, whatever the policy.
            Self::Deviation => 2,
            Self::WanYuanPerMu | Self::FloorPrice | Self::TotalYuan | Self::TotalWanYuan => policy.amount_places(),
        }
    }
}

/// A column of figures as it is made.
pub struct Made {
    pub figure: Figure,
    values: Vec<i128>,
    /// Whether each row has a value; empty as long as all have.
    valid: Vec<bool>,
}

impl Made {
    pub fn new(figure: Figure, rows: usize) -> Self {
        Self { figure, values: pages::with_capacity(rows), valid: Vec::new() }
    }

    /// Adds rows, all with values or all without.
    pub fn extend(&mut self, is_valid: bool, extend: impl FnOnce(&mut Vec<i128>)) {
        if !is_valid {
            self.valid.resize(self.values.len(), true);
        }
        extend(&mut self.values);
        if !is_valid || !self.valid.is_empty() {
            self.valid.resize(self.values.len(), is_valid);
        }
    }

    /// Changes a row that has been added.
    pub fn set(&mut self, row: usize, value: Option<i128>) {
        self.values[row] = value.unwrap_or(0);
        if value.is_none() {
            self.valid.resize(self.values.len(), true);
        }
        if let Some(valid) = self.valid.get_mut(row) {
            *valid = value.is_some();
        }
    }

    pub fn finish(self, policy: RoundingPolicy) -> PyResult<ArrowArray> {
        let nulls = (!self.valid.is_empty()).then(|| NullBuffer::from(self.valid));
        decimal_array(self.values, nulls, self.figure.places(policy) as i8)
    }
}
