"""Edits of large tables are prepared beside the window; what is shown stays until the new is there.

An edit that needs a large table encoded, scaled and split anew waits in the document (`Document.waiting`) until that is
done on a thread; so do the edits that follow it, in their order, each an undo step of its own. Undo, redo or Cancel
while they wait let go of them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.document import Document
from fcgui.job import Ask, Jobs, Note
from fcgui.project import Project, is_prepared, with_possible_inputs
from fcgui_core.errors import FcguiError, TableError

SLOW_CELLS = 1_000_000  # of a table: preparing it takes about a tenth of a second
SHOWN_AFTER_MS = 200  # what is ready sooner needs no bar


class Preparing(QObject):
    """Prepares what the first waiting edit needs, then lets the document go on."""

    refused = Signal(str)
    progress = Signal(str, int)  # the table's name and 100, "" at the end: there is no telling how far it is

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._going_on = False
        self._told = False  # a bar is shown
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._go_on)
        self._jobs.failed.connect(self._give_up)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._tell)
        document.is_slow = is_slow
        document.delayed.connect(self._start)
        document.settled.connect(self._settle)
        document.changed.connect(self._changed)

    @property
    def busy(self) -> bool:
        """Whether edits wait for their data."""
        return bool(self._document.waiting)

    @Slot()
    def cancel(self) -> None:
        """Let go of the edits that wait; the project stays as it is, and views show what it is."""
        if self._document.waiting:
            self._document.let_go()
            self._document.changed.emit(self._document.project, self._document.project)

    def end(self) -> None:
        """End the thread: the window closes."""
        self._document.let_go()
        self._jobs.end()

    @Slot()
    def _settle(self) -> None:
        self._jobs.cancel()
        self._end_telling()

    def _end_telling(self) -> None:
        self._timer.stop()
        if self._told:
            self._told = False
            self.progress.emit("", 0)

    @Slot()
    def _start(self) -> None:
        if self._jobs.busy or not self._document.waiting:
            return
        project = self._document.waiting[0].project

        def work(cancelled: Ask, note: Note) -> None:
            prepare_for(project)

        self._jobs.start(work)
        if not self._told and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _tell(self) -> None:
        if self._document.waiting:
            table = self._document.waiting[0].project.table
            self._told = table is not None
            self.progress.emit("" if table is None else table.name, 100)

    @Slot()
    def _go_on(self) -> None:
        """Apply what is ready; the next one may have to be prepared in its turn."""
        self._going_on = True
        try:
            self._document.go_on()
        except FcguiError as error:
            self.refused.emit(str(error))
            self._document.changed.emit(self._document.project, self._document.project)
        finally:
            self._going_on = False
        self._start()

    @Slot(str)
    def _give_up(self, sentence: str) -> None:
        self.cancel()
        self.refused.emit(sentence)

    @Slot(object, object)
    def _changed(self, old: Project, new: Project) -> None:
        if old is not new and not self._going_on and self._document.waiting:
            self._document.let_go()


def is_slow(project: Project) -> bool:
    """Whether making a project's data would keep the window from answering."""
    table = project.table
    large = table is not None and table.n_rows * len(table.columns) > SLOW_CELLS
    return large and not is_prepared(with_possible_inputs(project))


def prepare_for(project: Project) -> None:
    """Make a project's data and keep it for the edit. Raises `TableError` when there is no memory for it."""
    try:
        _ = with_possible_inputs(project).data
    except MemoryError:
        raise TableError("There is not enough memory for this network and table: use fewer units or rows.") from None
