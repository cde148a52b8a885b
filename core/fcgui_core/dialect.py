"""How a table is written down: delimiter, quotes, decimal mark, header, lines above the table.

Recognised on the first few hundred lines, subject by subject: what stands around the table (`titles`), how cells
are kept apart (`delimiters`, `quoting`), which rows hold the names (`header`). Each thing that is not plain
leaves a note for the user.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fcgui_core.arff import recognise_arff
from fcgui_core.cells import recognise_decimal
from fcgui_core.delimiters import DELIMITER_NAMES, recognise_style
from fcgui_core.errors import TableError
from fcgui_core.header import has_header, header_rows, join_names
from fcgui_core.quoting import DOUBLE, Row, Style, split_rows
from fcgui_core.signs import bare
from fcgui_core.titles import comment_lines, declared_delimiter, names_in_comment, title_rows

__all__ = ["DELIMITER_NAMES", "Dialect", "Row", "recognise"]

ESCAPED = "a backslash stands before quotation marks inside a cell."
SAMPLE_LINES, SAMPLE_CHARS, SAMPLE_CELLS = 500, 60_000, 20_000


@dataclass(frozen=True)
class Dialect:
    """What was recognised: the rows below the first ``body`` lines are ``width`` cells wide.

    ``names`` are the header's cells as written (empty without a header), in line ``header_line``. ``delimiter``
    is " " for runs of blanks, "  " for two blanks or more, else the text between two cells. ``quote`` is the
    quotation mark; ``escape`` is a backslash where one stands before a quotation mark inside a cell, else ""
    (it is doubled). A line that begins with ``comment`` is no row. ``thousands`` is the mark between groups of
    three digits. ``trailing``: every row ends with a delimiter, which opens no further cell.
    """

    delimiter: str
    decimal: str
    header: bool
    width: int
    body: int = 0
    names: tuple[str, ...] = ()
    header_line: int = 1
    quote: str = DOUBLE
    escape: str = ""
    comment: str = ""
    thousands: str = ""
    trailing: bool = False
    notes: tuple[str, ...] = ()

    @property
    def style(self) -> Style:
        """How the cells of a line are kept apart."""
        return Style(self.delimiter, self.quote, self.escape, self.comment)

    def split(self, lines: Sequence[str], first_line: int = 1, final: bool = True) -> tuple[list[Row], int]:
        """Cut lines into rows of this dialect, see `split_rows`."""
        return split_rows(lines, self.style, first_line, final)


class _Header(NamedTuple):
    """The names, the line they stand in, how many rows they take, and what was odd about them."""

    names: list[str]
    line: int
    rows: int
    notes: list[str]


def recognise(
    lines: Sequence[str],
    delimiter: str | None = None,
    decimal: str | None = None,
    header: bool | None = None,
    thousands: str | None = None,
    skip_lines: int | None = None,
) -> Dialect:
    """Recognise the dialect of the lines that a file begins with; what is given is taken as it is.

    Raises `TableError` (without a path) when there is no row at all, or for a sparse .arff file.
    """
    lines = _sample(lines)
    found = recognise_arff(lines)
    if found is not None and skip_lines is None:
        return Dialect(**found)
    skip, comment, declared = _above(lines, skip_lines)
    style = recognise_style(lines[skip:], delimiter or declared, comment)
    rows, _ = split_rows(lines[skip:], style, skip + 1)
    if not rows:
        raise TableError("the file holds no rows.")
    width = _usual_width(rows)
    if decimal is None:
        decimal = _decimal(rows, style)
    titles = title_rows(rows, width, decimal) if skip_lines is None else 0
    rows, start = rows[titles:], (rows[titles].line - 1 if titles else skip)
    above, header = _names(lines[:start], rows, width, decimal, header, style)
    trailing = header and _is_trailing(rows[above.rows :], above.names, width)
    names, notes = _fitted(above, rows, width - trailing) if header else ([], [])
    body = rows[above.rows].line - 1 if len(rows) > above.rows else len(lines)
    return Dialect(
        style.delimiter,
        decimal,
        header,
        width - trailing,
        body,
        tuple(names),
        above.line,
        style.quote,
        style.escape,
        style.comment,
        thousands or "",
        trailing,
        (*_notes(style, start, skip_lines), *_trailing_note(trailing, above, width), *above.notes, *notes),
    )


def _sample(lines: Sequence[str]) -> list[str]:
    """The first lines, few enough to be looked at in no time; whole lines, and at least the first three."""
    sample: list[str] = []
    room = SAMPLE_CHARS
    for line in lines[:SAMPLE_LINES]:
        sample.append(line)
        room -= len(line)
        if room < 0 and len(sample) > 2:
            break
    return sample


def _above(lines: Sequence[str], skip_lines: int | None) -> tuple[int, str, str | None]:
    """Return how many lines are comments or "sep=" or left out, the comments' mark, and the declared delimiter."""
    declared = declared_delimiter(lines)
    if skip_lines is not None:
        return min(skip_lines, len(lines)), "", declared
    first = 1 if declared else 0
    count, comment = comment_lines(lines[first:])
    return first + count, comment, declared


def _usual_width(rows: Sequence[Row]) -> int:
    """The width of most rows; a table of one column only when nothing is wider."""
    widths = Counter(len(row.cells) for row in (rows[1:] or rows) if any(row.cells))
    if not widths:
        return len(rows[0].cells)
    return max(widths, key=lambda width: (widths[width] * (1.0 if width > 1 else 0.2), width))


def _decimal(rows: Sequence[Row], style: Style) -> str:
    cells = [bare(cell)[0] for row in rows for cell in row.cells if cell][:SAMPLE_CELLS]
    decimal, voted = recognise_decimal(cells)
    return "." if style.delimiter == "," and not voted else decimal


def _names(
    above: Sequence[str], rows: Sequence[Row], width: int, decimal: str, header: bool | None, style: Style
) -> tuple[_Header, bool]:
    """Return what the header says, and whether there is one; it may be the comment right above the rows."""
    if header is None:
        header = has_header(rows, decimal)
        if not header and style.comment and above:
            said = above[-1].removeprefix(style.comment)
            cells = split_rows([said], style._replace(comment=""))[0]
            if cells and names_in_comment(above[-1], style.comment, width, cells[0].cells):
                note = f"the names are taken from the comment in line {len(above)}."
                return _Header(cells[0].cells, len(above), 0, [note]), True
    if not header:
        return _Header([], rows[0].line, 0, []), False
    count = header_rows(rows, decimal)
    names, notes = join_names(rows[:count])
    if rows[0].is_odd:
        notes.append(f"the quotation marks in line {rows[0].line} are odd; they were kept as they stand.")
    return _Header(names, rows[0].line, count, notes), True


def _is_trailing(rows: Sequence[Row], names: Sequence[str], width: int) -> bool:
    """Whether every row ends with a delimiter, below names that know of no such cell."""
    if width < 2 or not rows or len(names) not in (width - 1, width) or (len(names) == width and names[-1]):
        return False
    return not any(row.cells[-1] for row in rows if len(row.cells) == width)


def _fitted(above: _Header, rows: Sequence[Row], width: int) -> tuple[list[str], list[str]]:
    """Return the names, one a column where that can be, and a note where they were fitted.

    Empty names at the end are left out. A name too few means that the first column holds the rows' names, as R
    writes them.
    """
    names = list(above.names)
    while len(names) > width and not names[-1]:
        names.pop()
    below = [row.cells for row in rows[above.rows :] if len(row.cells) == width]
    if len(names) == width - 1 and below and names[-1]:
        note = f"line {above.line} is one name short: the first column is taken for the rows' names."
        return ["row", *names], [note]
    if 0 < len(names) < width and below and not any(any(cells[len(names) :]) for cells in below):
        note = f"line {above.line} names {len(names)} columns of {width}; the others are empty."
        return names + [""] * (width - len(names)), [note]
    return names, []


def _trailing_note(trailing: bool, above: _Header, width: int) -> list[str]:
    if not trailing:
        return []
    note = "every line ends with a delimiter; the empty last column is left out."
    if len(above.names) == width:
        return [note]
    note = note.replace("line", f"line but line {above.line}, the names,", 1)
    return [f"{note} If a name is missing there, add it."]


def _notes(style: Style, start: int, skip_lines: int | None) -> list[str]:
    notes = []
    if start and skip_lines is None:
        where = "line 1" if start == 1 else f"lines 1 to {start}"
        notes.append(f"{start} {'line' if start == 1 else 'lines'} above the table left out ({where}).")
    if style.comment:
        notes.append(f'lines that begin with "{style.comment.strip()}" are comments and left out.')
    if style.quote != DOUBLE:
        notes.append("cells stand in single quotation marks.")
    if style.escape:
        notes.append(ESCAPED)
    return notes
