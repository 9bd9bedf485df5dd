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
from page_facts import EXAMPLE, facts
from pages import CHINESE, CORE, DATA, ENGLISH, IN_CHINESE, METHOD, PAGES, PYTHON, TABLES, read

BLOCK = re.compile(r"^```([\w,]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WORKED = re.compile(r"^\d+\. .*$", re.MULTILINE)
LISTED = re.compile(r"^\d+\. ", re.MULTILINE)
NUMBER = re.compile(r"(?<![A-Za-z_\d.])\d[\d.]*")


def blocks(text):
    return [match.groups() for match in BLOCK.finditer(text)]


def prose(text):
    """Take what is between the blocks, on one line, without what links point at and without the numbers of lists."""
    return " ".join(re.sub(r"\]\([^)]*\)", "]", LISTED.sub("", BLOCK.sub("", text))).split())


def run(*arguments):
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", env=environment, timeout=60, check=True
    ).stdout


@pytest.mark.parametrize("page", [PYTHON, IN_CHINESE[PYTHON], ENGLISH, CHINESE])
def test_what_the_interpreter_says(repository, page):
    shown = sum(code.count(">>> ") for language, code in blocks(read(repository, page)) if language == "pycon")
    result = doctest.testfile(str(repository / page), module_relative=False, encoding="utf-8")
    assert (result.failed, result.attempted) == (0, shown)
    assert shown >= 5


def test_programs(repository):
    pytest.importorskip("geopandas")
    pytest.importorskip("dask")
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


def test_every_page_is_looked_at(repository):
    folders = ["api", "benches", "bindings", "conformance", "crates", "examples", "fuzz", "include", "proofs", "xtask"]
    found = [*repository.glob("*.md"), *(page for folder in folders for page in (repository / folder).rglob("*.md"))]
    names = {path.relative_to(repository).as_posix() for path in found if "target" not in path.parts}
    # Where the figures of editions for tests and vectors come from, and what a cache says of itself.
    names = {name for name in names if "/editions/" not in name and "_cache/" not in name}
    # The guide's folders are packed and its price is computed by a test beside it, in both languages.
    names -= {"crates/dijia-tables/docs/your-city.md", "crates/dijia-tables/docs/your-city.zh-CN.md"}
    # A test beside the guide's compares every field with the source.
    names -= {"crates/dijia-core/docs/edition-file.md"}
    assert names == {*PAGES, *IN_CHINESE.values(), "CHANGELOG.md"}


@pytest.mark.parametrize(("english", "chinese"), IN_CHINESE.items())
def test_both_languages_say_the_same(repository, english, chinese):
    """Section by section a page in Chinese has the numbers of the English one, and its programs are the same."""

    def programs(page):
        return [re.sub("(//|# ).*", "", code) for _, code in blocks(read(repository, page))]

    def numbers(page):
        sections = BLOCK.sub("", read(repository, page)).split("\n## ")
        return [sorted(number.rstrip(".") for number in NUMBER.findall(section)) for section in sections]

    assert programs(chinese) == programs(english)
    assert numbers(chinese) == numbers(english)
    assert any(numbers(english)) or english in {CORE, TABLES}
    assert programs(english) or english in {CORE, DATA}


@pytest.mark.parametrize("page", PAGES)
def test_numbers(repository, page):
    text = read(repository, page)
    if page == METHOD:
        # test_the_worked_example computes every one of these lines.
        text = WORKED.sub("", text)
    rest = prose(text)
    for phrase in facts(repository)[page]:
        assert phrase in rest
        rest = rest.replace(phrase, "")
    assert NUMBER.findall(rest) == [], "numbers that nothing here derives"


def test_counts_in_words():
    edition = dijia.JINAN_2020
    assert len(edition.places) == 10, "ten townships, 十个建制镇"
    assert len(dijia.LandUse) == 4, "all four land uses, 四类用地"
    assert {basis.area for basis in edition.bases} == set(dijia.Area), "the bases of both areas, 两套"
    assert len(edition.bases) == len(dijia.Area) * len(dijia.LandUse)
    first, last = edition.document.first_day_in_force, edition.document.last_day_in_force
    assert (first.year + 3, first.month, first.day - 1) == (last.year, last.month, last.day), "three years, 三年"


def test_the_worked_example(repository):
    """Every line of it that has a result, computed again in fractions, and powers to 120 digits."""
    zone = dijia.zone_price("商服", "Ⅲ-4")
    price, term, ratio = str(zone.per_square_metre), Decimal(EXAMPLE["term"]), EXAMPLE["ratio"]
    (low, first), (high, second) = EXAMPLE["table"]
    share, factor, adjustment, area = (EXAMPLE[name] for name in ("coefficient", "factor", "adjustment", "area"))
    rate, statutory = zone.basis.capitalization_rate, zone.basis.statutory_term
    with localcontext(model.CONTEXT):
        above, below = (1 + rate) ** -term, (1 + rate) ** -statutory
        ky = (1 - above) / (1 - below)
    rounded_ky = model.rounded(Fraction(ky), 4)
    slope = (Fraction(second) - Fraction(first)) / (Fraction(high) - Fraction(low))
    kv = model.rounded(Fraction(first) + slope * (Fraction(ratio) - Fraction(low)), 4)
    product = Fraction(price) * Fraction(rounded_ky) * Fraction(kv) * Fraction(share) * (1 + Fraction(factor))
    exact = product + Fraction(adjustment)
    unit = model.rounded(exact, 2)
    mu, floor = Fraction(unit) / 15, Fraction(unit) / Fraction(ratio)
    deviation = (Fraction(unit) / Fraction(price) - 1) * 100

    def cut(value, places):
        """Write the value up to that many places, and no further."""
        sign, value = "−" if value < 0 else "", abs(Fraction(value))
        digits = str(value.numerator * 10**places // value.denominator).rjust(places + 1, "0")
        return f"{sign}{digits[:-places]}.{digits[-places:]}…"

    total = f"{unit * int(area):,.2f}".replace(",", " ")
    in_wan = Fraction(unit) * int(area) / 10000
    lines = [
        f"P = {price} 元/㎡ (annex {zone.citation.annex}, row {zone.citation.row}); "
        f"r = {100 * rate:.1f} % and n = {statutory} years (explanatory notes).",
        rf"Ky = \[1 − {1 + rate}^−{term}\] ÷ \[1 − {1 + rate}^−{statutory}\]"
        f" = (1 − {cut(above, 10)}) ÷ (1 − {cut(below, 10)}) = {cut(ky, 10)} → {rounded_ky}",
        f"Kv = {first} + ({second} − {first}) × ({ratio} − {low}) ÷ ({high} − {low}) = {kv}",
        f"V = {price} × {rounded_ky} × {kv} × {share} × (1 + {factor}) + {adjustment} = {cut(exact, 4)} → {unit} 元/㎡",
        f"{unit} ÷ 15 = {cut(mu, 4)} → {model.rounded(mu, 2)} 万元/亩",
        f"{unit} ÷ {ratio} = {cut(floor, 4)} → {model.rounded(floor, 2)} 元/㎡ of floor",
        f"{unit} × {area} = {total} 元 = {model.rounded(in_wan, 2)} 万元 ({float(in_wan)})",
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
    # A page that there is in both languages is linked in the reader's.
    targets[1] = {target.replace(".zh-CN.md", ".md") for target in targets[1]}
    assert targets[0] == targets[1]


@pytest.mark.parametrize("page", [*PAGES, *IN_CHINESE.values()])
def test_links_lead_somewhere(repository, page):
    folder = (repository / page).parent
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", BLOCK.sub("", read(repository, page))):
        # What begins with crate:: is a name in Rust, which rustdoc looks up.
        assert target.startswith(("https://", "crate::")) or (folder / target).exists(), target
