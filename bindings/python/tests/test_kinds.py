"""The same kind of column out as in."""

from decimal import Decimal

import dijia
import pytest

CODES = ["Ⅲ-4", None, "iii－４"]
PRICES = [Decimal(9138), None, Decimal(9138)]


def test_numpy():
    np = pytest.importorskip("numpy")
    made = dijia.zone_prices(np.array(CODES, dtype=object), "商服")
    assert isinstance(made, np.ndarray)
    assert made.tolist() == PRICES
    assert dijia.zone_prices(np.array(["Ⅲ-4"]), "商服").tolist() == PRICES[:1]
    floats = dijia.zone_prices(np.array(CODES, dtype=object), "商服", dtype="float64")
    assert floats.dtype == np.float64
    assert floats[0] == 9138
    assert np.isnan(floats[1])
    table = dijia.appraise_batch("商服", np.array(["Ⅲ-4"]), area=np.array([1000]), columns=["total_yuan"])
    assert table["total_yuan"].tolist() == [Decimal("9138000.00")]
    dates = np.array(["2021-06-01"], dtype="datetime64[ns]")
    table = dijia.appraise_batch("商服", "Ⅲ-4", valuation_date=dates, expiry_date="2050-06-01", columns=["unit_price"])
    one = dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date="2050-06-01")
    assert table["unit_price"][0] == one.unit_price
    with pytest.raises(TypeError, match="area is a float"):
        dijia.appraise_batch("商服", np.array(["Ⅲ-4"]), area=np.array([1.5]))
    with pytest.raises(ValueError, match="codes has 2 dimensions"):
        dijia.zone_prices(np.array([["Ⅲ-4"]]), "商服")
    assert dijia.appraise(base_price=np.int64(5)).unit_price == 5


@pytest.mark.parametrize("dtype", ["object", "string", "category", "str"])
def test_pandas(dtype):
    pd = pytest.importorskip("pandas")
    index = pd.Index([10, 20, 30], name="parcel")
    series = pd.Series(CODES, index=index, dtype=dtype)
    made = dijia.zone_prices(series, "商服", dtype="decimal")
    assert isinstance(made, pd.Series)
    assert made.index is index or made.index.equals(index)
    assert made.tolist() == PRICES
    coerced = dijia.zone_prices(series, "商服", dtype="decimal", errors="coerce")
    assert isinstance(coerced, pd.DataFrame)
    assert coerced.index.equals(index)
    assert coerced["per_square_metre"].tolist() == PRICES
    assert coerced["status"].tolist() == ["ok", "missing", "ok"]
    terms = pd.Series(["30", "20", "10.5"], index=index)
    table = dijia.appraise_batch("商服", series, remaining_term=terms, area=100, dtype="decimal")
    assert isinstance(table, pd.DataFrame)
    assert table.index.equals(index)
    assert table["unit_price"][30] == dijia.appraise("商服", "Ⅲ-4", remaining_term="10.5").unit_price
    assert table["unit_price"][20] is None


def test_times_of_a_day_are_no_dates_in_any_kind_of_column():
    np, pd = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    import datetime

    noon, midnight = datetime.datetime(2021, 6, 1, 12), datetime.datetime(2021, 6, 1)
    one = dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date="2050-06-01").unit_price
    kinds = [list, pa.array, pl.Series, pd.Series, lambda dates: pd.Series(dates, dtype=object)]
    kinds += [
        lambda dates, unit=unit: np.array(dates, dtype=f"M8[{unit}]") for unit in ("h", "m", "s", "ms", "us", "ns")
    ]
    for kind in kinds:
        given = {"expiry_date": "2050-06-01", "columns": ["unit_price"], "dtype": "decimal"}
        made = dijia.appraise_batch("商服", "Ⅲ-4", valuation_date=kind([midnight, None]), **given)["unit_price"]
        assert (made.to_pylist() if hasattr(made, "to_pylist") else list(made)) == [one, None]
        with pytest.raises(TypeError, match=r"^row 1(, index 1)?: valuation_date is a time of a day"):
            dijia.appraise_batch("商服", "Ⅲ-4", valuation_date=kind([midnight, noon]), **given)


def test_pandas_dates_and_numbers():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"zone": ["Ⅲ-4", "Ⅲ-4"], "end": pd.to_datetime(["2050-06-01", None]), "m2": [10, 20]})
    given = {"valuation_date": "2021-06-01", "expiry_date": frame["end"], "area": frame["m2"], "dtype": "decimal"}
    made = dijia.appraise_batch("商服", frame["zone"], **given)
    one = dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date="2050-06-01", area=10)
    assert made["total_yuan"].tolist() == [one.total_yuan, None]
    nullable = pd.Series([10, None], dtype="Int64")
    made = dijia.appraise_batch("商服", frame["zone"], area=nullable, dtype="decimal")
    assert made["total_yuan"].tolist() == [Decimal("91380.00"), None]


def kinds():
    yield list(CODES)
    np = pytest.importorskip("numpy")
    yield np.array(CODES, dtype=object)
    pd = pytest.importorskip("pandas")
    yield pd.Series(CODES)
    pa = pytest.importorskip("pyarrow")
    yield from (pa.array(CODES), pa.chunked_array([CODES]), Foreign(pa.array(CODES)))
    yield pd.Series(CODES, dtype=pd.ArrowDtype(pa.string()))
    pl = pytest.importorskip("polars")
    yield pl.Series(CODES)


def values(column):
    """Return the values of a column of any kind, what is missing as None."""
    pa = pytest.importorskip("pyarrow")
    if isinstance(column, dijia._dijia.ArrowArray):
        column = pa.array(column)
    column = column.to_pylist() if isinstance(column, (pa.Array, pa.ChunkedArray)) else list(column)
    return [None if value is None or value != value else value for value in column]


def test_the_type_that_decimals_have_is_the_one_asked_for():
    for codes in kinds():
        is_pandas = type(codes).__module__.startswith("pandas")
        for dtype, kind in (("float64", float), ("decimal", Decimal), (None, float if is_pandas else Decimal)):
            given = {} if dtype is None else {"dtype": dtype}
            price = dijia.zone_prices(codes, "商服", **given)
            assert values(price) == [9138, None, 9138]
            assert isinstance(values(price)[0], kind), (type(codes), dtype)
            # 9138 × 0.9553, the coefficient of 33.57 years, is 8729.5314
            table = dijia.appraise_batch("商服", codes, remaining_term="33.57", columns=["unit_price"], **given)
            unit = values(table["unit_price"])[0]
            assert isinstance(unit, kind)
            assert str(unit) == "8729.53"


def test_a_type_that_is_no_kind_of_decimal_is_refused():
    for codes in kinds():
        is_pandas = type(codes).__module__.startswith("pandas")
        known = '"float64", "decimal" or "decimal[pyarrow]"' if is_pandas else '"decimal" or "float64"'
        for dtype in ("float32", "Float64", "object", float, *(() if is_pandas else ("decimal[pyarrow]",))):
            for call in (dijia.zone_prices, lambda codes, use, **given: dijia.appraise_batch(use, codes, **given)):
                with pytest.raises(ValueError, match="dtype is") as caught:
                    call(codes, "商服", dtype=dtype)
                assert str(caught.value) == f"dtype is {dtype!r}: {known} is expected"


def test_decimals_of_arrow_in_pandas():
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    made = dijia.zone_prices(pd.Series(CODES), "商服", dtype="decimal[pyarrow]")
    assert str(made.dtype) == "decimal128(38, 0)[pyarrow]"
    assert made.tolist()[0] == Decimal(9138)
    assert made.isna().tolist() == [False, True, False]


def test_warnings_and_coefficients():
    columns = ["base_price", "term_coefficient", "plot_ratio_coefficient", "factor_sum", "warnings"]
    given = {
        "remaining_term": ["33.57", "10", "40"],
        "valuation_date": ["2020-12-01", "2018-06-01", "2024-01-01"],
        "plot_ratio_coefficient": "1.01",
        "factor_corrections": {"区域": [0, 0, "2.402%"]},
    }
    made = dijia.appraise_batch("商服", ["Ⅲ-4"] * 3, **given, columns=columns)
    assert made == {
        "base_price": [Decimal(9138)] * 3,
        # [1 − 1.064^−m] ÷ [1 − 1.064^−40] for m of 33.57, 10 and 40
        "term_coefficient": [Decimal("0.9553"), Decimal("0.5044"), Decimal("1.0000")],
        "plot_ratio_coefficient": [Decimal("1.01")] * 3,
        "factor_sum": [Decimal(0), Decimal(0), Decimal("0.02402")],
        # In force from 2020-10-08 to 2023-10-07; the base date is 2019-01-01.
        "warnings": [
            "DateUncorrected",
            "LargeDeviation; OutsideValidity; BeforeBaseDate; DateUncorrected",
            "OutsideValidity; DateUncorrected",
        ],
    }
    assert str(made["term_coefficient"][2]) == "1.0000"
    pd = pytest.importorskip("pandas")
    frame = dijia.appraise_batch("商服", pd.Series(["Ⅲ-4"] * 3), **given)
    assert frame["warnings"].dtype == "category"
    # The dictionary has what occurs.
    assert set(frame["warnings"].cat.categories) == set(made["warnings"])
    corrected = dijia.appraise_batch("商服", pd.Series(["Ⅲ-4"] * 3), **given, date_coefficient=1)
    assert corrected["warnings"].isna().tolist() == [True, False, False]
    pa = pytest.importorskip("pyarrow")
    table = dijia.appraise_batch("商服", pa.array(["Ⅲ-4"] * 3), **given, columns=columns)
    assert {name: table[name].to_pylist() for name in columns} == made
    assert table.schema.field("factor_sum").type == pa.decimal128(38, 5)


def test_polars():
    pl = pytest.importorskip("polars")
    for dtype in (pl.String, pl.Categorical):
        series = pl.Series("zone", CODES, dtype=dtype)
        made = dijia.zone_prices(series, "商服")
        assert made.dtype == pl.Decimal(38, 0)
        assert made.name == "per_square_metre"
        assert made.to_list() == PRICES
        coerced = dijia.zone_prices(series, "商服", errors="coerce")
        assert coerced["status"].to_list() == ["ok", "missing", "ok"]
        assert coerced["per_square_metre"].to_list() == PRICES
    areas = pl.Series([Decimal("1000.5"), Decimal(2), Decimal(3)])
    frame = dijia.appraise_batch("商服", pl.Series(CODES), area=areas)
    figures = ["unit_price", "wan_yuan_per_mu", "total_yuan", "total_wan_yuan", "deviation"]
    assert frame.columns == [*figures, "warnings"]
    assert frame["total_yuan"].to_list() == [Decimal("9142569.00"), None, Decimal("27414.00")]
    with pytest.raises(TypeError, match=r"^row 0: area is a float"):
        dijia.appraise_batch("商服", pl.Series(["Ⅲ-4"]), area=pl.Series([1.5]))
    import datetime

    dates = pl.Series([datetime.date(2050, 6, 1), None, datetime.date(2050, 6, 1)])
    terms = dijia.appraise_batch("商服", pl.Series(CODES), valuation_date="2021-06-01", expiry_date=dates)
    one = dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date="2050-06-01")
    assert terms["unit_price"].to_list() == [one.unit_price, None, one.unit_price]


def test_pyarrow():
    pa = pytest.importorskip("pyarrow")
    plain = pa.array(CODES)
    kinds = [
        plain,
        plain.cast(pa.large_string()),
        plain.cast(pa.string_view()),
        plain.dictionary_encode(),
        pa.DictionaryArray.from_arrays(pa.array([1, None, 1], pa.int8()), pa.array(["no zone", "Ⅲ-4"])),
        pa.array(["", *CODES, "x"]).slice(1, 3),
        pa.array(["", *CODES, "x"]).dictionary_encode().slice(1, 3),
    ]
    for codes in kinds:
        made = dijia.zone_prices(codes, "商服")
        assert isinstance(made, pa.Array)
        assert made.type == pa.decimal128(38, 0)
        assert made.to_pylist() == PRICES
        chunked = dijia.zone_prices(pa.chunked_array([codes, codes.slice(0, 0), codes]), "商服")
        assert isinstance(chunked, pa.ChunkedArray)
        assert chunked.to_pylist() == PRICES * 2
    for areas in (
        pa.array([Decimal("10.5"), Decimal(1), None]),
        pa.array([Decimal("10.5"), Decimal(1), None]).cast(pa.decimal64(10, 2)),
        pa.array(["10.5", "1", None]),
    ):
        table = dijia.appraise_batch("商服", plain, area=areas)
        assert isinstance(table, pa.Table)
        assert table["total_yuan"].to_pylist() == [Decimal("95949.00"), None, None]
    for integers in (pa.int8(), pa.uint16(), pa.int32(), pa.uint64()):
        table = dijia.appraise_batch("商服", plain, area=pa.array([10, 1, None], integers))
        assert table["total_yuan"].to_pylist() == [Decimal("91380.00"), None, None]
    missing = dijia.zone_prices(pa.nulls(2), "商服")
    assert missing.to_pylist() == [None, None]
    dates = pa.array([0, 31 * 86_400_000_000], pa.timestamp("us"))
    table = dijia.appraise_batch(
        base_price=pa.array([1, 1]), valuation_date=dates, monthly_growth="1%", base_date="1970-01-01"
    )
    assert table["unit_price"].to_pylist() == [Decimal("1.00"), Decimal("1.01")]
    with pytest.raises(TypeError, match="codes is a column of Int64: texts are expected"):
        dijia.zone_prices(pa.array([1]), "商服")


class Foreign:
    """An Arrow array of no library that is known."""

    def __init__(self, array):
        self.array = array

    def __arrow_c_array__(self, requested_schema=None):
        return self.array.__arrow_c_array__(requested_schema)


def test_capsules():
    pa = pytest.importorskip("pyarrow")
    made = dijia.zone_prices(Foreign(pa.array(CODES)), "商服")
    assert len(made) == 3
    assert repr(made) == "<ArrowArray Decimal128(38, 0), 3 rows>"
    assert pa.array(made).to_pylist() == PRICES
    assert pa.DataType._import_from_c_capsule(made.__arrow_c_schema__()) == pa.decimal128(38, 0)
    # What this library made can go in again.
    areas = dijia.appraise_batch(base_price=made, area=made, columns=["total_yuan"])["total_yuan"]
    assert pa.array(areas).to_pylist() == [Decimal("83503044.00"), None, Decimal("83503044.00")]


def test_tables():
    pd = pytest.importorskip("pandas")
    frame = dijia.to_pandas()
    assert len(frame) == 221
    assert [str(dtype) for dtype in frame.dtypes[["per_square_metre", "wan_yuan_per_mu", "per_floor_area"]]] == [
        "float64"
    ] * 3
    parcels = pd.DataFrame({"land_use": ["commercial"], "zone": ["Ⅲ-4"]})
    assert parcels.merge(frame)["per_square_metre"].tolist() == [9138.0]
    assert parcels.merge(dijia.to_pandas(dtype="decimal"))["per_square_metre"].tolist() == [Decimal(9138)]
    with pytest.raises(ValueError, match="dtype is 'float32'"):
        dijia.to_pandas(dtype="float32")
    assert len(dijia.to_pandas("grades")) == 24
    pa = pytest.importorskip("pyarrow")
    arrow = dijia.to_pandas(dtype="decimal[pyarrow]")
    assert str(arrow["per_floor_area"].dtype) == "decimal128(38, 0)[pyarrow]"
    table = dijia.to_arrow()
    assert table.num_rows == 221
    assert table.schema.field("per_square_metre").type == pa.decimal128(38, 0)
    with pytest.raises(ValueError, match='"zones" or "grades" is expected'):
        dijia.to_arrow("prices")


def test_days_of_arrow_are_the_dates_that_python_counts():
    """From the first day to the last, at the ends of years, centuries and eras, and on every day of a year."""
    import datetime

    pa = pytest.importorskip("pyarrow")
    first, last, epoch = datetime.date.min, datetime.date.max, datetime.date(1970, 1, 1)
    ends = [
        (year, month, day)
        for year in (1600, 1700, 1900, 1999, 2000, 2100, 2400)
        for month, day in ((2, 28), (3, 1), (12, 31))
    ]
    dates = [first, last, epoch, *(datetime.date(*end) for end in ends), datetime.date(2000, 2, 29)]
    dates += [first + datetime.timedelta(days) for days in range(0, (last - first).days, 367)]
    column = pa.array([(date - epoch).days for date in dates], pa.int32()).cast(pa.date32())
    assert column.to_pylist() == dates
    # A date outside the index is named in the reason.
    given = {"base_price": ["1"] * len(dates), "base_date": "2019-01-01", "errors": "coerce", "columns": ["unit_price"]}
    given |= {"date_index": {"2019-01-01": 100, "2019-01-02": 100}}
    made = dijia.appraise_batch(**given | {"base_price": pa.array(given["base_price"])}, valuation_date=column)
    reasons = dijia.appraise_batch(**given, valuation_date=dates)["reason"]
    assert made["reason"].to_pylist() == reasons
    assert reasons[0] == "the date is 0001-01-01, outside the date index from 2019-01-01 to 2019-01-02"
