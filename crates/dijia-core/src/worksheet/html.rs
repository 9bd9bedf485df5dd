//! The worksheet as a table of HTML.

use core::fmt;

use crate::words::Language;
use crate::words::text::write_escaped;
use crate::worksheet::contents::Contents;
use crate::worksheet::fact::Fact;
use crate::worksheet::row::{Column, Row};

#[inline(never)]
pub(crate) fn write(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>) -> fmt::Result {
    let language = sheet.language;
    let spans = if sheet.has_table() { &STEPS } else { &MIXED_USE };
    writeln!(f, "<table lang=\"{}\">", language.pick("zh-CN", "en"))?;
    writeln!(f, "<caption>{}</caption>", sheet.title())?;
    f.write_str("<tbody>\n")?;
    sheet.facts().try_for_each(|fact| write_fact(f, fact, language, spans))?;
    f.write_str("</tbody>\n")?;
    if sheet.has_table() {
        f.write_str("<tbody>\n<tr>")?;
        for column in Column::ALL {
            write_cell(f, "<th scope=\"col\">", Row::Heading(language).cell(column), "</th>")?;
        }
        f.write_str("</tr>\n")?;
        sheet.try_for_each_row(|row| write_step(f, row))?;
        f.write_str("</tbody>\n")?;
    }
    write!(f, "<tbody>\n<tr><td{}>", spans.line)?;
    for (index, line) in sheet.formula().enumerate() {
        write!(f, "{}{}", if index > 0 { "<br>" } else { "" }, line.left_side())?;
        write_escaped(f, line.right_side(language), escape)?;
    }
    f.write_str("</td></tr>\n")?;
    sheet.totals().try_for_each(|total| write_fact(f, total, language, spans))?;
    f.write_str("</tbody>\n")?;
    write_warnings(f, sheet, spans)?;
    f.write_str("</table>\n")
}

/// The columns that what stands outside the table of steps takes.
struct Spans {
    label: &'static str,
    text: &'static str,
    line: &'static str,
}

const STEPS: Spans = Spans { label: " colspan=\"2\"", text: " colspan=\"5\"", line: " colspan=\"7\"" };
const MIXED_USE: Spans = Spans { label: "", text: "", line: " colspan=\"2\"" };

fn write_fact(f: &mut fmt::Formatter<'_>, fact: Fact<'_>, language: Language, spans: &Spans) -> fmt::Result {
    write!(f, "<tr><th scope=\"row\"{}>{}</th><td{}>", spans.label, fact.label(language), spans.text)?;
    write_cell(f, "", fact.text(language), "</td></tr>\n")
}

#[inline(never)]
fn write_warnings(f: &mut fmt::Formatter<'_>, sheet: &Contents<'_>, spans: &Spans) -> fmt::Result {
    let mut any = false;
    for warning in sheet.warnings() {
        f.write_str(if any { "" } else { "<tbody>\n" })?;
        any = true;
        write!(f, "<tr><td{}>{}", spans.line, sheet.warning_label())?;
        write_cell(f, "", warning, "</td></tr>\n")?;
    }
    f.write_str(if any { "</tbody>\n" } else { "" })
}

fn write_step(f: &mut fmt::Formatter<'_>, row: Row<'_, '_>) -> fmt::Result {
    f.write_str("<tr>")?;
    for column in Column::ALL {
        let cell = row.cell(column);
        match column {
            Column::Symbol => write_cell(f, "<th scope=\"row\">", cell, "</th>"),
            _ if column.is_of_numbers() => write_cell(f, "<td align=\"right\">", cell, "</td>"),
            _ => write_cell(f, "<td>", cell, "</td>"),
        }?;
    }
    f.write_str("</tr>\n")
}

fn write_cell(f: &mut fmt::Formatter<'_>, before: &str, text: impl fmt::Display, behind: &str) -> fmt::Result {
    f.write_str(before)?;
    write_escaped(f, text, escape)?;
    f.write_str(behind)
}

/// What a character is written as that a text or an attribute cannot hold.
const fn escape(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => return None,
    })
}
