"""What spreadsheets and attribute tables have: floats, empty texts, words of their own, and the values of QGIS."""

import datetime
from decimal import Decimal

import dijia
import pytest

TERMS, AREAS = [33.57, None, 20.0], [1000.005, 3.0, 52.355]


def columns_of(values):
    """The values as each kind of column has them."""
    yield list(values)
    yield tuple(values)
    np, pd = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    yield np.array(values, dtype=float)
    yield np.array(values, dtype=object)
    yield pd.Series(values)
    yield pd.Series(values, dtype="Float64")
    yield pd.Series(values, dtype=object)
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    yield pa.array(values)
    yield pa.chunked_array([values[:1], values[1:]], pa.float64())
    yield pd.Series(values, dtype=pd.ArrowDtype(pa.float64()))
    yield Foreign(pa.array(values))
    yield pl.Series(values)


class Foreign:
    """An Arrow array of no library that is known."""

    def __init__(self, array):
        self.array = array

    def __len__(self):
        return len(self.array)

    def __arrow_c_array__(self, requested_schema=None):
        return self.array.__arrow_c_array__(requested_schema)

    def __arrow_c_schema__(self):
        return self.array.type.__arrow_c_schema__()


def test_floats_are_read_with_the_places_they_were_written_with():
    # Python prints 1000.005, which is rounded half up, though the double is 1000.00499…
    expected = dijia.appraise_batch(
        "商服", ["Ⅲ-4"] * 3, remaining_term=["33.57", None, "20.00"], area=["1000.01", "3.00", "52.36"]
    )["total_yuan"]
    assert expected[1] is None
    for terms, areas in zip(columns_of(TERMS), columns_of(AREAS), strict=True):
        for places in (2, {"remaining_term": 2, "area": 2}):
            given = {"remaining_term": terms, "area": areas, "places": places}
            table = dijia.appraise_batch("商服", ["Ⅲ-4"] * 3, **given, dtype="decimal", columns=["total_yuan"])
            made = [value if isinstance(value, Decimal) else None for value in table["total_yuan"]]
            assert made == expected, type(terms)


def test_floats_of_one_argument_alone():
    given = {"coefficients": {"面积": [0.98], "形状": ["1.01"]}, "area": [10]}
    made = dijia.appraise_batch("商服", ["Ⅲ-4"], **given, places={"coefficients": 2})
    one = dijia.appraise("商服", "Ⅲ-4", coefficients={"面积": "0.98", "形状": "1.01"}, area=10)
    assert made["total_yuan"] == [one.total_yuan]
    with pytest.raises(TypeError, match=r"^row 0: remaining_term is a float"):
        dijia.appraise_batch("商服", ["Ⅲ-4"], area=[10.5], remaining_term=[33.57], places={"area": 1})
    # One float for all rows, and a column of floats, texts and whole numbers together.
    one = dijia.appraise("商服", "Ⅲ-4", remaining_term="33.57", area="20.6")
    made = dijia.appraise_batch(
        "商服",
        ["Ⅲ-4"] * 4,
        remaining_term=33.57,
        area=[20.55, "20.6", None, Decimal("20.6")],
        places={"remaining_term": 2, "area": 1},
    )
    assert made["total_yuan"] == [one.total_yuan, one.total_yuan, None, one.total_yuan]


@pytest.mark.parametrize("places", [2.0, "2", True, {"area": "2"}], ids=repr)
def test_places_are_a_whole_number(places):
    with pytest.raises(TypeError, match=r"^places(\['area'\])? is a \w+: pass an int$"):
        dijia.appraise_batch("商服", ["Ⅲ-4"], area=[1], places=places)


def test_every_refusal_of_a_float_says_how_floats_are_read():
    for terms in columns_of(TERMS):
        with pytest.raises(TypeError, match=r"^row 0(, index 0)?: remaining_term is a float") as caught:
            dijia.appraise_batch("商服", ["Ⅲ-4"] * 3, remaining_term=terms)
        assert "places=2" in str(caught.value)
    with pytest.raises(TypeError, match=r"dijia\.decimals\(value, 2\)"):
        dijia.appraise("商服", "Ⅲ-4", remaining_term=33.57)
    assert dijia.decimals(33.57, 2) == Decimal("33.57")


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u3000", "\xa0", "\ufeff", " \xa0\n"], ids=ascii)
def test_a_text_of_nothing_but_spaces_is_missing(blank):
    given = {
        "zone": "Ⅲ-4",
        "land_use": "商服",
        "remaining_term": "33.57",
        "area": "10",
        "capitalization_rate": "6%",
        "plot_ratio": "2",
    }
    dates = {"zone": "Ⅲ-4", "land_use": "商服", "valuation_date": "2021-06-01", "expiry_date": "2050-06-01"}
    level = {"zone": "Ⅲ-4", "land_use": "商服", "site_development": "六通一平"}
    grade = {"grade": "Ⅲ", "land_use": "商服"}
    pa, pl = pytest.importorskip("pyarrow"), pytest.importorskip("polars")
    for given in (given, dates, level, grade):  # noqa: B020
        for name, value in given.items():
            for kind in (list, pa.array, lambda texts: pl.Series(texts).cast(pl.Categorical)):
                if kind not in (list, pa.array) and name not in ("zone", "land_use", "grade", "site_development"):
                    continue
                made = dijia.appraise_batch(**given | {name: kind([value, blank])}, errors="coerce")
                assert list(map(str, made["status"])) == ["ok", "missing"], name
    assert dijia.zone_prices([blank, "Ⅲ-4"], ["商服", blank]) == [None, None]
    # One parcel has no rows that may be missing.
    with pytest.raises(dijia.InvalidZoneCodeError):
        dijia.zone_price("商服", blank)


WORDS = {"城镇住宅用地": "住宅", " 0501 ": "商服", "M": dijia.LandUse.INDUSTRIAL}


def test_land_uses_of_ones_own():
    uses = ["城镇住宅用地", "0501", " M", "商服", "仓储", None]
    alone = [
        ("住宅", "ok"),
        ("商服", "ok"),
        ("工业", "ok"),
        ("商服", "ok"),
        (None, "CodeNotPricedError"),
        (None, "missing"),
    ]
    expected = [use and dijia.zone_price(use, "Ⅱ-1").per_square_metre for use, _ in alone]
    pa, pl, pd = (pytest.importorskip(name) for name in ("pyarrow", "polars", "pandas"))
    columns = [
        uses,
        pa.array(uses),
        pa.array(uses).dictionary_encode(),
        pa.array(uses).cast(pa.string_view()),
        pl.Series(uses),
        pl.Series(uses, dtype=pl.Categorical),
        pd.Series(uses),
        pd.Series(uses, dtype="category"),
    ]
    for column in columns:
        made = dijia.zone_prices(["Ⅱ-1"] * 6, column, mapping=WORDS, errors="coerce", dtype="decimal")
        prices, status = (
            [*getattr(made[name], "to_pylist", made[name].__iter__)()] for name in ("per_square_metre", "status")
        )
        assert prices == expected
        assert status == [word for _, word in alone]
        table = dijia.appraise_batch(column, "Ⅱ-1", mapping=WORDS, errors="coerce", dtype="decimal")
        status = table["status"]
        assert (status.to_pylist() if hasattr(status, "to_pylist") else list(status)) == [word for _, word in alone]
    frame = pd.DataFrame({"use": uses[:4]})
    assert frame.dijia.price(zone="Ⅱ-1", land_use="use", mapping=WORDS)["unit_price"].tolist() == expected[:4]
    assert frame.dijia.zone_prices(zone="Ⅱ-1", land_use="use", mapping=WORDS).tolist() == expected[:4]
    assert (
        frame.dijia.price(zone="Ⅱ-1", land_use="0501", area="1", coefficients={"a": frame.index + 1}, mapping=WORDS)[
            "unit_price"
        ].tolist()[0]
        == expected[1]
    )
    for use, word in (("住宅", "城镇住宅用地"), ("商服", "0501"), ("工业", "M")):
        price = dijia.zone_price(use, "Ⅱ-1")
        assert dijia.zone_price(word, "Ⅱ-1", mapping=WORDS) is price
        assert dijia.appraise(word, "Ⅱ-1", mapping=WORDS).base_price is price
        assert dijia.grade_price(word, "Ⅱ", mapping=WORDS) is dijia.grade_price(use, "Ⅱ")
        assert dijia.basis("中心城区", word, mapping=WORDS) is dijia.basis("中心城区", use)


def test_a_word_that_is_in_no_mapping_is_the_error_that_it_is_without():
    for call in (
        lambda **given: dijia.zone_price("仓储", "Ⅱ-1", **given),
        lambda **given: dijia.zone_prices(["Ⅱ-1"], ["仓储"], **given),
        lambda **given: dijia.appraise_batch("仓储", ["Ⅱ-1"], **given),
    ):
        with pytest.raises(dijia.CodeNotPricedError) as without:
            call()
        with pytest.raises(dijia.CodeNotPricedError) as caught:
            call(mapping=WORDS)
        assert str(caught.value) == str(without.value)
    with pytest.raises(dijia.CodeNotPricedError, match="仓储"):
        dijia.zone_prices(["Ⅱ-1"], "商服", mapping={"0604": "仓储"})
    with pytest.raises(ValueError, match="mapping has two land uses for '0501'"):
        dijia.zone_price("0501", "Ⅱ-1", mapping={"0501": "商服", " 0501": "住宅"})
    with pytest.raises(TypeError, match="mapping has an int among its words: texts are expected"):
        dijia.zone_price("商服", "Ⅱ-1", mapping={501: "商服"})


class QVariant:
    """As Qt has it."""

    def __init__(self, value=None):
        self._value = value

    def isNull(self):  # noqa: N802
        return self._value is None

    def value(self):
        return self._value


def qt():
    """NULL, a text, a date, a date and time, and a null date: of Qt, or as Qt has them."""

    class Date:
        def __init__(self, date):
            self.date = date

        def isNull(self):  # noqa: N802
            return self.date is None

    class QDate(Date):
        def toPyDate(self):  # noqa: N802
            return self.date

    class QDateTime(Date):
        def toPyDateTime(self):  # noqa: N802
            return datetime.datetime(self.date.year, self.date.month, self.date.day, 12 * (self.date.day == 2))

    yield (
        QVariant(),
        QVariant("Ⅲ-4"),
        lambda *date: QDate(datetime.date(*date)),
        lambda *date: QDateTime(datetime.date(*date)),
        QDate(None),
    )
    try:
        from PyQt6 import QtCore
    except ImportError:
        return
    yield (
        QtCore.QVariant(),
        QtCore.QVariant("Ⅲ-4"),
        QtCore.QDate,
        lambda year, month, day: QtCore.QDateTime(year, month, day, 12 * (day == 2), 0),
        QtCore.QDate(),
    )


def test_the_values_of_qgis_are_what_they_stand_for():
    for null, zone, date, moment, no_date in qt():
        assert dijia.zone_prices([zone, null, "Ⅲ-4"], ["商服", "商服", null]) == [Decimal(9138), None, None]
        one = dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-06-01", expiry_date="2050-06-03")
        for first, last in ((date(2021, 6, 1), date(2050, 6, 3)), (moment(2021, 6, 1), moment(2050, 6, 3))):
            assert dijia.appraise("商服", zone, valuation_date=first, expiry_date=last) == one
            made = dijia.appraise_batch("商服", [zone] * 3, valuation_date=first, expiry_date=[last, no_date, null])
            assert made["unit_price"] == [one.unit_price, None, None]
            pd = pytest.importorskip("pandas")
            made = dijia.appraise_batch("商服", pd.Series([zone]), valuation_date=first, expiry_date=pd.Series([last]))
            assert made["unit_price"].tolist() == [float(one.unit_price)]
        assert dijia.JINAN_2020.validity_on(date(2024, 1, 1)) is dijia.Validity.EXPIRED
        # NULL is not given, as None is not.
        assert dijia.appraise("商服", "Ⅲ-4", remaining_term=null, area=null) == dijia.appraise("商服", "Ⅲ-4")
        assert dijia.appraise_batch("商服", ["Ⅲ-4"], area=null)["unit_price"] == [Decimal("9138.00")]
        for call in (dijia.appraise, lambda use, zone, **given: dijia.appraise_batch(use, [zone], **given)):
            with pytest.raises(TypeError, match=r"valuation_date is a time of a day: pass a datetime\.date"):
                call("商服", "Ⅲ-4", valuation_date=moment(2021, 6, 2))
        with pytest.raises(TypeError, match="zone is a QVariant: pass a str or a ZoneCode"):
            dijia.zone_price("商服", null)
