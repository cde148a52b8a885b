"""The table of predictions on the screen: a row selected by its number."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QWidget

from fcgui import theme
from fcgui.predictions.table_model import PredictionsModel
from fcgui.sorted_grid import SortedGrid

SAMPLED = 30  # rows whose texts decide how wide a column is
MOST_CLASSES = 50  # classes whose names do
LEAST_COLUMN, MOST_COLUMN = 44, 200
LEAST_HEIGHT = 120


class PredictionsTable(SortedGrid):
    """A view of `PredictionsModel`."""

    row_chosen = Signal(int)  # by mouse, keyboard or program: the row's number in the table, not its place here

    def __init__(self, model: PredictionsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self._selected: int | None = None
        self.setAccessibleName(self.tr("Predictions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.horizontalHeader().setSectionsMovable(True)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def forget(self) -> None:
        """No row is selected: the rows are others."""
        self._selected = None

    def select(self, row: int) -> None:
        """Select a row by its number and show it; one that is filtered out is selected when it comes back."""
        self._selected = row
        self.restore()

    def restore(self) -> None:
        """Select the selected row where it stands now."""
        place = None if self._selected is None else self._rows.place_of(self._selected)
        if place is None:
            return
        at = self._rows.index(place, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(at, flags)
        self.scrollTo(at)

    def size_columns(self) -> None:
        """As wide as titles and a sample of the cells need, within bounds."""
        metrics, small = QFontMetrics(theme.text_font()), QFontMetrics(theme.text_font(theme.TEXT_SMALL))
        answers = self._rows.answers
        if answers is None:
            return
        last = answers.rows.n - 1  # the largest number of a row, and often of an Id
        rows = sorted({last * step // SAMPLED for step in range(SAMPLED + 1)})
        errors = np.nan_to_num(np.abs(answers.errors), nan=-1.0)
        rows.append(int(np.argmax(errors)))  # the longest text of all, often
        names = [metrics.horizontalAdvance(name) for name in (answers.rows.classes or ())[:MOST_CLASSES]]
        for at, key in enumerate(self._rows.keys):
            title = small.horizontalAdvance(self._rows.title(key)) + theme.UNIT  # the mark of the order
            texts = [metrics.horizontalAdvance(self._rows.text(key, row)) for row in rows]
            if key.field in ("truth", "answer") and names:
                texts = [width + theme.SECTION for width in (*texts, *names)]  # with its marker
            room = max(title, *texts) + theme.SECTION
            self.setColumnWidth(at, min(MOST_COLUMN, max(LEAST_COLUMN, room)))

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._selected = int(self._rows.order[current.row()])
            self.row_chosen.emit(self._selected)
