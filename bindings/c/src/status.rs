//! What a call came to.

use dijia::ErrorKind;

/// What a call came to: `DIJIA_OK`, or why there is no result. A code keeps its number and its meaning for ever; new ones
/// are added before `DIJIA_STATUS_END`.
pub type dijia_status = i32;

/// The call succeeded.
pub const DIJIA_OK: dijia_status = 0;
/// A pointer is NULL that must point to something.
pub const DIJIA_NULL_POINTER: dijia_status = 1;
/// The `size` of a struct is not its own size, or a field that this version of the library does not know is not zero.
pub const DIJIA_INVALID_SIZE: dijia_status = 2;
/// A text is not UTF-8.
pub const DIJIA_INVALID_UTF8: dijia_status = 3;
/// A length or a count is greater than memory can hold.
pub const DIJIA_TOO_LONG: dijia_status = 4;
/// The buffer is too small; the length that is needed has been written.
pub const DIJIA_BUFFER_TOO_SMALL: dijia_status = 5;
/// An index is not below the count.
pub const DIJIA_INDEX_OUT_OF_RANGE: dijia_status = 6;
/// A number is none of the values of its enumeration.
pub const DIJIA_INVALID_ENUMERATOR: dijia_status = 7;
/// A pointer is not one that this library returned for an edition, or the edition has been closed, moved or copied.
pub const DIJIA_UNKNOWN_EDITION: dijia_status = 8;
/// A `dijia_decimal` has a scale above 28, or a sign that is neither 0 nor 0x80.
pub const DIJIA_MALFORMED_DECIMAL: dijia_status = 9;
/// A `dijia_date` is no day of the calendar from year 0 to 9999.
pub const DIJIA_MALFORMED_DATE: dijia_status = 10;
/// A floating-point number is infinite or not a number.
pub const DIJIA_NOT_FINITE: dijia_status = 11;
/// A decimal is not a whole number, or not one of 64 bits.
pub const DIJIA_NOT_INTEGER: dijia_status = 12;
/// A table of the caller's has more rows than the library takes.
pub const DIJIA_TOO_MANY_ROWS: dijia_status = 13;
/// Some rows of a batch have no result; each row has a status of its own.
pub const DIJIA_SOME_FAILED: dijia_status = 14;
/// A text is not the name of a land use.
pub const DIJIA_INVALID_LAND_USE: dijia_status = 15;
/// A text is not a grade, or a number is none from 1 to 20.
pub const DIJIA_INVALID_GRADE: dijia_status = 16;
/// A text is not a zone code, or a `dijia_zone_code` is none.
pub const DIJIA_INVALID_ZONE_CODE: dijia_status = 17;
/// A text is not the name of an area.
pub const DIJIA_INVALID_AREA: dijia_status = 18;
/// A text is not the name of a service.
pub const DIJIA_INVALID_SERVICE: dijia_status = 19;
/// A text is not a development level.
pub const DIJIA_INVALID_DEVELOPMENT_LEVEL: dijia_status = 20;
/// A text is not a decimal, or one of too many digits.
pub const DIJIA_INVALID_DECIMAL: dijia_status = 21;
/// A text is not a date.
pub const DIJIA_INVALID_DATE: dijia_status = 22;
/// The document publishes no price of that grade.
pub const DIJIA_NO_SUCH_GRADE: dijia_status = 23;
/// The document publishes no price of that zone.
pub const DIJIA_NO_SUCH_ZONE: dijia_status = 24;
/// The prices are published, but in an annex whose figures the edition does not hold.
pub const DIJIA_FIGURES_NOT_IN_HAND: dijia_status = 25;
/// The document states no basis for that area and land use.
pub const DIJIA_NO_BASIS: dijia_status = 26;
/// A quantity that must be positive is not.
pub const DIJIA_NOT_POSITIVE: dijia_status = 27;
/// A quantity is outside the range in which the method has a meaning.
pub const DIJIA_OUT_OF_RANGE: dijia_status = 28;
/// A named coefficient is not positive.
pub const DIJIA_COEFFICIENT_NOT_POSITIVE: dijia_status = 29;
/// The remaining term is longer than the statutory term.
pub const DIJIA_TERM_EXCEEDS_STATUTORY: dijia_status = 30;
/// The right to the parcel ends on or before the valuation date.
pub const DIJIA_EXPIRY_NOT_AFTER_VALUATION: dijia_status = 31;
/// A plot-ratio table or a date index is empty, not ascending or not positive.
pub const DIJIA_INVALID_TABLE: dijia_status = 32;
/// The plot ratio is outside the table, and that end of the table is not open.
pub const DIJIA_PLOT_RATIO_OUTSIDE_TABLE: dijia_status = 33;
/// A date is outside the series of indices.
pub const DIJIA_DATE_OUTSIDE_INDEX: dijia_status = 34;
/// 1 + ΣKi is not positive.
pub const DIJIA_FACTOR_SUM_TOO_LOW: dijia_status = 35;
/// A service that the site and the basis do not share has no unit cost.
pub const DIJIA_MISSING_UNIT_COST: dijia_status = 36;
/// A unit cost is negative.
pub const DIJIA_NEGATIVE_UNIT_COST: dijia_status = 37;
/// A service has two unit costs.
pub const DIJIA_DUPLICATE_UNIT_COST: dijia_status = 38;
/// Something that another input needs was not given.
pub const DIJIA_MISSING: dijia_status = 39;
/// Two inputs say the same thing, so that one of them would have to be ignored.
pub const DIJIA_CONFLICT: dijia_status = 40;
/// More coefficients, corrections or uses than an appraisal takes.
pub const DIJIA_TOO_MANY: dijia_status = 41;
/// The unit price would be zero or less.
pub const DIJIA_RESULT_NOT_POSITIVE: dijia_status = 42;
/// The shares of a mixed use do not sum to exactly 1.
pub const DIJIA_SHARES_NOT_ONE: dijia_status = 43;
/// A rounding policy asks for more than 12 places, or a rounding for more than 28.
pub const DIJIA_TOO_MANY_PLACES: dijia_status = 44;
/// A figure has more digits than a decimal holds.
pub const DIJIA_TOO_MANY_DIGITS: dijia_status = 45;
/// A figure is so near to half-way between two neighbours that it cannot be rounded. No input of ordinary length is
/// known to be.
pub const DIJIA_UNDECIDED: dijia_status = 46;
/// The library met a case that it does not know. It never should.
pub const DIJIA_INTERNAL: dijia_status = 47;
/// Nothing is computed from an input without another, which is not given: it would have to be ignored.
pub const DIJIA_TAKES_NO_PART: dijia_status = 48;
/// Two coefficients, or two factor corrections, have the same name.
pub const DIJIA_NAMED_TWICE: dijia_status = 49;
/// A factor correction is not between -1 and 1; a per cent sign may be missing.
pub const DIJIA_FACTOR_OUT_OF_RANGE: dijia_status = 50;
/// Memory for a result overlaps an input that is still to be read.
pub const DIJIA_OVERLAP: dijia_status = 51;
/// The bytes are no edition file.
pub const DIJIA_INVALID_FILE: dijia_status = 52;
/// The edition has no such land use.
pub const DIJIA_NO_SUCH_USE: dijia_status = 53;
/// The edition has several land uses of that class, and which is meant is not guessed.
pub const DIJIA_SEVERAL_USES: dijia_status = 54;
/// The edition has no such area.
pub const DIJIA_NO_SUCH_AREA: dijia_status = 55;
/// Something is needed that the document does not state.
pub const DIJIA_NOT_STATED: dijia_status = 56;
/// A number is that of a word of another edition, or of another kind of word.
pub const DIJIA_OF_ANOTHER_EDITION: dijia_status = 57;
/// A set of editions has none of that city.
pub const DIJIA_NO_SUCH_CITY: dijia_status = 58;
/// No edition of the city is in force on that date.
pub const DIJIA_NONE_IN_FORCE: dijia_status = 59;
/// Several editions of the city claim to be in force on that date.
pub const DIJIA_SEVERAL_IN_FORCE: dijia_status = 60;
/// A code of a land-use scheme is given without the scheme.
pub const DIJIA_BARE_CODE: dijia_status = 61;
/// No land-use scheme of that name is known.
pub const DIJIA_NO_SUCH_SCHEME: dijia_status = 62;
/// A land-use scheme has no such code.
pub const DIJIA_NO_SUCH_CODE: dijia_status = 63;
/// Nothing says which land use of the edition land of that code is priced as.
pub const DIJIA_CODE_NOT_PRICED: dijia_status = 64;
/// The edition prints no factor and no coefficient of that name for the land use and the grade.
pub const DIJIA_NO_SUCH_FACTOR: dijia_status = 65;
/// The factor or coefficient has no such level.
pub const DIJIA_NO_SUCH_LEVEL: dijia_status = 66;
/// A value is in no row of a printed table, nor is it said what holds between the rows.
pub const DIJIA_NOT_TABULATED: dijia_status = 67;
/// One past the last code of this version.
pub const DIJIA_STATUS_END: dijia_status = 68;

/// What the codes mean that are of this interface alone, in English and in Chinese.
const MESSAGES: [(dijia_status, &str, &str); 19] = [
    (DIJIA_OK, "success", "成功"),
    (DIJIA_NULL_POINTER, "a pointer is NULL that must not be", "指针为空"),
    (DIJIA_INVALID_SIZE, "a struct does not begin with its own size", "结构体大小字段无效"),
    (DIJIA_INVALID_UTF8, "a text is not UTF-8", "文本不是有效的 UTF-8"),
    (DIJIA_TOO_LONG, "a length is greater than memory can hold", "长度超出内存范围"),
    (DIJIA_BUFFER_TOO_SMALL, "the buffer is too small", "缓冲区太小"),
    (DIJIA_INDEX_OUT_OF_RANGE, "there is nothing at that index", "索引超出范围"),
    (DIJIA_INVALID_ENUMERATOR, "a number is none of the values of its enumeration", "枚举值无效"),
    (DIJIA_UNKNOWN_EDITION, "the pointer is that of no edition", "版本指针无效"),
    (DIJIA_MALFORMED_DECIMAL, "the bits of a decimal are those of none", "十进制数的内存内容无效"),
    (DIJIA_MALFORMED_DATE, "the calendar has no such day", "日期无效"),
    (DIJIA_NOT_FINITE, "a floating-point number is not finite", "浮点数不是有限值"),
    (DIJIA_NOT_INTEGER, "the decimal is not a whole number of 64 bits", "十进制数不是 64 位整数"),
    (DIJIA_TOO_MANY_ROWS, "a table has more rows than the library takes", "表的行数过多"),
    (DIJIA_SOME_FAILED, "some rows of the batch have no result", "部分行没有结果"),
    (DIJIA_INTERNAL, "the library met a case that it does not know", "库内部错误"),
    (DIJIA_OVERLAP, "memory for a result overlaps an input", "输出内存与输入重叠"),
    (DIJIA_INVALID_FILE, "the bytes are no edition file", "不是地价文件"),
    (
        DIJIA_OF_ANOTHER_EDITION,
        "the number is that of a word of another edition, or of another kind",
        "编号属于另一版本或另一类名称",
    ),
];

/// What a code means, in general.
pub fn message(status: dijia_status) -> Option<(&'static str, &'static str)> {
    let own = MESSAGES.iter().find(|(code, ..)| *code == status).map(|&(_, english, chinese)| (english, chinese));
    let kind = || ErrorKind::ALL.into_iter().find(|&kind| of_kind(kind) == status);
    own.or_else(|| kind().map(|kind| (kind.english(), kind.chinese())))
}

/// The code of a kind of error.
pub const fn of_kind(kind: ErrorKind) -> dijia_status {
    match kind {
        ErrorKind::InvalidLandUse => DIJIA_INVALID_LAND_USE,
        ErrorKind::InvalidGrade => DIJIA_INVALID_GRADE,
        ErrorKind::InvalidZoneCode => DIJIA_INVALID_ZONE_CODE,
        ErrorKind::InvalidArea => DIJIA_INVALID_AREA,
        ErrorKind::InvalidService => DIJIA_INVALID_SERVICE,
        ErrorKind::InvalidDevelopmentLevel => DIJIA_INVALID_DEVELOPMENT_LEVEL,
        ErrorKind::InvalidDecimal => DIJIA_INVALID_DECIMAL,
        ErrorKind::InvalidDate => DIJIA_INVALID_DATE,
        ErrorKind::NoSuchGrade => DIJIA_NO_SUCH_GRADE,
        ErrorKind::NoSuchZone => DIJIA_NO_SUCH_ZONE,
        ErrorKind::FiguresNotInHand => DIJIA_FIGURES_NOT_IN_HAND,
        ErrorKind::NoBasis => DIJIA_NO_BASIS,
        ErrorKind::NotPositive => DIJIA_NOT_POSITIVE,
        ErrorKind::OutOfRange => DIJIA_OUT_OF_RANGE,
        ErrorKind::CoefficientNotPositive => DIJIA_COEFFICIENT_NOT_POSITIVE,
        ErrorKind::TermExceedsStatutory => DIJIA_TERM_EXCEEDS_STATUTORY,
        ErrorKind::ExpiryNotAfterValuation => DIJIA_EXPIRY_NOT_AFTER_VALUATION,
        ErrorKind::InvalidTable => DIJIA_INVALID_TABLE,
        ErrorKind::PlotRatioOutsideTable => DIJIA_PLOT_RATIO_OUTSIDE_TABLE,
        ErrorKind::DateOutsideIndex => DIJIA_DATE_OUTSIDE_INDEX,
        ErrorKind::FactorSumTooLow => DIJIA_FACTOR_SUM_TOO_LOW,
        ErrorKind::MissingUnitCost => DIJIA_MISSING_UNIT_COST,
        ErrorKind::NegativeUnitCost => DIJIA_NEGATIVE_UNIT_COST,
        ErrorKind::DuplicateUnitCost => DIJIA_DUPLICATE_UNIT_COST,
        ErrorKind::Missing => DIJIA_MISSING,
        ErrorKind::Conflict => DIJIA_CONFLICT,
        ErrorKind::TooMany => DIJIA_TOO_MANY,
        ErrorKind::ResultNotPositive => DIJIA_RESULT_NOT_POSITIVE,
        ErrorKind::SharesNotOne => DIJIA_SHARES_NOT_ONE,
        ErrorKind::TooManyPlaces => DIJIA_TOO_MANY_PLACES,
        ErrorKind::TooManyDigits => DIJIA_TOO_MANY_DIGITS,
        ErrorKind::Undecided => DIJIA_UNDECIDED,
        ErrorKind::TakesNoPart => DIJIA_TAKES_NO_PART,
        ErrorKind::NamedTwice => DIJIA_NAMED_TWICE,
        ErrorKind::FactorOutOfRange => DIJIA_FACTOR_OUT_OF_RANGE,
        ErrorKind::NoSuchUse => DIJIA_NO_SUCH_USE,
        ErrorKind::SeveralUses => DIJIA_SEVERAL_USES,
        ErrorKind::NoSuchArea => DIJIA_NO_SUCH_AREA,
        ErrorKind::NotStated => DIJIA_NOT_STATED,
        ErrorKind::NoSuchCity => DIJIA_NO_SUCH_CITY,
        ErrorKind::NoneInForce => DIJIA_NONE_IN_FORCE,
        ErrorKind::SeveralInForce => DIJIA_SEVERAL_IN_FORCE,
        ErrorKind::BareCode => DIJIA_BARE_CODE,
        ErrorKind::NoSuchScheme => DIJIA_NO_SUCH_SCHEME,
        ErrorKind::NoSuchCode => DIJIA_NO_SUCH_CODE,
        ErrorKind::CodeNotPriced => DIJIA_CODE_NOT_PRICED,
        ErrorKind::NoSuchFactor => DIJIA_NO_SUCH_FACTOR,
        ErrorKind::NoSuchLevel => DIJIA_NO_SUCH_LEVEL,
        ErrorKind::NotTabulated => DIJIA_NOT_TABULATED,
        // Every kind of this version is named above, which a test of the codes shows.
        _ => DIJIA_INTERNAL,
    }
}
