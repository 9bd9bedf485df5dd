//! The worksheet as a wide table of text.

use core::fmt;

use crate::appraisal::Appraised;
use crate::words::Language;
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
    if let Some(appraised) = sheet.parcel() {
        let widths = widths_of(appraised, language);
        write_steps(f, appraised, language, &widths)?;
        f.write_str("\n")?;
    }
    for line in sheet.formula() {
        let left = if line.left_side().is_empty() { " " } else { line.left_side() };
        writeln!(f, "{left} = {}", line.right_side(language))?;
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
fn write_steps(
    f: &mut fmt::Formatter<'_>,
    appraised: &Appraised<'_>,
    language: Language,
    widths: &[usize; Column::ALL.len()],
) -> fmt::Result {
    write_row(f, Row::Heading(language), widths)?;
    appraised.steps().try_for_each(|step| write_row(f, Row::Step(&step, language), widths))
}

#[inline(never)]
fn widths_of(appraised: &Appraised<'_>, language: Language) -> [usize; Column::ALL.len()] {
    let mut widths = [0; Column::ALL.len()];
    let mut widen = |row: Row<'_, '_>| {
        for (widest, column) in widths.iter_mut().zip(Column::ALL) {
            *widest = (*widest).max(row.width(column));
        }
    };
    widen(Row::Heading(language));
    appraised.steps().for_each(|step| widen(Row::Step(&step, language)));
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
