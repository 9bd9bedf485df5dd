"""Pricing many parcels at once."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from dijia import _dijia
from dijia._columns import Dtype, Kinds
from dijia._edition import JINAN_2020, Edition
from dijia._values import Basis, DevelopmentLevel, RoundingPolicy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dijia._words import Service

Errors = Literal["raise", "coerce"]
Figure = Literal[
    "unit_price",
    "wan_yuan_per_mu",
    "floor_price",
    "total_yuan",
    "total_wan_yuan",
    "deviation",
    "base_price",
    "term_coefficient",
    "plot_ratio_coefficient",
    "date_coefficient",
    "factor_sum",
    "development_adjustment",
    "warnings",
]


def zone_prices(
    codes: Any,
    land_use: Any,
    *,
    column: Literal["per_square_metre", "wan_yuan_per_mu", "per_floor_area", "code", "citation"] = "per_square_metre",
    errors: Errors = "raise",
    dtype: Dtype = "decimal",
    progress: bool = False,
    edition: Edition = JINAN_2020,
) -> Any:
    """Look up the published price of every zone of a column.

    A column is a list, a NumPy array, a pandas or Polars series, or whatever speaks the Arrow PyCapsule interface; the
    result is of the same kind, with the index of a pandas series. What is missing stays missing.

    >>> import dijia
    >>> dijia.zone_prices(["Ⅲ-4", "iii－4", None], "商服")
    [Decimal('9138'), Decimal('9138'), None]
    >>> dijia.zone_prices(["Ⅲ-4", "Ⅲ-99"], ["商服", "住宅"], errors="coerce")
    ([Decimal('9138'), None], ['ok', 'NoSuchZoneError'])

    Args:
        codes: The zones, in any accepted spelling.
        land_use: The land use of all of them, or a column.
        column: Which of the figures to return.
        errors: "raise" stops at the first bad row and names it; "coerce" leaves it empty and returns a pair of the
            column and the status of every row: ``ok``, ``missing`` or the name of the exception.
        dtype: "float64" makes nearest doubles of the decimals, for lists, NumPy and pandas.
        progress: Whether to show a progress bar, with tqdm where it is installed.
        edition: The edition to look in.

    """
    kinds = Kinds()
    codes = kinds.take("codes", codes)
    land_use = kinds.take("land_use", land_use)
    kind = kinds.found
    with _progress(progress, codes if hasattr(codes, "__len__") and not isinstance(codes, str) else land_use) as step:
        values, status = _dijia.zone_prices(edition._place, codes, land_use, column, errors, step)
    made = kind.column(column, values, dtype)
    return made if status is None else (made, kind.column("status", status, "decimal"))


def appraise_batch(
    land_use: Any = None,
    zone: Any = None,
    *,
    grade: Any = None,
    base_price: Any = None,
    basis: Basis | None = None,
    capitalization_rate: Any = None,
    statutory_term: Any = None,
    base_date: Any = None,
    basis_development: Any = None,
    remaining_term: Any = None,
    valuation_date: Any = None,
    expiry_date: Any = None,
    plot_ratio: Any = None,
    plot_ratio_coefficient: Any = None,
    plot_ratio_table: Any = None,
    date_coefficient: Any = None,
    date_index: Any = None,
    monthly_growth: Any = None,
    coefficients: Mapping[str, Any] | None = None,
    factor_corrections: Mapping[str, Any] | None = None,
    development_adjustment: Any = None,
    site_development: Any = None,
    unit_costs: Mapping[Service | str, Any] | None = None,
    area: Any = None,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
    columns: Sequence[Figure] | None = None,
    errors: Errors = "raise",
    dtype: Dtype = "decimal",
    progress: bool = False,
    edition: Edition = JINAN_2020,
) -> Any:
    """Price every parcel of a table: `appraise` for columns.

    Every argument of `appraise` is one value for all rows or a column, but for the tables, the unit costs, the basis
    and the policy, which are one for all. Columns are of the kinds that `zone_prices` takes; the result is a table of
    the same kind: a dict of lists or NumPy arrays, a DataFrame of pandas or Polars, a pyarrow Table. A row in which any
    column has nothing is missing.

    >>> import dijia
    >>> dijia.appraise_batch("商服", ["Ⅲ-4", "Ⅱ-1"], remaining_term=["33.57", None], area=1000, columns=["total_yuan"])
    {'total_yuan': [Decimal('8729530.00'), None]}

    The arguments are those of `appraise`, and:

    - `columns`: what to return; where it is None, the figures that the arguments give, and the warnings. Besides the
      figures there is what they come from: ``base_price``, ``term_coefficient``, ``plot_ratio_coefficient``,
      ``date_coefficient``, ``factor_sum`` and ``development_adjustment``, each empty where it takes no part or where
      the policy leaves it unrounded. ``warnings`` names the kinds of warnings that a row has, such as
      ``LargeDeviation; OutsideValidity``, and is empty where it has none;
    - `errors`: "raise" stops at the first bad row and names it; "coerce" leaves it empty and adds a column ``status``.
      An input that takes no part whatever the rows are, and a name given twice, are errors of the call in both;
    - `dtype`: "float64" makes nearest doubles of the decimals, for lists, NumPy and pandas;
    - `progress`: whether to show a progress bar, with tqdm where it is installed.

    """
    given = {
        name: value
        for name, value in locals().items()
        if value is not None and name not in {"columns", "errors", "dtype", "progress", "edition"}
    }
    whole = {"basis", "plot_ratio_table", "date_index", "unit_costs", "policy", "coefficients", "factor_corrections"}
    kinds = Kinds()
    arguments: dict[str, Any] = {}
    rows: Any = ()
    for name, value in given.items():
        if name in whole:
            arguments[name] = value
        elif name in {"site_development", "basis_development"} and _is_level(value):
            arguments[name] = value if isinstance(value, (str, DevelopmentLevel)) else DevelopmentLevel(value)
        else:
            arguments[name] = kinds.take(name, value)
            if arguments[name] is not value or hasattr(value, "__len__"):
                rows = rows if len(rows) else _rows(arguments[name])
    for name in ("coefficients", "factor_corrections"):
        if name in given:
            arguments[name] = {key: kinds.take(f"{name}[{key!r}]", value) for key, value in given[name].items()}
    kind = kinds.found
    if columns is None:
        names = ["unit_price", "wan_yuan_per_mu"]
        names += [] if plot_ratio is None else ["floor_price"]
        names += [] if area is None else ["total_yuan", "total_wan_yuan"]
        names += ["deviation", "warnings"]
    else:
        names = list(columns)
    with _progress(progress, rows) as step:
        made, status = _dijia.appraise_batch(edition._place, arguments, names, errors, step)
    pairs = list(zip(names, made, strict=True))
    return kind.table(pairs if status is None else [*pairs, ("status", status)], dtype)


def decimals(values: Any, places: int) -> Any:
    """Make decimals of a column of floats: each as Python prints it, rounded half up to that many places.

    Floats enter this library only here, by name. NaN is missing; the result is of the same kind.

    >>> decimals([0.1, 2.675, float("nan")], places=2)
    [Decimal('0.10'), Decimal('2.68'), None]
    """
    kinds = Kinds()
    brought = kinds.take("values", values)
    return kinds.found.column(
        getattr(values, "name", None) or "", _dijia.floats_to_decimals(brought, places), "decimal"
    )


def _rows(value: Any) -> Any:
    return () if isinstance(value, str) or not hasattr(value, "__len__") else value


def _is_level(value: Any) -> bool:
    from dijia._words import Service

    if isinstance(value, (str, DevelopmentLevel)):
        return True
    is_plain = isinstance(value, (list, tuple, set, frozenset))
    return is_plain and all(isinstance(item, Service) for item in value)


@contextmanager
def _progress(wanted: bool, rows: Any) -> Iterator[Callable[[int], object] | None]:
    if not wanted:
        yield None
        return
    total = len(rows)
    try:
        from tqdm.auto import tqdm
    except ImportError:
        done = 0

        def step(rows: int) -> None:
            nonlocal done
            done += rows
            print(f"\r{done:,} of {total:,} rows", end="", file=sys.stderr, flush=True)

        yield step
        print(file=sys.stderr)
    else:
        with tqdm(total=total, unit=" rows", unit_scale=True) as bar:
            yield bar.update


__all__ = ["appraise_batch", "decimals", "zone_prices"]
