"""Cut lines into rows of cells: delimiters of one or several characters, quotation marks, escapes, comments.

The csv module does the cutting in its strict mode; what it refuses is cut as if it had no quotation marks and
is marked, so that no row is ever swallowed in silence. The time is linear in the text, whatever is in it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple

BLANKS = " "  # as a delimiter: a run of blanks and tabs
WIDE_BLANKS = "  "  # as a delimiter: two blanks or more, so that a cell may hold single ones
DOUBLE, SINGLE = '"', "'"
BACKSLASH = "\\"
ENDS_FILE = "\x1a"  # Ctrl-Z, which old programs put at the end of a text
MAX_QUOTED_LINES = 500  # a cell longer than this is a quotation mark that somebody forgot to close
LONG_CELL = 100  # lines: so is a cell longer than this, if most of its lines are as wide as a row
MAX_OPEN_ROWS = 20  # after so many marks that are never closed the rest is not tried any more
PIECE_LINES = 64  # so many lines without a mark among them are cut at once
_STAND_IN = "\ue000"  # stands for a delimiter of several characters, which the csv module does not know
_ESCAPED = re.compile(r"\\(['\"\\])")
_WIDE = re.compile(r"[ \t]{2,}|\t")
_MIXED = re.compile(r"[ \t]+")
_ANY_BLANK = re.compile(r"\s")

csv.field_size_limit(max(csv.field_size_limit(), 1 << 24))  # a text of 200,000 characters is still a cell


class OddQuotes(Exception):
    """Quotation marks that make no sense: see `Row.quotes`; ``unfinished``: more lines might close the cell."""

    def __init__(self, quotes: str, unfinished: bool) -> None:
        super().__init__(quotes)
        self.quotes, self.unfinished = quotes, unfinished


class Row(NamedTuple):
    """One row of the file: its (first) line, 1-based, and its stripped cells."""

    line: int
    cells: list[str]
    # "odd": they made no sense and were taken as they stand; "open": one was never closed; "escaped": in this row
    # backslashes stand before them, unlike in the rows that the dialect was recognised on
    quotes: str = ""

    @property
    def is_odd(self) -> bool:
        """Whether the quotation marks made no sense."""
        return self.quotes in ("odd", "open")


class Style(NamedTuple):
    """How cells are kept apart: see `Dialect`, whose fields these are."""

    delimiter: str = ","
    quote: str = DOUBLE
    escape: str = ""
    comment: str = ""

    def plain(self, line: str) -> list[str]:
        """Cut a line as if it had no quotation marks."""
        if self.delimiter == BLANKS:
            cells = line.split()
        elif self.delimiter == WIDE_BLANKS:
            cells = _WIDE.split(line.strip())
        else:
            line = line.rstrip("\r\n")
            cells = line.split(self.delimiter)
            if _ANY_BLANK.search(line) is None:
                return cells  # most lines of numbers
        return [cell.strip() for cell in cells] or [""]

    def _doubled(self, escaped: re.Match[str]) -> str:
        sign = escaped.group(1)
        return self.quote * 2 if sign == self.quote else "\\" if sign == "\\" else escaped.group()

    @property
    def mark(self) -> str:
        """One character for the delimiter: itself, or a stand-in that `marked` puts in its place."""
        return self.delimiter if len(self.delimiter) == 1 and self.delimiter != BLANKS else _STAND_IN

    def marked(self, line: str) -> str:
        """The line as the csv module takes it: one character for a delimiter, quotation marks doubled inside."""
        if self.escape:
            line = _ESCAPED.sub(self._doubled, line)
        if self.delimiter == BLANKS:
            return _MIXED.sub(_STAND_IN, line.strip()) + "\n"
        if self.delimiter == WIDE_BLANKS:
            return _WIDE.sub(_STAND_IN, line.strip()) + "\n"
        return line.replace(self.delimiter, _STAND_IN) if len(self.delimiter) > 1 else line


@lru_cache(maxsize=64)
def _csv_settings(style: Style) -> dict[str, Any]:
    return {
        "delimiter": style.mark,
        "quotechar": style.quote or DOUBLE,
        "skipinitialspace": style.delimiter != "\t",
        "strict": True,
    }


@lru_cache(maxsize=64)
def _after_quote(style: Style) -> re.Pattern[str]:
    """Blanks between a closing quotation mark and the delimiter, which the csv module refuses."""
    return re.compile(rf"({re.escape(style.quote)})[ \t]+{re.escape(style.mark)}")


@lru_cache(maxsize=64)
def _stray_quote(style: Style) -> re.Pattern[str]:
    edge = rf"{style.quote}\s{re.escape(style.mark)}"
    return re.compile(rf"[^{edge}]{style.quote}[^{edge}]")


class _Cutter:
    """Cuts rows that hold quotation marks; one csv reader goes on from row to row as long as nothing is odd."""

    def __init__(self, lines: Sequence[str], style: Style) -> None:
        self.lines, self.style = lines, style
        self.at = self._first = 0
        self._reader: Iterator[list[str]] | None = None
        self._as_it_is = style.mark == style.delimiter and not style.escape
        self._stray = _stray_quote(style).search if style.quote == DOUBLE else None

    def row(self, first: int) -> tuple[list[str], bool]:
        """Cut the row that begins at line ``first``; ``at`` is then the line behind it. Raises `OddQuotes`.

        Returns its cells, and whether a quotation mark stands inside one, as in a"b: a delimiter may be lost there.
        """
        self.at = self._first = first
        try:
            cells = self._next()
        except OddQuotes:
            tidied = self._tidied(first)
            if tidied is None:
                raise
            cells = tidied
        if self.style.mark != self.style.delimiter:
            written = self.style.delimiter.strip() or " "
            cells = [cell.replace(_STAND_IN, written) for cell in cells]
        return [cell.strip() for cell in cells], self._is_stray(first)

    def _next(self) -> list[str]:
        if self._reader is None:
            self._reader = csv.reader(self._feed(), **_csv_settings(self.style))
        try:
            return next(self._reader)
        except csv.Error as error:
            self._reader = None
            unfinished = "unexpected end of data" in str(error)
            raise OddQuotes("open" if unfinished or self.at > self._first + 1 else "odd", unfinished) from None

    def _feed(self) -> Iterator[str]:
        while self.at < len(self.lines) and self.at < self._first + MAX_QUOTED_LINES:
            line = self.lines[self.at]
            self.at += 1
            yield line if self._as_it_is else self.style.marked(line)

    def _tidied(self, first: int) -> list[str] | None:
        """Cut one line without the blanks between closing quotation marks and delimiters; None if that is no help."""
        line = self.style.marked(self.lines[first])
        tidy = _after_quote(self.style).sub(rf"\1{self.style.mark}", line)
        if tidy != line:
            with suppress(csv.Error):
                cells = next(csv.reader([tidy], **_csv_settings(self.style)))
                self.at = first + 1
                return cells
        return None

    def _is_stray(self, first: int) -> bool:
        if self._stray is None:
            return False
        text = self.lines[first] if self.at == first + 1 else "".join(self.lines[first : self.at])
        return self._stray(text if self._as_it_is else self.style.marked(text)) is not None


def _with_escapes(line: str, style: Style) -> list[str] | None:
    """Cut one line with backslashes before the quotation marks in its cells; None if that makes no sense either."""
    if style.escape or not style.quote or BACKSLASH + style.quote not in line:
        return None
    with suppress(OddQuotes):
        cells, stray = _Cutter([line], style._replace(escape=BACKSLASH)).row(0)
        return None if stray else cells
    return None


def _hides_rows(lines: Sequence[str], style: Style, width: int) -> bool:
    """Whether most of the lines in a cell are rows of the table."""
    return sum(len(style.plain(line)) == width for line in lines) > 0.5 * len(lines)


def _are_whole_rows(lines: Sequence[str], start: int, end: int, style: Style, above: Sequence[Row]) -> bool:
    """Whether each of some lines with tabs is a row as wide as that above, or below, where none is above.

    Between tabs a quotation mark is a letter more often than it holds a line end.
    """
    if style.delimiter != "\t":
        return False
    widths = {len(row.cells) for row in above[-1:]}
    widths |= {len(style.plain(line)) for line in lines[start : end if above else end + 1]}
    return len(widths) == 1 and widths.pop() > 1


@lru_cache(maxsize=64)
def _blank(style: Style) -> re.Pattern[str]:
    return re.compile(rf"[^\S\n{re.escape(style.delimiter)}]")


def may_have_blanks(text: str, style: Style) -> bool:
    """Whether cells cut from these lines may have blanks to be stripped off."""
    return _blank(style).search(text) is not None


def is_cut_by_one_sign(style: Style) -> bool:
    """Whether it is a single sign that stands between two cells."""
    return len(style.delimiter) == 1 and style.delimiter != BLANKS


def is_unmarked(text: str, style: Style) -> bool:
    """Whether no quotation mark, comment or end of file is among some lines, so that each is a row by itself."""
    marks = (style.quote or DOUBLE, ENDS_FILE, style.comment)
    return not any(mark and mark in text for mark in marks)


def _unmarked_rows(lines: Sequence[str], style: Style, first_line: int) -> list[Row] | None:
    """Cut a few lines at once if none is marked, else None.

    It gives what `split_rows` makes of them line by line, in less than half the time.
    """
    text, delimiter = "".join(lines), style.delimiter
    if not is_unmarked(text, style):
        return None
    numbered = [(at, line) for at, line in enumerate(lines, first_line) if line.strip()]
    new = tuple.__new__  # a named tuple's own takes twice as long
    if not is_cut_by_one_sign(style):
        return [new(Row, (at, style.plain(line), "")) for at, line in numbered]
    if may_have_blanks(text, style):
        return [new(Row, (at, [cell.strip() for cell in line.split(delimiter)], "")) for at, line in numbered]
    return [new(Row, (at, line.rstrip("\r\n").split(delimiter), "")) for at, line in numbered]


def split_rows(lines: Sequence[str], style: Style, first_line: int = 1, final: bool = True) -> tuple[list[Row], int]:
    """Cut lines into rows, joining the lines of a quoted cell; blank lines and comments are left out.

    A line whose quotation marks make no sense is cut as if it had none, and marked. Returns the rows and how
    many lines they took: all, unless ``final`` is false (more lines will come) and the last row is
    unfinished.
    """
    rows: list[Row] = []
    at, n, opened, looked_at = 0, len(lines), 0, 0
    quote, comment, plain = style.quote or DOUBLE, style.comment, style.plain
    cutter = _Cutter(lines, style)
    while at < n:
        if at >= looked_at:
            looked_at = at + PIECE_LINES
            unmarked = _unmarked_rows(lines[at:looked_at], style, first_line + at)
            if unmarked is not None:
                rows += unmarked
                at = looked_at
                continue
        start, line = at, lines[at]
        at += 1
        if not line or line.isspace() or line == ENDS_FILE or (comment and line.startswith(comment)):
            continue
        if quote not in line:
            rows.append(Row(first_line + start, plain(line)))
            continue
        quotes = ""
        if opened >= MAX_OPEN_ROWS:
            cells, quotes = plain(line), "open"
        else:
            try:
                cells, stray = cutter.row(start)
                at, quotes = cutter.at, "odd" if stray else ""
                if at > start + LONG_CELL and _hides_rows(lines[start + 1 : at - 1], style, len(cells)):
                    at, cells, quotes = start + 1, plain(line), "open"
                    cutter, opened = _Cutter(lines, style), opened + 1
                elif at > start + 1 and _are_whole_rows(lines, start, at, style, rows):
                    at, cells, quotes = start + 1, plain(line), "odd"
                    cutter = _Cutter(lines, style)
            except OddQuotes as error:
                escaped = _with_escapes(line, style)
                if escaped is not None:
                    rows.append(Row(first_line + start, escaped, "escaped"))
                    continue
                if start + 1 < n and error.quotes == "open" and _are_whole_rows(lines, start, start + 2, style, rows):
                    rows.append(Row(first_line + start, plain(line), "odd"))
                    continue
                if error.unfinished and start + MAX_QUOTED_LINES > n and not final:
                    return rows, start
                cells, quotes = plain(line), error.quotes
                opened += quotes == "open"
        rows.append(Row(first_line + start, cells, quotes))
    return rows, n
