"""Work that is in no file is asked about before something that would lose it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from fcgui.saving import Saving
from fcgui.session import Session

Do = Callable[[], None]


class UnsavedWork(QObject):
    """Does things that end the present work: at once, or when it is saved, or not at all, as the user answers."""

    def __init__(self, saving: Saving, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None  # what its question stands over
        self._saving, self._session = saving, session
        self._question = ""
        self._then: Do | None = None
        saving.saved.connect(self._go_on)
        saving.given_up.connect(self.forget)
        saving.problem.connect(self.forget)

    def before(self, question: str, do: Do) -> None:
        """Call ``do`` when no unsaved work is lost by it; ``question`` is whether to save that before.

        What was to be done and still waits for an answer or a file is not wanted any more.
        """
        self._question, self._then = question, do
        self._go_on()

    @Slot()
    def forget(self) -> None:
        """What was to be done is not wanted any more."""
        self._then = None

    @Slot()
    def _go_on(self) -> None:
        then = self._then
        if then is None or self._saving.busy:  # when the file is written it goes on here
            return
        if self._saving.unsaved:  # from the beginning, or edited while the file was written
            self._ask()
        else:
            self.forget()
            then()

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
        button = self._box.standardButton(self._box.clickedButton())
        self._box.deleteLater()
        then = self._then
        if then is None:
            return
        if button == QMessageBox.StandardButton.Save:
            self._session.pause()  # else there would always be something unsaved
            self._saving.save()
        else:
            self.forget()
            if button == QMessageBox.StandardButton.Discard:
                then()
