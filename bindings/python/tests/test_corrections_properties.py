"""A batch with corrections as published comes to what its rows come to one by one, whatever tables and columns are."""

import datetime
from decimal import Decimal

import dijia
import pytest
from dijia import Edition, Editions
from hypothesis import given, note, settings
from hypothesis import strategies as st

PART = {"part": "附表"}


def made_up(name, first, shift, storeys):
    """Return an edition with tables of every kind, each value of them shifted, so that two have none in common."""

    def hundredths(*values):
        return [f"{value + shift}" for value in map(Decimal, values)]

    names = ("优", "较优", "一般", "较劣", "劣")
    factors = {
        "距汽车站距离": ("0.4108", "0.2054", "0", "-0.3202", "-0.6403"),
        "供水保证率": ("3.8", "1.9", "0", "-2.9", "-5.9"),
    }
    return Edition.from_tables(
        name,
        {
            "edition": {
                "city": "某市",
                "document_number": name,
                "first_day_in_force": first,
                "base_date": "2020-01-01",
            },
            "annexes": [{"number": 1, "land_uses": "商业+居住+工业", "prices": "grade"}],
            "annex-1": [
                {"grade": "一级", "商业": "2560", "居住": "790", "工业": "300"},
                {"grade": "二级", "商业": "2080", "居住": "790", "工业": "280.5"},
            ],
            "basis": [
                {
                    "land_use": "商业",
                    "plot_ratio": "2.0",
                    "development_level": "通路、供电",
                    "statutory_term": "40",
                    "capitalization_rate": "7.7%",
                }
                | PART,
                {
                    "land_use": "居住",
                    "plot_ratio": "2.0",
                    "development_level": "通路、供电",
                    "statutory_term": "70",
                    "capitalization_rate": "6.7%",
                }
                | PART,
                {
                    "land_use": "工业",
                    "plot_ratio": "1.0",
                    "development_level": "通路、供电",
                    "statutory_term": "50",
                    "capitalization_rate": "6%",
                }
                | PART,
            ],
            "corrections": [
                {"kind": "plot ratio", "file": "kv.csv", "land_uses": "居住", "between": "linear"} | PART,
                {"kind": "plot ratio", "file": "steps.csv", "land_uses": "商业", "between": "row before"} | PART,
                {"kind": "factors", "file": "factors.csv", "land_uses": "居住"} | PART,
                {"kind": "factors", "file": "factors.csv", "land_uses": "商业"} | PART,
                {"kind": "conditions", "file": "conditions.csv", "land_uses": "居住"} | PART,
                {"kind": "coefficients", "name": "形状", "file": "shape.csv"} | PART,
                {"kind": "coefficients", "name": "面积", "file": "sizes.csv", "land_uses": "居住", "by": "area"} | PART,
                {"kind": "coefficients", "name": "楼层", "file": "storeys.csv", "land_uses": "商业"} | PART,
                {"kind": "coefficients", "name": "深度", "file": "depths.csv"} | PART,
                {"kind": "term", "file": "terms.csv", "land_uses": "工业"} | PART,
                {"kind": "term", "value": "m/n", "land_uses": "商业"} | PART,
                {"kind": "term", "file": "years.csv", "land_uses": "居住", "between": "linear"} | PART,
                {"kind": "unit costs", "file": "costs.csv", "land_uses": "居住"} | PART,
                {"kind": "growth", "value": "0.2%", "land_uses": "居住"} | PART,
                {"kind": "index", "file": "index.csv", "land_uses": "商业", "between": "row before"} | PART,
            ],
            "kv": [
                {"plot_ratio": ratio, "一级": one, "二级": two}
                for ratio, one, two in zip(
                    ("≤1", "2", "≥5"), hundredths("0.7", "1", "1.6"), hundredths("0.73", "1.01", "1.4"), strict=True
                )
            ],
            "steps": [
                {"plot_ratio": ratio, "coefficient": value}
                for ratio, value in zip(("≤1", "1.5", "3"), hundredths("0.85123", "1", "1.2"), strict=True)
            ],
            "factors": [
                {"factor": factor} | dict(zip(names, hundredths(*values), strict=True))
                for factor, values in factors.items()
            ],
            "conditions": [
                {"factor": "距汽车站距离"}
                | dict(zip(names, ("≤300", "(300,700.5]", "(700.5,1200]", "(1200,2000)", "≥2000"), strict=True))
            ],
            "shape": [
                {"land_use": use} | dict(zip(names, hundredths(*values), strict=True))
                for use, values in {
                    "商业": ("1.02", "1.01", "1.00", "0.99", "0.98"),
                    "居住": ("1.03", "1.02", "1.00", "0.98", "0.97"),
                }.items()
            ],
            "sizes": [
                {"level": level, "condition": condition, "coefficient": value}
                for level, condition, value in zip(
                    ("优", "一般", "劣"),
                    ("≥2000", "[1000.55,2000)", "<1000.55"),
                    hundredths("1.02", "1", "0.98"),
                    strict=True,
                )
            ],
            # Levels that are called by numbers, and say of which numbers they hold.
            "storeys": [
                {"level": level, "condition": condition, "coefficient": value}
                for (level, condition), value in zip(storeys.items(), hundredths("1.3", "1.1", "0.9"), strict=True)
            ],
            "depths": [
                {"level": level, "condition": condition, "coefficient": value}
                for level, condition, value in zip(
                    ("浅", "中", "深"), ("≤10", "10-20", "≥20"), hundredths("1.1", "1", "0.9"), strict=True
                )
            ],
            "terms": [
                {"years": years, "coefficient": value}
                for years, value in zip(("20", "30", "50"), hundredths("0.71234", "0.9", "1"), strict=True)
            ],
            "years": [
                {"years": years, "coefficient": value}
                for years, value in zip(("10", "33", "70"), hundredths("0.5", "0.8765", "1"), strict=True)
            ],
            "costs": [
                {"services": service, "cost": cost}
                for service, cost in zip(("通讯", "供水", "供电"), hundredths("12.5", "30.25", "8"), strict=True)
            ],
            "index": [
                {"date": date, "index": value}
                for date, value in zip(
                    ("2019-12-31", "2021-01-01", "2024-01-01"), hundredths("100", "107.5", "99.3"), strict=True
                )
            ],
        },
    )


STOREYS = {"1": "1-2", "2": "3", "3": ">3"}
OLD = made_up("old-2020", "2020-01-01", Decimal(0), STOREYS)
NEW = made_up("new-2023", "2023-01-01", Decimal("0.01"), {"一层": "<3", "二层": "3", "三层": ">3"})
BOTH = Editions([OLD, NEW])
FIGURES = [
    "unit_price",
    "total_yuan",
    "floor_price",
    "deviation",
    "base_price",
    "term_coefficient",
    "plot_ratio_coefficient",
    "date_coefficient",
    "factor_sum",
    "development_adjustment",
    "warnings",
]
NAMES = st.sampled_from(["优", "较优", "一般", "较劣", "劣", " 优", "上", ""])


def numbers(low, high, places):
    """Whole numbers, decimals of some scale, and those at the bounds of intervals."""
    of_places = st.tuples(st.integers(low, high), places).map(lambda it: Decimal(it[0]).scaleb(-it[1]))
    bounds = st.sampled_from(
        [300, Decimal("700.5"), Decimal("700.50"), 1200, 2000, 1, 2, 3, 10, 20, Decimal("1000.55"), -5, 0]
    )
    return st.one_of(of_places, st.integers(low, high), bounds)


LEVELS = {
    "距汽车站距离": st.one_of(NAMES, numbers(0, 3000, st.just(0)), numbers(0, 30_000, st.just(1)).map(str)),
    "供水保证率": NAMES,
    "供水 保证率": NAMES,
    "形状": NAMES,
    "面积": st.one_of(st.sampled_from(["优", "劣"]), numbers(1, 3000, st.just(0))),
    "楼层": st.one_of(
        st.sampled_from(["1", "2", "3", "一层", "1.0"]), numbers(1, 4, st.just(0)), numbers(10, 40, st.just(1))
    ),
    "深度": numbers(1, 30, st.just(0)),
    "地铁": NAMES,
}
ARGUMENTS = {
    "land_use": st.sampled_from(["商业", "居住", "居住", "工业", "商住"]),
    "grade": st.sampled_from(["一级", "二级", "九级"]),
    "plot_ratio": st.one_of(numbers(5, 60, st.just(1)), st.sampled_from(["2", "1.5", "x"])),
    "remaining_term": st.sampled_from(["20", 30, "50", "33.57", "71"]),
    "valuation_date": st.sampled_from(
        ["2020-06-01", datetime.date(2021, 6, 1), "2023-06-01", "2024-06-01", "2019-06-01", "?"]
    ),
    "area": st.one_of(numbers(1, 300_000, st.just(2)), st.sampled_from(["1000.55", "1000.549", 2000, 0])),
    "plot_ratio_coefficient": st.sampled_from(["1.1", "0.9123"]),
    "date_coefficient": st.sampled_from(["1.05", "0.97"]),
    "term_coefficient": st.sampled_from(["0.9", "0.8123"]),
    "capitalization_rate": st.sampled_from(["5%", "6%"]),
    "monthly_growth": st.sampled_from(["0.1%", "0.3%"]),
    "development_adjustment": st.sampled_from(["20", "-10.5"]),
    "site_development": st.sampled_from(["通路、供电", "通路、供电、通讯", "通路、供水", "七通一平", "供电、通讯"]),
}
GIVEN = {
    "coefficients": {"面积": st.sampled_from(["0.97", "1.01"]), "其他": st.sampled_from(["0.95", "1.05"])},
    "factor_corrections": {
        "供水保证率": st.sampled_from(["1%", "-0.02"]),
        "其他": st.sampled_from(["0.2", "0.15", "5%"]),
    },
}
NEEDED = {"capitalization_rate": "remaining_term"}


@st.composite
def batches(draw):
    """Arguments of a batch, and for each row those of one parcel."""
    count = draw(st.integers(1, 8))

    def column(values):
        if draw(st.integers(0, 3)) == 0:
            # One for all rows, which must be readable.
            return draw(values.filter(lambda value: value not in ("x", "?", "", "商住", "九级")))
        rows = st.lists(st.one_of(values, values, values, values, values, st.none()), min_size=count, max_size=count)
        return draw(rows)

    def some(of, most):
        return draw(st.lists(st.sampled_from(list(of)), unique=True, max_size=most))

    others = [name for name in ARGUMENTS if name not in ("land_use", "grade")]
    given = {name: column(ARGUMENTS[name]) for name in ["land_use", "grade", *some(others, 6)]}
    given["levels"] = {name: column(LEVELS[name]) for name in some(LEVELS, 5)}
    for name, of in GIVEN.items():
        given[name] = {key: column(of[key]) for key in some(of, 2) if key not in given["levels"]}
    for name, needed in NEEDED.items():
        if needed not in given:
            given.pop(name, None)
    if "供水保证率" in given["levels"]:
        given["levels"].pop("供水 保证率", None)
    if "供水保证率" in given["factor_corrections"]:
        given["levels"].pop("供水 保证率", None)
    if not any(isinstance(value, list) for value in flat(given)):
        given["land_use"] = [draw(ARGUMENTS["land_use"]) for _ in range(count)]
    given["policy"] = draw(
        st.sampled_from(
            [dijia.RoundingPolicy(), dijia.RoundingPolicy(3, 1, 2), dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS]
        )
    )
    rows = [{name: at(value, row) for name, value in given.items()} for row in range(count)]
    return given, rows


def flat(given):
    for value in given.values():
        yield from value.values() if isinstance(value, dict) else [value]


def at(value, row):
    if isinstance(value, dict):
        return {key: at(item, row) for key, item in value.items()}
    return value[row] if isinstance(value, list) else value


def alone(row, **source):
    """The figures of one parcel and what its status is."""
    nothing = [None] * len(FIGURES)
    if any(value in (None, "") for value in flat(row)):
        # Whether these are needed the edition says, and there may be none.
        known = {name: value for name, value in row.items() if name not in ("plot_ratio", "area") or value is not None}
        if "editions" in source and all(value not in (None, "") for value in flat(known)):
            try:
                dijia.appraise(**known, **source, corrections="published")
            except (dijia.NoneInForceError, dijia.InvalidDateError) as error:
                return nothing, type(error).__name__, error.english
            except dijia.DijiaError:
                pass
        return nothing, "missing", None
    try:
        one = dijia.appraise(**row, **source, corrections="published")
    except dijia.DijiaError as error:
        return nothing, type(error).__name__, error.english
    made = []
    for name in FIGURES:
        figure = getattr(one, name)
        if name == "warnings":
            figure = "; ".join(type(warning).__name__ for warning in figure) or None
        made.append(getattr(figure, "per_square_metre", figure))
    return made, "ok", None


def check(given, rows, times=1, **source):
    note(f"{given}")
    made = dijia.appraise_batch(**given, **source, corrections="published", columns=FIGURES, errors="coerce")
    expected = [alone(row, **source) for row in rows] * times
    assert list(made["status"]) == [status for _, status, _ in expected]
    assert list(made["reason"]) == [reason for _, _, reason in expected]
    for place, name in enumerate(FIGURES):
        assert list(made[name]) == [figures[place] for figures, _, _ in expected], name


@settings(max_examples=500, deadline=None)
@given(batches())
def test_rows_are_what_parcels_are(batch):
    given, rows = batch
    check(given, rows, edition=OLD)


@settings(max_examples=500, deadline=None)
@given(batches())
def test_rows_of_two_editions_are_what_parcels_are(batch):
    given, rows = batch
    given.setdefault("valuation_date", ["2020-06-01", "2023-06-01"] * 4)
    given["valuation_date"] = (
        given["valuation_date"][: len(rows)] if isinstance(given["valuation_date"], list) else given["valuation_date"]
    )
    rows = [{**row, "valuation_date": at(given["valuation_date"], place)} for place, row in enumerate(rows)]
    check(given, rows, editions=BOTH)


@settings(max_examples=60, deadline=None)
@given(batches())
def test_many_rows_are_what_parcels_are(batch):
    given, rows = batch
    times = 1500 // len(rows)

    def tiled(value):
        if isinstance(value, dict):
            return {key: tiled(item) for key, item in value.items()}
        return value * times if isinstance(value, list) else value

    check({name: tiled(value) for name, value in given.items()}, rows, times, edition=NEW)


@settings(max_examples=200, deadline=None)
@given(batches(), st.integers(0, 2), st.lists(st.sampled_from(["790", "2560.5", "0", None]), min_size=8, max_size=8))
def test_rows_of_prices_of_ones_own_are_what_parcels_are(batch, basis, prices):
    given, rows = batch
    own = {"base_price": prices[: len(rows)], "basis": OLD.bases[basis]}
    given = {name: value for name, value in given.items() if name not in ("land_use", "grade")} | own
    rows = [{**{name: at(value, row) for name, value in given.items()}} for row in range(len(rows))]
    check(given, rows, edition=OLD)


# Kv of 1.5 by hand: residential (0.7 + 1) ÷ 2 = 0.85 of 790 at grade Ⅰ and (0.73 + 1.01) ÷ 2 = 0.87 of 790 at grade Ⅱ,
# of one basis, and 0.01 more in the later edition; commercial 1 of 2560.
ALONE = {
    "grade": ({"grade": ["一级", "二级"]}, ["671.50", "687.30"]),
    "land use": ({"land_use": ["居住", "商业"]}, ["671.50", "2560.00"]),
    "edition": ({"valuation_date": ["2020-06-01", "2023-06-01"]}, ["671.50", "679.40"]),
    # 0.85 × 1.03 and × 0.97: 691.645 and 651.355.
    "level": ({"levels": {"形状": ["优", "劣"]}}, ["691.65", "651.36"]),
    # 700.5 is 较优 and what is more is 一般: 671.5 × 1.002054 = 672.879…
    "number": ({"levels": {"距汽车站距离": ["700.50", "700.51"]}}, ["672.88", "671.50"]),
    # 671.5 × 0.98 = 658.07
    "area": ({"area": ["1000.54", "1000.55"]}, ["658.07", "671.50"]),
    # 1.5 and 2: 790 × 1.
    "plot ratio": ({"plot_ratio": ["1.5", "2"]}, ["671.50", "790.00"]),
}


@pytest.mark.parametrize("part", ALONE)
def test_rows_that_differ_in_one_part_alone(part):
    """What is remembered of the one is not taken for the other, in blocks and of rows that go one by one."""
    changed, expected = ALONE[part]
    given = {
        "land_use": "居住",
        "grade": "一级",
        "plot_ratio": "1.5",
        "date_coefficient": 1,
        "valuation_date": "2020-06-01",
    }
    rows = 1400

    def tiled(value):
        return {name: tiled(item) for name, item in value.items()} if isinstance(value, dict) else value * (rows // 2)

    given |= {name: tiled(value) for name, value in changed.items()}
    for one_by_one in ({}, {"levels": {" 深度": "中"}}):
        levels = {**given.get("levels", {}), **one_by_one.get("levels", {})}
        asked = {**given, "levels": levels, "editions": BOTH, "corrections": "published"}
        made = dijia.appraise_batch(**asked, columns=["unit_price"])
        prices = [Decimal(price) for price in expected]
        if one_by_one and part == "edition":
            # 深度 is 1 in the earlier edition and 1.01 in the later: 679.4 × 1.01 = 686.194.
            prices[1] = Decimal("686.19")
        assert made["unit_price"] == prices * (rows // 2)
