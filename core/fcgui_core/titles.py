"""What stands around a table in its file: comments, a declared delimiter, titles above, remarks below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fcgui_core.header import stands_above_numbers
from fcgui_core.quoting import Row

COMMENTS = ("#", "%", "//", "-- ", "; ")
MAX_TITLE_ROWS = 60
_DECLARED = re.compile(r'"?sep=(.)"?[;,\t]*\s*', re.IGNORECASE)


def declared_delimiter(lines: Sequence[str]) -> str | None:
    """Return the delimiter that a first line like "sep=;" declares, as Excel writes it."""
    declared = _DECLARED.fullmatch(lines[0]) if lines else None
    return declared.group(1) if declared else None


def comment_lines(lines: Sequence[str]) -> tuple[int, str]:
    """Return how many lines at the top are comments or blank, and the mark of the comments ("" without one)."""
    count, mark = 0, ""
    for line in lines:
        found = next((sign for sign in COMMENTS if line.startswith(sign)), "")
        if line.strip() and (not found or (mark and found != mark)):
            break
        count, mark = count + 1, mark or found
    return (0, "") if count == len(lines) else (count, mark)


def names_in_comment(line: str, mark: str, width: int, split: Sequence[str]) -> bool:
    """Whether the comment right above the numbers holds their names, as in "# x y class"."""
    names = [name for name in split if name]
    return width > 1 and len(names) == width and line.startswith(mark) and len(set(names)) == width


def title_rows(rows: Sequence[Row], width: int, decimal: str) -> int:
    """Return how many rows at the top are no part of the table: titles, remarks, empty rows.

    Such a row has one filled cell and is narrower than the table or padded with delimiters. Fuller ones
    ("Station,Berlin") are taken for remarks only when clear names above columns of numbers follow them. A first
    row that counts rows and columns ("150,4,setosa,versicolor,virginica") is no part of the table either.
    """
    if _counts_the_table(rows, width):
        return 1
    thin = 0
    while thin < min(MAX_TITLE_ROWS, len(rows) - 1) and _is_thin(rows[thin], width):
        thin += 1
    if not thin:
        return 0
    if len(rows) - thin > 2 and len(rows[thin].cells) == width and stands_above_numbers(rows[thin:], decimal):
        below = rows[thin].cells
        groups = len(rows[thin - 1].cells) == width and _filled(rows[thin - 1]) > 1 and len(set(below)) < width
        return thin - groups
    titles = 0
    while titles < thin and _is_title(rows[titles], rows[titles + 1], width):
        titles += 1
    while titles and titles < thin and not any(rows[titles].cells):
        titles += 1
    return titles


def _counts_the_table(rows: Sequence[Row], width: int) -> bool:
    """Whether the first row says how many rows and inputs follow, and then what the classes are called."""
    cells, below = rows[0].cells, len(rows) - 1
    if len(cells) < 4 or below < 3 or not (cells[0].isdecimal() and cells[1].isdecimal()):
        return False
    names = cells[2:]
    return below <= int(cells[0][:9]) and int(cells[1][:9]) == width - 1 and all(name[:1].isalpha() for name in names)


def _is_thin(row: Row, width: int) -> bool:
    return len(row.cells) != width or (width > 2 and _filled(row) <= width // 2)


def _is_title(row: Row, below: Row, width: int) -> bool:
    if _filled(row) > 1:
        return False
    if len(row.cells) < max(width, 2) - 1 or (width == 2 and len(row.cells) == 1 and " " in row.cells[0]):
        return True
    return len(row.cells) == width > 2 and (_filled(below) >= 0.7 * width or not any(below.cells))


def _filled(row: Row) -> int:
    return sum(map(bool, row.cells))


def is_remark(row: Row, width: int) -> bool:
    """Whether a row below the table is a remark such as "Source: ...": one filled cell, the first."""
    said = row.cells[0]
    return width > 2 and bool(said) and _filled(row) == 1 and not any(mark in said for mark in ";\t|")
