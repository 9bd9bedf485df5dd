//! How the row of a batch fared.

use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder as _, StringBuilder};
use arrow_array::types::Int16Type;
use arrow_array::{ArrayRef, DictionaryArray, Int16Array, StringArray};
use dijia::Language;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::fault::Fault;

/// What to do with a row that has no honest answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OnError {
    /// Stop, and say which row it is.
    Raise,
    /// Leave the row empty, and say so in the status column.
    Coerce,
}

impl OnError {
    pub fn read(errors: &str) -> PyResult<Self> {
        match errors {
            "raise" => Ok(Self::Raise),
            "coerce" => Ok(Self::Coerce),
            other => Err(PyValueError::new_err(format!("errors is {other:?}: \"raise\" or \"coerce\" is expected"))),
        }
    }
}

/// A row that has no honest answer.
pub struct BadRow {
    pub row: usize,
    pub fault: Fault,
}

/// Why rows have no price, in the words of the exception that each would raise.
pub struct Reasons {
    language: Language,
    rows: Vec<(usize, String)>,
}

impl Reasons {
    pub fn new(language: Language) -> Self {
        Self { language, rows: Vec::new() }
    }

    /// Rows come in their order.
    pub fn push(&mut self, row: usize, fault: &Fault) {
        self.rows.push((row, fault.message(self.language)));
    }

    /// A text for each of so many rows; none where there is nothing to say.
    pub fn into_array(self, count: usize) -> ArrayRef {
        let mut texts = StringBuilder::new();
        for (row, reason) in self.rows {
            (texts.len()..row).for_each(|_| texts.append_null());
            texts.append_value(reason);
        }
        (texts.len()..count).for_each(|_| texts.append_null());
        Arc::new(texts.finish())
    }
}

/// The status of every row: `ok`, `missing`, or the class of the error.
pub struct Statuses {
    words: Vec<String>,
    rows: Vec<i8>,
}

impl Statuses {
    pub const OK: i8 = 0;
    pub const MISSING: i8 = 1;

    pub fn new(rows: usize) -> Self {
        Self { words: vec!["ok".to_owned(), "missing".to_owned()], rows: Vec::with_capacity(rows) }
    }

    pub fn push(&mut self, status: i8) {
        self.rows.push(status);
    }

    pub fn extend(&mut self, status: i8, count: usize) {
        self.rows.resize(self.rows.len() + count, status);
    }

    pub fn set(&mut self, row: usize, status: i8) {
        self.rows[row] = status;
    }

    /// The status that stands for faults of this kind.
    pub fn of(&mut self, fault: &Fault) -> i8 {
        let word = fault.class();
        let place = self.words.iter().position(|known| *known == word).unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        });
        // The kinds of errors are far fewer than 127.
        place as i8
    }

    pub fn into_array(self) -> ArrayRef {
        let words = StringArray::from_iter_values(self.words);
        let keys = Int16Array::from_iter_values(self.rows.into_iter().map(i16::from));
        Arc::new(DictionaryArray::<Int16Type>::new(keys, Arc::new(words)))
    }
}
