"""The rule of every error in Chinese, as an appraiser reads it beside the value."""

import os
import subprocess
import sys

import dijia
import pytest
from test_errors import CASES

RULES = {
    "NoSuchCityError": "应为所给各版中的城市",
    "NoneInForceError": "应为有版本施行的日期",
    "SeveralInForceError": "应为只有一版施行的日期，该日 jinan-2020 与 jinan-made-up 均称施行",
    "BareCodeError": "代码须连同分类标准给出",
    "CodeNotPricedError": "GB/T 21010-2017 的 0701 按何种用途计价，不作猜测",
    "NoSuchCodeError": "应为 GB/T 21010-2017 的代码",
    "NoSuchSchemeError": "应为本版或本库已知的用地分类标准",
    "InvalidEditionError": "地价文件的格式版本为0，本程序只读版本1",
    "NoSuchFactorError": "应为 tongdao-2026 所载的因素或系数",
    "NoSuchLevelError": "朝向的优劣程度有南/东南/东/西南/东北/北/西/西北",
    "NotTabulatedError": "应为 虚构〔2024〕1号 的修正系数表所列的值",
    "NoSuchUseError": "应为 tongdao-2026 所列的土地用途",
    "SeveralUsesError": "应写明是该类中的哪一用途，如商业、办公",
    "NoSuchAreaError": "应为 shanghai-2013 所列的地域",
    "NotStatedError": "基准地价需要容积率，某政发〔2026〕1号 未载明",
    "InvalidLandUseError": "不是土地用途的名称：商服、住宅、工业或公共管理与公共服务",
    "InvalidGradeError": "级别为1至20级",
    "InvalidZoneCodeError": "区片序号之后只可有“区片”二字",
    "InvalidAreaError": "不是地域的名称：中心城区或建制镇",
    "InvalidServiceError": "不是基础设施的名称：通路、供电、通讯、供水、排水、供气、供热或场地平整",
    "InvalidDevelopmentLevelError": "既不是五通一平、六通一平、七通一平，也不是通路、供电这样的列举",
    "InvalidDecimalError": "数字不可用千位分隔符：写作1000，不写作1,000",
    "InvalidDateError": "日历上没有这一天",
    "NoSuchGradeError": "工业的级别为 Ⅰ 至 Ⅶ",
    "NoSuchZoneError": "Ⅲ 级有 1 至 12 号区片",
    "FiguresNotInHandError": "由附件 5 公布，本版未收其数值",
    "NotPositiveError": "应大于 0",
    "OutOfRangeError": "应为不大于1的小数，至多6位：6.4%即0.064",
    "CoefficientNotPositiveError": "应大于 0",
    "TermExceedsStatutoryError": "不超过法定最高出让年期 40 年",
    "ExpiryNotAfterValuationError": "应在估价期日 2021-01-01 之后",
    "InvalidTableError": "表至少有一行",
    "PlotRatioOutsideTableError": "应在容积率修正系数表 1 至 2 的范围内",
    "DateOutsideIndexError": "应在地价指数 2020-01-01 至 2020-01-01 的范围内",
    "FactorSumTooLowError": "1 加上因素修正之和应大于 0",
    "FactorOutOfRangeError": "应大于 -1 且小于 1",
    "NamedTwiceError": "每个名称只给出一次",
    "TakesNoPartError": "单位费用须与宗地开发程度一并给出",
    "MissingUnitCostError": "宗地与基准地价内涵只有一方具备的设施须有单位费用",
    "NegativeUnitCostError": "不应为负",
    "DuplicateUnitCostError": "每项设施的单位费用只给出一次",
    "MissingError": "年期修正系数需要土地还原利率",
    "ConflictError": "剩余使用年期与终止日期只可取一",
    "TooManyError": "至多 16 个",
    "ResultNotPositiveError": "应大于 0",
    "SharesNotOneError": "应恰好等于 1",
    "TooManyPlacesError": "至多 12 位",
    "TooManyDigitsError": "小数至多 28 位，全部数字合起来应小于 2^96",
}


@pytest.mark.parametrize(("broken", "kind", "value"), CASES, ids=[case[1] for case in CASES])
def test_rules(broken, kind, value):
    with pytest.raises(dijia.DijiaError) as caught:
        broken()
    assert caught.value.value == value
    assert caught.value.rule_chinese == RULES[kind]


def test_a_cell_of_another_type():
    with pytest.raises(dijia.CellTypeError) as caught:
        dijia.appraise_batch("商服", ["Ⅲ-4", 4])
    assert caught.value.rule_english == "zone is read from no int"
    assert caught.value.rule_chinese == "zone 不接受类型为 int 的值"


def test_words_of_a_rule_are_in_its_language():
    industrial, grade = dijia.LandUse.INDUSTRIAL, dijia.Grade.IX
    error = dijia.NoSuchGradeError(land_use=industrial, grade=grade, first=None, last=None)
    assert error.rule_english == "no industrial grade is published"
    assert error.rule_chinese == "未公布工业的级别基准地价"
    error = dijia.NoSuchGradeError(land_use=industrial, grade=grade, first=None, last=None, grades="Ⅰ/Ⅱ/限制级")
    assert (error.rule_english, error.rule_chinese) == ("industrial has Ⅰ/Ⅱ/限制级", "工业有 Ⅰ/Ⅱ/限制级")
    error = dijia.NoSuchZoneError(land_use=industrial, code="城东", zone_count=None)
    assert (error.rule_english, error.rule_chinese) == ("a zone that is published", "应为已公布的区片")


@pytest.mark.parametrize(("language", "rule"), [("zh", "Ⅲ 级有 1 至 12 号区片"), ("en", "Ⅲ has zones 1 to 12")])
def test_the_rule_is_in_the_language_of_the_error(language, rule):
    program = """
import dijia
try:
    dijia.zone_price("商服", "Ⅲ-99")
except dijia.NoSuchZoneError as error:
    print(error.rule)
"""
    environment = {**os.environ, "DIJIA_LANGUAGE": language, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, env=environment, capture_output=True, encoding="utf-8", timeout=60
    )
    assert run.stdout == f"{rule}\n"
