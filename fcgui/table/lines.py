"""The columns of a table as lines of a list: what each is, what is known of it; sorted, searched and filtered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor

from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.table.figures import missing_text, range_text, typical_key, typical_text
from fcgui.table.summaries import Summaries
from fcgui.table.words import ROLES, kind_names, role_names, role_of
from fcgui.theme import Theme
from fcgui_core.column import KINDS, Column
from fcgui_core.column_summary import ColumnSummary
from fcgui_core.roles import Roles
from fcgui_core.table import Table

NAME, KIND, ROLE, SHAPE, MISSING, DISTINCT, TYPICAL, RANGE, REASON = range(9)
RIGHT = (MISSING, DISTINCT)
LONGEST_NAME = 200  # characters

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SortKey = tuple[Any, ...]


class ColumnLines(QAbstractTableModel):
    """One line a column, in the table's order."""

    inputs_changed = QtSignal(list, bool)

    def __init__(self, look: Theme, summaries: Summaries, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._summaries = look, summaries
        self._table: Table | None = None
        self._roles: Roles | None = None
        summaries.arrived.connect(self._tell_all)

    @property
    def roles(self) -> Roles | None:
        """What the columns are for."""
        return self._roles

    def show_table(self, table: Table | None, roles: Roles | None) -> None:
        """Show another table, or other kinds and roles of the same columns (the selection then stays)."""
        same = table is not None and self._table is not None and table.names == self._table.names
        if same:
            self._table, self._roles = table, roles
            self._tell_all()
            return
        self.beginResetModel()
        self._table, self._roles = table, roles
        self.endResetModel()

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, REASON))

    def column(self, line: int) -> Column:
        """The column that stands in a line."""
        assert self._table is not None
        return self._table.columns[line]

    def line_of(self, name: str) -> int | None:
        """Where a column stands."""
        if self._table is None or name not in self._table:
            return None
        return self._table.names.index(name)

    def summary(self, line: int) -> ColumnSummary | None:
        """What is known of the column in a line, None while it is being worked out."""
        return self._summaries.of(self.column(line))

    def role_of(self, name: str) -> str:
        """``"target"``, ``"ignored"`` or ``"input"``."""
        return role_of(name, self._roles)

    def reason(self, line: int) -> str:
        """Why a column is taken for what it is, and why it is left out or the target."""
        column, roles = self.column(line), self._roles
        lines = [core_text(column.reason)]
        if roles is not None and column.name in roles.ignored:
            lines.append(self.tr("Left out: {reason}").format(reason=core_text(roles.ignored[column.name])))
        elif roles is not None and column.name == roles.target:
            lines.append(self.tr("Target: {reason}").format(reason=core_text(roles.target_reason)))
        return " · ".join(line for line in lines if line)

    # ------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else REASON + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self._titles()[section]
        if role == Role.ToolTipRole:
            return self._tips()[section]
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Column"),
            self.tr("Kind"),
            self.tr("Role"),
            self.tr("Distribution"),
            self.tr("Missing"),
            self.tr("Different"),
            self.tr("Mean or most frequent"),
            self.tr("Lowest … highest"),
            self.tr("Why"),
        )

    def _tips(self) -> tuple[str, ...]:
        return (
            self.tr("The column's name; the tick says whether it is used as an input. Click to sort."),
            self.tr("What the column is taken for. Click to sort."),
            self.tr("What the column is for: input, target, or left out. Click to sort."),
            self.tr("How often which values come: numbers in 20 bins, the 10 most frequent categories."),
            self.tr("How many cells are missing. Click to sort."),
            self.tr("How many different values there are. Click to sort."),
            self.tr("Numbers: mean ± standard deviation. Dates: the middle one. Others: the most frequent value."),
            self.tr("The lowest and the highest value. Click to sort by the lowest."),
            self.tr("Why the column was taken for this kind and role."),
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        line, section = index.row(), index.column()
        if role == Role.DisplayRole:
            return self._text(line, section)
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        if role == Role.CheckStateRole and section == NAME:
            kind_of_role = self.role_of(self.column(line).name)
            if kind_of_role != "target":
                return Qt.CheckState.Checked if kind_of_role == "input" else Qt.CheckState.Unchecked
        if role == Role.ToolTipRole:
            return f"{self.column(line).name[:LONGEST_NAME]}\n{self.reason(line)}"
        if role == Role.ForegroundRole:
            return self._color(line, section)
        return None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if section in RIGHT else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _text(self, line: int, section: int) -> str:
        column = self.column(line)
        if section == NAME:
            return " ".join(column.name[:LONGEST_NAME].split())
        if section == KIND:
            return kind_names().get(column.kind, column.kind)
        if section == ROLE:
            return role_names()[self.role_of(column.name)]
        if section == REASON:
            return self.reason(line)
        summary = self.summary(line)
        if summary is None or section == SHAPE:
            return ""
        if section == MISSING:
            return missing_text(summary)
        if section == DISTINCT:
            return grouped(summary.distinct)
        return typical_text(column, summary) if section == TYPICAL else range_text(column, summary)

    def _color(self, line: int, section: int) -> QColor | None:
        colors, kind_of_role = self._look.palette, self.role_of(self.column(line).name)
        if kind_of_role == "target" and section in (NAME, ROLE):
            return QColor(colors.accent)
        if section == MISSING:
            return QColor(colors.warning)
        return QColor(colors.muted) if kind_of_role == "ignored" or section in (KIND, REASON) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == NAME and self.role_of(self.column(index.row()).name) != "target":
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole:
            return False
        # The model shows what the project says; the change comes back through `show_table`.
        self.inputs_changed.emit([self.column(index.row()).name], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    # ------------------------------------------------------------------ order and filters

    def key(self, line: int, section: int) -> SortKey:
        """What lines are sorted by; what is not known yet, or makes no sense, comes last."""
        column = self.column(line)
        if section == NAME:
            return (column.name.casefold(),)
        if section == KIND:
            return (KINDS.index(column.kind),)
        if section == ROLE:
            return (ROLES.index(self.role_of(column.name)),)
        if section == REASON:
            return (self.reason(line),)
        summary = self.summary(line)
        if summary is None:
            return (1,)
        if section == MISSING:
            return (0, summary.missing)
        if section == DISTINCT:
            return (0, summary.distinct)
        if section == RANGE:
            return (1,) if summary.minimum is None else (0, summary.minimum)
        if section == TYPICAL:
            return (0, *typical_key(summary))
        bars = summary.histogram or tuple(count for _, count in summary.frequent)
        return (0, max(bars, default=0) / max(1, summary.count))  # the more even, the earlier

    def passes(self, line: int, wanted: str) -> bool:
        """Whether a column is among those that a filter shows."""
        column = self.column(line)
        if wanted == "ignored":
            return self.role_of(column.name) == "ignored"
        if wanted == "missing":
            return column.missing > 0
        return not wanted or column.kind == wanted


class ShownLines(QSortFilterProxyModel):
    """The lines that a search and a filter leave, in the order of a title that was clicked."""

    def __init__(self, lines: ColumnLines, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines
        self._search, self._wanted = "", ""
        self.setSourceModel(lines)

    @property
    def lines(self) -> ColumnLines:
        """All lines."""
        return self._lines

    def search(self, text: str) -> None:
        """Only columns with this in their name."""
        self.beginFilterChange()
        self._search = text.strip().casefold()
        self.endFilterChange()

    def show_only(self, wanted: str) -> None:
        """Only columns of a kind, ``"ignored"``, ``"missing"``, or ``""`` for all."""
        self.beginFilterChange()
        self._wanted = wanted
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        name = self._lines.column(source_row).name.casefold()
        return self._search in name and self._lines.passes(source_row, self._wanted)

    def lessThan(self, left: Index, right: Index) -> bool:
        section = left.column()
        return self._lines.key(left.row(), section) < self._lines.key(right.row(), section)

    def line(self, shown: int) -> int:
        """The line of the table's order that stands in a shown one."""
        return self.mapToSource(self.index(shown, 0)).row()

    def name(self, line: int) -> str:
        """The column that is shown in a line."""
        return self._lines.column(self.line(line)).name

    def kind_of(self, name: str) -> str:
        """What a column is taken for."""
        line = self._lines.line_of(name)
        assert line is not None
        return self._lines.column(line).kind

    def role_of(self, name: str) -> str:
        """``"target"``, ``"ignored"`` or ``"input"``."""
        return self._lines.role_of(name)

    def place_of(self, name: str) -> int | None:
        """Where a column is shown, None where it is filtered out."""
        line = self._lines.line_of(name)
        place = None if line is None else self.mapFromSource(self._lines.index(line, 0))
        return place.row() if place is not None and place.isValid() else None
