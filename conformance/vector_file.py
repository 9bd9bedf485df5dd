"""Vector files: what their cells hold, and writing or checking them."""

from pathlib import Path

from chinese import chinese

HERE = Path(__file__).resolve().parent
NAMED_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class Refused(Exception):
    """Inputs without an honest result: the kind of the error, and its whole message."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind
        self.message = message


def escaped(cell):
    """The cell without what would end it, and without what cannot be seen."""

    def one(c):
        is_blank = c != " " and (c.isspace() or not c.isprintable())
        return NAMED_ESCAPES.get(c) or (f"\\u{ord(c):04x}" if is_blank else c)

    return "".join(map(one, cell))


def write(name, rows, check):
    """Writes the rows, each a list of cells, the first being the header; returns how many follow it."""
    lines = ["\t".join(escaped(cell) for cell in row) for row in rows]
    for row in rows[1:]:
        given = {c for column, cell in zip(rows[0], row) if not column.startswith("=") for c in cell}
        for column, cell in zip(rows[0], row):
            if column.endswith("_chinese"):
                # But for what is in a text of the caller's, a Chinese Windows can write it.
                "".join(c for c in cell if c not in given).encode("gbk")
    widths = {line.count("\t") for line in lines}
    assert len(widths) == 1, f"{name}: rows of {widths} cells"
    text = "".join(line + "\n" for line in lines)
    path = HERE / name
    if not check:
        path.write_text(text, encoding="utf-8", newline="")
    elif not path.exists() or path.read_bytes() != text.encode():
        raise SystemExit(f"{name} is not what this program writes")
    return len(lines) - 1


def table(inputs, results, cases):
    """Rows of named cells; what a case does not name is empty. The columns of results begin with `=`.

    Where a case can be refused, the last column says why in Chinese.
    """
    results = [*results, *(["error_chinese"] if "error" in results else [])]
    yield [*inputs, *("=" + column for column in results)]
    for case, result in cases:
        assert set(case) <= set(inputs) and set(result) <= set(results), (case, result)
        yield [case.get(column, "") for column in inputs] + [result.get(column, "") for column in results]


def refusal(kind, message):
    """What the results of a refused case are: those three, and nothing else."""
    return {"error_kind": kind, "error": message, "error_chinese": chinese(message)}
