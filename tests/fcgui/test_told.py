"""What answers a deed on the drawing stays readable, also while training tells live what the pointer is on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fcgui.app import App
from tests.fcgui.helpers import rested, train, until

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def words(app: App) -> str:
    return app.window.statusBar().currentMessage()


def point_at_neuron(app: App, column: int = 0) -> QPoint:
    """The mouse rests on the first neuron of a column: its live values are told."""
    drawn = app.window.canvas.stage.layout.columns[column]
    at = QPoint(round(drawn.x), round(float(drawn.y[0])))
    QTest.mouseMove(app.window.canvas, at)
    return at


def select_inputs(app: App) -> None:
    """By the keyboard, while the mouse rests on a bias, whose value is told live."""
    canvas = app.window.canvas
    QTest.mouseMove(canvas, QPoint(1, 1))
    QTest.mouseMove(canvas, canvas.stage.layout.columns[-1].bias(0).center().toPoint())
    canvas.setFocus()
    QTest.keyClick(app.window.canvas, Key.Key_Home)
    assert app.window.canvas.selection == -1


def train_on(qtbot: QtBot, app: App, frames: int = 5) -> None:
    """Training goes on for so many frames."""
    seen: list[object] = []
    app.session.frame.connect(seen.append)
    until(qtbot, lambda: len(seen) >= frames)
    app.session.frame.disconnect(seen.append)


@pytest.mark.parametrize(
    ("key", "modifier", "told"),
    [
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "table"),
        (Key.Key_Plus, Qt.KeyboardModifier.NoModifier, "table"),
        (Key.Key_V, CONTROL, "The clipboard holds no layers"),
    ],
)
def test_a_refusal_stays_while_training_tells_what_the_pointer_is_on(
    qtbot: QtBot, app: App, key: Qt.Key, modifier: Qt.KeyboardModifier, told: str
) -> None:
    QGuiApplication.clipboard().setText("5 relu, abc")
    canvas = app.window.canvas
    rested(qtbot, app)
    app.window.actions_.train.trigger()
    train_on(qtbot, app, 2)
    select_inputs(app)
    QTest.keyClick(canvas, key, modifier)
    assert told in words(app)
    train_on(qtbot, app)
    assert told in words(app)
    app.window.actions_.train.trigger()
    rested(qtbot, app)


def test_a_refusal_is_told_right_after_another_one(qtbot: QtBot, app: App) -> None:
    """A hint is still being read when the next deed is refused: the answer to the last deed counts."""
    canvas = app.window.canvas
    select_inputs(app)
    app.window.hint("Something else was refused.")
    assert words(app) == "Something else was refused."
    QTest.keyClick(canvas, Key.Key_Delete)
    assert "table" in words(app)


@pytest.mark.parametrize(("typed", "told"), [("nonsense", "This is no number"), ("nan", "number")])
def test_a_bias_that_is_no_number_is_refused_while_training(qtbot: QtBot, app: App, typed: str, told: str) -> None:
    canvas = app.window.canvas
    train(qtbot, app, epochs=1)
    app.window.actions_.train.trigger()
    train_on(qtbot, app, 2)
    bias = canvas.stage.layout.columns[-1].bias(0).center().toPoint()
    QTest.mouseMove(canvas, bias)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=bias)
    field = canvas.weights.editor.number
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Key.Key_Return)
    assert told in words(app)
    train_on(qtbot, app)
    assert told in words(app)
    app.window.actions_.train.trigger()
    rested(qtbot, app)


# --- what is selected after a layer is gone, and what a step is called ---


@pytest.mark.parametrize(("selected", "after"), [(2, 1), (0, 0)])
def test_deleting_a_layer_selects_a_hidden_one(qtbot: QtBot, app: App, selected: int, after: int) -> None:
    canvas = app.window.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point_at_neuron(app, selected + 1))
    assert canvas.selection == selected
    QTest.keyClick(canvas, Key.Key_Delete)
    rested(qtbot, app)
    assert len(app.document.project.hidden) == 2
    assert canvas.selection == after and app.showing.selected == after
    assert app.window.actions_.remove_layer.isEnabled()


def test_deleting_the_only_layer_selects_none(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("8 relu")
    rested(qtbot, app)
    canvas = app.window.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point_at_neuron(app, 1))
    QTest.keyClick(canvas, Key.Key_Delete)
    rested(qtbot, app)
    assert app.document.project.hidden == ()
    assert canvas.selection is None and app.showing.selected is None
    assert not app.window.actions_.remove_layer.isEnabled()


def test_the_output_stays_selected_when_a_layer_before_it_is_deleted(qtbot: QtBot, app: App) -> None:
    canvas = app.window.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point_at_neuron(app, 4))
    assert canvas.selection == 3
    app.edits.set_layers("8 relu, 4 relu")
    rested(qtbot, app)
    assert canvas.selection == 2 and app.showing.selected == 2


def test_a_frozen_bias_is_called_so_in_the_history(qtbot: QtBot, app: App) -> None:
    canvas = app.window.canvas
    rested(qtbot, app)
    bias = canvas.stage.layout.columns[-1].bias(0).center().toPoint()
    for name in ("Freeze a bias", "Let a bias learn again"):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=bias)
        QTest.keyClick(canvas.weights.editor.hold, Key.Key_Space)
        rested(qtbot, app)
        assert app.document.undo_stack.undoText() == name
        QTest.keyClick(canvas.weights.editor.number, Key.Key_Escape)
