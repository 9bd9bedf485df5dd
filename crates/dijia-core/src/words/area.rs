use core::fmt;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::text::{is_word, trim};
use crate::words::{Rule, Spelling};

/// The part of a city that a set of benchmark prices and its basis hold for.
///
/// ```
/// use dijia_core::Area;
///
/// assert_eq!("中心城区".parse(), Ok(Area::CentralUrban));
/// assert_eq!("township".parse(), Ok(Area::Township));
/// assert_eq!(Area::CentralUrban.to_string(), "central urban area");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Area {
    /// 中心城区, the central urban area.
    CentralUrban = 0,
    /// 建制镇（街道）驻地, the seats of the townships that a notice names.
    Township = 1,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 2] = [Self::CentralUrban, Self::Township];

    /// The English name: `central urban area`, `township`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::CentralUrban => "central urban area",
            Self::Township => "township",
        }
    }

    /// The Chinese name: `中心城区`, `建制镇`.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::CentralUrban => "中心城区",
            Self::Township => "建制镇",
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

impl FromStr for Area {
    type Err = Misspelling;

    /// # Errors
    ///
    /// [`Misspelling`] for a text that names no area.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        const CENTRAL_URBAN: [&str; 4] = ["central urban area", "central urban", "central_urban", "central-urban"];
        const TOWNSHIP: [&str; 2] = ["township", "townships"];

        let name = trim(text);
        let is = |known: &&str| is_word(name, known);
        if name == "中心城区" || CENTRAL_URBAN.iter().any(is) {
            Ok(Self::CentralUrban)
        } else if name == "建制镇" || TOWNSHIP.iter().any(is) {
            Ok(Self::Township)
        } else {
            let reason = Rule::AreaUnknown;
            Err(Misspelling::new(Spelling::Area, text, name, 0, reason))
        }
    }
}
