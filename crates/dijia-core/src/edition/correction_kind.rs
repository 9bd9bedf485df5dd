use crate::edition::file::layout::correction;

/// What a table of corrections gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum CorrectionKind {
    /// The plot-ratio coefficient Kv, by plot ratio (容积率修正系数表).
    PlotRatio = correction::PLOT_RATIO,
    /// A factor correction Ki, by level (因素修正系数表).
    Factor = correction::FACTOR,
    /// A further coefficient Kj, by level: of area, shape, depth, storey …
    Coefficient = correction::COEFFICIENT,
    /// The term coefficient Ky, by remaining term (年期修正系数表).
    Term = correction::TERM,
    /// The price index, by date (地价指数).
    DateIndex = correction::INDEX,
    /// The growth of prices by the month (月增长率).
    MonthlyGrowth = correction::GROWTH,
    /// The unit costs of services, 元/㎡ of land (土地开发费).
    UnitCost = correction::UNIT_COST,
}

impl CorrectionKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::PlotRatio,
        Self::Factor,
        Self::Coefficient,
        Self::Term,
        Self::DateIndex,
        Self::MonthlyGrowth,
        Self::UnitCost,
    ];

    /// The kind of that number, by which the tables of an edition are sorted.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number.wrapping_sub(1))).copied()
    }

    /// The English name.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::PlotRatio => "plot ratio",
            Self::Factor => "factor",
            Self::Coefficient => "coefficient",
            Self::Term => "term",
            Self::DateIndex => "date index",
            Self::MonthlyGrowth => "monthly growth",
            Self::UnitCost => "unit cost",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::PlotRatio => "容积率",
            Self::Factor => "因素",
            Self::Coefficient => "系数",
            Self::Term => "年期",
            Self::DateIndex => "地价指数",
            Self::MonthlyGrowth => "月增长率",
            Self::UnitCost => "单位费用",
        }
    }
}

/// What a table gives between two of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum BetweenRows {
    /// Nothing: what is not in the table has no coefficient.
    Nothing = 0,
    /// The value interpolated linearly.
    Linear = 1,
    /// That of the row before.
    RowBefore = 2,
    /// Nothing is between them: each row is an interval, with one value from end to end, and begins where the one before it ends.
    Intervals = 3,
}

impl BetweenRows {
    /// What the flags of a table in an edition file say.
    pub(crate) const fn from_flags(flags: u8) -> Self {
        match flags >> correction::BETWEEN_SHIFT & 3 {
            0 => Self::Nothing,
            1 => Self::Linear,
            2 => Self::RowBefore,
            _ => Self::Intervals,
        }
    }
}
