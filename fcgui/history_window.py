"""The undo history: every step by its name; a click on one goes back, or forward, to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QDialog, QUndoView, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.panels.form import caption

SIZE = QSize(320, 420)


class HistoryWindow(QDialog):
    """A window that may stay open beside the work."""

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Undo history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE)
        self.steps = QUndoView(stack, self)
        self.steps.setEmptyLabel(self.tr("As it was opened"))
        self.steps.setAccessibleName(self.tr("Undo history"))
        self.steps.setToolTip(self.tr("Click a step to make the project as it was after it."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GAP] * 4)
        layout.setSpacing(theme.UNIT)
        layout.addWidget(caption(self.tr("Click a step to go back, or forward, to it."), self))
        layout.addWidget(self.steps, 1)
