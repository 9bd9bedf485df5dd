"""A batch comes to what its rows come to one by one, whatever its arguments are: values, missing ones and errors."""

import datetime
from decimal import Decimal
from typing import get_args

import dijia
import pytest
from dijia._batch import Figure
from hypothesis import given, note, settings
from hypothesis import strategies as st

COLUMNS = list(get_args(Figure))


def decimals(low, high, places, *, texts=True):
    """Decimals as tables have them: of one or of several scales, zero and below it, and what is none."""
    number = st.tuples(st.integers(low, high), places).map(lambda it: Decimal(it[0]).scaleb(-it[1]))
    kinds = [number] * 8 + [st.sampled_from([Decimal(0), Decimal("1E+3"), Decimal("123456789012345678901234567.8")])]
    if texts:
        kinds += [number.map(str), st.integers(low, high), st.sampled_from(["", "一", "1e5", "5%", " 7 ", "1,000"])]
    return st.one_of(*kinds)


def days(texts=True):
    day = st.dates(datetime.date(2015, 1, 1), datetime.date(2030, 12, 31))
    return st.one_of(day, day.map(str), st.sampled_from(["2020-02-30", "soon"])) if texts else day


two, up_to_six = st.just(2), st.integers(0, 6)
ARGUMENTS = {
    "capitalization_rate": st.sampled_from(["6%", "0.064", Decimal("0.055"), "0.0123456", "0", "6.4"]),
    "statutory_term": st.sampled_from([40, "50", Decimal("70.00"), 0, 101]),
    "base_date": days(),
    "basis_development": st.sampled_from(["六通一平", "五通一平", "road+power", "八通一平"]),
    "remaining_term": decimals(1, 5000, two),
    "valuation_date": days(),
    "expiry_date": st.one_of(days(), st.dates(datetime.date(2030, 1, 1), datetime.date(2099, 1, 1))),
    "plot_ratio": decimals(1, 60, st.just(1)),
    "plot_ratio_coefficient": decimals(1, 20_000, st.just(4)),
    "date_coefficient": decimals(9000, 12_000, st.just(4)),
    "monthly_growth": st.sampled_from(["0.1%", "-0.002", Decimal("0.0015"), "0", "60%", "-60%"]),
    "development_adjustment": decimals(-3000, 3000, st.integers(0, 2)),
    "site_development": st.sampled_from(
        ["七通一平", "六通一平", "road+power", dijia.DevelopmentLevel.parse("五通一平")]
    ),
    "area": decimals(1, 10_000_000, two),
}
TABLES = {
    "plot_ratio_table": st.sampled_from(
        [
            {"1.0": "0.8", "2.0": "1", "3.5": "1.15"},
            dijia.PlotRatioTable({"0.5": "0.75", "4": "1.2"}, open_below=True, open_above=True),
        ]
    ),
    "date_index": st.sampled_from(
        [
            {"2014-01-01": "100", "2019-01-01": "107.5", "2031-01-01": "99.3"},
            dijia.DateIndex({"2014-01-01": 100, "2031-01-01": "130"}, dijia.BetweenPoints.LINEAR_BY_DAYS),
            dijia.DateIndex.chain({f"{year}-12-31": f"{80 + year % 37}.5" for year in range(2012, 2032)}, "year"),
            dijia.DateIndex.chain({"2012-01-01": 100, "2013-01-01": "103"}, "year", "linear by days"),
        ]
    ),
    "unit_costs": st.just(dict(zip(dijia.Service, "12345678", strict=False))),
    "policy": st.sampled_from(
        [
            dijia.RoundingPolicy.ROUNDED_COEFFICIENTS,
            dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS,
            dijia.RoundingPolicy(4, 0, 3, dijia.RoundingMode.HALF_EVEN),
            dijia.RoundingPolicy(6, 4, 0, dijia.RoundingMode.HALF_UP),
            dijia.RoundingPolicy(3, 12, 12, dijia.RoundingMode.HALF_UP),
        ]
    ),
}
STARTS = {
    "zone": st.sampled_from(["Ⅲ-4", "iii－４", "Ⅱ-1", "Ⅰ-1", "Ⅲ-99", "Ⅹ-1", ""]),
    "grade": st.sampled_from(["Ⅲ", "二", "1", "Ⅸ", "Ⅹ"]),
    "base_price": decimals(1, 3_000_000, st.integers(0, 3)),
}
USES = st.sampled_from(["商服", "住宅用地", "industrial", "公服", "商住"])
KEYS = ["面积", "形状", "临街深度"]


@st.composite
def batches(draw):
    """Arguments of a batch, and for each row the arguments of one parcel."""
    count = draw(st.integers(1, 8))

    def column(name, values):
        """One value for all, which can be read, or a column of them with some missing."""
        if draw(st.booleans()):
            return draw(values.filter(lambda value: is_readable(name, value)))
        rows = st.lists(st.one_of(values, values, values, values, st.none()), min_size=count, max_size=count)
        return draw(rows)

    start = draw(st.sampled_from(list(STARTS)))
    given = {start: column(start, STARTS[start])}
    if start != "base_price":
        given["land_use"] = column("land_use", USES)
    for name in draw(st.lists(st.sampled_from(list(ARGUMENTS)), unique=True, max_size=7)):
        given[name] = column(name, ARGUMENTS[name])
    for name in draw(st.lists(st.sampled_from(list(TABLES)), unique=True)):
        given[name] = draw(TABLES[name])
    for name, values in (
        ("coefficients", decimals(80, 120, two)),
        # Some beyond what is asked about and taken, some in per cent.
        ("factor_corrections", st.one_of(decimals(-2500, 2500, st.just(4)), st.sampled_from(["25%", "-8.5%", "1.2"]))),
    ):
        if draw(st.booleans()):
            keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=3))
            given[name] = {key: column(name, values) for key in keys}
    without_what_takes_no_part(given)
    if not any(isinstance(value, list) for value in flat(given)):
        given["area"] = [draw(ARGUMENTS["area"]) for _ in range(count)]
    rows = [{name: at(value, row) for name, value in given.items()} for row in range(count)]
    return given, rows


NEEDED = {
    "capitalization_rate": ("remaining_term", "expiry_date"),
    "statutory_term": ("remaining_term", "expiry_date"),
    "base_date": ("valuation_date",),
    "basis_development": ("site_development",),
    "unit_costs": ("site_development",),
}


def without_what_takes_no_part(given):
    """It is an error of the call, and not of a row."""
    for name, needed in NEEDED.items():
        if not any(other in given for other in needed):
            given.pop(name, None)


def is_readable(name, value):
    """What cannot be read as what it is meant for is an error of the call where it is meant for all rows."""
    try:
        if name in ("coefficients", "factor_corrections"):
            dijia.appraise(base_price=1, **{name: {"K": value}})
        elif name == "land_use":
            dijia.LandUse(value)
        elif name in ("zone", "grade"):
            dijia.appraise("商服", **{name: value})
        else:
            dijia.appraise(**{"base_price": 1, name: value})
    except dijia.DijiaError as error:
        return not type(error).__name__.startswith("Invalid")
    except ValueError:
        return False
    return True


def flat(given):
    for value in given.values():
        yield from value.values() if isinstance(value, dict) else [value]


def at(value, row):
    if isinstance(value, dict):
        return {key: at(item, row) for key, item in value.items()}
    return value[row] if isinstance(value, list) else value


def is_nothing(value):
    return value is None or value == ""


def not_needed(row):
    """The inputs that the unit price of the row does without."""
    yield "area"
    if "plot_ratio_table" not in row:
        yield "plot_ratio"
    if not {"date_index", "monthly_growth"} & row.keys():
        yield "base_date"
        if "expiry_date" not in row:
            yield "valuation_date"


def said(row):
    """What is said of the parcel, without what is missing that its unit price does without."""
    whole = {name: value for name, value in row.items() if not (name in not_needed(row) and is_nothing(value))}
    # Of another date than the one that is valued at there is nothing to say, but that it is none.
    if "valuation_date" in row.keys() - whole.keys() and is_readable("base_date", whole.get("base_date")):
        whole.pop("base_date", None)
    return whole


def alone(row):
    """The figures of one parcel, and what its status is."""
    whole = said(row)
    if any(map(is_nothing, flat(whole))):
        return [None] * len(COLUMNS), "missing"
    try:
        appraised = dijia.appraise(**whole)
    except dijia.DijiaError as error:
        return [None] * len(COLUMNS), type(error).__name__
    return [figure(appraised, name) for name in COLUMNS], "ok" if len(whole) == len(row) else "missing"


def figure(appraised, name):
    """The figure as the appraisal has it."""
    if name == "warnings":
        return "; ".join(type(warning).__name__ for warning in appraised.warnings) or None
    if name == "base_price":
        price = appraised.base_price
        return getattr(price, "per_square_metre", price)
    if name == "edition":
        return appraised.edition and appraised.edition.name
    return getattr(appraised, name)


def check(given, rows, made, expected):
    note(f"{given}")
    assert list(made["status"]) == [status for _, status in expected]
    for place, name in enumerate(COLUMNS):
        assert list(made[name]) == [figures[place] for figures, _ in expected], name


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("errors", ["raise", "coerce"])
def test_what_takes_no_part_is_an_error_of_the_call(name, errors):
    values = {
        "capitalization_rate": "6.4",
        "statutory_term": 40,
        "base_date": "2019-01-01",
        "basis_development": "五通一平",
        "unit_costs": {"road": 5},
    }
    # Whatever the rows are: one has no price, and one is missing.
    zones = {"land_use": "商服", "zone": ["Ⅲ-99", None, "Ⅲ-4"]}
    columns = [values[name]] if name == "unit_costs" else [values[name], [values[name], None, values[name]]]
    for value in columns:
        with pytest.raises(dijia.TakesNoPartError) as caught:
            dijia.appraise_batch(**zones, **{name: value}, errors=errors)
        with pytest.raises(dijia.TakesNoPartError) as alone_caught:
            dijia.appraise("商服", "Ⅲ-4", **{name: values[name]})
        assert caught.value.row is None
        assert str(caught.value) == str(alone_caught.value)
    with pytest.raises(dijia.TakesNoPartError, match="the basis takes no part"):
        dijia.appraise_batch(**zones, basis=dijia.basis("township", "工业"), errors=errors)
    with pytest.raises(dijia.NamedTwiceError, match='the coefficient "面积" is given twice'):
        dijia.appraise_batch(**zones, coefficients={"面积": 1, "面积 ": [1, 1, 1]}, errors=errors)


def test_rows_that_differ_in_the_per_cent_sign_alone():
    # As many bare as in per cent, in a column of texts, and with what all rows share.
    texts = ["38.73%", "0.3873", "0.3873%", "0.2873", "28.73%", "0.2873"] * 300
    made = dijia.appraise_batch("商服", ["Ⅲ-4"] * 1800, factor_corrections={"a": texts, "b": "2%"}, columns=COLUMNS)
    alone = [dijia.appraise("商服", "Ⅲ-4", factor_corrections={"a": text, "b": "2%"}) for text in texts[:6]]
    assert made["warnings"] == [figure(appraised, "warnings") for appraised in alone] * 300
    assert made["warnings"][:3] == [
        "LargeDeviation; NoValuationDate",
        "LargeDeviation; NoValuationDate; BareFactors",
        "NoValuationDate",
    ]
    shared = dijia.appraise_batch("商服", ["Ⅲ-4"] * 2, factor_corrections={"a": "0.25", "b": ["0.06", "6%"]})
    assert shared["warnings"] == ["LargeDeviation; NoValuationDate; BareFactors", "LargeDeviation; NoValuationDate"]


# Two values for each number: the same digits, and the point elsewhere.
POINTS = {
    "base_price": ("20", "2.0"),
    "capitalization_rate": ("0.06", "0.6"),
    "statutory_term": ("50", "5.0"),
    "remaining_term": ("3.0", "0.30"),
    "plot_ratio": ("20", "2.0"),
    "monthly_growth": ("0.01", "0.001"),
    "area": ("10", "1.0"),
    "coefficients": ("0.9", "0.09"),
    "factor_corrections": ("0.1", "0.01"),
}


@pytest.mark.parametrize("policy", [dijia.RoundingPolicy(), dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS])
@pytest.mark.parametrize("differing", POINTS)
def test_rows_that_differ_in_the_place_of_the_point_alone(differing, policy):
    """Whatever is remembered of a row is remembered by where the point is too."""
    whole = {"base_date": "2019-01-01", "valuation_date": "2021-01-01", "policy": policy}
    named = {"coefficients", "factor_corrections"}

    def row(place):
        texts = {name: pair[place if name == differing else 0] for name, pair in POINTS.items()}
        return {name: {"a": text} if name in named else text for name, text in texts.items()}

    rows = [row(0), row(1)] * 200
    columns = {
        name: {"a": [each[name]["a"] for each in rows]} if name in named else [each[name] for each in rows]
        for name in POINTS
    }
    alone = [dijia.appraise(**row(place), **whole) for place in (0, 1)]
    assert alone[0].unit_price != alone[1].unit_price or differing in {"plot_ratio", "area"}
    made = dijia.appraise_batch(**columns, **whole, columns=COLUMNS)
    for name in COLUMNS:
        assert made[name] == [figure(appraised, name) for appraised in alone] * 200, name


# What a part is derived from besides the basis: one value, one column of each kind, and several columns.
OF_A_BASIS = [
    {"remaining_term": ["20"]},
    {"remaining_term": ["20"], "capitalization_rate": ["0.05"]},
    {"statutory_term": ["30"], "remaining_term": ["20"]},
    {"expiry_date": ["2045-06-01"], "valuation_date": "2021-06-01"},
    {"expiry_date": "2045-06-01", "valuation_date": ["2021-06-01"]},
    {"expiry_date": ["2045-06-01"], "valuation_date": ["2021-06-01"]},
    {"plot_ratio": ["1.5"]},
    {"plot_ratio": ["1.5"], "valuation_date": ["2021-06-01"]},
    {"site_development": ["五通一平"], "unit_costs": {"gas": "20"}},
    {"site_development": ["五通一平"], "basis_development": "七通一平", "unit_costs": {"gas": "20", "heating": "7"}},
    {"site_development": "五通一平", "basis_development": ["七通一平"], "unit_costs": {"gas": "20", "heating": "7"}},
]


@pytest.mark.parametrize("policy", [dijia.RoundingPolicy(), dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS])
@pytest.mark.parametrize("given", OF_A_BASIS, ids=[" ".join(given) for given in OF_A_BASIS])
def test_rows_that_differ_in_the_land_use_alone(given, policy):
    """Whose basis has another rate and another term."""
    uses = ["商服", "住宅", "工业"]
    alone = [
        dijia.appraise(
            use,
            "Ⅲ-4",
            policy=policy,
            **{name: value[0] if isinstance(value, list) else value for name, value in given.items()},
        )
        for use in uses
    ]
    columns = {name: value * 300 if isinstance(value, list) else value for name, value in given.items()}
    made = dijia.appraise_batch(uses * 100, ["Ⅲ-4"] * 300, policy=policy, **columns, columns=COLUMNS)
    for name in COLUMNS:
        assert made[name] == [figure(appraised, name) for appraised in alone] * 100, name


@settings(max_examples=600, deadline=None)
@given(batches())
def test_lists(batch):
    given, rows = batch
    expected = [alone(row) for row in rows]
    check(given, rows, dijia.appraise_batch(**given, columns=COLUMNS, errors="coerce"), expected)
    bad = [(place, status) for place, (_, status) in enumerate(expected) if status not in ("ok", "missing")]
    if not bad:
        made = dijia.appraise_batch(**given, columns=COLUMNS)
        check(given, rows, {**made, "status": [status for _, status in expected]}, expected)
        return
    with pytest.raises(dijia.DijiaError) as caught:
        dijia.appraise_batch(**given, columns=["unit_price"])
    row, status = bad[0]
    assert (caught.value.row, type(caught.value).__name__) == (row, status)
    with pytest.raises(dijia.DijiaError) as alone_caught:
        dijia.appraise(**said(rows[row]))
    assert str(caught.value) == f"row {row}: {alone_caught.value}"


def uniform(value):
    """The column as Arrow can have it: decimals of six places, dates, or texts."""
    if isinstance(value, dict):
        return {key: uniform(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    known = [item for item in value if item is not None]
    if all(isinstance(item, (Decimal, int)) for item in known):
        return [item if item is None else Decimal(item).quantize(Decimal("0.000001")) for item in value]
    if all(isinstance(item, datetime.date) for item in known):
        return value
    return [item if item is None else str(item) for item in value]


def arrow(pa, value, places):
    """A uniform column as Arrow's, in two chunks that were parts of others."""
    if isinstance(value, dict):
        return {key: arrow(pa, item, places) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    known = [item for item in value if item is not None]
    array = pa.array(value, pa.decimal128(38, places) if known and isinstance(known[0], Decimal) else None)
    padded = pa.concat_arrays([array.slice(0, 1), array])
    middle = 1 + len(value) // 2
    return pa.chunked_array([padded.slice(1, middle - 1), padded.slice(middle)], array.type)


def fits(value):
    items = value.values() if isinstance(value, dict) else [value]
    return all(
        not isinstance(column, list)
        or all(not isinstance(item, (Decimal, int)) or abs(item) < 10**10 for item in column if item is not None)
        for column in items
    )


@settings(max_examples=400, deadline=None)
@given(batches().filter(lambda batch: all(map(fits, batch[0].values()))), st.sampled_from([6, 18]))
def test_arrow(batch, places):
    pa = pytest.importorskip("pyarrow")
    given = {name: uniform(value) for name, value in batch[0].items()}
    rows = [{name: at(value, row) for name, value in given.items()} for row in range(len(batch[1]))]
    made = dijia.appraise_batch(
        **{name: arrow(pa, value, places) for name, value in given.items()}, columns=COLUMNS, errors="coerce"
    )
    made = {name: made[name].to_pylist() for name in [*COLUMNS, "status"]}
    check(given, rows, made, [alone(row) for row in rows])


def test_columns_that_are_too_long_together_at_their_scales():
    """Six places each that the values need not have: what they come to is what texts of the needed places come to."""
    pa = pytest.importorskip("pyarrow")
    names = ["面积", "形状", "深度", "宽度", "朝向"]
    # One that needs five places, and a missing one.
    short = {name: ["0.98", f"1.{place}2", "1.00001" if place == 3 else "1", None] for place, name in enumerate(names)}
    long = {
        name: pa.array([None if value is None else Decimal(value).quantize(Decimal("0.000001")) for value in values])
        for name, values in short.items()
    }
    given = {"land_use": "商服", "zone": ["Ⅲ-4", "Ⅱ-1", "Ⅰ-1", "Ⅲ-4"], "remaining_term": "33.57", "area": "1000.50"}
    made = [dijia.appraise_batch(**given, coefficients=columns, columns=COLUMNS) for columns in (short, long)]
    rows = [
        dijia.appraise("商服", zone, remaining_term="33.57", area="1000.50", coefficients=coefficients).unit_price
        for zone, *values in zip(given["zone"][:3], *short.values(), strict=False)
        for coefficients in [dict(zip(names, values, strict=True))]
    ]
    assert made[0] == made[1]
    assert made[0]["unit_price"] == [*rows, None]


@settings(max_examples=60, deadline=None)
@given(batches())
def test_many_rows(batch):
    given, rows = batch
    expected = [alone(row) for row in rows]
    # More rows than are priced at once, the same again and again.
    times = 2500 // len(rows)

    def tiled(value):
        if isinstance(value, dict):
            return {key: tiled(item) for key, item in value.items()}
        return value * times if isinstance(value, list) else value

    made = dijia.appraise_batch(
        **{name: tiled(value) for name, value in given.items()}, columns=COLUMNS, errors="coerce"
    )
    check(given, rows, made, expected * times)
