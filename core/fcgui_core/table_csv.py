"""A table written as CSV: its own values, so that reading the file gives them back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from fcgui_core.column import Column, number_text
from fcgui_core.files import atomic_write
from fcgui_core.neutral import neutral
from fcgui_core.table import Table

BLOCK = 10_000  # rows turned into text at a time


def write_table(path: Path | str, table: Table) -> None:
    """Write the table to ``path`` as UTF-8 CSV with commas and a header row, wholly or not at all.

    Numbers are written so that they read back bit for bit; a missing cell is empty. A text that a spreadsheet would
    take for a formula gets an apostrophe before it. Raises `FileError` with one sentence.
    """
    with atomic_write(path) as file:
        for block in write_rows(table):
            file.write(block.encode())


def write_rows(table: Table) -> Iterator[str]:
    """Give the table as CSV text in blocks: the header, then the rows, as `write_table` writes them."""
    yield _text([[neutral(name) for name in table.names]])
    for begin in range(0, table.n_rows, BLOCK):
        rows = slice(begin, begin + BLOCK)
        yield _text(zip(*(_texts(column, rows) for column in table.columns), strict=True))


def _texts(column: Column, rows: slice) -> list[str]:
    cells = column.values[rows].tolist()
    if column.is_number:
        return ["" if cell != cell else number_text(cell) for cell in cells]
    known = {cell: "" if cell is None else neutral(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _text(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
