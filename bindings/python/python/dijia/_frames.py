"""Arguments of the accessors of data frames: names of columns, and values for all rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from dijia import _dijia
from dijia._edition import JINAN_2020, Edition
from dijia._errors import DijiaError
from dijia._words import own_land_use

_OPTIONS = {
    "basis",
    "columns",
    "corrections",
    "date_index",
    "dtype",
    "district",
    "edition",
    "errors",
    "mapping",
    "places",
    "plot_ratio_table",
    "policy",
    "progress",
    "scheme",
    "unit_costs",
}
"""Arguments that are no columns."""
_DATES = {"base_date", "valuation_date", "expiry_date"}
_RATES = {"capitalization_rate", "monthly_growth", "coefficients", "factor_corrections"}
_OF_EDITION = {"land_use", "zone", "grade"}
_WORDS: dict[str, Callable[[str], object]] = {
    "site_development": _dijia.parse_development_level,
    "basis_development": _dijia.parse_development_level,
}


class Named:
    """The columns of a frame, by their names."""

    def __init__(self, names: Any, column: Callable[[Any], Any], given: Mapping[str, Any]) -> None:
        self._names = list(names)
        self._column = column
        self._mapping = given.get("mapping")
        self._scheme: str | None = given.get("scheme")
        self._edition: Edition = given.get("edition", JINAN_2020)

    def arguments(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments with columns in place of their names."""
        return {name: value if name in _OPTIONS else self.argument(name, value) for name, value in given.items()}

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
        if name == "land_use" and self._scheme is not None:
            self._edition.land_use_by_code(self._scheme, value)
            return
        if name == "land_use":
            value_or_use = own_land_use(value, self._mapping, self._edition)
            if not isinstance(value_or_use, str):
                return
        read = self._edition._reader(name) if name in _OF_EDITION else _WORDS.get(name)
        if read is None:
            rate = _dijia.parse_rate if name in _RATES else _dijia.parse_decimal
            read = _dijia.parse_date if name in _DATES else rate
        try:
            read(value)
        except DijiaError as error:
            near = self._nearest(value)
            hint = "" if near is None else f" (did you mean {near!r}?)"
            raise ValueError(
                f"{name}: there is no column {value!r}{hint}, and as a value it is refused: {error}"
            ) from error

    def _nearest(self, value: str) -> str | None:
        folded = {name.casefold().strip(): name for name in self._names if isinstance(name, str)}
        near = get_close_matches(value.casefold().strip(), folded, n=1)
        return folded[near[0]] if near else None
