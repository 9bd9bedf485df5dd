//! What surrounds a spelling and is not seen, digits of either width, and how wide a character is.

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

#[cfg(test)]
mod tests {
    extern crate std;

    use unicode_width::UnicodeWidthChar;

    use super::columns;

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
