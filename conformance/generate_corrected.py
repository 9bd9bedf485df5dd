"""Writes the vectors of corrections as a document publishes them: tables asked directly, and whole appraisals;
`generate.py` runs it."""

import random
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import worksheet
from appraising import RESULTS
from cells import interval, per_cent
from corrected import COLUMNS, Corrected, interpolated, level_row, not_stated, row_at, tables_of, tabulated
from exact import TooNear, rounded
from generate_editions import ERROR, answer, cited
from reading import EDITIONS
from vector_file import Refused, refusal, table

CORRECTED = [edition for edition in EDITIONS.values() if edition.tables]
KINDS = ("factor", "coefficient")
# What each part of an appraisal is computed from, so that a case which breaks two rules is left out.
PARTS = {
    "levels": ["levels", "area", "coefficients", "factor_corrections"], "plot ratio": ["plot_ratio", "plot_ratio_coefficient"],
    "term": ["remaining_term", "valuation_date", "expiry_date", "rate", "statutory_term", "date_coefficient"],
    "date": ["valuation_date", "date_coefficient", "monthly_growth"],
}
POLICY = ["coefficient_places", "unit_price_places", "amount_places", "mode"]


def bounds_of(of):
    """The numbers that the rows of a table are of, from the lowest."""
    return [bound for row in of.rows for bound in row.bounds()]


def beside(rng, text):
    """A number, or one just beside it."""
    value = Decimal(text)
    step = Decimal(1).scaleb(-min(len(text.partition(".")[2]) + 1, 4))
    return f"{max(value + rng.choice([0, 0, -step, step]), step):f}"


def number_for(rng, table):
    """A number that may be a level: at the bounds of the intervals and beside them, and now and then within."""
    bounds = [it for row in table.rows if (of := interval(row.condition)) for it in (of[0], of[2]) if it]
    if not bounds or rng.random() < 0.04:
        return rng.choice(["0", "1", "2.5", "7", "-1", "1e3", "12,5", "99999999", "五"])
    low, high = sorted(rng.choices(bounds, k=2), key=Decimal)
    middle = f"{(Decimal(low) + Decimal(high)) / 2:f}"
    return beside(rng, rng.choice([low, high, middle]))


def spelled(rng, text):
    """A name as it is, or in another spelling."""
    if rng.random() < 0.85:
        return text
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() or c == "-" else c for c in text)
    return rng.choice([wide, f" {text}", text[:1] + " " + text[1:], text + "\u3000"])


def level_for(rng, table):
    """A level by its name, or where intervals are stated by a number that is in one, now and then in none."""
    if rng.random() < (0.45 if any(interval(row.condition) for row in table.rows) else 0.98):
        return spelled(rng, rng.choice(table.rows).level)
    for _ in range(4):
        number = number_for(rng, table)
        if row_at(table, number):
            break
    return number


def asked(edition, price):
    """The columns that say what a price is of."""
    of = {"edition": edition.name, "district": price.area, "land_use": price.use}
    return of | ({"zone": price.zone} if price.zone else {"grade": price.grade})


def random_case(rng, edition, price):
    case = asked(edition, price)
    scope = (price.area, price.use, price.grade)
    maybe = lambda chance: rng.random() < chance
    if maybe(0.94):
        case["corrections"] = "published"
    of_kind = lambda kind: next(iter(tables_of(edition, kind, *scope)), None)
    if maybe(0.75):
        kv = of_kind("plot ratio")
        keys = bounds_of(kv) if kv else ["1", "2.5"]
        low, high = Decimal(keys[0]), Decimal(keys[-1])
        between = f"{low + (high - low) * rng.randint(0, 1000) / 1000:.2f}"
        case["plot_ratio"] = rng.choice([beside(rng, rng.choice(keys)), between, between, rng.choice(["0.30", "8", "1.75"])])
    index = of_kind("index")
    days = [date.fromisoformat(row.key) for row in index.rows] if index else [date(2024, 7, 1), date(2025, 4, 1)]
    if maybe(0.7):
        day = rng.choice(days) + timedelta(days=rng.choice([-1, 0, 0, 1, rng.randint(0, 700)]))
        case["valuation_date"] = str(day)
    term = of_kind("term")
    if maybe(0.6):
        keys = bounds_of(term) if term and term.rows else ["12.5", "33.57", "40", "61"]
        case["remaining_term"] = rng.choice([rng.choice(keys), rng.choice(keys), beside(rng, rng.choice(keys))])
    elif maybe(0.4) and "valuation_date" in case:
        day = date.fromisoformat(case["valuation_date"])
        case["expiry_date"] = str(day.replace(day=1) + timedelta(days=rng.randint(400, 14000)))
        if maybe(0.3):
            case["expiry_date"] = str(date(day.year + 30, day.month, min(day.day, 28)))
    tables = [it for kind in KINDS for it in tables_of(edition, kind, *scope)]
    levels = [(spelled(rng, it.name), level_for(rng, it)) for it in tables if not it.by_area and maybe(0.6)]
    levels += [(it.name, level_for(rng, it)) for it in tables if it.by_area and maybe(0.15)]
    if maybe(0.01):
        levels.append((rng.choice(["地铁", "距离"]), "优"))
    rng.shuffle(levels)
    if "corrections" not in case and maybe(0.9):
        levels = []
    case["levels"] = ";".join(f"{of}={level}" for of, level in levels)
    if maybe(0.5):
        areas = [it for table in tables if table.by_area for it in [number_for(rng, table)] if it.replace(".", "").isdigit()]
        case["area"] = rng.choice([it for it in areas if Decimal(it) > 0] or ["1000"])
    if maybe(0.08):
        case["plot_ratio_coefficient"] = f"{Decimal(rng.randint(8000, 13000)) / 10000}"
    if maybe(0.08):
        case[rng.choice(["date_coefficient"])] = f"{Decimal(rng.randint(8000, 13000)) / 10000}"
    elif maybe(0.06) and "valuation_date" in case:
        case["monthly_growth"] = rng.choice(["0.002", "-0.0035"])
    if ("remaining_term" in case or "expiry_date" in case) and maybe(0.1):
        case["rate"] = rng.choice(["0.06", "0.0725"])
    if ("remaining_term" in case or "expiry_date" in case) and maybe(0.08):
        case["statutory_term"] = rng.choice(["70", "50", "64.5"])
    unlevelled = [it.name for it in tables if it.name not in [of for of, _ in levels]]
    if unlevelled and maybe(0.1):
        case["coefficients"] = f"{rng.choice([*unlevelled, '街角'])}={Decimal(rng.randint(900, 1100)) / 1000}"
    if maybe(0.1):
        case["factor_corrections"] = f"个别={Decimal(rng.randint(-900, 900)) / 100}%"
    if maybe(0.4):
        case["coefficient_places"] = rng.choice(["unrounded", "3", "4", "6"])
        case["unit_price_places"] = rng.choice(["0", "1", "2", "4"])
        case["amount_places"] = rng.choice(["0", "2", "3"])
        case["mode"] = rng.choice(["half-up", "half-even"])
    return case


def breaks(case, parts):
    """How many of the parts of the case, each a list of columns, break a rule on their own."""
    broken = 0
    for part in parts:
        others = {column for of in parts for column in of} - set(part)
        alone = {column: text for column, text in case.items() if column not in others}
        try:
            Corrected(alone)
        except Refused:
            broken += 1
        except TooNear:
            pass
    return broken


def priced(case, parts=tuple(PARTS.values()), more=lambda _: {}):
    """The results of a case, and more of it; none where two rules are broken, or a rounding would be a guess."""
    try:
        appraised = Corrected(case)
    except TooNear:
        return None
    except Refused as refused:
        return refusal(refused.kind, refused.message) if breaks(case, parts) <= 1 else None
    results = {column: text for column, text in appraised.result.items() if text}
    return results | {"sources": appraised.sources()} | more(appraised)


YUNZHOU = {"edition": "yunzhou-2025", "corrections": "published"}
HOME = YUNZHOU | {"land_use": "居住", "grade": "Ⅱ"}
SHOP = YUNZHOU | {"land_use": "商业", "zone": "Ⅱ-2"}
TOWN = YUNZHOU | {"district": "乡镇", "grade": "Ⅱ"}
SQUARE = {"edition": "lanting-2027", "corrections": "published", "grade": "Ⅱ"}
# Cases worth having whatever chance brings.
CHOSEN = [
    HOME, SHOP, TOWN | {"land_use": "居住"},
    # A number at either end of an interval: 300 is of the first level, 300.01 of the second.
    *(HOME | {"levels": f"距汽车站距离={of}"} for of in ("0", "300", "300.0", "300.01", "700", "2000", "2000.001", "99999999")),
    # No number, a number below 0, and what is in no interval.
    *(HOME | {"levels": f"距汽车站距离={of}"} for of in ("-1", "300米", "1e3", "优 ", "较 优", "中等", "")),
    # Two intervals end at 10, and which is meant is not guessed; below 5 there is none.
    *(SHOP | {"levels": f"临街深度={of}"} for of in ("5", "9.99", "10", "10.0", "10.01", "20", "20.01", "4.999")),
    # Storeys whose levels are numbers: by name before by interval.
    *(SHOP | {"levels": f"楼层={of}"} for of in ("-1", "1", "１", "2", "3", "4", "5", "5.5", "6", "顶层", "7", "－1")),
    # The same factor in two spellings, and beside a value of one's own.
    HOME | {"levels": "形状=优;形状=劣"}, HOME | {"levels": "形状=优;形 状=劣"}, HOME | {"levels": "形状=优;　形状=优"},
    HOME | {"levels": "形状=优", "coefficients": "形状=1.01"}, HOME | {"levels": "形状=优", "coefficients": "形 状=1.01"},
    HOME | {"levels": "环境质量=优", "factor_corrections": "环境质量 =1%"},
    HOME | {"levels": "环境 质量=优", "factor_corrections": "环境质量=1%"},
    HOME | {"levels": "距汽车站距离=优;供水保证率=96;环境质量=一般;繁华程度=高;规划限制=无;形状=优;楼层=1", "area": "1500"},
    HOME | {"levels": "供水保证率=98%"}, HOME | {"levels": "环境质量=较劣"}, HOME | {"levels": "地铁=优"},
    HOME | {"coefficients": "形状=1.01"}, HOME | {"coefficients": "形 状=1.01", "factor_corrections": "规划限制=-1%"},
    # The table for a grade counts before that for a land use, and that before one for an area.
    *(YUNZHOU | {"land_use": use, "grade": "限制级", "plot_ratio": "1.1", "levels": "形状=不规则"} for use in ("商业", "工业")),
    YUNZHOU | {"land_use": "商业", "grade": "限制级", "levels": "形状=优"},
    YUNZHOU | {"land_use": "仓储", "grade": "Ⅰ", "plot_ratio": "0.5"}, YUNZHOU | {"land_use": "仓储", "grade": "Ⅰ", "levels": "形状=优"},
    YUNZHOU | {"land_use": "仓储", "grade": "Ⅲ", "valuation_date": "2026-07-01"},
    TOWN | {"land_use": "商业", "plot_ratio": "1.2", "levels": "距汽车站距离=800"},
    TOWN | {"land_use": "居住", "levels": "距汽车站距离=较优;距集市距离=500.5"},
    TOWN | {"land_use": "居住", "valuation_date": "2026-07-01"}, TOWN | {"land_use": "商业", "valuation_date": "2026-07-01"},
    # Plot ratios at the ends of a table and beyond, open and not; between rows that say nothing of it.
    *(HOME | {"plot_ratio": of} for of in ("0.2", "1", "1.00", "1.001", "2.3", "5", "5.0001", "900")),
    *(SHOP | {"plot_ratio": of} for of in ("0.1", "1.0", "1.49", "1.5", "2.999", "3", "3.0", "3.01")),
    *(YUNZHOU | {"land_use": "仓储", "grade": "Ⅱ", "plot_ratio": of} for of in ("0.49", "0.5", "3.5", "3.51", "1.5")),
    # Terms: a row of a table or none, a part of the statutory term, more than that.
    *(YUNZHOU | {"land_use": "办公", "zone": "东1", "remaining_term": of} for of in ("10", "10.0", "39.5", "40", "40.01", "25", "9.99")),
    *(YUNZHOU | {"land_use": "商业", "grade": "限制级", "remaining_term": of} for of in ("10", "29.99", "30", "49.9", "50", "9", "51")),
    *(SHOP | {"remaining_term": of} for of in ("0.01", "13.33", "40", "40.01")),
    SHOP | {"remaining_term": "30", "rate": "0.06"}, SHOP | {"remaining_term": "30", "statutory_term": "50"},
    YUNZHOU | {"land_use": "办公", "zone": "东1", "remaining_term": "30", "statutory_term": "50"},
    HOME | {"remaining_term": "30"},
    *(TOWN | {"land_use": "居住", "remaining_term": of} for of in ("50", "60", "70", "65")),
    SHOP | {"valuation_date": "2025-08-31", "expiry_date": "2049-02-28"},
    # Dates on a point, between two, on either side of the series; the same month as the base date.
    *(HOME | {"valuation_date": of} for of in ("2024-07-01", "2024-07-02", "2025-01-01", "2026-06-30", "2026-07-01", "2026-07-02", "2023-12-31", "2024-01-01")),
    *(SHOP | {"valuation_date": of} for of in ("2024-06-29", "2024-06-30", "2024-12-30", "2024-12-31", "2025-12-31", "2026-01-01")),
    # Two coefficients that the area says, both far from 1: each carries the deviation by its name.
    *(YUNZHOU | {"land_use": "工业", "grade": "Ⅱ", "area": of} for of in ("1000", "2000", "2000.01", "5000", "5000.01", "9000", "9000.01")),
    YUNZHOU | {"land_use": "工业", "grade": "Ⅱ", "area": "9500", "levels": "规模=小"},
    YUNZHOU | {"land_use": "工业", "grade": "Ⅱ", "area": "9500", "levels": "规模=6000;面积=1"},
    # Prices of floor with no plot ratio, editions without corrections, and without what a table needs.
    YUNZHOU | {"land_use": "办公", "zone": "老城"}, YUNZHOU | {"land_use": "办公", "zone": "A-7", "plot_ratio": "2.2"},
    {"edition": "daguan-2014", "land_use": "住宅", "grade": "Ⅱ", "corrections": "published"},
    {"edition": "daguan-2014", "land_use": "住宅", "grade": "Ⅱ", "levels": "形状=优"},
    {"edition": "yunzhou-2028", "land_use": "住宅", "grade": "Ⅰ", "corrections": "published", "remaining_term": "30"},
    {"edition": "yunzhou-2028", "land_use": "住宅", "grade": "Ⅰ", "corrections": "published", "remaining_term": "30", "statutory_term": "70"},
    {"edition": "yunzhou-2028", "land_use": "住宅", "grade": "Ⅱ", "corrections": "published"},
    {"edition": "yunzhou-2028", "land_use": "工业", "zone": "Ⅰ-2", "corrections": "published", "valuation_date": "2029-03-01"},
    {"edition": "yunzhou-2028", "land_use": "工业", "zone": "Ⅰ-2", "corrections": "published", "remaining_term": "20"},
    # Intervals: their ends belong to one of them, and what none covers has no coefficient.
    *(SQUARE | {"land_use": "商服", "plot_ratio": of} for of in ("0.01", "1", "1.0001", "1.5", "2.0", "3.5", "3.51", "5", "5.0001", "80")),
    *(SQUARE | {"land_use": "住宅", "plot_ratio": of} for of in ("0.999", "1", "1.4999", "1.5", "2", "2.5", "2.9999", "3", "3.0", "3.01")),
    *(SQUARE | {"land_use": "工业", "plot_ratio": of} for of in ("0.49", "0.5", "0.8", "0.81", "0.99", "1.0", "1.01", "2", "2.001")),
    *(SQUARE | {"land_use": "工业", "grade": "Ⅲ", "plot_ratio": of} for of in ("0.3", "0.7999", "0.8", "0.80", "0.8001")),
    *(SQUARE | {"land_use": "工业", "remaining_term": of} for of in ("0.01", "10", "10.01", "20", "33.3", "35", "50", "50.01")),
    *(SQUARE | {"land_use": "商服", "area": of, "levels": f"临街深度={depth}"}
      for of, depth in (("500", "10"), ("500.01", "10.01"), ("2000", "20"), ("2000.01", "20.01"), ("10000", "0"), ("10000.5", "深"))),
    # The parcel of a real report.
    {"edition": "tongdao-2026", "land_use": "居住", "grade": "Ⅱ", "corrections": "published", "remaining_term": "63.97",
     "plot_ratio": "4.58", "valuation_date": "2026-06-03", "area": "19.02", "unit_price_places": "1",
     "levels": "形状=较优;景观=优;朝向=南;距汽车站距离=较劣"},
]


@cache
def cases():
    rng = random.Random(20250303)
    drawn = list(CHOSEN)
    for edition in CORRECTED:
        for price in edition.prices:
            count = len(edition.tables) * 40 // len(edition.prices)
            drawn += [random_case(rng, edition, price) for _ in range(count)]
    return [(case, result) for case in drawn if (result := priced(case)) is not None]


def corrected():
    return table(COLUMNS, [*[it for it in RESULTS if it != "error_kind" and it != "error"], "sources", *ERROR], cases())


def worksheets():
    """Whole worksheets of some of them, and what they warn of."""
    rng = random.Random(20250304)
    drawn = [case for case, result in cases() if "error" not in result and case not in CHOSEN]
    found = []
    for case in [*CHOSEN, *rng.sample(drawn, 60)]:
        try:
            appraised = Corrected(case)
        except Refused:
            continue
        texts = {}
        for language, name in enumerate(("chinese", "english")):
            texts[f"worksheet_{name}"] = worksheet.worksheet(appraised, language, "wide")
            texts[f"warnings_{name}"] = worksheet.warnings(appraised, language)
        found.append((case, texts))
    results = ["worksheet_chinese", "worksheet_english", "warnings_chinese", "warnings_english"]
    return table(COLUMNS, results, found[::3])


def levels():
    """Every level of every table that a grade has, by its name, and numbers at and beside the bounds of intervals."""
    rng = random.Random(20250305)
    found = []
    for edition in CORRECTED:
        for area, _ in edition.areas:
            for use in edition.uses:
                for grade in edition.grades:
                    scope = (area, use.name, grade)
                    of_scope = [it for kind in KINDS for it in tables_of(edition, kind, *scope)]
                    for it in rng.sample(of_scope, min(4, len(of_scope))):
                        texts = [spelled(rng, rng.choice(it.rows).level), number_for(rng, it), number_for(rng, it)]
                        found += [(edition, scope, spelled(rng, it.name), text) for text in texts]
                    found.append((edition, scope, "没有的因素", "优"))
    columns = ["edition", "area", "land_use", "grade", "of", "level"]
    results = ["kind", "name", "found_level", "condition", "value", "by_area", "document", "annex", "part", "row", *ERROR]
    rows = []
    for edition, scope, of, text in found:
        def result():
            it, row = level_row(edition, *scope, of, text)
            value = per_cent(row.value) if it.kind == "factor" else row.value
            return {
                "kind": it.kind, "name": it.name, "found_level": row.level, "condition": row.condition, "value": value,
                "by_area": "yes" if it.by_area else "no", **cited(edition, it.annex, it.part, row.row),
            }
        rows.append((dict(zip(columns, (edition.name, *scope, of, text))), answer(result)))
    return table(columns, results, rows)


def plot_ratios():
    """Kv by every table, at its rows, between them and beyond its ends, to any number of places."""
    rng = random.Random(20250306)
    columns = ["edition", "area", "land_use", "grade", "plot_ratio", "coefficient_places", "mode"]
    rows = []
    for edition in CORRECTED:
        for area, _ in edition.areas:
            for use in edition.uses:
                for grade in edition.grades:
                    table_of = next(iter(tables_of(edition, "plot ratio", area, use.name, grade)), None)
                    keys = bounds_of(table_of) if table_of else ["1"]
                    ratios = {keys[0], keys[-1], beside(rng, keys[0]), beside(rng, keys[-1]), rng.choice(keys)}
                    ratios |= {f"{Decimal(rng.randint(40, 600)) / 100}" for _ in range(4)} if table_of else set()
                    for ratio in sorted(ratios, key=lambda it: (Decimal(it), it)):
                        places, mode = rng.choice(["2", "3", "4", "4", "6", "9"]), rng.choice(["half-up", "half-even"])

                        def result():
                            if table_of is None:
                                not_stated(edition, "plot-ratio table", "plot-ratio coefficient")
                            found = tabulated(edition, table_of, ratio)
                            if len(found) == 1:
                                return {"coefficient": found[0].value}
                            return {"coefficient": rounded(interpolated(found, ratio)[0], int(places), mode, True)}
                        case = (edition.name, area, use.name, grade, ratio, places, mode)
                        rows.append((dict(zip(columns, case)), answer(result)))
    return table(columns, ["coefficient", *ERROR], rows)


# By file: what reads it, and its rows.
FILES = {
    "corrected.tsv": ("corrected", corrected),
    "corrected_worksheet.tsv": ("corrected", worksheets),
    "correction_level.tsv": ("correction_level", levels),
    "correction_plot_ratio.tsv": ("correction_plot_ratio", plot_ratios),
}
