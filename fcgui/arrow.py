"""The fast reader, Apache Arrow: blocks of text into columns, and .parquet files. Imported only when one is read.

Arrow rounds numbers correctly, lets go of the interpreter while it works, and refuses rows of another width.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.fast_block import Coded, FastParser, Floats, Layout, OddBlock

_BAD_COLUMN = re.compile(r"column #(\d+)")


@cache
def fast_parser() -> FastParser | None:
    """Return the fast parser for `fcgui_core.read_csv.read_table`, or None where Arrow is not installed."""
    return ArrowParser() if importlib.util.find_spec("pyarrow") else None


class ArrowParser:
    """Cuts blocks of text; see `FastParser`. Arrow is imported for the first block: a small file does without."""

    def __call__(self, block: bytes, layout: Layout) -> list[Floats | Coded]:
        """Return the columns of a block. Raises `OddBlock`."""
        import pyarrow as arrow
        from pyarrow import csv

        names = [f"{at}" for at in range(len(layout.numbers))]
        text = arrow.dictionary(arrow.int32(), arrow.string())
        kinds = (arrow.float64() if is_number else text for is_number in layout.numbers)
        try:
            table = csv.read_csv(
                arrow.BufferReader(block),
                csv.ReadOptions(column_names=names, block_size=len(block) + 1, use_threads=False),
                csv.ParseOptions(
                    delimiter=layout.delimiter,
                    quote_char='"' if layout.quoted else False,
                    double_quote=True,
                    ignore_empty_lines=False,
                ),
                csv.ConvertOptions(
                    column_types=dict(zip(names, kinds, strict=True)),
                    null_values=list(layout.missing),
                    strings_can_be_null=False,
                    decimal_point=layout.decimal,
                ),
                memory_pool=arrow.system_memory_pool(),  # gives nothing back to the system between two blocks
            )
        except arrow.ArrowInvalid as error:
            found = _BAD_COLUMN.search(str(error))
            raise OddBlock(int(found.group(1)) if found else None) from None
        may_be_nan = b"a" in block or b"A" in block
        return [
            _numbers(at, column, may_be_nan) if is_number else _coded(column)
            for at, (column, is_number) in enumerate(zip(table.columns, layout.numbers, strict=True))
        ]


def _numbers(at: int, column: Any, may_be_nan: bool) -> Floats:
    """The column as float64, NaN where missing; "nan" and its like, which Arrow takes for numbers, are odd."""
    values: Floats = _values(column, np.float64)
    if column.null_count or may_be_nan:
        present = np.concatenate([_present(chunk) for chunk in column.chunks])
        if may_be_nan and np.isnan(values[present]).any():
            raise OddBlock(at)
        values = np.where(present, values, np.nan)
    return values


def _coded(column: Any) -> Coded:
    column = column.unify_dictionaries()
    indices = [chunk.indices for chunk in column.chunks]
    return Coded(column.chunk(0).dictionary.to_pylist(), np.concatenate([_chunk(one, np.int32) for one in indices]))


def _values(column: Any, kind: type) -> NDArray[Any]:
    """The numbers of a column as they lie in memory; `to_numpy` would import pandas where that is installed."""
    return np.concatenate([_chunk(chunk, kind) for chunk in column.chunks])


def _chunk(chunk: Any, kind: type) -> NDArray[Any]:
    return np.frombuffer(chunk.buffers()[1], kind, len(chunk), chunk.offset * np.dtype(kind).itemsize)


def _present(chunk: Any) -> NDArray[np.bool_]:
    """(n,) whether each number is there: Arrow keeps a bit of each, the lowest first."""
    bits = chunk.buffers()[0]
    if bits is None:
        return np.ones(len(chunk), dtype=np.bool_)
    whole = np.unpackbits(np.frombuffer(bits, np.uint8), count=chunk.offset + len(chunk), bitorder="little")
    return whole[chunk.offset :].astype(np.bool_)
