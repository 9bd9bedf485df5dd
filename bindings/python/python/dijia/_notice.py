"""What the command prints of a published price."""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING, Any

import dijia
from dijia import JINAN_2020
from dijia._dicts import grade_to_dict, zone_to_dict
from dijia._values import GradePrice, ZonePrice
from dijia._words import Language

if TYPE_CHECKING:
    from decimal import Decimal

    from dijia._values import Basis


def notice_to_dict(price: ZonePrice | GradePrice) -> dict[str, Any]:
    """Return a price as the command prints it in JSON, with the validity of its document today."""
    document = JINAN_2020.document
    today = datetime.date.today()
    if isinstance(price, ZonePrice):
        zone = zone_to_dict(price)
        grade = grade_to_dict(JINAN_2020.grade_price(price.land_use, price.code.grade))
    else:
        zone, grade = None, grade_to_dict(price)
    return {
        "zone_price": zone,
        "grade_price": grade,
        "first_day_in_force": str(document.first_day_in_force),
        "last_day_in_force": str(document.last_day_in_force),
        "today": str(today),
        "validity": document.validity_on(today).english,
    }


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def notice(price: ZonePrice | GradePrice, language: Language) -> str:
    """Return a price as the command prints it: labels and figures in columns."""
    chinese = language is Language.CHINESE
    lines: list[tuple[str, str]] = []

    def pick(in_chinese: str, in_english: str) -> str:
        return in_chinese if chinese else in_english

    def amount(label: str, value: Decimal, unit: str) -> None:
        lines.append((label, f"{format(value, 'f'):>8} {unit}"))

    land_use = pick(f"{price.land_use.chinese}用地", price.land_use.english)
    per_metre = pick("元/㎡", "yuan/m² of land")
    if isinstance(price, ZonePrice):
        lines.append((pick("区片", "zone"), f"{land_use} {price.code}"))
        amount(pick("区片基准地价", "zone price"), price.per_square_metre, per_metre)
        amount("", price.wan_yuan_per_mu, pick("万元/亩", "10,000 yuan/mu"))
        if price.per_floor_area is not None:
            unit = pick("元/㎡建筑面积", "yuan/m² of floor")
            amount(pick("区片楼面地价", "floor price"), price.per_floor_area, unit)
        grade = JINAN_2020.grade_price(price.land_use, price.code.grade)
        unit = pick(f"元/㎡（{grade.grade}级）", f"yuan/m² of land (grade {grade.grade})")
        amount(pick("级别基准地价", "grade price"), grade.per_square_metre, unit)
    else:
        lines.append((pick("级别", "grade"), f"{land_use} {price.grade}"))
        amount(pick("级别基准地价", "grade price"), price.per_square_metre, per_metre)
        unit = pick("万元/亩（折算）", "10,000 yuan/mu (converted)")
        amount("", dijia.wan_yuan_per_mu(price.per_square_metre), unit)
        lines.append((pick("区片", "zones"), f"{price.grade}-1 … {price.grade}-{price.zone_count}"))
    lines += _basis_lines(price.basis, chinese)
    lines.append((pick("出处", "source"), price.citation.chinese if chinese else price.citation.english))

    document = price.citation.document
    first, last, today = document.first_day_in_force, document.last_day_in_force, datetime.date.today()
    validity = document.validity_on(today)
    lines.append(
        ("有效期", f"{first} 至 {last}；今日 {today} {validity.chinese}")
        if chinese
        else ("in force", f"{first} to {last}; today, {today}: {validity.english}")
    )
    widest = max(_width(label) for label, _ in lines)
    return "".join(f"{label}{' ' * (widest - _width(label))}  {value}\n" for label, value in lines)


def _basis_lines(basis: Basis, chinese: bool) -> list[tuple[str, str]]:
    rate = format((basis.capitalization_rate * 100).normalize(), "f")
    term, plot_ratio, level = basis.statutory_term, basis.plot_ratio, basis.development_level
    if chinese:
        services = "、".join(service.chinese for service in level.services)
        return [
            ("基准地价内涵", f"基准日 {basis.base_date}，{basis.right}"),
            ("", f"年期 {term} 年，容积率 {plot_ratio}，土地还原利率 {rate}%"),
            ("", f"{level.name or '开发程度'}：{services}"),
        ]
    return [
        ("basis", f"base date {basis.base_date}, {basis.right}"),
        ("", f"term {term} years, plot ratio {plot_ratio}, capitalization rate {rate} %"),
        ("", str(level).replace("+", ", ")),
    ]
