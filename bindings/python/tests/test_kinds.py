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
    made = dijia.zone_prices(series, "商服")
    assert isinstance(made, pd.Series)
    assert made.index is index or made.index.equals(index)
    assert made.tolist() == PRICES
    values, status = dijia.zone_prices(series, "商服", errors="coerce")
    assert values.tolist() == PRICES
    assert status.tolist() == ["ok", "missing", "ok"]
    floats = dijia.zone_prices(series, "商服", dtype="float64")
    assert floats.dtype == "float64"
    table = dijia.appraise_batch("商服", series, remaining_term=pd.Series(["30", "20", "10.5"], index=index), area=100)
    assert isinstance(table, pd.DataFrame)
    assert table.index.equals(index)
    assert table["unit_price"][30] == dijia.appraise("商服", "Ⅲ-4", remaining_term="10.5").unit_price
    assert table["unit_price"][20] is None
    with pytest.raises(ValueError, match="the index of remaining_term is not that of the other columns"):
        dijia.appraise_batch("商服", series, remaining_term=pd.Series([1, 2, 3]))


def test_pandas_dates_and_numbers():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"zone": ["Ⅲ-4", "Ⅲ-4"], "end": pd.to_datetime(["2050-06-01", None]), "m2": [10, 20]})
    made = dijia.appraise_batch(
        "商服", frame["zone"], valuation_date="2021-06-01", expiry_date=frame["end"], area=frame["m2"]
    )
    one = dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date="2050-06-01", area=10)
    assert made["total_yuan"].tolist() == [one.total_yuan, None]
    nullable = pd.Series([10, None], dtype="Int64")
    assert dijia.appraise_batch("商服", frame["zone"], area=nullable)["total_yuan"].tolist() == [
        Decimal("91380.00"),
        None,
    ]


def test_pandas_arrow():
    pd = pytest.importorskip("pandas")
    pa = pytest.importorskip("pyarrow")
    series = pd.Series(CODES, dtype=pd.ArrowDtype(pa.string()))
    made = dijia.zone_prices(series, "商服")
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
        values, status = dijia.zone_prices(series, "商服", errors="coerce")
        assert status.to_list() == ["ok", "missing", "ok"]
        assert values.to_list() == PRICES
    areas = pl.Series([Decimal("1000.5"), Decimal(2), Decimal(3)])
    frame = dijia.appraise_batch("商服", pl.Series(CODES), area=areas)
    figures = ["unit_price", "wan_yuan_per_mu", "total_yuan", "total_wan_yuan", "deviation"]
    assert frame.columns == [*figures, "warnings"]
    assert frame["total_yuan"].to_list() == [Decimal("9142569.00"), None, Decimal("27414.00")]
    with pytest.raises(TypeError, match="area is a column of floats"):
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
    parcels = pd.DataFrame({"land_use": ["commercial"], "zone": ["Ⅲ-4"]})
    assert parcels.merge(frame)["per_square_metre"].tolist() == [Decimal(9138)]
    assert len(dijia.to_pandas("grades")) == 24
    pa = pytest.importorskip("pyarrow")
    table = dijia.to_arrow()
    assert table.num_rows == 221
    assert table.schema.field("per_square_metre").type == pa.decimal128(38, 0)
    with pytest.raises(ValueError, match='"zones" or "grades" is expected'):
        dijia.to_arrow("prices")


def test_accessor():
    pd = pytest.importorskip("pandas")
    import dijia.pandas

    frame = pd.DataFrame({"zone": ["Ⅲ-4", "Ⅱ-1"], "use": ["商服", "住宅"], "m2": [1000, 2000], "k": ["0.9", "1.1"]})
    made = frame.dijia.price(zone="zone", land_use="use", area="m2", coefficients={"面积": "k"})
    one = dijia.appraise("住宅", "Ⅱ-1", area=2000, coefficients={"面积": "1.1"})
    assert made["total_yuan"].tolist()[1] == one.total_yuan
    assert frame.dijia.zone_prices(zone="zone", land_use="use").tolist()[0] == Decimal(9138)
    assert frame.dijia.price(zone="Ⅲ-4", land_use="商服", area="m2")["unit_price"].tolist() == [Decimal("9138.00")] * 2


def test_geometry():
    gpd = pytest.importorskip("geopandas")
    import dijia.pandas  # noqa: F401
    from shapely.geometry import box

    frame = gpd.GeoDataFrame({"zone": ["Ⅲ-4"]}, geometry=[box(0, 0, 10.001, 10)], crs="EPSG:4528")
    made = frame.dijia.price(zone="zone", land_use="商服", area="geometry")
    assert made["total_yuan"].tolist() == [Decimal("913891.38")]  # 100.01 ㎡
    with pytest.raises(ValueError, match="is geographic"):
        frame.set_crs("EPSG:4490", allow_override=True).dijia.price(zone="zone", land_use="商服", area="geometry")
    with pytest.raises(ValueError, match="has no coordinate reference system"):
        frame.set_crs(None, allow_override=True).dijia.price(zone="zone", land_use="商服", area="geometry")
    with pytest.raises(ValueError, match="US survey foot"):
        frame.set_crs("EPSG:2263", allow_override=True).dijia.price(zone="zone", land_use="商服", area="geometry")
