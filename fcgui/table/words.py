"""Kinds, roles and counts of a table in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fcgui.i18n.numbers import grouped
from fcgui_core.roles import Roles
from fcgui_core.table import Table

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


def is_text_file(table: Table) -> bool:
    """Whether a table was written as text (or cells of a sheet), so that reading it can be told how."""
    return table.path is not None and table.dialect.get("encoding") not in (None, "parquet")


def reading_words(table: Table) -> str:
    """How a file was read, in one line: "utf-8, comma, 1.5, names in the first row"."""
    translate = QCoreApplication.translate
    dialect = table.dialect
    marks = {
        ",": translate("ReadingForm", "comma  ,"),
        ";": translate("ReadingForm", "semicolon  ;"),
        "\t": translate("ReadingForm", "tab"),
        "|": translate("ReadingForm", "pipe  |"),
        " ": translate("ReadingForm", "spaces"),
    }
    mark = str(dialect.get("delimiter") or "")
    decimal = (
        translate("ReadingForm", "comma  1,5")
        if dialect.get("decimal") == ","
        else translate("ReadingForm", "point  1.5")
    )
    header = (
        translate("ReadingForm", "names in the first row")
        if dialect.get("header")
        else translate("ReadingForm", "no names")
    )
    parts = (str(dialect.get("sheet") or dialect.get("encoding")), marks.get(mark, mark), decimal, header)
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def counted(sentence: str, n: int) -> str:
    """A sentence that Qt has put ``n`` into, with the number's thousands marked: "100000 rows" as "100,000 rows"."""
    return sentence.replace(str(n), grouped(n), 1)


def named(columns: tuple[str, ...] | list[str], most: int = 3) -> str:
    """The names of some columns, no more than ``most`` of them: "a, b, c, …"."""
    names = [name if len(name) <= 30 else f"{name[:29]}…" for name in columns[:most]]
    return ", ".join([*names, "…"] if len(columns) > most else names)
