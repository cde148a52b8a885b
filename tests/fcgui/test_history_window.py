"""The undo history, by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.history_window import HistoryWindow
from tests.fcgui.helpers import rested


def test_the_history_names_every_step_and_goes_to_any(qtbot: QtBot, app: App) -> None:
    first = app.document.project
    app.edits.remove_layer(2)
    app.edits.resize_layer(0, 12)
    app.edits.choose_setting("learning_rate", 0.1)
    last = app.document.project
    app.window.actions_.history.trigger()
    window = app.window.findChild(HistoryWindow)
    assert isinstance(window, HistoryWindow)
    steps = window.steps
    assert [steps.item(row).text() for row in range(steps.count())] == [
        "As it was opened", "Delete layer 3", "Layer 1: 12 units", "Learning rate: 0.1",
    ]  # fmt: skip
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualItemRect(steps.item(0)).center())
    assert app.document.project == first
    qtbot.keyClick(steps, Qt.Key.Key_End)
    assert app.document.project == last
    app.window.actions_.undo.trigger()
    assert steps.currentRow() == 2
    window.close()
    app.window.actions_.undo.trigger()  # the window does not take the command along
    assert app.document.undo_stack.index() == 1
    rested(qtbot, app)
