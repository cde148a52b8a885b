"""Plurals for functions outside of any QObject."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str, n: int) -> str:
    """``text`` in the form for ``n``.

    lupdate sees the plural in `QObject.tr` and in a function of this very name, but not in
    `QCoreApplication.translate`; it files the texts of such a function under the empty context.
    """
    return QCoreApplication.translate("", text, comment, n)
