use core::fmt;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::text::{folded, trim};
use crate::words::{Rule, Spelling};

/// A use of land that benchmark prices are published for (土地用途).
///
/// Parsing reads the names that attribute tables carry, with or without the suffix 用地, English ones in letters of any case
/// and width;
/// [`Display`](fmt::Display) gives the English name.
///
/// ```
/// use dijia_core::LandUse;
///
/// assert_eq!("商服用地".parse(), Ok(LandUse::Commercial));
/// assert_eq!("居住".parse(), Ok(LandUse::Residential));
/// assert_eq!("Industrial".parse(), Ok(LandUse::Industrial));
/// assert_eq!(LandUse::PublicService.to_string(), "public service");
/// // A mixed use is two uses: which one is meant is not guessed.
/// assert!("商住".parse::<LandUse>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum LandUse {
    /// 商服用地
    Commercial = 0,
    /// 住宅用地
    Residential = 1,
    /// 工业用地
    Industrial = 2,
    /// 公共管理与公共服务用地
    PublicService = 3,
}

#[allow(clippy::unreadable_literal, reason = "generated")]
mod names {
    use super::LandUse;

    include!(concat!(env!("OUT_DIR"), "/land_use_names.rs"));
}
use names::LAND_USE_NAMES;

impl LandUse {
    /// Every land use, in the order in which notices list them.
    pub const ALL: [Self; 4] = [Self::Commercial, Self::Residential, Self::Industrial, Self::PublicService];

    /// The English name: `commercial`, `residential`, `industrial`, `public service`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Residential => "residential",
            Self::Industrial => "industrial",
            Self::PublicService => "public service",
        }
    }

    /// The name as notices print it, without 用地: `商服`, `住宅`, `工业`, `公共管理与公共服务`.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Commercial => "商服",
            Self::Residential => "住宅",
            Self::Industrial => "工业",
            Self::PublicService => "公共管理与公共服务",
        }
    }
}

impl FromStr for LandUse {
    type Err = Misspelling;

    /// # Errors
    ///
    /// [`Misspelling`] for a name that is not a known name of exactly one land use.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        /// Longer than every known name; a longer text is none of them.
        const LONGEST: usize = 64;

        let trimmed = trim(text);
        let invalid = |reason| Err(Misspelling::new(Spelling::LandUse, text, trimmed, 0, reason));
        if trimmed.is_empty() {
            return invalid(Rule::LandUseExpected);
        }
        let name = match trimmed.strip_suffix("用地") {
            Some(name) if !name.is_ascii() => name,
            _ => trimmed,
        };
        if let Some(&land_use) = LAND_USE_NAMES.get(name) {
            return Ok(land_use);
        }
        let mut letters = [0; LONGEST];
        match in_letters(trimmed, &mut letters).and_then(|name| LAND_USE_NAMES.get(name)) {
            Some(&land_use) => Ok(land_use),
            None => invalid(Rule::LandUseUnknown),
        }
    }
}

/// The text in small letters of half width; none where it has others than those of the alphabet, or too many.
fn in_letters<'a>(text: &str, letters: &'a mut [u8]) -> Option<&'a str> {
    let mut length = 0;
    for c in text.chars().map(folded) {
        *letters.get_mut(length)? = u8::try_from(c).ok().filter(u8::is_ascii)?;
        length += 1;
    }
    core::str::from_utf8(letters.get(..length)?).ok()
}

impl fmt::Display for LandUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}
