"""What the command prints of a published price."""

from __future__ import annotations

import datetime
import unicodedata
from typing import TYPE_CHECKING, Any

import dijia
from dijia._dicts import grade_to_dict, zone_to_dict
from dijia._errors import NoSuchGradeError
from dijia._published import GradePrice, ZonePrice, graded
from dijia._words import Language

if TYPE_CHECKING:
    from decimal import Decimal

    from dijia._edition import Edition
    from dijia._published import Basis


def notice_to_dict(edition: Edition, price: ZonePrice | GradePrice) -> dict[str, Any]:
    """Return a price as the command prints it in JSON, with the validity of its document today."""
    document = edition.document
    today = datetime.date.today()
    if isinstance(price, ZonePrice):
        zone, of = zone_to_dict(price), _grade_of(edition, price)
        grade = None if of is None else grade_to_dict(of)
    else:
        zone, grade = None, grade_to_dict(price)
    first, last = document.first_day_in_force, document.last_day_in_force
    return {
        "zone_price": zone,
        "grade_price": grade,
        "first_day_in_force": None if first is None else str(first),
        "last_day_in_force": None if last is None else str(last),
        "today": str(today),
        "validity": document.validity_on(today).english,
    }


def _grade_of(edition: Edition, price: ZonePrice) -> GradePrice | None:
    """Return the price of the grade that a zone is of."""
    if price.grade is None:
        return None
    try:
        return edition.grade_price(price.land_use, price.grade, district=price.area)
    except NoSuchGradeError:
        return None


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _printed(price: ZonePrice | GradePrice) -> str:
    return f"{'≥' if price.is_lower_bound else ''}{price.printed:f}"


def notice(edition: Edition, price: ZonePrice | GradePrice, language: Language) -> str:
    """Return a price as the command prints it: labels and figures in columns."""
    chinese = language is Language.CHINESE
    lines: list[tuple[str, str]] = []

    def pick(in_chinese: str, in_english: str) -> str:
        return in_chinese if chinese else in_english

    def amount(label: str, value: Decimal, unit: str) -> None:
        lines.append((label, f"{format(value, 'f'):>8} {unit}"))

    def figures(label: str, floor_label: str) -> None:
        """Add what is printed of the price, and what follows from it."""
        of_land, of_floor = pick("元/㎡", "yuan/m² of land"), pick("元/㎡建筑面积", "yuan/m² of floor")
        lines.append((label, f"{_printed(price):>8} {of_floor if price.is_per_floor else of_land}"))
        land, floor = price.per_square_metre, price.per_floor_area
        if price.is_per_floor and land is not None:
            amount("", land, pick("元/㎡（折算）", "yuan/m² of land (converted)"))
        if price.wan_yuan_per_mu is not None:
            amount("", price.wan_yuan_per_mu, pick("万元/亩", "10,000 yuan/mu"))
        elif land is not None:
            converted = dijia.wan_yuan_per_mu(land)
            amount("", converted, pick("万元/亩（折算）", "10,000 yuan/mu (converted)"))
        if floor is not None and not price.is_per_floor:
            amount(floor_label, floor, of_floor)

    name = edition.name_of(price.land_use, language)
    land_use = pick(f"{name}用地", name)
    if isinstance(price, ZonePrice):
        lines.append((pick("区片", "zone"), f"{land_use} {price.code}"))
        figures(pick("区片基准地价", "zone price"), pick("区片楼面地价", "floor price"))
        grade = _grade_of(edition, price)
        if grade is not None:
            of = pick("元/㎡建筑面积", "yuan/m² of floor") if grade.is_per_floor else pick("元/㎡", "yuan/m² of land")
            unit = pick(f"{of}（{graded(grade.grade)}）", f"{of} (grade {grade.grade})")
            lines.append((pick("级别基准地价", "grade price"), f"{_printed(grade):>8} {unit}"))
    else:
        lines.append((pick("级别", "grade"), f"{land_use} {price.grade}"))
        figures(pick("级别基准地价", "grade price"), pick("级别楼面地价", "floor price"))
        of_grade = (price.area, price.land_use, price.grade)
        zones = [zone for zone in edition.zone_prices if (zone.area, zone.land_use, zone.grade) == of_grade]
        if zones:
            lines.append((pick("区片", "zones"), f"{zones[0].code} … {zones[-1].code}"))
    lines += _basis_lines(price.basis, chinese)
    lines.append((pick("出处", "source"), price.citation.chinese if chinese else price.citation.english))
    lines.append(_validity_line(edition, chinese))
    widest = max(_width(label) for label, _ in lines)
    return "".join(f"{label}{' ' * (widest - _width(label))}  {value}\n" for label, value in lines)


def _validity_line(edition: Edition, chinese: bool) -> tuple[str, str]:
    document = edition.document
    first, last, today = document.first_day_in_force, document.last_day_in_force, datetime.date.today()
    validity = document.validity_on(today)
    if first is None and last is None:
        return ("有效期", "未载明") if chinese else ("in force", "not stated")
    since = "" if first is None else f"{first} "
    if chinese:
        return "有效期", f"{since}{'起' if last is None else f'至 {last}'}；今日 {today} {validity.chinese}"
    return "in force", f"{since}{'on' if last is None else f'to {last}'}; today, {today}: {validity.english}"


def _basis_lines(basis: Basis, chinese: bool) -> list[tuple[str, str]]:
    """Return what the document states of the basis, and no more."""
    term, plot_ratio, level = basis.statutory_term, basis.plot_ratio, basis.development_level
    rate = None if basis.capitalization_rate is None else format((basis.capitalization_rate * 100).normalize(), "f")
    stated = [
        None if term is None else f"年期 {term} 年" if chinese else f"term {term} years",
        None if plot_ratio is None else f"容积率 {plot_ratio}" if chinese else f"plot ratio {plot_ratio}",
        None if rate is None else f"土地还原利率 {rate}%" if chinese else f"capitalization rate {rate} %",
    ]
    date = None if basis.base_date is None else f"{'基准日' if chinese else 'base date'} {basis.base_date}"
    services = None
    if level is not None and chinese:
        name = basis.development_name or level.name or "开发程度"
        services = f"{name}：{'、'.join(service.chinese for service in level.services)}"
    elif level is not None:
        services = str(level).replace("+", ", ")
    comma = "，" if chinese else ", "
    said = [
        ("基准地价内涵" if chinese else "basis", comma.join(filter(None, [date, basis.right]))),
        ("", comma.join(filter(None, stated))),
        ("", services or ""),
    ]
    return [(label, value) for label, value in said if value]
