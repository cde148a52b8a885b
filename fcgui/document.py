"""The project a person works on, and its history of edits.

A `Project` is immutable. Only `Document.apply` replaces it, and every replacement is one undo step with a name that
can be read in the Edit menu.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from fcgui.effects import NOT_AS_IMPORTED, without_strangers
from fcgui.project import Project, check, with_possible_inputs

MERGE_S = 2.0  # edits of one kind that follow each other within this time are one undo step


class Edit(QUndoCommand):
    """One undo step: the project before and after. Edits with the same ``merge`` key in a row become one."""

    def __init__(self, document: Document, name: str, old: Project, new: Project, merge: str | None) -> None:
        super().__init__(name)
        self._document, self._old, self._new, self._merge = document, old, new, merge

    @property
    def merge(self) -> str | None:
        """What edits in a row have in common that become one step."""
        return self._merge

    def undo(self) -> None:
        self._document._replace(self._old)

    def redo(self) -> None:
        self._document._replace(self._new)

    def id(self) -> int:
        return -1 if self._merge is None else hash(self._merge) & 0x3FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other._merge != self._merge:
            return False
        self._new = other._new
        self.setObsolete(self._new == self._old)
        return True


@dataclass(frozen=True)
class Waiting:
    """An edit whose data is not prepared yet: what `Document.apply` was called with."""

    name: str
    project: Project
    merge: str | None
    merge_s: float


def never(project: Project) -> bool:
    """No project takes long to prepare: edits are applied at once."""
    return False


class Document(QObject):
    """Holds the present project; the only way to change it is `apply`.

    Edits that are slow to prepare wait, and those after them; `preparing.Preparing` lets them go on.
    """

    changed = Signal(object, object)  # (old, new)
    delayed = Signal()  # an edit has begun to wait
    settled = Signal()  # nothing waits any more: it was applied, refused or let go of

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self._merging = 0
        self._last_edit = 0.0
        self._showing = self._overheard = False
        self.is_slow: Callable[[Project], bool] = never
        self.waiting: list[Waiting] = []
        self.undo_stack = QUndoStack(self)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    @property
    def coming(self) -> Project:
        """The project as it will be after the edits that wait: what the next edit is made to."""
        return self.waiting[-1].project if self.waiting else self._project

    def apply(self, name: str, new: Project, merge: str | None = None, merge_s: float = MERGE_S) -> None:
        """Make ``new`` the project, as one undo step called ``name``.

        Edits in a row with the same ``merge`` key (a slider being dragged) become one step, if they follow each other
        within ``merge_s`` seconds. Raises `FcguiError` when
        ``new`` makes no sense; the project then stays as it was. An edit that is slow to prepare waits for its turn.

        While views show another project nothing is an edit: a field that is hidden then loses the keyboard, and takes
        what stands in it for entered. It was typed for the project before, and a step within a step would come to
        stand before the one that it follows.
        """
        if self._showing:
            self._overheard = True
        elif self.waiting or self.is_slow(new):
            self.waiting.append(Waiting(name, new, merge, merge_s))
            self.delayed.emit()
        else:
            self._apply(name, new, merge, merge_s)

    def open(self, name: str, project: Project) -> None:
        """Make ``project`` the document's at once, as one undo step; edits that wait are let go of.

        Whoever read it has prepared its data, beside the window. Raises `FcguiError` as `apply` does; then all stays.
        """
        self._apply(name, project, None, MERGE_S)
        self.let_go()

    def let_go(self) -> None:
        """Edits that wait are not wanted any more."""
        if self.waiting:
            self.waiting.clear()
            self.settled.emit()

    def go_on(self) -> None:
        """Apply the first edit that waits; its data is prepared now. Raises `FcguiError` as `apply` does."""
        first = self.waiting.pop(0)
        try:
            self._apply(first.name, first.project, first.merge, first.merge_s)
        finally:
            if not self.waiting:
                self.settled.emit()

    def _apply(self, name: str, new: Project, merge: str | None, merge_s: float) -> None:
        new = without_strangers(self._project, with_possible_inputs(new))
        if new == self._project:
            return
        check(new)
        if monotonic() - self._last_edit > merge_s:
            self.end_merging()
        self._last_edit = monotonic()
        key = None if merge is None else f"{merge} {self._merging}"
        self.undo_stack.push(Edit(self, name, self._project, new, key))

    def merges(self, merge: str) -> bool:
        """Whether an edit with this key would become one step with the last one."""
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        recent = monotonic() - self._last_edit <= MERGE_S
        return recent and isinstance(last, Edit) and last.merge == f"{merge} {self._merging}"

    def end_merging(self) -> None:
        """The next edit is a step of its own, whatever its key: something else has happened in between."""
        self._merging += 1

    def change(self, name: str, merge: str | None = None, **fields: object) -> None:
        """`apply` with some fields replaced. An edit of the network or of the data lets go of imported weights."""
        changed = {name for name, value in fields.items() if value != getattr(self.coming, name)}
        if "output" in changed:
            fields.setdefault("output_parameters", ())
        if changed & NOT_AS_IMPORTED:
            fields.setdefault("imported", None)
        self.apply(name, replace(self.coming, **fields), merge)  # type: ignore[arg-type]  # names checked by replace

    def change_training(self, name: str, merge: str | None = None, **settings: object) -> None:
        """`apply` with some training settings replaced."""
        training = replace(self.coming.training, **settings)  # type: ignore[arg-type]  # names checked by replace
        self.change(name, merge, training=training)

    def _replace(self, new: Project) -> None:
        old, self._project = self._project, new
        self._showing, self._overheard = True, False
        try:
            self.changed.emit(old, new)
            if self._overheard:
                self.changed.emit(new, new)  # the field may still show it
        finally:
            self._showing = False
