"""Pricing a parcel of several uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dijia import _dijia, _html
from dijia._appraised import Appraised, is_english
from dijia._dicts import policy_to_dict
from dijia._plain import plain
from dijia._values import DecimalLike, RoundingPolicy
from dijia._words import Language, Layout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


class MixedAppraised:
    """A priced parcel of several uses; `str` is its worksheet in Chinese."""

    __slots__ = ("_area", "_by_areas", "_figures", "_policy", "_shares")

    def __init__(
        self,
        _shares: tuple[tuple[Appraised, Any], ...],
        _area: Any,
        _policy: RoundingPolicy,
        _by_areas: bool = False,
    ) -> None:
        handles = [(appraised._handle, share) for appraised, share in _shares]
        self._figures, parts = _dijia.mixed_use(handles, plain(_area), _policy, _by_areas)
        self._shares = tuple((appraised, part) for (appraised, _), part in zip(_shares, parts, strict=True))
        self._area = plain(_area)
        self._policy = _policy
        self._by_areas = _by_areas

    @property
    def shares(self) -> tuple[tuple[Appraised, Decimal], ...]:
        """The uses and their shares, fractions or areas."""
        return self._shares

    @property
    def is_by_areas(self) -> bool:
        """Whether the shares are areas."""
        return self._by_areas

    @property
    def unit_price(self) -> Decimal:
        """The unit price, 元/㎡ of land."""
        return self._figures[0]  # type: ignore[return-value]

    @property
    def wan_yuan_per_mu(self) -> Decimal:
        """The price in 万元/亩: the unit price ÷ 15."""
        return self._figures[1]  # type: ignore[return-value]

    @property
    def total_yuan(self) -> Decimal | None:
        """The total in 元; None without an area."""
        return self._figures[2]

    @property
    def total_wan_yuan(self) -> Decimal | None:
        """The total in 万元; None without an area."""
        return self._figures[3]

    @property
    def policy(self) -> RoundingPolicy:
        """The policy that the combined figures are rounded by; each use keeps its own."""
        return self._policy

    def worksheet(self, language: Language | str = Language.CHINESE, layout: Layout | str = Layout.WIDE) -> str:
        """The formula with the numbers filled in, and the totals."""
        handles = [(use._handle, share) for use, share in self._shares]
        of = (handles, self._area, self._policy, self._by_areas)
        return _dijia.mixed_worksheet(*of, is_english(language), Layout(layout).value)

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values: decimals as `decimal.Decimal`, words as str."""
        return {
            "unit_price": self.unit_price,
            "wan_yuan_per_mu": self.wan_yuan_per_mu,
            "total_yuan": self.total_yuan,
            "total_wan_yuan": self.total_wan_yuan,
            "policy": policy_to_dict(self.policy),
            "is_by_areas": self.is_by_areas,
            "shares": [{"share": share, "appraised": use.to_dict()} for use, share in self.shares],
        }

    def _repr_html_(self) -> str:
        return _html.sheet(self.worksheet(layout="html")) + "".join(use._repr_html_() for use, _ in self.shares)

    def _repr_markdown_(self) -> str:
        own = self.worksheet(layout="markdown")
        return own + "".join("\n" + use.worksheet(layout="markdown") for use, _ in self.shares)

    def __str__(self) -> str:
        return self.worksheet()

    def __repr__(self) -> str:
        return f"<MixedAppraised {self.unit_price} 元/㎡ of {len(self.shares)} uses>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, MixedAppraised):
            return NotImplemented
        ours, others = ((it._figures, it._shares, it._policy, it._by_areas) for it in (self, other))
        return ours == others

    def __hash__(self) -> int:
        return hash(tuple(self._figures))

    def __reduce__(self) -> tuple[Any, ...]:
        return MixedAppraised, (self._shares, self._area, self._policy, self._by_areas)


def mixed_use(
    shares: Iterable[tuple[Appraised, DecimalLike]],
    *,
    by_areas: bool = False,
    area: DecimalLike | None = None,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
) -> MixedAppraised:
    """Price a parcel of several uses: Σ unit price × share, the shares summing to exactly 1.

    With `by_areas` the shares are areas, of land or of floor, ㎡: each use has the exact fraction of the price that its
    area is of all areas together. `area` is that of the parcel, which the totals need.

    >>> import dijia
    >>> shops, flats = dijia.appraise("商服", "Ⅲ-4"), dijia.appraise("住宅", "Ⅲ-4")
    >>> dijia.mixed_use([(shops, "0.3"), (flats, "0.7")], area=1000)
    <MixedAppraised 10540.80 元/㎡ of 2 uses>
    >>> dijia.mixed_use([(shops, 80), (flats, 220)], by_areas=True)
    <MixedAppraised 10607.60 元/㎡ of 2 uses>
    """
    return MixedAppraised(tuple(shares), area, policy, by_areas)
