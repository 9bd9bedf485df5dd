"""What the pages of the repository say is so: their Python runs, and their numbers come from where they say."""

import doctest
import os
import re
import subprocess
import sys
from decimal import Decimal, localcontext
from fractions import Fraction

import dijia
import model
import pytest

ENGLISH, CHINESE, PYTHON = "README.md", "README.zh-CN.md", "bindings/python/README.md"
C, CPP, RUST = "bindings/c/README.md", "bindings/c/CPP.md", "crates/dijia/README.md"
METHOD, DATA = "crates/dijia/docs/method.md", "crates/dijia/data/jinan-2020/README.md"

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NUMBER = re.compile(r"(?<![A-Za-z_\d.])\d[\d.]*")


def read(repository, page):
    return (repository / page).read_text(encoding="utf-8")


def blocks(text):
    return [match.groups() for match in BLOCK.finditer(text)]


def prose(text):
    """Take what is between the blocks, on one line, without what links point at."""
    return " ".join(re.sub(r"\]\([^)]*\)", "]", BLOCK.sub("", text)).split())


def run(*arguments):
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", env=environment, timeout=60, check=True
    ).stdout


@pytest.mark.parametrize("page", [PYTHON, ENGLISH, CHINESE])
def test_what_the_interpreter_says(repository, page):
    shown = sum(code.count(">>> ") for language, code in blocks(read(repository, page)) if language == "pycon")
    result = doctest.testfile(str(repository / page), module_relative=False, encoding="utf-8")
    assert (result.failed, result.attempted) == (0, shown)
    assert shown >= 5


def test_programs(repository):
    pytest.importorskip("geopandas")
    found = blocks(read(repository, PYTHON))
    programs = [place for place, (language, _) in enumerate(found) if language == "python"]
    assert programs
    for place in programs:
        assert ("text", run("-c", found[place][1])) == found[place + 1]


def test_commands(repository):
    commands = re.findall(r"^python -m dijia.*$", read(repository, PYTHON), re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert run(*command.split()[1:])


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

    def version(page, pattern):
        (found,) = re.findall(pattern, read(repository, page), re.MULTILINE)
        return found

    rust = version("Cargo.toml", r'^rust-version = "(.*)"')
    python = version("bindings/python/pyproject.toml", r'^requires-python = ">=(.*)"')
    cmake = version("bindings/c/CMakeLists.txt", r"^cmake_minimum_required\(VERSION (.*)\)")
    ok = version("include/dijia.h", r"^#define DIJIA_OK (\d+)$")
    cpp = version("bindings/c/tests/consumer/CMakeLists.txt", r"cxx_std_(\d+)")
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
            f"Python {python} or later",
            *rounding,
            *not_held,
            apache,
        ],
        C: [
            f"Rust {rust} or later, CMake {cmake} or later",
            f"commercial zone Ⅲ-4 of Jinan, as {document.number} prints it",
            f"find_package(dijia {release} CONFIG",
            f"`DIJIA_OK` is {ok}",
            f"this one was from {in_force}",
            "`NULL` and 0",
            "All texts are UTF-8",
            *rounding,
            *not_held,
        ],
        CPP: [f"C++{cpp} or later", *rounding],
        RUST: [
            f"Rust {rust} or later",
            f"{edition.city} | {document.number} | {in_force}",
            f"derived coefficients to {policy.coefficient_places} places",
            f"prices and amounts to {policy.amount_places}, half up",
            '`"iii－４"`',
            *not_held,
        ],
        DATA: [
            f"# {edition.name}",
            document.number,
            "canonical (`Ⅲ-4`)",
            f"the last one is {last}",
            f"Annexes {services} and {townships} are published",
        ],
    }


@pytest.mark.parametrize("page", [ENGLISH, CHINESE, PYTHON, C, CPP, RUST, DATA])
def test_numbers(repository, page):
    rest = prose(read(repository, page))
    for phrase in facts(repository)[page]:
        assert phrase in rest
        rest = rest.replace(phrase, "")
    assert NUMBER.findall(rest) == [], "numbers that nothing here derives"


def test_counts_in_words():
    edition = dijia.JINAN_2020
    assert len(edition.townships) == 10, "ten townships, 十个建制镇"
    assert len(dijia.LandUse) == 4, "all four land uses, 四类用地"
    assert {basis.area for basis in edition.bases} == set(dijia.Area), "the bases of both areas, 两套"
    assert len(edition.bases) == len(dijia.Area) * len(dijia.LandUse)
    first, last = edition.document.first_day_in_force, edition.document.last_day_in_force
    assert (first.year + 3, first.month, first.day - 1) == (last.year, last.month, last.day), "three years, 三年"


def test_the_worked_example(repository):
    """Every line of it that has a result, computed again in fractions, and powers to 120 digits."""
    zone = dijia.zone_price("商服", "Ⅲ-4")
    price, term, ratio, adjustment = str(zone.per_square_metre), Decimal("33.57"), "2.3", "20"
    rate, statutory = zone.basis.capitalization_rate, zone.basis.statutory_term
    with localcontext(model.CONTEXT):
        above, below = (1 + rate) ** -term, (1 + rate) ** -statutory
        ky = (1 - above) / (1 - below)
    rounded_ky = model.rounded(Fraction(ky), 4)
    kv = model.rounded(1 + (Fraction("0.85") - 1) * (Fraction(ratio) - 2) / (3 - 2), 4)
    product = Fraction(price) * Fraction(rounded_ky) * Fraction(kv) * Fraction("0.98") * (1 + Fraction("0.02402"))
    exact = product + Fraction(adjustment)
    unit = model.rounded(exact, 2)
    mu, floor = Fraction(unit) / 15, Fraction(unit) / Fraction(ratio)
    deviation = (Fraction(unit) / Fraction(price) - 1) * 100

    def cut(value, places):
        """Write the value up to that many places, and no further."""
        sign, value = "−" if value < 0 else "", abs(Fraction(value))
        digits = str(value.numerator * 10**places // value.denominator).rjust(places + 1, "0")
        return f"{sign}{digits[:-places]}.{digits[-places:]}…"

    total = f"{unit * 1000:,.2f}".replace(",", " ")
    lines = [
        f"P = {price} 元/㎡ (annex {zone.citation.annex}, row {zone.citation.row}); "
        f"r = {100 * rate:.1f} % and n = {statutory} years (explanatory notes).",
        rf"Ky = \[1 − {1 + rate}^−{term}\] ÷ \[1 − {1 + rate}^−{statutory}\]"
        f" = (1 − {cut(above, 10)}) ÷ (1 − {cut(below, 10)}) = {cut(ky, 10)} → {rounded_ky}",
        f"Kv = 1.0 + (0.85 − 1.0) × ({ratio} − 2.0) ÷ (3.0 − 2.0) = {kv}",
        f"V = {price} × {rounded_ky} × {kv} × 0.98 × (1 + 0.02402) + {adjustment} = {cut(exact, 4)} → {unit} 元/㎡",
        f"{unit} ÷ 15 = {cut(mu, 4)} → {model.rounded(mu, 2)} 万元/亩",
        f"{unit} ÷ {ratio} = {cut(floor, 4)} → {model.rounded(floor, 2)} 元/㎡ of floor",
        f"{unit} × 1000 = {total} 元 = {model.rounded(Fraction(unit) / 10, 2)} 万元 ({unit / 10})",
        f"{unit} ÷ {price} − 1 = {cut(deviation, 4)} % → {str(model.rounded(deviation, 2)).replace('-', '−')} %",
    ]
    shown = re.findall(r"^\d\. (.*)$", read(repository, METHOD), re.MULTILINE)
    assert shown == lines


def test_both_readmes_say_the_same(repository):
    english, chinese = read(repository, ENGLISH), read(repository, CHINESE)
    without_blocks = [BLOCK.sub("", text) for text in (english, chinese)]

    def outline(text):
        return [len(level) for level in re.findall(r"^(#+) ", text, re.MULTILINE)]

    assert outline(without_blocks[0]) == outline(without_blocks[1])
    assert english.count("\n|") == chinese.count("\n|")

    here, there = blocks(english), blocks(chinese)
    assert [language for language, _ in here] == [language for language, _ in there]
    for (language, one), (_, other) in zip(here, there, strict=True):
        if language == "text":
            # A worksheet in either language has the same figures; 万 is a word in one of them.
            assert NUMBER.findall(one.replace("10,000 yuan", "")) == NUMBER.findall(other)
        else:
            assert one.replace(" --english", "") == other

    assert sorted(NUMBER.findall(prose(english))) == sorted(NUMBER.findall(prose(chinese)))
    targets = [set(re.findall(r"\]\(([^)]*)\)", text)) - {ENGLISH, CHINESE} for text in without_blocks]
    assert targets[0] == targets[1]


@pytest.mark.parametrize("page", [ENGLISH, CHINESE, PYTHON, C, CPP, RUST, "CONTRIBUTING.md", "conformance/README.md"])
def test_links_lead_somewhere(repository, page):
    folder = (repository / page).parent
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", BLOCK.sub("", read(repository, page))):
        assert target.startswith("https://") or (folder / target).exists(), target
