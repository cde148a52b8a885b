"""Steps to projects with large tables are prepared beside the window; what is shown stays until the new is there.

An edit, an undo or a redo that needs a large table encoded, scaled and split anew waits in the document until that is
done on a thread; so does what is wished for meanwhile, in its turn. Cancel lets go of all of it.
"""

from __future__ import annotations

from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.document import Document
from fcgui.job import Ask, Jobs, Note
from fcgui.project import Project, is_prepared, prepare_data, with_possible_inputs
from fcgui_core.errors import Cancelled, TableError

SLOW_CELLS = 1_000_000  # of a table: preparing it takes about a tenth of a second
SLOW_TEXTS = 500  # rows of a column of texts
SHOWN_AFTER_MS = 200  # what is ready sooner needs no bar

_one_at_a_time = Lock()  # what was given up frees its memory first


class Preparing(QObject):
    """Prepares what the document's next step needs, then lets the document go on."""

    progress = Signal(str, int)  # the table's name and 100, "" at the end: there is no telling how far it is

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._told = False  # a bar is shown
        self._jobs = Jobs(self)
        self._jobs.done.connect(document.go_on)
        self._jobs.failed.connect(self._give_up)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._tell)
        document.prepare_beside(is_slow)
        document.delayed.connect(self._start)
        document.settled.connect(self._settle)

    @property
    def busy(self) -> bool:
        """Whether something waits for its data."""
        return self._document.waiting

    @Slot()
    def cancel(self) -> None:
        """Let go of what waits; the project stays as it is, and views show what it is."""
        self._document.give_up()

    def end(self) -> None:
        """End the thread: the window closes."""
        self._document.let_go()
        self._jobs.end()

    @Slot()
    def _start(self) -> None:
        """Prepare what the document needs now instead of what it needed before."""
        project = self._document.needed
        if project is None:
            return

        def work(cancelled: Ask, note: Note) -> None:
            prepare_for(project, cancelled)

        self._jobs.start(work)
        if not self._told and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _settle(self) -> None:
        self._jobs.cancel()
        self._timer.stop()
        if self._told:
            self._told = False
            self.progress.emit("", 0)

    @Slot()
    def _tell(self) -> None:
        project = self._document.needed
        if project is not None and project.table is not None:
            self._told = True
            self.progress.emit(project.table.name, 100)

    @Slot(str)
    def _give_up(self, sentence: str) -> None:
        self._document.give_up()
        self._document.refused.emit(sentence)


def is_slow(project: Project) -> bool:
    """Whether making a project's data would keep the window from answering."""
    table = project.table
    if table is None:
        return False
    large = table.n_rows * len(table.columns) > SLOW_CELLS
    if project.roles is not None and table.n_rows > SLOW_TEXTS:  # which are taken apart into words
        large |= any(table.column(name).kind == "text" for name in project.roles.inputs(table))
    return large and not is_prepared(with_possible_inputs(project))


def prepare_for(project: Project, cancelled: Ask) -> None:
    """Make a project's data and keep it for the step.

    Raises `TableError` when there is no memory for it, `Cancelled` once ``cancelled()`` is true.
    """
    try:
        with _one_at_a_time:
            if cancelled():
                raise Cancelled("preparing was cancelled.")
            prepare_data(with_possible_inputs(project), cancelled)
    except MemoryError:
        raise TableError("There is not enough memory for this network and table: use fewer units or rows.") from None
