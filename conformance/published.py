"""What the notice publishes. The prices come from the transcription in full-width figures that the tests of the crate
`dijia` have, made apart from the files that the library is built from; the rest is written here by hand."""

from datetime import date

from vector_file import HERE

NOTICE = HERE.parent / "crates" / "dijia" / "tests" / "notice"
NUMBER = "济政发〔2020〕12号"
BASE_DATE = date(2019, 1, 1)
IN_FORCE = (date(2020, 10, 8), date(2023, 10, 7))
GRADES = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨ"
LAND_USES = ["commercial", "residential", "industrial", "public service"]
CHINESE = {
    "commercial": "商服",
    "residential": "住宅",
    "industrial": "工业",
    "public service": "公共管理与公共服务",
    "central urban area": "中心城区",
    "township": "建制镇",
}
SERVICES = {
    "road": "通路",
    "power": "供电",
    "telecom": "通讯",
    "water supply": "供水",
    "drainage": "排水",
    "gas": "供气",
    "heating": "供热",
    "levelling": "场地平整",
}
FIVE = ["road", "power", "telecom", "water supply", "drainage", "levelling"]
SIX = ["road", "power", "telecom", "water supply", "drainage", "gas", "levelling"]
RIGHT = "出让国有建设用地使用权"

# By area and land use: statutory term, plot ratio, capitalization rate, development level.
BASES = {
    ("central urban area", "commercial"): ("40", "2.0", "0.064", SIX),
    ("central urban area", "residential"): ("70", "2.0", "0.060", SIX),
    ("central urban area", "industrial"): ("50", "1.0", "0.055", SIX),
    ("central urban area", "public service"): ("50", "1.5", "0.060", SIX),
    ("township", "commercial"): ("40", "1.1", "0.060", FIVE),
    ("township", "residential"): ("70", "1.1", "0.060", FIVE),
    ("township", "industrial"): ("50", "0.7", "0.055", FIVE),
    ("township", "public service"): ("50", "1.0", "0.060", FIVE),
}

FACTS = [
    ("name", "jinan-2020"),
    ("city", "济南市"),
    ("number", NUMBER),
    ("title", "济南市人民政府关于调整中心城区及市区部分建制镇（街道）驻地国有土地基准地价的通知"),
    ("issuer", "济南市人民政府"),
    ("replaces", "济政发〔2018〕15号"),
    ("issue date", "2020-10-08"),
    ("first day in force", "2020-10-08"),
    ("last day in force", "2023-10-07"),
    ("base date", "2019-01-01"),
    ("zone prices", "221"),
    ("grade prices", "24"),
    ("bases", "8"),
    ("townships", "仲宫街道 柳埠街道 西营街道 归德街道 五峰山街道 万德街道 张夏街道 孝里镇 马山镇 双泉镇"),
    ("annex 1", "济南市中心城区国有商服、住宅、工业用地级别基准地价表"),
    ("annex 2", "济南市中心城区国有商服用地区片基准地价表"),
    ("annex 3", "济南市中心城区国有住宅用地区片基准地价表"),
    ("annex 4", "济南市中心城区国有工业用地区片基准地价表"),
    ("annex 5", "济南市中心城区国有公共管理与公共服务用地级别基准地价表"),
    ("annex 6", "济南市市区建制镇（街道）国有土地级别基准地价表"),
    ("annexes in hand", "1 2 3 4"),
]


def rows_of(annex):
    """The printed rows, in half-width figures."""
    text = (NOTICE / f"annex-{annex}.txt").read_text(encoding="utf-8")
    return [line.split(" ") for line in text.translate(str.maketrans("０１２３４５６７８９－", "0123456789-")).splitlines()]


def grade_prices():
    """(land use, grade): (price, line of the table)"""
    prices = {}
    for row, (grade, *cells) in enumerate(rows_of(1), 1):
        for land_use, cell in zip(LAND_USES, cells):
            if cell != "———":
                prices[land_use, grade] = (cell, str(row))
    return prices


def zone_prices():
    """(land use, code): (元/㎡, 万元/亩, floor price or nothing, annex, sequence number)"""
    prices = {}
    for annex, land_use in (("2", "commercial"), ("3", "residential"), ("4", "industrial")):
        for sequence, code, price, per_mu, *floor in rows_of(annex):
            prices[land_use, code] = (price, per_mu, floor[0] if floor else "", annex, sequence)
    return prices


GRADE_PRICES = grade_prices()
ZONE_PRICES = zone_prices()
assert (len(GRADE_PRICES), len(ZONE_PRICES)) == (24, 221)


def zone_count(land_use, grade):
    """How many zones a grade has."""
    return sum(use == land_use and code.startswith(grade + "-") for use, code in ZONE_PRICES)
