"""An edition read from its folder of CSV, by the guide `crates/dijia-tables/docs/your-city.md`, sharing no code with the
library: so much of what a folder can hold as the folders here do hold."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count

from cells import COLUMNS, NUMERALS, SERVICE_WORDS, bare, development, grade_number, interval, is_nothing, listed, normal, per_cent, read_csv
from published import CHINESE, LAND_USES
from vector_file import HERE, Refused

OWN = HERE / "editions"
EXAMPLES = HERE.parent / "crates" / "dijia-tables" / "tests" / "editions"
HEADER = 48
# The words of the trade that a class of land use goes by; of areas.
CLASSES = {
    "commercial": ["商服", "商业", "商业服务业"],
    "residential": ["住宅", "居住"],
    "industrial": ["工业"],
    "public service": ["公共管理与公共服务", "公服"],
}
CHAINS = {
    "monthly chain": "month", "月度环比": "month", "quarterly chain": "quarter", "季度环比": "quarter",
    "half-yearly chain": "half-year", "半年度环比": "half-year", "yearly chain": "year", "年度环比": "year",
}
KEYS = {"plot ratio": "plot_ratio", "term": "years", "index": "date", "unit costs": "services"}
STATED = ["base_date", "right", "statutory_term", "development_level", "plot_ratio", "capitalization_rate"]
@dataclass
class Use:
    name: str
    english: str
    spellings: list
    of_class: str
    printed_under: str = ""
    # Whether it is the only one of its class, which names it then.
    is_class: bool = False

    def in_errors(self):
        return self.of_class if self.is_class else self.name


@dataclass
class Annex:
    number: str
    label: str
    areas: list
    uses: list
    of_zones: bool
    per_floor: bool
    in_hand: bool
    file: str

    def cited(self):
        return ("0", self.label) if not self.number else (self.number, "")

    def called(self):
        return self.number or self.label


@dataclass
class Price:
    area: str
    use: str
    grade: str
    zone: str
    printed: str
    per_floor: bool
    is_bound: bool
    per_mu: str
    floor: str
    annex: Annex
    row: int


@dataclass
class Statement:
    """What is said of the basis of the prices of that area, land use, grade and zone; of all where one is none."""

    of: dict
    stated: dict
    annex: str
    part: str
    row: str


@dataclass
class Table:
    """A table of corrections for one area, land use and grade; of factors, one factor."""

    kind: str
    name: str
    area: str
    use: str
    grade: str
    between: str
    by_area: bool
    annex: str
    part: str
    rows: list = field(default_factory=list)
    open_below: bool = False
    open_above: bool = False
    # The period of an index that is a chain.
    chain: str = ""

    def rank(self):
        """How particular it is: by grade before by land use before by area."""
        return (bool(self.grade), bool(self.use), bool(self.area))


@dataclass
class Row:
    key: str
    level: str
    condition: str
    # As printed: in per cent where the table is.
    value: str
    row: int
    # Of a table of intervals the one that the row is of.
    interval: tuple = None

    def bounds(self):
        return [it for it in (self.interval[0], self.interval[2]) if it] if self.interval else [self.key]


class Edition:
    def __init__(self, folder):
        self.name = folder.name
        self.folder = folder
        self.terms = {row["key"]: row["value"] for row in read_csv(folder / "edition.csv")}
        self.city = self.terms["city"]
        self.document = self.terms.get("document_number") or self.terms["title"]
        packed = (OWN / f"{self.name}.dijia").read_bytes()
        self.digest = hashlib.sha256(packed[HEADER:]).hexdigest()
        self.read_uses()
        annexes = read_csv(folder / "annexes.csv")
        self.areas = [(row["name"], row.get("english") or row["name"]) for row in read_csv(folder / "areas.csv")]
        self.areas = self.areas or [(self.city, self.city)]
        self.read_grades(annexes)
        self.statements = []
        self.prices = []
        self.annexes = [self.annex(row) for row in annexes]
        for row in read_csv(folder / "basis.csv"):
            self.state(row, row, row.get("part", ""), row.get("row", ""))
        for annex in self.annexes:
            if annex.in_hand:
                self.read_prices(annex)
        self.used_grades()
        # The most particular first.
        self.statements.sort(key=lambda it: [not it.of[key] for key in ("zone", "grade", "use", "area")])
        self.tables = []
        self.read_corrections()

    def read_uses(self):
        rows = read_csv(self.folder / "uses.csv")
        classes = {chinese: english for english, all_chinese in CLASSES.items() for chinese in all_chinese}
        self.uses = [
            Use(bare(row["name"]), row.get("english", ""), [bare(it) for it in listed(row.get("spellings", ""))],
                classes.get(row.get("class", ""), row.get("class", "")), row.get("printed_under", ""))
            for row in rows
        ] or [Use(CHINESE[name], name, [], name) for name in LAND_USES]
        for use in self.uses:
            use.is_class = bool(use.of_class) and sum(other.of_class == use.of_class for other in self.uses) == 1
            use.english = use.english or (use.of_class if use.is_class else use.name)

    def use(self, text):
        """The name of the land use that a text is."""
        name = bare(text)
        for use in self.uses:
            if name in [use.name, use.english, *use.spellings]:
                return use.name
        for use in self.uses:
            if use.is_class and (name in CLASSES[use.of_class] or name == use.of_class):
                return use.name
        raise KeyError(text)

    def use_of(self, name):
        return next(use for use in self.uses if use.name == name)

    def has_use(self, text):
        try:
            return self.use(text)
        except KeyError:
            return None

    def area(self, text):
        return next(name for name, english in self.areas if normal(text) in (normal(name), normal(english)))

    def read_grades(self, annexes):
        """Names by the grade: its numeral, or its name."""
        rows = read_csv(self.folder / "grades.csv")
        self.named_grades = {}
        self.grades = []
        for row in rows:
            number = grade_number(row["name"])
            grade = NUMERALS[number - 1] if number else row["name"]
            self.grades.append(grade)
            if not number:
                for name in [row["name"], *listed(row.get("spellings", ""))]:
                    self.named_grades[name] = grade

    def grade(self, text):
        if text in self.named_grades:
            return self.named_grades[text]
        number = grade_number(text)
        return NUMERALS[number - 1] if number else None

    def grade_range(self, cell):
        found = []
        for text in listed(cell):
            first, sign, last = re.sub("[~至]", "～", text).partition("～")
            at = [NUMERALS.find(self.grade(it) or "?") for it in (first, last)] if sign else None
            found += NUMERALS[at[0] : at[1] + 1] if sign else [self.grade(text)]
        return found

    def used_grades(self):
        """Without a list the grades are those that the tables number, from Ⅰ to the last."""
        if not self.grades:
            used = [NUMERALS.index(price.grade) for price in self.prices if price.grade]
            self.grades = list(NUMERALS[: max(used) + 1]) if used else []

    def annex(self, row):
        number, label = row.get("number", ""), row.get("label", "")
        return Annex(
            number, label, [self.area(it) for it in listed(row.get("area", ""))] or [name for name, _ in self.areas],
            [self.use(it) for it in listed(row["land_uses"])], row["prices"] == "zone",
            row.get("price_per") == "floor", row.get("in_hand", "yes") != "no",
            row.get("file") or (f"annex-{number}.csv" if number else f"{label}.csv"),
        )

    def cited(self, annex, part):
        """Annex and part of what a file says is printed there."""
        if annex:
            return next(it for it in self.annexes if it.called() == annex).cited()
        return "0", part

    def state(self, row, of, part, number, annex=None):
        stated = {key: row[key] for key in STATED if row.get(key) and not is_nothing(row[key])}
        each = lambda key, read: [read(it) for it in listed(of.get(key, ""))] or [None]
        for area in each("area", self.area):
            for use in each("land_use", self.use):
                for grade in self.grade_range(of.get("grade", "")) or [None]:
                    for zone in listed(of.get("zone", "")) or [None]:
                        scope = {"area": area, "use": use, "grade": grade, "zone": zone}
                        cited = annex or (of.get("annex", "") and self.cited(of["annex"], ""))
                        self.statements.append(Statement(scope, stated, cited, part, number))

    def zone_code(self, annex, row):
        """The code of a zone and its grade, as one has it who looks it up."""
        text = row["zone"]
        own = self.grade(row["grade"]) if row.get("grade") else None
        if not self.is_named(annex):
            grade, _, number = text.replace("－", "-").partition("-")
            return f"{NUMERALS[grade_number(grade) - 1]}-{int(number)}", NUMERALS[grade_number(grade) - 1]
        # In half-width letters and digits, with one kind of hyphen and no space.
        half = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
        return re.sub(r"\s", "", re.sub("[‐‑–—―−]", "-", half)), own

    def is_named(self, annex):
        declared = next(it for it in read_csv(self.folder / "annexes.csv") if it.get("number", "") == annex.number
                        and it.get("label", "") == annex.label)
        return declared.get("zone_numbers") == "names"

    def read_prices(self, annex):
        for line, row in zip(count(1), read_csv(self.folder / annex.file)):
            number = int(row.get("sequence") or line)
            area = self.area(row["area"]) if row.get("area") else annex.areas[0]
            of_row = self.use(row["land_use"]) if row.get("land_use") else None
            zone, grade = self.zone_code(annex, row) if annex.of_zones else (None, self.grade(row.get("grade", "")))
            slots = {}
            for heading, cell in row.items():
                for suffix in ("", "容积率", "万元/亩"):
                    of_use = heading not in COLUMNS and heading.endswith(suffix) and self.has_use(heading.removesuffix(suffix))
                    if of_use:
                        slots.setdefault((of_use, grade), {})[suffix or "price"] = cell
                        break
                else:
                    if not annex.of_zones and heading not in COLUMNS and self.grade(heading):
                        slots.setdefault((of_row, self.grade(heading)), {})["price"] = cell
            plain = {name: row[name] for name in ("yuan_per_square_metre", "floor_price", "wan_yuan_per_mu") if name in row}
            if plain:
                slots[of_row or annex.uses[0], grade] = {
                    "price": plain.get("yuan_per_square_metre", ""), "floor": plain.get("floor_price", ""),
                    "万元/亩": plain.get("wan_yuan_per_mu", ""),
                }
            for (use, of), cells in slots.items():
                self.price(annex, number, area, use, of, zone, cells)
            self.state_of_row(annex, row, number, area, of_row, grade, zone)

    def price(self, annex, number, area, use, grade, zone, cells):
        printed = cells.get("price", "")
        per_mu = cells.get("万元/亩", "")
        if printed and not is_nothing(printed):
            price = Price(
                area, use, grade, zone, printed.removeprefix("≥"), annex.per_floor, printed.startswith("≥"), per_mu,
                cells.get("floor", ""), annex, number,
            )
            self.prices.append(price)
            if cells.get("容积率") and not is_nothing(cells["容积率"]):
                of = {"area": area, "use": use, "grade": grade, "zone": zone}
                self.statements.append(Statement(of, {"plot_ratio": cells["容积率"]}, annex.cited(), "", str(number)))
        elif per_mu and not is_nothing(per_mu):
            # A second table with the same price in another unit.
            same = self.find(area, use, grade, zone)
            same.per_mu = per_mu

    def state_of_row(self, annex, row, number, area, use, grade, zone):
        stated = {key: row[key] for key in STATED if row.get(key) and not is_nothing(row[key])}
        if stated:
            for of_use in [use] if use else annex.uses:
                of = {"area": area, "use": of_use, "grade": grade, "zone": zone}
                self.statements.append(Statement(of, stated, annex.cited(), "", str(number)))

    def find(self, area, use, grade, zone):
        for price in self.prices:
            if (price.area, price.use) == (area, use) and price.zone == zone and (zone or price.grade == grade):
                return price
        return None

    def basis(self, area, use, grade=None, zone=None):
        """What a price of that assumes, field by field by the most particular statement; and where that is printed."""
        of = {"area": area, "use": use, "grade": grade, "zone": zone}
        holds = lambda it: all(it.of[key] in (None, of[key]) for key in of)
        basis, cited = {}, None
        for statement in filter(holds, self.statements):
            added = {key: text for key, text in statement.stated.items() if key not in basis}
            if added and cited is None:
                cited = statement
            basis |= added
        if "base_date" not in basis and self.terms.get("base_date"):
            basis["base_date"] = self.terms["base_date"]
        return basis, cited

    def states(self, area, use):
        """Whether the document publishes prices of an area and a land use, which assume something."""
        return any(area in annex.areas and use in annex.uses for annex in self.annexes)

    def basis_result(self, basis):
        """The columns of vectors that say what a price assumes."""
        name, services = development(basis["development_level"]) if "development_level" in basis else ("", None)
        rate = basis.get("capitalization_rate", "")
        return {
            "base_date": basis.get("base_date", ""), "right": basis.get("right", ""),
            "statutory_term": {"无限年期": "perpetual"}.get(term := basis.get("statutory_term", ""), term),
            "plot_ratio": basis.get("plot_ratio", ""),
            "capitalization_rate": per_cent(rate) if rate else "", "development_level": services or "",
            "development_name": name,
        }

    def read_corrections(self):
        conditions = []
        for declared in read_csv(self.folder / "corrections.csv"):
            kind = declared["kind"]
            if declared.get("file"):
                rows = read_csv(self.folder / declared["file"])
                (conditions.append if kind == "conditions" else lambda of: self.correct(*of))((declared, rows))
                continue
            rows = [] if kind == "term" else [Row("", "", "", declared["value"].removesuffix("%"), 0)]
            for table in self.scoped(declared, None, None, declared.get("name", "")):
                table.rows = list(rows)
        for declared, rows in conditions:
            self.condition(declared, rows)

    def scoped(self, declared, use, grades, name):
        """The tables that a cell is for, made where they are new."""
        kind = {"factors": "factor", "coefficients": "coefficient"}.get(declared["kind"], declared["kind"])
        for of_use in [use] if use else [self.use(it) for it in listed(declared.get("land_uses", ""))] or [None]:
            for grade in grades or self.grade_range(declared.get("grade", "")) or [None]:
                for area in [self.area(it) for it in listed(declared.get("area", ""))] or [None]:
                    same = (kind, name, area, of_use, grade)
                    is_same = lambda it: (it.kind, it.name, it.area, it.use, it.grade) == same
                    table = next(filter(is_same, self.tables), None)
                    if table is None:
                        annex, part = self.cited(declared.get("annex", ""), declared.get("part", ""))
                        by_area = declared.get("by") == "area"
                        table = Table(*same, declared.get("between", ""), by_area, annex, part)
                        table.chain = CHAINS.get(declared.get("series", ""), "")
                        self.tables.append(table)
                    yield table

    def figures(self, declared, rows):
        """Each figure of a table: its row, the row's number, land use, grades, level, and the figure."""
        key = KEYS.get(declared["kind"])
        value = {"index": "index", "conditions": "condition", "unit costs": "cost"}.get(declared["kind"], "coefficient")
        for line, row in zip(count(1), rows):
            number = int(row.get("sequence") or line)
            use = self.use(row["land_use"]) if row.get("land_use") else None
            grades = self.grade_range(row["grade"]) if row.get("grade") else None
            if row.get(value):
                yield row, number, use, grades, row.get("level", ""), row[value]
            for heading, cell in row.items():
                if heading in COLUMNS or heading == "comment" or is_nothing(cell):
                    continue
                if self.has_use(heading):
                    yield row, number, self.use(heading), grades, "", cell
                elif key and self.grade(heading):
                    yield row, number, use, [self.grade(heading)], "", cell
                else:
                    yield row, number, use, grades, heading, cell

    def correct(self, declared, rows):
        key_column = KEYS.get(declared["kind"])
        of_intervals = declared.get("between") in ("intervals", "区间")
        for row, number, use, grades, level, cell in self.figures(declared, rows):
            name = row.get("factor") or declared.get("name", "")
            key = row.get(key_column, "").removesuffix("年") if key_column else ""
            key = SERVICE_WORDS[key] if key_column == "services" else key
            if of_intervals:
                # From the lowest, in whatever order they are printed.
                of = interval(key) or (key, True, key, True)
                for table in self.scoped(declared, use, grades, name):
                    table.between = "intervals"
                    table.rows.append(Row("", "", "", cell, number, of))
                    table.rows.sort(key=lambda row: [Decimal(it or 0) for it in (row.interval[0], row.interval[2] or 10**9)])
                continue
            for table in self.scoped(declared, use, grades, name):
                table.open_below |= key.startswith("≤")
                table.open_above |= key.startswith("≥")
                value = cell.removesuffix("%").strip()
                table.rows.append(Row(key.lstrip("≤≥"), level, row.get("condition", ""), value, number))

    def condition(self, declared, rows):
        """What levels are given for, which may stand in a table of its own."""
        for row, _, use, grades, level, cell in self.figures(declared, rows):
            uses = [use] if use else [self.use(it) for it in listed(declared.get("land_uses", ""))]
            of = self.grade_range(declared.get("grade", "")) if grades is None else grades
            for table in self.tables:
                if table.kind in ("factor", "coefficient") and table.name == (row.get("factor") or declared["name"]):
                    if (not uses or table.use in uses) and (not of or table.grade in of):
                        for it in table.rows:
                            if it.level == level:
                                it.condition = cell

    def formula(self):
        """The factors in the order of the formula that the document prints, what it lacks last."""
        words = {
            "ky": "Ky", "kv": "Kv", "kt": "Kt", "kj": "Kj", "σki": "(1 + ΣKi)", "年期修正系数": "Ky", "容积率修正系数": "Kv",
        }
        found = re.findall("|".join(words), normal(self.terms.get("formula", "")).replace("∑", "σ"))
        return list(dict.fromkeys(words[word] for word in [*found, *words]))

    def adjusts_first(self):
        """Whether that formula adds Kf to P before the other corrections."""
        return bool(re.search(r"\((p|基准地价)[+±](kf|开发程度修正)\)", normal(self.terms.get("formula", ""))))

    def printed_formula(self):
        product = " × ".join(self.formula())
        return f"(P + Kf) × {product}" if self.adjusts_first() else f"P × {product} + Kf"

    def first_day(self):
        return date.fromisoformat(self.terms["first_day_in_force"]) if self.terms.get("first_day_in_force") else None

    def last_day(self):
        return date.fromisoformat(self.terms["last_day_in_force"]) if self.terms.get("last_day_in_force") else None


def refused(kind, message):
    raise Refused(kind, message)


EDITIONS = {
    folder.name: Edition(folder)
    for folder in sorted([*OWN.iterdir(), *EXAMPLES.iterdir()], key=lambda folder: folder.name)
    if folder.is_dir() and (OWN / f"{folder.name}.dijia").exists()
}
