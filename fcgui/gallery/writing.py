"""A table written as CSV on a thread of its own, so that the window goes on answering."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from fcgui_core.errors import FcguiError
from fcgui_core.table import Table
from fcgui_core.table_csv import write_table

log = logging.getLogger(__name__)


class TableWriter(QThread):
    """Writes one table; whether it went well is read after it has finished."""

    def __init__(self, path: str, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writing a table")
        self.path, self._table = path, table
        self.error = ""

    def run(self) -> None:
        """Write the file, wholly or not at all."""
        try:
            write_table(self.path, self._table)
        except FcguiError as error:
            self.error = str(error)
        except MemoryError:
            self.error = f"{Path(self.path).name}: there is not enough memory to write this table."
        except Exception as error:
            log.exception("writing %s failed", self.path)
            self.error = f"{Path(self.path).name}: the table could not be written ({error!r})."


class Writing(QObject):
    """Writes one table at a time."""

    written = Signal(str)  # the path
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer: TableWriter | None = None

    @property
    def busy(self) -> bool:
        """Whether a table is being written."""
        return self._writer is not None

    def write(self, path: str, table: Table) -> None:
        """Begin to write; one that is under way is finished first."""
        self.end()
        self._writer = TableWriter(path, table, self)
        self._writer.finished.connect(self._finished)
        self._writer.start()

    @Slot()
    def _finished(self) -> None:
        writer, self._writer = self._writer, None
        if writer is None:
            return
        writer.deleteLater()
        if writer.error:
            self.failed.emit(writer.error)
        else:
            self.written.emit(writer.path)

    def end(self) -> None:
        """Wait for the file that is being written."""
        if self._writer is not None:
            self._writer.wait()
            self._writer.finished.disconnect(self._finished)
            self._finished()
