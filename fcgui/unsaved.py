"""Work that is in no file is asked about before something that would lose it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from fcgui.saving import Saving
from fcgui.session import Session


class Do(Protocol):
    """What ends the present work; ``waited``: after something was written, so files may be others than before."""

    def __call__(self, *, waited: bool) -> None: ...


class UnsavedWork(QObject):
    """Does things that end the present work: at once, or when it is saved, or not at all, as the user answers."""

    def __init__(self, saving: Saving, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None  # what its question stands over
        self._saving, self._session = saving, session
        self._question = ""
        self._then: Do | None = None
        self._waited = False
        self._box: QMessageBox | None = None
        saving.saved.connect(self._go_on)
        saving.given_up.connect(self.forget)
        saving.problem.connect(self.forget)

    def before(self, question: str, do: Do) -> None:
        """Call ``do`` when no unsaved work is lost by it; ``question`` is whether to save that before.

        What was to be done and still waits for an answer or a file is not wanted any more.
        """
        self._let_go_of_question()
        self._question, self._then, self._waited = question, do, False
        self._go_on()

    @Slot()
    def forget(self) -> None:
        """What was to be done is not wanted any more."""
        self._then = None

    @Slot()
    def _go_on(self) -> None:
        then = self._then
        if then is None or self._box is not None:
            return
        if self._saving.busy:  # when the file is written it goes on here
            self._waited = True
        elif self._saving.unsaved:  # from the beginning, or edited while the file was written
            self._ask()
        else:
            self.forget()
            then(waited=self._waited)

    def _ask(self) -> None:
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved work"))
        box.setText(self.tr("The project has changes that are not saved."))
        box.setInformativeText(self._question)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.button(buttons.Discard).setText(self.tr("Don't save"))
        box.setDefaultButton(buttons.Save)
        box.finished.connect(self._answered)
        self._box = box
        box.open()

    @Slot()
    def _answered(self) -> None:
        box, self._box, then = self._box, None, self._then
        if box is None:
            return
        button = box.standardButton(box.clickedButton())
        box.deleteLater()
        if then is None:
            return
        if button == QMessageBox.StandardButton.Save:
            self._waited = True
            self._session.pause()  # else there would always be something unsaved
            self._saving.save()
        else:
            self.forget()
            if button == QMessageBox.StandardButton.Discard:
                then(waited=self._waited)

    def _let_go_of_question(self) -> None:
        """The question before is not answered any more: one stands at a time."""
        box, self._box = self._box, None
        if box is not None:
            box.close()
            box.deleteLater()
