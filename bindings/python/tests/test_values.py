import copy
import pickle
from decimal import Decimal

import dijia
import pytest
from dijia import DateIndex, DevelopmentLevel, Grade, LandUse, PlotRatioTable, RoundingPolicy, Service, ZoneCode

APPRAISED = dijia.appraise(
    "商服", "Ⅲ-4", valuation_date="2024-01-01", expiry_date="2060-01-01", coefficients={"面积": "0.98"}, area=1000
)
VALUES = [
    LandUse.COMMERCIAL,
    Grade.IX,
    ZoneCode(Grade.III, 4),
    dijia.zone_price("商服", "Ⅲ-4"),
    dijia.grade_price("住宅", "Ⅱ"),
    dijia.basis("township", "工业"),
    dijia.JINAN_2020.document,
    dijia.JINAN_2020.annexes[4],
    dijia.JINAN_2020,
    DevelopmentLevel.parse("七通一平"),
    RoundingPolicy(mode=dijia.RoundingMode.HALF_EVEN),
    PlotRatioTable({"1.0": "0.8", "2.0": "1"}, open_above=True),
    DateIndex({"2020-01-01": 100}, dijia.BetweenPoints.LINEAR_BY_DAYS),
    DateIndex.chain({"2020-01-01": 100}, "half-year", "linear by days"),
    APPRAISED,
    APPRAISED.warnings[0],
    APPRAISED.steps[1],
    dijia.mixed_use([(APPRAISED, 1)], area=5),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_are_values(value):
    for made in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert made == value
        assert hash(made) == hash(value)
        assert repr(made) == repr(value)
    assert value != object()
    assert " object at 0x" not in repr(value)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_words_are_single(protocol):
    assert pickle.loads(pickle.dumps(LandUse.INDUSTRIAL, protocol)) is LandUse.INDUSTRIAL
    assert copy.deepcopy(Service.GAS) is Service.GAS


def test_order():
    assert sorted(Grade) == list(Grade)
    assert Grade.I < Grade.II <= Grade.II < Grade.IX
    assert ZoneCode(Grade.II, 9) < ZoneCode(Grade.III, 1)
    with pytest.raises(TypeError):
        Grade.I < LandUse.COMMERCIAL  # noqa: B015


def test_repr():
    assert repr(ZoneCode(Grade.III, 4)) == "ZoneCode(Grade.III, 4)"
    assert str(ZoneCode(Grade.XVIII, 65535)) == "XVIII-65535"
    assert ZoneCode.parse("十八级―065535区片") == ZoneCode(Grade.XVIII, 65535)
    assert ZoneCode.parse("Ⅲ-260") != ZoneCode(Grade.III, 4)
    assert repr(APPRAISED) == f"<Appraised {APPRAISED.unit_price} 元/㎡ from 商服 Ⅲ-4>"
    assert f"{Grade.III}" == "Ⅲ"


def test_frozen():
    with pytest.raises(AttributeError):
        dijia.zone_price("商服", "Ⅲ-4").per_square_metre = Decimal(1)
    with pytest.raises(AttributeError):
        APPRAISED.unit_price = Decimal(1)


def test_different_inputs_differ():
    assert dijia.appraise(base_price=100) != dijia.appraise(base_price=100, area=1)
    assert dijia.appraise(base_price=100) == dijia.appraise(base_price="100")
    # The same figures of another zone are another appraisal.
    assert dijia.appraise("商服", "Ⅲ-4") != dijia.appraise(base_price=9138)


def test_levels():
    assert DevelopmentLevel.parse("五通一平") == DevelopmentLevel(
        ["road", "power", Service.TELECOM, "water supply", "排水", "levelling"]
    )
    assert str(DevelopmentLevel()) == "none"
    for number in (0, 65536):
        with pytest.raises(ValueError, match=f"^a zone number is from 1 to 65535, not {number}$"):
            ZoneCode(Grade.I, number)
