"""Columns that go out, of the kind that came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from dijia import _dijia
from dijia._headings import heading, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dijia._dijia import ArrowArray
    from dijia._headings import AnyLanguage

Dtype = Literal["decimal", "decimal[pyarrow]", "float64"]


class Lists:
    """Python lists: `decimal.Decimal` and str, None where there is nothing."""

    dtypes: ClassVar[tuple[str, ...]] = ("decimal", "float64")
    """The types that decimals may have; the first where nothing is asked for."""

    def chosen(self, dtype: Dtype | None) -> str:
        """Return the type that decimals are to have."""
        if dtype is None:
            return self.dtypes[0]
        if dtype not in self.dtypes:
            *others, last = (f'"{known}"' for known in self.dtypes)
            raise ValueError(f"dtype is {dtype!r}: {', '.join(others)} or {last} is expected")
        return dtype

    def column(self, name: str, array: ArrowArray, dtype: str, head: str) -> Any:
        """Make a column of this kind."""
        if dtype == "float64" and _is_decimal(array):
            return memoryview(_dijia.to_floats(array)).cast("d").tolist()
        return _dijia.to_list(array)

    def table(
        self,
        columns: Iterable[tuple[str, ArrowArray]],
        dtype: str,
        language: AnyLanguage | None,
        categories: bool,
    ) -> Any:
        """Make a table of columns of this kind, with headings and words in that language."""
        made = {}
        for name, array in said(columns, language):
            head = heading(name, language)
            made[head] = self.column(name, array if categories else _dijia.written_out(array), dtype, head)
        return self._table(made)

    def _table(self, columns: dict[str, Any]) -> Any:
        return columns


class Arrow(Lists):
    """What speaks the Arrow PyCapsule interface and is of no library known here."""

    def column(self, name: str, array: ArrowArray, dtype: str, head: str) -> Any:
        """Make a column of this kind."""
        return _dijia.float_array(array) if dtype == "float64" and _is_decimal(array) else array


class PyArrow(Arrow):
    """pyarrow's arrays and chunked arrays."""

    def __init__(self, is_chunked: bool) -> None:
        self.is_chunked = is_chunked

    def column(self, name: str, array: ArrowArray, dtype: str, head: str) -> Any:
        """Make a column of this kind."""
        import pyarrow as pa

        made = pa.array(super().column(name, array, dtype, head))
        return pa.chunked_array([made]) if self.is_chunked else made

    def _table(self, columns: dict[str, Any]) -> Any:
        import pyarrow as pa

        return pa.table(columns)


class Polars(Arrow):
    """Polars' series."""

    def column(self, name: str, array: ArrowArray, dtype: str, head: str) -> Any:
        """Make a column of this kind."""
        import polars as pl

        return pl.Series(super().column(name, array, dtype, head)).alias(head)

    def _table(self, columns: dict[str, Any]) -> Any:
        import polars as pl

        return pl.DataFrame(list(columns.values()))


class NumPy(Lists):
    """NumPy's arrays: of objects, or of doubles where asked for."""

    def column(self, name: str, array: ArrowArray, dtype: str, head: str) -> Any:
        """Make a column of this kind."""
        import numpy as np

        if dtype == "float64" and _is_decimal(array):
            return np.frombuffer(_dijia.to_floats(array), dtype=np.float64)
        made: Any = np.empty(len(array), dtype=object)
        made[:] = _dijia.to_list(array)
        return made


class Pandas(NumPy):
    """pandas' series, with their index: of doubles, which all that is built on pandas computes, draws and writes."""

    dtypes: ClassVar[tuple[str, ...]] = ("float64", "decimal", "decimal[pyarrow]")

    def __init__(self, index: Any) -> None:
        self.index = index

    def column(self, name: str, array: ArrowArray, dtype: str, head: str) -> Any:
        """Make a column of this kind."""
        import pandas as pd

        values: Any
        if not _is_decimal(array):
            words = _dijia.to_list(array)
            # Texts are of the type that pandas has for them, also where there are none: parts have one schema.
            text = pd.Series([""]).dtype
            if "Dictionary" in repr(array):
                categories = pd.Index(sorted({word for word in words if word is not None}), dtype=text)
                values = pd.Categorical(words, categories=categories)
            else:
                values = pd.Series(words, dtype=text).array
        elif dtype == "decimal[pyarrow]":
            import pyarrow as pa

            arrow = pa.array(array)
            values = pd.array(arrow, dtype=pd.ArrowDtype(arrow.type))
        else:
            values = super().column(name, array, dtype, head)
        return pd.Series(values, index=self.index, name=head, copy=False)

    def _table(self, columns: dict[str, Any]) -> Any:
        import pandas as pd

        return pd.DataFrame(columns, index=self.index)


def _is_decimal(array: ArrowArray) -> bool:
    return "Decimal" in repr(array)
