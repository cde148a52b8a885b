"""What tests of project files have in common: dialogs and questions that are answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fcgui.app import App
from tests.fcgui.helpers import rested, until

DISCARD, SAVE, CANCEL = (
    QMessageBox.StandardButton.Discard,
    QMessageBox.StandardButton.Save,
    QMessageBox.StandardButton.Cancel,
)
OWN = "a,b,kind\n" + "".join(f"{at},{at * at},{'even' if at % 2 else 'odd'}\n" for at in range(30))


def choose_file(app: App, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialogs = [each for each in app.window.findChildren(QFileDialog) if each.isVisible()]
    dialogs[-1].selectFile(str(path))
    dialogs[-1].accept()


def save(qtbot: QtBot, app: App, path: Path) -> None:
    app.window.actions_.save.trigger()
    choose_file(app, path)
    until(qtbot, lambda: app.project_work.saving.path == path)


def message(app: App) -> QMessageBox:
    return visible_messages(app)[-1]


def visible_messages(app: App) -> list[QMessageBox]:
    return [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]


def open_instead(qtbot: QtBot, app: App, path: Path, answer: QMessageBox.StandardButton | None = None) -> None:
    """Open a project; ``answer`` is given to the question about unsaved work."""
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    if answer is not None:
        assert path.name in message(app).informativeText()
        message(app).button(answer).click()
    rested(qtbot, app)
