"""What the cells of columns hold: every kind of array is read or refused by name, a bad cell is its row's fault, and a
number is read by its value."""

import datetime
import enum
from decimal import Decimal

import dijia
import pytest
from dijia import _dijia

ZONES = ["Ⅲ-4", None, "Ⅱ-1", "Ⅲ-4"]
PRICES = [Decimal(9138), None, Decimal(10536), Decimal(9138)]


class Foreign:
    """An Arrow array of no library that is known."""

    def __init__(self, array):
        self.array = array

    def __arrow_c_array__(self, requested_schema=None):
        return self.array.__arrow_c_array__(requested_schema)


def encodings(pa, array):
    """The array in every way that says for each row where its value is, also one within the other."""
    plain = array.dictionary_encode()
    yield plain
    for keys in (pa.int8(), pa.uint16(), pa.int64(), pa.uint64()):
        yield pa.DictionaryArray.from_arrays(plain.indices.cast(keys), plain.dictionary)
    # The dictionary of the dictionary is in another order, and has what no row has.
    order = list(range(len(plain.dictionary)))[::-1]
    inner = pa.DictionaryArray.from_arrays(pa.array(order, pa.int8()), plain.dictionary)
    back = pa.array([None if key is None else order.index(key) for key in plain.indices.to_pylist()], pa.int16())
    yield pa.DictionaryArray.from_arrays(back, inner)
    yield pa.DictionaryArray.from_arrays(pa.array(range(len(array)), pa.int32()), plain)
    for ends in (pa.int16(), pa.int32(), pa.int64()):
        yield pa.RunEndEncodedArray.from_arrays(pa.array(range(1, len(array) + 1), ends), array)
    yield pa.RunEndEncodedArray.from_arrays(pa.array(range(1, len(array) + 1), pa.int32()), plain)


def test_values_that_stand_elsewhere_are_read_in_every_column():
    pa = pytest.importorskip("pyarrow")
    terms = [Decimal("33.57"), Decimal(20), None, Decimal("33.57")]
    ends = [datetime.date(2050, 6, 3), datetime.date(2051, 1, 1), None, datetime.date(2050, 6, 3)]
    for zones in encodings(pa, pa.array(ZONES)):
        made = pa.array(dijia.zone_prices(Foreign(zones), "商服"))
        assert made.to_pylist() == PRICES, zones.type
        made = pa.array(dijia.zone_prices(Foreign(zones.slice(1, 2)), "商服"))
        assert made.to_pylist() == PRICES[1:3], zones.type
    texts = pa.array([None if term is None else str(term) for term in terms])
    dates = pa.array([None if end is None else str(end) for end in ends])
    alone = [term and dijia.appraise("商服", "Ⅲ-4", remaining_term=term).unit_price for term in terms]
    dated = [
        end and dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date=end).unit_price for end in ends
    ]
    given = {"columns": ["unit_price"]}
    for values in (pa.array(terms), pa.array(terms, pa.decimal256(70, 20)), texts):
        for column in (values, *(encodings(pa, values) if values is texts else ())):
            made = dijia.appraise_batch("商服", "Ⅲ-4", remaining_term=Foreign(column), **given)["unit_price"]
            assert pa.array(made).to_pylist() == alone, column.type
    for values in (pa.array(ends), dates):
        for column in (values, *encodings(pa, values)):
            given |= {"valuation_date": "2021-06-01", "expiry_date": Foreign(column)}
            made = dijia.appraise_batch("商服", "Ⅲ-4", **given)["unit_price"]
            assert pa.array(made).to_pylist() == dated, column.type


def test_a_kind_of_array_that_is_not_read_is_named():
    pa = pytest.importorskip("pyarrow")
    columns = {
        "Boolean": pa.array([True]),
        "Binary": pa.array([b"1"]),
        "Time32": pa.array([datetime.time(1)], pa.time32("s")),
        "Duration": pa.array([datetime.timedelta(1)]),
        "List": pa.array([["1"]]),
        "Struct": pa.array([{"a": "1"}]),
        "Boolean ": pa.array([True]).dictionary_encode(),
    }
    for name, column in columns.items():
        for argument in ("zone", "land_use", "remaining_term", "valuation_date", "site_development"):
            given = {"land_use": "商服", "zone": "Ⅲ-4", argument: column}
            for errors in ("raise", "coerce"):
                with pytest.raises(TypeError, match=rf"^{argument} is a column of {name.strip()}"):
                    dijia.appraise_batch(**given, errors=errors)
    # What 128 bits do not hold is no decimal.
    wide = pa.array([Decimal("1E+40"), Decimal(5)], pa.decimal256(50, 0))
    made = dijia.appraise_batch("商服", "Ⅲ-4", area=wide, errors="coerce", columns=["total_yuan"])
    assert made["status"].to_pylist() == ["TooManyDigitsError", "ok"]


def test_a_column_of_nothing_is_missing_whatever_its_type():
    pa, pd, np = (pytest.importorskip(name) for name in ("pyarrow", "pandas", "numpy"))
    nan = float("nan")
    columns = [
        [None, None],
        [nan, None],
        [Decimal("NaN"), Decimal("-sNaN12")],
        np.array([nan, nan]),
        [np.float32(nan), np.datetime64("NaT", "D")],
        pd.Series([nan, nan]),
        pd.Series([nan, nan]).astype("category"),
        pd.Series(pd.Categorical([None, None])),
        pd.Series([None, None], dtype="string").astype("category"),
        pd.Series(["Ⅲ-4", None, None]).astype("category")[1:],
        pd.Series([None, None], dtype=pd.ArrowDtype(pa.float64())),
        pd.Series([pd.NaT, pd.NaT]),
        *(pa.nulls(2, kind) for kind in (pa.null(), pa.float64(), pa.bool_(), pa.binary(), pa.list_(pa.int8()))),
        pa.array([nan, None]),
        pa.array([nan, None], pa.float32()),
    ]
    for column in columns:
        for argument in ("zone", "land_use", "remaining_term", "valuation_date", "site_development"):
            if isinstance(column, list) and isinstance(column[0], Decimal) and argument != "remaining_term":
                continue
            dates = {"expiry_date": "2050-01-01"} if argument == "valuation_date" else {}
            given = {"land_use": "商服", "zone": "Ⅲ-4", "unit_costs": {"供热": 30} if argument[0] == "s" else None}
            made = dijia.appraise_batch(**given | dates | {argument: column}, errors="coerce", columns=["unit_price"])
            assert [str(word) for word in list(made["status"])] == ["missing"] * 2, (argument, column)


BAD = [
    ("area", Decimal("1E+30"), "InvalidDecimalError"),
    ("area", Decimal("Infinity"), "InvalidDecimalError"),
    ("area", Decimal("1E-40"), "InvalidDecimalError"),
    ("area", 2**100, "InvalidDecimalError"),
    ("area", 10**5000, "InvalidDecimalError"),
    ("area", 1.5, "CellTypeError"),
    ("area", b"1", "CellTypeError"),
    ("area", True, "CellTypeError"),
    ("area", [1], "CellTypeError"),
    ("area", datetime.date(2020, 1, 1), "CellTypeError"),
    ("coefficients", 0.98, "CellTypeError"),
    ("zone", 4, "CellTypeError"),
    ("zone", 4.5, "CellTypeError"),
    ("land_use", b"x", "CellTypeError"),
    ("site_development", 7, "CellTypeError"),
    ("expiry_date", 20500101, "CellTypeError"),
    ("expiry_date", datetime.datetime(2050, 1, 1, 12), "CellTypeError"),
    ("expiry_date", datetime.datetime(2050, 1, 1, tzinfo=datetime.timezone.utc), "CellTypeError"),
    ("expiry_date", "2050-13-01", "InvalidDateError"),
]
GOOD = {
    "area": "10",
    "coefficients": "0.98",
    "zone": "Ⅲ-4",
    "land_use": "商服",
    "site_development": "七通一平",
    "expiry_date": "2050-01-01",
}


@pytest.mark.parametrize(("argument", "cell", "status"), BAD, ids=range(len(BAD)))
def test_a_bad_cell_is_the_fault_of_its_row(argument, cell, status):
    def price(columns, errors):
        given = {"land_use": "商服", "zone": ["Ⅲ-4"] * 3, "unit_costs": {"供热": 30}, "site_development": "六通一平"}
        given |= {"valuation_date": "2021-06-01"}
        if "coefficients" in columns:
            columns = columns | {"coefficients": {"面积": columns["coefficients"]}}
        return dijia.appraise_batch(**given | columns, errors=errors, columns=["unit_price"])

    good = GOOD[argument]
    made = price({argument: [good, cell, good]}, "coerce")
    assert made["status"] == ["ok", status, "ok"]
    assert made["unit_price"][1] is None
    assert made["unit_price"][0] == made["unit_price"][2] != None  # noqa: E711
    # The first bad row is the one that is named, whichever column has what.
    other = {"base_date": ["2019-01-01", "2019-01-01", "no date"], argument: [good, cell, good]}
    for columns, row in ((other, 1), (other | {"base_date": ["no date"] * 3}, 0)):
        with pytest.raises(dijia.DijiaError) as caught:
            price(columns, "raise")
        assert caught.value.row == row
        assert isinstance(caught.value, TypeError) == (row == 1 and status == "CellTypeError")
        assert str(caught.value).startswith(f"row {row}: ")


@pytest.mark.parametrize("value", [float("inf"), -float("inf"), 1e300, -1e30])
def test_a_float_that_no_decimal_holds_is_the_fault_of_its_row(value):
    columns = [[1.5, value, None], [1.5, value, "3"]]
    for library, of in (("numpy", "array"), ("pyarrow", "array"), ("pandas", "Series"), ("polars", "Series")):
        module = pytest.importorskip(library)
        columns.append(getattr(module, of)([1.5, value, float("nan")]))
    for column in columns:
        given = {"base_price": 100, "area": column, "places": 2, "columns": ["total_yuan"]}
        made = dijia.appraise_batch(**given, errors="coerce")
        prices, statuses = (
            list(made[name].to_pylist() if hasattr(made[name], "to_pylist") else made[name])
            for name in ("total_yuan", "status")
        )
        assert (prices[0], statuses[:2]) == (150, ["ok", "InvalidDecimalError"])
        with pytest.raises(dijia.InvalidDecimalError) as caught:
            dijia.appraise_batch(**given)
        assert caught.value.row == 1
        # The first bad row is the one that is named.
        with pytest.raises(dijia.NotPositiveError) as caught:
            dijia.appraise_batch(**{**given, "base_price": "0"})
        assert caught.value.row == 0


def test_a_bad_cell_of_a_lookup_is_the_fault_of_its_row():
    zones, uses = ["Ⅲ-4", 4, "Ⅲ-99", "Ⅲ-4", None], ["商服", "商服", "商服", 1.5, 1.5]
    made = dijia.zone_prices(zones, uses, errors="coerce")
    assert made == {
        "per_square_metre": [Decimal(9138), None, None, None, None],
        "status": ["ok", "CellTypeError", "NoSuchZoneError", "CellTypeError", "missing"],
        "reason": [
            None,
            "codes has an int in it: texts are expected",
            "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12",
            "land_use has a float in it: texts are expected",
            None,
        ],
    }
    with pytest.raises(dijia.CellTypeError) as caught:
        dijia.zone_prices(zones, uses)
    assert str(caught.value) == "row 1: codes has an int in it: texts are expected"
    assert caught.value.chinese == "行 1：codes 中有类型为 int 的值：应为文字"
    assert (caught.value.argument, caught.value.value) == ("codes", "int")
    pd = pytest.importorskip("pandas")
    with pytest.raises(dijia.CellTypeError, match=r"^row 1, index 'b': codes has an int in it"):
        dijia.zone_prices(pd.Series(zones, index=list("abcde"), dtype=object), "商服")


def test_times_of_a_day_are_the_fault_of_their_row_in_every_kind_of_column():
    np, pd = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    moments = [datetime.datetime(2050, 6, 1), None, datetime.datetime(2050, 6, 1, 12)]
    for kind in (
        list,
        pa.array,
        pl.Series,
        pd.Series,
        lambda it: np.array(it, "M8[s]"),
        lambda it: np.array(it, "M8[ns]"),
    ):
        given = {"valuation_date": "2021-06-01", "expiry_date": kind(moments), "columns": ["unit_price"]}
        made = dijia.appraise_batch("商服", "Ⅲ-4", **given, errors="coerce")
        assert [str(word) for word in list(made["status"])] == ["ok", "missing", "CellTypeError"]


class Money(Decimal):
    def __str__(self):
        return f"{self:.1f}"

    def __format__(self, spec):
        return "0"

    def as_tuple(self):
        return Decimal(0).as_tuple()


class Number(int):
    def __str__(self):
        return "9"

    __repr__ = __str__

    def __index__(self):
        return 8


class Text(str):
    def __str__(self):
        return "9"


class Float(float):
    def __float__(self):
        return 9.0

    def __str__(self):
        return "9"


class Five(int, enum.Enum):
    A = 5


VALUES = [(Money("100.04"), "100.04"), (Number(5), "5.00"), (Text("5.5"), "5.50"), (Five.A, "5.00")]


@pytest.mark.parametrize(("value", "expected"), VALUES, ids=lambda value: type(value).__name__)
def test_numbers_are_read_by_their_value_and_not_by_what_they_print(value, expected):
    assert str(dijia.round_decimal(value, 2)) == expected
    assert str(dijia.appraise(base_price=value).unit_price) == expected
    assert list(map(str, dijia.appraise_batch(base_price=[value])["unit_price"])) == [expected]
    np = pytest.importorskip("numpy")
    made = dijia.appraise_batch(base_price=np.array([value], dtype=object))
    assert list(map(str, made["unit_price"])) == [expected]


def test_floats_are_made_decimals_by_their_value():
    assert dijia.decimals([Float(2.5)], 1) == [Decimal("2.5")]
    assert dijia.decimals(Float(2.5), 1) == Decimal("2.5")
    made = dijia.appraise_batch(base_price=[Float(2.5), Decimal("2.5")], places=1)["unit_price"]
    assert made == [Decimal("2.50")] * 2


class Raises:
    def __init__(self, error):
        self.error = error

    def __index__(self):
        raise self.error


class NoWhole:
    def __index__(self):
        return "12"


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ZeroDivisionError])
def test_what_a_value_raises_is_raised(error):
    for call in (
        lambda: dijia.round_decimal(Raises(error), 2),
        lambda: dijia.appraise(base_price=Raises(error)),
        lambda: dijia.appraise_batch(base_price=[Raises(error)], errors="coerce"),
    ):
        with pytest.raises(error):
            call()


def test_what_says_that_it_is_a_whole_number_and_is_none_is_refused():
    for value in (NoWhole(), Raises(TypeError)):
        with pytest.raises(TypeError, match=r"value is a (NoWhole|Raises): pass a str"):
            dijia.round_decimal(value, 2)


@pytest.mark.parametrize("sign", ["", "-"])
def test_an_exponent_is_never_written_out(sign):
    # Written out, each would be a text of gigabytes.
    for exponent in ("1E+999999999999999999", "12.5E+1000000000", "1E-999999999999", "0E-1000000000"):
        value = Decimal(sign + exponent)
        with pytest.raises(dijia.InvalidDecimalError) as caught:
            dijia.round_decimal(value, 2)
        assert len(caught.value.text) < 60
        made = dijia.appraise_batch(base_price=[value], errors="coerce")
        assert made["status"] == ["InvalidDecimalError"]
    assert dijia.round_decimal(Decimal(sign + "0E+1000000000"), 2) == 0


WRITTEN_OUT = {
    "1E+3": "1000",
    "1.25E+1": "12.5",
    "1.25E+2": "125",
    "125E-1": "12.5",
    "125E-3": "0.125",
    "125E-7": "0.0000125",
    "0E-7": "0.0000000",
    "0E+3": "0",
    "-1.25E+1": "-12.5",
}


@pytest.mark.parametrize(("value", "written"), WRITTEN_OUT.items())
def test_exponents_are_read(value, written):
    assert dijia.round_decimal(Decimal(value), 7) == dijia.round_decimal(written, 7)
    assert dijia.round_decimal(Decimal("1.5E+27"), 0) == 15 * 10**26


def test_an_arrow_capsule_that_has_been_read_is_an_ordinary_error():
    pa = pytest.importorskip("pyarrow")

    class Array:
        capsules = pa.array(["Ⅲ-4"]).__arrow_c_array__()

        def __arrow_c_array__(self, requested_schema=None):
            return self.capsules

    class Schema(Array):
        """A new array with a schema that has been read."""

        def __arrow_c_array__(self, requested_schema=None):
            return self.capsules[0], pa.array(["Ⅲ-4"]).__arrow_c_array__()[1]

    class Stream:
        capsule = pa.chunked_array([["Ⅲ-4"]]).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema=None):
            return self.capsule

    assert pa.array(dijia.zone_prices(Array(), "商服")).to_pylist() == PRICES[:1]
    assert pa.array(dijia.zone_prices(Stream(), "商服")).to_pylist() == PRICES[:1]
    pa.array(Schema())
    for column in (Array(), Stream(), Schema()):
        for call in (
            lambda column=column: dijia.zone_prices(column, "商服"),
            lambda column=column: dijia.appraise_batch("商服", column),
            lambda column=column: dijia.appraise_batch("商服", "Ⅲ-4", area=column),
            lambda column=column: dijia.appraise_batch("商服", "Ⅲ-4", valuation_date=column),
            lambda column=column: _dijia.floats_to_decimals(column, 2),
        ):
            with pytest.raises((TypeError, ValueError)):
                call()


def test_a_capsule_of_another_kind_is_an_ordinary_error():
    pa = pytest.importorskip("pyarrow")
    schema, array = pa.array(["Ⅲ-4"]).__arrow_c_array__()
    for made in ((array, schema), (schema,), schema, (schema, array, schema)[:1], None, (1, 2)):

        class Odd:
            def __arrow_c_array__(self, requested_schema=None, made=made):
                return made

        with pytest.raises((TypeError, ValueError, IndexError)):
            dijia.zone_prices(Odd(), "商服")
