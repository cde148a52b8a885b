"""How a table is written down: delimiter, quotes, decimal mark, header, lines above the table.

Recognised on the first few hundred lines. For each delimiter the lines are cut into cells; the right one
gives rows of equal width whose cells are numbers, dates or plain words. Only unambiguous cells vote on the
decimal mark.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fcgui_core.cells import COMMA_NUMBER, DATE, is_missing, is_number, recognise_decimal
from fcgui_core.errors import TableError

DELIMITERS = (",", ";", "\t", "|", " ")
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "spaces"}
QUOTE = '"'
MAX_QUOTED_LINES = 100  # a cell longer than this is a quotation mark that somebody forgot to close

_WORD = re.compile(r"[^\W\d_][\w.()/%#&'-]*( [\w.()/%#&'-]+)*")


class Row(NamedTuple):
    """One row of the file: its (first) line, 1-based, and its stripped cells."""

    line: int
    cells: list[str]
    quotes: str = ""  # "odd": they made no sense and were taken as they stand; "open": one was never closed


@dataclass(frozen=True)
class Dialect:
    """What was recognised: the rows below the first ``body`` lines are ``width`` cells wide.

    ``names`` are the header's cells as written (empty without a header). ``quote`` is "" where none is used;
    ``escape`` is a backslash where one stands before a quotation mark inside a cell, else "" (it is doubled).
    A line that begins with ``comment`` is no row. ``thousands`` is the mark between groups of three digits.
    ``trailing``: every row ends with a delimiter, which opens no further cell.
    """

    delimiter: str
    decimal: str
    header: bool
    width: int
    body: int = 0
    names: tuple[str, ...] = ()
    quote: str = QUOTE
    escape: str = ""
    comment: str = ""
    thousands: str = ""
    trailing: bool = False
    notes: tuple[str, ...] = ()

    def split(self, lines: Sequence[str], first_line: int = 1, final: bool = True) -> tuple[list[Row], int]:
        """Cut lines into rows of this dialect, see `split_rows`."""
        return split_rows(lines, self.delimiter, first_line, final)


def split_line(line: str, delimiter: str) -> list[str] | None:
    """Cut one logical line into stripped cells; None while a quoted cell is open. Raises `csv.Error`."""
    if delimiter == " ":
        line = line.strip()
    if QUOTE not in line:
        return _split_plain(line, delimiter)
    try:
        cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return None
        raise
    return [cell.strip() for cell in cells]


def _split_or_mark(line: str, delimiter: str) -> tuple[list[str], str]:
    try:
        cells = split_line(line, delimiter)
    except csv.Error:
        return [], "odd"
    return ([], "open") if cells is None else (cells, "")


def _split_plain(line: str, delimiter: str) -> list[str]:
    cells = line.split() if delimiter == " " else line.rstrip("\n").split(delimiter)
    return [cell.strip() for cell in cells] or [""]


def split_rows(lines: Sequence[str], delimiter: str, first_line: int = 1, final: bool = True) -> tuple[list[Row], int]:
    """Cut lines into rows, joining the lines of a quoted cell; blank lines are left out.

    A line whose quotation marks make no sense is cut as if it had none, and marked. Returns the rows and how
    many lines they took: all, unless ``final`` is false (more lines will come) and the last row is
    unfinished.
    """
    rows: list[Row] = []
    at, n = 0, len(lines)
    while at < n:
        start, line = at, lines[at]
        at += 1
        if not line or line.isspace():
            continue
        cells, quotes = _split_or_mark(line, delimiter)
        while quotes == "open" and at < n and at - start < MAX_QUOTED_LINES:
            line += lines[at]
            at += 1
            cells, quotes = _split_or_mark(line, delimiter)
        if quotes == "open" and at == n and not final and at - start < MAX_QUOTED_LINES:
            return rows, start
        if quotes:
            cells, quotes = (
                _split_plain(lines[start], delimiter),
                "odd" if at == start + 1 and quotes == "odd" else "open",
            )
            at = start + 1
        rows.append(Row(first_line + start, cells, quotes))
    return rows, n


def recognise(
    lines: Sequence[str],
    delimiter: str | None = None,
    decimal: str | None = None,
    header: bool | None = None,
    thousands: str | None = None,
    skip_lines: int | None = None,
) -> Dialect:
    """Recognise the dialect of the lines that a file begins with; what is given is taken as it is.

    Raises `TableError` (without a path) when there is no row at all.
    """
    notes: list[str] = []
    skip = _comment_lines(lines) if skip_lines is None else min(skip_lines, len(lines))
    if lines and (declared := re.fullmatch(r'"?sep=(.)"?\s*', lines[0], re.IGNORECASE)):
        delimiter, skip = delimiter or declared.group(1), max(skip, 1)
    body = lines[skip:]
    delimiter = delimiter or max(DELIMITERS, key=lambda mark: _fitness(body, mark))
    rows, _ = split_rows(body, delimiter, skip + 1)
    if not rows:
        raise TableError("the file holds no rows.")
    width, trailing = _usual_width(rows)
    if trailing:
        notes.append("every line ends with a delimiter; the empty last column is left out.")
    skip, rows = _below_title(rows, width, skip)
    if skip:
        notes.append(f"{skip} {'line' if skip == 1 else 'lines'} above the table left out.")
    if decimal is None:
        decimal, voted = recognise_decimal([cell for _, cells, _ in rows for cell in cells])
        if delimiter == "," and not voted:
            decimal = "."
    if header is None:
        header = has_header(rows, decimal)
    body, names = _take_header(rows, width, notes) if header else (skip, [])
    return Dialect(
        delimiter,
        decimal,
        header,
        width,
        body,
        tuple(names),
        thousands=thousands or "",
        trailing=trailing,
        notes=tuple(notes),
    )


def _take_header(rows: Sequence[Row], width: int, notes: list[str]) -> tuple[int, list[str]]:
    """Return how many lines end with the header, and its cells. Raises `TableError` for another width."""
    line, names, _ = rows[0]
    if len(names) == width + 1 and not names[-1]:
        names = names[:-1]
    if len(names) == width - 1 and len(rows) > 1 and names[-1]:
        notes.append(f"line {line} is one name short: the first column is taken for the rows' names.")
        names = ["row", *names]
    if len(names) != width:
        cells = "cell" if len(names) == 1 else "cells"
        raise TableError(f"{len(names)} {cells} where the other rows have {width}.", None, line)
    return rows[1].line - 1 if len(rows) > 1 else line, names


def _comment_lines(lines: Sequence[str]) -> int:
    """How many lines at the top are comments (# or %) or blank."""
    count = 0
    for line in lines:
        if line.strip() and not line.lstrip().startswith(("#", "%")):
            break
        count += 1
    return 0 if count == len(lines) else count


def _usual_width(rows: list[Row]) -> tuple[int, bool]:
    """Return the width of most rows, and whether a trailing delimiter adds an empty cell to them all.

    Such cells are cut off from ``rows`` in place.
    """
    widths = Counter(len(cells) for _, cells, _ in rows[1:] or rows)
    width = max(widths, key=lambda width: (widths[width], width))
    usual = [row.cells for row in rows if len(row.cells) == width]
    if width < 2 or any(cells[-1] for cells in usual) or (len(rows[0].cells) == width and rows[0].cells[-1]):
        return width, False
    for cells in usual:
        cells.pop()
    return width - 1, True


def _below_title(rows: list[Row], width: int, skip: int) -> tuple[int, list[Row]]:
    """Leave out title lines: narrower than the table, with one filled cell at most."""
    at = 0
    while at < len(rows) - 1 and len(rows[at].cells) < max(width, 2) - 1 and sum(map(bool, rows[at].cells)) <= 1:
        at += 1
    if at == 0 and width > 2 and sum(map(bool, rows[0].cells)) == 1 and len(rows) > 2 and all(rows[1].cells):
        at = 1  # a title that a spreadsheet padded with delimiters
    return (rows[at].line - 1 if at else skip), rows[at:]


def _fitness(lines: Sequence[str], delimiter: str) -> float:
    """How well the lines fall into a table with this delimiter, 0 to about 1."""
    rows = [row.cells for row in split_rows(lines[:400], delimiter)[0]]
    if not rows:
        return 0.0
    widths = Counter(map(len, rows))
    width = max(widths, key=lambda w: (widths[w] * (w > 1), w))
    if width == 1:
        return 0.05 if delimiter == "," else 0.0
    same = [cells for cells in rows if len(cells) == width]
    others = tuple(mark for mark in DELIMITERS if mark not in (delimiter, " "))
    cells = [cell for row in same[:200] for cell in row]
    typed = sum(_typedness(cell, others, delimiter) for cell in cells) / len(cells)
    steady = len(same) / len(rows)
    if delimiter == " ":
        steady = steady**3 * 0.9  # words contain spaces: only a table that fits throughout is cut there
    return float(steady**1.5 * typed * (1 + 0.1 * min(1.0, (width - 1) / 8)))


def _typedness(cell: str, others: Sequence[str], delimiter: str) -> float:
    if is_number(cell) or (delimiter != "," and COMMA_NUMBER.fullmatch(cell)):
        return 1.0
    if not cell:
        return 0.5
    if is_missing(cell) or DATE.fullmatch(cell):
        return 1.0
    if any(mark in cell for mark in others):
        return 0.1
    return 0.7 if _WORD.fullmatch(cell) else 0.4


def has_header(rows: Sequence[Row], decimal: str) -> bool:
    """Whether the first row holds names: texts above numbers, or texts that do not come again below."""
    first, below = rows[0].cells, [cells for _, cells, _ in rows[1:200]]
    if not below:
        return not any(is_number(cell, decimal) for cell in first)
    offset = max(0, len(below[0]) - len(first))  # R leaves out the name of the first column
    if any(is_number(cell, decimal) for cell in first):
        return _years_above(first, below, decimal)
    votes, text_columns = 0, 0
    for at, name in enumerate(first):
        column = [cells[at + offset] for cells in below if at + offset < len(cells)]
        filled = [cell for cell in column if not is_missing(cell)]
        numbers = sum(is_number(cell, decimal) for cell in filled)
        if filled and numbers >= 0.8 * len(filled):
            votes += 0 if is_missing(name) else 1
        elif name and name in filled:
            text_columns -= 1
        else:
            text_columns += 1
    return votes > 0 or (text_columns > 0 and len(set(first)) == len(first))


def _years_above(first: Sequence[str], below: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether a first row like "country;2019;2020" is a header: years that rise, above other numbers."""
    years = [cell for cell in first if re.fullmatch(r"(19|20)\d\d", cell)]
    texts = [cell for cell in first if cell and not is_number(cell, decimal)]
    if len(years) < 2 or len(years) + len(texts) < len(first) or years != sorted(set(years)) or not texts:
        return False
    numbers = [cell for cells in below for cell in cells if is_number(cell, decimal)]
    return sum(bool(re.fullmatch(r"(19|20)\d\d", cell)) for cell in numbers) < 0.5 * max(1, len(numbers))
