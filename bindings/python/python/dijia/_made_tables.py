"""Tables of an edition in memory, as the files of a folder."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def files_of(tables: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the contents of the files that tables stand for, by their names."""
    return {name if "." in name else f"{name}.csv": _file(name, table) for name, table in tables.items()}


def _file(name: str, table: Any) -> bytes:
    if isinstance(table, bytes):
        return table
    if isinstance(table, str):
        return table.encode()
    if isinstance(table, Mapping):
        rows = [{"key": key, "value": value} for key, value in table.items() if value is not None]
    elif hasattr(table, "to_dicts"):
        # Polars.
        rows = table.to_dicts()
    elif hasattr(table, "to_pylist"):
        # pyarrow.
        rows = table.to_pylist()
    elif hasattr(table, "to_dict") and hasattr(table, "columns"):
        # pandas, whose columns may be numbers or numpy's.
        rows = table.astype(object).to_dict("records")
    else:
        rows = list(table)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    for number, row in enumerate(rows, 1):
        writer.writerow([_cell(f"{name}, row {number}, {heading}", row.get(heading)) for heading in headings])
    return text.getvalue().encode()


def _cell(where: str, value: Any) -> str:
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        raise TypeError(f"{where} is a float: give a text, an int or a decimal.Decimal")
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)
