"""Settings chosen from the table, as `fcgui train` chooses them without options: tried out beside the window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fcgui.blas import limit_threads
from fcgui.document import Document
from fcgui.i18n.numbers import grouped
from fcgui.job import Ask, Jobs, Note
from fcgui.project import Project
from fcgui.session import Session
from fcgui_core.automatic import HIDDEN, Choice, choose
from fcgui_core.errors import Cancelled
from fcgui_core.spec import LayerSpec

TOLD_EVERY_MS = 300
LAYERS = tuple(LayerSpec(units, "relu") for units in HIDDEN)


class Tuning(QObject):
    """Chooses network and settings, makes them the project's as one step, and trains; another edit gives it up."""

    told = Signal(str)  # for the status bar
    failed = Signal(str)  # one sentence

    def __init__(self, document: Document, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._session = document, session
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._take)
        self._jobs.failed.connect(self.failed)
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_EVERY_MS)
        self._timer.timeout.connect(self._tell)
        document.changed.connect(self._changed)
        document.delayed.connect(self._give_up)
        session.state_changed.connect(self._state_changed)

    @property
    def busy(self) -> bool:
        """Whether settings are being tried out."""
        return self._jobs.busy

    @Slot()
    def start(self) -> None:
        """Try settings out on the training rows of the present table."""
        project = replace(self._document.project, hidden=LAYERS, imported=None)
        data, spec = project.data, project.spec
        if data is None or spec is None:
            return
        self._session.pause()
        given = {"seed": project.training.seed, "loss": project.loss_name}

        def work(cancelled: Ask, note: Note) -> Choice:
            def tried(done: int, of: int) -> None:
                note(done / of)
                if cancelled():
                    raise Cancelled("choosing the settings was cancelled.")

            with limit_threads(spec, None, len(data.X_train)):
                return choose(data, spec, given, project.dtype, tried)

        self._jobs.start(work)
        self._timer.start()
        self._tell()

    def end(self) -> None:
        """End the thread: the window closes."""
        self._timer.stop()
        self._jobs.end()

    @Slot()
    def _tell(self) -> None:
        if not self._jobs.busy:
            self._timer.stop()
            return
        words = self.tr("Trying out settings on the training rows: {percent} %. Any edit, or Train, gives it up.")
        self.told.emit(words.format(percent=round(100 * self._jobs.progress)))

    @Slot(object)
    def _take(self, choice: Choice) -> None:
        self._timer.stop()
        training = replace(choice.settings, loss=self._document.project.training.loss)
        self._document.change(
            self.tr("Settings chosen from the table"), hidden=LAYERS, training=training, imported=None
        )
        self._session.reset()
        self._session.run(epochs=choice.epochs)
        words = self.tr("Chosen from the training rows: L2 {l2}, batches of {batch}, {epochs} epochs.")
        self.told.emit(words.format(l2=training.l2, batch=training.batch_size, epochs=grouped(choice.epochs)))

    @Slot(object, object)
    def _changed(self, old: Project, new: Project) -> None:
        if old is not new:
            self._jobs.cancel()

    @Slot()
    def _give_up(self) -> None:
        self._jobs.cancel()

    @Slot()
    def _state_changed(self) -> None:
        if self._session.running:
            self._jobs.cancel()
