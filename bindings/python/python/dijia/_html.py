"""What Jupyter shows: small tables of HTML, every text in them escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from dijia._words import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEFT, _RIGHT = ' style="text-align: left"', ' style="text-align: right"'


def facts(title: str, rows: Iterable[tuple[str, object]]) -> str:
    """Return a heading with a table of names and values under it; what is None is left out."""
    body = "".join(
        f"<tr><th{_LEFT}>{escape(name)}</th><td{_LEFT}>{escape(str(value))}</td></tr>"
        for name, value in rows
        if value is not None
    )
    return f"<div><strong>{escape(title)}</strong><table><tbody>{body}</tbody></table></div>"


def table(titles: Iterable[str], rows: Iterable[Iterable[str]], numbers: tuple[int, ...]) -> str:
    """Return a table, the columns at `numbers` aligned to the right."""

    def row(cells: Iterable[str], tag: str) -> str:
        aligned = ((_RIGHT if place in numbers else _LEFT, cell) for place, cell in enumerate(cells))
        return f"<tr>{''.join(f'<{tag}{side}>{escape(cell)}</{tag}>' for side, cell in aligned)}</tr>"

    body = "".join(row(cells, "td") for cells in rows)
    return f"<table><thead>{row(titles, 'th')}</thead><tbody>{body}</tbody></table>"


# Jupyter aligns the cells of tables to the right.
_STYLE = (
    "<style>.dijia td, .dijia th, .dijia caption { text-align: left } "
    ".dijia td[align=right] { text-align: right }</style>"
)


def sheet(table: str) -> str:
    """Return a worksheet that Jupyter aligns as the worksheet says."""
    return f'<div class="dijia">{_STYLE}\n{table}</div>'


def steps(lines: Iterable[Any], english: bool) -> str:
    """Return steps of an appraisal as a table."""
    titles = (
        ("symbol", "item", "computation", "before rounding", "value", "unit", "source")
        if english
        else ("符号", "项目", "算式", "取位前", "取值", "单位", "来源")
    )
    return table(titles, (_cells(step, english) for step in lines), (3, 4))


def _cells(step: Any, english: bool) -> tuple[str, ...]:
    label = step.kind.english if english else step.kind.chinese
    if step.citation is not None:
        source = step.citation.english if english else step.citation.chinese
        if step.source is Source.DERIVED:
            source = f"derived ({source})" if english else f"推算（{source}）"
    elif step.source is Source.CALLER:
        source = "given" if english else "给定"
    else:
        source = step.source.english if english else step.source.chinese
    return (
        step.symbol,
        label if step.name is None else f"{label} {step.name}",
        step.expression if english else step.expression_chinese,
        "" if step.before_rounding is None else format(step.before_rounding, "f"),
        format(step.value, "f") + ("…" if step.unrounded else ""),
        step.unit.english if english else step.unit.chinese,
        source,
    )
