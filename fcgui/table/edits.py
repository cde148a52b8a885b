"""Intents about the table become edits: kinds, roles and order of its columns, warnings put right, reading again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from fcgui.document import Document
from fcgui.edits import Editor, of_table, refusing
from fcgui.table.row_edits import RowEdits, kinds_changed
from fcgui.table.words import kind_names, named
from fcgui_core.column import KINDS
from fcgui_core.roles import Roles, guess_task, left_out
from fcgui_core.table import Table
from fcgui_core.traps import Trap

BY_YOU = ("left out by you", "chosen by you")


class TableEdits(Editor):
    """Slots for the intents of the page "Table", the data panel's list, and the import dialog."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self.rows = RowEdits(document, self)
        self.rows.made.connect(self._show_rows)

    @Slot(list, str)
    @of_table
    def choose_kinds(self, columns: list[str], kind: str) -> None:
        """What some columns are taken for, all in one step; their roles follow where the user has not chosen them."""
        table, roles = self._project.table, self._project.roles
        if table is None or roles is None or kind not in KINDS:
            return
        retyped = table.with_kinds(dict.fromkeys(columns, kind))
        name = self.tr("{columns}: {kind}").format(columns=named(columns), kind=kind_names()[kind])
        self._show(name, retyped, roles_after(retyped, roles, columns))

    @Slot(str, object)
    @of_table
    def order_categories(self, column: str, order: tuple[str, ...] | None) -> None:
        """The categories of a column from the lowest to the highest; None takes their order away."""
        table = self._project.table
        if table is not None and table.column(column).order != order:
            name = self.tr("Order of {column}").format(column=named([column]))
            self.document.change(name, table=table.with_order(column, order))

    @Slot(object)
    @of_table
    def fix(self, trap: Trap) -> None:
        """Put right what a warning is about."""
        roles = self._project.roles
        if roles is None:
            return
        if trap.fix == "balance":
            self.document.change(self.tr("Balance the classes"), class_weights="balanced")
        elif trap.fix == "robust":
            self.document.change(self.tr("Scale robustly"), scale="robust")
        elif trap.fix == "leave out":
            for column in trap.columns:
                roles = roles.with_ignored(column, True)
            self.document.change(self.tr("Leave out {columns}").format(columns=named(trap.columns)), roles=roles)
        elif trap.fix == "leave out rows":
            self.rows.leave_out(trap.rows, True)

    @Slot(str, object)
    def _show_rows(self, name: str, table: Table) -> None:
        """Other rows are left out; columns that are something else without them follow in their roles."""
        before, roles = self._project.table, self._project.roles
        if before is not None and roles is not None:
            self._show(name, table, roles_after(table, roles, kinds_changed(before, table)))

    @Slot(object, object)
    @refusing
    def show_again(self, table: Table, roles: Roles) -> None:
        """The same file, read in another way; if another table is shown by now, nothing."""
        present = self._project.table
        if present is not None and present.path == table.path:
            self._show(self.tr("Read {table} again").format(table=table.name), table, roles)

    def _show(self, name: str, table: Table, roles: Roles) -> None:
        before = self._project.roles
        as_before = before is not None and (before.target, before.task) == (roles.target, roles.task)
        output = {} if as_before else {"output": "auto", "loss": "auto"}
        self.document.change(name, table=table, roles=roles, **output)


def roles_after(table: Table, roles: Roles, retyped: list[str]) -> Roles:
    """Roles after some columns were re-typed: a column comes in or goes out as its new kind calls for.

    What the user left out stays out; a task that the user chose stays.
    """
    ignored = dict(roles.ignored)
    for name in retyped:
        if name == roles.target or ignored.get(name) in BY_YOU:
            continue
        ignored.pop(name, None)
        ignored |= left_out(table.column(name))
    ordered = {name: ignored[name] for name in table.names if name in ignored}
    after = replace(roles, ignored=ordered)
    if roles.target in retyped and roles.task_reason not in BY_YOU:
        task, reason = guess_task(table.column(roles.target))
        after = replace(after, task=task, task_reason=reason)
    return after
