"""The words of an edition: its land uses, areas and grades, and what its document calls them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from dijia._words import Area, Grade, LandUse, Language, ListedArea, ListedGrade, ListedLandUse


class _WordsOfEdition:
    """The words that an edition has, some of the trade and some of its own."""

    @property
    def _facts(self) -> dict[str, Any]:
        raise NotImplementedError

    @cached_property
    def land_uses(self) -> tuple[LandUse | ListedLandUse, ...]:
        """The land uses, in the order of the document."""
        trade = list(LandUse)
        return tuple(
            ListedLandUse(name, english, None if of is None else trade[of], under) if known is None else trade[known]
            for known, name, english, of, under in self._facts["land_uses"]
        )

    @cached_property
    def areas(self) -> tuple[Area | ListedArea, ...]:
        """The areas, in the order of the document; what is asked for without an area is asked for in the first."""
        trade = list(Area)
        return tuple(
            ListedArea(name, english) if known is None else trade[known]
            for known, name, english in self._facts["areas"]
        )

    @cached_property
    def grades(self) -> tuple[Grade | ListedGrade, ...]:
        """The grades, the dearest first."""
        trade = list(Grade)
        return tuple(
            ListedGrade(name, name) if known is None else trade[known] for known, name in self._facts["grades"]
        )

    def name_of(
        self,
        word: LandUse | ListedLandUse | Area | ListedArea,
        language: Language | str = Language.CHINESE,
    ) -> str:
        """Return the name that the document has for a land use, without 用地, or for an area.

        It may be another than that of the trade: 居住 where that says 住宅.
        """
        names = word.chinese, word.english
        for use, (_, *of_use, _, _) in zip(self.land_uses, self._facts["land_uses"], strict=True):
            names = of_use if use == word else names
        for area, (_, *of_area) in zip(self.areas, self._facts["areas"], strict=True):
            names = of_area if area == word else names
        return str(names[Language(language) is not Language.CHINESE])

    def printed_under(self, land_use: LandUse | ListedLandUse) -> str | None:
        """Return what the document prints a land use under (所属用途), where that is another name."""
        headings = {use: of[-1] for use, of in zip(self.land_uses, self._facts["land_uses"], strict=True)}
        under: str | None = headings.get(land_use)
        return under
