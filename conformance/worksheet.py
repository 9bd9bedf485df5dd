"""The worksheet of an appraisal as text, aligned for characters of which a Chinese one is two columns wide."""

from unicodedata import category, combining, east_asian_width

TITLE = ("宗地估价表（基准地价系数修正法）", "Appraisal by the coefficient-correction method")
MIXED_TITLE = ("混合用途宗地估价表", "Appraisal of a mixed use")
HEADINGS = (
    ("符号", "项目", "算式", "取位前", "取值", "单位", "来源"),
    ("symbol", "item", "computation", "before rounding", "value", "unit", "source"),
)
# The columns of numbers are aligned to the right.
NUMBERS = (3, 4)


def width(text):
    def one(c):
        return 0 if combining(c) or category(c) in ("Cc", "Cf") else 2 if east_asian_width(c) in "WF" else 1

    return sum(map(one, text))


def padded(text, to, right=False):
    spaces = " " * (to - width(text))
    return spaces + text if right else text + spaces


def policy(appraised, language):
    """The line that names what is rounded, and how."""
    places, unit, amount = appraised.coefficient_places, appraised.unit_places, appraised.amount_places
    if language == 0:
        derived = "推算系数不取位" if places == "unrounded" else f"推算系数 {places} 位小数"
        mode = {"half-up": "四舍五入", "half-even": "四舍六入五成双"}[appraised.mode]
        return f"{derived}，单价 {unit} 位，金额 {amount} 位，{mode}"
    derived = "derived coefficients unrounded" if places == "unrounded" else f"derived coefficients to {places} places"
    return f"{derived}, unit price to {unit}, amounts to {amount}, {appraised.mode.replace('-', ' ')}"


def worksheet(appraised, language):
    """The worksheet; language 0 is Chinese, 1 is English."""
    clean = lambda text: "".join(" " if category(c) == "Cc" else c for c in text)
    heading = [(("基准地价", "benchmark price"), appraised.based_on[language])]
    if appraised.base_date:
        heading.append((("基准日", "base date"), str(appraised.base_date)))
    if appraised.valuation:
        heading.append((("估价期日", "valuation date"), str(appraised.valuation)))
    if appraised.get("area"):
        heading.append((("面积", "area"), f"{appraised.case['area']} {('㎡', 'm²')[language]}"))
    heading.append((("取位", "rounding"), policy(appraised, language)))
    # As wide as the widest label that there is, also where it is not shown.
    widest = (8, 15)[language]
    lines = [TITLE[language]]
    lines += [padded(label[language], widest) + "  " + text for label, text in heading]
    lines.append("")

    rows = [HEADINGS[language]]
    for step in appraised.steps:
        words = [words[language] for words in (step.symbol, step.item, step.computation, step.unit, step.source)]
        symbol, item, computation, unit, source = words
        rows.append((symbol, clean(item), computation, step.before, step.value, unit, source))
    widths = [max(map(width, column)) for column in zip(*rows)]
    for row in rows:
        cells = (padded(cell, to, i in NUMBERS) for i, (cell, to) in enumerate(zip(row, widths)))
        lines.append("  ".join(cells).rstrip(" "))
    lines.append("")

    lines.append("V = " + clean(" × ".join(appraised.formula)) + (" + Kf" if appraised.adjusted else ""))
    lines.append(f"  = {appraised.computation}")
    lines.append(f"  = {appraised.result['unit_price']} {('元/㎡', 'yuan/m²')[language]}")
    if appraised.warnings:
        lines.append("")
        lines += [("提示：", "warning: ")[language] + warning[1 + language] for warning in appraised.warnings]
    return "".join(line + "\n" for line in lines)


def warnings(appraised, language):
    """The warnings alone, a line each."""
    return "".join(warning[1 + language] + "\n" for warning in appraised.warnings)


def part(price, share, use, language):
    """A use of several, with its name so far as it is known."""
    return f"{price} × {share}" + (f" [{use[language]}]" if use else "")


def mixed_worksheet(mixed, language):
    """The worksheet of a mixed use."""
    units = [("元/㎡", "yuan/m²"), ("万元/亩", "10,000 yuan/mu"), ("元", "yuan"), ("万元", "10,000 yuan")]
    unit, per_mu, yuan, wan = (words[language] for words in units)
    lines = [MIXED_TITLE[language], ("取位", "rounding")[language] + "  " + policy(mixed, language), ""]
    parts = " + ".join(part(*of, language) for of in mixed.parts)
    lines.append(f"V = ({parts}) ÷ {mixed.whole}" if mixed.whole else f"V = {parts}")
    lines.append(f"  = {mixed.result['unit_price']} {unit}")
    lines.append(f"  = {mixed.result['wan_yuan_per_mu']} {per_mu}")
    for column, of in (("total_yuan", yuan), ("total_wan_yuan", wan)):
        if mixed.result[column]:
            lines.append(f"{('总价', 'total')[language]} {mixed.result[column]} {of}")
    return "".join(line + "\n" for line in lines)
