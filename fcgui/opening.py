"""Opening files on a thread of their own, so that the window goes on answering while a large table is read."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from fcgui.project import Project
from fcgui.project_file import SUFFIX, Saved, load_project
from fcgui.table.again import taken_over
from fcgui.tables import open_table
from fcgui_core.errors import Cancelled, FcguiError
from fcgui_core.read_options import RECOGNISE, RaggedRows, ReadOptions
from fcgui_core.roles import Roles, guess_roles
from fcgui_core.table import Table
from fcgui_core.weights_file import Model, load_weights

log = logging.getLogger(__name__)

WEIGHTS_SUFFIX = ".npz"
TOLD_EVERY_MS = 100  # how often the progress of reading is shown


@dataclass(frozen=True)
class Opened:
    """What came out of a file: a table, a model or a project."""

    path: Path
    content: Table | Model | Saved
    roles: Roles | None = None
    again: bool = False  # the project's own table, read in another way


class Reader(QThread):
    """Reads one file; the results are fields that are read after the thread has finished."""

    def __init__(
        self, path: Path, project: Project, options: ReadOptions, again: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.path, self.options, self.again = path, options, again
        self._project = project
        self.roles: Roles | None = None
        self.content: Table | Model | Saved | None = None
        self.error = ""
        self.ragged: RaggedRows | None = None
        self.progress = 0.0
        self._cancelled = Event()

    def cancel(self) -> None:
        """Give up at the next block of lines."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user gave up."""
        return self._cancelled.is_set()

    def run(self) -> None:
        """Read the file by its ending: weights, a project, or else a table."""
        try:
            if self.path.suffix.lower() == WEIGHTS_SUFFIX:
                self.content = load_weights(self.path)
            elif self.path.suffix.lower() == SUFFIX:
                self.content = self._load_project()
            else:
                self.content = self._read_table()
        except RaggedRows as error:
            self.ragged = error
        except FcguiError as error:
            self.error = str(error)
        except MemoryError:
            self.error = f"{self.path.name}: there is not enough memory for this file."
        except Exception as error:
            log.exception("reading %s failed", self.path)
            self.error = f"{self.path.name}: the file could not be read ({error!r})."

    def _read_table(self) -> Table:
        """The table; its roles and its preparation are found here too, so that the window only has to show them."""
        table = open_table(self.path, self.options, self._note, self._cancelled.is_set)
        self._note(1.0)
        if self.again:
            table, self.roles = taken_over(table, self._project.table, self._project.roles)
        else:
            self.roles = guess_roles(table)
        if self.cancelled:
            raise Cancelled("reading was cancelled.")
        shown = replace(self._project, table=table, roles=self.roles, imported=None, derived=())
        _ = shown.data  # prepared here, and kept for the edit that shows it
        return table

    def _load_project(self) -> Saved:
        """The project; its table is prepared here too."""
        saved = load_project(self.path)
        _ = saved.project.data
        return saved

    def _note(self, share: float) -> None:
        self.progress = share


class Opener(QObject):
    """Opens one file at a time; a new one takes the place of the one that is being read.

    A reader that was given up ends by itself, soon: the window does not wait for it.
    """

    opened = Signal(object)  # Opened
    failed = Signal(str)
    ragged = Signal(object, object, object)  # Path, ReadOptions, RaggedRows: rows of another width were refused
    progress = Signal(str, int)  # the file's name and the percentage that has been read; "" at the end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader: Reader | None = None
        self._given_up: list[Reader] = []
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_EVERY_MS)
        self._timer.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._reader is not None

    def open(self, path: Path, project: Project, options: ReadOptions = RECOGNISE, *, again: bool = False) -> None:
        """Start reading ``path``; a table is prepared as ``project`` would.

        ``again``: it is the project's own table, and what was chosen for its columns is taken over.
        """
        self.cancel()
        self._reader = Reader(path, project, options, again, self)
        self._reader.finished.connect(self._finished)
        self._reader.start()
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Give up reading; what the user has stays."""
        reader, self._reader = self._reader, None
        self._timer.stop()
        if reader is not None:
            reader.cancel()
            self._given_up.append(reader)
            self.progress.emit("", 0)

    def end(self) -> None:
        """Give up reading and wait until no thread is left."""
        self.cancel()
        for reader in self._given_up:
            reader.finished.disconnect(self._finished)
            reader.wait()
            reader.deleteLater()
        self._given_up.clear()

    @Slot()
    def _tell(self) -> None:
        if self._reader is not None:
            self.progress.emit(self._reader.path.name, int(100 * self._reader.progress))

    @Slot()
    def _finished(self) -> None:
        for gone in [reader for reader in self._given_up if reader.isFinished()]:
            self._given_up.remove(gone)
            gone.deleteLater()
        reader = self._reader
        if reader is None or not reader.isFinished():
            return
        self._reader = None
        self._timer.stop()
        self.progress.emit("", 0)
        if reader.ragged is not None:
            self.ragged.emit(reader.path, reader.options, reader.ragged)
        elif reader.error:
            self.failed.emit(reader.error)
        elif reader.content is not None:
            self.opened.emit(Opened(reader.path, reader.content, reader.roles, reader.again))
        reader.deleteLater()
