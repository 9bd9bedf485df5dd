"""What cannot be computed of a row is missing; what can is there."""

import os
import subprocess
import sys
from decimal import Decimal

import dijia
import pytest

FIGURES = ["unit_price", "wan_yuan_per_mu", "floor_price", "total_yuan", "total_wan_yuan", "deviation", "warnings"]
TABLE = {"plot_ratio_table": {"1.0": "0.8", "3.0": "1.2"}}
KT = {"date_index": {"2019-01-01": 100, "2021-06-01": 104}}
LEVELS = {"site_development": "七通一平", "unit_costs": {"供热": 30, "通气": 20}}

WITHOUT = [
    # The column, its value, what else is given, and what a row without it has none of.
    ("area", "1000", {}, {"total_yuan", "total_wan_yuan"}),
    ("plot_ratio", "2.0", {}, {"floor_price"}),
    ("plot_ratio", "2.0", {"plot_ratio_coefficient": "1.1"}, {"floor_price"}),
    ("valuation_date", "2021-06-01", {}, set()),
    ("base_date", "2020-06-01", {"valuation_date": "2021-06-01"}, set()),
    ("valuation_date", "2021-06-01", {"remaining_term": 30}, set()),
    # All else enters the unit price.
    ("plot_ratio", "2.0", TABLE, set(FIGURES)),
    ("valuation_date", "2021-06-01", KT, set(FIGURES)),
    ("valuation_date", "2021-06-01", {"expiry_date": "2050-01-01"}, set(FIGURES)),
    ("expiry_date", "2050-01-01", {"valuation_date": "2021-06-01"}, set(FIGURES)),
    ("base_date", "2019-01-01", {"valuation_date": "2021-06-01"} | KT, set(FIGURES)),
    ("monthly_growth", "0.1%", {"valuation_date": "2021-06-01"}, set(FIGURES)),
    ("remaining_term", "30", {}, set(FIGURES)),
    ("capitalization_rate", "6%", {"remaining_term": 30}, set(FIGURES)),
    ("statutory_term", "50", {"remaining_term": 30}, set(FIGURES)),
    ("plot_ratio_coefficient", "1.1", {}, set(FIGURES)),
    ("date_coefficient", "1.1", {}, set(FIGURES)),
    ("development_adjustment", "-10", {}, set(FIGURES)),
    ("site_development", "七通一平", {"unit_costs": {"供热": 30, "通气": 20}}, set(FIGURES)),
    ("basis_development", "五通一平", LEVELS, set(FIGURES)),
    ("coefficients", "0.98", {}, set(FIGURES)),
    ("factor_corrections", "2%", {}, set(FIGURES)),
    ("zone", "Ⅲ-4", {}, set(FIGURES)),
    ("land_use", "商服", {}, set(FIGURES)),
]


@pytest.mark.parametrize(("name", "value", "others", "lost"), WITHOUT, ids=[f"{it[0]}-{len(it[3])}" for it in WITHOUT])
def test_what_a_row_without_a_value_has(name, value, others, lost):
    def named(value):
        return {name: {"a": value} if name in ("coefficients", "factor_corrections") else value}

    given = {"land_use": "商服", "zone": "Ⅲ-4", "area": "1000", "plot_ratio": "2.0"} | others
    made = dijia.appraise_batch(**given | named([value, None, value]), columns=FIGURES, errors="coerce")
    assert made["status"] == ["ok", "missing", "ok"]
    # Alone, a parcel that is not said to have it.
    without = dijia.appraise(**{key: it for key, it in given.items() if key != name}) if len(lost) < 7 else None
    whole = dijia.appraise(**given | named(value))
    kinds = {True: "; ".join(type(warning).__name__ for warning in whole.warnings) or None}
    for figure in FIGURES:
        if figure == "warnings":
            kinds[False] = without and ("; ".join(type(it).__name__ for it in without.warnings) or None)
            expected = [kinds[True], kinds[False], kinds[True]]
        else:
            expected = [getattr(whole, figure), without and getattr(without, figure), getattr(whole, figure)]
        assert made[figure] == expected, figure
    assert {figure for figure in FIGURES[:-1] if made[figure][1] is None} == lost - {"warnings"}
    # With errors="raise", nothing is raised: what is missing is no error.
    raised = dijia.appraise_batch(**given | named([value, None, value]), columns=FIGURES)
    assert raised == {figure: made[figure] for figure in FIGURES}


def test_a_row_without_an_area_is_not_priced_by_the_area_of_another():
    areas = ["10", None, "20", None, "10"]
    made = dijia.appraise_batch(
        "商服", ["Ⅲ-4"] * 5, remaining_term=[30] * 5, area=areas, policy=dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS
    )
    alone = dijia.appraise(
        "商服", "Ⅲ-4", remaining_term=30, area=10, policy=dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS
    )
    assert made["unit_price"] == [alone.unit_price] * 5
    assert made["total_yuan"] == [alone.total_yuan, None, alone.total_yuan * 2, None, alone.total_yuan]


@pytest.mark.parametrize("base_date", ["2020-06-01", ["2020-06-01"] * 3])
def test_a_date_of_the_basis_is_of_no_use_without_one_to_value_at(base_date):
    dates = ["2021-06-01", None, "2021-06-01"]
    given = {"base_date": base_date, "valuation_date": dates, "columns": ["unit_price", "warnings"]}
    made = dijia.appraise_batch("商服", ["Ⅲ-4"] * 3, **given, errors="coerce")
    assert made["status"] == ["ok", "missing", "ok"]
    assert made["unit_price"] == [Decimal("9138.00")] * 3
    assert made["warnings"] == ["DateUncorrected", "NoValuationDate", "DateUncorrected"]


def test_what_is_missing_comes_after_what_is_wrong_where_the_price_does_without():
    made = dijia.appraise_batch("商服", ["Ⅲ-99", "Ⅲ-4"], area=[None, None], remaining_term=[30, "x"], errors="coerce")
    assert made["status"] == ["NoSuchZoneError", "InvalidDecimalError"]
    assert made["reason"][0] == "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"
    assert made["unit_price"] == [None, None]
    made = dijia.appraise_batch("商服", ["Ⅲ-4"], area=[None], columns=["unit_price"])
    assert made == {"unit_price": [Decimal("9138.00")]}


def test_a_row_says_why_it_has_no_price():
    """Each in the words of the exception of that parcel alone, in every kind of table; else nothing."""
    np, pd, pa, pl = (pytest.importorskip(name) for name in ("numpy", "pandas", "pyarrow", "polars"))
    zones, terms = ["Ⅲ-4", "Ⅲ-99", None, "Ⅲ-5"], ["30", "30", "30", "41"]
    expected = [None]
    for zone, term in ((zones[1], terms[1]), (zones[3], terms[3])):
        with pytest.raises(dijia.DijiaError) as refused:
            dijia.appraise("商服", zone, remaining_term=term)
        expected += [str(refused.value), None] if zone == "Ⅲ-99" else [str(refused.value)]
    for kind in (list, lambda it: np.array(it, dtype=object), pd.Series, pa.array, pl.Series):
        made = dijia.appraise_batch("商服", kind(zones), remaining_term=kind(terms), errors="coerce")
        reasons = made["reason"]
        reasons = reasons.to_pylist() if hasattr(reasons, "to_pylist") else list(reasons)
        assert [None if reason is None or reason != reason else reason for reason in reasons] == expected
    assert "reason" not in dijia.appraise_batch("商服", zones[:1])


def test_reasons_are_in_the_language_of_the_environment():
    program = "import dijia; print(dijia.appraise_batch('商服', ['Ⅲ-99'], errors='coerce')['reason'][0])"
    environment = {**os.environ, "DIJIA_LANGUAGE": "zh", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "商服没有区片 Ⅲ-99：Ⅲ 级有 1 至 12 号区片"
