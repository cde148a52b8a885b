"""The first rows of a file as they would be read, asked beside the window and shown as a grid."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.table.words import kind_names
from fcgui.theme import Theme
from fcgui_core.table import Table

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LONGEST_CELL = 100  # characters
MOST_COLUMNS = 200  # more of them nobody looks at here


class PreviewModel(QAbstractTableModel):
    """The cells of a table; the header tells names and kinds, numbers stand at the right."""

    def __init__(self, look: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._table: Table | None = None

    def show_table(self, table: Table | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else self._table.n_rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else 1 + min(MOST_COLUMNS, len(self._table.columns))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if self._table is None or orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        if section == 0:
            return {Role.DisplayRole: self.tr("Line"), Role.ToolTipRole: self.tr("The row's line in the file.")}.get(
                Role(role)
            )
        column = self._table.columns[section - 1]
        if role == Role.DisplayRole:
            return f"{' '.join(column.name.split())[:LONGEST_CELL]}\n{kind_names()[column.kind]}"
        if role == Role.ToolTipRole:
            return core_text(column.reason)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            return self._alignment(index.column())
        column = None if index.column() == 0 else self._table.columns[index.column() - 1]
        missing = column is not None and not column.present[index.row()]
        if role == Role.ForegroundRole and (missing or column is None):
            return QColor(self._look.palette.muted)
        if role != Role.DisplayRole:
            return None
        if column is None:
            return self._line(index.row())
        return self.tr("missing") if missing else " ".join(column.text(index.row())[:LONGEST_CELL].split())

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        assert self._table is not None
        number = section == 0 or self._table.columns[section - 1].is_number
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _line(self, row: int) -> str:
        """The file's line of a row."""
        assert self._table is not None
        lines = self._table.lines
        return grouped(row + 1 if lines is None else int(lines[row]))
