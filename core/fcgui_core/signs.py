"""Signs that a whole column of numbers carries, and marks between its thousands: 12 %, $1,200, 1'234.5, 5 €."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONEY = r"US\$|R\$|[$€£¥₽₹₴₩]|USD|EUR|GBP|CHF|RUB|Rs\.?|руб\.?|р\."
_BEFORE = re.compile(rf"(?P<minus>[-+(]?)(?P<sign>{_MONEY})\s*(?P<rest>[-+]?[\d.,].*)")
_AFTER = re.compile(rf"(?P<rest>[-+(]?[\d.,].*?)\s*(?P<sign>%|‰|{_MONEY})(?P<close>\)?)")

THOUSANDS = {
    ".": re.compile(r"[+-]?\d{1,3}(?:([,'’ \u00a0\u202f])\d{3}(?:\1\d{3})*)(?:\.\d*)?", re.ASCII),
    ",": re.compile(r"[+-]?\d{1,3}(?:([.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*)(?:,\d*)?", re.ASCII),
}
THOUSANDS_MARKS = {".": ",'’ \u00a0\u202f", ",": ".'’ \u00a0\u202f"}


def without_sign(cells: Sequence[str], missing: frozenset[str]) -> tuple[list[str], str] | None:
    """Return the cells without the sign that every filled one carries, and the sign; None if they share none.

    Amounts in parentheses are negative, as accountants write them.
    """
    found: str | None = None
    plain: list[str] = []
    for cell in cells:
        if cell in missing:
            plain.append(cell)
            continue
        number, sign = bare(cell)
        if not sign or (found is not None and sign != found):
            return None
        found = sign
        plain.append(number)
    return None if found is None else (plain, found)


def bare(cell: str) -> tuple[str, str]:
    """Return a number without its sign, and the sign; empty where there is none."""
    if len(cell) > 40 or (cell[:1].isdecimal() and cell[-1:].isdecimal()):
        return cell, ""
    match = _BEFORE.fullmatch(cell)
    if match:
        rest, minus = match["rest"], match["minus"]
        if minus == "(":
            return (f"-{rest[:-1].rstrip()}" if rest.endswith(")") else cell), match["sign"]
        return minus + rest, match["sign"]
    match = _AFTER.fullmatch(cell)
    if not match:
        return cell, ""
    rest = match["rest"]
    if rest.startswith("("):
        return (f"-{rest[1:]}" if match["close"] else cell), match["sign"]
    return (cell if match["close"] else rest), match["sign"]


def without_thousands(cells: Sequence[str], decimal: str) -> list[str] | None:
    """Return the cells without the marks between thousands; None if they stand in wrong places, or if there are none.

    One column has one mark.
    """
    pattern, marks = THOUSANDS[decimal], THOUSANDS_MARKS[decimal]
    found: set[str] = set()
    plain = []
    for cell in cells:
        if any(mark in cell for mark in marks):
            match = pattern.fullmatch(cell)
            if not match:
                return None
            found.add(match.group(1))
            cell = cell.replace(match.group(1), "")
        plain.append(cell)
    return plain if len(found) == 1 else None
