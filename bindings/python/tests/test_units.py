"""Every conversion between units: what it does where nothing else is asked for, and each argument that it has."""

from decimal import Decimal

import dijia
import pytest
from dijia import RoundingMode

# Each comes to 0.125 exactly, which is a tie at two places.
TIES = {
    "round_decimal": ("0.125", 2),
    # 1.875 / 15
    "wan_yuan_per_mu": ("1.875",),
    # 0.25 / 2
    "floor_price": ("0.25", "2"),
    # 0.0001875 × 2000/3
    "square_metres": ("0.0001875",),
    # 0.125 × 1
    "total_yuan": ("0.125", "1"),
    # 1250 × 1 / 10000
    "total_wan_yuan": ("1250", "1"),
}


@pytest.mark.parametrize("name", TIES)
def test_two_places_and_half_up_unless_asked(name):
    assert str(getattr(dijia, name)(*TIES[name])) == "0.13"


@pytest.mark.parametrize("name", TIES)
def test_each_mode(name):
    convert, arguments = getattr(dijia, name), TIES[name]
    assert str(convert(*arguments, mode=RoundingMode.HALF_UP)) == "0.13"
    assert str(convert(*arguments, mode=RoundingMode.HALF_EVEN)) == "0.12"


@pytest.mark.parametrize("name", [name for name in TIES if name != "round_decimal"])
def test_as_many_places_as_asked(name):
    convert, arguments = getattr(dijia, name), TIES[name]
    assert [str(convert(*arguments, places=places)) for places in (0, 1, 3, 4)] == ["0", "0.1", "0.125", "0.1250"]


def test_what_is_exact_has_no_places():
    # 609.2 × 15, 4569 × 2.0, 1000 × 3/2000
    assert dijia.yuan_per_square_metre("609.2") == Decimal(9138)
    assert dijia.land_price(4569, "2.0") == Decimal(9138)
    assert dijia.mu(1000) == Decimal("1.5")
