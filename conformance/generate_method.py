"""Writes the vectors of the rest of the method on an edition that is loaded: unit costs that its tables print, terms beyond
the statutory one and without end, and indices that are chains; `generate.py` runs it."""

import random
from datetime import date, timedelta
from decimal import Decimal

import worksheet
from appraising import RESULTS
from cells import SERVICES
from corrected import COLUMNS, FURTHER, tables_of
from generate_corrected import beside, priced
from generate_editions import ERROR
from reading import EDITIONS
from vector_file import table

EDITION = EDITIONS["zizhou-2026"]
TEXTS = ["worksheet_chinese", "worksheet_english"]
# What each part of an appraisal is computed from, so that a case which breaks two rules is left out.
PARTS = [
    ["remaining_term", "expiry_date", "rate", "statutory_term", "longer_term"],
    ["base_date"],
    ["site_development", "basis_development", "unit_costs", "development_adjustment"],
]
TOWN_SITE = "road+power+water supply+levelling"


def of(use, grade, district="城区"):
    return {"edition": EDITION.name, "district": district, "land_use": use, "grade": grade, "corrections": "published"}


SHOP, HOME, MILL = of("商服", "Ⅰ"), of("住宅", "Ⅱ"), of("工业", "Ⅱ")
VILLAGE, WORKS = of("住宅", "Ⅰ", "乡镇"), of("工业", "Ⅰ", "乡镇")
CHOSEN = [
    # Costs of what the site has beyond the basis and of what it lacks; a cost of nothing; what no table prints.
    *(SHOP | {"site_development": of} for of in (
        "none", "road", "road+power+telecom+water supply+drainage+levelling", "road+power+water supply+drainage+levelling",
        "road+power+telecom+water supply+drainage+gas+levelling", "road+power+telecom+water supply+drainage+heating+levelling",
        "power+gas",
    )),
    # For the land use and the grade before for all, and for the area before for all.
    *(MILL | {"grade": grade, "site_development": "road+power+heating"} for grade in ("Ⅰ", "Ⅱ", "Ⅲ")),
    *(MILL | {"grade": grade, "site_development": "road+power+telecom+water supply+heating"} for grade in ("Ⅰ", "Ⅱ", "Ⅲ")),
    *(VILLAGE | {"site_development": of} for of in (TOWN_SITE, "power+levelling", TOWN_SITE + "+telecom", TOWN_SITE + "+gas", "road+power")),
    # No basis is stated, and one of the caller's.
    WORKS | {"site_development": TOWN_SITE}, WORKS | {"site_development": TOWN_SITE, "basis_development": "power+levelling"},
    # The caller's own costs, and his own adjustment, take the place of the table.
    SHOP | {"site_development": "road+power+gas", "unit_costs": "telecom=1;water supply=2;drainage=3;gas=4;levelling=5.50"},
    SHOP | {"site_development": "road+power+gas", "unit_costs": "gas=4"}, SHOP | {"development_adjustment": "-31.25"},
    SHOP | {"site_development": "road+gas", "development_adjustment": "10"},
    {column: text for column, text in (SHOP | {"site_development": "road+power+gas"}).items() if column != "corrections"},
    # A price of a right without end, and rights with an end or without.
    *(HOME | {"remaining_term": years} for years in ("perpetual", "无限年期", "70", "0.01", "100", "100.01")),
    HOME | {"remaining_term": "70", "statutory_term": "70"}, HOME | {"remaining_term": "70", "statutory_term": "50"},
    HOME | {"remaining_term": "70", "statutory_term": "50", "longer_term": "yes"},
    HOME | {"remaining_term": "perpetual", "statutory_term": "70"}, HOME | {"remaining_term": "50", "rate": "0.05"},
    HOME | {"valuation_date": "2026-03-15", "expiry_date": "2085-05-20"},
    # Longer than the statutory term, where that is let be and where it is not, and at its end.
    *(SHOP | {"remaining_term": years} | longer for years in ("40", "40.01", "70", "100", "perpetual") for longer in ({}, {"longer_term": "yes"})),
    SHOP | {"remaining_term": "100.5", "longer_term": "yes"}, SHOP | {"remaining_term": "38", "statutory_term": "perpetual"},
    # A table of terms says nothing of a right without end, however long its last row holds; the rule m ÷ n as little.
    *(MILL | {"remaining_term": years} for years in ("perpetual", "20", "35", "50", "60", "19.5")),
    MILL | {"remaining_term": "perpetual", "rate": "0.055"}, MILL | {"remaining_term": "60", "rate": "0.055", "longer_term": "yes"},
    MILL | {"remaining_term": "60", "rate": "0.055"}, MILL | {"remaining_term": "60", "statutory_term": "perpetual"},
    VILLAGE | {"remaining_term": "50"}, VILLAGE | {"remaining_term": "perpetual"},
    VILLAGE | {"remaining_term": "50", "statutory_term": "70"}, VILLAGE | {"remaining_term": "80", "statutory_term": "70"},
    VILLAGE | {"remaining_term": "80", "statutory_term": "70", "longer_term": "yes"},
    # Chains: on a row, before and after one, in the base date's own period, before the base date, beyond the last row.
    *(SHOP | {"valuation_date": of} for of in ("2026-03-31", "2026-03-30", "2026-04-01", "2026-01-01", "2027-06-30", "2027-07-01")),
    *(HOME | {"valuation_date": of} for of in ("2026-01-15", "2026-02-28", "2026-07-14", "2026-07-16")),
    *(MILL | {"valuation_date": of} for of in ("2026-06-30", "2026-03-01", "2026-12-31")),
    *(VILLAGE | {"valuation_date": of} for of in ("2025-12-30", "2025-12-31", "2026-12-31", "2026-12-30")),
    *(SHOP | {"valuation_date": "2026-03-31", "base_date": of} for of in ("2026-01-01", "2026-03-31", "2027-06-30", "2024-12-30")),
    HOME | {"valuation_date": "2026-02-01", "base_date": "2026-02-10"}, HOME | {"valuation_date": "2026-02-10", "base_date": "2026-02-01"},
    of("商服", "Ⅲ") | {"valuation_date": "2026-01-01"}, SHOP | {"valuation_date": "2026-03-31", "date_coefficient": "1.02"},
]


def random_case(rng):
    maybe = lambda chance: rng.random() < chance
    price = rng.choice(EDITION.prices)
    case = of(price.use, price.grade, price.area)
    scope = (price.area, price.use, price.grade)
    of_kind = lambda kind: next(iter(tables_of(EDITION, kind, *scope)), None)
    if maybe(0.75):
        days = [date.fromisoformat(row.key) for row in of_kind("index").rows] if of_kind("index") else [date(2026, 6, 30)]
        day = rng.choice(days) + timedelta(days=rng.choice([-1, 0, 0, 1, rng.randint(0, 180)]))
        case["valuation_date"] = str(day)
        if maybe(0.3):
            case["base_date"] = str(rng.choice(days) + timedelta(days=rng.choice([0, 0, 1, rng.randint(0, 400)])))
    if maybe(0.7):
        keys = [row.key for row in of_kind("term").rows] if of_kind("term") else []
        years = ["perpetual", "perpetual", f"{Decimal(rng.randint(100, 10000)) / 100}", f"{rng.randint(1, 100)}", "40", "50"]
        case["remaining_term"] = rng.choice([*years, *(beside(rng, key) for key in keys)])
        if maybe(0.5):
            case["longer_term"] = "yes"
        if maybe(0.3):
            case["statutory_term"] = rng.choice(["perpetual", "40", "50", "70", "64.5"])
        if maybe(0.3):
            case["rate"] = rng.choice(["0.06", "0.0725", "0.05"])
    if maybe(0.75):
        printed = [row.key for row in of_kind("unit costs").rows]
        known = [service for service in SERVICES if service in printed or maybe(0.04)]
        basis = EDITION.basis(*scope)[0].get("development_level")
        assumed = SERVICES if basis is None else []
        case["site_development"] = "+".join(it for it in SERVICES if (it in known or it in assumed) and maybe(0.7)) or "none"
        if basis is None and maybe(0.8):
            case["basis_development"] = "+".join(it for it in SERVICES if it in printed and maybe(0.6)) or "power"
        if maybe(0.15):
            case["unit_costs"] = ";".join(f"{it}={Decimal(rng.randint(0, 6000)) / 100}" for it in rng.sample(SERVICES, 8))
    elif maybe(0.3):
        case["development_adjustment"] = f"{Decimal(rng.randint(-3000, 6000)) / 100}"
    if maybe(0.3):
        case["area"] = f"{Decimal(rng.randint(100, 900000)) / 100}"
    if maybe(0.2):
        case["coefficients"] = f"街角={Decimal(rng.randint(900, 1100)) / 1000}"
    if maybe(0.4):
        case["coefficient_places"] = rng.choice(["unrounded", "3", "6"])
        case["unit_price_places"] = rng.choice(["0", "1", "4"])
        case["mode"] = rng.choice(["half-up", "half-even"])
    return case


def parts(case):
    """The parts of the case that rules are of: a valuation date is one of dates, and without a date of expiry of no term."""
    date = ["valuation_date"]
    return [[*part, *(date if "base_date" in part or "expiry_date" in case else [])] for part in PARTS]


def worksheets(appraised):
    return {name: worksheet.worksheet(appraised, language, "wide") for language, name in enumerate(TEXTS)}


def rest():
    rng = random.Random(20260101)
    drawn = [*CHOSEN, *(random_case(rng) for _ in range(700))]
    done = [(case, result) for case in drawn if (result := priced(case, parts(case), worksheets)) is not None]
    used = [column for column in [*COLUMNS, *FURTHER] if any(case.get(column) for case, _ in done)]
    results = [*(it for it in RESULTS if it not in ("error_kind", "error")), "sources", *TEXTS, *ERROR]
    return table(used, results, done)


# By file: what reads it, and its rows.
FILES = {"corrected_method.tsv": ("corrected", rest)}
