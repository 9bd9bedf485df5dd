"""The example programs run, and say what they should."""

import os
import subprocess
import sys

import pytest


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
    assert "= 9282.12 元/㎡" in out
    assert "value: 41 | rule: at most the statutory term of 40 years" in out
    assert "= 10523.20 元/㎡" in out


def test_with_polars(repository):
    pytest.importorskip("polars")
    out = run(repository, "with_polars")
    assert "233460767.30" in out
    assert "NoSuchZoneError" in out


def test_with_duckdb(repository):
    pytest.importorskip("duckdb")
    out = run(repository, "with_duckdb")
    assert "C 2202 济政发〔2020〕12号 附件4 第1行" in out
    assert out.splitlines()[-1] == "253250549.30 元"


def test_price_parcels(repository, tmp_path, monkeypatch):
    gpd = pytest.importorskip("geopandas")
    pytest.importorskip("matplotlib")
    monkeypatch.syspath_prepend(repository / "examples/python")
    import price_parcels

    need_chinese_font(price_parcels)
    out = run(repository, "price_parcels", tmp_path)
    assert "36 parcels, 1,242,762.32 万元" in out
    priced = gpd.read_file(tmp_path / "parcels.gpkg", layer="priced")
    assert len(priced) == 36
    assert priced["unit_price"][0] == "9466.92"
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
