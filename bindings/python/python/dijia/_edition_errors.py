"""The exceptions of editions and of sets of them: what is none, and what one does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dijia._errors import DijiaError
from dijia._language import IS_CHINESE

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

    from dijia._words import Area, LandUse, Quantity


class InvalidEditionError(DijiaError):
    """A file, or a folder of tables, is no edition."""

    faults: tuple[Fault, ...]
    """Everything that is wrong in the tables of a folder; none for a file."""

    def _said(self, *, in_chinese: bool = False) -> str:
        """Return what is wrong."""
        return self.chinese if in_chinese else self.english


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a table, and where."""

    file: str
    line: int
    """The line of the file, from 1, as an editor counts it."""
    column: int
    """The cell of the row, from 1."""
    english: str
    """The offending value and the rule that it breaks."""
    chinese: str

    @classmethod
    def _of(cls, told: tuple[str, int, int, list[str]]) -> Fault:
        """Return the fault that the extension tells of."""
        file, line, column, (english, chinese) = told
        return cls(file, line, column, english, chinese)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.chinese if IS_CHINESE else self.english}"


class EditionWarning(UserWarning):
    """What in the tables of a folder may be as the document prints it, and looks wrong: compare it with the print."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class BareCodeError(DijiaError):
    """A code of a land-use scheme is given without the scheme, and means other things in other schemes."""

    land_use_code: str
    _value = "land_use_code"
    _rule = "a code is read with its scheme alone"
    _rule_chinese = "代码须连同分类标准给出"


class CodeNotPricedError(DijiaError):
    """Nothing says which land use of the edition land of a scheme's code is priced as."""

    scheme: str
    land_use_code: str
    name: str
    """What the scheme calls it."""
    _value = "name"
    _rule = "what {land_use_code} of {scheme} is priced as is not guessed"
    _rule_chinese = "{scheme} 的 {land_use_code} 按何种用途计价，不作猜测"


class NoSuchFactorError(DijiaError):
    """An edition prints no factor and no further coefficient of that name for the land use and the grade."""

    name: str
    edition: str
    """The name of the edition."""
    _value = "name"
    _rule = "a factor or a coefficient that {edition} prints"
    _rule_chinese = "应为 {edition} 所载的因素或系数"


class NoSuchLevelError(DijiaError):
    """A factor or a further coefficient has no such level, and no level in whose interval the number is."""

    of: str
    """The name of the factor or the coefficient."""
    level: str
    levels: str
    """The levels that there are."""
    _value = "level"
    _rule = "a level of {of}: {levels}"
    _rule_chinese = "{of}的优劣程度有{levels}"


class NotTabulatedError(DijiaError):
    """A value is in no row of a printed table, nor does the document say what holds between its rows."""

    quantity: Quantity
    number: Decimal
    document: str
    """The number of the document."""
    _value = "number"
    _rule = "a row of the table of {document}"
    _rule_chinese = "应为 {document} 的修正系数表所列的值"


class NoSuchCodeError(DijiaError):
    """A land-use scheme has no such code."""

    scheme: str
    land_use_code: str
    _value = "land_use_code"
    _rule = "a code of {scheme}"
    _rule_chinese = "应为 {scheme} 的代码"


class NoSuchSchemeError(DijiaError):
    """Neither the edition nor the library knows that land-use scheme."""

    scheme: str
    _value = "scheme"
    _rule = "a land-use scheme that the edition or the library knows"
    _rule_chinese = "应为本版或本库已知的用地分类标准"


class NoSuchUseError(DijiaError):
    """The edition has no such land use."""

    land_use: LandUse | str
    edition: str
    """The name of the edition."""
    _value = "land_use"
    _rule = "a land use that the edition {edition} has"
    _rule_chinese = "应为 {edition} 所列的土地用途"


class SeveralUsesError(DijiaError):
    """The edition has several land uses of a class, and which is meant is not guessed."""

    land_use: LandUse
    uses: tuple[str, str]
    """Two of them."""
    _value = "land_use"

    def _said(self, *, in_chinese: bool = False) -> str:
        """Return two of the land uses that may be meant."""
        if in_chinese:
            return f"应写明是该类中的哪一用途，如{self.uses[0]}、{self.uses[1]}"
        return f"one of the edition's land uses of the class, such as {self.uses[0]} and {self.uses[1]}"


class NoSuchAreaError(DijiaError):
    """The edition has no such area."""

    area: Area | str
    edition: str
    """The name of the edition."""
    _value = "area"
    _rule = "an area that the edition {edition} has"
    _rule_chinese = "应为 {edition} 所列的地域"


class NotStatedError(DijiaError):
    """Something is needed that the document does not state."""

    quantity: Quantity
    needed_by: Quantity
    document: str
    """The number of the document."""
    _value = "quantity"
    _rule = "the {needed_by} needs the {quantity}, which {document} does not state"
    _rule_chinese = "{needed_by}需要{quantity}，{document} 未载明"


class NoSuchCityError(DijiaError):
    """A set of editions has none of that city."""

    city: str
    _value = "city"
    _rule = "a city of which the set has an edition"
    _rule_chinese = "应为所给各版中的城市"


class NoneInForceError(DijiaError):
    """No edition of the city is in force on that date."""

    date: datetime.date
    before: str | None
    """The name of the one before; None where the date is before the first."""
    until: datetime.date | None
    """The last day on which that was in force."""
    after: str | None
    """The name of the next; None where the set knows of none."""
    since: datetime.date | None
    """The first day on which that is in force."""
    _value = "date"
    _rule = "a date on which an edition of the set is in force"
    _rule_chinese = "应为有版本施行的日期"


class SeveralInForceError(DijiaError):
    """Several editions of the city claim to be in force on that date."""

    date: datetime.date
    editions: tuple[str, str]
    """The names of two of them."""
    _value = "date"

    def _said(self, *, in_chinese: bool = False) -> str:
        """Return two of the editions that claim it."""
        if in_chinese:
            return f"应为只有一版施行的日期，该日 {self.editions[0]} 与 {self.editions[1]} 均称施行"
        return f"a date that one edition claims, not {self.editions[0]} and {self.editions[1]}"
