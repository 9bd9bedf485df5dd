"""The worksheet of an appraisal in every layout; a Chinese character is two columns wide."""

import re
from dataclasses import dataclass, field
from unicodedata import category, combining, east_asian_width

TITLE = ("宗地估价表（基准地价系数修正法）", "Appraisal by the coefficient-correction method")
MIXED_TITLE = ("混合用途宗地估价表", "Appraisal of a mixed use")
HEADINGS = (
    ("符号", "项目", "算式", "取位前", "取值", "单位", "来源"),
    ("symbol", "item", "computation", "before rounding", "value", "unit", "source"),
)
# The columns of numbers are aligned to the right.
NUMBERS = (3, 4)
# What a page of A4 holds, and how wide an item may be before its figure is moved.
PAGE, MOST_OF_ITEM = 80, 34
# How many characters stand together at most.
TOGETHER = 128
OPERATORS = set("×÷+-=→")
# 避头尾: what no line begins with, and what none ends with.
NOT_FIRST = set(")]},.;:!?%…”’、。，．；：！？％）］｝〕】》〉」』")
NOT_LAST = set("([{“‘（［｛〔【《〈「『")
DIGITS = set("0123456789０１２３４５６７８９")


@dataclass
class Contents:
    """What a worksheet says in one language, whatever its layout."""

    language: int
    title: str
    facts: list
    formula: list
    rows: list = field(default_factory=list)
    totals: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    symbol: str = "V"
    # The widest label of a fact in either language, also where it is not shown.
    widest: tuple = (8, 15)

    def label_width(self):
        return self.widest[self.language]

    def colon(self):
        return ("：", ": ")[self.language]

    def warning_label(self):
        return ("提示：", "warning: ")[self.language]


def width(text):
    def one(c):
        return 0 if combining(c) or category(c) in ("Cc", "Cf") else 2 if east_asian_width(c) in "WF" else 1

    return sum(map(one, text))


def padded(text, to, right=False):
    spaces = " " * (to - width(text))
    return spaces + text if right else text + spaces


def clean(text):
    return "".join(" " if category(c) == "Cc" else c for c in text)


def policy(appraised, language):
    """The line that names what is rounded, and how."""
    places, unit, amount = appraised.coefficient_places, appraised.unit_places, appraised.amount_places
    if language == 0:
        derived = "推算系数不取位" if places == "unrounded" else f"推算系数 {places} 位小数"
        mode = {"half-up": "四舍五入", "half-even": "四舍六入五成双"}[appraised.mode]
        return f"{derived}，单价 {unit} 位，金额 {amount} 位，{mode}"
    derived = "derived coefficients unrounded" if places == "unrounded" else f"derived coefficients to {places} places"
    return f"{derived}, unit price to {unit}, amounts to {amount}, {appraised.mode.replace('-', ' ')}"


def contents_of(appraised, language):
    """What the worksheet of a parcel says."""
    facts = [(("基准地价", "benchmark price"), appraised.based_on[language])]
    if appraised.base_date:
        facts.append((("基准日", "base date"), str(appraised.base_date)))
    if appraised.valuation:
        facts.append((("估价期日", "valuation date"), str(appraised.valuation)))
    if appraised.get("area"):
        facts.append((("面积", "area"), f"{appraised.case['area']} {('㎡', 'm²')[language]}"))
    facts.append((("取位", "rounding"), policy(appraised, language)))
    rows = [HEADINGS[language]]
    for step in appraised.steps:
        words = [words[language] for words in (step.symbol, step.item, step.computation, step.unit, step.source)]
        symbol, item, computation, unit, source = words
        rows.append((symbol, clean(item), computation, step.before, step.value, unit, source))
    formula = [
        clean(" × ".join(appraised.formula)),
        appraised.computation,
        f"{appraised.result['unit_price']} {('元/㎡', 'yuan/m²')[language]}",
    ]
    facts = [(label[language], text) for label, text in facts]
    warned = [warning[1 + language] for warning in appraised.warnings]
    return Contents(language, TITLE[language], facts, formula, rows, warnings=warned)


def contents_of_mixed(mixed, language):
    """What the worksheet of a mixed use says."""
    units = [("元/㎡", "yuan/m²"), ("万元/亩", "10,000 yuan/mu"), ("元", "yuan"), ("万元", "10,000 yuan")]
    unit, per_mu, yuan, wan = (words[language] for words in units)
    parts = " + ".join(part(*of, language) for of in mixed.parts)
    formula = [
        f"({parts}) ÷ {mixed.whole}" if mixed.whole else parts,
        f"{mixed.result['unit_price']} {unit}",
        f"{mixed.result['wan_yuan_per_mu']} {per_mu}",
    ]
    totals = [
        (("总价", "total")[language], f"{mixed.result[column]} {of}")
        for column, of in (("total_yuan", yuan), ("total_wan_yuan", wan))
        if mixed.result[column]
    ]
    facts = [(("取位", "rounding")[language], policy(mixed, language))]
    return Contents(language, MIXED_TITLE[language], facts, formula, totals=totals, widest=(4, 8))


def contents_of_payment(payment, language):
    """What the worksheet of a payment says."""
    titles = [
        ("应缴地价款计算表", "Payment of a land price"),
        ("补缴地价款计算表", "Payment of a difference of land prices"),
    ]
    title = titles["original_price" in payment.case][language]
    facts = [(("取位", "rounding")[language], policy(payment, language))]
    if "area" in payment.case:
        label = [("面积", "area"), ("建筑面积", "floor area")]["per" in payment.case][language]
        facts.insert(0, (label, f"{payment.case['area']} {('㎡', 'm²')[language]}"))
    formula = [*payment.formula(), f"{payment.result['unit_payment']} {payment.unit(language)}"]
    rows = [HEADINGS[language], *payment.rows(language)]
    return Contents(language, title, facts, formula, rows, symbol="U", widest=(8, 10))


def part(price, share, use, language):
    """A use of several, with its name so far as it is known."""
    return f"{price} × {share}" + (f" [{use[language]}]" if use else "")


def wide(said):
    lines = [said.title]
    lines += [padded(label, said.label_width()) + "  " + text for label, text in said.facts]
    lines.append("")
    if said.rows:
        widths = [max(map(width, column)) for column in zip(*said.rows)]
        for row in said.rows:
            cells = (padded(cell, to, i in NUMBERS) for i, (cell, to) in enumerate(zip(row, widths)))
            lines.append("  ".join(cells).rstrip(" "))
        lines.append("")
    lines.append(f"{said.symbol} = {said.formula[0]}")
    lines += ["  = " + line for line in said.formula[1:]]
    lines += [f"{label} {text}" for label, text in said.totals]
    if said.warnings:
        lines.append("")
        lines += [said.warning_label() + warning for warning in said.warnings]
    return lines


def may_break(left, right):
    """Whether a line may end between the two characters."""
    if 2 not in (width(left), width(right)) or width(right) == 0:
        return False
    in_number = right in DIGITS and (left in DIGITS or left in ".．")
    in_word = left + right in ("推算", "给定")
    return right not in NOT_FIRST and left not in NOT_LAST and not in_number and not in_word


def pieces(text, room):
    """What stays together, each with the number of spaces before it."""
    made = []
    for spaces, word in re.findall("( *)([^ ]+)", clean(text)):
        if word in OPERATORS and made:
            before, last = made[-1]
            joined = last + spaces + word
            if width(joined) <= room and len(joined) <= TOGETHER:
                made[-1] = (before, joined)
                continue
        breaks = [i for i in range(1, len(word)) if may_break(word[i - 1], word[i])]
        before = len(spaces)
        for start, end in zip([0, *breaks], [*breaks, len(word)]):
            together = ""
            for c in word[start:end]:
                if width(together + c) > room or len(together) == TOGETHER:
                    made.append((before, together))
                    before, together = 0, ""
                together += c
            made.append((before, together))
            before = 0
    return made


def wrapped(first, text):
    """The lines of a text, the first of which begins with `first`; the others are indented as far."""
    indent = width(first)
    lines, line = [], ""
    for spaces, piece in pieces(text, PAGE - indent):
        if width(line) and indent + width(line) + spaces + width(piece) > PAGE:
            lines.append(line)
            line = ""
        line += (" " * spaces if width(line) else "") + piece
    lines.append(line)
    return [(first if i == 0 else " " * indent) + line for i, line in enumerate(lines)]


def narrow(said):
    lines = [said.title]
    for label, text in said.facts:
        lines += wrapped(padded(label, said.label_width()) + "  ", text)
    lines.append("")
    if said.rows:
        symbols = max(width(row[0]) for row in said.rows)
        items = max(width(row[1]) for row in said.rows if width(row[1]) <= MOST_OF_ITEM)
        values = max(width(row[4]) for row in said.rows)
        for symbol, item, computation, before, value, unit, source in said.rows:
            figure = f"{padded(item, items)}  {padded(value, values, True)} {unit}"
            computed = computation + (" = " + before if before else "")
            lines += wrapped(padded(symbol, symbols + 2), figure)
            said_below = computed + ("；", "; ")[said.language] + source if computed else source
            lines += wrapped(" " * (symbols + 2), said_below)
        lines.append("")
    for i, line in enumerate(said.formula):
        lines += wrapped("  = " if i else f"{said.symbol} = ", line)
    for label, text in said.totals:
        lines += wrapped(label + " ", text)
    if said.warnings:
        lines.append("")
    for warning in said.warnings:
        lines += wrapped(said.warning_label(), warning)
    assert all(width(line) <= PAGE for line in lines)
    return lines


def markdown(said):
    shown = lambda text: re.sub(r"[][\\`*_~<>&|$]", r"\\\g<0>", clean(text))
    row = lambda cells: "|" + "".join(f" {shown(cell)} |" for cell in cells)
    item = lambda label, text: f"- {label}{said.colon()}{shown(text)}"
    lines = [f"**{said.title}**", "", *(item(*fact) for fact in said.facts), ""]
    if said.rows:
        sides = ["--:" if i in NUMBERS else ":--" for i in range(len(said.rows[0]))]
        lines += [row(said.rows[0]), f"| {' | '.join(sides)} |", *map(row, said.rows[1:]), ""]
    formula = [f"{said.symbol} = " + shown(said.formula[0]), *("= " + shown(line) for line in said.formula[1:])]
    lines += [line + "\\" for line in formula[:-1]] + formula[-1:]
    if said.totals:
        lines += ["", *(item(*total) for total in said.totals)]
    if said.warnings:
        lines += ["", *(f"- {said.warning_label()}{shown(warning)}" for warning in said.warnings)]
    return lines


def html(said):
    entities = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
    shown = lambda text: "".join(entities.get(c, c) for c in clean(text))
    span = lambda columns: f' colspan="{columns}"' if columns > 1 else ""
    label, text = (2, 5) if said.rows else (1, 1)
    fact = lambda of: (
        f'<tr><th scope="row"{span(label)}>{shown(of[0])}</th><td{span(text)}>{shown(of[1])}</td></tr>'
    )
    lines = [f'<table lang="{("zh-CN", "en")[said.language]}">', f"<caption>{said.title}</caption>"]
    lines += ["<tbody>", *map(fact, said.facts), "</tbody>"]
    if said.rows:
        heading, *rows = said.rows
        lines += ["<tbody>", "<tr>" + "".join(f'<th scope="col">{shown(cell)}</th>' for cell in heading) + "</tr>"]
        for symbol, *cells in rows:
            sides = [' align="right"' if i in NUMBERS else "" for i in range(1, len(heading))]
            written = "".join(f"<td{side}>{shown(cell)}</td>" for side, cell in zip(sides, cells))
            lines.append(f'<tr><th scope="row">{shown(symbol)}</th>{written}</tr>')
        lines.append("</tbody>")
    formula = f"{said.symbol} = " + "<br>= ".join(map(shown, said.formula))
    lines += ["<tbody>", f"<tr><td{span(label + text)}>{formula}</td></tr>", *map(fact, said.totals), "</tbody>"]
    if said.warnings:
        warned = (said.warning_label() + shown(warning) for warning in said.warnings)
        lines += ["<tbody>", *(f"<tr><td{span(label + text)}>{text_of}</td></tr>" for text_of in warned), "</tbody>"]
    return [*lines, "</table>"]


LAYOUTS = {"wide": wide, "narrow": narrow, "markdown": markdown, "html": html}


def worksheet(appraised, language, layout):
    """The worksheet; language 0 is Chinese, 1 is English."""
    return "".join(line + "\n" for line in LAYOUTS[layout](contents_of(appraised, language)))


def mixed_worksheet(mixed, language, layout):
    """The worksheet of a mixed use."""
    return "".join(line + "\n" for line in LAYOUTS[layout](contents_of_mixed(mixed, language)))


def payment_worksheet(payment, language, layout):
    """The worksheet of a payment."""
    return "".join(line + "\n" for line in LAYOUTS[layout](contents_of_payment(payment, language)))


def warnings(appraised, language):
    """The warnings alone, a line each."""
    return "".join(warning[1 + language] + "\n" for warning in appraised.warnings)
