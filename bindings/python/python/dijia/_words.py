"""The words of benchmark land prices: what in the library is one of a fixed few."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from dijia import _dijia
from dijia._plain import with_article

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Self

    from dijia._edition import Edition

T = TypeVar("T")


class _Word(Enum):
    """A word with an English name, which is its value, and a Chinese one."""

    _index: int

    def __init__(self, *_: object) -> None:
        self._index = len(type(self).__members__)

    @property
    def english(self) -> str:
        """The English name."""
        return _names(self)[0]

    @property
    def chinese(self) -> str:
        """The Chinese name."""
        return _names(self)[1]

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __lt__(self, other: object) -> bool:
        return self._index < other._index if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._index <= other._index if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._index > other._index if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._index >= other._index if isinstance(other, type(self)) else NotImplemented

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        return type(self), (self.value,)


_labels: dict[str, list[tuple[str, str]]] = {}


def _names(word: _Word) -> tuple[str, str]:
    if not _labels:
        _labels.update(_dijia.labels())
    return _labels[type(word).__name__][word._index]


class _Spelled(_Word):
    """A word that is read in all its spellings: calling the class with one gives the word."""

    @classmethod
    def _reader(cls) -> Callable[[str], int]:
        raise NotImplementedError

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read any accepted spelling; an unknown one is an error and never a guess."""
        return list(cls)[cls._reader()(text)]

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cls.parse(value) if isinstance(value, str) else None


class LandUse(_Spelled):
    """A use of land that benchmark prices are published for (土地用途).

    >>> LandUse("商服用地")
    LandUse.COMMERCIAL
    >>> LandUse.parse("居住").english
    'residential'
    """

    COMMERCIAL = "commercial"
    RESIDENTIAL = "residential"
    INDUSTRIAL = "industrial"
    PUBLIC_SERVICE = "public service"

    @classmethod
    def _reader(cls) -> Callable[[str], int]:
        return _dijia.parse_land_use


@dataclass(frozen=True, slots=True)
class _Listed:
    """A word that an edition lists itself; it is taken wherever a word of the trade is, by that edition."""

    chinese: str
    """The name as the document prints it."""
    english: str
    """The English name; the Chinese one where the edition has none."""

    def __str__(self) -> str:
        return self.english


@dataclass(frozen=True, slots=True)
class ListedLandUse(_Listed):
    """A land use of an edition's own, such as 工矿 or 研发总部."""

    land_class: LandUse | None
    """The class of land use that it belongs to; several may belong to one."""
    printed_under: str | None
    """What it is printed under, where that is another name."""


@dataclass(frozen=True, slots=True)
class ListedArea(_Listed):
    """An area of an edition's own, such as a district or a county."""


@dataclass(frozen=True, slots=True)
class ListedGrade(_Listed):
    """A grade that an edition knows by a name alone, such as 限制级."""


AnyLandUse: TypeAlias = LandUse | ListedLandUse | str
"""What is read as a land use: a word of the trade, one that an edition lists, or a text in any spelling."""


def own_land_use(word: Any, mapping: Mapping[str, AnyLandUse] | None, edition: Edition) -> Any:
    """Return the land use that a mapping of one's own gives a word; a word that is not in it is left as it is."""
    uses = {} if mapping is None else own_land_uses(mapping, edition)
    return uses.get(word.strip(), word) if isinstance(word, str) else word


def own_land_uses(mapping: Mapping[str, AnyLandUse], edition: Edition) -> dict[str, LandUse | ListedLandUse]:
    """Return land uses by words of one's own; what a word is to mean must be a land use of the edition."""
    return own_words(mapping, edition.land_use)


def own_words(mapping: Mapping[str, AnyLandUse], meaning: Callable[[AnyLandUse], T]) -> dict[str, T]:
    """Return what words of one's own mean, each one thing."""
    for word in mapping:
        if not isinstance(word, str):
            raise TypeError(f"mapping has {with_article(type(word))} among its words: texts are expected")
    made: dict[str, T] = {}
    for word, use in mapping.items():
        meant = meaning(use)
        if made.setdefault(word.strip(), meant) != meant:
            raise ValueError(f"mapping has two land uses for {word.strip()!r}")
    return made


class Grade(_Spelled):
    """A land grade (级别), Ⅰ the dearest.

    Which grades there are is a notice's to say; here they run to 20, further than any city's.

    >>> Grade("三级"), Grade("iii").number, str(Grade.III)
    (Grade.III, 3, 'Ⅲ')
    >>> Grade("第十一级"), str(Grade.XI), str(Grade.XIII)
    (Grade.XI, 'Ⅺ', 'XIII')
    """

    I = "Ⅰ"  # noqa: E741
    II = "Ⅱ"
    III = "Ⅲ"
    IV = "Ⅳ"
    V = "Ⅴ"
    VI = "Ⅵ"
    VII = "Ⅶ"
    VIII = "Ⅷ"
    IX = "Ⅸ"
    X = "Ⅹ"
    XI = "Ⅺ"
    XII = "Ⅻ"
    XIII = "XIII"
    XIV = "XIV"
    XV = "XV"
    XVI = "XVI"
    XVII = "XVII"
    XVIII = "XVIII"
    XIX = "XIX"
    XX = "XX"

    @property
    def number(self) -> int:
        """The number of the grade, 1 to 20."""
        return self._index + 1

    @classmethod
    def _reader(cls) -> Callable[[str], int]:
        return _dijia.parse_grade


class Area(_Spelled):
    """The part of a city that a set of benchmark prices holds for."""

    CENTRAL_URBAN = "central urban area"
    TOWNSHIP = "township"

    @classmethod
    def _reader(cls) -> Callable[[str], int]:
        return _dijia.parse_area


class Service(_Spelled):
    """A service that reaches a site, or its levelling."""

    ROAD = "road"
    POWER = "power"
    TELECOM = "telecom"
    WATER_SUPPLY = "water supply"
    DRAINAGE = "drainage"
    GAS = "gas"
    HEATING = "heating"
    LEVELLING = "levelling"

    @classmethod
    def _reader(cls) -> Callable[[str], int]:
        return _dijia.parse_service


class Validity(_Word):
    """How a date stands to the period in which a document is in force."""

    NOT_YET_IN_FORCE = "not yet in force"
    IN_FORCE = "in force"
    EXPIRED = "expired"


class RoundingMode(_Word):
    """How a figure exactly half-way between two neighbours is rounded."""

    HALF_UP = "half up"
    HALF_EVEN = "half even"


class CorrectionKind(_Word):
    """What a table of corrections gives."""

    PLOT_RATIO = "plot ratio"
    FACTOR = "factor"
    COEFFICIENT = "coefficient"
    TERM = "term"
    DATE_INDEX = "date index"
    MONTHLY_GROWTH = "monthly growth"
    UNIT_COST = "unit cost"


class BetweenPoints(_Word):
    """What a price index is on a date between two points of its series."""

    LAST_BEFORE = "last before"
    LINEAR_BY_DAYS = "linear by days"


class IndexPeriod(_Word):
    """The period before which is 100 in a chain index (环比指数): 上季度=100 is a chain of quarters."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class Language(_Word):
    """A language that worksheets and tables are written in; ``zh`` and ``en`` name them too.

    >>> Language("zh"), Language("English")
    (Language.CHINESE, Language.ENGLISH)
    """

    CHINESE = "Chinese"
    ENGLISH = "English"

    @classmethod
    def _missing_(cls, value: object) -> Language | None:
        return {"zh": cls.CHINESE, "en": cls.ENGLISH}.get(value) if isinstance(value, str) else None


class Layout(_Word):
    """The layout of a worksheet (版式), all of which have the same content.

    `WIDE` is a table of text, a step a line; `NARROW` is text of at most 80 columns, which a page of A4 holds;
    `MARKDOWN` and `HTML` are tables, every text in them escaped.
    """

    WIDE = "wide"
    NARROW = "narrow"
    MARKDOWN = "markdown"
    HTML = "html"


class Source(_Word):
    """Where a figure comes from."""

    PUBLISHED = "published"
    CALLER = "given"
    DERIVED = "derived"


class Unit(_Word):
    """The unit of a figure."""

    ONE = ""
    YUAN_PER_SQUARE_METRE = "yuan/m²"
    YUAN_PER_FLOOR_AREA = "yuan/m² of floor"
    WAN_YUAN_PER_MU = "10,000 yuan/mu"
    YUAN = "yuan"
    WAN_YUAN = "10,000 yuan"
    YEARS = "years"
    MONTHS = "months"
    PERCENT = "%"


class StepKind(_Word):
    """What the figure of a step is."""

    BASE_PRICE = "base price"
    REMAINING_TERM = "remaining term"
    TERM_COEFFICIENT = "term coefficient"
    PLOT_RATIO_COEFFICIENT = "plot-ratio coefficient"
    MONTHS = "months"
    DATE_COEFFICIENT = "date coefficient"
    COEFFICIENT = "coefficient"
    FACTOR_CORRECTION = "factor correction"
    FACTOR_SUM = "factor sum"
    DEVELOPMENT_ADJUSTMENT = "development adjustment"
    UNIT_PRICE = "unit price"
    WAN_YUAN_PER_MU = "10,000 yuan per mu"
    FLOOR_PRICE = "floor price"
    TOTAL_YUAN = "total in yuan"
    TOTAL_WAN_YUAN = "total in 10,000 yuan"
    DEVIATION = "deviation"


class Quantity(_Word):
    """A quantity that goes into an appraisal or comes out of one; errors name it."""

    BASE_PRICE = "benchmark price"
    BASE_DATE = "base date"
    CAPITALIZATION_RATE = "capitalization rate"
    STATUTORY_TERM = "statutory term"
    REMAINING_TERM = "remaining term"
    VALUATION_DATE = "valuation date"
    EXPIRY_DATE = "expiry date"
    TERM_COEFFICIENT = "term coefficient"
    PLOT_RATIO = "plot ratio"
    PLOT_RATIO_COEFFICIENT = "plot-ratio coefficient"
    PLOT_RATIO_TABLE = "plot-ratio table"
    DATE_COEFFICIENT = "date coefficient"
    DATE_INDEX = "date index"
    MONTHLY_GROWTH = "monthly growth"
    MONTHS = "months"
    COEFFICIENT = "coefficient"
    FACTOR_CORRECTIONS = "factor corrections"
    DEVELOPMENT_ADJUSTMENT = "development adjustment"
    BASIS_DEVELOPMENT = "development level of the basis"
    UNIT_COST = "unit cost"
    AREA = "area"
    SHARE = "share"
    UNIT_PRICE = "unit price"
    WAN_YUAN_PER_MU = "price per mu"
    FLOOR_PRICE = "floor price"
    TOTAL = "total"
    DEVIATION = "deviation"
    AMOUNT = "amount"
    SITE_DEVELOPMENT = "development level of the site"
    BASIS = "basis"
    OWN_PRICE = "price of one's own"
    OPEN_ENDS = "open end of a table"
    BETWEEN_POINTS = "interpolation between dates"
    ORIGIN = "origin of the price"
    PUBLISHED_CORRECTIONS = "published corrections"
    LEVEL = "levels of factors"
    PERPETUAL_TERM = "perpetual term"
    LONGER_TERM = "permission for a longer term"
    RATIO = "divisor of a ratio"
    ORIGINAL_PRICE = "original price"
    PRICE_DIFFERENCE = "price difference"
    PAYMENT_RATIO = "payment ratio"
    MINIMUM_PRICE = "minimum price"
    MINIMUM_RATIO = "ratio of the minimum price"
    UNIT_PAYMENT = "payment per square metre"
    INDEX_PERIOD = "period of a chain index"
