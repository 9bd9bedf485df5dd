"""Writes the vectors of a document whose formula adds the development adjustment to the benchmark price before the other
corrections, (P ± Kf) × …; `generate.py` runs it."""

import random
from datetime import date, timedelta
from decimal import Decimal

from appraising import RESULTS
from cells import SERVICES
from corrected import COLUMNS, FURTHER, tables_of
from generate_corrected import beside, bounds_of, priced
from generate_editions import ERROR
from generate_method import TEXTS, worksheets
from reading import EDITIONS
from vector_file import table

EDITION = EDITIONS["lanting-2027"]
# What each part of an appraisal is computed from, so that a case which breaks two rules is left out.
PARTS = [
    ["levels", "area", "coefficients", "factor_corrections"], ["plot_ratio", "plot_ratio_coefficient"],
    ["remaining_term", "rate", "statutory_term"], ["site_development", "unit_costs", "development_adjustment"],
]
ALL = {"edition": EDITION.name, "corrections": "published"}
SHOP, MILL = ALL | {"land_use": "商服", "grade": "Ⅱ"}, ALL | {"land_use": "工业", "grade": "Ⅲ"}
EVERYTHING = {
    "plot_ratio": "2.2", "remaining_term": "33.57", "valuation_date": "2027-09-10", "area": "1200.5",
    "levels": "交通便捷度=较优;基础设施完善度=劣;临街深度=8", "coefficients": "街角=1.03;形状=100/103",
}
CHOSEN = [
    # Kf of the caller's, of either sign and of nothing; alone and with everything else.
    *(SHOP | more | {"development_adjustment": of} for of in ("38.5", "-38.5", "0", "0.004") for more in ({}, EVERYTHING)),
    # Without Kf nothing is added.
    SHOP, SHOP | EVERYTHING,
    # What the site has beyond the basis and what it lacks; as much of both.
    *(SHOP | EVERYTHING | {"site_development": of} for of in (
        "road+power+telecom+water supply+drainage+gas+heating+levelling", "road+power+telecom+water supply+drainage+levelling", "none",
    )),
    SHOP | {"site_development": "road", "unit_costs": "power=1;telecom=2;water supply=3;drainage=4;levelling=5", "plot_ratio": "1"},
    # As much as P is taken from it, and more, and a little less; rounded to nothing at the places of the policy.
    *(MILL | {"development_adjustment": of} for of in ("-312.5", "-312.49", "-312.51", "-312.495", "-312.4951", "-400", "-1000.005")),
    *(MILL | {"development_adjustment": "-400.005", "plot_ratio": of, "mode": mode} for of in ("0.5", "0.8") for mode in ("half-up", "half-even")),
    MILL | {"development_adjustment": "-312", "unit_price_places": "0"}, MILL | {"development_adjustment": "-312.1", "unit_price_places": "0"},
    # What moves the price by more than 30 %: Kf alone, and with another.
    MILL | {"development_adjustment": "100"}, MILL | {"development_adjustment": "-100"},
    MILL | {"development_adjustment": "-90", "remaining_term": "9"}, MILL | {"development_adjustment": "200", "remaining_term": "9"},
    # A coefficient that no decimal is, before and behind it.
    *(SHOP | {"development_adjustment": of, "remaining_term": "33.57", "coefficient_places": "unrounded", "valuation_date": "2028-02-19"}
      for of in ("12.34", "-1200", "-2730", "-2731")),
]


def random_case(rng):
    maybe = lambda chance: rng.random() < chance
    price = rng.choice(EDITION.prices)
    case = ALL | {"land_use": price.use, "grade": price.grade}
    of_kind = lambda kind: next(iter(tables_of(EDITION, kind, price.area, price.use, price.grade)), None)
    if maybe(0.5):
        case["site_development"] = "+".join(it for it in SERVICES if maybe(0.6)) or "none"
    else:
        most = float(price.printed)
        amounts = [rng.uniform(-60, 60), rng.uniform(-most / 2, most / 2), -most + rng.uniform(-1, 1)]
        amount = f"{rng.choices(amounts, [6, 3, 1])[0]:.{rng.choice([0, 1, 2, 2, 3])}f}"
        case["development_adjustment"] = amount if Decimal(amount) else "0"
    if maybe(0.7):
        case["plot_ratio"] = beside(rng, rng.choice(bounds_of(of_kind("plot ratio"))))
    if maybe(0.6):
        case["remaining_term"] = f"{Decimal(rng.randint(100, 5000)) / 100}"
    if maybe(0.5):
        case["valuation_date"] = str(date(2027, 1, 1) + timedelta(days=rng.randint(0, 900)))
    if maybe(0.3):
        case["area"] = f"{Decimal(rng.randint(100, 1500000)) / 100}"
    if maybe(0.5):
        case["levels"] = f"交通便捷度={rng.choice(['优', '较优', '一般', '较劣', '劣'])}"
    if maybe(0.3):
        case["factor_corrections"] = f"个别={Decimal(rng.randint(-900, 900)) / 100}%"
    if maybe(0.3):
        case["coefficients"] = f"街角={Decimal(rng.randint(900, 1100)) / 1000}" + rng.choice(["", ";形状=100/103", ";形状=7/6"])
    if maybe(0.2):
        case["plot_ratio_coefficient"] = f"{Decimal(rng.randint(8000, 13000)) / 10000}"
    if maybe(0.4):
        case["coefficient_places"] = rng.choice(["unrounded", "3", "6"])
        case["unit_price_places"] = rng.choice(["0", "1", "4"])
        case["mode"] = rng.choice(["half-up", "half-even"])
    return case


def adjusted():
    rng = random.Random(20270301)
    drawn = [*CHOSEN, *(random_case(rng) for _ in range(600))]
    done = [(case, result) for case in drawn if (result := priced(case, PARTS, worksheets)) is not None]
    used = [column for column in [*COLUMNS, *FURTHER] if any(case.get(column) for case, _ in done)]
    results = [*(it for it in RESULTS if it not in ("error_kind", "error")), "sources", *TEXTS, *ERROR]
    return table(used, results, done)


# By file: what reads it, and its rows.
FILES = {"corrected_adjusted.tsv": ("corrected", adjusted)}
