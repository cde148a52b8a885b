"""Read a table from a text file: recognise how it is written, cut it into cells, type its columns.

Two ways through a block of lines. The quick one is for plain numbers: if no line has a quotation mark and all
have the same number of delimiters, `numpy.loadtxt` takes the block as it is. The other cuts every line with
the csv module in its strict mode. A row of another width is an error with its line, never padded and never
swallowed.
"""

from __future__ import annotations

import gzip
import io
import stat
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fcgui_core import dialect as dialects
from fcgui_core.cells import CODE
from fcgui_core.chunks import Chunks, MixedColumn, column_names, odd_cells
from fcgui_core.dialect import Dialect, Row
from fcgui_core.encoding import best_code_page, recognise_encoding
from fcgui_core.errors import Cancelled, TableError
from fcgui_core.kinds import make_column
from fcgui_core.read_options import RECOGNISE, LeftOut, NoRows, RaggedRows, ReadOptions
from fcgui_core.table import Table
from fcgui_core.titles import is_remark

BLOCK_LINES = 10_000
SAMPLE_BYTES = 262_144
SAMPLE_LINES = 1_000
EXACT_BELOW = 2.0**53  # whole numbers from here on would be rounded


def read_table(
    path: Path | str,
    options: ReadOptions = RECOGNISE,
    *,
    max_rows: int | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read a table of text (.csv, .tsv, .txt, .data, also gzipped); what ``options`` leave open is recognised.

    With ``max_rows`` only about so many of the first lines are read. ``progress`` is called with the fraction
    read, 0 to 1, after each block of lines; reading stops with `Cancelled` once ``cancelled()`` is true. Works
    on any thread. Raises `TableError` with the line where there is one.
    """
    path = Path(path)
    hooks = Hooks(progress, cancelled)
    sample, whole = _sample(path)
    encoding = options.encoding
    codecs = [encoding] if encoding else [recognise_encoding(sample, path, whole)]
    exact = False
    while True:
        try:
            return Reading(path, options, hooks, codecs[-1], exact).table(max_rows)
        except UnicodeDecodeError:
            if encoding or codecs[-1] == "latin-1":
                raise TableError(f"this is not text in {codecs[-1]}.", path) from None
            codecs.append(_code_page(path) if len(codecs) == 1 else "latin-1")
        except LookupError:
            raise TableError(f'there is no encoding called "{encoding}".', path) from None
        except MixedColumn:
            exact = True
        except (OSError, EOFError) as error:
            raise TableError(f"cannot be read: {_reason(error)}.", path) from None


class Hooks(NamedTuple):
    """The caller's progress and cancel functions."""

    progress: Callable[[float], None] | None
    cancelled: Callable[[], bool] | None

    def report(self, fraction: float) -> None:
        """Tell how far reading is; raise `Cancelled` when it is wanted no more."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled("reading was cancelled.")
        if self.progress is not None:
            self.progress(min(1.0, fraction))


class Reading:
    """One pass over the file: blocks of lines become chunks of columns, these become the table."""

    def __init__(self, path: Path, options: ReadOptions, hooks: Hooks, codec: str, exact: bool) -> None:
        self.path, self.options, self.hooks, self.codec, self.exact = path, options, hooks, codec, exact
        self.chunks = Chunks(exact, fixed=options.decimal is not None)
        self.names: list[str] | None = None
        self.notes: list[str] = []
        self.empty_rows = 0
        self.literal_lines: list[int] = []  # rows whose quotation marks made no sense
        self.ragged: list[LeftOut] = []
        self.remarks: list[LeftOut] = []  # rows of one cell: below the table they are no part of it
        self.repeated: list[LeftOut] = []  # rows that say the header again
        self.dialect: Dialect

    def table(self, max_rows: int | None = None) -> Table:
        """Read the file, or its first lines, and return its table."""
        with ExitStack() as stack:
            file = stack.enter_context(self.path.open("rb"))
            text = io.TextIOWrapper(_unpacked(file, stack), encoding=self.codec)
            self._read(text, file, max(1, self.path.stat().st_size), max_rows)
        return self._assemble()

    def _read(self, text: io.TextIOWrapper, file: BinaryIO, size: int, max_rows: int | None) -> None:
        lines = list(islice(text, SAMPLE_LINES))
        self.dialect = self._recognise(lines)
        self.names = list(self.dialect.names) if self.dialect.header else None
        if self.names is not None and len(self.names) != self.dialect.width:
            self._take_ragged(Row(self.dialect.header_line, self.names))
            self.names = None
        lines, at = lines[self.dialect.body :], self.dialect.body + 1
        if max_rows is not None:
            self._take(lines[:max_rows], at, final=len(lines) <= max_rows)
            return
        while True:
            more = list(islice(text, max(1, BLOCK_LINES - len(lines))))
            self._refuse_binary(more, at + len(lines))
            lines += more
            taken = self._take(lines, at, final=not more)
            lines, at = lines[taken:], at + taken
            self.hooks.report(file.tell() / size)
            if not more:
                return

    def _recognise(self, lines: list[str]) -> Dialect:
        self._refuse_binary(lines, 1)
        o = self.options
        try:
            return dialects.recognise(lines, o.delimiter, o.decimal, o.header, o.thousands, o.skip_lines)
        except TableError as error:
            raise TableError(error.message, self.path, error.line) from None

    def _refuse_binary(self, lines: Sequence[str], first_line: int) -> None:
        if "\0" in "".join(lines):
            line = next(at for at, line in enumerate(lines, first_line) if "\0" in line)
            raise TableError("this is a binary file, not a table of text.", self.path, line)

    def _take(self, lines: list[str], at: int, final: bool) -> int:
        """Turn a block of lines into chunks; return how many lines were used."""
        block = self._load_plain(lines)
        if block is not None:
            self.chunks.add_block(block, np.arange(at, at + len(lines)))
            return len(lines)
        rows, taken = self.dialect.split(lines, at, final)
        self.chunks.add_rows(self._checked(rows), self.dialect.decimal)
        return taken

    def _load_plain(self, lines: list[str]) -> NDArray[np.float64] | None:
        """Return (rows, width) the block's numbers, or None if it has anything else in it."""
        delimiter, width = self.dialect.delimiter, self.dialect.width
        if self.exact or not self.chunks.plain or width < 2 or not lines or len(delimiter) != 1 or delimiter == " ":
            return None
        text = "".join(lines)
        if '"' in text or any(line.count(delimiter) != width - 1 for line in lines):
            return None
        if not self.chunks.n_rows and CODE.search(text):
            return None
        if self.dialect.decimal == ",":
            if "." in text:
                return None
            lines = text.replace(",", ".").split("\n")[: len(lines)]
        try:
            block = np.loadtxt(lines, delimiter=delimiter, comments=None, ndmin=2)
        except ValueError:
            return None
        # nan, inf, 1e999 and very long whole numbers are looked at one by one
        return block if len(block) == len(lines) and (np.abs(block) < EXACT_BELOW).all() else None

    def _checked(self, rows: list[Row]) -> list[Row]:
        """Return the rows of the right width; raise for any other row."""
        width, good = self.dialect.width, []
        for row in rows:
            cells = row.cells
            if row.quotes == "open":
                self.ragged.append(LeftOut(row.line, "a quotation mark in this line is never closed"))
                self._refuse_ragged()
                continue
            if self.dialect.trailing and len(cells) == width + 1 and not cells[-1]:
                del cells[-1]
            if not any(cells):
                self.empty_rows += 1
            elif cells == self.names:
                self.repeated.append(LeftOut(row.line, "it repeats the names of the columns"))
            elif len(cells) == width:
                self.literal_lines += [row.line] * bool(row.quotes)
                good.append(row)
            else:
                self._take_ragged(row)
        return good

    def _take_ragged(self, row: Row) -> None:
        """Note a row of another width."""
        n, width = len(row.cells), self.dialect.width
        reason = f"{_counted(n, 'cell')} where the other rows have {width}"
        if row.quotes:
            reason = "a quotation mark stands inside a cell"
        (self.remarks if is_remark(row, width) else self.ragged).append(LeftOut(row.line, reason))

    def _refuse_ragged(self) -> None:
        """Refuse rows of another width; remarks such as "Source: ..." may stand below the last row of the table."""
        below = [row for row in self.remarks if row.line > self.chunks.last_line()]
        self.ragged = sorted([*self.ragged, *(row for row in self.remarks if row not in below)])
        self.remarks = below
        if self.ragged and self.options.ragged == "refuse":
            first, n = self.ragged[0], len(self.ragged)
            others = "" if n == 1 else f" There are {n} such rows."
            raise RaggedRows(f"{first.reason}.{others}", self.path, self.ragged, n)

    def _left_out(self) -> list[LeftOut]:
        """Return every row that is not in the table, and leave notes on them."""
        for rows, why in (
            (self.repeated, "repeats the names of the columns"),
            (self.remarks, "stands below the table and has only one cell"),
            (self.ragged, "is of another width"),
        ):
            if rows:
                lines = ", ".join(str(row.line) for row in rows[:5]) + (", ..." if len(rows) > 5 else "")
                self.notes.append(f"{_counted(len(rows), 'row')} left out (line {lines}): it {why}.")
        return sorted([*self.repeated, *self.remarks, *self.ragged])

    def _assemble(self) -> Table:
        self._refuse_ragged()
        self._refuse_empty()
        width, decimal = self.dialect.width, self.dialect.decimal
        self._tell_dialect()
        left_out = self._left_out()
        names, notes = column_names(self.names, width)
        self.notes += notes
        arrays = [self.chunks.column(at, decimal) for at in range(width)]
        for name, values in zip(names, arrays, strict=True):
            self.notes += odd_cells(name, values, self.chunks.lines(), decimal)
        for at, name in enumerate(names):
            if self.chunks.sign(at):
                self.notes.append(f"{name} holds numbers with {self.chunks.sign(at)}; they are read without it.")
        columns = tuple(make_column(name, arrays[at], at, width) for at, name in enumerate(names))
        return Table(
            _table_name(self.path),
            columns,
            self.chunks.n_rows,
            tuple(self.notes),
            self.path,
            self._shown(),
            self.options,
            tuple(left_out),
            len(left_out),
            self.chunks.lines(),
        )

    def _refuse_empty(self) -> None:
        if self.chunks.n_rows:
            return
        if self.names is None:
            raise TableError("the file holds no rows.", self.path)
        line = self.dialect.header_line
        raise NoRows("the file has a header but no rows.", self.path, line, self.names, self._shown())

    def _shown(self) -> dict[str, Any]:
        return {
            "encoding": _shown_codec(self.codec),
            "delimiter": self.dialect.delimiter,
            "decimal": self.dialect.decimal,
            "header": self.names is not None,
        }

    def _tell_dialect(self) -> None:
        shown = self.dialect
        self.notes[:0] = shown.notes
        if _shown_codec(self.codec) != "utf-8":
            self.notes.append(f"the encoding is {_shown_codec(self.codec)}.")
        if shown.delimiter != ",":
            self.notes.append(f"the delimiter is {dialects.DELIMITER_NAMES.get(shown.delimiter, shown.delimiter)}.")
        if shown.decimal != ".":
            self.notes.append("the decimal mark is a comma.")
        if self.empty_rows:
            self.notes.append(f"{_counted(self.empty_rows, 'row')} without a single value left out.")
        if self.literal_lines:
            rows, lines = _counted(len(self.literal_lines), "row"), ", ".join(map(str, self.literal_lines[:5]))
            more = ", ..." if len(self.literal_lines) > 5 else ""
            self.notes.append(f"odd quotation marks in {rows} (line {lines}{more}); they were kept as they stand.")


def _sample(path: Path) -> tuple[bytes, bool]:
    """Return the file's first bytes, unpacked, and whether they are all; refuse what is no ordinary file."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise TableError("this is a folder, not a file.", path)
        if not stat.S_ISREG(mode):
            raise TableError("this is not an ordinary file.", path)
        with ExitStack() as stack:
            sample = _unpacked(stack.enter_context(path.open("rb")), stack).read(SAMPLE_BYTES + 1)
    except FileNotFoundError:
        raise TableError("there is no such file.", path) from None
    except (OSError, EOFError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError(f"cannot be read: {_reason(error)}.", path) from None
    if not sample.strip():
        raise TableError("the file is empty.", path)
    return sample[:SAMPLE_BYTES], len(sample) <= SAMPLE_BYTES


def _unpacked(file: BinaryIO, stack: ExitStack) -> Any:
    """Return the stream of the file's text bytes: gunzipped where its first bytes say so."""
    magic = file.read(2)
    file.seek(0)
    return stack.enter_context(gzip.open(file)) if magic == b"\x1f\x8b" else file


def _code_page(path: Path) -> str:
    """Return the likeliest code page of a whole file that is not UTF-8 after all."""
    with ExitStack() as stack:
        file = _unpacked(stack.enter_context(path.open("rb")), stack)
        return best_code_page(b"".join(islice((line for line in file if not line.isascii()), 400)))


def _shown_codec(codec: str) -> str:
    return {"utf-8-sig": "utf-8"}.get(codec, codec)


def _table_name(path: Path) -> str:
    name = path.name.removesuffix(".gz")
    return Path(name).stem or name


def _reason(error: BaseException) -> str:
    return str(getattr(error, "strerror", None) or error).strip().rstrip(".").lower() or type(error).__name__


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
