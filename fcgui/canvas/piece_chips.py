"""All pieces of a maxout weight with their values, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from fcgui.plots.scales import number
from fcgui.theme import HALF

COLUMNS = 4  # chips in a row; maxout has at most sixteen pieces


class PieceChips(QWidget):
    """A toggle for each piece; hidden where there is only one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, watcher: QObject) -> None:
        super().__init__(parent)
        self._watcher = watcher  # sees every event of the chips first
        self.chips: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(HALF)

    def show_values(self, values: Sequence[float], piece: int) -> None:
        """Show the value of each piece, ``piece`` being the one that is edited."""
        while len(self.chips) < len(values):
            self._add()
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(values))
            with QSignalBlocker(chip):
                chip.setChecked(place == piece)
            if place < len(values):
                self.show_value(place, values[place])
        self.setVisible(len(values) > 1)

    def show_value(self, piece: int, value: float) -> None:
        """Another value of one piece."""
        if piece < len(self.chips):
            text = f"{piece + 1}: {number(value)}"
            self.chips[piece].setText(text)
            words = QCoreApplication.translate("ValueEditor", "Piece {text}").format(text=text)
            self.chips[piece].setAccessibleName(words)

    def _add(self) -> None:
        place = len(self.chips)
        chip = QToolButton(self)
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setToolTip(
            QCoreApplication.translate(
                "ValueEditor",
                "Edit this piece: a maxout neuron is the largest of its pieces (Ctrl+Page Up, Ctrl+Page Down).",
            )
        )
        chip.clicked.connect(partial(self.chosen.emit, place))
        chip.installEventFilter(self._watcher)
        self._group.addButton(chip)
        self._grid.addWidget(chip, place // COLUMNS, place % COLUMNS)
        self.chips.append(chip)
