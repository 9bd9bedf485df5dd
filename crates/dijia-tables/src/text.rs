//! What people's programs make of a text: its encoding, and what nobody sees in its cells.

use std::borrow::Cow;

/// The text of a file in UTF-8, with or without a byte order mark, in UTF-16 with one, or in GB18030; none in none of them.
pub(crate) fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    for (mark, encoding) in [([0xff, 0xfe], encoding_rs::UTF_16LE), ([0xfe, 0xff], encoding_rs::UTF_16BE)] {
        if let Some(text) = bytes.strip_prefix(&mark) {
            return encoding.decode_without_bom_handling_and_without_replacement(text);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)));
    }
    encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)
}

/// A cell without what surrounds it unseen: white space, a byte order mark, characters of no width.
pub(crate) fn trimmed(cell: &str) -> &str {
    let is_unseen =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    cell.trim_matches(is_unseen)
}

/// Letters, digits and signs of full width as those of half width.
pub(crate) fn narrowed(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '−' => '-',
        _ => c,
    };
    text.chars().map(narrow).collect()
}

/// Whether a text is what a spreadsheet makes of a code or a range such as `1-2` where it takes it for a day: `1月2日`, `2-Jan`, `2024/1/2`.
pub(crate) fn is_day(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let chinese = text.strip_suffix('日').and_then(|text| text.split_once('月'));
    let english = text.split_once('-').filter(|(one, other)| MONTHS.contains(one) || MONTHS.contains(other));
    let is_english = |(one, other): (&str, &str)| is_number(one) || is_number(other);
    chinese.is_some_and(|(month, day)| is_number(month) && is_number(day))
        || english.is_some_and(is_english)
        || dijia_core::parse_date(text).is_ok()
}

/// Whether a cell says that there is nothing: it is empty, or holds only strokes.
pub(crate) fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|c| {
        matches!(c, '-' | '‐' | '‑' | '–' | '—' | '―' | '－' | '−' | '─' | '━' | '/' | '／' | '\\' | ' ' | '　')
    })
}

/// Whether a cell of prices says that there is none, by a stroke or in words.
pub(crate) fn is_no_price(cell: &str) -> bool {
    const WORDS: [&str; 9] =
        ["无", "暂无", "未评估", "不评估", "控制区", "限制区", "禁止区", "工业控制区", "工业限制区"];

    is_nothing(cell) || WORDS.contains(&cell)
}
