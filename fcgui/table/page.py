"""The page "Table": its columns with all that is known of them, its rows, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.i18n.numbers import grouped
from fcgui.panels.form import Choice
from fcgui.project import Project
from fcgui.table.detail import ColumnDetail
from fcgui.table.lines import ColumnLines, ShownLines
from fcgui.table.list_view import ColumnList
from fcgui.table.notes import NotesList
from fcgui.table.rows import TableRows
from fcgui.table.rows_bar import RowsBar
from fcgui.table.rows_view import RowsView
from fcgui.table.selection_bar import SelectionBar
from fcgui.table.summaries import Summaries
from fcgui.theme import Theme
from fcgui_core.traps import Trap

SIDE_BY_SIDE = 900  # pixels from which the detail of a column stands beside the list instead of below it
SIDE = 340  # pixels of the detail beside the list


class TablePage(QWidget):
    """Shows the project's table; every change goes out as an intent. A hidden page does no work."""

    inputs_changed = Signal(list, bool)  # column names, used or left out
    target_chosen = Signal(str)
    kinds_chosen = Signal(list, str)  # column names, kind
    order_chosen = Signal(str, object)  # column, categories from the lowest to the highest or None
    rows_left_out = Signal(object, bool)  # row numbers, left out or taken in again
    fix_requested = Signal(object)  # Trap
    reading_requested = Signal()
    hovered = Signal(str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._shown_project: Project | None = None
        self._traps: tuple[Trap, ...] = ()
        self.summaries = Summaries(self)
        self.lines = ColumnLines(look, self.summaries, self)
        self.shown = ShownLines(self.lines, self)
        self.rows_model = TableRows(look, self)
        self._build_list(look)
        self._build_parts(look)
        self._connect()
        self._lay_out()

    # ------------------------------------------------------------------ parts

    def _build_list(self, look: Theme) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search a column"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search a column"))
        self.search.setToolTip(self.tr("Show only the columns with this text in their name."))
        self.filter = Choice(self)
        self.filter.setAccessibleName(self.tr("Columns that are shown"))
        self.filter.setToolTip(self.tr("Show all columns, or only those of one kind."))
        self.filter.setMinimumContentsLength(16)
        self.filter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.filter.offer(
            [
                ("", self.tr("all columns")),
                ("numeric", self.tr("numbers")),
                ("categorical", self.tr("categories")),
                ("date", self.tr("dates")),
                ("ignored", self.tr("left out")),
                ("missing", self.tr("with missing cells")),
            ]
        )
        self.filter.show_value("")
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.count.setAccessibleName(self.tr("How many columns are shown"))
        self.bar = SelectionBar(self.shown, self)
        self.columns = ColumnList(look, self.shown, self)

    def _build_parts(self, look: Theme) -> None:
        self.detail = ColumnDetail(look, self)
        self.rows = RowsView(self.rows_model, self)
        self.rows_part = QWidget(self)
        self.rows_bar = RowsBar(self.rows_model, self.rows, self.rows_part)
        part = QVBoxLayout(self.rows_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(theme.UNIT)
        part.addWidget(self.rows, 1)
        part.addWidget(self.rows_bar)
        self.notes = NotesList(self)
        self.below = QTabWidget(self)
        self.below.setDocumentMode(True)
        self.below.setUsesScrollButtons(False)
        for button in self.below.tabBar().findChildren(QToolButton):  # Qt makes them all the same
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.below.setAccessibleName(self.tr("Parts of the table"))
        at = self.below.addTab(self.rows_part, self.tr("Rows"))
        self.below.setTabToolTip(at, self.tr("The table as it was read; rows can be left out here."))
        at = self.below.addTab(self.notes, self.tr("Warnings"))
        self.below.setTabToolTip(at, self.tr("What is likely to go wrong, with its fix, and what was odd in the file."))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.filter.chosen.connect(self._filter)
        self.lines.inputs_changed.connect(self.inputs_changed)
        for view in (self.columns, self.bar):
            view.inputs_changed.connect(self.inputs_changed)
            view.target_chosen.connect(self.target_chosen)
            view.kinds_chosen.connect(self.kinds_chosen)
        self.columns.selectionModel().selectionChanged.connect(self._selection_changed)
        self.columns.selectionModel().currentChanged.connect(self._show_detail)
        self.summaries.arrived.connect(self._show_detail)
        self.detail.order_chosen.connect(self.order_chosen)
        self.detail.hovered.connect(self.hovered)
        self.rows.column_chosen.connect(self.select)
        self.rows.rows_left_out.connect(self.rows_left_out)
        self.rows_bar.rows_left_out.connect(self.rows_left_out)
        self.notes.fix_requested.connect(self.fix_requested)
        self.notes.column_chosen.connect(self.select)
        self.notes.reading_requested.connect(self.reading_requested)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.UNIT)
        head.addWidget(self.search, 1)
        head.addWidget(self.filter)
        head.addWidget(self.count)
        self.top = QSplitter(Qt.Orientation.Horizontal, self)
        self.top.addWidget(self.columns)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.top)
        self.splitter.addWidget(self.below)
        self.splitter.setSizes([300, 240])
        for splitter in (self.top, self.splitter):
            splitter.setHandleWidth(theme.UNIT)
            splitter.setChildrenCollapsible(False)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.UNIT)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)
        self.message = QLabel(self.tr("Open a table to see its columns and rows here."), self)
        self.message.setObjectName("empty")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = QFrame(self)
        card.setObjectName("card")
        room = QVBoxLayout(card)
        room.setContentsMargins(theme.GAP, theme.UNIT, theme.GAP, theme.GAP)
        body = QWidget(card)
        room.addWidget(body)
        self._body = QStackedLayout(body)
        self._body.addWidget(self.message)
        self._body.addWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self._place_detail(beside=False)

    def _place_detail(self, beside: bool) -> None:
        """The detail beside the list where there is room, else the first of the parts below."""
        if beside:
            self.below.removeTab(self.below.indexOf(self.detail))
            self.top.addWidget(self.detail)
            self.top.setSizes([10_000, SIDE])
            self.top.setStretchFactor(0, 1)
            self.top.setStretchFactor(1, 0)
            self.detail.show()
        else:
            self.below.insertTab(0, self.detail, self.tr("Column"))
            self.below.setTabToolTip(0, self.tr("Everything that is known of the selected column."))
            self.below.setCurrentIndex(0)
        self.detail.stand(upright=beside)

    # ------------------------------------------------------------------ what is shown

    @property
    def busy(self) -> bool:
        """Whether summaries or another order of the rows are still to come."""
        return self.summaries.busy or self.rows_model.busy

    def show_project(self, project: Project) -> None:
        """Show the project's table; at once when the page can be seen, else when it is shown."""
        self._project = project
        if self.isVisible():
            self._catch_up()

    def show_traps(self, traps: Sequence[Trap]) -> None:
        """Show what is likely to go wrong with the table."""
        self._traps = tuple(traps)
        if self.isVisible():
            self._show_notes()

    def _catch_up(self) -> None:
        project, before = self._project, self._shown_project
        if project is None:
            return
        self._shown_project = project
        table, roles = project.table, project.roles
        self._body.setCurrentIndex(0 if table is None else 1)
        other = before is None or before.table is None or table is None or before.table.names != table.names
        self.summaries.use_table(table)
        if other and before is not None:
            self.search.clear()
            self.filter.show_value("")
            self.shown.show_only("")
        self.lines.show_table(table, roles)
        if self.rows_model.show_table(table, roles, project.data):
            self.rows.show_columns()
        self.rows_bar.show_rows()
        if other and roles is not None and roles.target is not None:
            self.columns.fit_names()
            self.select(roles.target)
            for view in (self.columns, self.rows):  # a new table is read from its beginning
                view.scrollToTop()
                view.horizontalScrollBar().setValue(0)
        self._show_count()
        self._selection_changed()
        self._show_notes()

    def _show_notes(self) -> None:
        self.notes.show_notes(None if self._shown_project is None else self._shown_project.table, self._traps)
        words = self.tr("Warnings and notes ({n})").format(n=self.notes.count)
        self.below.setTabText(self.below.indexOf(self.notes), words if self.notes.count else self.tr("Warnings"))

    def _show_count(self) -> None:
        shown, of = self.shown.rowCount(), self.lines.rowCount()
        if shown == of:
            self.count.setText(self.tr("%n column(s)", "", of))
        else:
            self.count.setText(self.tr("{shown} of {all} columns").format(shown=grouped(shown), all=grouped(of)))

    @Slot()
    def _selection_changed(self) -> None:
        self.bar.show_selection(self.columns.selected_names())
        self._show_detail()

    @Slot()
    def _show_detail(self) -> None:
        """The present column, if it is selected; else the first selected one."""
        names = self.columns.selected_names()
        current = self.columns.currentIndex()
        name = self.shown.name(current.row()) if current.isValid() else ""
        line = self.lines.line_of(name if name in names else names[0]) if names else None
        if line is None:
            self.detail.show_column(None, None, "")
            return
        column = self.lines.column(line)
        self.detail.show_column(column, self.lines.summary(line), self.lines.reason(line))
        self.rows.show_column(column.name)

    # ------------------------------------------------------------------ intents

    @Slot(str)
    def select(self, name: str) -> None:
        """Select a column by its name; a search or a filter that hides it is let go of."""
        if self.shown.place_of(name) is None and self.lines.line_of(name) is not None:
            self.search.clear()
            self.filter.show_value("")
            self._filter("")
        self.columns.select(name)

    @Slot(str)
    def _search(self, text: str) -> None:
        self.shown.search(text)
        self._show_count()

    @Slot(str)
    def _filter(self, wanted: str) -> None:
        self.shown.show_only(wanted)
        self._show_count()

    # ------------------------------------------------------------------ events

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody could see it."""
        super().showEvent(event)
        self.summaries.watch(True)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden page does no work."""
        super().hideEvent(event)
        self.summaries.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has the detail beside the list."""
        super().resizeEvent(event)
        beside = self.width() >= SIDE_BY_SIDE
        if beside != (self.below.indexOf(self.detail) < 0):
            self._place_detail(beside)

    def end(self) -> None:
        """End the threads: the window closes."""
        self.summaries.end()
        self.rows_model.end()
