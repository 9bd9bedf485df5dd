"""The phrases with numbers on the pages about the checks: the vectors and the fuzzing."""

from decimal import ROUND_FLOOR, Decimal, localcontext
from fractions import Fraction
from math import prod

import dijia
import model
from pages import read, stated
from vectors import rows


def conformance_facts(repository, python):
    edition, policy = dijia.JINAN_2020, dijia.RoundingPolicy()

    def constant(program, pattern):
        return int(stated(repository, f"conformance/{program}", pattern))

    digits = constant("exact.py", r"^DIGITS = (\d+)$")
    near = constant("exact.py", r"^NEAR = Fraction\(1, 10\*\*(\d+)\)$")
    assert digits == constant("generate_arithmetic.py", r"^getcontext\(\).prec = (\d+)$")
    assert near == constant("generate_arithmetic.py", r'> Decimal\("1e-(\d+)"\)')
    bits = constant("generate_arithmetic.py", r"^LIMIT = 2\*\*(\d+)$")
    assert str(2**bits - 1) in read(repository, "conformance/product.tsv")

    grid = rows("term_coefficient_grid.tsv")
    values = [value for row in grid for value in row["=coefficients"].split()]
    (places,) = {-Decimal(value).as_tuple().exponent for value in values}
    first, second = (Decimal(row["first_remaining"]) for row in grid[:2])
    width = len(grid[0]["=coefficients"].split())
    assert width == 100, "a hundred term coefficients"
    assert len({(row["rate"], row["statutory"]) for row in grid}) == 5, "five pairs"
    derived = [int(row["coefficient_places"] or policy.coefficient_places) for row in rows("derivation.tsv")]
    assert {row["=annex"] for row in rows("basis.tsv") if not row["=error"]} == {"0"}

    # 1.048 to the power of −1 and of −2.
    tie = (1 - 1 / Fraction("1.048")) / (1 - 1 / Fraction("1.048") ** 2)
    terms = rows("term_coefficient.tsv")
    assert any((row["rate"], row["remaining"], row["statutory"]) == ("0.048", "1.00", "2") for row in terms)
    assert any(row["rate"] == "0.21" and Decimal(row["remaining"]) == Decimal("0.5") for row in terms)
    # What is as near as the programs refuse is half-way exactly.
    nearest = min(d for d in distances(rows("unrounded_product.tsv")) if d > Decimal(f"1e-{near}"))
    assert nearest < Decimal("1e-50")
    return [
        "`0.9000` and `0.9`",
        f"Python {python} or later",
        "text in UTF-8",
        f"`decimal` at {digits} digits; the worksheet",
        f"`decimal` at {digits} digits |",
        f"within 1e-{near} of half-way at the places",
        f"all {len(edition.zone_prices)} zones",
        f"of which {len(edition.grade_prices)} have a price",
        "`=annex` is 0, the explanatory notes",
        f"to {places} places, half up, separated",
        f"in steps of {(second - first) / width} years. {len(values):,} values",
        f"to {min(derived)} to {max(derived)} places",
        f"{policy.coefficient_places} for coefficients, {policy.unit_price_places} for the unit price and amounts",
        r"\[1 − (1+rate)^−remaining\] / \[1 − (1+rate)^−statutory\]",
        "(1+rate)^months",
        f"a rate of 0.048 with 1 of 2 years left: {tie}",
        "within 1e-50 of half-way",
        "1.21^0.5",
        f"up to {bits} bits. Results that do not fit {bits} bits",
    ]


def distances(products):
    """How far each product is from half-way, in units of its last place."""

    def value(factor):
        kind, _, rest = factor.rstrip(")").partition("(")
        if not rest:
            return Decimal(kind)
        a, b, *more = map(Decimal, rest.split(","))
        match kind:
            case "ratio":
                return a / b
            case "term":
                return (1 - (1 + a) ** -b) / (1 - (1 + a) ** -more[0])
            case "growth":
                return (1 + a) ** b
            case "interpolation":
                return b + (more[1] - b) * (more[2] - a) / (more[0] - a)

    def distance(row):
        exact = Decimal(row["addend"]) + prod(map(value, row["factors"].split()))
        units = exact.scaleb(int(row["places"]))
        return abs(units - units.to_integral_value(ROUND_FLOOR) - Decimal("0.5"))

    with localcontext(model.CONTEXT):
        return [distance(row) for row in products]


def fuzz_facts(repository):
    digits, bits = stated(repository, "fuzz/src/bounds.rs", r"about (\d+) digits\.\n.*= (\d+);")
    assert len(str(2 ** int(bits))) - 1 == int(digits)
    corpora = [len(list(folder.iterdir())) for folder in (repository / "fuzz/corpus").iterdir()]
    return [
        f"bounds of {digits} digits",
        "`RUSTC_BOOTSTRAP=1`",
        f"at most {max(corpora)} small ones are committed",
    ]
