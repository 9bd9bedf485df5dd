"""What stands in the cells of an edition's CSV files, by the guide `crates/dijia-tables/docs/your-city.md`, sharing no code
with the library: names, grades, numbers, intervals and services."""

import csv
import re
import unicodedata
from decimal import Decimal

NOTHING = set("-—―－/／")
COLUMNS = {
    "key": ["项目"], "value": ["内容"], "area": ["区域"], "land_use": ["用途", "土地用途"], "grade": ["级别", "土地级别"],
    "zone": ["区片", "区片编号"], "name": ["名称", "区片名称"], "sequence": ["序号"], "plot_ratio": ["容积率"],
    "wan_yuan_per_mu": ["万元/亩"], "floor_price": ["楼面地价"], "yuan_per_square_metre": ["元/㎡"], "factor": ["因素"],
    "level": ["优劣程度"], "condition": ["指标", "条件"], "coefficient": ["修正系数", "修正值"], "years": ["剩余使用年期"],
    "date": ["日期"], "index": ["指数"], "services": ["基础设施"], "cost": ["费用"], "statutory_term": ["年期"], "capitalization_rate": ["还原率"],
}
SERVICES = ["road", "power", "telecom", "water supply", "drainage", "gas", "heating", "levelling"]
SERVICE_WORDS = {
    "通路": "road", "通电": "power", "供电": "power", "通讯": "telecom", "供水": "water supply", "通水": "water supply", "通上水": "water supply",
    "排水": "drainage", "通下水": "drainage", "通气": "gas", "通热": "heating", "场地平整": "levelling",
}
NUMERALS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
LETTERS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
HANZI = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
# The words for a sign between a quantity and a number.
SIGNS = {
    "小于或等于": "≤", "小于等于": "≤", "不大于": "≤", "不超过": "≤", "不高于": "≤", "<=": "≤", "大于或等于": "≥", "大于等于": "≥", "不小于": "≥",
    "不低于": "≥", ">=": "≥", "不足": "<", "不满": "<", "小于": "<", "超过": ">", "大于": ">",
}
QUANTITIES = ["容积率", "剩余使用年期", "年期", "面积", "深度", "far", "r"]


def normal(text):
    """A name as it is looked up: half-width, lower-case, one hyphen, and nothing that is not seen."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    hyphened = re.sub("[‐‑–—―−]", "-", narrow)
    unseen = lambda c: c.isspace() or unicodedata.category(c) in ("Cc", "Cf")
    return "".join(c for c in hyphened if not unseen(c)).lower()


def bare(name):
    """A land use without 用地."""
    return name.removesuffix("用地") or name


def grade_number(text):
    """The number of a grade that is written as one; none of one that is a name."""
    core = text.strip().removeprefix("第").removesuffix("地").removesuffix("级").strip()
    for forms in (NUMERALS, LETTERS, HANZI, [str(n) for n in range(1, 13)]):
        if core in forms and core:
            return list(forms).index(core) + 1
    return None


def is_nothing(cell):
    return set(cell) <= NOTHING | {" "}


def per_cent(text):
    """The fraction that a figure in per cent is, every place kept."""
    value = Decimal(text.strip().removesuffix("%"))
    return f"{value.scaleb(-2):f}"


def interval(text):
    """The interval that a condition is: low, whether with it, high, whether with it; none of one that is none."""
    text = normal(text)
    for word, sign in SIGNS.items():
        text = text.replace(word, sign)
    unit, quantity = "(?:平方米|㎡|米|m|年)?", f"(?:{'|'.join(QUANTITIES)})"
    # A number, and what is said of whether it belongs to the interval.
    number = rf"(\d+(?:\.\d+)?){unit}(?:\((不?含)(?:\1|本数)?\))?"
    at = lambda place: number.replace(r"\1", rf"\{place}")
    if found := re.fullmatch(rf"{quantity}?([≥≤<>]){at(2)}", text):
        sign, bound, _ = found.groups()
        return (bound, sign == "≥", None, False) if sign in "≥>" else (None, False, bound, sign == "≤")
    if found := re.fullmatch(rf"{number}([<≤]){quantity}([<≤]){at(5)}", text):
        low, _, after, before, high, _ = found.groups()
        return proper(low, after == "≤", high, before == "≤")
    if found := re.fullmatch(rf"([>≥]){at(2)}[,、且]?([<≤]){at(5)}", text):
        after, low, _, before, high, _ = found.groups()
        return proper(low, after == "≥", high, before == "≤")
    if found := re.fullmatch(rf"{number}及?(以上|以下|以内)", text):
        # 以上, 以下 and 以内 include the number.
        bound, said, word = found.groups()
        with_it = said != "不含"
        return (bound, with_it, None, False) if word == "以上" else (None, False, bound, with_it)
    if found := re.fullmatch(rf"{number}以上{at(3)}以下|{at(5)}[~至-]{at(7)}", text):
        low, low_said, high, high_said = [it for it in (found.groups()[:4] if found.group(1) else found.groups()[4:])]
        return proper(low, low_said != "不含", high, high_said != "不含")
    if found := re.fullmatch(rf"([\[(]){at(2)}[,~-]{at(4)}([\])]){unit}", text):
        opening, low, _, high, _, closing = found.groups()
        return proper(low, opening == "[", high, closing == "]")
    return None


def proper(low, with_low, high, with_high):
    return (low, with_low, high, with_high) if Decimal(low) < Decimal(high) else None


def shown(of):
    """An interval as a worksheet writes it."""
    low, with_low, high, with_high = of
    if high is None:
        return f"{'≥' if with_low else '>'}{low}"
    if low is None:
        return f"{'≤' if with_high else '<'}{high}"
    return f"{'[' if with_low else '('}{low},{high}{']' if with_high else ')'}"


def contains(of, number):
    low, with_low, high, with_high = of
    above = low is None or Decimal(low) < number or (with_low and Decimal(low) == number)
    below = high is None or number < Decimal(high) or (with_high and Decimal(high) == number)
    return above and below


def development(text):
    """The name of a level of development, and its services; none where the document does not say them."""
    name, _, rest = re.sub("[（(]", "（", text).partition("（")
    if not rest:
        return name, None
    words = re.split("[、，]|和|及", rest.rstrip("）)"))
    named = [SERVICE_WORDS[word.strip().removeprefix("红线内")] for word in words if word.strip()]
    return name, "+".join(service for service in SERVICES if service in named)


def read_csv(path):
    """The rows of a table as dictionaries by the English name of each column, and by what other columns are headed."""
    if not path.exists():
        return []
    english = {chinese: name for name, all_chinese in COLUMNS.items() for chinese in all_chinese}
    with path.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    heading = [english.get(name, name) for name in heading]
    return [dict(zip(heading, (cell.strip() for cell in row))) for row in rows if any(row)]


def listed(cell):
    return [name.strip() for name in re.split("[+;；、]", cell) if name.strip()]
