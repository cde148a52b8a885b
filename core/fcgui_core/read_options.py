"""How a file is to be read, where the user says so, and what of it did not become a row of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from fcgui_core.errors import TableError

Ragged = Literal["refuse", "leave out"]
RAGGED: tuple[Ragged, ...] = ("refuse", "leave out")


@dataclass(frozen=True)
class ReadOptions:
    """What the user fixed about a file; every field that is None or empty is recognised.

    ``delimiter``: one character, " " for runs of blanks. ``decimal``: "." or ",". ``thousands``: the mark
    between groups of three digits, "" for none at all. ``encoding``: a codec's name. ``header``: whether the first
    row of the table holds the names. ``skip_lines``: lines above the table, header not counted. ``missing``:
    further texts that mean a missing cell, in any column. ``ragged``: what is done with a row of another
    width. ``sheet``: the name of a workbook's sheet.
    """

    delimiter: str | None = None
    decimal: str | None = None
    thousands: str | None = None
    encoding: str | None = None
    header: bool | None = None
    skip_lines: int | None = None
    missing: tuple[str, ...] = ()
    ragged: Ragged = "refuse"
    sheet: str | None = None


RECOGNISE = ReadOptions()  # nothing is fixed


class LeftOut(NamedTuple):
    """A row of the file that is not in the table: its (first) line, 1-based, and why."""

    line: int
    reason: str


class NoRows(TableError):
    """A file with names but no rows below them; ``names`` and ``dialect`` are what was recognised.

    ``rows`` are the first of the ``count`` rows that do not belong into the table.
    """

    def __init__(
        self,
        message: str,
        path: Path | str | None,
        line: int,
        names: Sequence[str],
        dialect: Any,
        rows: Sequence[LeftOut] = (),
        count: int = 0,
    ) -> None:
        super().__init__(message, path, line)
        self.names = tuple(names)
        self.dialect: Mapping[str, Any] = dialect
        self.rows, self.count = tuple(rows), count


class RaggedRows(TableError):
    """Some rows are wider or narrower than the table; ``rows`` are the first of them, ``count`` is how many there are.

    ``more``: reading stopped at so many, there may be more. Reading again with ``ragged="leave out"`` gives the table
    without them.
    """

    def __init__(
        self, message: str, path: Path | str | None, rows: Sequence[LeftOut], count: int, more: bool = False
    ) -> None:
        super().__init__(message, path, rows[0].line if rows else None)
        self.rows = tuple(rows)
        self.count, self.more = count, more
