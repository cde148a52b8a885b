"""Parquet files, by Apache Arrow: typed columns as they are. Imported only when such a file is read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column
from fcgui_core.errors import Cancelled, TableError
from fcgui_core.kinds import make_column
from fcgui_core.read_options import ReadOptions
from fcgui_core.table import Table
from fcgui_core.unpack import table_name

EXACT_BELOW = 2**53
PIECE_ROWS = 1 << 16  # are read together
MAX_CELLS = 1 << 28  # of a table: two GiB of numbers


def is_parquet(path: Path) -> bool:
    """Whether a file (no pipe, which would wait for ever) is Parquet, by its first bytes."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(4) == b"PAR1"
    return False


def read_parquet(
    path: Path,
    options: ReadOptions,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    max_rows: int | None = None,
) -> Table:
    """Read a Parquet file; columns of lists and structures are left out, with a note. Raises `TableError`."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise TableError("reading Parquet files needs the package pyarrow: pip install pyarrow.", path) from None
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            n = file.metadata.num_rows
            if n * file.metadata.num_columns > MAX_CELLS:
                raise TableError("this file is too large to be taken into memory.", path)
            whole = _read(file, n if max_rows is None else max_rows, cancelled)
        return _table(path, options, whole, progress, cancelled)
    except (TableError, Cancelled):
        raise
    except (pyarrow.ArrowException, ArithmeticError, OSError, ValueError, MemoryError) as error:
        said = str(error).strip().split("\n")[0].rstrip(".")[:120].lower() or type(error).__name__
        raise TableError(f"cannot be read: this Parquet file is broken ({said}).", path) from None


def _read(file: Any, rows: int, cancelled: Callable[[], bool] | None) -> Any:
    """The first ``rows`` rows, a piece at a time."""
    import pyarrow

    pieces, known = [], 0
    for piece in file.iter_batches(batch_size=min(PIECE_ROWS, max(rows, 1))):
        if cancelled is not None and cancelled():
            raise Cancelled("reading was cancelled.")
        pieces.append(piece)
        known += piece.num_rows
        if known >= rows:
            break
    return pyarrow.Table.from_batches(pieces, file.schema_arrow).slice(0, rows)


def _table(
    path: Path,
    options: ReadOptions,
    whole: Any,
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Table:
    columns: list[Column] = []
    notes: list[str] = []
    width = whole.num_columns
    if not whole.num_rows:
        raise TableError("the file holds no rows.", path)
    for at, name in enumerate(whole.column_names):
        if cancelled is not None and cancelled():
            raise Cancelled("reading was cancelled.")
        values = _values(whole.column(at))
        if values is None:
            notes.append(f"{name} holds {whole.column(at).type}, not single values; it is left out.")
        else:
            columns.append(make_column(_unused(name or f"column {at + 1}", columns), values, at, width))
        if progress is not None:
            progress((at + 1) / width)
    if not columns:
        raise TableError("no column of this file holds single values.", path)
    shown = {"encoding": "parquet", "delimiter": None, "decimal": ".", "header": True}
    return Table(table_name(path), tuple(columns), whole.num_rows, tuple(notes), path, shown, options)


def _unused(name: str, columns: list[Column]) -> str:
    taken, again, plain = {column.name for column in columns}, 2, name
    while name in taken:
        name, again = f"{plain} ({again})", again + 1
    return name


def _values(column: Any) -> NDArray[Any] | None:
    """(n,) float64 with NaN for missing, or objects with None; None for a type that is no single value."""
    import pyarrow as arrow

    kind = column.type
    if arrow.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
        kind = column.type
    whole = arrow.types.is_integer(kind) and _is_exact(column)
    if whole or arrow.types.is_floating(kind) or arrow.types.is_decimal(kind):
        numbers = column.cast(arrow.float64(), safe=False).to_numpy(zero_copy_only=False)
        numbers = np.array(numbers, dtype=np.float64)
        numbers[np.isinf(numbers)] = np.nan
        return numbers
    if arrow.types.is_null(kind):
        return np.full(len(column), np.nan)
    single = (
        arrow.types.is_integer(kind) or arrow.types.is_boolean(kind) or arrow.types.is_temporal(kind)
        or arrow.types.is_string(kind) or arrow.types.is_large_string(kind)
    )  # fmt: skip
    if not single:
        return None
    coded = column.dictionary_encode().unify_dictionaries().combine_chunks()
    coded = coded.chunk(0) if hasattr(coded, "chunks") else coded
    known = [str(value).strip() or None for value in coded.dictionary.to_pylist()]
    cells = np.empty(len(known) + 1, dtype=object)  # the last one for missing cells
    cells[:-1] = known
    texts: NDArray[Any] = cells[coded.indices.fill_null(len(known)).to_numpy()]
    return texts


def _is_exact(column: Any) -> bool:
    """Whether whole numbers are small enough for a float; others are keys, and stay texts."""
    import pyarrow.compute

    ends = pyarrow.compute.min_max(column)
    low, high = ends["min"].as_py(), ends["max"].as_py()
    return low is None or bool(low > -EXACT_BELOW and high < EXACT_BELOW)
