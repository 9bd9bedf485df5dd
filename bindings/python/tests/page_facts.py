"""The phrases with numbers that the pages of the repository may have, each number taken from where it is from."""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

import dijia
import model
from check_facts import conformance_facts, fuzz_facts
from dijia import _geometry
from pages import (
    CHINESE,
    CONFORMANCE,
    CONTRIBUTING,
    CORE,
    CPP,
    DATA,
    ENGLISH,
    FUZZ,
    METHOD,
    PYTHON,
    RUST,
    TABLES,
    C,
    read,
    stated,
)

# The parcel of the worked example.
EXAMPLE = {
    "term": "33.57",
    "ratio": "2.3",
    "table": (("2.0", "1.0"), ("3.0", "0.85")),
    "coefficient": "0.98",
    "factor": "0.02402",
    "adjustment": "20",
    "area": "1000",
}


def platforms(repository):
    """Return what a table says of the platforms that the steps of the tests run on."""
    steps = read(repository, "xtask/src/steps/platforms.rs")
    assert [*re.findall(r'target: "(\w+)-unknown-linux-gnu', steps)] == ["s390x", "aarch64", "i686", "armv7"]
    assert [*re.findall(r'what: "(\d\d) bits, (big|little)-endian', steps)] == [
        ("64", "big"),
        ("64", "little"),
        ("32", "little"),
        ("32", "little"),
    ]
    windows = stated(repository, "xtask/src/steps/windows/system.rs", r'TARGET: &str = "(x86_64)-pc-windows')
    native = windows.replace("_", "-")
    return [
        f"{native} Linux",
        f"{native} Windows",
        "(64 bits, big-endian)",
        "i686 Linux (32 bits)",
        "armv7 Linux (32 bits)",
    ]


def wheels(repository):
    """Return what a page says of what wheels are made for."""
    tags = re.findall(r'tag: "(.*)"', read(repository, "xtask/src/steps/wheels.rs"))
    arm, x86 = "aarch64", "x86-64"
    assert sorted(tags) == sorted(
        ["win_amd64", "manylinux_2_17_x86_64", "manylinux_2_17_aarch64", "musllinux_1_2_x86_64"],
    )
    return f"for Linux with glibc 2.17 or later ({x86}, {arm}) or musl 1.2 or later ({x86}), and for Windows ({x86})"


@cache
def facts(repository):
    """By page, every phrase with a number that it may have between its blocks, the number taken from its source."""
    edition, policy = dijia.JINAN_2020, dijia.RoundingPolicy()
    document = edition.document
    held = [annex.number for annex in edition.annexes if annex.in_hand]
    assert held == list(range(held[0], held[-1] + 1))
    (services,) = [a.number for a in edition.annexes if not a.in_hand and a.area is dijia.Area.CENTRAL_URBAN]
    (townships,) = [a.number for a in edition.annexes if not a.in_hand and a.area is dijia.Area.TOWNSHIP]
    rate = f"{edition.basis(dijia.Area.CENTRAL_URBAN, dijia.LandUse.COMMERCIAL).capitalization_rate:%}"[:3]
    first, last = document.first_day_in_force, document.last_day_in_force

    rust = stated(repository, "Cargo.toml", r'^rust-version = "(.*)"')
    python = stated(repository, "bindings/python/pyproject.toml", r'^requires-python = ">=(.*)"')
    cmake = stated(repository, "bindings/c/CMakeLists.txt", r"^cmake_minimum_required\(VERSION (.*)\)")
    ok = stated(repository, "include/dijia.h", r"^#define DIJIA_OK (\d+)$")
    cpp = stated(repository, "bindings/c/tests/consumer/CMakeLists.txt", r"cxx_std_(\d+)")
    deep = stated(repository, "bindings/c/tests/stack.c", r'^  takes_at_most\("pricing", (\d+) \* 1024')
    shallow = stated(repository, "bindings/c/tests/stack.c", r'^  takes_at_most\("all else", (\d+) \* 1024')
    beyond_16_bits = 2**16 + 4
    release = ".".join(dijia.__version__.split(".")[:2])

    counts = f"{len(edition.grade_prices)} grade prices"
    zones = f"{len(edition.zone_prices)} zone prices"
    in_force = f"{first} to {last}"
    not_held = [f"grade prices (annex {services})", f"grade prices (annex {townships})"]
    unit_and_amounts = f"the unit price and every amount to {policy.unit_price_places}, half up"
    assert policy.unit_price_places == policy.amount_places
    rounding = [f"derived coefficients to {policy.coefficient_places} places", unit_and_amounts]
    apache = "Apache-2.0"
    return {
        ENGLISH: [
            f"Jinan {first.year} ({document.number}): {counts}, {zones}",
            f"annexes {held[0]} to {held[-1]}",
            f"public-service grade prices (annex {services})",
            f"ten townships (annex {townships})",
            f"a rate of {rate} where {rate} % is meant",
            f"in force from {in_force}, three years",
            f"Python {python} or later",
            "Apache License, Version 2.0",
        ],
        CHINESE: [
            f"济南 {first.year}（{document.number}）：级别基准地价 {len(edition.grade_prices)} 个",
            f"区片基准地价 {len(edition.zone_prices)} 个",
            f"附件 {held[0]} 至 {held[-1]} 的",
            f"公共管理与公共服务用地级别基准地价（附件 {services}）",
            f"十个建制镇（街道）级别基准地价（附件 {townships}）",
            f"把 {rate} % 写成 {rate}",
            f"有效期三年，即 {first} 至 {last}",
            f"Python {python} 以上",
            "Apache License 2.0",
        ],
        PYTHON: [
            f"Jinan's of {first.year}, {document.number}: {counts} and {zones}",
            f"Rust {rust} or later",
            wheels(repository),
            f"Python {python} or later",
            f"keeps areas within {100 * _geometry._TOLERANCE} %",
            *rounding,
            *not_held,
            apache,
        ],
        C: [
            f"Rust {rust} or later, CMake {cmake} or later",
            f"commercial zone Ⅲ-4 of Jinan, as {document.number} prints it",
            # The code page of GBK; VARTYPE of an OLE DECIMAL, and of nothing.
            "the code page of the system, such as 936",
            "a result leaves 0 (Empty) there",
            "write 14 (`VT_DECIMAL`)",
            # The list of offsets.
            "on systems of 64 bits",
            f"takes up to {deep} KiB of stack, all else up to {shallow} KiB",
            f"an alternate stack of {2 * int(deep)} KiB",
            f"find_package(dijia {release} CONFIG",
            f"`DIJIA_OK` is {ok}",
            f"this one was from {in_force}",
            *platforms(repository),
            # MinGW-w64 and Rust name their compilers so; VBA calls stdcall alone where programs are of 32 bits.
            "programs of 32 bits it is `i686-w64-mingw32-gcc` and `i686-pc-windows-gnu`",
            "since before Windows 7.",
            "32-bit VBA cannot call: a 64-bit Office can",
            "i686 Windows (32 bits)",
            # What LLD's documentation says of `-z stack-size` for WebAssembly: one of its pages.
            "give such a program 64 KiB of stack",
            "`NULL` and 0",
            "All texts are UTF-8",
            "UTF-8",
            "/utf-8",
            *rounding,
            *not_held,
        ],
        CPP: [
            f"C++{cpp} or later",
            f"zone_code code(3, {beyond_16_bits})",
            f"the number of the zone {beyond_16_bits} does not fit",
            *rounding,
        ],
        RUST: [
            f"Rust {rust} or later",
            f"{edition.city} | {document.number} | {in_force}",
            f"derived coefficients to {policy.coefficient_places} places",
            f"prices and amounts to {policy.amount_places}, half up",
            '`"iii－４"`',
            *not_held,
        ],
        CORE: [],
        TABLES: [],
        CONTRIBUTING: [f"`{edition.name}`"],
        METHOD: [
            *method_facts(services, townships, rate),
            *completed_facts(),
            *payment_facts(),
            *chain_facts(repository),
            page_of_a_report(repository),
            published_parcel(repository),
        ],
        CONFORMANCE: conformance_facts(repository, python),
        FUZZ: fuzz_facts(repository),
        DATA: [
            f"# {edition.name}",
            document.number,
            "canonical (`Ⅲ-4`)",
            f"the last one is {last}",
            f"Annexes {services} and {townships} are published",
        ],
    }


def method_facts(services, townships, rate):
    zone = dijia.zone_price("商服", "Ⅲ-4")
    (low, first), (high, second) = EXAMPLE["table"]
    factor = f"+{100 * Decimal(EXAMPLE['factor']):f}"[:-2]
    example = (
        f"A commercial parcel in zone {zone.code} of Jinan, {EXAMPLE['area']} ㎡, plot ratio {EXAMPLE['ratio']}, with "
        f"{EXAMPLE['term']} of {zone.basis.statutory_term} years left. Your plot-ratio table says {first} at {low} and "
        f"{second} at {high}; its area takes {EXAMPLE['coefficient']}; the regional factors sum to {factor} %; "
        f"the site is developed for {EXAMPLE['adjustment']} 元/㎡ beyond the basis."
    )

    def step(appraised, kind):
        (found,) = (step for step in appraised.steps if step.kind is kind)
        return found

    def days_of(fractions):
        """The only length that as many days are these fractions of, a day more each, to 2 places."""
        (days,) = (
            length
            for length in range(2, 400)
            if all(model.rounded(Fraction(day, length), 2) == value for day, value in enumerate(fractions, 1))
        )
        return days

    def term(day):
        expiry = date(2023, 1, 1) + timedelta(day)
        priced = dijia.appraise("住宅", "Ⅲ-4", valuation_date="2022-01-01", expiry_date=expiry)
        return step(priced, dijia.StepKind.REMAINING_TERM).value

    def months(day):
        valuation = zone.basis.base_date + timedelta(day)
        priced = dijia.appraise("住宅", "Ⅲ-4", valuation_date=valuation, monthly_growth="0.001")
        return step(priced, dijia.StepKind.MONTHS).value

    def places(value):
        return -value.as_tuple().exponent

    year = days_of([term(day) - 1 for day in range(1, 365)])
    month = days_of([months(day) for day in range(1, 31)])
    # A year after 29 February.
    leap = dijia.appraise("住宅", "Ⅲ-4", valuation_date="2024-02-29", expiry_date="2025-02-28")
    assert step(leap, dijia.StepKind.REMAINING_TERM).value == 1
    bare = dijia.appraise(base_price=100, area=1)
    (yuan,) = re.findall(r"÷ (\d+)$", step(bare, dijia.StepKind.TOTAL_WAN_YUAN).expression)

    def deviates(kv):
        return bool(dijia.appraise(base_price=10000, plot_ratio_coefficient=kv).warnings)

    limit = next(percent for percent in range(1, 100) if deviates(Decimal(f"1.{percent:02}01")))
    assert not deviates(Decimal(f"1.{limit}"))

    def carries(kv):
        """Whether that coefficient carries a deviation that another one carries for sure."""
        (large,) = dijia.appraise(base_price=10000, plot_ratio_coefficient=kv, coefficients={"K": 2}).warnings
        return len(large.carriers) == 2

    alone = next(percent for percent in range(1, 100) if carries(Decimal(f"1.{percent:02}01")))
    assert not carries(Decimal(f"1.{alone}"))

    def asks(factor):
        """Whether the library asks for a per cent sign."""
        priced = dijia.appraise(base_price=10000, factor_corrections={"K": factor}, coefficients={"K": "0.8"})
        return any(isinstance(warning, dijia.BareFactors) for warning in priced.warnings)

    doubted = next(percent for percent in range(1, 100) if asks(f"0.{percent:02}01"))
    assert not asks(f"0.{doubted}")
    printed = "0.3873"
    assert asks(printed)
    assert not asks(f"{printed}%")
    policy = dijia.RoundingPolicy()
    return [
        "GB/T 18508-2014",
        "V = P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi) + Kf",
        "V = (P + Kf) × Ky × Kv × Kt × ∏Kj × (1 + ΣKi)",
        r"Ky = \[1 − (1 + r)^−m\] ÷ \[1 − (1 + r)^−n\]",
        "0 < m ≤ n",
        "(1 + g)^months",
        "below 1 where prices fell",
        f"it is {int(bare.unit_price / 100)} (Kf: {int(bare.unit_price - 100)}), and no step",
        example,
        f"the remaining days ÷ {year}, to {places(term(1))} places",
        f"months + days ÷ {month}, to {places(months(1))} places",
        "a year after 29 February is 28 February",
        '("≤ 1.0", "≥ 5.0")',
        f"Public-service prices (annex {services}) and township prices (annex {townships})",
        f"to {policy.coefficient_places} places and the unit price and every amount to {policy.amount_places}, half up",
        f"V × area ÷ {int(yuan):,} rounded once".replace(",", " "),
        "shares that sum to exactly 1",
        f"({rate} for {rate} %)",
        "not between −1 and 1 (8.59 for 8.59 %)",
        "1 + ΣKi ≤ 0, a result ≤ 0, shares that do not sum to 1",
        f"more than {limit} % away",
        f"move P by more than {alone} % in that direction",
        f"more than {doubted} % together: {printed} in a table of factors is {printed} %",
        "by its distance from 1",
    ]


def completed_facts():
    """Return what the method says of longer terms, of ratios and of shares by areas."""

    def sample(remaining):
        return dijia.appraise(
            base_price=3000, capitalization_rate="7%", statutory_term=30, remaining_term=remaining, longer_term=True
        )

    longest = next(years for years in range(99, 200) if refuses(lambda years=years: sample(years + 1)))
    assert sample(40).term_coefficient > 1
    ratio = dijia.appraise(base_price=1, date_coefficient="100/103", plot_ratio_coefficient="1.16/1.40").worksheet()
    assert "100 ÷ 103" in ratio
    areas = [80, 220]
    parts = " and ".join(str(Fraction(area, sum(areas))) for area in areas)
    mixed = dijia.mixed_use(
        [(dijia.appraise(base_price=price), area) for price, area in zip((15, 30), areas, strict=True)], by_areas=True
    )
    # 15 × 4/15 + 30 × 11/15
    assert mixed.unit_price == 26
    return [
        f"up to {longest} years: the price of a sample for 30 years is brought to 40 so, and Ky is above 1",
        "has the bracket 1.",
        "100/103 or 1.16/1.40",
        "prints it as 100 ÷ 103",
        f"{areas[0]} and {areas[1]} of {sum(areas)} ㎡ are {parts}",
    ]


def chain_facts(repository):
    """Return what the method says of chains of indices, the product computed here."""
    base_date = dijia.JINAN_2020.basis("中心城区", "住宅").base_date
    price = dijia.zone_price("住宅", "Ⅲ-4").per_square_metre
    links = ["101.2", "100.8", "99.5"]
    product = Fraction(1)
    for link in links:
        product *= Fraction(link) / 100
    exact = Decimal(product.numerator) / Decimal(product.denominator)
    rounded = round(exact, 4)
    source = "crates/dijia-core/src/corrections/date_index.rs"
    least, greatest = (
        stated(repository, source, rf"^const {name}_LINK: .*from_parts\((\d+),") for name in ("LEAST", "GREATEST")
    )
    return [
        "上季度=100",
        "the product of the links ÷ 100",
        "Kt is 1 ÷ that product",
        "it is 1.",
        "grows from 100 on",
        f"not from {least} to {greatest} (a rate of growth 2.3, a ratio 1.023)",
        f"Residential zone Ⅲ-4, {price} 元/㎡ at {base_date}, on 2019-09-30, with the"
        f" links {links[0]}, {links[1]} and {links[2]} of the ends",
        f"{' × '.join(f'{link}/100' for link in links)} = {exact}, rounded {rounded}, and V = {price} × {rounded}"
        f" = {round(price * rounded, 2)}. The row of December, 100.9, is not in it",
    ]


def payment_facts():
    """Return what the method says of what is paid, computed here."""
    price, original, part, least = Decimal("1144.60"), Decimal(710), Decimal("0.4"), Decimal("0.7")
    difference, paid, minimum = price - original, price * part, original * least
    assert paid < minimum
    by_ratio, by_part = (f"{number.normalize():f}" for number in (paid, minimum))
    topped_up = f"{(difference * part).normalize():f}"
    total = f"{int(difference * part * 1000):,}"
    percent = f"{least:.0%}".replace("%", " %")
    return [
        "V0 is the price",
        "U = (V − V0) × k",
        "a fraction of at most 1. ",
        f"such as {percent} of the benchmark price",
        f"({price} − {original}) × {part} = {difference} × {part} = {topped_up}, and of 1000 ㎡ {total} 元",
        f"not below {percent} of {original}: {price} × {part} = {by_ratio} is less than {original} × {least}"
        f" = {by_part}, so that {by_part} are paid",
    ]


def page_of_a_report(repository):
    """Return what the method says of the narrow worksheet; the program checks every line of it."""
    columns = stated(repository, "conformance/worksheet.py", r"^PAGE, MOST_OF_ITEM = (\d+), \d+$")
    return f"at most {columns} columns, a Chinese character being two"


def refuses(price):
    try:
        price()
    except dijia.OutOfRangeError:
        return True
    return False


def published_parcel(repository):
    """Return what the method says of a parcel that is priced from the levels of a real report alone."""
    tables = repository / "crates/dijia-tables/tests"
    edition = dijia.Edition.read(tables / "editions/tongdao-2026")
    lines = (tables / "sources/tongdao-2026-factors.csv").read_text(encoding="utf-8").splitlines()[1:]
    factors = {line.split(",")[0]: line.split(",")[6] for line in lines}
    assert len(factors) == 12, "twelve levels"
    ratio, term, day = "4.58", "63.97", "2026-06-03"
    priced = dijia.appraise(
        "居住",
        grade="二级",
        levels=factors | {"形状": "较优", "景观": "优", "朝向": "南"},
        plot_ratio=ratio,
        remaining_term=term,
        valuation_date=day,
        area="19.02",
        corrections="published",
        policy=dijia.RoundingPolicy(unit_price_places=1),
        edition=edition,
    )
    steps = {step.kind: {given.symbol: given.value for given in step.inputs} for step in priced.steps}
    kv, kt = steps[dijia.StepKind.PLOT_RATIO_COEFFICIENT], steps[dijia.StepKind.DATE_COEFFICIENT]
    named = {step.name: step.value for step in priced.steps if step.kind is dijia.StepKind.COEFFICIENT}
    shape, landscape, orientation, area = (named[name] for name in ("形状", "景观", "朝向", "面积"))
    price, total = priced.base_price.per_square_metre, priced.factor_sum
    ky, kv_is, kt_is = priced.term_coefficient, priced.plot_ratio_coefficient, priced.date_coefficient
    return (
        f"grade Ⅱ in 通道 ({edition.document.number}), {price} 元/㎡, of plot ratio {ratio} and {term} years at {day}: "
        f"Kv is {kv['y0']} + ({kv['y1']} − {kv['y0']}) × {kv['x'] - kv['x0']} ÷ {kv['x1'] - kv['x0']} = {kv_is}; "
        f"Ky is {ky} by the rule above, since the document prints no table; Kt is {1 + kt['g']}^{kt['t']} = {kt_is}; "
        f"twelve levels sum to {total * 100:.4f} %, and the levels of shape, landscape, orientation and area give "
        f"{shape}, {landscape}, {orientation} and {area}: {price} × {(1 + total).normalize()} × {ky} × {kv_is} × "
        f"{kt_is} × {area} × {shape} × {landscape} × {orientation} = {priced.unit_price}"
    )
