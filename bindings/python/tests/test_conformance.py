"""All vectors of ``conformance/`` that every language runs, compared as strings."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import dijia
from dijia import (
    JINAN_2020,
    BetweenPoints,
    DateIndex,
    IndexPeriod,
    PlotRatioTable,
    RoundingMode,
    RoundingPolicy,
    StepKind,
    _dijia,
)
from vectors import FOLDER, Found, Row, files, report, rows

MODES = {"": RoundingMode.HALF_UP, "half-up": RoundingMode.HALF_UP, "half-even": RoundingMode.HALF_EVEN}
WARNINGS = {
    dijia.LargeDeviation: "large-deviation",
    dijia.OutsideValidity: "outside-validity",
    dijia.BeforeBaseDate: "before-base-date",
    dijia.NoValuationDate: "no-valuation-date",
    dijia.PlotRatioUncorrected: "plot-ratio-uncorrected",
    dijia.DateUncorrected: "date-uncorrected",
    dijia.BareFactors: "bare-factors",
    dijia.WithoutLevel: "without-level",
    dijia.LowerBound: "lower-bound",
}
STEPS = {
    "m": StepKind.REMAINING_TERM,
    "ky": StepKind.TERM_COEFFICIENT,
    "kv": StepKind.PLOT_RATIO_COEFFICIENT,
    "months": StepKind.MONTHS,
    "kt": StepKind.DATE_COEFFICIENT,
    "factor_sum": StepKind.FACTOR_SUM,
    "kf": StepKind.DEVELOPMENT_ADJUSTMENT,
}
# The coefficients, which are attributes too.
FIGURES = {
    StepKind.TERM_COEFFICIENT: "term_coefficient",
    StepKind.PLOT_RATIO_COEFFICIENT: "plot_ratio_coefficient",
    StepKind.DATE_COEFFICIENT: "date_coefficient",
    StepKind.FACTOR_SUM: "factor_sum",
    StepKind.DEVELOPMENT_ADJUSTMENT: "development_adjustment",
}
READERS = {
    "land use": dijia.LandUse.parse,
    "grade": dijia.Grade.parse,
    "zone code": dijia.ZoneCode.parse,
    "area": dijia.Area.parse,
    "service": dijia.Service.parse,
    "development level": dijia.DevelopmentLevel.parse,
    # What every argument that is a decimal, a rate or a date is read by.
    "decimal": _dijia.parse_decimal,
    "rate": _dijia.parse_rate,
    "date": _dijia.parse_date,
}
EXACT_UNITS = {"yuan_per_square_metre", "land_price", "mu"}


def text(value: Any) -> str:
    """Return a decimal with all its places, another value as it says itself, none as nothing."""
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def cited(citation: dijia.Citation) -> Found:
    return {
        "document": citation.document.number,
        "annex": str(citation.annex or 0),
        "row": str(citation.row or 0),
    }


def edition(row: Row) -> Found:
    fact = row["fact"]
    annexes = {f"annex {annex.number}": annex for annex in JINAN_2020.annexes}
    if fact in annexes:
        return {"value": annexes[fact].title}
    document = JINAN_2020.document
    facts = {
        "name": JINAN_2020.name,
        "city": JINAN_2020.city,
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "replaces": document.replaces,
        "issue date": document.issue_date,
        "first day in force": document.first_day_in_force,
        "last day in force": document.last_day_in_force,
        "base date": JINAN_2020.base_date,
        "zone prices": len(JINAN_2020.zone_prices),
        "grade prices": len(JINAN_2020.grade_prices),
        "bases": len(JINAN_2020.bases),
        "townships": " ".join(place.name for place in JINAN_2020.places),
        "annexes in hand": " ".join(str(annex.number) for annex in JINAN_2020.annexes if annex.in_hand),
    }
    return {"value": str(facts[fact])}


def zone_price(row: Row) -> Found:
    price = dijia.zone_price(row["land_use"], row["zone"])
    return {
        "code": str(price.code),
        "per_square_metre": text(price.per_square_metre),
        "wan_yuan_per_mu": text(price.wan_yuan_per_mu),
        "floor_price": text(price.per_floor_area),
        **cited(price.citation),
    }


def grade_price(row: Row) -> Found:
    price = JINAN_2020.grade_price(row["land_use"], row["grade"], district=row["area"])
    return {
        "name": str(price.grade),
        "per_square_metre": text(price.per_square_metre),
        "zone_count": str(price.zone_count),
        **cited(price.citation),
    }


def basis(row: Row) -> Found:
    found = dijia.basis(row["area"], row["land_use"])
    names = ["base_date", "right", "statutory_term", "plot_ratio", "capitalization_rate", "development_level"]
    return {name: text(getattr(found, name)) for name in names} | cited(found.citation)


def validity(row: Row) -> Found:
    return {"validity": str(JINAN_2020.validity_on(row["date"]))}


@cache
def loaded(name: str) -> dijia.Edition:
    """Return the edition of that name: the one that the package has, or one of ``conformance/editions``."""
    return JINAN_2020 if name == JINAN_2020.name else dijia.Edition.read(FOLDER / "editions" / f"{name}.dijia")


def cited_part(citation: dijia.Citation) -> Found:
    return {**cited(citation), "part": citation.part or ""}


def assumed(basis: dijia.Basis) -> Found:
    assert not (basis.is_perpetual and basis.statutory_term)
    names = ["base_date", "right", "statutory_term", "plot_ratio", "capitalization_rate", "development_level"]
    found = {name: text(getattr(basis, name)) for name in [*names, "development_name"]}
    return found | ({"statutory_term": "perpetual"} if basis.is_perpetual else {})


def word(value: Any) -> str:
    """Return the name of a grade or an area as the edition has it."""
    return "" if value is None else str(value) if isinstance(value, dijia.Grade) else str(value.chinese)


def edition_price(row: Row) -> Found:
    edition = loaded(row["edition"])
    district = row["area"] or None
    price: dijia.GradePrice | dijia.ZonePrice
    if row["zone"]:
        price = edition.zone_price(row["land_use"], row["zone"], district=district)
    else:
        price = edition.grade_price(row["land_use"], row["grade"], district=district)
    return {
        "area": word(price.area),
        "land_use": edition.name_of(price.land_use),
        "land_use_english": edition.name_of(price.land_use, "English"),
        "grade": word(price.grade),
        "code": str(price.code) if isinstance(price, dijia.ZonePrice) else "",
        "printed": text(price.printed),
        "per": "floor" if price.is_per_floor else "land",
        "is_lower_bound": "yes" if price.is_lower_bound else "no",
        "per_square_metre": text(price.per_square_metre),
        "wan_yuan_per_mu": text(price.wan_yuan_per_mu),
        "per_floor_area": text(price.per_floor_area),
        **cited_part(price.citation),
        **assumed(price.basis),
    }


def edition_basis(row: Row) -> Found:
    basis = loaded(row["edition"]).basis(row["area"], row["land_use"])
    return assumed(basis) | cited_part(basis.citation)


def edition_level(row: Row) -> Found:
    return {"level": str(loaded(row["edition"]).development_level(row["text"]))}


def edition_facts(row: Row) -> Found:
    edition = loaded(row["edition"])
    document = edition.document
    facts = {
        "name": edition.name,
        "city": edition.city,
        "number": document.number,
        "digest": edition.digest,
        "title": document.title,
        "issuer": document.issuer,
        "replaces": document.replaces,
        "issue date": document.issue_date,
        "first day in force": document.first_day_in_force,
        "last day in force": document.last_day_in_force,
        "base date": edition.base_date,
        "formula": edition.formula,
        "zone prices": len(edition.zone_prices),
        "grade prices": len(edition.grade_prices),
        "land uses": " ".join(map(edition.name_of, edition.land_uses)),
        "printed under": " ".join(edition.printed_under(use) or "—" for use in edition.land_uses),
        "areas": " ".join(map(word, edition.areas)),
        "grades": " ".join(map(word, edition.grades)),
    }
    return {"value": text(facts[row["fact"]])}


def in_force(row: Row) -> Found:
    editions = dijia.Editions([loaded(name) for name in row.list("editions")])
    return {"in_force": editions.on(row["city"], row["date"]).name}


def spelling(row: Row) -> Found:
    return {"canonical": text(READERS[row["of"]](row["text"]))}


def unit(row: Row) -> Found:
    convert = getattr(dijia, row["conversion"])
    values = [row["value"], *filter(None, [row["by"]])]
    if row["conversion"] in EXACT_UNITS:
        return {"value": text(convert(*values))}
    return {"value": text(convert(*values, places=int(row["places"]), mode=MODES[row["mode"]]))}


def rounding(row: Row) -> Found:
    return {"rounded": text(dijia.round_decimal(row["value"], int(row["places"]), MODES[row["mode"]]))}


def base(cell: str) -> dict[str, Any]:
    kind, *words = cell.split(":")
    if kind == "own":
        return {"base_price": words[0]}
    return {"land_use": words[0], kind: words[1]}


def policy(row: Row) -> RoundingPolicy:
    coefficient = row["coefficient_places"] or "4"
    return RoundingPolicy(
        None if coefficient == "unrounded" else int(coefficient),
        int(row["unit_price_places"] or 2),
        int(row["amount_places"] or 2),
        MODES[row["mode"]],
    )


def appraisal(row: Row) -> Found:
    plain = {
        "rate": "capitalization_rate",
        **{name: name for name in ["statutory_term", "base_date", "basis_development", "remaining_term"]},
        "term_coefficient": "term_coefficient",
        **{name: name for name in ["valuation_date", "expiry_date", "plot_ratio", "plot_ratio_coefficient"]},
        **{name: name for name in ["date_coefficient", "monthly_growth", "development_adjustment"]},
        **{name: name for name in ["site_development", "area"]},
    }
    given: dict[str, Any] = {name: row[column] for column, name in plain.items() if row[column]}
    for column in ("coefficients", "factor_corrections", "unit_costs"):
        pairs = row.pairs(column)
        # Pairs, since a name that is given twice is a case.
        given[column] = [tuple(pair) for pair in pairs]
    if row["basis"]:
        given["basis"] = dijia.basis(*row["basis"].split(":"))
    if table := row["plot_ratio_table"]:
        pairs = [tuple(pair.split("=")) for pair in table.strip("<>").split(";")]
        ends = {"open_below": table.startswith("<"), "open_above": table.endswith(">")}
        given["plot_ratio_table"] = PlotRatioTable(pairs, **ends)
    if row["date_index"]:
        how, points = row["date_index"].split(":")
        period, _, how = how.rpartition("-")
        between = {"last": BetweenPoints.LAST_BEFORE, "linear": BetweenPoints.LINEAR_BY_DAYS}[how]
        series = [tuple(point.split("=")) for point in points.split(";")]
        given["date_index"] = (
            DateIndex.chain(series, IndexPeriod(period), between) if period else DateIndex(series, between)
        )
    given["longer_term"] = bool(row["longer_term"])
    appraised = dijia.appraise(**base(row["base"]), **given, policy=policy(row))
    return priced(row, appraised)


def priced(row: Row, appraised: dijia.Appraised) -> Found:
    assert appraised.policy == policy(row)
    layout = row["layout"] or "wide"
    # A coefficient that the policy leaves unrounded has no text of its own to compare.
    steps = {step.kind: text(step.value) for step in appraised.steps if not step.unrounded}
    for kind, name in FIGURES.items():
        assert text(getattr(appraised, name)) == steps.get(kind, "")
    names = ["unit_price", "wan_yuan_per_mu", "floor_price", "total_yuan", "total_wan_yuan", "deviation"]
    return {
        **{column: steps.get(kind, "") for column, kind in STEPS.items()},
        **{name: text(getattr(appraised, name)) for name in names},
        "warnings": ";".join(WARNINGS[type(warning)] for warning in appraised.warnings),
        "warnings_chinese": "".join(f"{warning.chinese}\n" for warning in appraised.warnings),
        "warnings_english": "".join(f"{warning.english}\n" for warning in appraised.warnings),
        # What takes long to write is written where it is compared.
        **(
            {
                "worksheet_chinese": appraised.worksheet("Chinese", layout),
                "worksheet_english": appraised.worksheet("English", layout),
            }
            if "=worksheet_chinese" in row.cells
            else {}
        ),
    }


def correction_level(row: Row) -> Found:
    of_grade = (row["land_use"], row["grade"])
    level = loaded(row["edition"]).correction_level(*of_grade, row["of"], row["level"], district=row["area"] or None)
    return {
        "kind": level.kind.english,
        "name": level.name or "",
        "found_level": level.level or "",
        "condition": level.condition or "",
        "value": text(level.value),
        "by_area": "yes" if level.is_by_area else "no",
        **cited_part(level.citation),
    }


def correction_plot_ratio(row: Row) -> Found:
    coefficient = loaded(row["edition"]).plot_ratio_coefficient(
        row["land_use"], row["grade"], row["plot_ratio"], district=row["area"] or None, policy=policy(row)
    )
    return {"coefficient": text(coefficient)}


def sources(appraised: dijia.Appraised) -> str:
    """Return the steps that say where they are printed, and whether they are printed there or follow from it."""
    found = []
    for step in appraised.steps:
        assert step.citation is not None or step.source is not dijia.Source.PUBLISHED
        if step.citation is not None:
            by_name = step.kind in {StepKind.COEFFICIENT, StepKind.FACTOR_CORRECTION}
            where = cited_part(step.citation)
            name = step.name if by_name else step.symbol
            parts = [name, where["annex"], where["part"], where["row"], step.source.english]
            found.append("|".join(map(str, parts)))
    return ";".join(found)


def corrected(row: Row) -> Found:
    plain = {
        "rate": "capitalization_rate",
        **{name: name for name in ["district", "land_use", "grade", "zone", "statutory_term", "remaining_term"]},
        **{name: name for name in ["valuation_date", "expiry_date", "plot_ratio", "plot_ratio_coefficient"]},
        **{name: name for name in ["date_coefficient", "monthly_growth", "area", "corrections", "base_date"]},
        **{name: name for name in ["basis_development", "site_development", "development_adjustment"]},
    }
    given: dict[str, Any] = {name: row[column] for column, name in plain.items() if row[column]}
    for column in ("coefficients", "factor_corrections", "levels", "unit_costs"):
        given[column] = [tuple(pair) for pair in row.pairs(column)]
    given["longer_term"] = bool(row["longer_term"])
    appraised = dijia.appraise(edition=loaded(row["edition"]), **given, policy=policy(row))
    return priced(row, appraised) | {"sources": sources(appraised)}


def policy_of_use(cell: str) -> RoundingPolicy:
    """Return the policy of a use, ``5,4,3,half-even``, or the default."""
    if not cell:
        return RoundingPolicy()
    coefficient, unit_price, amount, mode = cell.split(",")
    return RoundingPolicy(
        None if coefficient == "unrounded" else int(coefficient), int(unit_price), int(amount), MODES[mode]
    )


def mixed_use(row: Row) -> Found:
    policies = row.list("policies") or [""] * len(row.list("uses"))
    uses = [
        dijia.appraise(**base(use), policy=policy_of_use(own))
        for use, own in zip(row.list("uses"), policies, strict=True)
    ]
    by_areas = row["by"] == "areas"
    shares = zip(uses, row.list("shares"), strict=True)
    mixed = dijia.mixed_use(shares, by_areas=by_areas, area=row["area"] or None, policy=policy(row))
    assert (mixed.policy, mixed.is_by_areas) == (policy(row), by_areas)
    layout = row["layout"] or "wide"
    names = ["unit_price", "wan_yuan_per_mu", "total_yuan", "total_wan_yuan"]
    return {
        **{name: text(getattr(mixed, name)) for name in names},
        "worksheet_chinese": mixed.worksheet("Chinese", layout),
        "worksheet_english": mixed.worksheet("English", layout),
    }


def payment(row: Row) -> Found:
    given = ["original_price", "payment_ratio", "minimum_price", "minimum_ratio", "area"]
    due = dijia.payment(
        row["price"],
        **{name: row[name] for name in given if row[name]},
        per_floor_area=row["per"] == "floor",
        policy=policy(row),
    )
    assert (due.policy, due.is_of_floor) == (policy(row), row["per"] == "floor")
    assert [text(getattr(due, name)) for name in ["price", *given]] == [row[name] for name in ["price", *given]]
    layout = row["layout"] or "wide"
    names = ["difference", "minimum", "unit_payment", "total_yuan", "total_wan_yuan"]
    return {
        **{name: text(getattr(due, name)) for name in names},
        "is_minimum": "yes" if due.is_minimum else "no",
        "worksheet_chinese": due.worksheet("Chinese", layout),
        "worksheet_english": due.worksheet("English", layout),
    }


def term_coefficient_grid(row: Row) -> Found:
    """A hundred remaining terms, a hundredth of a year apart, in one batch."""
    first = Decimal(row["first_remaining"])
    made = dijia.appraise_batch(
        base_price=1,
        capitalization_rate=row["rate"],
        statutory_term=row["statutory"],
        remaining_term=[first + Decimal(place).scaleb(-2) for place in range(100)],
        policy=RoundingPolicy(4, 4),
        columns=["unit_price"],
    )
    return {"coefficients": " ".join(map(text, made["unit_price"]))}


FUNCTIONS = {
    "edition": edition,
    "zone_price": zone_price,
    "grade_price": grade_price,
    "basis": basis,
    "validity": validity,
    "edition_facts": edition_facts,
    "edition_price": edition_price,
    "edition_basis": edition_basis,
    "edition_level": edition_level,
    "in_force": in_force,
    "correction_level": correction_level,
    "correction_plot_ratio": correction_plot_ratio,
    "corrected": corrected,
    "spelling": spelling,
    "unit": unit,
    "rounding": rounding,
    "appraisal": appraisal,
    "mixed_use": mixed_use,
    "payment": payment,
    "term_coefficient_grid": term_coefficient_grid,
}


def test_every_vector() -> None:
    counts = {}
    for file in files():
        function = FUNCTIONS[file["function"]]
        vectors = rows(file["file"])
        for row in vectors:
            row.check(function)
        assert len(vectors) == int(file["rows"]), file["file"]
        counts[file["file"]] = len(vectors)
    report(counts)
