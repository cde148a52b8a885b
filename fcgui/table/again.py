"""The same file read in another way: what the user chose for its columns is taken over where it still makes sense."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from fcgui_core.errors import TableError
from fcgui_core.retype import CHOSEN
from fcgui_core.roles import Roles, guess_roles
from fcgui_core.table import Table
from fcgui_core.without_rows import left_out_lines, rows_at, with_choices, without_rows


def taken_over(table: Table, before: Table | None, roles: Roles | None) -> tuple[Table, Roles]:
    """Return ``table`` with what the user chose for ``before``: kinds, orders and roles of columns, rows left out.

    Rows that were left out are those in the same lines of the file.
    What was guessed for the old reading is guessed anew. A choice that is impossible now (a number among texts) is
    let go of. Works on any thread.
    """
    if before is None or roles is None:
        return table, guess_roles(table)
    with suppress(TableError):  # there are so few rows now
        table = without_rows(table, rows_at(table, left_out_lines(before)))
    table = with_choices(table, before)
    return table, _roles(table, before, roles)


def _roles(table: Table, before: Table, roles: Roles) -> Roles:
    kept = roles.target if roles.target in table and roles.target_reason == CHOSEN else None
    guessed = guess_roles(table, kept)
    if guessed.target == roles.target and roles.task_reason == CHOSEN:
        guessed = guessed.with_task(roles.task)
    ignored = dict(guessed.ignored)
    for column in table.columns:
        as_before = column.name in before and before.column(column.name).kind == column.kind
        if not as_before or column.name in (guessed.target, roles.target):
            continue
        ignored.pop(column.name, None)
        if column.name in roles.ignored:
            ignored[column.name] = roles.ignored[column.name]
    ordered = {name: ignored[name] for name in table.names if name in ignored}
    return replace(guessed, ignored=ordered)
