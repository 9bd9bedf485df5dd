"""Writes the vectors of spellings: what is read, as what, and what is refused and why; `generate.py` runs it."""

from published import CHINESE, GRADES, SERVICES
from vector_file import refusal, table

# For each grade its spellings: Unicode numerals, letters in half and full width and either case, digits, Chinese.
SPELLINGS = [
    "Ⅰ ⅰ I i Ｉ ｉ 1 １ 一",
    "Ⅱ ⅱ II ii Ii ＩＩ ｉｉ 2 ２ 二",
    "Ⅲ ⅲ III iii iIi ＩＩＩ ｉｉｉ 3 ３ 三",
    "Ⅳ ⅳ IV iv Iv ＩＶ ｉｖ 4 ４ 四",
    "Ⅴ ⅴ V v Ｖ ｖ 5 ５ 五",
    "Ⅵ ⅵ VI vi ＶＩ ｖｉ 6 ６ 六",
    "Ⅶ ⅶ VII vii ＶＩＩ ｖｉｉ 7 ７ 七",
    "Ⅷ ⅷ VIII viii ＶＩＩＩ ｖｉｉｉ 8 ８ 八",
    "Ⅸ ⅸ IX ix ＩＸ ｉｘ 9 ９ 九",
]
HYPHENS = ["-", "‐", "‑", "–", "—", "－", "−", ""]
# What may stand before and after.
SURROUNDINGS = [("", ""), (" ", ""), ("", "\u3000"), ("\t\u3000 ", " \r\n"), ("\u000b", "\u000c")]
LAND_USES = {
    "commercial": ("商服 商业 商业服务 商业服务业", ["commercial"]),
    "residential": ("住宅 居住", ["residential"]),
    "industrial": ("工业", ["industrial"]),
    "public service": ("公共管理与公共服务 公服 公共服务", ["public service", "public-service", "public_service"]),
}
AREAS = {
    "central urban area": ["central urban area", "central urban", "central_urban", "central-urban"],
    "township": ["township", "townships"],
}
SHORT_SERVICES = {"通电": "power", "通信": "telecom", "通水": "water supply", "water_supply": "water supply",
                  "water-supply": "water supply", "通气": "gas", "通热": "heating", "平整": "levelling"}
LEVELS = {
    "五通一平": "road+power+telecom+water supply+drainage+levelling",
    "六通一平": "road+power+telecom+water supply+drainage+gas+levelling",
    "七通一平": "road+power+telecom+water supply+drainage+gas+heating+levelling",
}

UNKNOWN = "grades run from Ⅰ to Ⅸ"
LETTERS = "a grade is expected: a numeral from Ⅰ to Ⅸ"
FOLLOWED = "nothing may follow a grade but 级"
BAD_GRADES = [
    ("", "a grade is expected, the text is empty", 1), ("\u3000 ", "a grade is expected, the text is empty", 1),
    ("0", UNKNOWN, 1), ("０", UNKNOWN, 1), ("Ⅹ", UNKNOWN, 1), ("ⅹ", UNKNOWN, 1), ("Ⅼ", UNKNOWN, 1), ("X", UNKNOWN, 1),
    ("xi", UNKNOWN, 1), ("IIII", UNKNOWN, 1), ("IIV", UNKNOWN, 1), ("VX", UNKNOWN, 1), ("Ｘ", UNKNOWN, 1),
    ("十", UNKNOWN, 1), ("十一", UNKNOWN, 1),
    ("三十", FOLLOWED, 2), ("3.0", FOLLOWED, 2), ("10", FOLLOWED, 2), ("33", FOLLOWED, 2), ("ⅠⅠ", FOLLOWED, 2),
    ("Ⅲ-4", FOLLOWED, 2), ("Ⅲ级级", FOLLOWED, 3), ("Ⅲ 级", FOLLOWED, 2), ("III等", FOLLOWED, 4), ("Ⅲa", FOLLOWED, 2),
    ("级", LETTERS, 1), ("-3", LETTERS, 1), ("+3", LETTERS, 1), ("L", LETTERS, 1), ("叁", LETTERS, 1), ("³", LETTERS, 1),
    ("٣", LETTERS, 1), ("\ufeffⅢ", LETTERS, 1), ("\u00a0Ⅲ", LETTERS, 1),
]
ARABIC = "a grade in Arabic digits must be one digit followed by a hyphen"
ABSENT = "a zone number is expected after the grade"
ZERO = "a zone number begins with a digit from 1 to 9"
AFTER = "nothing may follow the zone number"
LARGE = "a zone number is at most 255"
BAD_ZONES = [
    ("", "a zone code is expected, the text is empty", 1),
    ("3.0", ARABIC, 2), ("34", ARABIC, 2), ("10-1", ARABIC, 2), ("3", ARABIC, 2), ("3级4", ARABIC, 3),
    ("0-1", UNKNOWN, 1), ("Ⅹ-1", UNKNOWN, 1), ("X-1", UNKNOWN, 1), ("IIII-4", UNKNOWN, 1), ("十-1", UNKNOWN, 1),
    ("Ⅲ", ABSENT, 2), ("Ⅲ级", ABSENT, 3), ("Ⅲ-", ABSENT, 3), ("Ⅲ--4", ABSENT, 3), ("Ⅲ-－4", ABSENT, 3),
    ("Ⅲ- 4", ABSENT, 3), ("Ⅲ -4", ABSENT, 2), ("Ⅲ-a", ABSENT, 3), ("Ⅲ_4", ABSENT, 2), ("Ⅲ~4", ABSENT, 2),
    ("Ⅲ-四", ABSENT, 3), ("三十-1", ABSENT, 2), ("ⅠⅠ-1", ABSENT, 2),
    ("Ⅲ-0", ZERO, 3), ("Ⅲ-００", ZERO, 3), ("Ⅲ-04", ZERO, 3), ("Ⅲ0", ZERO, 2),
    ("Ⅲ-4a", AFTER, 4), ("Ⅲ-4-1", AFTER, 4), ("Ⅲ-4.0", AFTER, 4), ("Ⅲ-4 5", AFTER, 4), ("Ⅲ-4号", AFTER, 4),
    ("\u3000Ⅲ-4a", AFTER, 5),
    ("Ⅲ-256", LARGE, 3), ("Ⅲ-99999999999999999999", LARGE, 3),
    ("-4", LETTERS, 1), ("商服Ⅲ-4", LETTERS, 1),
]
NO_LAND_USE = (
    "not the name of a land use: commercial 商服, residential 住宅, industrial 工业 or public service 公共管理与公共服务"
)
EMPTY_LAND_USE = "a land use is expected, the text is empty"
NO_AREA = "not the name of an area: central urban area 中心城区 or township 建制镇"
NO_SERVICE = (
    "not the name of a service: road 通路, power 供电, telecom 通讯, water supply 供水, drainage 排水, gas 供气, "
    "heating 供热 or levelling 场地平整"
)
NO_LEVEL = "neither 五通一平, 六通一平, 七通一平 nor a list of services such as road+power or 通路、供电"
NO_DECIMAL = "a decimal is digits with at most one point between them, such as 0.9138"
NO_LAST_DIGIT = "a decimal ends with a digit"
LONG_DECIMAL = "too many digits: at most 28 places, and all digits together below 2^96"
NO_DATE = "a date is expected as year-month-day, such as 2020-10-08"
NO_DAY = "the calendar has no such day"
BAD = {
    "land use": [(text, NO_LAND_USE, 1) for text in (
        "用地", "商住", "商", "商服用地用地", "商服 用地", "商服、住宅", "commercial用地x", "comm", "office", "0", "1",
        "农业", "地", "c" * 70,
    )] + [("", EMPTY_LAND_USE, 1), ("\u3000 ", EMPTY_LAND_USE, 1)],
    "grade": BAD_GRADES,
    "zone code": BAD_ZONES,
    "area": [(text, NO_AREA, 1) for text in ("", "市区", "central", "镇")],
    "service": [(text, NO_SERVICE, 1) for text in ("", "通", "internet", 'a"b\\c')],
    "development level": [
        ("", NO_LEVEL, 1), ("八通一平", NO_LEVEL, 1), ("通路、", NO_LEVEL, 4), ("、通路", NO_LEVEL, 1),
        ("通路、、供电", NO_LEVEL, 4), ("road+internet", NO_LEVEL, 6), ("通路、供电、通路", "the service is named twice", 7),
    ],
    "decimal": [
        ("", "a decimal is expected, the text is empty", 1), (" ", "a decimal is expected, the text is empty", 1),
        ("1e3", NO_DECIMAL, 2), ("1,000", NO_DECIMAL, 2), (".5", NO_DECIMAL, 1), ("1.2.3", NO_DECIMAL, 4),
        ("９", NO_DECIMAL, 1), ("6.4%", NO_DECIMAL, 4), ("1 000", NO_DECIMAL, 2), ("--1", NO_DECIMAL, 2),
        ("5.", NO_LAST_DIGIT, 3), ("-", NO_LAST_DIGIT, 2), ("inf", NO_DECIMAL, 1), ("NaN", NO_DECIMAL, 1),
        ("79228162514264337593543950336", LONG_DECIMAL, 29), ("0.00000000000000000000000000001", LONG_DECIMAL, 31),
    ],
    "rate": [
        ("", "a decimal is expected, the text is empty", 1), ("6.4%%", NO_DECIMAL, 4), ("6.4 %", NO_DECIMAL, 4),
        ("%", "a decimal is expected, the text is empty", 1), ("‰", NO_DECIMAL, 1), ("0.000000000000000000000000001%",
         LONG_DECIMAL, 29),
    ],
    "date": [(text, NO_DATE, 1) for text in ("", "2020-1-8", "2020/10/08", "20201008", "2020-10-08T00:00", "十月八日")]
    + [(text, NO_DAY, 1) for text in ("2023-02-29", "2020-13-01", "2020-00-10", "2020-10-00", "1900-02-29")],
}
ERRORS = {
    "land use": "InvalidLandUse", "grade": "InvalidGrade", "zone code": "InvalidZoneCode", "area": "InvalidArea",
    "service": "InvalidService", "development level": "InvalidDevelopmentLevel", "decimal": "InvalidDecimal",
    "rate": "InvalidDecimal", "date": "InvalidDate",
}
# Texts that are cut short in the message, which has the position in the whole.
LONG = [
    ("zone code", "Ⅲ-4" + "号" * 100, '"Ⅲ-4' + "号" * 13 + '"…', AFTER, 4),
    ("decimal", "1" * 60, '"' + "1" * 46 + '"…', LONG_DECIMAL, 30),
]


def quoted(text):
    """The text as a message quotes it, what cannot be seen in it escaped."""
    named = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
    one = lambda c: named.get(c) or (f"\\u{{{ord(c):x}}}" if c != " " and (c.isspace() or not c.isprintable()) else c)
    cut = text.encode()[:46].decode(errors="ignore")
    return '"' + "".join(map(one, cut)) + '"' + ("…" if cut != text else "")


def wide(number):
    """The number in half-width, full-width and mixed digits."""
    full = "".join(chr(ord(c) + 0xFEE0) for c in number)
    return [number, full, full[0] + number[1:]]


def read():
    """What is, the text, and what it is read as."""
    for grade, spellings in zip(GRADES, SPELLINGS):
        for spelling in spellings.split():
            for suffix in ("", "级"):
                for before, after in SURROUNDINGS:
                    yield "grade", before + spelling + suffix + after, grade
                for hyphen in HYPHENS:
                    for digits in [*wide("1"), *wide("13"), "255"]:
                        if hyphen or spelling not in "123456789１２３４５６７８９":
                            number = "".join(chr(ord(c) - 0xFEE0) if ord(c) > 0x7F else c for c in digits)
                            yield "zone code", spelling + suffix + hyphen + digits, f"{grade}-{number}"
            for before, after in SURROUNDINGS:
                yield "zone code", f"{before}{spelling}-１2{after}", f"{grade}-12"
    for land_use, (chinese, english) in LAND_USES.items():
        for before, after in SURROUNDINGS:
            for name in chinese.split():
                yield "land use", before + name + after, land_use
                yield "land use", before + name + "用地" + after, land_use
            for name in english:
                yield "land use", before + name + after, land_use
                yield "land use", before + name.upper() + after, land_use
    for area, english in AREAS.items():
        for name in [*english, english[0].upper(), CHINESE[area], f" {CHINESE[area]}\u3000"]:
            yield "area", name, area
    for english, chinese in SERVICES.items():
        for name in [english, english.title(), chinese, f" {chinese}\u3000"]:
            yield "service", name, english
    for name, english in SHORT_SERVICES.items():
        yield "service", name, english
    for name, services in LEVELS.items():
        yield "development level", name, services
    for bits in range(256):
        services = [service for i, service in enumerate(SERVICES) if bits >> i & 1]
        yield "development level", "+".join(services) or "none", "+".join(services) or "none"
        separator = ["+", ",", "，", "、", ";", "；", " 、 "][bits % 7]
        if services:
            listed = separator.join(SERVICES[service] for service in reversed(services))
            yield "development level", listed, "+".join(services)
    for text in ("0", "00", "9138", "9138.00", "-0.5", "+0.50", "0.9138", "79228162514264337593543950335", "-1.0000",
                 "0.0000000000000000000000000001", "-79228162514264337593543950335"):
        canonical = {"00": "0", "+0.50": "0.50"}.get(text, text)
        for before, after in SURROUNDINGS[:3]:
            yield "decimal", before + text + after, canonical
    yield "decimal", "-0", "0"
    yield "decimal", "-0.00", "0.00"
    for text, canonical in (("6.4%", "0.064"), ("6.4％", "0.064"), ("0.064", "0.064"), ("-5%", "-0.05"), ("100%", "1.00"),
                            (" 6.0% ", "0.060"), ("2.402%", "0.02402"), ("0", "0")):
        yield "rate", text, canonical
    for text in ("2020-10-08", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"):
        for before, after in SURROUNDINGS[:3]:
            yield "date", before + text + after, text


def spellings():
    cases = [({"of": of, "text": text}, {"canonical": canonical}) for of, text, canonical in read()]
    refused = [(of, text, quoted(text), *why) for of, bad in BAD.items() for text, *why in bad]
    for of, text, shown, reason, character in refused + LONG:
        message = f"invalid {'decimal' if of == 'rate' else of} {shown}: {reason}, at character {character}"
        cases.append(({"of": of, "text": text}, refusal(ERRORS[of], message)))
    return table(["of", "text"], ["canonical", "error_kind", "error"], cases)


# By file: what reads it, and its rows.
FILES = {"spelling.tsv": ("spelling", spellings)}
