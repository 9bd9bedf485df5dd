"""A development level by its name is what the document says that the price is of."""

import json
import subprocess
import sys
from pathlib import Path

import dijia
import pytest
from dijia import InvalidDevelopmentLevelError, Service

FOLDER = Path(__file__).parents[3] / "crates/dijia-tables/tests/editions"

LANZHOU = dijia.Edition.read(FOLDER / "lanzhou-counties")
TONGDAO = dijia.Edition.read(FOLDER / "tongdao-2026")
COSTS = {"供气": 10, "供热": 20}
# 榆中县 住宅 Ⅱ is 414 元/㎡ with heating, and Jinan's 商服 Ⅲ-4 9138 元/㎡ with gas.
COUNTY = {"land_use": "住宅", "grade": "Ⅱ", "edition": LANZHOU, "district": "榆中县", "unit_costs": COSTS}


def test_a_name_is_what_the_edition_says():
    six = LANZHOU.development_level("六通一平")
    assert Service.HEATING in six
    assert Service.GAS not in six
    assert Service.GAS in dijia.JINAN_2020.development_level("六通一平")
    assert dijia.appraise(**COUNTY, site_development="六通一平").unit_price == 414
    # Without heating, and with gas instead of it.
    assert dijia.appraise(**COUNTY, site_development="五通一平").unit_price == 394
    assert dijia.appraise(**COUNTY, site_development="road+power+telecom+供水+排水+gas+平整").unit_price == 404
    # The basis of one's own by the same names.
    given = {**COUNTY, "basis_development": "五通一平"}
    assert dijia.appraise(**given, site_development="六通一平").unit_price == 434
    jinan = {"land_use": "商服", "zone": "Ⅲ-4", "unit_costs": COSTS}
    assert dijia.appraise(**jinan, site_development="六通一平").unit_price == 9138


def test_outside_an_edition_a_name_of_two_sets_is_none():
    with pytest.raises(
        InvalidDevelopmentLevelError, match=r"gas\+levelling in some documents and for .* or read it in an"
    ):
        dijia.DevelopmentLevel.parse("六通一平")
    own = {"base_price": 1000, "basis_development": "五通一平", "unit_costs": COSTS}
    with pytest.raises(InvalidDevelopmentLevelError):
        dijia.appraise(**own, site_development="六通一平")
    with pytest.raises(InvalidDevelopmentLevelError):
        dijia.appraise_batch(**{**own, "base_price": [1000, 2000]}, site_development="六通一平")
    # A price of one's own with the basis of an edition is in the words of that.
    basis = LANZHOU.basis("榆中县", "住宅")
    given = {"base_price": 1000, "edition": LANZHOU, "basis": basis, "unit_costs": COSTS}
    assert dijia.appraise(**given, site_development="六通一平").unit_price == 1000
    with pytest.raises(InvalidDevelopmentLevelError, match="the name does not say which"):
        TONGDAO.development_level("四通一平")


def test_rows_of_batches_are_in_the_words_of_their_edition():
    given = {**COUNTY, "grade": ["Ⅱ", "Ⅱ", "Ⅲ"], "columns": ["unit_price"]}
    names = ["六通一平", "五通一平", "六通一平"]
    for errors in ("raise", "coerce"):
        priced = dijia.appraise_batch(**given, site_development=names, errors=errors)
        assert [str(price) for price in priced["unit_price"]] == ["414.00", "394.00", "319.00"]
    assert dijia.appraise_batch(**given, site_development="六通一平")["unit_price"][2] == 319
    own = {"base_price": [1000, 2000], "basis_development": "五通一平", "unit_costs": COSTS, "columns": ["unit_price"]}
    priced = dijia.appraise_batch(**own, site_development=["七通一平", "六通一平"], errors="coerce")
    assert priced["status"] == ["ok", "InvalidDevelopmentLevelError"]
    assert [price if price is None else str(price) for price in priced["unit_price"]] == ["1030.00", None]


def test_columns_of_a_frame_are_in_the_words_of_its_edition():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"级别": ["Ⅱ", "Ⅲ"], "开发": ["六通一平", "五通一平"]})
    frame = frame.dijia.price(**{**COUNTY, "grade": "级别"}, site_development="开发", dtype="decimal")
    assert [str(price) for price in frame["unit_price"]] == ["414.00", "299.00"]


def test_rows_of_several_editions_are_each_in_the_words_of_their_own(tmp_path):
    """Two editions of a city, of which one means gas by 六通一平 and the other heating."""
    editions = []
    for year, service in ((2020, "供气"), (2025, "供热")):
        folder = tmp_path / f"city-{year}"
        folder.mkdir()
        (folder / "edition.csv").write_text(
            f"key,value\ncity,某市\ntitle,通知{year}\nfirst_day_in_force,{year}-01-01\n", encoding="utf-8"
        )
        (folder / "annexes.csv").write_text("number,land_uses,prices\n1,住宅,grade\n", encoding="utf-8")
        (folder / "annex-1.csv").write_text("grade,住宅\n1,100\n", encoding="utf-8")
        level = f"六通一平（通路、通电、通讯、供水、排水、{service}、场地平整）"
        (folder / "basis.csv").write_text(f"development_level\n{level}\n", encoding="utf-8")
        editions.append(dijia.Edition.read(folder))
    given = {"land_use": "住宅", "grade": "1", "unit_costs": COSTS, "editions": dijia.Editions(editions)}
    given |= {"valuation_date": ["2021-05-01", "2026-05-01"], "columns": ["unit_price", "edition"]}
    for level in ("六通一平", ["六通一平", "六通一平"]):
        priced = dijia.appraise_batch(**given, city="某市", site_development=level)
        assert [str(price) for price in priced["unit_price"]] == ["100.00", "100.00"]
        assert priced["edition"] == ["city-2020", "city-2025"]
    gas = "通路、供电、通讯、供水、排水、供气、场地平整"
    priced = dijia.appraise_batch(**given, city="某市", site_development=gas)
    # Where heating is what the price has: 10 for gas more, 20 for heating less.
    assert [str(price) for price in priced["unit_price"]] == ["100.00", "90.00"]


def test_the_command_reads_levels_as_the_edition_means_them():
    arguments = [
        "住宅",
        "--grade",
        "Ⅱ",
        "--edition",
        str(FOLDER / "lanzhou-counties"),
        "--district",
        "榆中县",
        "--json",
    ]
    arguments += ["--unit-cost", "供气=10", "--unit-cost", "供热=20", "--development", "六通一平"]
    command = [sys.executable, "-m", "dijia"]
    done = subprocess.run([*command, *arguments], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "414" in json.dumps(json.loads(done.stdout))
    own = ["--base-price", "1000", "--unit-cost", "供气=10", "--development", "六通一平", "--english"]
    done = subprocess.run([*command, *own], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert 'invalid development level "六通一平": it stands for ' in done.stderr
