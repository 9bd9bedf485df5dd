#!/usr/bin/env python3
"""Writes appraisal.tsv and mixed_use.tsv: whole appraisals, computed by a program that shares no code with the library.

    python3 conformance/generate_appraisal.py           writes the files, the same bytes on every run
    python3 conformance/generate_appraisal.py --check   fails if a file differs from what it would write

Needs Python 3.9 or later and nothing else. What is rational is computed with `fractions`; powers with `decimal` at 160
digits, and the program stops where such a value is within 1e-100 of half-way between two neighbours.
"""

import random
import sys
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
DIGITS = 160
NEAR = Fraction(1, 10**100)

# The published prices that the cases start from: (land use, code): 元/㎡. The library's own are compared with the
# notice, cell by cell, elsewhere.
ZONES = {
    ("commercial", "Ⅰ-1"): 12024,
    ("commercial", "Ⅲ-4"): 9138,
    ("commercial", "Ⅴ-13"): 4082,
    ("commercial", "Ⅸ-8"): 1700,
    ("residential", "Ⅰ-2"): 15700,
    ("residential", "Ⅲ-4"): 11142,
    ("residential", "Ⅷ-9"): 2600,
    ("industrial", "Ⅰ-1"): 2202,
    ("industrial", "Ⅳ-2"): 803,
    ("industrial", "Ⅶ-10"): 330,
}
GRADES = {("commercial", "Ⅲ"): 8198, ("residential", "Ⅱ"): 12008, ("industrial", "Ⅶ"): 411}
RATES = {"commercial": "0.064", "residential": "0.060", "industrial": "0.055"}
TERMS = {"commercial": "40", "residential": "70", "industrial": "50"}
BASE_DATE = date(2019, 1, 1)
IN_FORCE = (date(2020, 10, 8), date(2023, 10, 7))
SIX_SERVICES = ["road", "power", "telecom", "water supply", "drainage", "gas", "levelling"]

NAMES = {"ky": "term coefficient", "kv": "plot-ratio coefficient", "kt": "date coefficient"}

COLUMNS = [
    "base", "rate", "statutory_term", "base_date", "basis_development", "remaining_term", "valuation_date",
    "expiry_date", "plot_ratio", "plot_ratio_coefficient", "plot_ratio_table", "date_coefficient", "date_index",
    "monthly_growth", "coefficients", "factor_corrections", "development_adjustment", "site_development", "unit_costs",
    "area", "coefficient_places", "unit_price_places", "amount_places", "mode",
]
RESULTS = [
    "m", "ky", "kv", "months", "kt", "factor_sum", "kf", "unit_price", "wan_yuan_per_mu", "floor_price", "total_yuan",
    "total_wan_yuan", "deviation", "warnings", "error",
]


class TooNear(Exception):
    """A value so near to half-way that its rounding would be a guess."""


class Refused(Exception):
    """Inputs without an honest result, and the whole message that says so."""


def fraction(text):
    return Fraction(Decimal(text))


def rounded(value, places, mode, exact):
    """The value to that many places, as text; a value that is not exact must not be near half-way."""
    scaled = value * 10**places
    doubled = scaled * 2
    nearest_half = Fraction(2 * ((doubled.numerator // doubled.denominator) // 2) + 1, 2)
    if not exact and abs(scaled - nearest_half) < NEAR:
        raise TooNear
    floor = abs(scaled).numerator // abs(scaled).denominator
    rest = abs(scaled) - floor
    half = Fraction(1, 2)
    up = rest > half or (rest == half and (mode == "half-up" or floor % 2 == 1))
    whole = floor + (1 if up else 0)
    sign = "-" if scaled < 0 and whole else ""
    digits = str(whole).rjust(places + 1, "0")
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def power(base, exponent):
    """base ** exponent for Fractions, and whether it is exact."""
    if exponent.denominator == 1:
        return base**exponent.numerator, True
    with localcontext() as context:
        context.prec = DIGITS
        as_decimal = lambda value: Decimal(value.numerator) / Decimal(value.denominator)
        return Fraction(as_decimal(base) ** as_decimal(exponent)), False


def term_coefficient(rate, remaining, statutory):
    if remaining == statutory:
        return Fraction(1), True
    above, exact_above = power(1 + rate, -remaining)
    below, exact_below = power(1 + rate, -statutory)
    return (1 - above) / (1 - below), exact_above and exact_below


def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    return date(year, month + 1, min(day.day, last))


def periods(start, end, months, days):
    """Whole periods of so many months, then days over days in a period, to 2 places."""
    whole = 0
    while add_months(start, (whole + 1) * months) <= end:
        whole += 1
    rest = (end - add_months(start, whole * months)).days
    return rounded(whole + Fraction(rest, days), 2, "half-up", True)


def index_on(points, day, linear):
    before = None
    for at, value in points:
        if at == day:
            return value
        if at > day:
            if before is None:
                break
            if not linear:
                return before[1]
            part = Fraction((day - before[0]).days, (at - before[0]).days)
            return before[1] + (value - before[1]) * part
        before = (at, value)
    raise ValueError("outside the series")


def appraise(case):
    result = dict.fromkeys(RESULTS, "")
    get = case.get
    mode = get("mode") or "half-up"
    coefficient_places = get("coefficient_places") or "4"
    unit_places = int(get("unit_price_places") or "2")
    amount_places = int(get("amount_places") or "2")
    kind, *words = case["base"].split(":")
    use = words[0] if kind != "own" else None
    price = {"zone": ZONES, "grade": GRADES}[kind][tuple(words)] if kind != "own" else fraction(words[0])
    rate = get("rate") or (RATES[use] if use else None)
    statutory = get("statutory_term") or (TERMS[use] if use else None)
    base_date = date.fromisoformat(case["base_date"]) if get("base_date") else BASE_DATE if use else None
    valuation = date.fromisoformat(case["valuation_date"]) if get("valuation_date") else None

    exact = True
    product = Fraction(price)

    def take(value, value_exact, name):
        nonlocal exact, product
        if coefficient_places == "unrounded":
            exact = exact and value_exact
            product *= value
        else:
            result[name] = rounded(value, int(coefficient_places), mode, value_exact)
            if fraction(result[name]) == 0:
                raise Refused(f"the {NAMES[name]} is {result[name]}, and must be positive")
            product *= fraction(result[name])

    remaining = get("remaining_term")
    if get("expiry_date"):
        remaining = periods(valuation, date.fromisoformat(case["expiry_date"]), 12, 365)
        result["m"] = remaining
    if remaining:
        take(*term_coefficient(fraction(rate), fraction(remaining), fraction(statutory)), "ky")
    if get("plot_ratio_coefficient"):
        product *= fraction(case["plot_ratio_coefficient"])
        result["kv"] = case["plot_ratio_coefficient"]
    if get("plot_ratio_table"):
        table = case["plot_ratio_table"]
        rows = [tuple(row.split("=")) for row in table.strip("<>").split(";")]
        ratio = fraction(case["plot_ratio"])
        at = [fraction(row[0]) for row in rows]
        if ratio in at or ratio < at[0] or ratio > at[-1]:
            row = rows[at.index(ratio) if ratio in at else 0 if ratio < at[0] else -1]
            result["kv"] = row[1]
            product *= fraction(row[1])
        else:
            above = next(i for i, x in enumerate(at) if x > ratio)
            (x0, y0), (x1, y1) = [tuple(map(fraction, row)) for row in rows[above - 1 : above + 1]]
            take(y0 + (y1 - y0) * (ratio - x0) / (x1 - x0), True, "kv")
    if get("date_coefficient"):
        product *= fraction(case["date_coefficient"])
        result["kt"] = case["date_coefficient"]
    if get("date_index"):
        how, points = case["date_index"].split(":")
        points = [point.split("=") for point in points.split(";")]
        points = [(date.fromisoformat(day), fraction(value)) for day, value in points]
        linear = how == "linear"
        take(index_on(points, valuation, linear) / index_on(points, base_date, linear), True, "kt")
    if get("monthly_growth"):
        earlier, later = sorted([base_date, valuation])
        months = periods(earlier, later, 1, 30)
        result["months"] = ("-" if valuation < base_date and fraction(months) else "") + months
        take(*power(1 + fraction(case["monthly_growth"]), fraction(result["months"])), "kt")
    for pair in filter(None, (get("coefficients") or "").split(";")):
        product *= fraction(pair.split("=")[1])
    corrections = list(filter(None, (get("factor_corrections") or "").split(";")))
    if corrections:
        values = [Decimal(pair.split("=")[1]) for pair in corrections]
        with localcontext() as context:
            context.prec = DIGITS
            total = sum(values, Decimal(0))
        result["factor_sum"] = f"{total if total else abs(total):f}"
        product *= 1 + Fraction(total)
    adjustment = Fraction(0)
    if get("development_adjustment"):
        result["kf"] = case["development_adjustment"]
        adjustment = fraction(case["development_adjustment"])
    if get("site_development"):
        costs = dict(pair.split("=") for pair in case["unit_costs"].split(";")) if get("unit_costs") else {}
        basis = get("basis_development").split("+") if get("basis_development") else SIX_SERVICES
        site = [] if case["site_development"] == "none" else case["site_development"].split("+")
        with localcontext() as context:
            context.prec = DIGITS
            signed = [Decimal(cost) for service, cost in costs.items() if service in site and service not in basis]
            signed += [-Decimal(cost) for service, cost in costs.items() if service in basis and service not in site]
            total = sum(signed, Decimal(0))
        result["kf"] = f"{total if total else abs(total):f}"
        adjustment = Fraction(total)

    result["unit_price"] = rounded(product + adjustment, unit_places, mode, exact)
    unit = fraction(result["unit_price"])
    if unit <= 0:
        raise Refused(f"the unit price would be {result['unit_price']}, and must be positive")
    result["wan_yuan_per_mu"] = rounded(unit / 15, amount_places, mode, True)
    if get("plot_ratio"):
        result["floor_price"] = rounded(unit / fraction(case["plot_ratio"]), amount_places, mode, True)
    if get("area"):
        result["total_yuan"] = rounded(unit * fraction(case["area"]), amount_places, mode, True)
        result["total_wan_yuan"] = rounded(unit * fraction(case["area"]) / 10000, amount_places, mode, True)
    deviation = (unit / price - 1) * 100
    result["deviation"] = rounded(deviation, 2, mode, True)
    warnings = []
    if abs(deviation) > 30:
        warnings.append("large-deviation")
    if valuation and use and not IN_FORCE[0] <= valuation <= IN_FORCE[1]:
        warnings.append("outside-validity")
    if valuation and base_date and valuation < base_date:
        warnings.append("before-base-date")
    result["warnings"] = ";".join(warnings)
    return result


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
        case["base"] = "zone:" + ":".join(rng.choice(sorted(ZONES)))
    elif base < 0.8:
        case["base"] = "grade:" + ":".join(rng.choice(sorted(GRADES)))
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
    case["factor_corrections"] = ";".join(f"{name}={decimals(rng, -0.1, 0.1, 6)}" for name in factors[:count])
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


# One broken rule each: the inputs, and the whole message. Written by hand.
REFUSED = [
    ({"base": "own:0"}, "the benchmark price is 0, and must be positive"),
    ({"base": "own:-1.50"}, "the benchmark price is -1.50, and must be positive"),
    ({"base": "zone:commercial:Ⅲ-13"}, "no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12"),
    ({"base": "zone:industrial:Ⅷ-1"}, "no industrial grade Ⅷ: industrial grades run from Ⅰ to Ⅶ"),
    ({"base": "grade:residential:Ⅸ"}, "no residential grade Ⅸ: residential grades run from Ⅰ to Ⅷ"),
    (
        {"base": "zone:public service:Ⅰ-1"},
        "no public service price of the central urban area: annex 5 publishes them, "
        "and this edition does not hold its figures",
    ),
    ({"base": "zone:commercial:Ⅲ-4", "remaining_term": "0"}, "the remaining term is 0, and must be positive"),
    ({"base": "zone:commercial:Ⅲ-4", "remaining_term": "-3"}, "the remaining term is -3, and must be positive"),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "40.01"},
        "the remaining term is 40.01 years, longer than the statutory term of 40",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "33.56789"},
        "the remaining term is 33.56789, and must have at most 4 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "rate": "0"},
        "the capitalization rate is 0, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "rate": "6.4"},
        "the capitalization rate is 6.4, and must be a fraction of at most 1 and 6 places: 6.4 % is 0.064",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "statutory_term": "-40"},
        "the statutory term is -40, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "statutory_term": "101"},
        "the statutory term is 101, and must be at most 100 years, of at most 4 places",
    ),
    (
        {"base": "own:9138", "remaining_term": "20"},
        "the term coefficient needs the capitalization rate, which is not given",
    ),
    (
        {"base": "own:9138", "remaining_term": "20", "rate": "0.06"},
        "the term coefficient needs the statutory term, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "expiry_date": "2050-01-01"},
        "the remaining term and the expiry date are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "expiry_date": "2050-01-01"},
        "the expiry date needs the valuation date, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2022-06-30", "expiry_date": "2022-06-30"},
        "the expiry date is 2022-06-30, and must be after the valuation date 2022-06-30",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2022-06-30", "expiry_date": "2022-07-01"},
        "the remaining term is 0.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio_coefficient": "-0.9"},
        "the plot-ratio coefficient is -0.9, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_coefficient": "1", "plot_ratio_table": "1=1;3=2"},
        "the plot-ratio coefficient and the plot-ratio table are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio_table": "1=1;3=2"},
        "the plot-ratio table needs the plot ratio, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "5.01", "plot_ratio_table": "1.0=1.1;5.0=0.8"},
        "the plot ratio is 5.01, outside the table from 1.0 to 5.0",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "0.99", "plot_ratio_table": "1.0=1.1;5.0=0.8>"},
        "the plot ratio is 0.99, outside the table from 1.0 to 5.0",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_table": "1.0=1.1;1.0=0.8"},
        "row 2 of the plot-ratio table: plot ratios ascend from row to row",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_table": "1.0=1.1;2.0=0"},
        "row 2 of the plot-ratio table: a coefficient is positive",
    ),
    ({"base": "zone:commercial:Ⅲ-4", "date_coefficient": "0"}, "the date coefficient is 0, and must be positive"),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_coefficient": "1", "monthly_growth": "0.01"},
        "the date coefficient and the monthly growth are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "monthly_growth": "0.01"},
        "the monthly growth needs the valuation date, which is not given",
    ),
    (
        {"base": "own:9138", "monthly_growth": "0.01", "valuation_date": "2022-06-30"},
        "the monthly growth needs the base date, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "monthly_growth": "-0.5", "valuation_date": "2022-06-30"},
        "the monthly growth is -0.5, and must be a fraction above -0.5 and at most 1, of at most 6 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-01=100;2021-01-01=103", "valuation_date": "2021-01-02"},
        "the date is 2021-01-02, outside the date index from 2019-01-01 to 2021-01-01",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-02=100;2021-01-01=103", "valuation_date": "2020-01-02"},
        "the date is 2019-01-01, outside the date index from 2019-01-02 to 2021-01-01",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-01=100;2019-01-01=103", "valuation_date": "2019-01-01"},
        "row 2 of the date index: dates ascend from row to row",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "coefficients": "面积=0.98;形状=0"},
        'the coefficient "形状" is 0, and must be positive',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "coefficients": ";".join(f"k{i}=1" for i in range(17))},
        "17 values of coefficient are given, at most 16 are taken",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=-0.5;个别=-0.5"},
        "the factor corrections sum to -1.0, and 1 + their sum must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": ";".join(f"k{i}=0" for i in range(65))},
        "65 values of factor corrections are given, at most 64 are taken",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "-9138"},
        "the unit price would be 0.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "-9138.004"},
        "the unit price would be 0.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "-10000"},
        "the unit price would be -862.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "site_development": "road+power"},
        "no unit cost of telecom is given, which either the site or the basis has and the other lacks",
    ),
    (
        {"base": "own:9138", "site_development": "road", "unit_costs": "road=1"},
        "the development adjustment needs the development level of the basis, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "site_development": "road", "unit_costs": "gas=-1"},
        "the unit cost of gas is -1, and must not be negative",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "site_development": "road", "unit_costs": "gas=1;gas=2"},
        "two unit costs of gas are given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "1", "site_development": "road", "unit_costs": "gas=1"},
        "the development adjustment and the unit cost are both given, and exclude each other",
    ),
    ({"base": "zone:commercial:Ⅲ-4", "area": "0"}, "the area is 0, and must be positive"),
    ({"base": "zone:commercial:Ⅲ-4", "plot_ratio": "-2"}, "the plot ratio is -2, and must be positive"),
    ({"base": "zone:commercial:Ⅲ-4", "coefficient_places": "13"}, "13 places are asked for, at most 12 are taken"),
    (
        {"base": "own:79228162514264337593543950335", "coefficients": "k=2"},
        "the unit price has too many digits",
    ),
    (
        {"base": "own:9138", "remaining_term": "0.0001", "rate": "0.06", "statutory_term": "70"},
        "the term coefficient is 0.0000, and must be positive",
    ),
]

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


def mixed_cases(rng):
    """Unit prices and shares; each unit price is that of an appraisal from a price of one's own."""
    yield ["9138", "11142"], ["0.3", "0.7"], "1000", "2", "half-up"
    yield ["100.01", "100.02"], ["0.5", "0.5"], "", "2", "half-up"
    yield ["100.01", "100.02"], ["0.5", "0.5"], "", "2", "half-even"
    for _ in range(60):
        count = rng.randint(1, 5)
        cuts = sorted(rng.sample(range(1, 10000), count - 1))
        parts = [b - a for a, b in zip([0, *cuts], [*cuts, 10000])]
        shares = [f"{Decimal(part) / Decimal(10000):f}" for part in parts]
        prices = [f"{Decimal(rng.randint(100, 2000000)) / 100:.2f}" for _ in parts]
        yield prices, shares, positive(rng, 1, 9999, 2), str(rng.choice([0, 2, 3])), rng.choice(["half-up", "half-even"])


def mixed_rows():
    yield ["unit_prices", "shares", "area", "unit_price_places", "mode", "unit_price", "wan_yuan_per_mu", "total_yuan",
           "total_wan_yuan", "error"]
    for prices, shares, area, places, mode in mixed_cases(random.Random(20201009)):
        exact = sum(fraction(price) * fraction(share) for price, share in zip(prices, shares))
        unit = rounded(exact, int(places), mode, True)
        mu = rounded(fraction(unit) / 15, 2, mode, True)
        totals = [rounded(fraction(unit) * fraction(area) / per, 2, mode, True) for per in (1, 10000)] if area else ["", ""]
        yield [";".join(prices), ";".join(shares), area, places, mode, unit, mu, *totals, ""]
    refused = [
        ("1;2", "0.5;0.4999", "the shares sum to 0.9999, and must sum to exactly 1"),
        ("1;2", "1.5;-0.5", "the share is -0.5, and must be positive"),
        ("", "", "the shares sum to 0, and must sum to exactly 1"),
        (";".join(["1"] * 17), ";".join(["0.1"] * 17), "17 values of share are given, at most 16 are taken"),
    ]
    for prices, shares, error in refused:
        yield [prices, shares, "", "2", "half-up", "", "", "", "", error]


def appraisal_rows():
    yield [*COLUMNS, *RESULTS]
    rng = random.Random(20201008)
    cases = list(CHOSEN)
    while len(cases) < 2000:
        cases.append(random_case(rng))
    for case in cases:
        try:
            result = appraise(case)
        except TooNear:
            continue
        except Refused as refused:
            result = dict.fromkeys(RESULTS, "") | {"error": str(refused)}
        yield [case.get(column, "") for column in COLUMNS] + [result[column] for column in RESULTS]
    for case, error in REFUSED:
        yield [case.get(column, "") for column in COLUMNS] + [""] * (len(RESULTS) - 1) + [error]


def main():
    check = sys.argv[1:] == ["--check"]
    for name, rows in [("appraisal.tsv", appraisal_rows()), ("mixed_use.tsv", mixed_rows())]:
        text = "".join("\t".join(row) + "\n" for row in rows)
        path = HERE / name
        if not check:
            path.write_text(text, encoding="utf-8", newline="")
        elif path.read_text(encoding="utf-8") != text:
            sys.exit(f"{name} is not what this program writes")
        print(f"{name}: {text.count(chr(10)) - 1} rows")


if __name__ == "__main__":
    main()
