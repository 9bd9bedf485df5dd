"""Pricing many parcels at once."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from dijia import _dijia
from dijia._baked import DEFAULT, JINAN_2020
from dijia._columns import Columns
from dijia._edition import Edition
from dijia._headings import heading, is_chinese
from dijia._inputs import check, check_editions, check_kinds, named
from dijia._language import IS_CHINESE
from dijia._places import decimals_of_floats
from dijia._plain import with_article
from dijia._values import DevelopmentLevel, RoundingPolicy
from dijia._words import own_land_uses, own_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dijia._dijia import ArrowArray
    from dijia._editions import Editions
    from dijia._headings import AnyLanguage
    from dijia._kinds import Dtype
    from dijia._origin import Origin
    from dijia._published import Basis
    from dijia._words import AnyLandUse, Area, ListedArea, Service

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
    "edition",
    "origin",
]

_WHOLE = {
    *("origin", "corrections", "district", "longer_term", "scheme", "plot_ratio_table", "date_index", "unit_costs"),
    "policy",
}
"""Arguments of which there is one for all rows."""
_TOLD = {"edition": "editions", "origin": "origin"}
"""Columns that say where figures are from, and the argument with which they are asked for."""
_OPTIONS = {"places", "columns", "errors", "dtype", "progress", "language", "categories"}


def zone_prices(
    codes: Any,
    land_use: Any,
    *,
    date: Any = None,
    district: Area | ListedArea | str | None = None,
    column: Literal["per_square_metre", "wan_yuan_per_mu", "per_floor_area", "code", "citation"] = "per_square_metre",
    mapping: Mapping[str, AnyLandUse] | None = None,
    scheme: str | None = None,
    errors: Errors = "raise",
    dtype: Dtype | None = None,
    progress: bool = False,
    language: AnyLanguage | None = None,
    categories: bool = True,
    edition: Edition = DEFAULT,
    editions: Editions | None = None,
    city: Any = None,
) -> Any:
    """Look up the published price of every zone of a column.

    A column is a list, a NumPy array, a pandas or Polars series, or whatever speaks the Arrow PyCapsule interface; the
    result is of the same kind, with the index of a pandas series. What is missing stays missing.

    >>> import dijia
    >>> dijia.zone_prices(["Ⅲ-4", "iii－4", None], "商服")
    [Decimal('9138'), Decimal('9138'), None]
    >>> made = dijia.zone_prices(["Ⅲ-4", "Ⅲ-99"], ["商服", "住宅"], errors="coerce")
    >>> made["per_square_metre"], made["status"]
    ([Decimal('9138'), None], ['ok', 'NoSuchZoneError'])

    What is more than one column is a table of that kind: a dict of lists or NumPy arrays, a DataFrame of pandas or
    Polars, a pyarrow Table.

    Args:
        codes: The zones, in any accepted spelling.
        land_use: The land use of all of them, or a column.
        date: With `editions`, the date on which the edition of a row is in force, or a column.
        district: The area of the edition that the zones are of; its first where none is given.
        column: Which of the figures to return.
        mapping: Land uses by words of one's own, such as ``{"0501": "商服"}``; they are read before the usual ones.
        scheme: The land-use scheme that land uses are codes of, such as ``"GB/T 21010-2017"``.
        errors: "raise" stops at the first bad row and names it; "coerce" leaves it empty and returns a table with two
            more columns: the ``status`` of every row, which is ``ok``, ``missing`` or the name of the exception, and
            the ``reason``, as `appraise_batch` gives it.
        dtype: "float64" for the nearest doubles; "decimal" for exact decimals: `decimal.Decimal`, or decimal128 of
            Arrow and Polars; "decimal[pyarrow]" for those of Arrow in pandas. None is "float64" for pandas, whose
            statistics, maps and files have no decimals, and "decimal" for all else.
        progress: Whether to show a progress bar, with tqdm where it is installed.
        language: "zh" heads the columns in Chinese and says ``status`` and ``reason`` in it, "en" all in English; where
            it is None the environment settles the language of the ``reason`` alone.
        categories: Whether ``status`` and ``edition``, which are few words many times, are dictionaries of Arrow and
            categories of pandas and Polars; False makes them plain texts, for what reads no dictionaries, such as
            Spark, and for tables of several parts, of which each has its own categories.
        edition: The edition to look in; `JINAN_2020` where neither it nor `editions` is given.
        editions: A set of editions instead, of which each row is looked up in the one in force in its city on its date;
            the result is a table with a column ``edition`` that names it.
        city: With `editions`, the city, or a column; not needed where all of them are of one.

    """
    given = named({"edition": edition, "editions": editions, "city": city, "date": date})
    check_kinds(given)
    check_editions(given, "date")
    taken = Columns()
    by = {"codes": codes, "land_use": land_use, "city": city, "date": date}
    arguments = {name: taken.take(name, value) for name, value in by.items()}
    source: Edition | Editions = given.get("editions") or given.get("edition", JINAN_2020)
    arguments |= {"district": district, "scheme": scheme, "mapping": _names_of(mapping, source)}
    kind = taken.kind
    chosen = kind.chosen(dtype)
    with _progress(progress, taken.rows) as step, taken.named_rows():
        values, priced_from, told = _dijia.zone_prices(
            source._handle, arguments, column, errors, _in_english(language), step
        )
    made: list[tuple[str, ArrowArray]] = [(column, values)]
    if priced_from is not None:
        made.append(("edition", priced_from))
    if told is not None:
        made += zip(("status", "reason"), told, strict=True)
    if len(made) == 1:
        return kind.column(column, values, chosen, heading(column, language))
    return kind.table(made, chosen, language, categories)


def appraise_batch(
    land_use: Any = None,
    zone: Any = None,
    *,
    grade: Any = None,
    district: Area | ListedArea | str | None = None,
    base_price: Any = None,
    basis: Basis | None = None,
    origin: Origin | None = None,
    capitalization_rate: Any = None,
    statutory_term: Any = None,
    base_date: Any = None,
    basis_development: Any = None,
    term_coefficient: Any = None,
    remaining_term: Any = None,
    longer_term: bool = False,
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
    corrections: Literal["published"] | None = None,
    levels: Mapping[str, Any] | None = None,
    development_adjustment: Any = None,
    site_development: Any = None,
    unit_costs: Mapping[Service | str, Any] | None = None,
    area: Any = None,
    policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
    mapping: Mapping[str, AnyLandUse] | None = None,
    scheme: str | None = None,
    places: int | Mapping[str, int] | None = None,
    columns: Sequence[Figure] | None = None,
    errors: Errors = "raise",
    dtype: Dtype | None = None,
    progress: bool = False,
    language: AnyLanguage | None = None,
    categories: bool = True,
    edition: Edition = DEFAULT,
    editions: Editions | None = None,
    city: Any = None,
    known_editions: Editions | None = None,
) -> Any:
    """Price every parcel of a table: `appraise` for columns.

    Every argument of `appraise` is one value for all rows or a column, but for the tables, the unit costs, the basis,
    the origin, the district and the policy, which are one for all. Columns are of the kinds that `zone_prices` takes;
    the result is a table of the same kind: a dict of lists or NumPy arrays, a DataFrame of pandas or Polars, a pyarrow
    Table.

    What cannot be computed of a row is missing, and what can is there. A row without an area has its unit price and no
    totals; one without a plot ratio that no table is asked about has no floor price; one without a date that neither
    the term nor Kt is computed from has the warnings of a parcel of which no such date is said. Whatever else has
    nothing in a row enters the unit price, so that the row has no figures at all. A text of nothing but spaces is
    nothing.

    >>> import dijia
    >>> dijia.appraise_batch("商服", ["Ⅲ-4", "Ⅱ-1"], remaining_term=["33.57", None], area=1000, columns=["total_yuan"])
    {'total_yuan': [Decimal('8729530.00'), None]}

    The arguments are those of `appraise`, and:

    - `levels`: each is one level for all rows, or a column of names, or of numbers, which are in the interval that a
      level states: decimals, whole numbers, or floats with `places`;
    - `columns`: what to return; where it is None, the figures that the arguments give, and the warnings. Besides the
      figures there is what they come from: ``base_price``, ``term_coefficient``, ``plot_ratio_coefficient``,
      ``date_coefficient``, ``factor_sum`` and ``development_adjustment``, each empty where it takes no part or where
      the policy leaves it unrounded. ``warnings`` names the kinds of warnings that a row has, such as
      ``LargeDeviation; OutsideValidity``, and is empty where it has none. ``edition`` is the name of the edition that a
      row is priced from, and where several of the set have one name the beginning of its digest too; ``origin`` is what
      the `origin` of prices of one's own says;
    - `editions`: a set of editions, of which each row is priced from the one in force in its `city` on its
      `valuation_date`, words and all. Where there is none, or two claim it, that is an error of the row;
    - `places`: how many decimal places the floats of a spreadsheet or an attribute table were written with: one number
      for all arguments, or by the name of the argument, such as ``{"area": 2, "remaining_term": 2}``. Each float is
      rounded to them, half up; without `places`, a float is a TypeError;
    - `errors`: "raise" stops at the first bad row and names it; "coerce" leaves it empty and adds two columns:
      ``status``, which is ``ok``, ``missing`` where an input is, or the name of the exception, and ``reason``, which is
      the message of that, in Chinese where the environment says ``DIJIA_LANGUAGE=zh``. A cell of a type that is not
      read, a float among them, is such an error of its row (`CellTypeError`); a column of a type that has no such
      values, such as one of truth values, is a TypeError of the call.
      An input that takes no part whatever the rows are, and a name given twice, are errors of the call in both;
    - `dtype`: as in `zone_prices`: "float64" for pandas and "decimal" for all else, where nothing is asked for;
    - `progress`: whether to show a progress bar, with tqdm where it is installed;
    - `language`: "zh" heads the columns in Chinese, such as 宗地单价, and says ``warnings``, ``status`` and ``reason``
      in it; "en" says all in English. Where it is None the environment settles the language of the ``reason`` alone.
      `columns` has the English names in any case;
    - `categories`: as in `zone_prices`: False makes ``warnings``, ``edition``, ``origin`` and ``status`` plain texts.

    """
    given = {name: value for name, value in named(locals()).items() if name not in _OPTIONS}
    check(given)
    source: Edition | Editions = given.get("editions") or given.get("edition", JINAN_2020)
    names: list[str] = _names(given) if columns is None else [*columns]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"columns has {name!r} twice")
    taken = Columns(places)
    arguments: dict[str, Any] = {}
    for name, value in given.items():
        if name in {"edition", "editions", "mapping"}:
            continue
        if name in {"coefficients", "factor_corrections", "levels"}:
            if not isinstance(value, Mapping):
                raise TypeError(f"{name} is {with_article(type(value))}: pass a mapping of names to values or columns")
            arguments[name] = {key: taken.take(f"{name}[{key!r}]", item) for key, item in value.items()}
        elif name == "basis":
            arguments[name] = given.get("edition", JINAN_2020)._place_of(value)
        elif name == "known_editions":
            arguments[name] = value._handle
        elif name in _WHOLE:
            arguments[name] = value
        elif name in {"site_development", "basis_development"} and _is_level(value):
            arguments[name] = value if isinstance(value, (str, DevelopmentLevel)) else DevelopmentLevel(value)
        else:
            arguments[name] = taken.take(name, value)
    arguments = {name: value for name, value in arguments.items() if value is not None}
    arguments["mapping"] = _names_of(mapping, source)
    kind = taken.kind
    chosen = kind.chosen(dtype)
    with _progress(progress, taken.rows) as step, taken.named_rows():
        made, told = _dijia.appraise_batch(source._handle, arguments, names, errors, _in_english(language), step)
    pairs = list(zip(names, made, strict=True))
    if told is not None:
        pairs += zip(("status", "reason"), told, strict=True)
    return kind.table(pairs, chosen, language, categories)


def _in_english(language: AnyLanguage | None) -> bool:
    """Whether reasons are told in English."""
    return not (IS_CHINESE if language is None else is_chinese(language))


def _names(given: Mapping[str, Any]) -> list[str]:
    names = ["unit_price", "wan_yuan_per_mu"]
    names += ["floor_price"] if "plot_ratio" in given else []
    names += ["total_yuan", "total_wan_yuan"] if "area" in given else []
    return [*names, "deviation", "warnings", *(name for name, of in _TOLD.items() if of in given)]


def _names_of(mapping: Mapping[str, AnyLandUse] | None, source: Edition | Editions) -> dict[str, str]:
    """Return the names of land uses by words of one's own; in a set, some edition at least has each of them."""
    if mapping is None:
        return {}
    if not isinstance(source, Edition):
        return own_words(mapping, lambda use: use if isinstance(use, str) else use.chinese)
    return {word: use.chinese for word, use in own_land_uses(mapping, source).items()}


def decimals(values: Any, places: int) -> Any:
    """Make decimals of floats: each as Python prints it, rounded half up to that many places.

    Floats enter this library only here and by `places` of a batch, by name. NaN is missing; the result is of the same
    kind, with `decimal.Decimal` for pandas; one float gives one decimal.

    >>> decimals([0.1, 2.675, float("nan")], places=2)
    [Decimal('0.10'), Decimal('2.68'), None]
    >>> decimals(33.57, 2)
    Decimal('33.57')
    """
    if isinstance(values, float):
        return decimals_of_floats(values, places)
    taken = Columns()
    brought = taken.take("values", values)
    name = getattr(values, "name", None) or ""
    return taken.kind.column(name, _dijia.floats_to_decimals(brought, places), "decimal", name)


def _is_level(value: Any) -> bool:
    from dijia._words import Service

    if isinstance(value, (str, DevelopmentLevel)):
        return True
    is_plain = isinstance(value, (list, tuple, set, frozenset))
    return is_plain and all(isinstance(item, Service) for item in value)


@contextmanager
def _progress(wanted: bool, total: int | None) -> Iterator[Callable[[int], object] | None]:
    if not wanted:
        yield None
        return
    try:
        from tqdm.auto import tqdm
    except ImportError:
        done = 0

        def step(rows: int) -> None:
            nonlocal done
            done += rows
            of = "" if total is None else f" of {total:,}"
            print(f"\r{done:,}{of} rows", end="", file=sys.stderr, flush=True)

        yield step
        print(file=sys.stderr)
    else:
        with tqdm(total=total, unit=" rows", unit_scale=True) as bar:
            yield bar.update


__all__ = ["appraise_batch", "decimals", "zone_prices"]
