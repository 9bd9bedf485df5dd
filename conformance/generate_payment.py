"""Writes the vectors of what is to be paid; `generate.py` runs it."""

import random
from decimal import Decimal
from fractions import Fraction

import worksheet
from exact import fraction, rounded, shown
from vector_file import refusal, table

INPUTS = [
    "price", "original_price", "payment_ratio", "minimum_price", "minimum_ratio", "per", "area", "unit_price_places",
    "amount_places", "mode", "layout",
]
RESULTS = [
    "difference", "minimum", "unit_payment", "is_minimum", "total_yuan", "total_wan_yuan", "worksheet_chinese",
    "worksheet_english", "error_kind", "error",
]


class Payment:
    """What is to be paid, in exact fractions."""

    def __init__(self, case):
        self.case = case
        self.mode = case.get("mode", "half-up")
        self.coefficient_places = "4"
        self.unit_places, self.amount_places = case.get("unit_price_places", "2"), case.get("amount_places", "2")
        price, original, ratio, area = (case.get(name) for name in INPUTS[:3] + ["area"])
        minimum, part = case.get("minimum_price"), case.get("minimum_ratio")
        per_metre = lambda value: rounded(value, int(self.unit_places), self.mode, True)
        amount = lambda value: rounded(value, int(self.amount_places), self.mode, True)

        paid = fraction(price) - fraction(original or "0")
        difference = f"{Decimal(price) - Decimal(original):f}" if original else ""
        by_ratio = per_metre(paid * fraction(ratio or "1"))
        least = per_metre(fraction(minimum) * fraction(part or "1")) if minimum else ""
        self.is_minimum = bool(least) and fraction(least) > fraction(by_ratio)
        unit = least if self.is_minimum else by_ratio
        totals = [fraction(unit) * fraction(area) / per for per in (1, 10000)] if area else []
        self.totals = [(amount(total), shown(total, True)) for total in totals]
        self.result = {
            "difference": difference, "minimum": least, "unit_payment": unit,
            "is_minimum": "yes" if self.is_minimum else "no",
            "total_yuan": self.totals[0][0] if area else "", "total_wan_yuan": self.totals[1][0] if area else "",
        }
        self.per_metre = (("元/㎡", "元/㎡建筑面积"), ("yuan/m²", "yuan/m² of floor"))
        layout = case.get("layout", "wide")
        for language, name in enumerate(["chinese", "english"]):
            sheet = worksheet.payment_worksheet(self, language, layout)
            self.result[f"worksheet_{name}"] = sheet

    def unit(self, language):
        return self.per_metre[language]["per" in self.case]

    def formula(self):
        """In symbols, and with the numbers filled in."""
        price, original, ratio = (self.case.get(name) for name in INPUTS[:3])
        percent = f"{per_cent(ratio)}%" if ratio else ""
        lines = []
        for v, v0, k in [("V", "V0" if original else "", "k" if ratio else ""), (price, original, percent)]:
            line = f"{v} - {v0}" if v0 else v
            line = f"({line}) × {k}" if k and v0 else f"{line} × {k}" if k else line
            lines.append(line)
        if self.result["minimum"]:
            lines = [f"max[{line}, {least}]" for line, least in zip(lines, ["Vmin", self.result["minimum"]])]
        return lines

    def rows(self, language):
        """Symbol, item, computation, before rounding, value, unit, source."""
        case, result = self.case, self.result
        price, original, ratio = (case.get(name) for name in INPUTS[:3])
        minimum, part, area = case.get("minimum_price"), case.get("minimum_ratio"), case.get("area")
        said = lambda chinese, english: (chinese, english)[language]
        given, derived, unit = said("给定", "given"), said("推算", "derived"), self.unit(language)
        yield "V", said("宗地单价", "unit price"), "", "", price, unit, given
        if original:
            yield "V0", said("原条件地价", "original price"), "", "", original, unit, given
            label = said("地价差额", "price difference")
            yield "V-V0", label, f"{price} - {original}", "", result["difference"], unit, derived
        if ratio:
            yield "k", said("缴纳比例", "payment ratio"), "", "", per_cent(ratio), "%", given
        if minimum:
            computed = f"{minimum} × {per_cent(part)}%" if part else ""
            exact = fraction(minimum) * fraction(part or "1")
            before = shown(exact, True) if part or exact != fraction(result["minimum"]) else ""
            label = said("最低价", "minimum price")
            yield "Vmin", label, computed, before, result["minimum"], unit, derived if part else given
        paid = result["difference"] or price
        exact = fraction(paid) * fraction(ratio or "1")
        changed = (ratio or exact != fraction(result["unit_payment"])) and not self.is_minimum
        before = shown(exact, True) if changed else ""
        label = said("应缴单价", "payment per square metre")
        yield "U", label, self.formula()[1], before, result["unit_payment"], unit, derived
        units = (said("元", "yuan"), said("万元", "10,000 yuan"))
        for (total, before), of, more in zip(self.totals, units, ("", " ÷ 10000")):
            computed = f"{result['unit_payment']} × {area}{more}"
            yield "U×S", said("应缴总额", "total payment"), computed, before, total, of, derived


def per_cent(ratio):
    """A fraction in per cent, every digit kept: 0.0240 is 2.40."""
    digits = len(ratio.partition(".")[2])
    return rounded(fraction(ratio) * 100, max(digits - 2, 0), "half-up", True)


def cases(rng):
    yield {"price": "1144.60", "original_price": "710", "payment_ratio": "0.4", "area": "1000"}
    yield {"price": "1144.60", "payment_ratio": "0.4", "minimum_price": "710", "minimum_ratio": "0.7", "area": "1000"}
    yield {"price": "1144.60", "payment_ratio": "0.7", "minimum_price": "710", "minimum_ratio": "0.7"}
    # The minimum and (V - V0) × k alike: 1000 × 0.7 = 700.00.
    yield {"price": "1000", "payment_ratio": "0.7", "minimum_price": "700"}
    yield {"price": "1000", "payment_ratio": "0.7", "minimum_price": "700.004"}
    yield {"price": "1000", "payment_ratio": "0.7", "minimum_price": "700.005"}
    yield {"price": "1144.60", "area": "0.5"}
    yield {"price": "1144.6049"}
    yield {"price": "1144.605", "mode": "half-even"}
    yield {"price": "2030.67", "original_price": "1015.33", "per": "floor", "area": "4500.25"}
    yield {"price": "9138", "original_price": "4569.5", "payment_ratio": "1", "minimum_price": "5000", "area": "1"}
    # Half-way at both: 0.25 × 0.1 = 0.025, and 0.05 × 0.5 = 0.025.
    for mode in ["half-up", "half-even"]:
        half = {"price": "0.25", "payment_ratio": "0.1", "minimum_price": "0.05", "minimum_ratio": "0.5", "mode": mode}
        yield half
        yield half | {"unit_price_places": "3", "amount_places": "0", "area": "100.5"}
    for layout in ["narrow", "markdown", "html"]:
        yield {"price": "1144.60", "original_price": "710", "payment_ratio": "0.4", "area": "1000", "layout": layout}
        yield {"price": "1144.60", "payment_ratio": "0.333333", "minimum_price": "710.125", "minimum_ratio": "0.7",
               "area": "33333.33", "per": "floor", "unit_price_places": "4", "layout": layout}
        yield {"price": "1144.60", "layout": layout}
    number = lambda most, places: f"{Decimal(rng.randint(1, most * 10**places)) / Decimal(10**places):f}"
    for _ in range(300):
        case = {"price": number(20000, rng.choice([0, 2, 2, 4]))}
        if rng.random() < 0.5:
            below = fraction(case["price"]) * Fraction(rng.randint(1, 999), 1000)
            original = rounded(below, 2, "half-up", True)
            if 0 < fraction(original) < fraction(case["price"]):
                case["original_price"] = original
        if rng.random() < 0.6:
            case["payment_ratio"] = number(1, rng.choice([1, 2, 3, 6]))
        if rng.random() < 0.5:
            case["minimum_price"] = number(10000, rng.choice([0, 2, 3]))
            if rng.random() < 0.7:
                case["minimum_ratio"] = number(1, rng.choice([1, 2, 4]))
        if rng.random() < 0.7:
            case["area"] = number(50000, 2)
        if rng.random() < 0.2:
            case["per"] = "floor"
        if rng.random() < 0.5:
            case |= {"unit_price_places": rng.choice("0236"), "amount_places": rng.choice("0246")}
            case["mode"] = rng.choice(["half-up", "half-even"])
        if (least := smallest(case)) is not None and least:
            yield case


def smallest(case):
    """Whether no figure of a square metre becomes 0 by rounding."""
    figures = [Fraction(Decimal(case["price"]) - Decimal(case.get("original_price", "0")))]
    figures[0] *= fraction(case.get("payment_ratio", "1"))
    if "minimum_price" in case:
        figures.append(fraction(case["minimum_price"]) * fraction(case.get("minimum_ratio", "1")))
    return min(figures) > Fraction(1, 2) / 10 ** int(case.get("unit_price_places", "2"))


POSITIVE = "and must be positive"
PART = "and must be a fraction of at most 1: 40 % is 0.4"
REFUSED = [
    ({"price": "0"}, "NotPositive", f"the unit price is 0, {POSITIVE}"),
    ({"price": "-1", "original_price": "0"}, "NotPositive", f"the unit price is -1, {POSITIVE}"),
    ({"price": "710", "original_price": "-710"}, "NotPositive", f"the original price is -710, {POSITIVE}"),
    ({"price": "710", "original_price": "710.00"}, "NotPositive", f"the price difference is 0.00, {POSITIVE}"),
    ({"price": "710", "original_price": "800.5"}, "NotPositive", f"the price difference is -90.5, {POSITIVE}"),
    ({"price": "710", "payment_ratio": "0"}, "NotPositive", f"the payment ratio is 0, {POSITIVE}"),
    ({"price": "710", "payment_ratio": "-0.4"}, "NotPositive", f"the payment ratio is -0.4, {POSITIVE}"),
    ({"price": "710", "payment_ratio": "40"}, "OutOfRange", f"the payment ratio is 40, {PART}"),
    ({"price": "710", "payment_ratio": "1.0001"}, "OutOfRange", f"the payment ratio is 1.0001, {PART}"),
    ({"price": "710", "minimum_price": "0"}, "NotPositive", f"the minimum price is 0, {POSITIVE}"),
    (
        {"price": "710", "minimum_price": "700", "minimum_ratio": "70"},
        "OutOfRange",
        f"the ratio of the minimum price is 70, {PART}",
    ),
    (
        {"price": "710", "minimum_price": "700", "minimum_ratio": "-1"},
        "NotPositive",
        f"the ratio of the minimum price is -1, {POSITIVE}",
    ),
    (
        {"price": "710", "minimum_ratio": "0.7"},
        "TakesNoPart",
        "the ratio of the minimum price takes no part: no minimum price is given",
    ),
    ({"price": "710", "area": "0"}, "NotPositive", f"the area is 0, {POSITIVE}"),
    ({"price": "0.4", "payment_ratio": "0.01"}, "NotPositive", f"the payment per square metre is 0.00, {POSITIVE}"),
    ({"price": "1", "minimum_price": "0.004"}, "NotPositive", f"the minimum price is 0.00, {POSITIVE}"),
    ({"price": "79228162514264337593543950335"}, "TooManyDigits", "the payment per square metre has too many digits"),
    (
        {"price": "710", "area": "79228162514264337593543950335"},
        "TooManyDigits",
        "the total has too many digits",
    ),
    (
        {"price": "79228162514264337593543950335", "original_price": "0.0000000000000000000000000001"},
        "TooManyDigits",
        "the price difference has too many digits",
    ),
    (
        {"price": "710", "minimum_price": "79228162514264337593543950335"},
        "TooManyDigits",
        "the minimum price has too many digits",
    ),
    ({"price": "710", "unit_price_places": "13"}, "TooManyPlaces", "13 places are asked for, at most 12 are taken"),
]


def payments():
    done = [(case, Payment(case).result) for case in cases(random.Random(20201012))]
    return table(INPUTS, RESULTS, done + [(case, refusal(kind, message)) for case, kind, message in REFUSED])


# By file: what reads it, and its rows.
FILES = {"payment.tsv": ("payment", payments)}
