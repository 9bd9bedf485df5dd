//! What a batch may be asked for, and the columns of it as they are made.

use std::sync::Arc;

use arrow_array::types::Int16Type;
use arrow_array::{DictionaryArray, Int16Array, StringArray};
use arrow_buffer::NullBuffer;
use dijia::{Decimal, RoundingPolicy, Warning};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::export::{ArrowArray, dictionary};
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
    BasePrice,
    TermCoefficient,
    PlotRatioCoefficient,
    DateCoefficient,
    FactorSum,
    DevelopmentAdjustment,
    /// The kinds of the warnings, as the bits of a number.
    Warnings,
    /// The edition that the row is priced from, as its place among them.
    Edition,
    /// Where the caller's own prices are from, which is one for all rows.
    Origin,
}

const FIGURES: [(&str, Figure); 15] = [
    ("unit_price", Figure::UnitPrice),
    ("wan_yuan_per_mu", Figure::WanYuanPerMu),
    ("floor_price", Figure::FloorPrice),
    ("total_yuan", Figure::TotalYuan),
    ("total_wan_yuan", Figure::TotalWanYuan),
    ("deviation", Figure::Deviation),
    ("base_price", Figure::BasePrice),
    ("term_coefficient", Figure::TermCoefficient),
    ("plot_ratio_coefficient", Figure::PlotRatioCoefficient),
    ("date_coefficient", Figure::DateCoefficient),
    ("factor_sum", Figure::FactorSum),
    ("development_adjustment", Figure::DevelopmentAdjustment),
    ("warnings", Figure::Warnings),
    ("edition", Figure::Edition),
    ("origin", Figure::Origin),
];

impl Figure {
    pub fn read(name: &str) -> PyResult<Self> {
        FIGURES.iter().find(|(known, _)| *known == name).map(|(_, figure)| *figure).ok_or_else(|| {
            let names: Vec<_> = FIGURES.iter().map(|(name, _)| *name).collect();
            PyValueError::new_err(format!("no column {name:?}: there is {}", names.join(", ")))
        })
    }

    pub fn is_total(self) -> bool {
        matches!(self, Self::TotalYuan | Self::TotalWanYuan)
    }

    /// The places that the figure has under that policy; none where it has those of what it comes from.
    pub fn places(self, policy: RoundingPolicy) -> Option<u32> {
        match self {
            Self::UnitPrice => Some(policy.unit_price_places().into()),
            // Per cent to 2 places, whatever the policy.
            Self::Deviation => Some(2),
            Self::WanYuanPerMu | Self::FloorPrice | Self::TotalYuan | Self::TotalWanYuan => {
                Some(policy.amount_places().into())
            }
            _ => None,
        }
    }
}

/// The kinds of warnings, each with its bit.
const WARNINGS: [&str; 9] = [
    "LargeDeviation",
    "OutsideValidity",
    "BeforeBaseDate",
    "NoValuationDate",
    "PlotRatioUncorrected",
    "DateUncorrected",
    "BareFactors",
    "WithoutLevel",
    "LowerBound",
];
pub const LARGE_DEVIATION: i64 = 1;

/// The kind of a warning.
pub fn kind(warning: &Warning<'_>) -> &'static str {
    match warning {
        Warning::LargeDeviation { .. } => WARNINGS[0],
        Warning::OutsideValidity { .. } => WARNINGS[1],
        Warning::BeforeBaseDate { .. } => WARNINGS[2],
        Warning::NoValuationDate { .. } => WARNINGS[3],
        Warning::PlotRatioUncorrected { .. } => WARNINGS[4],
        Warning::DateUncorrected { .. } => WARNINGS[5],
        Warning::BareFactors { .. } => WARNINGS[6],
        Warning::WithoutLevel { .. } => WARNINGS[7],
        Warning::LowerBound { .. } => WARNINGS[8],
        _ => "Warning",
    }
}

/// The kinds of warnings as the bits of a number.
pub fn bits<'a>(warnings: impl Iterator<Item = Warning<'a>>) -> i64 {
    let bit = |warning| WARNINGS.iter().position(|known| *known == kind(&warning)).map_or(0, |place| 1 << place);
    warnings.map(bit).fold(0, |bits, bit| bits | bit)
}

/// A column of figures as it is made.
pub struct Made {
    pub figure: Figure,
    /// In units of 10^-scale.
    values: Vec<i128>,
    scale: u32,
    /// Whether each row has a value; empty as long as all have.
    valid: Vec<bool>,
}

impl Made {
    pub fn new(figure: Figure, scale: u32, rows: usize) -> Self {
        Self { figure, values: pages::with_capacity(rows), scale, valid: Vec::new() }
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

    /// Changes a row that has been added. A value of a finer scale is one that all have from then on.
    pub fn set(&mut self, row: usize, value: Option<Decimal>) {
        let value = value.map(|value| if value.scale() > self.scale { value.normalize() } else { value });
        let finer = value.map_or(0, |value| value.scale()).saturating_sub(self.scale);
        if finer > 0 {
            // What outgrows a column is as good as what outgrows a decimal: `finish` says so.
            let factor = 10_i128.pow(finer);
            self.values.iter_mut().for_each(|value| *value = value.saturating_mul(factor));
            self.scale += finer;
        }
        let units = value.map_or(0, |value| value.mantissa().saturating_mul(10_i128.pow(self.scale - value.scale())));
        self.values[row] = units;
        if value.is_none() {
            self.valid.resize(self.values.len(), true);
        }
        if let Some(valid) = self.valid.get_mut(row) {
            *valid = value.is_some();
        }
    }

    /// The column, with the texts that its values may be places among, where they are such.
    pub fn finish(self, texts: &[String]) -> PyResult<ArrowArray> {
        /// The digits of a column of decimals.
        const DIGITS: u32 = 38;

        if self.figure == Figure::Warnings {
            return Ok(self.warnings());
        }
        if matches!(self.figure, Figure::Edition | Figure::Origin) {
            let is_valid = |row: usize| self.valid.get(row).copied().unwrap_or(true);
            let place = |(row, &place): (usize, &i128)| usize::try_from(place).ok().filter(|_| is_valid(row));
            return Ok(ArrowArray::new(dictionary(self.values.iter().enumerate().map(place), texts)));
        }
        if self.values.iter().any(|value| value.unsigned_abs() >= 10_u128.pow(DIGITS)) {
            let message = format!("a column of decimals has at most {DIGITS} digits, and one here would have more");
            return Err(PyValueError::new_err(message));
        }
        let nulls = (!self.valid.is_empty()).then(|| NullBuffer::from(self.valid));
        decimal_array(self.values, nulls, self.scale as i8)
    }

    /// The names of the kinds, nothing where there are none. The dictionary has what occurs, in the order of the bits.
    fn warnings(self) -> ArrowArray {
        const SETS: usize = 1 << WARNINGS.len();

        let mut words: [Option<i16>; SETS] = [None; SETS];
        self.values.iter().for_each(|&bits| words[bits as usize % SETS] = Some(0));
        words[0] = None;
        let mut texts = Vec::new();
        for (bits, word) in words.iter_mut().enumerate().filter(|(_, word)| word.is_some()) {
            *word = Some(texts.len() as i16);
            let named = (0..).zip(WARNINGS).filter(|(place, _)| bits >> place & 1 == 1).map(|(_, name)| name);
            texts.push(named.collect::<Vec<_>>().join("; "));
        }
        let is_valid = |row: usize| self.valid.get(row).copied().unwrap_or(true);
        let word = |(row, &bits): (usize, &i128)| words[bits as usize % SETS].filter(|_| is_valid(row));
        let keys = Int16Array::from_iter(self.values.iter().enumerate().map(word));
        let texts = StringArray::from_iter_values(texts);
        ArrowArray::new(Arc::new(DictionaryArray::<Int16Type>::new(keys, Arc::new(texts))))
    }
}
