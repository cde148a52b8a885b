"""Ctrl+Z while the cursor stands in the field that was just committed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fcgui.app import App
from tests.fcgui.helpers import rested, until

CTRL = Qt.KeyboardModifier.ControlModifier


def undo(qtbot: QtBot, app: App, edit: QLineEdit) -> None:
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)


def test_the_edit_is_undone(qtbot: QtBot, app: App) -> None:
    edit = _line(app)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "0.02")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert app.document.project.training.learning_rate == 0.02
    undo(qtbot, app, edit)
    until(qtbot, lambda: app.document.project.training.learning_rate == 0.01)
    rested(qtbot, app)
    assert edit.text() == "0.01"


def test_what_is_being_typed_is_undone_first(qtbot: QtBot, app: App) -> None:
    edit = _line(app)
    app.edits.set_layers("9 relu")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "7")
    undo(qtbot, app, edit)
    assert edit.text() != "7" and len(app.document.project.hidden) == 1
    qtbot.keyClick(edit, Qt.Key.Key_Escape)


def _line(app: App) -> QLineEdit:
    edit = app.window.training_panel.fields["learning_rate"].control.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    return edit
