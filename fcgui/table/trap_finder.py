"""Looks for traps beside the window whenever the table, its roles or its parts change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.job import Ask, Jobs, Note
from fcgui.project import Project
from fcgui_core.preparation import PreparedData
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from fcgui_core.traps import Trap, find_traps

SETTLED_MS = 150  # after the last change: a slider that is dragged changes the table many times a second

Subject = tuple[Table, Roles, PreparedData | None]


class TrapFinder(QObject):
    """The traps of the present project: `found` tells them, at most one search is on its way."""

    found = Signal(object)  # tuple[Trap, ...]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.traps: tuple[Trap, ...] = ()
        self._subject: Subject | None = None
        self._searched: Subject | None = None
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._tell)
        self._jobs.failed.connect(self._failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._search)

    @property
    def busy(self) -> bool:
        """Whether traps are being looked for."""
        return self._timer.isActive() or self._jobs.busy

    def look_at(self, project: Project) -> None:
        """Look at this project, if what traps depend on is another than before."""
        table, roles = project.table, project.roles
        subject = None if table is None or roles is None else (table, roles, project.data)
        if same(subject, self._subject):
            return
        before, self._subject = self._subject, subject
        if subject is None or before is None or subject[0].names != before[0].names:
            self.traps = ()  # those of another table
        self._timer.start()

    @Slot()
    def _search(self) -> None:
        if self._jobs.busy or same(self._subject, self._searched):
            return
        subject = self._searched = self._subject
        if subject is None:
            self._tell(())
            return

        def work(cancelled: Ask, note: Note) -> tuple[Trap, ...]:
            return find_traps(*subject)

        self._jobs.start(work)

    @Slot(object)
    def _tell(self, traps: tuple[Trap, ...]) -> None:
        if same(self._subject, self._searched):
            self.traps = traps
            self.found.emit(traps)
        else:
            self._search()

    @Slot()
    def _failed(self) -> None:
        self._tell(())

    def end(self) -> None:
        """End the threads: the window closes."""
        self._timer.stop()
        self._jobs.end()


def same(first: Subject | None, second: Subject | None) -> bool:
    """Whether two subjects have the same traps."""
    if first is None or second is None:
        return first is second
    return first[0] is second[0] and first[1] == second[1] and first[2] is second[2]
