"""Pricing one parcel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dijia._appraised import Appraised
from dijia._baked import DEFAULT
from dijia._inputs import given
from dijia._values import (
    CoefficientLike,
    DateIndex,
    DateLike,
    DecimalLike,
    DevelopmentLevel,
    PlotRatioTable,
    RoundingPolicy,
    ZoneCode,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dijia._edition import Edition
    from dijia._editions import Editions
    from dijia._origin import Origin
    from dijia._published import Basis
    from dijia._words import AnyLandUse, Area, Grade, ListedArea, ListedGrade, Service


def appraise(
    land_use: AnyLandUse | None = None,
    zone: ZoneCode | str | None = None,
    *,
    grade: Grade | ListedGrade | str | None = None,
    district: Area | ListedArea | str | None = None,
    base_price: DecimalLike | None = None,
    basis: Basis | None = None,
    origin: Origin | None = None,
    capitalization_rate: DecimalLike | None = None,
    statutory_term: DecimalLike | None = None,
    base_date: DateLike | None = None,
    basis_development: DevelopmentLevel | Iterable[Service | str] | str | None = None,
    term_coefficient: CoefficientLike | None = None,
    remaining_term: DecimalLike | None = None,
    longer_term: bool = False,
    valuation_date: DateLike | None = None,
    expiry_date: DateLike | None = None,
    plot_ratio: DecimalLike | None = None,
    plot_ratio_coefficient: CoefficientLike | None = None,
    plot_ratio_table: PlotRatioTable
    | Mapping[DecimalLike, DecimalLike]
    | Iterable[tuple[DecimalLike, DecimalLike]]
    | None = None,
    date_coefficient: CoefficientLike | None = None,
    date_index: DateIndex | Mapping[DateLike, DecimalLike] | Iterable[tuple[DateLike, DecimalLike]] | None = None,
    monthly_growth: DecimalLike | None = None,
    coefficients: Mapping[str, CoefficientLike] | None = None,
    factor_corrections: Mapping[str, DecimalLike] | None = None,
    corrections: Literal["published"] | None = None,
    levels: Mapping[str, DecimalLike] | None = None,
    development_adjustment: DecimalLike | None = None,
    site_development: DevelopmentLevel | Iterable[Service | str] | str | None = None,
    unit_costs: Mapping[Service | str, DecimalLike] | None = None,
    area: DecimalLike | None = None,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
    mapping: Mapping[str, AnyLandUse] | None = None,
    scheme: str | None = None,
    edition: Edition = DEFAULT,
    editions: Editions | None = None,
    city: str | None = None,
    known_editions: Editions | None = None,
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
        land_use: The use of the land, for a published price; beside a price of one's own it takes no part.
        zone: The zone whose price is P.
        grade: The grade whose price is P, where that and not a zone's is wanted.
        district: The area of the edition that the zone or the grade is of; its first where none is given.
        base_price: A price P of one's own, 元/㎡ of land.
        basis: The published basis that a price of one's own has.
        origin: Where a price of one's own is from, which the worksheet prints.
        capitalization_rate: r, instead of that of the basis; 6.4 % is ``"0.064"`` or ``"6.4%"``.
        statutory_term: n in years, instead of that of the basis; ``"无限年期"`` or ``"perpetual"`` for one without end.
        base_date: The date that P is the price of, instead of that of the basis.
        basis_development: The development level that P assumes, instead of that of the basis.
        term_coefficient: Ky, instead of one that is derived from a remaining term.
        remaining_term: m in years: P is corrected by Ky. It may be ``"无限年期"``, ``"perpetual"``, too.
        longer_term: Lets the remaining term be longer than the statutory one, up to 100 years, so that Ky is above 1.
        valuation_date: The date that the parcel is appraised for.
        expiry_date: The date on which the right ends, instead of `remaining_term`.
        plot_ratio: The plot ratio of the parcel, for the floor price and a table.
        plot_ratio_coefficient: Kv; two of a table are an exact ratio, ``"1.16/1.40"``.
        plot_ratio_table: The table that gives Kv.
        date_coefficient: Kt; two indices are an exact ratio, ``"103/100"``.
        date_index: The series that gives Kt: index on the valuation date ÷ index on the base date.
        monthly_growth: The monthly rate that gives Kt = (1 + g)^months.
        coefficients: Further coefficients Kj by name; an exact ratio is a `fractions.Fraction` or a text,
            ``"100/103"``.
        factor_corrections: Factor corrections Ki by name, signed fractions above -1 and below 1; ``"2.402%"`` says its
            unit, and bare numbers beyond 30 % together are warned of.
        corrections: "published" takes what is not given from the tables of corrections that the document prints: Kv
            from the plot ratio, Ky from the remaining term, Kt from the valuation date, and the corrections and
            coefficients of `levels` and of the area. Every step then cites its table; what the tables do not cover is
            an error.
        levels: The levels of the document's factors and coefficients by name, ``{"距汽车站距离": "较劣"}``; where it
            states intervals, also numbers, which are in one of them.
        development_adjustment: Kf, 元/㎡.
        site_development: The development level of the site, from which Kf follows with `unit_costs`.
        unit_costs: 元/㎡ by service.
        area: The area of the parcel, ㎡.
        policy: Which figures are rounded, and how.
        mapping: Land uses by words of one's own, which are read before the usual ones.
        scheme: The land-use scheme that `land_use` is a code of, such as ``"GB/T 21010-2017"``; it is priced as
            `Edition.land_use_by_code` says.
        edition: The edition that `zone`, `grade` and `basis` are of, such as one that `Edition.read` gave; `JINAN_2020`
            where neither it nor `editions` is given.
        editions: A set of editions instead: the one that is in force in the city on the valuation date is priced from,
            and where there is none, or two claim it, that is an error.
        city: The city, as the editions name it; not needed where all of them are of one.
        known_editions: A set that changes no figure beside `edition`: where that has expired, the warning names the one
            that follows it in the set. Of `editions`, all are known.

    Raises:
        DijiaError: One of its subclasses for whatever has no honest answer: the first rule that the inputs break.
        TypeError: For a float where a decimal is meant, and for arguments of which one would take no part.

    """
    return Appraised(given(locals()))
