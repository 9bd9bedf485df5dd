"""What travels with the installed package: every licence, and nothing beside the package and what describes it."""

import importlib.metadata
import re
import sys
from pathlib import Path

import dijia._dijia
import pytest

LICENCES = ("LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.txt")


@pytest.fixture(scope="module")
def distribution():
    distribution = importlib.metadata.distribution("dijia")
    if (distribution.read_text("direct_url.json") or "").find('"editable": true') >= 0:
        pytest.skip("the package is not installed but linked to its source")
    return distribution


def licence(distribution, name):
    [file] = [file for file in distribution.files if file.as_posix().endswith(f".dist-info/licenses/{name}")]
    return file.locate().read_bytes()


def test_nothing_lands_beside_the_package(distribution):
    folders = {file.parts[0] for file in distribution.files}
    assert folders == {"dijia", f"dijia-{dijia.__version__}.dist-info"}


@pytest.mark.parametrize("name", LICENCES)
def test_licences_are_those_of_the_source(distribution, repository, name):
    assert licence(distribution, name) == (repository / "bindings/python" / name).read_bytes()


def test_licences_are_named(distribution):
    assert sorted(distribution.metadata.get_all("License-File")) == sorted(LICENCES)
    assert distribution.metadata["License-Expression"] == "MIT OR Apache-2.0"


def test_all_that_is_linked_is_named(distribution):
    """The extension names sources in which it could panic: those of crates, and those of the standard library."""
    linked = Path(dijia._dijia.__file__).read_bytes().decode("latin-1")
    of_crates = set(re.findall(r"[/\\]registry[/\\]src[/\\][^/\\]+[/\\]([\w-]+)-(\d[\w.+-]*)[/\\]src[/\\]", linked))
    of_library = set(re.findall(r"[/\\]rust[/\\]deps[/\\]([\w-]+)-\d[\w.+-]*[/\\]src[/\\]", linked))
    crates, library = licence(distribution, "THIRD-PARTY.txt").decode().split("\nThe standard library of Rust\n")
    named, named_of_library = (set(re.findall(r"^([\w-]+) (\d\S*) +\S", text, re.M)) for text in (crates, library))
    assert {name for name, _ in of_crates} >= {"arrow-array", "jiff", "pyo3"}
    # A standard library that was built on the spot has its parts from the registry too.
    assert of_crates <= named | named_of_library
    assert of_library <= {name for name, _ in named_of_library}
    if sys.platform == "linux":
        assert "hashbrown" in of_library


def test_notices_are_whole(distribution):
    text = licence(distribution, "THIRD-PARTY.txt").decode()
    assert "Apache Arrow\nCopyright 2016-2026 The Apache Software Foundation\n" in text
    assert "This product includes software from the chronoutil crate (MIT)" in text
    # One crate may be had under the GPL too, whose text ends alike.
    apache, gpl = text.count("Version 2.0, January 2004"), text.count("Version 2, June 1991\n")
    assert text.count("END OF TERMS AND CONDITIONS") == apache + gpl
    assert (apache > 5, gpl) == (True, 1)
