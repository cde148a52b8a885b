"""The rows of the table as it was read: a cell at a time, of the rows that are seen; sorted by any column."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from fcgui import theme
from fcgui.i18n.numbers import grouped
from fcgui.job import Ask, Jobs, Note
from fcgui.sorted_grid import SortedGrid
from fcgui.theme import Theme
from fcgui_core.column import Column
from fcgui_core.preparation import NO_PART, PreparedData
from fcgui_core.roles import Roles
from fcgui_core.table import Table

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Order = NDArray[np.int64]

ROW, PART = 0, 1
BEFORE = 2  # columns before the table's own
MISSING = "–"
LONGEST_CELL = 200  # characters
LEAST_COLUMN, MOST_COLUMN = 44, 180  # pixels
SAMPLED = 30  # rows whose texts decide how wide a column is
MOST_SIZED = 200  # columns that are; further ones get the least that is comfortable
USUAL_COLUMN = 90


class TableRows(QAbstractTableModel):
    """Every row with its number, what it is for, and its cells."""

    def __init__(self, look: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table: Table | None = None
        self._roles: Roles | None = None
        self._data: PreparedData | None = None
        self._order: Order | None = None  # None: the table's own
        self._parts: NDArray[np.int8] | None = None
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._show_order)
        self._sorted: tuple[int, bool] | None = None
        self._strong = theme.text_font(theme.TEXT_SMALL, strong=True)

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._table

    @property
    def busy(self) -> bool:
        """Whether another order is being made."""
        return self._jobs.busy

    def show_table(self, table: Table | None, roles: Roles | None, data: PreparedData | None) -> bool:
        """Show another table, or the same with other roles or parts. Returns whether the columns are others."""
        old = self._table
        same = table is not None and old is not None and (table.names, table.n_rows) == (old.names, old.n_rows)
        changed = table is not old or data is not self._data or roles != self._roles
        if not changed:
            return False
        if not same:
            self.beginResetModel()
            self._jobs.cancel()
            self._order = self._sorted = None
        self._table, self._roles, self._data, self._parts = table, roles, data, None
        if not same:
            self.endResetModel()
        else:
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            if self._sorted is not None:
                self._sort_by(*self._sorted)
        return not same

    def column(self, section: int) -> Column | None:
        """The table's column in a section; None for row numbers and parts."""
        return None if self._table is None or section < BEFORE else self._table.columns[section - BEFORE]

    def row(self, place: int) -> int:
        """The number of the row, from 0, that stands in a place."""
        return place if self._order is None else int(self._order[place])

    def part(self, row: int) -> int:
        """What a row is for; worked out when first asked for."""
        if self._parts is None:
            self._parts = parts_of(self._data, 0 if self._table is None else self._table.n_rows)
        return int(self._parts[row])

    # ------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else self._table.n_rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else len(self._table.columns) + BEFORE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        column = self.column(section)
        is_target = column is not None and self._roles is not None and column.name == self._roles.target
        if role == Role.DisplayRole:
            name = (self.tr("Row"), self.tr("Part"))[section] if column is None else column.name
            flat = " ".join(name[:LONGEST_CELL].split())
            return self.tr("{name} (target)").format(name=flat) if is_target else flat
        if role == Role.ToolTipRole:
            return self._tip(section, column)
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        if role == Role.ForegroundRole and is_target:
            return QColor(self._look.palette.accent)
        return None

    def _tip(self, section: int, column: Column | None) -> str:
        if column is not None:
            return self.tr("{name}: click to sort by it and to see it above.").format(name=column.name[:LONGEST_CELL])
        if section == ROW:
            return self.tr("The row's number in the table.")
        return self.tr("What the row is for: training, validation or test.")

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        section = index.column()
        if role == Role.DisplayRole:
            return self.text(section, self.row(index.row()))
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        if role == Role.ForegroundRole:
            return self._color(section, self.row(index.row()))
        return None

    def _color(self, section: int, row: int) -> QColor | None:
        column, colors = self.column(section), self._look.palette
        if column is None or is_missing(column, row):
            return QColor(colors.muted)
        left_out = self._roles is not None and column.name in self._roles.ignored
        return QColor(colors.muted) if left_out else None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        column = self.column(section)
        right = section == ROW or (column is not None and column.is_number)
        return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter

    def text(self, section: int, row: int) -> str:
        """The text of a cell."""
        if section == ROW:
            return grouped(row + 1)
        if section == PART:
            return (self.tr("train"), self.tr("validation"), self.tr("test"), "")[self.part(row)]
        column = self.column(section)
        assert column is not None
        text = column.text(row)
        return MISSING if is_missing(column, row) else " ".join(text[:LONGEST_CELL].split())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Another order, made once beside the window and shown when it is there."""
        self._sort_by(column, order == Qt.SortOrder.DescendingOrder)

    def _sort_by(self, section: int, descending: bool) -> None:
        self._jobs.cancel()
        table = self._table
        if table is None or not 0 <= section < self.columnCount():
            self._sorted = None
            self._show_order(None)
            return
        self._sorted = (section, descending)
        n, data, column = table.n_rows, self._data, self.column(section)

        def work(cancelled: Ask, note: Note) -> Order:
            if column is not None:
                return order_of(column, descending)
            keys = np.arange(n) if section == ROW else parts_of(data, n)
            return np.argsort(-keys.astype(np.int64) if descending else keys, kind="stable")

        self._jobs.start(work)

    @Slot(object)
    def _show_order(self, order: Order | None) -> None:
        self.layoutAboutToBeChanged.emit()
        self._order = order
        self.layoutChanged.emit()

    def end(self) -> None:
        """End the threads: the window closes."""
        self._jobs.end()


def is_missing(column: Column, row: int) -> bool:
    """Whether one cell is missing: told by the cell, since counting all of a large column takes long."""
    value = column.values[row]
    return bool(np.isnan(value)) if column.is_number else value is None


def parts_of(data: PreparedData | None, n: int) -> NDArray[np.int8]:
    """(n,) what each row is for."""
    return np.full(n, NO_PART, dtype=np.int8) if data is None else data.parts(n)


def order_of(column: Column, descending: bool) -> Order:
    """(n,) the rows by the size of their numbers or by their texts; missing ones last, equal ones as they stand."""
    keys = column.values if column.is_number else column.coding.codes.astype(np.float64)
    keys = np.where(column.present, -keys if descending else keys, np.inf)
    return np.argsort(keys, kind="stable")


class RowsView(SortedGrid):
    """The grid of rows: a click on a title sorts by it and selects that column in the list."""

    column_chosen = Signal(str)

    def __init__(self, model: TableRows, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self.setAccessibleName(self.tr("Rows of the table"))
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)  # the third click: the file's own order again
        header.sectionClicked.connect(self._choose)
        self.selectionModel().currentColumnChanged.connect(self._current_changed)

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
            widest = max((cell.horizontalAdvance(self._rows.text(section, row)) for row in rows), default=0)
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
        self.setCurrentIndex(self._rows.index(row, section))
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
