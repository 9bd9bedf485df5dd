"""Arguments of the accessors of data frames: names of columns, and values for all rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from dijia import _dijia
from dijia._baked import JINAN_2020
from dijia._edition import Edition
from dijia._editions import Editions
from dijia._errors import DijiaError
from dijia._words import own_words

_OPTIONS = {
    "basis",
    "categories",
    "columns",
    "corrections",
    "date_index",
    "dtype",
    "district",
    "edition",
    "editions",
    "errors",
    "known_editions",
    "language",
    "mapping",
    "origin",
    "places",
    "plot_ratio_table",
    "policy",
    "progress",
    "scheme",
    "unit_costs",
}
"""Arguments that are no columns."""
_DATES = {"base_date", "valuation_date", "expiry_date", "date"}
_RATES = {"capitalization_rate", "monthly_growth", "coefficients", "factor_corrections"}
_LEVELS = {"site_development", "basis_development"}
_OF_EDITION = {"land_use", "zone", "grade", "city", *_LEVELS}


def _editions(given: Mapping[str, Any]) -> tuple[Edition, ...]:
    """Return the editions whose words are read; what is neither an edition nor a set is refused later, by its name."""
    if isinstance(given.get("editions"), Editions):
        return tuple(given["editions"])
    edition = given.get("edition")
    return (edition if isinstance(edition, Edition) else JINAN_2020,)


def _itself(use: Any) -> Any:
    return use


class Named:
    """The columns of a frame, by their names."""

    def __init__(self, names: Any, column: Callable[[Any], Any], given: Mapping[str, Any]) -> None:
        self._names = list(names)
        self._column = column
        self._mapping = given.get("mapping")
        self._scheme: str | None = given.get("scheme")
        self._editions = _editions(given)

    def arguments(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments with columns in place of their names."""
        return {name: value if name in _OPTIONS else self.argument(name, value) for name, value in given.items()}

    def options(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the options of `zone_prices`, of which some may be columns."""
        of_rows = {"city", "date"}
        return {name: self.argument(name, value) if name in of_rows else value for name, value in given.items()}

    def argument(self, name: str, value: Any) -> Any:
        """Return the column of that name, or what is one value for all rows."""
        if isinstance(value, Mapping):
            return {key: self.argument(name, item) for key, item in value.items()}
        if isinstance(value, (str, tuple)) and value in self._names:
            return self._column(value)
        if isinstance(value, str):
            self._check(name, value)
        return value

    def _check(self, name: str, value: str) -> None:
        """Refuse a text that is no value either, as a name of a column that is not there."""
        if name == "levels":
            # Whatever the edition calls a level is one; what it does not is an error of the row.
            return
        try:
            self._read(name, value)
        except DijiaError as error:
            near = self._nearest(value)
            hint = "" if near is None else f" (did you mean {near!r}?)"
            raise ValueError(
                f"{name}: there is no column {value!r}{hint}, and as a value it is refused: {error}"
            ) from error

    def _read(self, name: str, value: str) -> None:
        """Raise where a text is no value: a word of an edition is one that an edition of the set has at least."""
        if name in _OF_EDITION:
            errors = [error for edition in self._editions if (error := self._refused(edition, name, value))]
            if errors and len(errors) == len(self._editions):
                raise errors[0]
            return
        rate = _dijia.parse_rate if name in _RATES else _dijia.parse_decimal
        read: Callable[[str], object] = _dijia.parse_date if name in _DATES else rate
        read(value)

    def _refused(self, edition: Edition, name: str, value: str) -> DijiaError | None:
        try:
            if name == "land_use":
                use = value if self._mapping is None else own_words(self._mapping, _itself).get(value.strip(), value)
                if use is value and self._scheme is not None:
                    edition.land_use_by_code(self._scheme, value)
                else:
                    edition.land_use(use)
            elif name in _LEVELS:
                edition.development_level(value)
            elif name == "city":
                Editions([edition])._handle.check_city(value)
            else:
                edition._reader(name)(value)
        except DijiaError as error:
            return error
        return None

    def _nearest(self, value: str) -> str | None:
        folded = {name.casefold().strip(): name for name in self._names if isinstance(name, str)}
        near = get_close_matches(value.casefold().strip(), folded, n=1)
        return folded[near[0]] if near else None
