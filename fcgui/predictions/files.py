"""Predicting a new file and saving predictions: the dialogs, and the work beside the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from fcgui.dialogs.reading import ReadingDialog
from fcgui.document import Document
from fcgui.file_dialogs import all_files, any_table, ask_to_open, ask_to_save, kind
from fcgui.job import Ask, Jobs, Note, Queue
from fcgui.models import model_of
from fcgui.predicting import predict_to
from fcgui.predictions.follower import NO_MEMORY
from fcgui.predictions.page import PredictionsPage
from fcgui.ragged import AskRagged
from fcgui.session import Session
from fcgui.tables import open_table
from fcgui.theme import Theme
from fcgui_core.errors import FcguiError
from fcgui_core.prediction_file import delimiter_of
from fcgui_core.read_options import RECOGNISE, RaggedRows, ReadOptions
from fcgui_core.table import Table
from fcgui_core.weights_file import Model

TOLD_EVERY_MS = 100


@dataclass(frozen=True, eq=False)
class Request:
    """A file to predict: how it is read, and by which model (None: the network of the project)."""

    path: Path
    options: ReadOptions
    model: Model | None


class PredictionFiles(QObject):
    """Reads new files for the page and writes its predictions, exactly as `fcgui predict` does."""

    problem = Signal(str)  # one sentence that has to be read
    told = Signal(str)  # one sentence for the status bar
    reading = Signal(str, int)  # the file's name and the percentage that has been read; "" at the end
    progress = Signal(str)  # how far writing is, "" at the end
    opened = Signal()  # rows of a new file are shown

    def __init__(self, document: Document, session: Session, look: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.window: QWidget | None = None
        self.page: PredictionsPage | None = None
        self._document, self._session = document, session
        self._dialog_for: Model | None = None  # whose file the dialog that is open asks for; None: the network's
        self._dialog: QFileDialog | None = None  # that asks where to write
        self._like_source = ""  # its filter for a file that is written as the table was
        self._names: list[str] = []  # the file that is being written, and those that wait
        self._asked: Request | None = None  # what is being read
        self._ragged = AskRagged(self)
        self._ragged.wanted.connect(self._read_otherwise)
        self._ragged.options_wanted.connect(self._ask_reading)
        self._reading, self._writing = Jobs(self), Queue(self, no_memory=NO_MEMORY)
        self._reading.done.connect(self._show)
        self._writing.done.connect(self._written)
        self._writing.done.connect(self._next_file)
        self._writing.failed.connect(self._next_file)
        for jobs in (self._reading, self._writing):
            jobs.done.connect(self._ended)
            jobs.failed.connect(self._ended)
            jobs.failed.connect(self.problem)
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_EVERY_MS)
        self._timer.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written."""
        return self._reading.busy or self._writing.busy

    # ------------------------------------------------------------------ a new file

    @Slot()
    def ask_file(self) -> None:
        """Ask for a table and predict its rows with the present network."""
        self._ask_table(None)

    def ask_file_for(self, model: Model) -> None:
        """Ask for a table and predict its rows with a model whose own table is not there."""
        self._ask_table(model)

    def _ask_table(self, model: Model | None) -> None:
        self._dialog_for = model
        dialog = ask_to_open(self.window, self.tr("Predict a file"), any_table(), all_files())
        dialog.fileSelected.connect(self._predict_chosen)

    @Slot(str)
    def _predict_chosen(self, path: str) -> None:
        self._read(Request(Path(path), RECOGNISE, self._dialog_for))

    @Slot(object)
    def predict_file(self, path: Path | str) -> None:
        """Read a table and show its rows as the network of the project predicts them."""
        self._read(Request(Path(path), RECOGNISE, None))

    @Slot(object, object)
    def _read_otherwise(self, path: Path, options: ReadOptions) -> None:
        """The user said how the file that was asked for is written."""
        assert self._asked is not None
        self._read(replace(self._asked, path=path, options=options))

    def _read(self, request: Request) -> None:
        self._asked = request

        def read(cancelled: Ask, note: Note) -> Table | RaggedRows:
            try:
                return open_table(request.path, request.options, note, cancelled)
            except RaggedRows as error:  # no failure: the user is asked what to do with these rows
                return error

        self._reading.start(read)
        self._timer.start()

    @Slot(object, object)
    def _ask_reading(self, path: Path, options: ReadOptions) -> None:
        """Show how a file is read and let the user say otherwise."""
        dialog = ReadingDialog(path, options, self._look, self.window)
        dialog.read.setToolTip(self.tr("Read the whole file in this way, and predict its rows."))
        dialog.chosen.connect(self._read_otherwise)
        dialog.open()

    @Slot()
    def cancel_reading(self) -> None:
        """Give up the file that is being read; what is shown stays."""
        if self._reading.busy:
            self._reading.cancel()
            self._ended()
            self.told.emit(self.tr("Reading was given up; what you had is as it was."))

    @Slot(object)
    def _show(self, table: Table | RaggedRows) -> None:
        assert self.page is not None and self._asked is not None
        if isinstance(table, RaggedRows):
            self._ragged.window = self.window
            self._ragged.ask(self._asked.path, self._asked.options, table)
            return
        self.page.show_file(table, self._asked.model)
        self.opened.emit()

    # ------------------------------------------------------------------ saving

    @Slot()
    def ask_save(self) -> None:
        """Ask where to write the predictions of the rows that are shown."""
        found = self._what()
        if found is None:
            return
        kinds = [kind(self.tr("Comma separated"), "csv"), kind(self.tr("Tab separated"), "tsv")]
        if found[1].dialect.get("delimiter"):  # it was text
            kinds.insert(0, kind(self.tr("For spreadsheets, with the marks of the table's file"), "csv"))
        self._like_source = kinds[0] if len(kinds) > 2 else ""
        self._dialog = dialog = ask_to_save(
            self.window, self.tr("Save predictions"), f"{found[1].name}-predictions.csv", *kinds
        )
        dialog.fileSelected.connect(self._save_chosen)

    @Slot(str)
    def _save_chosen(self, path: str) -> None:
        assert self._dialog is not None
        self.save_to(path, like_source=self._dialog.selectedNameFilter() == self._like_source != "")

    def save_to(self, path: str, like_source: bool = False) -> None:
        """Write the predictions of the rows that are shown, with the network as it is now.

        A file that is being written is finished first.
        """
        found = self._what()
        if found is None:
            return
        model, table = found
        try:
            delimiter_of(path)
        except FcguiError as error:
            self.problem.emit(str(error))
            return

        def write(cancelled: Ask, note: Note) -> str:
            predict_to(path, model, table, note, cancelled, like_source=like_source)
            return path

        self._names.append(Path(path).name)
        self._writing.start(write)
        self._timer.start()

    def _what(self) -> tuple[Model, Table] | None:
        """The model whose answers are shown, and the table, as it was read, whose rows are shown."""
        assert self.page is not None
        file, model = self.page.file, self.page.file_model
        if file is not None and model is not None:
            return model, file
        snapshot, project = self._session.snapshot, self._document.project
        table = project.table if file is None else file
        if snapshot is None or table is None or project.data is None:
            self.told.emit(self.tr("The network is just being made; try it in a moment."))
            return None
        return model_of(project, snapshot), table

    @Slot(object)
    def _written(self, path: str) -> None:
        self.told.emit(self.tr("Predictions written to {path}").format(path=path))

    @Slot()
    def _next_file(self) -> None:
        del self._names[0]

    # ------------------------------------------------------------------ both

    @Slot()
    def _tell(self) -> None:
        if self._reading.busy and self._asked is not None:
            self.reading.emit(self._asked.path.name, int(100 * self._reading.progress))
        if self._writing.busy and self._names:
            words = self.tr("Writing {file}: {percent} %")
            self.progress.emit(words.format(file=self._names[0], percent=round(100 * self._writing.progress)))

    @Slot()
    def _ended(self) -> None:
        if not self.busy:
            self._timer.stop()
        if not self._reading.busy:
            self.reading.emit("", 0)
        if not self._writing.busy:
            self.progress.emit("")

    def end(self) -> None:
        """End the threads: the window closes."""
        self._timer.stop()
        self._reading.end()
        self._writing.finish()
        self._writing.end()
