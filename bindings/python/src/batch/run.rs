//! Going through the rows: without the interpreter lock, and in pieces, between which the program may be interrupted.

use pyo3::prelude::*;

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
