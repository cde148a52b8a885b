"""The fast reader, Apache Arrow: blocks of text into columns, and .parquet files. Imported only when one is read.

Arrow rounds numbers correctly, lets go of the interpreter while it works, and refuses rows of another width.
"""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

import numpy as np

from fcgui_core.fast_block import Coded, FastParser, Floats, Layout, OddBlock

_BAD_COLUMN = re.compile(r"column #(\d+)")


@cache
def fast_parser() -> FastParser | None:
    """Return the fast parser for `fcgui_core.read_csv.read_table`, or None where Arrow is not installed."""
    try:
        import pyarrow.csv
    except ImportError:
        return None
    return ArrowParser(pyarrow, pyarrow.csv)


class ArrowParser:
    """Cuts blocks of text; see `FastParser`."""

    def __init__(self, arrow: ModuleType, csv: ModuleType) -> None:
        self._arrow, self._csv = arrow, csv

    def __call__(self, block: bytes, layout: Layout) -> list[Floats | Coded]:
        """Return the columns of a block. Raises `OddBlock`."""
        arrow, csv = self._arrow, self._csv
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


def _numbers(at: int, column: object, may_be_nan: bool) -> Floats:
    """The column as float64, NaN where missing; "nan" and its like, which Arrow takes for numbers, are odd."""
    values: Floats = column.to_numpy()  # type: ignore[attr-defined]  # pyarrow has no types
    if may_be_nan and np.count_nonzero(np.isnan(values)) != column.null_count:  # type: ignore[attr-defined]
        raise OddBlock(at)
    return values


def _coded(column: object) -> Coded:
    whole = column.unify_dictionaries().combine_chunks()  # type: ignore[attr-defined]
    if hasattr(whole, "chunks"):
        whole = whole.chunk(0)
    return Coded(whole.dictionary.to_pylist(), whole.indices.to_numpy())
