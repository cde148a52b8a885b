"""The rows of the table as it was read: a cell at a time, of the rows that are seen; sorted by any column."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor

from fcgui import theme
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.job import Ask, Jobs, Note
from fcgui.theme import Theme
from fcgui_core.column import Column
from fcgui_core.preparation import NO_PART, PreparedData
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from fcgui_core.without_rows import BY_YOU

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Order = NDArray[np.int64]

ROW, PART = 0, 1
BEFORE = 2  # columns before the table's own
OUT = NO_PART + 1  # what a row is for that the user left out
MISSING = "–"
LONGEST_CELL = 200  # characters


class TableRows(QAbstractTableModel):
    """Every row of the file with its number, what it is for, and its cells; those that the user left out, too.

    Rows are meant by their numbers (0-based) in `Table.complete`.
    """

    reordering = Signal()  # rows come to stand elsewhere; `layoutChanged` follows

    def __init__(self, look: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table: Table | None = None
        self._roles: Roles | None = None
        self._data: PreparedData | None = None
        self._order: Order | None = None  # None: the table's own
        self._parts: NDArray[np.int8] | None = None
        self._places: Order | None = None  # of every row in the table, -1 for those left out; None: all are in it
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
        same = table is not None and old is not None and shape_of(table) == shape_of(old)
        changed = table is not old or data is not self._data or roles != self._roles
        if not changed:
            return False
        if not same:
            self.beginResetModel()
            self._jobs.cancel()
            self._order = self._sorted = None
        self._table, self._roles, self._data, self._parts = table, roles, data, None
        self._places = None if table is None or table.rows is None else places_in(table)
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

    def rows_at(self, places: Order) -> Order:
        """The rows that stand in some places."""
        return places if self._order is None else self._order[places]

    def part(self, row: int) -> int:
        """What a row is for; worked out when first asked for."""
        if self._parts is None:
            self._parts = np.zeros(0, np.int8) if self._table is None else parts_of(self._table, self._data)
        return int(self._parts[row])

    def is_out(self, row: int) -> bool:
        """Whether the user left a row out."""
        return self._places is not None and self._places[row] < 0

    def split(self, rows: Order) -> tuple[Order, Order]:
        """Of some rows those that are in the table, and those that the user left out."""
        out = np.zeros(len(rows), dtype=bool) if self._places is None else self._places[rows] < 0
        return rows[~out], rows[out]

    def places_of(self, rows: Order) -> Order:
        """Where some rows stand, from the top."""
        return np.sort(rows) if self._order is None else np.flatnonzero(np.isin(self._order, rows))

    # ------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else self._table.complete.n_rows

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
        if role == Role.ToolTipRole:
            return self._cell_tip(section, self.row(index.row()))
        return None

    def _cell_tip(self, section: int, row: int) -> str | None:
        """Where in the file a row stands, and why it is not in the table."""
        assert self._table is not None
        lines = self._table.complete.lines
        words = [] if lines is None or section != ROW else [self.tr("Line {n} of the file").format(n=int(lines[row]))]
        words += [core_text(BY_YOU)] if self.is_out(row) else []
        return "\n".join(words) or None

    def _color(self, section: int, row: int) -> QColor | None:
        column, colors = self.column(section), self._look.palette
        if column is None or self.is_out(row) or is_missing(*self._cell(section, row)):
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
            return self.part_words[self.part(row)]
        column, row = self._cell(section, row)
        text = column.text(row)
        return MISSING if is_missing(column, row) else " ".join(text[:LONGEST_CELL].split())

    @property
    def part_words(self) -> tuple[str, ...]:
        """What a row is for, in words, by the number of its part."""
        return self.tr("train"), self.tr("validation"), self.tr("test"), "", self.tr("left out")

    def _cell(self, section: int, row: int) -> tuple[Column, int]:
        """The column that holds a cell, and where: the table's own, or as it was read where the row is left out."""
        assert self._table is not None
        if self._places is None:
            return self._table.columns[section - BEFORE], row
        if self.is_out(row):
            return self._table.complete.columns[section - BEFORE], row
        return self._table.columns[section - BEFORE], int(self._places[row])

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
        data = self._data

        def work(cancelled: Ask, note: Note) -> Order:
            if section >= BEFORE:
                return order_of(table, section - BEFORE, descending)
            keys = np.arange(table.complete.n_rows) if section == ROW else parts_of(table, data)
            return np.argsort(-keys.astype(np.int64) if descending else keys, kind="stable")

        self._jobs.start(work)

    @Slot(object)
    def _show_order(self, order: Order | None) -> None:
        self.reordering.emit()
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


def shape_of(table: Table) -> tuple[tuple[str, ...], int]:
    """The columns' names and the number of rows, with those left out."""
    return table.names, table.complete.n_rows


def places_in(table: Table) -> Order:
    """(rows of the file,) where each row stands in the table, -1 where it is left out."""
    places = np.full(table.complete.n_rows, -1, dtype=np.int64)
    places[np.arange(table.n_rows) if table.rows is None else table.rows] = np.arange(table.n_rows)
    return places


def parts_of(table: Table, data: PreparedData | None) -> NDArray[np.int8]:
    """(rows of the file,) what each row is for."""
    parts = np.full(table.n_rows, NO_PART, dtype=np.int8) if data is None else data.parts(table.n_rows)
    return parts if table.rows is None else np.append(parts, np.int8(OUT))[places_in(table)]


def order_of(table: Table, at: int, descending: bool) -> Order:
    """(rows of the file,) the rows by the size of a column's numbers or by its texts; missing ones last.

    Equal ones stand as in the file. Rows that are left out stand among the others, unless they hold no numbers there.
    """
    column, whole = table.columns[at], table.complete.columns[at]
    keys = keys_of(whole)
    if column.is_number and not whole.is_number:
        keys = np.append(keys_of(column), np.nan)[places_in(table)]
    keys = np.where(np.isnan(keys), np.inf, -keys if descending else keys)
    return np.argsort(keys, kind="stable")


def keys_of(column: Column) -> NDArray[np.float64]:
    """(n,) numbers in the order of the cells, NaN where one is missing."""
    if column.is_number:
        return column.values
    return np.where(column.present, column.coding.codes.astype(np.float64), np.nan)
