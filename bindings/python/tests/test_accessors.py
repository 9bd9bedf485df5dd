"""The accessors of data frames: names of columns, whichever library was imported first."""

import subprocess
import sys
from decimal import Decimal

import dijia
import pytest

PARCELS = {"zone": ["Ⅲ-4", "Ⅱ-1"], "use": ["商服", "住宅"], "m2": [1000, 2000], "k": ["0.9", "1.1"]}
GIVEN = {"zone": "zone", "land_use": "use", "area": "m2", "coefficients": {"面积": "k"}}


def expected(figure):
    return [
        getattr(dijia.appraise(use, zone, area=area, coefficients={"面积": k}), figure)
        for zone, use, area, k in zip(*PARCELS.values(), strict=True)
    ]


def test_names_of_columns_are_columns():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(PARCELS, index=["东", "西"])
    made = frame.dijia.price(**GIVEN, dtype="decimal")
    assert made["total_yuan"].tolist() == expected("total_yuan")
    assert made.index.tolist() == ["东", "西"]
    assert frame.dijia.zone_prices(zone="zone", land_use="use").tolist()[0] == 9138.0
    assert frame.dijia.price(zone="Ⅲ-4", land_use="商服", area="m2")["unit_price"].tolist() == [9138.0] * 2
    # The name of a column may be a tuple, or a word.
    wide = pd.DataFrame({("a", "zone"): ["Ⅲ-4"], "商服": ["住宅"]})
    assert wide.dijia.zone_prices(zone=("a", "zone"), land_use="商服", dtype="decimal").tolist() == [
        dijia.zone_price("住宅", "Ⅲ-4").per_square_metre
    ]


def test_names_of_columns_of_polars_are_columns():
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(PARCELS)
    assert frame.dijia.price(**GIVEN)["total_yuan"].to_list() == expected("total_yuan")
    assert frame.dijia.zone_prices(zone="zone", land_use="use").to_list()[0] == Decimal(9138)


MISTYPED = [
    ({"zone": "Zone"}, "zone: there is no column 'Zone' (did you mean 'zone'?), and as a value it is refused: "),
    ({"zone": "zones"}, "zone: there is no column 'zones' (did you mean 'zone'?), and as a value it is refused: "),
    ({"land_use": "用途"}, "land_use: there is no column '用途', and as a value it is refused: "),
    ({"area": "M2"}, "area: there is no column 'M2' (did you mean 'm2'?), and as a value it is refused: "),
    ({"valuation_date": "m3"}, "valuation_date: there is no column 'm3', and as a value it is refused: "),
    ({"coefficients": {"面积": "kk"}}, "coefficients: there is no column 'kk' (did you mean 'k'?), and as a value it "),
    ({"site_development": "level"}, "site_development: there is no column 'level', and as a value it is refused: "),
]


@pytest.mark.parametrize(("wrong", "message"), MISTYPED, ids=[next(iter(wrong)) for wrong, _ in MISTYPED])
def test_a_name_of_no_column_is_refused_and_the_nearest_is_named(wrong, message):
    for library in ("pandas", "polars"):
        frame = pytest.importorskip(library).DataFrame(PARCELS)
        with pytest.raises(ValueError, match="there is no column") as caught:
            frame.dijia.price(**{**GIVEN, **wrong})
        assert str(caught.value).startswith(message)
        assert isinstance(caught.value.__cause__, dijia.DijiaError)
        if wrong.keys() <= {"zone", "land_use"}:
            with pytest.raises(ValueError, match="there is no column"):
                frame.dijia.zone_prices(**{"zone": "zone", "land_use": "use", **wrong})


ORDERS = [
    "import dijia, {library} as lib",
    "import {library} as lib, dijia",
    "import dijia.{short}, {library} as lib",
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("library", ["pandas", "polars", "dask.dataframe"])
def test_the_accessor_is_there_whatever_the_order_of_imports(order, library):
    pytest.importorskip(library)
    program = f"""
{order.format(library=library, short=library.split(".")[0])}
import sys, importlib
assert hasattr(lib.DataFrame, "dijia")
# Nothing of the waiting is left behind.
assert type(lib.__spec__.loader).__module__ != "dijia._register", lib.__spec__.loader
assert importlib.reload(lib) is lib
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


def test_a_library_that_is_not_there_is_still_not_there():
    program = """
import sys, dijia
sys.path_hooks.clear()
sys.path_importer_cache.clear()
for _ in range(2):
    try:
        import pandas
    except ModuleNotFoundError as error:
        assert error.name == "pandas"
    else:
        raise SystemExit("pandas is found")
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_empty_frames_have_the_types_of_full_ones():
    pd = pytest.importorskip("pandas")
    full = pd.DataFrame({**PARCELS, "m2": [1000.5, 2000.0]})
    given = {**GIVEN, "places": 2, "errors": "coerce"}
    empty = full.iloc[:0].dijia.price(**given)
    assert len(empty) == 0
    made = full.dijia.price(**given)
    assert empty.dtypes.astype(str).tolist() == made.dtypes.astype(str).tolist()


ZONES = {"zone": "zone", "land_use": "use"}


def test_dask():
    pytest.importorskip("dask")
    dd = pytest.importorskip("dask.dataframe")
    import pandas as pd

    frame = pd.DataFrame({name: values * 4 for name, values in PARCELS.items()})
    frame.loc[7, "zone"] = "Ⅲ-99"
    parts = dd.from_pandas(frame, npartitions=3)
    lazy = parts.dijia.price(**GIVEN, errors="coerce")
    made = lazy.compute()
    alone = frame.dijia.price(**GIVEN, errors="coerce")
    # Categories differ from part to part: parts have texts.
    texts = alone.astype({"warnings": "str", "status": "str"})
    assert lazy.dtypes.astype(str).tolist() == texts.dtypes.astype(str).tolist()
    assert made["status"].tolist() == ["ok"] * 7 + ["NoSuchZoneError"]
    assert made.drop(columns=["status", "warnings"]).equals(alone.drop(columns=["status", "warnings"]))
    prices = parts.iloc[:, :].dijia.zone_prices(**ZONES)
    with pytest.raises(dijia.NoSuchZoneError):
        prices.compute()
    coerced = parts.dijia.zone_prices(**ZONES, errors="coerce").compute()
    assert coerced["status"].dtype == pd.Series([""]).dtype
    assert coerced["status"].tolist() == ["ok"] * 7 + ["NoSuchZoneError"]
    assert coerced["per_square_metre"].equals(frame.dijia.zone_prices(**ZONES, errors="coerce")["per_square_metre"])
    with pytest.raises(TypeError, match="codes is not in memory: price its parts by map_partitions"):
        dijia.zone_prices(parts["zone"], "商服")
    # Parts have categories of their own, and what is an object is a text in Dask.
    with pytest.raises(TypeError, match="multiple values for keyword argument 'categories'"):
        parts.dijia.price(**GIVEN, categories=True)
    for price in (parts.dijia.price, parts.dijia.zone_prices):
        given = GIVEN if price == parts.dijia.price else ZONES
        with pytest.raises(ValueError, match=r'^dtype is "decimal"') as caught:
            price(**given, dtype="decimal")
        assert str(caught.value) == (
            'dtype is "decimal", and Dask takes columns of objects for texts: '
            '"float64" or "decimal[pyarrow]" is expected'
        )


def test_a_function_of_parts_is_told_of_by_what_it_makes_of_no_rows():
    """Dask would try it with made-up texts, which are no zones."""
    pytest.importorskip("dask")
    dd = pytest.importorskip("dask.dataframe")
    import pandas as pd
    from dask.dataframe.utils import make_meta

    frame = pd.DataFrame({name: values * 4 for name, values in PARCELS.items()})

    def price(part):
        return dijia.appraise_batch(part["use"], part["zone"], area=part["m2"], categories=False)

    parts = dd.from_pandas(frame, npartitions=3)
    lazy = parts.map_partitions(price, meta=price(make_meta(parts)))
    made = lazy.compute()
    assert made.equals(price(frame))
    assert lazy.dtypes.tolist() == made.dtypes.tolist()


# In each part another thing is never there: a warning, the lack of one, a price.
PARTS = {
    "zone": ["Ⅲ-4", "Ⅲ-4", "Ⅱ-1", "Ⅱ-1", None, None],
    "kt": ["1"] * 6,
    "date": ["2021-06-01", "2021-06-01", "2030-01-01", "2030-01-01", "2021-06-01", None],
}
WARNED = [None, None, "OutsideValidity", "OutsideValidity", None, None]
OF_PARTS = {"zone": "zone", "land_use": "商服", "valuation_date": "date", "date_coefficient": "kt", "errors": "coerce"}


@pytest.mark.parametrize("dtype", [None, "decimal[pyarrow]"])
def test_parts_of_a_table_are_of_one_schema(tmp_path, dtype):
    """Whatever is in the rows of a part: Parquet files of all parts are read as one table."""
    pytest.importorskip("dask")
    dd, pq = pytest.importorskip("dask.dataframe"), pytest.importorskip("pyarrow.parquet")
    import pandas as pd

    frame = pd.DataFrame(PARTS)
    priced = dd.from_pandas(frame, npartitions=3, sort=False).dijia.price(**OF_PARTS, dtype=dtype)
    priced.to_parquet(tmp_path)
    files = sorted(tmp_path.glob("*.parquet"))
    assert len(files) == 3
    schemas = [pq.read_schema(file).remove_metadata() for file in files]
    assert schemas[1:] == schemas[:-1]
    back = dd.read_parquet(tmp_path).compute()
    assert [None if pd.isna(word) else word for word in back["warnings"]] == WARNED
    assert back["status"].tolist() == ["ok"] * 4 + ["missing"] * 2
    prices = frame.dijia.price(**OF_PARTS)["unit_price"]
    assert back["unit_price"].astype(float).equals(prices)


def test_categories_are_of_texts_also_where_there_are_none():
    """As they are where there are some: a part of a table is of its schema."""
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(PARTS)
    text = pd.Series([""]).dtype
    for part in (frame[:2], frame[2:4], frame[4:], frame[:0]):
        for name, column in part.dijia.price(**OF_PARTS).items():
            assert name not in {"warnings", "status"} or column.cat.categories.dtype == text, name
