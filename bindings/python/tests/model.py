"""The coefficient-correction method, computed another way: by fractions, and by 120 digits."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

CONTEXT = Context(prec=120)


def rounded(value: Fraction, places: int, *, half_even: bool = False) -> Decimal:
    """Round an exact fraction once."""
    scaled = value * 10**places
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if twice > 0 or (twice == 0 and (not half_even or whole % 2)):
        whole += 1
    return Decimal(-whole if value < 0 else whole).scaleb(-places, CONTEXT)


def power(base: Decimal, exponent: Decimal) -> Decimal:
    with localcontext(CONTEXT):
        return base**exponent


def term_coefficient(rate: str, remaining: str, statutory: str, places: int = 4, *, half_even: bool = False) -> Decimal:
    with localcontext(CONTEXT) as context:
        base = 1 + Decimal(rate)
        value = (1 - base ** -Decimal(remaining)) / (1 - base ** -Decimal(statutory))
        mode = ROUND_HALF_EVEN if half_even else ROUND_HALF_UP
        return value.quantize(Decimal(1).scaleb(-places), mode, context)


def unit_price(
    price: str, coefficients: list[str], factors: list[str], adjustment: str = "0", places: int = 2
) -> Decimal:
    product = Fraction(price)
    for coefficient in coefficients:
        product *= Fraction(coefficient)
    product *= 1 + sum(map(Fraction, factors), Fraction(0))
    return rounded(product + Fraction(adjustment), places)
