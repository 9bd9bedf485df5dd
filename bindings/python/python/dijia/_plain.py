"""Values as the extension reads them, with nothing in them that a program may change afterwards."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from typing import Any


def plain(value: Any) -> Any:
    """Return what a value of Qt or of another library stands for.

    NULL of QGIS is None, a QDate is a date, and a whole number of NumPy is an int. Nothing is imported for it.
    """
    kind = type(value)
    if hasattr(kind, "isNull"):
        if value.isNull():
            return None
        for name in ("toPyDate", "toPyDateTime", "toPython", "value"):
            if hasattr(kind, name):
                return getattr(value, name)()
        return value
    if hasattr(kind, "__index__") and not isinstance(value, int):
        try:
            return operator.index(value)
        except TypeError:
            return value
    return value


def pairs(rows: Any) -> Any:
    """Return the pairs of a mapping, or of what has pairs in it; what is neither is left to the extension to refuse."""
    if not isinstance(rows, Iterable) or isinstance(rows, str):
        return rows
    items = rows.items() if isinstance(rows, Mapping) else rows
    return tuple(
        tuple(plain(value) for value in item) if isinstance(item, Iterable) and not isinstance(item, str) else item
        for item in items
    )


def with_article(kind: type) -> str:
    """Return the name of a type with its article: an int, a float."""
    name = kind.__name__
    return f"{'an' if name[0] in 'aeioAEIO' else 'a'} {name}"
