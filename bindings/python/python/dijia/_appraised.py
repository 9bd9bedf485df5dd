"""What an appraisal comes to, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dijia import _dijia, _html
from dijia._dicts import base_to_dict, policy_to_dict, step_to_dict
from dijia._inputs import frozen
from dijia._published import Citation, Document, GradePrice, ZonePrice
from dijia._values import (
    AppraisalWarning,
    BareFactors,
    BeforeBaseDate,
    DateUncorrected,
    DevelopmentLevel,
    Input,
    LargeDeviation,
    LowerBound,
    NoValuationDate,
    OutsideValidity,
    PlotRatioUncorrected,
    RoundingPolicy,
    Step,
    WithoutLevel,
)
from dijia._words import Language, Layout, Quantity, Source, StepKind, Unit, Validity

if TYPE_CHECKING:
    from decimal import Decimal

    from dijia._edition import Edition
    from dijia._origin import Origin

_WARNINGS: dict[str, type[AppraisalWarning]] = {
    kind.__name__: kind
    for kind in (
        LargeDeviation,
        OutsideValidity,
        BeforeBaseDate,
        NoValuationDate,
        PlotRatioUncorrected,
        DateUncorrected,
        BareFactors,
        WithoutLevel,
        LowerBound,
    )
}


class Appraised:
    """A priced parcel: the figures, how they came about, and what to look at before signing.

    `str` is the worksheet in Chinese, which reproduces the figures when computed again by hand; `worksheet` gives it in
    either language and every layout. Two are equal if their inputs and figures are.
    """

    __slots__ = ("_arguments", "_figures", "_handle")

    _arguments: dict[str, Any]

    def __init__(self, _arguments: dict[str, Any]) -> None:
        arguments = frozen(_arguments)
        self._arguments = arguments
        self._handle = _dijia.Appraisal(arguments["edition"]._handle, _read(arguments))
        self._figures = self._handle.figures()

    @property
    def unit_price(self) -> Decimal:
        """The unit price (宗地单价), 元/㎡ of land."""
        return self._figures[0]  # type: ignore[return-value]

    @property
    def wan_yuan_per_mu(self) -> Decimal:
        """The price in 万元/亩: the unit price ÷ 15."""
        return self._figures[1]  # type: ignore[return-value]

    @property
    def floor_price(self) -> Decimal | None:
        """The floor price (楼面地价), 元/㎡ of floor; None without a plot ratio."""
        return self._figures[2]

    @property
    def total_yuan(self) -> Decimal | None:
        """The total (总价) in 元; None without an area."""
        return self._figures[3]

    @property
    def total_wan_yuan(self) -> Decimal | None:
        """The total in 万元, rounded once; None without an area."""
        return self._figures[4]

    @property
    def deviation(self) -> Decimal:
        """How far the unit price is from the benchmark price, in per cent to 2 places."""
        return self._figures[5]  # type: ignore[return-value]

    @property
    def term_coefficient(self) -> Decimal | None:
        """The term coefficient (年期修正系数), Ky.

        None where there is none, and where the policy leaves it unrounded: its step then has its first digits.
        """
        return self._figures[7]

    @property
    def plot_ratio_coefficient(self) -> Decimal | None:
        """The plot-ratio coefficient (容积率修正系数), Kv; None as for `term_coefficient`."""
        return self._figures[8]

    @property
    def date_coefficient(self) -> Decimal | None:
        """The date coefficient (期日修正系数), Kt; None as for `term_coefficient`."""
        return self._figures[9]

    @property
    def factor_sum(self) -> Decimal | None:
        """The sum of the factor corrections (因素修正), ΣKi; None where there are none."""
        return self._figures[10]

    @property
    def development_adjustment(self) -> Decimal | None:
        """The development adjustment (开发程度修正), Kf, 元/㎡; None where there is none."""
        return self._figures[11]

    @property
    def base_price(self) -> ZonePrice | GradePrice | Decimal:
        """What the appraisal started from: a published price, or the caller's own."""
        given = self._arguments
        edition: Edition = given["edition"]
        if "zone" in given:
            return edition.zone_price(given["land_use"], given["zone"], district=given.get("district"))
        if "grade" in given:
            return edition.grade_price(given["land_use"], given["grade"], district=given.get("district"))
        return self._figures[6]  # type: ignore[return-value]

    @property
    def edition(self) -> Edition | None:
        """The edition that the appraisal started from; of `editions`, the one in force.

        None for a price of one's own without a basis, which is of no edition.
        """
        given = self._arguments
        return None if "base_price" in given and "basis" not in given else given["edition"]

    @property
    def origin(self) -> Origin | None:
        """Where a price of one's own is from, where that was said."""
        origin: Origin | None = self._arguments.get("origin")
        return origin

    @property
    def policy(self) -> RoundingPolicy:
        """The policy that the figures are rounded by."""
        policy: RoundingPolicy = self._arguments["policy"]
        return policy

    @property
    def warnings(self) -> tuple[AppraisalWarning, ...]:
        """What to look at before signing."""
        return tuple(_warning(*warning) for warning in self._handle.warnings())

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, in the order of the formula: what takes no part in it has none."""
        document = self._arguments["edition"].document
        return tuple(_step(document, *step) for step in self._handle.steps())

    def worksheet(self, language: Language | str = Language.CHINESE, layout: Layout | str = Layout.WIDE) -> str:
        """Every step with its inputs, the formula with the numbers filled in, and the warnings."""
        return self._handle.worksheet(is_english(language), Layout(layout).value)

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values: decimals as `decimal.Decimal`, words as str."""
        policy = self.policy
        return {
            "base_price": base_to_dict(self.base_price, self.origin),
            "unit_price": self.unit_price,
            "wan_yuan_per_mu": self.wan_yuan_per_mu,
            "floor_price": self.floor_price,
            "total_yuan": self.total_yuan,
            "total_wan_yuan": self.total_wan_yuan,
            "deviation": self.deviation,
            "policy": policy_to_dict(policy),
            "warnings": [str(warning) for warning in self.warnings],
            "steps": [step_to_dict(step) for step in self.steps],
        }

    def _repr_html_(self) -> str:
        return _html.sheet(self.worksheet(layout="html"))

    def _repr_markdown_(self) -> str:
        return self.worksheet(layout="markdown")

    def __str__(self) -> str:
        return self.worksheet()

    def __repr__(self) -> str:
        base = self.base_price
        what = f"{base} 元/㎡" if not isinstance(base, (ZonePrice, GradePrice)) else repr(base)[1:].split(":")[0]
        return f"<Appraised {self.unit_price} 元/㎡ from {what.removeprefix('ZonePrice ').removeprefix('GradePrice ')}>"

    def _identity(self) -> tuple[Any, ...]:
        steps = [(step.kind, step.name, step.value, step.unrounded) for step in self.steps]
        return (self.worksheet(), tuple(steps), self.policy)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Appraised):
            return NotImplemented
        return self._figures == other._figures and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(tuple(self._figures))

    def __reduce__(self) -> tuple[Any, ...]:
        return Appraised, (self._arguments,)


def _read(arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments as the extension reads them, which knows a basis by its place."""
    made = dict(arguments)
    if "basis" in made:
        made["basis"] = made["edition"]._place_of(made["basis"])
    if "known_editions" in made:
        made["known_editions"] = made["known_editions"]._handle
    return made


def is_english(language: Language | str) -> bool:
    return Language(language) is Language.ENGLISH


def _warning(kind: str, english: str, chinese: str, values: dict[str, Any]) -> AppraisalWarning:
    if "validity" in values:
        values["validity"] = list(Validity)[values["validity"]]
    if "carriers" in values:
        values["carriers"] = tuple((list(Quantity)[quantity], name) for quantity, name in values["carriers"])
    made: AppraisalWarning = _WARNINGS.get(kind, AppraisalWarning)(english, chinese, **values)
    return made


def _step(
    document: Document,
    what: tuple[int, str, str | None, int],
    inputs: list[tuple[str, Decimal | None, Any, int | None]],
    expressions: tuple[str, str],
    values: tuple[Decimal | None, Decimal, bool],
    origin: tuple[int, tuple[Any, ...] | None],
) -> Step:
    kind, symbol, name, unit = what
    source, cited = origin
    expression, expression_chinese = expressions
    before_rounding, number, unrounded = values
    citation = None
    if cited is not None:
        citation = Citation(document, *cited)

    def value(decimal: Decimal | None, date: Any, bits: int | None) -> Any:
        return DevelopmentLevel._of(bits) if bits is not None else date if decimal is None else decimal

    return Step(
        list(StepKind)[kind],
        symbol,
        name,
        tuple(Input(symbol, value(*rest)) for symbol, *rest in inputs),
        expression,
        expression_chinese,
        before_rounding,
        number,
        unrounded,
        list(Unit)[unit],
        list(Source)[source],
        citation,
    )
