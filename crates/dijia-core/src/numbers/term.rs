use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::numbers::{DecimalText, parse_decimal};
use crate::words::Misspelling;
use crate::words::text::{is_word, trim};

/// For how long a right lasts (使用年期): so many years, or without end (无限年期).
///
/// ```
/// use dijia_core::{Term, parse_decimal};
///
/// assert_eq!("33.57".parse(), Ok(Term::Years(parse_decimal("33.57")?)));
/// assert_eq!("无限年期".parse(), Ok(Term::Perpetual));
/// assert_eq!(Term::Perpetual.to_string(), "perpetual");
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// Years, at most 4 places.
    Years(Decimal),
    /// 无限年期: without end.
    Perpetual,
}

impl Term {
    /// The years; none of a term without end.
    #[must_use]
    pub const fn years(self) -> Option<Decimal> {
        match self {
            Self::Years(years) => Some(years),
            Self::Perpetual => None,
        }
    }
}

impl From<Decimal> for Term {
    fn from(years: Decimal) -> Self {
        Self::Years(years)
    }
}

impl FromStr for Term {
    type Err = Misspelling;

    /// Reads a number of years as [`parse_decimal`] does, `perpetual`, 无限年期 or 无限期.
    ///
    /// # Errors
    ///
    /// [`Misspelling`], as `parse_decimal`.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        let name = trim(text);
        if name == "无限年期" || name == "无限期" || is_word(name, "perpetual") {
            return Ok(Self::Perpetual);
        }
        parse_decimal(text).map(Self::Years)
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Years(years) => fmt::Display::fmt(&DecimalText(years), f),
            Self::Perpetual => f.write_str("perpetual"),
        }
    }
}

impl fmt::Debug for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
