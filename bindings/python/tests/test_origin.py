"""Where a price of one's own is from: the worksheet prints it, and a batch has it in a column."""

import copy
import dataclasses
import pickle
from decimal import Decimal

import dijia
import pytest
from dijia import Area, Grade, LandUse, Origin, ZoneCode

# Every field has another value.
WHOLE = {
    "document": "某政发〔2021〕9号",
    "annex": 5,
    "row": 3,
    "area": Area.TOWNSHIP,
    "land_use": LandUse.PUBLIC_SERVICE,
    "grade": Grade.IV,
    "zone": ZoneCode.parse("Ⅱ-7"),
}
CHINESE = "建制镇 公共管理与公共服务用地 Ⅳ级 Ⅱ-7 区片 某政发〔2021〕9号 附件5 第3行"
ENGLISH = "建制镇 公共管理与公共服务 grade Ⅳ zone Ⅱ-7, 某政发〔2021〕9号, annex 5, row 3"


def test_what_an_origin_says():
    whole = Origin(**WHOLE)
    assert (str(whole), whole.chinese, whole.english) == (CHINESE, CHINESE, ENGLISH)
    names = ("某政发〔2021〕9号", "5", 3, "建制镇", "公共管理与公共服务", "Ⅳ", "Ⅱ-7")
    assert tuple(getattr(whole, name) for name in WHOLE) == names
    assert whole == Origin(**dict(zip(WHOLE, names, strict=True)))
    for name in WHOLE:
        assert whole != Origin(**{key: value for key, value in WHOLE.items() if key != name})
    for same in (copy.deepcopy(whole), pickle.loads(pickle.dumps(whole))):
        assert same == whole
        assert hash(same) == hash(whole)
    assert dataclasses.replace(whole, row=4) == Origin(**WHOLE | {"row": 4})
    listed = dijia.ListedLandUse("工矿", "mining", None, None)
    assert str(Origin(land_use=listed, annex="表1-1")) == "工矿用地 表1-1"
    assert Origin(row=2).english == "row 2"
    with pytest.raises(AttributeError):
        whole.row = 4


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({}, ValueError, "an origin that says nothing is none: leave it out"),
        ({"row": 0}, ValueError, "row is 0: rows are counted from 1"),
        ({"row": 1 << 32}, ValueError, "row is 4294967296: rows are counted from 1"),
        ({"row": "3"}, TypeError, "row is a str: pass an int"),
        ({"row": True}, TypeError, "row is a bool: pass an int"),
        ({"annex": True}, TypeError, "annex is a bool: pass a str"),
        ({"zone": 5}, TypeError, "zone is an int: pass a str"),
        ({"document": " "}, ValueError, "document is empty: leave it out"),
    ],
    ids=str,
)
def test_what_says_nothing_or_is_no_name(given, error, message):
    with pytest.raises(error) as caught:
        Origin(**given)
    assert str(caught.value) == message


def test_the_worksheet_prints_it():
    origin = Origin(**WHOLE)
    plain, told = (dijia.appraise(base_price=710, area=20, origin=given) for given in (None, origin))
    assert (told.unit_price, told.total_yuan) == (plain.unit_price, plain.total_yuan) == (710, 14200)
    _, line, *_ = str(told).splitlines()
    assert line == "基准地价  建制镇 公共管理与公共服务用地 Ⅳ级 Ⅱ-7 区片，某政发〔2021〕9号 附件5 第3行"
    assert f"benchmark price  {ENGLISH}" in told.worksheet("English")
    assert told.origin == origin
    assert plain.origin is None
    assert told != plain
    assert told.to_dict()["base_price"] == {"own": Decimal(710), "origin": CHINESE}
    assert plain.to_dict()["base_price"] == {"own": Decimal(710)}
    for same in (copy.deepcopy(told), pickle.loads(pickle.dumps(told))):
        assert (same, str(same)) == (told, str(told))
    # In a mixed use as well.
    assert CHINESE.replace(" 某", "，某") in str(dijia.mixed_use([(told, 1)]).shares[0][0])


def test_a_batch_has_it_in_a_column():
    origin = Origin(**WHOLE)
    for policy in (dijia.RoundingPolicy.ROUNDED_COEFFICIENTS, dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS):
        given = {"base_price": ["710", None, "x"], "origin": origin, "policy": policy, "errors": "coerce"}
        made = dijia.appraise_batch(**given, capitalization_rate="6%", statutory_term=40, remaining_term=40)
        assert made["unit_price"] == [710, None, None]
        assert made["origin"] == [CHINESE, None, None]
        assert "origin" not in dijia.appraise_batch(base_price=["710"])
    assert dijia.appraise_batch(base_price=["710"], columns=["origin"]) == {"origin": [None]}
    frame = pytest.importorskip("pandas").DataFrame({"price": ["710", "720"]})
    assert [*frame.dijia.price(base_price="price", origin=origin)["origin"]] == [CHINESE] * 2


def test_a_published_price_says_itself_where_it_is_from():
    origin = Origin(document="某政发〔2021〕9号")
    for start in ({"zone": "Ⅲ-4"}, {"grade": "Ⅲ"}):
        with pytest.raises(dijia.TakesNoPartError, match="the origin of the price takes no part"):
            dijia.appraise("商服", **start, origin=origin)
        with pytest.raises(dijia.TakesNoPartError, match="the origin of the price takes no part"):
            dijia.appraise_batch(["商服"], **start, origin=origin, errors="coerce")
    with pytest.raises(TypeError, match="origin is a str: pass an Origin"):
        dijia.appraise(base_price=710, origin="某政发〔2021〕9号")
