//! Reading spellings: what surrounds a text, and what an error says of it.

use core::fmt::{self, Write as _};
use core::str;

/// Removes what spellings may be surrounded by: ASCII white space and the ideographic space (U+3000).
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        // The first byte of no space, and the last of none.
        [b'!'..=0xe2 | 0xe4.., .., b'!'..=0x7f | 0x81..] | [b'!'..=b'~'] => text,
        _ => text.trim_matches(is_space),
    }
}

fn is_space(c: char) -> bool {
    c == '\u{3000}' || c.is_ascii_whitespace() || c == '\u{b}'
}

/// The digit, half- or full-width, that UTF-8 text begins with, and what follows it.
#[inline]
pub(crate) fn digit(text: &[u8]) -> Option<(u8, &[u8])> {
    match text {
        [digit @ b'0'..=b'9', rest @ ..] => Some((digit - b'0', rest)),
        // ０ (U+FF10) to ９
        [0xef, 0xbc, digit @ 0x90..=0x99, rest @ ..] => Some((digit - 0x90, rest)),
        _ => None,
    }
}

/// The beginning of a text that could not be read, short enough to be carried in a [`Copy`] error.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Excerpt {
    bytes: [u8; Excerpt::CAPACITY],
    len: u8,
    truncated: bool,
}

impl Excerpt {
    /// The most bytes of UTF-8 that an excerpt holds.
    pub const CAPACITY: usize = 46;

    pub(crate) fn new(text: &str) -> Self {
        let mut end = text.len().min(Self::CAPACITY);
        while !text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        let mut bytes = [0; Self::CAPACITY];
        for (to, from) in bytes.iter_mut().zip(text.bytes().take(end)) {
            *to = from;
        }
        Self { bytes, len: end as u8, truncated: end < text.len() }
    }

    /// The text, or its first characters where it [is truncated](Self::is_truncated).
    #[must_use]
    pub fn as_str(&self) -> &str {
        let (filled, _) = self.bytes.split_at_checked(usize::from(self.len)).unwrap_or((&[], &[]));
        str::from_utf8(filled).unwrap_or_default()
    }

    /// Whether the text went on past what the excerpt holds.
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.truncated
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_quoted(f, self.as_str())?;
        if self.truncated { f.write_str("…") } else { Ok(()) }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())?;
        if self.truncated { f.write_str("…") } else { Ok(()) }
    }
}

/// A text in quotation marks, what cannot be seen in it escaped. `str`'s own `Debug` keeps a panic among its paths.
fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}"),
            '\t' => f.write_str("\\t"),
            '\n' => f.write_str("\\n"),
            '\r' => f.write_str("\\r"),
            '\0' => f.write_str("\\0"),
            ' ' => f.write_char(c),
            _ if c.is_control() || c.is_whitespace() || columns(c) == 0 => write!(f, "\\u{{{:x}}}", u32::from(c)),
            _ => f.write_char(c),
        }?;
    }
    f.write_char('"')
}

/// The columns that a character takes where a Chinese one takes two: 0 for one that is not seen or stands on the one before
/// it.
pub(crate) fn columns(c: char) -> usize {
    match c {
        ' '..='~' => 1,
        '\0'..='\u{9f}'
        | '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20f0}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe19}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// A text that is no accepted spelling: what it was, where reading stopped, and the rule that it broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Misspelling {
    /// The text as it was given.
    pub text: Excerpt,
    /// Where reading stopped: bytes of UTF-8 from the beginning of the text.
    pub offset: usize,
    /// The same place as a person counts it: the first character is 1, one past the last means that the text ended
    /// too soon.
    pub character: usize,
    /// The rule that the text breaks.
    pub reason: &'static str,
}

impl Misspelling {
    /// `part` must be a part of `text`, as [`trim`] returns one; reading stopped at its byte `at`.
    pub(crate) fn new(text: &str, part: &str, at: usize, reason: &'static str) -> Self {
        let before = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let offset = before.saturating_add(at).min(text.len());
        let character = text.char_indices().take_while(|(i, _)| *i < offset).count() + 1;
        Self { text: Excerpt::new(text), offset, character, reason }
    }
}

impl fmt::Display for Misspelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}, at character {}", self.text, self.reason, self.character)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::{format, string::ToString as _};

    use unicode_width::UnicodeWidthChar;

    use super::{Excerpt, columns};

    /// What names of zones, parcels and factors are written in is as wide as Unicode says.
    #[test]
    fn columns_are_those_of_unicode() {
        let blocks = [
            0..=0x2ff,
            0x2010..=0x205e,
            0x2150..=0x218b,
            0x2460..=0x24ff,
            0x2e80..=0x2e99,
            0x2e9b..=0x2ef3,
            0x2f00..=0x2fd5,
            0x3000..=0x3029,
            0x3041..=0x3096,
            0x30a0..=0x30ff,
            0x3400..=0x4db5,
            0x4e00..=0x9fff,
            0xac00..=0xd7a3,
            0xf900..=0xfa6d,
            0xfe30..=0xfe4f,
            0xff01..=0xff60,
            0x20000..=0x2a6d6,
        ];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let expected = if c == '\u{ad}' { 0 } else { c.width().unwrap_or(0) };
            assert!(columns(c) == expected || ('\u{2028}'..='\u{202e}').contains(&c), "{c:?}: {}", columns(c));
        }
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        let shown = |text| format!("{:?}", Excerpt::new(text));
        assert_eq!(shown("商服 \"Ⅲ\""), "\"商服 \\\"Ⅲ\\\"\"");
        assert_eq!(shown("a\\b\t\n\r\0\u{1}\u{3000}"), "\"a\\\\b\\t\\n\\r\\0\\u{1}\\u{3000}\"");
        assert_eq!(shown("\u{feff}\u{202e}\u{200b}"), "\"\\u{feff}\\u{202e}\\u{200b}\"");
    }

    /// 46 bytes are 15 Chinese characters and one more byte.
    #[test]
    fn excerpts_end_between_characters() {
        let (whole, cut) = ("面".repeat(15), "面".repeat(16));
        assert_eq!((Excerpt::new(&whole).to_string(), Excerpt::new(&whole).is_truncated()), (whole.clone(), false));
        assert_eq!((Excerpt::new(&cut).to_string(), Excerpt::new(&cut).is_truncated()), (format!("{whole}…"), true));
        assert_eq!(format!("{:?}", Excerpt::new(&cut)), format!("\"{whole}\"…"));
    }
}
