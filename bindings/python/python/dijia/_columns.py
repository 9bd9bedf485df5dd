"""Columns of every kind that people have: what comes in as one kind goes out as the same.

Nothing is imported for this but what the program has imported itself: a column is of pandas only if pandas is there.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal

from dijia import _dijia

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dijia._dijia import ArrowArray

Dtype = Literal["decimal", "float64"]

_KINDS = {"status", "warnings"}
"""Columns of a few words that come back again and again."""


class Lists:
    """Python lists: `decimal.Decimal` and str, None where there is nothing."""

    def column(self, _name: str, array: ArrowArray, dtype: Dtype) -> Any:
        """Make a column of this kind."""
        if dtype == "float64" and _is_decimal(array):
            return memoryview(_dijia.to_floats(array)).cast("d").tolist()
        return _dijia.to_list(array)

    def table(self, columns: Iterable[tuple[str, ArrowArray]], dtype: Dtype) -> Any:
        """Make a table of columns of this kind."""
        return {name: self.column(name, array, dtype) for name, array in columns}


class Arrow(Lists):
    """What speaks the Arrow PyCapsule interface and is of no library known here."""

    def column(self, _name: str, array: ArrowArray, dtype: Dtype) -> Any:
        """Make a column of this kind."""
        _refuse_floats(dtype, "Arrow")
        return array


class PyArrow(Lists):
    """pyarrow's arrays and chunked arrays."""

    def __init__(self, is_chunked: bool) -> None:
        self.is_chunked = is_chunked

    def column(self, _name: str, array: ArrowArray, dtype: Dtype) -> Any:
        """Make a column of this kind."""
        import pyarrow as pa

        _refuse_floats(dtype, "Arrow")
        made = pa.array(array)
        return pa.chunked_array([made]) if self.is_chunked else made

    def table(self, columns: Iterable[tuple[str, ArrowArray]], dtype: Dtype) -> Any:
        """Make a table of columns of this kind."""
        import pyarrow as pa

        _refuse_floats(dtype, "Arrow")
        return pa.table({name: pa.array(array) for name, array in columns})


class Polars(Lists):
    """Polars' series."""

    def column(self, name: str, array: ArrowArray, dtype: Dtype) -> Any:
        """Make a column of this kind."""
        import polars as pl

        _refuse_floats(dtype, "Polars")
        return pl.Series(array).alias(name)

    def table(self, columns: Iterable[tuple[str, ArrowArray]], dtype: Dtype) -> Any:
        """Make a table of columns of this kind."""
        import polars as pl

        return pl.DataFrame([self.column(name, array, dtype) for name, array in columns])


class NumPy(Lists):
    """NumPy's arrays: of objects, or of doubles where asked for."""

    def column(self, name: str, array: ArrowArray, dtype: Dtype) -> Any:
        """Make a column of this kind."""
        import numpy as np

        if dtype == "float64" and _is_decimal(array):
            return np.frombuffer(_dijia.to_floats(array), dtype=np.float64)
        made: Any = np.empty(len(array), dtype=object)
        made[:] = _dijia.to_list(array)
        return made


class Pandas(NumPy):
    """pandas' series, with their index; Arrow's decimals where the column was Arrow's."""

    def __init__(self, index: Any, is_arrow: bool) -> None:
        self.index = index
        self.is_arrow = is_arrow

    def column(self, name: str, array: ArrowArray, dtype: Dtype) -> Any:
        """Make a column of this kind."""
        import pandas as pd

        values: Any
        if not _is_decimal(array):
            values = pd.Categorical(_dijia.to_list(array)) if name in _KINDS else _dijia.to_list(array)
        elif dtype != "float64" and self.is_arrow:
            import pyarrow as pa

            values = pd.array(pa.array(array), dtype=pd.ArrowDtype(pa.array(array).type))
        else:
            values = super().column(name, array, dtype)
        return pd.Series(values, index=self.index, name=name, copy=False)

    def table(self, columns: Iterable[tuple[str, ArrowArray]], dtype: Dtype) -> Any:
        """Make a table of columns of this kind."""
        import pandas as pd

        return pd.DataFrame({name: self.column(name, array, dtype) for name, array in columns}, index=self.index)


def _is_decimal(array: ArrowArray) -> bool:
    return "Decimal" in repr(array)


def _refuse_floats(dtype: Dtype, library: str) -> None:
    if dtype == "float64":
        raise ValueError(f"{library} has decimals: dtype='float64' is for lists, NumPy and pandas")


class Kinds:
    """The kind of a batch: that of its first column."""

    def __init__(self) -> None:
        self.kind: Lists | None = None

    def take(self, name: str, value: Any) -> Any:
        """Bring an argument to a form that the extension reads; whatever is no column is left as it is."""
        made, kind = _bring(name, value)
        if kind is None:
            return made
        if self.kind is None:
            self.kind = kind
        elif (
            isinstance(kind, Pandas)
            and isinstance(self.kind, Pandas)
            and kind.index is not self.kind.index
            and not kind.index.equals(self.kind.index)
        ):
            raise ValueError(f"the index of {name} is not that of the other columns: align them first")
        elif isinstance(kind, Pandas) and type(self.kind) is Lists:
            self.kind = kind
        return made

    @property
    def found(self) -> Lists:
        """The kind; an error where no argument is a column."""
        if self.kind is None:
            raise TypeError(
                "at least one argument is to be a column: a list, or an array of NumPy, pandas, Polars, Arrow"
            )
        return self.kind


def _bring(name: str, value: Any) -> tuple[Any, Lists | None]:
    if isinstance(value, (list, tuple)):
        return list(value), Lists()
    library = type(value).__module__.partition(".")[0]
    if library in {"pandas", "geopandas"}:
        pd = sys.modules["pandas"]
        if isinstance(value, pd.Series):
            return _bring_pandas(value)
        if isinstance(value, pd.Index):
            return _bring_pandas(value.to_series())
        return value, None
    if library == "numpy":
        np = sys.modules["numpy"]
        if isinstance(value, np.ndarray) and value.ndim:
            if value.ndim != 1:
                raise ValueError(f"{name} has {value.ndim} dimensions, and must have one")
            return _numpy_to_list(name, value), NumPy()
        return value, None
    if library == "polars" and hasattr(value, "__arrow_c_stream__"):
        return value, Polars()
    if library == "pyarrow" and hasattr(value, "__arrow_c_stream__"):
        return value, PyArrow(is_chunked=True)
    if library == "pyarrow" and hasattr(value, "__arrow_c_array__"):
        return value, PyArrow(is_chunked=False)
    if hasattr(value, "__arrow_c_array__") or hasattr(value, "__arrow_c_stream__"):
        return value, Arrow()
    return value, None


def _bring_pandas(series: Any) -> tuple[Any, Lists]:
    array = series.array
    if hasattr(array, "__arrow_array__") and "pyarrow" in sys.modules and _is_arrow(array):
        # Strings that are Arrow's inside are no sign that the program wants Arrow's decimals.
        is_arrow = type(array).__name__ == "ArrowExtensionArray"
        return array.__arrow_array__(), Pandas(series.index, is_arrow=is_arrow)
    kind = Pandas(series.index, is_arrow=False)
    if str(series.dtype) == "category" and "pyarrow" in sys.modules:
        return sys.modules["pyarrow"].array(array), kind
    return series.astype(object).tolist(), kind


def _is_arrow(array: Any) -> bool:
    return type(array).__name__ in {"ArrowExtensionArray", "ArrowStringArray", "ArrowStringArrayNumpySemantics"}


def _numpy_to_list(name: str, array: Any) -> list[Any]:
    if array.dtype.kind == "M":
        days = array.astype("datetime64[D]")
        if not ((days == array) | (array != array)).all():
            raise TypeError(f"{name} has times of a day in it: dates are expected")
        array = days
    made: list[Any] = array.tolist()
    return made
