"""The training panel's advice: by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fcgui.app import App
from tests.fcgui.helpers import rested


def test_early_stopping_without_validation_rows_gets_a_hint_with_a_repair(qtbot: QtBot, app: App) -> None:
    panel = app.window.training_panel
    field = panel.fields["early_stopping"].control
    assert not panel.advice.isVisible()
    edit = field.lineEdit()  # type: ignore[union-attr]  # an editable combo box
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "5")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert app.document.project.training.early_stopping == 5
    assert panel.advice.isVisible() and "looks at the test rows" in panel.advice.text()
    qtbot.mouseClick(panel.repair, Qt.MouseButton.LeftButton)
    assert app.document.project.validation_size == 0.1
    assert not panel.advice.isVisible() and not panel.repair.isVisible()
    app.window.actions_.undo.trigger()
    assert panel.repair.isVisible()
    rested(qtbot, app)
