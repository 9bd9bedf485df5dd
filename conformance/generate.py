#!/usr/bin/env python3
"""Writes every vector file and the list of them, by programs that share no code with the library.

    python3 conformance/generate.py           writes the files, the same bytes on every run
    python3 conformance/generate.py --check   fails if a file differs from what it would write

Needs Python 3.9 or later and nothing else.
"""

import sys

import generate_adjusted
import generate_appraisal
import generate_arithmetic
import generate_corrected
import generate_editions
import generate_method
import generate_mixed_use
import generate_payment
import generate_published
import generate_spelling
import generate_units
from vector_file import HERE, write

PROGRAMS = [
    generate_published, generate_editions, generate_corrected, generate_method, generate_adjusted, generate_spelling, generate_units,
    generate_appraisal, generate_mixed_use, generate_payment, generate_arithmetic,
]

# Every kind of error that inputs lead to, but for those of land-use codes, and `Undecided`: no inputs are known that lead
# to it.
KINDS = """
    InvalidLandUse InvalidGrade InvalidZoneCode InvalidArea InvalidService InvalidDevelopmentLevel InvalidDecimal
    InvalidDate NoSuchUse SeveralUses NoSuchArea NoSuchGrade NoSuchZone FiguresNotInHand NoBasis NotStated
    NoSuchFactor NoSuchLevel NotTabulated NoSuchCity NoneInForce SeveralInForce NotPositive OutOfRange
    CoefficientNotPositive TermExceedsStatutory ExpiryNotAfterValuation InvalidTable PlotRatioOutsideTable
    DateOutsideIndex FactorSumTooLow MissingUnitCost NegativeUnitCost DuplicateUnitCost Missing Conflict
    TakesNoPart NamedTwice FactorOutOfRange TooMany ResultNotPositive SharesNotOne TooManyPlaces TooManyDigits
""".split()


def main():
    check = "--check" in sys.argv[1:]
    kinds = set()
    listed = [["file", "function", "run_by", "rows"]]
    for program in PROGRAMS:
        for name, (function, rows) in program.FILES.items():
            rows = list(rows())
            if "=error_kind" in rows[0]:
                at = rows[0].index("=error_kind")
                kinds.update(row[at] for row in rows[1:] if row[at])
            run_by = "dijia-core" if function.startswith("arithmetic_") else "every language"
            count = write(name, rows, check)
            listed.append([name, function, run_by, str(count)])
            print(f"{name}: {count} rows")
    assert kinds == set(KINDS), sorted(kinds ^ set(KINDS))
    write("files.tsv", listed, check)
    stray = {path.name for path in HERE.glob("*.tsv")} - {row[0] for row in listed[1:]} - {"files.tsv"}
    if stray:
        sys.exit(f"not written by these programs: {', '.join(sorted(stray))}")


if __name__ == "__main__":
    main()
