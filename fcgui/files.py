"""Files coming in and going out: examples, tables, weights, and the dialogs that ask for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from fcgui.bundled import dataset_roles, find_datasets, load_dataset
from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.file_dialogs import (
    all_files,
    all_known,
    any_project,
    any_table,
    any_weights,
    ask_to_open,
    ask_to_save,
    kind,
    table_with_options,
)
from fcgui.models import model_of, table_for
from fcgui.opening import WEIGHTS_SUFFIX, Opened, Opener
from fcgui.project_file import Saved
from fcgui.ragged import AskRagged
from fcgui.session import Session
from fcgui_core.errors import FcguiError
from fcgui_core.exports import export
from fcgui_core.read_options import RECOGNISE, RaggedRows, ReadOptions
from fcgui_core.roles import Roles
from fcgui_core.table import Table
from fcgui_core.weights_file import Model


class Files(QObject):
    """Opens and writes files for the document; ``window`` is what its dialogs stand over."""

    chosen = Signal()  # something else is to be shown: what is being made or read to be shown is not wanted any more
    problem = Signal(str)  # one sentence that has to be read
    told = Signal(str)  # one sentence for the status bar
    progress = Signal(str)  # what is being made, "" at the end
    reading = Signal(str, int)  # the file that is read and the percentage, "" at the end
    table_missing = Signal(object, object, str)  # Model, Path, why: its table is not open
    imported = Signal(object)  # Model: its weights are shown now
    project_opened = Signal(object, object)  # Saved, Path
    table_opened = Signal(object)  # Path
    table_read_again = Signal(object, object)  # Table, Roles
    options_wanted = Signal(object, object)  # Path, ReadOptions: the user wants to say how a file is read

    def __init__(self, document: Document, edits: Edits, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._document, self._edits, self._session = document, edits, session
        self._opener = Opener(self)
        self._wanted: tuple[Model, Path] | None = None  # weights whose table is asked for
        self._waiting: tuple[Model, Path] | None = None  # and is being read
        self._opener.opened.connect(self._take_opened)
        self._opener.failed.connect(self._fail)
        self._opener.progress.connect(self.reading)
        self._ragged = AskRagged(self)
        self._opener.ragged.connect(self._ask_ragged)
        self._ragged.wanted.connect(self.open_as)
        self._ragged.options_wanted.connect(self.options_wanted)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._waiting = None
        self.problem.emit(sentence)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._opener.busy

    def choose_other(self) -> None:
        """Something else is to be shown than what is being read: the last choice counts."""
        self._waiting = None
        self._opener.cancel()
        self.chosen.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up reading; what the user has stays."""
        if self._opener.busy:
            self._opener.cancel()
            self._waiting = None
            self.told.emit(self.tr("Reading was given up; what you had is as it was."))

    def end(self) -> None:
        """Give up reading and wait until its thread has ended."""
        self._opener.end()

    @Slot(object, object)
    def open_as(self, path: Path, options: ReadOptions) -> None:
        """Open a table whose writing is known in part; the project's own is read again."""
        table = self._document.project.table
        again, waiting = table is not None and table.path == path, self._waiting
        self.choose_other()
        self._waiting = waiting  # the table of weights, whose rows were odd
        self._opener.open(path, self._document.project, options, again=again)

    @Slot(object, object, object)
    def _ask_ragged(self, path: Path, options: ReadOptions, error: RaggedRows) -> None:
        self._ragged.window = self.window
        self._ragged.ask(path, options, error)

    @Slot(str)
    def open_example(self, name: str) -> None:
        """Open a bundled table."""
        self.choose_other()
        try:
            self._edits.show_table(*example(name))
        except FcguiError as error:
            self.problem.emit(str(error))

    @Slot(object)
    def open(self, path: Path | str) -> None:
        """Open a table, a project or a weights file; what comes of it is shown when it has been read."""
        self.choose_other()
        self._opener.open(Path(path), self._document.project)

    @Slot(object, object)
    def ask_table_for(self, model: Model, path: Path) -> None:
        """Ask for the table that weights were trained on, and show them on it."""
        title = self.tr("The table of {file}").format(file=path.name)
        dialog = ask_to_open(self.window, title, any_table())
        dialog.fileSelected.connect(self._open_wanted)
        self._wanted = model, path

    @Slot(str)
    def _open_wanted(self, table: str) -> None:
        self.open(table)
        self._waiting = self._wanted

    @Slot()
    def ask_open(self) -> None:
        """Ask for a file and open it."""
        kinds = (all_known(), any_project(), any_weights(), all_files())
        ask_to_open(self.window, self.tr("Open"), *kinds).fileSelected.connect(self.open)

    @Slot()
    def ask_open_with(self) -> None:
        """Ask for a table and for how it is to be read, and open it."""
        dialog = ask_to_open(self.window, self.tr("Open with options"), table_with_options(), all_files())
        dialog.fileSelected.connect(self._want_options)

    @Slot(str)
    def _want_options(self, path: str) -> None:
        self.options_wanted.emit(Path(path), RECOGNISE)

    @Slot()
    def ask_import(self) -> None:
        """Ask for a weights file and load it."""
        ask_to_open(self.window, self.tr("Import weights"), any_weights()).fileSelected.connect(self.import_from)

    @Slot(str)
    def import_from(self, path: str) -> None:
        """Load a weights file; a table is not taken for one."""
        if Path(path).suffix.lower() == WEIGHTS_SUFFIX:
            self.open(path)
        else:
            words = self.tr("{file} is no weights file: those end in .npz. File, Open opens a table.")
            self.problem.emit(words.format(file=Path(path).name))

    @Slot()
    def ask_export(self) -> None:
        """Ask where to write the weights, as they are at the moment of choosing."""
        table = self._document.project.table
        kinds = (any_weights(), kind(self.tr("NumPy script"), "py"), kind("JSON", "json"))
        name = f"{'network' if table is None else table.name}-weights.npz"
        dialog = ask_to_save(self.window, self.tr("Export weights"), name, *kinds)
        dialog.fileSelected.connect(self.export_to)

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write the present weights to ``path``, wholly or not at all."""
        snapshot = self._session.snapshot
        if snapshot is None:
            self.told.emit(self.tr("The network is just being made; export it in a moment."))
            return
        try:
            export(model_of(self._document.project, snapshot), path)
        except FcguiError as error:
            self.problem.emit(str(error))
            return
        self.told.emit(self.tr("Exported to {path}").format(path=path))

    @Slot(object)
    def _take_opened(self, opened: Opened) -> None:
        waiting, self._waiting = self._waiting, None
        if isinstance(opened.content, Table):
            if opened.again:
                self.table_read_again.emit(opened.content, opened.roles)
            elif waiting is None:
                self._edits.show_table(opened.content, opened.roles)
                self.table_opened.emit(opened.path)
            else:
                self._show_model(*waiting, opened.content)
            return
        if isinstance(opened.content, Saved):
            self.project_opened.emit(opened.content, opened.path)
            return
        self._show_model(opened.content, opened.path, self._document.project.table)

    def _show_model(self, model: Model, path: Path, table: Table | None) -> None:
        try:
            found, roles = table_for(model, table)
        except FcguiError as error:
            self.table_missing.emit(model, path, f"{path.name}: {error}")
            return
        self._edits.show_model(model, found, roles, path)
        self.imported.emit(model)


@cache
def example(name: str) -> tuple[Table, Roles]:
    """A bundled table with its roles; the same objects each time, so choosing it again changes nothing."""
    table = load_dataset(name)
    return table, dataset_roles(name, table)


def bundled_name(table: Table | None) -> str:
    """The name of the bundled table that ``table`` is, or ``""``."""
    if table is None:
        return ""
    return next((card.name for card in find_datasets() if card.path == table.path), "")
