import csv
import re
from datetime import date
from decimal import Decimal

import dijia
import pytest
from dijia import JINAN_2020, Area, Grade, LandUse, Service, Validity, ZoneCode

FILES = {2: LandUse.COMMERCIAL, 3: LandUse.RESIDENTIAL, 4: LandUse.INDUSTRIAL}


def test_every_published_zone(repository):
    published = {}
    for annex, land_use in FILES.items():
        path = repository / f"crates/dijia/data/jinan-2020/annex-{annex}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                floor = row.get("floor_price")
                published[land_use, row["zone"]] = (
                    Decimal(row["yuan_per_square_metre"]),
                    Decimal(row["wan_yuan_per_mu"]),
                    Decimal(floor) if floor else None,
                    annex,
                    int(row["sequence"]),
                )
    assert len(published) == 221
    held = {
        (price.land_use, str(price.code)): (
            price.per_square_metre,
            price.wan_yuan_per_mu,
            price.per_floor_area,
            price.citation.annex,
            price.citation.row,
        )
        for price in JINAN_2020.zone_prices
    }
    assert held == published
    for (land_use, code), figures in published.items():
        assert dijia.zone_price(land_use, code).per_square_metre == figures[0]


def test_grades(repository):
    path = repository / "crates/dijia/data/jinan-2020/annex-1.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    published = {
        (LandUse(use), row["grade"]): Decimal(row[use])
        for row in rows
        for use in ("commercial", "residential", "industrial")
        if re.fullmatch("[0-9]+", row[use] or "")
    }
    assert len(published) == 24
    assert {
        (price.land_use, str(price.grade)): price.per_square_metre for price in JINAN_2020.grade_prices
    } == published
    for (land_use, grade), price in published.items():
        assert dijia.grade_price(land_use, grade).per_square_metre == price


@pytest.mark.parametrize(
    "spelling",
    ["Ⅲ-4", "ⅲ－４", "III-4", "iii4", "ＩＩＩ－４", "3-4", "三—4", "Ⅲ级-4", " Ⅲ4　", "Ⅲ‐4", "Ⅲ‑4", "Ⅲ–4", "Ⅲ−4"]  # noqa: RUF005
    + ["Ⅲ―4", "Ⅲ-04", "Ⅲ-4区片", "\ufeffⅢ-4\u00a0", "\u200bⅢ-4\u2060"],
)
def test_spellings(spelling):
    assert dijia.zone_price("商服", spelling) is dijia.zone_price(LandUse.COMMERCIAL, ZoneCode(Grade.III, 4))


@pytest.mark.parametrize("name", ["商服用地", "商服", "商业", "商业服务业", "commercial", "Commercial"])
def test_land_uses(name):
    assert LandUse(name) is LandUse.COMMERCIAL
    assert LandUse.parse(name) is LandUse.COMMERCIAL


def test_basis_and_edition():
    basis = dijia.basis("中心城区", "商服")
    assert (basis.statutory_term, basis.plot_ratio, basis.capitalization_rate) == (
        Decimal(40),
        Decimal("2.0"),
        Decimal("0.064"),
    )
    assert basis.development_level.name == "六通一平"
    assert Service.GAS in basis.development_level
    assert dijia.basis(Area.TOWNSHIP, "工业").plot_ratio == Decimal("0.7")
    assert len(JINAN_2020.bases) == 8
    assert len(JINAN_2020.places) == 10
    assert JINAN_2020.document.number == "济政发〔2020〕12号"
    assert JINAN_2020.document.replaces == "济政发〔2018〕15号"
    assert JINAN_2020.base_date == date(2019, 1, 1)
    assert [annex.in_hand for annex in JINAN_2020.annexes] == [True] * 4 + [False] * 2


@pytest.mark.parametrize(
    ("day", "validity"),
    [
        ("2020-10-07", Validity.NOT_YET_IN_FORCE),
        ("2020-10-08", Validity.IN_FORCE),
        (date(2023, 10, 7), Validity.IN_FORCE),
        (date(2023, 10, 8), Validity.EXPIRED),
    ],
)
def test_validity(day, validity):
    assert JINAN_2020.validity_on(day) is validity


def test_names_are_the_library_s():
    from dijia import _dijia, _words

    for kind, labels in _dijia.labels().items():
        words = list(getattr(_words, kind))
        assert len(words) == len(labels)
        for word, (english, chinese) in zip(words, labels, strict=True):
            assert (word.english, word.chinese) == (english, chinese)
            if kind != "StepKind":
                assert word.value == english


def test_units():
    assert dijia.wan_yuan_per_mu(9138, 0) == Decimal(609)
    assert str(dijia.yuan_per_square_metre("609.20")) == "9138.00"
    assert dijia.floor_price(9138, 2, 0) == Decimal(4569)
    assert dijia.land_price(4569, 2) == 9138
    assert dijia.mu(2000) == 3
    assert str(dijia.square_metres(3, 1)) == "2000.0"
    assert str(dijia.round_decimal("-0.005", 2)) == "-0.01"


def test_tables_in_chinese_are_found_by_chinese_words():
    pytest.importorskip("pandas")
    table = dijia.to_pandas(language="zh")
    assert [*table.columns] == ["土地用途", "区片", "级别", "元/㎡", "万元/亩", "楼面地价", "出处"]
    assert [*dijia.to_pandas("grades", language=dijia.Language.CHINESE).columns][3] == "区片数"
    found = dijia.to_pandas(language="zh", dtype="decimal")
    found = found[(table["土地用途"] == "商服") & (table["区片"] == "Ⅲ-4")]
    assert [str(price) for price in found["元/㎡"]] == ["9138"]
    english = dijia.to_pandas()
    assert {*english["land_use"]} == {"commercial", "residential", "industrial"}
    assert [*english["per_square_metre"]] == [*table["元/㎡"]]
    assert table.to_csv().encode("gbk").decode("gbk") == table.to_csv()
    with pytest.raises(ValueError, match="fr"):
        dijia.to_pandas(language="fr")


def test_arrow_tables_in_chinese_are_those_of_pandas():
    pytest.importorskip("pyarrow")
    table = dijia.to_arrow(language="zh")
    assert table.column_names == ["土地用途", "区片", "级别", "元/㎡", "万元/亩", "楼面地价", "出处"]
    assert table["土地用途"][0].as_py() == "商服"
    assert dijia.to_arrow()["land_use"][0].as_py() == "commercial"


def test_what_is_missing_in_a_later_piece_alone():
    """Rows are gone through in pieces of 65,536, of which the first has every value here."""
    price = dijia.zone_price("商服", "Ⅲ-4").per_square_metre
    for end in ([None], ["Ⅲ-4", None], ["Ⅲ-4", "Ⅲ-4", None, "Ⅲ-4"]):
        codes = ["Ⅲ-4"] * 65_536 + end * 1000
        assert dijia.zone_prices(codes, "商服") == [code and price for code in codes]
        made = dijia.zone_prices(codes, ["商服"] * len(codes), errors="coerce")
        assert made["per_square_metre"] == [code and price for code in codes]
        assert made["status"] == ["ok" if code else "missing" for code in codes]


def test_a_figure_that_is_not_printed_is_nothing_of_a_row_that_is_in_order():
    """An industrial zone has no floor price."""
    made = dijia.zone_prices(["Ⅲ-4", None], "工业", column="per_floor_area", errors="coerce")
    assert made == {"per_floor_area": [None, None], "status": ["ok", "missing"], "reason": [None, None]}
