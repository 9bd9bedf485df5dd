"""The package as a whole: its docstrings, its command, its import."""

import doctest
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import dijia
import pytest


def modules():
    for module in pkgutil.iter_modules(dijia.__path__, "dijia."):
        if module.name not in ("dijia.__main__", "dijia._dijia"):
            yield module.name
    yield "dijia"


@pytest.mark.parametrize("name", sorted(modules()))
def test_docstrings(name):
    if name in ("dijia.pandas", "dijia.polars", "dijia.dask"):
        pytest.importorskip(name.removeprefix("dijia."))
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_examples_are_there():
    finder = doctest.DocTestFinder()
    tried = sum(
        len(test.examples)
        for name in ("dijia._appraise", "dijia._batch")
        for test in finder.find(importlib.import_module(name))
    )
    assert tried >= 8


def test_everything_public_says_what_it_is():
    for name in dijia.__all__:
        assert name == "__version__" or name.endswith("Like") or getattr(dijia, name).__doc__, name


def run(command):
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60, check=False
    )


def test_import_brings_nothing_along():
    program = (
        "import sys, dijia; print([name for name in ('numpy', 'pandas', 'pyarrow', 'polars') if name in sys.modules])"
    )
    assert run([sys.executable, "-c", program]).stdout == "[]\n"


EDITIONS = Path(__file__).parents[3] / "crates/dijia-tables/tests/editions"
PUBLISHED = ["居住", "--grade", "二级", "--edition", f"{EDITIONS}/tongdao-2026", "--published"]
COMMANDS = [
    ["商服", "Ⅲ-4"],
    ["商服", "Ⅲ-4", "--english"],
    ["商服", "Ⅲ-4", "--json"],
    ["住宅", "--grade", "Ⅱ"],
    ["住宅", "--grade", "Ⅱ", "--json", "--english"],
    ["工业", "Ⅰ-1"],
    ["商服", "Ⅲ-99"],
    ["商服", "Ⅹ-1"],
    ["商服"],
    [],
    ["--help"],
    ["--version"],
    [
        "商服",
        "Ⅲ-4",
        "--remaining-term",
        "33.57",
        "--area=1000",
        "--factor",
        "区域=2.402%",
        "--coefficient",
        "面积=0.98",
    ],
    ["商服", "Ⅲ-4", "--coefficient", "面积=0.98", "--coefficient", "面积=0.97", "--json"],
    ["商服", "Ⅲ-4", "--plot-ratio", "2.5", "--plot-ratio-table", "1.0=0.8,2=1,3=1.2", "--english", "--json"],
    ["商服", "Ⅲ-4", "--valuation-date", "2024-02-29", "--expiry", "2050-01-01"],
    ["商服", "Ⅲ-4", "--valuation-date", "2024-02-29", "--date-index", "2018-01-01=100,2025-01-01=110", "--linear"],
    *(
        ["商服", "Ⅲ-4", "--valuation-date", "2020-05-29", "--date-index", series, "--chain", "half-year"]
        for series in (
            "2018-12-31=100,2019-06-30=102.3,2019-12-31=99.1,2020-06-30=101",
            "2018-12-31=100,2019-12-31=102.3",
        )
    ),
    [
        "商服",
        "Ⅲ-4",
        "--development",
        "七通一平",
        "--unit-cost",
        "供热=30",
        "--coefficient-places",
        "unrounded",
        "--price-places=3",
        "--amount-places",
        "1",
        "--half-even",
    ],
    ["商服", "Ⅲ-4", "--development", "-12.5", "--monthly-growth", "0.2%", "--valuation-date", "2018-05-05"],
    ["--base-price", "5000", "--area", "10"],
    ["商服", "Ⅲ-4", "--payment-ratio", "40%"],
    ["商服", "Ⅲ-4", "--original-price", "4569", "--payment-ratio", "0.4", "--area", "10", "--english"],
    ["商服", "Ⅲ-4", "--original-price", "9138"],
    ["商服", "Ⅲ-4", "--payment-ratio", "40"],
    ["商服", "Ⅲ-4", "--minimum-ratio", "70%"],
    ["商服", "Ⅲ-4", "--minimum-price", "9138", "--minimum-ratio", "70%", "--payment-ratio", "0.4", "--json"],
    ["商服", "Ⅲ-4", "--minimum-price", "10000", "--layout", "markdown", "--price-places=1", "--half-even"],
    ["--base-price", "5000"],
    ["商服", "Ⅲ-4", "--base-price", "5000"],
    ["商服", "Ⅲ-4", "--remaining-term"],
    ["商服", "Ⅲ-4", "--remaining-term", "41"],
    ["商服", "Ⅲ-4", "--remaining-term", "41", "--longer-term", "--english"],
    ["商服", "Ⅲ-4", "--longer-term"],
    ["商服", "Ⅲ-4", "--longer-term=yes", "--remaining-term", "41"],
    ["商服", "Ⅲ-4", "--remaining-term", "无限年期"],
    ["商服", "Ⅲ-4", "--remaining-term", "forever"],
    ["--base-price", "1000", "--rate", "6%", "--statutory-term", "perpetual", "--remaining-term", "70", "--json"],
    [
        "--base-price",
        "1000",
        "--term-coefficient",
        "7/8",
        "--date-coefficient",
        "100/103",
        "--coefficient",
        "街角=1.16÷1.40",
    ],
    ["--base-price", "1000", "--plot-ratio-coefficient", "1.16/0"],
    ["--base-price", "1000", "--coefficient", "街角=7/"],
    ["--base-price", "1000", "--coefficient", "街角=98%", "--json"],
    ["商服", "Ⅲ-4", "--bogus=3"],
    ["商服", "Ⅲ-4", "-x"],
    ["商服", "Ⅲ-4", "--json=3"],
    ["商服", "Ⅲ-4", "--linear"],
    ["商服", "Ⅲ-4", "--chain", "quarter"],
    ["商服", "Ⅲ-4", "--chain", "week"],
    ["商服", "Ⅲ-4", "--chain", "year", "--chain", "year"],
    ["商服", "Ⅲ-4", "--rate", "6%"],
    ["商服", "Ⅲ-4", "--area", "1", "--area", "2"],
    ["商服", "Ⅲ-4", "--factor", "=3"],
    ["商服", "Ⅲ-4", "--price-places", "unrounded"],
    ["商服", "Ⅲ-4", "--coefficient-places", "x"],
    ["商服", "Ⅲ-4", "--amount-places", "99"],
    ["商服", "Ⅲ-4", "--amount-places", "2", "--amount-places", "2"],
    ["商服", "Ⅲ-4", "--chinese"],
    ["商服", "Ⅲ-99", "--chinese"],
    ["商服", "Ⅲ-99", "--language", "zh"],
    ["商服", "Ⅲ-4", "--language=en"],
    ["商服", "Ⅲ-4", "--language", "fr"],
    ["居住用地", "--grade", "二级", "--edition", f"{EDITIONS}/tongdao-2026"],
    ["工矿", "--grade", "Ⅰ", "--edition", f"{EDITIONS}/tongdao-2026", "--json"],
    ["居住用地", "--grade", "二级", "--edition", f"{EDITIONS}/tongdao-2026", "--remaining-term", "65.5"],
    [*PUBLISHED, "--plot-ratio", "4.58", "--level", "朝向=南", "--level", "面积=420", "--chinese"],
    [*PUBLISHED, "--remaining-term", "60", "--valuation-date", "2026-06-03", "--area", "2000", "--json"],
    [*PUBLISHED, "--level", "朝向=上"],
    [*PUBLISHED, "--level", "地铁=优", "--english"],
    ["商服", "Ⅲ-4", "--published"],
    ["商服", "Ⅲ-4", "--level", "朝向=南"],
    ["商服", "Ⅲ-4", "--term-coefficient", "0.9", "--english"],
    ["商服", "Ⅲ-4", "--term-coefficient", "0.9", "--remaining-term", "30"],
    ["商服", "Ⅲ-4", "--factor", "区域=40%", "--english"],
    ["商服", "Ⅲ-4", "--factor", "区域=0.4", "--english"],
    ["商服", "Ⅲ-4", "--factor", "区域=4x"],
    ["工业", "--grade", "Ⅱ", "--edition", f"{EDITIONS}/daguan-2014"],
    ["商服", "--grade", "一等", "--edition", f"{EDITIONS}/lanzhou-counties", "--district", "榆中县", "--english"],
    ["商服", "--grade", "1", "--edition", f"{EDITIONS}/shanghai-2013"],
    ["商服", "--grade", "1", "--edition", f"{EDITIONS}/shanghai-2013", "--json"],
    ["商业", "--grade", "二级", "--edition", f"{EDITIONS}/shanghai-2010", "--english"],
    ["商服", "--grade", "二级", "--edition", f"{EDITIONS}/qingdao-2014"],
    ["工业", "--grade", "限制级", "--edition", f"{EDITIONS}/qingdao-2014"],
    ["商服", "--grade", "一级", "--edition", f"{EDITIONS}/jingde-2018"],
    ["工业", "--grade", "控制区", "--edition", f"{EDITIONS}/datong-2018", "--english"],
    ["商服", "12", "--edition", f"{EDITIONS}/beijing-codes"],
    ["商服", "Ⅲ-4", "--edition", f"{EDITIONS}/beijing-codes"],
    ["商服", "Ⅲ-4", "--district", "郊区"],
    ["商服", "Ⅲ-4", "--edition", "a", "--edition", "b"],
    ["商服", "Ⅲ-4", "--area", "10", "--layout", "wide"],
    ["商服", "Ⅲ-4", "--area", "10", "--layout", "narrow", "--english"],
    ["商服", "Ⅲ-4", "--coefficient", "a|b*<c>=0.9", "--layout=markdown"],
    ["商服", "Ⅲ-4", "--coefficient", "a|b*<c>=0.9", "--layout", "html"],
    ["商服", "Ⅲ-4", "--area", "10", "--layout", "xml"],
    ["商服", "Ⅲ-4", "--area", "10", "--layout"],
    ["商服", "Ⅲ-4", "--area", "10", "--layout", "html", "--layout", "html"],
    ["商服", "Ⅲ-4", "--area", "10", "--layout", "html", "--json"],
    ["商服", "Ⅲ-4", "--layout", "html"],
    ["--layout", "html"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_the_command_is_the_example(arguments):
    example = os.environ.get("DIJIA_APPRAISE")
    if example is None:
        pytest.skip("DIJIA_APPRAISE names no program to compare with")
    here = run([sys.executable, "-m", "dijia", *arguments])
    there = run([example, *arguments])
    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)


def test_the_command():
    done = run([sys.executable, "-m", "dijia", "商服", "Ⅲ-4"])
    assert done.returncode == 0
    assert "区片基准地价      9138 元/㎡" in done.stdout
    bad = run([sys.executable, "-m", "dijia", "商服", "Ⅲ-99"])
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr == "appraise: no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12\n"


def of_price(edition, *arguments):
    """Return what the command says of the figures of a price, line by line."""
    done = run([sys.executable, "-m", "dijia", *arguments, "--edition", f"{EDITIONS}/{edition}", "--chinese"])
    lines = [line.removeprefix("级别基准地价").removeprefix("级别楼面地价") for line in done.stdout.splitlines()]
    return [line.strip() for line in lines if "元/" in line]


@pytest.mark.parametrize(
    ("edition", "land_use", "grade", "figures"),
    [
        # 18600 × 4.0 = 74400.
        ("shanghai-2010", "商业", "二级", ["18600 元/㎡建筑面积", "74400.0 元/㎡（折算）", "4960 万元/亩"]),
        ("qingdao-2014", "商服", "二级", ["5500 元/㎡建筑面积"]),
        ("qingdao-2014", "工业", "限制级", ["≥1300 元/㎡", "86.67 万元/亩（折算）"]),
        ("jingde-2018", "商服", "一级", ["1520 元/㎡", "101 万元/亩", "950 元/㎡建筑面积"]),
        ("daguan-2014", "工业", "Ⅱ", ["330 元/㎡", "22.00 万元/亩（折算）"]),
    ],
)
def test_figures_are_the_printed_ones_and_what_follows(edition, land_use, grade, figures):
    assert of_price(edition, land_use, "--grade", grade) == figures


def command(*arguments, **environment):
    """Run the command where the environment says no language but this."""
    spoken = {"DIJIA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "PYTHONIOENCODING", "PYTHONUTF8"}
    inherited = {name: value for name, value in os.environ.items() if name not in spoken}
    encoding = environment.setdefault("PYTHONIOENCODING", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dijia", *arguments],
        capture_output=True,
        env={**inherited, **environment},
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    # Windows ends its lines otherwise.
    return tuple(text.decode(encoding).replace("\r\n", "\n") for text in (done.stdout, done.stderr))


REFUSED_ENGLISH = "appraise: no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"
REFUSED_CHINESE = "appraise: 商服没有区片 Ⅲ-99：Ⅲ 级有 1 至 12 号区片"


@pytest.mark.parametrize(
    ("options", "environment", "said"),
    [
        ([], {}, REFUSED_ENGLISH),
        ([], {"LANG": "en_US.UTF-8"}, REFUSED_ENGLISH),
        ([], {"LANG": "zh_CN.UTF-8"}, REFUSED_CHINESE),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, REFUSED_ENGLISH),
        ([], {"DIJIA_LANGUAGE": "zh", "LANG": "en_US.UTF-8"}, REFUSED_CHINESE),
        ([], {"DIJIA_LANGUAGE": "en", "LANG": "zh_CN.UTF-8"}, REFUSED_ENGLISH),
        (["--chinese"], {"DIJIA_LANGUAGE": "en"}, REFUSED_CHINESE),
        (["--language", "zh"], {}, REFUSED_CHINESE),
        (["--language=en"], {"DIJIA_LANGUAGE": "zh"}, REFUSED_ENGLISH),
        (["--english"], {"LANG": "zh_CN.UTF-8"}, REFUSED_ENGLISH),
    ],
)
def test_the_command_answers_in_the_language_asked(options, environment, said):
    assert command("商服", "Ⅲ-99", *options, **environment) == ("", said + "\n")


def test_the_command_suggests_the_nearest_option():
    assert command("商服", "Ⅲ-4", "--remaning-term", "3")[1] == (
        "appraise: invalid option '--remaning-term': is '--remaining-term' meant?\n"
    )
    assert command("商服", "Ⅲ-4", "--chinese", "--price-place", "3")[1] == (
        "appraise: 没有选项 '--price-place'：是否为 '--price-places'\n"
    )
    assert command("商服", "Ⅲ-4", "--bogus", "3")[1] == "appraise: invalid option '--bogus'\n"


# 9138 × Ky for 33.57 of 40 years at 6.4 %, 0.955269…: to 4 places × 0.9553 = 8729.5314, to 2 places × 0.96 = 8772.48.
def test_rounding_options_round_what_they_say():
    def figures(*options):
        output, error = command("商服", "Ⅲ-4", "--remaining-term", "33.57", "--area", "10", "--json", *options)
        assert not error
        appraised = json.loads(output)
        return [str(appraised[name]) for name in ("unit_price", "wan_yuan_per_mu", "total_yuan")]

    assert figures() == ["8729.53", "581.97", "87295.30"]
    assert figures("--price-places", "1") == ["8729.5", "581.97", "87295.00"]
    assert figures("--coefficient-places", "2") == ["8772.48", "584.83", "87724.80"]
    assert figures("--amount-places", "0") == ["8729.53", "582", "87295"]


@pytest.mark.parametrize("encoding", ["gbk", "gb2312", "ascii", "cp1252"])
@pytest.mark.parametrize("language", ["--english", "--chinese"])
def test_no_console_brings_the_command_to_a_traceback(encoding, language):
    for arguments in (
        ["商服", "Ⅲ-4"],
        ["商服", "Ⅲ-4", "--remaining-term", "33", "--factor", "区域=-2%", "--coefficient", "ｱ=0.9"],
        ["商服", "Ⅲ-99"],
        ["--help"],
    ):
        out, error = command(*arguments, language, PYTHONIOENCODING=encoding)
        assert out or error


def test_all_chinese_of_the_command_can_be_written_in_gbk():
    for arguments in (["商服", "Ⅲ-4"], ["商服", "Ⅲ-4", "--remaining-term", "33"], ["--help"]):
        in_gbk = command(*arguments, "--chinese", PYTHONIOENCODING="gbk")
        assert in_gbk == command(*arguments, "--chinese")
    source = Path(dijia.__file__).parent
    files = [(source / name).read_text(encoding="utf-8") for name in ("_command.py", "_notice.py")]
    texts = re.findall(r'"[^"\n]*[\u4e00-\u9fff][^"\n]*"', "".join(files))
    assert len(texts) > 20
    for text in texts:
        text.encode("gbk")
