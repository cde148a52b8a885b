"""What reading a file has to tell, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.delimiters import DELIMITER_NAMES
from fcgui_core.signs import BRACKETS

if TYPE_CHECKING:
    from fcgui_core.dialect import Dialect
    from fcgui_core.gathering import Settled

SHOWN_CHARS = 20
SHOWN_LINES = 5
THOUSANDS_NAMES = {",": "a comma", ".": "a dot", "'": "an apostrophe", "’": "an apostrophe"}  # else a blank


def counted(n: int, thing: str) -> str:
    """Return "1 row", "2 rows"."""
    return f"{n:,} {thing}" if n == 1 else f"{n:,} {thing}s"


def capital(sentence: str) -> str:
    """Return a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def dialect_notes(dialect: Dialect, codec: str) -> list[str]:
    """Return what is not plain about how a file is written."""
    notes = list(dialect.notes)
    if codec != "utf-8":
        notes.append(f"the encoding is {codec}.")
    if dialect.delimiter != ",":
        notes.append(f"the delimiter is {DELIMITER_NAMES.get(dialect.delimiter, dialect.delimiter)}.")
    if dialect.decimal != ".":
        notes.append("the decimal mark is a comma.")
    return notes


def zero_note(n_zeros: int, lines: Sequence[int]) -> list[str]:
    """Return the note on zero bytes in a text."""
    return [f"{counted(n_zeros, 'zero byte')} (line {_first(lines)}) counted as blanks."] if n_zeros else []


def broken_note(n_broken: int, lines: Sequence[int]) -> list[str]:
    """Return the note on letters that are no UTF-8 in a text of UTF-8."""
    what = f"{counted(n_broken, 'broken letter')} (line {_first(lines)}) {'stands' if n_broken == 1 else 'stand'}"
    return [f"{what} as \ufffd; the text is UTF-8 otherwise."] if n_broken else []


def _first(things: Sequence[int | str]) -> str:
    return ", ".join(map(str, things[:SHOWN_LINES])) + (", ..." if len(things) > SHOWN_LINES else "")


def odd_note(name: str, column: Settled, lines: NDArray[Any]) -> list[str]:
    """Return the note on the few cells that are no numbers in a column of numbers, if there are such."""
    if not column.odd:
        return []
    where: dict[str, list[int]] = {}
    for text, row in column.odd:
        where.setdefault(text[:SHOWN_CHARS], []).append(int(lines[row]))
    shown = ", ".join(
        f'"{text}" in {"line" if len(found) == 1 else "lines"} {_first(found)}' for text, found in where.items()
    )
    more = f" and {column.n_odd - len(column.odd):,} more" if column.n_odd > len(column.odd) else ""
    if column.values.dtype.kind == "f":
        missing = "this cell counts" if column.n_odd == 1 else "these cells count"
        return [f"{name} holds numbers but for {shown}{more}; {missing} as missing."]
    return [f"{name} holds numbers but for {shown}{more}; it is taken for text."]


def sign_note(name: str, column: Settled) -> list[str]:
    """Return the note on the sign that each number of a column carried."""
    if not column.sign or np.isnan(column.values).all():
        return []
    if column.sign == BRACKETS:
        return [f"the numbers of {name} in parentheses are negative."]
    return [f"{name} holds numbers with {column.sign}; they are read without it."]


def thousands_notes(names: Sequence[str], columns: Sequence[Settled]) -> list[str]:
    """Return the note on the columns whose numbers have a mark between thousands, one for each mark."""
    found: dict[str, list[str]] = {}
    for name, column in zip(names, columns, strict=True):
        if column.thousands:
            found.setdefault(THOUSANDS_NAMES.get(column.thousands, "a blank"), []).append(name)
    return [f"the mark between thousands is {mark} (in {_first(where)})." for mark, where in found.items()]
