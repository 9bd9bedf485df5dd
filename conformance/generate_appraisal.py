"""Writes the vectors of whole appraisals and of mixed uses; `generate.py` runs it."""

import random
from datetime import date
from decimal import Decimal

import chain
import worksheet
from appraising import COLUMNS, RESULTS, Appraisal
from exact import TooNear, fraction
from published import BASE_DATE, BASES
from refusals import REFUSED
from vector_file import Refused, refusal, table

# What the random cases start from.
STARTS = [
    ("commercial", "Ⅰ-1"), ("commercial", "Ⅲ-4"), ("commercial", "Ⅴ-13"), ("commercial", "Ⅸ-8"), ("industrial", "Ⅰ-1"),
    ("industrial", "Ⅳ-2"), ("industrial", "Ⅶ-10"), ("residential", "Ⅰ-2"), ("residential", "Ⅲ-4"), ("residential", "Ⅷ-9"),
]
GRADE_STARTS = [("commercial", "Ⅲ"), ("industrial", "Ⅶ"), ("residential", "Ⅱ")]
TERMS = {"commercial": "40", "residential": "70", "industrial": "50"}
SERVICES = ["road", "power", "telecom", "water supply", "drainage", "gas", "heating", "levelling"]


def decimals(rng, low, high, places):
    scale = 10 ** rng.randint(0, places)
    value = rng.randint(int(low * scale), int(high * scale))
    return f"{Decimal(value) / Decimal(scale):f}" if scale > 1 else str(value)


def positive(rng, low, high, places):
    while True:
        text = decimals(rng, low, high, places)
        if Decimal(text) > 0:
            return text


def random_day(rng, first, last):
    return date.fromordinal(rng.randint(first.toordinal(), last.toordinal()))


def random_case(rng):
    case = {}
    base = rng.random()
    if base < 0.6:
        case["base"] = "zone:" + ":".join(rng.choice(STARTS))
    elif base < 0.8:
        case["base"] = "grade:" + ":".join(rng.choice(GRADE_STARTS))
    else:
        case["base"] = "own:" + positive(rng, 1, 40000, 2)
    own = case["base"].startswith("own")
    use = None if own else case["base"].split(":")[1]
    maybe = lambda chance: rng.random() < chance
    term = maybe(0.75)
    if term and (own or maybe(0.2)):
        case["rate"] = f"{Decimal(rng.randint(1, 200000)) / Decimal(1000000):f}"
        case["statutory_term"] = str(rng.choice([40, 50, 70, 30, 20]))
    if own and maybe(0.7):
        case["base_date"] = random_day(rng, date(2014, 1, 1), date(2019, 12, 31)).isoformat()
    if maybe(0.6):
        first = date(2019, 1, 1) if maybe(0.9) else date(2016, 3, 1)
        case["valuation_date"] = random_day(rng, first, date(2025, 12, 31)).isoformat()
    valuation = date.fromisoformat(case["valuation_date"]) if "valuation_date" in case else None
    if not valuation:
        case.pop("base_date", None)
    base_date = date.fromisoformat(case["base_date"]) if "base_date" in case else None if own else BASE_DATE
    if term:
        most = int(case.get("statutory_term") or TERMS[use])
        if valuation and maybe(0.5):
            days = rng.randint(30, most * 365 - 30)
            case["expiry_date"] = date.fromordinal(valuation.toordinal() + days).isoformat()
        else:
            case["remaining_term"] = positive(rng, 0.01, most, 4)
    if maybe(0.5):
        case["plot_ratio"] = positive(rng, 0.5, 5, 2)
    kv = rng.random()
    if kv < 0.3:
        case["plot_ratio_coefficient"] = positive(rng, 0.5, 2, 4)
    elif kv < 0.7 and "plot_ratio" in case:
        rows = ";".join(f"{x}={positive(rng, 0.6, 1.6, 4)}" for x in ["0.5", "1.0", "1.5", "2.0", "3.0", "5.0"])
        narrow = ";".join(rows.split(";")[1:4])
        case["plot_ratio_table"] = f"<{narrow}>" if maybe(0.3) else rows
    kt = rng.random()
    if kt < 0.25:
        case["date_coefficient"] = positive(rng, 0.7, 1.5, 4)
    elif kt < 0.5 and valuation and base_date:
        days = [date(2013, 6, 30), date(2017, 12, 31), date(2019, 1, 1), date(2021, 3, 31), date(2026, 6, 30)]
        points = ";".join(f"{day}={positive(rng, 80, 150, 2)}" for day in days)
        case["date_index"] = rng.choice(["last:", "linear:"]) + points
    elif kt < 0.75 and valuation and base_date:
        growth = rng.randint(-9999, 9999)
        case["monthly_growth"] = f"{Decimal(growth) / Decimal(1000000):f}"
    names = ["面积", "形状", "临街深度", "临街宽度", "街角", "land shape"]
    count = rng.choice([0, 0, 1, 2, 3, 5, 6])
    case["coefficients"] = ";".join(f"{name}={positive(rng, 0.8, 1.2, 6)}" for name in names[:count])
    count = rng.choice([0, 0, 1, 2, 3, 4])
    factors = ["区域", "个别", "商服繁华", "交通"]
    # Some of them in per cent, as tables print them.
    factor = lambda: decimals(rng, -10, 10, 4) + "%" if maybe(0.3) else decimals(rng, -0.1, 0.15, 6)
    case["factor_corrections"] = ";".join(f"{name}={factor()}" for name in factors[:count])
    kf = rng.random()
    if kf < 0.3:
        case["development_adjustment"] = decimals(rng, -100, 200, 2)
    elif kf < 0.5:
        if own:
            case["basis_development"] = "road+power+telecom+water supply+drainage+levelling"
        services = ["road", "power", "telecom", "water supply", "drainage", "gas", "heating", "levelling"]
        site = [service for service in services if maybe(0.7)]
        case["site_development"] = "+".join(site) or "none"
        case["unit_costs"] = ";".join(f"{service}={decimals(rng, 0, 30, 2)}" for service in services)
    if maybe(0.6):
        case["area"] = positive(rng, 1, 200000, 3)
    if maybe(0.5):
        case["coefficient_places"] = rng.choice(["unrounded", "unrounded", "2", "3", "4", "6", "8"])
        case["unit_price_places"] = str(rng.choice([0, 1, 2, 2, 4, 6]))
        case["amount_places"] = str(rng.choice([0, 1, 2, 2, 4]))
    if maybe(0.4):
        case["mode"] = "half-even"
    return case


# Cases worth having whatever chance brings.
CHOSEN = [
    {"base": "zone:commercial:Ⅲ-4"},
    {"base": "zone:commercial:Ⅲ-4", "remaining_term": "33.57", "area": "1000"},
    {"base": "zone:commercial:Ⅲ-4", "remaining_term": "40"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2018-12-31"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2020-10-07"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2020-10-08"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2023-10-07"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2023-10-08"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2024-02-29", "expiry_date": "2050-02-28"},
    {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2020-02-29", "expiry_date": "2053-03-01"},
    {"base": "own:10000", "coefficients": "k=1.3"},
    {"base": "own:10000", "coefficients": "k=1.3000001", "unit_price_places": "4"},
    {"base": "own:10000", "coefficients": "k=0.7"},
    {"base": "own:10000", "coefficients": "k=0.6999999", "unit_price_places": "4"},
    {"base": "own:1.005"},
    {"base": "own:1.005", "mode": "half-even"},
    {"base": "own:1.015", "mode": "half-even"},
    {"base": "own:2.675", "coefficients": "k=1.0"},
    # The rate and term of an exact Ky of 0.8: 1 − 2^−2 over 1 − 2^−4.
    {"base": "own:0.00625", "rate": "1", "statutory_term": "4", "remaining_term": "2", "coefficient_places": "unrounded"},
    {"base": "own:0.03125", "rate": "1", "statutory_term": "4", "remaining_term": "2", "coefficient_places": "unrounded",
     "mode": "half-even"},
    {"base": "own:9999.99", "coefficients": ";".join(f"k{i}=1.00000{i % 10}" for i in range(16)), "area": "3.7"},
    {"base": "zone:residential:Ⅲ-4", "site_development": "road+power+telecom+water supply+drainage+gas+heating+levelling",
     "unit_costs": "heating=45.50"},
    {"base": "zone:residential:Ⅲ-4", "site_development": "none",
     "unit_costs": "road=20;power=15.5;telecom=5;water supply=10;drainage=10;gas=12;levelling=25"},
    {"base": "zone:residential:Ⅲ-4", "valuation_date": "2022-06-30", "date_index": "linear:2019-01-01=100;2023-01-01=91.5"},
    {"base": "zone:residential:Ⅲ-4", "valuation_date": "2018-06-30", "monthly_growth": "0.005"},
    {"base": "zone:residential:Ⅲ-4", "valuation_date": "2019-01-01", "monthly_growth": "0.005"},
]


def random_cases(seed, count):
    rng = random.Random(seed)
    return [random_case(rng) for _ in range(count)]


def based_cases():
    """A price of the caller's own with a basis that the notice states: public service, townships."""
    rng = random.Random(20201010)
    for area, use in BASES:
        for _ in range(12):
            term = fraction(BASES[area, use][0])
            case = {"base": "own:" + positive(rng, 100, 9000, 2), "basis": f"{area}:{use}"}
            case["remaining_term"] = positive(rng, 1, int(term), 2)
            case["plot_ratio"] = positive(rng, 0.5, 3, 2)
            case["valuation_date"] = random_day(rng, date(2018, 6, 1), date(2024, 12, 31)).isoformat()
            case["monthly_growth"] = f"{Decimal(rng.randint(-9999, 9999)) / 1000000:f}"
            case["site_development"] = rng.choice(["none", "road+power", "+".join(SERVICES)])
            case["unit_costs"] = ";".join(f"{service}={decimals(rng, 1, 5, 1)}" for service in SERVICES)
            case["area"] = positive(rng, 1, 9000, 2)
            yield case


def derivation_cases():
    """Ky, Kv and Kt on their own, to every number of places."""
    rng = random.Random(20201011)
    own = lambda: {"base": "own:10000", "mode": rng.choice(["half-up", "half-even"])}
    places = lambda: str(rng.choice([2, 3, 4, 4, 4, 5, 6, 8, 10, 12]))
    basis_rates = sorted({(rate, term) for term, _, rate, _ in BASES.values()})
    for _ in range(400):
        rate, term = rng.choice(basis_rates)
        if rng.random() < 0.5:
            rate, term = f"{Decimal(rng.randint(1, 1000000)) / 1000000:f}", str(rng.randint(1, 100))
        remaining = positive(rng, 0.01, int(term), 4)
        yield own() | {"rate": rate, "statutory_term": term, "remaining_term": remaining, "coefficient_places": places()}
    days = [date(2019, 1, 31), date(2020, 2, 29), date(2021, 2, 28), date(2023, 12, 31), date(2024, 2, 29)]
    for _ in range(300):
        valuation = rng.choice(days) if rng.random() < 0.4 else random_day(rng, date(2000, 1, 1), date(2030, 12, 31))
        expiry = date.fromordinal(valuation.toordinal() + rng.randint(2, 69 * 365))
        if rng.random() < 0.3:
            expiry = date(expiry.year + 1, rng.choice([2, 3]), rng.choice([1, 28]))
        yield own() | {
            "rate": "0.06", "statutory_term": "70", "valuation_date": str(valuation), "expiry_date": str(expiry),
        }
    ratios = ["0.5", "1.0", "1.5", "2", "2.50", "3.0", "5.0"]
    for _ in range(400):
        rows = ";".join(f"{x}={positive(rng, 0.3, 1.9, 4)}" for x in ratios)
        at = rng.choice([*ratios, *(positive(rng, 0.5, 5, 4) for _ in range(20))])
        if rng.random() < 0.2:
            rows, at = f"<{rows}>", rng.choice(["0.01", "0.499999", "5.000001", "28"])
        yield own() | {"plot_ratio": at, "plot_ratio_table": rows, "coefficient_places": places()}
    for _ in range(400):
        points, at = [], random_day(rng, date(2012, 1, 1), date(2018, 12, 31))
        while at < date(2026, 1, 1):
            points.append(at)
            at = date.fromordinal(at.toordinal() + rng.choice([1, 30, 91, 365, 1461]))
        series = ";".join(f"{day}={positive(rng, 60, 190, 3)}" for day in points)
        valuation = rng.choice(points) if rng.random() < 0.2 else random_day(rng, points[0], points[-1])
        base = rng.choice(points) if rng.random() < 0.5 else random_day(rng, points[0], points[-1])
        yield own() | {
            "base_date": str(base), "valuation_date": str(valuation), "date_index": rng.choice(["last:", "linear:"]) + series,
            "coefficient_places": places(),
        }
    for _ in range(400):
        base = rng.choice([BASE_DATE, *days, random_day(rng, date(1990, 1, 1), date(2025, 1, 1))])
        valuation = rng.choice([*days, *(random_day(rng, date(1990, 1, 1), date(2030, 1, 1)) for _ in range(9))])
        yield own() | {
            "base_date": str(base), "valuation_date": str(valuation), "coefficient_places": places(),
            "monthly_growth": f"{Decimal(rng.randint(-30000, 30000)) / 1000000:f}",
        }


def method_cases():
    """Terms beyond the statutory one, terms without end, and coefficients that are ratios."""
    rng = random.Random(20201013)
    maybe = lambda chance: rng.random() < chance
    # Printed answers of exam problems: 62.853…, 3223.06, 983.07.
    for places in ["4", "8", "unrounded"]:
        policy = {"coefficient_places": places}
        yield policy | {"base": "own:60", "rate": "0.06", "statutory_term": "40", "remaining_term": "50", "longer_term": "yes",
                        "unit_price_places": "6"}
        yield policy | {"base": "own:3000", "rate": "0.07", "statutory_term": "30", "remaining_term": "40", "longer_term": "yes"}
        yield policy | {"base": "own:1000", "rate": "0.06", "statutory_term": "perpetual", "remaining_term": "70"}
        yield policy | {"base": "zone:commercial:Ⅲ-4", "remaining_term": "无限年期", "area": "1000"}
        yield policy | {"base": "own:1000", "rate": "0.06", "statutory_term": "无限年期", "remaining_term": "perpetual"}
        yield policy | {"base": "zone:commercial:Ⅲ-4", "remaining_term": "40", "longer_term": "yes"}
        yield policy | {"base": "zone:commercial:Ⅲ-4", "remaining_term": "100", "longer_term": "yes"}
        yield policy | {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2022-01-01", "expiry_date": "2082-03-01",
                        "longer_term": "yes"}
    for _ in range(150):
        case = {"base": rng.choice(["own:10000", "zone:commercial:Ⅲ-4"]), "mode": rng.choice(["half-up", "half-even"])}
        case["coefficient_places"] = rng.choice(["unrounded", "2", "4", "4", "6", "10"])
        case["rate"] = f"{Decimal(rng.randint(1, 200000)) / 1000000:f}"
        case["statutory_term"] = rng.choice(["perpetual", str(rng.randint(1, 100)), positive(rng, 1, 99, 4)])
        case["remaining_term"] = rng.choice(["perpetual", positive(rng, 1, 100, 4), positive(rng, 1, 100, 2)])
        case["longer_term"] = "yes"
        yield case
    # The value is within a decimal, and it is not.
    ratios = ["100/103", "1.16/1.40", "103/100", "1.2/1.6", "7/8", "1/1", "0.98/1", "2/3", "99.5/128", "1.0001/0.75", "1.25"]
    ratio = lambda: rng.choice([*ratios, f"{positive(rng, 50, 150, 2)}/{positive(rng, 50, 150, 2)}"])
    for _ in range(200):
        case = {"base": rng.choice(["own:10000", "zone:residential:Ⅲ-4"]), "coefficient_places": rng.choice(["unrounded", "4"])}
        for column in ["term_coefficient", "plot_ratio_coefficient", "date_coefficient"]:
            if maybe(0.5):
                case[column] = ratio()
        count = rng.choice([0, 1, 2, 4])
        case["coefficients"] = ";".join(f"{name}={ratio()}" for name in ["面积", "形状", "街角", "临街深度"][:count])
        if maybe(0.4):
            case["factor_corrections"] = f"区域={decimals(rng, -10, 10, 4)}%"
        if maybe(0.3):
            case["unit_price_places"] = str(rng.choice([0, 4, 6]))
        yield case


def policy_cases():
    """Every combination of the parts of a policy, on cases that rounding shows in."""
    starts = [
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "33.57", "plot_ratio": "2.3", "area": "1000.5"},
        {"base": "own:0.03125", "rate": "1", "statutory_term": "4", "remaining_term": "2", "coefficients": "k=100.02"},
        {"base": "zone:residential:Ⅲ-4", "valuation_date": "2022-06-30", "monthly_growth": "0.005", "area": "333.3",
         "plot_ratio": "2.55", "plot_ratio_table": "2.0=1;3.0=0.8505", "factor_corrections": "区域=0.015"},
    ]
    for case in starts:
        for coefficient in ["unrounded", "2", "4", "12"]:
            for unit in ["0", "2", "3", "12"]:
                for amount in ["0", "2", "12"]:
                    for mode in ["half-up", "half-even"]:
                        yield case | {"coefficient_places": coefficient, "unit_price_places": unit, "amount_places": amount,
                                      "mode": mode}


def warning_cases():
    """Each warning alone and with the others, and the days and prices on either side of each."""
    zone = {"base": "zone:commercial:Ⅲ-4"}
    far = [{}, {"coefficients": "k=1.3"}, {"coefficients": "k=1.31"}, {"coefficients": "k=0.7"}, {"coefficients": "k=0.69"}]
    days = ["", "2018-12-31", "2019-01-01", "2020-10-07", "2020-10-08", "2023-10-07", "2023-10-08", "2026-11-24"]
    for apart in far:
        for day in days:
            yield zone | apart | ({"valuation_date": day} if day else {})
    for day in days[1:]:
        yield {"base": "own:9138", "valuation_date": day}
        yield {"base": "own:9138", "valuation_date": day, "base_date": "2021-01-01"}
        yield {"base": "own:9138", "valuation_date": day, "basis": "township:public service"}
        yield {"base": "grade:industrial:Ⅶ", "valuation_date": day, "base_date": "2024-01-01"}
    # Whose price is published, and what the valuation date is for besides.
    yield {"base": "own:9138"}
    yield {"base": "own:9138", "basis": "township:public service"}
    yield {"base": "grade:industrial:Ⅶ"}
    yield from uncorrected_cases(zone)
    yield from carried_cases()
    yield from bare_cases(zone)


def uncorrected_cases(zone):
    """Another plot ratio or date than the price assumes, without and with what corrects it."""
    day = {"valuation_date": "2022-06-30"}
    for ratio in ["2", "2.00", "2.0001", "1.9999", "4.5", "0.1"]:
        yield zone | {"plot_ratio": ratio}
        yield zone | {"plot_ratio": ratio, "plot_ratio_coefficient": "1"}
        yield zone | {"plot_ratio": ratio, "plot_ratio_table": "<2.0=1.0>"}
        yield {"base": "own:9138", "plot_ratio": ratio}
        yield {"base": "own:300", "basis": "township:industrial", "plot_ratio": ratio}
    yield {"base": "own:300", "basis": "township:industrial", "plot_ratio": "0.7"}
    yield {"base": "grade:industrial:Ⅶ", "plot_ratio": "1.0"}
    yield zone | day | {"date_coefficient": "1"}
    yield zone | day | {"date_index": "last:2019-01-01=100;2023-01-01=100"}
    yield zone | day | {"monthly_growth": "0"}
    yield zone | {"valuation_date": "2019-01-01", "monthly_growth": "0"}
    yield zone | day | {"base_date": "2022-06-30"}
    yield zone | day | {"base_date": "2022-06-29"}
    yield {"base": "own:9138"} | day


def carried_cases():
    """What carries a large deviation: one coefficient, several, none far by itself, and none at all."""
    own = {"base": "own:1000"}
    up = {"plot_ratio_coefficient": "1.2", "date_coefficient": "1.1", "coefficients": "面积=1.11;形状=1.1;街角=0.5"}
    far = {"plot_ratio_coefficient": "1.9", "date_coefficient": "1.1001", "coefficients": "面积=1.11;形状=1.1;街角=0.9"}
    yield own | up
    yield own | far
    yield own | far | {"factor_corrections": "区域=10%", "development_adjustment": "100"}
    yield own | far | {"factor_corrections": "区域=10.01%", "development_adjustment": "100.01"}
    yield own | {"coefficients": ";".join(f"k{i}=1.05" for i in range(16))}
    yield own | {"coefficients": ";".join(f"k{i}=0.95" for i in range(16)), "factor_corrections": "区域=-1%"}
    yield own | {"coefficients": "k=0.9;l=0.8999;m=0.6", "factor_corrections": "区域=-10.01%"}
    yield own | {"factor_corrections": "区域=-20%;个别=-20%"}
    yield own | {"development_adjustment": "-300.01"}
    yield own | {"development_adjustment": "301"}
    yield {"base": "own:0.4", "unit_price_places": "0", "coefficients": "k=2"}
    yield {"base": "own:0.6", "unit_price_places": "0", "coefficients": "k=0.95"}
    yield {"base": "own:0.6", "unit_price_places": "0"}
    for places in ["4", "unrounded"]:
        term = {"rate": "0.06", "statutory_term": "40", "remaining_term": "12.5", "coefficient_places": places}
        yield own | term
        yield own | term | {"plot_ratio": "3.5", "plot_ratio_table": "2.0=1;5.0=0.6"}
        yield own | {
            "base_date": "2019-01-01", "valuation_date": "2023-07-01", "monthly_growth": "-0.0125",
            "coefficient_places": places,
        }
        yield own | {
            "base_date": "2019-01-01", "valuation_date": "2023-07-01", "coefficient_places": places,
            "date_index": "linear:2019-01-01=100;2024-01-01=155.5",
        }


def bare_cases(zone):
    """Factor corrections in numbers whose unit is in doubt, and in per cent."""
    for value in ["0.3", "0.30", "0.3001", "-0.3", "-0.3001", "0.2873", "0.3873", "0.3873%", "38.73%", "30.01%"]:
        yield zone | {"factor_corrections": f"距商服中心={value}"}
    yield zone | {"factor_corrections": "区域=0.2;个别=0.1001"}
    yield zone | {"factor_corrections": "区域=0.2;个别=10.01%"}
    yield zone | {"factor_corrections": "区域=0.5;个别=-0.25"}
    yield zone | {"factor_corrections": "区域=-0.4;个别=25%"}


def worksheet_cases():
    """Every kind of step, with each of its computations, and every heading."""
    zone = {"base": "zone:commercial:Ⅲ-4"}
    yield {
        **zone, "remaining_term": "33.57", "valuation_date": "2023-10-08", "plot_ratio": "2.3",
        "plot_ratio_table": "2.0=1.0;3.0=0.85", "coefficients": "面积=0.98",
        "factor_corrections": "区域=0.03402;个别\n因素=-0.01", "development_adjustment": "20", "area": "1000",
    }
    yield from CHOSEN
    yield {**zone, "factor_corrections": "区域=-0.05;个别=0.02", "development_adjustment": "-12.5"}
    yield {**zone, "factor_corrections": "区域=0", "development_adjustment": "0"}
    yield {**zone, "valuation_date": "2022-06-30", "monthly_growth": "-0.0025", "coefficient_places": "unrounded"}
    yield {**zone, "plot_ratio": "0.7", "plot_ratio_table": "<1.0=1.15;2.0=1>"}
    yield {**zone, "plot_ratio": "2", "plot_ratio_table": "1.0=1.15;2.00=1"}
    yield {"base": "own:812.5", "basis": "township:public service", "remaining_term": "41.5", "area": "66.7"}
    # Names of characters that take one column, two, or none.
    yield {**zone, "coefficients": "ＡＢ=1.01;ｱｲ=1;e\u0301tage=0.99;a\u200bb=1;①=1;㎡=1;tab\there=1"}
    yield from random_cases(20201012, 40)
    for layout in ["narrow", "markdown", "html"]:
        yield from ({**case, "layout": layout} for case in layout_cases())


def layout_cases():
    """What the layouts differ by: every kind of step, names that are long or that would be markup, every sign that is escaped."""
    zone = {"base": "zone:commercial:Ⅲ-4"}
    yield next(worksheet_cases())
    yield from CHOSEN[-6:]
    yield {"base": "own:812.5", "basis": "township:public service", "remaining_term": "41.5", "area": "66.7"}
    yield {**zone, "valuation_date": "2022-06-30", "monthly_growth": "-0.0025", "coefficient_places": "unrounded"}
    yield {"base": "own:9138", "coefficients": "a|b=1.1;*c* _d_ __e__ **f**=1;`g` ~~h~~ $i$=1.01;[j](k) ![l](m) <n> &amp & o=1"}
    yield {"base": "own:9138", "coefficients": "\\=1;\\|=1.1;a\\\\|b\\=0.99;<script>alert('\"')</script>=1;\"'<&>!=1"}
    yield {"base": "own:9138", "coefficients": "tab\tline\nbreak=1.1; before and after =1;#1=1;- a=1;+=1;1. b=1"}
    # A name without a break that is as long as a line, longer, and longer than two.
    for length in [66, 67, 68, 69, 70, 71, 150]:
        yield {"base": "own:9138", "coefficients": f"{'x' * length}=1.1;{'y' * 9}=1"}
        yield {"base": "own:9138", "coefficients": f"a {'x' * length} - b=1.1"}
    for length in [30, 31, 32, 33, 34, 35, 80]:
        yield {"base": "own:9138", "coefficients": f"{'面' * length}=1.1;{'积' * length}，（{'形' * 3}）状=1"}
    # Punctuation that begins no line or ends none, digits of either width, what has no width, at every place of the line.
    for length in range(22, 34):
        marks = f"{'面' * length}，（区）。〔２０２０〕１２．５号「Ⅲ－４」100.25％、（1）[x]：e\u0301面\u0301a\u200b面面 5 × 3 → 15 -7 + + y"
        yield {"base": "own:9138", "coefficients": f"{marks}=1.1"}
        yield {"base": "own:9138", "coefficients": f"{'x' * (2 * length - 10)} - 5 ÷ z × {'面' * 9}.. -3=1.1"}
    yield {"base": "own:9138", "coefficients": "x" + "\u0301" * 140 + "=1.1;" + "a\u0301" * 100 + "=1"}
    # Items as wide as those that are aligned, and wider; figures of all the digits that there are.
    for length in [24, 25, 26, 27]:
        yield {"base": "own:9138", "coefficients": f"{'k' * length}=1.1;b=0.9"}
    yield {"base": "own:1234567890123456.789", "coefficients": "k=1.00000000001;l=0.9", "amount_places": "6", "area": "2"}
    yield from random_cases(20201013, 12)


def priced(case, with_text=False):
    """The results of the case, none where they are too near to half-way."""
    try:
        appraised = Appraisal(case)
    except TooNear:
        return None
    except Refused as refused:
        return refusal(refused.kind, refused.message)
    if not with_text:
        return appraised.result
    texts = {}
    for language, name in enumerate(["chinese", "english"]):
        texts[f"worksheet_{name}"] = worksheet.worksheet(appraised, language, case.get("layout") or "wide")
        texts[f"warnings_{name}"] = worksheet.warnings(appraised, language)
    return appraised.result | texts


def appraisals(cases, results=RESULTS, with_text=False, refused=()):
    done = [*((case, priced(case, with_text)) for case in cases), *refused]
    columns = {*results, "error_chinese"}
    kept = [(case, {name: text for name, text in result.items() if name in columns}) for case, result in done if result]
    used = [column for column in COLUMNS if any(case.get(column) for case, _ in kept)]
    return table(used, results, kept)


def refusals():
    columns = [column for column in COLUMNS if any(column in case for case, _, _ in REFUSED)]
    return table(columns, RESULTS, [(case, refusal(kind, message)) for case, kind, message in REFUSED])


def chains():
    """Indices that are chains, and what is none."""
    refused = [(case, refusal(kind, message)) for case, kind, message in chain.REFUSED]
    return appraisals(chain.cases(random.Random(20201014)), [*RESULTS, *TEXTS], True, refused)


TEXTS = ["worksheet_chinese", "worksheet_english"]
WARNINGS = ["deviation", "warnings", "warnings_chinese", "warnings_english"]
DERIVED = ["m", "ky", "kv", "months", "kt", "error_kind", "error"]

# By file: what reads it, and its rows.
FILES = {
    "appraisal.tsv": ("appraisal", lambda: appraisals([*CHOSEN, *random_cases(20201008, 1975), *based_cases()])),
    "derivation.tsv": ("appraisal", lambda: appraisals(derivation_cases(), DERIVED)),
    "method.tsv": ("appraisal", lambda: appraisals(method_cases(), [*RESULTS, *TEXTS], True)),
    "chain.tsv": ("appraisal", chains),
    "policy.tsv": ("appraisal", lambda: appraisals(policy_cases())),
    "refusal.tsv": ("appraisal", refusals),
    "warning.tsv": ("appraisal", lambda: appraisals(warning_cases(), WARNINGS, True)),
    "worksheet.tsv": ("appraisal", lambda: appraisals(worksheet_cases(), TEXTS, True)),
}
