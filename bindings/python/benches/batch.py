"""Millions of rows, ours beside the usual ways of doing it, in one process.

    cargo xtask bench python [--rows 5000000] [--rounds 5]

Every way reads the same columns and gives a column of prices. Ours is exact, reads every spelling, and uses one thread;
so do the others where they can be told to. All ways take turns, round after round, so that a noisy moment meets them
alike: times are medians, in nanoseconds a row, and ratios are medians of the ratios within a round.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from statistics import median

for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "ARROW_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

import dijia

pa.set_cpu_count(1)
SPELLINGS = ["{}-{}", "{}－{}", "{}{}", "{}—{}", "{}级-{}", " {}-{}"]


def seconds(work) -> float:
    begin = time.perf_counter()
    result = work()
    took = time.perf_counter() - begin
    del result
    return took


def compare(title: str, ways: dict, rows: int, rounds: int, *, slow: dict | None = None, first: str = "ours") -> None:
    """Time all ways in turns and print them beside the first; the slow ones, of rows of their own, take one turn."""
    slow = slow or {}
    taken = {name: [] for name in [*ways, *slow]}
    for turn in range(rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work) / rows * 1e9)
        for name, (own_rows, work) in slow.items() if turn == 0 else ():
            taken[name] = [seconds(work) / own_rows * 1e9] * rounds
    ours = next(iter(ways))
    print(f"\n{title}")
    for name, times in taken.items():
        ratios = [other / own for other, own in zip(times, taken[ours], strict=True)]
        ratio = "" if name == ours else f"   {median(ratios):8.2f} × {first} ({min(ratios):.2f} to {max(ratios):.2f})"
        print(f"  {name:<36} {median(times):10.1f} ns/row{ratio}", flush=True)


def dictionary(indices, words: list[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(indices, pa.int32()), pa.array(words))


def lookups(title: str, indices, words: list[str], prices: list[int], rows: int, rounds: int) -> None:
    """Look up a column of spellings; the others need every spelling in their table, which is made for them."""
    encoded = dictionary(indices, words)
    plain = encoded.cast(pa.string())
    series, categorical = pl.Series("zone", plain), pl.Series("zone", encoded)
    table = pl.DataFrame({"zone": words, "price": prices}).with_columns(pl.col("price").cast(pl.Int64))
    keys, values = pa.array(words), pa.array(prices, pa.int64())
    mapping = dict(zip(words, prices, strict=True))
    objects = pd.Series(plain.to_numpy(zero_copy_only=False), name="zone", dtype=object)
    frame, right = objects.to_frame(), pd.DataFrame({"zone": pd.Series(words, dtype=object), "price": prices})
    database = duckdb.connect(config={"threads": 1})
    database.register("prices", table.to_arrow())
    database.register("parcels", pa.table({"zone": plain}))

    def by_duckdb():
        return database.sql("SELECT price FROM parcels LEFT JOIN prices USING (zone)").to_arrow_table()

    frame_of = series.to_frame()
    ways = {
        "dijia, Polars strings": lambda: dijia.zone_prices(series, "商服"),
        "dijia, Arrow strings": lambda: dijia.zone_prices(plain, "商服"),
        "dijia, Arrow dictionary": lambda: dijia.zone_prices(encoded, "商服"),
        "dijia, Polars categorical": lambda: dijia.zone_prices(categorical, "商服"),
        "Polars join": lambda: frame_of.join(table, on="zone", how="left")["price"],
        "Polars replace_strict": lambda: series.replace_strict(mapping, return_dtype=pl.Int64),
        "pyarrow index_in + take": lambda: values.take(pc.index_in(plain, keys)),
        "DuckDB join": by_duckdb,
    }
    slow = {
        "dijia, pandas objects (float64)": (rows, lambda: dijia.zone_prices(objects, "商服", dtype="float64")),
        "pandas merge": (rows, lambda: frame.merge(right, on="zone", how="left")["price"]),
        "pandas map": (rows, lambda: objects.map(mapping)),
    }
    compare(title, ways, rows, rounds, slow=slow)


def appraisals(indices, words: list[str], prices: list[int], rows: int, rounds: int) -> None:
    """Price × term coefficient × two coefficients × (1 + corrections), rounded to cents, and the total."""
    rng = np.random.default_rng(2)
    hundredths, cents = rng.integers(1, 4001, rows), rng.integers(10_000, 1_000_000, rows)
    zones = pl.Series("zone", dictionary(indices, words).cast(pa.string()))
    terms, areas = (decimals(values) for values in (hundredths, cents))
    columns = ["unit_price", "total_yuan"]

    given = {"coefficients": {"面积": "0.98", "形状": "1.02"}, "factor_corrections": {"区域": "2.402%"}}

    def ours(**terms_given):
        return dijia.appraise_batch("商服", zones, area=areas, columns=columns, **terms_given, **given)

    # What NumPy and Polars begin with.
    looked_up = pl.Series(pa.array(prices, pa.decimal128(38, 0)).take(pa.array(indices)))
    basis = dijia.basis(dijia.Area.CENTRAL_URBAN, "商服")

    def ours_looked_up():
        start = {"base_price": looked_up, "basis": basis}
        return dijia.appraise_batch(**start, remaining_term=terms, area=areas, columns=columns, **given)

    price = np.array(prices, dtype=np.float64)[indices]
    years, area = hundredths / 100, cents / 100

    keys, values, plain = pa.array(words), pa.array(prices, pa.float64()), zones.to_arrow().cast(pa.string())

    def by_numpy_from_zones():
        return by_numpy(values.take(pc.index_in(plain, keys)).to_numpy())

    def by_numpy(price=price):
        term = np.round((1 - 1.064**-years) / (1 - 1.064**-40), 4)
        unit = np.round(price * term * 0.98 * 1.02 * (1 + 0.02402), 2)
        return unit, np.round(unit * area, 2)

    frame = pl.DataFrame({"price": price, "years": years, "area": area})

    def by_polars():
        base = pl.lit(1.064)
        term = ((1 - base.pow(-pl.col("years"))) / (1 - 1.064**-40)).round(4)
        unit = (pl.col("price") * term * 0.98 * 1.02 * (1 + 0.02402)).round(2)
        return frame.select(unit=unit).with_columns(total=(pl.col("unit") * frame["area"]).round(2))

    few = min(rows, 20_000)

    def by_decimal():
        from decimal import ROUND_HALF_UP, Decimal

        four, two, one = Decimal("0.0001"), Decimal("0.01"), Decimal(1)
        rate, made = Decimal("1.064"), []
        for index, hundredth, cent in zip(
            indices[:few].tolist(), hundredths[:few].tolist(), cents[:few].tolist(), strict=True
        ):
            years = Decimal(hundredth) / 100
            term = ((one - rate**-years) / (one - rate**-40)).quantize(four, ROUND_HALF_UP)
            unit = prices[index] * term * Decimal("0.98") * Decimal("1.02") * Decimal("1.02402")
            unit = unit.quantize(two, ROUND_HALF_UP)
            made.append((unit, (unit * cent / 100).quantize(two, ROUND_HALF_UP)))
        return made

    ways = {
        "dijia, exact": lambda: ours(remaining_term=terms),
        "dijia, exact, without a term": ours,
        "dijia, exact, prices looked up": ours_looked_up,
        "NumPy float64, with pyarrow's lookup": by_numpy_from_zones,
        "NumPy float64, prices looked up": by_numpy,
        "Polars float64, prices looked up": by_polars,
    }
    compare(
        "appraisals, from spellings of zones unless prices are looked up already",
        ways,
        rows,
        rounds,
        slow={"Python Decimal": (few, by_decimal)},
    )
    exact = ours(remaining_term=terms)["unit_price"].cast(pl.Float64).to_numpy()
    wrong = int((np.abs(exact - by_numpy()[0]) > 0.001).sum())
    print(f"  {wrong:,} of {rows:,} unit prices are wrong in the last cent in float64")


def kinds_of_columns(indices, words: list[str], rows: int, rounds: int) -> None:
    """Price × term coefficient and the total, from the same figures in every kind of column."""
    rng = np.random.default_rng(3)
    hundredths, cents = rng.integers(1, 4001, rows), rng.integers(10_000, 1_000_000, rows)
    zones = dictionary(indices, words).cast(pa.string())
    terms, areas = (decimals(values).to_arrow() for values in (hundredths, cents))
    texts = [values.cast(pa.string()) for values in (terms, areas)]

    def price(zones, terms, areas, **places):
        return dijia.appraise_batch("商服", zones, remaining_term=terms, area=areas, columns=["total_yuan"], **places)

    def way(kind, columns, **places):
        made = [kind(column) for column in (zones, *columns)]
        return lambda: price(*made, **places)

    few = min(rows, 1_000_000)

    def slow(kind, columns, **places):
        made = [kind(column.slice(0, few)) for column in (zones, *columns)]
        return few, lambda: price(*made, **places)

    def objects(column):
        return pd.Series(column.to_pylist(), dtype=object)

    floats = [values.cast(pa.float64()) for values in (terms, areas)]
    compare(
        "the kinds of columns: zones as texts, a term and an area",
        {
            "Arrow decimal128": way(lambda column: column, (terms, areas)),
            "Arrow strings": way(lambda column: column, texts),
            "Arrow string views": way(lambda column: column.cast(pa.string_view()), texts),
            "Polars strings": way(pl.Series, texts),
        },
        rows,
        rounds,
        slow={
            "lists of Decimal": slow(lambda column: column.to_pylist(), (terms, areas)),
            "lists of str": slow(lambda column: column.to_pylist(), texts),
            "pandas objects, Decimal": slow(objects, (terms, areas)),
            "pandas objects, str": slow(objects, texts),
            "NumPy float64, by places": slow(lambda column: column.to_numpy(zero_copy_only=False), floats, places=2),
        },
    )


def sets_of_editions(indices, words: list[str], prices: list[int], rows: int, rounds: int) -> None:
    """The same columns priced from one edition, and each row from the one of a set that is in force on its date."""
    later = dijia.Edition.from_tables(
        "jinan-2023",
        {
            "edition": {"city": "济南市", "document_number": "2023", "first_day_in_force": "2023-10-08"},
            "annexes": [{"number": 2, "land_uses": "商服", "prices": "zone"}],
            "annex-2": [
                {"zone": word, "yuan_per_square_metre": str(price + 100)}
                for word, price in zip(words, prices, strict=True)
            ],
            "basis": [{"statutory_term": "40", "plot_ratio": "2.0", "capitalization_rate": "6%", "part": "-"}],
        },
    )
    editions = dijia.Editions([dijia.JINAN_2020, later])
    rng = np.random.default_rng(4)
    zones = dictionary(indices, words).cast(pa.string())
    terms, areas = (
        decimals(rng.integers(low, high, rows)).to_arrow() for low, high in ((1, 4001), (10_000, 1_000_000))
    )
    dates = pa.array((np.datetime64("2021-01-01") + rng.integers(0, 2000, rows)).astype("datetime64[D]"))

    def price(**source):
        columns = ["unit_price", "total_yuan"]
        given = {"remaining_term": terms, "area": areas, "valuation_date": dates}
        return dijia.appraise_batch("商服", zones, **given, **source, columns=columns)

    def look_up(**source):
        return dijia.zone_prices(zones, "商服", **source)

    cities = dictionary(np.zeros(rows, dtype=np.int32), ["济南市"]).cast(pa.string())
    ways = {
        "one edition": lambda: price(edition=dijia.JINAN_2020),
        "a set of two": lambda: price(editions=editions),
        "a set of two, and a column of cities": lambda: price(editions=editions, city=cities),
    }
    title = "appraisals from zones, terms, areas and dates: one edition and a set of them"
    compare(title, ways, rows, rounds, first="one edition")
    ways = {
        "one edition": lambda: look_up(edition=dijia.JINAN_2020),
        "a set of two": lambda: look_up(editions=editions, date=dates),
    }
    title = "lookups: one edition and, with a column of dates, a set of them"
    compare(title, ways, rows, rounds, first="one edition")


def corrections(rows: int, rounds: int) -> None:
    """The same parcels by the tables of a document, and by the coefficients that they come to, given as columns."""
    tongdao = dijia.Edition.read(Path(__file__).parents[3] / "crates/dijia-tables/tests/editions/tongdao-2026")
    rng = np.random.default_rng(5)

    def of(words):
        return dictionary(rng.integers(0, len(words), rows), words)

    grades = of(["二级", "Ⅱ级", "2"])
    ratios = pa.array(rng.integers(10, 50, rows)).cast(pa.decimal128(38, 0))
    ratios = pa.Array.from_buffers(pa.decimal128(38, 1), rows, ratios.buffers())
    terms, areas = (
        decimals(rng.integers(low, high, rows)).to_arrow() for low, high in ((1, 7001), (10_000, 1_000_000))
    )
    dates = pa.array((np.datetime64("2025-04-01") + rng.integers(0, 600, rows)).astype("datetime64[D]"))
    fives, factors = ["优", "较优", "一般", "较劣", "劣"], ("距汽车站距离", "临近道路状况", "供水保证率")
    levels = {name: of(fives) for name in ("形状", "景观", *factors)} | {"朝向": of(["南", "北", "东", "西"])}
    texts = {name: column.cast(pa.string()) for name, column in levels.items()}
    given = {
        "land_use": "居住",
        "grade": grades,
        "edition": tongdao,
        "area": areas,
        "columns": ["unit_price", "total_yuan"],
    }
    given |= {"remaining_term": terms, "plot_ratio": ratios, "valuation_date": dates}

    def by_tables(levels):
        return dijia.appraise_batch(**given, levels=levels, corrections="published")

    asked = given | {"columns": ["plot_ratio_coefficient", "date_coefficient", "unit_price"]}
    made = dijia.appraise_batch(**asked, levels=levels, corrections="published")
    rows_of = {row.name: {} for row in tongdao.corrections if row.name in levels or row.name == "面积"}
    for row in tongdao.corrections:
        if row.name in rows_of and row.land_use in (None, dijia.LandUse.RESIDENTIAL):
            rows_of[row.name].setdefault(row.level, row.value)

    def values(name, column):
        words = column.dictionary.to_pylist()
        made = [rows_of[name][word] for word in words]
        places = pa.decimal128(38, 6 if name in factors else 2)
        return pa.array(made, places).take(column.indices)

    coefficients = {name: values(name, levels[name]) for name in ("形状", "景观", "朝向")}
    coefficients["面积"] = (
        pa.array(["0.98", "1.00", "1.02"]).cast(pa.decimal128(38, 2)).take(pa.array(rng.integers(0, 3, rows)))
    )
    columns = {
        "coefficients": coefficients,
        "factor_corrections": {name: values(name, levels[name]) for name in factors},
        "plot_ratio_coefficient": made["plot_ratio_coefficient"],
        "date_coefficient": made["date_coefficient"],
    }
    ways = {
        "coefficients as columns": lambda: dijia.appraise_batch(**given, **columns),
        "tables, levels as categories": lambda: by_tables(levels),
        "tables, levels as texts": lambda: by_tables(texts),
    }
    title = "corrections: Kv, Ky, Kt, three factors, three levels and the area"
    compare(title, ways, rows, rounds, first="columns")


def decimals(hundredths) -> pl.Series:
    """Whole hundredths as decimals of two places, without a float on the way."""
    units = pa.array(hundredths).cast(pa.decimal128(38, 0))
    return pl.Series(pa.Array.from_buffers(pa.decimal128(38, 2), len(units), units.buffers()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    rows, rounds = options.rows, options.rounds
    zones = [price for price in dijia.JINAN_2020.zone_prices if price.land_use is dijia.LandUse.COMMERCIAL]
    words = [str(price.code) for price in zones]
    prices = [int(price.per_square_metre) for price in zones]
    rng = np.random.default_rng(1)
    indices = rng.integers(0, len(words), rows)
    print(f"{rows:,} rows, {len(words)} zones; Python {sys.version.split()[0]}, dijia {dijia.__version__}")
    for module in (pl, pa, duckdb, pd, np):
        print(f"  {module.__name__} {module.__version__}")
    lookups("lookups, canonical spellings", indices, words, prices, rows, rounds)
    forms = [
        (form.format(zone.code.grade, zone.code.number), price)
        for zone, price in zip(zones, prices, strict=True)
        for form in SPELLINGS
    ]
    mixed, mixed_prices = [list(column) for column in zip(*forms, strict=True)]
    spread = rng.integers(0, len(mixed), rows)
    lookups(f"lookups, {len(mixed)} spellings", spread, mixed, mixed_prices, rows, rounds)
    appraisals(indices, words, prices, rows, rounds)
    kinds_of_columns(indices, words, rows, rounds)
    sets_of_editions(indices, words, prices, rows, rounds)
    corrections(rows, rounds)


if __name__ == "__main__":
    main()
