//! Columns of names: of cities, and of the levels that factors have.

use std::collections::HashMap;

use super::column::{Column, Rows, is_blank};
use super::texts::{MISSING, Texts};
use crate::fault::Fault;
use pyo3::prelude::*;

/// A column of names: its distinct texts, as numbers.
pub struct Names {
    texts: Texts,
    numbers: HashMap<String, u32>,
    known: Vec<String>,
    /// The numbers of the rows of a block.
    block: Vec<u32>,
    first: usize,
}

impl Names {
    pub fn read(column: &Column<'_>, name: &str, rows: &mut Rows) -> PyResult<Self> {
        rows.agree(name, column.len())?;
        let texts = Texts::read(column, name)?;
        Ok(Self { texts, numbers: HashMap::new(), known: Vec::new(), block: Vec::new(), first: 0 })
    }

    /// Numbers the names of so many rows from the first.
    pub fn number(&mut self, first: usize, count: usize) {
        let Self { texts, numbers, known, block, .. } = self;
        block.resize(count, MISSING);
        texts.number(first, block, |text| {
            if is_blank(text) {
                return MISSING;
            }
            *numbers.entry(text.to_owned()).or_insert_with(|| {
                known.push(text.to_owned());
                (known.len() - 1) as u32
            })
        });
        self.first = first;
    }

    /// The numbers of the rows of the block, `MISSING` where nothing is there.
    pub fn block(&self) -> &[u32] {
        &self.block
    }

    /// The number of a row of the block; none where nothing is there.
    pub fn key(&self, row: usize) -> Option<u32> {
        self.block.get(row - self.first).copied().filter(|&number| number != MISSING)
    }

    pub fn name(&self, number: u32) -> &str {
        &self.known[number as usize]
    }

    /// What is wrong with a row that is no text.
    pub fn fault(&self, row: usize) -> Option<Fault> {
        self.texts.faults(row, 1).first().map(|(_, fault)| fault.clone())
    }
}
