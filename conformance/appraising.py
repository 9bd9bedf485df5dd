"""A whole appraisal by the coefficient-correction method, its figures and its steps, sharing no code with the library."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

import chain
from exact import exact_sum, fraction, of_percent, percent, power, rounded, shown, signed, terminates
from published import BASE_DATE, BASES, CHINESE, GRADE_PRICES, IN_FORCE, NUMBER, ZONE_PRICES
from vector_file import Refused

PERPETUAL = ("perpetual", "无限年期")

NAMES = {"ky": "term coefficient", "kv": "plot-ratio coefficient", "kt": "date coefficient"}
COLUMNS = [
    "base", "basis", "rate", "statutory_term", "base_date", "basis_development", "term_coefficient", "remaining_term",
    "longer_term", "valuation_date",
    "expiry_date", "plot_ratio", "plot_ratio_coefficient", "plot_ratio_table", "date_coefficient", "date_index",
    "monthly_growth", "coefficients", "factor_corrections", "development_adjustment", "site_development", "unit_costs",
    "area", "coefficient_places", "unit_price_places", "amount_places", "mode",
    "layout",
]
RESULTS = [
    "m", "ky", "kv", "months", "kt", "factor_sum", "kf", "unit_price", "wan_yuan_per_mu", "floor_price", "total_yuan",
    "total_wan_yuan", "deviation", "warnings", "error_kind", "error",
]


@dataclass
class Step:
    """A line of the worksheet; words are pairs of Chinese and English."""

    symbol: tuple
    item: tuple
    computation: tuple
    before: str
    value: str
    unit: tuple
    source: tuple


ONE = ("", "")
LAND = ("元/㎡", "yuan/m²")
CHINESE_SERVICE = {
    "road": "通路", "power": "供电", "telecom": "通讯", "water supply": "供水", "drainage": "排水", "gas": "供气",
    "heating": "供热", "levelling": "场地平整",
}
GIVEN = ("给定", "given")
DERIVED = ("推算", "derived")


def term_coefficient(rate, remaining, statutory):
    """By terms in years or without end, of which the power is 0."""
    left = lambda years: (Fraction(0), True) if years in PERPETUAL else power(1 + fraction(rate), -fraction(years))
    (above, exact_above), (below, exact_below) = left(remaining), left(statutory)
    if above == below:
        return Fraction(1), True
    return (1 - above) / (1 - below), exact_above and exact_below


def term_computation(rate, remaining, statutory):
    bracket = lambda years: None if years in PERPETUAL else f"1 - (1 + {rate})^-{years}"
    above, below = bracket(remaining), bracket(statutory)
    if below:
        return f"[{above}] ÷ [{below}]" if above else f"1 ÷ [{below}]"
    return above or "1"


def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    return date(year, month + 1, min(day.day, last))


def periods(start, end, months, days):
    """Whole periods of so many months, then days over days in a period, to 2 places."""
    whole = 0
    while add_months(start, (whole + 1) * months) <= end:
        whole += 1
    rest = (end - add_months(start, whole * months)).days
    return rounded(whole + Fraction(rest, days), 2, "half-up", True)


def index_on(points, day, linear):
    """The index on that day, and how a worksheet writes it."""
    before = None
    for at, text in points:
        if at == day:
            return fraction(text), f"{text} [{day}]"
        if at > day:
            if before is None:
                break
            if not linear:
                return fraction(before[1]), f"{before[1]} [{day}]"
            days, gone = (at - before[0]).days, (day - before[0]).days
            numerator = fraction(before[1]) * (days - gone) + fraction(text) * gone
            places = max(len(value.partition(".")[2]) for value in (before[1], text))
            return numerator / days, f"({rounded(numerator, places, 'half-up', True)} ÷ {days}) [{day}]"
        before = (at, text)
    raise ValueError("outside the series")


def pairs(cell):
    return [tuple(pair.split("=")) for pair in (cell or "").split(";") if pair]


class Appraisal:
    """The case priced: `result` by column, and everything that its worksheet shows."""

    def __init__(self, case):
        self.case = case
        self.get = case.get
        self.mode = case.get("mode") or "half-up"
        self.coefficient_places = case.get("coefficient_places") or "4"
        self.unit_places = case.get("unit_price_places") or "2"
        self.amount_places = case.get("amount_places") or "2"
        self.result = dict.fromkeys(RESULTS, "")
        self.steps = []
        self.formula = ["P"]
        self.exact = True
        # Whether the formula of the document adds Kf to P before the other corrections.
        self.adjusts_first = False
        # What each coefficient moves the price by: its names, and how far from doing nothing it is.
        self.moves = []
        # Whether tables of the document give Kv and Kt.
        self.has_table = {"kv": False, "kt": False}
        self.start()
        self.price_it()

    def start(self):
        kind, *words = self.case["base"].split(":")
        self.kind = kind
        area_and_use, citation, self.based_on = None, None, ("输入值", "given")
        computation = ONE
        if kind == "own":
            self.price = words[0]
            if self.get("basis"):
                area_and_use = tuple(self.case["basis"].split(":"))
        else:
            use, code = words
            area_and_use = ("central urban area", use)
            computation = (f"{CHINESE[use]} {code}", f"{use} {code}")
            if kind == "zone":
                self.price, _, _, annex, row = ZONE_PRICES[use, code]
                self.based_on = (f"{CHINESE[use]}用地 {code} 区片", f"{use} zone {code}")
            else:
                self.price, row = GRADE_PRICES[use, code]
                annex = "1"
                computation = (f"{CHINESE[use]} {code}级", f"{use} grade {code}")
                self.based_on = (f"{CHINESE[use]}用地 {code}级", f"{use} grade {code}")
            citation = (f"{NUMBER} 附件{annex} 第{row}行", f"{NUMBER}, annex {annex}, row {row}")
            self.based_on = (f"{self.based_on[0]}，{citation[0]}", f"{self.based_on[1]}, {citation[1]}")
        term, ratio, rate, development = BASES[area_and_use] if area_and_use else (None, None, None, None)
        self.basis_ratio = ratio
        self.use = None
        if area_and_use:
            behind = {"own": ("", ""), "zone": (f" {words[-1]}",) * 2, "grade": (f" {words[-1]}级", f" grade {words[-1]}")}
            self.use = tuple(name + code for name, code in zip((CHINESE[area_and_use[1]], area_and_use[1]), behind[kind]))
        self.rate = self.get("rate") or rate
        self.statutory = self.get("statutory_term") or term
        self.development = self.case["basis_development"].split("+") if self.get("basis_development") else development
        given_date = self.get("base_date")
        self.base_date = date.fromisoformat(given_date) if given_date else BASE_DATE if area_and_use else None
        self.in_document = area_and_use is not None
        self.in_force = IN_FORCE
        self.valuation = date.fromisoformat(self.case["valuation_date"]) if self.get("valuation_date") else None
        self.product = fraction(self.price)
        self.numbers = [self.price]
        self.step("P", ("基准地价", "benchmark price"), computation, "", self.price, LAND, citation or GIVEN)

    def step(self, symbol, item, computation, before, value, unit, source):
        symbol = symbol if isinstance(symbol, tuple) else (symbol, symbol)
        if isinstance(computation, str):
            computation = (computation, computation)
        self.steps.append(Step(symbol, item, computation, before, value, unit, source))

    def times(self, symbol, text):
        self.formula.append(symbol)
        self.numbers.append(text)

    def given(self, column, symbol, item, text, computation=ONE, source=GIVEN):
        self.result[column] = self.coefficient(symbol, symbol, item, item, text, computation, source)

    def coefficient(self, symbol, factor, item, carrier, text, computation=ONE, source=GIVEN):
        """One that is given: a decimal, or a ratio, whose quotient is shown. Returns the decimal that it is, if any."""
        value = fraction(text)
        self.product *= value
        self.moves.append((*carrier, value - 1))
        is_decimal = terminates(value)
        above, _, below = text.partition("/")
        if below not in ("", "1"):
            computation = (f"{above} ÷ {below}",) * 2
            self.times(factor, f"({above} ÷ {below})")
            text = shown(value, True)
            # What has more places than are shown is no case here.
            assert not is_decimal or fraction(text) == value
        else:
            text = above
            self.times(factor, text)
        self.step(symbol, item, computation, "", text if is_decimal else text + "…", ONE, source)
        return text if is_decimal else ""

    def derived(self, column, symbol, item, value, exact, computation, source=DERIVED):
        if self.coefficient_places == "unrounded":
            self.exact = self.exact and exact
            self.product *= value
            text = shown(value, exact) + "…"
            before = ""
        else:
            text = rounded(value, int(self.coefficient_places), self.mode, exact)
            before = shown(value, exact)
            self.result[column] = text
            if fraction(text) == 0:
                raise Refused("NotPositive", f"the {NAMES[column]} is {text}, and must be positive")
            self.product *= fraction(text)
        self.times(symbol, text)
        self.moves.append((*item, (value if text.endswith("…") else fraction(text)) - 1))
        self.step(symbol, item, computation, before, text, ONE, source)

    def remaining(self):
        """m, with a step of its own where it follows from dates."""
        remaining = self.get("remaining_term")
        if self.get("expiry_date"):
            remaining = periods(self.valuation, date.fromisoformat(self.case["expiry_date"]), 12, 365)
            self.result["m"] = remaining
            dates = f"{self.valuation} → {self.case['expiry_date']}"
            self.step("m", ("剩余使用年期", "remaining term"), dates, "", remaining, ("年", "years"), DERIVED)
        return remaining

    def term(self):
        if self.get("term_coefficient"):
            self.given("ky", "Ky", ("年期修正系数", "term coefficient"), self.case["term_coefficient"])
        remaining = self.remaining()
        if remaining:
            self.annuity(remaining)

    def annuity(self, remaining):
        """Ky by the rule of the method."""
        item, terms = ("年期修正系数", "term coefficient"), (self.rate, remaining, self.statutory)
        self.derived("ky", "Ky", item, *term_coefficient(*terms), term_computation(*terms))

    def plot_ratio(self):
        item = ("容积率修正系数", "plot-ratio coefficient")
        if self.get("plot_ratio_coefficient"):
            self.given("kv", "Kv", item, self.case["plot_ratio_coefficient"])
        if self.get("plot_ratio_table"):
            rows = pairs(self.case["plot_ratio_table"].strip("<>"))
            text = self.case["plot_ratio"]
            ratio = fraction(text)
            at = [fraction(row[0]) for row in rows]
            if ratio in at or ratio < at[0] or ratio > at[-1]:
                row = rows[at.index(ratio) if ratio in at else 0 if ratio < at[0] else -1]
                self.given("kv", "Kv", item, row[1], (f"容积率 {text}", f"plot ratio {text}"))
                return
            above = next(i for i, x in enumerate(at) if x > ratio)
            (x0, y0), (x1, y1) = rows[above - 1 : above + 1]
            fx0, fy0, fx1, fy1 = map(fraction, (x0, y0, x1, y1))
            value = fy0 + (fy1 - fy0) * (ratio - fx0) / (fx1 - fx0)
            computation = f"{y0} + ({y1} - {y0}) × ({text} - {x0}) ÷ ({x1} - {x0})"
            self.derived("kv", "Kv", item, value, True, computation)

    def date(self):
        item = ("期日修正系数", "date coefficient")
        if self.get("date_coefficient"):
            self.given("kt", "Kt", item, self.case["date_coefficient"])
        if self.get("date_index"):
            how, points = self.case["date_index"].split(":")
            period, linear = chain.split(how)
            points = [(date.fromisoformat(day), value) for day, value in pairs(points)]
            value, computation = self.index(points, period, linear)
            self.derived("kt", "Kt", item, value, True, computation)
        if self.get("monthly_growth"):
            self.growth(self.case["monthly_growth"])

    def index(self, points, period, linear):
        """Kt by a series of indices, and how a worksheet writes it."""
        if period:
            return chain.coefficient(points, self.base_date, self.valuation, linear)
        (above, above_text), (below, below_text) = (
            index_on(points, day, linear) for day in (self.valuation, self.base_date)
        )
        return above / below, f"{above_text} ÷ {below_text}"

    def growth(self, rate, source=DERIVED):
        if rate:
            item = ("期日修正系数", "date coefficient")
            earlier, later = sorted([self.base_date, self.valuation])
            months = periods(earlier, later, 1, 30)
            months = ("-" if self.valuation < self.base_date and fraction(months) else "") + months
            self.result["months"] = months
            dates = f"{self.base_date} → {self.valuation}"
            self.step("t", ("距基准日月数", "months since the base date"), dates, "", months, ("月", "months"), DERIVED)
            growth = Decimal(rate)
            value, exact = power(1 + Fraction(growth), fraction(months))
            computation = f"(1 {'-' if growth < 0 else '+'} {abs(growth):f})^{months}"
            self.derived("kt", "Kt", item, value, exact, computation, source)

    def factors(self):
        for name, value in pairs(self.get("coefficients")):
            item = (f"修正系数 {name}", f"coefficient {name}")
            carrier = (f'修正系数 "{name}"', f'coefficient "{name}"')
            self.coefficient("Kj", f"K{name}", item, carrier, value)
        self.published_coefficients()
        corrections = [(name, of_percent(value)) for name, value in pairs(self.get("factor_corrections"))]
        in_percent = ("%", "%")
        for name, value in corrections:
            item = (f"因素修正 {name}", f"factor correction {name}")
            self.step("Ki", item, ONE, "", percent(value), in_percent, GIVEN)
        values = [value for _, value in corrections] + self.published_factors()
        if values:
            total = exact_sum(map(Decimal, values))
            self.result["factor_sum"] = total
            self.product *= 1 + fraction(total)
            sign = "-" if total.startswith("-") else "+"
            self.times("(1 + ΣKi)", f"(1 {sign} {percent(total.lstrip('-'))}%)")
            self.moves.append(("因素修正", "factor corrections", fraction(total)))
            item = ("因素修正之和", "sum of factor corrections")
            computation = signed(map(percent, values), lambda _: "%")
            self.step("ΣKi", item, computation, "", percent(total), in_percent, DERIVED)

    def in_printed_order(self):
        """The factors in the order of a document that says in which: here in that of the method."""

    def published_coefficients(self):
        """The coefficients that tables of the document give: here none."""

    def published_factors(self):
        return []

    def adjustment(self):
        """Kf, and what it adds."""
        item = ("开发程度修正", "development adjustment")
        text = self.get("development_adjustment")
        if text:
            self.step("Kf", item, ONE, "", text, LAND, GIVEN)
        elif self.get("site_development"):
            basis = self.development
            site = [] if self.case["site_development"] == "none" else self.case["site_development"].split("+")
            values, services = [], []
            costs, source = self.costs()
            for service, cost in costs:
                if service in site and service not in basis:
                    values.append(Decimal(cost))
                    services.append(service)
                elif service in basis and service not in site:
                    values.append(-Decimal(cost))
                    services.append(service)
            text = exact_sum(values)
            computation = (
                signed(values, lambda place: f" [{CHINESE_SERVICE[services[place]]}]"),
                signed(values, lambda place: f" [{services[place]}]"),
            )
            self.step("Kf", item, computation, "", text, LAND, source)
        if not text:
            return Fraction(0)
        self.result["kf"] = text
        self.moves.append((*item, fraction(text) / fraction(self.price)))
        self.adjusted = f" - {text[1:]}" if text.startswith("-") else f" + {text}"
        return fraction(text)

    def costs(self):
        """What services cost, and where that is from."""
        return pairs(self.get("unit_costs")), DERIVED

    def amount(self, column, symbol, item, value, computation, unit, places=None):
        text = rounded(value, int(self.amount_places if places is None else places), self.mode, True)
        self.result[column] = text
        self.step(symbol, item, computation, shown(value, True), text, unit, DERIVED)

    def price_it(self):
        self.adjusted = ""
        self.term()
        self.plot_ratio()
        self.date()
        self.factors()
        adjustment = self.adjustment()
        if self.adjusts_first and self.adjusted:
            # Kf is corrected as P is: (P + Kf) × K is P × K × (P + Kf) ÷ P.
            exact_price = self.product * (fraction(self.price) + adjustment) / fraction(self.price)
        else:
            exact_price = self.product + adjustment
        text = rounded(exact_price, int(self.unit_places), self.mode, self.exact)
        self.result["unit_price"] = text
        unit = fraction(text)
        if unit <= 0:
            raise Refused("ResultNotPositive", f"the unit price would be {text}, and must be positive")
        self.in_printed_order()
        if self.adjusts_first and self.adjusted:
            self.formula[0], self.numbers[0] = "(P + Kf)", f"({self.price}{self.adjusted})"
        elif self.adjusted:
            self.formula[-1] += " + Kf"
            self.numbers[-1] += self.adjusted
        self.computation = " × ".join(self.numbers)
        item = ("宗地单价", "unit price")
        self.step("V", item, self.computation, shown(exact_price, self.exact), text, LAND, DERIVED)
        per_mu = ("万元/亩", "10,000 yuan/mu")
        self.amount("wan_yuan_per_mu", "V/15", ("每亩地价", "price per mu"), unit / 15, f"{text} ÷ 15", per_mu)
        if self.get("plot_ratio"):
            ratio = self.case["plot_ratio"]
            unit_of_floor = ("元/㎡建筑面积", "yuan/m² of floor")
            value = unit / fraction(ratio)
            self.amount("floor_price", ("V/容积率", "V/FAR"), ("楼面地价", "floor price"), value, f"{text} ÷ {ratio}", unit_of_floor)
        if self.get("area"):
            area = self.case["area"]
            total = unit * fraction(area)
            item = ("总价", "total")
            self.amount("total_yuan", "V×S", item, total, f"{text} × {area}", ("元", "yuan"))
            wan = ("万元", "10,000 yuan")
            self.amount("total_wan_yuan", "V×S", item, total / 10000, f"{text} × {area} ÷ 10000", wan)
        deviation = (unit / fraction(self.price) - 1) * 100
        item = ("偏离基准地价", "deviation")
        computation = f"({text} ÷ {self.price} - 1) × 100"
        self.amount("deviation", "V/P-1", item, deviation, computation, ("%", "%"), 2)
        self.warn(deviation)

    def further_warnings(self):
        return []

    def carriers(self, up):
        """What moves the price by more than a tenth in that direction, or all that moves it so."""
        along = [(names, move if up else -move) for *names, move in self.moves]
        far = [names for names, move in along if move > Fraction(1, 10)]
        return far or [names for names, move in along if move > 0]

    def warn(self, deviation):
        """The names of the warnings, and their words in Chinese and English."""
        day = self.valuation
        warnings = []
        if abs(deviation) > 30:
            of = self.result["deviation"]
            carriers = self.carriers(deviation > 0)
            chinese, english = "、".join(it[0] for it in carriers), ", ".join(it[1] for it in carriers)
            warnings.append((
                "large-deviation",
                f"宗地单价偏离基准地价 {of}%，超过 30%" + (f"，主要来自{chinese}" if carriers else ""),
                f"the unit price deviates from the benchmark price by {of} %, more than 30 %"
                + (f": carried by {english}" if carriers else ""),
            ))
        first, last = self.in_force
        period = (
            f"{first} 至 {last}" if first and last else f"{first} 起" if first else f"至 {last}" if last else "",
            f"from {first} to {last}" if first and last else f"from {first}" if first else f"until {last}" if last else "",
        )
        if day and self.in_document and not (first or day) <= day <= (last or day):
            chinese, english = ("尚未施行", "not yet in force") if first and day < first else ("已过有效期", "expired")
            warnings.append((
                "outside-validity",
                f"估价期日 {day} 不在基准地价有效期内（{period[0]}）：{chinese}",
                f"on the valuation date {day} the benchmark price is {english}: in force {period[1]}",
            ))
        if day and self.base_date and day < self.base_date:
            warnings.append((
                "before-base-date",
                f"估价期日 {day} 早于基准日 {self.base_date}",
                f"the valuation date {day} is before the base date {self.base_date}",
            ))
        if self.in_document and not day:
            warnings.append((
                "no-valuation-date",
                "未给出估价期日，未核对基准地价是否有效" + (f"（有效期 {period[0]}）" if period[0] else ""),
                "no valuation date is given, so that nobody has checked whether the benchmark price is in force"
                + (f": {period[1]}" if period[1] else ""),
            ))
        ratio, assumed = self.get("plot_ratio"), self.basis_ratio
        has_kv = self.get("plot_ratio_coefficient") or self.get("plot_ratio_table") or self.has_table["kv"]
        if ratio and assumed and fraction(ratio) != fraction(assumed) and not has_kv:
            warnings.append((
                "plot-ratio-uncorrected",
                f"容积率 {ratio} 不同于基准地价设定的容积率 {assumed}，未作容积率修正",
                f"the plot ratio is {ratio}, the benchmark price assumes {assumed}, and no plot-ratio coefficient corrects it",
            ))
        has_kt = self.get("date_coefficient") or self.get("date_index") or self.get("monthly_growth") or self.has_table["kt"]
        if day and self.base_date and day != self.base_date and not has_kt:
            warnings.append((
                "date-uncorrected",
                f"估价期日 {day} 不同于基准日 {self.base_date}，未作期日修正",
                f"the valuation date is {day}, the benchmark price is of {self.base_date}, and no date coefficient corrects it",
            ))
        bare = [value for _, value in pairs(self.get("factor_corrections")) if not value.endswith("%")]
        total = exact_sum(map(Decimal, bare))
        if abs(fraction(total)) > Fraction(3, 10):
            warnings.append((
                "bare-factors",
                f"未带百分号的因素修正合计 {total}，即 {percent(total)}%：是否应为 {total}%",
                f"the factor corrections without a per cent sign sum to {total}, which is {percent(total)} %: "
                f"is {total} % meant?",
            ))
        self.warnings = [*warnings, *self.further_warnings()]
        warnings = self.warnings
        self.result["warnings"] = ";".join(name for name, _, _ in warnings)
