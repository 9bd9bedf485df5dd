"""An input that would take no part is an error that names it."""

import dijia
import pytest

IDLE = [
    (
        {"land_use": "胡说", "base_price": 710},
        "land_use takes no part beside base_price: leave it out, or give a zone ",
    ),
    (
        {"land_use": "商服", "base_price": 710},
        "land_use takes no part beside base_price: leave it out, or give a zone ",
    ),
    (
        {"mapping": {"a": "商服"}, "base_price": 710},
        "mapping takes no part beside base_price: leave it out, or give a ",
    ),
    (
        {"land_use": "商服", "zone": "Ⅲ-4", "base_price": 1},
        "exactly one of zone, grade and base_price is expected, not ",
    ),
    (
        {"grade": "Ⅲ", "base_price": 1},
        "exactly one of zone, grade and base_price is expected, not grade and base_price",
    ),
    (
        {"land_use": "商服", "zone": "Ⅲ-4", "grade": "Ⅲ"},
        "exactly one of zone, grade and base_price is expected, not zone",
    ),
    ({"zone": "Ⅲ-4", "mapping": {"a": "商服"}}, "mapping takes no part without land_use"),
]


@pytest.mark.parametrize(("given", "message"), IDLE, ids=["+".join(given) for given, _ in IDLE])
def test_what_would_take_no_part_is_refused_by_name(given, message):
    with pytest.raises(TypeError) as caught:
        dijia.appraise(**given)
    assert str(caught.value).startswith(message)
    # In a batch, whichever of them is a column, and of whatever length.
    for name in given.keys() - {"mapping"}:
        with pytest.raises(TypeError) as caught:
            dijia.appraise_batch(**given | {name: [given[name]] * 3}, area=[1, 2])
        assert str(caught.value).startswith(message)


def test_places_of_what_is_not_given_are_refused():
    with pytest.raises(ValueError, match="places has 'remaining_terms', which is no argument given"):
        dijia.appraise_batch(
            "商服", ["Ⅲ-4"], remaining_term=[33.57], places={"remaining_term": 2, "remaining_terms": 2}
        )


def test_a_name_given_twice_is_never_one_of_the_two():
    pairs = [("面积", "0.9"), ("面积", "0.5")]
    for name in ("coefficients", "factor_corrections"):
        with pytest.raises(dijia.NamedTwiceError):
            dijia.appraise("商服", "Ⅲ-4", **{name: pairs})
        with pytest.raises(TypeError, match=f"{name} is a list: pass a mapping of names to values or columns"):
            dijia.appraise_batch("商服", ["Ⅲ-4"], **{name: pairs})


def test_a_column_asked_for_twice_is_refused():
    with pytest.raises(ValueError, match="columns has 'unit_price' twice"):
        dijia.appraise_batch("商服", ["Ⅲ-4"], columns=["unit_price", "deviation", "unit_price"])
