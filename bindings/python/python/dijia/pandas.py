"""The accessor ``.dijia`` of pandas and GeoPandas data frames; importing this module registers it.

>>> import pandas as pd
>>> import dijia.pandas
>>> parcels = pd.DataFrame({"zone": ["Ⅲ-4", "Ⅱ-1"], "use": ["商服", "住宅"], "m2": [1000, 2000]})
>>> parcels.dijia.price(zone="zone", land_use="use", area="m2")["total_wan_yuan"].tolist()
[Decimal('913.80'), Decimal('2346.80')]
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dijia._batch import appraise_batch, decimals, zone_prices

_ONE_FOR_ALL = {"basis", "plot_ratio_table", "date_index", "unit_costs", "policy", "edition"}
_OPTIONS = {"columns", "errors", "dtype", "progress"}


@pd.api.extensions.register_dataframe_accessor("dijia")
class DijiaAccessor:
    """Prices the rows of a data frame.

    Wherever a str is given that is the name of a column, that column is meant.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def price(self, *, area: Any = None, area_places: int = 2, **arguments: Any) -> pd.DataFrame:
        """Price every row: `dijia.appraise_batch` with the names of columns.

        ``area="geometry"`` takes the areas of a projected geometry, rounded half up to `area_places`; a geographic
        coordinate reference system is refused, since its areas are no square metres.
        """
        given = {name: self._argument(name, value) for name, value in arguments.items()}
        geometry = getattr(self._frame, "_geometry_column_name", None)
        if isinstance(area, str) and (area == "geometry" or area == geometry):
            given["area"] = self._areas(area_places)
        elif area is not None:
            given["area"] = self._argument("area", area)
        made: pd.DataFrame = appraise_batch(**given)
        return made

    def zone_prices(self, *, zone: Any, land_use: Any, **options: Any) -> Any:
        """Look up the published price of every row: `dijia.zone_prices` with the names of columns."""
        return zone_prices(self._argument("zone", zone), self._argument("land_use", land_use), **options)

    def _argument(self, name: str, value: Any) -> Any:
        if name in _ONE_FOR_ALL or name in _OPTIONS:
            return value
        if isinstance(value, Mapping):
            return {key: self._argument(key, item) for key, item in value.items()}
        return self._frame[value] if isinstance(value, str) and value in self._frame.columns else value

    def _areas(self, places: int) -> Any:
        frame: Any = self._frame
        crs = getattr(frame, "crs", None)
        if not hasattr(frame, "geometry"):
            raise TypeError('area="geometry" is for data frames of GeoPandas')
        if crs is None:
            raise ValueError("the geometry has no coordinate reference system, so that its areas have no unit: set it")
        if crs.is_geographic:
            raise ValueError(
                f"the coordinate reference system of the geometry is geographic ({crs.name}), so that its areas are in "
                "square degrees: project it first, such as gdf.to_crs(4548) for Jinan"
            )
        units = {axis.unit_name for axis in crs.axis_info}
        if units != {"metre"}:
            raise ValueError(f"the geometry is measured in {', '.join(sorted(units))}: project it to metres first")
        return decimals(frame.geometry.area, places)
