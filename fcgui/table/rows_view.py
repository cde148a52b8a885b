"""The grid of the table's rows: sorted by a click on a title, selected to be left out or taken in again."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from fcgui import theme
from fcgui.sorted_grid import SortedGrid
from fcgui.table.rows import BEFORE, PART, Order, TableRows

LEAST_COLUMN, MOST_COLUMN = 44, 180  # pixels
SAMPLED = 30  # rows whose texts decide how wide a column is
MOST_SIZED = 200  # columns that are; further ones get the least that is comfortable
USUAL_COLUMN = 90
MOST_KEPT = 10_000  # selected rows that stay so in another order


class RowsView(SortedGrid):
    """The grid of rows: a click on a title sorts by it and selects that column in the list.

    Rows are selected by mouse and keyboard; Delete and a menu leave them out, the menu takes them in again.
    """

    column_chosen = Signal(str)
    rows_left_out = Signal(object, bool)  # row numbers, left out or taken in again
    rows_selected = Signal()

    def __init__(self, model: TableRows, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self.setAccessibleName(self.tr("Rows of the table"))
        tip = self.tr("Delete leaves the selected rows out.")
        self.setToolTip(f"{self.toolTip()}\n{tip}")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)  # the third click: the file's own order again
        header.sectionClicked.connect(self._choose)
        self.selectionModel().currentColumnChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self.rows_selected)
        self._kept: Order = np.zeros(0, dtype=np.int64)  # the selected rows, while the order is another one
        model.reordering.connect(self._keep_selection)
        model.layoutChanged.connect(self._restore_selection)

    @property
    def selected_rows(self) -> Order:
        """The selected rows, by their numbers (0-based) in the file, rising."""
        ranges = self.selectionModel().selection()
        places = [np.arange(ranges.at(at).top(), ranges.at(at).bottom() + 1) for at in range(ranges.count())]
        if not places:
            return np.zeros(0, dtype=np.int64)
        return np.unique(self._rows.rows_at(np.concatenate(places)))

    @Slot()
    def _keep_selection(self) -> None:
        self._kept = self.selected_rows
        if len(self._kept):
            self.selectionModel().clearSelection()  # Qt would note every cell of it

    @Slot()
    def _restore_selection(self) -> None:
        """Select the rows that were selected, where they are now."""
        rows, self._kept = self._kept, self._kept[:0]
        places = self._rows.places_of(rows) if len(rows) else rows
        if not 0 < len(places) <= MOST_KEPT:
            return
        chosen, last = QItemSelection(), self._rows.columnCount() - 1
        for part in np.split(places, np.flatnonzero(np.diff(places) != 1) + 1):
            chosen.select(self._rows.index(int(part[0]), 0), self._rows.index(int(part[-1]), last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected rows."""
        inside, out = self._rows.split(self.selected_rows)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, rows, leave in ((self.tr("Leave out"), inside, True), (self.tr("Take in again"), out, False)):
            action = menu.addAction(words)
            action.setEnabled(len(rows) > 0)
            action.triggered.connect(partial(self.rows_left_out.emit, rows, leave))
        menu.popup(event.globalPos())

    def show_columns(self) -> None:
        """The columns are others: no order, widths by titles and a sample of the cells."""
        self.unsort()
        cell, title = QFontMetrics(theme.text_font()), QFontMetrics(QFont(theme.text_font(theme.TEXT_SMALL)))
        last = self._rows.rowCount() - 1
        rows = sorted({last * step // SAMPLED for step in range(SAMPLED + 1)}) if last >= 0 else []
        for section in range(self._rows.columnCount()):
            if section >= MOST_SIZED:
                self.setColumnWidth(section, USUAL_COLUMN)
                continue
            words = self._rows.part_words if section == PART else [self._rows.text(section, row) for row in rows]
            widest = max(map(cell.horizontalAdvance, words), default=0)
            name = str(self._rows.headerData(section, Qt.Orientation.Horizontal))
            room = max(widest, title.horizontalAdvance(name) + theme.WIDE) + theme.SECTION
            self.setColumnWidth(section, min(MOST_COLUMN, max(LEAST_COLUMN, room)))

    def show_column(self, name: str) -> None:
        """Scroll to a column and make it the present one, without telling anybody."""
        table = self._rows.table
        if table is None or name not in table:
            return
        section = table.names.index(name) + BEFORE
        if section == self.currentIndex().column():
            return
        row = max(0, self.currentIndex().row(), self.rowAt(0))
        self.selectionModel().currentColumnChanged.disconnect(self._current_changed)
        index = self._rows.index(row, section)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        self.selectionModel().currentColumnChanged.connect(self._current_changed)

    @Slot(int)
    def _choose(self, section: int) -> None:
        column = self._rows.column(section)
        if column is not None:
            self.column_chosen.emit(column.name)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._choose(current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete leaves rows out."""
        if event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or event.modifiers():
            super().keyPressEvent(event)
            return
        inside, _ = self._rows.split(self.selected_rows)
        if len(inside):
            self.rows_left_out.emit(inside, True)
