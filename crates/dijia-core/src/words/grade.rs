use core::fmt;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::text::{digit, trim};
use crate::words::{Rule, Spelling};

/// A land grade (级别), Ⅰ the dearest. Which grades there are is a notice's to say; here they run to 20, further than any
/// city's.
///
/// Parsing reads Roman numerals as Unicode numerals (`Ⅲ`, `ⅲ`) or as letters (`III`, `iii`, `ＩＩＩ`), Arabic (`3`, `３`)
/// and Chinese (`三`), each alone or as `三级`, `三级地`, `第三级`; [`Display`](fmt::Display) gives the
/// [numeral](Self::numeral).
///
/// ```
/// use dijia_core::Grade;
///
/// for spelling in ["Ⅲ", "ⅲ", "III", "iii", "ＩＩＩ", "3", "三", "Ⅲ级", "　三级 ", "三级地", "第三级"] {
///     assert_eq!(spelling.parse(), Ok(Grade::III));
/// }
/// assert_eq!("十一级".parse(), Ok(Grade::XI));
/// assert_eq!((Grade::III.to_string(), Grade::XIII.to_string()), ("Ⅲ".to_owned(), "XIII".to_owned()));
/// assert_eq!(
///     "3.0".parse::<Grade>().unwrap_err().to_string(),
///     "invalid grade \"3.0\": nothing may follow a grade but 级 or 级地, at character 2",
/// );
/// ```
#[allow(missing_docs, reason = "a numeral says all there is to say")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
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
    X,
    XI,
    XII,
    XIII,
    XIV,
    XV,
    XVI,
    XVII,
    XVIII,
    XIX,
    XX,
}

impl Grade {
    /// Every grade, from Ⅰ to XX.
    pub const ALL: [Self; 20] = [
        Self::I,
        Self::II,
        Self::III,
        Self::IV,
        Self::V,
        Self::VI,
        Self::VII,
        Self::VIII,
        Self::IX,
        Self::X,
        Self::XI,
        Self::XII,
        Self::XIII,
        Self::XIV,
        Self::XV,
        Self::XVI,
        Self::XVII,
        Self::XVIII,
        Self::XIX,
        Self::XX,
    ];

    /// The most bytes of UTF-8 that a [numeral](Self::numeral) takes.
    pub(crate) const LONGEST_NUMERAL: usize = 5;

    /// The grade of that number, 1 to 20.
    #[inline]
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
            10 => Self::X,
            11 => Self::XI,
            12 => Self::XII,
            13 => Self::XIII,
            14 => Self::XIV,
            15 => Self::XV,
            16 => Self::XVI,
            17 => Self::XVII,
            18 => Self::XVIII,
            19 => Self::XIX,
            20 => Self::XX,
            _ => return None,
        })
    }

    /// The number of the grade, 1 to 20.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The Unicode numeral, `Ⅰ` (U+2160) to `Ⅻ` (U+216B); from 13, for which Unicode has none, the letters, `XIII` to `XX`.
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
            Self::X => "Ⅹ",
            Self::XI => "Ⅺ",
            Self::XII => "Ⅻ",
            Self::XIII => "XIII",
            Self::XIV => "XIV",
            Self::XV => "XV",
            Self::XVI => "XVI",
            Self::XVII => "XVII",
            Self::XVIII => "XVIII",
            Self::XIX => "XIX",
            Self::XX => "XX",
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
    /// [`Misspelling`] for a text that is not exactly one grade.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        let trimmed = trim(text);
        let (ordinal, numeral) = match trimmed.strip_prefix('第') {
            Some(numeral) => (true, numeral),
            None => (false, trimmed),
        };
        let before = trimmed.len() - numeral.len();
        let invalid = |at: usize, rule| Misspelling::new(Spelling::Grade, text, trimmed, before + at, rule);
        if trimmed.is_empty() {
            return Err(invalid(0, Rule::GradeExpected));
        }
        let read = GradeSpelling::read(numeral.as_bytes()).map_err(|(at, rule)| invalid(at, rule))?;
        let at = numeral.len() - read.rest.len();
        match (read.suffixed, read.rest) {
            // 地
            (true, [] | [0xe5, 0x9c, 0xb0]) => Ok(read.grade),
            (false, []) if !ordinal => Ok(read.grade),
            (false, rest) if read.arabic && digit(rest).is_some() => Err(invalid(at, Rule::GradeRange)),
            (false, []) => Err(invalid(at, Rule::GradeOrdinal)),
            (true, [0xe5, 0x9c, 0xb0, ..]) => Err(invalid(at + '地'.len_utf8(), Rule::GradeEnd)),
            _ => Err(invalid(at, Rule::GradeEnd)),
        }
    }
}

/// A grade at the beginning of a text, and what follows it.
pub(crate) struct GradeSpelling<'a> {
    pub(crate) grade: Grade,
    /// Whether the grade was in Arabic digits, which further digits could not be told from.
    pub(crate) arabic: bool,
    /// Whether 级 followed the grade.
    pub(crate) suffixed: bool,
    /// What follows the grade and its 级.
    pub(crate) rest: &'a [u8],
}

/// What a numeral is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Ⅲ: a character for each number to 12.
    Unicode,
    /// III, in either width and case.
    Letters,
    /// 3, in either width.
    Arabic,
    /// 三
    Chinese,
}

impl<'a> GradeSpelling<'a> {
    /// Reads the grade that UTF-8 text begins with; the error is the byte offset and the rule.
    #[inline]
    pub(crate) fn read(text: &'a [u8]) -> Result<Self, (usize, Rule)> {
        let (script, first, mut rest) = character(text).ok_or((0, Rule::GradeUnknown))?;
        let mut grade = Grade::from_number(first).ok_or((0, Rule::GradeRange))?;
        while let Some((next, value, after)) = character(rest)
            && next == script
        {
            match Grade::from_number(continued(script, grade.number(), value)) {
                Some(longer) => grade = longer,
                // What follows says better what the digits were to be.
                None if script == Script::Arabic => break,
                None => return Err((text.len() - rest.len(), Rule::GradeRange)),
            }
            rest = after;
        }
        let (suffixed, rest) = match rest {
            // 级
            [0xe7, 0xba, 0xa7, rest @ ..] => (true, rest),
            _ => (false, rest),
        };
        Ok(Self { grade, arabic: script == Script::Arabic, suffixed, rest })
    }
}

/// The character of a numeral that UTF-8 text begins with: its script, its value, and what follows it. One whose value is
/// that of no grade has the value 0.
#[inline]
fn character(text: &[u8]) -> Option<(Script, u8, &[u8])> {
    match text {
        // Ⅰ (U+2160) to Ⅻ, ⅰ (U+2170) to ⅻ: the low four bits count from Ⅰ.
        [0xe2, 0x85, numeral @ (0xa0..=0xab | 0xb0..=0xbb), rest @ ..] => {
            Some((Script::Unicode, (numeral & 0x0f) + 1, rest))
        }
        // Ⅼ to Ⅿ, ⅼ to ⅿ
        [0xe2, 0x85, 0xac..=0xaf | 0xbc..=0xbf, rest @ ..] => Some((Script::Unicode, 0, rest)),
        [letter @ (b'I' | b'V' | b'X' | b'i' | b'v' | b'x'), rest @ ..] => {
            Some((Script::Letters, letter_value(*letter), rest))
        }
        // Ｉ (U+FF29), Ｖ, Ｘ, and ｉ (U+FF49), ｖ, ｘ
        [0xef, 0xbc, letter @ (0xa9 | 0xb6 | 0xb8), rest @ ..] => {
            Some((Script::Letters, letter_value(letter - 0x60), rest))
        }
        [0xef, 0xbd, letter @ (0x89 | 0x96 | 0x98), rest @ ..] => {
            Some((Script::Letters, letter_value(letter - 0x20), rest))
        }
        _ => match digit(text) {
            Some((digit, rest)) => Some((Script::Arabic, digit, rest)),
            None => chinese(text).map(|(value, rest)| (Script::Chinese, value, rest)),
        },
    }
}

const fn letter_value(letter: u8) -> u8 {
    match letter {
        b'I' | b'i' => 1,
        b'V' | b'v' => 5,
        _ => 10,
    }
}

fn chinese(text: &[u8]) -> Option<(u8, &[u8])> {
    let (character, rest) = text.split_at_checked(3)?;
    let value = match character {
        [0xe4, 0xb8, 0x80] => 1,  // 一
        [0xe4, 0xba, 0x8c] => 2,  // 二
        [0xe4, 0xb8, 0x89] => 3,  // 三
        [0xe5, 0x9b, 0x9b] => 4,  // 四
        [0xe4, 0xba, 0x94] => 5,  // 五
        [0xe5, 0x85, 0xad] => 6,  // 六
        [0xe4, 0xb8, 0x83] => 7,  // 七
        [0xe5, 0x85, 0xab] => 8,  // 八
        [0xe4, 0xb9, 0x9d] => 9,  // 九
        [0xe5, 0x8d, 0x81] => 10, // 十
        _ => return None,
    };
    Some((value, rest))
}

/// The number of a numeral that one more character of its script follows; 0 where that is no numeral.
fn continued(script: Script, number: u8, next: u8) -> u8 {
    match (script, number, next) {
        // Ⅹ and a numeral: 13 has no character of its own.
        (Script::Unicode, 10, 1..=10) => 10 + next,
        // Every beginning of a numeral in letters is one: to the tens and ones, a letter adds what it stands for, less
        // what the I before it has been counted for and now takes away.
        (Script::Letters, _, _) => match (number % 10, next) {
            (0 | 1 | 2 | 5 | 6 | 7, 1) | (0, 5 | 10) => number + next,
            (1, 5 | 10) => number + next - 2,
            _ => 0,
        },
        (Script::Arabic, _, _) => number * 10 + next,
        (Script::Chinese, 10, 1..=9) => 10 + next,
        (Script::Chinese, 2, 10) => 20,
        _ => 0,
    }
}
