"""Opening files on a thread of their own, so that the window goes on answering while a large table is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.job import Ask, Jobs, Note, told_as
from fcgui.project import Project, prepare_data
from fcgui.project_file import SUFFIX, Saved, load_project
from fcgui.table.again import taken_over
from fcgui.tables import open_table
from fcgui_core.errors import Cancelled
from fcgui_core.read_options import RECOGNISE, RaggedRows, ReadOptions
from fcgui_core.roles import Roles, guess_roles
from fcgui_core.table import Table
from fcgui_core.weights_file import Model, load_weights

WEIGHTS_SUFFIX = ".npz"
TOLD_EVERY_MS = 100  # how often the progress of reading is shown


@dataclass(frozen=True)
class Opened:
    """What came out of a file: a table, a model or a project."""

    path: Path
    content: Table | Model | Saved
    roles: Roles | None = None
    again: bool = False  # the project's own table, read in another way


class Opener(QObject):
    """Opens one file at a time; a new one takes the place of the one that is being read.

    Reading that was given up ends by itself, soon: the window does not wait for it.
    """

    opened = Signal(object)  # Opened
    failed = Signal(str)
    ragged = Signal(object, object, object)  # Path, ReadOptions, RaggedRows: rows of another width were refused
    progress = Signal(str, int)  # the file's name and the percentage that has been read; "" at the end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._options = Path(), RECOGNISE  # what is being read, and how
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_EVERY_MS)
        self._timer.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._jobs.busy

    def open(self, path: Path, project: Project, options: ReadOptions = RECOGNISE, *, again: bool = False) -> None:
        """Start reading ``path``; a table is prepared as ``project`` would.

        ``again``: it is the project's own table, and what was chosen for its columns is taken over.
        """
        self.cancel()
        self._path, self._options = path, options
        self._jobs.start(partial(read_file, path, project, options, again))
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Give up reading; what the user has stays."""
        if self._jobs.busy:
            self._jobs.cancel()
            self._end_progress()

    def end(self) -> None:
        """Give up reading and wait until no thread is left."""
        self.cancel()
        self._jobs.end()

    @Slot()
    def _tell(self) -> None:
        self.progress.emit(self._path.name, int(100 * self._jobs.progress))

    def _end_progress(self) -> None:
        self._timer.stop()
        self.progress.emit("", 0)

    @Slot(object)
    def _done(self, found: Opened | RaggedRows) -> None:
        self._end_progress()
        if isinstance(found, RaggedRows):
            self.ragged.emit(self._path, self._options, found)
        else:
            self.opened.emit(found)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._end_progress()
        self.failed.emit(sentence)


def read_file(
    path: Path, project: Project, options: ReadOptions, again: bool, cancelled: Ask, note: Note
) -> Opened | RaggedRows:
    """Read a file by its ending: weights, a project, or else a table. Works on any thread.

    Rows of another width are no failure: they come back, for the user to say what to do with them. Raises
    `FcguiError` with one sentence for everything else, `Cancelled` once ``cancelled()`` is true.
    """
    no_memory = f"{path.name}: there is not enough memory for this file."
    with told_as(no_memory, f"{path.name}: the file could not be read ({{what}})."):
        if path.suffix.lower() == WEIGHTS_SUFFIX:
            return Opened(path, load_weights(path))
        if path.suffix.lower() == SUFFIX:
            saved = load_project(path)
            prepare_data(saved.project, cancelled)
            return Opened(path, saved)
        try:
            table = open_table(path, options, note, cancelled)
        except RaggedRows as error:
            return error
        note(1.0)
        return _with_roles(path, table, project, again, cancelled)


def _with_roles(path: Path, table: Table, project: Project, again: bool, cancelled: Ask) -> Opened:
    """The table; its roles and its preparation are found here too, so that the window only has to show them."""
    table, roles = taken_over(table, project.table, project.roles) if again else (table, guess_roles(table))
    if cancelled():
        raise Cancelled("reading was cancelled.")
    shown = replace(project, table=table, roles=roles, imported=None, derived=())
    prepare_data(shown, cancelled)  # kept for the edit that shows it
    return Opened(path, table, roles, again)
