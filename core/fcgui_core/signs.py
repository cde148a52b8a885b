"""Signs that a whole column of numbers carries, and marks between its thousands: 12 %, $1,200, 1'234.5, 5 €."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_MONEY = r"US\$|R\$|[$€£¥₽₹₴₩]|USD|EUR|GBP|CHF|RUB|Rs\.?|руб\.?|р\."
_BEFORE = re.compile(rf"(?P<minus>[-+(]?)(?P<sign>{_MONEY})\s*(?P<rest>[-+]?[\d.,].*)")
_AFTER = re.compile(rf"(?P<rest>[-+(]?[\d.,].*?)\s*(?P<sign>%|‰|{_MONEY})(?P<close>\)?)")

# Other scripts' digits and minus signs, as they are written in ASCII.
_ELSEWHERE = {"\u2212": "-", "\uff0d": "-", "\u066b": "."} | {
    chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)
}
_IN_ASCII = str.maketrans(_ELSEWHERE)

THOUSANDS = {
    ".": re.compile(
        r"[+-]?(?:\d{1,3}([,'’ \u00a0\u202f])\d{3}(?:\1\d{3})*|\d{1,2}(?:(,)\d\d)+,\d{3})(?:\.\d*)?", re.ASCII
    ),  # 1,234,567 and, in India, 12,34,567
    ",": re.compile(r"[+-]?\d{1,3}(?:([.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*)()(?:,\d*)?", re.ASCII),
}
_AMOUNT = {
    mark: re.compile(rf"[+-]?(?:\d+|\d{{1,3}}(?:[{others}]\d{{3}})+)(?:[{mark}]\d*)?", re.ASCII)
    for mark, others in ((".", ",'’ \u00a0\u202f"), (",", ".'’ \u00a0\u202f"))
}
THOUSANDS_MARKS = {".": ",'’ \u00a0\u202f", ",": ".'’ \u00a0\u202f"}
_GROUPED = {mark: re.compile(rf"\d[{others}]\d\d") for mark, others in THOUSANDS_MARKS.items()}

LONGEST = 40  # characters of an amount: longer ones are looked at no further
BRACKETS = "()"  # stands for a sign: negative numbers in parentheses


def without_sign(cells: Sequence[str], missing: frozenset[str], beside: bool = False) -> tuple[list[str], str] | None:
    """Return the cells without the sign that every filled one carries, and the sign; None if they share none.

    Amounts in parentheses are negative, as accountants write them; where nothing else is a sign, others have to
    stand without, in these cells or ``beside`` them.
    """
    found: str | None = None
    plain: list[str] = []
    in_brackets = 0
    for cell in cells:
        if cell in missing:
            plain.append(cell)
            continue
        number, sign = bare(cell)
        if found is not None and sign != found:
            return None
        found = sign
        if not sign and cell[:1] == "(" and cell[-1:] == ")" and cell[1:2] not in "+-":
            number = f"-{cell[1:-1].strip()}"
            in_brackets += 1
        plain.append(number)
    if found:
        return None if beside else (plain, found)
    filled = sum(cell not in missing for cell in cells)
    return (plain, BRACKETS) if in_brackets and (beside or in_brackets < filled) else None


def is_amount(cell: str, decimal: str) -> bool:
    """Whether a cell is a number with a sign, in parentheses, or with marks between its thousands."""
    if len(cell) > LONGEST:
        return False
    number = bare(cell)[0]
    if number[:1] == "(" and number[-1:] == ")":
        number = number[1:-1].strip()
    return (_AMOUNT[decimal].fullmatch(number) is not None and number != cell) or (
        THOUSANDS[decimal].fullmatch(cell) is not None
    )


def in_ascii(cell: str) -> str:
    """Return a number in digits of another script, or with a typographer's minus, as one writes it in ASCII."""
    if cell and (cell[0] in _ELSEWHERE or cell[-1] in _ELSEWHERE):
        return cell.translate(_IN_ASCII)
    return cell


def bare(cell: str) -> tuple[str, str]:
    """Return a number without its sign, and the sign; empty where there is none."""
    if len(cell) > LONGEST or (cell[:1].isdecimal() and cell[-1:].isdecimal()):
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
            mark = match[1] or match[2]
            found.add(mark)
            cell = cell.replace(mark, "")
        plain.append(cell)
    return plain if len(found) == 1 else None


def thousands_mark(cells: Sequence[str], numbers: NDArray[np.float64], decimal: str) -> str:
    """Return the mark between thousands in the cells that were read as ``numbers`` (n,); "" if there is none.

    The first cell with such a mark tells, since one column has one; what it was read as, whether that was one.
    """
    joined = "\n".join(cells)
    place = _GROUPED[decimal].search(joined)
    if place is None:
        return ""
    at = joined.count("\n", 0, place.start())
    number = in_ascii(bare(in_ascii(cells[at].strip("()")))[0]).strip("()")
    found = THOUSANDS[decimal].fullmatch(number)
    if found is None:
        return ""
    mark = found[1] or found[2]
    means = float(number.replace(mark, "").replace(decimal, "."))
    return str(mark) if abs(means) == abs(numbers[at]) else ""
