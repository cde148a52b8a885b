"""A table inside a project file: numbers as they are, texts as codes and a list of the different ones."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import KINDS, Column
from fcgui_core.errors import FileError
from fcgui_core.npz import Npz
from fcgui_core.read_options import RAGGED, LeftOut, ReadOptions
from fcgui_core.recipe import Recipe
from fcgui_core.strict_json import a_text, a_whole, an_object, dump, parse
from fcgui_core.table import Table

MAX_ROWS = 2**31 - 1  # codes are int32
FLOATS, CODES, LINES = np.dtype("<f8"), np.dtype("<i4"), np.dtype("<i8")

Arrays = dict[str, NDArray[Any]]


def describe_table(table: Table) -> tuple[dict[str, Any], Arrays]:
    """Return the table as plain values and arrays, which `restore_table` turns back into an equal one."""
    arrays: Arrays = {}
    columns = []
    for at, column in enumerate(table.columns):
        columns.append(
            {
                "name": column.name,
                "kind": column.kind,
                "reason": column.reason,
                "order": None if column.order is None else list(column.order),
                "numbers": column.is_number,
            }
        )
        if column.is_number:
            arrays[f"column{at}"] = column.values
        else:
            categories, codes = column.coding
            arrays[f"column{at}"] = codes
            arrays[f"texts{at}"] = np.frombuffer(dump({"texts": categories}).encode(), dtype=np.uint8)
    if table.lines is not None:
        arrays["lines"] = table.lines
    description = {
        "name": table.name,
        "rows": table.n_rows,
        "columns": columns,
        "notes": list(table.notes),
        "path": None if table.path is None else str(table.path),
        "dialect": dict(table.dialect),
        "read_options": asdict(table.read_options),
        "left_out": [list(row) for row in table.left_out],
        "n_left_out": table.n_left_out,
        "lines": table.lines is not None,
        "recipe": None if table.recipe is None else table.recipe.to_dict(),
    }
    return description, arrays


def restore_table(data: Any, file: Npz) -> Table:
    """Return the table that `describe_table` described. Raises `FileError` for what it cannot have written."""
    try:
        n = data["rows"]
        if type(n) is not int or not 0 <= n <= MAX_ROWS:
            raise ValueError("rows")
        columns = tuple(_column(entry, at, n, file) for at, entry in enumerate(data["columns"]))
        return Table(
            a_text(data["name"]),
            columns,
            n,
            tuple(a_text(note) for note in data["notes"]),
            None if data["path"] is None else Path(a_text(data["path"])),
            an_object(data["dialect"]),
            read_options_from(data["read_options"]),
            tuple(LeftOut(a_whole(line), a_text(reason)) for line, reason in data["left_out"]),
            a_whole(data["n_left_out"]),
            file.numbers("lines", LINES, (n,)) if data["lines"] is True else None,
            None if data["recipe"] is None else Recipe.from_dict(data["recipe"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError("The table in this file is damaged.") from None


def _column(entry: Any, at: int, n: int, file: Npz) -> Column:
    if entry["kind"] not in KINDS:
        raise ValueError("kind")
    values: NDArray[Any]
    if entry["numbers"] is True:
        values = file.numbers(f"column{at}", FLOATS, (n,), nan=True)
        missing = int(np.count_nonzero(np.isnan(values)))
    else:
        values, missing = _texts(file, at, n)
    order = None if entry["order"] is None else tuple(a_text(name) for name in entry["order"])
    return Column(a_text(entry["name"]), entry["kind"], values, missing, a_text(entry["reason"]), order)


def _texts(file: Npz, at: int, n: int) -> tuple[NDArray[Any], int]:
    codes = file.numbers(f"column{at}", CODES, (n,))
    texts = [a_text(text) for text in parse(file.data(f"texts{at}").decode())["texts"]]
    if len(set(texts)) != len(texts) or (n and not -1 <= codes.min() <= codes.max() < len(texts)):
        raise ValueError("codes")
    cells = np.empty(len(texts) + 1, dtype=object)
    cells[:] = [*texts, None]
    return cells[codes], int(np.count_nonzero(codes < 0))


def read_options_from(data: Any) -> ReadOptions:
    """Return the options that `asdict` described; `TypeError` or `KeyError` for anything else."""
    texts = {name: data[name] for name in ("delimiter", "decimal", "thousands", "encoding", "sheet")}
    if not all(value is None or isinstance(value, str) for value in texts.values()) or data["ragged"] not in RAGGED:
        raise TypeError
    header, skip = data["header"], data["skip_lines"]
    if header not in (None, True, False) or not (skip is None or type(skip) is int):
        raise TypeError
    missing = tuple(a_text(mark) for mark in data["missing"])
    return ReadOptions(header=header, skip_lines=skip, missing=missing, ragged=data["ragged"], **texts)
