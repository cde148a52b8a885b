"""What each column is for: the target, the inputs, what is left out; and guessing it, with reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

import numpy as np

from fcgui_core.column import Column
from fcgui_core.errors import TableError
from fcgui_core.table import Table

Task = Literal["classification", "regression"]

TASKS: tuple[Task, ...] = ("classification", "regression")


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
