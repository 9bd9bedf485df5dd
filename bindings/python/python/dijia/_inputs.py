"""What a program says of a parcel, before the extension reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dijia._edition import Edition
from dijia._plain import pairs, plain
from dijia._published import Basis
from dijia._values import DateIndex, DevelopmentLevel, PlotRatioTable, RoundingPolicy
from dijia._words import own_land_use

_PAIRS = {"plot_ratio_table", "date_index", "coefficients", "factor_corrections", "levels", "unit_costs"}
_LEVELS = {"site_development", "basis_development"}
_BASES = ("zone", "grade", "base_price")
_NEEDED = {"policy", "edition"}
"""Arguments that have a value where nothing is given, and of which None is none."""
_KINDS = {"basis": Basis, "policy": RoundingPolicy, "edition": Edition}


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of one parcel that are not left out, with the land use in a word of the library's.

    Raises:
        TypeError: For arguments of which one would take no part.

    """
    made = named(arguments)
    check(made)
    mapping = made.pop("mapping", None)
    if mapping is None:
        return made
    return {**made, "land_use": own_land_use(made["land_use"], mapping, made["edition"])}


def named(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments that are not left out."""
    return {name: value for name, value in arguments.items() if value is not None or name in _NEEDED}


def check(made: Mapping[str, Any]) -> None:
    """Refuse arguments of which one would take no part, and those that are not of their kind."""
    bases = [name for name in _BASES if name in made]
    if len(bases) > 1:
        raise TypeError(f"exactly one of zone, grade and base_price is expected, not {' and '.join(bases)}")
    for name in ("land_use", "mapping", "scheme", "district"):
        if name in made and bases == ["base_price"]:
            raise TypeError(f"{name} takes no part beside base_price: leave it out, or give a zone or a grade")
    for name in ("mapping", "scheme"):
        if name in made and "land_use" not in made:
            raise TypeError(f"{name} takes no part without land_use")
    for name, kind in _KINDS.items():
        if name in made and not isinstance(made[name], kind):
            raise TypeError(f"{name} is a {type(made[name]).__name__}: pass a {kind.__name__}")


def frozen(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments with nothing of the caller's in them that may change: a price stays what it was."""
    made = {name: _frozen(name, value) for name, value in arguments.items()}
    return {name: value for name, value in made.items() if value is not None}


def _frozen(name: str, value: Any) -> Any:
    if name in _PAIRS:
        return value if isinstance(value, (PlotRatioTable, DateIndex)) else pairs(value)
    if name in _LEVELS and isinstance(value, Iterable) and not isinstance(value, (str, DevelopmentLevel)):
        return tuple(value)
    return plain(value)
