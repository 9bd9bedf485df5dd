"""The command that tells what differs between two editions, as the program dijia-tables does."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dijia._editions import Difference, difference
from dijia._published import ZonePrice
from dijia._words import Language

if TYPE_CHECKING:
    from decimal import Decimal

    from dijia._edition import Edition
    from dijia._published import GradePrice

_TITLES = {
    Language.CHINESE: (
        "地域",
        "土地用途",
        "级别或区片",
        "单位",
        "前版",
        "后版",
        "变动（%）",
        "前版出处",
        "后版出处",
    ),
    Language.ENGLISH: (
        "area",
        "land use",
        "grade or zone",
        "unit",
        "before",
        "after",
        "per cent",
        "before in",
        "after in",
    ),
}
_UNITS = {
    Language.CHINESE: ("元/㎡（地面）", "元/㎡（楼面）"),
    Language.ENGLISH: ("yuan/m² of land", "yuan/m² of floor"),
}


def written(before: Edition, after: Edition, language: Language) -> str:
    """Return what differs between two editions as CSV with a line of titles."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_TITLES[language])
    rows.writerows(_row(row, before, after, language) for row in difference(before, after))
    return out.getvalue()


def _row(row: Difference, before: Edition, after: Edition, language: Language) -> list[str]:
    """Return the figures as printed, each in its own unit; per cent are none where these cannot be compared."""
    price, of = (row.after, after) if row.before is None else (row.before, before)
    assert price is not None
    units = [_UNITS[language][side.is_per_floor] for side in (row.before, row.after) if side is not None]
    return [
        of.name_of(price.area, language),
        of.name_of(price.land_use, language),
        str(price.code if isinstance(price, ZonePrice) else price.grade),
        " → ".join(dict.fromkeys(units)),
        _printed(row.before),
        _printed(row.after),
        _text(row.percent),
        _cited(row.before, language),
        _cited(row.after, language),
    ]


def _printed(price: ZonePrice | GradePrice | None) -> str:
    """Return the figure printed, with the sign of a lower bound."""
    return "" if price is None else f"{'≥' if price.is_lower_bound else ''}{price.printed:f}"


def _text(percent: Decimal | None) -> str:
    return "" if percent is None else f"{percent:f}"


def _cited(price: ZonePrice | GradePrice | None, language: Language) -> str:
    if price is None:
        return ""
    return price.citation.chinese if language is Language.CHINESE else price.citation.english
