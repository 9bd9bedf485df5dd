import pickle
from datetime import date, datetime, timezone
from decimal import Decimal
from fractions import Fraction

import dijia
import pytest
from dijia import RoundingPolicy
from hypothesis import given, settings
from hypothesis import strategies as st
from model import rounded, term_coefficient, unit_price


def test_worked_example():
    appraised = dijia.appraise(
        "商服",
        "Ⅲ-4",
        remaining_term="33.57",
        coefficients={"面积": "0.98"},
        factor_corrections={"区域": "2.402%"},
        plot_ratio="2.5",
        area=1000,
    )
    ky = term_coefficient("0.064", "33.57", "40")
    assert str(ky) == "0.9553"
    assert appraised.unit_price == unit_price("9138", [str(ky), "0.98"], ["0.02402"])
    assert str(appraised.unit_price) == "8760.43"
    assert appraised.wan_yuan_per_mu == rounded(Fraction("8760.43") / 15, 2)
    assert appraised.floor_price == rounded(Fraction("8760.43") / Fraction("2.5"), 2)
    assert str(appraised.total_yuan) == "8760430.00"
    assert appraised.total_wan_yuan == rounded(Fraction("8760.43") / 10, 2)
    assert appraised.deviation == rounded((Fraction("8760.43") / 9138 - 1) * 100, 2)
    assert appraised.base_price is dijia.zone_price("商服", "Ⅲ-4")
    assert (str(appraised.term_coefficient), str(appraised.factor_sum)) == ("0.9553", "0.02402")
    assert appraised.plot_ratio_coefficient is appraised.date_coefficient is appraised.development_adjustment is None
    kinds = [step.kind.name for step in appraised.steps]
    assert kinds == [
        "BASE_PRICE",
        "TERM_COEFFICIENT",
        "COEFFICIENT",
        "FACTOR_CORRECTION",
        "FACTOR_SUM",
        "UNIT_PRICE",
        "WAN_YUAN_PER_MU",
        "FLOOR_PRICE",
        "TOTAL_YUAN",
        "TOTAL_WAN_YUAN",
        "DEVIATION",
    ]
    assert appraised.steps[2].name == "面积"
    assert appraised.steps[0].citation.annex == 2
    assert "9138 × 0.9553 × 0.98 × (1 + 2.402%)" in str(appraised)
    assert "× (1 + ΣKi)" in appraised.worksheet("English")
    assert appraised.worksheet(layout="html") in appraised._repr_html_()
    assert appraised._repr_markdown_() == appraised.worksheet("Chinese", dijia.Layout.MARKDOWN)
    assert "| Ky | term coefficient |" in appraised.worksheet("English", "markdown")
    with pytest.raises(ValueError, match=r"^'pdf' is not a valid Layout$"):
        appraised.worksheet(layout="pdf")
    made = appraised.to_dict()
    assert made["unit_price"] == Decimal("8760.43")
    assert made["steps"][1]["value"] == Decimal("0.9553")


def test_values_are_shown_as_small_tables():
    from html.parser import HTMLParser

    def rows(value):
        class Cells(HTMLParser):
            found = []

            def handle_starttag(self, tag, attrs):
                if tag == "tr":
                    self.found.append([])

            def handle_data(self, data):
                if self.found:
                    self.found[-1].append(data)

        Cells.found = []
        Cells().feed(value._repr_html_())
        return Cells.found

    basis = [
        ["基准日", "2019-01-01"],
        ["土地还原利率", "0.064"],
        ["法定最高出让年期", "40 年"],
        ["容积率", "2.0"],
        ["开发程度", "六通一平"],
    ]
    price = dijia.zone_price("商服", "Ⅲ-4")
    assert price._repr_html_().startswith("<div><strong>商服 Ⅲ-4 区片基准地价</strong><table>")
    assert rows(price) == [
        ["地面价", "9138 元/㎡"],
        ["每亩地价", "609 万元/亩"],
        ["楼面地价", "4569 元/㎡"],
        *basis,
        ["来源", "济政发〔2020〕12号 附件2 第15行"],
    ]
    assert rows(price.basis) == [*basis, ["来源", "济政发〔2020〕12号 中心城区有关说明"]]
    # An industrial zone has no floor price.
    assert [name for name, _ in rows(dijia.zone_price("工业", "Ⅰ-1"))][:3] == ["地面价", "每亩地价", "基准日"]
    assert rows(dijia.grade_price("住宅", "Ⅱ"))[0] == ["地面价", "12008 元/㎡"]
    assert rows(dijia.JINAN_2020)[2:] == [
        ["基准日", "2019-01-01"],
        ["有效期", "2020-10-08 至 2023-10-07"],
        ["级别地价", "24"],
        ["区片地价", "221"],
    ]
    assert rows(dijia.appraise("商服", "Ⅲ-4", remaining_term="33.57").steps[1]) == [
        ["符号", "项目", "算式", "取位前", "取值", "单位", "来源"],
        # A coefficient has no unit, so that its cell is empty.
        ["Ky", "年期修正系数", "[1 - (1 + 0.064)^-33.57] ÷ [1 - (1 + 0.064)^-40]", "0.955269395023", "0.9553", "推算"],
    ]
    named = dijia.appraise(base_price=1, coefficients={"<b>": 1}).steps[1]
    assert "<b>" not in named._repr_html_()
    assert "&lt;b&gt;" in named._repr_html_()


def test_html_is_escaped():
    html = dijia.appraise(base_price=1, coefficients={"<script>": 1})._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


HOSTILE = r"""a|b *c* _d_ `e` <f> [g](h) &amp; "i" 'j' \ \| ~~k~~ 面积"""


def test_html_says_what_the_steps_say():
    from html.parser import HTMLParser

    class Table(HTMLParser):
        def __init__(self):
            super().__init__()
            self.tags, self.rows = [], []

        def handle_starttag(self, tag, attrs):
            self.tags.append((tag, dict(attrs)))
            if tag == "tr":
                self.rows.append([])
            if tag in ("td", "th"):
                self.rows[-1].append("")

        def handle_data(self, data):
            if self.rows and self.rows[-1]:
                self.rows[-1][-1] += data.strip("\n")

    appraised = dijia.appraise(base_price=9138, coefficients={HOSTILE: "1.1"}, area=10)
    table = Table()
    table.feed(appraised.worksheet("English", "html"))
    assert table.tags[:2] == [("table", {"lang": "en"}), ("caption", {})]
    assert all(attrs.get("scope") in ("row", "col") for tag, attrs in table.tags if tag == "th")
    assert [cells[0] for cells in table.rows] == [
        "benchmark price",
        "area",
        "rounding",
        "symbol",
        *("P", "Kj", "V", "V/15", "V×S", "V×S", "V/P-1"),
        f"V = P × K{HOSTILE}= 9138 × 1.1= 10051.80 yuan/m²",
    ]
    assert table.rows[5] == ["Kj", f"coefficient {HOSTILE}", "", "", "1.1", "", "given"]


def test_markdown_says_what_the_steps_say():
    markdown_it = pytest.importorskip("markdown_it")
    sheet = dijia.appraise(base_price=9138, coefficients={HOSTILE: "1.1"}, area=10).worksheet("English", "markdown")
    tokens = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(sheet)
    lines = [token.children for token in tokens if token.type == "inline"]
    # Nothing is markup but the title, and where the lines of the formula end.
    assert {part.type for parts in lines[1:] for part in parts} == {"text", "hardbreak"}
    texts = ["".join(part.content for part in parts) for parts in lines]
    assert texts[:4] == [
        "Appraisal by the coefficient-correction method",
        "benchmark price: given",
        "area: 10 m²",
        "rounding: derived coefficients to 4 places, unit price to 2, amounts to 2, half up",
    ]
    assert texts[4:11] == ["symbol", "item", "computation", "before rounding", "value", "unit", "source"]
    assert texts[18:25] == ["Kj", f"coefficient {HOSTILE}", "", "", "1.1", "", "given"]
    assert texts[-1] == f"V = P × K{HOSTILE}= 9138 × 1.1= 10051.80 yuan/m²"


def amount(low, high, places):
    return st.integers(low * 10**places, high * 10**places).map(lambda units: str(Decimal(units).scaleb(-places)))


@settings(max_examples=300, deadline=None)
@given(
    price=amount(1, 30000, 2),
    rate=st.integers(1, 200).map(lambda permille: str(Decimal(permille).scaleb(-3))),
    terms=st.tuples(amount(0, 100, 2), amount(1, 100, 2)),
    coefficients=st.lists(amount(0, 2, 4), max_size=6),
    factors=st.lists(st.integers(-99999, 99999).map(lambda it: str(Decimal(it).scaleb(-5))), max_size=4),
    adjustment=amount(-50, 50, 1),
    area=amount(0, 100000, 2),
)
def test_against_the_model(price, rate, terms, coefficients, factors, adjustment, area):
    remaining, statutory = sorted(terms, key=Decimal)
    arguments = {
        "base_price": price,
        "capitalization_rate": rate,
        "statutory_term": statutory,
        "remaining_term": remaining,
        "coefficients": {str(place): value for place, value in enumerate(coefficients)},
        "factor_corrections": {str(place): value for place, value in enumerate(factors)},
        "development_adjustment": adjustment,
        "area": area,
    }
    ky = term_coefficient(rate, remaining, statutory) if Decimal(remaining) > 0 else Decimal(0)
    honest = ky > 0 and all(Decimal(value) > 0 for value in coefficients) and Decimal(area) > 0
    honest = honest and 1 + sum(map(Decimal, factors)) > 0
    expected = unit_price(price, [str(ky), *coefficients], factors, adjustment) if honest else Decimal(0)
    if not honest or expected <= 0:
        with pytest.raises(dijia.DijiaError):
            dijia.appraise(**arguments)
        return
    appraised = dijia.appraise(**arguments)
    assert str(appraised.unit_price) == str(expected)
    assert str(appraised.total_yuan) == str(rounded(Fraction(expected) * Fraction(area), 2))
    assert str(appraised.total_wan_yuan) == str(rounded(Fraction(expected) * Fraction(area) / 10000, 2))
    assert str(appraised.wan_yuan_per_mu) == str(rounded(Fraction(expected) / 15, 2))


def test_policies():
    given = {"land_use": "商服", "zone": "Ⅲ-4", "remaining_term": "33.57"}
    unrounded = dijia.appraise(**given, policy=RoundingPolicy.UNROUNDED_COEFFICIENTS)
    assert unrounded.policy.coefficient_places is None
    ky = term_coefficient("0.064", "33.57", "40", 60)
    assert unrounded.unit_price == rounded(9138 * Fraction(ky), 2)
    assert unrounded.steps[1].unrounded
    assert unrounded.term_coefficient is None
    whole = dijia.appraise(**given, policy=RoundingPolicy(unit_price_places=0, amount_places=1), area=3)
    assert (str(whole.unit_price), str(whole.total_yuan)) == ("8730", "26190.0")
    half = {"base_price": "0.125"}
    assert str(dijia.appraise(**half).unit_price) == "0.13"
    even = RoundingPolicy(mode=dijia.RoundingMode.HALF_EVEN)
    assert str(dijia.appraise(**half, policy=even).unit_price) == "0.12"


def test_dates():
    given = {"land_use": "住宅", "zone": "Ⅱ-1", "valuation_date": date(2021, 3, 1)}
    appraised = dijia.appraise(**given, expiry_date="2080-06-30")
    assert appraised.steps[1].kind is dijia.StepKind.REMAINING_TERM
    # 59 whole years to 2080-03-01, and 121 days.
    assert appraised.steps[1].value == rounded(59 + Fraction(121, 365), 2)
    assert dijia.appraise(**{**given, "valuation_date": datetime(2021, 3, 1)}, expiry_date="2080-06-30") == appraised
    for text in ("2021/3/1", "2021.3.1", "2021年3月1日", "20210301", "2021-03-01 00:00:00", "\ufeff２０２１-3-1\u00a0"):
        assert dijia.appraise(**{**given, "valuation_date": text}, expiry_date="2080/6/30").steps == appraised.steps
    growth = dijia.appraise(**given, monthly_growth="0.5 ％")
    assert growth.steps[2].value == Decimal("1.1385")  # 1.005^26.00
    falling = dijia.appraise(**given, date_index={"2019-01-01": 100, "2021-01-01": 90, "2022-01-01": 95})
    assert falling.steps[1].value == Decimal("0.9000")


@pytest.mark.parametrize(
    "value",
    [
        datetime(2021, 3, 1, 12),
        datetime(2021, 3, 1, 0, 1),
        datetime(2021, 3, 1, 0, 0, 1),
        datetime(2021, 3, 1, microsecond=1),
        datetime(2021, 3, 1, tzinfo=timezone.utc),
    ],
)
def test_a_time_of_day_is_no_date(value):
    with pytest.raises(TypeError, match=r"^valuation_date is a time of a day: pass a datetime.date$"):
        dijia.appraise("住宅", "Ⅱ-1", valuation_date=value)
    with pytest.raises(dijia.InvalidDateError):
        dijia.appraise("住宅", "Ⅱ-1", valuation_date=value.isoformat(" "))


def test_a_time_of_day_of_pandas_is_no_date():
    pandas = pytest.importorskip("pandas")
    day = pandas.Timestamp("2021-03-01")
    assert dijia.appraise("住宅", "Ⅱ-1", valuation_date=day) == dijia.appraise(
        "住宅", "Ⅱ-1", valuation_date=date(2021, 3, 1)
    )
    for unit in ("ns", "us", "s", "h"):
        with pytest.raises(TypeError, match=r"^valuation_date is a time of a day: pass a datetime.date$"):
            dijia.appraise("住宅", "Ⅱ-1", valuation_date=day + pandas.Timedelta(1, unit))
    with pytest.raises(
        TypeError, match=r"^valuation_date is a NaTType: pass a datetime.date, or a str such as 2020-10-08$"
    ):
        dijia.appraise("住宅", "Ⅱ-1", valuation_date=pandas.NaT)


def test_warnings():
    appraised = dijia.appraise("商服", "Ⅲ-4", valuation_date="2018-05-01", coefficients={"个别": "0.5"})
    assert [type(warning).__name__ for warning in appraised.warnings] == [
        "LargeDeviation",
        "OutsideValidity",
        "BeforeBaseDate",
        "DateUncorrected",
    ]
    large, outside, before, uncorrected = appraised.warnings
    assert large.percent == Decimal("-50.00")
    assert outside.validity is dijia.Validity.NOT_YET_IN_FORCE
    assert before.base_date == date(2019, 1, 1)
    assert uncorrected.valuation_date == date(2018, 5, 1)
    assert large.carriers == ((dijia.Quantity.COEFFICIENT, "个别"),)
    assert str(large) == (
        'the unit price deviates from the benchmark price by -50.00 %, more than 30 %: carried by coefficient "个别"'
    )
    assert large.chinese == '宗地单价偏离基准地价 -50.00%，超过 30%，主要来自修正系数 "个别"'


def test_silence_where_an_appraiser_wants_a_word():
    def said(**given):
        return [type(warning).__name__ for warning in dijia.appraise("商服", "Ⅲ-4", **given).warnings]

    assert said() == ["NoValuationDate"]
    assert said(plot_ratio="4.5") == ["NoValuationDate", "PlotRatioUncorrected"]
    assert said(plot_ratio="2.00", valuation_date="2022-06-30") == ["DateUncorrected"]
    assert said(valuation_date="2022-06-30", date_coefficient=1) == []
    # The unit of a number is in doubt as a str, an int or a Decimal, and beyond doubt with a sign.
    day = {"valuation_date": "2022-06-30", "date_coefficient": 1, "coefficients": {"K": "0.8"}}
    for bare in ("0.3873", Decimal("0.3873")):
        assert said(factor_corrections={"距商服中心": bare}, **day) == ["BareFactors"]
    assert said(factor_corrections={"距商服中心": "38.73%"}, **day) == []
    doubted = dijia.appraise("商服", "Ⅲ-4", factor_corrections={"距商服中心": "-0.3873"}).warnings[-1]
    assert doubted.sum == Decimal("-0.3873")
    assert doubted.chinese == "未带百分号的因素修正合计 -0.3873，即 -38.73%：是否应为 -0.3873%"
    ratio = dijia.appraise("商服", "Ⅲ-4", plot_ratio="4.5").warnings[-1]
    assert (ratio.plot_ratio, ratio.basis) == (Decimal("4.5"), Decimal("2.0"))
    unchecked = dijia.appraise("商服", "Ⅲ-4").warnings[0]
    assert (unchecked.first_day, unchecked.last_day) == (date(2020, 10, 8), date(2023, 10, 7))
    # Of a price of one's own the library knows neither a basis nor a document.
    assert dijia.appraise(base_price=710, plot_ratio=3).warnings == ()
    assert "委托方" not in dijia.appraise(base_price=710).worksheet()


def test_development():
    appraised = dijia.appraise("商服", "Ⅲ-4", site_development="七通一平", unit_costs={"供热": "30.5"})
    assert appraised.unit_price == Decimal("9168.50")
    same = dijia.appraise(
        "商服",
        "Ⅲ-4",
        site_development=dijia.DevelopmentLevel.parse("七通一平"),
        unit_costs={dijia.Service.HEATING: "30.5"},
    )
    assert same == appraised
    iterated = dijia.appraise("商服", "Ⅲ-4", site_development=iter(dijia.Service), unit_costs={"供热": "30.5"})
    assert iterated == appraised


def test_mixed_use():
    shops, flats = dijia.appraise("商服", "Ⅲ-4"), dijia.appraise("住宅", "Ⅲ-4")
    mixed = dijia.mixed_use([(shops, "30%"), (flats, "0.7")], area=1000)
    expected = rounded(Fraction(shops.unit_price) * Fraction(3, 10) + Fraction(flats.unit_price) * Fraction(7, 10), 2)
    assert mixed.unit_price == expected
    assert mixed.shares == ((shops, Decimal("0.30")), (flats, Decimal("0.7")))
    assert mixed.total_yuan == expected * 1000
    assert "混合用途" in str(mixed)
    assert "mixed use" in mixed.worksheet("English")
    sheets = [of.worksheet(layout="markdown") for of in (mixed, shops, flats)]
    assert mixed._repr_markdown_() == "\n".join(sheets)
    assert all(of.worksheet(layout="html") in mixed._repr_html_() for of in (mixed, shops, flats))
    assert mixed.to_dict()["shares"][0]["appraised"]["unit_price"] == shops.unit_price


def test_decimals_in():
    for value in ("33.57", Decimal("33.57"), Decimal("3357E-2"), " 33.57 "):
        assert dijia.appraise("商服", "Ⅲ-4", remaining_term=value).unit_price == Decimal("8729.53")
    assert dijia.appraise(base_price=Decimal("1E+3")).unit_price == 1000
    with pytest.raises(dijia.InvalidDecimalError):
        dijia.appraise(base_price=Decimal("NaN"))


# 60 × (40 → 50 years, 6 %), 3000 × (30 → 40 years, 7 %) and 1000 × (perpetual → 70 years, 6 %): printed answers of exam
# problems, 62.853…, 3223.06 and 983.07.
@pytest.mark.parametrize(
    ("price", "rate", "statutory", "remaining", "answer"),
    [
        (60, "6%", 40, 50, "62.853"),
        (3000, "7%", 30, 40, "3223.06"),
        (1000, "6%", "无限年期", 70, "983.07"),
        (1000, "6%", "perpetual", "perpetual", "1000.00"),
    ],
)
def test_terms_beyond_the_statutory_one_and_without_end(price, rate, statutory, remaining, answer):
    places = len(answer.partition(".")[2])
    policy = dijia.RoundingPolicy(None, places)
    given = {"capitalization_rate": rate, "statutory_term": statutory, "remaining_term": remaining}
    priced = dijia.appraise(base_price=price, **given, longer_term=True, policy=policy)
    assert str(priced.unit_price) == answer
    in_batch = dijia.appraise_batch(base_price=[price], **given, longer_term=True, policy=policy)
    assert in_batch["unit_price"] == [priced.unit_price]


def test_a_longer_term_is_permitted_or_refused():
    with pytest.raises(dijia.TermExceedsStatutoryError):
        dijia.appraise("商服", "Ⅲ-4", remaining_term=50)
    # [1 − 1.064^−50] ÷ [1 − 1.064^−40] = 0.95502… ÷ 0.91637… = 1.0422
    assert str(dijia.appraise("商服", "Ⅲ-4", remaining_term=50, longer_term=True).term_coefficient) == "1.0422"
    with pytest.raises(dijia.TakesNoPartError) as refused:
        dijia.appraise("商服", "Ⅲ-4", longer_term=True)
    assert str(refused.value) == "the permission for a longer term takes no part: no remaining term is given"
    assert refused.value.chinese == "未给出剩余使用年期，年期超限许可不起作用"


def test_ratios_are_exact():
    # 10000 × 100 ÷ 103 × 7 ÷ 8 = 8495.1456…
    for kt, corner in [("100/103", "7/8"), (Fraction(100, 103), Fraction(7, 8)), ("100 ÷ 103", "0.875")]:
        given = {"date_coefficient": kt, "coefficients": {"街角": corner}}
        priced = dijia.appraise(base_price=10000, **given)
        assert str(priced.unit_price) == "8495.15"
        assert priced.date_coefficient is None
        assert dijia.appraise_batch(base_price=[10000, 1], **given)["unit_price"][0] == priced.unit_price
        assert pickle.loads(pickle.dumps(priced)) == priced
    assert "10000 × (100 ÷ 103) × 0.875\n" in priced.worksheet()
    with pytest.raises(dijia.NotPositiveError) as refused:
        dijia.appraise(base_price=1, plot_ratio_coefficient="1.16/0")
    assert str(refused.value) == "the plot-ratio coefficient is 0, and must be positive"


def test_shares_by_areas_are_exact():
    # 80 and 220 of 300 ㎡: (9138 × 80 + 11142 × 220) ÷ 300 = 10607.6
    shops, flats = dijia.appraise("商服", "Ⅲ-4"), dijia.appraise("住宅", "Ⅲ-4")
    mixed = dijia.mixed_use([(shops, 80), (flats, 220)], by_areas=True, area=300)
    assert (str(mixed.unit_price), str(mixed.total_yuan), mixed.is_by_areas) == ("10607.60", "3182280.00", True)
    assert pickle.loads(pickle.dumps(mixed)) == mixed != dijia.mixed_use([(shops, "0.5"), (flats, "0.5")], area=300)
