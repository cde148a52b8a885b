"""A table without the rows that the user leaves out: as if its file had never held them.

The table that holds them all is kept beside it, so that they can be shown, and taken in again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Coding, Column
from fcgui_core.errors import TableError
from fcgui_core.fast_block import Coded
from fcgui_core.gathering import Gathered, Rules
from fcgui_core.kinds import make_column
from fcgui_core.left_out import MAX_LISTED
from fcgui_core.read_options import LeftOut, ReadOptions
from fcgui_core.retype import CHOSEN
from fcgui_core.table import Table

BY_YOU = "left out by you"

Integers = NDArray[np.int64]
Ranges = tuple[tuple[int, int], ...]  # first and last, both included
Which = slice | Integers

_RANGE = re.compile(r"(\d{1,12})(?:\s*-\s*(\d{1,12}))?", re.ASCII)


def without_rows(table: Table, rows: Iterable[int] | Integers) -> Table:
    """Return the table of the same file without these ``rows``, its numbers (0-based) in `Table.complete`.

    They are all that are left out: none leaves out none. Kinds are guessed anew from the rows that stay, as reading a
    file without the others would; kinds and orders that the user chose stay. Raises `TableError` if no row would stay.
    """
    complete = table.complete
    out = np.unique(np.asarray(list(rows) if not isinstance(rows, np.ndarray) else rows, dtype=np.int64))
    out = out[(out >= 0) & (out < complete.n_rows)]
    if not len(out):
        return with_choices(complete, table)
    if len(out) == complete.n_rows:
        raise TableError("no row would be left in the table.", complete.path)
    kept = np.delete(np.arange(complete.n_rows), out)
    which: Which = kept
    if kept[-1] - kept[0] == len(kept) - 1:
        which = slice(int(kept[0]), int(kept[-1]) + 1)  # shares the memory of the whole
    width = len(complete.columns)
    columns = tuple(_column(one, which, out, at, width, complete) for at, one in enumerate(complete.columns))
    numbers = out + 1 if complete.lines is None else complete.lines[out]
    listed = [LeftOut(number, BY_YOU) for number in numbers[:MAX_LISTED].tolist()]
    made = replace(
        complete,
        columns=columns,
        n_rows=len(kept),
        left_out=tuple(sorted([*complete.left_out, *listed])[:MAX_LISTED]),
        n_left_out=complete.n_left_out + len(out),
        lines=None if complete.lines is None else complete.lines[which],
        whole=complete,
        rows=kept,
    )
    return with_choices(made, table)


def with_choices(table: Table, before: Table) -> Table:
    """Return ``table`` with the kinds and orders that the user chose for columns of ``before``.

    A choice that is impossible now (a number among texts) is let go of.
    """
    for old in before.columns:
        with suppress(TableError):
            if old.reason.startswith(CHOSEN):
                table = table.with_kinds({old.name: old.kind})
            if old.order is not None and old.name in table and table.column(old.name).kind == old.kind:
                table = table.with_order(old.name, old.order)
    return table


def _column(whole: Column, kept: Which, out: Integers, at: int, width: int, table: Table) -> Column:
    if whole.is_number:
        return make_column(whole.name, whole.values[kept], at, width)
    coding = _coding(whole.coding, kept)
    numbers = _numbers(whole, coding, out, table)
    if numbers is not None:
        return make_column(whole.name, numbers, at, width)
    return make_column(whole.name, whole.values[kept], at, width, coding)


def _coding(whole: Coding, kept: Which) -> Coding:
    """The coding of some rows, without sorting their texts anew."""
    codes = whole.codes[kept]
    used = np.zeros(len(whole.categories) + 1, dtype=bool)
    used[codes] = True
    used[-1] = False  # a missing cell
    places = np.cumsum(used, dtype=np.int32) - np.int32(1)
    places[-1] = -1
    return Coding(tuple(text for text, is_used in zip(whole.categories, used, strict=False) if is_used), places[codes])


def _numbers(whole: Column, coding: Coding, out: Integers, table: Table) -> NDArray[np.float64] | None:
    """The cells as numbers, where only the rows that are left out kept them from being such ("Total")."""
    texts = [str(text) for text in whole.values[out].tolist() if text is not None]
    likely = bool(texts) and bool(coding.categories) and any(char.isdigit() for char in coding.categories[0])
    if not likely:
        return None
    column = Gathered(_rules(table.read_options, table.dialect.get("decimal")))
    codes = np.where(coding.codes < 0, len(coding.categories), coding.codes).astype(np.int32)
    column.add(Coded([*coding.categories, ""], codes))
    settled = column.settle()
    return settled.values if settled is not None and settled.values.dtype.kind == "f" else None


def _rules(options: ReadOptions, decimal: Any) -> Rules:
    return Rules(str(decimal or "."), options.decimal is not None, options.thousands, frozenset(options.missing))


# --- rows by their lines ---


def read_ranges(text: str) -> Ranges:
    """Return the lines in a text such as "12,151-160". Raises `TableError` for another one."""
    ranges = []
    for part in text.split(","):
        found = _RANGE.fullmatch(part.strip())
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last:
            raise TableError(f'"{text}" is no list of lines such as 12,151-160.')
        ranges.append((first, last))
    return tuple(ranges)


def write_ranges(numbers: Sequence[int] | Integers) -> str:
    """Return rising numbers as `read_ranges` reads them: "12,151-160"."""
    every = np.asarray(numbers, dtype=np.int64)
    if not len(every):
        return ""
    parts = np.split(every, np.flatnonzero(np.diff(every) != 1) + 1)
    return ",".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)


def left_out_lines(table: Table) -> Ranges:
    """Return the lines of the rows that the user left out; without lines their numbers."""
    complete, rows = table.complete, table.rows_left_out
    numbers = rows + 1 if complete.lines is None else complete.lines[rows]
    return read_ranges(write_ranges(numbers)) if len(rows) else ()


def rows_at(table: Table, ranges: Ranges) -> Integers:
    """Return the rows (0-based) of `Table.complete` in these lines; without lines the rows of these numbers."""
    complete = table.complete
    lines = np.arange(1, complete.n_rows + 1) if complete.lines is None else complete.lines
    inside = np.zeros(complete.n_rows, dtype=bool)
    for first, last in ranges:
        inside |= (lines >= first) & (lines <= last)
    return np.flatnonzero(inside)


def without_lines(table: Table, ranges: Ranges) -> Table:
    """Return the table without its rows in these lines. Raises `TableError` naming a range that holds no row.

    Lines that are not in the table anyway, since they are empty or of another width, may be named.
    """
    known = {row.line for row in table.left_out}
    for first, last in ranges:
        if not len(rows_at(table, ((first, last),))) and not any(first <= line <= last for line in known):
            where = f"line {first} is no row" if first == last else f"none of the lines {first} to {last} is a row"
            if table.lines is None:
                where = where.replace("line", "number", 1)
            raise TableError(f"{where} of the table.", table.path)
    return without_rows(table, rows_at(table, ranges))
