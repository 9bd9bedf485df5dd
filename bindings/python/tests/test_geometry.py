"""Areas of geometries are true square metres, and what is priced with them can be drawn and written to files."""

from decimal import Decimal

import dijia
import pytest

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")
from shapely.geometry import MultiPolygon, Point, Polygon, box  # noqa: E402

GIVEN = {"zone": "zone", "land_use": "商服"}
# In Jinan, in CGCS2000 / 3-degree Gauss-Krüger CM 117E.
EAST, NORTH = 500_000, 4_060_000


def layer(*outlines, crs="EPSG:4548"):
    return gpd.GeoDataFrame({"zone": ["Ⅲ-4"] * len(outlines)}, geometry=[*outlines], crs=crs)


def square(side, east=EAST, north=NORTH):
    return box(east, north, east + side, north + side)


def total(frame, **given):
    return frame.dijia.price(**GIVEN, dtype="decimal", **given)["total_yuan"].tolist()


def test_areas_of_a_projection_that_keeps_them():
    frame = layer(box(EAST, NORTH, EAST + 10.001, NORTH + 10), None)
    # 100.01 ㎡ × 9138
    assert total(frame, area="geometry") == [Decimal("913891.38"), None]
    assert total(frame.rename_geometry("outline"), area="outline") == [Decimal("913891.38"), None]
    # UTM, zone 50: 0.9996² of the areas on the ground, which is within what a projection may take away.
    assert total(frame.to_crs(32650), area="geometry")[0] == pytest.approx(Decimal("913160"), abs=10)


def test_areas_have_the_places_asked_for():
    frame = layer(box(EAST, NORTH, EAST + 1.23456, NORTH + 1))
    for places, area in ((None, "1.23"), (4, "1.2346"), ({"area": 3}, "1.235"), ({"remaining_term": 1}, "1.23")):
        given = {} if places is None else {"places": places}
        made = total(frame, area="geometry", remaining_term=40.0 if places == {"remaining_term": 1} else "40", **given)
        assert made == [(Decimal(area) * 9138).quantize(Decimal("0.01"))]


REFUSED = [
    (
        4490,
        "the coordinate reference system of the geometry is geographic (China Geodetic Coordinate System 2000), so ",
    ),
    (
        3857,
        "the areas of WGS 84 / Pseudo-Mercator (EPSG:3857) are not those on the ground, since it is a projection of",
    ),
    (
        3395,
        "the areas of WGS 84 / World Mercator (EPSG:3395) are not those on the ground, since it is a projection of ",
    ),
    # Lambert's conformal cone of Asia, and Gauss-Krüger zones too far away: 111° E and the 20th of 6 degrees.
    (
        "ESRI:102012",
        "the areas of Asia_Lambert_Conformal_Conic (ESRI:102012) are not those on the ground: at row 0 they",
    ),
    (4546, "the areas of CGCS2000 / 3-degree Gauss-Kruger CM 111E (EPSG:4546) are not those on the ground: at row 0 "),
    (2263, "the geometry is measured in US survey foot: "),
]
HINT = "project it to an equal-area or a Gauss-Krüger one, such as gdf.to_crs(4548) for Jinan"


@pytest.mark.parametrize(("crs", "message"), REFUSED, ids=[str(crs) for crs, _ in REFUSED])
def test_areas_that_are_none_are_refused(crs, message):
    frame = layer(square(100)).to_crs(crs)
    with pytest.raises(ValueError, match=r"geometry|ground") as caught:
        frame.dijia.price(**GIVEN, area="geometry")
    assert str(caught.value).startswith(message)
    assert HINT in str(caught.value)
    # On the ellipsoid the area does not hang on the projection: 10,000 ㎡ on the central meridian, within a cent of ㎡.
    assert total(frame, area="ellipsoid")[0] == pytest.approx(Decimal(91380000), abs=2000)


def test_a_single_geometry_where_areas_are_none_is_refused():
    frame = layer(square(100), square(100), None, square(100, east=EAST + 900_000))
    from pyproj import Proj

    # What PROJ itself says of the projection there.
    proj = Proj("EPSG:4548")
    factors = proj.get_factors(*proj(EAST + 900_050, NORTH + 50, inverse=True))
    with pytest.raises(ValueError, match=f"at row 3 they are {factors.areal_scale:.4f} times as large"):
        frame.dijia.price(**GIVEN, area="geometry")
    with pytest.raises(ValueError, match="the geometry of row 1 lies outside of CGCS2000"):
        layer(square(100), square(100, east=1e9)).dijia.price(**GIVEN, area="geometry")


def test_areas_without_a_coordinate_reference_system_are_refused():
    for area in ("geometry", "ellipsoid"):
        with pytest.raises(
            ValueError, match="the geometry has no coordinate reference system, so that its areas have no"
        ):
            layer(square(100), crs=None).dijia.price(**GIVEN, area=area)
        import pandas as pd

        with pytest.raises(TypeError, match="areas of geometries are for data frames of GeoPandas with a geometry"):
            pd.DataFrame({"zone": ["Ⅲ-4"]}).dijia.price(**GIVEN, area=area)


def test_a_column_of_areas_may_be_called_as_a_way_to_measure():
    import pandas as pd

    for name in ("geometry", "ellipsoid"):
        assert total(pd.DataFrame({"zone": ["Ⅲ-4"], name: [2]}), area=name) == [Decimal("18276.00")]


def test_areas_on_the_ellipsoid_whatever_the_rings_run():
    from pyproj import Geod

    west, south = 117.0, 36.6
    outer = [(west, south), (west + 0.01, south), (west + 0.01, south + 0.01), (west, south + 0.01)]
    hole = [(west + x, south + y) for x, y in ((0.002, 0.002), (0.004, 0.002), (0.004, 0.004), (0.002, 0.004))]
    geod = Geod(ellps="GRS80")
    whole, without = (abs(geod.polygon_area_perimeter(*zip(*ring, strict=True))[0]) for ring in (outer, hole))
    other = Polygon([(x + 0.02, y) for x, y in outer])
    outlines = [
        Polygon(outer, [hole]),
        Polygon(outer[::-1], [hole]),
        Polygon(outer, [hole[::-1]]),
        MultiPolygon([Polygon(outer, [hole]), other]),
    ]
    areas = [round(Decimal(area), 2) for area in (*[whole - without] * 3, 2 * whole - without)]
    frame = layer(*outlines, None, crs="EPSG:4490")
    made = total(frame, area="ellipsoid")
    assert made[4] is None
    assert made[:4] == pytest.approx([area * 9138 for area in areas], abs=Decimal("92"))
    with pytest.raises(dijia.NotPositiveError):
        layer(Point(117, 36.6), crs="EPSG:4490").dijia.price(**GIVEN, area="ellipsoid")


@pytest.fixture
def priced():
    zones = [str(price.code) for price in dijia.JINAN_2020.zone_prices if price.land_use is dijia.LandUse.COMMERCIAL]
    sides = [20 + 0.37 * number for number in range(500)]
    frame = layer(*(square(side, EAST + 300 * place) for place, side in enumerate(sides)))
    frame["zone"] = [zones[place % len(zones)] for place in range(500)]
    frame.loc[7, "zone"] = None
    frame.loc[8, "zone"] = "Ⅲ-99"
    return frame.join(frame.dijia.price(**GIVEN, area="geometry", errors="coerce"))


FIGURES = ["unit_price", "wan_yuan_per_mu", "total_yuan", "total_wan_yuan", "deviation"]


def test_prices_are_numbers_in_files(priced, tmp_path):
    pytest.importorskip("pyogrio")
    exact = priced[["zone", "geometry"]].dijia.price(**GIVEN, area="geometry", errors="coerce", dtype="decimal")
    # A shapefile cuts names at 10 characters.
    for name, names in (("priced.gpkg", FIGURES), ("priced.shp", [figure[:10] for figure in FIGURES])):
        priced.to_file(tmp_path / name)
        back = gpd.read_file(tmp_path / name)
        assert [str(back[column].dtype) for column in names] == ["float64"] * 5
        for column, figure in zip(names, FIGURES, strict=True):
            numbers = [None if number != number else number for number in back[column]]
            assert numbers == [None if number is None else float(number) for number in exact[figure]], (name, column)
        assert back["status"].tolist() == priced["status"].tolist()


def test_parquet_keeps_every_digit(priced, tmp_path):
    pytest.importorskip("pyarrow")
    frame = priced[["zone", "geometry"]]
    made = frame.dijia.price(**GIVEN, area="geometry", errors="coerce", dtype="decimal[pyarrow]")
    frame.join(made).to_parquet(tmp_path / "priced.parquet")
    back = gpd.read_parquet(tmp_path / "priced.parquet")
    exact = frame.dijia.price(**GIVEN, area="geometry", errors="coerce", dtype="decimal")["total_yuan"].tolist()
    assert [value or None for value in back["total_yuan"].tolist()] == exact


def test_a_map_has_classes_of_numbers_and_not_one_for_each(priced):
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    axes = priced.plot(column="total_yuan", legend=True)
    # A colour bar, and no legend of 498 categories.
    assert axes.get_legend() is None
    assert len(axes.figure.axes) == 2
    plt.close("all")


def test_what_statistics_do_with_prices(priced):
    import sqlite3

    prices = priced["unit_price"]
    assert prices.quantile(0.5) == prices.median()
    assert (prices * 1.1).max() == prices.max() * 1.1
    with sqlite3.connect(":memory:") as database:
        priced[FIGURES].to_sql("priced", database)
        assert database.execute("select sum(total_yuan) from priced").fetchone()[0] == pytest.approx(
            priced["total_yuan"].sum()
        )
