"""A line to type in that leaves undo and redo to the window unless there is something typed to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

WINDOWS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class CommittedEdit(QLineEdit):
    """After Return its number is an edit of the project: Ctrl+Z takes that back, which Qt's own line would swallow."""

    def event(self, event: QEvent) -> bool:
        """Let the window have its shortcuts while nothing is being typed."""
        key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if key and not self.isModified() and any(event.matches(one) for one in WINDOWS):  # type: ignore[attr-defined]  # a key event
            event.ignore()
            return False
        return super().event(event)
