"""What a cell of text means: a number, a missing value, a date; and a whole column of them at once."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fcgui_core.signs import THOUSANDS, without_sign, without_thousands

# Missing in any column.
MISSING = frozenset(
    (
        *(
            "",
            "?",
            "NA",
            "na",
            "N/A",
            "n/a",
            "N.A.",
            "n.a.",
            "#N/A",
            "#NA",
            "<NA>",
            "NaN",
            "nan",
            "NAN",
            "-nan",
            "-NaN",
            "(missing)",
            "(null)",
            "(blank)",
        ),
        *("null", "NULL", "Null", "\\N", "NaT", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!"),
        *("1.#QNAN", "1.#IND", "-1.#IND"),
        *("н/д", "Н/Д", "н.д.", "нет данных", "Нет данных"),
    )
)
# Missing only among numbers: as a class or a word they mean something.
WEAKLY_MISSING = frozenset(
    (
        "-",
        "--",
        "---",
        ".",
        "..",
        "*",
        "none",
        "None",
        "NONE",
        "nil",
        "Nil",
        "NIL",
        "n/d",
        "N/D",
        "n.d.",
        "nd",
        "#NUM!",
        "#NAME?",
        "#N/A N/A",
        "(none)",
        "missing",
        "Missing",
    )
)

LACKING = MISSING | WEAKLY_MISSING

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
COMMA_NUMBER = re.compile(r"[+-]?(\d+,\d*|,\d+)([eE][+-]?\d+)?", re.ASCII)
DATE = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))"
    r"([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?",
    re.ASCII,
)
# Text that float() would lose: long numbers of digits and codes with a leading zero.
CODE = re.compile(r"(?<![\d.,eE+-])(?:0\d|\d{16,}(?![\d.,]))", re.ASCII)
_NUMBER_SIGNS = re.compile(r"[0-9eE+\-.\sna]*", re.ASCII)  # n and a for our own "nan"

Floats = NDArray[np.float64]


def is_missing(cell: str) -> bool:
    """Whether a cell is missing in a column of any kind."""
    return cell in MISSING


def is_number(cell: str, decimal: str = ".") -> bool:
    """Whether a cell is a finite decimal number, as people write it in files (no 1_000, no inf, no hex)."""
    plain = cell if decimal == "." else cell.replace(decimal, ".", 1) if "." not in cell else ""
    return NUMBER.fullmatch(plain) is not None and not math.isinf(float(plain))


def parse_numbers(cells: Sequence[str], decimal: str, fixed: bool = False) -> Floats | None:
    """Return (n,) the cells as float64, NaN where missing; None if any cell is neither.

    ``cells`` are stripped. All cells being missing gives all NaN; cells that are only weakly missing ("-")
    give None, since nothing says that they stand among numbers.
    """
    filled = ["nan" if cell in MISSING else cell for cell in cells]
    numbers = _floats(filled, decimal)
    if numbers is not None:
        return numbers
    weak = ["nan" if cell in WEAKLY_MISSING else cell for cell in filled]
    if weak != filled:
        numbers = _floats(weak, decimal)
        if numbers is not None and not np.isnan(numbers).all():
            return numbers
    plain = without_thousands(weak, decimal)
    numbers = None if plain is None else _floats(plain, decimal)
    return numbers if numbers is not None or fixed else _floats(weak, "," if decimal == "." else ".")


def plain_numbers(cells: Sequence[str], decimal: str, missing: frozenset[str] = frozenset()) -> Floats | None:
    """Return (n,) the cells as float64, NaN where missing or in ``missing``; None if any is no plain number.

    For columns that are known to hold numbers: what is only weakly missing ("-") is missing.
    """
    lacking = LACKING | missing if missing else LACKING
    return _floats(["nan" if cell in lacking else cell for cell in cells], decimal)


def parse_signed(
    cells: Sequence[str], decimal: str, fixed: bool = False, beside: bool = False
) -> tuple[Floats, str] | None:
    """Return (n,) the numbers and the sign that each of them carries ("%", "$"); None if they are no such column.

    ``beside``: there are plain numbers in the column too.
    """
    plain = without_sign(cells, LACKING, beside)
    numbers = None if plain is None else parse_numbers(plain[0], decimal, fixed)
    return None if plain is None or numbers is None else (numbers, plain[1])


def _floats(cells: list[str], decimal: str) -> Floats | None:
    joined = "\n".join(cells)
    if decimal == ",":
        if "." in joined:
            return None
        joined = joined.replace(",", ".")
        cells = joined.split("\n")
    if not _NUMBER_SIGNS.fullmatch(joined):
        return None
    try:
        numbers = np.array(cells, dtype=object).astype(np.float64)
    except ValueError:
        return None
    return None if np.isinf(numbers).any() else numbers


def looks_like_codes(cells: Sequence[str]) -> bool:
    """Whether digits here are codes rather than numbers: equally long with leading zeros, or beyond 2**53."""
    hits = [cell for cell in cells if CODE.match(cell) and cell.isdigit()]
    if not hits:
        return False
    if any(len(hit) >= 16 for hit in hits):
        return True
    lengths = {len(cell) for cell in cells if cell not in MISSING}
    return len(lengths) == 1 and len(hits) >= 2


def recognise_decimal(cells: Sequence[str]) -> tuple[str, bool]:
    """Return the decimal mark that unambiguous cells vote for, and whether any cell voted.

    "1,5" votes for the comma, "1.5" for the dot; "1,234" and "1.234" may be thousands and vote for nothing.
    """
    comma = dot = unsure_comma = 0
    for cell in cells:
        if "," in cell and COMMA_NUMBER.fullmatch(cell):
            if _three_digits_after(cell, ","):
                unsure_comma += 1
            else:
                comma += 1
        elif "." in cell and NUMBER.fullmatch(cell):
            dot += not _three_digits_after(cell, ".")
        elif "," in cell and cell.count(",") == 1 and THOUSANDS[","].fullmatch(cell):
            comma += 1
        elif "." in cell and cell.count(".") == 1 and THOUSANDS["."].fullmatch(cell):
            dot += 1
    if comma > dot:
        return ",", True
    if not dot and not comma and unsure_comma:
        return ",", False
    return ".", dot > 0


def _three_digits_after(cell: str, mark: str) -> bool:
    whole, _, rest = cell.partition(mark)
    return len(rest) == 3 and rest.isdigit() and 1 <= len(whole.lstrip("+-")) <= 3 and whole.lstrip("+-") != "0"
