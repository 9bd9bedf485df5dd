use core::str;

use crate::words::text::narrow;

/// A name as it is looked up: what nobody sees in it is gone, letters and digits are half-width and lower-case, and every
/// hyphen is the same.
#[derive(Clone, Copy, Debug)]
pub struct Normal {
    bytes: [u8; Normal::CAPACITY],
    len: usize,
}

impl Normal {
    /// The most bytes that a name has.
    pub const CAPACITY: usize = 96;

    /// The name that a text is; none for one that is longer than any name.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut normal = Self { bytes: [0; Self::CAPACITY], len: 0 };
        if is_normal(text) {
            for (to, from) in normal.bytes.iter_mut().zip(text.bytes()) {
                *to = from;
            }
            normal.len = text.len();
            return (text.len() <= Self::CAPACITY).then_some(normal);
        }
        for c in text.chars().filter_map(normalised) {
            let mut buffer = [0; 4];
            for &byte in c.encode_utf8(&mut buffer).as_bytes() {
                *normal.bytes.get_mut(normal.len)? = byte;
                normal.len += 1;
            }
        }
        Some(normal)
    }

    /// Whether a text is that name, in whatever spelling.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        text.as_bytes() == bytes
            || !is_normal(text) && Self::of(text).is_some_and(|other| other.bytes.get(..other.len) == Some(bytes))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Whether a text is of Chinese characters, small letters, digits and hyphens alone, so that it is normal as it is.
pub(crate) fn is_normal(text: &str) -> bool {
    // What follows a character of three bytes is a character, and most names are of no others.
    if let (characters, []) = text.as_bytes().as_chunks()
        && characters.iter().all(|character| matches!(character, [0xe4..=0xe9, _, _]))
    {
        return true;
    }
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b'a'..=b'z' | b'0'..=b'9' | b'-', rest @ ..]
            // U+4000 to U+9FFF
            | [0xe4..=0xe9, _, _, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// The character as names have it; none for one that is not seen.
fn normalised(c: char) -> Option<char> {
    let narrow = narrow(c);
    match narrow {
        '‐' | '‑' | '–' | '—' | '―' | '−' => Some('-'),
        _ if narrow.is_whitespace() || is_unseen(narrow) => None,
        _ => Some(narrow.to_ascii_lowercase()),
    }
}

/// Whether a character has no width and changes no other's looks.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::{String, ToString as _};
    use std::{format, vec};

    use super::Normal;

    fn normal(text: &str) -> String {
        Normal::of(text).unwrap().as_str().to_string()
    }

    /// Every spelling of a name is the name, whatever stands around and inside it.
    #[test]
    fn spellings_of_a_name_are_one() {
        let hyphens = ['-', '‐', '‑', '–', '—', '―', '－', '−'];
        let unseen =
            ["", " ", "\t", "\u{a0}", "\u{3000}", "\u{feff}", "\u{200b}", "\u{200e}", "\u{2060}", "\r\n", "\0"];
        for hyphen in hyphens {
            for gap in unseen {
                for letters in ["abz", "ABZ", "ａｂｚ", "ＡＢＺ", "aBｚ"] {
                    for digits in ["049", "０４９", "0４9"] {
                        let text = format!("{gap}通{gap}{letters}{gap}{hyphen}{digits}{gap}");
                        assert_eq!(normal(&text), "通abz-049", "{text:?}");
                    }
                }
            }
        }
    }

    /// What is another name stays one: nothing that is seen is lost, and no two characters are taken for each other beyond
    /// their width and case.
    #[test]
    fn every_character_by_a_model() {
        let unseen = [
            0..=0x1f,
            0x7f..=0x9f,
            0xad..=0xad,
            0x200b..=0x200f,
            0x2028..=0x202e,
            0x2060..=0x206f,
            0xfe00..=0xfe0f,
            0xfeff..=0xfeff,
            0xe_0000..=0xe_0fff,
        ];
        for c in '\0'..=char::MAX {
            let narrow = match c {
                '！'..='～' => char::from_u32(u32::from(c) - u32::from('！') + u32::from('!')).unwrap(),
                _ => c,
            };
            let expected = match narrow {
                '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' => "-".to_string(),
                'A'..='Z' => narrow.to_ascii_lowercase().to_string(),
                _ if narrow.is_whitespace() => String::new(),
                _ if unseen.iter().any(|range| range.contains(&u32::from(narrow))) => String::new(),
                _ => narrow.to_string(),
            };
            assert_eq!(normal(c.encode_utf8(&mut [0; 4])), expected, "{c:?}");
            assert_eq!(normal(&expected), expected, "twice is once: {c:?}");
        }
    }

    /// A name that fits when it is normal fits, however many spaces it is written with.
    #[test]
    fn the_longest_name() {
        let longest = "面".repeat(Normal::CAPACITY / 3);
        assert_eq!(normal(&longest), longest);
        assert_eq!(normal(&vec![" 面 "; Normal::CAPACITY / 3].concat()), longest);
        assert!(Normal::of(&format!("{longest}a")).is_none());
    }
}
