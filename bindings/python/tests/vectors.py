"""Rows of ``conformance/``: what they give, what they expect, and whether what a function finds is that."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import dijia

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parents[3] / "conformance"
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}

Found = dict[str, str]


class Row:
    """A row, its cells by the name of the column."""

    def __init__(self, place: str, cells: dict[str, str]) -> None:
        self.place = place
        self.cells = cells

    def __getitem__(self, column: str) -> str:
        """Return the cell; empty where the file has no such column."""
        return self.cells.get(column, "")

    def list(self, column: str) -> list[str]:
        """Return the elements of a cell that holds a list."""
        return self[column].split(";") if self[column] else []

    def pairs(self, column: str) -> list[list[str]]:
        """Return the elements of a cell that are ``name=value``."""
        return [pair.split("=") for pair in self.list(column)]

    def check(self, function: Callable[[Row], Found]) -> None:
        """Every result of the row is what the function finds, exactly."""
        expected = {name[1:]: text for name, text in self.cells.items() if name.startswith("=")}
        try:
            found = {"error_kind": "", "error": "", "error_chinese": ""} | function(self)
        except dijia.DijiaError as error:
            # Where there is an error, there is nothing else.
            kind = type(error).__name__.removesuffix("Error")
            refusal = {"error_kind": kind, "error": error.english, "error_chinese": error.chinese}
            found = dict.fromkeys(expected, "") | refusal
        assert "error" in expected or not found["error"], f"{self.place}: {found['error']}"
        for name, text in expected.items():
            assert name in found, f"{self.place}: nothing finds {name}"
            assert found[name] == text, f"{self.place}: {name}"


def _unescaped(cell: str) -> str:
    def one(escape: re.Match[str]) -> str:
        return chr(int(escape[2], 16)) if escape[2] else ESCAPES[escape[1]]

    return re.sub(r"\\(u([0-9a-f]{4})|.)", one, cell)


def rows(name: str) -> list[Row]:
    """Return the rows of a file."""
    text = (FOLDER / name).read_bytes().decode()
    header, *lines = (line.split("\t") for line in text.removesuffix("\n").split("\n"))
    return [
        Row(f"{name}:{number}", dict(zip(header, map(_unescaped, cells), strict=True)))
        for number, cells in enumerate(lines, 2)
    ]


def files() -> list[Row]:
    """Return the list of the files that every language runs."""
    listed = rows("files.tsv")
    assert {row["run_by"] for row in listed} == {"every language", "dijia-core"}
    return [row for row in listed if row["run_by"] == "every language"]


def report(counts: dict[str, int]) -> None:
    """Say how many rows of each file were run, where ``cargo xtask`` asks."""
    if "DIJIA_CONFORMANCE_REPORTS" in os.environ:
        text = "".join(f"{name}\t{count}\n" for name, count in counts.items())
        (Path(os.environ["DIJIA_CONFORMANCE_REPORTS"]) / "python.tsv").write_text(text, encoding="utf-8")
