//! The worksheet as a wide table of text.

use core::fmt;

use crate::words::text::{width, write_spaces};
use crate::worksheet::contents::Contents;
use crate::worksheet::row::{Column, Row};

#[inline(never)]
pub(crate) fn write(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    let language = sheet.language;
    writeln!(f, "{}", sheet.title())?;
    for fact in sheet.facts() {
        let label = fact.label(language);
        f.write_str(label)?;
        write_spaces(f, sheet.widest_label().saturating_sub(width(label)) + 2)?;
        writeln!(f, "{}", fact.text(language))?;
    }
    f.write_str("\n")?;
    if sheet.has_table() {
        let widths = widths_of(sheet);
        write_steps(f, sheet, &widths)?;
        f.write_str("\n")?;
    }
    for line in sheet.formula() {
        writeln!(f, "{:>4}{}", line.left_side(), line.right_side(language))?;
    }
    for total in sheet.totals() {
        writeln!(f, "{} {}", total.label(language), total.text(language))?;
    }
    write_warnings(f, sheet)
}

#[inline(never)]
fn write_warnings(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    for (index, warning) in sheet.warnings().enumerate() {
        f.write_str(if index == 0 { "\n" } else { "" })?;
        writeln!(f, "{}{warning}", sheet.warning_label())?;
    }
    Ok(())
}

// Steps and warnings are large: what goes through them takes its stack only as long as it does.
#[inline(never)]
fn write_steps(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>, widths: &[usize; Column::ALL.len()]) -> fmt::Result {
    write_row(f, Row::Heading(sheet.language), widths)?;
    sheet.try_for_each_row(|row| write_row(f, row, widths))
}

#[inline(never)]
fn widths_of(sheet: &Contents<'_>) -> [usize; Column::ALL.len()] {
    let mut widths = [0; Column::ALL.len()];
    let mut widen = |row: Row<'_, '_>| {
        for (widest, column) in widths.iter_mut().zip(Column::ALL) {
            *widest = (*widest).max(row.width(column));
        }
    };
    widen(Row::Heading(sheet.language));
    let widened = sheet.try_for_each_row(|row| {
        widen(row);
        Ok(())
    });
    debug_assert!(widened.is_ok());
    widths
}

fn write_row(f: &mut fmt::Formatter<'_>, row: Row<'_, '_>, widths: &[usize; Column::ALL.len()]) -> fmt::Result {
    // Spaces come before what follows them, so that no line ends in one: the last cell of a row is never empty.
    let mut spaces = 0;
    for (&width, column) in widths.iter().zip(Column::ALL) {
        let missing = width.saturating_sub(row.width(column));
        let (before, after) = if column.is_of_numbers() { (missing, 0) } else { (0, missing) };
        write_spaces(f, spaces + before)?;
        write!(f, "{}", row.cell(column))?;
        spaces = after + 2;
    }
    f.write_str("\n")
}
