"""Excel workbooks: one sheet becomes lines of text, and these a table as any other. openpyxl is imported at use."""

from __future__ import annotations

import csv
import datetime
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from fcgui.arrow import fast_parser
from fcgui_core.errors import Cancelled, TableError
from fcgui_core.read_csv import read_source
from fcgui_core.read_options import NoRows, ReadOptions
from fcgui_core.table import Table
from fcgui_core.unpack import Source

ENDINGS = (".xlsx", ".xlsm")
AS_SHEET = {"encoding": "xlsx", "delimiter": None}  # what is shown of the text that a sheet becomes: it has neither
MAX_UNPACKED = 1 << 30  # bytes of all parts of a workbook; more was made to fill somebody's memory,
MAX_RATIO, SMALL = 250, 1 << 23  # as was what unpacks to so many times its size, unless it stays small
MAX_LIST = 1 << 22  # bytes of the list of sheets
MAX_EMPTY = 1_000  # rows without a value in a row: a sheet often claims a million of them
TOLD_EVERY = 500  # rows, a few hundredths of a second
PIECE_ROWS = 10_000  # are written as text together
CELL_BYTES = 40  # of a sheet's XML, about: for a sheet that does not say how many rows it has
SHEET_SHARE = 0.9  # of the time is taken by unpacking the sheet; the rest is reading the text


def is_workbook(path: Path) -> bool:
    """Whether a file is an Excel workbook, by its name and its first bytes."""
    if path.suffix.lower() not in ENDINGS:
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"
    return False


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of the sheets that hold cells, from the workbook's list of them: no cell is read.

    Raises `TableError`.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            relations = _part(archive, "xl/_rels/workbook.xml.rels")
            kinds = {found.get("Id"): str(found.get("Type")) for found in relations}
            sheets = [found for found in _part(archive, "xl/workbook.xml").iter() if found.tag.endswith("}sheet")]
    except Exception as error:  # noqa: BLE001 - whatever zipfile and expat raise on damaged bytes
        raise _broken(path, error) from None
    names = []
    for sheet in sheets:
        relation = next((value for name, value in sheet.items() if name.endswith("}id")), None)
        if kinds.get(relation, "").endswith("/worksheet"):
            names.append(str(sheet.get("name")))
    return tuple(names)


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > MAX_LIST:
        raise ValueError("the list of sheets is too long")
    return ElementTree.fromstring(archive.read(name))


def read_workbook(
    path: Path,
    options: ReadOptions,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    max_rows: int | None = None,
) -> Table:
    """Read one sheet: the one that ``options.sheet`` names, else the first with more than one cell in it.

    A row of the sheet is a line, so that lines told in notes and errors are the sheet's rows. Raises `TableError`.
    """
    try:
        with _opened(path, cancelled) as book:
            sheet = _sheet(book, path, options.sheet)
            rows = _watched(_rows(sheet, max_rows), _expected_rows(sheet, path), progress, cancelled)
            text = _as_text(rows)
            title, others = str(sheet.title), len(book.worksheets) - 1
    except (TableError, Cancelled):
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever damaged XML makes of its parts
        raise _broken(path, error) from None
    fixed = replace(options, delimiter=",", encoding="utf-8", decimal=".", sheet=None)
    last_part = None if progress is None else partial(_tell_last_part, progress)
    try:
        table = read_source(
            Source(path, text), fixed, fast=fast_parser(), max_rows=max_rows, progress=last_part, cancelled=cancelled
        )
    except NoRows as none:
        shown = dict(none.dialect) | AS_SHEET
        raise NoRows(none.message, none.path, none.line or 1, none.names, shown, none.rows, none.count) from None
    note = f"the sheet is {title}" + (f", one of {others + 1}." if others else ".")
    told = tuple(line for line in table.notes if not line.startswith("the encoding is"))
    shown = dict(table.dialect) | AS_SHEET | {"sheet": title}
    return replace(table, notes=(note, *told), dialect=shown, read_options=options)


class _Stoppable(io.FileIO):
    """A file that gives up with `Cancelled` in the middle of whatever reads it."""

    def __init__(self, path: Path, cancelled: Callable[[], bool] | None) -> None:
        super().__init__(path)
        self._cancelled = cancelled

    def read(self, size: int | None = -1, /) -> bytes:
        """Read up to ``size`` bytes."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("reading was cancelled.")
        return super().read(-1 if size is None else size)


@contextmanager
def _opened(path: Path, cancelled: Callable[[], bool] | None = None) -> Iterator[Any]:
    try:
        import openpyxl
    except ImportError:
        raise TableError(
            "reading Excel workbooks needs the package openpyxl: pip install openpyxl, or save the sheet as CSV.", path
        ) from None
    with ExitStack() as stack:
        try:
            with zipfile.ZipFile(path) as archive:
                size = sum(member.file_size for member in archive.infolist())
            if size > MAX_UNPACKED or size > max(SMALL, MAX_RATIO * path.stat().st_size):
                raise TableError("this workbook is too large; save the sheet as CSV first.", path)
            file = stack.enter_context(_Stoppable(path, cancelled))
            stack.enter_context(_in_silence())
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            stack.callback(book.close)
        except TableError:
            raise
        except Exception as error:  # noqa: BLE001 - openpyxl raises whatever damaged XML makes of its parts
            if cancelled is not None and cancelled():  # openpyxl makes an error of its own of ours
                raise Cancelled("reading was cancelled.") from None
            raise _broken(path, error) from None
        yield book


@contextmanager
def _in_silence() -> Iterator[None]:
    """Without the warnings of openpyxl on whatever it does not know in a workbook: none of them is about cells."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _broken(path: Path, error: Exception) -> TableError:
    return TableError(f"cannot be read: this workbook is broken ({type(error).__name__}).", path)


def _sheet(book: Any, path: Path, wanted: str | None) -> Any:
    names = [str(sheet.title) for sheet in book.worksheets]
    if wanted is not None:
        if wanted not in names:
            raise TableError(f'there is no sheet "{wanted}"; the sheets are {", ".join(names)}.', path)
        return book.worksheets[names.index(wanted)]
    for sheet in book.worksheets:
        if sum(value is not None for row in _rows(sheet, 50) for value in row) > 1:
            return sheet
    raise TableError("no sheet of this workbook holds a table.", path)


def _rows(sheet: Any, max_rows: int | None) -> Iterable[tuple[Any, ...]]:
    """The rows with their values up to the last one that holds any."""
    empty = 0
    for row in sheet.iter_rows(values_only=True, max_row=max_rows):
        if any(value is not None for value in row):
            for _ in range(empty):
                yield ()
            empty = 0
            yield row
        else:
            empty += 1
            if empty > MAX_EMPTY:
                return


def _expected_rows(sheet: Any, path: Path) -> int:
    """About how many rows a sheet has: what it says, else by the length of the longest sheet's XML."""
    if sheet.max_row:
        return int(sheet.max_row)
    first = next(iter(sheet.iter_rows(values_only=True, max_row=1)), ())
    with zipfile.ZipFile(path) as archive:
        longest = max((part.file_size for part in archive.infolist() if "worksheets/" in part.filename), default=1)
    return int(longest / (CELL_BYTES * max(1, len(first))))


def _as_text(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """The rows as CSV of equal width; a line end within a cell becomes a blank, so that a row is one line."""
    pieces: list[str] = []
    widths: list[int] = []
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        cells = [_cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        writer.writerow(cells)
        widths.append(len(cells))
        if len(widths) % PIECE_ROWS == 0:
            pieces.append(text.getvalue())
            text.seek(0)
            text.truncate()
    pieces.append(text.getvalue())
    while widths and not widths[-1]:
        widths.pop()
    width = max(widths, default=0)
    return b"".join(
        _filled_up(piece, widths[at * PIECE_ROWS : (at + 1) * PIECE_ROWS], width) for at, piece in enumerate(pieces)
    )


def _filled_up(piece: str, widths: Sequence[int], width: int) -> bytes:
    """The lines of a piece, which have ``widths`` cells each, with so many delimiters more that all have ``width``."""
    lines = piece.split("\n")
    return "".join(line + "," * (width - max(1, n)) + "\n" for line, n in zip(lines, widths, strict=False)).encode(
        "utf-8", errors="replace"
    )


def _watched(
    rows: Iterable[tuple[Any, ...]],
    expected: int,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[tuple[Any, ...]]:
    for at, row in enumerate(rows):
        if at % TOLD_EVERY == 0:
            if cancelled is not None and cancelled():
                raise Cancelled("reading was cancelled.")
            if progress is not None:
                progress(SHEET_SHARE * min(1.0, at / max(1, expected)))
        yield row


def _tell_last_part(progress: Callable[[float], None], share: float) -> None:
    progress(SHEET_SHARE + (1 - SHEET_SHARE) * share)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if type(value) is str:
        return " ".join(value.split())
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return " ".join(str(value).split())
