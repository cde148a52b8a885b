"""Weights without their table: what can be done with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from fcgui_core.weights_file import Model


class MissingTable(QObject):
    """Asks what to do with weights whose table is not open: choose it, or predict another file with them."""

    table_wanted = Signal(object, object)  # Model, Path
    prediction_wanted = Signal(object)  # Model

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._waiting: tuple[Model, Path] | None = None

    @Slot(object, object, str)
    def ask(self, model: Model, path: Path, sentence: str) -> None:
        """Tell why the weights cannot be shown, and offer the two ways on."""
        self._waiting = model, path
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("The table of these weights"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setInformativeText(
            self.tr(
                "Choose that table to see the network and to train it further; or predict the rows of a file with it."
            )
        )
        choose = box.addButton(self.tr("Choose the table…"), QMessageBox.ButtonRole.AcceptRole)
        choose.setObjectName("chooseTable")
        box.addButton(self.tr("Predict a file…"), QMessageBox.ButtonRole.ActionRole).setObjectName("predictFile")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(choose)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(self._answered)
        box.open()

    @Slot(QAbstractButton)
    def _answered(self, button: QAbstractButton) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        if button.objectName() == "chooseTable":
            self.table_wanted.emit(*waiting)
        elif button.objectName() == "predictFile":
            self.prediction_wanted.emit(waiting[0])
