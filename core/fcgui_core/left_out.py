"""The rows of a file that are not in its table: each with its line and the reason, none in silence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fcgui_core.dialect import Dialect, Row
from fcgui_core.fast_block import Coded
from fcgui_core.read_options import LeftOut, Ragged, RaggedRows
from fcgui_core.reading_notes import counted
from fcgui_core.titles import is_remark

MAX_LISTED = 10_000
MOST_COUNTED = 1_000  # rows of another width: a file that is refused is read no further
EMPTY = "no value in it"
NAMES_AGAIN = "it repeats the names of the columns"
SHOWN_LINES = 5


class RowsLeftOut:
    """Decides about each row that is not like the others; ``last_row`` is the line of the last row of the table."""

    def __init__(self, path: Path, dialect: Dialect, ragged: Ragged) -> None:
        self._path, self._dialect, self._when_ragged = path, dialect, ragged
        fits = len(dialect.names) == dialect.width
        self.names = [name.strip() for name in dialect.names] if dialect.header and fits else None
        self._empty: list[LeftOut] = []
        self._repeated: list[LeftOut] = []
        self._ragged: list[LeftOut] = []
        self._remarks: list[LeftOut] = []  # rows of one cell: below the table they are no part of it
        self._n_empty = self._n_repeated = self.n_ragged = 0
        self.last_row = 0
        if dialect.header and not fits:
            self._take_ragged(Row(dialect.header_line, list(dialect.names)))

    @property
    def count(self) -> int:
        """How many rows were left out."""
        return self.n_ragged + self._n_empty + self._n_repeated + len(self._remarks)

    @property
    def refused(self) -> bool:
        """Whether there is a row for which the file will be refused."""
        return self.n_ragged > 0 and self._when_ragged == "refuse"

    def is_header_in(self, parts: Sequence[NDArray[np.float64] | Coded]) -> bool:
        """Whether a block of columns may hold the names once more."""
        return isinstance(parts[0], Coded) and self.names_are_in([text.strip() for text in parts[0].texts])

    def names_are_in(self, first: Sequence[str]) -> bool:
        """Whether the names may stand once more in rows whose ``first`` cells these are."""
        return self.names is not None and self.names[0] in first

    def takes(self, row: Row) -> bool:
        """Whether a row does not belong into the table; it is noted then."""
        cells, width = row.cells, self._dialect.width
        if row.quotes == "open":
            self._add_ragged(LeftOut(row.line, "a quotation mark in this line is never closed"))
            self._refuse()
        elif not any(cells):
            self._n_empty += 1
            _list(self._empty, LeftOut(row.line, EMPTY))
        elif cells == self.names:
            self._n_repeated += 1
            _list(self._repeated, LeftOut(row.line, NAMES_AGAIN))
        elif len(cells) != width:
            self._take_ragged(row)
        else:
            return False
        return True

    def _add_ragged(self, row: LeftOut) -> None:
        self.n_ragged += 1
        _list(self._ragged, row)
        if self.n_ragged >= MOST_COUNTED:
            self._refuse(more=True)

    def finish(self) -> None:
        """The file is at its end; raise `RaggedRows` if there were rows of another width and they are refused.

        Remarks such as "Source: ..." may stand below the last row of the table.
        """
        self._settle_remarks()
        self._refuse()

    def listed(self) -> tuple[LeftOut, ...]:
        """Return the first rows that were left out, by line."""
        return tuple(sorted([*self._empty, *self._repeated, *self._ragged, *self._remarks])[:MAX_LISTED])

    def notes(self) -> list[str]:
        """Return what the user is told, one line each."""
        notes = []
        if self._n_empty:
            notes.append(f"{counted(self._n_empty, 'row')} without a single value left out.")
        for n, rows, (one, several), why in (
            (self._n_repeated, self._repeated, ("it repeats", "they repeat"), "the names of the columns"),
            (
                len(self._remarks),
                self._remarks,
                ("it stands below the table and has", "they stand below the table and have"),
                "only one cell",
            ),
            (self.n_ragged, self._ragged, ("it is", "they are"), "of another width"),
        ):
            if n:
                shown = ", ".join(str(row.line) for row in sorted(rows)[:SHOWN_LINES])
                lines = shown + (", ..." if n > SHOWN_LINES else "")
                where, they = ("line", one) if n == 1 else ("lines", several)
                notes.append(f"{counted(n, 'row')} left out ({where} {lines}): {they} {why}.")
        return notes

    def _take_ragged(self, row: Row) -> None:
        reason = f"{counted(len(row.cells), 'cell')} where the other rows have {self._dialect.width}"
        if row.is_odd:
            reason = "a quotation mark stands inside a cell"
        left_out = LeftOut(row.line, reason)
        if is_remark(row, self._dialect.width):
            self._settle_remarks()
            self._remarks.append(left_out)
        else:
            self._add_ragged(left_out)

    def _settle_remarks(self) -> None:
        """Remarks above the last row of the table are rows of another width."""
        if not self._remarks or self._remarks[0].line >= self.last_row:
            return  # they come in order, and there may be thousands of them
        for row in self._remarks:
            if row.line < self.last_row:
                self._add_ragged(row)
        self._remarks = [row for row in self._remarks if row.line >= self.last_row]

    def _refuse(self, more: bool = False) -> None:
        if self._ragged and self._when_ragged == "refuse":
            rows, n = sorted(self._ragged), self.n_ragged
            others = "" if n == 1 else f" There are {'at least ' if more else ''}{n:,} such rows."
            raise RaggedRows(f"{rows[0].reason}.{others}", self._path, rows, n, more)


def _list(rows: list[LeftOut], row: LeftOut) -> None:
    if len(rows) < MAX_LISTED:
        rows.append(row)
