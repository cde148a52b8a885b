"""Two combo boxes that choose the columns along x and y."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from fcgui.combo import NameCombo
from fcgui.theme import HALF, UNIT


class ColumnChooser(QWidget):
    """The columns along x and y, never the same: picking the other axis's column exchanges the two."""

    chosen = Signal(int, int)  # by the user; not when the program shows a pair

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = (0, 0)
        self.x_column = self._combo(self.tr("Column along x"), self.tr("The column that runs to the right."))
        self.y_column = self._combo(self.tr("Column along y"), self.tr("The column that runs upwards."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        for text, combo in (("x", self.x_column), ("y", self.y_column)):
            label = QLabel(text)
            label.setBuddy(combo)
            row.addWidget(label)
            row.addWidget(combo, 1)
        row.insertSpacing(2, UNIT)

    def _combo(self, name: str, tip: str) -> QComboBox:
        combo = NameCombo(elide=Qt.TextElideMode.ElideMiddle)
        combo.setAccessibleName(name)
        combo.setToolTip(tip)
        # A column's long name must not widen the panel; the open list shows it whole.
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(5)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.activated.connect(self._picked)
        return combo

    def offer(self, names: Sequence[str], target: str) -> None:
        """List ``names``. With a single column there is nothing to choose, and y shows the ``target``."""
        for combo in (self.x_column, self.y_column):
            combo.clear()
            combo.addItems(list(names))
            combo.setEnabled(len(names) > 1)
        if len(names) == 1:
            self.y_column.setItemText(0, target)

    def show_pair(self, x: int, y: int | None) -> None:
        """Show columns ``x`` and ``y`` as chosen."""
        self._pair = (x, 0 if y is None else y)
        self.x_column.setCurrentIndex(self._pair[0])
        self.y_column.setCurrentIndex(self._pair[1])

    def _picked(self) -> None:
        x, y = self.x_column.currentIndex(), self.y_column.currentIndex()
        if x == y:
            y, x = self._pair
        self.show_pair(x, y)
        self.chosen.emit(x, y)
