"""What is to be paid for a parcel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dijia import _dijia, _html
from dijia._appraised import Appraised, is_english
from dijia._dicts import policy_to_dict
from dijia._mixed import MixedAppraised
from dijia._plain import plain
from dijia._values import DecimalLike, RoundingPolicy
from dijia._words import Language, Layout

if TYPE_CHECKING:
    from decimal import Decimal


class Payment:
    """What is to be paid for a parcel (应缴地价款); `str` is its worksheet in Chinese."""

    __slots__ = ("_figures", "_given", "_handle", "_of_floor", "_policy")

    def __init__(self, _given: tuple[Any, ...], _of_floor: bool, _policy: RoundingPolicy) -> None:
        self._handle = _dijia.Payment(_given, _of_floor, _policy)
        self._given = tuple(self._handle.given())
        self._figures = tuple(self._handle.figures())
        self._of_floor = _of_floor
        self._policy = _policy

    @property
    def price(self) -> Decimal:
        """V, the unit price that the payment is of, 元/㎡."""
        return self._given[0]  # type: ignore[return-value]

    @property
    def original_price(self) -> Decimal | None:
        """V0, the price under the original conditions (原条件地价), 元/㎡; None where there is none."""
        return self._given[1]

    @property
    def payment_ratio(self) -> Decimal | None:
        """The part that is paid (缴纳比例), k."""
        return self._given[2]

    @property
    def minimum_price(self) -> Decimal | None:
        """The minimum price (最低价) as it was given, 元/㎡."""
        return self._given[3]

    @property
    def minimum_ratio(self) -> Decimal | None:
        """The part of the minimum price that the payment is not to be below."""
        return self._given[4]

    @property
    def area(self) -> Decimal | None:
        """The area that is paid for, ㎡."""
        return self._given[5]

    @property
    def is_of_floor(self) -> bool:
        """Whether the prices and the area are of floor, and not of land."""
        return self._of_floor

    @property
    def difference(self) -> Decimal | None:
        """V - V0, 元/㎡, exact; None without an original price."""
        return self._figures[0]

    @property
    def minimum(self) -> Decimal | None:
        """The minimum payment of a square metre, 元/㎡."""
        return self._figures[1]

    @property
    def unit_payment(self) -> Decimal:
        """The payment for a square metre (应缴单价), 元/㎡."""
        return self._figures[2]  # type: ignore[return-value]

    @property
    def is_minimum(self) -> bool:
        """Whether the minimum is paid, being more than (V - V0) × k."""
        return self._handle.is_minimum()

    @property
    def total_yuan(self) -> Decimal | None:
        """The whole payment (应缴总额) in 元; None without an area."""
        return self._figures[3]

    @property
    def total_wan_yuan(self) -> Decimal | None:
        """The whole payment in 万元; None without an area."""
        return self._figures[4]

    @property
    def policy(self) -> RoundingPolicy:
        """The policy that the figures are rounded by."""
        return self._policy

    def worksheet(self, language: Language | str = Language.CHINESE, layout: Layout | str = Layout.WIDE) -> str:
        """Return every step with its inputs, and the formula with the numbers filled in."""
        return self._handle.worksheet(is_english(language), Layout(layout).value)

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values: decimals as `decimal.Decimal`."""
        return {
            "unit_price": self.price,
            "original_price": self.original_price,
            "difference": self.difference,
            "payment_ratio": self.payment_ratio,
            "minimum_price": self.minimum_price,
            "minimum_ratio": self.minimum_ratio,
            "minimum": self.minimum,
            "unit_payment": self.unit_payment,
            "is_minimum": self.is_minimum,
            "area": self.area,
            "total_yuan": self.total_yuan,
            "total_wan_yuan": self.total_wan_yuan,
            "policy": policy_to_dict(self.policy),
        }

    def _repr_html_(self) -> str:
        return _html.sheet(self.worksheet(layout="html"))

    def _repr_markdown_(self) -> str:
        return self.worksheet(layout="markdown")

    def __str__(self) -> str:
        return self.worksheet()

    def __repr__(self) -> str:
        return f"<Payment {self.unit_payment} 元/㎡>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Payment):
            return NotImplemented
        ours, others = ((it._given, it._figures, it._of_floor, it._policy) for it in (self, other))
        return ours == others

    def __hash__(self) -> int:
        return hash((self._given, self._of_floor))

    def __reduce__(self) -> tuple[Any, ...]:
        return Payment, (self._given, self._of_floor, self._policy)


def payment(
    price: Appraised | MixedAppraised | DecimalLike,
    *,
    original_price: Appraised | MixedAppraised | DecimalLike | None = None,
    payment_ratio: DecimalLike | None = None,
    minimum_price: DecimalLike | None = None,
    minimum_ratio: DecimalLike | None = None,
    area: DecimalLike | None = None,
    per_floor_area: bool = False,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
) -> Payment:
    """Compute what is to be paid for a parcel: (V - V0) × k, and not less than the minimum.

    Args:
        price: V, an appraised parcel or its unit price, 元/㎡.
        original_price: V0, the price under the original conditions (原条件地价), likewise: the difference alone is paid
            (补缴地价款), and a price that is not above it is a `NotPositiveError`.
        payment_ratio: k, the part that is paid (缴纳比例), at most 1: `"40%"` or `0.4` as a decimal.
        minimum_price: The price below which the payment is not to be (最低价), 元/㎡; or with `minimum_ratio` what
            that is a part of.
        minimum_ratio: The part of `minimum_price`, at most 1.
        area: The area that is paid for, ㎡, which the totals need.
        per_floor_area: Whether the prices are of a square metre of floor; the area then is of floor too.
        policy: How figures are rounded: for a square metre as a unit price, the totals as amounts.

    >>> import dijia
    >>> dijia.payment("1144.60", original_price=710, payment_ratio="40%", area=1000).total_yuan
    Decimal('173840.00')
    >>> dijia.payment("1144.60", payment_ratio="40%", minimum_price=710, minimum_ratio="70%")
    <Payment 497.00 元/㎡>

    """
    numbers = (_price(price), _price(original_price), payment_ratio, minimum_price, minimum_ratio, area)
    return Payment(tuple(map(plain, numbers)), per_floor_area, policy)


def _price(of: Any) -> Any:
    return of.unit_price if isinstance(of, (Appraised, MixedAppraised)) else of
