"""The command line: what the example program of the Rust library does, with the same options and the same output."""

from __future__ import annotations

import datetime
import json
import re
import sys
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import dijia
from dijia import JINAN_2020, _dijia
from dijia._dicts import grade_to_dict, zone_to_dict
from dijia._errors import DijiaError
from dijia._values import (
    Basis,
    DateIndex,
    DevelopmentLevel,
    GradePrice,
    PlotRatioTable,
    RoundingPolicy,
    ZoneCode,
    ZonePrice,
)
from dijia._words import BetweenPoints, Grade, LandUse, Language, RoundingMode, Service

if TYPE_CHECKING:
    from collections.abc import Callable

    from dijia._appraised import Appraised

HELP = """\
Prices a parcel by Jinan's benchmark land prices of 2020, or says what is published of a zone.

usage: appraise LAND_USE ZONE [options]              appraise 商服 Ⅲ-4
       appraise LAND_USE --grade GRADE [options]     appraise 住宅 --grade Ⅱ --remaining-term 65
       appraise --base-price PRICE [options]         a price of your own, 元/㎡
       appraise                                      an example: what is published of 商服 Ⅲ-4

term           --remaining-term YEARS                or --valuation-date DATE --expiry DATE
               --rate R  --statutory-term YEARS      instead of those of the basis; R as 6.4% or 0.064
plot ratio     --plot-ratio X                        for the floor price
               --plot-ratio-coefficient K            or --plot-ratio-table X=K,X=K,…  [--open-below] [--open-above]
date           --date-coefficient K                  or --date-index DATE=I,DATE=I,… [--linear]
                                                     or --monthly-growth G; both with --valuation-date
               --base-date DATE                      instead of that of the basis
others         --coefficient NAME=K                  as often as needed: 面积=0.98
               --factor NAME=F                       as often as needed: 区域=2.402%
development    --development KF                      元/㎡, signed
               --development LEVEL --unit-cost SERVICE=COST …   六通一平, or road+power+…
parcel         --area M2                             ㎡
rounding       --places C[,U[,A]]                    places of derived coefficients (or 'unrounded'), of the unit price
                                                     and of amounts: 4,2,2 unless told
               --half-even                           instead of half up
output         --english   --json   --help   --version
"""

BAD_INPUT = 2
"""Exit status for input that has no honest answer."""


class CommandError(Exception):
    """The command line is wrong."""


class _Print(Exception):  # noqa: N818
    """Print a text and stop."""


def main(arguments: list[str]) -> int:
    """Run the command and return its exit status."""
    try:
        output = _run(arguments)
    except (CommandError, DijiaError) as error:
        print(f"appraise: {error}", file=sys.stderr)
        return BAD_INPUT
    except _Print as text:
        output = str(text)
    try:
        sys.stdout.write(output)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
    return 0


# What is shown where nothing is asked for.
_EXAMPLE = ["商服", "Ⅲ-4"]


class _Request:
    """What the command line asks for."""

    def __init__(self) -> None:
        self.given: dict[str, Any] = {}
        self.words: list[str] = []
        self.grade: Grade | None = None
        self.plot_ratio_table: list[tuple[Decimal, Decimal]] = []
        self.date_index: list[tuple[datetime.date, Decimal]] = []
        self.unit_costs: list[tuple[Service, Decimal]] = []
        self.coefficients: list[tuple[str, Decimal]] = []
        self.factors: list[tuple[str, Decimal]] = []
        self.flags: set[str] = set()
        self.places: list[int | None] = [4, 2, 2]
        self.is_corrected = False


_ONCE: dict[str, tuple[str, Callable[[str], Any]]] = {
    "base-price": ("base_price", _dijia.parse_decimal),
    "rate": ("capitalization_rate", _dijia.parse_rate),
    "statutory-term": ("statutory_term", _dijia.parse_decimal),
    "base-date": ("base_date", _dijia.parse_date),
    "remaining-term": ("remaining_term", _dijia.parse_decimal),
    "valuation-date": ("valuation_date", _dijia.parse_date),
    "expiry": ("expiry_date", _dijia.parse_date),
    "plot-ratio": ("plot_ratio", _dijia.parse_decimal),
    "plot-ratio-coefficient": ("plot_ratio_coefficient", _dijia.parse_decimal),
    "date-coefficient": ("date_coefficient", _dijia.parse_decimal),
    "monthly-growth": ("monthly_growth", _dijia.parse_rate),
    "area": ("area", _dijia.parse_decimal),
}
_FLAGS = {"open-below", "open-above", "linear", "half-even", "english", "json"}
_NO_CORRECTION = {"", "grade", "base-price", "english", "json"}


def _parse(arguments: list[str]) -> _Request:
    request = _Request()
    rest = iter(arguments)
    options = True
    for argument in rest:
        if options and argument == "--":
            options = False
            continue
        if not options or not argument.startswith("-") or argument == "-":
            request.words.append(argument)
            continue
        if not argument.startswith("--"):
            if argument == "-h":
                raise _Print(HELP)
            if argument == "-V":
                raise _Print(f"appraise {dijia.__version__}\n")
            raise CommandError(f"invalid option '{argument[:2]}'")
        name, equals, value = argument[2:].partition("=")

        def text(name: str = name, equals: str = equals, value: str = value) -> str:
            if equals:
                return value
            try:
                return next(rest)
            except StopIteration:
                raise CommandError(f"missing argument for option '--{name}'") from None

        if name not in _NO_CORRECTION:
            request.is_corrected = True
        if name in _FLAGS and equals:
            raise CommandError(f"unexpected argument for option '--{name}': {json.dumps(value, ensure_ascii=False)}")
        _option(request, name, text)
    _check_companions(request)
    return request


def _option(request: _Request, name: str, text: Callable[[], str]) -> None:
    if name in _ONCE:
        key, read = _ONCE[name]
        _once(request.given, key, name, read(text()))
    elif name in _FLAGS:
        request.flags.add(name)
    elif name == "grade":
        grade = Grade.parse(text())
        if request.grade is not None:
            raise CommandError("--grade is given twice")
        request.grade = grade
    elif name == "plot-ratio-table":
        for ratio, coefficient in _pairs(text()):
            request.plot_ratio_table.append((_dijia.parse_decimal(ratio), _dijia.parse_decimal(coefficient)))
    elif name == "date-index":
        for date, index in _pairs(text()):
            request.date_index.append((_dijia.parse_date(date), _dijia.parse_decimal(index)))
    elif name in {"coefficient", "factor"}:
        key, number = _pair(text())
        named = request.coefficients if name == "coefficient" else request.factors
        named.append((key, _dijia.parse_rate(number)))
    elif name == "development":
        value = text()
        try:
            _once(request.given, "development_adjustment", name, _dijia.parse_decimal(value))
        except DijiaError:
            _once(request.given, "site_development", name, DevelopmentLevel.parse(value))
        if "development_adjustment" in request.given and "site_development" in request.given:
            raise CommandError("--development is given twice")
    elif name == "unit-cost":
        service, cost = _pair(text())
        request.unit_costs.append((Service.parse(service), _dijia.parse_decimal(cost)))
    elif name == "places":
        _places(request, text())
    elif name == "help":
        raise _Print(HELP)
    elif name == "version":
        raise _Print(f"appraise {dijia.__version__}\n")
    else:
        raise CommandError(f"invalid option '--{name}'")


def _once(given: dict[str, Any], key: str, option: str, value: Any) -> None:
    if key in given:
        raise CommandError(f"--{option} is given twice")
    given[key] = value


def _pair(text: str) -> tuple[str, str]:
    left, equals, right = text.rpartition("=")
    if not equals or not left.strip():
        raise CommandError(f"{json.dumps(text, ensure_ascii=False)} is not of the form NAME=VALUE")
    return left.strip(), right


def _pairs(text: str) -> list[tuple[str, str]]:
    return [_pair(part) for part in re.split("[,，]", text)]


def _places(request: _Request, text: str) -> None:
    request.places = [4, 2, 2]
    for place, part in enumerate(text.split(",")):
        if place > 2:
            raise CommandError("--places takes at most three numbers: coefficients, unit price, amounts")
        if place == 0 and part == "unrounded":
            request.places[0] = None
            continue
        if not re.fullmatch(r"\+?[0-9]+", part) or int(part) > 255:
            raise CommandError(f"--places: {json.dumps(part, ensure_ascii=False)} is not a number of places")
        request.places[place] = int(part)
        _policy(request)


def _policy(request: _Request) -> RoundingPolicy:
    coefficients, unit_price, amounts = request.places
    mode = RoundingMode.HALF_EVEN if "half-even" in request.flags else RoundingMode.HALF_UP
    return RoundingPolicy(coefficients, unit_price or 0, amounts or 0, mode)


def _check_companions(request: _Request) -> None:
    """Refuse an option that would do nothing without another."""
    given, flags = request.given, request.flags
    for flag in ("open-below", "open-above"):
        if flag in flags and not request.plot_ratio_table:
            raise CommandError(f"--{flag} needs --plot-ratio-table")
    if "linear" in flags and not request.date_index:
        raise CommandError("--linear needs --date-index")
    if request.unit_costs and "site_development" not in given:
        raise CommandError("--unit-cost needs --development with the level of the site")
    if "remaining_term" not in given and "expiry_date" not in given:
        for option, name in (("rate", "capitalization_rate"), ("statutory-term", "statutory_term")):
            if name in given:
                raise CommandError(f"--{option} needs --remaining-term or --expiry")


def _run(arguments: list[str]) -> str:
    request = _parse(arguments)
    language = Language.ENGLISH if "english" in request.flags else Language.CHINESE
    base = _base(request)
    if request.is_corrected:
        appraised = _appraise(request, base)
        if "json" in request.flags:
            return _json(appraised.to_dict())
        return appraised.worksheet(language)
    if "zone" in base:
        price: ZonePrice | GradePrice = JINAN_2020.zone_price(base["land_use"], base["zone"])
    elif "grade" in base:
        price = JINAN_2020.grade_price(base["land_use"], base["grade"])
    else:
        raise CommandError("--base-price is a price to be corrected: give a term, a coefficient or an area")
    return _notice_json(price) if "json" in request.flags else _notice(price, language)


def _base(request: _Request) -> dict[str, Any]:
    words, grade = request.words, request.grade
    has_price = "base_price" in request.given
    if not words and grade is None and not has_price and not request.is_corrected:
        words = _EXAMPLE
    if not words and grade is None and has_price:
        return {}
    if len(words) == 2 and grade is None and not has_price:
        return {"land_use": LandUse.parse(words[0]), "zone": ZoneCode.parse(words[1])}
    if len(words) == 1 and grade is not None and not has_price:
        return {"land_use": LandUse.parse(words[0]), "grade": grade}
    if has_price:
        raise CommandError("--base-price stands for a land use and a zone or grade: give the one or the other")
    if grade is not None:
        raise CommandError("--grade takes a land use and no zone: appraise 住宅 --grade Ⅱ")
    raise CommandError("a land use and a zone are expected: appraise 商服 Ⅲ-4 (--help says more)")


class _Named(dict[str, Any]):
    """Names and values, of which two may be alike."""

    def __init__(self, pairs: list[Any]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:
        return self.pairs


def _appraise(request: _Request, base: dict[str, Any]) -> Appraised:
    given = {**request.given, **base, "policy": _policy(request)}
    flags = request.flags
    if request.plot_ratio_table:
        given["plot_ratio_table"] = PlotRatioTable(
            request.plot_ratio_table, open_below="open-below" in flags, open_above="open-above" in flags
        )
    if request.date_index:
        between = BetweenPoints.LINEAR_BY_DAYS if "linear" in flags else BetweenPoints.LAST_BEFORE
        given["date_index"] = DateIndex(request.date_index, between)
    if request.coefficients:
        given["coefficients"] = _Named(request.coefficients)
    if request.factors:
        given["factor_corrections"] = _Named(request.factors)
    if request.unit_costs:
        given["unit_costs"] = _Named(request.unit_costs)
    return dijia.appraise(**given)


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)


def _json(value: Any) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _notice_json(price: ZonePrice | GradePrice) -> str:
    document = JINAN_2020.document
    today = datetime.date.today()
    if isinstance(price, ZonePrice):
        zone = zone_to_dict(price)
        grade = grade_to_dict(JINAN_2020.grade_price(price.land_use, price.code.grade))
    else:
        zone, grade = None, grade_to_dict(price)
    value = {
        "zone_price": zone,
        "grade_price": grade,
        "first_day_in_force": str(document.first_day_in_force),
        "last_day_in_force": str(document.last_day_in_force),
        "today": str(today),
        "validity": document.validity_on(today).english,
    }
    return json.dumps(value, default=_plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _notice(price: ZonePrice | GradePrice, language: Language) -> str:
    chinese = language is Language.CHINESE
    lines: list[tuple[str, str]] = []

    def pick(in_chinese: str, in_english: str) -> str:
        return in_chinese if chinese else in_english

    def amount(label: str, value: Decimal, unit: str) -> None:
        lines.append((label, f"{format(value, 'f'):>8} {unit}"))

    land_use = pick(f"{price.land_use.chinese}用地", price.land_use.english)
    per_metre = pick("元/㎡", "yuan/m² of land")
    if isinstance(price, ZonePrice):
        lines.append((pick("区片", "zone"), f"{land_use} {price.code}"))
        amount(pick("区片基准地价", "zone price"), price.per_square_metre, per_metre)
        amount("", price.wan_yuan_per_mu, pick("万元/亩", "10,000 yuan/mu"))
        if price.per_floor_area is not None:
            unit = pick("元/㎡建筑面积", "yuan/m² of floor")
            amount(pick("区片楼面地价", "floor price"), price.per_floor_area, unit)
        grade = JINAN_2020.grade_price(price.land_use, price.code.grade)
        unit = pick(f"元/㎡（{grade.grade}级）", f"yuan/m² of land (grade {grade.grade})")
        amount(pick("级别基准地价", "grade price"), grade.per_square_metre, unit)
    else:
        lines.append((pick("级别", "grade"), f"{land_use} {price.grade}"))
        amount(pick("级别基准地价", "grade price"), price.per_square_metre, per_metre)
        unit = pick("万元/亩（折算）", "10,000 yuan/mu (converted)")
        amount("", dijia.wan_yuan_per_mu(price.per_square_metre), unit)
        lines.append((pick("区片", "zones"), f"{price.grade}-1 … {price.grade}-{price.zone_count}"))
    lines += _basis_lines(price.basis, chinese)
    lines.append((pick("出处", "source"), price.citation.chinese if chinese else price.citation.english))

    document = price.citation.document
    first, last, today = document.first_day_in_force, document.last_day_in_force, datetime.date.today()
    validity = document.validity_on(today)
    lines.append(
        ("有效期", f"{first} 至 {last}；今日 {today} {validity.chinese}")
        if chinese
        else ("in force", f"{first} to {last}; today, {today}: {validity.english}")
    )
    widest = max(_width(label) for label, _ in lines)
    return "".join(f"{label}{' ' * (widest - _width(label))}  {value}\n" for label, value in lines)


def _basis_lines(basis: Basis, chinese: bool) -> list[tuple[str, str]]:
    rate = format((basis.capitalization_rate * 100).normalize(), "f")
    term, plot_ratio, level = basis.statutory_term, basis.plot_ratio, basis.development_level
    if chinese:
        services = "、".join(service.chinese for service in level.services)
        return [
            ("基准地价内涵", f"基准日 {basis.base_date}，{basis.right}"),
            ("", f"年期 {term} 年，容积率 {plot_ratio}，土地还原利率 {rate}%"),
            ("", f"{level.name or '开发程度'}：{services}"),
        ]
    return [
        ("basis", f"base date {basis.base_date}, {basis.right}"),
        ("", f"term {term} years, plot ratio {plot_ratio}, capitalization rate {rate} %"),
        ("", str(level).replace("+", ", ")),
    ]
