//! Cells read with `dijia-core`'s own parsers; an error carries the row's file and line.

use std::fmt::Display;

use dijia_core::{Decimal, DecimalText, Misspelling, parse_decimal};

use crate::table::Row;
use crate::table_error::Result;

/// The cell in that column as `parse` reads it.
pub(crate) fn parsed<T, E: Display>(
    row: Row<'_>,
    column: &str,
    parse: impl FnOnce(&str) -> std::result::Result<T, E>,
) -> Result<T> {
    parse(row.cell(column)).map_err(|error| row.error(format_args!("{column}: {error}")))
}

/// A text that must be there.
pub(crate) fn text<'a>(row: Row<'a>, column: &str) -> Result<&'a str> {
    let text = row.cell(column).trim();
    if text.is_empty() {
        Err(row.error(format_args!("{column}: a text is expected, the cell is empty")))
    } else {
        Ok(text)
    }
}

/// `yes` or `no`.
pub(crate) fn yes_or_no(row: Row<'_>, column: &str) -> Result<bool> {
    parsed(row, column, |cell| match cell {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(format!("{cell:?} is neither yes nor no")),
    })
}

/// A whole number from 1 to the greatest that the type holds: a price, a number in a sequence, a term in years.
pub(crate) fn whole<T: TryFrom<i128>>(row: Row<'_>, column: &str) -> Result<T> {
    let value = positive(row, column)?;
    let text = DecimalText(value);
    if value.scale() > 0 {
        return Err(row.error(format_args!("{column}: {text} is not a whole number")));
    }
    T::try_from(value.mantissa()).map_err(|_| row.error(format_args!("{column}: {text} is too large")))
}

/// A decimal above 0.
pub(crate) fn positive(row: Row<'_>, column: &str) -> Result<Decimal> {
    above_zero(row, column, parse_decimal)
}

/// A decimal above 0, as `parse` reads it.
pub(crate) fn above_zero(
    row: Row<'_>,
    column: &str,
    parse: impl FnOnce(&str) -> std::result::Result<Decimal, Misspelling>,
) -> Result<Decimal> {
    let value = parsed(row, column, parse)?;
    if value.mantissa() > 0 {
        Ok(value)
    } else {
        Err(row.error(format_args!("{column}: {} is not above 0", DecimalText(value))))
    }
}
