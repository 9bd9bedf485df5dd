"""Where a price of one's own is from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from dijia import _dijia
from dijia._plain import with_article

if TYPE_CHECKING:
    from dijia._values import ZoneCode
    from dijia._words import Area, Grade, LandUse, ListedArea, ListedGrade, ListedLandUse


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a price of one's own is from, and what it is the price of, so far as one says so.

    It changes no figure; the worksheet prints it. What a price is of is told by name: a str, or a word of the library,
    whose Chinese name is taken. `str` is Chinese, and `english` says the same in English.

    >>> origin = Origin(document="济政发〔2020〕12号", annex=5, row=3, land_use="公共管理与公共服务", grade="Ⅲ")
    >>> print(origin)
    公共管理与公共服务用地 Ⅲ级 济政发〔2020〕12号 附件5 第3行
    """

    document: str | None
    """The number or the title of the document."""
    annex: str | None
    """The number of the annex, or what the document calls it, such as 表1-1."""
    row: int | None
    """The row in it, from 1."""
    area: str | None
    land_use: str | None
    grade: str | None
    zone: str | None

    def __init__(
        self,
        *,
        document: str | None = None,
        annex: str | int | None = None,
        row: int | None = None,
        area: Area | ListedArea | str | None = None,
        land_use: LandUse | ListedLandUse | str | None = None,
        grade: Grade | ListedGrade | str | None = None,
        zone: ZoneCode | str | None = None,
    ) -> None:
        texts = {"document": document, "annex": annex, "area": area, "land_use": land_use, "grade": grade, "zone": zone}
        for name, value in texts.items():
            object.__setattr__(self, name, None if value is None else _text(name, value))
        if row is not None and (isinstance(row, bool) or not isinstance(row, int)):
            raise TypeError(f"row is {with_article(type(row))}: pass an int")
        if row is not None and not 0 < row < 1 << 32:
            raise ValueError(f"row is {row}: rows are counted from 1")
        object.__setattr__(self, "row", row)
        if all(getattr(self, field.name) is None for field in fields(self)):
            raise ValueError("an origin that says nothing is none: leave it out")

    @property
    def chinese(self) -> str:
        """What the price is of, and where it is printed, in Chinese."""
        return _dijia.origin_text(self, False)

    @property
    def english(self) -> str:
        """The same in English, with the names as they were given."""
        return _dijia.origin_text(self, True)

    def __str__(self) -> str:
        return self.chinese


def _text(name: str, value: object) -> str:
    """Return the name that a word has in Chinese."""
    text = getattr(value, "chinese", value)
    if type(value).__name__ == "ZoneCode" or (name == "annex" and type(value) is int):
        text = str(value)
    if not isinstance(text, str):
        raise TypeError(f"{name} is {with_article(type(value))}: pass a str")
    if not text.strip():
        raise ValueError(f"{name} is empty: leave it out")
    return text
