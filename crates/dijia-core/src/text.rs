//! Reading spellings: what surrounds a text, and what an error says of it.

use core::fmt;
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
        fmt::Debug::fmt(self.as_str(), f)?;
        if self.truncated { f.write_str("…") } else { Ok(()) }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())?;
        if self.truncated { f.write_str("…") } else { Ok(()) }
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
