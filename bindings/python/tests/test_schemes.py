"""Land uses by the codes of land-use schemes, which mean other things in other schemes."""

from pathlib import Path

import dijia
import pytest

TONGDAO = dijia.Edition.read(Path(__file__).parents[3] / "crates/dijia-tables/tests/editions/tongdao-2026")
SCHEME = "GB/T 21010-2017"


def test_a_code_is_read_with_its_scheme():
    """05 is 商服用地 in GB/T 21010-2017, and 0501 is a part of it whose price nobody says."""
    assert dijia.appraise("05", "Ⅲ-4", scheme=SCHEME).unit_price == dijia.appraise("商服", "Ⅲ-4").unit_price
    with pytest.raises(dijia.CodeNotPricedError):
        dijia.appraise("0501", "Ⅲ-4", scheme=SCHEME)
    with pytest.raises(dijia.BareCodeError):
        dijia.appraise("05", "Ⅲ-4")
    with pytest.raises(dijia.NoSuchSchemeError):
        dijia.appraise("05", "Ⅲ-4", scheme="某标准")
    # A word of one's own comes before; what is no text is no code.
    assert dijia.appraise("0501", "Ⅲ-4", scheme=SCHEME, mapping={"0501": "商服"}).unit_price == 9138
    assert dijia.appraise(dijia.LandUse.COMMERCIAL, "Ⅲ-4", scheme=SCHEME).unit_price == 9138
    with pytest.raises(TypeError, match="scheme takes no part beside base_price"):
        dijia.appraise(base_price=710, scheme=SCHEME)


def test_columns_of_codes():
    codes = ["05", "0809", "0501", None, "x"]
    made = dijia.appraise_batch(codes, grade="二级", scheme=SCHEME, edition=TONGDAO, errors="coerce")
    # 商业服务业 and 公用设施 of grade Ⅱ.
    assert [None if it is None else int(it) for it in made["unit_price"]] == [2080, 335, None, None, None]
    assert made["status"] == ["ok", "ok", "CodeNotPricedError", "missing", "NoSuchCodeError"]
    made = dijia.zone_prices(["Ⅲ-4", "Ⅲ-4"], ["05", "0501"], scheme=SCHEME, errors="coerce")
    assert (made["per_square_metre"], made["status"]) == ([9138, None], ["ok", "CodeNotPricedError"])
    own = dijia.zone_prices(["Ⅲ-4"], ["0501"], scheme=SCHEME, mapping={"0501": "商服"})
    assert own == [9138]


def test_words_of_the_library_are_no_codes():
    """Neither alone nor in a column, where texts are; and no text passes for one."""
    commercial, listed = dijia.LandUse.COMMERCIAL, TONGDAO.land_use("公用设施")
    for edition, words in ((dijia.JINAN_2020, [commercial, "05"]), (TONGDAO, [commercial, "05", listed, "0809"])):
        given = {"grade": "二级", "scheme": SCHEME, "edition": edition, "columns": ["unit_price"]}
        alone = [dijia.appraise(word, grade="二级", scheme=SCHEME, edition=edition).unit_price for word in words]
        assert dijia.appraise_batch(words, **given)["unit_price"] == alone
    made = dijia.zone_prices(["Ⅲ-4"] * 4, [commercial, "商服", "commercial", None], scheme=SCHEME, errors="coerce")
    assert made["status"] == ["ok", "NoSuchCodeError", "NoSuchCodeError", "missing"]
    passing = [commercial, "\ufdd0商服", "\ufdd0commercial", "\ufdd005"]
    for words in (passing, passing[1:]):
        for options in ({"scheme": SCHEME}, {}):
            made = dijia.zone_prices(["Ⅲ-4"] * len(words), words, **options, errors="coerce")
            assert [status == "ok" for status in made["status"]] == [word is commercial for word in words]
    # A word of one's own is a text: a word of the library is itself beside it.
    swapped = {"mapping": {"commercial": "住宅", "商服": "住宅"}}
    made = dijia.zone_prices(["Ⅲ-4"] * 2, [commercial, "commercial"], **swapped)
    assert made == [dijia.zone_price(use, "Ⅲ-4").per_square_metre for use in ("商服", "住宅")]


def test_a_frame_of_codes():
    frame = pytest.importorskip("pandas").DataFrame({"dlbm": ["05", "05"], "zone": ["Ⅲ-4", "Ⅱ-1"]})
    made = frame.dijia.price(land_use="dlbm", zone="zone", scheme=SCHEME)
    assert made["unit_price"].tolist() == [9138.0, float(dijia.zone_price("商服", "Ⅱ-1").per_square_metre)]
    assert frame.dijia.price(land_use="05", zone="zone", scheme=SCHEME).equals(made)
    with pytest.raises(ValueError, match=r"^land_use: there is no column '0501', and as a value it is refused: "):
        frame.dijia.price(land_use="0501", zone="zone", scheme=SCHEME)
