"""The network in one line, and the hint on outputs and losses that do not fit, by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui_core.notation import write_layers
from tests.fcgui.helpers import rested


def typed(qtbot: QtBot, app: App, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type a network into the line as a person would."""
    line = app.window.layer_panel.layers
    edit = line.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(line, key)


def shown(app: App) -> str:
    return write_layers(app.document.project.hidden)


def test_a_network_is_typed_in_one_line(qtbot: QtBot, app: App) -> None:
    assert app.window.layer_panel.layers.currentText() == "200 relu, 100 relu, 50 relu"
    typed(qtbot, app, "8 tanh, 4 Leaky ReLU(slope=0.2)")
    assert shown(app) == "8 tanh, 4 leaky_relu(slope=0.2)"
    assert app.window.layer_panel.layers.currentText() == shown(app)
    app.window.actions_.undo.trigger()
    assert app.window.layer_panel.layers.currentText() == "200 relu, 100 relu, 50 relu"
    rested(qtbot, app)


def test_no_layer_at_all(qtbot: QtBot, app: App) -> None:
    typed(qtbot, app, "")
    assert app.document.project.hidden == ()
    rested(qtbot, app)


def test_what_is_not_understood_is_refused_with_its_place(qtbot: QtBot, app: App) -> None:
    typed(qtbot, app, "8 tanh, many")
    assert '"many" is no layer' in app.window.statusBar().currentMessage()
    assert app.window.layer_panel.layers.currentText() == shown(app) == "200 relu, 100 relu, 50 relu"


def test_what_is_not_entered_yet_is_no_step_within_another(qtbot: QtBot, app: App) -> None:
    """The line is disabled while there is no network: it loses the keyboard, which enters what stands in it."""
    before, steps = app.document.project, app.document.undo_stack.count()
    typed(qtbot, app, "8 tanh", Qt.Key.Key_Shift)
    app.gallery.edits.show_sheet("classification")
    sheet = app.document.project
    assert app.document.undo_stack.count() == steps + 1 and sheet.hidden == before.hidden
    app.window.actions_.undo.trigger()
    assert app.document.project == before
    assert app.window.layer_panel.layers.currentText() == "200 relu, 100 relu, 50 relu"
    app.window.actions_.redo.trigger()
    assert app.document.project == sheet
    rested(qtbot, app)


def test_escape_gives_the_old_line_back(qtbot: QtBot, app: App) -> None:
    typed(qtbot, app, "8 tanh", Qt.Key.Key_Escape)
    assert app.window.layer_panel.layers.currentText() == shown(app) == "200 relu, 100 relu, 50 relu"


def test_a_well_known_network_is_chosen_from_the_list(qtbot: QtBot, app: App) -> None:
    line = app.window.layer_panel.layers
    line.setFocus()
    at = next(index for index in range(line.count()) if line.itemText(index).startswith("Playground"))
    while line.currentIndex() != at:  # the arrow keys go through the list
        qtbot.keyClick(line, Qt.Key.Key_Down if line.currentIndex() < at else Qt.Key.Key_Up)
    assert shown(app) == "4 tanh, 2 tanh"
    assert line.currentText() == "4 tanh, 2 tanh"
    rested(qtbot, app)


def test_drawing_changes_the_line(qtbot: QtBot, app: App) -> None:
    app.window.canvas.layer_inserted.emit(0, 7)
    assert app.window.layer_panel.layers.currentText().startswith("7 relu, 200 relu")
    rested(qtbot, app)


def test_an_output_that_does_not_fit_is_explained_and_repaired_with_one_click(qtbot: QtBot, app: App) -> None:
    panel = app.window.layer_panel
    assert not panel.advice.isVisible()
    app.edits.choose_output("sigmoid")
    assert "softmax" in panel.advice.text()
    assert panel.repair.text().split() == ["Use", "Softmax", "and", "categorical", "cross-entropy"]
    viewport = app.window.left.viewport()
    qtbot.waitUntil(
        lambda: panel.isVisible() and panel.mapTo(viewport, QPoint(panel.width(), 0)).x() <= viewport.width()
    )
    qtbot.mouseClick(panel.repair, Qt.MouseButton.LeftButton)
    assert app.document.project.output_activation == "softmax"
    assert not panel.advice.isVisible() and not panel.repair.isVisible()
    app.window.actions_.undo.trigger()
    assert app.document.project.output_activation == "sigmoid"
    assert panel.repair.isVisible()
    rested(qtbot, app)
