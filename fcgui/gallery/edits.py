"""What is chosen in the gallery and painted on the regions, as edits of the document."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot

from fcgui.edits import Editor, latest, of_table, opening
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui_core.roles import Roles, Task
from fcgui_core.synthetic import Recipe, canvas, find_set, points_of, repainted, roles_of, same_set
from fcgui_core.table import Table

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Dab:
    """A piece of a stroke: points X (m, d) that get ``target``, or places (m, d) where points within ``reach`` go.

    ``reach`` holds a radius for each input, None where points are added.
    """

    X: Array
    target: str | float = ""
    reach: tuple[float, ...] | None = None
    targets: Array | None = None  # (m,) where each point has its own: the heights over a single input


class GalleryEdits(Editor):
    """Slots for the intents of the gallery, its controls and the brush."""

    @opening
    def show_set(self, table: Table) -> None:
        """Another generated set, as one step; output and loss follow its task."""
        assert table.recipe is not None
        title = core_text(find_set(table.recipe.name).title)
        self._show(self.tr("Open {table}").format(table=title), table, roles_of(table))

    @opening
    def show_sheet(self, task: Task) -> None:
        """An empty sheet to paint on."""
        table = canvas(task)
        self._show(self.tr("Paint your own"), table, roles_of(table))

    def _show(self, name: str, table: Table, roles: Roles) -> None:
        self.document.change(name, table=table, roles=roles, output="auto", loss="auto")

    @latest
    def change_recipe(self, table: Table) -> None:
        """Other points of the present set; a slider that is dragged is one step. Of another set than is shown: none."""
        old, new = self._project.table, table.recipe
        if old is None or old.recipe is None or new is None or old.recipe == new or not same_set(old, table):
            return
        name, merge = self._words(old.recipe, new)
        roles = self._project.roles if old.names == table.names else roles_of(table)
        self.document.change(name, merge, table=table, roles=roles)

    def _words(self, old: Recipe, new: Recipe) -> tuple[str, str | None]:
        if old.noise != new.noise:
            return self.tr("Noise: {percent} %").format(percent=round(100 * new.noise)), "noise of the points"
        if old.points != new.points:
            return self.tr("Points: {n}").format(n=grouped(new.points)), None
        if old.classes != new.classes:
            return self.tr("Classes: {n}").format(n=new.classes), None
        return self.tr("Points of seed {n}").format(n=new.seed), None

    @Slot(object, int)
    @of_table
    def paint(self, dab: Dab, stroke: int) -> None:
        """Add or erase points; all dabs of one stroke are one step, however long it takes."""
        table = self._project.table
        if table is None or table.recipe is None:
            return
        painted = erased(table, dab) if dab.reach is not None else added(table, dab)
        if painted is table:
            return
        name = self.tr("Erase points") if dab.reach is not None else self.tr("Paint points")
        roles = self._project.roles or roles_of(painted)
        project = replace(self._project, table=painted, roles=roles, imported=None)
        self.document.apply(name, project, f"stroke {stroke}", math.inf)


def added(table: Table, dab: Dab) -> Table:
    """The table with the points of a dab."""
    targets: Array = np.full(len(dab.X), dab.target, dtype=object) if dab.targets is None else dab.targets
    return repainted(table, np.ones(table.n_rows, bool), dab.X, targets)


def erased(table: Table, dab: Dab) -> Table:
    """The table without the points within reach of a dab's places; the same table where there are none."""
    assert dab.reach is not None
    X, targets = points_of(table)
    if X.shape[1] == 1:
        X = np.column_stack([X[:, 0], targets])
    scaled = X / np.array(dab.reach)
    gone = np.zeros(len(X), bool)
    for place in dab.X / np.array(dab.reach):
        gone |= ((scaled - place) ** 2).sum(axis=1) <= 1.0
    if not gone.any():
        return table
    return repainted(table, ~gone, np.zeros((0, len(table.columns) - 1)), np.zeros(0, targets.dtype))
