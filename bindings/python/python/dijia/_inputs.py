"""What a program says of a parcel, before the extension reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dijia._baked import DEFAULT, JINAN_2020
from dijia._edition import Edition
from dijia._editions import Editions
from dijia._origin import Origin
from dijia._plain import pairs, plain, with_article
from dijia._published import Basis
from dijia._values import DateIndex, DevelopmentLevel, PlotRatioTable, RoundingPolicy
from dijia._words import own_land_use

_PAIRS = {"plot_ratio_table", "date_index", "coefficients", "factor_corrections", "levels", "unit_costs"}
_LEVELS = {"site_development", "basis_development"}
_BASES = ("zone", "grade", "base_price")
_NEEDED = {"policy", "edition"}
"""Arguments that have a value where nothing is given, and of which None is none."""
_KINDS = {
    "basis": Basis,
    "policy": RoundingPolicy,
    "edition": Edition,
    "origin": Origin,
    "editions": Editions,
    "known_editions": Editions,
}


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of one parcel that are not left out, with the land use in a word of the library's.

    Raises:
        TypeError: For arguments of which one would take no part.

    """
    made = named(arguments)
    check(made)
    made = _in_force(made)
    mapping = made.pop("mapping", None)
    if mapping is None:
        return made
    return {**made, "land_use": own_land_use(made["land_use"], mapping, made["edition"])}


def named(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments that are not left out."""
    given = {name: value for name, value in arguments.items() if value is not None or name in _NEEDED}
    return {name: value for name, value in given.items() if value is not DEFAULT}


def _in_force(made: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments with the one edition that the parcel is priced from."""
    if "editions" not in made:
        return {"edition": JINAN_2020, **made}
    editions = made.pop("editions")
    city = plain(made.pop("city", editions.cities[0]))
    found = editions.on(city, plain(made["valuation_date"]))
    return {**made, "edition": found, "known_editions": editions}


def check_editions(made: Mapping[str, Any], date: str) -> None:
    """Refuse what says nothing, or too little, of the editions to price from; `date` is the argument that says when."""
    editions: Editions | None = made.get("editions")
    if editions is None:
        for name in ("city", *({date} - {"valuation_date"})):
            if name in made:
                raise TypeError(f"{name} takes no part without editions")
        return
    for name in ("edition", "known_editions"):
        if name in made:
            raise TypeError(f"{name} takes no part beside editions, which are known: leave it out")
    if not len(editions):
        raise TypeError("editions has no edition in it")
    if date not in made:
        raise TypeError(f"editions needs {date}, which says which of them is in force")
    if "city" not in made and len(editions.cities) > 1:
        raise TypeError(f"editions is of several cities, {', '.join(editions.cities)}: say which by city")


def check(made: Mapping[str, Any]) -> None:
    """Refuse arguments of which one would take no part, and those that are not of their kind."""
    bases = [name for name in _BASES if name in made]
    if len(bases) > 1:
        raise TypeError(f"exactly one of zone, grade and base_price is expected, not {' and '.join(bases)}")
    for name in ("land_use", "mapping", "scheme", "district", "editions"):
        if name in made and bases == ["base_price"]:
            raise TypeError(f"{name} takes no part beside base_price: leave it out, or give a zone or a grade")
    if "known_editions" in made and bases == ["base_price"] and "basis" not in made:
        raise TypeError("known_editions takes no part beside base_price without basis: a price of one's own is of none")
    for name in ("mapping", "scheme"):
        if name in made and "land_use" not in made:
            raise TypeError(f"{name} takes no part without land_use")
    check_kinds(made)
    check_editions(made, "valuation_date")


def check_kinds(made: Mapping[str, Any]) -> None:
    """Refuse arguments that are not of their kind."""
    for name, kind in _KINDS.items():
        if name in made and not isinstance(made[name], kind):
            raise TypeError(f"{name} is {with_article(type(made[name]))}: pass {with_article(kind)}")


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
