"""Kinds, roles and counts of a table in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fcgui.i18n.numbers import grouped
from fcgui_core.roles import Roles

ROLES = ("input", "target", "ignored")


def kind_names() -> dict[str, str]:
    """What each kind of column is called, in the order in which kinds are offered."""
    return {
        "numeric": QCoreApplication.translate("ColumnsModel", "number"),
        "categorical": QCoreApplication.translate("ColumnsModel", "category"),
        "date": QCoreApplication.translate("ColumnsModel", "date"),
        "text": QCoreApplication.translate("ColumnsModel", "text"),
        "identifier": QCoreApplication.translate("ColumnsModel", "identifier"),
        "constant": QCoreApplication.translate("ColumnsModel", "constant"),
    }


def role_names() -> dict[str, str]:
    """What each role of a column is called."""
    return {
        "input": QCoreApplication.translate("ColumnsModel", "input"),
        "target": QCoreApplication.translate("ColumnsModel", "target"),
        "ignored": QCoreApplication.translate("ColumnsModel", "left out"),
    }


def role_of(name: str, roles: Roles | None) -> str:
    """``"target"``, ``"ignored"`` or ``"input"``."""
    if roles is None:
        return "input"
    if name == roles.target:
        return "target"
    return "ignored" if name in roles.ignored else "input"


def counted(sentence: str, n: int) -> str:
    """A sentence that Qt has put ``n`` into, with the number's thousands marked: "100000 rows" as "100,000 rows"."""
    return sentence.replace(str(n), grouped(n), 1)


def named(columns: tuple[str, ...] | list[str], most: int = 3) -> str:
    """The names of some columns, no more than ``most`` of them: "a, b, c, …"."""
    names = [name if len(name) <= 30 else f"{name[:29]}…" for name in columns[:most]]
    return ", ".join([*names, "…"] if len(columns) > most else names)
