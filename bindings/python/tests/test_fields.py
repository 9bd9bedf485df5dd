"""Each value in each of its parts: it cannot be changed, has nothing else, and two that differ in one part differ."""

import dataclasses
import datetime
from decimal import Decimal
from pathlib import Path

import dijia
import pytest
from dijia import (
    BetweenPoints,
    DateIndex,
    DevelopmentLevel,
    Grade,
    IndexPeriod,
    Input,
    PlotRatioTable,
    RoundingMode,
    RoundingPolicy,
    Service,
    Validity,
    ZoneCode,
)

ZONE = dijia.zone_price("商服", "Ⅲ-4")
GRADE = dijia.grade_price("住宅", "Ⅱ")
DOCUMENT = dijia.JINAN_2020.document
# Before the base date, not in force yet, and three years of forty; and what else there is to warn of.
TABLES = Path(__file__).parents[3] / "crates/dijia-tables/tests/editions"
TONGDAO = dijia.Edition.read(TABLES / "tongdao-2026")
BOUND = dijia.Edition.from_tables(
    "city-2024",
    {
        "edition": {"city": "某市", "document_number": "虚构〔2024〕1号"},
        "annexes": [{"number": 1, "land_uses": "商业", "prices": "grade"}],
        "annex-1": [{"grade": "一级", "商业": "≥1200"}],
    },
)
WARNED = [
    dijia.appraise("居住", grade="二级", corrections="published", edition=TONGDAO),
    dijia.appraise("商业", grade="一级", edition=BOUND),
    dijia.appraise("商服", "Ⅲ-4", valuation_date="2018-01-01", remaining_term="3"),
    dijia.appraise("商服", "Ⅲ-4", plot_ratio="4.5", factor_corrections={"区域": "0.4"}),
]
WARNINGS = {type(warning).__name__: warning for appraised in reversed(WARNED) for warning in appraised.warnings}

SAMPLES = [
    ZONE,
    ZONE.code,
    ZONE.citation,
    ZONE.basis,
    GRADE,
    DOCUMENT,
    dijia.JINAN_2020.annexes[0],
    dijia.JINAN_2020.places[0],
    dijia.JINAN_2020.statements[0],
    TONGDAO.correction_level("居住", "二级", "面积", "优"),
    dijia.ListedLandUse("工矿", "工矿", dijia.LandUse.INDUSTRIAL, None),
    dijia.ListedArea("甲区", "甲区"),
    dijia.ListedGrade("限制级", "限制级"),
    dijia.Difference(ZONE, ZONE, None),
    dijia.Fault("a.csv", 1, 1, "wrong", "错"),
    dijia.Origin(document="某政发〔2021〕9号", annex=5),
    DevelopmentLevel.parse("七通一平"),
    RoundingPolicy(),
    PlotRatioTable({"1.0": "0.8", "2.0": "1"}),
    DateIndex({"2020-01-01": 100}),
    WARNED[0].steps[1],
    Input("r", Decimal("0.064")),
    *WARNINGS.values(),
    dijia.AppraisalWarning("in English", "中文"),
]


def kind(value):
    return type(value).__name__


def test_every_dataclass_is_among_the_samples():
    public = (getattr(dijia, name) for name in dijia.__all__)
    dataclasses_ = {cls.__name__ for cls in public if isinstance(cls, type) and dataclasses.is_dataclass(cls)}
    assert dataclasses_ == set(map(kind, SAMPLES))


@pytest.mark.parametrize("value", SAMPLES, ids=kind)
def test_no_part_can_be_changed(value):
    for field in dataclasses.fields(value):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field.name, getattr(value, field.name))


@pytest.mark.parametrize("value", SAMPLES, ids=kind)
def test_there_is_no_room_for_anything_else(value):
    assert type(value).__dictoffset__ == 0
    with pytest.raises(AttributeError):
        object.__setattr__(value, "something_else", 1)


@pytest.mark.parametrize("value", SAMPLES, ids=kind)
def test_a_difference_in_one_part_is_a_difference(value):
    # Around the constructor, which need not take its parts as they are.
    names = [field.name for field in dataclasses.fields(value)]
    for changed in names:
        other = object.__new__(type(value))
        for name in names:
            object.__setattr__(other, name, object() if name == changed else getattr(value, name))
        assert other != value, changed


def test_only_codes_have_an_order():
    assert ZoneCode(Grade.II, 200) < ZoneCode(Grade.III, 1) < ZoneCode(Grade.III, 2)
    for value in SAMPLES:
        if not isinstance(value, ZoneCode):
            with pytest.raises(TypeError):
                value < value  # noqa: B015


@pytest.mark.parametrize("number", [1, 65535])
def test_a_zone_number_within_the_range(number):
    code = ZoneCode(Grade.III, number)
    assert (code.grade, code.number, str(code)) == (Grade.III, number, f"Ⅲ-{number}")
    assert ZoneCode.parse(str(code)) == code


@pytest.mark.parametrize("number", [0, 65536, -1])
def test_a_zone_number_outside_the_range(number):
    with pytest.raises(ValueError, match="a zone number") as raised:
        ZoneCode(Grade.III, number)
    assert str(raised.value) == f"a zone number is from 1 to 65535, not {number}"


def test_every_grade_of_a_code_is_read():
    assert [ZoneCode.parse(f"{grade}-7").grade for grade in Grade] == list(Grade)


@pytest.mark.parametrize(
    ("day", "validity"),
    [
        ("2020-10-07", Validity.NOT_YET_IN_FORCE),
        ("2020-10-08", Validity.IN_FORCE),
        ("2023-10-07", Validity.IN_FORCE),
        ("2023-10-08", Validity.EXPIRED),
    ],
)
def test_validity_to_the_day(day, validity):
    assert DOCUMENT.validity_on(day) is validity
    assert DOCUMENT.validity_on(datetime.date.fromisoformat(day)) is validity


def test_levels_service_by_service():
    for index, service in enumerate(Service):
        level = DevelopmentLevel([service])
        assert (level.bits, level.services) == (1 << index, (service,))
        assert [other for other in Service if other in level] == [service]
        assert DevelopmentLevel.parse(str(level)) == level
        assert DevelopmentLevel([service.english]) == DevelopmentLevel([service.chinese]) == level
    assert DevelopmentLevel().services == ()
    # One named twice is one.
    assert DevelopmentLevel([Service.GAS, Service.GAS]).bits == 1 << 5
    assert "gas" not in DevelopmentLevel([Service.GAS])
    assert 5 not in DevelopmentLevel([Service.GAS])


def test_names_of_levels():
    named = {name: dijia.JINAN_2020.development_level(name) for name in ("五通一平", "六通一平", "七通一平")}
    assert {name: level.name for name, level in named.items()} == {name: name for name in named}
    assert DevelopmentLevel([Service.ROAD]).name is None
    assert repr(DevelopmentLevel([Service.ROAD, Service.POWER])) == "DevelopmentLevel.parse('road+power')"


def test_citations():
    citation = ZONE.citation
    assert str(citation) == citation.chinese == "济政发〔2020〕12号 附件2 第15行"
    assert citation.english == "济政发〔2020〕12号, annex 2, row 15"
    assert repr(citation) == "<Citation 济政发〔2020〕12号 附件2 第15行>"


def test_prices_say_what_they_are():
    assert repr(ZONE) == "<ZonePrice 商服 Ⅲ-4: 9138 元/㎡, 济政发〔2020〕12号 附件2 第15行>"
    assert repr(GRADE) == "<GradePrice 住宅 Ⅱ级: 12008 元/㎡, 济政发〔2020〕12号 附件1 第2行>"


def test_policies_that_have_names():
    assert RoundingPolicy(4, 2, 2, RoundingMode.HALF_UP) == RoundingPolicy.ROUNDED_COEFFICIENTS
    assert RoundingPolicy(None, 2, 2, RoundingMode.HALF_UP) == RoundingPolicy.UNROUNDED_COEFFICIENTS
    assert RoundingPolicy() == RoundingPolicy.ROUNDED_COEFFICIENTS
    for places in ("coefficient_places", "unit_price_places", "amount_places"):
        with pytest.raises(dijia.TooManyPlacesError) as raised:
            RoundingPolicy(**{places: 99})
        assert str(raised.value) == "99 places are asked for, at most 12 are taken"


def test_tables_from_pairs_and_from_mappings():
    rows = (("1.0", "0.8"), ("2.0", "1"))
    table = PlotRatioTable(dict(rows))
    assert (table.rows, table.open_below, table.open_above) == (rows, False, False)
    assert table == PlotRatioTable(iter(rows)) == PlotRatioTable(list(map(list, rows)))
    opened = PlotRatioTable(rows, open_below=True), PlotRatioTable(rows, open_above=True)
    assert [(table.open_below, table.open_above) for table in opened] == [(True, False), (False, True)]


def test_indices_from_pairs_and_from_mappings():
    points = (("2020-01-01", 100), ("2021-01-01", 104))
    index = DateIndex(dict(points))
    assert (index.points, index.between) == (points, BetweenPoints.LAST_BEFORE)
    assert index == DateIndex(iter(points))
    assert DateIndex(points, "linear by days").between is BetweenPoints.LINEAR_BY_DAYS
    assert index.period is None


def test_indices_that_are_chains():
    points = (("2020-03-31", "100.6"), ("2020-06-30", "101.2"))
    chain = DateIndex.chain(dict(points), "quarter")
    assert (chain.points, chain.between, chain.period) == (points, BetweenPoints.LAST_BEFORE, IndexPeriod.QUARTER)
    linear = DateIndex.chain(points, IndexPeriod.QUARTER, "linear by days")
    assert linear == DateIndex(points, BetweenPoints.LINEAR_BY_DAYS, "quarter") != chain != DateIndex(points)
    names = [(period.english, period.chinese) for period in IndexPeriod]
    assert names == [("month", "月度"), ("quarter", "季度"), ("half-year", "半年度"), ("year", "年度")]
    with pytest.raises(ValueError, match=r"^'week' is not a valid IndexPeriod$"):
        DateIndex.chain(points, "week")


def test_warnings_say_both():
    for warning in WARNINGS.values():
        assert str(warning) == warning.english != warning.chinese
    # (1693.27 − 9138) / 9138
    assert "宗地单价偏离基准地价 -81.47%，超过 30%" in WARNINGS["LargeDeviation"].chinese
    validity, base_date = WARNINGS["OutsideValidity"], WARNINGS["BeforeBaseDate"]
    assert validity.chinese == "估价期日 2018-01-01 不在基准地价有效期内（2020-10-08 至 2023-10-07）：尚未施行"
    assert base_date.chinese == "估价期日 2018-01-01 早于基准日 2019-01-01"
    assert (validity.first_day, validity.last_day) == (DOCUMENT.first_day_in_force, DOCUMENT.last_day_in_force)
    assert (validity.validity, base_date.base_date) == (Validity.NOT_YET_IN_FORCE, ZONE.basis.base_date)
