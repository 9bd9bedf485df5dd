"""Small changes of the package's Python, one at a time, and whether a test fails for each.

What may change in a piece of code is what mutmut says. mutmut itself leaves out properties and all that is outside of a
function, which is most of a package of values and tables; so that the changes are put in here, and the tests run here.

The tests run once without any change, and it is noted which of them run which functions. A change of one is shown
to those, the quick ones first, and then to the tests that start programs of their own, where nothing is noted. What is
run when the package is imported is shown to every test.

    python run.py --package FOLDER --tests FOLDER [--shard 1/2] [FILE ...]
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
import libcst.metadata as metadata
import tomllib
from mutmut.mutation.mutators import mutation_operators
from reached import Reached

HERE = Path(__file__).parent
# What takes longest to import and does not depend on the package.
PRELOADED = ("pytest", "hypothesis", "numpy", "pandas", "pyarrow", "polars", "geopandas")
# Quick ones first: the first failure ends a run.
TESTS = ("lookup", "values", "errors", "kinds", "*", "pages", "package", "batch", "batch_properties", "conformance")
# They compare with what is elsewhere: a listing, what was installed, examples.
NOT_RUN = ("test_api.py", "test_licences.py", "test_examples.py")
# Of the time that the tests take without any change: a machine may be busier later.
TIMES = 5


@dataclass(frozen=True)
class Mutant:
    file: str
    line: int
    before: str
    after: str
    source: str
    function: tuple[int, int] | None
    """The first and the last line of the function that it is in."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.before} -> {self.after}"


class Finder(cst.CSTVisitor):
    """All changes of one file, but of what says nothing when it runs: types and documentation."""

    METADATA_DEPENDENCIES = (metadata.PositionProvider, metadata.ParentNodeProvider)

    def __init__(self, file: str, module: cst.Module) -> None:
        self.file = file
        self.module = module
        self.mutants: list[Mutant] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if self.says_nothing(node):
            return False
        for kind, changes in mutation_operators:
            if isinstance(node, kind):
                for change in changes(node):
                    # Another case of a text is no other question than another text.
                    if not is_case_alone(node, change):
                        self.add(node, change)
        if isinstance(node, cst.Return) and node.value and self.module.code_for_node(node.value) != "None":
            self.add(node, node.with_changes(value=cst.Name("None")))
        return True

    def says_nothing(self, node: cst.CSTNode) -> bool:
        code = self.module.code_for_node
        match node:
            case cst.Annotation() | cst.Import() | cst.ImportFrom():
                return True
            case cst.AnnAssign():
                return "TypeAlias" in code(node.annotation.annotation)
            case cst.Assign():
                return code(node.value).startswith(("Literal[", "TypeVar("))
            case cst.If():
                return code(node.test) == "TYPE_CHECKING"
            case cst.Expr():
                return isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)
        return False

    def add(self, node: cst.CSTNode, change: cst.CSTNode) -> None:
        code = self.module.code_for_node
        line = self.get_metadata(metadata.PositionProvider, node).start.line
        changed = self.module.deep_replace(node, change)
        # An operator or a True alone says little.
        parent = self.get_metadata(metadata.ParentNodeProvider, node)
        whole = len(code(node)) < 6
        shown = (parent, parent.deep_replace(node, change)) if whole else (node, change)
        before, after = (" ".join(code(part).split()) for part in shown)
        try:
            compile(changed.code, self.file, "exec")
        except SyntaxError:
            return
        if changed.code != self.module.code:
            self.mutants.append(Mutant(self.file, line, before, after, changed.code, self.function(node)))

    def function(self, node: cst.CSTNode) -> tuple[int, int] | None:
        """The lines of the body that the node is in, of the outermost function; its defaults are run at the import."""
        found = None
        while not isinstance(node, cst.Module):
            parent = self.get_metadata(metadata.ParentNodeProvider, node)
            if isinstance(parent, cst.FunctionDef | cst.Lambda) and node is parent.body:
                lines = self.get_metadata(metadata.PositionProvider, node)
                found = lines.start.line, lines.end.line
            node = parent
        return found


def is_case_alone(node: cst.CSTNode, change: cst.CSTNode) -> bool:
    texts = [text.value for text in (node, change) if isinstance(text, cst.SimpleString)]
    return len(texts) == 2 and texts[0].casefold() == texts[1].casefold()


def mutants(package: Path, file: str) -> list[Mutant]:
    wrapper = metadata.MetadataWrapper(cst.parse_module((package / file).read_text("utf-8")), unsafe_skip_copy=True)
    finder = Finder(file, wrapper.module)
    wrapper.visit(finder)
    return finder.mutants


class Equivalent:
    """The mutants that no test can tell from the source, each with the reason."""

    def __init__(self) -> None:
        entries = tomllib.loads((HERE / "equivalent.toml").read_text("utf-8"))["equivalent"]
        assert all(entry["reason"] for entry in entries)
        self.patterns = [re.compile(entry["mutant"]) for entry in entries]

    def has(self, mutant: Mutant) -> bool:
        without_line = f"{mutant.file}: {mutant.before} -> {mutant.after}"
        return any(pattern.search(without_line) for pattern in self.patterns)


def ordered(tests: Path) -> list[str]:
    files = sorted(path.name for path in tests.glob("test_*.py") if path.name not in NOT_RUN)
    named = [f"test_{name}.py" for name in TESTS]
    others = named.index("test_*.py")
    place = {name: index for index, name in enumerate(named)}
    return [str(tests / name) for name in sorted(files, key=lambda name: (place.get(name, others), name))]


def passes(package: Path, tests: list[str], seconds: float) -> bool:
    """Whether the tests pass within that time."""
    child = os.fork()
    if child == 0:
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os._exit(tested(package, tests))
    begin = time.monotonic()
    while time.monotonic() < begin + seconds:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise TimeoutError


def reached(package: Path, tests: list[str], files: list[str], folder: Path) -> Reached | None:
    """What the tests run of these files, without any change; none where they fail, which everybody may see."""
    written = folder / "reached.json"
    child = os.fork()
    if child == 0:
        noted = Reached([package / file for file in files])
        code = tested(package, tests, noted)
        noted.write(written)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return None if status else Reached.read(written)


def tested(package: Path, tests: list[str], *plugins: object) -> int:
    """Runs the tests in this process, which is to end with what is returned."""
    sys.path.insert(0, str(package.parent))
    import pytest

    try:
        return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests], plugins=[*plugins]))
    except BaseException:
        return 1


def chosen(arguments: argparse.Namespace) -> list[Mutant]:
    equivalent = Equivalent()
    names = arguments.files or sorted(path.name for path in arguments.package.glob("*.py"))
    part, parts = (int(number) for number in arguments.shard.split("/"))
    found = [mutant for name in names for mutant in mutants(arguments.package, name) if not equivalent.has(mutant)]
    return found[part - 1 :: parts]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--package", type=Path, required=True, help="the package, with its extension")
    parser.add_argument("--tests", type=Path, required=True)
    parser.add_argument("--shard", default="1/1", help="1/4 is the first of four parts")
    parser.add_argument("--alive", type=Path, help="the file that those that live are written to")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    arguments.package, arguments.tests = arguments.package.resolve(), arguments.tests.resolve()
    found = chosen(arguments)
    if arguments.list:
        print(*found, sep="\n")
        return 0
    # A fork of a program with threads may never end.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    for name in PRELOADED:
        importlib.import_module(name)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    tests = ordered(arguments.tests)
    alive: list[str] = []
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "dijia"
        shutil.copytree(arguments.package, package, ignore=shutil.ignore_patterns("__pycache__"))
        os.environ["PYTHONPATH"] = folder
        os.chdir(arguments.tests.parent)
        noted = reached(package, tests, sorted({mutant.file for mutant in found}), Path(folder))
        if noted is None:
            print("error: the tests fail without any change", file=sys.stderr)
            return 2
        taken = time.monotonic() - begin
        print(f"{len(found)} mutants; the tests pass without any in {taken:.1f} s", flush=True)
        for mutant in found:
            path = package / mutant.file
            source = path.read_text("utf-8")
            path.write_text(mutant.source, "utf-8")
            try:
                asked = tests if mutant.function is None else noted.tests(str(path), *mutant.function)
                if passes(package, asked, TIMES * taken):
                    alive.append(str(mutant))
                    print(mutant, flush=True)
            except TimeoutError:
                print(f"not done in time, and so no survivor: {mutant}", flush=True)
            path.write_text(source, "utf-8")
    print(f"{len(found)} mutants, {len(alive)} live, in {time.monotonic() - begin:.0f} s", flush=True)
    if arguments.alive:
        arguments.alive.write_text("".join(f"{mutant}\n" for mutant in alive), "utf-8")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
