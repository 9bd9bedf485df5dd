"""The vectors that all languages share, as far as they can be asked of this one."""

import csv
from decimal import Decimal

import dijia
import pytest
from dijia import RoundingMode, RoundingPolicy

MODES = {"half-up": RoundingMode.HALF_UP, "half-even": RoundingMode.HALF_EVEN}


def rows(repository, name):
    with (repository / "conformance" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def test_term_coefficient(repository):
    count = 0
    for row in rows(repository, "term_coefficient.tsv"):
        places = int(row["places"])
        if places > 12 or Decimal(row["statutory"]) > 100 or Decimal(row["coefficient"]) == 0:
            continue
        if -Decimal(row["rate"]).normalize().as_tuple().exponent > 6:
            continue
        appraised = dijia.appraise(
            base_price=10**9,
            capitalization_rate=row["rate"],
            statutory_term=row["statutory"],
            remaining_term=row["remaining"],
            policy=RoundingPolicy(places, 12, 2, MODES[row["mode"]]),
        )
        assert format(appraised.steps[1].value, "f") == row["coefficient"], row
        count += 1
    assert count > 1000


def test_term_coefficient_grid_in_a_batch(repository):
    count = 0
    for row in rows(repository, "term_coefficient_grid.tsv"):
        expected = [Decimal(value) for value in row["coefficients"].split()]
        first = Decimal(row["first_remaining"])
        terms = [first + Decimal(place).scaleb(-2) for place in range(len(expected))]
        made = dijia.appraise_batch(
            base_price=1,
            capitalization_rate=row["rate"],
            statutory_term=row["statutory"],
            remaining_term=terms,
            policy=RoundingPolicy(4, 4),
            columns=["unit_price"],
        )
        assert made["unit_price"] == expected
        count += len(expected)
    assert count == 25_000


def test_rounding(repository):
    count = 0
    for row in rows(repository, "rounding.tsv"):
        made = dijia.round_decimal(row["value"], int(row["places"]), MODES[row["mode"]])
        assert format(made, "f") == row["rounded"]
        count += 1
    assert count > 500


def test_interpolation(repository):
    count = 0
    for row in rows(repository, "interpolation.tsv"):
        places = int(row["places"])
        if places > 12 or row["x"] in (row["x0"], row["x1"]) or Decimal(row["value"]) == 0:
            continue
        try:
            appraised = dijia.appraise(
                base_price=1,
                plot_ratio=row["x"],
                plot_ratio_table=[(row["x0"], row["y0"]), (row["x1"], row["y1"])],
                policy=RoundingPolicy(places, 12, 2, MODES[row["mode"]]),
            )
        except (dijia.ResultNotPositiveError, dijia.TooManyDigitsError, dijia.InvalidTableError):
            continue
        if appraised.steps[1].source is dijia.Source.DERIVED:
            assert format(appraised.steps[1].value, "f") == row["value"], row
            count += 1
    assert count > 100


@pytest.mark.parametrize("name", ["product.tsv"])
def test_products(repository, name):
    count = 0
    for row in rows(repository, name):
        factors = row["factors"].split()
        if any("(" in factor for factor in factors) or len(factors) > 17 or int(row["places"]) > 12:
            continue
        try:
            appraised = dijia.appraise(
                base_price=factors[0],
                coefficients={str(place): value for place, value in enumerate(factors[1:])},
                development_adjustment=row["addend"],
                policy=RoundingPolicy(4, int(row["places"]), 0, MODES[row["mode"]]),
            )
        except (dijia.ResultNotPositiveError, dijia.TooManyDigitsError, dijia.NotPositiveError):
            continue
        assert format(appraised.unit_price, "f") == row["value"], row
        count += 1
    assert count > 50
