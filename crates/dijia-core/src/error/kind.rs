use core::fmt;

/// One enumeration of the kinds: of each its name, what it says in English and what in Chinese.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $english:literal, $chinese:literal;)*) => {
        /// The kind of an [`Error`](crate::Error), without the values of the case at hand.
        ///
        /// [`Display`](fmt::Display) gives the English text.
        ///
        /// ```
        /// use dijia_core::{ErrorKind, ZoneCode};
        ///
        /// let error = dijia_core::Error::from("Ⅲ".parse::<ZoneCode>().unwrap_err());
        /// assert_eq!(error.kind(), ErrorKind::InvalidZoneCode);
        /// assert_eq!(error.kind().name(), "InvalidZoneCode");
        /// assert_eq!(error.kind().chinese(), "区片编号无效");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[$doc])* $kind,)*
        }

        impl ErrorKind {
            /// Every kind.
            pub const ALL: [Self; [$(Self::$kind),*].len()] = [$(Self::$kind),*];

            /// The name, the same in every language: that of the variant, such as `NoSuchZone`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => stringify!($kind),)*
                }
            }

            /// What errors of the kind say, in English.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self {
                    $(Self::$kind => $english,)*
                }
            }

            /// What errors of the kind say, in Chinese.
            #[must_use]
            pub const fn chinese(self) -> &'static str {
                match self {
                    $(Self::$kind => $chinese,)*
                }
            }
        }
    };
}

kinds! {
    /// A text is not the name of a land use.
    InvalidLandUse = "the text is not the name of a land use", "土地用途名称无效";
    /// A text is not a grade, or a number is none from 1 to 20.
    InvalidGrade = "the text is not a grade", "级别无效";
    /// A text is not a zone code.
    InvalidZoneCode = "the text is not a zone code", "区片编号无效";
    /// A text is not the name of an area.
    InvalidArea = "the text is not the name of an area", "区域名称无效";
    /// A text is not the name of a service.
    InvalidService = "the text is not the name of a service", "基础设施名称无效";
    /// A text is not a development level.
    InvalidDevelopmentLevel = "the text is not a development level", "开发程度无效";
    /// A text is not a decimal, or one of too many digits.
    InvalidDecimal = "the text is not a decimal", "十进制数文本无效";
    /// A text is not a date.
    InvalidDate = "the text is not a date", "日期文本无效";
    /// The document publishes no price of that grade.
    NoSuchGrade = "no price of that grade is published", "没有公布该级别的地价";
    /// The document publishes no price of that zone.
    NoSuchZone = "no price of that zone is published", "没有公布该区片的地价";
    /// The prices are published, but in an annex whose figures the edition does not hold.
    FiguresNotInHand = "the prices are published in an annex that the edition does not hold", "地价载于本版本未收录的附件";
    /// The document states no basis for that area and land use.
    NoBasis = "no basis is stated for that area and land use", "没有该区域和用途的基准地价内涵";
    /// A quantity that must be positive is not.
    NotPositive = "a quantity is not positive", "数值必须大于零";
    /// A quantity is outside the range in which the method has a meaning.
    OutOfRange = "a quantity is outside its range", "数值超出允许范围";
    /// A named coefficient is not positive.
    CoefficientNotPositive = "a coefficient is not positive", "修正系数必须大于零";
    /// The remaining term is longer than the statutory term.
    TermExceedsStatutory = "the remaining term is longer than the statutory term", "剩余使用年期超过法定最高出让年期";
    /// The right to the parcel ends on or before the valuation date.
    ExpiryNotAfterValuation = "the expiry date is not after the valuation date", "终止日期不晚于估价期日";
    /// A plot-ratio table or a date index is empty, not ascending or not positive.
    InvalidTable = "a table is empty, not ascending or not positive", "系数表为空、未按升序排列或含有非正数";
    /// The plot ratio is outside the table, and that end of the table is not open.
    PlotRatioOutsideTable = "the plot ratio is outside the table", "容积率超出修正系数表范围";
    /// A date is outside the series of indices.
    DateOutsideIndex = "a date is outside the date index", "日期超出地价指数范围";
    /// 1 + ΣKi is not positive.
    FactorSumTooLow = "1 + the sum of the factor corrections is not positive", "1 与因素修正之和必须大于零";
    /// A service that the site and the basis do not share has no unit cost.
    MissingUnitCost = "a service that differs has no unit cost", "缺少基础设施的单位费用";
    /// A unit cost is negative.
    NegativeUnitCost = "a unit cost is negative", "单位费用为负";
    /// A service has two unit costs.
    DuplicateUnitCost = "a service has two unit costs", "同一基础设施有两个单位费用";
    /// Something that another input needs was not given.
    Missing = "something that another input needs is not given", "缺少必需的输入";
    /// Two inputs say the same thing, so that one of them would have to be ignored.
    Conflict = "two inputs exclude each other", "两个输入互相排斥";
    /// More coefficients, corrections or uses than an appraisal takes.
    TooMany = "more values are given than an appraisal takes", "数值个数过多";
    /// The unit price would be zero or less.
    ResultNotPositive = "the unit price would not be positive", "宗地单价必须大于零";
    /// The shares of a mixed use do not sum to exactly 1.
    SharesNotOne = "the shares do not sum to exactly 1", "各用途比例之和不等于 1";
    /// A rounding policy asks for more than 12 places, or a rounding for more than 28.
    TooManyPlaces = "a rounding asks for too many places", "小数位数过多";
    /// A figure has more digits than a decimal holds.
    TooManyDigits = "a figure has more digits than a decimal holds", "数字位数超出十进制数范围";
    /// A figure is so near to half-way between two neighbours that it cannot be rounded. No input of ordinary length is
    /// known to be.
    Undecided = "a figure is too near to half-way between two neighbours to be rounded", "数值过于接近舍入中点，无法取位";
    /// Nothing is computed from an input without another, which is not given: it would have to be ignored.
    TakesNoPart = "an input takes no part, for want of another", "输入不起作用，缺少与之配合的输入";
    /// Two coefficients, or two factor corrections, have the same name.
    NamedTwice = "a name is given twice", "名称重复";
    /// A factor correction is not between -1 and 1; a per cent sign may be missing.
    FactorOutOfRange = "a factor correction is not between -1 and 1", "因素修正必须大于 -1 且小于 1";
    /// The edition has no such land use.
    NoSuchUse = "the edition has no such land use", "该版本没有此土地用途";
    /// The edition has several land uses of that class, and which is meant is not guessed.
    SeveralUses = "the edition has several land uses of that class", "该版本有多种属于此类的土地用途";
    /// The edition has no such area.
    NoSuchArea = "the edition has no such area", "该版本没有此区域";
    /// Something is needed that the document does not state.
    NotStated = "something that is needed is not stated by the document", "文件没有载明所需的内容";
    /// A set of editions has none of that city.
    NoSuchCity = "the set has no edition of that city", "所给各版中没有该城市的基准地价";
    /// No edition of the city is in force on that date.
    NoneInForce = "no edition of the city is in force on that date", "该日没有施行中的版本";
    /// Several editions of the city claim to be in force on that date.
    SeveralInForce = "several editions of the city claim to be in force on that date", "该日有多个版本均称施行";
    /// A code of a land-use scheme is given without the scheme.
    BareCode = "a code of a land-use scheme is given without the scheme", "用地分类代码未注明分类标准";
    /// No land-use scheme of that name is known.
    NoSuchScheme = "no land-use scheme of that name is known", "没有这一用地分类标准";
    /// A land-use scheme has no such code.
    NoSuchCode = "the land-use scheme has no such code", "用地分类标准中没有此代码";
    /// Nothing says which land use of the edition land of that code is priced as.
    CodeNotPriced = "nothing says what land of that code is priced as", "此代码的土地按何种用途计价未载明";
    /// The edition prints no factor and no coefficient of that name for the land use and the grade.
    NoSuchFactor = "the edition has no factor and no coefficient of that name", "修正体系中没有此因素或系数";
    /// The factor or coefficient has no such level.
    NoSuchLevel = "the factor or coefficient has no such level", "此因素或系数没有此优劣程度";
    /// A value is in no row of a printed table, nor is it said what holds between the rows.
    NotTabulated = "a value is in no row of a printed table", "修正系数表未列此数值";
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}
