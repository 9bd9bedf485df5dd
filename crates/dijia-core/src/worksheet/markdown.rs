//! The worksheet as Markdown, as GitHub defines it.

use core::fmt;

use crate::words::text::write_escaped;
use crate::worksheet::contents::Contents;
use crate::worksheet::row::{Column, Row};

#[inline(never)]
pub(crate) fn write(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    let language = sheet.language;
    writeln!(f, "**{}**\n", sheet.title())?;
    for fact in sheet.facts() {
        write!(f, "- {}{}", fact.label(language), sheet.colon())?;
        write_text(f, fact.text(language))?;
        f.write_str("\n")?;
    }
    f.write_str("\n")?;
    if sheet.has_table() {
        write_row(f, Row::Heading(language))?;
        for column in Column::ALL {
            f.write_str(if column.is_of_numbers() { "| --: " } else { "| :-- " })?;
        }
        f.write_str("|\n")?;
        sheet.try_for_each_row(|row| write_row(f, row))?;
        f.write_str("\n")?;
    }
    for (index, line) in sheet.formula().enumerate() {
        // A line that goes on below it ends in a backslash.
        write!(f, "{}{}", if index > 0 { "\\\n" } else { "" }, line.left_side())?;
        write_text(f, line.right_side(language))?;
    }
    f.write_str("\n")?;
    for (index, total) in sheet.totals().enumerate() {
        f.write_str(if index == 0 { "\n" } else { "" })?;
        write!(f, "- {}{}", total.label(language), sheet.colon())?;
        write_text(f, total.text(language))?;
        f.write_str("\n")?;
    }
    write_warnings(f, sheet)
}

#[inline(never)]
fn write_warnings(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    for (index, warning) in sheet.warnings().enumerate() {
        f.write_str(if index == 0 { "\n- " } else { "- " })?;
        f.write_str(sheet.warning_label())?;
        write_text(f, warning)?;
        f.write_str("\n")?;
    }
    Ok(())
}

fn write_row(f: &mut fmt::Formatter<'_>, row: Row<'_, '_>) -> fmt::Result {
    for column in Column::ALL {
        f.write_str("| ")?;
        write_text(f, row.cell(column))?;
        f.write_str(" ")?;
    }
    f.write_str("|\n")
}

fn write_text(f: &mut fmt::Formatter<'_>, text: impl fmt::Display) -> fmt::Result {
    write_escaped(f, text, escape)
}

/// What a character is written as where it could be markup inside a line; nothing here begins one.
const fn escape(c: char) -> Option<&'static str> {
    Some(match c {
        '\\' => "\\\\",
        '`' => "\\`",
        '*' => "\\*",
        '_' => "\\_",
        '~' => "\\~",
        '[' => "\\[",
        ']' => "\\]",
        '<' => "\\<",
        '>' => "\\>",
        '&' => "\\&",
        '|' => "\\|",
        '$' => "\\$",
        _ => return None,
    })
}
