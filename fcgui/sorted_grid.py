"""A grid of many rows that is sorted by its titles, or by a key: a title cannot be reached by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fcgui import theme


class SortedGrid(QTableView):
    """Looks and sorts as every grid of the program does; it begins in the model's own order."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setToolTip(self.tr("Click a column's title to sort by it, or press S to sort by the present column."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {theme.UNIT}px; }}")  # a text beside a number
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(theme.SECTION)
        self.horizontalHeader().setHighlightSections(False)
        self.unsort()
        self.setSortingEnabled(True)

    def unsort(self) -> None:
        """No title tells an order."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S sorts by the present column, again the other way round."""
        column = self.currentIndex().column()
        if event.key() != Qt.Key.Key_S or event.modifiers() or column < 0:
            super().keyPressEvent(event)
            return
        header = self.horizontalHeader()
        again = header.sortIndicatorSection() == column
        descending = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
