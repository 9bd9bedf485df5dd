"""Figures and what they come from as plain values: decimals as `decimal.Decimal`, words as str."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dijia._published import Basis, GradePrice, ZonePrice
from dijia._words import Source

if TYPE_CHECKING:
    from dijia._origin import Origin
    from dijia._values import RoundingPolicy, Step


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _basis_to_dict(basis: Basis) -> dict[str, Any]:
    return {
        "area": str(basis.area),
        "land_use": _text(basis.land_use),
        "base_date": _text(basis.base_date),
        "right": basis.right,
        "statutory_term": basis.statutory_term,
        "development_level": _text(basis.development_level),
        "plot_ratio": basis.plot_ratio,
        "capitalization_rate": basis.capitalization_rate,
        "citation": str(basis.citation),
    }


def zone_to_dict(price: ZonePrice) -> dict[str, Any]:
    return {
        "land_use": str(price.land_use),
        "code": str(price.code),
        "per_square_metre": price.per_square_metre,
        "wan_yuan_per_mu": price.wan_yuan_per_mu,
        "per_floor_area": price.per_floor_area,
        "basis": _basis_to_dict(price.basis),
        "citation": str(price.citation),
    }


def grade_to_dict(price: GradePrice) -> dict[str, Any]:
    return {
        "land_use": str(price.land_use),
        "grade": str(price.grade),
        "per_square_metre": price.per_square_metre,
        "zone_count": price.zone_count,
        "basis": _basis_to_dict(price.basis),
        "citation": str(price.citation),
    }


def base_to_dict(base: ZonePrice | GradePrice | Decimal, origin: Origin | None) -> dict[str, Any]:
    if isinstance(base, ZonePrice):
        return {"zone": zone_to_dict(base)}
    if isinstance(base, GradePrice):
        return {"grade": grade_to_dict(base)}
    return {"own": base} if origin is None else {"own": base, "origin": str(origin)}


def policy_to_dict(policy: RoundingPolicy) -> dict[str, Any]:
    return {
        "coefficient_places": policy.coefficient_places,
        "unit_price_places": policy.unit_price_places,
        "amount_places": policy.amount_places,
        "mode": str(policy.mode),
    }


def step_to_dict(step: Step) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return value if isinstance(value, Decimal) else str(value)

    return {
        "symbol": step.symbol,
        "english": step.kind.english,
        "chinese": step.kind.chinese,
        "name": step.name,
        "inputs": [{"symbol": given.symbol, "value": plain(given.value)} for given in step.inputs],
        "before_rounding": step.before_rounding,
        "value": step.value,
        "unrounded": step.unrounded,
        "unit": step.unit.chinese,
        "source": _source(step),
    }


def _source(step: Step) -> str | dict[str, str]:
    if step.citation is not None and step.source is Source.DERIVED:
        return {"derived_from": str(step.citation)}
    return str(step.citation or step.source)
