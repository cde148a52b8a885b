"""Large generated tables are made on a thread of their own, so that the window goes on answering."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, QThread, Signal, Slot

from fcgui.i18n.numbers import grouped
from fcgui.project import Project
from fcgui_core.errors import FcguiError
from fcgui_core.recipe import Recipe
from fcgui_core.synthetic import generate, roles_of
from fcgui_core.table import Table

log = logging.getLogger(__name__)

AT_ONCE = 10_000  # points that are made and shown within some frames


class Maker(QThread):
    """Makes one table, and prepares it as the project would; the results are read after it has finished."""

    def __init__(self, recipe: Recipe, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("generating")
        self._recipe, self._project = recipe, project
        self.table: Table | None = None
        self.error = ""

    def run(self) -> None:
        """Make the table, its categories and its matrices."""
        p = self._project
        try:
            table = generate(self._recipe)
            roles = p.roles if p.table is not None and p.table.names == table.names and p.roles else roles_of(table)
            _ = replace(p, table=table, roles=roles, imported=None).data  # kept for the moment when it is shown
            self.table = table
        except FcguiError as error:
            self.error = str(error)
        except MemoryError:
            self.error = "There is not enough memory for so many points."
        except Exception as error:
            log.exception("generating %s failed", self._recipe)
            self.error = f"The points could not be made because of an error in the program: {error!r}"


class Making(QObject):
    """Gives out the table of a recipe: at once for a small one, later for a large one. The last wish counts."""

    made = Signal(object, bool)  # Table, whether it is a new set (else the present one with other numbers)
    failed = Signal(str)
    progress = Signal(str)  # words for the status bar, "" at the end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maker: Maker | None = None
        self._new = self._given_up = False
        self._next: tuple[Recipe, Project, bool] | None = None

    @property
    def busy(self) -> bool:
        """Whether a table is being made."""
        return self._maker is not None

    def make(self, recipe: Recipe, project: Project, *, new: bool) -> None:
        """Make the table of ``recipe``."""
        if recipe.points <= AT_ONCE and self._maker is None:
            try:
                table = generate(recipe)
            except FcguiError as error:
                self.failed.emit(str(error))
                return
            self.made.emit(table, new)
            return
        self._next = recipe, project, new
        if self._maker is None:
            self._begin()

    @Slot()
    def cancel(self) -> None:
        """Something else is to be shown: what is being made is not wanted any more."""
        self._next = None
        if self._maker is not None:
            self._given_up = True
            self.progress.emit("")

    def _begin(self) -> None:
        assert self._next is not None
        self._given_up = False
        (recipe, project, self._new), self._next = self._next, None
        self.progress.emit(self.tr("Making {n} points…").format(n=grouped(recipe.points)))
        self._maker = Maker(recipe, project, self)
        self._maker.finished.connect(self._finished)
        self._maker.start()

    @Slot()
    def _finished(self) -> None:
        maker, self._maker = self._maker, None
        if maker is None:
            return
        maker.deleteLater()
        if self._next is not None:
            self._begin()
            return
        if self._given_up:
            return
        self.progress.emit("")
        if maker.error:
            self.failed.emit(maker.error)
        elif maker.table is not None:
            self.made.emit(maker.table, self._new)

    def end(self) -> None:
        """Give up; the window is closing."""
        self._next = None
        if self._maker is not None:
            self._maker.finished.disconnect(self._finished)
            self._maker.wait()
            self._maker = None
