"""The accessor ``.dijia`` of Dask's data frames, which prices one part after the other.

It is there as soon as a program has imported both this package and ``dask.dataframe``, in either order.
"""

from __future__ import annotations

from typing import Any

from dask.dataframe.extensions import register_dataframe_accessor

import dijia.pandas  # noqa: F401


@register_dataframe_accessor("dijia")  # type: ignore[no-untyped-call]
class DijiaAccessor:
    """Prices the rows of a data frame, as the accessor of pandas does, when it is computed.

    Warnings, statuses and editions are plain texts: categories would differ from part to part, and a Parquet file has
    one schema. Exact decimals are Arrow's, ``dtype="decimal[pyarrow]"``: Dask takes a column of objects for texts.
    """

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def price(self, **arguments: Any) -> Any:
        """Price every row: `dijia.appraise_batch` with the names of columns."""
        return self._map(_price, arguments)

    def zone_prices(self, **arguments: Any) -> Any:
        """Look up the published price of every row: `dijia.zone_prices` with the names of columns."""
        return self._map(_zone_prices, arguments)

    def _map(self, function: Any, arguments: dict[str, Any]) -> Any:
        if arguments.get("dtype") == "decimal":
            raise ValueError(
                'dtype is "decimal", and Dask takes columns of objects for texts: '
                '"float64" or "decimal[pyarrow]" is expected'
            )
        # What Dask would try the function with, "foo", is no zone: no rows have the types that rows will have.
        meta = function(self._frame._meta, arguments)
        return self._frame.map_partitions(function, arguments, meta=meta)


def _price(part: Any, arguments: dict[str, Any]) -> Any:
    return part.dijia.price(**arguments, categories=False)


def _zone_prices(part: Any, arguments: dict[str, Any]) -> Any:
    return part.dijia.zone_prices(**arguments, categories=False)
