"""Sets of editions: each parcel is priced from the one that is in force in its city on its date."""

import copy
import datetime
import pickle
from decimal import ROUND_HALF_UP, Decimal

import dijia
import pytest
from dijia import Edition, Editions
from hypothesis import given, settings
from hypothesis import strategies as st

CLASSES = {"商业": "商服", "居住": "住宅", "研发": None}


def made_up(name, city, first, last, zones, rate, land_uses="商业"):
    """Return an edition of one table of zones, with a basis of 40 years at that rate."""
    return Edition.from_tables(
        name,
        {
            "edition": {
                "city": city,
                "document_number": f"{name} 号",
                "first_day_in_force": first,
                "last_day_in_force": last,
            },
            "annexes": [
                {"number": at, "land_uses": use, "prices": "zone"} for at, use in enumerate(land_uses.split("+"), 1)
            ],
            "basis": [{"statutory_term": "40", "plot_ratio": "2.0", "capitalization_rate": rate, "part": "说明"}],
            "uses": [{"name": use, "class": CLASSES[use]} for use in land_uses.split("+")],
        }
        | {
            f"annex-{at}": [{"zone": zone, "yuan_per_square_metre": price} for zone, price in zones.items()]
            for at, _ in enumerate(land_uses.split("+"), 1)
        },
    )


OLD = made_up("some-city-2020", "某市", "2020-01-01", "2022-12-31", {"Ⅰ-1": "1000", "Ⅰ-2": "900", "Ⅱ-1": "800"}, "6%")
RIVAL = made_up("some-city-2022", "某市", "2022-01-01", "2023-03-31", {"Ⅰ-1": "5000"}, "5%")
# Ⅰ-1 has the price of the old one, and another rate; Ⅱ-1 another price.
NEW = made_up("some-city-2024", "某市", "2024-01-01", None, {"Ⅰ-1": "1000", "Ⅱ-1": "1200"}, "8%", "商业+研发")
# Where the other city has numbers of a grade this one has names.
OTHER = made_up("other-city-2021", "别市", "2021-01-01", None, {"城东": "500", "Ⅰ-1": "450.5"}, "6%", "居住")
SOME_CITY, BOTH = Editions([NEW, OLD]), Editions([OLD, OTHER, NEW, RIVAL])


def ky(rate, years):
    """[1 − (1+r)^−m] ÷ [1 − (1+r)^−40] to 4 places, half up."""
    rate = 1 + Decimal(rate)
    return ((1 - rate**-years) / (1 - rate**-40)).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def test_the_edition_in_force_is_priced_from():
    for date, edition, price in (("2020-01-01", OLD, 800), ("2022-12-31", OLD, 800), ("2024-01-01", NEW, 1200)):
        one = dijia.appraise("商业", "Ⅱ-1", valuation_date=date, editions=SOME_CITY)
        assert (one.unit_price, one.edition) == (price, edition)
        assert one.base_price == edition.zone_price("商业", "Ⅱ-1")
        assert edition.name in str(one)
        for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
            assert other == one
            assert other.edition == edition
    # A word that only the edition in force has.
    assert dijia.appraise("研发", "Ⅰ-1", valuation_date="2025-05-05", editions=SOME_CITY).unit_price == 1000
    with pytest.raises(dijia.InvalidLandUseError):
        dijia.appraise("研发", "Ⅰ-1", valuation_date="2020-05-05", editions=SOME_CITY)


def test_what_no_edition_or_more_than_one_claims_is_an_error():
    def refused(kind, **changed):
        given = {"land_use": "商业", "zone": "Ⅰ-1", "editions": BOTH, "city": "某市"} | changed
        with pytest.raises(kind) as caught:
            dijia.appraise(**given)
        column = {name: [value] for name, value in given.items() if name not in ("editions", "land_use")}
        made = dijia.appraise_batch("商业", **column, editions=BOTH, errors="coerce")
        assert (made["status"], made["unit_price"], made["edition"]) == ([kind.__name__], [None], [None])
        assert made["reason"] == [caught.value.english]
        with pytest.raises(kind) as of_row:
            dijia.appraise_batch("商业", **column, editions=BOTH)
        assert (of_row.value.row, str(of_row.value)) == (0, f"row 0: {caught.value}")
        named = {"date": column.pop("valuation_date"), "city": column["city"]}
        looked_up = dijia.zone_prices(column["zone"], "商业", **named, editions=BOTH, errors="coerce")
        assert (looked_up["status"], looked_up["reason"]) == ([kind.__name__], [caught.value.english])
        with pytest.raises(kind) as of_row:
            dijia.zone_prices(column["zone"], "商业", **named, editions=BOTH)
        assert str(of_row.value) == f"row 0: {caught.value}"
        return caught.value

    gap = refused(dijia.NoneInForceError, valuation_date="2023-06-01")
    assert (gap.before, gap.after) == ("some-city-2022", "some-city-2024")
    clash = refused(dijia.SeveralInForceError, valuation_date="2022-06-01")
    assert clash.editions == ("some-city-2020", "some-city-2022")
    assert refused(dijia.NoSuchCityError, valuation_date="2024-06-01", city="何市").city == "何市"
    refused(dijia.InvalidDateError, valuation_date="soon")
    # The date is read before what it says which edition reads.
    refused(dijia.NoneInForceError, valuation_date="2023-06-01", zone="Ⅸ-99")
    refused(dijia.NoSuchZoneError, valuation_date="2024-06-01", zone="Ⅰ-2")


def test_rows_that_differ_in_the_edition_alone():
    """One price at two rates, and one rate at two prices: what is remembered of one edition is of no other."""
    rows = 1500
    dates = [("2021-06-01", "2024-06-01")[row % 2] for row in range(rows)]
    columns = ["base_price", "term_coefficient", "unit_price", "warnings", "edition"]
    asked = {"editions": SOME_CITY, "columns": columns, "remaining_term": "20"}
    expected = {}
    for zone, of in (("Ⅰ-1", (("0.06", 1000), ("0.08", 1000))), ("Ⅱ-1", (("0.06", 800), ("0.08", 1200)))):
        made = dijia.appraise_batch("商业", [zone] * rows, valuation_date=dates, **asked)
        expected["term_coefficient"] = [ky(rate, 20) for rate, _ in of]
        expected["base_price"] = [price for _, price in of]
        expected["unit_price"] = [price * ky(rate, 20) for rate, price in of]
        expected["edition"] = ["some-city-2020", "some-city-2024"]
        for name, values in expected.items():
            assert made[name] == values * (rows // 2), name
    # The same of rows that go one by one: a policy that leaves coefficients unrounded.
    exact = dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS
    made = dijia.appraise_batch("商业", ["Ⅰ-1"] * rows, valuation_date=dates, **asked, policy=exact)
    alone = [
        dijia.appraise("商业", "Ⅰ-1", valuation_date=date, remaining_term="20", editions=SOME_CITY, policy=exact)
        for date in dates[:2]
    ]
    assert alone[0].unit_price != alone[1].unit_price
    assert made["unit_price"] == [one.unit_price for one in alone] * (rows // 2)
    # And of lookups, whose rows are taken together.
    looked_up = dijia.zone_prices(["Ⅱ-1"] * 70_000, "商业", date=dates[:2] * 35_000, editions=SOME_CITY)
    assert looked_up == {"per_square_metre": [800, 1200] * 35_000, "edition": expected["edition"] * 35_000}
    reasons = []
    for edition in (OLD, NEW):
        with pytest.raises(dijia.NoSuchZoneError) as caught:
            edition.zone_price("商业", "Ⅰ-9")
        reasons.append(caught.value.english)
    assert reasons[0] != reasons[1]
    refused = dijia.zone_prices(
        ["Ⅰ-9"] * 70_000, "商业", date=dates[:2] * 35_000, editions=SOME_CITY, errors="coerce", language="en"
    )
    assert refused["reason"] == reasons * 35_000
    assert refused["edition"] == [None] * 70_000


def test_what_is_known_of_one_edition_is_looked_up_in_the_other():
    """A zone of the first piece of 65,536 rows in one edition alone, and of the next in the other."""
    first, second = ("2021-06-01", 800), ("2024-06-01", 1200)
    for before, after in ((first, second), (second, first)):
        # That the other edition has a zone of a later number is known too.
        zones = ["Ⅱ-1", "Ⅰ-1"] * 32_768 + ["Ⅱ-1"] * 1000
        dates = [before[0], after[0]] * 32_768 + [after[0]] * 1000
        made = dijia.zone_prices(zones, "商业", date=dates, editions=SOME_CITY)
        assert made["per_square_metre"] == [before[1], 1000] * 32_768 + [after[1]] * 1000


ROWS = st.fixed_dictionaries(
    {
        "land_use": st.sampled_from(["商业", "研发", "居住", "住宅", "商住", None]),
        "zone": st.sampled_from(["Ⅰ-1", "Ⅰ－2", "Ⅱ-1", "城东", "没有", "Ⅸ-99", " "]),
        "city": st.sampled_from(["某市", "别市", "别市", "何市", None]),
        "valuation_date": st.sampled_from(
            [
                "2020-05-05",
                datetime.date(2021, 5, 5),
                "2022-05-05",
                "2023-05-05",
                "2024-05-05",
                "2524-05-05",
                "soon",
                None,
            ]
        ),
        "remaining_term": st.sampled_from(["20", "30.5", "41", "x", None]),
        "area": st.sampled_from(["100", "-1", None]),
    }
)
FIGURES = ["unit_price", "total_yuan", "term_coefficient", "warnings", "edition"]


def alone(row):
    """The figures and the status of a row, priced as one parcel."""
    said = {name: value for name, value in row.items() if value not in (None, " ")}
    if row.keys() - said.keys() - {"area"}:
        return [None] * len(FIGURES), "missing"
    try:
        one = dijia.appraise(**said, editions=BOTH)
    except dijia.DijiaError as error:
        return [None] * len(FIGURES), type(error).__name__
    warnings = "; ".join(type(warning).__name__ for warning in one.warnings) or None
    figures = [one.unit_price, one.total_yuan, one.term_coefficient, warnings, one.edition.name]
    return figures, "ok" if len(said) == len(row) else "missing"


@settings(max_examples=300, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=12))
def test_a_batch_is_what_its_rows_are(rows):
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    made = dijia.appraise_batch(**columns, editions=BOTH, columns=FIGURES, errors="coerce")
    expected = [alone(row) for row in rows]
    assert made["status"] == [status for _, status in expected]
    for place, name in enumerate(FIGURES):
        assert made[name] == [figures[place] for figures, _ in expected], name


@settings(max_examples=300, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=12))
def test_a_lookup_is_what_its_rows_are(rows):
    def price(row):
        if None in (row["land_use"], row["city"], row["valuation_date"]) or row["zone"] == " ":
            return None, "missing", None
        try:
            edition = BOTH.on(row["city"], row["valuation_date"])
            return edition.zone_price(row["land_use"], row["zone"]).per_square_metre, "ok", edition.name
        except dijia.DijiaError as error:
            return None, type(error).__name__, None

    zones, uses, cities, dates = (
        [row[name] for row in rows] for name in ("zone", "land_use", "city", "valuation_date")
    )
    made = dijia.zone_prices(zones, uses, city=cities, date=dates, editions=BOTH, errors="coerce")
    expected = [price(row) for row in rows]
    assert list(zip(made["per_square_metre"], made["status"], made["edition"], strict=True)) == expected


def test_words_of_ones_own_and_a_district_are_read_in_the_edition_of_the_row():
    dates = ["2021-05-05", "2024-05-05"]
    given = {"valuation_date": dates, "editions": SOME_CITY, "errors": "coerce"}
    made = dijia.appraise_batch("X", "Ⅰ-1", mapping={"X": "研发"}, **given)
    assert made["status"] == ["InvalidLandUseError", "ok"]
    made = dijia.appraise_batch(["X", "X"], "Ⅰ-1", mapping={"X": "研发"}, **given)
    assert (made["status"], made["unit_price"]) == (["InvalidLandUseError", "ok"], [None, 1000])
    with pytest.raises(dijia.InvalidLandUseError):
        dijia.appraise_batch(["X", "X"], "Ⅰ-1", mapping={"X": "没有"}, **given)
    with pytest.raises(ValueError, match="mapping has two land uses for 'X'"):
        dijia.appraise_batch(["X", "X"], "Ⅰ-1", mapping={"X": "研发", "X ": "商业"}, **given)
    made = dijia.appraise_batch("商业", "Ⅰ-1", district="没有的区", **given)
    assert made["status"] == ["InvalidAreaError"] * 2
    for land_use in ("研发", dijia.ListedLandUse("研发", "研发", None, None)):
        made = dijia.appraise_batch(land_use, "Ⅰ-1", **given)
        assert made["status"] == ["InvalidLandUseError", "ok"]
    with pytest.raises(TypeError, match="land_use is an int: pass a str or a LandUse"):
        dijia.appraise_batch(5, "Ⅰ-1", **given)


@pytest.mark.parametrize("kind", ["pandas.Series", "polars.Series", "numpy.array", "pyarrow.array"])
def test_columns_of_every_kind(kind):
    library, _, name = kind.partition(".")
    column = getattr(pytest.importorskip(library), name)
    given = {"valuation_date": column([datetime.date(2021, 5, 5), datetime.date(2024, 5, 5)])}
    made = dijia.appraise_batch("商业", column(["Ⅱ-1", "Ⅱ-1"]), **given, editions=SOME_CITY)
    assert [str(name) for name in made["edition"]] == ["some-city-2020", "some-city-2024"]
    assert [int(str(price).partition(".")[0]) for price in made["unit_price"]] == [800, 1200]
    date = given["valuation_date"]
    looked_up = dijia.zone_prices(column(["Ⅱ-1", "Ⅱ-1"]), "商业", date=date, editions=SOME_CITY, errors="coerce")
    assert [str(name) for name in looked_up["edition"]] == ["some-city-2020", "some-city-2024"]


def test_accessors_take_a_set():
    pd, pl = pytest.importorskip("pandas"), pytest.importorskip("polars")
    rows = {
        "use": ["商业", "居住", "研发"],
        "zone": ["Ⅱ-1", "城东", "Ⅱ-1"],
        "where": ["某市", "别市", "某市"],
        "day": ["2021-05-05", "2021-05-05", "2024-05-05"],
    }
    names = ["some-city-2020", "other-city-2021", "some-city-2024"]
    for frame in (pd.DataFrame(rows, index=list("abc")), pl.DataFrame(rows)):
        by = {"land_use": "use", "zone": "zone", "city": "where", "editions": BOTH}
        made = frame.dijia.price(**by, valuation_date="day")
        assert [*made["edition"]] == names
        assert [int(price) for price in made["unit_price"]] == [800, 500, 1200]
        made = frame.dijia.zone_prices(**by, date="day")
        assert [*made["edition"]] == names
        assert [int(price) for price in made["per_square_metre"]] == [800, 500, 1200]
        # One value for all rows: a word of one edition of the set at least, and a city of one.
        made = frame.dijia.price(**by | {"land_use": "研发"}, valuation_date="day", errors="coerce")
        assert made["status"].to_list() == ["InvalidLandUseError", "InvalidLandUseError", "ok"]
        with pytest.raises(ValueError, match="city: there is no column '某城', and as a value it is refused: "):
            frame.dijia.price(**by | {"city": "某城"}, valuation_date="day")
        with pytest.raises(ValueError, match=r"zone: there is no column 'zones' \(did you mean 'zone'\?\)"):
            frame.dijia.price(**by | {"zone": "zones"}, valuation_date="day")
        with pytest.raises(ValueError, match=r"date: there is no column 'days' \(did you mean 'day'\?\)"):
            frame.dijia.zone_prices(**by, date="days")


def test_what_says_too_little_or_nothing_is_an_error_of_the_call():
    for call in (dijia.appraise, dijia.appraise_batch):

        def refused(message, call=call, **given):
            column = ["Ⅰ-1"] if call is dijia.appraise_batch else "Ⅰ-1"
            with pytest.raises(TypeError) as caught:
                call(**{"land_use": "商业", "zone": column, "valuation_date": "2024-05-05"} | given)
            assert str(caught.value) == message

        refused("editions is of several cities, 某市, 别市: say which by city", editions=BOTH)
        refused("city takes no part without editions", city="某市")
        refused("editions has no edition in it", editions=Editions([]))
        refused(
            "editions needs valuation_date, which says which of them is in force", editions=BOTH, valuation_date=None
        )
        for other in ({"edition": dijia.JINAN_2020}, {"edition": NEW}, {"known_editions": BOTH}):
            (name,) = other
            refused(f"{name} takes no part beside editions, which are known: leave it out", editions=BOTH, **other)
        refused("editions is a list: pass an Editions", editions=[OLD, NEW])
        own = {"land_use": None, "zone": None, "base_price": 5 if call is dijia.appraise else [5]}
        refused(
            "editions takes no part beside base_price: leave it out, or give a zone or a grade", **own, editions=BOTH
        )
        refused(
            "known_editions takes no part beside base_price without basis: a price of one's own is of none",
            **own,
            known_editions=BOTH,
        )
    with pytest.raises(TypeError, match="date takes no part without editions"):
        dijia.zone_prices(["Ⅲ-4"], "商服", date="2024-05-05")
    with pytest.raises(TypeError, match="city takes no part without editions"):
        dijia.zone_prices(["Ⅲ-4"], "商服", city="某市")
    with pytest.raises(TypeError, match="editions needs date, which says which of them is in force"):
        dijia.zone_prices(["Ⅲ-4"], "商服", editions=SOME_CITY)
    with pytest.raises(TypeError, match="edition takes no part beside editions"):
        dijia.zone_prices(["Ⅲ-4"], "商服", edition=dijia.JINAN_2020, editions=SOME_CITY, date="2024-05-05")


def test_known_editions_name_the_successor_and_change_no_figure():
    given = {"land_use": "商业", "zone": "Ⅰ-1", "valuation_date": "2024-06-01", "edition": OLD}
    alone, known = (dijia.appraise(**given, known_editions=editions) for editions in (None, SOME_CITY))
    assert (alone.unit_price, known.unit_price) == (1000, 1000)
    assert [warning.successor for warning in alone.warnings] == [None]
    assert [warning.successor for warning in known.warnings] == ["some-city-2024"]
    for other in (copy.deepcopy(known), pickle.loads(pickle.dumps(known))):
        assert [warning.successor for warning in other.warnings] == ["some-city-2024"]
    # One without a last day is in force until another is, which the set alone says: to rows in blocks, and one by one.
    endless = made_up("some-city-2019", "某市", "2019-01-01", None, {"Ⅰ-1": "700"}, "6%")
    given |= {"edition": endless}
    for editions, warnings in ((None, None), (Editions([endless, NEW]), "OutsideValidity")):
        for policy in (dijia.RoundingPolicy.ROUNDED_COEFFICIENTS, dijia.RoundingPolicy.UNROUNDED_COEFFICIENTS):
            more = {"known_editions": editions, "policy": policy, "remaining_term": "30"}
            one = dijia.appraise(**given, **more)
            assert [type(warning).__name__ for warning in one.warnings] == ([warnings] if warnings else [])
            made = dijia.appraise_batch(**given | {"zone": ["Ⅰ-1"] * 600}, **more)
            assert made["warnings"] == [warnings] * 600
    own = {"base_price": 5, "basis": OLD.bases[0], "edition": OLD, "valuation_date": "2024-06-01"}
    assert dijia.appraise(**own).edition == OLD
    own_batch = own | {"base_price": [5, 6], "columns": ["edition"]}
    assert dijia.appraise_batch(**own_batch) == {"edition": ["some-city-2020"] * 2}
    assert dijia.appraise_batch(base_price=[5, 6], columns=["edition"]) == {"edition": [None] * 2}
    assert dijia.appraise(base_price=5).edition is None
    (warning,) = dijia.appraise(**own, known_editions=SOME_CITY).warnings
    assert warning.successor == "some-city-2024"


def test_namesakes_are_told_by_their_digests():
    first = made_up("a-city", "某市", "2020-01-01", "2020-12-31", {"Ⅰ-1": "1"}, "6%")
    second = made_up("a-city", "某市", "2021-01-01", "2021-12-31", {"Ⅰ-1": "2"}, "6%")
    editions = Editions([first, second, first])
    made = dijia.zone_prices(["Ⅰ-1"] * 2, "商业", date=["2020-05-05", "2021-05-05"], editions=editions)
    assert made["edition"] == [f"a-city {first.digest[:8]}", f"a-city {second.digest[:8]}"]
    assert made["per_square_metre"] == [1, 2]


def test_a_set_is_a_value():
    assert BOTH.cities == ("某市", "别市")
    assert SOME_CITY == Editions([NEW, OLD]) != BOTH
    assert hash(SOME_CITY) == hash(Editions([NEW, OLD]))
    assert (SOME_CITY == [NEW, OLD]) is False
    assert pickle.loads(pickle.dumps(SOME_CITY)) == copy.deepcopy(SOME_CITY) == SOME_CITY
