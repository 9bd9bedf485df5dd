"""Pricing one parcel, and showing how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from dijia import _dijia
from dijia._edition import EDITIONS, JINAN_2020, Edition
from dijia._values import (
    AppraisalWarning,
    BareFactors,
    Basis,
    BeforeBaseDate,
    Citation,
    DateIndex,
    DateLike,
    DateUncorrected,
    DecimalLike,
    DevelopmentLevel,
    Document,
    GradePrice,
    Input,
    LargeDeviation,
    NoValuationDate,
    OutsideValidity,
    PlotRatioTable,
    PlotRatioUncorrected,
    RoundingPolicy,
    Step,
    ZoneCode,
    ZonePrice,
)
from dijia._words import Area, Grade, LandUse, Language, Quantity, Service, Source, StepKind, Unit, Validity

if TYPE_CHECKING:
    from decimal import Decimal

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
    )
}


def appraise(
    land_use: LandUse | str | None = None,
    zone: ZoneCode | str | None = None,
    *,
    grade: Grade | str | None = None,
    base_price: DecimalLike | None = None,
    basis: Basis | None = None,
    capitalization_rate: DecimalLike | None = None,
    statutory_term: DecimalLike | None = None,
    base_date: DateLike | None = None,
    basis_development: DevelopmentLevel | Iterable[Service | str] | str | None = None,
    remaining_term: DecimalLike | None = None,
    valuation_date: DateLike | None = None,
    expiry_date: DateLike | None = None,
    plot_ratio: DecimalLike | None = None,
    plot_ratio_coefficient: DecimalLike | None = None,
    plot_ratio_table: PlotRatioTable
    | Mapping[DecimalLike, DecimalLike]
    | Iterable[tuple[DecimalLike, DecimalLike]]
    | None = None,
    date_coefficient: DecimalLike | None = None,
    date_index: DateIndex | Mapping[DateLike, DecimalLike] | Iterable[tuple[DateLike, DecimalLike]] | None = None,
    monthly_growth: DecimalLike | None = None,
    coefficients: Mapping[str, DecimalLike] | None = None,
    factor_corrections: Mapping[str, DecimalLike] | None = None,
    development_adjustment: DecimalLike | None = None,
    site_development: DevelopmentLevel | Iterable[Service | str] | str | None = None,
    unit_costs: Mapping[Service | str, DecimalLike] | None = None,
    area: DecimalLike | None = None,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
    edition: Edition = JINAN_2020,
) -> Appraised:
    """Price a parcel by the coefficient-correction method (基准地价系数修正法, GB/T 18508-2014).

    unit price = P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi) + Kf

    What is not given takes no part; what is given and would take no part is an error. Decimals are given as
    `decimal.Decimal`, int or str; rates and factors as str may be in per cent.

    >>> import dijia
    >>> appraised = dijia.appraise(
    ...     "商服",
    ...     "Ⅲ-4",
    ...     remaining_term="33.57",
    ...     coefficients={"面积": "0.98"},
    ...     factor_corrections={"区域": "2.402%"},
    ...     area=1000,
    ... )
    >>> appraised.unit_price, appraised.total_wan_yuan
    (Decimal('8760.43'), Decimal('876.04'))

    Args:
        land_use: The use of the land, for a published price.
        zone: The zone whose price is P.
        grade: The grade whose price is P, where that and not a zone's is wanted.
        base_price: A price P of one's own, 元/㎡ of land.
        basis: The published basis that a price of one's own has.
        capitalization_rate: r, instead of that of the basis; 6.4 % is ``"0.064"`` or ``"6.4%"``.
        statutory_term: n in years, instead of that of the basis.
        base_date: The date that P is the price of, instead of that of the basis.
        basis_development: The development level that P assumes, instead of that of the basis.
        remaining_term: m in years: P is corrected by Ky.
        valuation_date: The date that the parcel is appraised for.
        expiry_date: The date on which the right ends, instead of `remaining_term`.
        plot_ratio: The plot ratio of the parcel, for the floor price and a table.
        plot_ratio_coefficient: Kv.
        plot_ratio_table: The table that gives Kv.
        date_coefficient: Kt.
        date_index: The series that gives Kt: index on the valuation date ÷ index on the base date.
        monthly_growth: The monthly rate that gives Kt = (1 + g)^months.
        coefficients: Further coefficients Kj by name.
        factor_corrections: Factor corrections Ki by name, signed fractions above -1 and below 1; ``"2.402%"`` says its
            unit, and bare numbers beyond 30 % together are warned of.
        development_adjustment: Kf, 元/㎡.
        site_development: The development level of the site, from which Kf follows with `unit_costs`.
        unit_costs: 元/㎡ by service.
        area: The area of the parcel, ㎡.
        policy: Which figures are rounded, and how.
        edition: The edition that `zone`, `grade` and `basis` are of.

    Raises:
        DijiaError: One of its subclasses for whatever has no honest answer: the first rule that the inputs break.
        TypeError: For a float where a decimal is meant.

    """
    arguments = {name: value for name, value in locals().items() if value is not None}
    return Appraised(arguments)


def _frozen(value: Any) -> Any:
    if isinstance(value, (Mapping, PlotRatioTable, DateIndex, str)):
        return value
    if isinstance(value, Iterable) and not isinstance(value, DevelopmentLevel):
        return tuple(value)
    return value


def _hashable(value: Any) -> Any:
    return tuple(value.items()) if isinstance(value, Mapping) else value


class Appraised:
    """A priced parcel: the figures, how they came about, and what to look at before signing.

    `str` is the worksheet in Chinese, which reproduces the figures when computed again by hand; `worksheet` gives it in
    either language. Two are equal if their inputs and figures are.
    """

    __slots__ = ("_arguments", "_figures", "_handle")

    _arguments: dict[str, Any]

    def __init__(self, _arguments: dict[str, Any]) -> None:
        arguments = {name: _frozen(value) for name, value in _arguments.items()}
        self._arguments = arguments
        self._handle = _dijia.Appraisal(arguments["edition"]._place, arguments)
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
            return edition.zone_price(given["land_use"], given["zone"])
        if "grade" in given:
            return edition.grade_price(given["land_use"], given["grade"])
        return self._figures[6]  # type: ignore[return-value]

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

    def worksheet(self, language: Language | str = Language.CHINESE) -> str:
        """Every step with its inputs, and the formula with the numbers filled in."""
        return self._handle.worksheet(_is_english(language))

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values: decimals as `decimal.Decimal`, words as str."""
        policy = self.policy
        return {
            "base_price": _base_to_dict(self.base_price),
            "unit_price": self.unit_price,
            "wan_yuan_per_mu": self.wan_yuan_per_mu,
            "floor_price": self.floor_price,
            "total_yuan": self.total_yuan,
            "total_wan_yuan": self.total_wan_yuan,
            "deviation": self.deviation,
            "policy": _policy_to_dict(policy),
            "warnings": [str(warning) for warning in self.warnings],
            "steps": [_step_to_dict(step) for step in self.steps],
        }

    def to_html(self, language: Language | str = Language.CHINESE) -> str:
        """The worksheet as a table of HTML."""
        return _html(self, _is_english(language))

    def _repr_html_(self) -> str:
        return self.to_html()

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


def _is_english(language: Language | str) -> bool:
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
        annex, notes, row, chinese, english = cited
        citation = Citation(document, annex, None if notes is None else list(Area)[notes], row, chinese, english)

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


def _basis_to_dict(basis: Basis) -> dict[str, Any]:
    return {
        "area": str(basis.area),
        "land_use": str(basis.land_use),
        "base_date": str(basis.base_date),
        "right": str(basis.right),
        "statutory_term": basis.statutory_term,
        "development_level": str(basis.development_level),
        "plot_ratio": basis.plot_ratio,
        "capitalization_rate": basis.capitalization_rate,
        "citation": str(basis.citation),
    }


def _zone_to_dict(price: ZonePrice) -> dict[str, Any]:
    return {
        "land_use": str(price.land_use),
        "code": str(price.code),
        "per_square_metre": price.per_square_metre,
        "wan_yuan_per_mu": price.wan_yuan_per_mu,
        "per_floor_area": price.per_floor_area,
        "basis": _basis_to_dict(price.basis),
        "citation": str(price.citation),
    }


def _grade_to_dict(price: GradePrice) -> dict[str, Any]:
    return {
        "land_use": str(price.land_use),
        "grade": str(price.grade),
        "per_square_metre": price.per_square_metre,
        "zone_count": price.zone_count,
        "basis": _basis_to_dict(price.basis),
        "citation": str(price.citation),
    }


def _base_to_dict(base: ZonePrice | GradePrice | Decimal) -> dict[str, Any]:
    if isinstance(base, ZonePrice):
        return {"zone": _zone_to_dict(base)}
    if isinstance(base, GradePrice):
        return {"grade": _grade_to_dict(base)}
    return {"own": base}


def _policy_to_dict(policy: RoundingPolicy) -> dict[str, Any]:
    return {
        "coefficient_places": policy.coefficient_places,
        "unit_price_places": policy.unit_price_places,
        "amount_places": policy.amount_places,
        "mode": str(policy.mode),
    }


def _step_to_dict(step: Step) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        from decimal import Decimal

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
        "source": str(step.citation or step.source),
    }


def _html(appraised: Appraised, english: bool) -> str:
    titles = (
        ("symbol", "item", "computation", "before rounding", "value", "unit", "source")
        if english
        else ("符号", "项目", "算式", "取位前", "取值", "单位", "来源")
    )
    right = ' style="text-align: right"'
    left = ' style="text-align: left"'
    numbers = (3, 4)

    def row(cells: Iterable[str], tag: str) -> str:
        made = (
            f"<{tag}{right if place in numbers else left}>{escape(cell)}</{tag}>" for place, cell in enumerate(cells)
        )
        return f"<tr>{''.join(made)}</tr>"

    def cells(step: Step) -> tuple[str, ...]:
        label = step.kind.english if english else step.kind.chinese
        name = "" if step.name is None else f" {step.name}"
        source = (
            (step.source.english if english else step.source.chinese)
            if step.source is not Source.CALLER
            else ("given" if english else "给定")
        )
        if step.citation is not None:
            source = step.citation.english if english else step.citation.chinese
        return (
            step.symbol,
            label + name,
            step.expression if english else step.expression_chinese,
            "" if step.before_rounding is None else format(step.before_rounding, "f"),
            format(step.value, "f") + ("…" if step.unrounded else ""),
            step.unit.english if english else step.unit.chinese,
            source,
        )

    body = "".join(row(cells(step), "td") for step in appraised.steps)
    sheet = appraised.worksheet(Language.ENGLISH if english else Language.CHINESE)
    heading, _, formula = sheet.split("\n\n", 2)
    title, *lines = heading.splitlines()
    under = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return (
        f"<div><strong>{escape(title)}</strong>{under}"
        f"<table><thead>{row(titles, 'th')}</thead><tbody>{body}</tbody></table>"
        f"<pre>{escape(formula.rstrip())}</pre></div>"
    )


class MixedAppraised:
    """A priced parcel of several uses; `str` is its worksheet in Chinese."""

    __slots__ = ("_area", "_figures", "_policy", "_shares", "_sheets")

    def __init__(self, _shares: tuple[tuple[Appraised, Any], ...], _area: Any, _policy: RoundingPolicy) -> None:
        handles = [(appraised._handle, share) for appraised, share in _shares]
        figures, chinese, english, parts = _dijia.mixed_use(handles, _area, _policy)
        self._shares = tuple((appraised, part) for (appraised, _), part in zip(_shares, parts, strict=True))
        self._area = _area
        self._policy = _policy
        self._figures = figures
        self._sheets = (chinese, english)

    @property
    def shares(self) -> tuple[tuple[Appraised, Decimal], ...]:
        """The uses and their shares."""
        return self._shares

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

    def worksheet(self, language: Language | str = Language.CHINESE) -> str:
        """The formula with the numbers filled in."""
        return self._sheets[_is_english(language)]

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values: decimals as `decimal.Decimal`, words as str."""
        return {
            "unit_price": self.unit_price,
            "wan_yuan_per_mu": self.wan_yuan_per_mu,
            "total_yuan": self.total_yuan,
            "total_wan_yuan": self.total_wan_yuan,
            "policy": _policy_to_dict(self.policy),
            "shares": [{"share": share, "appraised": use.to_dict()} for use, share in self.shares],
        }

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>" + "".join(use._repr_html_() for use, _ in self.shares)

    def __str__(self) -> str:
        return self._sheets[0]

    def __repr__(self) -> str:
        return f"<MixedAppraised {self.unit_price} 元/㎡ of {len(self.shares)} uses>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, MixedAppraised):
            return NotImplemented
        return (self._figures, self._shares, self._policy) == (other._figures, other._shares, other._policy)

    def __hash__(self) -> int:
        return hash(tuple(self._figures))

    def __reduce__(self) -> tuple[Any, ...]:
        return MixedAppraised, (self._shares, self._area, self._policy)


def mixed_use(
    shares: Iterable[tuple[Appraised, DecimalLike]],
    *,
    area: DecimalLike | None = None,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
) -> MixedAppraised:
    """Price a parcel of several uses: Σ unit price × share, the shares summing to exactly 1.

    >>> import dijia
    >>> shops, flats = dijia.appraise("商服", "Ⅲ-4"), dijia.appraise("住宅", "Ⅲ-4")
    >>> dijia.mixed_use([(shops, "0.3"), (flats, "0.7")], area=1000)
    <MixedAppraised 10540.80 元/㎡ of 2 uses>
    """
    return MixedAppraised(tuple(shares), area, policy)


__all__ = ["EDITIONS", "Appraised", "MixedAppraised", "appraise", "mixed_use"]
