"""Writes the vectors of editions that are loaded: what each has, its prices and bases asked for in many spellings, and
which edition is in force; `generate.py` runs it."""

import random
from datetime import date, timedelta
from decimal import Decimal

from cells import HANZI, LETTERS, NUMERALS, development
from published import NUMBER
from published import IN_FORCE as JINAN_IN_FORCE
from reading import CLASSES, EDITIONS
from vector_file import Refused, refusal, table

PRICE = [
    "area", "land_use", "land_use_english", "grade", "code", "printed", "per", "is_lower_bound", "per_square_metre",
    "wan_yuan_per_mu", "per_floor_area", "document", "annex", "part", "row",
]
BASIS = [
    "base_date", "right", "statutory_term", "plot_ratio", "capitalization_rate", "development_level",
    "development_name",
]
ERROR = ["error_kind", "error"]


def cited(edition, annex, part, row):
    return {"document": edition.document, "annex": annex, "part": part, "row": str(row)}


def price_result(edition, price):
    """What the library must say of a price, and of what it assumes."""
    basis, _ = edition.basis(price.area, price.use, price.grade, price.zone)
    ratio = basis.get("plot_ratio")
    land = price.printed
    if price.per_floor:
        land = f"{Decimal(price.printed) * Decimal(ratio):f}" if ratio else ""
    use = edition.use_of(price.use)
    return {
        "area": price.area, "land_use": price.use, "land_use_english": use.english, "grade": price.grade or "",
        "code": price.zone or "", "printed": price.printed, "per": "floor" if price.per_floor else "land",
        "is_lower_bound": "yes" if price.is_bound else "no", "per_square_metre": land, "wan_yuan_per_mu": price.per_mu,
        "per_floor_area": price.printed if price.per_floor else price.floor,
        **cited(edition, *price.annex.cited(), price.row), **edition.basis_result(basis),
    }


def in_hand(edition, area, use, of_zones=None):
    """Fails where an annex that is not in hand publishes what is asked for."""
    for annex in edition.annexes:
        if not annex.in_hand and area in annex.areas and use in annex.uses and of_zones in (None, annex.of_zones):
            asked = edition.use_of(use).in_errors()
            message = f"no {asked} price of the {area}: annex {annex.called()} publishes them, and this edition does not hold its figures"
            raise Refused("FiguresNotInHand", message)


def no_grade(edition, area, use, grade):
    in_hand(edition, area, use)
    asked = edition.use_of(use).in_errors()
    # Those that have a price, or zones that are numbered from 1.
    of_use = [price for price in edition.prices if (price.area, price.use) == (area, use)]
    has = {price.grade for price in of_use if not price.zone or price.zone == f"{price.grade}-1"}
    known = [it for it in edition.grades if it in has]
    if any(it not in NUMERALS for it in known):
        raise Refused("NoSuchGrade", f"no {asked} grade {grade}: {asked} has {'/'.join(known)}")
    if known:
        raise Refused("NoSuchGrade", f"no {asked} grade {grade}: {asked} grades run from {known[0]} to {known[-1]}")
    raise Refused("NoSuchGrade", f"no {asked} grade {grade}: no {asked} grade is published")


def ask(edition, area, use, grade, zone):
    """The price of that grade or zone, by their names in the edition."""
    price = edition.find(area, use, grade, zone)
    if price:
        return price_result(edition, price)
    if grade:
        no_grade(edition, area, use, grade)
    asked = edition.use_of(use).in_errors()
    numeral, hyphen, number = zone.partition("-")
    if not (hyphen and numeral in NUMERALS and number.isdigit()):
        in_hand(edition, area, use, True)
        raise Refused("NoSuchZone", f"no {asked} zone {zone}: no such zone is published")
    of_grade = [it for it in edition.prices if (it.area, it.use, it.grade) == (area, use, numeral)]
    zones = {it.zone for it in of_grade}
    # Zones that are numbered through all grades are no run from 1.
    run = 0
    while f"{numeral}-{run + 1}" in zones:
        run += 1
    if run:
        raise Refused("NoSuchZone", f"no {asked} zone {zone}: {numeral} has zones 1 to {run}")
    if None not in zones:
        no_grade(edition, area, use, numeral)
    in_hand(edition, area, use, True)
    raise Refused("NoSuchZone", f"no {asked} zone {zone}: no such zone is published")


def answer(call, *arguments):
    try:
        return call(*arguments)
    except Refused as refused:
        return refusal(refused.kind, refused.message)


def unseen(rng, text):
    """A text as a spreadsheet might have it: what nobody sees around it, letters and digits of another width."""
    before, after = rng.choice([("", ""), ("", ""), (" ", ""), ("\u3000", " "), ("", "\u00a0"), ("\ufeff", "")])
    if rng.random() < 0.2:
        text = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)
    return before + text + after


def use_spelled(rng, edition, name):
    use = edition.use_of(name)
    words = [use.name, use.name, use.name + "用地", *use.spellings, use.english]
    if use.is_class:
        words += [use.of_class, *CLASSES[use.of_class], CLASSES[use.of_class][0] + "用地", use.of_class.upper()]
    return unseen(rng, rng.choice(words))


def area_spelled(rng, edition, name):
    if name == edition.areas[0][0] and rng.random() < 0.4:
        return ""
    english = dict(edition.areas)[name]
    return unseen(rng, rng.choice([name, name, english, english.upper()]))


def grade_forms(grade):
    at = NUMERALS.index(grade)
    return [grade, LETTERS[at], LETTERS[at].lower(), HANZI[at]]


def grade_spelled(rng, edition, grade):
    if grade not in NUMERALS:
        return unseen(rng, rng.choice([text for text, of in edition.named_grades.items() if of == grade]))
    numeral = rng.choice([*grade_forms(grade), str(NUMERALS.index(grade) + 1)])
    return unseen(rng, rng.choice(["{}", "{}级", "{}级地", "第{}级"]).format(numeral))


def zone_spelled(rng, zone):
    numeral, _, number = zone.partition("-")
    hyphen = rng.choice("-－—–―−")
    if numeral in NUMERALS and number.isdigit():
        numeral = rng.choice(grade_forms(numeral)) + rng.choice(["", "级"])
        return unseen(rng, numeral + hyphen + rng.choice([number, "0" + number]) + rng.choice(["", "区片"]))
    return unseen(rng, zone.replace("-", hyphen).replace("东", rng.choice(["东", "东 "])))


def prices():
    inputs = ["edition", "area", "land_use", "grade", "zone"]
    rng = random.Random(20250301)
    cases = []
    add = lambda edition, area, use, grade, zone, result: cases.append((
        {"edition": edition.name, "area": area, "land_use": use, "grade": grade or "", "zone": zone or ""}, result,
    ))
    for edition in EDITIONS.values():
        for price in edition.prices:
            # Every price twice: in words of its own, then in others.
            of = (price.area, price.use, None if price.zone else price.grade, price.zone)
            result = ask(edition, *of)
            add(edition, *of, result)
            spelled = (area_spelled(rng, edition, price.area), use_spelled(rng, edition, price.use))
            if price.zone:
                add(edition, *spelled, None, zone_spelled(rng, price.zone), result)
            else:
                add(edition, *spelled, grade_spelled(rng, edition, price.grade), None, result)
        # What there is no price of: every combination that is not printed, and zones and grades that are not there.
        for area, _ in edition.areas:
            for use in (use.name for use in edition.uses):
                for grade in dict.fromkeys([*edition.grades, "Ⅴ", "Ⅻ"]):
                    if not edition.find(area, use, grade, None):
                        add(edition, area, use, grade, None, answer(ask, edition, area, use, grade, None))
                named = [price.zone for price in edition.prices if price.zone][:2]
                for zone in dict.fromkeys(["Ⅰ-1", "Ⅱ-4", "Ⅲ-9", "Ⅻ-1", *named]):
                    if not edition.find(area, use, None, zone):
                        add(edition, area, use, None, zone, answer(ask, edition, area, use, None, zone))
    results = [*PRICE, *BASIS, *ERROR]
    return table(inputs, results, [*cases, *misspelled()])


def misspelled():
    """Words that the edition does not have, each message written by hand."""
    classes = "commercial 商服, residential 住宅, industrial 工业 or public service 公共管理与公共服务"
    of_trade = f"not the name of a land use: {classes}"
    grades = "a grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三"
    for edition, area, use, grade, zone, kind, message in (
        ("yunzhou-2025", "", "商服", "Ⅰ", "", "SeveralUses",
         "several land uses are commercial ones, 商业 and 办公, and which is meant is not guessed"),
        ("yunzhou-2025", "城区", "public service", "Ⅰ", "", "NoSuchUse",
         "no public service land use: edition yunzhou-2025 has none"),
        ("yunzhou-2028", "", "公服", "Ⅰ", "", "NoSuchGrade",
         "no public service grade Ⅰ: no public service grade is published"),
        ("tongdao-2026", "", "工业", "Ⅰ", "", "NoSuchUse", "no industrial land use: edition tongdao-2026 has none"),
        ("shanghai-2010", "", "commercial", "1", "", "SeveralUses",
         "several land uses are commercial ones, 商业 and 办公, and which is meant is not guessed"),
        ("yunzhou-2025", "", "别墅", "Ⅰ", "", "InvalidLandUse",
         'invalid land use "别墅": not the name of a land use of this edition, at character 1'),
        ("daguan-2014", "", "别墅", "Ⅰ", "", "InvalidLandUse", f'invalid land use "别墅": {of_trade}, at character 1'),
        ("yunzhou-2025", "", "", "Ⅰ", "", "InvalidLandUse",
         'invalid land use "": a land use is expected, the text is empty, at character 1'),
        ("yunzhou-2025", "开发区", "居住", "Ⅰ", "", "InvalidArea",
         'invalid area "开发区": not the name of an area of this edition, at character 1'),
        ("yunzhou-2025", "建制镇", "居住", "Ⅰ", "", "NoSuchArea", "no township: edition yunzhou-2025 has no such area"),
        ("lanzhou-counties", "中心城区", "住宅", "Ⅰ", "", "NoSuchArea",
         "no central urban area: edition lanzhou-counties has no such area"),
        ("yunzhou-2025", "", "居住", "特级", "", "InvalidGrade", f'invalid grade "特级": {grades}, at character 1'),
        ("shanghai-2013", "", "住宅", "21", "", "InvalidGrade",
         'invalid grade "21": grades run from 1 to 20, at character 2'),
        ("beijing-codes", "", "商业", "", "通5", "InvalidZoneCode", f'invalid zone code "通5": {grades}, at character 1'),
        ("yunzhou-2025", "", "办公", "", "东", "InvalidZoneCode", f'invalid zone code "东": {grades}, at character 1'),
        ("yunzhou-2025", "", "居住", "", "Ⅰ-0", "InvalidZoneCode",
         'invalid zone code "Ⅰ-0": zone numbers begin with 1, at character 3'),
    ):
        case = {"edition": edition, "area": area, "land_use": use, "grade": grade, "zone": zone}
        yield case, refusal(kind, message)


def bases():
    cases = []
    rng = random.Random(20250302)
    for edition in EDITIONS.values():
        for area, _ in edition.areas:
            for use in edition.uses:
                if edition.states(area, use.name):
                    basis, statement = edition.basis(area, use.name)
                    # What nothing but the terms of the edition states is printed in no table.
                    annex, part = (statement.annex or ("0", statement.part)) if statement else ("0", "")
                    row = statement.row or "0" if statement else "0"
                    result = edition.basis_result(basis) | cited(edition, annex, part or (area if annex == "0" else ""), row)
                else:
                    message = f"no basis is stated for {use.in_errors()} land of the {area}"
                    result = refusal("NoBasis", message)
                for asked in ((area, use.name), (area_spelled(rng, edition, area) or area, use_spelled(rng, edition, use.name))):
                    cases.append((dict(zip(("edition", "area", "land_use"), (edition.name, *asked))), result))
    return table(["edition", "area", "land_use"], [*BASIS, "document", "annex", "part", "row", *ERROR], cases)


# Names of levels that every document means the same by, those that some do otherwise, and lists of services.
LEVELS_OF_ALL = {
    "五通一平": "road+power+telecom+water supply+drainage+levelling",
    "七通一平": "road+power+telecom+water supply+drainage+gas+heating+levelling",
    "通路、供电": "road+power", "none": "none", "heating;gas": "gas+heating",
}
LEVELS_OF_NONE = {
    "六通一平": "it stands for road+power+telecom+water supply+drainage+gas+levelling in some documents and for "
    "road+power+telecom+water supply+drainage+heating+levelling in others: list the services, or read it in an edition",
    "四通一平": "the name does not say which services it stands for: list them, such as 通路、供电、供水、场地平整",
    "六通": "neither 五通一平, 六通一平, 七通一平 nor a list of services such as road+power or 通路、供电",
}


def levels():
    """What each edition means by the name of a development level."""
    rng = random.Random(20250304)
    cases = []
    for edition in EDITIONS.values():
        stated = [it.stated["development_level"] for it in edition.statements if "development_level" in it.stated]
        own = {name: services for name, services in map(development, stated) if services}
        for text, services in {**LEVELS_OF_ALL, **own}.items():
            for spelled in dict.fromkeys([text, unseen(rng, text) if text in own else f" {text}\u3000"]):
                cases.append(({"edition": edition.name, "text": spelled}, {"level": services}))
        for text, rule in LEVELS_OF_NONE.items():
            if text not in own:
                message = f'invalid development level "{text}": {rule}, at character 1'
                cases.append(({"edition": edition.name, "text": text}, refusal("InvalidDevelopmentLevel", message)))
    return table(["edition", "text"], ["level", *ERROR], cases)


def facts():
    cases = []
    for edition in EDITIONS.values():
        zones = sum(price.zone is not None for price in edition.prices)
        terms = edition.terms
        known = {
            "name": edition.name, "city": edition.city, "number": edition.document, "digest": edition.digest,
            "title": terms.get("title", ""), "issuer": terms.get("issuer", ""), "replaces": terms.get("replaces", ""),
            "issue date": terms.get("issue_date", ""), "first day in force": terms.get("first_day_in_force", ""),
            "last day in force": terms.get("last_day_in_force", ""), "base date": terms.get("base_date", ""),
            "formula": edition.printed_formula() if "formula" in terms else "",
            "zone prices": str(zones), "grade prices": str(len(edition.prices) - zones),
            "land uses": " ".join(use.name for use in edition.uses),
            "printed under": " ".join(use.printed_under or "—" for use in edition.uses),
            "areas": " ".join(name for name, _ in edition.areas), "grades": " ".join(edition.grades),
        }
        cases += [({"edition": edition.name, "fact": fact}, {"value": value}) for fact, value in known.items()]
    return table(["edition", "fact"], ["value"], cases)


class Jinan:
    """The edition that the library has itself, as a set sees it."""

    name, city, document, terms = "jinan-2020", "济南市", NUMBER, {"replaces": "济政发〔2018〕15号"}

    @staticmethod
    def first_day():
        return JINAN_IN_FORCE[0]

    @staticmethod
    def last_day():
        return JINAN_IN_FORCE[1]


def in_force_on(editions, city, day):
    """The edition of the city that is in force: from its first day to its last, or until another of the city begins that
    names it as replaced, or where it states no last day until any other begins."""
    of_city = [it for it in editions if it.city == city]
    if not of_city:
        raise Refused("NoSuchCity", f'no edition of "{city}" is in the set')

    def last_day(edition):
        stated, first = edition.last_day(), edition.first_day()
        ends = [stated] if stated else []
        for other in of_city:
            begins = other.first_day()
            if other is edition or not begins or (first and begins <= first):
                continue
            if not stated or other.terms.get("replaces") == edition.document:
                ends.append(begins - timedelta(days=1))
        return min(ends, default=None)

    first_day = lambda edition: edition.first_day() or date.min
    held = [it for it in of_city if first_day(it) <= day <= (last_day(it) or date.max)]
    if len(held) == 1:
        return {"in_force": held[0].name}
    if held:
        first, second = sorted(held, key=lambda it: (first_day(it), it.name))[:2]
        message = f"both {first.name} and {second.name} claim to be in force on {day}, and which is meant is not guessed"
        raise Refused("SeveralInForce", message)
    before = max(((last_day(it), it.name) for it in of_city if last_day(it) and last_day(it) < day), default=None)
    after = min(((it.first_day(), it.name) for it in of_city if it.first_day() and it.first_day() > day), default=None)
    message = f"no edition is in force on {day}"
    if before:
        message += f": {before[1]} is until {before[0]}"
    if after:
        message += (", and the next, " if before else ": the first, ") + f"{after[1]}, is from {after[0]}"
    raise Refused("NoneInForce", message)


def in_force():
    known = EDITIONS | {"jinan-2020": Jinan()}
    yunzhou = ["yunzhou-2021", "yunzhou-2025", "yunzhou-2028", "yunzhou-2030"]
    sets = [
        yunzhou, yunzhou[::-1], yunzhou[:2], yunzhou[1:2], [yunzhou[0], yunzhou[2]], [yunzhou[1], yunzhou[3]],
        ["jinan-2020", "jinan-2024-made-up", *yunzhou[:3]], ["jinan-2024-made-up", "jinan-2020"], ["jinan-2020"],
        ["tongdao-2026", "daguan-2014", "yunzhou-2025"],
    ]
    days = [
        "2020-10-07", "2020-10-08", "2021-05-31", "2021-06-01", "2023-10-07", "2023-10-08", "2023-12-31", "2024-01-01",
        "2024-12-31", "2025-01-01", "2025-02-28", "2025-03-01", "2028-02-29", "2028-03-01", "2029-12-31", "2030-01-01",
        "2030-12-31", "2031-01-01",
    ]
    cases = []
    for editions in sets:
        for city in ("云州市", "济南市", "通道侗族自治县"):
            has_city = any(known[name].city == city for name in editions)
            for day in days if has_city else days[:1]:
                result = answer(in_force_on, [known[name] for name in editions], city, date.fromisoformat(day))
                cases.append(({"editions": ";".join(editions), "city": city, "date": day}, result))
    return table(["editions", "city", "date"], ["in_force", *ERROR], cases)


# By file: what reads it, and its rows.
FILES = {
    "edition_facts.tsv": ("edition_facts", facts),
    "edition_price.tsv": ("edition_price", prices),
    "edition_basis.tsv": ("edition_basis", bases),
    "edition_level.tsv": ("edition_level", levels),
    "in_force.tsv": ("in_force", in_force),
}
