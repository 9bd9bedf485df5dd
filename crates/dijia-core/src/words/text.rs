//! What surrounds a spelling and is not seen, hyphens, letters and digits of either width, and how wide a character is.

use core::fmt::{self, Write as _};

/// Removes what spellings may be surrounded by, which is what nobody sees there.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    // From a Chinese character to a Chinese character.
    if let [0xe4..=0xe9, .., 0xe4..=0xe9, _, _] = text.as_bytes() {
        return text;
    }
    let may_be_surrounded = matches!(
        text.as_bytes(),
        [..=b' ' | 0xc2, ..]
            | [0xe2, 0x80 | 0x81, ..]
            | [0xe3, 0x80, ..]
            | [0xef, 0xbb, ..]
            | [.., ..=b' ']
            | [.., 0xc2, 0xa0]
            | [.., 0xe2, 0x80 | 0x81, _]
            | [.., 0xe3, 0x80, 0x80]
            | [.., 0xef, 0xbb, 0xbf]
    );
    if may_be_surrounded { text.trim_matches(is_unseen) } else { text }
}

/// Whether two texts are the same. Most differ in how long they are or in how they begin.
#[inline]
pub(crate) fn is_same(a: &[u8], b: &[u8]) -> bool {
    let begins = |text: &[u8]| text.first_chunk::<4>().copied();
    a.len() == b.len() && begins(a) == begins(b) && a == b
}

/// Spaces of Latin and of Chinese text, those that no line is broken at, a byte-order mark, and characters without width.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{a0}' | '\u{2007}' | '\u{200b}'..='\u{200d}' | '\u{202f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

/// The character in half width, where it is one of full width; of a space too.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The character as words are compared: letters of either case and either width are one.
pub(crate) fn folded(c: char) -> char {
    narrow(c).to_ascii_lowercase()
}

/// Whether a text is that word, in letters of either case and either width.
pub(crate) fn is_word(text: &str, word: &str) -> bool {
    text.chars().map(folded).eq(word.chars().map(folded))
}

/// What follows the hyphen that UTF-8 text begins with: one of - ‐ ‑ – — ― － −.
pub(crate) fn hyphen(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'-', rest @ ..]
        | [0xe2, 0x80, 0x90 | 0x91 | 0x93..=0x95, rest @ ..]
        | [0xef, 0xbc, 0x8d, rest @ ..]
        | [0xe2, 0x88, 0x92, rest @ ..] => Some(rest),
        _ => None,
    }
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

/// The columns that a text takes.
pub(crate) fn width(text: impl fmt::Display) -> usize {
    struct Width(usize);

    impl fmt::Write for Width {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 += text.chars().map(columns).sum::<usize>();
            Ok(())
        }
    }

    let mut width = Width(0);
    // Counting cannot fail.
    let _ = write!(width, "{text}");
    width.0
}

pub(crate) fn write_spaces(out: &mut impl fmt::Write, count: usize) -> fmt::Result {
    (0..count).try_for_each(|_| out.write_char(' '))
}

/// What holds texts of the caller's, whose line breaks and tabs would break the table.
pub(crate) fn write_line(out: &mut impl fmt::Write, text: impl fmt::Display) -> fmt::Result {
    write_escaped(out, text, |_| None)
}

/// As [`write_line`], with another text in place of the characters that have one.
pub(crate) fn write_escaped(
    out: &mut impl fmt::Write,
    text: impl fmt::Display,
    escape: fn(char) -> Option<&'static str>,
) -> fmt::Result {
    struct Escaped<'w, W>(&'w mut W, fn(char) -> Option<&'static str>);

    impl<W: fmt::Write> fmt::Write for Escaped<'_, W> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            text.chars().try_for_each(|c| match (self.1)(c) {
                Some(text) => self.0.write_str(text),
                None => self.0.write_char(if c.is_control() { ' ' } else { c }),
            })
        }
    }

    write!(Escaped(out, escape), "{text}")
}

#[cfg(test)]
mod tests {
    extern crate std;

    use unicode_width::UnicodeWidthChar;

    use std::format;

    use super::{columns, trim};

    /// Of all characters, these alone are removed, from either end, from behind a character of any length.
    #[test]
    fn what_nobody_sees_is_removed() {
        const UNSEEN: &str = "\t\n\u{b}\u{c}\r \u{a0}\u{2007}\u{200b}\u{200c}\u{200d}\u{202f}\u{2060}\u{3000}\u{feff}";

        for c in '\0'..=char::MAX {
            for inner in ["x", "é", "面", "𝟛"] {
                let (before, after) = (format!("{c}{inner}"), format!("{inner}{c}"));
                let kept = if UNSEEN.contains(c) { [inner, inner] } else { [&before[..], &after[..]] };
                assert_eq!([trim(&before), trim(&after)], kept);
            }
            assert_eq!(trim(&format!("{c}")).is_empty(), UNSEEN.contains(c));
        }
    }

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
}
