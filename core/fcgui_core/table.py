"""A table as it was read: typed columns of equal length.

A `Table` never changes. How a column is *stored* and what it is *taken for* are two things: numbers are
stored as float64 with NaN where a cell is missing, everything else as text with None where a cell is missing;
``kind`` says what the column means ("identifier" may be stored as numbers).
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.column import Column, Kind, number_text
from fcgui_core.errors import TableError
from fcgui_core.read_options import LeftOut, ReadOptions
from fcgui_core.recipe import Recipe
from fcgui_core.retype import OddCell, retyped

__all__ = ["Column", "Kind", "Table", "number_text"]


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of equal length, and what the reader has to tell about the file (``notes``, one line each).

    ``dialect`` holds what was recognised about the file: "encoding", "delimiter", "decimal", "thousands" (the mark of
    the first column that has one), "header" (what `fcgui inspect` shows); it is empty for a table that never was a
    file. ``read_options`` are what the user fixed. ``left_out`` are the file's rows that are not in the table, with
    their lines: the first 10,000 of ``n_left_out``. ``lines`` (n_rows,) is the file's line of each row, 1-based; None
    where there is no file. ``recipe`` is what a generated or painted table was made from, else None. Where the user
    left rows out, ``whole`` is the table with all of them, and ``rows`` (n_rows,) are the numbers (0-based) in it of
    those that stayed.
    """

    name: str
    columns: tuple[Column, ...]
    n_rows: int
    notes: tuple[str, ...] = ()
    path: Path | None = None
    dialect: Mapping[str, Any] = field(default_factory=dict)
    read_options: ReadOptions = field(default_factory=ReadOptions)
    left_out: tuple[LeftOut, ...] = ()
    n_left_out: int = 0
    lines: NDArray[np.int64] | None = None
    recipe: Recipe | None = None
    whole: Table | None = None
    rows: NDArray[np.int64] | None = None

    def __post_init__(self) -> None:
        if len({column.name for column in self.columns}) != len(self.columns):
            raise TableError("two columns have the same name.", self.path)
        if any(len(column.values) != self.n_rows for column in self.columns):
            raise TableError("the columns differ in length.", self.path)

    @property
    def complete(self) -> Table:
        """The table with the rows that the user left out; itself where there are none."""
        return self.whole or self

    @cached_property
    def rows_left_out(self) -> NDArray[np.int64]:
        """(k,) the numbers (0-based) in `complete` of the rows that the user left out."""
        if self.rows is None:
            return np.zeros(0, dtype=np.int64)
        return np.delete(np.arange(self.complete.n_rows), self.rows)

    def number(self, row: int) -> int:
        """Return what a row (0-based) is called: its number among all rows of the file, from 1."""
        return row + 1 if self.rows is None else int(self.rows[row]) + 1

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def column(self, name: str) -> Column:
        """Return the column called ``name``; `TableError` naming near ones when there is none."""
        try:
            return self._by_name[name]
        except KeyError:
            raise TableError(f'there is no column "{name}"{self._near(name)}.', self.path) from None

    def problem(self, message: str, name: str, row: int | None = None) -> TableError:
        """Return the error that says ``message`` of a column, and of one of its rows (0-based), with their place."""
        column = self.names.index(name) + 1 if name in self else None
        line = None if row is None or self.lines is None else int(self.lines[row])
        return TableError(message, self.path, line, column)

    def with_kinds(self, kinds: Mapping[str, Kind]) -> Table:
        """Return this table with columns re-typed: name -> kind; their reason is "chosen by you".

        Raises `TableError` for a column that is not there and for cells that cannot be of that kind.
        """
        decimal = str(self.dialect.get("decimal") or ".")
        new: dict[str, Column] = {}
        for name, kind in kinds.items():
            column = self.column(name)
            try:
                new[name] = retyped(column, kind, decimal)
            except OddCell as error:
                row = int(np.flatnonzero(column.texts() == error.text)[0])
                raise self.problem(error.message, name, row) from None
            except TableError as error:
                raise self.problem(error.message, name) from None
        return replace(self, columns=tuple(new.get(column.name, column) for column in self.columns))

    def with_order(self, name: str, order: tuple[str, ...] | None) -> Table:
        """Return this table with the categories of one column in an order, lowest first; None takes it away.

        Raises `TableError` for a category that comes twice or that is not in the order.
        """
        column = self.column(name)
        if order is not None:
            lacking = [text for text in column.counts if text not in order]
            if lacking:
                raise self.problem(f'the order of "{name}" lacks the category "{lacking[0][:40]}".', name)
            if len(set(order)) != len(order):
                raise self.problem(f'the order of "{name}" names a category twice.', name)
        ordered = replace(column, order=order)
        return replace(self, columns=tuple(ordered if one is column else one for one in self.columns))

    def find(self, name_or_number: str | int) -> str:
        """Return the name of a column given by its name or its 1-based number; else `TableError`."""
        text = str(name_or_number).strip()
        for name in (str(name_or_number), text):
            if name in self:
                return name
        folded = [name for name in self.names if name.casefold() == text.casefold()]
        if len(folded) == 1:
            return folded[0]
        if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(self.columns):
            return self.names[int(text) - 1]
        return self.column(text).name

    def _near(self, name: str) -> str:
        near = difflib.get_close_matches(name, self.names, n=3, cutoff=0.5)
        if near:
            return f"; near it {'is' if len(near) == 1 else 'are'} {', '.join(near)}"
        more = ", ..." if len(self.names) > 8 else ""
        return f"; the columns are {', '.join(self.names[:8])}{more}"
