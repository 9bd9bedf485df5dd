import datetime
import subprocess
import sys
import textwrap
import threading
import time
from decimal import ROUND_HALF_UP, Context, Decimal

import dijia
import pytest
from dijia import _dijia
from hypothesis import given, settings
from hypothesis import strategies as st

SPELLINGS = [
    "Ⅲ-4",
    "iii－４",
    "三-4",
    "3-4",
    "Ⅱ-1",
    "II1",
    "Ⅲ-99",
    "Ⅹ-1",
    "",
    "Ⅲ-4a",
    "a rather long text that is no zone",
    None,
]
USES = ["商服", "住宅用地", "industrial", "公服", "商住", None]
COLUMNS = ["unit_price", "wan_yuan_per_mu", "floor_price", "total_yuan", "total_wan_yuan", "deviation"]


def alone(function, *arguments, **options):
    """What the function gives for one parcel: a value or the name of an exception."""
    if any(argument is None or argument == "" for argument in [*arguments, *options.values()]):
        return None, "missing"
    try:
        return function(*arguments, **options), "ok"
    except dijia.DijiaError as error:
        return None, type(error).__name__


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SPELLINGS), st.sampled_from(USES)), min_size=1, max_size=40))
def test_lookup_row_by_row(rows):
    codes, uses = [list(column) for column in zip(*rows, strict=True)]
    expected = [alone(dijia.zone_price, use, code) for code, use in rows]
    made = dijia.zone_prices(codes, uses, errors="coerce")
    assert made["per_square_metre"] == [price and price.per_square_metre for price, _ in expected]
    # Of a bad zone and a bad use the use is named, as for one parcel.
    assert made["status"] == [word for _, word in expected]
    bad = [place for place, (_, word) in enumerate(expected) if word not in ("ok", "missing")]
    if bad:
        with pytest.raises(dijia.DijiaError) as caught:
            dijia.zone_prices(codes, uses)
        assert caught.value.row == bad[0]
        assert str(caught.value).startswith(f"row {bad[0]}: ")
        assert type(caught.value).__name__ == expected[bad[0]][1]
    else:
        assert dijia.zone_prices(codes, uses) == made["per_square_metre"]
        floors = dijia.zone_prices(codes, uses, column="per_floor_area")
        assert floors == [price and price.per_floor_area for price, _ in expected]
        citations = dijia.zone_prices(codes, uses, column="citation")
        assert citations == [price and str(price.citation) for price, _ in expected]


def numbers(low, high, places):
    units = st.integers(low * 10**places, high * 10**places)
    return st.one_of(st.none(), units.map(lambda units: Decimal(units).scaleb(-places)))


ROW = st.tuples(
    st.sampled_from([*SPELLINGS[:9], None]),
    st.sampled_from(USES),
    numbers(-1, 60, 2),
    numbers(0, 2, 3),
    numbers(-1, 1, 3),
    numbers(0, 5, 1),
    numbers(0, 9999, 2),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=20))
def test_appraisals_row_by_row(rows):
    zones, uses, terms, shapes, factors, ratios, areas = [list(column) for column in zip(*rows, strict=True)]
    expected = []
    for zone, use, term, shape, factor, ratio, area in rows:
        if None in (shape, factor):
            expected.append((None, "missing"))
            continue
        given = {"coefficients": {"形状": shape, "面积": "0.98"}, "factor_corrections": {"区域": factor}}
        # The unit price does without a plot ratio and an area.
        given |= {name: value for name, value in (("plot_ratio", ratio), ("area", area)) if value is not None}
        price, word = alone(dijia.appraise, use, zone, remaining_term=term, **given)
        expected.append((price, "missing" if word == "ok" and None in (ratio, area) else word))
    made = dijia.appraise_batch(
        uses,
        zones,
        remaining_term=terms,
        coefficients={"形状": shapes, "面积": "0.98"},
        factor_corrections={"区域": factors},
        plot_ratio=ratios,
        area=areas,
        errors="coerce",
    )
    assert made["status"] == [word for _, word in expected]
    for name in COLUMNS:
        assert made[name] == [appraised and getattr(appraised, name) for appraised, _ in expected]


def test_every_argument_may_be_a_column():
    import datetime

    columns = {
        "capitalization_rate": ["6%", "0.055"],
        "statutory_term": [40, Decimal("50")],
        "base_date": ["2019-01-01", datetime.date(2020, 1, 1)],
        "valuation_date": ["2021-06-01", datetime.date(2022, 2, 3)],
        "expiry_date": ["2050-06-01", "2060-01-01"],
        "plot_ratio": ["1.5", 2],
        "plot_ratio_coefficient": ["1.01", "0.99"],
        "monthly_growth": ["0.1%", "-0.002"],
        "development_adjustment": [10, "-5.5"],
        "area": [1000, "20.5"],
    }
    made = dijia.appraise_batch(base_price=[8000, "900.5"], **columns)
    for row in range(2):
        price = [8000, "900.5"][row]
        one = dijia.appraise(base_price=price, **{name: column[row] for name, column in columns.items()})
        assert {name: made[name][row] for name in COLUMNS} == {name: getattr(one, name) for name in COLUMNS}
    grades = dijia.appraise_batch("住宅", grade=["Ⅱ", "三"], date_coefficient=["1.1", "0.9"])
    assert grades["unit_price"][1] == dijia.appraise("住宅", grade="Ⅲ", date_coefficient="0.9").unit_price


def test_tables_and_levels():
    table = dijia.PlotRatioTable({"1.0": "0.8", "3.0": "1.2"}, open_above=True)
    given = {"plot_ratio_table": table, "site_development": "七通一平", "unit_costs": {"供热": 30}}
    made = dijia.appraise_batch("商服", "Ⅲ-4", plot_ratio=["2.0", "9", None], **given)
    expected = [dijia.appraise("商服", "Ⅲ-4", plot_ratio=ratio, **given).unit_price for ratio in ("2.0", "9")]
    assert made["unit_price"] == [*expected, None]
    services = dijia.appraise_batch(
        "商服", ["Ⅲ-4"], site_development=list(dijia.Service), unit_costs={"供热": 30}, columns=["unit_price"]
    )
    assert services == {"unit_price": [Decimal("9168.00")]}


def test_words_are_read_too():
    code = dijia.ZoneCode(dijia.Grade.III, 4)
    assert dijia.zone_prices([code, "Ⅲ-4"], [dijia.LandUse.COMMERCIAL, "商服"]) == [Decimal(9138)] * 2
    assert dijia.zone_prices("Ⅲ-4", ["商服", "住宅"]) == [
        Decimal(9138),
        dijia.zone_price("住宅", "Ⅲ-4").per_square_metre,
    ]


def test_many_rows_and_spellings():
    codes = [str(price.code) for price in dijia.JINAN_2020.zone_prices if price.land_use is dijia.LandUse.COMMERCIAL]
    # More rows than a piece has, more spellings than the table begins with.
    padded = [" " * (place % 60) + code for place, code in enumerate(codes * 1000)]
    prices = [dijia.zone_price("商服", code).per_square_metre for code in codes] * 1000
    assert dijia.zone_prices(padded, "商服") == prices
    padded[70_000] = "Ⅲ-99"
    with pytest.raises(dijia.NoSuchZoneError) as caught:
        dijia.zone_prices(padded, "商服")
    assert caught.value.row == 70_000
    distinct = [f"bad {place}" for place in range(100_000)]
    made = dijia.zone_prices(distinct, "商服", errors="coerce")
    assert set(made["per_square_metre"]) == {None}
    assert set(made["status"]) == {"InvalidZoneCodeError"}
    # Each reason is of the text of its own row.
    assert [reason.partition(":")[0] for reason in made["reason"]] == [
        f'invalid zone code "{text}"' for text in distinct
    ]


def test_wrong_arguments():
    with pytest.raises(TypeError, match="at least one argument is to be a column"):
        dijia.zone_prices("Ⅲ-4", "商服")
    with pytest.raises(ValueError, match="area has 1 rows, zone has 2"):
        dijia.appraise_batch("商服", ["Ⅲ-4", "Ⅲ-5"], area=[1])
    with pytest.raises(ValueError, match='no column "price"'):
        dijia.zone_prices(["Ⅲ-4"], "商服", column="price")
    with pytest.raises(ValueError, match='errors is "ignore"'):
        dijia.zone_prices(["Ⅲ-4"], "商服", errors="ignore")
    with pytest.raises(TypeError, match="area is a float"):
        dijia.appraise_batch("商服", ["Ⅲ-4"], area=[1.5])
    with pytest.raises(TypeError, match="codes has an int in it: texts are expected"):
        dijia.zone_prices([4], "商服")
    assert dijia.zone_prices([], "商服") == []


def test_floats_only_by_name():
    assert dijia.decimals([0.1, 2.675, 1e-40, float("nan"), None, 1e15], 2) == [
        Decimal("0.10"),
        Decimal("2.68"),
        Decimal("0.00"),
        None,
        None,
        Decimal("1000000000000000.00"),
    ]
    assert dijia.zone_prices(["Ⅲ-4"], "商服", dtype="float64") == [9138.0]


# Of two shortest texts as near, Python prints the one with the even digit: 8391500.7197265625 has 17 digits.
TIES = [8391500.719726562, 70369859364588.12, 90210416.41601562, 5e-324, 1.5e-27, 2.0**-44, 9007199254740993.0, 0.1]


def as_printed(value, places):
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=60))


@pytest.mark.parametrize("places", [0, 2, 8, 9, 10, 12, 27, 28])
def test_floats_are_made_decimals_as_python_prints_them(places):
    for value in TIES:
        for signed in (value, -value):
            expected = as_printed(signed, places)
            if abs(expected.scaleb(places)) < 2**96:
                assert dijia.decimals([signed], places) == [expected], (signed, places)
            else:
                with pytest.raises(dijia.DijiaError) as caught:
                    dijia.decimals([signed], places)
                assert caught.value.row == 0


@settings(max_examples=2000, deadline=None)
@given(
    st.one_of(
        st.floats(-1e9, 1e9),
        st.floats(allow_infinity=False, allow_nan=False),
        # Sixteen digits and a half: doubles half-way between two texts.
        st.integers(2**50, 2**53).map(lambda units: units / 2**30),
        st.integers(-1074, 60).map(lambda power: 2.0**power),
    ),
    st.integers(0, 12),
)
def test_any_float_is_made_the_decimal_that_python_prints(value, places):
    expected = as_printed(value, places) if abs(value) < 1e15 else None
    if expected is not None and abs(expected.scaleb(places)) < 2**96:
        assert dijia.decimals([value], places) == [expected]


@pytest.mark.parametrize("places", [29, 255, 1000])
def test_more_places_than_a_decimal_has_are_refused(places):
    for values in ([], [0.5], [float("nan")]):
        with pytest.raises(dijia.TooManyPlacesError):
            dijia.decimals(values, places)


def test_places_of_any_size_are_refused_as_places():
    made_with = [
        lambda places: dijia.RoundingPolicy(coefficient_places=places),
        lambda places: dijia.RoundingPolicy(unit_price_places=places),
        lambda places: dijia.RoundingPolicy(amount_places=places),
        lambda places: dijia.round_decimal("1.5", places),
        lambda places: dijia.wan_yuan_per_mu(9138, places),
        lambda places: dijia.floor_price(9138, 2, places),
        lambda places: dijia.square_metres(1, places),
        lambda places: dijia.total_yuan(1, 1, places),
        lambda places: dijia.total_wan_yuan(1, 1, places),
        lambda places: dijia.decimals([0.5], places),
        lambda places: dijia.decimals(0.5, places),
        lambda places: dijia.appraise_batch(base_price=[0.5], places=places),
    ]
    for make in made_with:
        for places in (29, 256, 300, 2**32 - 1, 2**32, 10**30):
            with pytest.raises(dijia.TooManyPlacesError) as caught:
                make(places)
            assert caught.value.value == min(places, 2**32 - 1)
        for places in (-1, -(10**30)):
            with pytest.raises(ValueError, match=rf"^{places} places are asked for: there are none below 0"):
                make(places)
        with pytest.raises(TypeError):
            make("2")


@pytest.mark.parametrize("value", [float("inf"), -float("inf"), 1e300, -1e30])
def test_a_float_that_no_decimal_holds_is_an_ordinary_error(value):
    with pytest.raises(dijia.InvalidDecimalError) as caught:
        dijia.decimals(value, 2)
    assert caught.value.row is None
    columns = [[0.5, value]]
    for library, of in (("numpy", "array"), ("pyarrow", "array"), ("pandas", "Series"), ("polars", "Series")):
        module = pytest.importorskip(library)
        columns.append(getattr(module, of)([0.5, value]))
    for column in columns:
        with pytest.raises(dijia.InvalidDecimalError) as caught:
            dijia.decimals(column, 2)
        assert caught.value.row == 1


def test_what_is_no_float_is_told_by_its_row():
    with pytest.raises(TypeError, match=r"^row 1 is a str: floats are expected$"):
        dijia.decimals([0.5, "0.5"], 2)


def test_other_threads_go_on_while_floats_are_made_decimals():
    np = pytest.importorskip("numpy")
    pa = pytest.importorskip("pyarrow")
    values = pa.array(np.full(2_000_000, 8391500.719726562))
    turns, done = 0, threading.Event()

    def work():
        _dijia.floats_to_decimals(values, 9)
        done.set()

    thread = threading.Thread(target=work)
    # A thread that waits for the lock gets it only where it is released.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        thread.start()
        while not done.is_set():
            turns += 1
            time.sleep(0)
    finally:
        sys.setswitchinterval(interval)
        thread.join()
    assert turns > 10


ROWS = 100_000
# The last column is too short, so that no row is priced: the first is read, which needs the lock.
READ = {
    "texts": lambda: {"zone": ["Ⅲ-4"] * ROWS, "land_use": "商服", "area": ["1"]},
    "decimals": lambda: {"base_price": [Decimal("9138.5")] * ROWS, "area": ["1"]},
    "dates": lambda: {
        "base_price": "9138",
        "valuation_date": [datetime.date(2021, 6, 1)] * ROWS,
        "site_development": [""],
    },
    "levels": lambda: {"base_price": "9138", "levels": {"a": [Decimal(1)] * ROWS, "b": ["1"]}},
}


@pytest.mark.parametrize("objects", [*READ, "floats", "a list that is made"])
def test_other_threads_may_go_on_while_objects_are_read_and_made(objects):
    if objects == "a list that is made":
        made = _dijia.floats_to_decimals([row / 4 for row in range(ROWS)], 2)
        call = lambda: _dijia.to_list(made)  # noqa: E731
    elif objects == "floats":
        floats = [0.25] * ROWS + [""]
        call = lambda: _dijia.floats_to_decimals(floats, 2)  # noqa: E731
    else:
        arguments = READ[objects]()
        call = lambda: _dijia.appraise_batch(dijia.JINAN_2020._handle, arguments, [], "coerce", True, None)  # noqa: E731
    before, failure = _dijia.pauses(), ""
    try:
        call()
    except (TypeError, ValueError) as error:
        failure = str(error)
    # Another thread may have the lock once in 8,192 objects.
    assert _dijia.pauses() - before >= ROWS // 8_192
    assert failure or objects == "a list that is made"


def test_progress(capsys):
    dijia.zone_prices(["Ⅲ-4"] * 200_000, "商服", progress=True)
    assert "200" in capsys.readouterr().err


BATCHES = {
    "appraise_batch": """
        terms = [f"{n % 4000 / 100 + 0.01:.2f}" for n in range(rows)]
        ratios = [str(1 + n) for n in range(rows)]
        arguments = {"zone": "Ⅲ-4", "land_use": "商服", "remaining_term": terms, "plot_ratio": ratios}
        call = lambda step: _dijia.appraise_batch(edition, arguments, ["unit_price"], "raise", True, step)
    """,
    "zone_prices": """
        rows *= 10
        codes = ["Ⅲ-4"] * rows
        arguments = {"codes": codes, "land_use": "商服"}
        call = lambda step: _dijia.zone_prices(edition, arguments, "citation", "coerce", True, step)
    """,
}


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as POSIX does")
@pytest.mark.parametrize("batch", BATCHES)
def test_an_interrupt_stops_a_batch_before_its_end(batch):
    program = f"""
        import os, signal, threading, time
        from dijia import JINAN_2020, _dijia
        edition = JINAN_2020._handle
        # Programs that a shell starts in the background ignore interrupts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        rows = 400_000
        {textwrap.dedent(BATCHES[batch]).strip().replace(chr(10), chr(10) + " " * 8)}
        done = []

        def interrupt():
            while not done:
                time.sleep(0.001)
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt, daemon=True).start()
        try:
            # Nothing here is of Python, whose interpreter would look for signals itself: it is the batch that does.
            call(done.append)
        except KeyboardInterrupt:
            print("stopped", 0 < sum(done) < rows)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.stdout == "stopped True\n", done.stderr


def test_other_threads_go_on():
    codes = ["Ⅲ-4", "Ⅱ-1"] * 300_000
    results = []

    def work():
        results.append(dijia.zone_prices(codes, "商服")[:2])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [dijia.zone_prices(codes[:2], "商服")] * 4
