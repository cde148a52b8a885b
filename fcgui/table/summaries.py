"""What the columns of a table hold, worked out beside the window, one column after the other, while somebody looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.job import Ask, Jobs, Note
from fcgui_core.column import Column
from fcgui_core.column_summary import ColumnSummary, summarize
from fcgui_core.table import Table

TOLD_EVERY_MS = 80  # while they come in: often enough to see them come


class Summaries(QObject):
    """The summaries of a table's columns: `arrived` tells that more of them are there."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._found: dict[Column, ColumnSummary] = {}
        self._told = 0
        self._active = False
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._ended)
        self._jobs.failed.connect(self._ended)
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_EVERY_MS)
        self._timer.timeout.connect(self._tell)

    def of(self, column: Column) -> ColumnSummary | None:
        """The summary of a column, None while it is not there yet."""
        return self._found.get(column)

    @property
    def busy(self) -> bool:
        """Whether some are still to come."""
        return self._jobs.busy

    def use_table(self, table: Table | None) -> None:
        """Summarize the columns of this table; those that are the same as before are known."""
        columns = () if table is None else table.columns
        if columns == self._columns:
            return
        self._jobs.cancel()
        # A job that is being given up goes on with the old dictionary, which nobody reads any more.
        before = {column.name: column for column in self._columns if column in self._found}
        known = self._found
        self._found = {
            column: known[old] for column in columns if (old := before.get(column.name)) and holds_the_same(old, column)
        }
        self._columns = columns
        self._told = len(self._found)
        self._start()

    def watch(self, active: bool) -> None:
        """Work only while somebody looks."""
        self._active = active
        if active:
            self._start()
        else:
            self._timer.stop()
            self._jobs.cancel()

    def _start(self) -> None:
        missing = [column for column in self._columns if column not in self._found]
        if not self._active or not missing or self._jobs.busy:
            return
        found = self._found

        def work(cancelled: Ask, note: Note) -> None:
            for column in missing:
                if cancelled():
                    return
                found[column] = summarize(column)

        self._jobs.start(work)
        self._timer.start()

    @Slot()
    def _tell(self) -> None:
        if len(self._found) != self._told:
            self._told = len(self._found)
            self.arrived.emit()

    @Slot()
    def _ended(self) -> None:
        self._timer.stop()
        self._tell()

    def end(self) -> None:
        """End the threads: the window closes."""
        self._timer.stop()
        self._jobs.end()


def holds_the_same(first: Column, second: Column) -> bool:
    """Whether two columns have the same summary: one may have got an order or another reason."""
    return first.values is second.values and first.kind == second.kind
