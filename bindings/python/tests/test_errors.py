import inspect
import os
import pickle
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import dijia
import pytest
from dijia import _edition_errors, _errors

HALF = {"term": {"base_price": 100, "capitalization_rate": "0.06", "statutory_term": 40}}

EDITIONS = Path(__file__).parents[3] / "crates/dijia-tables/tests/editions"
TONGDAO, SHANGHAI = (dijia.Edition.read(EDITIONS / name) for name in ("tongdao-2026", "shanghai-2013"))
NO_PLOT_RATIO = dijia.Edition.from_tables(
    "some-city-2026",
    {
        "edition": {"city": "某市", "document_number": "某政发〔2026〕1号"},
        "annexes": [{"number": 1, "land_uses": "商业", "prices": "grade"}],
        "annex-1": [{"grade": "一级", "floor_price": "1200"}],
    },
)

OTHER_JINAN = dijia.Edition.from_tables(
    "jinan-made-up",
    {
        "edition": {"city": "济南市", "document_number": "虚构〔2021〕1号", "first_day_in_force": "2021-01-01"},
        "annexes": [{"number": 1, "land_uses": "商业", "prices": "grade"}],
        "annex-1": [{"grade": "一级", "商业": "1200"}],
    },
)
NOT_BETWEEN = dijia.Edition.from_tables(
    "city-2024",
    {
        "edition": {"city": "某市", "document_number": "虚构〔2024〕1号"},
        "annexes": [{"number": 1, "land_uses": "商业", "prices": "grade"}],
        "annex-1": [{"grade": "一级", "商业": "1200"}],
        "corrections": [{"kind": "plot ratio", "file": "kv.csv", "between": "nothing", "part": "附表"}],
        "kv": [{"plot_ratio": "1", "coefficient": "0.9"}, {"plot_ratio": "2", "coefficient": "1"}],
    },
)

CASES = [
    (lambda: dijia.Editions([dijia.JINAN_2020]).on("济州市", "2021-01-01"), "NoSuchCityError", "济州市"),
    (lambda: dijia.Editions([dijia.JINAN_2020]).on("济南市", "2024-01-01"), "NoneInForceError", date(2024, 1, 1)),
    (
        lambda: dijia.Editions([dijia.JINAN_2020, OTHER_JINAN]).on("济南市", "2021-01-01"),
        "SeveralInForceError",
        date(2021, 1, 1),
    ),
    (lambda: dijia.zone_price("0501", "Ⅲ-4"), "BareCodeError", "0501"),
    (lambda: dijia.zone_price("城镇住宅用地", "Ⅲ-4"), "CodeNotPricedError", "城镇住宅用地"),
    (lambda: dijia.JINAN_2020.land_use_by_code("GB/T 21010-2017", "9999"), "NoSuchCodeError", "9999"),
    (lambda: dijia.JINAN_2020.land_use_by_code("某标准", "05"), "NoSuchSchemeError", "某标准"),
    (lambda: dijia.Edition.open(b"\x89dijia\r\n"), "InvalidEditionError", None),
    (lambda: TONGDAO.correction_level("居住", "二级", "地铁", "优"), "NoSuchFactorError", "地铁"),
    (lambda: TONGDAO.correction_level("居住", "二级", "朝向", "上"), "NoSuchLevelError", "上"),
    (lambda: NOT_BETWEEN.plot_ratio_coefficient("商业", "一级", "1.5"), "NotTabulatedError", Decimal("1.5")),
    (lambda: TONGDAO.grade_price(dijia.LandUse.INDUSTRIAL, "一级"), "NoSuchUseError", dijia.LandUse.INDUSTRIAL),
    (lambda: SHANGHAI.grade_price(dijia.LandUse.COMMERCIAL, "1"), "SeveralUsesError", dijia.LandUse.COMMERCIAL),
    (lambda: SHANGHAI.grade_price("商业", "1", district=dijia.Area.TOWNSHIP), "NoSuchAreaError", dijia.Area.TOWNSHIP),
    (
        lambda: dijia.appraise("商业", grade="一级", edition=NO_PLOT_RATIO),
        "NotStatedError",
        dijia.Quantity.PLOT_RATIO,
    ),
    (lambda: dijia.LandUse("商住"), "InvalidLandUseError", "商住"),
    (lambda: dijia.Grade("XXI"), "InvalidGradeError", "XXI"),
    (lambda: dijia.zone_price("商服", "Ⅲ-4a"), "InvalidZoneCodeError", "Ⅲ-4a"),
    (lambda: dijia.Area("郊区"), "InvalidAreaError", "郊区"),
    (lambda: dijia.Service("wifi"), "InvalidServiceError", "wifi"),
    (lambda: dijia.DevelopmentLevel.parse("八通"), "InvalidDevelopmentLevelError", "八通"),
    (lambda: dijia.appraise(base_price="1,000"), "InvalidDecimalError", "1,000"),
    (lambda: dijia.appraise(base_price=1, valuation_date="2023-02-29"), "InvalidDateError", "2023-02-29"),
    (lambda: dijia.grade_price("工业", "Ⅸ"), "NoSuchGradeError", dijia.Grade.IX),
    (lambda: dijia.zone_price("商服", "Ⅲ-99"), "NoSuchZoneError", dijia.ZoneCode(dijia.Grade.III, 99)),
    (lambda: dijia.zone_price("公服", "Ⅰ-1"), "FiguresNotInHandError", dijia.LandUse.PUBLIC_SERVICE),
    (lambda: dijia.appraise(base_price=0), "NotPositiveError", Decimal(0)),
    (
        lambda: dijia.appraise(base_price=1, capitalization_rate=2, statutory_term=40, remaining_term=1),
        "OutOfRangeError",
        Decimal(2),
    ),
    (lambda: dijia.appraise(base_price=1, coefficients={"面积": 0}), "CoefficientNotPositiveError", Decimal(0)),
    (lambda: dijia.appraise("商服", "Ⅲ-4", remaining_term="40.01"), "TermExceedsStatutoryError", Decimal("40.01")),
    (
        lambda: dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-01-01", expiry_date="2021-01-01"),
        "ExpiryNotAfterValuationError",
        date(2021, 1, 1),
    ),
    (lambda: dijia.appraise(base_price=1, plot_ratio=1, plot_ratio_table={}), "InvalidTableError", 0),
    (
        lambda: dijia.appraise(base_price=1, plot_ratio=9, plot_ratio_table={"1": 1, "2": 2}),
        "PlotRatioOutsideTableError",
        Decimal(9),
    ),
    (
        lambda: dijia.appraise("商服", "Ⅲ-4", valuation_date="2021-01-01", date_index={"2020-01-01": 1}),
        "DateOutsideIndexError",
        date(2019, 1, 1),
    ),
    (
        lambda: dijia.appraise(base_price=1, factor_corrections={"a": "-0.5", "b": "-50%"}),
        "FactorSumTooLowError",
        Decimal(-1),
    ),
    (lambda: dijia.appraise(base_price=1, factor_corrections={"a": "8.59"}), "FactorOutOfRangeError", Decimal("8.59")),
    (lambda: dijia.appraise(base_price=1, coefficients=[("面积", 1), ("面积", 1)]), "NamedTwiceError", "面积"),
    (lambda: dijia.appraise("商服", "Ⅲ-4", unit_costs={"road": 5}), "TakesNoPartError", dijia.Quantity.UNIT_COST),
    (lambda: dijia.appraise("商服", "Ⅲ-4", site_development="none"), "MissingUnitCostError", dijia.Service.ROAD),
    (
        lambda: dijia.appraise("商服", "Ⅲ-4", site_development="none", unit_costs={"road": -1}),
        "NegativeUnitCostError",
        Decimal(-1),
    ),
    (
        lambda: dijia.appraise("商服", "Ⅲ-4", site_development="none", unit_costs={"road": 1, "通路": 1}),
        "DuplicateUnitCostError",
        dijia.Service.ROAD,
    ),
    (lambda: dijia.appraise(base_price=1, remaining_term=1), "MissingError", dijia.Quantity.CAPITALIZATION_RATE),
    (
        lambda: dijia.appraise("商服", "Ⅲ-4", remaining_term=1, expiry_date="2040-01-01"),
        "ConflictError",
        dijia.Quantity.EXPIRY_DATE,
    ),
    (lambda: dijia.appraise(base_price=1, coefficients={str(i): 1 for i in range(17)}), "TooManyError", 17),
    (lambda: dijia.appraise(base_price=1, development_adjustment=-1), "ResultNotPositiveError", Decimal("0.00")),
    (lambda: dijia.mixed_use([(dijia.appraise(base_price=1), "0.5")]), "SharesNotOneError", Decimal("0.5")),
    (lambda: dijia.RoundingPolicy(unit_price_places=13), "TooManyPlacesError", 13),
    (
        lambda: dijia.appraise(base_price="9" * 28, area="9" * 28),
        "TooManyDigitsError",
        dijia.Quantity.UNIT_PRICE,
    ),
]


@pytest.mark.parametrize(("broken", "kind", "value"), CASES, ids=[case[1] for case in CASES])
def test_errors(broken, kind, value):
    with pytest.raises(dijia.DijiaError) as caught:
        broken()
    error = caught.value
    assert type(error).__name__ == kind
    assert isinstance(error, ValueError)
    assert error.value == value
    assert error.rule
    assert "{" not in error.rule
    assert error.rule_english == error.rule
    assert str(error)[0].islower() or str(error)[0].isdigit() or str(error)[0] in 'Ⅲ"'
    assert error.row is None
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.value, again.rule) == (type(error), str(error), value, error.rule)
    assert vars(again) == vars(error)
    assert str(error) == error.english
    # But for what the caller gave, and the names of standards and files, Chinese has no English words; and a Chinese
    # Windows can write it.
    chinese = error.chinese.replace(str(value), "")
    for name in (getattr(error, "edition", ""), *getattr(error, "editions", ()), getattr(error, "before", "")):
        chinese = chinese.replace(str(name), "")
    chinese = re.sub("GB/T [0-9-]+|codes.csv", "", chinese)
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not re.search("[A-Za-z]", re.sub('".*"', "", chinese))
    assert chinese.encode("gbk").decode("gbk") == chinese
    # So has the rule, which stands in the message or says what it follows from.
    rule = error.rule_chinese.replace(str(value), "")
    for name in (getattr(error, "edition", ""), *getattr(error, "editions", ())):
        rule = rule.replace(str(name), "")
    assert re.search("[\u4e00-\u9fff]", rule)
    assert not re.search("[A-Za-z{}]", re.sub('GB/T [0-9-]+|III|".*"', "", rule)), rule
    assert rule.encode("gbk").decode("gbk") == rule


def test_every_kind_is_tested():
    kinds = {
        name
        for name, kind in {**vars(_errors), **vars(_edition_errors)}.items()
        if inspect.isclass(kind) and issubclass(kind, dijia.DijiaError)
    }
    never = {"DijiaError", "MisspellingError", "UndecidedError", "NoBasisError", "CellTypeError"}
    assert {case[1] for case in CASES} == kinds - never
    assert kinds <= set(dijia.__all__)


def test_messages():
    with pytest.raises(dijia.NoSuchZoneError) as caught:
        dijia.zone_price("商服", "Ⅲ-99")
    assert str(caught.value) == "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"
    assert caught.value.zone_count == 12
    with pytest.raises(dijia.InvalidZoneCodeError) as caught:
        dijia.zone_price("商服", "Ⅲ-4a")
    assert (caught.value.character, caught.value.reason) == (4, "nothing may follow the zone number but 区片")


def test_the_row_of_a_batch_is_named_in_both_languages():
    with pytest.raises(dijia.NoSuchZoneError) as caught:
        dijia.zone_prices(["Ⅲ-4", "Ⅲ-99"], "商服")
    error = caught.value
    assert error.english == "row 1: no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"
    assert error.chinese == "行 1：商服没有区片 Ⅲ-99：Ⅲ 级有 1 至 12 号区片"
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)


SAYS_ITSELF = """
import dijia
try:
    dijia.zone_price("商服", "Ⅲ-99")
except dijia.DijiaError as error:
    print(error)
print(*dijia.appraise("商服", "Ⅲ-4", valuation_date="2018-12-31").warnings, sep="\\n")
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (None, "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"),
        ("en", "no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12"),
        ("zh", "商服没有区片 Ⅲ-99：Ⅲ 级有 1 至 12 号区片"),
        ("zh_CN.UTF-8", "商服没有区片 Ⅲ-99：Ⅲ 级有 1 至 12 号区片"),
    ],
)
def test_the_environment_chooses_the_language_of_str(language, said):
    environment = {name: value for name, value in os.environ.items() if name != "DIJIA_LANGUAGE"}
    environment |= {"PYTHONIOENCODING": "utf-8", **({"DIJIA_LANGUAGE": language} if language else {})}
    done = subprocess.run(
        [sys.executable, "-c", SAYS_ITSELF], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    lines = done.stdout.splitlines()
    warnings = dijia.appraise("商服", "Ⅲ-4", valuation_date="2018-12-31").warnings
    is_chinese = language is not None and language.startswith("zh")
    assert lines == [said, *(warning.chinese if is_chinese else warning.english for warning in warnings)]


FLOATS = ["area", "remaining_term", "plot_ratio", "capitalization_rate", "date_coefficient", "development_adjustment"]


@pytest.mark.parametrize("name", FLOATS)
def test_floats_are_refused(name):
    with pytest.raises(TypeError) as caught:
        dijia.appraise("商服", "Ⅲ-4", **{name: 1.5})
    message = (
        f"{name} is a float, which is not the decimal it looks like: pass a str or a decimal.Decimal, or say how many "
        "places it was written with: dijia.decimals(value, 2), or places=2 in a batch"
    )
    assert str(caught.value) == message


@pytest.mark.parametrize("value", [True, None, object(), b"1", [1]])
def test_other_types_are_refused(value):
    with pytest.raises(TypeError):
        dijia.appraise("商服", "Ⅲ-4", coefficients={"面积": value})


def test_which_base():
    message = "exactly one of zone, grade and base_price is expected"
    for given in ({}, {"land_use": "商服"}, {"zone": "Ⅲ-4", "grade": "Ⅲ", "land_use": "商服"}):
        with pytest.raises(TypeError, match=message):
            dijia.appraise(**given)
    with pytest.raises(TypeError, match="zone needs land_use"):
        dijia.appraise(zone="Ⅲ-4")
