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
    **{f"{name}Error": chinese for name, chinese in _dijia.error_kinds()},
}
"""How a row fared: the names of exceptions, with what the library says of the kind."""
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
