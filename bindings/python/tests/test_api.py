"""What the package makes public is what api/python.txt says."""

import difflib
import runpy

import pytest


def test_what_is_public_is_what_the_listing_says(repository):
    for library in ("pandas", "polars", "dask"):
        pytest.importorskip(library)
    public = list(runpy.run_path(str(repository / "api/python.py"))["lines"]())
    listed = (repository / "api/python.txt").read_text(encoding="utf-8").splitlines()
    changes = [line for line in difflib.ndiff(listed, public) if line[0] in "+-"]
    assert not changes, "\n".join(
        [
            "what is public has changed; where it is meant: `cargo xtask api`, and a line in CHANGELOG.md",
            *changes,
        ]
    )
