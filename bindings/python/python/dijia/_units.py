"""Between the units of land prices and of land, exactly: 1 亩 is 2000/3 ㎡."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dijia import _dijia
from dijia._words import RoundingMode

if TYPE_CHECKING:
    from decimal import Decimal

    from dijia._values import DecimalLike


def _even(mode: RoundingMode) -> bool:
    return RoundingMode(mode) is RoundingMode.HALF_EVEN


def round_decimal(value: DecimalLike, places: int, mode: RoundingMode = RoundingMode.HALF_UP) -> Decimal:
    """Round a decimal to that many places, written out in full.

    >>> round_decimal("0.125", 2), round_decimal("0.125", 2, RoundingMode.HALF_EVEN)
    (Decimal('0.13'), Decimal('0.12'))
    """
    return _dijia.round(value, places, _even(mode))


def wan_yuan_per_mu(
    yuan_per_square_metre: DecimalLike, places: int = 2, mode: RoundingMode = RoundingMode.HALF_UP
) -> Decimal:
    """Return 万元/亩 from 元/㎡: its fifteenth, rounded once.

    >>> wan_yuan_per_mu(9138)
    Decimal('609.20')
    """
    return _dijia.wan_yuan_per_mu(yuan_per_square_metre, places, _even(mode))


def yuan_per_square_metre(wan_yuan_per_mu: DecimalLike) -> Decimal:
    """Return 元/㎡ from 万元/亩: fifteen times as much, exactly."""
    return _dijia.yuan_per_square_metre(wan_yuan_per_mu)


def floor_price(
    land_price: DecimalLike, plot_ratio: DecimalLike, places: int = 2, mode: RoundingMode = RoundingMode.HALF_UP
) -> Decimal:
    """Return the floor price from the land price: divided by the plot ratio, rounded once.

    >>> floor_price(9138, "2.0")
    Decimal('4569.00')
    """
    return _dijia.floor_price(land_price, plot_ratio, places, _even(mode))


def land_price(floor_price: DecimalLike, plot_ratio: DecimalLike) -> Decimal:
    """Return the land price from the floor price: times the plot ratio, exactly."""
    return _dijia.land_price(floor_price, plot_ratio)


def mu(square_metres: DecimalLike) -> Decimal:
    """Return 亩 from ㎡: 3/2000 of it, exactly.

    >>> mu(1000)
    Decimal('1.5000')
    """
    return _dijia.mu(square_metres)


def square_metres(mu: DecimalLike, places: int = 2, mode: RoundingMode = RoundingMode.HALF_UP) -> Decimal:
    """Return ㎡ from 亩: 2000/3 of it, rounded once.

    >>> square_metres(1, places=4)
    Decimal('666.6667')
    """
    return _dijia.square_metres(mu, places, _even(mode))


def total_yuan(
    unit_price: DecimalLike, square_metres: DecimalLike, places: int = 2, mode: RoundingMode = RoundingMode.HALF_UP
) -> Decimal:
    """Return the total in 元 from a price in 元/㎡ and an area in ㎡, rounded once.

    >>> total_yuan("8760.43", 1000)
    Decimal('8760430.00')
    """
    return _dijia.total_yuan(unit_price, square_metres, places, _even(mode))


def total_wan_yuan(
    unit_price: DecimalLike, square_metres: DecimalLike, places: int = 2, mode: RoundingMode = RoundingMode.HALF_UP
) -> Decimal:
    """Return the total in 万元 from a price in 元/㎡ and an area in ㎡, rounded once.

    >>> total_wan_yuan("8760.43", 1000)
    Decimal('876.04')
    """
    return _dijia.total_wan_yuan(unit_price, square_metres, places, _even(mode))
