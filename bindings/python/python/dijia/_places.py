"""Floats of spreadsheets and attribute tables, made the decimals that were written there."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dijia import _dijia
from dijia._plain import with_article


class Places:
    """To how many places the floats of each argument are written; None leaves floats to be refused."""

    def __init__(self, places: int | Mapping[str, int] | None) -> None:
        for name, number in places.items() if isinstance(places, Mapping) else [("", places)]:
            if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
                where = f"places[{name!r}]" if name else "places"
                raise TypeError(f"{where} is {with_article(type(number))}: pass an int")
        self._of: Mapping[str, int] | None = dict(places) if isinstance(places, Mapping) else None
        self._all = None if isinstance(places, Mapping) else places
        self._met: set[str] = set()

    def rounded(self, name: str, value: Any) -> Any:
        """Make decimals of the floats of an argument; what else is in it is left as it is."""
        name = name.partition("[")[0]
        self._met.add(name)
        places = self._all if self._of is None else self._of.get(name)
        return value if places is None else decimals_of_floats(value, places)

    def check(self) -> None:
        """Refuse places of an argument that is not there."""
        for name in self._of or ():
            if name not in self._met:
                raise ValueError(f"places has {name!r}, which is no argument given")


def decimals_of_floats(value: Any, places: int) -> Any:
    """Make decimals of floats: of one, of those in a list, or of a column of them; anything else is left as it is."""
    if _is_float(value):
        return _dijia.float_to_decimal(value, places)
    if isinstance(value, list):
        kinds = set(map(type, value))
        if not any(_is_float_kind(kind) for kind in kinds):
            return value
        made = _column([item if _is_float(item) else None for item in value], places)
        if all(_is_float_kind(kind) or kind is type(None) for kind in kinds):
            return made
        decimals = made if isinstance(made, list) else _dijia.to_list(made)
        return [decimal if _is_float(item) else item for item, decimal in zip(value, decimals, strict=True)]
    return _column(value, places) if _is_column_of_floats(value) else value


def _column(floats: Any, places: int) -> Any:
    """Make a column of decimals; a float that none of them holds stays what it is, for its row to be refused."""
    made, others = _dijia.floats_and_others(floats, places)
    if not others:
        return made
    decimals = _dijia.to_list(made)
    for row, other in others:
        decimals[row] = Decimal(repr(other))
    return decimals


def _is_float(value: Any) -> bool:
    return _is_float_kind(type(value))


def _is_float_kind(kind: type) -> bool:
    np = sys.modules.get("numpy")
    return issubclass(kind, float) or (np is not None and issubclass(kind, np.floating))


def _is_column_of_floats(value: Any) -> bool:
    library = type(value).__module__.partition(".")[0]
    if library == "polars":
        return bool(value.dtype.is_float())
    if library == "pyarrow":
        return bool(sys.modules["pyarrow"].types.is_floating(value.type))
    if not hasattr(value, "__arrow_c_schema__"):
        return False
    try:
        _dijia.floats_and_others(value, 0)
    except TypeError:
        return False
    return True
