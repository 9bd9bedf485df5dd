"""Editions: one publication of a city's benchmark land prices each."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, partial
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any
from warnings import warn

from dijia import _dijia, _html
from dijia._corrections import CorrectionKind, CorrectionRow
from dijia._edition_errors import EditionWarning, Fault
from dijia._edition_words import _WordsOfEdition
from dijia._made_tables import files_of
from dijia._published import (
    Annex,
    Basis,
    Citation,
    Document,
    GradePrice,
    Place,
    Statement,
    ZonePrice,
)
from dijia._values import DevelopmentLevel, RoundingPolicy, ZoneCode
from dijia._words import (
    Area,
    Grade,
    IndexPeriod,
    LandUse,
    ListedArea,
    ListedGrade,
    ListedLandUse,
    Service,
    Validity,
    own_land_use,
)

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Callable, Mapping

    from dijia._values import DateLike, DecimalLike
    from dijia._words import AnyLandUse


class Edition(_WordsOfEdition):
    """One publication of a city's benchmark land prices: its tables, what they assume, and when they are in force.

    `JINAN_2020` is part of the package. Any other is read from the folder of its tables or from an edition file, which
    `python -m dijia pack` makes of a folder; the guide is ``docs/your-city.md`` of the crate dijia-tables.

    >>> from dijia import JINAN_2020
    >>> JINAN_2020.zone_price("商服", "Ⅲ-4")
    <ZonePrice 商服 Ⅲ-4: 9138 元/㎡, 济政发〔2020〕12号 附件2 第15行>
    >>> len(JINAN_2020.zone_prices), JINAN_2020.validity_on("2024-01-01")
    (221, Validity.EXPIRED)
    """

    def __init__(self, _handle: _dijia.Edition) -> None:
        if not isinstance(_handle, _dijia.Edition):
            raise TypeError("an edition is read or made of tables: Edition.read, Edition.open or Edition.from_tables")
        self._handle = _handle

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Edition:
        """Read the folder of an edition's tables, or an edition file.

        Raises:
            InvalidEditionError: With all that is wrong in the folder, or why the file is none.
            OSError: Where the file cannot be read.

        Warns:
            EditionWarning: Of each figure of the folder that looks wrong.

        """
        place = Path(fspath(path))
        return cls._packed(*_dijia.Edition.read_folder(place)) if place.is_dir() else cls.open(place.read_bytes())

    @classmethod
    def _packed(cls, handle: _dijia.Edition, faults: list[tuple[str, int, int, list[str]]]) -> Edition:
        for fault in faults:
            warn(EditionWarning(Fault._of(fault)), stacklevel=3)
        return cls(handle)

    @classmethod
    def open(cls, data: bytes) -> Edition:
        """Open the bytes of an edition file, which are checked whole.

        Raises:
            InvalidEditionError: Where they are not, to the last bit, those that a program wrote which keeps the rules.

        """
        return cls(_dijia.Edition.open(bytes(data)))

    @classmethod
    def from_tables(cls, name: str, tables: Mapping[str, Any]) -> Edition:
        """Make an edition of tables in memory: data frames, lists of dicts, or the text of a CSV file.

        The tables and their columns are those of a folder, by the names of its files with or without ``.csv``; a
        mapping is a table of keys and values. Give prices as texts or decimals; a float is a TypeError.

        >>> made_up = Edition.from_tables(
        ...     "some-city-2026",
        ...     {
        ...         "edition": {"city": "某市", "document_number": "某政发〔2026〕1号"},
        ...         "annexes": [{"number": 1, "land_uses": "商业", "prices": "grade"}],
        ...         "annex-1": [{"grade": "一级", "商业": "1200"}, {"grade": "二级", "商业": "800"}],
        ...     },
        ... )
        >>> made_up.grade_price("商服", "二级")
        <GradePrice 商服 Ⅱ级: 800 元/㎡, 某政发〔2026〕1号 附件1 第2行>

        Raises:
            InvalidEditionError: With all that is wrong in the tables.

        Warns:
            EditionWarning: Of each figure that looks wrong.

        """
        return cls._packed(*_dijia.Edition.read_files(name, files_of(tables)))

    def to_bytes(self) -> bytes:
        """Return the edition file: the same bytes on every machine."""
        return self._handle.bytes()

    @property
    def digest(self) -> str:
        """The SHA-256 of the edition file behind its header, in hexadecimal: it tells one edition from every other."""
        return self._handle.digest().hex()

    @cached_property
    def _facts(self) -> dict[str, Any]:
        return self._handle.facts()

    @property
    def name(self) -> str:
        """The name of the edition, such as ``jinan-2020``."""
        return str(self._facts["name"])

    @property
    def city(self) -> str:
        """The city."""
        return str(self._facts["city"])

    @property
    def base_date(self) -> datetime.date | None:
        """The date that the prices are the prices of (基准日); None where the document states none for all."""
        date: datetime.date | None = self._facts["base_date"]
        return date

    @property
    def formula(self) -> str | None:
        """The formula by which the document corrects its prices (宗地地价计算公式), in the symbols of a worksheet.

        ``P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf``, in the order of the document, in which worksheets print the
        product; None where the edition does not say. One that begins with ``(P + Kf)`` corrects Kf with P, and
        parcels are priced so.
        """
        formula: str | None = self._facts["formula"]
        return formula

    @cached_property
    def document(self) -> Document:
        """The document that publishes the prices."""
        (number, title, issuer, replaces, replaces_title), dates = self._facts["document"]
        issued, first, last, replaces_date = dates
        return Document(number, title, issuer, issued, first, last, replaces, replaces_title, replaces_date)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that the areas cover, in the order of the document."""
        return tuple(Place(name, district, self.areas[area]) for name, district, area in self._facts["places"])

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the document says of the areas that it covers, such as their four sides."""
        return tuple(
            Statement(about, words, None if area is None else self.areas[area])
            for about, words, area in self._facts["statements"]
        )

    @cached_property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes of the document, those without figures in hand too."""
        return tuple(
            Annex(
                number,
                title,
                in_hand,
                None if area is None else self.areas[area],
                tuple(self.land_uses[use] for use in land_uses),
                label,
            )
            for number, label, title, in_hand, (area, land_uses) in self._facts["annexes"]
        )

    @cached_property
    def bases(self) -> tuple[Basis, ...]:
        """Every basis, in the order printed."""
        return tuple(
            Basis(
                self.areas[area],
                None if land_use is None else self.land_uses[land_use],
                base_date,
                term,
                None if bits is None else DevelopmentLevel._of(bits),
                plot_ratio,
                rate,
                right,
                self._citation(cited),
                None if grade is None else self.grades[grade],
                is_perpetual,
                development_name,
            )
            for (area, land_use, grade, base_date), figures, (right, development_name), cited in self._facts["bases"]
            for (term, is_perpetual, bits, plot_ratio, rate) in [figures]
        )

    @cached_property
    def grade_prices(self) -> tuple[GradePrice, ...]:
        """Every grade price, in the order printed."""
        return tuple(
            GradePrice(**self._price(places, figures, cited), zone_count=zones)
            for places, zones, figures, cited in self._handle.grade_prices()
        )

    @cached_property
    def zone_prices(self) -> tuple[ZonePrice, ...]:
        """Every zone price, in the order printed."""
        return tuple(
            ZonePrice(**self._price(places, figures, cited), code=text if code is None else ZoneCode._of(code))
            for places, (code, text), figures, cited in self._handle.zone_prices()
        )

    @cached_property
    def corrections(self) -> tuple[CorrectionRow, ...]:
        """Every row of the tables of corrections that the document prints, table by table."""
        return tuple(
            CorrectionRow(
                CorrectionKind(kind),
                None if land_use is None else self.land_uses[land_use],
                None if grade is None else self.grades[grade],
                None if area is None else self.areas[area],
                name,
                level,
                condition,
                is_by_area,
                value,
                key,
                date,
                None if period is None else IndexPeriod(period),
                None if service is None else list(Service)[service],
                self._citation(cited),
            )
            for places, (name, level, condition), figures, cited in _dijia.corrections(self._handle)
            for (kind, land_use, grade, area, is_by_area) in [places]
            for (value, key, date, period, service) in [figures]
        )

    def correction_level(
        self,
        land_use: AnyLandUse,
        grade: Grade | ListedGrade | str,
        of: str,
        level: DecimalLike,
        *,
        district: Area | ListedArea | str | None = None,
        mapping: Mapping[str, AnyLandUse] | None = None,
    ) -> CorrectionRow:
        """Return the row of a level of a factor, or of a further coefficient, that the document prints for a grade.

        `level` is the name of the level, or a number that is in the interval that the level states.

        Raises:
            NoSuchFactorError: Where there is no table of that name.
            NoSuchLevelError: Where it has no such level.

        """
        place = (own_land_use(land_use, mapping, self), grade, district)
        text = level if isinstance(level, str) else format(Decimal(level), "f")
        return self.corrections[_dijia.correction_level(self._handle, place, of, text)]

    def plot_ratio_coefficient(
        self,
        land_use: AnyLandUse,
        grade: Grade | ListedGrade | str,
        plot_ratio: DecimalLike,
        *,
        district: Area | ListedArea | str | None = None,
        mapping: Mapping[str, AnyLandUse] | None = None,
        policy: RoundingPolicy = RoundingPolicy.ROUNDED_COEFFICIENTS,
    ) -> Decimal:
        """Return Kv of a plot ratio by the table that the document prints for a grade.

        Where it is interpolated it is rounded as the policy says.

        Raises:
            NotStatedError: Where no table is printed.
            PlotRatioOutsideTableError: Outside a table that is not open there.

        """
        place = (own_land_use(land_use, mapping, self), grade, district)
        return _dijia.plot_ratio_coefficient(self._handle, place, plot_ratio, policy)

    def _price(self, places: Any, figures: Any, cited: Any) -> dict[str, Any]:
        (area, land_use, grade), basis = places
        per_square_metre, per_mu, floor, printed, (is_per_floor, is_lower_bound) = figures
        return {
            "land_use": self.land_uses[land_use],
            "grade": None if grade is None else self.grades[grade],
            "area": self.areas[area],
            "printed": printed,
            "is_per_floor": is_per_floor,
            "is_lower_bound": is_lower_bound,
            "per_square_metre": per_square_metre,
            "wan_yuan_per_mu": per_mu,
            "per_floor_area": floor,
            "basis": self.bases[basis],
            "citation": self._citation(cited),
        }

    def _citation(self, cited: tuple[Any, ...]) -> Citation:
        annex, part, row, chinese, english = cited
        return Citation(self.document, annex, part, row, chinese, english)

    def validity_on(self, date: DateLike) -> Validity:
        """Whether the document is in force on that date."""
        return self.document.validity_on(date)

    def land_use(self, name: AnyLandUse) -> LandUse | ListedLandUse:
        """Read a land use in any spelling that the edition knows; an unknown one is an error and never a guess."""
        return self._use_at(*self._handle.land_use(name))

    def land_use_by_code(self, scheme: str, code: str) -> LandUse | ListedLandUse:
        """Return the land use that land of a code of a land-use scheme, such as GB/T 21010-2017, is priced as.

        It is what the edition says in a table of its own; where that has no such code, the land use that is called as
        the scheme calls the code. Nothing else is guessed.

        >>> from dijia import JINAN_2020
        >>> JINAN_2020.land_use_by_code("GB/T 21010-2017", "05")
        LandUse.COMMERCIAL

        Raises:
            CodeNotPricedError: Where neither says what it is priced as.
            NoSuchCodeError: Where the scheme has no such code.
            NoSuchSchemeError: For a scheme that neither the edition nor the library knows.

        """
        return self._use_at(*self._handle.land_use_by_code(scheme, code))

    def development_level(self, text: str) -> DevelopmentLevel:
        """Read a development level: a name, such as 六通一平, as the services that the document means by it, or a list.

        >>> from dijia import JINAN_2020, Service
        >>> Service.GAS in JINAN_2020.development_level("六通一平")
        True

        Raises:
            InvalidDevelopmentLevelError: For what is none, for a name that the document means two sets of services by,
                and for one that it does not explain and other documents do differently.

        """
        return DevelopmentLevel._of(self._handle.development_level(text))

    def _use_at(self, known: int | None, place: int | None) -> LandUse | ListedLandUse:
        """Return the word of the trade, or else that of the edition; one of the places is there."""
        if known is not None:
            return list(LandUse)[known]
        assert place is not None
        return self.land_uses[place]

    def _reader(self, kind: str) -> Callable[[str], object]:
        """Return what reads texts of that kind: land_use, zone or grade."""
        return partial(self._handle.read_word, kind)

    def zone_price(
        self,
        land_use: AnyLandUse,
        zone: ZoneCode | str,
        *,
        district: Area | ListedArea | str | None = None,
        mapping: Mapping[str, AnyLandUse] | None = None,
    ) -> ZonePrice:
        """Return the price of a zone; a missing zone is an error, and never priced at its grade.

        `district` is the area of the edition, its first where none is given.
        """
        use = own_land_use(land_use, mapping, self)
        return self.zone_prices[self._handle.zone_index(use, zone, district)]

    def grade_price(
        self,
        land_use: AnyLandUse,
        grade: Grade | ListedGrade | str,
        *,
        district: Area | ListedArea | str | None = None,
        mapping: Mapping[str, AnyLandUse] | None = None,
    ) -> GradePrice:
        """Return the price of a grade in an area of the edition, its first where none is given."""
        use = own_land_use(land_use, mapping, self)
        return self.grade_prices[self._handle.grade_index(use, grade, district)]

    def basis(
        self,
        area: Area | ListedArea | str,
        land_use: AnyLandUse,
        *,
        mapping: Mapping[str, AnyLandUse] | None = None,
    ) -> Basis:
        """Return what the prices of that area and land use assume, where no grade or zone has a basis of its own."""
        return self.bases[self._handle.basis_index(area, own_land_use(land_use, mapping, self))]

    def _place_of(self, basis: Basis) -> int:
        try:
            return self.bases.index(basis)
        except ValueError:
            raise ValueError(
                f"basis is none of the edition {self.name}, which has those of `edition.bases`: {basis.citation}"
            ) from None

    def _repr_html_(self) -> str:
        document = self.document
        first, last = document.first_day_in_force, document.last_day_in_force
        title = document.number if document.title is None else f"{document.title}（{document.number}）"
        return _html.facts(
            f"{self.city} {self.name}",
            [
                ("文件", title),
                ("发布机关", document.issuer),
                ("基准日", self.base_date),
                ("有效期", None if first is None and last is None else f"{first or ''} 至 {last or ''}"),
                ("级别地价", len(self.grade_prices)),
                ("区片地价", len(self.zone_prices)),
            ],
        )

    def __repr__(self) -> str:
        return f"<Edition {self.name}: {self.document.number}>"

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Edition) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, ...]:
        from dijia._baked import edition

        return (edition, (self.name,)) if self._handle.is_baked() else (Edition.open, (self.to_bytes(),))

    def __copy__(self) -> Edition:
        return self

    def __deepcopy__(self, _memo: object) -> Edition:
        return self
