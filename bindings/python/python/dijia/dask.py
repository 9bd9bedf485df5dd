"""The accessor ``.dijia`` of Dask's data frames, which prices one part after the other.

It is there as soon as a program has imported both this package and ``dask.dataframe``, in either order.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from dask.dataframe.extensions import register_dataframe_accessor

import dijia.pandas  # noqa: F401


@register_dataframe_accessor("dijia")  # type: ignore[no-untyped-call]
class DijiaAccessor:
    """Prices the rows of a data frame, as the accessor of pandas does, when it is computed."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def price(self, **arguments: Any) -> Any:
        """Price every row: `dijia.appraise_batch` with the names of columns."""
        return self._map(_price, arguments)

    def zone_prices(self, **arguments: Any) -> Any:
        """Look up the published price of every row: `dijia.zone_prices` with the names of columns."""
        return self._map(_zone_prices, arguments)

    def _map(self, function: Any, arguments: dict[str, Any]) -> Any:
        # What Dask would try the function with, "foo", is no zone: no rows have the types that rows will have.
        meta = function(self._frame._meta, arguments)
        return self._frame.map_partitions(function, arguments, meta=meta)


def _price(part: Any, arguments: dict[str, Any]) -> Any:
    return _of_one_schema(part.dijia.price(**arguments))


def _zone_prices(part: Any, arguments: dict[str, Any]) -> Any:
    return _of_one_schema(part.dijia.zone_prices(**arguments))


def _of_one_schema(made: Any) -> Any:
    """Make texts of categories, which differ from part to part: a Parquet file has one schema."""
    if not isinstance(made, pd.DataFrame):
        return made
    text = pd.Series([""]).dtype
    return made.astype({name: text for name, of in made.dtypes.items() if isinstance(of, pd.CategoricalDtype)})
