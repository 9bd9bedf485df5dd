//! The usual spellings of a zone code, read a word at a time, without branches that depend on which zone it is: the
//! processor guesses those wrong, and a wrong guess costs more than all the reading. What is not read here,
//! [`ZoneCode`]'s own reader reads or refuses.

use crate::words::{Grade, ZoneCode};

/// Reads `Ⅲ-4`, `ⅲ-4`, and to the ninth grade `III-4`, `iii-4` and `ＩＩＩ－４`; none for anything else.
#[inline]
pub(crate) fn read(text: &[u8]) -> Option<ZoneCode> {
    match text {
        // Ⅰ (U+2160) to Ⅻ, ⅰ (U+2170) to ⅻ: the low four bits count from Ⅰ.
        [0xe2, 0x85, numeral @ (0xa0..=0xab | 0xb0..=0xbb), b'-', digits @ ..] => {
            let tail = u32::from_le_bytes(*text.last_chunk()?);
            ZoneCode::new(Grade::from_number((numeral & 0x0f) + 1)?, number(tail, digits.len())?)
        }
        [b'I' | b'V' | b'i' | b'v', ..] => read_word(word(text)?, text.len()),
        [0xef, ..] => {
            let (word, len) = narrowed(text)?;
            read_word(word, len)
        }
        _ => None,
    }
}

/// The word whose bytes are the text, the first one lowest; none for a text of more bytes than a word's.
#[inline]
fn word(text: &[u8]) -> Option<u64> {
    let (first, last) = match (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(first), Some(last)) if text.len() <= 8 => (*first, *last),
        _ => {
            return text
                .first_chunk::<3>()
                .filter(|_| text.len() == 3)
                .map(|&[a, b, c]| u64::from(u32::from_le_bytes([a, b, c, 0])));
        }
    };
    // The two overlap where the text is shorter than eight bytes, in bytes that are the same.
    Some(u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << (8 * (text.len() - 4)))
}

/// The word of a text in full-width letters as if they were half-width, and its length in letters.
#[inline]
fn narrowed(text: &[u8]) -> Option<(u64, usize)> {
    let (letters, rest) = text.as_chunks::<3>();
    if letters.len() > 8 || !rest.is_empty() {
        return None;
    }
    let mut word = 0;
    for (index, letter) in letters.iter().enumerate() {
        // ！ (U+FF01) to ～ (U+FF5E) are the letters from ! to ~.
        let narrow = match *letter {
            [0xef, 0xbc, last] => last.wrapping_sub(0x60),
            [0xef, 0xbd, last] => last.wrapping_sub(0x20),
            _ => return None,
        };
        word |= u64::from(narrow) << (8 * index);
    }
    Some((word, letters.len()))
}

/// Reads a Roman numeral in letters, a hyphen and digits.
#[inline]
fn read_word(word: u64, len: usize) -> Option<ZoneCode> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);

    // The lowest byte that is a hyphen: the lowest that is zero when hyphens are.
    let hyphens = word ^ (ONES * b'-' as u64);
    let found = hyphens.wrapping_sub(ONES) & !hyphens & ONES << 7;
    let letters = found.trailing_zeros() / 8;
    if letters > 4 {
        return None;
    }
    // Of letters, the bit 0x20 is what makes them lower-case; of the bytes behind them, nothing is kept.
    let kept = ((1_u64 << (8 * letters)) - 1) as u32;
    let numeral = (word as u32 | 0x2020_2020) & kept;
    let (spelling, grade) = *NUMERALS.get(slot(numeral))?;
    if spelling != numeral {
        return None;
    }
    let digits = len.checked_sub(letters as usize + 1)?;
    let tail = (word << (8 * 8_usize.checked_sub(len)?) >> 32) as u32;
    ZoneCode::new(Grade::from_number(grade)?, number(tail, digits)?)
}

/// The number in that many digits, at most three, at the end of four bytes of text.
#[inline]
fn number(tail: u32, digits: usize) -> Option<u16> {
    let before = match digits {
        1..=3 => 8 * (4 - digits as u32),
        _ => return None,
    };
    // Every byte the value of its digit, and 0 for what is before the number.
    let values = (tail ^ 0x3030_3030) & u32::MAX << before;
    // A byte above 9 has its highest bit set, or sets it when 0x76 is added; from one that overflows the first holds.
    let is_number = (values | values.wrapping_add(0x7676_7676)) & 0x8080_8080 == 0;
    let begins_with_zero = values >> before & 0xff == 0;
    let [_, hundreds, tens, ones] = values.to_le_bytes();
    let number = u16::from(hundreds) * 100 + u16::from(tens) * 10 + u16::from(ones);
    (is_number && !begins_with_zero).then_some(number)
}

/// Where a numeral, its lower-case letters in a word, stands in [`NUMERALS`]: no two of the nine stand in one place.
#[inline]
const fn slot(numeral: u32) -> usize {
    (numeral.wrapping_mul(MULTIPLIER) >> 28) as usize
}

const MULTIPLIER: u32 = 0x1e2f_eb89;

/// The Roman numerals from Ⅰ to Ⅸ in lower-case letters, and their numbers.
static NUMERALS: [(u32, u8); 16] = {
    const LETTERS: [[u8; 4]; 9] =
        [*b"i\0\0\0", *b"ii\0\0", *b"iii\0", *b"iv\0\0", *b"v\0\0\0", *b"vi\0\0", *b"vii\0", *b"viii", *b"ix\0\0"];

    let mut numerals = [(0, 0); 16];
    let mut number = 1;
    while number <= LETTERS.len() {
        let numeral = u32::from_le_bytes(LETTERS[number - 1]);
        assert!(numerals[slot(numeral)].1 == 0, "two numerals in one place");
        numerals[slot(numeral)] = (numeral, number as u8);
        number += 1;
    }
    numerals
};
