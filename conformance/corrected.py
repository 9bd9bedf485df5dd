"""An appraisal whose corrections are those that its document publishes: which table counts, which row a level or a number is
in, and what follows, with `appraising.py` and the edition as `reading.py` has it."""

from datetime import date
from decimal import Decimal

from appraising import PERPETUAL, Appraisal, pairs
from cells import SERVICES, contains, development, interval, normal, per_cent, shown
from exact import fraction, percent
from reading import EDITIONS
from vector_file import Refused

COLUMNS = [
    "edition", "district", "land_use", "grade", "zone", "corrections", "levels", "rate", "statutory_term",
    "remaining_term", "valuation_date", "expiry_date", "plot_ratio", "plot_ratio_coefficient", "date_coefficient",
    "monthly_growth", "coefficients", "factor_corrections", "area", "coefficient_places", "unit_price_places",
    "amount_places", "mode",
]
# What only the vectors of `generate_method.py` have besides.
FURTHER = ["longer_term", "base_date", "basis_development", "development_adjustment", "site_development", "unit_costs"]
# The most bytes of a text that an error shows.
EXCERPT = 46


def excerpt(text):
    """A text as an error shows it: its beginning where it is long."""
    cut = text.encode()[:EXCERPT].decode(errors="ignore")
    return cut if cut == text else cut + "…"


def quoted(text):
    cut = text.encode()[:EXCERPT].decode(errors="ignore")
    return f'"{cut}"' + ("" if cut == text else "…")


def tables_of(edition, kind, area, use, grade):
    """The tables of a kind that hold for a price: of each name the most particular one, that comes first."""
    holds = lambda it: it.area in (None, area) and it.use in (None, use) and it.grade in (None, grade)
    held = [it for it in edition.tables if it.kind == kind and holds(it)]
    held.sort(key=lambda it: it.rank(), reverse=True)
    return [it for at, it in enumerate(held) if it.name not in [before.name for before in held[:at]]]


def level_row(edition, area, use, grade, of, level):
    """The table and the row of a level: by its name, or by a number that is in the interval of one row and of no other."""
    known = [it for kind in ("factor", "coefficient") for it in tables_of(edition, kind, area, use, grade)]
    table = next((it for it in known if it.name == of), None)
    table = table or next((it for it in known if normal(it.name) == normal(of)), None)
    if table is None:
        message = f"{excerpt(edition.name)} has no factor and no coefficient {quoted(of)} for that land use and grade"
        raise Refused("NoSuchFactor", message)
    return table, row_of(table, level)


def row_of(table, level):
    row = next((it for it in table.rows if it.level == level), None)
    row = row or next((it for it in table.rows if normal(it.level) == normal(level)), None)
    row = row or row_at(table, level)
    if row is None:
        levels = excerpt("/".join(it.level for it in table.rows))
        raise Refused("NoSuchLevel", f"no level {quoted(level)} of {excerpt(table.name)}: it has {levels}")
    return row


def row_at(table, number):
    """The row whose interval a number is in; none where that is more than one."""
    try:
        value = Decimal(normal(number).replace(",", "x").replace("e", "x"))
    except ArithmeticError:
        return None
    if value < 0:
        return None
    held = [it for it in table.rows if (of := interval(it.condition)) and contains(of, value)]
    return held[0] if len(held) == 1 else None


def not_stated(edition, quantity, needed_by):
    document = excerpt(edition.document)
    message = f"the {needed_by} needs the {quantity}, which {document} does not state and which is not given"
    raise Refused("NotStated", message)


def not_tabulated(edition, quantity, value):
    document = excerpt(edition.document)
    message = f"the {quantity} is {value}, which the table of {document} does not list, nor what holds between its rows"
    raise Refused("NotTabulated", message)


def tabulated(edition, table, text):
    """What a table says of a plot ratio: a row, or the two rows that it is between."""
    ratio = fraction(text)
    if table.between == "intervals":
        return in_intervals(edition, table, text)
    at = [fraction(row.key) for row in table.rows]
    if ratio in at:
        return [table.rows[at.index(ratio)]]
    if ratio < at[0] and table.open_below:
        return [table.rows[0]]
    if ratio > at[-1] and table.open_above:
        return [table.rows[-1]]
    if not at[0] < ratio < at[-1]:
        first, last = table.rows[0].key, table.rows[-1].key
        raise Refused("PlotRatioOutsideTable", f"the plot ratio is {text}, outside the table from {first} to {last}")
    above = next(place for place, key in enumerate(at) if key > ratio)
    if table.between in ("nothing", ""):
        not_tabulated(edition, "plot ratio", text)
    return [table.rows[above - 1]] if table.between == "row before" else table.rows[above - 1 : above + 1]


def in_intervals(edition, table, text):
    """The row whose interval a plot ratio is in."""
    held = [row for row in table.rows if contains(row.interval, Decimal(text))]
    if held:
        return held
    first, last = table.rows[0].interval[0] or "0", table.rows[-1].interval[2] or table.rows[-1].interval[0]
    if not Decimal(first) <= Decimal(text) <= Decimal(last):
        raise Refused("PlotRatioOutsideTable", f"the plot ratio is {text}, outside the table from {first} to {last}")
    not_tabulated(edition, "plot ratio", text)


def of_row(words, row):
    """What a figure is of, in both languages; of an interval that too."""
    between = ("：", ": ")
    return tuple(f"{word}{sign}{shown(row.interval)}" if row.interval else word for word, sign in zip(words, between))


def interpolated(rows, text):
    """The coefficient between two rows, and how a worksheet writes it."""
    (x0, y0), (x1, y1) = ((row.key, row.value) for row in rows)
    f0, f1, x = fraction(y0), fraction(y1), fraction(text)
    value = f0 + (f1 - f0) * (x - fraction(x0)) / (fraction(x1) - fraction(x0))
    return value, f"{y0} + ({y1} - {y0}) × ({text} - {x0}) ÷ ({x1} - {x0})"


class Corrected(Appraisal):
    """The case priced by its edition."""

    def start(self):
        edition = self.edition = EDITIONS[self.case["edition"]]
        self.adjusts_first = edition.adjusts_first()
        self.area_of_price = edition.area(self.case["district"]) if self.get("district") else edition.areas[0][0]
        use = edition.use_of(edition.use(self.case["land_use"]))
        zone = self.get("zone") or None
        grade = None if zone else edition.grade(self.case["grade"])
        self.printed = edition.find(self.area_of_price, use.name, grade, zone)
        self.scope = (self.area_of_price, use.name, self.printed.grade)
        basis, _ = edition.basis(self.area_of_price, use.name, self.printed.grade, zone)
        self.basis_ratio = basis.get("plot_ratio")
        self.use = None
        rate = basis.get("capitalization_rate")
        self.rate = self.get("rate") or (per_cent(rate) if rate else None)
        self.statutory = self.get("statutory_term") or basis.get("statutory_term")
        self.development = (development(basis["development_level"])[1] or "").split("+") if "development_level" in basis else None
        if self.get("basis_development"):
            self.development = self.case["basis_development"].split("+")
        base_date = self.get("base_date") or basis.get("base_date")
        self.base_date = date.fromisoformat(base_date) if base_date else None
        self.valuation = date.fromisoformat(self.case["valuation_date"]) if self.get("valuation_date") else None
        self.in_document = True
        self.in_force = (edition.first_day(), edition.last_day())
        self.as_published = self.get("corrections") == "published"
        self.check()
        self.name_it(use, zone, grade)
        self.product = fraction(self.price)
        self.numbers = [self.price]
        self.published_rows = self.look_up()

    def name_it(self, use, zone, grade):
        """What the price is of, and where it is printed."""
        printed = self.printed
        named = lambda name: name if name.endswith("级") else f"{name}级"
        words = (f"{use.name} {zone or named(grade)}", f"{use.english} {'' if zone else 'grade '}{zone or grade}")
        cited = self.cited(printed.annex.cited(), printed.row)
        self.based_on = (
            f"{use.name}用地 {f'{zone} 区片' if zone else named(grade)}，{cited[0]}",
            f"{use.english} {'zone' if zone else 'grade'} {zone or grade}, {cited[1]}",
        )
        self.price = printed.printed
        if printed.per_floor:
            ratio = self.basis_ratio
            if not ratio:
                not_stated(self.edition, "plot ratio", "benchmark price")
            words = (
                f"{words[0]}: 楼面地价 {printed.printed} × 容积率 {ratio}",
                f"{words[1]}: floor price {printed.printed} × plot ratio {ratio}",
            )
            self.price = f"{Decimal(printed.printed) * Decimal(ratio):f}"
        self.step("P", ("基准地价", "benchmark price"), words, "", self.price, ("元/㎡", "yuan/m²"), cited)

    def in_printed_order(self):
        """The factors as the document's formula has them; Kj are all further coefficients."""
        order = self.edition.formula()
        known = {"Ky", "Kv", "Kt", "(1 + ΣKi)"}
        place = lambda factor: order.index(factor[0] if factor[0] in known else "Kj")
        factors = sorted(zip(self.formula[1:], self.numbers[1:], strict=True), key=place)
        self.formula[1:] = [symbol for symbol, _ in factors]
        self.numbers[1:] = [number for _, number in factors]

    def cited(self, part, row, how="published"):
        """Where something is printed, as a worksheet says it; what follows from it is derived."""
        annex, name = part
        document, row = self.edition.document, int(row or 0)
        chinese = f"{document} {f'附件{annex}' if annex != '0' else name}" + (f" 第{row}行" if row else "")
        english = f"{document}, {f'annex {annex}' if annex != '0' else name}" + (f", row {row}" if row else "")
        if how == "derived":
            chinese, english = f"推算（{chinese}）", f"derived ({english})"
        return Cited(chinese, english, (annex, name, str(row), how))

    def check(self):
        """Every input takes part, and nothing is named twice, in whatever spelling."""
        levels = [of for of, _ in pairs(self.get("levels"))]
        if levels and not self.as_published:
            raise Refused("TakesNoPart", "the levels of factors takes no part: no published corrections is given")
        for at, of in enumerate(levels):
            if normal(of) in map(normal, levels[:at]):
                first = next(it for it in levels if normal(it) == normal(of))
                raise Refused("NamedTwice", f"the levels of factors {quoted(first.strip())} is given twice")
        values = [name for column in ("coefficients", "factor_corrections") for name, _ in pairs(self.get(column))]
        for name in values:
            if normal(name) in map(normal, levels):
                raise Refused("NamedTwice", f"the levels of factors {quoted(name.strip())} is given twice")

    def table(self, kind):
        """The table of the document, where nothing of the caller's takes its place."""
        given = {
            "plot ratio": ["plot_ratio_coefficient"], "term": ["rate"],
            "index": ["date_coefficient", "monthly_growth"], "growth": ["date_coefficient", "monthly_growth"],
            "unit costs": ["unit_costs", "development_adjustment"],
        }[kind]
        if not self.as_published or any(self.get(column) for column in given):
            return None
        table = next(iter(tables_of(self.edition, kind, *self.scope)), None)
        # A statutory term of the caller's enters the rule m ÷ n, and no table.
        return None if kind == "term" and table and table.rows and self.get("statutory_term") else table

    def says_nothing_of(self, table):
        given = [name for column in ("levels", "coefficients", "factor_corrections") for name, _ in pairs(self.get(column))]
        return normal(table.name) not in map(normal, given)

    def look_up(self):
        """The rows of the levels that are given, and of those that the area says: name as given, table, row."""
        if not self.as_published:
            return []
        if not self.edition.tables:
            not_stated(self.edition, "published corrections", "unit price")
        rows = [(of, *level_row(self.edition, *self.scope, of, level)) for of, level in pairs(self.get("levels"))]
        if self.get("area"):
            for table in tables_of(self.edition, "coefficient", *self.scope):
                if table.by_area and self.says_nothing_of(table):
                    row = row_at(table, self.case["area"])
                    rows.append((table.name, table, row or row_of(table, self.case["area"])))
        return rows

    def term(self):
        remaining = self.remaining()
        if not remaining:
            return
        item = ("年期修正系数", "term coefficient")
        table = self.table("term")
        if table and table.rows:
            if remaining in PERPETUAL:
                not_stated(self.edition, "term coefficient", "perpetual term")
            try:
                rows = tabulated(self.edition, table, remaining)
            except Refused:
                # Beyond its ends such a table says as little as between rows that are not interpolated.
                not_tabulated(self.edition, "remaining term", remaining)
            part = (table.annex, table.part)
            if len(rows) == 1:
                words = (f"剩余使用年期 {remaining}", f"remaining term {remaining}")
                self.given("ky", "Ky", item, rows[0].value, of_row(words, rows[0]), self.cited(part, rows[0].row))
                return
            value, computation = interpolated(rows, remaining)
            self.derived("ky", "Ky", item, value, True, computation, self.cited(part, 0, "derived"))
            return
        if not table and not self.rate:
            not_stated(self.edition, "capitalization rate", "term coefficient")
        if not self.statutory:
            not_stated(self.edition, "statutory term", "term coefficient")
        endless = [years in PERPETUAL for years in (remaining, self.statutory)]
        if table and any(endless):
            not_stated(self.edition, "term coefficient", "perpetual term")
        if not any(endless) and not self.get("longer_term") and fraction(remaining) > fraction(self.statutory):
            message = f"the remaining term is {remaining} years, longer than the statutory term of {self.statutory}"
            raise Refused("TermExceedsStatutory", message)
        if not endless[0] and fraction(remaining) > 100:
            message = f"the remaining term is {remaining}, and must be at most 100 years, of at most 4 places"
            raise Refused("OutOfRange", message)
        if table:
            value = fraction(remaining) / fraction(self.statutory)
            source = self.cited((table.annex, table.part), 0, "derived")
            self.derived("ky", "Ky", item, value, True, f"{remaining} ÷ {self.statutory}", source)
            return
        self.annuity(remaining)

    def plot_ratio(self):
        super().plot_ratio()
        table = self.table("plot ratio")
        text = self.get("plot_ratio")
        if not table or not text:
            return
        self.has_table["kv"] = True
        item = ("容积率修正系数", "plot-ratio coefficient")
        rows = tabulated(self.edition, table, text)
        part = (table.annex, table.part)
        if len(rows) == 1:
            words = (f"容积率 {text}", f"plot ratio {text}")
            self.given("kv", "Kv", item, rows[0].value, of_row(words, rows[0]), self.cited(part, rows[0].row))
            return
        value, computation = interpolated(rows, text)
        self.derived("kv", "Kv", item, value, True, computation, self.cited(part, 0, "derived"))

    def date(self):
        if self.get("monthly_growth") and not self.base_date:
            not_stated(self.edition, "base date", "monthly growth")
        super().date()
        index, growth = self.table("index"), self.table("growth")
        if not self.valuation or not (index or growth):
            return
        self.has_table["kt"] = True
        if not self.base_date:
            not_stated(self.edition, "base date", "date index" if index else "monthly growth")
        if not index:
            self.growth(per_cent(growth.rows[0].value), self.cited((growth.annex, growth.part), 0, "derived"))
            return
        points = [(date.fromisoformat(row.key), row.value) for row in index.rows]
        for day in (self.base_date, self.valuation):
            if not points[0][0] <= day <= points[-1][0]:
                message = f"the date is {day}, outside the date index from {points[0][0]} to {points[-1][0]}"
                raise Refused("DateOutsideIndex", message)
        value, computation = self.index(points, index.chain, index.between == "linear")
        dates = sorted([self.base_date, self.valuation])
        # What a chain is computed from: its links, and what a date between two rows grows towards.
        enter = [
            row
            for row, (before, _), (day, _) in zip(index.rows[1:], points, points[1:])
            if dates[0] < day <= dates[1] or index.between == "linear" and any(before < of < day for of in dates)
        ]
        # One row alone is cited.
        row = enter[0].row if index.chain and len(enter) == 1 else 0
        source = self.cited((index.annex, index.part), row, "derived")
        item = ("期日修正系数", "date coefficient")
        self.derived("kt", "Kt", item, value, True, computation, source)

    def adjustment(self):
        site = self.get("site_development")
        if site and self.get("development_adjustment"):
            message = "the development adjustment and the unit cost are both given, and exclude each other"
            raise Refused("Conflict", message)
        if site and self.development is None:
            not_stated(self.edition, "development level of the basis", "development adjustment")
        if site:
            services = [] if site == "none" else site.split("+")
            costed = [service for service, _ in self.costs()[0]]
            beyond = [service for service in SERVICES if service in services and service not in self.development]
            lacking = [service for service in SERVICES if service in self.development and service not in services]
            for service in beyond + lacking:
                if service not in costed:
                    message = f"no unit cost of {service} is given, which either the site or the basis has and the other lacks"
                    raise Refused("MissingUnitCost", message)
        return super().adjustment()

    def costs(self):
        table = self.table("unit costs")
        if not table:
            return super().costs()
        rows = sorted(table.rows, key=lambda row: SERVICES.index(row.key))
        return [(row.key, row.value) for row in rows], self.cited((table.annex, table.part), 0, "derived")

    def published_coefficients(self):
        for of, table, row in self.published_rows:
            if table.kind == "coefficient":
                self.product *= fraction(row.value)
                self.times(f"K{table.name}", row.value)
                self.moves.append((f"修正系数 {quoted(of)}", f"coefficient {quoted(of)}", fraction(row.value) - 1))
                item = (f"修正系数 {table.name}", f"coefficient {table.name}")
                self.level_step("Kj", item, table, row, row.value, ("", ""))

    def published_factors(self):
        values = []
        for _, table, row in self.published_rows:
            if table.kind == "factor":
                values.append(per_cent(row.value))
                item = (f"因素修正 {table.name}", f"factor correction {table.name}")
                self.level_step("Ki", item, table, row, percent(values[-1]), ("%", "%"))
        return values

    def level_step(self, symbol, item, table, row, value, unit):
        condition = row.condition
        words = (row.level + (f"：{condition}" if condition else ""), row.level + (f": {condition}" if condition else ""))
        self.step(symbol, item, words, "", value, unit, self.cited((table.annex, table.part), row.row))

    def further_warnings(self):
        warnings = []
        if self.as_published:
            tables = [it for kind in ("factor", "coefficient") for it in tables_of(self.edition, kind, *self.scope)]
            silent = [it for it in tables if self.says_nothing_of(it) and not (it.by_area and self.get("area"))]
            if silent:
                first, many = silent[0].name, len(silent) > 1
                warnings.append((
                    "without-level",
                    f"公布的修正体系中有 {len(silent)} 项未给出优劣程度，未作修正：{excerpt(first)}{'等' if many else ''}",
                    f"no level is given of {len(silent)} published factors or coefficients, which correct nothing: "
                    f"{quoted(first)}{', …' if many else ''}",
                ))
        if self.printed.is_bound:
            bound = self.printed.printed
            warnings.append((
                "lower-bound", f"基准地价公布为下限（≥{bound}）", f"the benchmark price is printed as a lower bound (≥ {bound})",
            ))
        return warnings

    def sources(self):
        """Which step is from where: symbol or name, annex, part, row, and whether it is printed there or follows from it."""
        found = []
        for step in self.steps:
            if isinstance(step.source, Cited):
                name = step.item[0].partition(" ")[2] if step.symbol[0] in ("Kj", "Ki") else step.symbol[0]
                found.append("|".join([name, *step.source.where]))
        return ";".join(found)


class Cited(tuple):
    """The words of a citation in both languages, and what they say, one by one."""

    def __new__(cls, chinese, english, where):
        made = super().__new__(cls, (chinese, english))
        made.where = where
        return made
