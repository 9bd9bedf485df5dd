//! Going through the rows: without the interpreter lock, and in pieces, between which the program may be interrupted.
//! Where rows are objects the lock is needed, and released between the pieces.

use std::cell::Cell;

use pyo3::prelude::*;

thread_local! {
    static PAUSES: Cell<u64> = const { Cell::new(0) };
}

/// How often this thread has let others have their turn while it read or made objects: whether they took it is up to the
/// machine, and no test can tell.
#[pyfunction]
pub fn pauses() -> u64 {
    PAUSES.get()
}

/// Rows between two looks at signals and at the progress bar.
const PIECE: usize = 1 << 16;

/// Does every piece of the rows, detached from the interpreter. `piece` gets the first row and the one past the last.
pub fn pieces<E: Send>(
    py: Python<'_>,
    rows: usize,
    progress: Option<&Bound<'_, PyAny>>,
    mut piece: impl FnMut(usize, usize) -> Result<(), E> + Send,
) -> PyResult<Result<(), E>> {
    let mut first = 0;
    while first < rows {
        let last = rows.min(first + PIECE);
        if let Err(error) = py.detach(|| piece(first, last)) {
            return Ok(Err(error));
        }
        py.check_signals()?;
        if let Some(progress) = progress {
            progress.call1((last - first,))?;
        }
        first = last;
    }
    Ok(Ok(()))
}

/// Lets other threads and signals have their turn, once in so many rows that are read or made as objects.
#[inline]
pub fn pause(py: Python<'_>, row: usize) -> PyResult<()> {
    /// Objects that take some milliseconds, as long as the interpreter lets a thread run.
    const OBJECTS: usize = 1 << 13;

    if row % OBJECTS == OBJECTS - 1 {
        py.check_signals()?;
        py.detach(|| PAUSES.set(PAUSES.get().wrapping_add(1)));
    }
    Ok(())
}

/// The objects of a column, with pauses.
pub fn paused<'a, 'py>(objects: &'a [Bound<'py, PyAny>]) -> impl Iterator<Item = PyResult<&'a Bound<'py, PyAny>>> {
    objects.iter().enumerate().map(|(row, object)| pause(object.py(), row).map(|()| object))
}
