use core::fmt;
use core::num::NonZeroU16;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::grade::GradeSpelling;
use crate::words::text::{digit, hyphen, trim};
use crate::words::{Grade, Rule, Spelling, zone_spelling};

/// The code of a zone (区片): a grade and a number within it, `Ⅲ-4`.
///
/// Parsing reads the grade in every numeral of [`Grade`], with or without 级, a hyphen in any of its forms (`-`, `‐`, `‑`,
/// `–`, `—`, `―`, `－`, `−`) and the number in half- or full-width digits, with or without leading zeros and 区片 behind.
/// The hyphen may be absent where the grade is not in Arabic digits. [`Display`](fmt::Display) gives the canonical form.
///
/// ```
/// use dijia_core::{Grade, ZoneCode};
///
/// let code: ZoneCode = "Ⅲ-4".parse()?;
/// assert_eq!((code.grade(), code.number()), (Grade::III, 4));
/// for spelling in ["ⅲ－４", "III-4", "iii4", "ＩＩＩ－４", "3-4", "三—4", "Ⅲ级-4", " Ⅲ4　", "Ⅲ-04", "Ⅲ-4区片"] {
///     assert_eq!(spelling.parse(), Ok(code));
/// }
/// assert_eq!(code.to_string(), "Ⅲ-4");
///
/// assert_eq!(
///     "Ⅲ-4a".parse::<ZoneCode>().unwrap_err().to_string(),
///     "invalid zone code \"Ⅲ-4a\": nothing may follow the zone number but 区片, at character 4",
/// );
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneCode {
    grade: Grade,
    number: NonZeroU16,
}

impl ZoneCode {
    /// The code of the zone of that number in that grade; none for the number 0.
    #[must_use]
    pub const fn new(grade: Grade, number: u16) -> Option<Self> {
        match NonZeroU16::new(number) {
            Some(number) => Some(Self { grade, number }),
            None => None,
        }
    }

    /// The grade that the zone belongs to.
    #[must_use]
    pub const fn grade(self) -> Grade {
        self.grade
    }

    /// The number of the zone within its grade, from 1.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number.get()
    }
}

impl fmt::Display for ZoneCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// A numeral, the hyphen and five digits.
        const LONGEST: usize = Grade::LONGEST_NUMERAL + 6;

        let mut buffer = [0; LONGEST];
        let number = self.number();
        let digits = [number / 10_000, number / 1000 % 10, number / 100 % 10, number / 10 % 10, number % 10];
        let leading = digits.iter().take(4).take_while(|&&digit| digit == 0).count();
        let digits = digits.iter().skip(leading).map(|&digit| b'0' + digit as u8);
        let bytes = self.grade.numeral().bytes().chain([b'-']).chain(digits);
        let mut len = 0;
        for (to, from) in buffer.iter_mut().zip(bytes) {
            *to = from;
            len += 1;
        }
        f.pad(buffer.get(..len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default())
    }
}

impl FromStr for ZoneCode {
    type Err = Misspelling;

    /// # Errors
    ///
    /// [`Misspelling`] for a text that is not exactly one zone code.
    #[inline]
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        if let Some(code) = zone_spelling::read(text.as_bytes()) {
            return Ok(code);
        }
        let trimmed = trim(text);
        read(trimmed.as_bytes()).map_err(|(at, reason)| invalid(text, trimmed, at, reason))
    }
}

#[cold]
#[inline(never)]
fn invalid(text: &str, trimmed: &str, at: usize, reason: Rule) -> Misspelling {
    Misspelling::new(Spelling::ZoneCode, text, trimmed, at, reason)
}

/// Reads UTF-8 text of any spelling; the error is the byte offset and the rule.
fn read(text: &[u8]) -> Result<ZoneCode, (usize, Rule)> {
    if text.is_empty() {
        return Err((0, Rule::ZoneExpected));
    }
    let at = |rest: &[u8]| text.len().saturating_sub(rest.len());
    let GradeSpelling { grade, arabic, rest, .. } = GradeSpelling::read(text)?;
    let number = match hyphen(rest) {
        Some(number) => number,
        None if arabic => return Err((at(rest), Rule::ZoneArabicGrade)),
        None => rest,
    };
    let (first, mut rest) = digit(number).ok_or((at(number), Rule::ZoneNumberExpected))?;
    let mut value = u16::from(first);
    while let Some((digit, after)) = digit(rest) {
        let longer = value.checked_mul(10).and_then(|value| value.checked_add(digit.into()));
        value = longer.ok_or((at(number), Rule::ZoneNumberRange))?;
        rest = after;
    }
    let code = ZoneCode::new(grade, value).ok_or((at(number), Rule::ZoneNumberZero))?;
    match rest.strip_prefix("区片".as_bytes()).unwrap_or(rest) {
        [] => Ok(code),
        rest => Err((at(rest), Rule::ZoneEnd)),
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;
    use std::string::String;
    use std::vec::Vec;

    use super::{ZoneCode, read};
    use crate::words::{Grade, zone_spelling};

    /// Every text of up to five of these pieces: what the quick reader reads, the general one reads as the same.
    #[test]
    fn both_readers_agree() {
        const PIECES: [&str; 14] = ["I", "v", "x", "Ｉ", "ｖ", "Ⅲ", "Ⅻ", "-", "－", "0", "7", "１", "６", "级"];

        let mut texts: Vec<String> = Vec::from([String::new()]);
        let mut quick = 0;
        for _ in 0..5 {
            let longer = texts.iter().flat_map(|text| PIECES.map(|piece| text.clone() + piece));
            texts = longer.collect();
            for text in &texts {
                let text = text.as_bytes();
                if let Some(code) = zone_spelling::read(text) {
                    assert_eq!(read(text), Ok(code));
                    quick += 1;
                }
            }
        }
        assert!(quick > 50, "the quick reader read {quick}");
    }

    /// Bytes that are digits but for their highest bit, which no text has there.
    #[test]
    fn the_quick_reader_reads_digits_alone() {
        for digit in b'0'..=b'9' {
            for text in [[b'V', b'-', digit | 0x80, b'1'], [b'V', b'-', b'1', digit | 0x80]] {
                assert_eq!(zone_spelling::read(&text), None, "{text:?}");
            }
            assert_eq!(zone_spelling::read(&[b'V', b'-', digit | 0x80]), None);
        }
    }

    /// The spellings that it is there for, of every zone code of three digits to the ninth grade.
    #[test]
    fn the_quick_reader_reads_the_usual_spellings() {
        let letters = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        let numerals = ["ⅰ", "ⅱ", "ⅲ", "ⅳ", "ⅴ", "ⅵ", "ⅶ", "ⅷ", "ⅸ"];
        let full_width = |text: &str| -> String {
            text.chars().filter_map(|c| char::from_u32(u32::from(c) - u32::from('!') + u32::from('！'))).collect()
        };
        for ((grade, letters), numeral) in Grade::ALL.into_iter().zip(letters).zip(numerals) {
            for number in 1..=999 {
                let code = ZoneCode::new(grade, number);
                let (lower, upper) = (format!("{letters}-{number}"), format!("{}-{number}", letters.to_uppercase()));
                for text in [
                    format!("{}-{number}", grade.numeral()),
                    format!("{numeral}-{number}"),
                    full_width(&lower),
                    full_width(&upper),
                    lower,
                    upper,
                ] {
                    assert_eq!(zone_spelling::read(text.as_bytes()), code, "{text}");
                }
            }
        }
    }
}
