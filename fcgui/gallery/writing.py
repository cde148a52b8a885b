"""A table written as CSV on a thread of its own, so that the window goes on answering."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from fcgui.job import Ask, Jobs, Note, told_as
from fcgui_core.table import Table
from fcgui_core.table_csv import write_table


class Writing(QObject):
    """Writes one table at a time."""

    written = Signal(str)  # the path
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a table is being written."""
        return self._jobs.busy

    def write(self, path: str, table: Table) -> None:
        """Begin to write; one that is under way is finished first."""
        self._jobs.finish()
        self._jobs.start(partial(write_file, path, table))

    @Slot(object)
    def _done(self, path: str) -> None:
        self.written.emit(path)

    def end(self) -> None:
        """Wait for the file that is being written."""
        self._jobs.finish()
        self._jobs.end()


def write_file(path: str, table: Table, cancelled: Ask, note: Note) -> str:
    """Write a table, wholly or not at all, and return its path. Raises `FcguiError` with one sentence."""
    name = Path(path).name
    no_memory = f"{name}: there is not enough memory to write this table."
    with told_as(no_memory, f"{name}: the table could not be written ({{what}})."):
        write_table(path, table)
    return path
