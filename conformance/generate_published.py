"""Writes the vectors of what the notice publishes: every printed cell, and every way to ask for what is not printed;
`generate.py` runs it."""

import random

from published import (
    BASE_DATE, BASES, CHINESE, FACTS, GRADE_PRICES, GRADES, IN_FORCE, LAND_USES, NUMBER, RIGHT, ZONE_PRICES, zone_count,
)
from vector_file import refusal, table

LETTERS = dict(zip(GRADES, ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]))
HANZI = dict(zip(GRADES, "一二三四五六七八九"))
# Grades that other cities have.
FURTHER = {"Ⅹ": "十", "Ⅻ": "十二", "XX": "二十"}


def not_in_hand(area, land_use, annex):
    return refusal(
        "FiguresNotInHand",
        f"no {land_use} price of the {area}: annex {annex} publishes them, and this edition does not hold its figures",
    )


def no_such_grade(land_use, grade):
    last = max(known for use, known in GRADE_PRICES if use == land_use)
    message = f"no {land_use} grade {grade}: {land_use} grades run from Ⅰ to {last}"
    return refusal("NoSuchGrade", message)


def zone_price(land_use, code):
    if (land_use, code) in ZONE_PRICES:
        price, per_mu, floor, annex, row = ZONE_PRICES[land_use, code]
        return {
            "code": code, "per_square_metre": price, "wan_yuan_per_mu": per_mu, "floor_price": floor,
            "document": NUMBER, "annex": annex, "row": row,
        }
    if land_use == "public service":
        return not_in_hand("central urban area", land_use, 5)
    grade = code.split("-")[0]
    if (land_use, grade) not in GRADE_PRICES:
        return no_such_grade(land_use, grade)
    count = zone_count(land_use, grade)
    return refusal("NoSuchZone", f"no {land_use} zone {code}: {grade} has zones 1 to {count}")


def spelled(rng, land_use, code):
    """The same zone as a spreadsheet might have it."""
    use = rng.choice([land_use, land_use.upper(), CHINESE[land_use], CHINESE[land_use] + "用地"])
    grade, number = code.split("-")
    wide = {ord(c): ord(c) + 0xFEE0 for c in "0123456789IVX"}
    letters = LETTERS[grade]
    numeral = rng.choice([grade, letters, letters.lower(), letters.translate(wide), HANZI[grade], grade.lower()])
    hyphen = rng.choice(["-", "－", "—", "―", "−", ""])
    number = rng.choice([number, number.translate(wide), "0" + number]) + rng.choice(["", "区片"])
    before, after = rng.choice([("", ""), (" ", ""), ("", "\u3000"), ("\ufeff", "\u00a0")])
    return use, before + numeral + rng.choice(["", "级"]) + hyphen + number + after


def zones():
    inputs = ["land_use", "zone"]
    results = [
        "code", "per_square_metre", "wan_yuan_per_mu", "floor_price", "document", "annex", "row", "error_kind", "error",
    ]
    asked = [(*key, key) for key in ZONE_PRICES]
    for land_use in LAND_USES:
        for grade in GRADES:
            for number in (1, zone_count(land_use, grade) + 1, 255, 256 + 1, 65535):
                asked.append((land_use, f"{grade}-{number}", (land_use, f"{grade}-{number}")))
        for grade in FURTHER:
            asked.append((land_use, f"{grade}-1", (land_use, f"{grade}-1")))
    rng = random.Random(20201013)
    asked += [(*spelled(rng, *key), key) for key in ZONE_PRICES for _ in range(3)]
    return table(inputs, results, [({"land_use": use, "zone": zone}, zone_price(*key)) for use, zone, key in asked])


def grades():
    inputs = ["area", "land_use", "grade"]
    results = ["name", "per_square_metre", "zone_count", "document", "annex", "row", "error_kind", "error"]
    cases = []
    for area, annex in (("central urban area", 5), ("township", 6)):
        for land_use in LAND_USES:
            for grade in [*GRADES, *FURTHER]:
                if area == "township" or land_use == "public service":
                    result = not_in_hand(area, land_use, annex)
                elif (land_use, grade) in GRADE_PRICES:
                    price, row = GRADE_PRICES[land_use, grade]
                    result = {
                        "name": grade, "per_square_metre": price, "zone_count": str(zone_count(land_use, grade)),
                        "document": NUMBER, "annex": "1", "row": row,
                    }
                else:
                    result = no_such_grade(land_use, grade)
                asked = [(land_use, grade), (CHINESE[land_use] + "用地", (HANZI | FURTHER)[grade] + "级")]
                cases += [({"area": area, "land_use": use, "grade": of}, result) for use, of in asked]
    return table(inputs, results, cases)


def bases():
    inputs = ["area", "land_use"]
    results = [
        "base_date", "right", "statutory_term", "plot_ratio", "capitalization_rate", "development_level", "document",
        "annex", "error_kind", "error",
    ]
    cases = []
    for (area, land_use), (term, ratio, rate, services) in BASES.items():
        result = {
            "base_date": str(BASE_DATE), "right": RIGHT, "statutory_term": term, "plot_ratio": ratio,
            "capitalization_rate": rate, "development_level": "+".join(services), "document": NUMBER, "annex": "0",
        }
        for asked in ((area, land_use), (CHINESE[area], CHINESE[land_use])):
            cases.append((dict(zip(inputs, asked)), result))
    message = 'invalid area "市区": not the name of an area: central urban area 中心城区 or township 建制镇, at character 1'
    cases.append(({"area": "市区", "land_use": "commercial"}, refusal("InvalidArea", message)))
    return table(inputs, results, cases)


def edition():
    return table(["fact"], ["value"], [({"fact": fact}, {"value": value}) for fact, value in FACTS])


def validity():
    first, last = IN_FORCE
    days = ["0001-01-01", "2018-06-27", "2020-10-07", "2020-10-08", "2022-02-28", "2023-10-07", "2023-10-08", "9999-12-31"]
    state = lambda day: "not yet in force" if day < str(first) else "expired" if day > str(last) else "in force"
    cases = [({"date": day}, {"validity": state(day)}) for day in days]
    cases += [({"date": text}, {"validity": "in force"}) for text in ("2020/10/8", "2020年10月8日", "20201008", "2020-10-08 00:00:00")]
    form = "a date is the year in four digits, month and day, such as 2020-10-08, 2020/10/8, 2020.10.8 or 2020年10月8日"
    for text, reason, character in (
        ("2023-02-29", "the calendar has no such day", 9),
        ("2023-13-01", "the calendar has no such day", 6),
        ("0000-10-08", "dates run from the year 1 to the year 9999", 1),
        ("2020-10-08 08:30", "a date has no time of day other than 00:00:00", 12),
        ("8.10.2020", form, 2),
        ("", form, 1),
    ):
        message = f'invalid date "{text}": {reason}, at character {character}'
        cases.append(({"date": text}, refusal("InvalidDate", message)))
    return table(["date"], ["validity", "error_kind", "error"], cases)


# By file: what reads it, and its rows.
FILES = {
    "edition.tsv": ("edition", edition),
    "zone_price.tsv": ("zone_price", zones),
    "grade_price.tsv": ("grade_price", grades),
    "basis.tsv": ("basis", bases),
    "validity.tsv": ("validity", validity),
}
