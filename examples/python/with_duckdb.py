"""Prices the rows of a DuckDB table: the edition as a table to join with, and appraisals of a query's result.

python with_duckdb.py
"""

import duckdb

import dijia


def main() -> None:
    database = duckdb.connect()
    database.execute(
        """
        CREATE TABLE parcels AS SELECT * FROM (VALUES
            ('A', 'commercial', 'Ⅲ-4', 33.57, 1000.00::DECIMAL(18, 2)),
            ('B', 'residential', 'Ⅱ-1', 65.50, 20000.10),
            ('C', 'industrial', 'Ⅰ-1', 40.00, 5300.00)
        ) AS parcels(parcel, land_use, zone, years_left, square_metres)
        """
    )

    # The published prices as a table: spellings must be canonical for a join.
    edition = dijia.to_arrow()
    database.register("edition", edition)
    for row in database.sql(
        "SELECT parcel, per_square_metre, citation FROM parcels JOIN edition USING (land_use, zone) ORDER BY parcel"
    ).fetchall():
        print(*row)

    # Appraisals: the query's result goes in as Arrow, the priced table comes back as Arrow and is queried again.
    parcels = database.sql("FROM parcels ORDER BY parcel").to_arrow_table()
    priced = dijia.appraise_batch(
        parcels["land_use"], parcels["zone"], remaining_term=parcels["years_left"], area=parcels["square_metres"]
    )
    priced = priced.append_column("parcel", parcels["parcel"])
    database.register("priced", priced)
    for row in database.sql("SELECT parcel, unit_price, total_yuan, deviation FROM priced ORDER BY parcel").fetchall():
        print(*row)
    ((total,),) = database.sql("SELECT sum(total_yuan) FROM priced").fetchall()
    print(total, "元")


if __name__ == "__main__":
    main()
