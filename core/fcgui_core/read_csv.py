"""Read a table from a text file: recognise how it is written, cut it into cells, type its columns.

Two ways through a block of lines. The quick one is for blocks that are seen to be plain, see `fast_block`; it
needs a fast reader, which is passed in. The other cuts every line with the csv module in its strict mode. Both give
the same, and a row of another width is never padded and never swallowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core import dialect as dialects
from fcgui_core.ahead import Ahead
from fcgui_core.cells import plain_numbers
from fcgui_core.column_names import column_names
from fcgui_core.dialect import ESCAPED, Dialect, Row
from fcgui_core.encoding import likely_encoding, recognise_encoding
from fcgui_core.errors import Cancelled, TableError
from fcgui_core.fast_block import Coded, FastBlocks, FastParser, Parts
from fcgui_core.gathering import Gathered, KeepText, Rules, Settled
from fcgui_core.kinds import make_column
from fcgui_core.left_out import RowsLeftOut
from fcgui_core.plain_lines import plain_columns
from fcgui_core.read_options import RECOGNISE, NoRows, ReadOptions
from fcgui_core.reading_notes import (
    broken_note,
    counted,
    dialect_notes,
    odd_note,
    sign_note,
    thousands_notes,
    zero_note,
)
from fcgui_core.table import Table
from fcgui_core.text_blocks import TextBlocks, cut_lines
from fcgui_core.unpack import Source, Stream, table_name, unreadable

BLOCK_BYTES = 1 << 21  # large enough for a quick reader, small enough for a cancel that is felt at once
WORKERS = 2  # blocks that are cut at a time
CAREFUL_LINES = 10_000  # after so many the caller is asked whether to go on
SAMPLE_BYTES = 1 << 18
SMALL = 1 << 18  # characters: so few are cut in no time, and in one piece
SAMPLE_LINES = 1_000
WIDE, FEW_LINES = 1_000, 3  # so many cells in so few lines are no table, and would take seconds
MIN_SAMPLE_LINES = 25
TYPED_ROWS = 200  # columns of numbers are guessed on so many; a wrong guess costs time only

ROOM = 1.03  # memory for the numbers is taken at once, for a few more than are expected by the lines read so far
MOST_EXPECTED = 1_000  # blocks; what is left after so many is not foreseen

Progress = Callable[[float], None]


def read_table(
    path: Path | str,
    options: ReadOptions = RECOGNISE,
    *,
    fast: FastParser | None = None,
    max_rows: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read a table of text (.csv, .tsv, .txt, .data, also compressed); what ``options`` leave open is recognised.

    ``fast`` makes it quick and changes nothing else. With ``max_rows`` only about so many of the first lines
    are read. ``progress`` is called with the fraction read, 0 to 1, after each block of lines; reading stops
    with `Cancelled` once ``cancelled()`` is true. Works on any thread. Raises `TableError` with the line where
    there is one, `RaggedRows` where rows are of another width and ``options.ragged`` is "refuse".
    """
    return read_source(
        Source(Path(path)), options, fast=fast, max_rows=max_rows, progress=progress, cancelled=cancelled
    )


def read_source(
    source: Source,
    options: ReadOptions = RECOGNISE,
    *,
    fast: FastParser | None = None,
    max_rows: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read a table of text from a `Source`, as `read_table` does from a file."""
    path = source.path
    try:
        hooks = Hooks(progress, cancelled)
        codecs, errors = [options.encoding or _codec(source)], "strict"
        kept: frozenset[int] = frozenset()
        while True:
            try:
                return Reading(source, options, hooks, codecs[-1], errors, fast, kept).table(max_rows)
            except UnicodeDecodeError:
                if options.encoding or codecs[-1] == "latin-1":
                    raise TableError(f"this is not text in {codecs[-1]}.", path) from None
                if codecs[-1].startswith(("utf-16", "utf-32")):
                    what = f"this is {codecs[-1]}, but cut off or damaged, and so not a table of text; save it anew."
                    raise TableError(what, path) from None
                codecs.append(_likely(source) if len(codecs) == 1 else "latin-1")
                if codecs[-1] == "utf-8":
                    codecs[-1], errors = codecs[0], "replace"  # but for a few letters
            except KeepText as error:
                kept |= error.columns
    except (TableError, Cancelled):
        raise
    except LookupError:
        raise TableError(f'there is no encoding called "{options.encoding}".', path) from None
    except (OSError, EOFError) as error:
        raise unreadable(path, error) from None
    except MemoryError:
        raise TableError("there is not enough memory for this table.", path) from None


class Hooks:
    """The caller's progress and cancel functions; progress never goes back when a file is read once more."""

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled, self._done = progress, cancelled, 0.0

    def report(self, fraction: float) -> None:
        """Tell how far reading is; raise `Cancelled` when it is wanted no more."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("reading was cancelled.")
        self._done = max(self._done, min(1.0, fraction))
        if self._progress is not None:
            self._progress(self._done)


class Reading:
    """One pass over the file: blocks of lines become pieces of columns, these become the table.

    ``kept`` are the columns whose numbers are kept as text until all of the column is known.
    """

    def __init__(
        self,
        source: Source,
        options: ReadOptions,
        hooks: Hooks,
        codec: str,
        errors: str,
        fast: FastParser | None,
        kept: frozenset[int],
    ) -> None:
        self.source, self.path, self.hooks, self.codec, self.kept = source, source.path, hooks, codec, kept
        self._errors = errors
        self.options = _completed(options)
        self._parser = fast
        self.n_rows = 0
        self._lines: list[NDArray[np.int64]] = []
        self.literal_lines: list[int] = []  # rows whose quotation marks made no sense
        self.escaped = False  # whether a row had backslashes before its quotation marks, unlike the first ones

    def table(self, max_rows: int | None = None) -> Table:
        """Read the file, or its first lines, and return its table."""
        with ExitStack() as stack:
            stream = self.source.open(stack)
            self.blocks = blocks = TextBlocks(self.path, stream, self.codec, BLOCK_BYTES, self._errors)
            text = self._begin(blocks)
            if max_rows is None:
                self._read(blocks, stream, text)
            else:
                lines = list(islice(iter(cut_lines(text)), max_rows))
                self._take_carefully(lines, blocks.line, final=blocks.final or len(lines) < max_rows)
        return self._assemble()

    def _begin(self, blocks: TextBlocks) -> str:
        """Recognise the dialect on the first lines; return the text of the rows among them."""
        lines: list[str] = []
        read = 0
        while (len(lines) < MIN_SAMPLE_LINES or read < SAMPLE_BYTES) and not blocks.final:
            text = blocks.more(SAMPLE_BYTES)
            read += len(text)
            lines += cut_lines(text)
            blocks.line = len(lines) + 1
        self.dialect = dialect = self._recognise(lines[:SAMPLE_LINES])
        if blocks.final and dialect.width > WIDE and sum(not line.isspace() for line in lines) <= FEW_LINES:
            what = f"{dialect.width:,} cells in one line: line ends are missing, or the delimiter is another one."
            raise TableError(what, self.path, dialect.header_line)
        self.rules = Rules(
            dialect.decimal,
            self.options.decimal is not None,
            self.options.thousands,
            frozenset(mark.strip() for mark in self.options.missing),
        )
        self.columns = [Gathered(self.rules) for _ in range(dialect.width)]
        self.left_out = RowsLeftOut(self.path, dialect, self.options.ragged)
        body = lines[dialect.body :]
        small = blocks.final and read <= SMALL
        self.numbers = self._guess_numbers(dialect.width, [] if small else body[:TYPED_ROWS])
        self.fast = None if small else self._fast_blocks(self.numbers)
        blocks.line = dialect.body + 1
        return "".join(body)

    def _recognise(self, lines: list[str]) -> Dialect:
        o = self.options
        try:
            return dialects.recognise(lines, o.delimiter, o.decimal, o.header, o.thousands, o.skip_lines)
        except TableError as error:
            raise TableError(error.message, self.path, error.line) from None

    def _guess_numbers(self, width: int, lines: list[str]) -> list[bool]:
        """Whether each column seems to hold plain numbers, so far as ``lines`` tell."""
        if not lines or self.left_out.refused:
            return [at not in self.kept for at in range(width)]
        rows = [row.cells for row in self.dialect.split(lines)[0] if len(row.cells) >= width]
        guessed = []
        for at in range(width):
            cells = [cells[at] for cells in rows]
            numbers = None if at in self.kept else plain_numbers(cells, self.rules.decimal, self.rules.missing)
            guessed.append(numbers is not None and not np.isnan(numbers).all())
        return guessed

    def _fast_blocks(self, numbers: list[bool]) -> FastBlocks | None:
        d = self.dialect
        plain = len(d.delimiter) == 1 and d.delimiter.isascii() and d.delimiter not in ' "' and not d.escape
        if self._parser is None or not plain or d.quote not in ("", '"'):
            return None
        return FastBlocks(self._parser, d.delimiter, d.decimal, self.rules.missing, numbers)

    def _read(self, blocks: TextBlocks, stream: Stream, text: str) -> None:
        with ThreadPoolExecutor(WORKERS, "reading") as workers:
            cut = partial(_cut_beside, workers, self._parse) if self.fast else _not_cut
            ahead = Ahead(blocks, stream, cut, text.encode())
            while (block := ahead.next()) is not None:
                parts = block.parts.result()
                if parts is not None and not self.left_out.is_header_in(parts):
                    blocks.line += self._take_quickly(parts, blocks.line, block.position)
                elif block.data:
                    final = blocks.final and ahead.empty
                    ahead.pending = self._take_block(block.data.decode(), blocks, block.position, final)
                self.hooks.report(block.position / max(1, self.source.size))

    def _parse(self, block: bytes) -> Parts | None:
        """Cut a block the quick way, if that can be; on a thread of its own."""
        if self.fast is None or not block or self._may_hold_odd_rows(block):
            return None
        return self.fast.parse(block, self.dialect.trailing)

    def _take_quickly(self, parts: Parts, at: int, position: int) -> int:
        """Take the columns of a block, which ends at ``position`` of the file; return how many lines it has."""
        n = len(parts[0].codes if isinstance(parts[0], Coded) else parts[0])
        expected = int(ROOM * (self.n_rows + n) * self.source.size / max(1, position)) - self.n_rows
        if not self.left_out.refused:
            for column, part in zip(self.columns, parts, strict=True):
                column.add(part, min(expected, MOST_EXPECTED * n))
        self._add_lines(np.arange(at, at + n))
        return n

    def _may_hold_odd_rows(self, block: bytes) -> bool:
        comment = self.dialect.comment.encode()
        if comment and (block.startswith(comment) or b"\n" + comment in block):
            return True
        return self.dialect.quote == "" and b'"' in block

    def _take_block(self, text: str, blocks: TextBlocks, position: int, final: bool) -> str:
        """Take a block with care, and return the text of an unfinished row at its end."""
        lines = cut_lines(text)
        at = 0
        while at < len(lines):
            some = lines[at : at + CAREFUL_LINES]
            last = at + len(some) == len(lines)
            taken = self._take_carefully(some, blocks.line, final=last and final)
            if taken == 0:
                if last:
                    break
                some = lines[at:]  # a cell of many lines lies across the piece's end
                taken = self._take_carefully(some, blocks.line, final=final)
                if taken == 0:
                    break
            at += taken
            blocks.line += taken
            self.hooks.report(position / max(1, self.source.size))
        return "".join(lines[at:])

    def _take_carefully(self, lines: list[str], at: int, final: bool) -> int:
        """Cut lines, one by one where any is odd; return how many were used."""
        columns = plain_columns(lines, self.dialect)
        if columns is not None and not self.left_out.names_are_in(columns[0]):
            self._gather(columns, np.arange(at, at + len(lines)))
            return len(lines)
        rows, taken = self.dialect.split(lines, at, final)
        rows = self._checked(rows)
        if rows:
            cells = zip(*(row.cells for row in rows), strict=True)
            self._gather(cells, np.array([row.line for row in rows], dtype=np.int64))
        return taken

    def _gather(self, columns: Iterable[Sequence[str]], lines: NDArray[np.int64]) -> None:
        if not self.left_out.refused:  # else the other odd rows are counted, and nothing more
            for place, cells in enumerate(columns):
                kept = self.columns[place].add_cells(cells, self.numbers[place])
                self.numbers[place] = self.numbers[place] and kept
        self._add_lines(lines)

    def _checked(self, rows: list[Row]) -> list[Row]:
        """Return the rows of the right width; the others are left out or make reading fail."""
        width, trailing, good = self.dialect.width, self.dialect.trailing, []
        first = self.left_out.names[0] if self.left_out.names else None
        for row in rows:
            _, cells, quotes = row
            if trailing and len(cells) == width + 1 and not cells[-1]:
                del cells[-1]
            if len(cells) != width or quotes or not cells[0] or cells[0] == first:  # all others are like each other
                if self.left_out.takes(row):
                    continue
                if row.is_odd:
                    self.literal_lines.append(row.line)
                self.escaped = self.escaped or quotes == "escaped"
            good.append(row)
        return good

    def _add_lines(self, lines: NDArray[np.int64]) -> None:
        self._lines.append(lines)
        self.n_rows += len(lines)
        self.left_out.last_row = int(lines[-1])

    def _assemble(self) -> Table:
        self.left_out.finish()
        dialect = self.dialect
        self._refuse_empty()
        lines = np.concatenate(self._lines)
        settled = self._settle()
        names, named = column_names(self.left_out.names, dialect.width)
        notes = [
            *dialect_notes(dialect, _shown_codec(self.codec)),
            *self.left_out.notes(),
            *self._quote_notes(),
            *zero_note(self.blocks.n_zeros, self.blocks.zero_lines),
            *broken_note(self.blocks.n_broken, self.blocks.broken_lines),
            *named,
            *thousands_notes(names, settled),
        ]
        for name, column in zip(names, settled, strict=True):
            notes += odd_note(name, column, lines) + sign_note(name, column)
        columns = []
        for at, name in enumerate(names):
            self.hooks.report(1.0)
            columns.append(make_column(name, settled[at].values, at, dialect.width, settled[at].coding))
        return Table(
            table_name(self.path),
            tuple(columns),
            self.n_rows,
            tuple(notes),
            self.path,
            self._shown(next((column.thousands for column in settled if column.thousands), None)),
            self.options,
            self.left_out.listed(),
            self.left_out.count,
            lines,
        )

    def _refuse_empty(self) -> None:
        if self.n_rows:
            return
        names = self.left_out.names
        if names is None:
            raise TableError("the file holds no rows.", self.path)
        line = self.dialect.header_line
        rows, count = self.left_out.listed(), self.left_out.count
        raise NoRows("the file has a header but no rows.", self.path, line, names, self._shown(), rows, count)

    def _settle(self) -> list[Settled]:
        settled, mixed = [], []
        for at, column in enumerate(self.columns):
            self.hooks.report(1.0)
            whole = column.settle()
            if whole is None:
                mixed.append(at)
            else:
                settled.append(whole)
        if mixed:
            raise KeepText(mixed)
        return settled

    def _shown(self, thousands: str | None = None) -> dict[str, Any]:
        return {
            "encoding": _shown_codec(self.codec),
            "delimiter": self.dialect.delimiter,
            "decimal": self.dialect.decimal,
            "thousands": thousands,
            "header": self.left_out.names is not None,
        }

    def _quote_notes(self) -> list[str]:
        escaped = [ESCAPED] if self.escaped and not self.dialect.escape else []
        if not self.literal_lines:
            return escaped
        rows, lines = counted(len(self.literal_lines), "row"), ", ".join(map(str, self.literal_lines[:5]))
        where = "line" if len(self.literal_lines) == 1 else "lines"
        more = ", ..." if len(self.literal_lines) > 5 else ""
        return [*escaped, f"odd quotation marks in {rows} ({where} {lines}{more}); they were kept as they stand."]


def _cut_beside(workers: Executor, parse: Callable[[bytes], Parts | None], block: bytes) -> Future[Parts | None]:
    return workers.submit(parse, block)


def _not_cut(block: bytes) -> Future[Parts | None]:
    """What comes of a block where there is no quick way."""
    done: Future[Parts | None] = Future()
    done.set_result(None)
    return done


def _completed(options: ReadOptions) -> ReadOptions:
    """The options with what follows from them: a dot between thousands leaves the comma as the decimal mark."""
    if options.decimal is None and options.thousands in (".", ","):
        return replace(options, decimal="," if options.thousands == "." else ".")
    return options


def _codec(source: Source) -> str:
    """Recognise the encoding on the file's first bytes, unpacked."""
    with ExitStack() as stack:
        sample = source.open(stack).read(SAMPLE_BYTES + 1)
    if not sample.strip():
        raise TableError("the file is empty.", source.path)
    return recognise_encoding(sample[:SAMPLE_BYTES], source.path, len(sample) <= SAMPLE_BYTES)


def _likely(source: Source) -> str:
    """Return the likeliest encoding of a whole file that is not UTF-8 throughout."""
    found: list[bytes] = []
    rest = b""
    with ExitStack() as stack:
        stream = source.open(stack)
        while len(found) < 400 and (data := stream.read(SAMPLE_BYTES)):
            *lines, rest = (rest[-SAMPLE_BYTES:] + data).split(b"\n")
            found += [line for line in lines if not line.isascii()]
    return likely_encoding(b"\n".join([*found[:400], rest]))


def _shown_codec(codec: str) -> str:
    return {"utf-8-sig": "utf-8"}.get(codec, codec)
