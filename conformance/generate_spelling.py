"""Writes the vectors of spellings: what is read, as what, and what is refused and why; `generate.py` runs it."""

from published import CHINESE, SERVICES
from vector_file import refusal, table

# For each grade its numerals, the canonical one first: Unicode, letters in half and full width and either case, digits,
# Chinese.
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
    "Ⅹ ⅹ X x Ｘ ｘ 10 １０ 十",
    "Ⅺ ⅺ XI xi ＸＩ ｘｉ ⅩⅠ 11 １１ 十一",
    "Ⅻ ⅻ XII xii ＸＩＩ ｘｉｉ ⅩⅡ 12 1２ 十二",
    "XIII xiii ＸＩＩＩ ｘｉｉｉ ⅩⅢ ⅹⅲ 13 １３ 十三",
    "XIV xIv ＸＩＶ ⅩⅣ 14 １４ 十四",
    "XV xv ＸＶ ⅩⅤ 15 １５ 十五",
    "XVI xvi ＸＶＩ ⅩⅥ 16 １６ 十六",
    "XVII xvii ＸＶＩＩ ⅩⅦ 17 １７ 十七",
    "XVIII xviii ＸＶＩＩＩ ⅩⅧ 18 １８ 十八",
    "XIX xix ＸＩＸ ⅩⅨ 19 １９ 十九",
    "XX xx ＸＸ ⅩⅩ 20 ２０ 二十",
]
HYPHENS = ["-", "‐", "‑", "–", "—", "―", "－", "−", ""]
# What may stand before and after.
SURROUNDINGS = [
    ("", ""), (" ", ""), ("", "\u3000"), ("\t\u3000 ", " \r\n"), ("\u000b", "\u000c"), ("\ufeff", "\u00a0"),
    ("\u00a0", "\ufeff"), ("\u200b\u200c\u200d\u2060", "\u202f\u2007"), ("\u2007\u202f", "\u2060\u200d\u200c\u200b"),
]
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
    "七通一平": "road+power+telecom+water supply+drainage+gas+heating+levelling",
}

RANGE = "grades run from 1 to 20"
NUMERAL = "a grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三"
FOLLOWED = "nothing may follow a grade but 级 or 级地"
ORDINAL = "级 must follow 第 and a grade"
BAD_GRADES = [
    ("", "a grade is expected, the text is empty", 1), ("\u3000 ", "a grade is expected, the text is empty", 1),
    ("\ufeff\u200b\u00a0", "a grade is expected, the text is empty", 1),
    ("0", RANGE, 1), ("０", RANGE, 1), ("03", RANGE, 1), ("Ⅼ", RANGE, 1), ("ⅿ", RANGE, 1), ("ⅩⅪ", RANGE, 2),
    ("ⅩⅩⅠ", RANGE, 3), ("ⅠⅠ", RANGE, 2), ("IIII", RANGE, 4), ("IIV", RANGE, 3), ("VX", RANGE, 2), ("IXI", RANGE, 3),
    ("XXI", RANGE, 3), ("ＸＸＸ", RANGE, 3), ("三十", RANGE, 2), ("二十一", RANGE, 3), ("一十", RANGE, 2), ("21", RANGE, 2),
    ("33", RANGE, 2), ("120", RANGE, 3), ("第33级", RANGE, 3),
    ("3.0", FOLLOWED, 2), ("12.0", FOLLOWED, 3), ("Ⅲ-4", FOLLOWED, 2), ("3-4", FOLLOWED, 2), ("Ⅲ级级", FOLLOWED, 3),
    ("Ⅲ级地地", FOLLOWED, 4), ("Ⅲ地", FOLLOWED, 2), ("第三地", FOLLOWED, 3), ("Ⅲ 级", FOLLOWED, 2),
    ("Ⅲ\u00a0级", FOLLOWED, 2), ("1\u200b2", FOLLOWED, 2), ("III等", FOLLOWED, 4), ("Ⅲa", FOLLOWED, 2), ("XL", FOLLOWED, 2),
    ("ⅢI", FOLLOWED, 2), ("十1", FOLLOWED, 2), ("X1", FOLLOWED, 2),
    ("第三", ORDINAL, 3), ("第12", ORDINAL, 4), ("第", NUMERAL, 2), ("第级", NUMERAL, 2),
    ("级", NUMERAL, 1), ("-3", NUMERAL, 1), ("+3", NUMERAL, 1), ("L", NUMERAL, 1), ("叁", NUMERAL, 1), ("廿", NUMERAL, 1),
    ("³", NUMERAL, 1), ("٣", NUMERAL, 1),
]
ARABIC = "a grade in Arabic digits, from 1 to 20, must be followed by a hyphen"
ABSENT = "a zone number is expected after the grade"
ZERO = "zone numbers begin with 1"
AFTER = "nothing may follow the zone number but 区片"
LARGE = "a zone number is at most 65535"
BAD_ZONES = [
    ("", "a zone code is expected, the text is empty", 1),
    ("3.0", ARABIC, 2), ("34", ARABIC, 2), ("34-1", ARABIC, 2), ("12", ARABIC, 3), ("123", ARABIC, 3), ("3", ARABIC, 2),
    ("3级4", ARABIC, 3), ("12级3", ARABIC, 4), ("12区片", ARABIC, 3),
    ("0-1", RANGE, 1), ("XXI-1", RANGE, 3), ("IIII-4", RANGE, 4), ("三十-1", RANGE, 2), ("ⅠⅠ-1", RANGE, 2),
    ("Ⅲ", ABSENT, 2), ("Ⅲ级", ABSENT, 3), ("Ⅲ级地-4", ABSENT, 3), ("Ⅲ-", ABSENT, 3), ("Ⅲ--4", ABSENT, 3),
    ("Ⅲ-－4", ABSENT, 3), ("Ⅲ- 4", ABSENT, 3), ("Ⅲ -4", ABSENT, 2), ("Ⅲ\u00a0-4", ABSENT, 2), ("Ⅲ-\u200b4", ABSENT, 3),
    ("Ⅲ-a", ABSENT, 3), ("Ⅲ_4", ABSENT, 2), ("Ⅲ~4", ABSENT, 2), ("Ⅲ-四", ABSENT, 3), ("Ⅲ-区片", ABSENT, 3),
    ("Ⅲ-0", ZERO, 3), ("Ⅲ-00", ZERO, 3), ("Ⅲ-００", ZERO, 3), ("Ⅲ-0区片", ZERO, 3), ("Ⅲ0", ZERO, 2),
    ("Ⅲ-4a", AFTER, 4), ("Ⅲ-4-1", AFTER, 4), ("Ⅲ-4.0", AFTER, 4), ("Ⅲ-4 5", AFTER, 4), ("Ⅲ-4号", AFTER, 4),
    ("Ⅲ-4区", AFTER, 4), ("Ⅲ-4区片区片", AFTER, 6), ("Ⅲ-4 区片", AFTER, 4), ("\u3000Ⅲ-4a", AFTER, 5), ("\ufeffⅢ-4a", AFTER, 5),
    ("Ⅲ-65536", LARGE, 3), ("Ⅲ-99999999999999999999", LARGE, 3),
    ("-4", NUMERAL, 1), ("第三级-4", NUMERAL, 1), ("商服Ⅲ-4", NUMERAL, 1),
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
NO_THOUSANDS = "thousands are not separated: 1000, not 1,000"
NO_DATE = (
    "a date is the year in four digits, month and day, such as 2020-10-08, 2020/10/8, 2020.10.8 or 2020年10月8日"
)
NO_DAY = "the calendar has no such day"
NO_YEAR = "dates run from the year 1 to the year 9999"
AFTER_DATE = "nothing may follow a date but the time 00:00:00"
NO_TIME = "a date has no time of day other than 00:00:00"
LEVEL_NAME = "the name does not say which services it stands for: list them, such as 通路、供电、供水、场地平整"
LEVEL_AMBIGUOUS = (
    "it stands for road+power+telecom+water supply+drainage+gas+levelling in some documents and for "
    "road+power+telecom+water supply+drainage+heating+levelling in others: list the services, or read it in an edition"
)
BAD = {
    "land use": [(text, NO_LAND_USE, 1) for text in (
        "用地", "商住", "商", "商服用地用地", "商服 用地", "商服、住宅", "commercial用地x", "comm", "office", "0", "1",
        "农业", "地", "c" * 70, "commercial用地", "ｃｏｍｍｅｒｃｉａｌ用地", "ｃｏｍｍ", "ｏｆｆｉｃｅ", "commercia１",
    )] + [("", EMPTY_LAND_USE, 1), ("\u3000 ", EMPTY_LAND_USE, 1)],
    "grade": BAD_GRADES,
    "zone code": BAD_ZONES,
    "area": [(text, NO_AREA, 1) for text in ("", "市区", "central", "镇")],
    "service": [(text, NO_SERVICE, 1) for text in ("", "通", "internet", 'a"b\\c')],
    "development level": [
        ("", NO_LEVEL, 1), ("三通一平", LEVEL_NAME, 1), ("八通一平", LEVEL_NAME, 1), ("六通一平", LEVEL_AMBIGUOUS, 1),
        ("\u3000六通一平 ", LEVEL_AMBIGUOUS, 2), ("通路、四通一平", LEVEL_NAME, 4),
        ("六通", NO_LEVEL, 1), ("六通一平、供热", NO_LEVEL, 1), ("通路、", NO_LEVEL, 4), ("、通路", NO_LEVEL, 1),
        ("通路、、供电", NO_LEVEL, 4), ("road+internet", NO_LEVEL, 6), ("通路、供电、通路", "the service is named twice", 7),
    ],
    "decimal": [
        ("", "a decimal is expected, the text is empty", 1), (" ", "a decimal is expected, the text is empty", 1),
        ("1e3", NO_DECIMAL, 2), (".5", NO_DECIMAL, 1), ("1.2.3", NO_DECIMAL, 4), ("６．４%", NO_DECIMAL, 4),
        ("6.4%", NO_DECIMAL, 4), ("1 000", NO_DECIMAL, 2), ("--1", NO_DECIMAL, 2), ("−－1", NO_DECIMAL, 2),
        ("–1", NO_DECIMAL, 1), ("5。5", NO_DECIMAL, 2), ("９１３８元/㎡", NO_DECIMAL, 5), ("1万元", NO_DECIMAL, 2),
        ("1,000", NO_THOUSANDS, 2), ("１，０００", NO_THOUSANDS, 2), ("-12,345.60", NO_THOUSANDS, 4),
        ("1'000", NO_THOUSANDS, 2), ("1’000", NO_THOUSANDS, 2), ("1,5", NO_THOUSANDS, 2), (",5", NO_DECIMAL, 1),
        ("5.", NO_LAST_DIGIT, 3), ("-", NO_LAST_DIGIT, 2), ("−", NO_LAST_DIGIT, 2), ("inf", NO_DECIMAL, 1),
        ("NaN", NO_DECIMAL, 1),
        ("79228162514264337593543950336", LONG_DECIMAL, 29), ("0.00000000000000000000000000001", LONG_DECIMAL, 31),
        ("10000000000000000000000000000.0", LONG_DECIMAL, 30),
    ],
    "rate": [
        ("", "a decimal is expected, the text is empty", 1), ("6.4%%", NO_DECIMAL, 5), ("6.4 %%", NO_DECIMAL, 6),
        ("%", NO_DECIMAL, 1), ("6.%", NO_DECIMAL, 3), ("‰", NO_DECIMAL, 1), ("6.4 ‰", NO_DECIMAL, 4),
        ("6 4%", NO_DECIMAL, 2), ("1,000%", NO_THOUSANDS, 2), ("0.000000000000000000000000001%", LONG_DECIMAL, 30),
    ],
    "date": [
        ("", NO_DATE, 1), ("十月八日", NO_DATE, 1), ("01/04/2025", NO_DATE, 3), ("1/4/2025", NO_DATE, 2),
        ("25-4-1", NO_DATE, 3), ("2020", NO_DATE, 5), ("2020-10", NO_DATE, 8), ("2020年10月8", NO_DATE, 10),
        ("2020年10月8号", NO_DATE, 10), ("2020-10/08", NO_DATE, 8), ("2020.10-08", NO_DATE, 8), ("2020年10-8", NO_DATE, 8),
        ("2020101", NO_DATE, 7), ("45748", NO_DATE, 5), ("2020-10- 8", NO_DATE, 9), ("2020 - 10 - 08", NO_DATE, 5),
        ("-2020-10-08", NO_DATE, 1), ("12020-10-08", NO_DATE, 5), ("2020\u200b-10-08", NO_DATE, 5),
        ("2023-02-29", NO_DAY, 9), ("2020-13-01", NO_DAY, 6), ("2020-00-10", NO_DAY, 6), ("2020-10-00", NO_DAY, 9),
        ("1900-02-29", NO_DAY, 9), ("2023/2/30", NO_DAY, 8), ("2023年13月1日", NO_DAY, 6), ("20230230", NO_DAY, 7),
        # 8 October 2020, day first and month first.
        ("08102020", NO_DAY, 5), ("10082020", NO_DAY, 5),
        ("0000-01-01", NO_YEAR, 1), ("0000/12/31", NO_YEAR, 1), ("00000101", NO_YEAR, 1),
        ("2020-10-081", AFTER_DATE, 11), ("2020-10-08T", AFTER_DATE, 12), ("2020-10-08 00:00:00Z", AFTER_DATE, 20),
        ("2020-10-08T00:00:00+08:00", AFTER_DATE, 20), ("2020年10月8日星期四", AFTER_DATE, 11),
        ("2020-10-08 08:30", NO_TIME, 12), ("2020-10-08T08:30:00", NO_TIME, 12), ("2020/10/8 0:30", NO_TIME, 13),
        ("2020-10-08 00:00:01", NO_TIME, 18), ("2020-10-08 00:00:00.001", NO_TIME, 21), ("2020-10-08 24:00", NO_TIME, 12),
    ],
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


def read():
    """What is, the text, and what it is read as."""
    for spellings in SPELLINGS:
        grade = spellings.split()[0]
        for spelling in spellings.split():
            for prefix, suffix in (("", ""), ("", "级"), ("", "级地"), ("第", "级"), ("第", "级地")):
                yield "grade", prefix + spelling + suffix, grade
            for suffix in ("", "级"):
                for hyphen in HYPHENS:
                    for digits, zone in ("13", ""), ("１3", "区片"), ("０４", ""):
                        if hyphen or not spelling.isdecimal():
                            yield "zone code", spelling + suffix + hyphen + digits + zone, f"{grade}-{int(digits)}"
        for digits in ("1", "255", "256", "9999", "65535", "00065535"):
            yield "zone code", f"{grade}-{digits}", f"{grade}-{int(digits)}"
        for before, after in SURROUNDINGS:
            yield "grade", f"{before}{spelling}{after}", grade
            yield "zone code", f"{before}{spelling}-１2{after}", f"{grade}-12"
    for land_use, (chinese, english) in LAND_USES.items():
        for before, after in SURROUNDINGS:
            for name in chinese.split():
                yield "land use", before + name + after, land_use
                yield "land use", before + name + "用地" + after, land_use
            for name in english:
                yield "land use", before + name + after, land_use
                yield "land use", before + name.upper() + after, land_use
                yield "land use", before + full_width(name) + after, land_use
                yield "land use", before + full_width(name.title()) + after, land_use
    for area, english in AREAS.items():
        for name in [*english, english[0].upper(), *map(full_width, english), *(before + CHINESE[area] + after for before, after in SURROUNDINGS)]:
            yield "area", name, area
    for english, chinese in SERVICES.items():
        for name in [english, english.title(), full_width(english), full_width(english.upper()), *(before + chinese + after for before, after in SURROUNDINGS)]:
            yield "service", name, english
    for before, after in SURROUNDINGS:
        yield "development level", f"{before}五通一平{after}", LEVELS["五通一平"]
    for name, english in SHORT_SERVICES.items():
        for spelled in {name: name, full_width(name): name, name.upper(): name}:
            yield "service", spelled, english
    for name, services in LEVELS.items():
        yield "development level", name, services
    for bits in range(256):
        services = [service for i, service in enumerate(SERVICES) if bits >> i & 1]
        yield "development level", "+".join(services) or "none", "+".join(services) or "none"
        if bits % 17 == 0:
            yield "development level", full_width("+".join(services) or "none"), "+".join(services) or "none"
        separator = ["+", ",", "，", "、", ";", "；", " 、 "][bits % 7]
        if services:
            listed = separator.join(SERVICES[service] for service in reversed(services))
            yield "development level", listed, "+".join(services)
    for text in ("0", "00", "9138", "9138.00", "-0.5", "+0.50", "0.9138", "79228162514264337593543950335", "-1.0000",
                 "0.0000000000000000000000000001", "-79228162514264337593543950335"):
        canonical = {"00": "0", "+0.50": "0.50"}.get(text, text)
        for before, after in SURROUNDINGS:
            yield "decimal", before + text + after, canonical
        yield "decimal", full_width(text), canonical
        if text.startswith("-"):
            yield "decimal", "−" + text[1:], canonical
    yield "decimal", "-0", "0"
    yield "decimal", "-0.00", "0.00"
    for text, canonical in (("6.4%", "0.064"), ("6.4％", "0.064"), ("0.064", "0.064"), ("-5%", "-0.05"), ("100%", "1.00"),
                            (" 6.0% ", "0.060"), ("2.402%", "0.02402"), ("0", "0"), ("2.402 %", "0.02402"),
                            ("2.402\u00a0％", "0.02402"), ("−０．５　％", "-0.005")):
        yield "rate", text, canonical
    for year, month, day in ((2020, 10, 8), (2025, 4, 1), (2024, 2, 29), (2000, 2, 29), (1, 1, 1), (9999, 12, 31)):
        canonical = f"{year:04}-{month:02}-{day:02}"
        plain = [f"{year:04}{sign}{month}{sign}{day}" for sign in "-/."]
        padded = [f"{year:04}{sign}{month:02}{sign}{day:02}" for sign in [*HYPHENS, "/", "."]]
        chinese = [f"{year:04}年{month}月{day}日", f"{year:04}年{month:02}月{day:02}日"]
        for text in [*plain, *padded, *chinese]:
            yield "date", text, canonical
            yield "date", full_width(text), canonical
            for time in (" 00:00:00", "T00:00:00", " 0:00", " 0:00:00", " 00:00", " 00:00:00.000"):
                yield "date", text + time, canonical
        for before, after in SURROUNDINGS:
            yield "date", before + canonical + after, canonical


def full_width(text):
    """The text in full-width letters, digits, signs and spaces."""
    return "".join("\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def spellings():
    cases = [({"of": of, "text": text}, {"canonical": canonical}) for of, text, canonical in read()]
    refused = [(of, text, quoted(text), *why) for of, bad in BAD.items() for text, *why in bad]
    for of, text, shown, reason, character in refused + LONG:
        message = f"invalid {'decimal' if of == 'rate' else of} {shown}: {reason}, at character {character}"
        cases.append(({"of": of, "text": text}, refusal(ERRORS[of], message)))
    return table(["of", "text"], ["canonical", "error_kind", "error"], cases)


# By file: what reads it, and its rows.
FILES = {"spelling.tsv": ("spelling", spellings)}
