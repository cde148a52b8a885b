"""The matrix of features: one array, filled a block of rows at a time, so that a large table is copied once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from fcgui_core.derived import Derived, base_columns
from fcgui_core.errors import Cancelled, TableError
from fcgui_core.inputs import Input
from fcgui_core.table import Table

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

BLOCK_NUMBERS = 100_000  # of the matrix, some 0.8 MB: it stays in the processor's cache while it is filled
MOST_NAMED = 5  # columns that an error names

Cells = list[tuple[Input, NDArray[Any]]]
Ask = Callable[[], bool]
Thing = TypeVar("Thing")


def unless(cancelled: Ask | None, things: Iterable[Thing]) -> Iterator[Thing]:
    """Yield the things one after the other. Raises `Cancelled` once ``cancelled()`` is true."""
    for thing in things:
        if cancelled is not None and cancelled():
            raise Cancelled("preparing was cancelled.")
        yield thing


def read_cells(inputs: Sequence[Input], table: Table, cancelled: Ask | None = None) -> Cells:
    """Return each input with its cells (n,) as numbers; `TableError` naming columns that lack or hold no numbers."""
    missing = [f'"{entry.name}"' for entry in inputs if entry.name not in table]
    if missing:
        raise columns_missing(missing, table)
    return [(entry, entry.read(table)) for entry in unless(cancelled, inputs)]


def columns_missing(named: Sequence[str], table: Table) -> TableError:
    """Return the error that names the first of the columns that a table lacks, each as it is to be shown."""
    shown = ", ".join(named[:MOST_NAMED])
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return TableError(f"the network needs columns that this table does not have: {shown}{more}.", table.path)


def feature_matrix(cells: Cells, derived: Sequence[Derived], rows: Integers, cancelled: Ask | None = None) -> Floats:
    """Return (m, d) raw features of ``rows`` (m,): those of the inputs, then the derived ones of raw numbers."""
    d = sum(entry.width for entry, _ in cells) + len(derived)
    out = np.empty((len(rows), d))
    size = max(1, BLOCK_NUMBERS // max(1, d))
    for start in unless(cancelled, range(0, len(rows), size)):
        block = slice(start, start + size)
        _fill(cells, derived, rows[block], out[block])
    return out


def _fill(cells: Cells, derived: Sequence[Derived], rows: Integers, out: Floats) -> None:
    at, bases, numbers = 0, set(base_columns(derived)), {}
    for entry, whole in cells:
        part = whole[rows]
        entry.spread(part, out[:, at : at + entry.width])
        at += entry.width
        if entry.name in bases:
            numbers[entry.name] = entry.filled(part)
    for one in derived:
        out[:, at] = one.values(*(numbers[name] for name in one.columns))
        at += 1
