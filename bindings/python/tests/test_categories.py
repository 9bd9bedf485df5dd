"""Columns of few words: dictionaries and categories, or plain texts where those are asked for."""

from decimal import Decimal

import dijia
import pytest

# What is in no row at all, in some, and in all.
ROWS = {
    "land_use": "商服",
    "zone": ["Ⅲ-4", "Ⅲ-99", None],
    "valuation_date": "2021-06-01",
    "date_coefficient": ["1", "1", "1"],
    "edition": dijia.JINAN_2020,
    "errors": "coerce",
}
WORDS = {
    "warnings": [None, None, None],
    "edition": ["jinan-2020", None, None],
    "status": ["ok", "NoSuchZoneError", "missing"],
    "reason": [None, "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12", None],
}
FIGURES = ["unit_price", "warnings", "edition"]
CHINESE = {"提示": "warnings", "版本": "edition", "状态": "status", "原因": "reason"}


def given(column):
    """Return the arguments of a batch, with columns of that kind."""
    rows = {name: column(value) if isinstance(value, list) else value for name, value in ROWS.items()}
    return {**rows, "columns": FIGURES}


def test_arrow_has_texts_where_no_categories_are_wanted():
    """Spark reads no dictionaries."""
    pa = pytest.importorskip("pyarrow")
    for column in (pa.array, lambda values: pa.chunked_array([values])):
        rows = given(column)
        plain, usual = dijia.appraise_batch(**rows, categories=False), dijia.appraise_batch(**rows)
        assert {name: plain[name].to_pylist() for name in WORDS} == WORDS
        assert {name: usual[name].to_pylist() for name in WORDS} == WORDS
        assert [plain.schema.field(name).type for name in WORDS] == [pa.string()] * 4
        few = pa.dictionary(pa.int16(), pa.string())
        assert [usual.schema.field(name).type for name in WORDS] == [few, few, few, pa.string()]
        assert plain["unit_price"].equals(usual["unit_price"])
        plain = dijia.appraise_batch(**rows, categories=False, language="zh")
        assert [plain.schema.field(name).type for name in CHINESE] == [pa.string()] * 4
        assert plain["状态"].to_pylist() == ["正常", "没有公布该区片的地价", "缺少数据"]


def test_lookups_have_texts_where_no_categories_are_wanted():
    pa = pytest.importorskip("pyarrow")
    asked = {"errors": "coerce", "date": "2021-06-01", "editions": dijia.Editions([dijia.JINAN_2020])}
    made = dijia.zone_prices(pa.array(ROWS["zone"]), "商服", **asked, categories=False)
    assert {name: made[name].to_pylist() for name in ("edition", "status", "reason")} == {
        **{name: WORDS[name] for name in ("status", "reason")},
        "edition": ["jinan-2020", None, None],
    }
    assert [made.schema.field(name).type for name in ("edition", "status", "reason")] == [pa.string()] * 3


def test_polars_and_pandas_have_texts_where_no_categories_are_wanted():
    pl, pd = pytest.importorskip("polars"), pytest.importorskip("pandas")
    for library, text, few in ((pl, pl.String(), pl.Categorical()), (pd, pd.Series([""]).dtype, None)):
        rows = given(library.Series)
        plain, usual = dijia.appraise_batch(**rows, categories=False), dijia.appraise_batch(**rows)
        for name, words in WORDS.items():
            assert plain[name].dtype == text, name
            assert [None if word != word else word for word in plain[name]] == words
            is_few = usual[name].dtype == few if few else isinstance(usual[name].dtype, pd.CategoricalDtype)
            assert is_few == (name != "reason"), name
    frame = pd.DataFrame({"zone": ["Ⅲ-4"]})
    asked = {"zone": "zone", "land_use": "商服", "categories": False}
    assert frame.dijia.price(**asked)["warnings"].dtype == pd.Series([""]).dtype
    assert pl.DataFrame({"zone": ["Ⅲ-4"]}).dijia.price(**asked)["warnings"].dtype == pl.String()


def test_lists_have_texts_in_any_case():
    assert dijia.appraise_batch(**given(list), categories=False) == dijia.appraise_batch(**given(list))
    assert dijia.appraise_batch(**given(list))["unit_price"] == [Decimal("9138.00"), None, None]


def test_texts_that_no_column_of_arrow_holds_are_refused():
    """The offsets of a column of strings have 31 bits."""
    pa = pytest.importorskip("pyarrow")
    origin = dijia.Origin(document="某" * 1000)
    rows = 1 << 20
    asked = {"origin": origin, "columns": ["origin"], "base_price": pa.array([1] * rows)}
    assert len(dijia.appraise_batch(**asked)) == rows
    with pytest.raises(ValueError, match=r"^the texts of a column are longer than 2 GiB") as caught:
        dijia.appraise_batch(**asked, categories=False)
    assert str(caught.value) == (
        "the texts of a column are longer than 2 GiB, which Arrow's offsets do not reach: price in parts"
    )
