use core::fmt;

/// A rule that a text, a table or a value breaks, as errors name it: a code with a text in each language.
///
/// [`Display`](fmt::Display) gives the English text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u16)]
pub enum Rule {
    /// A land use is expected, the text is empty.
    LandUseExpected = 1,
    /// Not the name of a land use: commercial 商服, residential 住宅, industrial 工业 or public service 公共管理与公共服务.
    LandUseUnknown = 2,
    /// Not the name of an area: central urban area 中心城区 or township 建制镇.
    AreaUnknown = 3,
    /// Not the name of a service: road 通路, power 供电, telecom 通讯, water supply 供水, drainage 排水, gas 供气, heating 供热 or levelling 场地平整.
    ServiceUnknown = 4,
    /// Neither 五通一平, 六通一平, 七通一平 nor a list of services such as road+power or 通路、供电.
    DevelopmentLevelUnknown = 5,
    /// The service is named twice.
    ServiceTwice = 6,
    /// A name such as 三通一平 does not say which services it stands for.
    DevelopmentLevelName = 7,
    /// A date is the year in four digits, month and day, such as 2020-10-08, 2020/10/8, 2020.10.8 or 2020年10月8日.
    DateForm = 8,
    /// Dates run from the year 1 to the year 9999.
    DateYear = 9,
    /// Nothing may follow a date but the time 00:00:00.
    DateEnd = 10,
    /// A date has no time of day other than 00:00:00.
    DateTimeOfDay = 11,
    /// The calendar has no such day.
    NoSuchDay = 12,
    /// A grade is expected, the text is empty.
    GradeExpected = 13,
    /// A grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三.
    GradeUnknown = 14,
    /// Grades run from 1 to 20.
    GradeRange = 15,
    /// Nothing may follow a grade but 级 or 级地.
    GradeEnd = 16,
    /// 级 must follow 第 and a grade.
    GradeOrdinal = 17,
    /// A zone code is expected, the text is empty.
    ZoneExpected = 18,
    /// A grade in Arabic digits, from 1 to 20, must be followed by a hyphen.
    ZoneArabicGrade = 19,
    /// A zone number is expected after the grade.
    ZoneNumberExpected = 20,
    /// Zone numbers begin with 1.
    ZoneNumberZero = 21,
    /// A zone number is at most 65535.
    ZoneNumberRange = 22,
    /// Nothing may follow the zone number but 区片.
    ZoneEnd = 23,
    /// A decimal is expected, the text is empty.
    DecimalExpected = 24,
    /// A decimal is digits with at most one point between them, such as 0.9138.
    DecimalForm = 25,
    /// A decimal ends with a digit.
    DecimalEnd = 26,
    /// Thousands are not separated: 1000, not 1,000.
    DecimalThousands = 27,
    /// Too many digits: at most 28 places, and all digits together below 2^96.
    DecimalDigits = 28,
    /// A table has at least one row.
    TableEmpty = 29,
    /// A plot ratio is positive.
    TablePlotRatioPositive = 30,
    /// A coefficient is positive.
    TableCoefficientPositive = 31,
    /// Plot ratios ascend from row to row.
    TablePlotRatioAscending = 32,
    /// A series has at least one point.
    SeriesEmpty = 33,
    /// An index is positive.
    SeriesIndexPositive = 34,
    /// Dates ascend from row to row.
    SeriesAscending = 35,
    /// It must be a fraction of at most 1 and 6 places: 6.4 % is 0.064.
    RateRange = 36,
    /// It must be at most 100 years, of at most 4 places.
    TermRange = 37,
    /// It must have at most 4 places.
    RemainingTermPlaces = 38,
    /// It must be a fraction above -0.5 and at most 1, of at most 6 places.
    GrowthRange = 39,
    /// Growth is computed over at most 1200.
    MonthsRange = 40,
    /// Not the name of a land use of this edition.
    LandUseUnlisted = 41,
    /// Not the name of an area of this edition.
    AreaUnlisted = 42,
    /// It must be of a year from 1 to 9999.
    YearRange = 43,
    /// It must be a fraction of at most 1: 40 % is 0.4.
    PartRange = 44,
    /// A chain index has one row for each period, and leaves none out.
    ChainPeriod = 45,
    /// A link of a chain index is from 20 to 500: the period before is 100.
    ChainLink = 46,
    /// A name such as 六通一平 that one document means one set of services by and another another, outside an edition.
    DevelopmentLevelAmbiguous = 47,
    /// A name that an edition means two sets of services by.
    DevelopmentLevelSeveral = 48,
}

impl Rule {
    /// Every rule, in the order of the numbers, which begin with 1.
    pub const ALL: [Self; 48] = [
        Self::LandUseExpected,
        Self::LandUseUnknown,
        Self::AreaUnknown,
        Self::ServiceUnknown,
        Self::DevelopmentLevelUnknown,
        Self::ServiceTwice,
        Self::DevelopmentLevelName,
        Self::DateForm,
        Self::DateYear,
        Self::DateEnd,
        Self::DateTimeOfDay,
        Self::NoSuchDay,
        Self::GradeExpected,
        Self::GradeUnknown,
        Self::GradeRange,
        Self::GradeEnd,
        Self::GradeOrdinal,
        Self::ZoneExpected,
        Self::ZoneArabicGrade,
        Self::ZoneNumberExpected,
        Self::ZoneNumberZero,
        Self::ZoneNumberRange,
        Self::ZoneEnd,
        Self::DecimalExpected,
        Self::DecimalForm,
        Self::DecimalEnd,
        Self::DecimalThousands,
        Self::DecimalDigits,
        Self::TableEmpty,
        Self::TablePlotRatioPositive,
        Self::TableCoefficientPositive,
        Self::TablePlotRatioAscending,
        Self::SeriesEmpty,
        Self::SeriesIndexPositive,
        Self::SeriesAscending,
        Self::RateRange,
        Self::TermRange,
        Self::RemainingTermPlaces,
        Self::GrowthRange,
        Self::MonthsRange,
        Self::LandUseUnlisted,
        Self::AreaUnlisted,
        Self::YearRange,
        Self::PartRange,
        Self::ChainPeriod,
        Self::ChainLink,
        Self::DevelopmentLevelAmbiguous,
        Self::DevelopmentLevelSeveral,
    ];

    /// The rule of that number, as `rule as u16` gives it.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        let index = usize::from(number).checked_sub(1)?;
        Self::ALL.get(index).copied()
    }

    /// The rule in English, as it ends an error's message.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::LandUseExpected => "a land use is expected, the text is empty",
            Self::LandUseUnknown => {
                "not the name of a land use: commercial 商服, residential 住宅, industrial 工业 or public service 公共管理与公共服务"
            }
            Self::AreaUnknown => "not the name of an area: central urban area 中心城区 or township 建制镇",
            Self::ServiceUnknown => {
                "not the name of a service: road 通路, power 供电, telecom 通讯, water supply 供水, drainage 排水, gas 供气, heating 供热 or levelling 场地平整"
            }
            Self::DevelopmentLevelUnknown => {
                "neither 五通一平, 六通一平, 七通一平 nor a list of services such as road+power or 通路、供电"
            }
            Self::ServiceTwice => "the service is named twice",
            Self::DevelopmentLevelName => {
                "the name does not say which services it stands for: list them, such as 通路、供电、供水、场地平整"
            }
            Self::DateForm => {
                "a date is the year in four digits, month and day, such as 2020-10-08, 2020/10/8, 2020.10.8 or 2020年10月8日"
            }
            Self::DateYear => "dates run from the year 1 to the year 9999",
            Self::DateEnd => "nothing may follow a date but the time 00:00:00",
            Self::DateTimeOfDay => "a date has no time of day other than 00:00:00",
            Self::NoSuchDay => "the calendar has no such day",
            Self::GradeExpected => "a grade is expected, the text is empty",
            Self::GradeUnknown => "a grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三",
            Self::GradeRange => "grades run from 1 to 20",
            Self::GradeEnd => "nothing may follow a grade but 级 or 级地",
            Self::GradeOrdinal => "级 must follow 第 and a grade",
            Self::ZoneExpected => "a zone code is expected, the text is empty",
            Self::ZoneArabicGrade => "a grade in Arabic digits, from 1 to 20, must be followed by a hyphen",
            Self::ZoneNumberExpected => "a zone number is expected after the grade",
            Self::ZoneNumberZero => "zone numbers begin with 1",
            Self::ZoneNumberRange => "a zone number is at most 65535",
            Self::ZoneEnd => "nothing may follow the zone number but 区片",
            Self::DecimalExpected => "a decimal is expected, the text is empty",
            Self::DecimalForm => "a decimal is digits with at most one point between them, such as 0.9138",
            Self::DecimalEnd => "a decimal ends with a digit",
            Self::DecimalThousands => "thousands are not separated: 1000, not 1,000",
            Self::DecimalDigits => "too many digits: at most 28 places, and all digits together below 2^96",
            Self::TableEmpty => "a table has at least one row",
            Self::TablePlotRatioPositive => "a plot ratio is positive",
            Self::TableCoefficientPositive => "a coefficient is positive",
            Self::TablePlotRatioAscending => "plot ratios ascend from row to row",
            Self::SeriesEmpty => "a series has at least one point",
            Self::SeriesIndexPositive => "an index is positive",
            Self::SeriesAscending => "dates ascend from row to row",
            Self::RateRange => "and must be a fraction of at most 1 and 6 places: 6.4 % is 0.064",
            Self::TermRange => "and must be at most 100 years, of at most 4 places",
            Self::RemainingTermPlaces => "and must have at most 4 places",
            Self::GrowthRange => "and must be a fraction above -0.5 and at most 1, of at most 6 places",
            Self::MonthsRange => "and growth is computed over at most 1200",
            Self::LandUseUnlisted => "not the name of a land use of this edition",
            Self::AreaUnlisted => "not the name of an area of this edition",
            Self::YearRange => "and must be of a year from 1 to 9999",
            Self::PartRange => "and must be a fraction of at most 1: 40 % is 0.4",
            Self::ChainPeriod => "a chain index has one row for each period, and leaves none out",
            Self::ChainLink => {
                "a link of a chain index is from 20 to 500, the period before being 100: 102.3, not 2.3 % or 1.023"
            }
            Self::DevelopmentLevelAmbiguous => {
                "it stands for road+power+telecom+water supply+drainage+gas+levelling in some documents and for road+power+telecom+water supply+drainage+heating+levelling in others: list the services, or read it in an edition"
            }
            Self::DevelopmentLevelSeveral => {
                "it stands for more than one set of services in this edition: list the services"
            }
        }
    }

    /// The rule in Chinese.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::LandUseExpected => "应为土地用途，文本为空",
            Self::LandUseUnknown => "不是土地用途的名称：商服、住宅、工业或公共管理与公共服务",
            Self::AreaUnknown => "不是地域的名称：中心城区或建制镇",
            Self::ServiceUnknown => "不是基础设施的名称：通路、供电、通讯、供水、排水、供气、供热或场地平整",
            Self::DevelopmentLevelUnknown => "既不是五通一平、六通一平、七通一平，也不是通路、供电这样的列举",
            Self::ServiceTwice => "同一项基础设施列了两次",
            Self::DevelopmentLevelName => "这一名称没有说明包括哪些基础设施：请逐项列出，如通路、供电、供水、场地平整",
            Self::DateForm => "日期应为四位数的年和月、日，如2020-10-08、2020/10/8、2020.10.8或2020年10月8日",
            Self::DateYear => "日期的年份为1至9999",
            Self::DateEnd => "日期之后只可有时刻00:00:00",
            Self::DateTimeOfDay => "日期不可带00:00:00以外的时刻",
            Self::NoSuchDay => "日历上没有这一天",
            Self::GradeExpected => "应为级别，文本为空",
            Self::GradeUnknown => "应为级别：1至20，如Ⅲ、III、3或三",
            Self::GradeRange => "级别为1至20级",
            Self::GradeEnd => "级别之后只可有“级”或“级地”",
            Self::GradeOrdinal => "“第”字之后的级别应以“级”字结尾",
            Self::ZoneExpected => "应为区片编号，文本为空",
            Self::ZoneArabicGrade => "用阿拉伯数字写的级别应为1至20，后接连字符",
            Self::ZoneNumberExpected => "级别之后应为区片序号",
            Self::ZoneNumberZero => "区片序号从1开始",
            Self::ZoneNumberRange => "区片序号最大为65535",
            Self::ZoneEnd => "区片序号之后只可有“区片”二字",
            Self::DecimalExpected => "应为数字，文本为空",
            Self::DecimalForm => "数字由数字字符组成，中间至多一个小数点，如0.9138",
            Self::DecimalEnd => "数字应以数字字符结尾",
            Self::DecimalThousands => "数字不可用千位分隔符：写作1000，不写作1,000",
            Self::DecimalDigits => "位数过多：小数至多28位，全部数字合起来应小于2^96",
            Self::TableEmpty => "表至少有一行",
            Self::TablePlotRatioPositive => "容积率应大于0",
            Self::TableCoefficientPositive => "系数应大于0",
            Self::TablePlotRatioAscending => "容积率应逐行递增",
            Self::SeriesEmpty => "指数序列至少有一个时点",
            Self::SeriesIndexPositive => "指数应大于0",
            Self::SeriesAscending => "日期应逐行递增",
            Self::RateRange => "应为不大于1的小数，至多6位：6.4%即0.064",
            Self::TermRange => "应不超过100年，至多4位小数",
            Self::RemainingTermPlaces => "应至多4位小数",
            Self::GrowthRange => "应为大于-0.5且不大于1的小数，至多6位",
            Self::MonthsRange => "增长至多计算1200个月",
            Self::LandUseUnlisted => "不是本版地价的土地用途",
            Self::AreaUnlisted => "不是本版地价的地域",
            Self::YearRange => "年份应为1至9999",
            Self::PartRange => "应为不大于1的小数：40%即0.4",
            Self::ChainPeriod => "环比指数每期一行，不可缺期",
            Self::ChainLink => "环比指数以上期为100，应为20至500：写作102.3，不写作2.3%或1.023",
            Self::DevelopmentLevelAmbiguous => {
                "有的文件指通路、供电、通讯、供水、排水、供气、场地平整，有的文件指通路、供电、通讯、供水、排水、供热、场地平整：请逐项列出，或按某一版地价读取"
            }
            Self::DevelopmentLevelSeveral => "这一名称在本版地价中指不止一组基础设施：请逐项列出",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    /// A rule that is missing from `ALL` has no number that a program could ask for.
    #[test]
    fn every_rule_has_its_number() {
        let variants = include_str!("rule.rs").lines().filter(|line| {
            let variant = line.strip_suffix(',').and_then(|line| line.split_once(" = "));
            variant.is_some_and(|(_, number)| number.parse::<u16>().is_ok())
        });
        assert_eq!(variants.count(), Rule::ALL.len());
        for (rule, number) in Rule::ALL.into_iter().zip(1..) {
            assert_eq!((rule as u16, Rule::from_number(number)), (number, Some(rule)));
        }
        assert_eq!([0, Rule::ALL.len() as u16 + 1].map(Rule::from_number), [None; 2]);
    }
}
