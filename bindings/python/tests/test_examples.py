"""The example programs run, and say what they should."""

import csv
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import dijia
import model
import pytest


def unit_price(use, zone, years=None, *, coefficients=(), factors=()):
    """Price a parcel by the model, from what is published of its zone."""
    price = dijia.zone_price(use, zone)
    coefficients = [str(coefficient) for coefficient in coefficients]
    if years is not None:
        basis = price.basis
        coefficients.append(str(model.term_coefficient(basis.capitalization_rate, years, basis.statutory_term)))
    return model.unit_price(str(price.per_square_metre), coefficients, list(factors))


def total(*arguments, area, **options):
    return model.rounded(Fraction(unit_price(*arguments, **options)) * Fraction(area), 2)


def run(repository, name, *arguments):
    path = repository / "examples/python" / f"{name}.py"
    done = subprocess.run(
        [sys.executable, path, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def need_chinese_font(price_parcels):
    """A machine without a Chinese font cannot draw the map; where everything is to be checked, it must have one."""
    try:
        price_parcels.chinese_font()
    except SystemExit as error:
        if "CI" in os.environ:
            raise
        pytest.skip(str(error))


def test_walk_through(repository):
    out = run(repository, "walk_through")
    assert "V = P × Ky × Kv × K面积 × (1 + ΣKi)" in out
    # Kv half-way between 1 at 2.0 and 1.14 at 3.0.
    shops = unit_price("商服", "Ⅲ-4", "33.57", coefficients=["1.07", "0.98"], factors=["0.02402", "-0.01"])
    assert f"= {shops} 元/㎡" in out
    assert "value: 41 | rule: at most the statutory term of 40 years" in out
    flats = unit_price("住宅", "Ⅲ-4", "63.57")
    mixed = model.rounded(Fraction(shops) * Fraction("0.3") + Fraction(flats) * Fraction("0.7"), 2)
    assert f"= {mixed} 元/㎡" in out


def test_with_polars(repository):
    pytest.importorskip("polars")
    out = run(repository, "with_polars")
    assert str(total("住宅", "Ⅱ-1", "65.5", area="20000.10")) in out
    shops = [total("商服", "Ⅲ-4", years, area=area) for years, area in (("33.57", "1000.00"), ("20", "52.35"))]
    assert all(str(price) in out for price in shops)
    assert "NoSuchZoneError" in out


def test_with_duckdb(repository):
    pytest.importorskip("duckdb")
    out = run(repository, "with_duckdb")
    assert "C 2202 济政发〔2020〕12号 附件4 第1行" in out
    parcels = [
        ("商服", "Ⅲ-4", "33.57", "1000.00"),
        ("住宅", "Ⅱ-1", "65.50", "20000.10"),
        ("工业", "Ⅰ-1", "40.00", "5300.00"),
    ]
    assert out.splitlines()[-1] == f"{sum(total(use, zone, years, area=area) for use, zone, years, area in parcels)} 元"


def test_price_parcels(repository, tmp_path, monkeypatch):
    gpd = pytest.importorskip("geopandas")
    pytest.importorskip("matplotlib")
    monkeypatch.syspath_prepend(repository / "examples/python")
    import price_parcels

    need_chinese_font(price_parcels)
    # Four parcels to a zone, laid out as in the program.
    zones = [["Ⅰ-1", "Ⅰ-2", "Ⅱ-1"], ["Ⅱ-2", "Ⅱ-3", "Ⅲ-1"], ["Ⅲ-2", "Ⅲ-3", "Ⅲ-4"]]
    units, totals = [], []
    for number in range(36):
        zone, years = zones[number // 12][number % 6 // 2], str(Decimal(20) + number * Decimal("0.53"))
        area = (180 + Fraction("13.7") * (number % 7)) * (150 + Fraction("11.3") * (number % 5))
        units.append(unit_price("商服", zone, years, factors=["0.015"]))
        totals.append(model.rounded(Fraction(units[-1]) * area / 10000, 2))
    out = run(repository, "price_parcels", tmp_path)
    assert f"36 parcels, {sum(totals):,} 万元" in out
    priced = gpd.read_file(tmp_path / "parcels.gpkg", layer="priced")
    assert [*priced["unit_price"]] == [float(unit) for unit in units]
    assert (tmp_path / "parcels.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_map_has_chinese_characters(repository, monkeypatch):
    pytest.importorskip("geopandas")
    font_manager = pytest.importorskip("matplotlib.font_manager")
    monkeypatch.syspath_prepend(repository / "examples/python")
    import price_parcels

    need_chinese_font(price_parcels)
    path = font_manager.findfont(price_parcels.chinese_font(), fallback_to_default=False)
    characters = font_manager.get_font(path).get_charmap()
    assert all(ord(character) in characters for character in "宗地单价元㎡济南市商服用示例")
    monkeypatch.setattr(price_parcels, "FONTS", [])
    with pytest.raises(SystemExit, match="no font with Chinese characters is installed"):
        price_parcels.chinese_font()


def test_what_the_c_and_cpp_examples_are_compared_with(repository):
    folder = repository / "examples/c"
    with (folder / "parcels.expected.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (folder / "parcels.csv").open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file))
    assert [{name: row[name] for name in given[0]} for row in rows] == given
    priced = [row for row in rows if not row["error"]]
    assert (len(rows), len(priced)) == (5, 3)
    for row in priced:
        arguments = (row["land_use"], row["zone"], row["remaining_term"] or None)
        assert row["unit_price"] == str(unit_price(*arguments))
        assert row["total_yuan"] == str(total(*arguments, area=row["area"]))
    for row in rows:
        if row["error"]:
            with pytest.raises(dijia.DijiaError) as caught:
                dijia.zone_price(row["land_use"], row["zone"])
            assert str(caught.value) == row["error"]
