//! How much of the columns of batches is looked at. A clock varies with the machine and with what else it does; what is
//! counted does not, so that tests can tell a batch whose work grows with its rows from one whose work grows with their
//! square.

use std::cell::Cell;
use std::ops::Deref;

use pyo3::prelude::*;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

/// How many values of columns the batches of this thread have looked at.
#[pyfunction]
pub fn values_walked() -> u64 {
    COUNT.get()
}

/// Counts values that are looked at.
#[inline]
pub fn count(values: usize) {
    COUNT.set(COUNT.get().wrapping_add(values as u64));
}

/// Values of a column, which cannot be looked at without being counted.
pub struct Walked<V>(V);

impl<T: Copy, V: Deref<Target = [T]>> Walked<V> {
    pub fn new(values: V) -> Self {
        Self(values)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[inline]
    pub fn at(&self, place: usize) -> T {
        count(1);
        self.0[place]
    }

    pub fn part(&self, first: usize, len: usize) -> &[T] {
        count(len);
        &self.0[first..first + len]
    }

    pub fn all(&self) -> &[T] {
        self.part(0, self.len())
    }
}
