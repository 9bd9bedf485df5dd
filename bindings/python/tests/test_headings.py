"""Tables in Chinese: headings, statuses, warnings and reasons, of every kind of column."""

import re

import dijia
import pytest
from dijia import _headings

GIVEN = {
    "land_use": "商服",
    "zone": ["Ⅲ-4", "Ⅲ-99", None, "Ⅲ-4"],
    "plot_ratio": ["4.5", "2", "2", "2"],
    "area": ["1000", "1", "1", "0"],
    "errors": "coerce",
}
# What an appraiser calls them: the worksheet's terms, and those of the tables of an edition.
HEADED = ["宗地单价", "万元/亩", "楼面地价", "总价元", "总价万元", "偏离率", "提示", "状态", "原因"]
STATUSES = ["正常", "没有公布该区片的地价", "缺少数据", "数值必须大于零"]
WARNINGS = ["未给出估价期日；未作容积率修正", None, None, None]
REASONS = [None, "商服没有区片 Ⅲ-99：Ⅲ 级有 1 至 12 号区片", None, "面积为 0，应大于 0"]


def columns(made):
    """Return the columns of a table of any kind as lists, by their headings."""
    names = (
        made.column_names if hasattr(made, "column_names") else [*made.columns] if hasattr(made, "columns") else made
    )
    return {name: made[name].to_pylist() if hasattr(made[name], "to_pylist") else list(made[name]) for name in names}


def kinds():
    yield "list", list
    for library, of in (("numpy", "array"), ("pandas", "Series"), ("polars", "Series"), ("pyarrow", "array")):
        yield library, lambda values, library=library, of=of: getattr(pytest.importorskip(library), of)(values)


@pytest.mark.parametrize("kind", [name for name, _ in kinds()])
def test_a_table_in_chinese(kind):
    make = dict(kinds())[kind]
    given = {name: make(value) if isinstance(value, list) else value for name, value in GIVEN.items()}
    made = columns(dijia.appraise_batch(**given, dtype="decimal", language="zh"))
    assert [*made] == HEADED
    nothing = [None if value != value else value for value in made["提示"]]
    assert (nothing, made["状态"]) == (WARNINGS, STATUSES)
    assert [None if value != value else value for value in made["原因"]] == REASONS
    # The figures are those of the table in English.
    english = columns(dijia.appraise_batch(**given, dtype="decimal", language="en"))
    figures = ["unit_price", "wan_yuan_per_mu", "floor_price", "total_yuan", "total_wan_yuan", "deviation"]
    assert [made[head] for head in HEADED[:6]] == [english[name] for name in figures]
    assert english["status"] == ["ok", "NoSuchZoneError", "missing", "NotPositiveError"]
    assert english["reason"][1] == "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"


def test_without_a_language_the_environment_settles_the_reasons_alone():
    assert dijia.appraise_batch(**GIVEN) == dijia.appraise_batch(**GIVEN, language="en")
    with pytest.raises(ValueError, match="is not a valid Language"):
        dijia.appraise_batch(**GIVEN, language="fr")


def test_lookups_in_chinese():
    codes = ["Ⅲ-4", "Ⅲ-99", None]
    made = dijia.zone_prices(codes, "商服", errors="coerce", language="zh")
    assert made == {"元/㎡": [9138, None, None], "状态": STATUSES[:3], "原因": REASONS[:3]}
    cited = dijia.zone_prices(codes, "商服", column="citation", errors="coerce", language="zh")
    assert cited["出处"] == ["济政发〔2020〕12号 附件2 第15行", None, None]
    pd = pytest.importorskip("pandas")
    assert dijia.zone_prices(pd.Series(["Ⅲ-4"]), "商服", language="zh").name == "元/㎡"
    assert dijia.zone_prices(pytest.importorskip("polars").Series(["Ⅲ-4"]), "商服", language="zh").name == "元/㎡"


def test_frames_in_chinese():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"zone": ["Ⅲ-4", "Ⅲ-99"]}, index=["甲", "乙"])
    made = frame.dijia.price(zone="zone", land_use="商服", errors="coerce", language="zh")
    assert made["状态"].to_dict() == {"甲": "正常", "乙": "没有公布该区片的地价"}
    assert made[made["状态"] == "正常"]["宗地单价"].to_dict() == {"甲": 9138.0}
    assert isinstance(made["提示"].dtype, pd.CategoricalDtype)
    assert frame.dijia.zone_prices(zone="zone", land_use="商服", errors="coerce", language="zh")["元/㎡"]["甲"] == 9138
    prices, english = dijia.to_pandas(language="zh"), dijia.to_pandas()
    of_use = prices[prices["土地用途"] == "商服"]
    assert of_use["元/㎡"].tolist() == english[english["land_use"] == "commercial"]["per_square_metre"].tolist()


def test_every_column_has_a_heading_of_its_own():
    """Each figure that can be asked for, and what is beside it."""
    with pytest.raises(ValueError, match=r"^no column \"x\": there is ") as caught:
        dijia.appraise_batch(base_price=[1], columns=["x"])
    figures = [*re.sub("^.*there is ", "", str(caught.value)).split(", "), "status", "reason"]
    assert len(figures) == 17
    headed = [_headings.HEADINGS[name] for name in figures]
    assert len(set(headed)) == len(figures)
    with pytest.raises(ValueError, match=r"^no column \"x\": there is ") as caught:
        dijia.zone_prices(["Ⅲ-4"], "商服", column="x")
    assert {*re.sub("^.*there is ", "", str(caught.value)).split(", ")} <= _headings.HEADINGS.keys()


def classes(of):
    for made in of.__subclasses__():
        yield made
        yield from classes(made)


def test_every_status_is_said():
    """And every kind of error that the library has is a class."""
    kinds = {made.__name__ for made in classes(dijia.DijiaError) if made.__module__.startswith("dijia.")}
    kinds -= {"MisspellingError", "InvalidEditionError"}
    assert _headings.STATUSES.keys() == kinds | {"ok", "missing"}


@pytest.mark.parametrize("words", [_headings.STATUSES, _headings.WARNINGS], ids=["statuses", "warnings"])
def test_words_are_told_apart_and_written_anywhere(words):
    assert len(set(words.values())) == len(words)
    assert not any("；" in word for word in words.values())
    for word in [*words.values(), *_headings.HEADINGS.values()]:
        assert word.encode("gbk").decode("gbk") == word


def test_every_kind_of_warning_has_a_word(repository):
    source = (repository / "bindings/python/src/batch/figure.rs").read_text(encoding="utf-8")
    listed = re.search(r"const WARNINGS: \[&str; (\d+)\] = \[([^\]]*)\]", source)
    kinds = re.findall(r'"(\w+)"', listed[2])
    assert (len(kinds), {*kinds}) == (int(listed[1]), {*_headings.WARNINGS})
