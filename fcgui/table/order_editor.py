"""The order of a column's categories, from the lowest to the highest."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from fcgui import theme
from fcgui_core.column import Column
from fcgui_core.usual_order import usual_order

MOST = 100  # categories that are put in order by hand
LIST_HEIGHT = 96


class OrderEditor(QWidget):
    """A check box "Ordered", and below it the categories with buttons that move one; the new order goes out."""

    order_chosen = Signal(str, object)  # column, the categories from the lowest to the highest or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column: Column | None = None
        self.ordered = QCheckBox(self.tr("Ordered"), self)
        self.ordered.setAccessibleName(self.tr("The categories have an order"))
        self.ordered.setToolTip(
            self.tr("The categories go from low to high, as small, medium, large: one input instead of one each.")
        )
        self.ordered.clicked.connect(self._switch)
        self.categories = QListWidget(self)
        self.categories.setAccessibleName(self.tr("Categories from the lowest to the highest"))
        self.categories.setToolTip(self.tr("The lowest category stands at the top."))
        self.categories.setFixedHeight(LIST_HEIGHT)
        self.categories.currentRowChanged.connect(self._show_buttons)
        self.up = self._button(self.tr("Up"), self.tr("Move the category up: it counts as lower."))
        self.up.clicked.connect(self._move_up)
        self.down = self._button(self.tr("Down"), self.tr("Move the category down: it counts as higher."))
        self.down.clicked.connect(self._move_down)
        buttons = QVBoxLayout()
        buttons.setSpacing(theme.HALF)
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        self._body = QWidget(self)
        line = QHBoxLayout(self._body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.UNIT)
        line.addWidget(self.categories, 1)
        line.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addWidget(self.ordered)
        column.addWidget(self._body)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    def show_column(self, column: Column | None, distinct: int) -> None:
        """Show the order of a column's ``distinct`` categories; nothing for other kinds, and for too many."""
        same = self._column is not None and column is not None and self._column.name == column.name
        self._column = column
        possible = column is not None and column.kind == "categorical" and 2 <= distinct <= MOST
        self.setVisible(possible)
        if column is None or not possible:
            return
        row = self.categories.currentRow() if same else 0
        chosen = self.categories.item(row).text() if same and row >= 0 else ""
        self.ordered.setChecked(column.order is not None)
        self._body.setVisible(column.order is not None)
        order = list(column.order or ())
        self.categories.clear()
        self.categories.addItems(order)
        if order:
            self.categories.setCurrentRow(order.index(chosen) if chosen in order else max(0, min(row, len(order) - 1)))
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        row, last = self.categories.currentRow(), self.categories.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)

    @Slot(bool)
    def _switch(self, ordered: bool) -> None:
        if self._column is not None:
            self.order_chosen.emit(self._column.name, usual_order(self._column.counts) if ordered else None)

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        at = self.categories.currentRow()
        if self._column is None or self._column.order is None:
            return
        order = list(self._column.order)
        order[at], order[at + by] = order[at + by], order[at]
        self.order_chosen.emit(self._column.name, tuple(order))
