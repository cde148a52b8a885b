"""Wires the project's file into the window: menus, title, closing, recovery, and the state as a line of text."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from fcgui.document import Document
from fcgui.files import Files
from fcgui.job import Ask, Jobs, Note
from fcgui.main_window import MainWindow
from fcgui.project_file import Saved, load_project
from fcgui.recovery import Recovery
from fcgui.saving import Saving
from fcgui.session import Session
from fcgui.state_line import StateLine
from fcgui.unsaved import UnsavedWork
from fcgui.view_state import read_view, show_view
from fcgui_core.errors import FcguiError
from fcgui_core.snapshot import Snapshot


class ProjectWork(QObject):
    """Everything about the project as a file, for the window that is connected."""

    problem = Signal(str)

    def __init__(self, document: Document, session: Session, files: Files, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._session, self._files = document, session, files
        self.saving = Saving(document, session, self)
        self.recovery = Recovery(document, session, self.saving, self)
        self.line = StateLine(document, self.saving, files, self)
        self._recovering = Jobs(self)
        self._recovering.done.connect(self._show_recovered)
        self._recovering.failed.connect(self.problem)
        files.chosen.connect(self._recovering.cancel)
        self._window: MainWindow | None = None
        self._unsaved = UnsavedWork(self.saving, session, self)
        files.chosen.connect(self._unsaved.forget)
        self.saving.read_view = self.view
        self.saving.problem.connect(self.problem)
        self.line.problem.connect(self.problem)
        self.saving.changed.connect(self.show_title)
        session.frame.connect(self._follow_training)
        self.saving.view_wanted.connect(self.show_view)
        self.saving.recent.changed.connect(self._show_recent)
        files.project_opened.connect(self._open_project)
        files.table_opened.connect(self.saving.recent.add)
        self.recovery.recovered.connect(self._recover)

    def connect_window(self, window: MainWindow) -> None:
        """Serve this window from now on."""
        self._window = self.saving.window = self._unsaved.window = window
        a = window.actions_
        for action, slot in (
            (a.save, self.saving.save),
            (a.save_as, self.saving.save_as),
            (a.copy_state, self.line.copy),
            (a.paste_state, self.line.paste),
        ):
            action.triggered.connect(slot)
        self.saving.told.connect(window.hint)
        self.line.told.connect(window.hint)
        window.recent.triggered.connect(self._open_recent)
        window.close_wanted.connect(self._ask_before_closing)
        self._show_recent()
        self.show_title()

    def leave_window(self, window: MainWindow) -> None:
        """Another window takes its place."""
        self.saving.told.disconnect(window.hint)
        self.line.told.disconnect(window.hint)
        window.ask_before_closing = False

    # ------------------------------------------------------------------ title and view

    @Slot()
    def show_title(self) -> None:
        """The title names the file, or else the table, and marks unsaved work."""
        window = self._window
        if window is None:
            return
        table, path = self._document.project.table, self.saving.path
        name = path.name if path is not None else "" if table is None else table.name
        window.setWindowTitle(f"{name}[*] – fcgui" if name else "fcgui[*]")
        window.setWindowModified(self.saving.unsaved)

    @Slot(object)
    def _follow_training(self, snapshot: Snapshot | None) -> None:
        """What was learned is unsaved work, too."""
        if self._window is not None and self.saving.unsaved != self._window.isWindowModified():
            self.show_title()

    def view(self) -> dict[str, Any]:
        """What is looked at; nothing without a window."""
        return {} if self._window is None else read_view(self._window, self._document.project)

    @Slot(object)
    def show_view(self, view: dict[str, Any]) -> None:
        """Look at it again."""
        if self._window is not None:
            show_view(self._window, self._document.project, view)

    # ------------------------------------------------------------------ opening

    @Slot(object, object)
    def _open_project(self, saved: Saved, path: Path) -> None:
        question = self.tr("Save them before {file} is opened?").format(file=path.name)
        self._unsaved.before(question, partial(self._show_opened, saved, path))

    def _show_opened(self, saved: Saved, path: Path, *, waited: bool) -> None:
        if waited:  # what was saved meanwhile may have gone into this very file
            self._files.open(path)
            return
        try:
            self.saving.show(saved, path, self.tr("Open {file}").format(file=path.name))
        except FcguiError as error:
            self.problem.emit(f"{path.name}: {error}")

    @Slot(object, str)
    def _recover(self, path: Path, when: str) -> None:
        self._files.choose_other()
        self._recovering.start(partial(load, path, when))

    @Slot(object)
    def _show_recovered(self, loaded: tuple[Saved, Path, str]) -> None:
        saved, path, when = loaded
        try:
            self.saving.show(saved, None, self.tr("What was kept aside at {when}").format(when=when))
        except FcguiError as error:
            self.problem.emit(str(error))
            return
        self.saving.mark_unsaved()
        self.recovery.take_over(path)

    @Slot()
    def _show_recent(self) -> None:
        """Fill the menu of files that were opened lately."""
        if self._window is None:
            return
        menu = self._window.recent
        menu.clear()
        for number, path in enumerate(self.saving.recent.paths(), 1):
            action = menu.addAction(f"&{number} {path.name}".replace("&10", "1&0"))
            action.setData(str(path))
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
        menu.setEnabled(not menu.isEmpty())
        if not menu.isEmpty():
            menu.addSeparator()
            menu.addAction(self.tr("&Clear this list")).setStatusTip(
                self.tr("The files themselves stay where they are.")
            )

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        path = action.data()
        if path:
            self._files.open(str(path))
        else:
            self.saving.recent.forget()

    # ------------------------------------------------------------------ closing

    @Slot()
    def _ask_before_closing(self) -> None:
        self._unsaved.before(self.tr("Save them before the window closes?"), self._close)

    def _close(self, *, waited: bool) -> None:
        self.close_anyway()

    def close_anyway(self) -> None:
        """Close the window without asking."""
        if self._window is not None:
            self._window.ask_before_closing = False
            self._window.close()

    def end(self, *, keep: bool = False) -> None:
        """The window is closed; with ``keep`` unsaved work stays aside and is offered at the next start."""
        self._window = self.saving.window = self._unsaved.window = None
        self.line.end()
        self._recovering.end()
        self.saving.end()
        with suppress(RuntimeError):
            self.recovery.end(keep=keep and self.saving.unsaved)


def load(path: Path, when: str, cancelled: Ask, note: Note) -> tuple[Saved, Path, str]:
    """What was kept aside, with its table prepared. Raises `FcguiError`."""
    saved = load_project(path)
    _ = saved.project.data
    return saved, path, when
