"""A price stays what it was: nothing of the caller's that may change is kept."""

import copy
import pickle
from decimal import Decimal

import dijia
import pytest

try:
    import numpy as np
except ImportError:
    np = None


class Changing:
    """A whole number of a class of one's own, which can be another one later."""

    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


def pairs_of(rows):
    """The same rows in each of the forms in which they may be given, with what changes them."""
    mapping = dict(rows)
    yield mapping, mapping.clear
    pairs = list(rows)
    yield pairs, pairs.clear
    lists = [list(row) for row in rows]

    def change():
        for row in lists:
            row[1] = "0.5"

    yield lists, change
    yield (row for row in rows), lambda: None


def numbers_of(number):
    changing = Changing(number)
    yield changing, lambda: setattr(changing, "number", number + 1)
    if np is not None:
        array = np.array(number)
        yield array, lambda: array.fill(number + 1)


def given():
    tables = {
        "coefficients": [("面积", "0.98"), ("形状", 1)],
        "factor_corrections": [("区域", "2.4%")],
        "plot_ratio_table": [("1.0", "0.9"), ("3.0", "1.1")],
        "date_index": [("2019-01-01", "100"), ("2022-01-01", "105")],
        "unit_costs": [("供热", "30"), ("通气", "20")],
    }
    for name, rows in tables.items():
        for value, change in pairs_of(rows):
            yield name, value, change
    for name, kind in (("plot_ratio_table", dijia.PlotRatioTable), ("date_index", dijia.DateIndex)):
        for value, change in pairs_of(tables[name]):
            yield name, kind(value), change
    services = [dijia.Service.ROAD, dijia.Service.POWER]
    yield "site_development", services, services.clear
    yield "site_development", iter([dijia.Service.ROAD]), lambda: None
    for name in ("area", "remaining_term", "plot_ratio", "base_price", "development_adjustment"):
        for value, change in numbers_of(30):
            yield name, value, change
    for value, change in numbers_of(1):
        yield "coefficients", {"面积": value}, change
        yield "plot_ratio_table", [("2.0", value), ("3.0", 9)], change
        yield "plot_ratio_table", dijia.PlotRatioTable([("2.0", value), ("3.0", 9)]), change


NEEDED = {
    "plot_ratio_table": {"plot_ratio": "2.0"},
    "date_index": {"valuation_date": "2021-06-01"},
    "unit_costs": {"site_development": "七通一平"},
    "site_development": {"unit_costs": dict.fromkeys(dijia.Service, 1)},
}


@pytest.mark.parametrize(
    ("name", "value", "change"), [pytest.param(*case, id=f"{place} {case[0]}") for place, case in enumerate(given())]
)
def test_a_price_stays_what_it_was(name, value, change):
    start = {} if name == "base_price" else {"land_use": "商服", "zone": "Ⅲ-4"}
    appraised = dijia.appraise(**start, **{name: value}, **NEEDED.get(name, {}))
    price, sheet = appraised.unit_price, appraised.worksheet()
    assert price > 0
    change()
    for again in (
        appraised,
        copy.copy(appraised),
        copy.deepcopy(appraised),
        pickle.loads(pickle.dumps(appraised)),
    ):
        assert (again.unit_price, again.worksheet()) == (price, sheet)
        assert again == appraised


def test_a_mixed_price_stays_what_it_was():
    shares = [[dijia.appraise("商服", "Ⅲ-4"), Changing(1)]]
    area = Changing(10)
    mixed = dijia.mixed_use(shares, area=area)
    shares[0][1].number, area.number = 2, 20
    shares.clear()
    assert pickle.loads(pickle.dumps(mixed)).total_yuan == mixed.total_yuan == Decimal("91380.00")


def test_a_mapping_is_not_kept():
    mapping = {"0501": "商服"}
    appraised = dijia.appraise("0501", "Ⅲ-4", mapping=mapping)
    mapping["0501"] = "住宅"
    assert pickle.loads(pickle.dumps(appraised)).unit_price == appraised.unit_price == Decimal("9138.00")


def test_a_batch_leaves_what_it_is_given_as_it_is():
    coefficients = {"面积": ["0.98"], "形状": 1}
    values = [33.57, None]
    dijia.appraise_batch("商服", ["Ⅲ-4"], coefficients=coefficients)
    dijia.appraise_batch("商服", ["Ⅲ-4"] * 2, remaining_term=values, places=2)
    assert coefficients == {"面积": ["0.98"], "形状": 1}
    assert values == [33.57, None]
    pytest.importorskip("pandas")
    table = dijia.to_pandas()
    table.loc[0, "per_square_metre"] = 0
    assert dijia.to_pandas().loc[0, "per_square_metre"] == float(dijia.JINAN_2020.zone_prices[0].per_square_metre)


@pytest.mark.parametrize(
    ("name", "kind"), [("policy", "RoundingPolicy"), ("edition", "Edition"), ("basis", "Basis")], ids=str
)
def test_what_looks_like_a_policy_an_edition_or_a_basis_is_none(name, kind):
    class Alike:
        coefficient_places, unit_price_places, amount_places = 4, 2, 2
        mode = dijia.RoundingMode.HALF_UP
        area, land_use, _place = dijia.Area.CENTRAL_URBAN, dijia.LandUse.COMMERCIAL, 0

    article = "an" if kind == "Edition" else "a"
    for call in (dijia.appraise, dijia.appraise_batch):
        with pytest.raises(TypeError) as caught:
            call(base_price=1 if call is dijia.appraise else [1], **{name: Alike()})
        assert str(caught.value) == f"{name} is an Alike: pass {article} {kind}"
        if name != "basis":
            with pytest.raises(TypeError, match=f"{name} is a NoneType: pass {article} {kind}"):
                call(base_price=1 if call is dijia.appraise else [1], **{name: None})
