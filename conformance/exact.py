"""Exact numbers, and how they are rounded and written, sharing no code with the library.

What is rational is computed with `fractions`; powers with `decimal` at 160 digits, and a case stops where such a value is
within 1e-100 of half-way between two neighbours.
"""

from decimal import Decimal, localcontext
from fractions import Fraction

DIGITS = 160
NEAR = Fraction(1, 10**100)
LARGEST = 2**96
SHOWN_PLACES = 12


class TooNear(Exception):
    """A value so near to half-way that its rounding would be a guess, or too long to be shown."""


def fraction(text):
    above, _, below = text.partition("/")
    return Fraction(Decimal(above)) / Fraction(Decimal(below or 1))


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


def shown(value, exact):
    """The value as a worksheet shows it before rounding: at most 12 places, without trailing zeros."""
    if abs(value) * 10**SHOWN_PLACES > LARGEST - 1:
        raise TooNear
    return rounded(value, SHOWN_PLACES, "half-up", exact).rstrip("0").rstrip(".")


def power(base, exponent):
    """base ** exponent for Fractions, and whether it is exact."""
    if exponent.denominator == 1:
        return base**exponent.numerator, True
    with localcontext() as context:
        context.prec = DIGITS
        as_decimal = lambda value: Decimal(value.numerator) / Decimal(value.denominator)
        return Fraction(as_decimal(base) ** as_decimal(exponent)), False


def exact_sum(values):
    with localcontext() as context:
        context.prec = DIGITS
        total = sum(values, Decimal(0))
    return f"{total if total else abs(total):f}"


def signed(values, after=lambda place: ""):
    """Numbers joined by + and -, each with what comes after it."""
    text = ""
    for place, value in enumerate(map(Decimal, values)):
        sign = " - " if value < 0 else " + "
        text += (sign if text else "-" if value < 0 else "") + f"{abs(value):f}" + after(place)
    return text


def percent(text):
    """A fraction in per cent, every digit kept."""
    places = max(len(text.partition(".")[2]) - 2, 0)
    return f"{Decimal(text) * 100:.{places}f}"


def of_percent(text):
    """The fraction that a rate is, which may be written with a per cent sign."""
    return f"{Decimal(text[:-1]).scaleb(-2):f}" if text.endswith("%") else text


def terminates(value):
    """Whether the fraction is a decimal."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
