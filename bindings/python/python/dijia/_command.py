"""The command line: what the example program of the Rust library does, with the same options and the same output."""

from __future__ import annotations

import difflib
import io
import json
import os
import re
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import dijia
from dijia import JINAN_2020, _console, _dijia, _help, _packing
from dijia._errors import DijiaError
from dijia._notice import notice, notice_to_dict
from dijia._values import (
    DateIndex,
    PlotRatioTable,
    RoundingPolicy,
)
from dijia._words import BetweenPoints, IndexPeriod, Language, Layout, RoundingMode, Service

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from dijia._appraised import Appraised
    from dijia._edition import Edition
    from dijia._payment import Payment
    from dijia._published import GradePrice, ZonePrice

BAD_INPUT = 2
"""Exit status for input that has no honest answer."""


class CommandError(Exception):
    """The command line is wrong; said in both languages."""

    def __init__(self, english: str, chinese: str) -> None:
        super().__init__(english)
        self.english = english
        self.chinese = chinese


class _Print(Exception):  # noqa: N818
    """Print a text and stop."""


def main(arguments: list[str]) -> int:
    """Run the command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A console of another encoding gets the nearest that it can show, and never a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_console.NEAREST)
    asked = _asked_language(arguments)
    is_chinese = asked is Language.CHINESE
    if arguments and arguments[0] in _packing.COMMANDS:
        return _packing.main(arguments, is_chinese)
    try:
        output = _run(arguments, asked)
    except (CommandError, DijiaError) as error:
        print(f"appraise: {error.chinese if is_chinese else error.english}", file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        print(f"appraise: {error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    except _Print as text:
        output = str(text)
    try:
        sys.stdout.write(output)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def _asked_language(arguments: list[str]) -> Language | None:
    """Return the language that the options ask for, or else the environment; None where neither does.

    The options are looked at before they are read, so that an error in them is said in it too.
    """
    asked = None
    rest = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for place, argument in enumerate(rest):
        following = rest[place + 1] if place + 1 < len(rest) else ""
        if argument == "--english":
            asked = Language.ENGLISH
        elif argument == "--chinese":
            asked = Language.CHINESE
        elif argument == "--language":
            asked = _LANGUAGES.get(following, asked)
        elif argument.startswith("--language="):
            asked = _LANGUAGES.get(argument.partition("=")[2], asked)
    if asked is not None:
        return asked
    named = os.environ.get("DIJIA_LANGUAGE")
    if named:
        return _LANGUAGES.get(named[:2].lower())
    # As gettext looks: the first that is set decides. Another language than Chinese asks for none.
    spoken = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return Language.CHINESE if spoken.lower().startswith("zh") else None


_LANGUAGES = {"zh": Language.CHINESE, "en": Language.ENGLISH}


# What is shown where nothing is asked for.
_EXAMPLE = ["商服", "Ⅲ-4"]


class _Request:
    """What the command line asks for."""

    def __init__(self, is_chinese: bool) -> None:
        self.is_chinese = is_chinese
        self.given: dict[str, Any] = {}
        self.payment: dict[str, Any] = {}
        self.words: list[str] = []
        self.grade: str | None = None
        self.edition: str | None = None
        self.district: str | None = None
        self.layout: str | None = None
        self.chain: str | None = None
        self.plot_ratio_table: list[tuple[Decimal, Decimal]] = []
        self.date_index: list[tuple[datetime.date, Decimal]] = []
        self.unit_costs: list[tuple[Service, Decimal]] = []
        self.coefficients: list[tuple[str, str]] = []
        self.factors: list[tuple[str, str]] = []
        self.levels: list[tuple[str, str]] = []
        self.flags: set[str] = set()
        self.places: dict[str, int | None] = {}
        self.is_corrected = False


_ONCE: dict[str, tuple[str, Callable[[str], Any]]] = {
    "base-price": ("base_price", _dijia.parse_decimal),
    "rate": ("capitalization_rate", _dijia.parse_rate),
    "statutory-term": ("statutory_term", _dijia.parse_term),
    "base-date": ("base_date", _dijia.parse_date),
    "term-coefficient": ("term_coefficient", _dijia.parse_ratio),
    "remaining-term": ("remaining_term", _dijia.parse_term),
    "valuation-date": ("valuation_date", _dijia.parse_date),
    "expiry": ("expiry_date", _dijia.parse_date),
    "plot-ratio": ("plot_ratio", _dijia.parse_decimal),
    "plot-ratio-coefficient": ("plot_ratio_coefficient", _dijia.parse_ratio),
    "date-coefficient": ("date_coefficient", _dijia.parse_ratio),
    "monthly-growth": ("monthly_growth", _dijia.parse_rate),
    "area": ("area", _dijia.parse_decimal),
}
_PAYMENT: dict[str, tuple[str, Callable[[str], Any]]] = {
    "original-price": ("original_price", _dijia.parse_decimal),
    "payment-ratio": ("payment_ratio", _dijia.parse_rate),
    "minimum-price": ("minimum_price", _dijia.parse_decimal),
    "minimum-ratio": ("minimum_ratio", _dijia.parse_rate),
}
_FLAGS = {"open-below", "open-above", "longer-term", "linear", "half-even", "english", "chinese", "json", "published"}
_ONE_OF = {"layout": Layout, "chain": IndexPeriod}
_PLACES = {"coefficient-places", "price-places", "amount-places"}
_OTHERS = {
    *(
        "grade",
        "edition",
        "district",
        "layout",
        "plot-ratio-table",
        "date-index",
        "chain",
        "coefficient",
        "factor",
        "level",
        "development",
        "unit-cost",
    ),
    *("language", "help", "version"),
}
_NO_CORRECTION = {"", "grade", "edition", "district", "base-price", "english", "chinese", "language", "layout", "json"}


def _parse(arguments: list[str], asked: Language | None) -> _Request:
    request = _Request(is_chinese=asked is Language.CHINESE)
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
                raise _Print(_help.CHINESE if request.is_chinese else _help.ENGLISH)
            if argument == "-V":
                raise _Print(f"appraise {dijia.__version__}\n")
            raise CommandError(f"invalid option '{argument[:2]}'", f"没有选项 '{argument[:2]}'")
        name, equals, value = argument[2:].partition("=")

        def text(name: str = name, equals: str = equals, value: str = value) -> str:
            if equals:
                return value
            try:
                return next(rest)
            except StopIteration:
                raise CommandError(f"missing argument for option '--{name}'", f"选项 '--{name}' 缺少取值") from None

        if name not in _NO_CORRECTION:
            request.is_corrected = True
        if name in _FLAGS and equals:
            given = json.dumps(value, ensure_ascii=False)
            raise CommandError(
                f"unexpected argument for option '--{name}': {given}", f"选项 '--{name}' 不带取值：{given}"
            )
        _option(request, name, text)
    _check_companions(request)
    return request


def _option(request: _Request, name: str, text: Callable[[], str]) -> None:
    if name in _ONCE:
        key, read = _ONCE[name]
        _once(request.given, key, name, read(text()))
    elif name in _PAYMENT:
        key, read = _PAYMENT[name]
        _once(request.payment, key, name, read(text()))
    elif name in _FLAGS:
        request.flags.add(name)
    elif name in {"grade", "edition", "district", "layout", "chain"}:
        value = text()
        if name in _ONE_OF:
            _one_of(name, value)
        if getattr(request, name) is not None:
            raise _twice(name)
        setattr(request, name, value)
    elif name == "plot-ratio-table":
        for ratio, coefficient in _pairs(text()):
            request.plot_ratio_table.append((_dijia.parse_decimal(ratio), _dijia.parse_decimal(coefficient)))
    elif name == "date-index":
        for date, index in _pairs(text()):
            request.date_index.append((_dijia.parse_date(date), _dijia.parse_decimal(index)))
    elif name == "coefficient":
        key, number = _pair(text())
        request.coefficients.append((key, _dijia.parse_coefficient(number)))
    elif name in {"factor", "level"}:
        # As texts: whether a factor is in per cent is part of it.
        (request.factors if name == "factor" else request.levels).append(_pair(text()))
    elif name == "development":
        value = text()
        try:
            _once(request.given, "development_adjustment", name, _dijia.parse_decimal(value))
        except DijiaError:
            _once(request.given, "site_development", name, value)
        if "development_adjustment" in request.given and "site_development" in request.given:
            raise _twice("development")
    elif name == "unit-cost":
        service, cost = _pair(text())
        request.unit_costs.append((Service.parse(service), _dijia.parse_decimal(cost)))
    elif name in _PLACES:
        _places(request, name, text())
    elif name == "language":
        _language(text())
    elif name == "help":
        raise _Print(_help.CHINESE if request.is_chinese else _help.ENGLISH)
    elif name == "version":
        raise _Print(f"appraise {dijia.__version__}\n")
    else:
        raise _unknown(name)


def _unknown(name: str) -> CommandError:
    """Return the error, with the option that was probably meant."""
    english, chinese = f"invalid option '--{name}'", f"没有选项 '--{name}'"
    for nearest in difflib.get_close_matches(
        name, sorted({*_ONCE, *_PAYMENT, *_FLAGS, *_PLACES, *_OTHERS}), n=1, cutoff=0.7
    ):
        english += f": is '--{nearest}' meant?"
        chinese += f"：是否为 '--{nearest}'"
    return CommandError(english, chinese)


def _twice(option: str) -> CommandError:
    return CommandError(f"--{option} is given twice", f"--{option} 给出了两次")


def _language(text: str) -> None:
    if text not in _LANGUAGES:
        given = json.dumps(text, ensure_ascii=False)
        raise CommandError(f"--language: {given} is neither en nor zh", f"--language：{given} 既不是 en 也不是 zh")


def _one_of(option: str, text: str) -> None:
    words = [str(word) for word in _ONE_OF[option]]
    if text not in words:
        given = json.dumps(text, ensure_ascii=False)
        raise CommandError(
            f"--{option}: {given} is none of {', '.join(words)}",
            f"--{option}：{given} 不是 {'、'.join(words)} 之一",
        )


def _once(given: dict[str, Any], key: str, option: str, value: Any) -> None:
    if key in given:
        raise _twice(option)
    given[key] = value


def _pair(text: str) -> tuple[str, str]:
    left, equals, right = text.rpartition("=")
    if not equals or not left.strip():
        given = json.dumps(text, ensure_ascii=False)
        raise CommandError(f"{given} is not of the form NAME=VALUE", f"{given} 应写作 名称=数值")
    return left.strip(), right


def _pairs(text: str) -> list[tuple[str, str]]:
    return [_pair(part) for part in re.split("[,，]", text)]


def _places(request: _Request, option: str, text: str) -> None:
    if option == "coefficient-places" and text == "unrounded":
        places = None
    elif re.fullmatch(r"\+?[0-9]+", text) and int(text) <= 255:
        places = int(text)
    else:
        given = json.dumps(text, ensure_ascii=False)
        raise CommandError(f"--{option}: {given} is not a number of places", f"--{option}：{given} 不是小数位数")
    _once(request.places, f"{option.partition('-')[0]}_places", option, places)
    _policy(request)


def _policy(request: _Request) -> RoundingPolicy:
    places = {{"price_places": "unit_price_places"}.get(name, name): value for name, value in request.places.items()}
    mode = RoundingMode.HALF_EVEN if "half-even" in request.flags else RoundingMode.HALF_UP
    return RoundingPolicy(mode=mode, **places)  # type: ignore[arg-type]


def _check_companions(request: _Request) -> None:
    """Refuse an option that would do nothing without another."""
    given, flags = request.given, request.flags
    for flag in ("open-below", "open-above"):
        if flag in flags and not request.plot_ratio_table:
            raise _needs(flag, "plot-ratio-table")
    if "linear" in flags and not request.date_index:
        raise _needs("linear", "date-index")
    if request.chain is not None and not request.date_index:
        raise _needs("chain", "date-index")
    if request.levels and "published" not in flags:
        raise _needs("level", "published")
    if request.unit_costs and "site_development" not in given:
        raise CommandError(
            "--unit-cost needs --development with the level of the site",
            "--unit-cost 需要以 --development 给出宗地开发程度",
        )
    if "remaining_term" not in given and "expiry_date" not in given:
        for option, name in (("rate", "capitalization_rate"), ("statutory-term", "statutory_term")):
            if name in given:
                raise CommandError(
                    f"--{option} needs --remaining-term or --expiry", f"--{option} 需要 --remaining-term 或 --expiry"
                )
        if "longer-term" in flags:
            raise CommandError(
                "--longer-term needs --remaining-term or --expiry", "--longer-term 需要 --remaining-term 或 --expiry"
            )

    if "minimum_ratio" in request.payment and "minimum_price" not in request.payment:
        raise _needs("minimum-ratio", "minimum-price")
    if request.layout is not None and "json" in flags:
        raise CommandError("--layout and --json: give the one or the other", "--layout 与 --json：两者只能给出其一")
    if request.layout is not None and not request.is_corrected:
        raise CommandError(
            "--layout is of a worksheet: give a term, a coefficient or an area",
            "--layout 是估价表的版式：请给出年期、系数或面积",
        )


def _needs(option: str, other: str) -> CommandError:
    return CommandError(f"--{option} needs --{other}", f"--{option} 需要 --{other}")


def _run(arguments: list[str], asked: Language | None) -> str:
    request = _parse(arguments, asked)
    # A report is written in Chinese.
    language = asked or Language.CHINESE
    base = _base(request)
    is_chinese = asked is Language.CHINESE
    edition = JINAN_2020 if request.edition is None else _packing.read(request.edition, is_chinese)
    if request.is_corrected:
        appraised = _appraise(request, base, edition)
        paid = _payment(request, appraised)
        if "json" in request.flags:
            return _json({"appraised": appraised.to_dict(), "payment": paid.to_dict()} if paid else appraised.to_dict())
        sheets = [of.worksheet(language, request.layout or Layout.WIDE) for of in (appraised, paid) if of]
        return "\n".join(sheets)
    if "zone" in base:
        price: ZonePrice | GradePrice = edition.zone_price(**base)
    elif "grade" in base:
        price = edition.grade_price(**base)
    else:
        raise CommandError(
            "--base-price is a price to be corrected: give a term, a coefficient or an area",
            "--base-price 是待修正的地价：请给出年期、系数或面积",
        )
    if "json" in request.flags:
        return _json(notice_to_dict(edition, price), sort_keys=True)
    return notice(edition, price, language)


def _base(request: _Request) -> dict[str, Any]:
    words, grade = request.words, request.grade
    has_price = "base_price" in request.given
    if not words and grade is None and not has_price and not request.is_corrected:
        words = _EXAMPLE
    if not words and grade is None and has_price:
        return {}
    if len(words) == 2 and grade is None and not has_price:
        return {"land_use": words[0], "zone": words[1], "district": request.district}
    if len(words) == 1 and grade is not None and not has_price:
        return {"land_use": words[0], "grade": grade, "district": request.district}
    if has_price:
        raise CommandError(
            "--base-price stands for a land use and a zone or grade: give the one or the other",
            "--base-price 代替用途和区片或级别：两者只能给出其一",
        )
    if grade is not None:
        raise CommandError(
            "--grade takes a land use and no zone: appraise 住宅 --grade Ⅱ",
            "--grade 只与用途同用，不带区片：appraise 住宅 --grade Ⅱ",
        )
    raise CommandError(
        "a land use and a zone are expected: appraise 商服 Ⅲ-4 (--help says more)",
        "应给出用途和区片：appraise 商服 Ⅲ-4（详见 --help）",
    )


class _Named(dict[str, Any]):
    """Names and values, of which two may be alike."""

    def __init__(self, pairs: list[Any]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:
        return self.pairs


def _appraise(request: _Request, base: dict[str, Any], edition: Edition) -> Appraised:
    given = {**request.given, **base, "policy": _policy(request), "edition": edition}
    flags = request.flags
    if request.plot_ratio_table:
        given["plot_ratio_table"] = PlotRatioTable(
            request.plot_ratio_table, open_below="open-below" in flags, open_above="open-above" in flags
        )
    if request.date_index:
        between = BetweenPoints.LINEAR_BY_DAYS if "linear" in flags else BetweenPoints.LAST_BEFORE
        period = None if request.chain is None else IndexPeriod(request.chain)
        given["date_index"] = DateIndex(request.date_index, between, period)
    if request.coefficients:
        given["coefficients"] = _Named(request.coefficients)
    if request.factors:
        given["factor_corrections"] = _Named(request.factors)
    if request.levels:
        given["levels"] = _Named(request.levels)
    if "published" in flags:
        given["corrections"] = "published"
    if "longer-term" in flags:
        given["longer_term"] = True
    if request.unit_costs:
        given["unit_costs"] = _Named(request.unit_costs)
    return dijia.appraise(**given)


def _payment(request: _Request, appraised: Appraised) -> Payment | None:
    if not request.payment:
        return None
    return dijia.payment(appraised, **request.payment, area=request.given.get("area"), policy=_policy(request))


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)


def _json(value: Any, *, sort_keys: bool = False) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False, indent=2, sort_keys=sort_keys) + "\n"
