"""The work of a batch grows with its rows, whatever kind of column they are in: it is counted, not timed."""

import sys
from decimal import Decimal
from functools import partial
from pathlib import Path

import dijia
import pytest
from dijia import _dijia

ROWS = 1536
"""Three of the blocks in which rows are priced: four times as many rows are twelve."""

TERMS = [Decimal(n % 3990 + 10).scaleb(-2) for n in range(4 * ROWS)]
FACTORS = [Decimal(n % 40 + 80).scaleb(-2) for n in range(4 * ROWS)]
RATIOS = [Decimal(n % 20 + 10).scaleb(-1) for n in range(4 * ROWS)]
GROWTHS = [Decimal(n % 30).scaleb(-4) for n in range(4 * ROWS)]
DATES = [f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(4 * ROWS)]
ENDS = [f"20{n % 15 + 40}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(4 * ROWS)]
ZONES = [("Ⅲ-4", "Ⅱ-1", " Ⅲ-5", "iii－6")[n % 4] for n in range(4 * ROWS)]

TABLE = {"plot_ratio_table": {"1.0": "0.8", "3.0": "1.2"}}
GROWING = {"valuation_date": "2022-01-01"}
TONGDAO = dijia.Edition.read(Path(__file__).parents[3] / "crates/dijia-tables/tests/editions/tongdao-2026")
PUBLISHED = {"land_use": "居住", "grade": "二级", "corrections": "published", "edition": TONGDAO}
ARGUMENTS = {
    "capitalization_rate": (GROWTHS, {"remaining_term": 30}),
    "statutory_term": ([40 + n % 30 for n in range(4 * ROWS)], {"remaining_term": 30}),
    "remaining_term": (TERMS, {}),
    "plot_ratio": (RATIOS, TABLE),
    "plot_ratio_coefficient": (FACTORS, {}),
    "term_coefficient": (FACTORS, {}),
    "levels": ([("南", "北")[n % 2] for n in range(4 * ROWS)], PUBLISHED),
    "date_coefficient": (FACTORS, {}),
    "monthly_growth": (GROWTHS, GROWING),
    "coefficients": (FACTORS, {}),
    "factor_corrections": (GROWTHS, {}),
    "development_adjustment": (TERMS, {}),
    "area": (TERMS, {}),
    "base_date": (DATES, {"monthly_growth": "0.1%", **GROWING}),
    "valuation_date": (DATES, {"monthly_growth": "0.1%"}),
    "expiry_date": (ENDS, GROWING),
    "basis_development": (
        [("六通一平", "五通一平")[n % 2] for n in range(4 * ROWS)],
        {"site_development": "七通一平", "unit_costs": {"供热": 30, "通气": 20}},
    ),
    "site_development": (
        [("七通一平", "六通一平")[n % 2] for n in range(4 * ROWS)],
        {"unit_costs": {"供热": 30}},
    ),
    "zone": (ZONES, {}),
    "land_use": ([("商服", "住宅")[n % 2] for n in range(4 * ROWS)], {}),
    "grade": ([("Ⅱ", "Ⅲ")[n % 2] for n in range(4 * ROWS)], {}),
    "base_price": (TERMS, {}),
    "city": (
        [("济南市", "通道侗族自治县")[n % 2] for n in range(4 * ROWS)],
        {"land_use": "商服", "grade": "二级", "editions": dijia.Editions([dijia.JINAN_2020, TONGDAO]), **GROWING},
    ),
}
WORDS = {"city", "levels", "zone", "land_use", "grade", "basis_development", "site_development"}


def test_every_argument_that_may_be_a_column_is_here():
    import inspect

    whole = {
        "basis",
        "origin",
        "district",
        "plot_ratio_table",
        "date_index",
        "unit_costs",
        "policy",
        "mapping",
        "corrections",
        "scheme",
        "longer_term",
    }
    options = {"places", "columns", "errors", "dtype", "progress", "language", "categories"}
    options |= {"edition", "editions", "known_editions"}
    assert inspect.signature(dijia.appraise_batch).parameters.keys() - whole - options == ARGUMENTS.keys()


def kinds(values, argument):
    """The values as each kind of column has them, by name; what a kind does not have is left out."""
    texts = [str(value) for value in values]
    yield "list", values
    yield "list of str", texts
    np = pytest.importorskip("numpy")
    yield "NumPy object", np.array(values, dtype=object)
    yield "NumPy str", np.array(texts)
    pd, pa, pl = (pytest.importorskip(name) for name in ("pandas", "pyarrow", "polars"))
    yield "pandas object", pd.Series(values, dtype=object)
    yield "pandas string", pd.Series(texts, dtype="string")
    yield "pandas ArrowDtype", pd.Series(texts, dtype=pd.ArrowDtype(pa.string()))
    yield "Polars str", pl.Series(texts)
    yield "Polars null", pl.Series([None] * len(values))
    yield "Arrow string", pa.array(texts)
    yield "Arrow large_string", pa.array(texts, pa.large_string())
    yield "Arrow string_view", pa.array(texts, pa.string_view())
    yield "Arrow null", pa.nulls(len(values))
    # Each chunk has the dictionary of the whole, as the parts of a table have.
    parts = [pa.array(texts).slice(first, 64) for first in range(0, len(texts), 64)]
    yield "Arrow string, in chunks", pa.chunked_array(parts)
    if argument in WORDS:
        encoded = pa.array([*dict.fromkeys(texts), *map(str, range(len(texts)))]).dictionary_encode()
        places = pa.array(texts).dictionary_encode().indices
        dictionary = pa.DictionaryArray.from_arrays(places, encoded.dictionary)
        yield "pandas category", pd.Series(texts, dtype="category")
        yield "Polars cat", pl.Series(texts, dtype=pl.Categorical)
        yield "Arrow dictionary", dictionary
        chunks = [dictionary.slice(first, 64) for first in range(0, len(dictionary), 64)]
        yield "Arrow dictionary, in chunks", pa.chunked_array(chunks)
    if isinstance(values[0], str):
        return
    decimals = pa.array(values, pa.decimal128(38, 10)) if isinstance(values[0], Decimal) else pa.array(values)
    yield "Polars decimal", pl.Series(decimals)
    yield "Arrow decimal128", decimals
    if isinstance(values[0], Decimal):
        yield "Arrow decimal32", pa.array(values, pa.decimal32(9, 4))
        yield "Arrow decimal64", pa.array(values, pa.decimal64(18, 4))
        yield "NumPy float with places", np.array(values, dtype=float)


def work(call):
    """How many values of columns the extension looks at, and how many lines of the package's Python run."""
    lines = 0

    def trace(frame, event, _):
        nonlocal lines
        if "dijia" not in frame.f_globals.get("__name__", ""):
            return None
        lines += event == "line"
        return trace

    before, tracing = _dijia.values_walked(), sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(tracing)
    return _dijia.values_walked() - before, lines


def is_linear(few, many):
    """Whether four times the rows are at most four times the work, and what is done once whatever the rows are."""
    return many <= 4 * few + 400


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_work_grows_with_the_rows_and_not_with_their_square(argument):
    values, others = ARGUMENTS[argument]
    columns = (kinds(values[:rows], argument) for rows in (ROWS, 4 * ROWS))
    for (name, small), (_, large) in zip(*columns, strict=True):
        start = {} if argument == "base_price" else {"land_use": "商服"}
        start |= {} if argument in ("base_price", "grade") or "grade" in others else {"zone": "Ⅲ-4"}

        def price(column, start=start, name=name):
            named = {"levels": "朝向", "coefficients": "a", "factor_corrections": "a"}.get(argument)
            given = {argument: {named: column} if named else column}
            places = {"places": 4} if name == "NumPy float with places" else {}
            return dijia.appraise_batch(**start | others | given | places, errors="coerce")

        (walked, lines), (walked_more, lines_more) = (work(lambda c=column: price(c)) for column in (small, large))
        assert walked >= ROWS, name
        assert is_linear(walked, walked_more), (name, walked, walked_more)
        assert is_linear(lines, lines_more), (name, lines, lines_more)


def test_work_of_lookups_grows_with_the_rows_and_not_with_their_square():
    # Rows are taken in pieces of 65,536, between which the program may be interrupted: here are two, and eight.
    rows = 70_000
    codes = [ZONES[n % 4] for n in range(4 * rows)]
    uses = [("商服", "住宅")[n % 2] for n in range(4 * rows)]
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    for kind in (list, pa.array, lambda texts: pl.Series(texts).cast(pl.Categorical)):
        for use in ("商服", uses):
            for column in ("per_square_metre", "citation"):
                options = {"column": column, "errors": "coerce"}
                made = []
                for count in (rows, 4 * rows):
                    given = kind(codes[:count]), use if isinstance(use, str) else kind(use[:count])
                    made.append(work(partial(dijia.zone_prices, *given, **options)))
                assert made[0][0] >= rows
                assert is_linear(made[0][0], made[1][0])
