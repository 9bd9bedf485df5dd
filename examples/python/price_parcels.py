"""Prices the parcels of a GeoPackage: which zone each lies in, what it is worth, and a map of it.

    python price_parcels.py out/

makes out/parcels.gpkg (zones and parcels, drawn by this program: the notice publishes its zones as maps, and their
outlines are not in it), joins the parcels to the zones, prices them, writes the layer `priced` beside the others and
out/parcels.png, a map with a legend in Chinese.
"""

import sys
from pathlib import Path

import geopandas as gpd
import matplotlib as mpl
import pandas as pd
from shapely.geometry import box

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib import font_manager

import dijia

# CGCS2000, 3-degree Gauss-Kruger zone 39, which Jinan lies in; in metres.
CRS = "EPSG:4527"
WEST, SOUTH = 39_500_000, 4_060_000
ZONES = [["Ⅰ-1", "Ⅰ-2", "Ⅱ-1"], ["Ⅱ-2", "Ⅱ-3", "Ⅲ-1"], ["Ⅲ-2", "Ⅲ-3", "Ⅲ-4"]]
SIDE = 900
FONTS = ["Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Source Han Sans SC", "SimHei", "PingFang SC"]


def make(path: Path) -> None:
    """Draw zones as a grid, and parcels in them, whose zones are spelled as attribute tables spell them."""
    zones = [
        {"zone": code, "geometry": box(*corner(column, row), *corner(column + 1, row + 1))}
        for row, codes in enumerate(ZONES)
        for column, code in enumerate(codes)
    ]
    spelled = str.maketrans({"Ⅰ": "I", "-": "－"})
    for zone in zones[::2]:
        zone["zone"] = zone["zone"].translate(spelled)
    parcels = []
    for number in range(36):
        west, south = corner(number % 6 / 2 + 0.08, number // 6 / 2 + 0.08)
        width, depth = 180 + 13.7 * (number % 7), 150 + 11.3 * (number % 5)
        outline = box(west, south, west + width, south + depth)
        parcels.append({"parcel": f"37010{number:02}", "years_left": f"{20 + number * 0.53:.2f}", "geometry": outline})
    gpd.GeoDataFrame(zones, crs=CRS).to_file(path, layer="zones")
    gpd.GeoDataFrame(parcels, crs=CRS).to_file(path, layer="parcels")


def corner(column: float, row: float) -> tuple[float, float]:
    """The south-western corner of a cell of the grid."""
    return WEST + column * SIDE, SOUTH + row * SIDE


def price(path: Path) -> gpd.GeoDataFrame:
    """Join the parcels to the zones by where they lie, price them, and write them back."""
    parcels, zones = gpd.read_file(path, layer="parcels"), gpd.read_file(path, layer="zones")
    inside = parcels.set_geometry(parcels.representative_point())
    parcels["zone"] = gpd.sjoin(inside, zones, how="left", predicate="within")["zone"]
    prices = parcels.dijia.price(
        land_use="商服",
        zone="zone",
        remaining_term="years_left",
        area="geometry",
        factor_corrections={"区域": "1.5%"},
        errors="coerce",
    )
    bad = parcels.loc[prices["status"] != "ok", "parcel"].tolist()
    if bad:
        raise SystemExit(f"not priced: {', '.join(bad)}")
    parcels["zone"] = dijia.zone_prices(parcels["zone"], "商服", column="code")
    priced = parcels.join(prices.drop(columns="status"))
    # A GeoPackage has doubles and no decimals: numbers that QGIS sums and classifies, each the nearest to its price.
    # Parquet keeps every digit: ask for dtype="decimal[pyarrow]", and write with to_parquet.
    priced.to_file(path, layer="priced")
    return priced


def chinese_font() -> str:
    """A font that has Chinese characters; without one the legend would be boxes."""
    known = {font.name for font in font_manager.fontManager.ttflist}
    for path in font_manager.findSystemFonts():
        if any(name in Path(path).name.lower() for name in ("noto", "wqy", "cjk", "simhei", "pingfang", "sourcehan")):
            font_manager.fontManager.addfont(path)
            known.add(font_manager.get_font(path).family_name)
    for name in FONTS:
        if name in known:
            return name
    raise SystemExit(
        "no font with Chinese characters is installed: install one, such as the package fonts-wqy-microhei or "
        "fonts-noto-cjk of Debian and Ubuntu"
    )


def draw(priced: gpd.GeoDataFrame, zones: gpd.GeoDataFrame, path: Path) -> None:
    """Draw the unit prices as a choropleth."""
    mpl.rcParams["font.family"] = [chinese_font()]
    figure, axes = plt.subplots(figsize=(8, 7), layout="constrained")
    zones.boundary.plot(ax=axes, color="0.7", linewidth=0.8)
    classes = pd.cut(priced["unit_price"], [0, 7000, 8000, 9000, 10000, 11000, 12000])
    labels = [f"{int(cut.left):,} – {int(cut.right):,}" for cut in classes.cat.categories]
    priced.assign(级=classes.cat.rename_categories(labels)).plot(
        "级",
        ax=axes,
        cmap="YlOrRd",
        edgecolor="0.3",
        linewidth=0.5,
        legend=True,
        legend_kwds={"title": "宗地单价（元/㎡）", "loc": "upper left", "bbox_to_anchor": (1, 1)},
    )
    for _, zone in zones.iterrows():
        west, _, _, north = zone.geometry.bounds
        code = dijia.ZoneCode.parse(zone["zone"])
        # Not every Chinese font has the numerals.
        axes.annotate(f"{code.grade.name}-{code.number}", (west + 20, north - 60), color="0.4")
    axes.set_title("济南市商服用地宗地单价（示例宗地）")
    axes.set_axis_off()
    figure.savefig(path, dpi=110)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "parcels.gpkg"
    path.unlink(missing_ok=True)
    make(path)
    priced = price(path)
    draw(priced, gpd.read_file(path, layer="zones"), folder / "parcels.png")
    print(priced.drop(columns="geometry").head(6).to_string(index=False))
    print(f"{len(priced)} parcels, {priced['total_wan_yuan'].sum():,.2f} 万元: {path}, {folder / 'parcels.png'}")


if __name__ == "__main__":
    main()
