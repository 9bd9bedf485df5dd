"""The namespace ``.dijia`` of Polars' data frames.

It is there as soon as a program has imported both this package and Polars, in either order.

>>> import polars as pl
>>> import dijia
>>> parcels = pl.DataFrame({"zone": ["Ⅲ-4", "Ⅱ-1"], "use": ["商服", "住宅"], "m2": [1000, 2000]})
>>> parcels.dijia.price(zone="zone", land_use="use", area="m2")["total_wan_yuan"].to_list()
[Decimal('913.80'), Decimal('2346.80')]
"""

from __future__ import annotations

from typing import Any

import polars as pl

from dijia._batch import appraise_batch, zone_prices
from dijia._frames import Named


@pl.api.register_dataframe_namespace("dijia")
class DijiaNamespace:
    """Prices the rows of a data frame; a str that is the name of a column means that column."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def price(self, **arguments: Any) -> pl.DataFrame:
        """Price every row: `dijia.appraise_batch` with the names of columns."""
        made: pl.DataFrame = appraise_batch(**self._named(arguments).arguments(arguments))
        return made

    def zone_prices(self, *, zone: Any, land_use: Any, **options: Any) -> Any:
        """Look up the published price of every row: `dijia.zone_prices` with the names of columns."""
        named = self._named(options)
        asked = (named.argument("zone", zone), named.argument("land_use", land_use))
        return zone_prices(*asked, **named.options(options))

    def _named(self, arguments: dict[str, Any]) -> Named:
        return Named(self._frame.columns, self._frame.get_column, arguments)
