"""Opening a table, whatever kind of file it is: the one entry of the command line and the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fcgui.arrow import fast_parser
from fcgui.parquet import is_parquet, read_parquet
from fcgui.workbook import is_workbook, read_workbook
from fcgui_core.read_csv import read_table
from fcgui_core.read_options import RECOGNISE, ReadOptions
from fcgui_core.table import Table

PREVIEW_ROWS = 200


def open_table(
    path: Path | str,
    options: ReadOptions = RECOGNISE,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read the table in a file; ``options`` hold what the user fixed about it, the rest is recognised.

    ``progress`` is called with the fraction read, 0 to 1; reading stops with `Cancelled` once ``cancelled()``
    is true. Works on any thread. Raises `TableError` with line and column where there are such, `RaggedRows`
    where some rows are of another width and ``options.ragged`` is "refuse".
    """
    path = Path(path)
    other = _other_reader(path)
    if other is not None:
        return other(path, options, progress, cancelled)
    return read_table(path, options, fast=fast_parser(), progress=progress, cancelled=cancelled)


def preview(path: Path | str, options: ReadOptions = RECOGNISE, rows: int = PREVIEW_ROWS) -> Table:
    """Return the first ``rows`` rows of a table, read in the same way but quickly; ragged rows are in ``left_out``."""
    path, lenient = Path(path), replace(options, ragged="leave out")
    other = _other_reader(path)
    return read_table(path, lenient, max_rows=rows) if other is None else other(path, lenient, None, None, rows)


def _other_reader(path: Path) -> Callable[..., Table] | None:
    """The reader of a file that is no text, by its first bytes; of what is no file at all `read_table` tells."""
    if not path.is_file():
        return None
    if is_workbook(path):
        return read_workbook
    return read_parquet if is_parquet(path) else None
