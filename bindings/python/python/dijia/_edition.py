"""Editions: one publication of a city's benchmark land prices each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dijia import _dijia, _html
from dijia._values import (
    Annex,
    Basis,
    Citation,
    DevelopmentLevel,
    Document,
    GradePrice,
    ZoneCode,
    ZonePrice,
)
from dijia._words import Area, Grade, LandUse, Validity, own_land_use

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from dijia._values import DateLike


class Edition:
    """One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force.

    >>> from dijia import JINAN_2020
    >>> JINAN_2020.zone_price("商服", "Ⅲ-4")
    <ZonePrice 商服 Ⅲ-4: 9138 元/㎡, 济政发〔2020〕12号 附件2 第15行>
    >>> len(JINAN_2020.zone_prices), JINAN_2020.validity_on("2024-01-01")
    (221, Validity.EXPIRED)
    """

    def __init__(self, _place: int) -> None:
        self._place = _place

    @cached_property
    def _held(self) -> dict[str, Any]:
        return _dijia.editions(self._place)

    @property
    def name(self) -> str:
        """The name of the edition, such as ``jinan-2020``."""
        return str(self._held["name"])

    @property
    def city(self) -> str:
        """The city."""
        return str(self._held["city"])

    @property
    def base_date(self) -> datetime.date:
        """The date that the prices are the prices of (基准日)."""
        date: datetime.date = self._held["base_date"]
        return date

    @property
    def townships(self) -> tuple[str, ...]:
        """The townships that the document covers, by name."""
        return tuple(self._held["townships"])

    @cached_property
    def document(self) -> Document:
        """The document that publishes the prices."""
        (number, title, issuer), (issued, first, last), replaces = self._held["document"]
        return Document(number, title, issuer, issued, first, last, replaces)

    @cached_property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes of the document, those without figures in hand too."""
        areas, uses = list(Area), list(LandUse)
        return tuple(
            Annex(number, title, in_hand, areas[area], tuple(uses[use] for use in land_uses))
            for number, title, in_hand, area, land_uses in self._held["annexes"]
        )

    @cached_property
    def bases(self) -> tuple[Basis, ...]:
        """Every basis, in the order printed."""
        areas, uses = list(Area), list(LandUse)
        return tuple(
            Basis(
                areas[area],
                uses[land_use],
                base_date,
                term,
                DevelopmentLevel._of(bits),
                plot_ratio,
                rate,
                right,
                self._citation(cited),
            )
            for (area, land_use, base_date), (term, bits, plot_ratio, rate), right, cited in self._held["bases"]
        )

    @cached_property
    def grade_prices(self) -> tuple[GradePrice, ...]:
        """Every grade price, in the order printed."""
        uses, grades, bases = list(LandUse), list(Grade), self.bases
        return tuple(
            GradePrice(uses[land_use], grades[grade], price, zones, bases[basis], self._citation(cited))
            for (land_use, grade, zones), price, basis, cited in self._held["grade_prices"]
        )

    @cached_property
    def zone_prices(self) -> tuple[ZonePrice, ...]:
        """Every zone price, in the order printed."""
        uses, bases = list(LandUse), self.bases
        return tuple(
            ZonePrice(uses[land_use], ZoneCode._of(code), land, per_mu, floor, bases[basis], self._citation(cited))
            for land_use, code, (land, per_mu, floor), basis, cited in self._held["zone_prices"]
        )

    def _citation(self, cited: tuple[Any, ...]) -> Citation:
        annex, part, row, chinese, english = cited
        return Citation(self.document, annex, part, row, chinese, english)

    def validity_on(self, date: DateLike) -> Validity:
        """Whether the document is in force on that date."""
        return self.document.validity_on(date)

    def zone_price(
        self, land_use: LandUse | str, zone: ZoneCode | str, *, mapping: Mapping[str, LandUse | str] | None = None
    ) -> ZonePrice:
        """Return the price of a zone; a missing zone is an error, and never priced at its grade."""
        return self.zone_prices[_dijia.zone_index(self._place, own_land_use(land_use, mapping), zone)]

    def grade_price(
        self, land_use: LandUse | str, grade: Grade | str, *, mapping: Mapping[str, LandUse | str] | None = None
    ) -> GradePrice:
        """Return the price of a grade in the central urban area."""
        return self.grade_prices[_dijia.grade_index(self._place, own_land_use(land_use, mapping), grade)]

    def township_grade_price(
        self, land_use: LandUse | str, grade: Grade | str, *, mapping: Mapping[str, LandUse | str] | None = None
    ) -> GradePrice:
        """Return the price of a grade in a township; an error where the edition does not hold the annex."""
        return self.grade_prices[_dijia.township_grade_index(self._place, own_land_use(land_use, mapping), grade)]

    def basis(
        self, area: Area | str, land_use: LandUse | str, *, mapping: Mapping[str, LandUse | str] | None = None
    ) -> Basis:
        """Return what the benchmark prices of that area and land use assume."""
        return self.bases[_dijia.basis_index(self._place, area, own_land_use(land_use, mapping))]

    def _repr_html_(self) -> str:
        document = self.document
        return _html.facts(
            f"{self.city} {self.name}",
            [
                ("文件", f"{document.title}（{document.number}）"),
                ("发布机关", document.issuer),
                ("基准日", self.base_date),
                ("有效期", f"{document.first_day_in_force} 至 {document.last_day_in_force}"),
                ("级别地价", len(self.grade_prices)),
                ("区片地价", len(self.zone_prices)),
            ],
        )

    def __repr__(self) -> str:
        return f"<Edition {self.name}: {self.document.number}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return edition, (self.name,)

    def __copy__(self) -> Edition:
        return self

    def __deepcopy__(self, _memo: object) -> Edition:
        return self


JINAN_2020 = Edition(0)
"""Jinan's prices of 2020, 济政发〔2020〕12号."""

EDITIONS = (JINAN_2020,)
"""Every edition."""


def edition(name: str) -> Edition:
    """Return the edition of that name."""
    for known in EDITIONS:
        if known.name == name:
            return known
    raise KeyError(name)


def zone_price(
    land_use: LandUse | str, zone: ZoneCode | str, *, mapping: Mapping[str, LandUse | str] | None = None
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
    land_use: LandUse | str, grade: Grade | str, *, mapping: Mapping[str, LandUse | str] | None = None
) -> GradePrice:
    """Return the price of a grade in the default edition, `JINAN_2020`.

    >>> grade_price("住宅", "Ⅱ")
    <GradePrice 住宅 Ⅱ级: 12008 元/㎡, 济政发〔2020〕12号 附件1 第2行>
    """
    return JINAN_2020.grade_price(land_use, grade, mapping=mapping)


def basis(area: Area | str, land_use: LandUse | str, *, mapping: Mapping[str, LandUse | str] | None = None) -> Basis:
    """Return what the benchmark prices of that area and land use assume, in the default edition.

    >>> basis("中心城区", "商服").capitalization_rate
    Decimal('0.064')
    """
    return JINAN_2020.basis(area, land_use, mapping=mapping)
