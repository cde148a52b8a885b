"""The list of columns on the page "Table", with a small picture of each column's values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fcgui import theme
from fcgui.panels.columns import ROW_HEIGHT, ColumnsView
from fcgui.table.lines import KIND, NAME, ROLE, SHAPE, ShownLines
from fcgui.theme import Theme, mix
from fcgui_core.column_summary import ColumnSummary

WIDTHS = (140, 76, 66, 92, 88, 72, 150, 172, 260)  # pixels of the list's columns
LEAST_NAME, MOST_NAME = 100, 200  # of the names
LEAST_HEIGHT = 5 * ROW_HEIGHT
ANY_HEIGHT = 16_777_215  # Qt's own largest


class SmallHistogram(QStyledItemDelegate):
    """Paints how a column's values are spread: bins of numbers side by side, categories with gaps between."""

    def __init__(self, look: Theme, shown: ShownLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._shown = look, shown

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the line, and bars on it."""
        super().paint(painter, option, index)
        line = self._shown.line(index.row())
        summary = self._shown.lines.summary(line)
        if summary is None:
            return
        rect: QRectF = QRectF(option.rect).adjusted(theme.UNIT, 3, -theme.UNIT, -3)
        colors = self._look.palette
        ignored = self._shown.lines.role_of(self._shown.lines.column(line).name) == "ignored"
        color = mix(colors.positive, colors.panel, 0.65 if ignored else 0.2)
        counts, gap = bars_of(summary)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), QColor(colors.line))
        paint_bars(painter, rect, counts, gap, QColor(color))
        painter.restore()


def bars_of(summary: ColumnSummary) -> tuple[Sequence[int], float]:
    """The heights of the bars of a column, and the gap between them in pixels."""
    if summary.histogram is not None:
        return summary.histogram, 0.0 if len(summary.histogram) > 10 else 1.0
    return [count for _, count in summary.frequent], 2.0


def paint_bars(painter: QPainter, rect: QRectF, counts: Sequence[int], gap: float, color: QColor) -> None:
    """Bars from the bottom of a rectangle; what is there at all is at least a pixel high."""
    most = max(counts, default=0)
    if not most:
        return
    width = min(rect.width() / len(counts), 16.0)
    for place, count in enumerate(counts):
        if count:
            height = max(1.0, rect.height() * count / most)
            bar = QRectF(rect.left() + place * width, rect.bottom() - height, max(1.0, width - gap), height)
            painter.fillRect(bar, color)


class ColumnList(ColumnsView):
    """The columns with everything that is known of them: sorted by any title, many selected at once."""

    def __init__(self, look: Theme, shown: ShownLines, parent: QWidget) -> None:
        super().__init__(shown, parent)
        self._shown = shown
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setMaximumHeight(ANY_HEIGHT)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setItemDelegateForColumn(SHAPE, SmallHistogram(look, shown, self))
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {theme.HALF}px; }}")  # a text beside a number
        header = self.horizontalHeader()
        for section, width in enumerate(WIDTHS):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(section, width)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)  # the third click: the table's own order again
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def fit_names(self) -> None:
        """As wide as the names need, within bounds, and the words for kinds and roles."""
        self.resizeColumnToContents(NAME)
        self.setColumnWidth(NAME, min(MOST_NAME, max(LEAST_NAME, self.columnWidth(NAME))))
        for section in (KIND, ROLE):  # words, which are longer in other languages
            self.resizeColumnToContents(section)
            self.setColumnWidth(section, max(WIDTHS[section], self.columnWidth(section)))

    def select(self, name: str) -> None:
        """Select a column by its name, where it is shown."""
        place = self._shown.place_of(name)
        if place is None:
            return
        at = self._shown.index(place, max(NAME, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(at, flags)
        self.scrollTo(self._shown.index(place, self.columnAt(0) if self.columnAt(0) >= 0 else NAME))
