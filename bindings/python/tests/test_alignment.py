"""Rows of pandas are paired by their index or not at all, and errors name them by it."""

import itertools
from decimal import Decimal

import dijia
import pytest

pd = pytest.importorskip("pandas")


def columns_without_index():
    yield ["商服"] * 2
    yield pytest.importorskip("numpy").array(["商服"] * 2)
    yield pd.array(["商服"] * 2, dtype="string")
    yield pytest.importorskip("pyarrow").array(["商服"] * 2)
    yield pytest.importorskip("polars").Series(["商服"] * 2)


def series(values, index):
    """Return the values as pandas has them: a series, a column of a data frame, a series of a class of one's own."""

    class Own(pd.Series):
        pass

    yield pd.Series(values, index=index)
    yield pd.DataFrame({"column": values}, index=index)["column"]
    yield Own(values, index=index)
    yield pd.Series(values, index=index, dtype="string" if isinstance(values[0], str) else "Int64")


INDICES = [([0, 1], [1, 0]), ([0, 1], [2, 3]), (["a", "b"], ["b", "a"]), ([1, 1], [1, 2]), ([7, 7], [0, 1])]


@pytest.mark.parametrize("indices", INDICES, ids=str)
def test_different_indices_are_refused_whatever_comes_first(indices):
    for use in columns_without_index():
        for zone, area in itertools.product(series(["Ⅲ-4", "Ⅱ-1"], indices[0]), series([10, 1000], indices[1])):
            named = {"land_use": use, "zone": zone, "area": area}
            for order in itertools.permutations(named):
                with pytest.raises(ValueError, match="the index of") as caught:
                    dijia.appraise_batch(**{name: named[name] for name in order})
                assert str(caught.value) == "the index of area is not that of zone: align them first"
    with pytest.raises(ValueError, match="the index of land_use is not that of codes: align them first"):
        dijia.zone_prices(pd.Series(["Ⅲ-4"] * 2, index=indices[0]), pd.Series(["商服"] * 2, index=indices[1]))
    with pytest.raises(ValueError, match="the index of") as caught:
        dijia.appraise_batch(
            base_price=[1, 2],
            coefficients={"a": pd.Series([1, 2], index=indices[0]), "b": pd.Series([1, 2], index=indices[1])},
        )
    assert str(caught.value) == "the index of coefficients['b'] is not that of coefficients['a']: align them first"


def test_one_index_is_that_of_all_even_with_labels_that_come_twice():
    index = pd.Index([7, 7], name="parcel")
    for zone, area in itertools.product(series(["Ⅲ-4", "Ⅱ-1"], index), series([10, 1000], index)):
        made = dijia.appraise_batch(["商服"] * 2, zone, area=area, columns=["total_yuan"])
        # 9138 × 10 and 10536 × 1000
        assert made["total_yuan"].tolist() == [91380.0, 10536000.0]
        assert made.index.equals(index)


def test_geometries_are_rows_of_their_frame():
    gpd = pytest.importorskip("geopandas")
    from shapely.geometry import Point

    frame = gpd.GeoDataFrame({"zone": ["Ⅲ-4", "Ⅱ-1"]}, geometry=[Point(0, 0)] * 2)
    with pytest.raises(TypeError, match="base_price is a Point"):
        dijia.appraise_batch(base_price=frame.geometry)
    with pytest.raises(ValueError, match="the index of area is not that of zone"):
        dijia.appraise_batch("商服", frame["zone"], area=gpd.GeoSeries([Point(0, 0)] * 2, index=[1, 0]))


def test_tables_are_no_columns():
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    tables = [
        (pd.DataFrame({"zone": ["Ⅲ-4"]}), "codes is a DataFrame: pass one of its columns"),
        (pl.DataFrame({"zone": ["Ⅲ-4"]}), "codes is a DataFrame: pass one of its columns"),
        (pa.table({"zone": ["Ⅲ-4"]}), "codes is a Table: pass one of its columns"),
        (pa.record_batch({"zone": ["Ⅲ-4"]}), "codes is a RecordBatch: pass one of its columns"),
        (pl.LazyFrame({"zone": ["Ⅲ-4"]}), "codes is not in memory: price its parts by map_batches"),
        (pl.col("zone"), "codes is not in memory: price its parts by map_batches"),
    ]
    for table, message in tables:
        with pytest.raises(TypeError) as caught:
            dijia.zone_prices(table, "商服")
        assert str(caught.value) == message


LABELS = [
    ([0, 1], 1, "row 1, index 1: "),
    ([5, 9], 9, "row 1, index 9: "),
    (["370101", "370102"], "370102", "row 1, index '370102': "),
    (pd.MultiIndex.from_tuples([("a", 1), ("b", 2)]), ("b", 2), "row 1, index ('b', 2): "),
]


@pytest.mark.parametrize(("index", "label", "start"), LABELS, ids=[start for *_, start in LABELS])
def test_errors_name_the_row_by_position_and_label(index, label, start):
    import pickle

    zones = pd.Series(["Ⅲ-4", "Ⅲ-99"], index=index)
    for call in (
        lambda: dijia.zone_prices(zones, "商服"),
        lambda: dijia.zone_prices(["Ⅲ-4"] * 2, pd.Series(["商服", "商住"], index=index)),
        lambda: dijia.appraise_batch(["商服"] * 2, zones),
        lambda: pd.DataFrame({"z": zones}).dijia.price(zone="z", land_use="商服"),
    ):
        with pytest.raises(dijia.DijiaError) as caught:
            call()
        error = caught.value
        assert str(error).startswith(start)
        assert (error.row, error.label) == (1, label)
        again = pickle.loads(pickle.dumps(error))
        assert (str(again), again.row, again.label) == (str(error), 1, label)
    assert str(caught.value) == f"{start}no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"


def test_errors_of_other_columns_have_no_label():
    with pytest.raises(dijia.NoSuchZoneError) as caught:
        dijia.zone_prices(["Ⅲ-4", "Ⅲ-99"], "商服")
    assert str(caught.value) == "row 1: no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"
    assert (caught.value.row, caught.value.label) == (1, None)
    assert dijia.zone_prices(["Ⅲ-4"], "商服") == [Decimal(9138)]
