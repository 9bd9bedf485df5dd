/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Unit {
    /// A pure number.
    One = 0,
    /// 元/㎡ of land.
    YuanPerSquareMetre = 1,
    /// 元/㎡ of floor.
    YuanPerFloorArea = 2,
    /// 万元/亩.
    WanYuanPerMu = 3,
    /// 元.
    Yuan = 4,
    /// 万元.
    WanYuan = 5,
    /// Years.
    Years = 6,
    /// Months.
    Months = 7,
    /// Per cent.
    Percent = 8,
}

impl Unit {
    /// The unit in English; empty for a pure number.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::One => "",
            Self::YuanPerSquareMetre => "yuan/m²",
            Self::YuanPerFloorArea => "yuan/m² of floor",
            Self::WanYuanPerMu => "10,000 yuan/mu",
            Self::Yuan => "yuan",
            Self::WanYuan => "10,000 yuan",
            Self::Years => "years",
            Self::Months => "months",
            Self::Percent => "%",
        }
    }

    /// The unit in Chinese; empty for a pure number.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::One => "",
            Self::YuanPerSquareMetre => "元/㎡",
            Self::YuanPerFloorArea => "元/㎡建筑面积",
            Self::WanYuanPerMu => "万元/亩",
            Self::Yuan => "元",
            Self::WanYuan => "万元",
            Self::Years => "年",
            Self::Months => "月",
            Self::Percent => "%",
        }
    }
}
