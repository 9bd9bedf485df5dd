use crate::words::Language;
use crate::worksheet::Unit;

/// What the figure of a [`Step`](crate::worksheet::Step) is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum StepKind {
    /// P, the benchmark price.
    BasePrice = 1,
    /// m, the remaining term, where it comes from dates.
    RemainingTerm = 2,
    /// Ky, the term coefficient.
    TermCoefficient = 3,
    /// Kv, the plot-ratio coefficient.
    PlotRatioCoefficient = 4,
    /// t, the months from the base date to the valuation date.
    Months = 5,
    /// Kt, the date coefficient.
    DateCoefficient = 6,
    /// Kj, a further coefficient.
    Coefficient = 7,
    /// Ki, a factor correction.
    FactorCorrection = 8,
    /// ΣKi, the sum of the factor corrections.
    FactorSum = 9,
    /// Kf, the development adjustment.
    DevelopmentAdjustment = 10,
    /// V, the unit price.
    UnitPrice = 11,
    /// The price in 万元/亩.
    WanYuanPerMu = 12,
    /// The floor price.
    FloorPrice = 13,
    /// The total in 元.
    TotalYuan = 14,
    /// The total in 万元.
    TotalWanYuan = 15,
    /// The deviation from the benchmark price.
    Deviation = 16,
}

impl StepKind {
    /// The symbol in the formula; for an amount derived from the unit price, the computation.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::BasePrice => "P",
            Self::RemainingTerm => "m",
            Self::TermCoefficient => "Ky",
            Self::PlotRatioCoefficient => "Kv",
            Self::Months => "t",
            Self::DateCoefficient => "Kt",
            Self::Coefficient => "Kj",
            Self::FactorCorrection => "Ki",
            Self::FactorSum => "ΣKi",
            Self::DevelopmentAdjustment => "Kf",
            Self::UnitPrice => "V",
            Self::WanYuanPerMu => "V/15",
            Self::FloorPrice => "V/FAR",
            Self::TotalYuan | Self::TotalWanYuan => "V×S",
            Self::Deviation => "V/P-1",
        }
    }

    /// The symbol as a worksheet in that language has it.
    pub(crate) const fn symbol_in(self, language: Language) -> &'static str {
        match self {
            Self::FloorPrice => language.pick("V/容积率", "V/FAR"),
            _ => self.symbol(),
        }
    }

    /// Whether a worksheet shows the figure in per cent, as tables of factors do.
    pub(crate) const fn is_shown_in_percent(self) -> bool {
        matches!(self, Self::FactorCorrection | Self::FactorSum)
    }

    /// The English label.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::BasePrice => "benchmark price",
            Self::RemainingTerm => "remaining term",
            Self::TermCoefficient => "term coefficient",
            Self::PlotRatioCoefficient => "plot-ratio coefficient",
            Self::Months => "months since the base date",
            Self::DateCoefficient => "date coefficient",
            Self::Coefficient => "coefficient",
            Self::FactorCorrection => "factor correction",
            Self::FactorSum => "sum of factor corrections",
            Self::DevelopmentAdjustment => "development adjustment",
            Self::UnitPrice => "unit price",
            Self::WanYuanPerMu => "price per mu",
            Self::FloorPrice => "floor price",
            Self::TotalYuan | Self::TotalWanYuan => "total",
            Self::Deviation => "deviation",
        }
    }

    /// The Chinese label.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::BasePrice => "基准地价",
            Self::RemainingTerm => "剩余使用年期",
            Self::TermCoefficient => "年期修正系数",
            Self::PlotRatioCoefficient => "容积率修正系数",
            Self::Months => "距基准日月数",
            Self::DateCoefficient => "期日修正系数",
            Self::Coefficient => "修正系数",
            Self::FactorCorrection => "因素修正",
            Self::FactorSum => "因素修正之和",
            Self::DevelopmentAdjustment => "开发程度修正",
            Self::UnitPrice => "宗地单价",
            Self::WanYuanPerMu => "每亩地价",
            Self::FloorPrice => "楼面地价",
            Self::TotalYuan | Self::TotalWanYuan => "总价",
            Self::Deviation => "偏离基准地价",
        }
    }

    /// The unit of the figure.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::BasePrice | Self::DevelopmentAdjustment | Self::UnitPrice => Unit::YuanPerSquareMetre,
            Self::RemainingTerm => Unit::Years,
            Self::Months => Unit::Months,
            Self::TermCoefficient
            | Self::PlotRatioCoefficient
            | Self::DateCoefficient
            | Self::Coefficient
            | Self::FactorCorrection
            | Self::FactorSum => Unit::One,
            Self::WanYuanPerMu => Unit::WanYuanPerMu,
            Self::FloorPrice => Unit::YuanPerFloorArea,
            Self::TotalYuan => Unit::Yuan,
            Self::TotalWanYuan => Unit::WanYuan,
            Self::Deviation => Unit::Percent,
        }
    }
}
