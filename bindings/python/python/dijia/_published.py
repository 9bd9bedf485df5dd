"""What an edition publishes: its document, its prices, and what they assume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dijia import _dijia, _html
from dijia._plain import plain
from dijia._words import Area, Grade, LandUse, ListedArea, ListedGrade, ListedLandUse, Validity

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

    from dijia._values import DateLike, DevelopmentLevel, ZoneCode


@dataclass(frozen=True, slots=True)
class Document:
    """The official document that publishes an edition's prices; None for what it does not say."""

    number: str
    """The document number (文号); the title of a document that has none."""
    title: str | None
    issuer: str | None
    issue_date: datetime.date | None
    first_day_in_force: datetime.date | None
    last_day_in_force: datetime.date | None
    """None for a document that is in force until another is."""
    replaces: str | None
    """The number of the document that it replaces."""
    replaces_title: str | None = None
    replaces_date: datetime.date | None = None
    """When the document that it replaces was issued."""

    def validity_on(self, date: DateLike) -> Validity:
        """Whether the document is in force on that date, for all that it says itself."""
        day = _dijia.parse_date(date) if isinstance(date, str) else plain(date)
        if self.first_day_in_force is not None and day < self.first_day_in_force:
            return Validity.NOT_YET_IN_FORCE
        if self.last_day_in_force is not None and day > self.last_day_in_force:
            return Validity.EXPIRED
        return Validity.IN_FORCE


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (附件) of an edition's document."""

    number: int | None
    """None where it has a label alone."""
    title: str
    in_hand: bool
    """Whether the edition holds its figures."""
    area: Area | ListedArea | None
    """None where it publishes prices of several areas."""
    land_uses: tuple[LandUse | ListedLandUse, ...]
    label: str | None = None
    """What the document calls it where that is not a number, such as 表1-1."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that an area covers: a township, a street office, a county."""

    name: str
    district: str | None
    """The district that it belongs to, where the document says so."""
    area: Area | ListedArea


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a document says of the area that it covers."""

    about: str
    """What it is about, such as 东."""
    words: str
    """The words of the document."""
    area: Area | ListedArea | None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in which document a figure is printed; `str` cites in Chinese, `english` in English."""

    document: Document
    annex: int | None
    """The number of the annex; None for what is printed elsewhere."""
    part: str | None
    """What the part of the document is called where it is no annex: the area whose explanatory notes these are."""
    row: int | None
    chinese: str
    english: str

    def __str__(self) -> str:
        return self.chinese

    def __repr__(self) -> str:
        return f"<Citation {self.chinese}>"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a benchmark price assumes of its land (基准地价内涵); None for what the document does not state."""

    area: Area | ListedArea
    land_use: LandUse | ListedLandUse | None
    """None where it holds for all of the area."""
    base_date: datetime.date | None
    statutory_term: Decimal | None
    """The longest term that the law grants the right for (n), in years."""
    development_level: DevelopmentLevel | None
    plot_ratio: Decimal | None
    capitalization_rate: Decimal | None
    """The capitalization rate of land (r), a fraction: 6.4 % is 0.064."""
    right: str | None
    """The right that is priced (土地权利状况), in the words of the document."""
    citation: Citation
    grade: Grade | ListedGrade | None = None
    """The grade that it holds for; None where it holds for all."""
    is_perpetual: bool = False
    """Whether the term has no end (无限年期)."""
    development_name: str | None = None
    """The name that the document gives to the development level, such as 六通一平."""

    def _repr_html_(self) -> str:
        land_use = "" if self.land_use is None else self.land_use.chinese
        return _html.facts(f"{self.area.chinese}{land_use}基准地价内涵", [*self._facts(), ("来源", self.citation)])

    def _facts(self) -> list[tuple[str, object]]:
        level, term = self.development_level, self.statutory_term
        name = None if level is None else self.development_name or level.name or level
        return [
            ("基准日", self.base_date),
            ("土地还原利率", self.capitalization_rate),
            ("法定最高出让年期", "无限年期" if self.is_perpetual else None if term is None else f"{term} 年"),
            ("容积率", self.plot_ratio),
            ("开发程度", name),
        ]


@dataclass(frozen=True, slots=True)
class _Price:
    """A published price."""

    land_use: LandUse | ListedLandUse
    grade: Grade | ListedGrade | None
    area: Area | ListedArea
    printed: Decimal
    """The figure printed, 元 for a square metre of land, or of floor."""
    is_per_floor: bool
    """Whether the figure printed is the price of a square metre of floor (楼面地价)."""
    is_lower_bound: bool
    """Whether the figure is printed as a lower bound (≥)."""
    per_square_metre: Decimal | None
    """元/㎡ of land: the figure printed, or where that is one of floor × the plot ratio of the basis, exactly.

    None where the document does not state that plot ratio."""
    wan_yuan_per_mu: Decimal | None
    """万元/亩 as printed; None where none is printed."""
    per_floor_area: Decimal | None
    """The floor price (楼面地价), 元/㎡ of floor; None where none is printed."""
    basis: Basis
    citation: Citation

    def _what(self) -> str:
        unit = "元/㎡建筑面积" if self.is_per_floor else "元/㎡"
        return f"{'≥' if self.is_lower_bound else ''}{self.printed} {unit}"

    def _html_of(self, title: str) -> str:
        per_mu, floor = self.wan_yuan_per_mu, self.per_floor_area
        prices: list[tuple[str, object]] = [
            ("地面价", None if self.per_square_metre is None else f"{self.per_square_metre} 元/㎡"),
            ("每亩地价", None if per_mu is None else f"{per_mu} 万元/亩"),
            ("楼面地价", None if floor is None else f"{floor} 元/㎡"),
        ]
        return _html.facts(title, [*prices, *self.basis._facts(), ("来源", self.citation)])


@dataclass(frozen=True, slots=True)
class GradePrice(_Price):
    """The benchmark price of a grade (级别基准地价), as published."""

    grade: Grade | ListedGrade
    zone_count: int
    """How many zones the grade is divided into."""

    def __repr__(self) -> str:
        return f"<GradePrice {self.land_use.chinese} {graded(self.grade)}: {self._what()}, {self.citation}>"

    def _repr_html_(self) -> str:
        return self._html_of(f"{self.land_use.chinese} {graded(self.grade)} 级别基准地价")


@dataclass(frozen=True, slots=True)
class ZonePrice(_Price):
    """The benchmark price of a zone (区片基准地价), as published: the price in each of the units that are printed."""

    code: ZoneCode | str
    """A str where the code is as the document prints it, and no grade and number."""

    def __repr__(self) -> str:
        return f"<ZonePrice {self.land_use.chinese} {self.code}: {self._what()}, {self.citation}>"

    def _repr_html_(self) -> str:
        return self._html_of(f"{self.land_use.chinese} {self.code} 区片基准地价")


def graded(grade: Grade | ListedGrade) -> str:
    """Return a grade as a table names it: Ⅲ级, 限制级."""
    return f"{grade}级" if isinstance(grade, Grade) else grade.chinese
