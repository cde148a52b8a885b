"""The project a person works on, its history of edits, and the turns of what a person wishes for.

A `Project` is immutable. Only `Document.apply` replaces it, and every replacement is one undo step with a name that
can be read in the Edit menu. A step to a project whose data takes long to prepare waits until it is prepared, beside
the window; wishes that come meanwhile are granted in their turn, each on the project as it then stands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from fcgui.effects import NOT_AS_IMPORTED, with_fitting_loss, without_strangers
from fcgui.project import Project, check, with_possible_inputs
from fcgui_core.errors import FcguiError

MERGE_S = 2.0  # edits of one kind that follow each other within this time are one undo step

Do = Callable[[], None]


class Edit(QUndoCommand):
    """One undo step: the project before and after. Edits with the same ``merge`` key in a row become one."""

    def __init__(self, document: Document, name: str, old: Project, new: Project, merge: str | None) -> None:
        super().__init__(name)
        self._document, self._merge = document, merge
        self.old, self.new = old, new

    @property
    def merge(self) -> str | None:
        """What edits in a row have in common that become one step."""
        return self._merge

    def undo(self) -> None:
        self._document._replace(self.old)

    def redo(self) -> None:
        self._document._replace(self.new)

    def id(self) -> int:
        return -1 if self._merge is None else hash(self._merge) & 0x3FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other._merge != self._merge:
            return False
        self.new = other.new
        self.setText(other.text())  # it says how far a drag went
        self.setObsolete(self.new == self.old)
        return True


@dataclass(frozen=True)
class Wish:
    """What a person wants done. The next wish with the same ``key`` takes its place while it waits."""

    do: Do
    key: Hashable
    asked: float  # when, in seconds


@dataclass(frozen=True)
class Step:
    """A step that waits until the data of ``project`` is prepared; ``index`` is where on the undo stack it leads.

    A new step leads nowhere on the stack yet.
    """

    project: Project
    take: Do
    key: Hashable
    index: int | None = None


def never(project: Project) -> bool:
    """No project takes long to prepare: steps are taken at once."""
    return False


class Document(QObject):
    """Holds the present project; the only way to change it is `apply`.

    `preparing.Preparing` prepares what the next step needs, and lets the document go on.
    """

    changed = Signal(object, object)  # (old, new)
    refused = Signal(str)  # why a wish could not be granted; the project is as it was
    delayed = Signal()  # a step has begun to wait for the data of another project, `needed`
    settled = Signal()  # nothing waits any more

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self._merging = 0
        self._last_edit = 0.0
        self._showing = self._overheard = self._jumping = self._going_on = False
        self._is_slow: Callable[[Project], bool] = never
        self._next: Step | None = None
        self._queue: list[Wish] = []  # those after it
        self._granted: Wish | None = None  # the one that is being granted
        self.undo_stack = QUndoStack(self)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    # ------------------------------------------------------------------ edits

    def apply(self, name: str, new: Project, merge: str | None = None, merge_s: float = MERGE_S) -> None:
        """Make ``new`` the project, as one undo step called ``name``.

        Edits in a row with the same ``merge`` key (a slider being dragged) become one step, if they follow each other
        within ``merge_s`` seconds. Raises `FcguiError` when ``new`` makes no sense; the project then stays as it was.
        An edit that is slow to prepare waits; if it makes no sense, `refused` says so then.

        While views show another project nothing is an edit: a field that is hidden then loses the keyboard, and takes
        what stands in it for entered. It was typed for the project before, and a step within a step would come to
        stand before the one that it follows.
        """
        take = partial(self._apply, name, new, merge, merge_s, self._asked)
        if self._showing:
            self._overheard = True
        elif self._is_slow(new):
            self._wait_for(new, take)
        else:
            take()

    def open(self, name: str, project: Project) -> None:
        """Make ``project`` the document's at once, as one undo step; what waits is let go of.

        Whoever read it has prepared its data, beside the window. Raises `FcguiError` as `apply` does; then all stays.
        """
        self._apply(name, project, None, MERGE_S, monotonic())
        self.let_go()

    def change(self, name: str, merge: str | None = None, **fields: object) -> None:
        """`apply` with some fields replaced. An edit of the network or of the data lets go of imported weights."""
        changed = {name for name, value in fields.items() if value != getattr(self._project, name)}
        if "output" in changed:
            fields.setdefault("output_parameters", ())
        if changed & NOT_AS_IMPORTED:
            fields.setdefault("imported", None)
        self.apply(name, replace(self._project, **fields), merge)  # type: ignore[arg-type]  # names checked by replace

    def change_training(self, name: str, merge: str | None = None, **settings: object) -> None:
        """`apply` with some training settings replaced."""
        training = replace(self._project.training, **settings)  # type: ignore[arg-type]  # names checked by replace
        self.change(name, merge, training=training)

    def merges(self, merge: str) -> bool:
        """Whether an edit with this key would become one step with the last one."""
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        recent = self._asked - self._last_edit <= MERGE_S
        return recent and isinstance(last, Edit) and last.merge == f"{merge} {self._merging}"

    def end_merging(self) -> None:
        """The next edit is a step of its own, whatever its key: something else has happened in between."""
        self._merging += 1

    def show(self) -> None:
        """Views show the project as it is: what was set in them has not come about."""
        self.changed.emit(self._project, self._project)

    def _apply(self, name: str, new: Project, merge: str | None, merge_s: float, asked: float) -> None:
        old = self._project
        new = with_fitting_loss(old, without_strangers(old, with_possible_inputs(new)))
        if new == old:
            return
        check(new)
        if asked - self._last_edit > merge_s:
            self.end_merging()
        self._last_edit = monotonic()
        key = None if merge is None else f"{merge} {self._merging}"
        self.undo_stack.push(Edit(self, name, old, new, key))

    def _replace(self, new: Project) -> None:
        if not self._going_on:
            self.let_go()  # it was wished for on the project before
        old, self._project = self._project, new
        if not self._jumping:
            self._show(old)

    def _show(self, old: Project) -> None:
        self._showing, self._overheard = True, False
        try:
            self.changed.emit(old, self._project)
            if self._overheard:
                self.show()  # the field may still show it
        finally:
            self._showing = False

    # ------------------------------------------------------------------ back and forward

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would take something back."""
        return self._edit_waits or self._index > 0

    @property
    def can_redo(self) -> bool:
        """Whether `redo` would bring something back."""
        return not self._edit_waits and self._index < self.undo_stack.count()

    @Slot()
    def undo(self) -> None:
        """Take back the last step, or the last edit that waits."""
        if self._queue:
            self._queue.pop()
            self.show()
        elif self._edit_waits:
            self.give_up()
        else:
            self.go_to(self._index - 1)

    @Slot()
    def redo(self) -> None:
        """Bring back the step that was taken back last."""
        if self.can_redo:
            self.go_to(self._index + 1)

    def go_to(self, index: int) -> None:
        """Go back, or forward, to the project as it was after ``index`` steps; what waits is let go of."""
        if not 0 <= index <= self.undo_stack.count():
            return
        project, go = self._project_after(index), partial(self._go, index)
        if self._is_slow(project):
            self._queue.clear()
            self._wait_for(project, go, index)
        else:
            self.let_go()
            go()

    @property
    def _index(self) -> int:
        """Where on the undo stack the document is, or is on its way to."""
        step = self._next
        return self.undo_stack.index() if step is None or step.index is None else step.index

    @property
    def _edit_waits(self) -> bool:
        return bool(self._queue) or (self._next is not None and self._next.index is None)

    def _project_after(self, index: int) -> Project:
        if index == self.undo_stack.index():
            return self._project
        edit = self.undo_stack.command(max(0, index - 1))
        assert isinstance(edit, Edit)
        return edit.new if index else edit.old

    def _go(self, index: int) -> None:
        """Views are shown where it ends, not every step on the way."""
        old, self._jumping = self._project, True
        try:
            self.undo_stack.setIndex(index)
        finally:
            self._jumping = False
        if self._project is not old:
            self._show(old)

    # ------------------------------------------------------------------ turns

    @property
    def waiting(self) -> bool:
        """Whether something that a person wished for has not come about yet."""
        return self._next is not None or bool(self._queue)

    @property
    def needed(self) -> Project | None:
        """The project whose data the next step waits for."""
        return None if self._next is None else self._next.project

    def prepare_beside(self, is_slow: Callable[[Project], bool]) -> None:
        """From now on steps to projects that are slow wait, until `go_on` says that their data is prepared."""
        self._is_slow = is_slow

    def wish(self, do: Do, key: Hashable = None) -> None:
        """Do what a person wishes for, at once or in its turn; `refused` tells if it raises `FcguiError`.

        ``do`` looks at the project as it stands when it is called. While a wish waits, the next one with the same
        ``key`` takes its place: a slider that is dragged wishes for its last value only.
        """
        wish = Wish(do, key, monotonic())
        last = self._queue[-1] if self._queue else self._next
        if last is None or self._going_on or self._showing:
            self._tell(self._grant(wish))
        elif key is None or key != last.key:
            self._queue.append(wish)
        elif self._queue:
            self._queue[-1] = wish
        else:
            self._next = None
            try:
                self._tell(self._grant(wish))
            finally:
                self._settle()

    @Slot()
    def go_on(self) -> None:
        """Take the next step, whose data is prepared, and grant the wishes after it until one has to wait in turn."""
        step, self._next = self._next, None
        if step is None:
            return
        self._going_on = True
        sentences = []
        try:
            sentences.append(self._grant(Wish(step.take, step.key, monotonic())))
            while self._queue and self._next is None:
                sentences.append(self._grant(self._queue.pop(0)))
        finally:
            self._going_on = False
            self._settle()
        for sentence in sentences:  # when all is shown: a change of the project ends what is told
            self._tell(sentence)

    def let_go(self) -> None:
        """What waits is not wanted any more."""
        if self.waiting:
            self._next = None
            self._settle()

    def give_up(self) -> None:
        """Let go of what waits, and show in the views that it has not come about."""
        if self.waiting:
            self.let_go()
            self.show()

    @property
    def _asked(self) -> float:
        """When what is being done was wished for."""
        return monotonic() if self._granted is None else self._granted.asked

    def _wait_for(self, project: Project, take: Do, index: int | None = None) -> None:
        self._next = Step(project, take, None if self._granted is None else self._granted.key, index)
        self.delayed.emit()

    def _grant(self, wish: Wish) -> str:
        """Do it; the sentence that says why not."""
        before, self._granted = self._granted, wish
        try:
            wish.do()
        except FcguiError as error:
            return str(error)
        finally:
            self._granted = before
        return ""

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.refused.emit(sentence)
            self.show()

    def _settle(self) -> None:
        if self._next is None:
            self._queue.clear()
            self.settled.emit()
