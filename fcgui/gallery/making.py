"""Large generated tables are made on a thread of their own, so that the window goes on answering."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Signal, Slot

from fcgui.i18n.numbers import grouped
from fcgui.job import Ask, Jobs, Note, told_as
from fcgui.project import Project, prepare_data
from fcgui_core.errors import Cancelled, FcguiError
from fcgui_core.recipe import Recipe
from fcgui_core.synthetic import generate, roles_of
from fcgui_core.table import Table

AT_ONCE = 10_000  # points that are made and shown within some frames
NO_MEMORY = "There is not enough memory for so many points."

_one_at_a_time = Lock()  # what was given up frees its memory first


class Making(QObject):
    """Gives out the table of a recipe: at once for a small one, later for a large one. The last wish counts."""

    made = Signal(object, bool)  # Table, whether it is a new set (else the present one with other numbers)
    failed = Signal(str)
    progress = Signal(str)  # words for the status bar, "" at the end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._new = False

    @property
    def busy(self) -> bool:
        """Whether a table is being made."""
        return self._jobs.busy

    def make(self, recipe: Recipe, project: Project, *, new: bool) -> None:
        """Make the table of ``recipe``."""
        if recipe.points <= AT_ONCE and not self.busy:
            try:
                table = generate(recipe)
            except FcguiError as error:
                self.failed.emit(str(error))
                return
            self.made.emit(table, new)
            return
        self._new = new
        self.progress.emit(self.tr("Making {n} points…").format(n=grouped(recipe.points)))
        self._jobs.start(partial(make_table, recipe, project))

    @Slot()
    def cancel(self) -> None:
        """Something else is to be shown: what is being made is not wanted any more."""
        if self._jobs.busy:
            self._jobs.cancel()
            self.progress.emit("")

    @Slot(object)
    def _done(self, table: Table) -> None:
        self.progress.emit("")
        self.made.emit(table, self._new)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.progress.emit("")
        self.failed.emit(sentence)

    def end(self) -> None:
        """Give up; the window is closing."""
        self._jobs.end()


def make_table(recipe: Recipe, project: Project, cancelled: Ask, note: Note) -> Table:
    """Make a table, and prepare it as the project would. Raises `FcguiError` with one sentence, `Cancelled`."""
    unexpected = "The points could not be made because of an error in the program: {what}"
    with told_as(NO_MEMORY, unexpected), _one_at_a_time:
        if cancelled():
            raise Cancelled("making the points was cancelled.")
        table, before = generate(recipe), project.table
        kept = before is not None and before.names == table.names and project.roles
        roles = project.roles if kept else roles_of(table)
        prepare_data(replace(project, table=table, roles=roles, imported=None), cancelled)  # kept until it is shown
    return table
