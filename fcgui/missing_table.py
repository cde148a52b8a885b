"""Weights without their table: what can be done with them, and whether they do on a table what they did before."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from fcgui_core.snapshot import Snapshot
from fcgui_core.weights_file import Model

SAME = 0.0006  # scores that differ by less are the same: half a thousandth, as they are told
SAMPLED_ROWS, SAMPLED = 1_000, 0.03  # beyond so many rows a snapshot looks at a sample, and differs by chance


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


def epochs_before(model: Model | None) -> int:
    """How many epochs weights had been trained before they came from their file; 0 where that is not known."""
    told = 0 if model is None else model.metrics.get("epochs")
    return told if isinstance(told, int) and 0 <= told < 10**12 else 0


def stored_score(model: Model) -> tuple[str, float] | None:
    """The test score that a weights file tells: "accuracy" or "r2", and its value."""
    told = model.metrics.get("test")
    if not isinstance(told, Mapping):
        return None
    name = told.get("score_name", "accuracy" if "accuracy" in told else "r2")
    value = told.get("score", told.get(str(name)))
    if name not in ("accuracy", "r2") or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return str(name), float(value)


def same_score(model: Model, snapshot: Snapshot, test_rows: int) -> bool | None:
    """Whether the weights score on this table's test rows what their file tells; None where nothing can be compared."""
    stored = stored_score(model)
    if stored is None or snapshot.test is None or snapshot.test.score_name != stored[0]:
        return None
    allowed = SAME if test_rows <= SAMPLED_ROWS else SAMPLED
    return bool(abs(snapshot.test.score - stored[1]) <= allowed)
