use core::fmt;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::text::{digit, trim};
use crate::words::{Rule, Spelling};

/// A land grade (级别), Ⅰ the dearest.
///
/// Parsing reads Roman numerals as Unicode numerals (`Ⅲ`, `ⅲ`) or as letters (`III`, `iii`, `ＩＩＩ`), Arabic (`3`, `３`)
/// and Chinese (`三`), each with or without a following 级; [`Display`](fmt::Display) gives the Unicode numeral.
///
/// ```
/// use dijia_core::Grade;
///
/// for spelling in ["Ⅲ", "ⅲ", "III", "iii", "ＩＩＩ", "3", "三", "Ⅲ级", "　三级 "] {
///     assert_eq!(spelling.parse(), Ok(Grade::III));
/// }
/// assert_eq!(Grade::III.to_string(), "Ⅲ");
/// assert_eq!(
///     "3.0".parse::<Grade>().unwrap_err().to_string(),
///     "invalid grade \"3.0\": nothing may follow a grade but 级, at character 2",
/// );
/// ```
#[allow(missing_docs, reason = "a numeral says all there is to say")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Grade {
    I = 1,
    II,
    III,
    IV,
    V,
    VI,
    VII,
    VIII,
    IX,
}

impl Grade {
    /// Every grade from Ⅰ to Ⅸ.
    pub const ALL: [Self; 9] =
        [Self::I, Self::II, Self::III, Self::IV, Self::V, Self::VI, Self::VII, Self::VIII, Self::IX];

    /// The grade of that number, 1 to 9.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            1 => Self::I,
            2 => Self::II,
            3 => Self::III,
            4 => Self::IV,
            5 => Self::V,
            6 => Self::VI,
            7 => Self::VII,
            8 => Self::VIII,
            9 => Self::IX,
            _ => return None,
        })
    }

    /// The number of the grade, 1 to 9.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The Unicode numeral, `Ⅰ` (U+2160) to `Ⅸ` (U+2168).
    #[must_use]
    pub const fn numeral(self) -> &'static str {
        match self {
            Self::I => "Ⅰ",
            Self::II => "Ⅱ",
            Self::III => "Ⅲ",
            Self::IV => "Ⅳ",
            Self::V => "Ⅴ",
            Self::VI => "Ⅵ",
            Self::VII => "Ⅶ",
            Self::VIII => "Ⅷ",
            Self::IX => "Ⅸ",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.numeral())
    }
}

impl FromStr for Grade {
    type Err = Misspelling;

    /// # Errors
    ///
    /// [`Misspelling`] for a text that is not exactly one grade from Ⅰ to Ⅸ.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        let trimmed = trim(text);
        let invalid = |(at, reason)| Misspelling::new(Spelling::Grade, text, trimmed, at, reason);
        let read = GradeSpelling::read(trimmed.as_bytes()).map_err(invalid)?;
        if read.rest.is_empty() {
            Ok(read.grade)
        } else {
            Err(invalid((trimmed.len() - read.rest.len(), Rule::GradeEnd)))
        }
    }
}

/// A grade at the beginning of a text, and what follows it.
pub(crate) struct GradeSpelling<'a> {
    pub(crate) grade: Grade,
    /// Whether the grade was a digit, which a further digit could not be told from.
    pub(crate) arabic: bool,
    /// What follows the grade and its 级.
    pub(crate) rest: &'a [u8],
}

impl<'a> GradeSpelling<'a> {
    /// Reads the grade that UTF-8 text begins with; the error is the byte offset and the rule.
    #[inline]
    pub(crate) fn read(text: &'a [u8]) -> Result<Self, (usize, Rule)> {
        let (number, rest) = match text {
            // Ⅰ (U+2160) to Ⅸ, ⅰ (U+2170) to ⅸ: the low four bits count from Ⅰ.
            [0xe2, 0x85, numeral @ (0xa0..=0xa8 | 0xb0..=0xb8), rest @ ..] => ((numeral & 0x0f) + 1, rest),
            _ => return Self::read_other(text),
        };
        Self::found(number, false, rest)
    }

    /// Reads a grade that is not a Unicode numeral.
    fn read_other(text: &'a [u8]) -> Result<Self, (usize, Rule)> {
        if let Some((number, rest)) = digit(text) {
            return Self::found(number, true, rest);
        }
        let (number, rest) = match text {
            [] => return Err((0, Rule::GradeExpected)),
            // 一 二 三 四 五 六 七 八 九
            [0xe4, 0xb8, 0x80, rest @ ..] => (1, rest),
            [0xe4, 0xba, 0x8c, rest @ ..] => (2, rest),
            [0xe4, 0xb8, 0x89, rest @ ..] => (3, rest),
            [0xe5, 0x9b, 0x9b, rest @ ..] => (4, rest),
            [0xe4, 0xba, 0x94, rest @ ..] => (5, rest),
            [0xe5, 0x85, 0xad, rest @ ..] => (6, rest),
            [0xe4, 0xb8, 0x83, rest @ ..] => (7, rest),
            [0xe5, 0x85, 0xab, rest @ ..] => (8, rest),
            [0xe4, 0xb9, 0x9d, rest @ ..] => (9, rest),
            // Ⅹ (U+2169) to Ⅿ, ⅹ (U+2179) to ⅿ, 十
            [0xe2, 0x85, 0xa9..=0xaf | 0xb9..=0xbf, ..] | [0xe5, 0x8d, 0x81, ..] => return Err((0, UNKNOWN)),
            _ => read_letters(text).ok_or((0, Rule::GradeUnknown))?,
        };
        Self::found(number, false, rest)
    }

    #[inline]
    fn found(number: u8, arabic: bool, rest: &'a [u8]) -> Result<Self, (usize, Rule)> {
        let grade = Grade::from_number(number).ok_or((0, UNKNOWN))?;
        let rest = match rest {
            // 级
            [0xe7, 0xba, 0xa7, rest @ ..] => rest,
            _ => rest,
        };
        Ok(Self { grade, arabic, rest })
    }
}

const UNKNOWN: Rule = Rule::GradeRange;

/// The Roman numeral written in letters that the text begins with, 0 for letters that are none from Ⅰ to Ⅸ, and what
/// follows the letters.
fn read_letters(text: &[u8]) -> Option<(u8, &[u8])> {
    // The letters as the digits of a number to base 4: I is 1, V is 2, X is 3, so that every sequence has its own.
    let mut sequence = 0_u32;
    let mut rest = text;
    loop {
        let (letter, after) = match rest {
            [b'I' | b'i', after @ ..] => (1, after),
            [b'V' | b'v', after @ ..] => (2, after),
            [b'X' | b'x', after @ ..] => (3, after),
            // Ｉ ｉ, Ｖ ｖ, Ｘ ｘ
            [0xef, 0xbc, 0xa9, after @ ..] | [0xef, 0xbd, 0x89, after @ ..] => (1, after),
            [0xef, 0xbc, 0xb6, after @ ..] | [0xef, 0xbd, 0x96, after @ ..] => (2, after),
            [0xef, 0xbc, 0xb8, after @ ..] | [0xef, 0xbd, 0x98, after @ ..] => (3, after),
            _ => break,
        };
        sequence = sequence.saturating_mul(4).saturating_add(letter);
        rest = after;
    }
    let number = match sequence {
        0 => return None,
        0o1 => 1,
        0o5 => 2,
        0o25 => 3,
        0o6 => 4,
        0o2 => 5,
        0o11 => 6,
        0o45 => 7,
        0o225 => 8,
        0o7 => 9,
        _ => 0,
    };
    Some((number, rest))
}
