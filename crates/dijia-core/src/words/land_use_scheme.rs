use core::fmt;

use crate::words::Normal;

/// A scheme that classifies land by its use and gives each class a code (土地分类标准). The same digits mean other things in other
/// schemes, so that a code is read with its scheme alone.
///
/// ```
/// use dijia_core::LandUseScheme;
///
/// assert_eq!(LandUseScheme::GbT21010Of2017.name_of("05"), Some("商服用地"));
/// assert_eq!(LandUseScheme::LandAndSeaOf2023.name_of("05"), Some("湿地"));
/// assert_eq!(LandUseScheme::find("gb/t21010－2017"), Some(LandUseScheme::GbT21010Of2017));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum LandUseScheme {
    /// 土地利用现状分类, GB/T 21010-2017: construction land.
    GbT21010Of2017 = 0,
    /// 土地利用现状分类, GB/T 21010-2007, found in older cadastral layers: construction land.
    GbT21010Of2007 = 1,
    /// 国土空间调查、规划、用途管制用地用海分类指南 (自然资发〔2023〕234号): what is built on, and the classes it is confused with.
    LandAndSeaOf2023 = 2,
}

mod codes {
    include!(concat!(env!("OUT_DIR"), "/land_use_codes.rs"));
}

impl LandUseScheme {
    /// Every scheme that is known.
    pub const ALL: [Self; 3] = [Self::GbT21010Of2017, Self::GbT21010Of2007, Self::LandAndSeaOf2023];

    /// Its name: `GB/T 21010-2017`, `GB/T 21010-2007`, `用地用海 2023`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GbT21010Of2017 => "GB/T 21010-2017",
            Self::GbT21010Of2007 => "GB/T 21010-2007",
            Self::LandAndSeaOf2023 => "用地用海 2023",
        }
    }

    /// The scheme of that name, whatever the width, the case, the spaces and the hyphens: `GB/T 21010-2017`, `GBT21010-2017`;
    /// `用地用海2023`, `用地用海分类指南`, `自然资发〔2023〕234号`. None for another, and for one without its year.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        match Normal::of(name)?.as_str() {
            "gb/t21010-2017" | "gbt21010-2017" => Some(Self::GbT21010Of2017),
            "gb/t21010-2007" | "gbt21010-2007" => Some(Self::GbT21010Of2007),
            "用地用海2023" | "用地用海分类2023" | "用地用海分类指南" | "自然资发〔2023〕234号" => {
                Some(Self::LandAndSeaOf2023)
            }
            _ => None,
        }
    }

    /// What the scheme calls the land of that code; none where it has no such code, or where it is none of what is built on.
    #[must_use]
    pub fn name_of(self, code: &str) -> Option<&'static str> {
        let codes = self.codes();
        let found = codes.binary_search_by(|(of, _)| (*of).cmp(code)).ok()?;
        codes.get(found).map(|(_, name)| *name)
    }

    /// The codes that have that name, with or without 用地.
    pub(crate) fn named(self, name: &str) -> Option<(&'static str, &'static str)> {
        let bare = |name: &str| name.strip_suffix("用地").map_or(name.len(), str::len);
        let is_named = |of: &str| of == name || (of.get(..bare(of)) == Some(name) && bare(of) < of.len());
        self.codes().iter().find(|(_, of)| is_named(of)).copied()
    }

    /// Each code and what it is called, in the order of the codes. A list and not a perfect-hash map: which of several maps is
    /// asked is not known when this is compiled, and then the linker does not see that looking up cannot panic.
    const fn codes(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::GbT21010Of2017 => codes::GB_T_21010_2017,
            Self::GbT21010Of2007 => codes::GB_T_21010_2007,
            Self::LandAndSeaOf2023 => codes::LAND_AND_SEA_2023,
        }
    }
}

impl fmt::Display for LandUseScheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
