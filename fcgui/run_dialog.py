"""The dialog that asks how long to train: for some epochs, until a goal, or until the first of both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.panels.form import Choice, Field, NumberField, caption, row
from fcgui_core.errors import SpecError
from fcgui_core.goal import Goal

NONE = ""
LONGEST = 1_000_000_000  # epochs that can be asked for
EPOCHS = (1, 10, 50, 100, 500, 1_000, 10_000)
SCORES = (0.8, 0.9, 0.95, 0.99, 1)
LOSSES = (0.5, 0.1, 0.05, 0.01, 0.001)
DEFAULT_EPOCHS = 100


class RunDialog(QDialog):
    """Asks for a number of epochs and a goal; ``parts`` are those of `goal.PARTS` that have rows."""

    chosen = Signal(object, object)  # epochs or None, Goal or None

    def __init__(self, parts: tuple[str, ...], task: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Train until"))
        self._classes = task == "classification"
        self.epochs = NumberField(EPOCHS, 1, LONGEST, whole=True, none_word=self.tr("no limit"), parent=self)
        self.epochs.show_value(DEFAULT_EPOCHS)
        self.goal = Choice(self)
        self.goal.offer([(NONE, self.tr("no goal")), *self._goals(parts)])
        self.goal.show_value(NONE)
        self.goal.chosen.connect(self._choose_goal)
        self.value = NumberField(SCORES, -1e12, 1e12, parent=self)
        self.told = caption(parent=self, name="warning")
        for field in (self.epochs, self.value):
            field.refused.connect(self.told.setText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self)
        self.train = QPushButton(self.tr("Train"), self)
        self.train.setObjectName("primary")
        self.train.setDefault(True)
        self.buttons.addButton(self.train, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._choose_goal(NONE)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.WIDE] * 4)
        layout.setSpacing(theme.GAP)
        tip = self.tr("Training pauses after so many epochs, if the goal is not reached before.")
        layout.addWidget(Field(self.tr("Epochs, at most"), self.epochs, tip, self))
        goal = Field(self.tr("Goal"), self.goal, self.tr("Training pauses at the first epoch that reaches it."), self)
        value = Field(self.tr("Value"), self.value, self.tr("How low the loss or how high the score has to be."), self)
        layout.addLayout(row(goal, value))
        layout.addWidget(self.told)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(360)

    def _goals(self, parts: tuple[str, ...]) -> list[tuple[str, str]]:
        """Every loss and score that can be asked for, as "part quantity" and its words."""
        losses = {
            "train": self.tr("training loss at most"),
            "validation": self.tr("validation loss at most"),
            "test": self.tr("test loss at most"),
        }
        scores = (
            {
                "train": self.tr("training accuracy at least"),
                "validation": self.tr("validation accuracy at least"),
                "test": self.tr("test accuracy at least"),
            }
            if self._classes
            else {
                "train": self.tr("training R² at least"),
                "validation": self.tr("validation R² at least"),
                "test": self.tr("test R² at least"),
            }
        )
        return [
            (f"{part} {quantity}", words[part])
            for quantity, words in (("loss", losses), ("score", scores))
            for part in parts
        ]

    @Slot(str)
    def _choose_goal(self, value: str) -> None:
        self.value.setEnabled(value != NONE)
        score = value.endswith("score")
        self.value.set_range(SCORES if score else LOSSES, -1e12, 1 if score else 1e12, whole=False)
        self.value.show_value(SCORES[2] if score else LOSSES[2])

    def accept(self) -> None:
        """Tell what was chosen; a run without an end needs no dialog, so one of both must be there."""
        for field in (self.epochs, self.value):
            field.commit()
        part, _, quantity = self.goal.value.partition(" ")
        goal = None
        if part and self.value.value is not None:
            try:
                goal = Goal(part, quantity, float(self.value.value))
            except SpecError as error:
                self.told.setText(str(error))
                return
        epochs = self.epochs.value
        if epochs is None and goal is None:
            self.told.setText(self.tr("Give a number of epochs or a goal; without both, simply press Train."))
            return
        self.chosen.emit(None if epochs is None else int(epochs), goal)
        super().accept()
