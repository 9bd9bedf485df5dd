"""Editions of other cities: read, opened, made, and priced from everywhere that takes one."""

import copy
import csv
import gc
import pickle
import re
import tracemalloc
from decimal import Decimal
from pathlib import Path
from threading import Thread

import dijia
import pytest
from dijia import Edition, Grade, LandUse, ListedArea, ListedLandUse, _command, _made_tables, _packing

TABLES = Path(__file__).parents[3] / "crates/dijia-tables/tests"
TONGDAO, SHANGHAI, LANZHOU, BEIJING = (
    Edition.read(TABLES / "editions" / name)
    for name in ("tongdao-2026", "shanghai-2013", "lanzhou-counties", "beijing-codes")
)


def source(name):
    """Return the rows of a second reading of a notice, by another hand."""
    with (TABLES / "sources" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_every_price_is_the_one_printed():
    heading, *rows = source("tongdao-2026-prices.csv")
    for land_use, *figures in rows:
        for grade, figure in zip(heading[1:6], figures[:5], strict=True):
            price = TONGDAO.grade_price(land_use, grade)
            assert str(price.printed) == str(price.per_square_metre) == figure
            assert not price.is_per_floor
    heading, *rows = source("shanghai-2013.csv")
    for grade, *figures in rows:
        for at, land_use in enumerate(("住宅", "商业", "办公", "研发总部", "工业")):
            floor, plot_ratio = figures[2 * at], figures[2 * at + 1]
            if not floor:
                with pytest.raises(dijia.NoSuchGradeError):
                    SHANGHAI.grade_price(land_use, grade)
                continue
            price = SHANGHAI.grade_price(land_use, grade)
            assert price.is_per_floor
            assert (str(price.per_floor_area), str(price.basis.plot_ratio)) == (floor, plot_ratio)
            assert price.per_square_metre == Decimal(floor) * Decimal(plot_ratio)


def test_names_and_headings_are_those_of_the_document():
    """Of words of the trade too; a word that the document does not have keeps its own name and has no heading."""
    named = Edition.from_tables(
        "some-city-2026",
        {
            "edition": {"city": "某市", "document_number": "某政发〔2026〕1号"},
            "areas": [{"name": "中心城区", "english": "inner city"}],
            "uses": "name,class,printed_under\n工业用地,工业,工矿仓储用地\n物流用地,,仓储用地\n商业用地,商服,\n",
            "annexes": [{"number": 1, "land_uses": "工业+物流+商业", "prices": "grade"}],
            "annex-1": [{"grade": "一级", "工业": "500", "物流": "400", "商业": "1200"}],
        },
    )
    central, industrial = dijia.Area.CENTRAL_URBAN, named.grade_price("工业", "一级").land_use
    assert named.areas == (central,)
    assert (named.name_of(central), named.name_of(central, "en")) == ("中心城区", "inner city")
    assert industrial is LandUse.INDUSTRIAL
    assert [named.printed_under(use) for use in named.land_uses] == ["工矿仓储用地", "仓储用地", None]
    assert named.land_use("物流").printed_under == "仓储用地"
    assert (named.name_of(LandUse.RESIDENTIAL), named.printed_under(LandUse.RESIDENTIAL)) == ("住宅", None)


def test_words_of_an_edition_are_its_own():
    mining = TONGDAO.land_use("工矿用地")
    assert mining == ListedLandUse("工矿", "工矿", None, None)
    assert TONGDAO.land_use("商业服务业用地") is LandUse.COMMERCIAL
    assert TONGDAO.grade_price(mining, Grade.I) == TONGDAO.grade_price("工矿", "一级")
    assert TONGDAO.name_of(LandUse.RESIDENTIAL) == "居住"
    assert dijia.JINAN_2020.name_of(dijia.Area.TOWNSHIP) == "建制镇"
    office = SHANGHAI.land_use("office")
    assert (str(office), office.chinese, office.land_class) == ("office", "办公", LandUse.COMMERCIAL)
    with pytest.raises(dijia.SeveralUsesError) as refused:
        SHANGHAI.grade_price("商服", "1")
    assert refused.value.uses == ("商业", "办公")
    # In a column of objects as well.
    uses = [mining, "居住", dijia.LandUse.COMMERCIAL, None]
    grades = [dijia.ListedGrade("一级", "一级"), Grade.I, "一级", "一级"]
    made = dijia.appraise_batch(uses, grade=grades, edition=TONGDAO, columns=["unit_price"])
    alone = [TONGDAO.grade_price(use, "一级").per_square_metre for use in ("工矿", "居住", "商服")]
    assert made["unit_price"] == [*alone, None]
    # A word of one edition is none of another.
    with pytest.raises(dijia.CodeNotPricedError):
        SHANGHAI.grade_price(mining, "1")
    assert all(isinstance(area, ListedArea) for area in LANZHOU.areas)


def test_every_area_has_prices_of_its_own():
    for price in LANZHOU.grade_prices:
        same = LANZHOU.grade_price(price.land_use, price.grade, district=price.area)
        assert same is price
        one = dijia.appraise(price.land_use, grade=price.grade, district=price.area, edition=LANZHOU)
        assert (one.unit_price, one.base_price) == (price.per_square_metre, price)
    first, second = LANZHOU.areas[:2]
    batch = dijia.appraise_batch(
        ["商服"], grade=["一级"], district=second, edition=LANZHOU, columns=["base_price"], errors="coerce"
    )
    assert batch["base_price"] == [LANZHOU.grade_price("商服", "一级", district=second.chinese).per_square_metre]
    assert LANZHOU.grade_price("商服", "一级").area == first


def test_codes_that_are_no_grade_and_number():
    for price in BEIJING.zone_prices:
        assert BEIJING.zone_price(price.land_use, str(price.code), district=price.area) is price
    texts = [price for price in BEIJING.zone_prices if isinstance(price.code, str)]
    assert texts
    asked = ([price.code for price in texts], [price.land_use for price in texts])
    column = dijia.zone_prices(*asked, edition=BEIJING, column="per_floor_area")
    assert column == [price.per_floor_area for price in texts]
    # They are prices of floor without a plot ratio, which give no price of land: not a missing one, but an error.
    assert all(price.per_square_metre is None for price in texts)
    with pytest.raises(dijia.NotStatedError):
        dijia.zone_prices(*asked, edition=BEIJING)
    made = dijia.zone_prices(*asked, edition=BEIJING, errors="coerce")
    assert made["per_square_metre"] == [None] * len(texts)
    assert made["status"] == ["NotStatedError"] * len(texts)
    made = dijia.zone_prices([texts[0].code, "没有"], texts[0].land_use, edition=BEIJING, errors="coerce")
    assert made["status"] == ["NotStatedError", "InvalidZoneCodeError"]


# By the coefficients that the notice prints of a parcel, its factor corrections left out: 710 × 0.9950 = 706.45,
# × 1.4369 = 1015.098005, × 1.0285 = 1044.0282981425.
def test_a_parcel_is_priced_from_a_folder_and_from_its_file():
    given = {
        "grade": "二级",
        "plot_ratio_coefficient": "1.4369",
        "date_coefficient": "1.0285",
        "coefficients": {"年期": "0.9950"},
    }
    for edition in (TONGDAO, Edition.open(TONGDAO.to_bytes())):
        priced = dijia.appraise("居住用地", edition=edition, **given)
        assert str(priced.unit_price) == "1044.03"
        again = pickle.loads(pickle.dumps(priced))
        assert again == priced
        assert "通政发〔2026〕1号" in str(again)
        columns = dijia.appraise_batch(["居住", "居住用地"], edition=edition, **given)
        assert columns["unit_price"] == [priced.unit_price] * 2


def test_batches_of_two_editions_do_not_mix():
    ours = dijia.appraise_batch(["商服"] * 3, grade=["1", "2", "3"], edition=TONGDAO, columns=["base_price"])
    jinan = dijia.appraise_batch(["商服"] * 3, grade=["1", "2", "3"], columns=["base_price"])
    assert ours["base_price"] == [TONGDAO.grade_price("商服", n).per_square_metre for n in "123"]
    assert jinan["base_price"] == [dijia.grade_price("商服", n).per_square_metre for n in "123"]


def test_accessors_take_an_edition():
    pd = pytest.importorskip("pandas")
    parcels = pd.DataFrame({"use": ["工矿", "居住用地", "矿业"], "grade": ["一级", "二级", "三级"]})
    priced = parcels.dijia.price(
        land_use="use",
        grade="grade",
        edition=TONGDAO,
        mapping={"矿业": "工矿"},
        columns=["base_price"],
        dtype="decimal",
    )
    uses = ["工矿", "居住", "工矿"]
    expected = [TONGDAO.grade_price(use, grade).per_square_metre for use, grade in zip(uses, "123", strict=True)]
    assert [*priced["base_price"]] == expected
    table = dijia.to_pandas("grades", TONGDAO, language="zh")
    assert {*table["土地用途"]} == {use.chinese for use in TONGDAO.land_uses}


def test_an_edition_is_the_same_in_every_form(tmp_path):
    for edition in (dijia.JINAN_2020, TONGDAO, SHANGHAI, LANZHOU, BEIJING):
        data = edition.to_bytes()
        file = tmp_path / f"{edition.name}.dijia"
        file.write_bytes(data)
        for same in (Edition.open(data), Edition.read(file), pickle.loads(pickle.dumps(edition)), copy.copy(edition)):
            assert same == edition
            assert hash(same) == hash(edition)
            assert (same.name, same.digest, same.to_bytes()) == (edition.name, edition.digest, data)
            assert same.zone_prices == edition.zone_prices
            assert same.grade_prices == edition.grade_prices
        assert len(edition.digest) == 64
        assert edition.city in edition._repr_html_()
    assert dijia.JINAN_2020 != TONGDAO
    assert pickle.loads(pickle.dumps(dijia.JINAN_2020)) is dijia.JINAN_2020


MADE = {
    "edition": {"city": "某市", "document_number": "某政发〔2026〕1号", "last_day_in_force": None},
    "annexes": [{"number": 1, "land_uses": "商业+研发", "prices": "grade"}],
    "uses": [{"name": "商业", "class": "商服"}, {"name": "研发", "class": None}],
    "annex-1": [
        {"grade": "一级", "商业": Decimal("1200.5"), "研发": 900},
        {"grade": "二级", "商业": "800", "研发": "———"},
    ],
}


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_an_edition_is_made_of_data_frames(library):
    frame = pytest.importorskip(library).DataFrame

    def texts(rows):
        return [{name: None if cell is None else str(cell) for name, cell in row.items()} for row in rows]

    tables = {name: table if isinstance(table, dict) else frame(texts(table)) for name, table in MADE.items()}
    assert Edition.from_tables("some-city-2026", tables) == Edition.from_tables("some-city-2026", MADE)


def test_an_edition_is_made_of_tables_in_memory():
    expected = Edition.from_tables("some-city-2026", MADE)
    assert [str(price.printed) for price in expected.grade_prices] == ["1200.5", "900", "800"]
    assert expected.document.last_day_in_force is None
    texts = {
        "edition.csv": "key,value\ncity,某市\ndocument_number,某政发〔2026〕1号\n",
        "annexes.csv": b"number,land_uses,prices\n1,\xe5\x95\x86\xe4\xb8\x9a+\xe7\xa0\x94\xe5\x8f\x91,grade\n",
        "uses.csv": "name,class\n商业,商服\n研发,\n",
        "annex-1.csv": "grade,商业,研发\n一级,1200.5,900\n二级,800,———\n",
    }
    assert Edition.from_tables("some-city-2026", texts) == expected
    broken = {**MADE, "annex-1": [{"grade": "一级", "商业": 1200.5, "研发": 900}]}
    with pytest.raises(TypeError, match="annex-1, row 1, 商业 is a float"):
        Edition.from_tables("some-city-2026", broken)


def test_all_that_is_wrong_is_told_at_once():
    broken = {
        **MADE,
        "annex-1": [{"grade": "二级", "商业": "12x", "研发": "9"}, {"grade": "一级", "商业": "800", "研发": "9"}],
    }
    with pytest.raises(dijia.InvalidEditionError) as refused:
        Edition.from_tables("some-city-2026", broken)
    error = refused.value
    assert len(error.faults) > 1
    assert {fault.file for fault in error.faults} == {"annex-1.csv"}
    assert error.english.splitlines() == [str(fault) for fault in error.faults]
    assert all(re.search("[\u4e00-\u9fff]", line) for line in error.chinese.splitlines())
    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    with pytest.raises(FileNotFoundError):
        Edition.read("no such place")


LEAP = {
    "edition": {"city": "某市", "title": "通知"},
    "annexes": [{"number": 1, "land_uses": "商服", "prices": "grade"}],
    "annex-1": [{"grade": "一", "商服": "1000"}],
    "corrections": [{"kind": "plot ratio", "file": "ratios.csv", "between": "linear", "part": "表"}],
    # The last of 吉安's table as it is printed: from 4.0 the steps are 0.0150 and 0.1977.
    "ratios": "plot_ratio,coefficient\n3.8,1.9526\n4.0,1.9892\n4.2,2.0042\n4.4,2.2019\n",
}
LEAPS = "from 4.2 to 4.4 the coefficient goes from 2.0042 to 2.2019, more than 3 times as steeply as beside"


def test_what_looks_wrong_is_warned_of():
    with pytest.warns(dijia.EditionWarning) as warned:
        leap = Edition.from_tables("a-leap-2024", LEAP)
    (warning,) = warned
    assert warning.filename == __file__
    fault = warning.message.fault
    assert str(warning.message) == str(fault) == f"ratios.csv:5:2: {LEAPS}: compare it with the print"
    assert "由4.2至4.4" in fault.chinese
    assert pickle.loads(pickle.dumps(warning.message)).fault == fault
    assert leap.plot_ratio_coefficient("商服", "一", "4.4") == Decimal("2.2019")


def test_the_command_packs_and_tells(tmp_path, capsys):
    folder = tmp_path / "a-leap-2024"
    folder.mkdir()
    for name, data in _made_tables.files_of(LEAP).items():
        (folder / name).write_bytes(data)
    file = tmp_path / "leap.dijia"
    assert _packing.main(["pack", str(folder), "-o", str(file)], False) == 0
    told = capsys.readouterr()
    edition = Edition.read(file)
    size = len(file.read_bytes())
    assert told.out == f"a-leap-2024: 1 prices, {size} bytes, SHA-256 {edition.digest}\n"
    assert told.err == f"{folder / 'ratios.csv'}:5:2: warning: {LEAPS}: compare it with the print\n"
    assert _packing.main(["check", str(folder)], True) == 0
    told = capsys.readouterr()
    assert told.out == f"a-leap-2024：1个价格，{size}字节，SHA-256 {edition.digest}\n"
    assert told.err.endswith("5:2: 提示：由4.2至4.4，修正系数由2.0042变为2.2019，变化超过相邻各行的3倍，请与原表核对\n")
    (folder / "annex-1.csv").write_text("grade,商服\n一,12x\n", encoding="utf-8")
    file.unlink()
    assert _packing.main(["pack", str(folder), "-o", str(file)], False) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{folder / 'annex-1.csv'}:2:2: ")
    assert not file.exists()


def test_the_command_tells_what_differs(tmp_path, capsys):
    """As dijia-tables does, to the letter; 1130 ÷ 1000 = 1.13."""

    def folder(name, prices):
        place = tmp_path / name
        place.mkdir()
        terms = "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\n"
        for file, text in (
            ("edition.csv", terms),
            ("annexes.csv", "number,land_uses,prices\n1,商服,grade\n"),
            ("annex-1.csv", prices),
        ):
            (place / file).write_text(text, encoding="utf-8")
        return place

    before = folder("difference-before", "grade,商服\nⅠ,1000\nⅡ,800\n")
    after = folder("difference-after", "grade,商服\nⅠ,≥1130\n")
    file = tmp_path / "after.dijia"
    file.write_bytes(Edition.read(after).to_bytes())
    chinese = (
        "地域,土地用途,级别或区片,单位,前版,后版,变动（%）,前版出处,后版出处\n"
        "某市,商服,Ⅰ,元/㎡（地面）,1000,≥1130,13.00,某政发〔2024〕1号 附件1 第1行,某政发〔2024〕1号 附件1 第1行\n"
        "某市,商服,Ⅱ,元/㎡（地面）,800,,,某政发〔2024〕1号 附件1 第2行,\n"
    )
    cited = '"某政发〔2024〕1号, annex 1, row {}"'
    english = (
        "area,land use,grade or zone,unit,before,after,per cent,before in,after in\n"
        f"某市,commercial,Ⅰ,yuan/m² of land,1000,≥1130,13.00,{cited.format(1)},{cited.format(1)}\n"
        f"某市,commercial,Ⅱ,yuan/m² of land,800,,,{cited.format(2)},\n"
    )
    for second, language, expected in ((file, "--chinese", chinese), (after, "--english", english)):
        assert _command.main(["difference", str(before), str(second), language]) == 0
        assert capsys.readouterr() == (expected, "")
    # What is added.
    assert _packing.main(["difference", str(file), str(before)], False) == 0
    assert capsys.readouterr().out.splitlines()[2] == f"某市,commercial,Ⅱ,yuan/m² of land,,800,,,{cited.format(2)}"
    # Both are told of.
    damaged = tmp_path / "damaged.dijia"
    damaged.write_bytes(b"dijia")
    missing = tmp_path / "no-such"
    assert _packing.main(["difference", str(missing), str(damaged)], False) == 1
    assert capsys.readouterr() == (
        "",
        f"{missing}: cannot be read: No such file or directory\n{damaged}: this is not an edition file\n",
    )
    assert _packing.main(["difference", str(missing), str(damaged)], True) == 1
    assert capsys.readouterr().err.startswith(f"{missing}: 无法读取：")
    for wrong in (["difference", str(before)], ["difference", str(before), str(after), str(file)]):
        assert _packing.main(wrong, False) == 2
        assert capsys.readouterr() == ("", _packing.USAGE + "\n")


def test_every_truncation_of_a_file_is_refused():
    data = TONGDAO.to_bytes()
    for length in range(0, len(data), 7):
        with pytest.raises(dijia.InvalidEditionError):
            Edition.open(data[:length])
    for at in range(0, len(data), 13):
        with pytest.raises(dijia.InvalidEditionError):
            Edition.open(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])


def test_editions_are_freed():
    data = TONGDAO.to_bytes()
    resource = pytest.importorskip("resource")
    for _ in range(1000):
        Edition.open(data).grade_price("居住", "二级")
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tracemalloc.start()
    for _ in range(10_000):
        Edition.open(data)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Their bytes alone would be ten thousand times as much.
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * 1024 < len(data) * 10_000 / 10
    assert held < len(data) * 100


def test_several_threads_use_an_edition():
    found = []

    def look():
        found.extend(TONGDAO.grade_price("居住", "二级").per_square_metre for _ in range(200))

    threads = [Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [Decimal(710)] * 800


def test_what_a_document_says_of_its_area_is_there():
    jinan = dijia.JINAN_2020
    sides = {said.about: said.words for said in jinan.statements}
    assert {"东", "南", "西", "北"} <= sides.keys()
    assert all(sides.values())
    assert {place.district for place in jinan.places} - {None}
    assert jinan.document.replaces_title
    assert str(jinan.document.replaces_date) == "2018-06-27"


def test_a_basis_of_another_edition_is_none():
    basis = TONGDAO.grade_price("居住", "二级").basis
    with pytest.raises(ValueError, match="none of the edition jinan-2020"):
        dijia.appraise(base_price=710, basis=basis)
    own = dijia.appraise(base_price=710, basis=basis, edition=TONGDAO, remaining_term="50")
    published = dijia.appraise("居住", grade="二级", edition=TONGDAO, remaining_term="50")
    assert own.unit_price == published.unit_price


JINAN_2024 = Edition.read(TABLES / "editions/jinan-2024-made-up")


def test_the_one_in_force_is_found():
    both = dijia.Editions([JINAN_2024, dijia.JINAN_2020])
    assert len(both) == 2
    assert {*both} == {JINAN_2024, dijia.JINAN_2020}
    assert both.on("济南市", "2023-10-07") == dijia.JINAN_2020
    first = JINAN_2024.document.first_day_in_force
    assert both.on("济南市", first) == JINAN_2024
    assert both.successor(dijia.JINAN_2020) == JINAN_2024
    assert both.successor(JINAN_2024) is None
    with pytest.raises(dijia.NoneInForceError) as refused:
        both.on("济南市", "2020-10-07")
    assert (refused.value.before, refused.value.after) == (None, "jinan-2020")
    assert str(refused.value.since) == "2020-10-08"


# Ⅲ-4 of commercial land is 9138; what the later edition has is in its folder.
def test_a_difference_has_both_prices_and_per_cent():
    rows = dijia.difference(dijia.JINAN_2020, JINAN_2024)
    assert rows
    for row in rows:
        if row.before is not None and row.after is not None:
            assert row.before.printed != row.after.printed
            exact = (row.after.printed / row.before.printed - 1) * 100
            assert abs(row.percent - exact) <= Decimal("0.005")
        else:
            assert row.percent is None
    assert {row.before for row in rows} - {None} <= {
        *dijia.JINAN_2020.zone_prices,
        *dijia.JINAN_2020.grade_prices,
    }
    assert {row.after for row in rows} - {None} <= {*JINAN_2024.zone_prices, *JINAN_2024.grade_prices}
    assert dijia.difference(JINAN_2024, JINAN_2024) == ()
    back = dijia.difference(JINAN_2024, dijia.JINAN_2020)
    assert {(row.before, row.after) for row in rows} == {(row.after, row.before) for row in back}
    table = [row.to_dict() for row in rows]
    assert {*table[0]} >= {"area", "land_use", "grade_or_zone", "before", "after", "percent"}


@pytest.mark.parametrize("handle", ["tongdao", None, dijia.JINAN_2020])
def test_an_edition_is_made_of_tables_and_of_nothing_else(handle):
    with pytest.raises(TypeError, match=r"^an edition is read or made of tables: Edition.read, "):
        dijia.Edition(handle)
