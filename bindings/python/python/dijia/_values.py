"""Values: codes and levels, what a caller brings, what an appraisal says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from dijia import _dijia, _html
from dijia._language import IS_CHINESE
from dijia._plain import pairs
from dijia._words import (
    BetweenPoints,
    Grade,
    IndexPeriod,
    Quantity,
    RoundingMode,
    Service,
    Source,
    StepKind,
    Unit,
    Validity,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dijia._published import Citation

DecimalLike: TypeAlias = Decimal | int | str
CoefficientLike: TypeAlias = DecimalLike | Fraction
"""A coefficient: a decimal, or an exact ratio, as a `fractions.Fraction` or a text such as ``"100/103"``."""
"""What is read as a decimal: a `decimal.Decimal`, an int, or a str such as ``"0.9138"``; a float is a TypeError."""
DateLike: TypeAlias = datetime.date | str
"""What is read as a date: a `datetime.date`, or a str such as ``"2020-10-08"`` or ``"2020年10月8日"``."""


@dataclass(frozen=True, slots=True, order=True)
class ZoneCode:
    """The code of a zone (区片): a grade and a number within it.

    >>> ZoneCode.parse("iii－４")
    ZoneCode(Grade.III, 4)
    >>> str(ZoneCode(Grade.III, 4))
    'Ⅲ-4'
    """

    grade: Grade
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 65535:
            raise ValueError(f"a zone number is from 1 to 65535, not {self.number}")

    @classmethod
    def parse(cls, text: str) -> ZoneCode:
        """Read any accepted spelling; an unknown one is an error and never a guess."""
        return cls._of(_dijia.parse_zone_code(text))

    @classmethod
    def _of(cls, numbers: tuple[int, int]) -> ZoneCode:
        grade, number = numbers
        return cls(list(Grade)[grade - 1], number)

    def __str__(self) -> str:
        return _dijia.zone_code(self.grade.number, self.number) or ""

    def __repr__(self) -> str:
        return f"ZoneCode({self.grade!r}, {self.number})"


@dataclass(frozen=True, slots=True)
class DevelopmentLevel:
    """The development level of a site (开发程度): the services that reach it.

    >>> level = DevelopmentLevel.parse("五通一平")
    >>> Service.DRAINAGE in level, Service.GAS in level
    (True, False)
    >>> DevelopmentLevel([Service.ROAD, Service.POWER])
    DevelopmentLevel.parse('road+power')
    """

    bits: int
    """The services as bits of a number, road the lowest."""

    def __init__(self, services: Iterable[Service | str] = ()) -> None:
        bits = 0
        for service in services:
            bits |= 1 << Service(service)._index
        object.__setattr__(self, "bits", bits)

    @classmethod
    def parse(cls, text: str) -> DevelopmentLevel:
        """Read 五通一平, 七通一平, or a list of services, such as ``road+power``.

        What 六通一平 is differs from document to document: `Edition.development_level` reads it.
        """
        return cls._of(_dijia.parse_development_level(text))

    @classmethod
    def _of(cls, bits: int) -> DevelopmentLevel:
        return cls(service for service in Service if bits >> service._index & 1)

    @property
    def services(self) -> tuple[Service, ...]:
        """The services, in the order in which notices list them."""
        return tuple(service for service in Service if service in self)

    @property
    def name(self) -> str | None:
        """The trade's name: 五通一平, 六通一平, 七通一平; None for any other set.

        A document may call another set 六通一平.
        """
        return _dijia.development_level(self.bits)[0]

    def __contains__(self, service: object) -> bool:
        return isinstance(service, Service) and bool(self.bits >> service._index & 1)

    def __str__(self) -> str:
        return _dijia.development_level(self.bits)[1]

    def __repr__(self) -> str:
        return f"DevelopmentLevel.parse({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return DevelopmentLevel._of, (self.bits,)


@dataclass(frozen=True, slots=True)
class RoundingPolicy:
    """Which figures of an appraisal are rounded, to how many places, and how.

    >>> RoundingPolicy(unit_price_places=0, mode=RoundingMode.HALF_EVEN)
    RoundingPolicy(coefficient_places=4, unit_price_places=0, amount_places=2, mode=RoundingMode.HALF_EVEN)
    """

    coefficient_places: int | None = 4
    """Places of derived coefficients; None leaves them unrounded."""
    unit_price_places: int = 2
    amount_places: int = 2
    mode: RoundingMode = RoundingMode.HALF_UP

    ROUNDED_COEFFICIENTS: ClassVar[RoundingPolicy]
    """The default: the printed sheet can be computed again by hand."""
    UNROUNDED_COEFFICIENTS: ClassVar[RoundingPolicy]

    def __post_init__(self) -> None:
        object.__setattr__(self, "mode", RoundingMode(self.mode))
        _dijia.check_policy(self)


RoundingPolicy.ROUNDED_COEFFICIENTS = RoundingPolicy()
RoundingPolicy.UNROUNDED_COEFFICIENTS = RoundingPolicy(coefficient_places=None)


@dataclass(frozen=True, slots=True)
class PlotRatioTable:
    """A table of plot-ratio coefficients (容积率修正系数表), interpolated linearly between its rows.

    Outside the table there is no coefficient, unless an end is open: "≤ 1.0", "≥ 5.0".

    >>> PlotRatioTable({"1.0": "0.85", "2.0": "1"}, open_below=True)
    PlotRatioTable(rows=(('1.0', '0.85'), ('2.0', '1')), open_below=True, open_above=False)
    """

    rows: tuple[tuple[DecimalLike, DecimalLike], ...]
    open_below: bool = False
    """Whether the first row holds for every lower plot ratio too."""
    open_above: bool = False
    """Whether the last row holds for every higher plot ratio too."""

    def __init__(
        self,
        rows: Mapping[DecimalLike, DecimalLike] | Iterable[tuple[DecimalLike, DecimalLike]],
        *,
        open_below: bool = False,
        open_above: bool = False,
    ) -> None:
        object.__setattr__(self, "rows", pairs(rows))
        object.__setattr__(self, "open_below", open_below)
        object.__setattr__(self, "open_above", open_above)


@dataclass(frozen=True, slots=True)
class DateIndex:
    """A dated series of price indices (地价指数); outside the series there is no index.

    All indices are relative to the same date, a fixed base (定基), unless the series is a `chain` (环比).
    """

    points: tuple[tuple[DateLike, DecimalLike], ...]
    between: BetweenPoints = BetweenPoints.LAST_BEFORE
    period: IndexPeriod | None = None
    """Of a chain the period before which is 100; None where the base is fixed."""

    def __init__(
        self,
        points: Mapping[DateLike, DecimalLike] | Iterable[tuple[DateLike, DecimalLike]],
        between: BetweenPoints = BetweenPoints.LAST_BEFORE,
        period: IndexPeriod | None = None,
    ) -> None:
        object.__setattr__(self, "points", pairs(points))
        object.__setattr__(self, "between", BetweenPoints(between))
        object.__setattr__(self, "period", None if period is None else IndexPeriod(period))

    @classmethod
    def chain(
        cls,
        points: Mapping[DateLike, DecimalLike] | Iterable[tuple[DateLike, DecimalLike]],
        period: IndexPeriod,
        between: BetweenPoints = BetweenPoints.LAST_BEFORE,
    ) -> DateIndex:
        """A chain of indices (环比指数): each is that of a period, the period before being 100, and none is left out.

        Kt is the product of the links ÷ 100 that are dated after the base date, up to the valuation date. The first
        enters no product: it is the row that a base date before the second needs.
        """
        return cls(points, between, period)


@dataclass(frozen=True, slots=True)
class Input:
    """Something that a step was computed from."""

    symbol: str
    value: Decimal | datetime.date | DevelopmentLevel


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an appraisal: a figure, what it was computed from, and where it comes from."""

    kind: StepKind
    symbol: str
    name: str | None
    """The caller's name of it, for a further coefficient or a factor correction."""
    inputs: tuple[Input, ...]
    expression: str
    """The computation with its numbers filled in; empty for a figure that was given."""
    expression_chinese: str
    before_rounding: Decimal | None
    value: Decimal
    unrounded: bool
    """Whether the policy left the coefficient unrounded, so that `value` is only as much of it as is shown."""
    unit: Unit
    source: Source
    citation: Citation | None
    """Where the figure is printed; None for one that is not published."""

    def _repr_html_(self) -> str:
        return _html.steps([self], english=False)


@dataclass(frozen=True, slots=True)
class AppraisalWarning:
    """What to look at before signing; it never stops a result.

    ``str`` is English, unless the environment says ``DIJIA_LANGUAGE=zh`` when the package is imported.
    """

    english: str
    chinese: str

    def __str__(self) -> str:
        return self.chinese if IS_CHINESE else self.english


@dataclass(frozen=True, slots=True)
class LargeDeviation(AppraisalWarning):
    """The unit price is more than 30 % away from the benchmark price."""

    percent: Decimal
    carriers: tuple[tuple[Quantity, str | None], ...]
    """The coefficients that carry it, each with the name of a further coefficient.

    They are those that alone move the price by more than 10 % in the direction of the deviation, or where none does,
    all that move it in that direction.
    """

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class OutsideValidity(AppraisalWarning):
    """The document is not in force on the valuation date."""

    valuation_date: datetime.date
    validity: Validity
    first_day: datetime.date | None
    last_day: datetime.date | None
    successor: str | None
    """The name of the edition that follows one that has expired, where a set of editions is given that has it."""

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class BeforeBaseDate(AppraisalWarning):
    """The valuation date is before the date that the benchmark price is the price of."""

    valuation_date: datetime.date
    base_date: datetime.date

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class NoValuationDate(AppraisalWarning):
    """The benchmark price is published, and without a valuation date nobody has checked whether it is in force."""

    first_day: datetime.date | None
    last_day: datetime.date | None

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class PlotRatioUncorrected(AppraisalWarning):
    """The plot ratio is not the one that the benchmark price assumes, and nothing gives Kv."""

    plot_ratio: Decimal
    basis: Decimal

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class DateUncorrected(AppraisalWarning):
    """The valuation date is not the date that the benchmark price is the price of, and nothing gives Kt."""

    valuation_date: datetime.date
    base_date: datetime.date

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class BareFactors(AppraisalWarning):
    """The factor corrections without a per cent sign are more than 30 % together; signs may be missing."""

    sum: Decimal

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class WithoutLevel(AppraisalWarning):
    """Corrections are taken as published, and factors or coefficients of the document have no level."""

    count: int
    first: str
    """The name of the first of them."""

    __str__ = AppraisalWarning.__str__


@dataclass(frozen=True, slots=True)
class LowerBound(AppraisalWarning):
    """The benchmark price is printed as a lower bound (≥)."""

    printed: Decimal

    __str__ = AppraisalWarning.__str__
