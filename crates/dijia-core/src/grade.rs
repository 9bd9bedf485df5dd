use core::fmt;
use core::str::FromStr;

use crate::text::{Misspelling, digit, trim};
use crate::{Error, Result};

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
    type Err = Error;

    /// # Errors
    ///
    /// [`Error::InvalidGrade`] for a text that is not exactly one grade from Ⅰ to Ⅸ.
    fn from_str(text: &str) -> Result<Self> {
        let trimmed = trim(text);
        let invalid = |(at, reason)| Error::InvalidGrade(Misspelling::new(text, trimmed, at, reason));
        let read = GradeSpelling::read(trimmed).map_err(invalid)?;
        if read.rest.is_empty() {
            Ok(read.grade)
        } else {
            Err(invalid((trimmed.len() - read.rest.len(), "nothing may follow a grade but 级")))
        }
    }
}

/// A grade at the beginning of a text, and what follows it.
pub(crate) struct GradeSpelling<'a> {
    pub(crate) grade: Grade,
    /// Whether the grade was a digit, which a further digit could not be told from.
    pub(crate) arabic: bool,
    /// What follows the grade and its 级.
    pub(crate) rest: &'a str,
}

impl<'a> GradeSpelling<'a> {
    /// Reads the grade that the text begins with; the error is the byte offset and the rule.
    #[inline]
    pub(crate) fn read(text: &'a str) -> core::result::Result<Self, (usize, &'static str)> {
        const UNKNOWN: &str = "grades run from Ⅰ to Ⅸ";

        let Some(first) = text.chars().next() else {
            return Err((0, "a grade is expected, the text is empty"));
        };
        let after_first = text.get(first.len_utf8()..).unwrap_or_default();
        let (number, rest) = match first {
            'Ⅰ'..='Ⅸ' => (first as u32 - 'Ⅰ' as u32 + 1, after_first),
            'ⅰ'..='ⅸ' => (first as u32 - 'ⅰ' as u32 + 1, after_first),
            'Ⅹ'..='Ⅿ' | 'ⅹ'..='ⅿ' | '十' => return Err((0, UNKNOWN)),
            '一' => (1, after_first),
            '二' => (2, after_first),
            '三' => (3, after_first),
            '四' => (4, after_first),
            '五' => (5, after_first),
            '六' => (6, after_first),
            '七' => (7, after_first),
            '八' => (8, after_first),
            '九' => (9, after_first),
            _ => match (digit(first), read_letters(text)) {
                (Some(digit), _) => (u32::from(digit), after_first),
                (None, Some(read)) => read,
                (None, None) => return Err((0, "a grade is expected: a numeral from Ⅰ to Ⅸ")),
            },
        };
        let grade = u8::try_from(number).ok().and_then(Grade::from_number).ok_or((0, UNKNOWN))?;
        Ok(Self { grade, arabic: digit(first).is_some(), rest: rest.strip_prefix('级').unwrap_or(rest) })
    }
}

/// The Roman numeral written in letters that the text begins with, 0 for letters that are none from Ⅰ to Ⅸ, and what
/// follows the letters.
fn read_letters(text: &str) -> Option<(u32, &str)> {
    // The letters as the digits of a number to base 4: I is 1, V is 2, X is 3, so that every sequence has its own.
    let mut sequence = 0_u32;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let letter = match c {
            'I' | 'i' | 'Ｉ' | 'ｉ' => 1,
            'V' | 'v' | 'Ｖ' | 'ｖ' => 2,
            'X' | 'x' | 'Ｘ' | 'ｘ' => 3,
            _ => break,
        };
        sequence = sequence.saturating_mul(4).saturating_add(letter);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
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
