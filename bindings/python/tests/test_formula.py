"""A document whose formula adds Kf to the benchmark price before the other corrections."""

from decimal import Decimal

import dijia
import pytest
from dijia import Edition, Editions
from vectors import FOLDER

EDITION = Edition.read(FOLDER / "editions" / "lanting-2027.dijia")
SHOP = {"land_use": "商服", "grade": "Ⅱ", "edition": EDITION, "corrections": "published"}


def test_kf_is_corrected_with_the_price():
    assert EDITION.formula == "(P + Kf) × (1 + ΣKi) × Kv × Ky × Kt × Kj"
    # (2730 + 38.5) × 1.27 = 3515.995
    priced = dijia.appraise(**SHOP, plot_ratio="2.2", development_adjustment="38.5")
    assert (str(priced.unit_price), str(priced.development_adjustment)) == ("3516.00", "38.5")
    assert priced.steps[-4].expression == "(2730 + 38.5) × 1.27"


def columns():
    adjustments = ["38.5", "-38.5", "0", "-2729.99", "-2730", "-2731", "1000"]
    ratios = ["2.2", "1", "1.5", "0.5", "2", "3.5", "6"]
    return {"development_adjustment": [*map(Decimal, adjustments)], "plot_ratio": [*map(Decimal, ratios)]}


def test_rows_are_priced_as_parcels_are():
    given = columns()
    figures = ["unit_price", "development_adjustment", "deviation"]
    made = dijia.appraise_batch(**SHOP, **given, errors="coerce", columns=figures)
    for place, row in enumerate(zip(*given.values(), strict=True)):
        parcel = SHOP | dict(zip(given, row, strict=True))
        try:
            priced = dijia.appraise(**parcel)
        except dijia.ResultNotPositiveError:
            assert made["unit_price"][place] is None
            assert made["status"][place] == "ResultNotPositiveError"
            continue
        for figure in figures:
            assert made[figure][place] == getattr(priced, figure)
    assert sum(price is None for price in made["unit_price"]) == 2


@pytest.mark.parametrize("site", ["通路", "通路、通电、通讯、供水、排水、通气、场地平整"])
def test_what_follows_from_unit_costs_is_added_first(site):
    priced = dijia.appraise(**SHOP, site_development=site, plot_ratio="5.5")
    made = dijia.appraise_batch(**SHOP, site_development=[site, site], plot_ratio="5.5")
    assert made["unit_price"] == [priced.unit_price] * 2
    # As much as P and Kf times 1.44.
    assert priced.unit_price == (2730 + priced.development_adjustment) * Decimal("1.44")


def test_each_row_by_the_formula_of_its_edition():
    jinan = dijia.edition("jinan-2020")
    editions = Editions([EDITION, jinan])
    given = {"land_use": "商服", "grade": "Ⅱ", "plot_ratio_coefficient": "1.1"}
    rows = {
        "city": ["兰亭市", "济南市"],
        "valuation_date": ["2027-06-01", "2021-06-01"],
        "development_adjustment": [Decimal(100), Decimal(100)],
    }
    made = dijia.appraise_batch(editions=editions, **given, **rows)
    each = [
        dijia.appraise(editions=editions, **given, **dict(zip(rows, row, strict=True)))
        for row in zip(*rows.values(), strict=True)
    ]
    assert made["unit_price"] == [priced.unit_price for priced in each]
    own, method = (of.grade_price("商服", "Ⅱ").per_square_metre for of in (EDITION, jinan))
    assert made["unit_price"] == [(own + 100) * Decimal("1.1"), method * Decimal("1.1") + 100]
