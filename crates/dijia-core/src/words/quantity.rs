use core::fmt;

/// A quantity that goes into an appraisal or comes out of one; errors name it.
///
/// [`Display`](fmt::Display) gives the English name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum Quantity {
    /// The benchmark price that an appraisal starts from (基准地价), P.
    BasePrice = 1,
    /// The date that the benchmark price is the price of (基准日).
    BaseDate = 2,
    /// The capitalization rate of land (土地还原利率), r.
    CapitalizationRate = 3,
    /// The statutory term (法定最高出让年期), n.
    StatutoryTerm = 4,
    /// The remaining term (剩余使用年期), m.
    RemainingTerm = 5,
    /// The date that the parcel is appraised for (估价期日).
    ValuationDate = 6,
    /// The date on which the right to the parcel ends (终止日期).
    ExpiryDate = 7,
    /// The term coefficient (年期修正系数), Ky.
    TermCoefficient = 8,
    /// The plot ratio of the parcel (容积率).
    PlotRatio = 9,
    /// The plot-ratio coefficient (容积率修正系数), Kv.
    PlotRatioCoefficient = 10,
    /// A table of plot-ratio coefficients.
    PlotRatioTable = 11,
    /// The date coefficient (期日修正系数), Kt.
    DateCoefficient = 12,
    /// A dated series of price indices.
    DateIndex = 13,
    /// A rate of growth by the month, g.
    MonthlyGrowth = 14,
    /// The months between two dates.
    Months = 15,
    /// A further coefficient, Kj.
    Coefficient = 16,
    /// The factor corrections (因素修正), ΣKi.
    FactorCorrections = 17,
    /// The development adjustment (开发程度修正), Kf.
    DevelopmentAdjustment = 18,
    /// The development level that the benchmark price assumes (开发程度).
    BasisDevelopment = 19,
    /// The unit cost of a service.
    UnitCost = 20,
    /// The area of the parcel (面积).
    Area = 21,
    /// The share of a use in a mixed use.
    Share = 22,
    /// The unit price (单价), 元/㎡ of land.
    UnitPrice = 23,
    /// The price in 万元/亩.
    WanYuanPerMu = 24,
    /// The floor price (楼面地价), 元/㎡ of floor.
    FloorPrice = 25,
    /// The total price (总价).
    Total = 26,
    /// The deviation of the unit price from the benchmark price.
    Deviation = 27,
    /// An amount that is none of the others.
    Amount = 28,
    /// The development level of the site.
    SiteDevelopment = 29,
    /// What a benchmark price assumes.
    Basis = 30,
    /// A benchmark price of one's own.
    OwnPrice = 31,
    /// The ends of a plot-ratio table that are open.
    OpenEnds = 32,
    /// What a date index is between two dates.
    BetweenPoints = 33,
    /// Where a benchmark price of one's own is from.
    Origin = 34,
    /// The corrections that a document publishes (修正体系).
    PublishedCorrections = 35,
    /// The level that a factor has at the parcel (优劣程度).
    Level = 36,
    /// A term without end (无限年期).
    PerpetualTerm = 37,
    /// Permission for a remaining term that is longer than the statutory one.
    LongerTerm = 38,
    /// What a coefficient is divided by where it is a ratio.
    Ratio = 39,
    /// The price under the conditions before a change (原条件地价), V0.
    OriginalPrice = 40,
    /// What a price is above the original one (地价差额), V − V0.
    PriceDifference = 41,
    /// The part of a price that is paid (缴纳比例), k.
    PaymentRatio = 42,
    /// The price below which a payment is not to be (最低价).
    MinimumPrice = 43,
    /// The part of the minimum price that a payment is not to be below.
    MinimumRatio = 44,
    /// What is paid for a square metre (应缴单价).
    UnitPayment = 45,
    /// The period before which is 100 in a chain index.
    IndexPeriod = 46,
}

impl Quantity {
    /// Every quantity, in the order of the numbers, which begin with 1.
    pub const ALL: [Self; 46] = [
        Self::BasePrice,
        Self::BaseDate,
        Self::CapitalizationRate,
        Self::StatutoryTerm,
        Self::RemainingTerm,
        Self::ValuationDate,
        Self::ExpiryDate,
        Self::TermCoefficient,
        Self::PlotRatio,
        Self::PlotRatioCoefficient,
        Self::PlotRatioTable,
        Self::DateCoefficient,
        Self::DateIndex,
        Self::MonthlyGrowth,
        Self::Months,
        Self::Coefficient,
        Self::FactorCorrections,
        Self::DevelopmentAdjustment,
        Self::BasisDevelopment,
        Self::UnitCost,
        Self::Area,
        Self::Share,
        Self::UnitPrice,
        Self::WanYuanPerMu,
        Self::FloorPrice,
        Self::Total,
        Self::Deviation,
        Self::Amount,
        Self::SiteDevelopment,
        Self::Basis,
        Self::OwnPrice,
        Self::OpenEnds,
        Self::BetweenPoints,
        Self::Origin,
        Self::PublishedCorrections,
        Self::Level,
        Self::PerpetualTerm,
        Self::LongerTerm,
        Self::Ratio,
        Self::OriginalPrice,
        Self::PriceDifference,
        Self::PaymentRatio,
        Self::MinimumPrice,
        Self::MinimumRatio,
        Self::UnitPayment,
        Self::IndexPeriod,
    ];

    /// The English name.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::BasePrice => "benchmark price",
            Self::BaseDate => "base date",
            Self::CapitalizationRate => "capitalization rate",
            Self::StatutoryTerm => "statutory term",
            Self::RemainingTerm => "remaining term",
            Self::ValuationDate => "valuation date",
            Self::ExpiryDate => "expiry date",
            Self::TermCoefficient => "term coefficient",
            Self::PlotRatio => "plot ratio",
            Self::PlotRatioCoefficient => "plot-ratio coefficient",
            Self::PlotRatioTable => "plot-ratio table",
            Self::DateCoefficient => "date coefficient",
            Self::DateIndex => "date index",
            Self::MonthlyGrowth => "monthly growth",
            Self::Months => "months",
            Self::Coefficient => "coefficient",
            Self::FactorCorrections => "factor corrections",
            Self::DevelopmentAdjustment => "development adjustment",
            Self::BasisDevelopment => "development level of the basis",
            Self::UnitCost => "unit cost",
            Self::Area => "area",
            Self::Share => "share",
            Self::UnitPrice => "unit price",
            Self::WanYuanPerMu => "price per mu",
            Self::FloorPrice => "floor price",
            Self::Total => "total",
            Self::Deviation => "deviation",
            Self::Amount => "amount",
            Self::SiteDevelopment => "development level of the site",
            Self::Basis => "basis",
            Self::OwnPrice => "price of one's own",
            Self::OpenEnds => "open end of a table",
            Self::BetweenPoints => "interpolation between dates",
            Self::Origin => "origin of the price",
            Self::PublishedCorrections => "published corrections",
            Self::Level => "levels of factors",
            Self::PerpetualTerm => "perpetual term",
            Self::LongerTerm => "permission for a longer term",
            Self::Ratio => "divisor of a ratio",
            Self::OriginalPrice => "original price",
            Self::PriceDifference => "price difference",
            Self::PaymentRatio => "payment ratio",
            Self::MinimumPrice => "minimum price",
            Self::MinimumRatio => "ratio of the minimum price",
            Self::UnitPayment => "payment per square metre",
            Self::IndexPeriod => "period of a chain index",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::BasePrice => "基准地价",
            Self::BaseDate => "基准日",
            Self::CapitalizationRate => "土地还原利率",
            Self::StatutoryTerm => "法定最高出让年期",
            Self::RemainingTerm => "剩余使用年期",
            Self::ValuationDate => "估价期日",
            Self::ExpiryDate => "终止日期",
            Self::TermCoefficient => "年期修正系数",
            Self::PlotRatio => "容积率",
            Self::PlotRatioCoefficient => "容积率修正系数",
            Self::PlotRatioTable => "容积率修正系数表",
            Self::DateCoefficient => "期日修正系数",
            Self::DateIndex => "地价指数",
            Self::MonthlyGrowth => "月增长率",
            Self::Months => "月数",
            Self::Coefficient => "修正系数",
            Self::FactorCorrections => "因素修正",
            Self::DevelopmentAdjustment => "开发程度修正",
            Self::BasisDevelopment => "基准地价开发程度",
            Self::UnitCost => "单位费用",
            Self::Area => "面积",
            Self::Share => "比例",
            Self::UnitPrice => "宗地单价",
            Self::WanYuanPerMu => "每亩地价",
            Self::FloorPrice => "楼面地价",
            Self::Total => "总价",
            Self::Deviation => "偏离基准地价",
            Self::Amount => "金额",
            Self::SiteDevelopment => "宗地开发程度",
            Self::Basis => "基准地价内涵",
            Self::OwnPrice => "自定的基准地价",
            Self::OpenEnds => "修正系数表的开放端",
            Self::BetweenPoints => "指数的内插方式",
            Self::Origin => "地价出处",
            Self::PublishedCorrections => "公布的修正体系",
            Self::Level => "因素优劣程度",
            Self::PerpetualTerm => "无限年期",
            Self::LongerTerm => "年期超限许可",
            Self::Ratio => "比值的除数",
            Self::OriginalPrice => "原条件地价",
            Self::PriceDifference => "地价差额",
            Self::PaymentRatio => "缴纳比例",
            Self::MinimumPrice => "最低价",
            Self::MinimumRatio => "最低价比例",
            Self::UnitPayment => "应缴单价",
            Self::IndexPeriod => "环比周期",
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

#[cfg(test)]
mod tests {
    use super::Quantity;

    /// A quantity that is missing from `ALL` has no name in other languages.
    #[test]
    fn every_quantity_has_its_number() {
        let variants = include_str!("quantity.rs").lines().filter(|line| {
            let variant = line.strip_suffix(',').and_then(|line| line.split_once(" = "));
            variant.is_some_and(|(_, number)| number.parse::<u16>().is_ok())
        });
        assert_eq!(variants.count(), Quantity::ALL.len());
        for (quantity, number) in Quantity::ALL.into_iter().zip(1..) {
            assert_eq!(quantity as u16, number);
        }
    }
}
