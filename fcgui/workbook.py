"""Excel workbooks: one sheet becomes lines of text, and these a table as any other. openpyxl is imported at use."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from fcgui_core.errors import Cancelled, TableError
from fcgui_core.read_csv import read_source
from fcgui_core.read_options import ReadOptions
from fcgui_core.table import Table
from fcgui_core.unpack import Source

ENDINGS = (".xlsx", ".xlsm")
MAX_UNPACKED = 1 << 30  # bytes of all parts of a workbook; more was made to fill somebody's memory
MAX_EMPTY = 1_000  # rows without a value in a row: a sheet often claims a million of them
TOLD_EVERY = 1_000  # rows


def is_workbook(path: Path) -> bool:
    """Whether a file is an Excel workbook, by its name and its first bytes."""
    if path.suffix.lower() not in ENDINGS:
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"
    return False


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of the sheets that hold cells. Raises `TableError`."""
    book = _opened(path)
    try:
        return tuple(str(sheet.title) for sheet in book.worksheets)
    finally:
        book.close()


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
    book = _opened(path)
    try:
        sheet = _sheet(book, path, options.sheet)
        text = _as_text(_rows(sheet, max_rows), sheet.max_row or 1, progress, cancelled)
        title, others = str(sheet.title), len(book.worksheets) - 1
    except (TableError, Cancelled):
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever damaged XML makes of its parts
        raise _broken(path, error) from None
    finally:
        book.close()
    fixed = replace(options, delimiter=",", encoding="utf-8", decimal=".", sheet=None)
    table = read_source(Source(path, text.encode("utf-8")), fixed, max_rows=max_rows)
    note = f"the sheet is {title}" + (f", one of {others + 1}." if others else ".")
    told = tuple(line for line in table.notes if not line.startswith("the encoding is"))
    shown = dict(table.dialect) | {"sheet": title}
    return replace(table, notes=(note, *told), dialect=shown, read_options=options)


def _opened(path: Path) -> Any:
    try:
        import openpyxl
    except ImportError:
        raise TableError(
            "reading Excel workbooks needs the package openpyxl: pip install openpyxl, or save the sheet as CSV.", path
        ) from None
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise TableError("this workbook is too large; save the sheet as CSV first.", path)
        return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except TableError:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        raise _broken(path, error) from None


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


def _as_text(
    rows: Iterable[tuple[Any, ...]],
    expected: int,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> str:
    """The rows as CSV of equal width; a line end within a cell becomes a blank, so that a row is one line."""
    lines = [[_cell(value) for value in row] for row in _watched(rows, expected, progress, cancelled)]
    while lines and not any(lines[-1]):
        lines.pop()
    width = max((at + 1 for line in lines for at, cell in enumerate(line) if cell), default=0)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for line in lines:
        writer.writerow((line + [""] * width)[:width])
    return text.getvalue()


def _watched(
    rows: Iterable[tuple[Any, ...]],
    expected: int,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterable[tuple[Any, ...]]:
    for at, row in enumerate(rows):
        if at % TOLD_EVERY == 0:
            if cancelled is not None and cancelled():
                raise Cancelled("reading was cancelled.")
            if progress is not None:
                progress(min(1.0, at / max(1, expected)))
        yield row


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return " ".join(str(value).split())
