"""Several uses on one parcel, priced on their own and combined by their shares, sharing no code with the library."""

import random
from decimal import Decimal

import worksheet
from appraising import Appraisal
from exact import exact_sum, fraction, rounded
from generate_appraisal import positive
from vector_file import refusal, table

# The uses of a parcel and their shares, its area, and why it has no price.
REFUSED_MIXED = [
    (["own:1", "own:2"], ["0.5", "0.4999"], "", "SharesNotOne", "the shares sum to 0.9999, and must sum to exactly 1"),
    (["own:1", "own:2"], ["1.5", "-0.5"], "", "NotPositive", "the share is -0.5, and must be positive"),
    (["own:1", "own:2"], ["1", "0"], "", "NotPositive", "the share is 0, and must be positive"),
    ([], [], "", "SharesNotOne", "the shares sum to 0, and must sum to exactly 1"),
    (["own:1"] * 17, ["0.1"] * 17, "", "TooMany", "17 values of share are given, at most 16 are taken"),
    (
        ["own:1", "own:2"],
        ["30", "70"],
        "",
        "SharesNotOne",
        "the shares sum to 100, and must sum to exactly 1: are they in per cent?",
    ),
    (
        ["own:1", "own:2"],
        ["30.5", "69.50"],
        "",
        "SharesNotOne",
        "the shares sum to 100.00, and must sum to exactly 1: are they in per cent?",
    ),
    (["own:1", "own:2"], ["30", "71"], "", "SharesNotOne", "the shares sum to 101, and must sum to exactly 1"),
    (["own:1"], ["1"], "0", "NotPositive", "the area is 0, and must be positive"),
    (["own:1", "own:0"], ["0.5", "0.5"], "", "NotPositive", "the benchmark price is 0, and must be positive"),
    (
        ["zone:commercial:Ⅲ-13", "own:1"],
        ["0.5", "0.5"],
        "",
        "NoSuchZone",
        "no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12",
    ),
    (["own:9138"], ["1"], "79228162514264337593543950335", "TooManyDigits", "the total has too many digits"),
    (["own:1", "own:2"], ["80", "0"], "", "NotPositive", "the share is 0, and must be positive", "areas"),
    (["own:1", "own:2"], ["80", "-1"], "", "NotPositive", "the share is -1, and must be positive", "areas"),
    ([], [], "", "Missing", "the unit price needs the share, which is not given", "areas"),
]


class MixedUse:
    """Uses that are priced on their own, and combined."""

    def __init__(self, uses, shares, area, places, mode, policies=(), by="", layout="wide"):
        self.mode, self.unit_places = mode, places
        self.coefficient_places, self.amount_places = "4", "2"
        names = ["coefficient_places", "unit_price_places", "amount_places", "mode"]
        own = [dict(zip(names, policy.split(","))) if policy else {} for policy in policies or [""] * len(uses)]
        appraised = [Appraisal({"base": use} | policy) for use, policy in zip(uses, own, strict=True)]
        self.parts = [(it.result["unit_price"], share, it.use) for it, share in zip(appraised, shares)]
        self.whole = exact_sum(map(Decimal, shares)) if by == "areas" else None
        combined = sum(fraction(price) * fraction(share) for price, share, _ in self.parts) / fraction(self.whole or "1")
        unit = rounded(combined, int(places), mode, True)
        amount = lambda value: rounded(value, 2, mode, True)
        totals = [amount(fraction(unit) * fraction(area) / per) for per in (1, 10000)] if area else ["", ""]
        self.result = {
            "unit_price": unit, "wan_yuan_per_mu": amount(fraction(unit) / 15),
            "total_yuan": totals[0], "total_wan_yuan": totals[1],
        }
        for language, name in enumerate(["chinese", "english"]):
            self.result[f"worksheet_{name}"] = worksheet.mixed_worksheet(self, language, layout)


def mixed_cases(rng):
    yield ["own:9138", "own:11142"], ["0.3", "0.7"], "1000", "2", "half-up"
    yield ["zone:commercial:Ⅲ-4", "zone:residential:Ⅲ-4"], ["0.3", "0.7"], "1000", "2", "half-up"
    yield ["grade:commercial:Ⅲ", "zone:residential:Ⅲ-4", "own:300"], ["0.25", "0.7", "0.05"], "", "2", "half-up"
    yield ["own:100.01", "own:100.02"], ["0.5", "0.5"], "", "2", "half-up"
    yield ["own:100.01", "own:100.02"], ["0.5", "0.5"], "", "2", "half-even"
    yield ["own:100.01"], ["1.000"], "", "2", "half-up"
    # Each use keeps a policy of its own, which shows in the combined price.
    uses, shares = ["own:100.0049", "own:200.0051", "own:300.00505"], ["0.25", "0.5", "0.25"]
    yield uses, shares, "1000", "4", "half-up", ["5,4,3,half-up", "4,4,2,half-up", "4,6,2,half-up"]
    yield uses, shares, "1000", "4", "half-up", ["4,3,2,half-up", "", "4,4,2,half-even"]
    yield uses, shares, "1000", "4", "half-up", ["", "4,2,2,half-even", "4,4,2,half-up"]
    yield ["own:0.125", "own:0.375"], ["0.5", "0.5"], "", "3", "half-up", ["4,2,2,half-even", "4,2,2,half-up"]
    yield ["own:0.125", "own:0.375"], ["0.5", "0.5"], "", "3", "half-even", ["4,2,2,half-up", "unrounded,3,2,half-even"]
    for _ in range(150):
        count = rng.choice([1, 2, 2, 3, 4, 5, 16])
        cuts = sorted(rng.sample(range(1, 10000), count - 1))
        parts = [b - a for a, b in zip([0, *cuts], [*cuts, 10000])]
        shares = [f"{Decimal(part) / Decimal(10000):f}" for part in parts]
        uses = [f"own:{Decimal(rng.randint(100, 2000000)) / 100:.2f}" for _ in parts]
        yield uses, shares, positive(rng, 1, 9999, 2), str(rng.choice([0, 2, 3])), rng.choice(["half-up", "half-even"])
    # 80 and 220 of 300 ㎡: (9138 × 80 + 11142 × 220) ÷ 300 = 10607.6
    areas = (["zone:commercial:Ⅲ-4", "zone:residential:Ⅲ-4"], ["80", "220"])
    yield *areas, "300", "2", "half-up", (), "areas"
    yield *areas, "", "0", "half-even", (), "areas"
    # Half-way: (100.01 × 1 + 100.02 × 1) ÷ 2 = 100.015
    for mode in ["half-up", "half-even"]:
        yield ["own:100.01", "own:100.02"], ["1", "1.0"], "", "2", mode, (), "areas"
    for _ in range(100):
        areas = [positive(rng, 1, 5000, 3) for _ in range(rng.choice([1, 2, 3, 5, 16]))]
        uses = [f"own:{Decimal(rng.randint(100, 2000000)) / 100:.2f}" for _ in areas]
        places, mode = str(rng.choice([0, 2, 3, 6])), rng.choice(["half-up", "half-even"])
        yield uses, areas, rng.choice(["", positive(rng, 1, 9999, 2)]), places, mode, (), "areas"
    for layout in ["narrow", "markdown", "html"]:
        yield ["zone:commercial:Ⅲ-4", "grade:residential:Ⅲ"], ["0.3", "0.7"], "1000", "2", "half-up", (), "", layout
        yield ["own:9138", "own:11142"], ["80", "220"], "", "0", "half-even", (), "areas", layout
        many = ["zone:commercial:Ⅲ-4", "zone:residential:Ⅲ-4", "grade:commercial:Ⅲ", "own:300"] * 4
        yield many, [str(area) for area in range(1001, 1017)], "16136", "3", "half-up", (), "areas", layout


def mixed_uses():
    inputs = ["uses", "shares", "area", "unit_price_places", "mode", "policies", "by", "layout"]
    results = [
        "unit_price", "wan_yuan_per_mu", "total_yuan", "total_wan_yuan", "worksheet_chinese", "worksheet_english",
        "error_kind", "error",
    ]
    named = lambda uses, shares, area, places, mode, policies=(), by="", layout="": dict(
        zip(inputs, [";".join(uses), ";".join(shares), area, places, mode, ";".join(policies), by, layout])
    )
    cases = [(named(*case), MixedUse(*case).result) for case in mixed_cases(random.Random(20201009))]
    cases += [
        (named(uses, shares, area, "2", "half-up", (), *by), refusal(kind, message))
        for uses, shares, area, kind, message, *by in REFUSED_MIXED
    ]
    return table(inputs, results, cases)


# By file: what reads it, and its rows.
FILES = {"mixed_use.tsv": ("mixed_use", mixed_uses)}
