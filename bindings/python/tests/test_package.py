"""The package as a whole: its docstrings, its command, its import."""

import doctest
import importlib
import os
import pkgutil
import subprocess
import sys

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
    ["商服", "Ⅲ-4", "--development", "七通一平", "--unit-cost", "供热=30", "--places", "unrounded,3,1", "--half-even"],
    ["商服", "Ⅲ-4", "--development", "-12.5", "--monthly-growth", "0.2%", "--valuation-date", "2018-05-05"],
    ["--base-price", "5000", "--area", "10"],
    ["--base-price", "5000"],
    ["商服", "Ⅲ-4", "--base-price", "5000"],
    ["商服", "Ⅲ-4", "--remaining-term"],
    ["商服", "Ⅲ-4", "--remaining-term", "41"],
    ["商服", "Ⅲ-4", "--bogus=3"],
    ["商服", "Ⅲ-4", "-x"],
    ["商服", "Ⅲ-4", "--json=3"],
    ["商服", "Ⅲ-4", "--linear"],
    ["商服", "Ⅲ-4", "--rate", "6%"],
    ["商服", "Ⅲ-4", "--area", "1", "--area", "2"],
    ["商服", "Ⅲ-4", "--factor", "=3"],
    ["商服", "Ⅲ-4", "--places", "4,2,2,2"],
    ["商服", "Ⅲ-4", "--places", "x"],
    ["商服", "Ⅲ-4", "--places", "99"],
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
