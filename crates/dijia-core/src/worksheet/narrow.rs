//! The worksheet as text for a page of A4.

use core::fmt::{self, Write as _};

use crate::words::text::{width, write_spaces};
use crate::worksheet::contents::Contents;
use crate::worksheet::row::{Column, Row};
use crate::worksheet::wrapped::Wrapped;

/// The columns that items take at most before their figures are moved to the right.
const MOST_OF_ITEM: usize = 34;

#[inline(never)]
pub(crate) fn write(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    let language = sheet.language;
    writeln!(f, "{}", sheet.title())?;
    for fact in sheet.facts() {
        let label = fact.label(language);
        let indent = sheet.widest_label() + 2;
        f.write_str(label)?;
        write_spaces(f, indent.saturating_sub(width(label)))?;
        write_wrapped(f, indent, fact.text(language))?;
    }
    f.write_str("\n")?;
    if sheet.has_table() {
        let widths = Widths::of(sheet);
        write_steps(f, sheet, &widths)?;
        f.write_str("\n")?;
    }
    for line in sheet.formula() {
        write!(f, "{:>4}", line.left_side())?;
        write_wrapped(f, "V = ".len(), line.right_side(language))?;
    }
    for total in sheet.totals() {
        write!(f, "{} ", total.label(language))?;
        write_wrapped(f, width(total.label(language)) + 1, total.text(language))?;
    }
    write_warnings(f, sheet)
}

#[inline(never)]
fn write_warnings(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    for (index, warning) in sheet.warnings().enumerate() {
        f.write_str(if index == 0 { "\n" } else { "" })?;
        f.write_str(sheet.warning_label())?;
        write_wrapped(f, width(sheet.warning_label()), warning)?;
    }
    Ok(())
}

// Steps and warnings are large: what goes through them takes its stack only as long as it does.
#[inline(never)]
fn write_steps(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>, widths: &Widths) -> fmt::Result {
    write_row(f, Row::Heading(sheet.language), widths)?;
    sheet.try_for_each_row(|row| write_row(f, row, widths))
}

/// The widths of the columns that are aligned.
#[derive(Default)]
struct Widths {
    symbol: usize,
    item: usize,
    value: usize,
}

impl Widths {
    #[inline(never)]
    fn of(sheet: &Contents<'_>) -> Self {
        let mut widths = Self::default();
        let mut widen = |row: Row<'_, '_>| {
            widths.symbol = widths.symbol.max(row.width(Column::Symbol));
            let item = row.width(Column::Item);
            widths.item = widths.item.max(if item <= MOST_OF_ITEM { item } else { 0 });
            widths.value = widths.value.max(row.width(Column::Value));
        };
        widen(Row::Heading(sheet.language));
        let widened = sheet.try_for_each_row(|row| {
            widen(row);
            Ok(())
        });
        debug_assert!(widened.is_ok());
        widths
    }
}

/// `symbol item value unit`, and below it `computation = before rounding; source`.
fn write_row(f: &mut fmt::Formatter<'_>, row: Row<'_, '_>, widths: &Widths) -> fmt::Result {
    let indent = widths.symbol + 2;
    write!(f, "{}", row.cell(Column::Symbol))?;
    write_spaces(f, indent.saturating_sub(row.width(Column::Symbol)))?;
    let mut line = Wrapped::new(f, indent);
    write!(line, "{}", row.cell(Column::Item))?;
    let item = widths.item.saturating_sub(row.width(Column::Item));
    let value = widths.value.saturating_sub(row.width(Column::Value));
    write_spaces(&mut line, item + 2 + value)?;
    write!(line, "{} {}", row.cell(Column::Value), row.cell(Column::Unit))?;
    line.end()?;

    write_spaces(f, indent)?;
    let mut line = Wrapped::new(f, indent);
    if row.width(Column::Computation) > 0 {
        write!(line, "{}", row.cell(Column::Computation))?;
        if row.width(Column::BeforeRounding) > 0 {
            write!(line, " = {}", row.cell(Column::BeforeRounding))?;
        }
        line.write_str(row.language().pick("；", "; "))?;
    }
    write!(line, "{}", row.cell(Column::Source))?;
    line.end()
}

fn write_wrapped(f: &mut fmt::Formatter<'_>, indent: usize, text: impl fmt::Display) -> fmt::Result {
    let mut line = Wrapped::new(f, indent);
    write!(line, "{text}")?;
    line.end()
}
