"""The project's own file: saving it, and what is unsaved."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QFileDialog, QWidget

from fcgui.document import Document, Edit
from fcgui.file_dialogs import ask_to_save, remember_folder
from fcgui.i18n.core_texts import core_text
from fcgui.project import Project
from fcgui.project_file import SUFFIX, Saved, save_project
from fcgui.recent import RecentFiles
from fcgui.session import Session
from fcgui_core.errors import FcguiError

log = logging.getLogger(__name__)


class Writer(QThread):
    """Writes one project file; ``error`` is read after the thread has finished."""

    def __init__(self, path: Path, saved: Saved, embed: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writing")
        self.path, self.error = path, ""
        self._saved, self._embed = saved, embed

    def run(self) -> None:
        """Write the file, wholly or not at all."""
        try:
            save_project(self.path, self._saved, embed=self._embed)
        except FcguiError as error:
            self.error = str(error)
        except Exception as error:
            log.exception("writing %s failed", self.path)
            self.error = f"{self.path.name}: the project could not be saved ({error!r})."


Source = tuple[str, Path | None] | None


@dataclass(frozen=True, eq=False)
class Moment:
    """The project and what was looked at when the state of its training was asked for: they are written together."""

    project: Project
    view: dict[str, Any]

    def saved(self, state: dict[str, Any] | None) -> Saved:
        """What is written, with the state that came; one that has not begun is none, but for weights set by hand."""
        begun = state is not None and (state["step"] or self.project.weight_edits)
        return Saved(self.project, state if begun and self.project.spec is not None else None, self.view)


@dataclass(frozen=True, eq=False)
class Wish:
    """A file to write: what into it, and which of the projects that were opened it belongs to."""

    path: Path
    embed: bool
    moment: Moment
    opened: int


class Saving(QObject):
    """Saves the document's project; ``window`` is what its dialogs stand over."""

    problem = Signal(str)  # one sentence that has to be read
    told = Signal(str)  # one sentence for the status bar
    changed = Signal()  # another file, or something is unsaved, or not any more
    saved = Signal()  # the file is written
    given_up = Signal()  # no file was named
    view_wanted = Signal(object)  # what the window is to show of a project that was opened

    def __init__(self, document: Document, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recent = RecentFiles(self)
        self.window: QWidget | None = None
        self.read_view: Callable[[], dict[str, Any]] = dict  # what the window shows of the project
        self._path: Path | None = None
        self._path_of: Source = None  # the table that the file is about
        self._embed = True
        self._document, self._session = document, session
        self._step = 0  # how far training had come in the file
        self._trained = False  # whether it has come to another step since
        self._opened = 0  # counts the projects that were opened
        self._dialog: QFileDialog | None = None  # asks for the file
        self._delayed: tuple[Path, bool] | None = None  # asked for while edits wait: they belong into the file
        self._asked: dict[int, Wish] = {}  # whose training was asked for, by the number of that request
        self._ready: list[tuple[Wish, Saved]] = []  # what is written next
        self._writing: tuple[Wish, Saved] | None = None
        self._writer: Writer | None = None
        document.undo_stack.cleanChanged.connect(self._tell_changed)
        document.undo_stack.indexChanged.connect(self._tell_changed)
        document.delayed.connect(self._tell_changed)
        document.changed.connect(self._look_for_a_sheet)
        document.settled.connect(self._settle)
        session.described.connect(self._take_state)
        session.undescribed.connect(self._do_without)
        session.state_changed.connect(self._tell_changed)

    @property
    def path(self) -> Path | None:
        """The project's file; None where there is none, and where another table has been opened since."""
        return self._path if self._path_of == _source(self._document.project) else None

    # ------------------------------------------------------------------ what is unsaved

    @property
    def unsaved(self) -> bool:
        """Whether edits or training would be lost."""
        snapshot = self._session.snapshot
        if snapshot is not None:  # while a network is being made, what was known before counts
            same_table = self._path_of == _source(self._document.project)
            self._trained = snapshot.step != (self._step if same_table else 0)
        return self._trained or self._document.waiting or self.busy or self._edited

    @property
    def _edited(self) -> bool:
        """Whether there are edits since the file was written; to have opened another table's file is no work yet."""
        stack = self._document.undo_stack
        clean, index = stack.cleanIndex(), stack.index()
        return not 0 <= clean <= index or not all(_opens_a_file(stack.command(at)) for at in range(clean, index))

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return bool(self._asked or self._ready or self._writer is not None or self._delayed is not None)

    @Slot(object, object)
    def _look_for_a_sheet(self, old: Project, new: Project) -> None:
        """An empty sheet is a table of its own, though all that is painted has one name."""
        table = new.table
        if table is not None and table is not old.table and table.recipe is not None and not table.n_rows:
            self._path = None
        if self._trained and _source(old) != _source(new):  # what was learned is only on the way back
            self._document.undo_stack.resetClean()
        self.changed.emit()

    @Slot()
    def _tell_changed(self) -> None:
        self.changed.emit()

    def begin_anew(self) -> None:
        """What is shown now belongs to no file, and nothing of it is work of the user."""
        self._belongs_to(None, 0)
        self.changed.emit()

    def _belongs_to(self, path: Path | None, step: int) -> None:
        """Another project is shown, as it is in its file if it has one; what is still being written is none of it."""
        self._opened += 1
        if self._dialog is not None:  # it asks where to save the project before
            self._dialog.reject()
        self._trained = False
        self._path, self._path_of, self._embed, self._step = path, _source(self._document.project), True, step
        self._document.undo_stack.setClean()

    def mark_unsaved(self) -> None:
        """What is shown is in no file of the user's."""
        self._document.undo_stack.resetClean()
        self.changed.emit()

    # ------------------------------------------------------------------ saving

    @Slot()
    def save(self) -> None:
        """Write the project to its file; ask for one if there is none."""
        if self.path is None:
            self.save_as()
        else:
            self._ask_state(self.path, self._embed)

    @Slot()
    def save_as(self) -> None:
        """Ask for a file and write the project to it."""
        table = self._document.project.table
        with_table = self.tr("Project with its table (*.fcgui)")
        self._without_table = self.tr("Project that leaves the table in its file (*.fcgui)")
        kinds = [with_table] if table is None or table.path is None else [with_table, self._without_table]
        name = f"{'project' if table is None else table.name}{SUFFIX}"
        dialog = self._dialog = ask_to_save(self.window, self.tr("Save the project"), name, *kinds)
        dialog.fileSelected.connect(self._save_chosen)
        dialog.rejected.connect(self.given_up)
        dialog.finished.connect(self._forget_dialog)

    @Slot(str)
    def _save_chosen(self, path: str) -> None:
        embed = self._dialog is None or self._dialog.selectedNameFilter() != self._without_table
        self.save_to(Path(path), embed=embed)

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    def save_to(self, path: Path, *, embed: bool = True) -> None:
        """Write the project to ``path``, which becomes its file; its name gets the ending of projects."""
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
            if path.exists():
                words = self.tr("{file} is there already: choose it by its whole name, or take another name.")
                self.problem.emit(words.format(file=path.name))
                self.given_up.emit()
                return
        remember_folder(str(path))
        self._ask_state(path, embed)

    def _ask_state(self, path: Path, embed: bool) -> None:
        if self._document.waiting:
            self._delayed = path, embed
        else:
            self._ask_state_now(path, embed)

    def _ask_state_now(self, path: Path, embed: bool) -> None:
        moment = Moment(self._document.project, self.read_view())
        self._asked[self._session.describe()] = Wish(path, embed, moment, self._opened)

    @Slot()
    def _settle(self) -> None:
        """The edits that waited are applied, or will never be: what was to be saved after them can be."""
        delayed, self._delayed = self._delayed, None
        if delayed is not None:
            self._ask_state(*delayed)
        self.changed.emit()

    @Slot(int, object)
    def _take_state(self, number: int, state: dict[str, Any] | None) -> None:
        """The state of the training has come that belongs to a project which is to be saved."""
        wish = self._asked.pop(number, None)
        if wish is not None:
            self._ready.append((wish, wish.moment.saved(state)))
            self._write()

    @Slot(int, str)
    def _do_without(self, number: int, why: str) -> None:
        """A file that lacks the training would not be what was to be saved."""
        wish = self._asked.pop(number, None)
        if wish is not None:
            words = self.tr("{file} was not saved, and is as it was. {why}")
            self.problem.emit(words.format(file=wish.path.name, why=core_text(why)))
            self.changed.emit()

    def _write(self) -> None:
        """Write what is ready, one file after the other, on a thread."""
        if self._writer is None and self._ready:
            wish, saved = self._writing = self._ready.pop(0)
            self._writer = Writer(wish.path, saved, wish.embed, self)
            self._writer.finished.connect(self._finished)
            self._writer.start()

    @Slot()
    def _finished(self) -> None:
        writer, self._writer = self._writer, None
        if writer is None or self._writing is None:
            return
        writer.deleteLater()
        wish, saved = self._writing
        self._write()
        if writer.error:
            self.problem.emit(writer.error)
            return
        if wish.opened == self._opened:
            self._path, self._path_of, self._embed = wish.path, _source(saved.project), wish.embed
            self._step = 0 if saved.training is None else int(saved.training["step"])
            if self._document.project is saved.project:  # the number of the step may stand for another edit by now
                self._document.undo_stack.setClean()
            else:
                self._document.undo_stack.resetClean()
        self.recent.add(writer.path)
        self.told.emit(self.tr("Saved to {path}").format(path=writer.path))
        self.changed.emit()
        self.saved.emit()

    def end(self) -> None:
        """Wait until a file that is being written is whole."""
        if self._writer is not None:
            self._writer.wait()

    # ------------------------------------------------------------------ opening

    def show(self, saved: Saved, path: Path | None, name: str) -> None:
        """Show a project that was read, as one undo step; ``path`` is its file from now on, and undo begins there.

        One without a file (it was pasted, or kept aside) can be undone. Raises `FcguiError`; then all stays.
        """
        delayed, self._delayed = self._delayed, None
        if delayed is not None:  # of the project before: the one that is opened is not to come into its file
            self._ask_state_now(*delayed)
        lost, before = self.unsaved, self._session.run_id
        self._session.go_on_with(saved.training)
        try:
            self._document.open(name, saved.project)
        except FcguiError:
            self._session.go_on_as_before()
            raise
        if self._session.run_id == before:  # the same network as was shown: only its training is another
            self._session.rebuild()
        self._belongs_to(path, 0 if saved.training is None else int(saved.training.get("step", 0)))
        if path is not None:
            self._document.undo_stack.clear()
            self.recent.add(path)
        elif lost:
            self._document.undo_stack.resetClean()
        self.view_wanted.emit(saved.view)
        self.changed.emit()


def _opens_a_file(step: QUndoCommand) -> bool:
    """Whether a step of the undo stack showed a table that can be opened again at any time."""
    if not isinstance(step, Edit) or step.new.table is None:
        return False
    return step.new.table.path is not None and _source(step.old) != _source(step.new)


def _source(project: Project) -> Source:
    """Which table a project is about: another one belongs to another file."""
    return None if project.table is None else (project.table.name, project.table.path)
