"""A table as it was read: typed columns, and the roles they play (target, inputs, left out).

A `Table` never changes. How a column is *stored* and what it is *taken for* are two things: numbers are
stored as float64 with NaN where a cell is missing, everything else as text with None where a cell is missing;
``kind`` says what the column means ("identifier" may be stored as numbers).
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import TableError

Kind = Literal["numeric", "categorical", "identifier", "date", "text", "constant"]
Task = Literal["classification", "regression"]

TASKS: tuple[Task, ...] = ("classification", "regression")


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its name, what it was taken for and why, and its cells.

    ``values`` is (n,) and read-only: float64 with NaN for missing (``is_number``), or objects: str with None
    for missing. ``missing`` counts the missing cells. ``reason`` is one line for the user: why this kind.
    """

    name: str
    kind: Kind
    values: NDArray[Any]
    missing: int = 0
    reason: str = ""

    def __post_init__(self) -> None:
        self.values.setflags(write=False)

    @property
    def is_number(self) -> bool:
        """Whether the cells are stored as float64."""
        return self.values.dtype.kind == "f"

    @cached_property
    def present(self) -> NDArray[np.bool_]:
        """(n,) True where the cell is not missing."""
        cells = ~np.isnan(self.values) if self.is_number else [value is not None for value in self.values]
        return np.asarray(cells, dtype=np.bool_)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each value occurs, as text, sorted (numbers by size); missing cells are not counted."""
        if self.is_number:
            numbers, how_often = np.unique(self.values[self.present], return_counts=True)
            names = [number_text(number) for number in numbers]
        else:
            texts, how_often = np.unique(self.values[self.present].astype(str), return_counts=True)
            names = [str(text) for text in texts]
        return MappingProxyType(dict(zip(names, (int(count) for count in how_often), strict=True)))

    def text(self, row: int) -> str:
        """Return the cell in ``row`` (0-based) as one would write it; empty where it is missing."""
        value = self.values[row]
        if self.is_number:
            return "" if np.isnan(value) else number_text(value)
        return "" if value is None else str(value)

    def texts(self) -> NDArray[Any]:
        """Return (n,) the cells as objects: text, or None where missing."""
        if not self.is_number:
            return self.values
        numbers, inverse = np.unique(self.values, return_inverse=True)
        names = np.array([None if np.isnan(number) else number_text(number) for number in numbers], dtype=object)
        return names[inverse]


def number_text(number: float) -> str:
    """Return the shortest text of a number: ``1.0`` becomes ``"1"``, ``0.1`` stays ``"0.1"``."""
    value = float(number)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of equal length, and what the reader has to tell about the file (``notes``, one line each).

    ``dialect`` holds what was recognised about the file: "encoding", "delimiter", "decimal", "header" (what
    `fcgui inspect` shows); it is empty for a table that never was a file.
    """

    name: str
    columns: tuple[Column, ...]
    n_rows: int
    notes: tuple[str, ...] = ()
    path: Path | None = None
    dialect: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len({column.name for column in self.columns}) != len(self.columns):
            raise TableError("two columns have the same name.", self.path)
        if any(len(column.values) != self.n_rows for column in self.columns):
            raise TableError("the columns differ in length.", self.path)

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
        near = difflib.get_close_matches(name, self.names, n=3, cutoff=0.5) or list(self.names[:8])
        more = ", ..." if len(near) == 8 < len(self.names) else ""
        return f"; near it are {', '.join(near)}{more}" if near else ""


@dataclass(frozen=True)
class Roles:
    """What each column is for: one target, some left out (name -> reason), the rest are inputs.

    ``target_reason`` and ``task_reason`` are one line each for the user: why this target, why this task.
    """

    target: str | None
    ignored: Mapping[str, str]
    task: Task
    target_reason: str = ""
    task_reason: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ignored", MappingProxyType(dict(self.ignored)))

    def __hash__(self) -> int:
        return hash((self.target, tuple(self.ignored.items()), self.task))

    def inputs(self, table: Table) -> tuple[str, ...]:
        """Return the names of the columns that enter the network, in the table's order."""
        return tuple(name for name in table.names if name != self.target and name not in self.ignored)

    def with_target(self, table: Table, name: str) -> Roles:
        """Return these roles with another target: the task is guessed anew.

        The old target becomes an input, unless such a column is left out (an identifier, say).
        """
        ignored = {column: reason for column, reason in self.ignored.items() if column != name}
        if self.target is not None and self.target != name:
            ignored |= left_out(table.column(self.target))
        task, reason = guess_task(table.column(name))
        return Roles(name, ignored, task, "chosen by you", reason)

    def with_ignored(self, name: str, ignored: bool) -> Roles:
        """Return these roles with one column left out or taken in again; `TableError` for the target."""
        if ignored and name == self.target:
            raise TableError(f'"{name}" is the target; choose another target before leaving it out.')
        rest = {column: reason for column, reason in self.ignored.items() if column != name}
        return replace(self, ignored=rest | {name: self.ignored.get(name, "left out by you")} if ignored else rest)

    def with_task(self, task: Task) -> Roles:
        """Return these roles with another task."""
        return replace(self, task=task, task_reason="chosen by you")


# Names that say "this is what is to be predicted", the surest first; compared without case, spaces and marks.
TARGET_NAMES = (
    "target", "class", "label", "y", "species", "outcome", "diagnosis", "classification",
    "classlabel", "targetclass", "classname", "category", "response", "output", "survived", "churn",
    "default", "defaultpaymentnextmonth", "subscribed", "deposit", "income", "spam", "isspam",
    "fraud", "isfraud", "attrition", "exited", "loanstatus", "price", "saleprice", "medv",
    "medhousevalue", "medianhousevalue", "mpg", "strength", "quality", "rings", "charges",
    "variety", "type", "result", "status", "digit", "sentiment", "score", "grade", "purchased",
    "approved",
)  # fmt: skip


def guess_roles(
    table: Table, target: str | int | None = None, ignore: Collection[str | int] = (), task: str = "auto"
) -> Roles:
    """Guess the target by name and place, the task by the target, what to leave out by kind; say why of each.

    ``target`` and ``ignore`` take names or 1-based numbers. Raises `TableError` for a column that is not
    there (naming near ones). That any input is left is for `Preparation.fit` to say: the user may take some
    in.
    """
    ignored = {table.find(name): "left out by you" for name in ignore}
    if target is None:
        chosen, why = _guess_target([column for column in table.columns if column.name not in ignored], table)
    else:
        chosen, why = table.find(target), "chosen by you"
        if chosen in ignored:
            raise TableError(f'"{chosen}" cannot be both the target and left out.', table.path)
    guessed, task_reason = guess_task(table.column(chosen))
    if task in TASKS:
        guessed, task_reason = (
            ("classification" if task == "classification" else "regression"),
            "chosen by you",
        )
    for column in table.columns:
        if column.name != chosen and column.name not in ignored:
            ignored |= left_out(column)
    ordered = {name: ignored[name] for name in table.names if name in ignored}
    return Roles(chosen, ordered, guessed, why, task_reason)


def left_out(column: Column) -> dict[str, str]:
    """Return ``{name: reason}`` if such a column is left out unless the user takes it in, else empty."""
    if column.missing == len(column.values):
        return {column.name: "every cell is missing"}
    if column.kind in ("identifier", "constant", "date", "text"):
        return {column.name: f"{column.kind}: {column.reason}" if column.reason else column.kind}
    return {}


def guess_task(column: Column) -> tuple[Task, str]:
    """Return the task that a target of this kind calls for, and why in one line."""
    counts = column.counts
    n, rows = len(counts), sum(counts.values())
    if not column.is_number:
        return "classification", f"{column.name} has {n} different texts"
    whole = bool(np.all(np.mod(column.values[column.present], 1) == 0))
    if n == 2 or (whole and n <= 20 and rows >= 3 * n):
        return "classification", f"{column.name} has only {n} different values"
    if column.kind == "categorical":
        return "classification", f"{column.name} is taken for categories"
    return "regression", f"{column.name} is a number with {n} different values"


def _guess_target(candidates: list[Column], table: Table) -> tuple[str, str]:
    if not candidates:
        raise TableError("no column is left to be the target.", table.path)
    named = [column for column in candidates if column.kind in ("numeric", "categorical") or _is_counter(column)]
    plain = {"".join(ch for ch in column.name.casefold() if ch.isalnum()): column for column in reversed(named)}
    for name in TARGET_NAMES:
        if name in plain:
            return plain[name].name, f'its name, "{plain[name].name}", says so'
    usable = [column for column in candidates if not left_out(column)] or candidates
    first, last = usable[0], usable[-1]
    if guess_task(last)[0] == "regression" and first is not last and _stands_in_blocks(first):
        return first.name, "it is the first column and the rows are sorted by its few values"
    return last.name, "it is the last column"


def _is_counter(column: Column) -> bool:
    """Whether a column was taken for an identifier by its numbers: its name may say something else."""
    return column.kind == "identifier" and column.is_number


def _stands_in_blocks(column: Column) -> bool:
    """Whether a column has few values and equal ones stand together, as classes do in many files."""
    if guess_task(column)[0] != "classification" or len(column.counts) < 2:
        return False
    cells = column.texts()
    changes = int(np.count_nonzero(cells[1:] != cells[:-1]))
    return changes == len(column.counts) - 1 and len(cells) >= 3 * len(column.counts)
