"""Columns that come in, of every kind that people have.

Nothing is imported for this but what the program has imported itself: a column is of pandas only if pandas is there.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from dijia._errors import DijiaError
from dijia._kinds import Arrow, Lists, NumPy, Pandas, Polars, PyArrow
from dijia._places import Places
from dijia._plain import plain, with_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Columns:
    """The columns of a batch: of the kind of the first of them, those of pandas with one index."""

    def __init__(self, places: int | Mapping[str, int] | None = None) -> None:
        self._kind: Lists | None = None
        self._indexed: tuple[str, Any] | None = None
        self._places = Places(places)
        self.rows: int | None = None
        """How many rows the first column has; None where it does not say."""

    def take(self, name: str, value: Any) -> Any:
        """Bring an argument to a form that the extension reads; whatever is no column is one value for all rows."""
        made, kind = _bring(name, value)
        made = self._places.rounded(name, made)
        if kind is None:
            return plain(made)
        if self.rows is None and hasattr(value, "__len__"):
            self.rows = len(value)
        if isinstance(kind, Pandas):
            self._align(name, kind.index)
        if self._kind is None or (type(self._kind) is Lists and isinstance(kind, Pandas)):
            self._kind = kind
        return made

    def _align(self, name: str, index: Any) -> None:
        if self._indexed is None:
            self._indexed = (name, index)
            return
        first, known = self._indexed
        if index is not known and not index.equals(known):
            raise ValueError(f"the index of {name} is not that of {first}: align them first")

    @property
    def kind(self) -> Lists:
        """The kind that goes out; an error where no argument is a column."""
        self._places.check()
        if self._kind is None:
            raise TypeError(
                "at least one argument is to be a column: a list, or an array of NumPy, pandas, Polars, Arrow"
            )
        return self._kind

    @contextmanager
    def named_rows(self) -> Iterator[None]:
        """Name the row of an error by its label too, where columns are of pandas."""
        try:
            yield
        except DijiaError as error:
            if error.row is not None and self._indexed is not None:
                (label,) = self._indexed[1][error.row : error.row + 1].tolist()
                error._name_row(label)
            raise


def _bring(name: str, value: Any) -> tuple[Any, Lists | None]:
    if isinstance(value, str):
        return value, None
    if isinstance(value, (list, tuple)):
        return _objects(list(value)), Lists()
    for library, bring in (("pandas", _bring_pandas), ("numpy", _bring_numpy), ("polars", _bring_polars)):
        if library in sys.modules:
            brought = bring(sys.modules[library], name, value)
            if brought is not None:
                return brought
    if hasattr(value, "map_partitions"):
        raise TypeError(f"{name} is not in memory: price its parts by map_partitions, or by its accessor .dijia")
    library = type(value).__module__.partition(".")[0]
    if library == "pyarrow":
        if hasattr(value, "column_names"):
            raise _table(name, value)
        if hasattr(value, "__arrow_c_stream__"):
            return value, PyArrow(is_chunked=True)
        if hasattr(value, "__arrow_c_array__"):
            return value, PyArrow(is_chunked=False)
    if hasattr(value, "__arrow_c_array__") or hasattr(value, "__arrow_c_stream__"):
        return value, Arrow()
    return value, None


def _table(name: str, value: Any) -> TypeError:
    return TypeError(f"{name} is {with_article(type(value))}: pass one of its columns")


def _bring_pandas(pd: Any, name: str, value: Any) -> tuple[Any, Lists] | None:
    if isinstance(value, pd.DataFrame):
        raise _table(name, value)
    if isinstance(value, pd.api.extensions.ExtensionArray):
        # Without an index, so that rows are told by their places.
        return _from_series(pd.Series(value)), NumPy()
    if isinstance(value, pd.Index):
        value = value.to_series()
    return (_from_series(value), Pandas(value.index)) if isinstance(value, pd.Series) else None


def _from_series(series: Any) -> Any:
    array = series.array
    if "pyarrow" in sys.modules:
        if hasattr(array, "__arrow_array__") and type(array).__name__.startswith("Arrow"):
            return array.__arrow_array__()
        if str(series.dtype) == "category":
            return sys.modules["pyarrow"].array(array)
    return _objects(series.astype(object).tolist())


def _bring_numpy(np: Any, name: str, value: Any) -> tuple[Any, Lists] | None:
    if not isinstance(value, np.ndarray) or not value.ndim:
        return None
    if value.ndim != 1:
        raise ValueError(f"{name} has {value.ndim} dimensions, and must have one")
    if value.dtype.kind == "M":
        return _dates(np, value), NumPy()
    return _objects(value.tolist()), NumPy()


def _dates(np: Any, value: Any) -> list[Any]:
    days = value.astype("datetime64[D]")
    made: list[Any] = days.tolist()
    # A time of a day may be of nanoseconds, which no datetime has: any time says that it is one.
    for row in np.flatnonzero((days != value) & (value == value)):
        made[row] = datetime.combine(made[row], time.max)
    return made


def _bring_polars(pl: Any, name: str, value: Any) -> tuple[Any, Lists] | None:
    if isinstance(value, pl.DataFrame):
        raise _table(name, value)
    if isinstance(value, (pl.LazyFrame, pl.Expr)):
        raise TypeError(f"{name} is not in memory: price its parts by map_batches")
    if not isinstance(value, pl.Series):
        return None
    # A column of nothing has no form that every reader of Arrow takes.
    return ([None] * len(value) if value.dtype == pl.Null else value), Polars()


def _objects(values: list[Any]) -> list[Any]:
    """Bring the values of Qt in a list to what they stand for."""
    is_of_qt = any(hasattr(kind, "isNull") for kind in set(map(type, values)))
    return [plain(value) for value in values] if is_of_qt else values
