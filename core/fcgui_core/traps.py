"""What is likely to go wrong with a table before anything is trained: each a sentence, and a fix where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fcgui_core.preparation import PreparedData
from fcgui_core.roles import Roles
from fcgui_core.table import Table

Fix = Literal["leave out", "balance", "robust"]


@dataclass(frozen=True)
class Trap:
    """One warning: what kind, which columns, in words with numbers, and the fix that one click would make."""

    kind: str
    columns: tuple[str, ...]
    sentence: str
    fix: Fix | None = None


def find_traps(table: Table, roles: Roles, data: PreparedData | None = None) -> tuple[Trap, ...]:
    """Return what is likely to go wrong with these roles; with ``data``, what its split adds to it."""
    inputs = [table.column(name) for name in roles.inputs(table)]
    return tuple(
        Trap(
            "identifier",
            (column.name,),
            f'"{column.name}" is an input, but looks like an identifier: {column.reason}.',
            "leave out",
        )
        for column in inputs
        if column.kind == "identifier"
    )
