"""Training that ends by itself: an epoch, a batch, a number of epochs, a goal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from fcgui.document import Document
from fcgui.run_dialog import RunDialog
from fcgui.session import Session
from fcgui_core.goal import Goal


class Stepping(QObject):
    """Runs the session as far as a person says; `window` is where it is asked."""

    def __init__(self, document: Document, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._session = document, session
        self.window: QWidget | None = None

    @Slot()
    def step_epoch(self) -> None:
        """Train one epoch."""
        self._session.run(epochs=1)

    @Slot()
    def step_batch(self) -> None:
        """Train one step, on one batch."""
        self._session.run(steps=1)

    @Slot()
    def ask_epochs(self) -> None:
        """Ask how long to train, and do so."""
        data = self._document.project.data
        if data is None:
            return
        parts = [("train", data.train_rows), ("validation", data.validation_rows), ("test", data.test_rows)]
        dialog = RunDialog(tuple(name for name, rows in parts if len(rows)), data.task, self.window)
        dialog.chosen.connect(self._run_until)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object, object)
    def _run_until(self, epochs: int | None, goal: Goal | None) -> None:
        self._session.run(epochs=epochs, goal=goal)
