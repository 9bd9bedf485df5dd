/// What a text was to be a spelling of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum Spelling {
    /// A [`LandUse`](crate::LandUse).
    LandUse,
    /// A [`Grade`](crate::Grade).
    Grade,
    /// A [`ZoneCode`](crate::ZoneCode).
    ZoneCode,
    /// An [`Area`](crate::Area).
    Area,
    /// A [`Service`](crate::Service).
    Service,
    /// A [`DevelopmentLevel`](crate::DevelopmentLevel).
    DevelopmentLevel,
    /// A decimal.
    Decimal,
    /// A date.
    Date,
}

impl Spelling {
    /// The English name, such as `zone code`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::LandUse => "land use",
            Self::Grade => "grade",
            Self::ZoneCode => "zone code",
            Self::Area => "area",
            Self::Service => "service",
            Self::DevelopmentLevel => "development level",
            Self::Decimal => "decimal",
            Self::Date => "date",
        }
    }

    /// The Chinese name, such as `区片编号`.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::LandUse => "土地用途",
            Self::Grade => "级别",
            Self::ZoneCode => "区片编号",
            Self::Area => "地域",
            Self::Service => "基础设施",
            Self::DevelopmentLevel => "开发程度",
            Self::Decimal => "数字",
            Self::Date => "日期",
        }
    }
}
