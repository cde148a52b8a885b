"""The state as one line of text: copied to the clipboard, and shown again from one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from fcgui.document import Document
from fcgui.file_dialogs import any_table, ask_to_open, folder
from fcgui.files import Files
from fcgui.job import Ask, Jobs, Note
from fcgui.project_file import Saved, TableMissing, read_text, write_text
from fcgui.saving import Saving
from fcgui_core.errors import FcguiError
from fcgui_core.table import Table


class StateLine(QObject):
    """Makes the line of the present project, and shows the project of another, both beside the window."""

    problem = Signal(str)  # one sentence that has to be read
    told = Signal(str)  # one sentence for the status bar

    def __init__(self, document: Document, saving: Saving, files: Files, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._saving, self._files = document, saving, files
        self._line = ""  # what is being read, or whose table is asked for
        self._copying, self._reading = Jobs(self), Jobs(self)
        self._copying.done.connect(self._copied)
        self._reading.done.connect(self._show)
        for jobs in (self._copying, self._reading):
            jobs.failed.connect(self.problem)
        files.chosen.connect(self._reading.cancel)

    @property
    def busy(self) -> bool:
        """Whether a line is being made or read."""
        return self._copying.busy or self._reading.busy

    @Slot()
    def copy(self) -> None:
        """Put the project, without weights and without the cells of its table, on the clipboard as one line."""
        self._copying.start(partial(write, Saved(self._document.project, None, self._saving.read_view())))

    @Slot(object)
    def _copied(self, line: str) -> None:
        QGuiApplication.clipboard().setText(line)
        words = self.tr("The state is on the clipboard, as {n} characters that begin with fcgui:")
        self.told.emit(words.format(n=len(line)))

    @Slot()
    def paste(self) -> None:
        """Show the state that is on the clipboard."""
        self.show_text(QGuiApplication.clipboard().text())

    def show_text(self, line: str) -> None:
        """Show the state in a line of text; a line that is none is told, and what is shown stays.

        Of the table's file a line holds the name alone: it is looked for where files were opened lately.
        """
        folders = [Path(folder())]
        folders += [path.parent for path in self._saving.recent.paths()]
        self._read(line, tuple(dict.fromkeys(folders)), None)

    def _read(self, line: str, folders: tuple[Path, ...], chosen: Path | None) -> None:
        self._files.choose_other()
        self._line = line
        self._reading.start(partial(read, line, self._document.project.table, folders, chosen))

    @Slot(object)
    def _show(self, saved: Saved | TableMissing) -> None:
        if isinstance(saved, TableMissing):
            self.told.emit(self.tr("Choose {file}, the table of this state.").format(file=saved.name))
            title = self.tr("The table of this state: {file}").format(file=saved.name)
            dialog = ask_to_open(self._files.window, title, any_table())
            dialog.fileSelected.connect(self._read_with)
            return
        try:
            self._saving.show(saved, None, self.tr("Paste a state"))
        except FcguiError as error:
            self.problem.emit(str(error))

    @Slot(str)
    def _read_with(self, table: str) -> None:
        self._read(self._line, (), Path(table))

    def end(self) -> None:
        """End the threads: the window closes."""
        self._copying.end()
        self._reading.end()


def write(saved: Saved, cancelled: Ask, note: Note) -> str:
    """The line of a project; its table's file is read for a check sum. Raises `FileError`."""
    return write_text(saved)


def read(
    line: str, table: Table | None, folders: tuple[Path, ...], chosen: Path | None, cancelled: Ask, note: Note
) -> Saved | TableMissing:
    """The project of a line, with its table prepared, or what is missing for it. Raises `FcguiError`."""
    try:
        saved = read_text(line, table, folders, chosen)
    except TableMissing as missing:  # no failure: the user is asked where it is
        return missing
    _ = saved.project.data
    return saved
