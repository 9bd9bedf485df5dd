"""Indices that are chains (环比指数), the period before being 100: the date coefficient by them, and cases of it, sharing no code
with the library. The links are multiplied up to a series with a fixed base, of which the coefficient is a quotient."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

# The first months of the periods of a year.
PERIODS = {"month": range(1, 13), "quarter": (1, 4, 7, 10), "half-year": (1, 7), "year": (1,)}
# The most links that a worksheet shows, and how many at either end where there are more.
SHOWN, AT_AN_END = 8, 3


def split(how):
    """The period of a chain, or none, and whether an index is interpolated: `last`, `quarter-linear`."""
    period, _, between = how.rpartition("-")
    return period, between == "linear"


def coefficient(points, base, valuation, linear):
    """Kt, and how a worksheet writes it in Chinese and in English, of points that hold both dates."""
    level, levels = Fraction(1), []
    for place, (_, link) in enumerate(points):
        level *= Fraction(Decimal(link)) / 100 if place else 1
        levels.append(level)

    def on(day):
        """The place of the row before, the level, and how much of 100 it is of that row's, as text; none where it is all."""
        place = max(at for at, (of, _) in enumerate(points) if of <= day)
        if points[place][0] == day or not linear:
            return place, levels[place], None
        days, gone = (points[place + 1][0] - points[place][0]).days, (day - points[place][0]).days
        link = Decimal(points[place + 1][1])
        part = f"{100 * (days - gone) + link * gone:f} ÷ {days}"
        value = (levels[place] * (days - gone) + levels[place + 1] * gone) / days
        return place, value, part

    (from_place, below, below_part), (to_place, above, above_part) = on(base), on(valuation)
    value = above / below
    earlier, later = sorted([from_place, to_place])
    used = points[earlier + 1 : later + 1]
    if not used:
        text = lambda part, day: f"({part}) [{day}]" if part else f"100 [{day}]"
        return value, (f"{text(above_part, valuation)} ÷ {text(below_part, base)}",) * 2
    link = lambda of: f"(100 ÷ {of[1]}) [{of[0]}]" if to_place < from_place else f"({of[1]} ÷ 100) [{of[0]}]"
    texts = [link(of) for of in used]
    tail = f" × ({above_part} ÷ 100) [{valuation}]" if above_part else ""
    tail += f" ÷ ({below_part} ÷ 100) [{base}]" if below_part else ""
    if len(texts) <= SHOWN:
        return value, (" × ".join(texts) + tail,) * 2
    first, last = (" × ".join(of) for of in (texts[:AT_AN_END], texts[-AT_AN_END:]))
    left_out = len(texts) - 2 * AT_AN_END
    words = (f"{left_out}期", f"{left_out} links")
    return value, tuple(f"{first} × … [{of}] … × {last}{tail}" for of in words)


def series(rng, period, first_year, count):
    """A chain: a day of each period, and its link."""
    months = PERIODS[period]
    width = 12 // len(months)
    # The same day of each period, as the end of a quarter, or any.
    same = (rng.randrange(width), rng.randint(1, 28)) if rng.random() < 0.6 else None
    rows = []
    for place in range(count):
        year, of_year = divmod(place, len(months))
        month, day = same or (rng.randrange(width), rng.randint(1, 28))
        link = Decimal(rng.randint(9300, 10900)) / 100 if rng.random() < 0.9 else Decimal(rng.choice([20, 100, 500, "99.995"]))
        rows.append((date(first_year + year, months[of_year] + month, day), f"{link:f}"))
    return rows


def cases(rng):
    own = {"base": "own:9138"}
    quarters = "2023-12-31=100.6;2024-03-31=101.5;2024-06-30=99.2;2024-09-30=100;2024-12-31=100.85"
    # On the rows, beside them, in one period, and looking back; the zone's base date is 2019-01-01.
    for base, valuation in [
        ("2023-12-31", "2024-12-31"), ("2024-01-01", "2024-03-31"), ("2024-03-30", "2024-03-31"), ("2024-02-10", "2024-05-15"),
        ("2024-04-01", "2024-06-29"), ("2024-12-31", "2023-12-31"), ("2024-09-30", "2024-02-10"), ("2024-06-30", "2024-06-30"),
    ]:
        for how in ("quarter-last", "quarter-linear"):
            for places in ("4", "unrounded"):
                yield own | {"base_date": base, "valuation_date": valuation, "date_index": f"{how}:{quarters}", "coefficient_places": places}
    zone = {"base": "zone:residential:Ⅲ-4", "remaining_term": "61.25", "area": "812.5"}
    years = "2018-12-31=104.1;2019-12-31=103.2;2020-12-31=98.7;2021-12-31=101.55;2022-12-31=96.4"
    for places in ("4", "unrounded"):
        yield zone | {"valuation_date": "2022-06-30", "date_index": f"year-linear:{years}", "coefficient_places": places}
        yield zone | {"valuation_date": "2022-12-31", "date_index": f"year-last:{years}", "coefficient_places": places, "layout": "narrow"}
    for _ in range(260):
        period = rng.choice(list(PERIODS))
        rows = series(rng, period, 1990 + rng.randrange(10), rng.choice([1, 2, 3, 5, 9, 10, 11, 12, 30, 60]))
        first, last = rows[0][0].toordinal(), rows[-1][0].toordinal()
        day = lambda: rng.choice(rows)[0] if rng.random() < 0.4 else date.fromordinal(rng.randint(first, last))
        of = ";".join(f"{at}={link}" for at, link in rows)
        case = own | {"base_date": str(day()), "valuation_date": str(day()), "date_index": f"{period}-{rng.choice(['last', 'linear'])}:{of}"}
        case["coefficient_places"] = rng.choice(["4", "2", "8", "12", "unrounded"])
        case["unit_price_places"] = rng.choice(["2", "2", "6", "0"])
        case["mode"] = rng.choice(["half-up", "half-even"])
        if rng.random() < 0.3:
            case |= {"rate": "0.064", "statutory_term": "40", "remaining_term": f"{Decimal(rng.randint(1, 400)) / 10}"}
        if rng.random() < 0.3:
            case |= {"coefficients": "面积=0.98;形状=7/9", "development_adjustment": "-12.5"}
        yield case


# A chain that is none: the inputs, the kind of the error, and its whole message.
OWN = {"base": "own:9138", "base_date": "2024-03-31", "valuation_date": "2024-12-31"}
GAP = "a chain index has one row for each period, and leaves none out"
LINK = "a link of a chain index is from 20 to 500, the period before being 100: 102.3, not 2.3 % or 1.023"
REFUSED = [
    (OWN | {"date_index": index}, "InvalidTable", f"row {row} of the date index: {rule}")
    for index, row, rule in [
        ("quarter-last:2024-03-31=101;2024-09-30=99;2024-12-31=100", 2, GAP),
        ("quarter-last:2024-03-31=101;2024-06-30=99;2024-09-30=99;2025-03-31=101", 4, GAP),
        ("quarter-linear:2024-01-31=101;2024-03-31=99;2024-12-31=100", 2, GAP),
        ("month-last:2024-03-31=101;2024-05-01=99;2024-12-31=100", 2, GAP),
        ("half-year-last:2024-03-31=101;2025-01-01=99", 2, GAP),
        ("year-last:2024-03-31=101;2026-01-01=99", 2, GAP),
        ("quarter-last:2024-03-31=101;2024-03-31=99", 2, "dates ascend from row to row"),
        ("year-last:2024-03-31=19.99;2025-01-01=99", 1, LINK),
        ("year-last:2024-03-31=101;2025-01-01=500.01", 2, LINK),
        ("year-last:2024-03-31=101;2025-01-01=1.023", 2, LINK),
        ("year-last:2024-03-31=101;2025-01-01=0", 2, "an index is positive"),
        ("year-last:2024-03-31=101;2025-01-01=-2.3", 2, "an index is positive"),
    ]
] + [
    (OWN | {"date_index": index}, "DateOutsideIndex", f"the date is {day}, outside the date index from {first} to {last}")
    for index, day, first, last in [
        ("quarter-last:2024-06-30=101;2024-09-30=99;2024-12-31=100", "2024-03-31", "2024-06-30", "2024-12-31"),
        ("quarter-last:2024-03-31=101;2024-06-30=99;2024-09-30=99;2024-12-30=100", "2024-12-31", "2024-03-31", "2024-12-30"),
    ]
]
