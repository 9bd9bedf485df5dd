"""Sets of editions: which is in force, and what differs between two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dijia import _dijia
from dijia._published import GradePrice, ZonePrice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from dijia._edition import Edition
    from dijia._values import DateLike


class Editions:
    """A set of editions, of one city or of several, and which of them is in force on a date.

    >>> from dijia import JINAN_2020
    >>> Editions([JINAN_2020]).on("济南市", "2021-05-06")
    <Edition jinan-2020: 济政发〔2020〕12号>
    """

    def __init__(self, editions: Iterable[Edition]) -> None:
        self._editions = tuple(editions)
        self._handle = _dijia.Editions([edition._handle for edition in self._editions])

    def __iter__(self) -> Iterator[Edition]:
        return iter(self._editions)

    def __len__(self) -> int:
        return len(self._editions)

    @property
    def cities(self) -> tuple[str, ...]:
        """The cities that the editions are of, each once."""
        return tuple(dict.fromkeys(edition.city for edition in self._editions))

    def on(self, city: str, date: DateLike) -> Edition:
        """Return the edition of that city that is in force on that date; the city as the editions name it, 济南市.

        Raises:
            NoSuchCityError: Where the set has no edition of the city.
            NoneInForceError: Where none of them is in force on that date, with those on either side.
            SeveralInForceError: Where more than one claims to be.

        """
        return self._editions[self._handle.in_force(city, date)]

    def successor(self, edition: Edition) -> Edition | None:
        """Return the edition that follows this one in its city; None where there is none, or two begin on one day."""
        place = self._handle.successor(edition._handle)
        return None if place is None else self._editions[place]

    def __repr__(self) -> str:
        return f"Editions([{', '.join(edition.name for edition in self._editions)}])"

    def __eq__(self, other: object) -> bool:
        return self._editions == other._editions if isinstance(other, Editions) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._editions)

    def __reduce__(self) -> tuple[Any, ...]:
        return Editions, (self._editions,)


@dataclass(frozen=True, slots=True)
class Difference:
    """A price that another edition publishes otherwise, publishes alone, or no longer publishes."""

    before: ZonePrice | GradePrice | None
    """The price in the earlier edition; None for one that was added."""
    after: ZonePrice | GradePrice | None
    """The price in the later edition; None for one that was dropped."""
    percent: Decimal | None
    """How far the later price is from the earlier, in per cent to 2 places, half up.

    None where only one edition publishes the price, or where one is of land and the other of floor with no plot ratio
    stated.
    """

    def to_dict(self) -> dict[str, Any]:
        """Return the row of a table: what the price is of, both figures as printed, both citations, per cent."""
        price = self.after or self.before
        assert price is not None
        return {
            "area": str(price.area),
            "land_use": str(price.land_use),
            "grade_or_zone": str(price.code if isinstance(price, ZonePrice) else price.grade),
            "before": None if self.before is None else self.before.printed,
            "after": None if self.after is None else self.after.printed,
            "percent": self.percent,
            "citation_before": None if self.before is None else str(self.before.citation),
            "citation_after": None if self.after is None else str(self.after.citation),
        }


def difference(before: Edition, after: Edition) -> tuple[Difference, ...]:
    """Return every price that differs between two editions, the earlier first.

    First come those of the earlier edition, grades before zones, in the order printed; then what was added. A table of
    them is ``pandas.DataFrame(row.to_dict() for row in difference(a, b))``.
    """

    def price(of: Edition, found: tuple[bool, int] | None) -> ZonePrice | GradePrice | None:
        if found is None:
            return None
        is_zone, place = found
        return of.zone_prices[place] if is_zone else of.grade_prices[place]

    rows = _dijia.difference(before._handle, after._handle)
    return tuple(Difference(price(before, one), price(after, other), percent) for one, other, percent in rows)
