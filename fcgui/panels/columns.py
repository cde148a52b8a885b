"""The list of columns in the data panel: ticked to be used, with kind and role; a menu for many at once."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fcgui import theme
from fcgui.effect_words import with_effect
from fcgui.i18n.core_texts import core_text
from fcgui.table.menu import ColumnMenu
from fcgui.table.words import kind_names, role_names, role_of
from fcgui.theme import Theme
from fcgui_core.roles import Roles
from fcgui_core.table import Table

ROW_HEIGHT = 24
VISIBLE_ROWS = 6

Index = QModelIndex | QPersistentModelIndex


class ColumnsModel(QAbstractTableModel):
    """The columns of a table, one a row: used or not, name, kind, role."""

    inputs_changed = Signal(list, bool)

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._table: Table | None = None
        self._roles: Roles | None = None

    def show_table(self, table: Table | None, roles: Roles | None) -> None:
        """Show another table, or other kinds and roles of the same columns (the selection then stays)."""
        same = table is not None and self._table is not None and table.names == self._table.names
        if not same:
            self.beginResetModel()
            self._table, self._roles = table, roles
            self.endResetModel()
            return
        assert table is not None
        self._table, self._roles = table, roles
        self.dataChanged.emit(self.index(0, 0), self.index(len(table.columns) - 1, 2))

    def name(self, line: int) -> str:
        """The column that stands in row ``line``."""
        assert self._table is not None
        return self._table.names[line]

    def kind_of(self, name: str) -> str:
        """What a column is taken for."""
        assert self._table is not None
        return self._table.column(name).kind

    def role_of(self, name: str) -> str:
        """``"target"``, ``"ignored"`` or ``"input"``."""
        return role_of(name, self._roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Column"), self.tr("Kind"), self.tr("Role"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        column = self._table.columns[index.row()]
        kind_of_role = self.role_of(column.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                column.name,
                kind_names().get(column.kind, column.kind),
                role_names()[kind_of_role],
            )[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and kind_of_role != "target":
            return Qt.CheckState.Checked if kind_of_role == "input" else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column.name)
        if role == Qt.ItemDataRole.ForegroundRole:
            colors = self._look.palette
            if kind_of_role == "target" and index.column() != 1:
                return QColor(colors.accent)
            if kind_of_role == "ignored" or index.column() == 1:
                return QColor(colors.muted)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == 0 and self.role_of(self.name(index.row())) != "target":
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        # The model shows what the project says; the change comes back through `show_table`.
        self.inputs_changed.emit([self.name(index.row())], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _tip(self, name: str) -> str:
        assert self._table is not None and self._roles is not None
        column = self._table.column(name)
        lines = [core_text(column.reason)]
        if name in self._roles.ignored:
            lines.append(self.tr("Left out: {reason}").format(reason=core_text(self._roles.ignored[name])))
        elif name == self._roles.target:
            lines.append(core_text(self._roles.target_reason))
        if column.missing:
            lines.append(self.tr("%n missing value(s)", "", column.missing))
        return "\n".join(line for line in lines if line)


class NamedColumns(Protocol):
    """A model whose lines are columns; `ColumnsView` shows it."""

    def name(self, line: int) -> str: ...
    def kind_of(self, name: str) -> str: ...
    def role_of(self, name: str) -> str: ...


class ColumnsView(QTableView):
    """The list of columns: tick to use; the menu, Return or Space act on all selected ones."""

    inputs_changed = Signal(list, bool)
    target_chosen = Signal(str)
    kinds_chosen = Signal(list, str)

    def __init__(self, model: NamedColumns, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = model
        self.setModel(cast(QAbstractItemModel, model))
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setToolTip(with_effect(self.tr("Tick a column to use it as an input; right-click for more."), "roles"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setFixedHeight(ROW_HEIGHT)
        self.setFixedHeight(ROW_HEIGHT * (VISIBLE_ROWS + 1) + theme.HALF)

    def selected_names(self) -> list[str]:
        """The names of the selected columns, from top to bottom."""
        return [self._columns.name(line) for line in sorted(i.row() for i in self.selectionModel().selectedRows())]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The roles, for all selected columns at once."""
        self._open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches the selected columns on or off, T makes one the target, Return opens the menu."""
        names = self.selected_names()
        if names and event.key() == Qt.Key.Key_Space:
            use = any(self._columns.role_of(name) == "ignored" for name in names)
            self.inputs_changed.emit(names, use)
        elif len(names) == 1 and event.key() == Qt.Key.Key_T and not event.modifiers():
            self.target_chosen.emit(names[0])
        elif names and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_menu(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            super().keyPressEvent(event)

    def _open_menu(self, where: QPoint) -> None:
        names = self.selected_names()
        if not names:
            return
        menu = ColumnMenu(names, {self._columns.kind_of(name) for name in names}, self)
        menu.inputs_changed.connect(self.inputs_changed)
        menu.target_chosen.connect(self.target_chosen)
        menu.kinds_chosen.connect(self.kinds_chosen)
        menu.popup(where)
