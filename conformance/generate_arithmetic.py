"""Writes the vectors of arithmetic; `generate.py` runs it.

Whatever is rational is computed with `fractions` and rounded exactly; whatever is not is computed with `decimal` at 160
digits, and must be further than 1e-100 from every half-way figure.
"""

import math
import random
from decimal import ROUND_FLOOR, Decimal, getcontext
from fractions import Fraction

from vector_file import refusal

getcontext().prec = 160
getcontext().Emax = 10**9
getcontext().Emin = -(10**9)

MODES = ("half-up", "half-even")
LIMIT = 2**96


# --- exact and 160-digit reals -------------------------------------------------------------------------------------------


def to_decimal(value):
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value


def multiply(a, b):
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a * b
    return to_decimal(a) * to_decimal(b)


def integer_root(value, degree):
    """The exact root of a whole number, or None."""
    low, high = 1, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high) // 2
        if middle**degree < value:
            low = middle + 1
        else:
            high = middle
    return low if low**degree == value else None


def power(base, exponent):
    """base ** exponent: a Fraction when that is rational, a Decimal when it is not."""
    if base == 1:
        return Fraction(1)
    above = integer_root(base.numerator, exponent.denominator)
    below = integer_root(base.denominator, exponent.denominator)
    if above is not None and below is not None:
        return Fraction(above, below) ** exponent.numerator
    return (to_decimal(base).ln() * to_decimal(exponent)).exp()


def term(rate, remaining, statutory):
    if remaining == statutory:
        return Fraction(1)
    rate = 1 + Fraction(rate)
    x, y = (Fraction(0) if years == "perpetual" else power(rate, -Fraction(years)) for years in (remaining, statutory))
    if x == y:
        return Fraction(1)
    if isinstance(x, Fraction) and isinstance(y, Fraction):
        return (1 - x) / (1 - y)
    return (1 - to_decimal(x)) / (1 - to_decimal(y))


def growth(rate, months):
    return power(1 + Fraction(rate), Fraction(months))


def interpolation(x0, y0, x1, y1, x):
    x0, y0, x1, y1, x = map(Fraction, (x0, y0, x1, y1, x))
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def rounded(value, places, mode):
    """The value rounded to a whole number of 10^-places, or None when it does not fit 96 bits."""
    if isinstance(value, Fraction):
        scaled = value * 10**places
        whole = math.floor(scaled)
        rest = scaled - whole
        half = Fraction(1, 2)
        if rest == half:
            up = whole >= 0 if mode == "half-up" else whole % 2 == 1
        else:
            up = rest > half
    else:
        scaled = value.scaleb(places)
        whole = int(scaled.to_integral_value(ROUND_FLOOR))
        distance = scaled - whole - Decimal("0.5")
        assert abs(distance) > Decimal("1e-100"), (value, places)
        up = distance > 0
    units = whole + up
    return units if abs(units) < LIMIT else None


def text(units, places):
    sign, digits = ("-" if units < 0 else ""), str(abs(units)).rjust(places + 1, "0")
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def result(value, places, mode):
    units = rounded(value, places, mode)
    return None if units is None else text(units, places)


def fixed(units, places):
    return text(units, places)


# --- the files -----------------------------------------------------------------------------------------------------------


class Table:
    def __init__(self, name, *columns):
        self.name, self.rows = name, [list(columns)]

    def row(self, *cells):
        self.rows.append([str(cell) for cell in cells])


def term_grid():
    table = Table("term_coefficient_grid.tsv", "rate", "statutory", "first_remaining", "=coefficients")
    for rate, statutory in (("0.064", 40), ("0.060", 40), ("0.060", 70), ("0.055", 50), ("0.060", 50)):
        for year in range(statutory):
            cells = [
                result(term(rate, Fraction(100 * year + i, 100), statutory), 4, "half-up") for i in range(1, 101)
            ]
            table.row(rate, statutory, f"{year}.01", " ".join(cells))
    return table


def random_rate(rng):
    places = rng.randint(1, 6)
    return fixed(rng.randint(1, 10**places), places)


def random_remaining(rng, most):
    places = rng.randint(0, 4)
    return fixed(rng.randint(1, max(1, int(Fraction(most) * 10**places))), places)


def term_vectors():
    rng = random.Random(20201008)
    table = Table("term_coefficient.tsv", "rate", "remaining", "statutory", "places", "mode", "coefficient")

    def add(rate, remaining, statutory, places, modes=MODES):
        for mode in modes:
            table.row(rate, remaining, statutory, places, mode, result(term(rate, remaining, statutory), places, mode))

    # Half-way exactly. A coefficient a / (a + b) at m = n / 2 is when a + b is a power of two: 39/64, 131/256, 5067/8192.
    # The other rates make it rational without ever making it half-way.
    ties = 0
    for rate in ("0.56", "0.048", "0.62144", "0.098304", "1", "0.21", "0.44", "0.69", "0.0201", "0.1025", "0.5625", "0.25", "0.5", "0.2", "0.1", "0.4641", "0.61051", "0.96"):
        for statutory in ("0.5", "1", "1.5", "2", "2.5", "3", "4", "6", "8", "12"):
            for twentieths in range(1, int(Fraction(statutory) * 20)):
                remaining = Fraction(twentieths, 20)
                value = term(rate, remaining, statutory)
                if not isinstance(value, Fraction):
                    continue
                shown = fixed(twentieths * 5, 2)
                for places in range(13):
                    if (value * 10**places * 2).denominator == 1 and (value * 10**places * 2).numerator % 2 == 1:
                        add(rate, shown, statutory, places)
                        ties += 1
                if twentieths % 5 == 0:
                    add(rate, shown, statutory, 4, ("half-up",))
    assert ties >= 4, ties
    # The ends of every range.
    for rate in ("0.000001", "0.00001", "0.001", "0.999999", "1", "1.000000"):
        for statutory in ("0.0001", "0.01", "1", "40", "70", "100", "99.9999"):
            for remaining in ("0.0001", "0.01", "0.5", "1", "33.57", "39.99", "99.9998", statutory):
                if Fraction(remaining) <= Fraction(statutory):
                    for places in (0, 4, 12):
                        add(rate, remaining, statutory, places, ("half-up",))
    # Close to half-way: with a rate near zero the coefficient is a little above remaining / statutory.
    for rate in ("0.000001", "0.00000001"):
        for remaining, statutory, places in (("1", "2", 0), ("0.0001", "0.0002", 0), ("1", "20", 1), ("0.5", "100", 2), ("1.25", "100", 3), ("3", "40", 2), ("0.0005", "1", 3)):
            add(rate, remaining, statutory, places)
    # The closest of many, by search.
    found = []
    for _ in range(30000):
        rate, statutory = fixed(rng.randint(1, 150000), 6), str(rng.choice((40, 50, 70)))
        remaining = fixed(rng.randint(1, int(statutory) * 100 - 1), 2)
        value = to_decimal(term(rate, remaining, statutory))
        for places in (4, 6, 8, 10, 12):
            scaled = value.scaleb(places)
            found.append((abs(scaled - scaled.to_integral_value(ROUND_FLOOR) - Decimal("0.5")), rate, remaining, statutory, places))
    for _, rate, remaining, statutory, places in sorted(found)[:100]:
        add(rate, remaining, statutory, places, ("half-up",))
    for _ in range(3000):
        rate = random_rate(rng)
        statutory = rng.choice(("40", "50", "70", random_remaining(rng, 100)))
        add(rate, random_remaining(rng, statutory) if Fraction(statutory) >= 1 else statutory, statutory, rng.randint(0, 12), (rng.choice(MODES),))
    longer_terms(rng, add)
    return table


def longer_terms(rng, add):
    """Remaining terms that are longer than the statutory one, and terms without end."""
    # Exactly half-way: 1 − 2^-m at m places, and its inverse 2^m ÷ (2^m − 1) at none; (1 − 2^-4) ÷ (1 − 2^-2) is 1.25.
    for years in ("1", "2", "3", "4", "8", "12"):
        for places in range(13):
            add("1", years, "perpetual", places)
            add("1", "perpetual", years, places)
    for remaining, statutory in (("4", "2"), ("3", "1"), ("2", "1"), ("6", "2"), ("6", "3"), ("12", "4"), ("1", "0.5")):
        for rate in ("1", "0.21", "0.44", "0.25", "0.06"):
            for places in range(6):
                add(rate, remaining, statutory, places)
    for rate in ("0.000001", "0.001", "0.06", "1"):
        for remaining, statutory in (("100", "0.0001"), ("100", "99.9999"), ("perpetual", "perpetual"), ("perpetual", "100"), ("0.0001", "perpetual"), ("100", "perpetual")):
            for places in (0, 4, 12):
                add(rate, remaining, statutory, places, ("half-up",))
    for _ in range(1000):
        terms = ["perpetual", str(rng.choice((40, 50, 70))), random_remaining(rng, 100), random_remaining(rng, 100)]
        add(random_rate(rng), *rng.sample(terms, 2), rng.randint(0, 12), (rng.choice(MODES),))


def growth_vectors():
    rng = random.Random(1)
    table = Table("growth_coefficient.tsv", "rate", "months", "places", "mode", "coefficient")

    def add(rate, months, places, modes=MODES):
        for mode in modes:
            shown = result(growth(rate, months), places, mode)
            if shown is not None:
                table.row(rate, months, places, mode, shown)

    for rate in ("0.1", "0.01", "0.5", "1", "-0.5", "-0.2", "0.21", "-0.19", "0.44", "0.25", "-0.36", "0.0201", "0.015", "0.005", "-0.005"):
        for months in ("0", "1", "-1", "0.5", "-0.5", "1.5", "2", "-2", "3", "-3", "4", "0.25", "0.2", "5", "-5", "6", "9", "10", "-12"):
            for places in (0, 1, 2, 3, 4, 6, 8, 12):
                add(rate, months, places, MODES if places in (1, 2, 3) else ("half-up",))
    for rate in ("0.000001", "-0.000001", "1", "-0.5", "-0.499999", "0.999999", "0.0042"):
        for months in ("0.01", "-0.01", "1200", "-1200", "1199.99", "-1199.99", "90", "-90", "96"):
            for places in (0, 4, 12):
                add(rate, months, places, ("half-up",))
    for _ in range(1500):
        places = rng.randint(1, 6)
        rate = fixed(rng.choice((rng.randint(-(10**places) // 2 + 1, 10**places), rng.randint(-(10**places) // 50, 10**places // 50))), places)
        months = fixed(rng.choice((rng.randint(-120000, 120000), rng.randint(-6000, 6000))), 2)
        add(rate, months, rng.randint(0, 12), (rng.choice(MODES),))
    return table


def random_decimal(rng, digits, places):
    return fixed(rng.randint(1, 10**digits - 1), places)


def interpolation_vectors():
    rng = random.Random(2)
    table = Table("interpolation.tsv", "x0", "y0", "x1", "y1", "x", "places", "mode", "value")

    def add(x0, y0, x1, y1, x, places, modes=MODES):
        for mode in modes:
            shown = result(interpolation(x0, y0, x1, y1, x), places, mode)
            if shown is not None:
                table.row(x0, y0, x1, y1, x, places, mode, shown)

    for x, places in (("1.0", 4), ("1.1", 4), ("1.05", 4), ("1.03", 1), ("1.025", 3), ("1.075", 2)):
        add("1.0", "1.0", "1.1", "1.1", x, places)
    add("-3", "1.5", "5", "0.7", "-2.25", 4)
    add("-3", "1.5", "-1", "0.7", "-2.25", 4)
    add("-3", "1.5", "0", "0.7", "0", 4)
    for _ in range(600):
        x0 = rng.randint(0, 800)
        x1 = x0 + rng.randint(1, 100)
        add(fixed(x0, 2), random_decimal(rng, 5, 4), fixed(x1, 2), random_decimal(rng, 5, 4), fixed(rng.randint(x0 * 10, x1 * 10), 3), rng.randint(0, 8), (rng.choice(MODES),))
    for _ in range(400):
        scale = [rng.randint(0, 28) for _ in range(3)]
        x = sorted(Fraction(rng.randint(-(2**95), 2**95), 10 ** rng.randint(0, 28)) for _ in range(3))
        shown = []
        for value in x:
            places = 28
            while abs(value * 10**places) >= LIMIT or (value * 10**places).denominator != 1:
                places -= 1
                if places < 0:
                    break
            shown.append(None if places < 0 else fixed(int(value * 10**places), places))
        if None in shown or x[0] == x[2]:
            continue
        add(shown[0], random_decimal(rng, 28, scale[0]), shown[2], random_decimal(rng, 28, scale[1]), shown[1], rng.randint(0, 12), (rng.choice(MODES),))
    return table


def value_of(factor):
    kind, arguments = factor
    return {"decimal": Fraction, "ratio": lambda a, b: Fraction(a) / Fraction(b), "interpolation": interpolation, "term": term, "growth": growth}[kind](*arguments)


def written(factor):
    kind, arguments = factor
    if kind == "decimal":
        return arguments[0]
    return f"{kind}({','.join(arguments)})"


def add_product(table, factors, addend, places, modes=MODES):
    value = Fraction(1)
    for factor in factors:
        value = multiply(value, value_of(factor))
    value = value + Fraction(addend) if isinstance(value, Fraction) else value + to_decimal(Fraction(addend))
    for mode in modes:
        shown = result(value, places, mode)
        if shown is not None:
            table.row(" ".join(map(written, factors)), addend, places, mode, shown)


def decimals(*values):
    return [("decimal", (value,)) for value in values]


def product_vectors():
    rng = random.Random(3)
    table = Table("product.tsv", "factors", "addend", "places", "mode", "value")
    for factors, addend, places in (
        (["1.005"], "0", 2), (["0.005"], "0", 2), (["0.015"], "0", 2), (["0.5"], "0", 0), (["2.5"], "0", 0), (["0.5"], "-1", 0), (["0.5"], "-2", 0),
        (["0.005"], "-0.01", 2), (["0.005"], "-0.02", 2), (["9138", "0.9235", "1.0500", "1.0215"], "0", 2), (["9138", "0.5", "0.5", "0.5", "0.1"], "0", 2), (["1"], "-1", 2),
        (["0.01"], "-0.0050", 2), (["0.01"], "0.0050", 2), (["0.01"], "-0.0150", 2), (["0.02"], "-0.0250", 2), (["0.0049999"], "0.0000001", 2),
        (["0.001"], "-0.0060", 2), (["0.333"], "-0.333", 2), (["79228162514264337593543950335"], "0", 0), (["79228162514264337593543950335", "0.1"], "-0.05", 1),
        (["7.9228162514264337593543950335", "7.9228162514264337593543950335"], "-62.7710173538668076383578942320", 28),
        (["79228162514264337593543950335", "1.0000000000000000000000000001"], "-79228162514264337593543950335", 12),
        (["0.0000000000000000000000000001"] * 24, "0", 28), (["0.0000000000000000000000000001"] * 24, "0.5", 0), (["0.0000000000000000000000000001"] * 24, "-0.5", 0),
        (["1.9999999999999999999999999999"] * 24, "0", 12), (["1.9999999999999999999999999999", "0.5000000000000000000000000001"] * 20, "0", 12),
    ):
        add_product(table, decimals(*factors), addend, places)
    # Prices times coefficients, as an appraisal has them.
    for _ in range(800):
        factors = decimals(fixed(rng.randint(100, 30000), 0), *(fixed(rng.randint(5000, 15000), 4) for _ in range(rng.randint(1, 9))))
        add_product(table, factors, fixed(rng.randint(-50000, 50000), 2), rng.choice((0, 2, 2, 4)), (rng.choice(MODES),))
    # Half cents: an odd multiple of 0.005 divided by its own coefficients.
    for _ in range(200):
        coefficient = Fraction(rng.choice((5, 25, 125, 625, 2500, 8000, 12500, 10500)), 10**4)
        price = rng.randint(1, 30000)
        addend = fixed(rng.randint(-30000, 30000) * 20, 3)
        for places in range(5):
            doubled = Fraction(price) * coefficient * 2 * 10**places
            if doubled.denominator == 1 and doubled.numerator % 2 == 1:
                add_product(table, decimals(str(price), fixed(int(coefficient * 10**4), 4)), addend if places >= 3 else fixed(rng.randint(-10**6, 10**6), places), places)
    # Ten coefficients of six places.
    for _ in range(150):
        add_product(table, decimals(fixed(rng.randint(1, 10**8), 2), *(fixed(rng.randint(500000, 1500000), 6) for _ in range(10))), fixed(rng.randint(-10**5, 10**5), 4), rng.randint(0, 12), (rng.choice(MODES),))
    # Ratios and interpolations among them.
    for _ in range(400):
        factors = decimals(fixed(rng.randint(100, 30000), 0), fixed(rng.randint(5000, 15000), 4))
        factors += [("ratio", (random_decimal(rng, 5, 2), random_decimal(rng, 5, 2))) for _ in range(rng.randint(1, 2))]
        if rng.random() < 0.5:
            x0 = rng.randint(0, 400)
            x1 = x0 + rng.randint(1, 50)
            factors.append(("interpolation", (fixed(x0, 2), random_decimal(rng, 5, 4), fixed(x1, 2), random_decimal(rng, 5, 4), fixed(rng.randint(x0, x1), 2))))
        rng.shuffle(factors)
        add_product(table, factors, fixed(rng.randint(-50000, 50000), 2), rng.randint(0, 6), (rng.choice(MODES),))
    add_product(table, [("ratio", ("2", "3")), *decimals("1500")], "0", 2)
    add_product(table, [("ratio", ("1", "8"))], "0", 2)
    add_product(table, [("ratio", ("3", "8"))], "0", 2)
    # Mantissas of any length.
    for _ in range(400):
        factors = []
        for _ in range(rng.randint(1, 24)):
            scale = rng.randint(0, 28)
            kind = rng.random()
            if kind < 0.8:
                factors.append(("decimal", (fixed(rng.randint(1, 2 * 10**scale), scale),)))
            else:
                factors.append(("ratio", (random_decimal(rng, 28, rng.randint(0, 28)), random_decimal(rng, 28, rng.randint(0, 28)))))
        add_product(table, factors, fixed(rng.randint(-(10**28), 10**28), rng.randint(0, 28)), rng.randint(0, 12), (rng.choice(MODES),))
    return table


def unrounded_vectors():
    rng = random.Random(4)
    table = Table("unrounded_product.tsv", "factors", "addend", "places", "mode", "value")
    price = ("decimal", ("9138",))
    # Half-way exactly, every factor rational.
    for factors, addend, places in (
        ([("term", ("1", "2", "4")), *decimals("0.625")], "0", 0), ([("term", ("1", "2", "4")), *decimals("0.625")], "-1.0", 0),
        ([("term", ("1", "2", "4")), *decimals("0.0125")], "3.14", 2), ([("term", ("0.21", "0.5", "1")), *decimals("0.21")], "0", 1), ([("growth", ("0.21", "0.5")), *decimals("0.5")], "0", 1), ([("growth", ("0.21", "1.5")), *decimals("0.5")], "-7", 3),
        ([("growth", ("-0.19", "0.5")), *decimals("0.5")], "0", 1), ([("growth", ("1", "-12")), *decimals("10.24")], "0.0050", 3), ([("growth", ("1", "-1")), ("term", ("1", "2", "4")), *decimals("12.5")], "0.5", 0),
        ([("growth", ("0.1", "10"))], "-0.00000000005", 10), ([("growth", ("0.1", "10"))], "-0.0000424601", 10), ([("term", ("0.06", "40", "40")), *decimals("0.005")], "0", 2), ([("growth", ("0", "40")), *decimals("0.015")], "-1", 2),
        ([("growth", ("0.01", "0")), *decimals("0.025")], "0.01", 2), ([("term", ("1", "0.5", "1")), *decimals("2")], "0", 2),
    ):
        add_product(table, factors, addend, places)
    for _ in range(700):
        statutory = rng.choice(("40", "50", "70"))
        factors = [price if rng.random() < 0.1 else ("decimal", (fixed(rng.randint(100, 30000), 0),))]
        if rng.random() < 0.8:
            factors.append(("term", (rng.choice(("0.064", "0.060", "0.055", random_rate(rng))), random_remaining(rng, statutory), statutory)))
        if len(factors) == 1 or rng.random() < 0.5:
            factors.append(("growth", (fixed(rng.randint(-20000, 20000), 6), fixed(rng.randint(-24000, 24000), 2))))
        if rng.random() < 0.5:
            factors.append(("ratio", (random_decimal(rng, 5, 2), random_decimal(rng, 5, 2))))
        factors += decimals(*(fixed(rng.randint(5000, 15000), 4) for _ in range(rng.randint(0, 6))))
        rng.shuffle(factors)
        add_product(table, factors, rng.choice(("0", fixed(rng.randint(-50000, 50000), 2), fixed(rng.randint(-50000, 50000), 6))), rng.randint(0, 12) if rng.random() < 0.3 else 2, (rng.choice(MODES),))
    # As close to half-way as one decimal of 28 digits, or a ratio of two, can bring the product: 1e-26 or so, and 1e-50.
    for index in range(240):
        irrational = [("term", (random_rate(rng), random_remaining(rng, 40), "40"))]
        if rng.random() < 0.5:
            irrational.append(("growth", (fixed(rng.randint(-20000, 20000), 6), fixed(rng.randint(-2400, 2400), 2))))
        value = Decimal(1)
        for factor in irrational:
            value = value * to_decimal(value_of(factor))
        goal = Decimal(2 * rng.randint(1, 10**6) + 1) / 200 / value
        if index % 2:
            ratio = Fraction(goal).limit_denominator(int(Decimal(2**95) / max(goal, 1)))
            add_product(table, [*irrational, ("ratio", (str(ratio.numerator), str(ratio.denominator)))], "0", 2, ("half-up",))
        else:
            scale = min(28, 27 - goal.adjusted())
            units = int(goal.scaleb(scale).to_integral_value(ROUND_FLOOR))
            for neighbour in (units, units + 1):
                add_product(table, irrational + decimals(fixed(neighbour, scale)), "0", 2, ("half-up",))
    return table


def sum_vectors():
    rng = random.Random(5)
    table = Table("sum_of_products.tsv", "terms", "places", "mode", "value")

    def add(terms, places, modes=MODES):
        value = sum((Fraction(a) * Fraction(b) for a, b in terms), Fraction(0))
        for mode in modes:
            shown = result(value, places, mode)
            if shown is not None:
                table.row(" ".join(f"{a}*{b}" for a, b in terms), places, mode, shown)

    add([("0.01", "0.5"), ("1", "1")], 2)
    add([("-0.01", "0.5")], 2)
    add([("-0.01", "1.5")], 2)
    add([("0.01", "0.5"), ("0.01", "-0.5")], 2)
    for _ in range(300):
        shares = sorted(rng.sample(range(1, 10000), rng.randint(1, 3)))
        shares = [b - a for a, b in zip([0, *shares], [*shares, 10000])]
        add([(fixed(rng.randint(1, 10**7), 2), fixed(share, 4)) for share in shares], 2, (rng.choice(MODES),))
    for _ in range(200):
        add([(fixed(rng.randint(-(2**90), 2**90), rng.randint(0, 28)), fixed(rng.randint(-(2**60), 2**60), rng.randint(0, 28))) for _ in range(rng.randint(1, 6))], rng.randint(0, 12), (rng.choice(MODES),))
    return table


def rounding_vectors():
    rng = random.Random(6)
    table = Table("rounding.tsv", "value", "places", "mode", "=rounded", "=error_kind", "=error", "=error_chinese")

    def add(value, places, modes=MODES):
        for mode in modes:
            shown = result(Fraction(value), places, mode)
            if shown is not None:
                table.row(value, places, mode, shown, "", "", "")

    for value in ("0", "0.005", "-0.005", "0.015", "-0.015", "0.0049", "-0.0049", "2.675", "9138", "79228162514264337593543950335", "-79228162514264337593543950335", "7.9228162514264337593543950335"):
        for places in (0, 1, 2, 4, 12, 28):
            add(value, places)
    for _ in range(300):
        add(fixed(rng.randint(-(2 ** rng.randint(1, 95)), 2 ** rng.randint(1, 95)), rng.randint(0, 28)), rng.randint(0, 12))
    for value, places in ((LIMIT - 1, 1), (8, 28), (-8, 28)):
        table.row(value, places, "half-up", "", *refusal("TooManyDigits", "the amount has too many digits").values())
    for places in (29, 300, 4294967295):
        message = f"{places} places are asked for, at most 28 are taken"
        table.row("1.5", places, "half-even", "", *refusal("TooManyPlaces", message).values())
    return table


# By file: what reads it, and its rows. The functions that begin with `arithmetic_` are of what dijia-core computes with
# and no other package can call.
FILES = {
    "term_coefficient_grid.tsv": ("term_coefficient_grid", lambda: term_grid().rows),
    "rounding.tsv": ("rounding", lambda: rounding_vectors().rows),
    "term_coefficient.tsv": ("arithmetic_term_coefficient", lambda: term_vectors().rows),
    "growth_coefficient.tsv": ("arithmetic_growth_coefficient", lambda: growth_vectors().rows),
    "interpolation.tsv": ("arithmetic_interpolation", lambda: interpolation_vectors().rows),
    "product.tsv": ("arithmetic_product", lambda: product_vectors().rows),
    "unrounded_product.tsv": ("arithmetic_unrounded_product", lambda: unrounded_vectors().rows),
    "sum_of_products.tsv": ("arithmetic_sum_of_products", lambda: sum_vectors().rows),
}
