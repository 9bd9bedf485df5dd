"""Which tests run which lines of some files."""

from __future__ import annotations

import json
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType


class Reached:
    """A plugin of pytest that notes it."""

    def __init__(self, files: list[Path]) -> None:
        self.lines: dict[str, dict[int, list[str]]] = {str(file): {} for file in files}
        """By the file and the line the tests that run it; of lines that the import runs all tests."""
        self.seconds: dict[str, float] = {}
        self.others: list[str] = []
        """The tests that start programs, of which nothing is noted."""
        self.now: set[tuple[str, int]] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        """Note the lines of the import."""
        with self.noting("import"):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note the lines of one test, and how long it takes."""
        if hasattr(sys.modules[item.module.__name__], "subprocess"):
            self.others.append(item.nodeid)
        begin = time.monotonic()
        with self.noting(item.nodeid):
            made = yield
        self.seconds[item.nodeid] = time.monotonic() - begin
        return made

    @contextmanager
    def noting(self, name: str) -> Iterator[None]:
        """Note the lines that are run meanwhile."""
        self.now = set()
        sys.settrace(self.called)
        threading.settrace(self.called)
        try:
            yield
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            for file, line in self.now:
                self.lines[file].setdefault(line, []).append(name)

    def called(self, frame: FrameType, *_: Any) -> Any:
        """Watch the lines of the files alone."""
        return self.ran if frame.f_code.co_filename in self.lines else None

    def ran(self, frame: FrameType, event: str, _: Any) -> Any:
        """Note a line."""
        if event == "line":
            self.now.add((frame.f_code.co_filename, frame.f_lineno))
        return self.ran

    def tests(self, file: str, first: int, last: int) -> list[str]:
        """Return the tests that run a line of these, the quick ones first, and those that start programs."""
        found = {test for line, tests in self.lines[file].items() if first <= line <= last for test in tests}
        if "import" in found:
            found = {*self.seconds}
        return sorted(found | {*self.others}, key=lambda test: (test in self.others, self.seconds[test]))

    def write(self, path: Path) -> None:
        """Write what is noted, for another process."""
        path.write_text(json.dumps(vars(self) | {"now": None}), "utf-8")

    @classmethod
    def read(cls, path: Path) -> Reached:
        """Read what another process has noted."""
        made = cls([])
        vars(made).update(json.loads(path.read_text("utf-8")))
        made.lines = {file: {int(line): tests for line, tests in of.items()} for file, of in made.lines.items()}
        return made
