"""One exception for each kind of error: the offending value, and the rule that it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from dijia._language import IS_CHINESE
from dijia._words import Area, Grade, LandUse, Quantity, Service

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

    from dijia._values import ZoneCode


class DijiaError(ValueError):
    """There is no honest answer. Every exception of this package's own is one of its subclasses.

    >>> import dijia
    >>> try:
    ...     dijia.zone_price("商服", "Ⅲ-99")
    ... except dijia.DijiaError as error:
    ...     print(f"{error} | {error.value} | {error.rule}")
    no commercial zone Ⅲ-99: Ⅲ has zones 1 to 12 | Ⅲ-99 | Ⅲ has zones 1 to 12

    ``str`` is English, unless the environment says ``DIJIA_LANGUAGE=zh`` when the package is imported; ``english`` and
    ``chinese`` are what they say.
    """

    _value: ClassVar[str] = ""
    _rule: ClassVar[str] = ""
    _rule_chinese: ClassVar[str] = ""
    row: int | None
    """In a batch, the position of the row that the error is of, from 0; otherwise None."""
    label: Any = None
    """In a batch of pandas, the label that the index has for that row; otherwise None."""

    english: str
    """The whole message in English."""
    chinese: str
    """The whole message in Chinese: the same values and the same rule."""

    def __init__(self, english: str = "", chinese: str = "", row: int | None = None, **fields: Any) -> None:
        super().__init__(english, chinese)
        self.english = english
        self.chinese = chinese
        self.row = row
        self.__dict__.update(fields)

    def __str__(self) -> str:
        return self.chinese if IS_CHINESE else self.english

    @property
    def value(self) -> Any:
        """The offending value."""
        return getattr(self, self._value, None)

    @property
    def rule(self) -> str:
        """The rule that the value breaks, in the language of ``str``."""
        return self.rule_chinese if IS_CHINESE else self.rule_english

    @property
    def rule_english(self) -> str:
        """The rule that the value breaks, in English."""
        return self._said()

    @property
    def rule_chinese(self) -> str:
        """The rule that the value breaks, in Chinese."""
        return self._said(in_chinese=True)

    def _said(self, *, in_chinese: bool = False) -> str:
        """Return the rule with the words in it that the error has, in one of the languages."""
        if not in_chinese:
            return self._rule.format_map(vars(self))
        return self._rule_chinese.format_map({name: _chinese(value) for name, value in vars(self).items()})

    def _name_row(self, label: Any) -> None:
        self.label = label
        self.english = self.english.replace(f"row {self.row}:", f"row {self.row}, index {label!r}:", 1)
        self.chinese = self.chinese.replace(f"行 {self.row}：", f"行 {self.row}，索引 {label!r}：", 1)
        self.args = (self.english, self.chinese)

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (type(self), self.args, dict(vars(self)))


def _chinese(value: object) -> object:
    """Return what a word is called in Chinese; what is no word is as it is."""
    return getattr(value, "chinese", value)


def _remade(kind: type[DijiaError], args: tuple[Any, ...], fields: dict[str, Any]) -> DijiaError:
    error = kind(*args)
    error.__dict__.update(fields)
    return error


class CellTypeError(DijiaError, TypeError):
    """A cell of a column is of a type that is not read, such as a float among decimals."""

    argument: str
    """The argument that the column is."""
    given: str
    """The type of the cell."""
    _value = "given"
    _rule = "{argument} is read from no {given}"
    _rule_chinese = "{argument} 不接受类型为 {given} 的值"


class MisspellingError(DijiaError):
    """A text is no accepted spelling of what it should be."""

    text: str
    """The text, or its first characters and an ellipsis."""
    offset: int
    """Where reading stopped: bytes of UTF-8 from the beginning."""
    character: int
    """The same place as a person counts it: the first character is 1."""
    reason: str
    """The rule that the text breaks."""
    reason_chinese: str
    _value = "text"
    _rule = "{reason}"
    _rule_chinese = "{reason_chinese}"


class InvalidLandUseError(MisspellingError):
    """A text is not the name of a land use."""


class InvalidGradeError(MisspellingError):
    """A text is not a grade."""


class InvalidZoneCodeError(MisspellingError):
    """A text is not a zone code."""


class InvalidAreaError(MisspellingError):
    """A text is not the name of an area."""


class InvalidServiceError(MisspellingError):
    """A text is not the name of a service."""


class InvalidDevelopmentLevelError(MisspellingError):
    """A text is not a development level."""


class InvalidDecimalError(MisspellingError):
    """A text is not a decimal."""


class InvalidDateError(MisspellingError):
    """A text is not a date."""


class NoSuchGradeError(DijiaError):
    """The document publishes no price of that grade."""

    land_use: LandUse | str
    grade: Grade | str
    first: Grade | None
    """The first grade that the land use has; None where it has none, or one that has a name and no number."""
    last: Grade | None
    """The last grade that the land use has, likewise."""
    grades: str | None = None
    """The grades that the land use has, Ⅰ/Ⅱ/限制级, where one of them has a name and no number."""
    _value = "grade"

    def _said(self, *, in_chinese: bool = False) -> str:
        """Return the grades that there are."""
        if self.grades is not None:
            return f"{_chinese(self.land_use)}有 {self.grades}" if in_chinese else f"{self.land_use} has {self.grades}"
        if self.first is None or self.last is None:
            return (
                f"未公布{_chinese(self.land_use)}的级别基准地价"
                if in_chinese
                else f"no {self.land_use} grade is published"
            )
        if in_chinese:
            return f"{_chinese(self.land_use)}的级别为 {self.first} 至 {self.last}"
        return f"{self.land_use} grades run from {self.first} to {self.last}"


class NoSuchZoneError(DijiaError):
    """The document publishes no price of that zone."""

    land_use: LandUse | str
    code: ZoneCode | str
    zone_count: int | None
    """How many zones its grade has, where they are numbered from 1."""
    _value = "code"

    def _said(self, *, in_chinese: bool = False) -> str:
        """Return the zones that there are."""
        if self.zone_count is None or isinstance(self.code, str):
            return "应为已公布的区片" if in_chinese else "a zone that is published"
        if in_chinese:
            return f"{self.code.grade} 级有 1 至 {self.zone_count} 号区片"
        return f"{self.code.grade} has zones 1 to {self.zone_count}"


class FiguresNotInHandError(DijiaError):
    """The prices are published, but in an annex whose figures the edition does not hold."""

    area: Area | str
    land_use: LandUse | str
    annex: int | str
    """The number of the annex, or what it is called."""
    _value = "land_use"
    _rule = "annex {annex} publishes them, and this edition does not hold its figures"
    _rule_chinese = "由附件 {annex} 公布，本版未收其数值"


class NoBasisError(DijiaError):
    """The document states no basis for that area and land use."""

    area: Area | str
    land_use: LandUse | str
    _value = "land_use"
    _rule = "the document states a basis for it"
    _rule_chinese = "文件应载明其基准地价内涵"


class NotPositiveError(DijiaError):
    """A quantity that must be positive is not."""

    quantity: Quantity
    number: Decimal
    _value = "number"
    _rule = "must be positive"
    _rule_chinese = "应大于 0"


class OutOfRangeError(DijiaError):
    """A quantity is outside the range in which the method has a meaning."""

    quantity: Quantity
    number: Decimal
    range: str
    range_chinese: str
    _value = "number"
    _rule = "{range}"
    _rule_chinese = "{range_chinese}"


class CoefficientNotPositiveError(DijiaError):
    """A named coefficient is not positive."""

    name: str
    number: Decimal
    _value = "number"
    _rule = "must be positive"
    _rule_chinese = "应大于 0"


class TermExceedsStatutoryError(DijiaError):
    """The remaining term is longer than the statutory term."""

    remaining: Decimal
    statutory: Decimal
    _value = "remaining"
    _rule = "at most the statutory term of {statutory} years"
    _rule_chinese = "不超过法定最高出让年期 {statutory} 年"


class ExpiryNotAfterValuationError(DijiaError):
    """The right to the parcel ends on or before the valuation date."""

    valuation_date: datetime.date
    expiry_date: datetime.date
    _value = "expiry_date"
    _rule = "after the valuation date {valuation_date}"
    _rule_chinese = "应在估价期日 {valuation_date} 之后"


class InvalidTableError(DijiaError):
    """A table of the caller's is not one."""

    table: Quantity
    table_row: int
    """The first row that breaks the rule, from 1; 0 for a table without rows."""
    reason: str
    reason_chinese: str
    _value = "table_row"
    _rule = "{reason}"
    _rule_chinese = "{reason_chinese}"


class PlotRatioOutsideTableError(DijiaError):
    """The plot ratio is outside the table, and that end of the table is not open."""

    plot_ratio: Decimal
    first: Decimal
    last: Decimal
    _value = "plot_ratio"
    _rule = "within the table, from {first} to {last}"
    _rule_chinese = "应在容积率修正系数表 {first} 至 {last} 的范围内"


class DateOutsideIndexError(DijiaError):
    """The date is outside the series of indices."""

    date: datetime.date
    first: datetime.date
    last: datetime.date
    _value = "date"
    _rule = "within the date index, from {first} to {last}"
    _rule_chinese = "应在地价指数 {first} 至 {last} 的范围内"


class FactorSumTooLowError(DijiaError):
    """1 + ΣKi is not positive."""

    sum: Decimal
    _value = "sum"
    _rule = "1 + the sum of the factor corrections must be positive"
    _rule_chinese = "1 加上因素修正之和应大于 0"


class MissingUnitCostError(DijiaError):
    """A service that the site and the basis do not share has no unit cost."""

    service: Service
    _value = "service"
    _rule = "a service that either the site or the basis has and the other lacks needs a unit cost"
    _rule_chinese = "宗地与基准地价内涵只有一方具备的设施须有单位费用"


class NegativeUnitCostError(DijiaError):
    """A unit cost is negative."""

    service: Service
    cost: Decimal
    _value = "cost"
    _rule = "must not be negative"
    _rule_chinese = "不应为负"


class DuplicateUnitCostError(DijiaError):
    """A service has two unit costs."""

    service: Service
    _value = "service"
    _rule = "one unit cost for each service"
    _rule_chinese = "每项设施的单位费用只给出一次"


class MissingError(DijiaError):
    """Something that another input needs was not given."""

    quantity: Quantity
    needed_by: Quantity
    _value = "quantity"
    _rule = "the {needed_by} needs the {quantity}"
    _rule_chinese = "{needed_by}需要{quantity}"


class ConflictError(DijiaError):
    """Two inputs say the same thing, so that one of them would have to be ignored."""

    first: Quantity
    second: Quantity
    _value = "second"
    _rule = "the {first} and the {second} exclude each other"
    _rule_chinese = "{first}与{second}只可取一"


class TakesNoPartError(DijiaError):
    """Nothing is computed from an input without another, so that it would have to be ignored."""

    quantity: Quantity
    without: Quantity
    _value = "quantity"
    _rule = "the {quantity} takes part together with the {without}"
    _rule_chinese = "{quantity}须与{without}一并给出"


class NamedTwiceError(DijiaError):
    """Two further coefficients, or two factor corrections, have the same name."""

    quantity: Quantity
    name: str
    _value = "name"
    _rule = "a name is given once"
    _rule_chinese = "每个名称只给出一次"


class FactorOutOfRangeError(DijiaError):
    """A factor correction is not between -1 and 1. Tables of factors print 8.59 and mean 8.59 %."""

    name: str
    number: Decimal
    in_percent: bool
    """Whether it was written with a per cent sign."""
    _value = "number"
    _rule = "must be above -1 and below 1"
    _rule_chinese = "应大于 -1 且小于 1"


class TooManyError(DijiaError):
    """More coefficients, corrections or uses than an appraisal takes."""

    quantity: Quantity
    count: int
    most: int
    _value = "count"
    _rule = "at most {most}"
    _rule_chinese = "至多 {most} 个"


class ResultNotPositiveError(DijiaError):
    """The unit price would be zero or less."""

    unit_price: Decimal
    _value = "unit_price"
    _rule = "must be positive"
    _rule_chinese = "应大于 0"


class SharesNotOneError(DijiaError):
    """The shares of a mixed use do not sum to exactly 1."""

    sum: Decimal
    _value = "sum"
    _rule = "must sum to exactly 1"
    _rule_chinese = "应恰好等于 1"


class TooManyPlacesError(DijiaError):
    """A rounding policy asks for too many places."""

    places: int
    most: int
    _value = "places"
    _rule = "at most {most} places"
    _rule_chinese = "至多 {most} 位"


class TooManyDigitsError(DijiaError):
    """A figure has more digits than a decimal of the library holds: 28 places, and all digits together below 2⁹⁶."""

    quantity: Quantity
    _value = "quantity"
    _rule = "at most 28 places, and all digits together below 2^96"
    _rule_chinese = "小数至多 28 位，全部数字合起来应小于 2^96"


class UndecidedError(DijiaError):
    """A figure is too near to half-way between two neighbours to be rounded."""

    quantity: Quantity
    _value = "quantity"
    _rule = "the rounding of a figure must be beyond doubt"
    _rule_chinese = "数值的取舍应确定无疑"


_WORDS = {
    "land_use": LandUse,
    "grade": Grade,
    "first_grade": Grade,
    "last_grade": Grade,
    "area": Area,
    "service": Service,
    "quantity": Quantity,
    "table": Quantity,
    "needed_by": Quantity,
    "without": Quantity,
    "first_quantity": Quantity,
    "second_quantity": Quantity,
}
_RENAMED = {"first_grade": "first", "last_grade": "last", "first_quantity": "first", "second_quantity": "second"}


def make(kind: str, english: str, chinese: str, row: int | None, fields: dict[str, Any]) -> DijiaError:
    """Make the exception for an error of the extension, which names words by their places."""
    from dijia import _edition_errors
    from dijia._values import ZoneCode

    made: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "code":
            made[name] = value if isinstance(value, str) else ZoneCode._of(value)
        elif name == "faults":
            made[name] = tuple(map(_edition_errors.Fault._of, value))
        elif name in _WORDS:
            # What is no word of the trade is named.
            made[_RENAMED.get(name, name)] = list(_WORDS[name])[value] if isinstance(value, int) else value
        else:
            made[name] = value
    class_ = globals().get(kind) or vars(_edition_errors)[kind]
    error: DijiaError = class_(english, chinese, row, **made)
    return error
