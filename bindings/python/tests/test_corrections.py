"""Corrections as a document prints them: from levels, plot ratios, terms and dates to a price."""

import copy
import csv
import pickle
from decimal import Decimal
from pathlib import Path

import dijia
import pytest
from dijia import CorrectionKind, Edition, Grade, LandUse, RoundingPolicy

TABLES = Path(__file__).parents[3] / "crates/dijia-tables/tests"
TONGDAO = Edition.read(TABLES / "editions" / "tongdao-2026")
PRICES = (("一级", "≥1300"), ("二级", "900"))
ONE_PLACE = RoundingPolicy(unit_price_places=1)


def source(name):
    with (TABLES / "sources" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def parcel():
    """Return what a report says of a parcel: levels, and no coefficient."""
    levels = {row[0]: row[6] for row in source("tongdao-2026-factors.csv")}
    return {
        "land_use": "居住",
        "grade": "二级",
        "levels": levels | {"形状": "较优", "景观": "优", "朝向": "南"},
        "remaining_term": "63.97",
        "plot_ratio": "4.58",
        "valuation_date": "2026-06-03",
        "area": "19.02",
        "corrections": "published",
        "policy": ONE_PLACE,
        "edition": TONGDAO,
    }


def test_the_parcel_of_a_report_from_its_levels_alone():
    """It prints Ky 0.9950, Kv 1.4369, Kt 1.0285, ΣKi 2.4020 % and 1144.6."""
    appraised = dijia.appraise(**parcel())
    assert str(appraised.unit_price) == "1144.6"
    assert [str(it) for it in (appraised.term_coefficient, appraised.plot_ratio_coefficient)] == ["0.9950", "1.4369"]
    assert [str(it) for it in (appraised.date_coefficient, appraised.factor_sum)] == ["1.0285", "0.024020"]
    assert [type(it).__name__ for it in appraised.warnings] == ["LargeDeviation"]
    cited = {step.name: step.citation.chinese for step in appraised.steps if step.name and step.citation}
    assert cited["临近道路状况"] == "通政发〔2026〕1号 居住用地二级区域因素修正系数表 第3行"
    assert cited["面积"] == "通政发〔2026〕1号 面积修正系数表 第10行"
    (kv,) = [step for step in appraised.steps if step.kind is dijia.StepKind.PLOT_RATIO_COEFFICIENT]
    assert (kv.source, kv.citation.part) == (dijia.Source.DERIVED, "居住用地容积率修正系数表")
    assert "劣：<500" in str(appraised)
    for other in (copy.copy(appraised), pickle.loads(pickle.dumps(appraised))):
        assert other == appraised


def test_each_part_can_be_given():
    given = {"land_use": "居住", "grade": "二级", "corrections": "published", "edition": TONGDAO}
    # 710 × 1.4369 = 1020.199; × 0.98 of 19.02 ㎡ = 999.79502; 710 × 0.9 = 639.
    assert dijia.appraise(**given, plot_ratio="4.58").unit_price == Decimal("1020.20")
    assert dijia.appraise(**given, plot_ratio="4.58", area="19.02").unit_price == Decimal("999.80")
    assert dijia.appraise(**given, plot_ratio="4.58", plot_ratio_coefficient=1).unit_price == 710
    assert dijia.appraise(**given, term_coefficient="0.9").unit_price == 639
    # 1.01 of [1500,2000): 1030.40099.
    by_number = dijia.appraise(**given, plot_ratio="4.58", levels={"面积": Decimal("1999.99")})
    assert by_number.unit_price == Decimal("1030.40")
    missing = [it for it in by_number.warnings if isinstance(it, dijia.WithoutLevel)]
    assert [(it.count, it.first) for it in missing] == [(15, "距小区级商服中心距离")]


def test_what_is_not_printed_is_refused():
    given = {"land_use": "居住", "grade": "二级", "edition": TONGDAO}
    published = given | {"corrections": "published"}
    with pytest.raises(dijia.NoSuchFactorError) as refused:
        dijia.appraise(**published, levels={"地铁": "优"})
    assert (refused.value.name, refused.value.edition) == ("地铁", "tongdao-2026")
    with pytest.raises(dijia.NoSuchLevelError) as refused:
        dijia.appraise(**published, levels={"朝向": "上"})
    assert refused.value.levels == "南/东南/东/西南/东北/北/西/西北"
    assert refused.value.chinese == '朝向没有"上"这一优劣程度：有南/东南/东/西南/东北/北/西/西北'
    with pytest.raises(dijia.TakesNoPartError):
        dijia.appraise(**given, levels={"朝向": "南"})
    with pytest.raises(dijia.NotStatedError):
        dijia.appraise("商服", "Ⅲ-4", corrections="published")
    with pytest.raises(ValueError, match='"published" is expected'):
        dijia.appraise(**given, corrections="as published")
    with pytest.raises(TypeError):
        dijia.appraise(**published, levels={"面积": 1.5})


def test_tables_are_asked_directly():
    row = TONGDAO.correction_level("居住", Grade.II, "距汽车站距离", "较劣")
    assert (row.value, row.kind, row.level) == (Decimal("-0.003202"), CorrectionKind.FACTOR, "较劣")
    assert (row.land_use, row.grade, row.area, row.is_by_area) == (LandUse.RESIDENTIAL, Grade.II, None, False)
    assert row.citation.row == 2
    assert "较劣" in row._repr_html_()
    area = TONGDAO.correction_level("居住用地", "二级", "面积", 499)
    assert (area.level, area.condition, area.is_by_area) == ("劣", "<500", True)
    assert TONGDAO.plot_ratio_coefficient("居住", "二级", "4.58") == Decimal("1.4369")
    two = RoundingPolicy(coefficient_places=2)
    assert TONGDAO.plot_ratio_coefficient("居住", "二级", "4.58", policy=two) == Decimal("1.44")
    with pytest.raises(dijia.NotStatedError):
        TONGDAO.plot_ratio_coefficient("工矿", "二级", 2)
    # 41 plot ratios of five grades; 12 factors and the shapes of six uses at five levels, six areas at five, …
    rows = TONGDAO.corrections
    by_kind = {kind: sum(row.kind is kind for row in rows) for kind in CorrectionKind}
    assert by_kind[CorrectionKind.PLOT_RATIO] == 41 * 5
    assert by_kind[CorrectionKind.FACTOR] == 12 * 5
    assert by_kind[CorrectionKind.COEFFICIENT] == 6 * 5 + 6 * 5 + 5 + 8
    assert (by_kind[CorrectionKind.MONTHLY_GROWTH], by_kind[CorrectionKind.TERM]) == (1, 0)
    assert dijia.JINAN_2020.corrections == ()


def column_of(kind):
    """Return what makes a column of that kind, and what a batch is asked for to give decimals in it."""
    library, _, name = kind.rpartition(".")
    if not library:
        return list, {}
    return getattr(pytest.importorskip(library), name), {"dtype": "decimal"} if library == "pandas" else {}


@pytest.mark.parametrize("kind", ["list", "numpy.array", "pandas.Series"])
def test_columns_come_to_what_parcels_come_to(kind):
    """Rows that differ in one input alone, each of them: what is remembered of one is of no other."""
    as_column, exact = column_of(kind)
    base = {"grade": "二级", "plot_ratio": "4.58", "remaining_term": "63.97", "valuation_date": "2026-06-03"}
    base |= {"area": "19.02", "levels": {"朝向": "南", "形状": "较优", "距汽车站距离": "较劣"}}
    changed = [{}, {"plot_ratio": "2.3"}, {"remaining_term": "50"}, {"area": "2500"}]
    changed += [{"valuation_date": "2025-04-01"}, {"area": "499.99"}, {"area": "500"}]
    changed += [{"levels": base["levels"] | {name: level}} for name, level in (("朝向", "北"), ("形状", "劣"))]
    cases = [base | change for change in changed for _ in range(2)]
    columns = {name: as_column([case[name] for case in cases]) for name in base if name != "levels"}
    levels = {name: as_column([case["levels"][name] for case in cases]) for name in base["levels"]}
    given = {"land_use": "居住", "corrections": "published", "edition": TONGDAO}
    names = ["unit_price", "plot_ratio_coefficient", "factor_sum", "warnings", "total_yuan"]
    made = dijia.appraise_batch(**given, **columns, levels=levels, columns=names, **exact)
    for at, case in enumerate(cases):
        one = dijia.appraise(**given, **case)
        assert made["unit_price"][at] == one.unit_price
        assert made["plot_ratio_coefficient"][at] == one.plot_ratio_coefficient
        assert made["factor_sum"][at] == one.factor_sum
        assert made["total_yuan"][at] == one.total_yuan
        assert made["warnings"][at] == "; ".join(type(it).__name__ for it in one.warnings)


def test_what_a_row_does_not_say_is_missing():
    """The area says a level here, so that a row without one has no price; a level that is not there is not guessed."""
    given = {"land_use": "居住", "grade": "二级", "corrections": "published", "edition": TONGDAO}
    made = dijia.appraise_batch(**given, area=["19.02", None], columns=["unit_price"])
    assert made["unit_price"] == [Decimal("695.80"), None]
    made = dijia.appraise_batch(
        **given, levels={"朝向": ["南", None, "上", " "]}, columns=["unit_price"], errors="coerce"
    )
    assert made == {
        "unit_price": [Decimal("724.20"), None, None, None],
        "status": ["ok", "missing", "NoSuchLevelError", "missing"],
        "reason": [None, None, 'no level "上" of 朝向: it has 南/东南/东/西南/东北/北/西/西北', None],
    }
    with pytest.raises(dijia.NoSuchLevelError) as refused:
        dijia.appraise_batch(**given, levels={"朝向": ["南", "上"]})
    assert refused.value.row == 1
    # Without the switch an area changes no unit price.
    plain = {name: value for name, value in given.items() if name != "corrections"}
    assert dijia.appraise_batch(**plain, area=["19.02", None], columns=["unit_price"])["unit_price"] == [710, 710]


# 面积 of residential land: 劣 <500, 较劣 [500,1000), 一般 [1000,1500), 较优 [1500,2000), 优 ≥2000.
SIZES = {"499.99": "0.98", "500.00": "0.99", "1500.00": "1.01", "1999.99": "1.01", "2000.00": "1.02"}


@pytest.mark.parametrize(
    "kind",
    [
        "list",
        "list of str",
        "list of both",
        "float",
        "numpy float",
        "pandas",
        "pandas text",
        "polars",
        "arrow",
        "arrow int",
    ],
)
def test_numbers_find_the_level_in_whose_interval_they_are(kind):
    """Exactly, whatever kind of column they are in: at the bounds it is told by the last digit."""
    texts = [*SIZES]
    numbers = [Decimal(text) for text in texts]
    expected = [Decimal(710) * Decimal(value) for value in SIZES.values()]
    places = {}
    if kind == "list":
        column = numbers
    elif kind == "list of str":
        column = texts
    elif kind == "list of both":
        column = [numbers[0], 500, "1500.00", numbers[3], "优"]
    elif kind == "float":
        column, places = [float(text) for text in texts], {"places": {"levels": 2}}
    elif kind == "numpy float":
        column, places = pytest.importorskip("numpy").array(numbers, dtype=float), {"places": 2}
    elif kind == "pandas":
        column = pytest.importorskip("pandas").Series(numbers, dtype=object)
    elif kind == "pandas text":
        column = pytest.importorskip("pandas").Series(texts, dtype="string")
    elif kind == "polars":
        column = pytest.importorskip("polars").Series(numbers)
    else:
        pa = pytest.importorskip("pyarrow")
        whole = [499, 500, 1500, 1999, 2000]
        column = pa.array(numbers) if kind == "arrow" else pa.array(whole, pa.int16())
    given = {"land_use": "居住", "grade": "二级", "corrections": "published", "edition": TONGDAO}
    made = dijia.appraise_batch(**given, levels={"面积": column}, columns=["unit_price"], **places)
    prices = made["unit_price"]
    assert [Decimal(str(price)) for price in getattr(prices, "to_pylist", prices.__iter__)()] == expected


def test_numbers_that_are_no_level_are_errors_of_their_rows():
    given = {"land_use": "居住", "grade": "二级", "corrections": "published", "edition": TONGDAO, "errors": "coerce"}
    made = dijia.appraise_batch(**given, levels={"朝向": [1, None, Decimal("2.5")]}, columns=["unit_price"])
    assert made["status"] == ["NoSuchLevelError", "missing", "NoSuchLevelError"]
    assert made["reason"][2] == 'no level "2.5" of 朝向: it has 南/东南/东/西南/东北/北/西/西北'
    made = dijia.appraise_batch(**given, levels={"面积": [-1, 1e3, True]}, columns=["unit_price"])
    assert made["status"] == ["NoSuchLevelError", "CellTypeError", "CellTypeError"]
    assert made["reason"][1:] == [
        "levels['面积'] is a float, which is not the decimal it looks like: pass a str or a decimal.Decimal, or say "
        "how many places it was written with: dijia.decimals(value, 2), or places=2 in a batch",
        "levels['面积'] is a bool: pass a str, an int or a decimal.Decimal",
    ]
    floats = pytest.importorskip("numpy").array([499.99, float("nan")])
    made = dijia.appraise_batch(**given, levels={"面积": floats}, columns=["unit_price"])
    assert list(made["status"]) == ["CellTypeError", "missing"]


def test_a_data_frame_names_its_columns_of_levels():
    frame = pytest.importorskip("pandas").DataFrame({"级别": ["二级", "二级"], "朝向": ["南", "北"]})
    given = {"grade": "级别", "levels": {"朝向": "朝向"}, "corrections": "published"}
    made = frame.dijia.price(land_use="居住", **given, edition=TONGDAO)
    # 710 × 1.02 and 710 × 0.98.
    assert list(made["unit_price"]) == [724.2, 695.8]


def test_a_lower_bound_is_warned_of_in_every_way():
    tables = {
        "edition": {"city": "某市", "document_number": "某政发〔2024〕1号"},
        "annexes": [{"label": "级别价", "land_uses": "commercial", "prices": "grade", "file": "prices.csv"}],
        "prices": [{"grade": grade, "yuan_per_square_metre": price} for grade, price in PRICES],
    }
    edition = Edition.from_tables("city-2024", tables)
    one = dijia.appraise("商服", grade="一级", edition=edition)
    (warning,) = [it for it in one.warnings if isinstance(it, dijia.LowerBound)]
    assert (warning.printed, warning.chinese) == (1300, "基准地价公布为下限（≥1300）")
    many = dijia.appraise_batch(
        "商服", grade=["二级", "一级"] * 3, edition=edition, remaining_term=None, columns=["unit_price", "warnings"]
    )
    assert many["unit_price"] == [900, 1300] * 3
    assert many["warnings"] == ["NoValuationDate", "NoValuationDate; LowerBound"] * 3


@pytest.mark.parametrize("kind", ["list", "pandas.Series"])
def test_a_column_of_term_coefficients(kind):
    as_column, _ = column_of(kind)
    column = as_column(["0.9", "0.8"])
    made = dijia.appraise_batch("商服", "Ⅲ-4", term_coefficient=column, columns=["unit_price", "term_coefficient"])
    assert [Decimal(str(it)) for it in made["unit_price"]] == [Decimal("8224.2"), Decimal("7310.4")]
    assert [Decimal(str(it)) for it in made["term_coefficient"]] == [Decimal("0.9"), Decimal("0.8")]
    with pytest.raises(dijia.ConflictError):
        dijia.appraise_batch("商服", "Ⅲ-4", term_coefficient=column, remaining_term=30)


COSTS = {
    "edition": [
        {"key": "city", "value": "某市"},
        {"key": "document_number", "value": "某政发〔2024〕1号"},
        {"key": "base_date", "value": "2023-01-01"},
    ],
    "annexes": [{"number": "1", "land_uses": "commercial", "prices": "grade"}],
    "annex-1": [{"grade": "一级", "yuan_per_square_metre": "1000"}],
    "basis": [
        {"development_level": "通路、供电、通讯、供水、排水", "statutory_term": "40", "capitalization_rate": "6%"}
    ],
    "corrections": [
        {"kind": "unit costs", "file": "costs.csv", "between": "", "part": "附表9"},
        {"kind": "term", "file": "terms.csv", "between": "linear", "part": "附表8"},
    ],
    "costs": [{"services": "通气", "cost": "25"}, {"services": "排水", "cost": "18.5"}],
    "terms": [{"years": "30", "coefficient": "0.9232"}, {"years": "31", "coefficient": "0.9332"}],
}


CHAIN = {
    **{name: COSTS[name] for name in ("edition", "annexes", "annex-1", "basis")},
    "corrections": [
        {"kind": "index", "file": "index.csv", "series": "季度环比", "between": "row before", "part": "附表7"}
    ],
    "index": [
        {"date": "2022-12-31", "index": "100.6"},
        {"date": "2023-03-31", "index": "101.5"},
        {"date": "2023-06-30", "index": "99.2"},
    ],
}


def test_an_index_of_the_document_may_be_a_chain():
    edition = Edition.from_tables("some-city-2024", CHAIN)
    assert [row.index_period for row in edition.corrections] == [dijia.IndexPeriod.QUARTER] * 3
    assert {row.index_period for row in Edition.from_tables("some-city-2024", COSTS).corrections} == {None}
    given = {"grade": "Ⅰ", "corrections": "published", "edition": edition}
    # 1.015 × 0.992 = 1.00688
    priced = dijia.appraise("商服", **given, valuation_date="2023-06-30")
    assert (str(priced.date_coefficient), str(priced.unit_price)) == ("1.0069", "1006.90")
    dates = ["2023-01-01", "2023-04-01", "2023-06-30"]
    batch = dijia.appraise_batch("商服", **given, valuation_date=dates)
    assert [str(price) for price in batch["unit_price"]] == ["1000.00", "1015.00", "1006.90"]


def test_unit_costs_and_terms_between_rows_come_from_the_document():
    edition = Edition.from_tables("some-city-2024", COSTS)
    services = [(row.service, str(row.value)) for row in edition.corrections if row.kind is CorrectionKind.UNIT_COST]
    assert services == [(dijia.Service.DRAINAGE, "18.5"), (dijia.Service.GAS, "25")]
    given = {"remaining_term": "30.5", "site_development": "通路、供电、通讯、供水、供气", "corrections": "published"}
    # 0.9232 + 0.0100 × 0.5 = 0.9282; 25 for gas beyond the basis − 18.5 for drainage that lacks: 928.2 + 6.5 = 934.7
    priced = dijia.appraise("商服", grade="Ⅰ", **given, edition=edition)
    assert (str(priced.unit_price), str(priced.development_adjustment)) == ("934.70", "6.5")
    (step,) = [step for step in priced.steps if step.kind is dijia.StepKind.DEVELOPMENT_ADJUSTMENT]
    assert step.expression == "-18.5 [drainage] + 25 [gas]"
    made = dijia.appraise_batch("商服", grade=["Ⅰ", "一级"], **given, edition=edition)
    assert made["unit_price"] == [priced.unit_price] * 2
    levels = [given.pop("site_development"), "通路、供电、通讯、供水、排水"]
    made = dijia.appraise_batch("商服", grade=["Ⅰ", "Ⅰ"], site_development=levels, **given, edition=edition)
    assert [*map(str, made["unit_price"])] == ["934.70", "928.20"]
