"""The editions that are part of the package, and the one that is meant where none is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dijia import _dijia
from dijia._edition import Edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dijia._published import Basis, GradePrice, ZonePrice
    from dijia._values import ZoneCode
    from dijia._words import AnyLandUse, Area, Grade

JINAN_2020 = Edition(_dijia.Edition.baked("jinan-2020"))
"""Jinan's prices of 2020, 济政发〔2020〕12号."""

DEFAULT = Edition(JINAN_2020._handle)
"""Stands for `JINAN_2020` where no edition is given, and is told from it."""

EDITIONS = (JINAN_2020,)
"""Every edition that is part of the package."""


def edition(name: str) -> Edition:
    """Return the edition of that name that is part of the package."""
    for known in EDITIONS:
        if known.name == name:
            return known
    raise KeyError(name)


def zone_price(
    land_use: AnyLandUse, zone: ZoneCode | str, *, mapping: Mapping[str, AnyLandUse] | None = None
) -> ZonePrice:
    """Return the price of a zone in the default edition, `JINAN_2020`.

    >>> import dijia
    >>> price = dijia.zone_price("商服", "Ⅲ-4")
    >>> price.per_square_metre, price.wan_yuan_per_mu, price.per_floor_area
    (Decimal('9138'), Decimal('609'), Decimal('4569'))
    >>> dijia.zone_price("commercial", "iii－４") is price
    True
    """
    return JINAN_2020.zone_price(land_use, zone, mapping=mapping)


def grade_price(
    land_use: AnyLandUse, grade: Grade | str, *, mapping: Mapping[str, AnyLandUse] | None = None
) -> GradePrice:
    """Return the price of a grade in the default edition, `JINAN_2020`.

    >>> grade_price("住宅", "Ⅱ")
    <GradePrice 住宅 Ⅱ级: 12008 元/㎡, 济政发〔2020〕12号 附件1 第2行>
    """
    return JINAN_2020.grade_price(land_use, grade, mapping=mapping)


def basis(area: Area | str, land_use: AnyLandUse, *, mapping: Mapping[str, AnyLandUse] | None = None) -> Basis:
    """Return what the benchmark prices of that area and land use assume, in the default edition.

    >>> basis("中心城区", "商服").capitalization_rate
    Decimal('0.064')
    """
    return JINAN_2020.basis(area, land_use, mapping=mapping)
