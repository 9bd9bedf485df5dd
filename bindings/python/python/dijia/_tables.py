"""Editions as tables to join with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from dijia._baked import JINAN_2020
from dijia._headings import heading, is_chinese
from dijia._kinds import Dtype, Pandas

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from dijia._edition import Edition
    from dijia._headings import AnyLanguage

_PRICES = {"per_square_metre", "wan_yuan_per_mu", "per_floor_area"}


def _named(word: Any, language: AnyLanguage) -> str:
    return word.chinese if is_chinese(language) and hasattr(word, "chinese") else str(word)


def _columns(edition: Edition, table: Literal["zones", "grades"], language: AnyLanguage) -> dict[str, list[Any]]:
    if table == "zones":
        zones = edition.zone_prices
        return {
            "land_use": [_named(price.land_use, language) for price in zones],
            "zone": [str(price.code) for price in zones],
            "grade": [None if price.grade is None else str(price.grade) for price in zones],
            "per_square_metre": [price.per_square_metre for price in zones],
            "wan_yuan_per_mu": [price.wan_yuan_per_mu for price in zones],
            "per_floor_area": [price.per_floor_area for price in zones],
            "citation": [str(price.citation) for price in zones],
        }
    if table == "grades":
        grades = edition.grade_prices
        return {
            "land_use": [_named(price.land_use, language) for price in grades],
            "grade": [str(price.grade) for price in grades],
            "per_square_metre": [price.per_square_metre for price in grades],
            "zone_count": [price.zone_count for price in grades],
            "citation": [str(price.citation) for price in grades],
        }
    raise ValueError(f'table is {table!r}: "zones" or "grades" is expected')


def to_arrow(
    table: Literal["zones", "grades"] = "zones",
    edition: Edition = JINAN_2020,
    *,
    language: AnyLanguage = "en",
) -> pa.Table:
    """Return the zone prices or the grade prices of an edition as a pyarrow Table, decimals as decimal128.

    With ``language="zh"`` the columns and the land uses are named in Chinese.
    """
    import pyarrow as pa

    made = {}
    for name, values in _columns(edition, table, language).items():
        made[heading(name, language)] = pa.array(values, pa.decimal128(38, 0)) if name in _PRICES else pa.array(values)
    return pa.table(made)


def to_pandas(
    table: Literal["zones", "grades"] = "zones",
    edition: Edition = JINAN_2020,
    *,
    dtype: Dtype | None = None,
    language: AnyLanguage = "en",
) -> pd.DataFrame:
    """Return the zone prices or the grade prices of an edition as a pandas DataFrame.

    The prices are of the types that `zone_prices` has for pandas: "float64", "decimal" or "decimal[pyarrow]".
    With ``language="zh"`` the columns and the land uses are named in Chinese.
    """
    import pandas as pd

    chosen = Pandas(None).chosen(dtype)
    made: dict[str, Any] = dict(_columns(edition, table, language))
    for name in _PRICES & made.keys():
        if chosen == "float64":
            made[name] = pd.Series(made[name], dtype=float)
        elif chosen == "decimal[pyarrow]":
            import pyarrow as pa

            made[name] = pd.Series(made[name], dtype=pd.ArrowDtype(pa.decimal128(38, 0)))
    frame: pd.DataFrame = pd.DataFrame(made).rename(columns=lambda name: heading(name, language))
    return frame
