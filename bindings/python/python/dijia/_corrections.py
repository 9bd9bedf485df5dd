"""The tables of corrections that an edition's document prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dijia import _html
from dijia._words import CorrectionKind

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

    from dijia._published import Citation
    from dijia._words import (
        Area,
        Grade,
        IndexPeriod,
        LandUse,
        ListedArea,
        ListedGrade,
        ListedLandUse,
        Service,
    )


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A row of a table of corrections; of a factor or a coefficient, one level."""

    kind: CorrectionKind
    """What the table gives."""
    land_use: LandUse | ListedLandUse | None
    """The land use that it holds for; None where it holds for all. So for the grade and the area."""
    grade: Grade | ListedGrade | None
    area: Area | ListedArea | None
    name: str | None
    """The name of the factor or the coefficient."""
    level: str | None
    """The name of the level."""
    condition: str | None
    """The condition for the level, in the words of the document."""
    is_by_area: bool
    """Whether the area of a parcel says its level."""
    value: Decimal
    """The coefficient or the index; of a factor the correction and of growth the rate, as a fraction; of a service its
    unit cost, 元/㎡."""
    key: Decimal | None
    """The plot ratio, or the remaining term in years, that the row is of."""
    date: datetime.date | None
    """The date that the row of an index is of."""
    index_period: IndexPeriod | None
    """Of an index that is a chain (环比) the period before which is 100; None of one with a fixed base (定基)."""
    service: Service | None
    """The service that the row of unit costs is of."""
    citation: Citation

    def _repr_html_(self) -> str:
        return _html.facts(
            f"{self.kind.chinese} {self.name or ''}".strip(),
            [
                ("用途", None if self.land_use is None else self.land_use.chinese),
                ("级别", self.grade),
                ("基础设施", None if self.service is None else self.service.chinese),
                ("优劣程度", self.level),
                ("条件", self.condition),
                ("取值", self.value),
                ("出处", self.citation),
            ],
        )


__all__ = ["CorrectionKind", "CorrectionRow"]
