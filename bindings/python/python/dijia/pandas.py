"""The accessor ``.dijia`` of pandas and GeoPandas data frames.

It is there as soon as a program has imported both this package and pandas, in either order.

>>> import pandas as pd
>>> import dijia
>>> parcels = pd.DataFrame({"zone": ["Ⅲ-4", "Ⅱ-1"], "use": ["商服", "住宅"], "m2": [1000, 2000]})
>>> parcels.dijia.price(zone="zone", land_use="use", area="m2")["total_wan_yuan"].tolist()
[913.8, 2346.8]
>>> parcels.dijia.zone_prices(zone="zone", land_use="use", dtype="decimal").tolist()
[Decimal('9138'), Decimal('11734')]
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dijia._batch import appraise_batch, zone_prices
from dijia._frames import Named
from dijia._geometry import ellipsoidal_areas, planar_areas


@pd.api.extensions.register_dataframe_accessor("dijia")
class DijiaAccessor:
    """Prices the rows of a data frame.

    Wherever a str is given that is the name of a column, that column is meant; a str that is neither a name nor a value
    is an error, which suggests the nearest name.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def price(self, *, area: Any = None, places: Any = None, **arguments: Any) -> pd.DataFrame:
        """Price every row: `dijia.appraise_batch` with the names of columns.

        ``area="geometry"`` takes the areas of the geometry in its projection, which must be in metres and keep areas
        within 0.2 % where the parcels are; others, such as geographic ones and Web Mercator, are refused.
        ``area="ellipsoid"`` computes the areas on the ellipsoid, whatever the projection. Both are rounded half up to 2
        places, or to those that `places` has for the area.

        The figures are of float64, which GeoPandas draws and writes to files; ``dtype="decimal"`` keeps every digit.
        """
        named = Named(self._frame.columns, self._frame.__getitem__, arguments)
        given = named.arguments(arguments)
        measure = self._measure(area)
        if measure is not None:
            given["area"] = measure(self._frame)
            if places is None or (isinstance(places, Mapping) and "area" not in places):
                places = {"area": 2, **(places or {})}
        elif area is not None:
            given["area"] = named.argument("area", area)
        made: pd.DataFrame = appraise_batch(**given, places=places)
        return made

    def zone_prices(self, *, zone: Any, land_use: Any, **options: Any) -> Any:
        """Look up the published price of every row: `dijia.zone_prices` with the names of columns."""
        named = Named(self._frame.columns, self._frame.__getitem__, options)
        asked = (named.argument("zone", zone), named.argument("land_use", land_use))
        return zone_prices(*asked, **named.options(options))

    def _measure(self, area: Any) -> Any:
        geometry = getattr(self._frame, "_geometry_column_name", None)
        if not isinstance(area, str) or (area in self._frame.columns and area != geometry):
            return None
        if area == "ellipsoid":
            return ellipsoidal_areas
        return planar_areas if area in {"geometry", geometry} else None
