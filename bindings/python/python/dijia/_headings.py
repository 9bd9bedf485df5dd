"""The columns and the words of batches, as a Chinese table has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dijia import _dijia
from dijia._words import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dijia._dijia import ArrowArray

AnyLanguage = Language | Literal["zh", "en"]

HEADINGS = {
    "unit_price": "宗地单价",
    "floor_price": "楼面地价",
    "total_yuan": "总价元",
    "total_wan_yuan": "总价万元",
    "deviation": "偏离率",
    "base_price": "基准地价",
    "term_coefficient": "年期修正系数",
    "plot_ratio_coefficient": "容积率修正系数",
    "date_coefficient": "期日修正系数",
    "factor_sum": "因素修正之和",
    "development_adjustment": "开发程度修正",
    "warnings": "提示",
    "edition": "版本",
    "origin": "来源",
    "status": "状态",
    "reason": "原因",
    "land_use": "土地用途",
    "zone": "区片",
    "code": "区片",
    "grade": "级别",
    "per_square_metre": "元/㎡",
    "wan_yuan_per_mu": "万元/亩",
    "per_floor_area": "楼面地价",
    "zone_count": "区片数",
    "citation": "出处",
}
"""What columns are called."""
STATUSES = {
    "ok": "正常",
    "missing": "缺少数据",
    "CellTypeError": "值的类型无效",
    "InvalidLandUseError": "土地用途名称无效",
    "InvalidGradeError": "级别无效",
    "InvalidZoneCodeError": "区片编号无效",
    "InvalidAreaError": "区域名称无效",
    "InvalidServiceError": "基础设施名称无效",
    "InvalidDevelopmentLevelError": "开发程度无效",
    "InvalidDecimalError": "十进制数文本无效",
    "InvalidDateError": "日期文本无效",
    "NoSuchGradeError": "没有公布该级别的地价",
    "NoSuchZoneError": "没有公布该区片的地价",
    "FiguresNotInHandError": "地价载于本版本未收录的附件",
    "NoBasisError": "没有该区域和用途的基准地价内涵",
    "NotPositiveError": "数值必须大于零",
    "OutOfRangeError": "数值超出允许范围",
    "CoefficientNotPositiveError": "修正系数必须大于零",
    "TermExceedsStatutoryError": "剩余使用年期超过法定最高出让年期",
    "ExpiryNotAfterValuationError": "终止日期不晚于估价期日",
    "InvalidTableError": "系数表为空、未按升序排列或含有非正数",
    "PlotRatioOutsideTableError": "容积率超出修正系数表范围",
    "DateOutsideIndexError": "日期超出地价指数范围",
    "FactorSumTooLowError": "1 与因素修正之和必须大于零",
    "MissingUnitCostError": "缺少基础设施的单位费用",
    "NegativeUnitCostError": "单位费用为负",
    "DuplicateUnitCostError": "同一基础设施有两个单位费用",
    "MissingError": "缺少必需的输入",
    "ConflictError": "两个输入互相排斥",
    "TooManyError": "数值个数过多",
    "ResultNotPositiveError": "宗地单价必须大于零",
    "SharesNotOneError": "各用途比例之和不等于 1",
    "TooManyPlacesError": "小数位数过多",
    "TooManyDigitsError": "数字位数超出十进制数范围",
    "UndecidedError": "数值过于接近舍入中点，无法取位",
    "TakesNoPartError": "输入不起作用，缺少与之配合的输入",
    "NamedTwiceError": "名称重复",
    "FactorOutOfRangeError": "因素修正必须大于 -1 且小于 1",
    "NoSuchUseError": "该版本没有此土地用途",
    "SeveralUsesError": "该版本有多种属于此类的土地用途",
    "NoSuchAreaError": "该版本没有此区域",
    "NotStatedError": "文件没有载明所需的内容",
    "NoSuchCityError": "所给各版中没有该城市的基准地价",
    "NoneInForceError": "该日没有施行中的版本",
    "SeveralInForceError": "该日有多个版本均称施行",
    "BareCodeError": "用地分类代码未注明分类标准",
    "NoSuchSchemeError": "没有这一用地分类标准",
    "NoSuchCodeError": "用地分类标准中没有此代码",
    "CodeNotPricedError": "此代码的土地按何种用途计价未载明",
    "NoSuchFactorError": "修正体系中没有此因素或系数",
    "NoSuchLevelError": "此因素或系数没有此优劣程度",
    "NotTabulatedError": "修正系数表未列此数值",
}
"""How a row fared: what errors are called, with the words of the C interface for the same kind."""
WARNINGS = {
    "LargeDeviation": "偏离较大",
    "OutsideValidity": "不在有效期内",
    "BeforeBaseDate": "早于基准日",
    "NoValuationDate": "未给出估价期日",
    "PlotRatioUncorrected": "未作容积率修正",
    "DateUncorrected": "未作期日修正",
    "BareFactors": "因素修正未写百分号",
    "WithoutLevel": "因素未给出优劣程度",
    "LowerBound": "基准地价为下限",
}
"""The kinds of warnings."""
_WORDS = {"status": STATUSES, "warnings": WARNINGS}


def is_chinese(language: AnyLanguage | None) -> bool:
    """Whether tables are to be in Chinese: where nobody asks for it they are not."""
    return language is not None and Language(language) is Language.CHINESE


def said(columns: Iterable[tuple[str, ArrowArray]], language: AnyLanguage | None) -> list[tuple[str, ArrowArray]]:
    """Return the columns with their words in that language."""
    if not is_chinese(language):
        return list(columns)
    return [(name, _dijia.in_words(of, _WORDS[name]) if name in _WORDS else of) for name, of in columns]


def heading(name: str, language: AnyLanguage | None) -> str:
    """Return what a column is called in that language."""
    return HEADINGS[name] if is_chinese(language) else name
