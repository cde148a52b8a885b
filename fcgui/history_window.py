"""The undo history: every step by its name; a click on one goes back, or forward, to it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.document import Document
from fcgui.panels.form import caption

SIZE = QSize(320, 420)


class HistoryWindow(QDialog):
    """A window that may stay open beside the work.

    A list of our own, since QUndoView in PySide6 takes the actions of undo and redo along when it is deleted.
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Undo history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE)
        self._document, self._stack = document, document.undo_stack
        self.steps = QListWidget(self)
        self.steps.setUniformItemSizes(True)
        self.steps.setAccessibleName(self.tr("Undo history"))
        self.steps.setToolTip(self.tr("Click a step to make the project as it was after it."))
        self.steps.currentRowChanged.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GAP] * 4)
        layout.setSpacing(theme.UNIT)
        layout.addWidget(caption(self.tr("Click a step to go back, or forward, to it."), self))
        layout.addWidget(self.steps, 1)
        self._stack.indexChanged.connect(self._show_steps)
        document.changed.connect(self._show_steps)  # also where a step on the list was given up
        self._show_steps()

    @Slot()
    def _show_steps(self) -> None:
        """Row 0 is the project as it was opened, row i what it was after step i."""
        names = [self.tr("As it was opened"), *(self._stack.text(at) for at in range(self._stack.count()))]
        with QSignalBlocker(self.steps):
            if [self.steps.item(row).text() for row in range(self.steps.count())] != names:
                self.steps.clear()
                self.steps.addItems(names)
            self.steps.setCurrentRow(self._stack.index())

    @Slot(int)
    def _go(self, row: int) -> None:
        if row >= 0:
            self._document.go_to(row)
