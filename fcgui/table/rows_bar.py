"""The bar below the rows: how many rows are selected or left out, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from fcgui import theme
from fcgui.effect_words import with_effect
from fcgui.table.rows import TableRows
from fcgui.table.rows_view import RowsView
from fcgui.table.words import counted


class RowsBar(QWidget):
    """Leaves the selected rows out, or takes them in again; all of them, where none is selected."""

    rows_left_out = Signal(object, bool)  # row numbers, left out or taken in again

    def __init__(self, model: TableRows, view: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self.words = QLabel(self)
        self.words.setObjectName("caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        tip = self.tr("Neither learn from the selected rows nor test with them; they stay in the list. (Delete)")
        self.leave = self._button(self.tr("Leave out"), self.tr("Leave the rows out"), tip)
        self.leave.clicked.connect(self._leave)
        tip = self.tr("Take the selected rows in again; where none is selected, all that are left out.")
        self.take = self._button(self.tr("Take in again"), self.tr("Take the rows in again"), tip)
        self.take.clicked.connect(self._take)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.UNIT)
        line.addWidget(self.words, 1)
        for button in (self.leave, self.take):
            line.addWidget(button)
        view.rows_selected.connect(self.show_rows)
        self.show_rows()

    def _button(self, text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(with_effect(tip, "table"))
        return button

    @Slot()
    def show_rows(self) -> None:
        """Show what is selected, and what is left out."""
        selected, table = self._view.selected_rows, self._model.table
        inside, out = self._model.split(selected)
        n_out = 0 if table is None else len(table.rows_left_out)
        if len(selected):
            self.words.setText(counted(self.tr("%n row(s) selected", "", len(selected)), len(selected)))
        else:
            words = counted(self.tr("%n row(s) left out", "", n_out), n_out) if n_out else ""
            self.words.setText(words or self.tr("Select rows to leave them out."))
        self.leave.setEnabled(len(inside) > 0)
        self.take.setEnabled(len(out) > 0 if len(selected) else n_out > 0)

    @Slot()
    def _leave(self) -> None:
        self.rows_left_out.emit(self._model.split(self._view.selected_rows)[0], True)

    @Slot()
    def _take(self) -> None:
        selected, table = self._view.selected_rows, self._model.table
        if table is not None:
            self.rows_left_out.emit(self._model.split(selected)[1] if len(selected) else table.rows_left_out, False)
