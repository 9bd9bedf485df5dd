"""Writes the vectors of the conversions between units; `generate.py` runs it."""

import random
from decimal import Decimal
from fractions import Fraction

from exact import fraction, rounded
from vector_file import refusal, table

INPUTS = ["conversion", "value", "by", "places", "mode"]
RESULTS = ["value", "error_kind", "error"]
# By conversion: the result of a value and what it is multiplied or divided by; the exact ones are not rounded.
EXACT = {
    "yuan_per_square_metre": lambda value, _: value * 15,
    "land_price": lambda value, by: value * by,
    "mu": lambda value, _: value * 3 / 2000,
}
ROUNDED = {
    "wan_yuan_per_mu": lambda value, _: value / 15,
    "floor_price": lambda value, by: value / by,
    "square_metres": lambda value, _: value * 2000 / 3,
    "total_yuan": lambda value, by: value * by,
    "total_wan_yuan": lambda value, by: value * by / 10000,
}
TAKES_TWO = {"land_price": "plot ratio", "floor_price": "plot ratio", "total_yuan": "area", "total_wan_yuan": "area"}
# What a value that is not positive is called.
NAMES = {
    "wan_yuan_per_mu": "price per mu", "yuan_per_square_metre": "unit price", "floor_price": "floor price",
    "land_price": "unit price", "mu": "area", "square_metres": "area", "total_yuan": "unit price",
    "total_wan_yuan": "unit price",
}


def places_of(text):
    return len(text.partition(".")[2])


def exact_places(conversion, value, by):
    """An exact product has the places of its factors; 亩 are 0.0015 of ㎡."""
    return places_of(value) + {"mu": 4, "land_price": places_of(by)}.get(conversion, 0)


def case(conversion, value, by="", places="", mode=""):
    return dict(zip(INPUTS, [conversion, value, by, places, mode]))


def units():
    rng = random.Random(20201014)
    cases = []

    def number(high):
        scale = rng.choice([0, 0, 1, 2, 4])
        return f"{Decimal(rng.randint(1, high * 10**scale)).scaleb(-scale):f}"

    for conversion in [*EXACT, *ROUNDED]:
        for _ in range(120):
            value, by = number(40000), number(9) if conversion in TAKES_TWO else ""
            second = fraction(by) if by else Fraction(0)
            if conversion in EXACT:
                result = EXACT[conversion](fraction(value), second)
                text = rounded(result, exact_places(conversion, value, by), "half-up", True)
                cases.append((case(conversion, value, by), {"value": text}))
            else:
                places, mode = rng.choice([0, 1, 2, 2, 4, 12]), rng.choice(["half-up", "half-even"])
                text = rounded(ROUNDED[conversion](fraction(value), second), places, mode, True)
                cases.append((case(conversion, value, by, str(places), mode), {"value": text}))
        rounding = ("2", "half-up") if conversion in ROUNDED else ()
        by = "2" if conversion in TAKES_TWO else ""
        for value in ("0", "-1.5"):
            message = f"the {NAMES[conversion]} is {value}, and must be positive"
            cases.append((case(conversion, value, by, *rounding), refusal("NotPositive", message)))
        if conversion in TAKES_TWO:
            message = f"the {TAKES_TWO[conversion]} is 0, and must be positive"
            cases.append((case(conversion, "1", "0", *rounding), refusal("NotPositive", message)))
        for places in ("29", "300") if conversion in ROUNDED else ():
            message = f"{places} places are asked for, at most 28 are taken"
            cases.append((case(conversion, "1", by, places, "half-up"), refusal("TooManyPlaces", message)))
    largest = str(2**96 - 1)
    for conversion, of in (("yuan_per_square_metre", "unit price"), ("mu", "area")):
        cases.append((case(conversion, largest), refusal("TooManyDigits", f"the {of} has too many digits")))
    for conversion, of in (("square_metres", "area"), ("total_yuan", "total")):
        by = "2" if conversion in TAKES_TWO else ""
        message = f"the {of} has too many digits"
        cases.append((case(conversion, largest, by, "0", "half-up"), refusal("TooManyDigits", message)))
    return table(INPUTS, RESULTS, cases)


# By file: what reads it, and its rows.
FILES = {"unit.tsv": ("unit", units)}
