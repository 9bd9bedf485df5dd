use core::str;

use crate::words::text::trim;

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
        for c in trim(text).chars().filter_map(normalised) {
            let mut buffer = [0; 4];
            for &byte in c.encode_utf8(&mut buffer).as_bytes() {
                *normal.bytes.get_mut(normal.len)? = byte;
                normal.len += 1;
            }
        }
        Some(normal)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// The character as names have it; none for a space.
fn normalised(c: char) -> Option<char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match narrow {
        '‐' | '‑' | '–' | '—' | '―' | '−' => Some('-'),
        _ if narrow.is_whitespace() => None,
        _ => Some(narrow.to_ascii_lowercase()),
    }
}
