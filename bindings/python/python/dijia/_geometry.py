"""Areas of geometries, in true square metres or not at all."""

from __future__ import annotations

from typing import Any

_TOLERANCE = 0.002
"""How much of an area a projection may add or take away: Gauss-Krüger zones of 3 degrees and UTM keep within 0.2 %."""
_HINT = "project it to an equal-area or a Gauss-Krüger one, such as gdf.to_crs(4548) for Jinan"


def planar_areas(frame: Any) -> Any:
    """Return the areas of a frame's geometries in its projection, if that is in metres and keeps areas."""
    geometry, crs = _geometry(frame)
    if crs.is_geographic:
        raise ValueError(
            f"the coordinate reference system of the geometry is geographic ({crs.name}), so that its areas are in "
            f'square degrees: {_HINT}, or ask for area="ellipsoid"'
        )
    units = sorted({axis.unit_name for axis in crs.axis_info[:2]})
    if units != ["metre"]:
        raise ValueError(f"the geometry is measured in {', '.join(units)}: {_HINT}")
    if crs.is_projected:
        _check_projection(geometry, crs)
    return geometry.area


def ellipsoidal_areas(frame: Any) -> Any:
    """Return the areas of a frame's geometries on the ellipsoid of its datum, whatever its projection."""
    import numpy as np
    import pandas as pd
    import shapely

    geometry, crs = _geometry(frame)
    if crs.geodetic_crs is None:
        raise ValueError(f"{crs.name} has no ellipsoid: {_HINT}")
    geod = crs.get_geod()
    degrees = geometry.to_crs(crs.geodetic_crs).to_numpy()
    areas = np.full(len(degrees), np.nan)
    there = ~shapely.is_missing(degrees)
    areas[there] = 0.0
    parts, rows = shapely.get_parts(degrees, return_index=True)
    for part, row in zip(parts, rows, strict=True):
        if part.geom_type == "Polygon" and not part.is_empty:
            # Rings may run either way: the sign of an area says which.
            outer, *holes = (abs(geod.geometry_area_perimeter(ring)[0]) for ring in (part.exterior, *part.interiors))
            areas[row] += outer - sum(holes)
    return pd.Series(areas, index=geometry.index)


def _geometry(frame: Any) -> tuple[Any, Any]:
    if getattr(frame, "_geometry_column_name", None) not in frame.columns:
        raise TypeError("areas of geometries are for data frames of GeoPandas with a geometry")
    geometry = frame.geometry
    if geometry.crs is None:
        raise ValueError(
            "the geometry has no coordinate reference system, so that its areas have no unit: set it, such as "
            "gdf.set_crs(4548) if that is what it is in"
        )
    crs = geometry.crs
    while crs.is_bound or (crs.is_compound and crs.sub_crs_list):
        crs = crs.source_crs if crs.is_bound else crs.sub_crs_list[0]
    return geometry, crs


def _check_projection(geometry: Any, crs: Any) -> None:
    """Refuse a projection in which the areas of these geometries are not those on the ground."""
    import numpy as np

    method = crs.coordinate_operation.method_name if crs.coordinate_operation else ""
    if "Mercator" in method and not any(word in method for word in ("Transverse", "Oblique")):
        raise ValueError(
            f"the areas of {_called(crs)} are not those on the ground, since it is a projection of Mercator's: "
            f'{_HINT}, or ask for area="ellipsoid"'
        )
    bounds = geometry.bounds.dropna()
    if bounds.empty:
        return
    scale = _scale(crs, (bounds.minx + bounds.maxx).to_numpy() / 2, (bounds.miny + bounds.maxy).to_numpy() / 2)
    # What cannot be computed is worse than any number.
    worst = np.abs(scale - 1).argmax()
    if not abs(scale[worst] - 1) <= _TOLERANCE:
        row = geometry.bounds.notna().all(axis=1).to_numpy().nonzero()[0][worst]
        if not np.isfinite(scale[worst]):
            raise ValueError(f"the geometry of row {row} lies outside of {_called(crs)}: it is in another one")
        raise ValueError(
            f"the areas of {_called(crs)} are not those on the ground: at row {row} they are {scale[worst]:.4f} times "
            f'as large; {_HINT}, or ask for area="ellipsoid"'
        )


def _called(crs: Any) -> str:
    authority = crs.to_authority()
    return crs.name if authority is None else f"{crs.name} ({':'.join(authority)})"


def _scale(crs: Any, x: Any, y: Any) -> Any:
    """Return by how much the projection enlarges areas at points: what a square of 10 m is on the ellipsoid."""
    import numpy as np
    from pyproj import Transformer

    side = 10.0
    geod = crs.get_geod()
    to_degrees = Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)

    def radians(x: Any, y: Any) -> Any:
        # Infinite is what lies outside of the projection.
        return (np.radians(np.where(np.isfinite(part), part, np.nan)) for part in to_degrees.transform(x, y))

    longitude, latitude = radians(x, y)
    # The radii of curvature along the meridian and across it.
    bent = 1 - geod.es * np.sin(latitude) ** 2
    along, across = geod.a * (1 - geod.es) / bent**1.5, geod.a / bent**0.5 * np.cos(latitude)

    def moved(dx: float, dy: float) -> tuple[Any, Any]:
        east, north = radians(x + dx, y + dy)
        return (east - longitude) * across, (north - latitude) * along

    (east, north), (other_east, other_north) = moved(side, 0), moved(0, side)
    return side**2 / abs(east * other_north - north * other_east)
