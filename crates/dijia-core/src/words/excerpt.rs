use core::fmt::{self, Write as _};
use core::str;

use crate::words::text::columns;

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

    /// What is written, or the beginning of it.
    pub(crate) fn of(written: impl fmt::Display) -> Self {
        let mut excerpt = Self { bytes: [0; Self::CAPACITY], len: 0, truncated: false };
        // What does not fit is said by `truncated`.
        let _ = write!(excerpt, "{written}");
        excerpt
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

impl fmt::Write for Excerpt {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = self.bytes.get_mut(usize::from(self.len)..).unwrap_or_default();
        let mut end = text.len().min(room.len());
        while !text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        for (to, from) in room.iter_mut().zip(text.bytes().take(end)) {
            *to = from;
        }
        self.len += end as u8;
        self.truncated |= end < text.len();
        if self.truncated { Err(fmt::Error) } else { Ok(()) }
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

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;
    use std::string::ToString as _;

    use super::Excerpt;

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
