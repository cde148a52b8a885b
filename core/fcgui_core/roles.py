"""What each column is for: the target, the inputs, what is left out; and guessing it, with reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from fcgui_core.column import Column
from fcgui_core.errors import TableError
from fcgui_core.names import numberless, target_name
from fcgui_core.table import Table
from fcgui_core.target import SURE, Task, guess_target, guess_task

__all__ = ["TASKS", "Roles", "Task", "guess_roles", "guess_task", "left_out"]

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


def guess_roles(
    table: Table,
    target: str | int | None = None,
    ignore: Collection[str | int] = (),
    task: str = "auto",
    use: Collection[str | int] = (),
) -> Roles:
    """Guess the target by name and place, the task by the target, what to leave out by kind; say why of each.

    ``target``, ``ignore`` and ``use`` (inputs, whatever they look like) take names or 1-based numbers. Texts are left
    out, unless nothing else could be an input. Raises `TableError` for a column that is not there (naming near ones).
    That any input is left is for `preparation.prepare` to say: the user may take some in.
    """
    ignored = {table.find(name): "left out by you" for name in ignore}
    wanted = {table.find(name) for name in use}
    if target is None:
        candidates = [column for column in table.columns if column.name not in {*ignored, *wanted}]
        if not candidates:
            raise TableError("no column is left to be the target.", table.path)
        header, file = table.dialect.get("header") is not False, table.path.name if table.path else ""
        chosen, why = guess_target(candidates, table.columns, header, file)
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
    twice = next((name for name in table.names if name in wanted and (name == chosen or name in ignored)), None)
    if twice is not None:
        other = "the target" if twice == chosen else "left out"
        raise TableError(f'"{twice}" cannot be both an input and {other}.', table.path)
    for column in table.columns:
        if column.name not in (chosen, *ignored, *wanted):
            ignored |= left_out(column) or _sibling(column, chosen)
    ignored = _without_texts(table, chosen, ignored)
    ordered = {name: ignored[name] for name in table.names if name in ignored}
    return Roles(chosen, ordered, guessed, why, task_reason)


def _without_texts(table: Table, target: str, ignored: dict[str, str]) -> dict[str, str]:
    """Return what is left out; where nothing else could be an input, texts are not: their words are inputs.

    What is missing in most rows is nothing: remarks beside a few of the texts, say.
    """
    full = [column for column in table.columns if 2 * column.missing < len(column.values)]
    if any(column.name != target and column.name not in ignored for column in full):
        return ignored
    texts = {column.name for column in full if column.kind == "text" and not column.is_number}
    return {name: why for name, why in ignored.items() if name not in texts or why == "left out by you"}


def _sibling(column: Column, target: str) -> dict[str, str]:
    """Return ``{name: reason}`` if a column is another target beside the chosen one: Y1 and Y2."""
    surety = target_name(column.name)[0]
    if surety < SURE or surety != target_name(target)[0] or numberless(column.name) != numberless(target):
        return {}
    return {column.name: f"another target, as {target} is"}


def left_out(column: Column) -> dict[str, str]:
    """Return ``{name: reason}`` if such a column is left out unless the user takes it in, else empty."""
    if column.missing == len(column.values):
        return {column.name: "every cell is missing"}
    if column.kind == "text" and not column.is_number:
        return {column.name: f"text: {column.reason}; taken in, its words are inputs"}
    if column.kind in ("identifier", "constant", "text"):
        return {column.name: f"{column.kind}: {column.reason}" if column.reason else column.kind}
    return {}
