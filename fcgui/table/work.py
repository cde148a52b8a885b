"""What belongs to the table: connects the data panel and the page "Table" with the edits they stand for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from fcgui.dialogs.reading import ReadingDialog
from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.files import Files
from fcgui.main_window import MainWindow
from fcgui.panels.data import DataPanel
from fcgui.preparing import Preparing
from fcgui.project import Project
from fcgui.table.edits import TableEdits
from fcgui.table.page import TablePage
from fcgui.table.trap_finder import TrapFinder
from fcgui.theme import Theme
from fcgui_core.read_options import ReadOptions
from fcgui_core.traps import Trap


class TableWork(QObject):
    """Wires the views of the table to the document; made once for a document, connected to each new window."""

    def __init__(
        self, document: Document, edits: Edits, files: Files, look: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._document, self._edits, self._files = document, edits, files
        self.edits = TableEdits(document, self)
        self.preparing = Preparing(document, self)
        files.table_read_again.connect(self.edits.show_again)
        files.options_wanted.connect(self.ask_reading)
        self.traps = TrapFinder(self)
        self.traps.found.connect(self._show_traps)
        self._dismissed: set[str] = set()  # sentences of warnings that the panel shows no more
        self._window: MainWindow | None = None

    def connect_window(self, window: MainWindow) -> None:
        """Connect everything in the window that belongs to the table."""
        self._window = window
        self.connect_panel(window.data_panel)
        self._connect_page(window.table_page)
        window.data_panel.table_requested.connect(self._show_page)
        window.data_panel.trap_dismissed.connect(self._dismiss)
        window.table_page.hovered.connect(window.tell)
        for slow in (self.preparing, self.edits.rows):
            slow.progress.connect(window.reading_bar.preparing.show_state)
            window.reading_bar.preparing.cancelled.connect(slow.cancel)

    def leave_window(self, window: MainWindow) -> None:
        """Another window takes the place of this one."""
        window.table_page.end()
        for slow in (self.preparing, self.edits.rows):
            slow.progress.disconnect(window.reading_bar.preparing.show_state)

    def show_project(self, project: Project) -> None:
        """Show the table of a project, and look for what is likely to go wrong with it."""
        assert self._window is not None
        self._window.table_page.show_project(project)
        self.traps.look_at(project)
        self._show_traps(self.traps.traps)

    def _connect_page(self, page: TablePage) -> None:
        page.inputs_changed.connect(self._edits.use_columns)
        page.target_chosen.connect(self._edits.choose_target)
        page.kinds_chosen.connect(self.edits.choose_kinds)
        page.order_chosen.connect(self.edits.order_categories)
        page.rows_left_out.connect(self.edits.rows.leave_out)
        page.fix_requested.connect(self.edits.fix)
        page.reading_requested.connect(self._ask_own_reading)

    @Slot(object, object)
    def ask_reading(self, path: Path, options: ReadOptions) -> None:
        """Show how a file is read and let the user say otherwise; what comes of it is one undo step."""
        assert self._window is not None
        dialog = ReadingDialog(path, options, self._look, self._window)
        dialog.chosen.connect(self._files.open_as)
        dialog.open()

    @Slot()
    def _ask_own_reading(self) -> None:
        table = self._document.project.table
        if table is not None and table.path is not None:
            self.ask_reading(table.path, table.read_options)

    @Slot()
    def _show_page(self) -> None:
        """All warnings are wanted: the page has them."""
        assert self._window is not None
        page = self._window.table_page
        self._window.pages.setCurrentWidget(page)
        page.below.setCurrentWidget(page.notes)

    @Slot(object)
    def _show_traps(self, traps: tuple[Trap, ...]) -> None:
        assert self._window is not None
        self._window.table_page.show_traps(traps)
        self._window.data_panel.show_traps([trap for trap in traps if trap.sentence not in self._dismissed])

    @Slot(object)
    def _dismiss(self, trap: Trap) -> None:
        self._dismissed.add(trap.sentence)
        self._show_traps(self.traps.traps)

    def end(self) -> None:
        """End the threads: the window closes."""
        self.traps.end()
        self.preparing.end()
        self.edits.rows.end()

    def connect_panel(self, panel: DataPanel) -> None:
        """Connect the intents of the data panel."""
        edits = self._edits
        panel.example_chosen.connect(self._files.open_example)
        panel.open_requested.connect(self._files.ask_open)
        panel.target_chosen.connect(edits.choose_target)
        panel.task_chosen.connect(edits.choose_task)
        panel.inputs_changed.connect(edits.use_columns)
        panel.kinds_chosen.connect(self.edits.choose_kinds)
        panel.test_size_chosen.connect(edits.choose_test_size)
        panel.validation_size_chosen.connect(edits.choose_validation_size)
        panel.class_weights_chosen.connect(edits.choose_class_weights)
        panel.scale_chosen.connect(edits.choose_scale)
        panel.split_again.connect(edits.split_again)
        panel.fix_requested.connect(self.edits.fix)
        panel.reading_requested.connect(self._ask_own_reading)
