"""Prices a table of parcels in Polars: decimals stay decimals, and what has no honest answer is set aside.

python with_polars.py
"""

from decimal import Decimal

import polars as pl

import dijia

PARCELS = pl.DataFrame(
    {
        "parcel": ["A", "B", "C", "D", "E"],
        "zone": ["Ⅲ-4", "iii－4", "Ⅱ1", "Ⅲ-99", None],
        "use": ["商服用地", "商业", "住宅", "商服", "工业"],
        "years_left": ["33.57", "20", "65.5", "30", "40"],
        "square_metres": [Decimal("1000.00"), Decimal("52.35"), Decimal("20000.10"), Decimal("10.00"), Decimal("3.00")],
    },
    schema_overrides={"zone": pl.Categorical, "square_metres": pl.Decimal(18, 2)},
)


def main() -> None:
    prices = dijia.appraise_batch(
        PARCELS["use"],
        PARCELS["zone"],
        remaining_term=PARCELS["years_left"],
        area=PARCELS["square_metres"],
        columns=["unit_price", "total_yuan"],
        errors="coerce",
    )
    priced = pl.concat([PARCELS, prices], how="horizontal")
    with pl.Config(tbl_cols=-1, tbl_width_chars=140, tbl_hide_dataframe_shape=True):
        print(priced.filter(pl.col("status").cast(pl.String) == "ok").drop("status"))
        print(priced.filter(pl.col("status").cast(pl.String) != "ok").select("parcel", "zone", "status"))
    print(priced.group_by("use", maintain_order=True).agg(pl.col("total_yuan").sum()).rows())


if __name__ == "__main__":
    main()
