"""The vectors of appraisals, run by Python's ctypes: a caller that knows the library by `layout.tsv` alone.

`conformance.py LIBRARY VECTORS`, with nothing installed but Python.
"""

from __future__ import annotations

import csv
import ctypes
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

LAYOUT = Path(__file__).parent.parent / "layout.tsv"
SCALARS = {
    "uint8_t": ctypes.c_uint8,
    "int16_t": ctypes.c_int16,
    "uint16_t": ctypes.c_uint16,
    "int32_t": ctypes.c_int32,
    "uint32_t": ctypes.c_uint32,
    "uint64_t": ctypes.c_uint64,
    "size_t": ctypes.c_size_t,
    "char": ctypes.c_char,
    "pointer": ctypes.c_void_p,
}
# The constants of the header that have no function to read them.
BASES = {"zone": "DIJIA_BASE_ZONE", "grade": "DIJIA_BASE_GRADE", "own": "DIJIA_BASE_OWN"}
WARNINGS = (
    "large-deviation",
    "outside-validity",
    "before-base-date",
    "no-valuation-date",
    "plot-ratio-uncorrected",
    "date-uncorrected",
    "bare-factors",
    "without-level",
    "lower-bound",
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def structures() -> dict[str, Any]:
    """The structs, each with its fields where the list says that they lie: what is between them is padding."""
    listed = defaultdict(list)
    for row in rows(LAYOUT):
        listed[row["struct"]].append(row)
    made: dict[str, Any] = {}
    for name, (whole, *fields) in listed.items():
        members, end = [], 0
        for field in fields:
            kind, is_array, _ = field["type"].partition("[]")
            element = SCALARS.get(kind) or made[kind]
            size, offset = int(field["size"]), int(field["offset"])
            members.append((f"_{end}", ctypes.c_uint8 * (offset - end)))
            members.append((field["field"], element * (size // ctypes.sizeof(element)) if is_array else element))
            end = offset + size
        members.append((f"_{end}", ctypes.c_uint8 * (int(whole["size"]) - end)))
        made[name] = type(name, (ctypes.Structure,), {"_pack_": 1, "_layout_": "ms", "_fields_": members})
        assert ctypes.sizeof(made[name]) == int(whole["size"]), name
    return made


STRUCTS = structures()
LIBRARY = ctypes.CDLL(sys.argv[1])
HEADER = (Path(__file__).parents[3] / "include/dijia.h").read_text(encoding="utf-8-sig")


@cache
def constant(name: str) -> int:
    (line,) = (line for line in HEADER.splitlines() if line.startswith(f"#define {name} "))
    return int(line.split()[2])


class RefusedError(Exception):
    """A status that is not DIJIA_OK, with the message."""


def new(name: str) -> Any:
    value = STRUCTS[name]()
    if hasattr(value, "size"):
        value.size = ctypes.sizeof(value)
    return value


def call(function: str, *arguments: Any) -> None:
    error = new("dijia_error")
    passed = [ctypes.byref(one) if isinstance(one, (ctypes.Structure, ctypes.Array)) else one for one in arguments]
    if getattr(LIBRARY, function)(*passed, ctypes.byref(error)) != 0:
        raise RefusedError(error.message.decode(), error.message_chinese.decode())


def read(kind: str, text: str) -> Any:
    """What `dijia_KIND_parse` reads: a struct, or a number."""
    name = f"dijia_{kind}"
    value = new(name) if name in STRUCTS else ctypes.c_uint32()
    encoded = text.encode()
    target = value if isinstance(value, ctypes.Structure) else ctypes.byref(value)
    call(f"{name}_parse", encoded, ctypes.c_size_t(len(encoded)), target)
    return value if isinstance(value, ctypes.Structure) else value.value


def optional(kind: str, text: str) -> Any:
    some = new(f"dijia_optional_{kind}")
    if text:
        some.value, some.present = read(kind, text), 1
    return some


def shown(value: Any) -> str:
    buffer, length = ctypes.create_string_buffer(constant("DIJIA_DECIMAL_CAPACITY")), ctypes.c_size_t()
    error = new("dijia_error")
    size = ctypes.c_size_t(len(buffer))
    # A decimal goes by value.
    assert LIBRARY.dijia_decimal_text(value, buffer, size, ctypes.byref(length), ctypes.byref(error)) == 0
    return buffer.value.decode()


def text(of: str, kept: list[Any]) -> Any:
    encoded = of.encode()
    kept.append(encoded)
    value = new("dijia_text")
    value.data, value.length = ctypes.cast(ctypes.c_char_p(encoded), ctypes.c_void_p), len(encoded)
    return value


def pairs(cell: str) -> list[list[str]]:
    return [pair.split("=", 1) for pair in cell.split(";")] if cell else []


def array(name: str, values: list[Any], kept: list[Any]) -> tuple[int | None, int]:
    """Where they lie one behind another, and how many they are."""
    made = (STRUCTS[name] * len(values))(*values)
    kept.append(made)
    return (ctypes.addressof(made) if values else None), len(values)


def ratio(appraisal: Any, field: str, cell: str) -> None:
    if cell:
        encoded, value = cell.encode(), getattr(appraisal, field)
        value.present = 1
        over = getattr(appraisal, f"{field}_over")
        call("dijia_ratio_parse", encoded, ctypes.c_size_t(len(encoded)), value.value, over)


def appraisal_of(row: dict[str, str], kept: list[Any]) -> Any:
    one = new("dijia_appraisal")
    base, *words = row["base"].split(":")
    one.base = constant(BASES[base])
    if base == "own":
        one.own_price = read("decimal", words[0])
    else:
        one.edition, one.land_use = JINAN, read("land_use", words[0])
        if base == "zone":
            one.code = read("zone_code", words[1])
        else:
            one.code.grade = read("grade", words[1])
    if row["basis"]:
        one.has_basis = 1
        if base == "own":
            area, land_use = row["basis"].split(":")
            one.edition, one.area_of_price, one.land_use = JINAN, read("area", area), read("land_use", land_use)
    for term, endless, cell in (
        ("statutory_term", "perpetual_basis", row["statutory_term"]),
        ("remaining_term", "perpetual_term", row["remaining_term"]),
    ):
        is_endless = cell in ("perpetual", "无限年期")
        setattr(one, endless, is_endless)
        setattr(one, term, optional("decimal", "" if is_endless else cell))
    one.longer_term = bool(row.get("longer_term"))
    one.capitalization_rate = optional("decimal", row["rate"])
    for field in ("base_date", "valuation_date", "expiry_date"):
        setattr(one, field, optional("date", row[field]))
    for field in ("plot_ratio", "monthly_growth", "development_adjustment", "area"):
        setattr(one, field, optional("decimal", row[field]))
    for field in ("term_coefficient", "plot_ratio_coefficient", "date_coefficient"):
        ratio(one, field, row.get(field, ""))
    for field in ("basis_development", "site_development"):
        if row[field]:
            setattr(one, f"has_{field}", 1)
            setattr(one, field, read("development_level", row[field]))
    lists(one, row, kept)
    rounding = one.rounding
    rounding.present = 1
    for field, usual in (("coefficient_places", 4), ("unit_price_places", 2), ("amount_places", 2)):
        cell = row[field]
        setattr(rounding, field, constant("DIJIA_UNROUNDED") if cell == "unrounded" else int(cell or usual))
    rounding.mode = constant("DIJIA_HALF_EVEN" if row["mode"] == "half-even" else "DIJIA_HALF_UP")
    return one


def lists(one: Any, row: dict[str, str], kept: list[Any]) -> None:
    """The arrays of an appraisal, which are kept as long as it is."""
    table = row["plot_ratio_table"]
    one.table_open = constant("DIJIA_OPEN_BELOW") * table.startswith("<")
    one.table_open |= constant("DIJIA_OPEN_ABOVE") * table.endswith(">")
    made = []
    for ends in pairs(table.strip("<>")):
        point = new("dijia_plot_ratio_row")
        point.plot_ratio, point.coefficient = (read("decimal", end) for end in ends)
        made.append(point)
    one.plot_ratio_table, one.plot_ratio_row_count = array("dijia_plot_ratio_row", made, kept)

    between, _, series = row["date_index"].partition(":")
    one.between_points = constant("DIJIA_LINEAR_BY_DAYS" if between == "linear" else "DIJIA_LAST_BEFORE")
    made = []
    for day, value in pairs(series):
        point = new("dijia_date_index_point")
        point.date, point.index = read("date", day), read("decimal", value)
        made.append(point)
    one.date_index, one.date_index_point_count = array("dijia_date_index_point", made, kept)

    made = []
    for name, value in pairs(row["coefficients"]):
        named = new("dijia_coefficient")
        named.name, encoded = text(name, kept), value.encode()
        call("dijia_ratio_parse", encoded, ctypes.c_size_t(len(encoded)), named.value, named.over)
        made.append(named)
    one.coefficients, one.coefficient_count = array("dijia_coefficient", made, kept)

    made = []
    for name, value in pairs(row["factor_corrections"]):
        factor, encoded, error = new("dijia_factor"), value.encode(), new("dijia_error")
        size = ctypes.c_size_t(len(encoded))
        status = LIBRARY.dijia_factor_parse(text(name, kept), encoded, size, ctypes.byref(factor), ctypes.byref(error))
        assert status == 0, error.message
        made.append(factor)
    one.factor_corrections, one.factor_correction_count = array("dijia_factor", made, kept)

    made = []
    for service, value in pairs(row["unit_costs"]):
        cost = new("dijia_unit_cost")
        cost.service, cost.cost = read("service", service), read("decimal", value)
        made.append(cost)
    one.unit_costs, one.unit_cost_count = array("dijia_unit_cost", made, kept)


def priced(row: dict[str, str]) -> dict[str, str]:
    """What the library finds for the row, by columns."""
    kept: list[Any] = []
    found = new("dijia_appraised")
    call("dijia_appraise", appraisal_of(row, kept), found)
    columns = {
        "=unit_price": found.unit_price,
        "=wan_yuan_per_mu": found.wan_yuan_per_mu,
        "=deviation": found.deviation,
    }
    named = {
        "=floor_price": found.floor_price,
        "=total_yuan": found.total_yuan,
        "=total_wan_yuan": found.total_wan_yuan,
        "=ky": found.term_coefficient,
        "=kv": found.plot_ratio_coefficient,
        "=kt": found.date_coefficient,
        "=factor_sum": found.factor_sum,
        "=kf": found.development_adjustment,
    }
    columns |= {column: some.value for column, some in named.items() if some.present}
    warned = [name for index, name in enumerate(WARNINGS) if found.warnings >> index & 1]
    return {column: shown(value) for column, value in columns.items()} | {"=warnings": ";".join(warned)}


def check(row: dict[str, str]) -> int:
    """Compare every result of the row; how many there are."""
    try:
        found = priced(row)
    except RefusedError as refused:
        found = dict(zip(("=error", "=error_chinese"), refused.args, strict=True))
        assert row["=error_kind"], f"{row}: {refused}"
    compared = [column for column in COMPARED if row[column] or column in found]
    for column in compared:
        # What the policy leaves unrounded has no text in the vectors.
        is_unrounded = not row[column] and row["coefficient_places"] == "unrounded"
        assert is_unrounded or found.get(column, "") == row[column], f"{row}: {column} is {found.get(column)}"
    return len(compared)


COMPARED = (
    *("=unit_price", "=wan_yuan_per_mu", "=floor_price", "=total_yuan", "=total_wan_yuan", "=deviation"),
    *("=ky", "=kv", "=kt", "=factor_sum", "=kf", "=warnings", "=error", "=error_chinese"),
)
LIBRARY.dijia_edition_jinan_2020.restype = ctypes.c_void_p
JINAN = LIBRARY.dijia_edition_jinan_2020()

if __name__ == "__main__":
    vectors = rows(Path(sys.argv[2]) / "appraisal.tsv")
    results = sum(map(check, vectors))
    assert len(vectors) > 2000
    print(f"ctypes: {len(vectors)} appraisals, {results} results")
