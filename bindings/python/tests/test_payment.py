"""What is to be paid for a parcel."""

import copy
import pickle
from decimal import Decimal

import dijia
import pytest


def test_what_is_paid_follows_from_an_appraisal() -> None:
    shops, flats = (dijia.appraise(use, "Ⅲ-4") for use in ["商服", "住宅"])
    mixed = dijia.mixed_use([(shops, "0.3"), (flats, "0.7")])
    # 10540.80 - 9138 = 1402.80
    assert dijia.payment(mixed, original_price=shops).difference == Decimal("1402.80")
    with pytest.raises(dijia.NotPositiveError) as refused:
        dijia.payment(shops, original_price=flats)
    assert refused.value.english == "the price difference is -2004.00, and must be positive"
    assert refused.value.chinese == "地价差额为 -2004.00，应大于 0"
    assert refused.value.quantity is dijia.Quantity.PRICE_DIFFERENCE


def test_a_payment_is_a_value() -> None:
    paid = dijia.payment("1144.60", payment_ratio="40%", minimum_price=710, minimum_ratio="70%", area=2)
    for other in [pickle.loads(pickle.dumps(paid)), copy.deepcopy(paid)]:
        assert other == paid
        assert hash(other) == hash(paid)
        assert other.to_dict() == paid.to_dict()
    given = {"payment_ratio": "40%", "minimum_price": 710, "minimum_ratio": "70%", "area": 2}
    assert dijia.payment("1144.6", **given) == paid
    for changed in [{"payment_ratio": "50%"}, {"minimum_price": 711}, {"minimum_ratio": "71%"}, {"area": 3}]:
        assert dijia.payment("1144.60", **(given | changed)) != paid
    assert dijia.payment("1144.60", **given, per_floor_area=True) != paid
    assert dijia.payment("1144.60", **given, original_price=1) != paid
    assert paid != paid.unit_payment
    assert repr(paid) == "<Payment 497.00 元/㎡>"


def test_everything_as_plain_values() -> None:
    paid = dijia.payment("1144.60", original_price=710, payment_ratio="40%", area=1000)
    assert paid.to_dict() == {
        "unit_price": Decimal("1144.60"),
        "original_price": Decimal(710),
        "difference": Decimal("434.60"),
        "payment_ratio": Decimal("0.40"),
        "minimum_price": None,
        "minimum_ratio": None,
        "minimum": None,
        "unit_payment": Decimal("173.84"),
        "is_minimum": False,
        "area": Decimal(1000),
        "total_yuan": Decimal("173840.00"),
        "total_wan_yuan": Decimal("17.38"),
        "policy": {"coefficient_places": 4, "unit_price_places": 2, "amount_places": 2, "mode": "half up"},
    }
    assert str(paid) == paid.worksheet("Chinese") == paid.worksheet()
    assert paid.worksheet(layout="markdown") == paid._repr_markdown_()
    assert "<td>补缴" not in paid._repr_html_()
    assert "<caption>补缴地价款计算表</caption>" in paid._repr_html_()


@pytest.mark.parametrize("name", ["original_price", "payment_ratio", "minimum_price", "minimum_ratio", "area"])
def test_a_float_is_refused_by_its_name(name: str) -> None:
    given = {"minimum_price": 1} if name == "minimum_ratio" else {}
    with pytest.raises(TypeError, match=name):
        dijia.payment(2, **given, **{name: 0.5})


def test_a_float_price_is_refused() -> None:
    with pytest.raises(TypeError, match="price"):
        dijia.payment(1144.6)
