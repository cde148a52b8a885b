"""The data panel: which table, which columns, what is predicted, how it is split and scaled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from fcgui import theme
from fcgui.i18n.core_texts import core_text
from fcgui.panels.form import Card, Choice, Field, NumberField, caption, row
from fcgui.theme import Theme
from fcgui_core.preparation import PreparedData
from fcgui_core.roles import Roles
from fcgui_core.table import Table

OPEN_FILE = "\0open"  # the last entry of the list of tables
THIS_FILE = "\0file"  # a table of the user's own, shown under its file name
ROW_HEIGHT = 24
VISIBLE_ROWS = 6

Index = QModelIndex | QPersistentModelIndex


class DataPanel(Card):
    """Shows a table with its roles; every change goes out as an intent."""

    example_chosen = Signal(str)
    open_requested = Signal()
    target_chosen = Signal(str)
    task_chosen = Signal(str)
    inputs_changed = Signal(list, bool)  # column names, used or left out
    test_size_chosen = Signal(float)
    scale_chosen = Signal(str)
    split_again = Signal()
    refused = Signal(str)

    def __init__(self, look: Theme, examples: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.head.setText(self.tr("Data"))
        self.head.setAccessibleName(self.tr("Data"))
        self.head.setToolTip(self.tr("The table that the network learns from."))
        self._examples = list(examples)
        self._shown_source = ""
        self.source = Choice(self)
        self.source.chosen.connect(self._choose_source)
        self.open_button = QPushButton(self.tr("Open…"), self)
        self.open_button.setToolTip(self.tr("Open a table of your own: CSV, TSV or text."))
        self.open_button.setAccessibleName(self.tr("Open a table"))
        self.open_button.setFixedHeight(theme.CONTROL_HEIGHT)
        self.open_button.clicked.connect(self.open_requested)
        self.summary = caption(parent=self)
        line = QFontMetrics(theme.text_font(theme.TEXT_SMALL)).lineSpacing()
        self.summary.setMinimumHeight(2 * line)  # nothing below jumps when the second line comes
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notes = caption(parent=self, name="warning")
        self._model = ColumnsModel(look, self)
        self._model.inputs_changed.connect(self.inputs_changed)
        self.columns = ColumnsView(self._model, self)
        self.columns.inputs_changed.connect(self.inputs_changed)
        self.columns.target_chosen.connect(self.target_chosen)
        self._build_choices()
        self._lay_out()

    def _build_choices(self) -> None:
        self.target = Choice(self)
        self.target.chosen.connect(self.target_chosen)
        self.task = Choice(self)
        self.task.offer([("classification", self.tr("Classification")), ("regression", self.tr("Regression"))])
        self.task.chosen.connect(self.task_chosen)
        self.test_size = NumberField((10, 20, 30, 40, 50), 0, 90, parent=self)
        self.test_size.committed.connect(self._choose_test_size)
        self.test_size.refused.connect(self.refused)
        self.scale = Choice(self)
        self.scale.offer(
            [
                ("standard", self.tr("Standard")),
                ("minmax", self.tr("Min–max")),
                ("none", self.tr("None")),
            ]
        )
        self.scale.chosen.connect(self.scale_chosen)

    def _lay_out(self) -> None:
        self.source_field = Field(
            self.tr("Table"),
            self.source,
            self.tr("An example that comes with the program, or your own table."),
            self,
        )
        top = row(self.source_field)
        top.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(top)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.columns)
        self.target_field = Field(
            self.tr("Target"), self.target, self.tr("The column that the network learns to predict."), self
        )
        self.task_field = Field(
            self.tr("Task"), self.task, self.tr("Classes to tell apart, or a number to estimate."), self
        )
        self.body.addLayout(row(self.target_field, self.task_field))
        self.test_field = Field(
            self.tr("Test rows, %"),
            self.test_size,
            self.tr("The share of rows that training never sees."),
            self,
        )
        self.scale_field = Field(
            self.tr("Scaling"),
            self.scale,
            self.tr("Standard: mean 0, deviation 1. Min–max: 0 to 1. Fitted on the training rows only."),
            self,
        )
        self.shuffle = QPushButton(self.tr("Split again"), self)
        self.shuffle.setToolTip(self.tr("Draw other rows for testing."))
        self.shuffle.setAccessibleName(self.tr("Split again"))
        self.shuffle.setFixedHeight(theme.CONTROL_HEIGHT)
        self.shuffle.clicked.connect(self.split_again)
        bottom = row(self.test_field, self.scale_field)
        bottom.addWidget(self.shuffle, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(bottom)
        self.body.addWidget(self.notes)

    # ------------------------------------------------------------------ shown

    def show_state(
        self,
        table: Table | None,
        roles: Roles | None,
        data: PreparedData | None,
        test_size: float,
        scale: str,
        bundled: str,
        problem: str,
    ) -> None:
        """Show a table, what was recognised in it, and how it is prepared.

        ``bundled`` is its name among ours, ``problem`` the sentence that says why nothing can be learned from it yet.
        """
        self._show_sources(table, bundled)
        self._model.show_table(table, roles)
        there = table is not None and roles is not None
        for widget in (self.columns, self.target, self.task, self.test_size, self.scale, self.shuffle):
            widget.setEnabled(there)
        self.test_size.show_value(round(100 * test_size, 6))
        self.scale.show_value(scale)
        if table is None or roles is None:
            self.summary.setText(self.tr("No table yet. Choose an example above, open a CSV, or drop one here."))
            self.target.offer([])
            self.notes.setVisible(False)
            return
        self.target.offer([(name, name) for name in table.names])
        self.target.show_value(roles.target or "")
        self.target.setToolTip(core_text(roles.target_reason))
        self.task.show_value(roles.task)
        self.task.setToolTip(core_text(roles.task_reason))
        self.summary.setText(self._summary(table, roles, data))
        lines = [line for line in (problem, *table.notes) if line]
        self.notes.setText("\n".join(core_text(line) for line in lines))
        self.notes.setVisible(bool(lines))

    def _show_sources(self, table: Table | None, bundled: str) -> None:
        choices = list(self._examples)
        if table is not None and not bundled:
            choices.append((THIS_FILE, table.name))
        choices.append((OPEN_FILE, self.tr("Open a file…")))
        self.source.offer(choices)
        self._shown_source = bundled if table is None or bundled else THIS_FILE
        self.source.show_value(self._shown_source)

    def _summary(self, table: Table, roles: Roles, data: PreparedData | None) -> str:
        parts = [self.tr("%n row(s)", "", table.n_rows)]
        if data is not None:
            parts.append(self.tr("%n input(s)", "", data.n_features))
            if data.task == "classification":
                parts.append(self.tr("%n class(es)", "", data.n_classes))
            parts.append(
                self.tr("{train} to train, {test} to test").format(train=len(data.train_rows), test=len(data.test_rows))
            )
        if data is not None and data.n_dropped:
            parts.append(self.tr("%n row(s) without a target", "", data.n_dropped))
        if roles.ignored:
            parts.append(self.tr("left out: {names}").format(names=", ".join(roles.ignored)))
        return " · ".join(parts)

    # ------------------------------------------------------------------ intents

    @Slot(str)
    def _choose_source(self, value: str) -> None:
        if value == OPEN_FILE:
            self.source.show_value(self._shown_source)  # until a file has been opened
            self.open_requested.emit()
        elif value != THIS_FILE:
            self.example_chosen.emit(value)

    @Slot(object)
    def _choose_test_size(self, percent: float) -> None:
        self.test_size_chosen.emit(percent / 100)


class ColumnsModel(QAbstractTableModel):
    """The columns of a table, one a row: used or not, name, kind, role."""

    inputs_changed = Signal(list, bool)

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._table: Table | None = None
        self._roles: Roles | None = None

    def show_table(self, table: Table | None, roles: Roles | None) -> None:
        """Show another table, or other roles of the same one (the selection then stays)."""
        if table is not self._table:
            self.beginResetModel()
            self._table, self._roles = table, roles
            self.endResetModel()
            return
        self._roles = roles
        if table is not None:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.columns) - 1, 2))

    def name(self, line: int) -> str:
        """The column that stands in row ``line``."""
        assert self._table is not None
        return self._table.names[line]

    def role_of(self, name: str) -> str:
        """``"target"``, ``"ignored"`` or ``"input"``."""
        if self._roles is None:
            return "input"
        if name == self._roles.target:
            return "target"
        return "ignored" if name in self._roles.ignored else "input"

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
                self._kinds().get(column.kind, column.kind),
                self._role_names()[kind_of_role],
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

    def _kinds(self) -> dict[str, str]:
        return {
            "numeric": self.tr("number"),
            "categorical": self.tr("category"),
            "identifier": self.tr("identifier"),
            "date": self.tr("date"),
            "text": self.tr("text"),
            "constant": self.tr("constant"),
        }

    def _role_names(self) -> dict[str, str]:
        return {"input": self.tr("input"), "target": self.tr("target"), "ignored": self.tr("left out")}


class ColumnsView(QTableView):
    """The list of columns: tick to use; the menu, Return or Space act on all selected ones."""

    inputs_changed = Signal(list, bool)
    target_chosen = Signal(str)

    def __init__(self, model: ColumnsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setToolTip(self.tr("Tick a column to use it as an input; right-click for more."))
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
        """Space switches the selected columns on or off, Return opens the menu."""
        names = self.selected_names()
        if names and event.key() == Qt.Key.Key_Space:
            use = any(self._columns.role_of(name) == "ignored" for name in names)
            self.inputs_changed.emit(names, use)
        elif names and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_menu(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            super().keyPressEvent(event)

    def _open_menu(self, where: QPoint) -> None:
        names = self.selected_names()
        if not names:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        use = menu.addAction(self.tr("Use as input"))
        leave = menu.addAction(self.tr("Leave out"))
        target = menu.addAction(self.tr("Make it the target"))
        target.setEnabled(len(names) == 1)
        for action, key in ((use, "use"), (leave, "leave"), (target, "target")):
            action.setData(key)
        menu.triggered.connect(self._chosen)
        menu.popup(where)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        names = self.selected_names()
        if action.data() == "target":
            self.target_chosen.emit(names[0])
        else:
            self.inputs_changed.emit(names, action.data() == "use")
