"""A weight changed in the drawing: the trainer has it, everything follows, and undo brings the old value back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui_core.place import BIAS, Place
from fcgui_core.snapshot import Snapshot
from tests.fcgui.helpers import rested, train, until

PLACE = Place(1, 3, 5)


def snapshot_of(app: App) -> Snapshot:
    assert app.session.snapshot is not None
    return app.session.snapshot


def value_of(app: App, place: Place = PLACE) -> float:
    return float(snapshot_of(app).parameters[place.index(snapshot_of(app).spec)])


def edit(app: App, value: float, place: Place = PLACE) -> None:
    canvas = app.window.canvas
    if place.is_bias:
        canvas.bias_edited.emit(place.layer, place.unit, value, place.piece)
    else:
        canvas.weight_edited.emit(place.layer, place.input, place.unit, value, place.piece)


def undo(qtbot: QtBot, app: App) -> None:
    app.window.actions_.undo.trigger()
    rested(qtbot, app)


def test_a_bias_is_typed_on_the_drawing_and_loss_and_undo_follow(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    canvas, before = app.window.canvas, snapshot_of(app)
    column = canvas.stage.layout.columns[-1]
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=column.bias(0).center().toPoint())
    field = canvas.weights.editor.number
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    rested(qtbot, app)
    after = snapshot_of(app)
    assert after.biases[-1][0, 0] == 3 and after.train.loss != before.train.loss
    assert (after.parameters != before.parameters).sum() == 1
    assert "bias of neuron 1: 3" in app.document.undo_stack.undoText()
    undo(qtbot, app)
    assert np.array_equal(snapshot_of(app).parameters, before.parameters)
    assert snapshot_of(app).train.loss == before.train.loss
    app.window.actions_.redo.trigger()
    rested(qtbot, app)
    assert snapshot_of(app).biases[-1][0, 0] == 3


def test_a_pull_is_one_step_and_one_that_comes_back_is_none(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    before, steps = value_of(app), app.document.undo_stack.count()
    for value in (0.5, 0.6, 0.7):
        edit(app, value)
    rested(qtbot, app)
    assert value_of(app) == pytest.approx(0.7) and app.document.undo_stack.count() == steps + 1
    edit(app, before)
    rested(qtbot, app)
    assert value_of(app) == before
    undo(qtbot, app)
    assert value_of(app) == before


def test_after_training_undo_gives_only_that_weight_back(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    before = value_of(app)
    edit(app, 2.0)
    train(qtbot, app, epochs=2)
    trained = snapshot_of(app).parameters.copy()
    undo(qtbot, app)
    now = snapshot_of(app).parameters
    assert value_of(app) == before
    assert (now != trained).sum() == 1 and snapshot_of(app).epoch == 2


def test_while_training_runs_the_edit_comes_between_two_steps(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    app.window.canvas.weight_frozen.emit(1, 3, 5, True, 0)
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).epoch >= 3)
    edit(app, -1.25)
    step = snapshot_of(app).step
    until(qtbot, lambda: snapshot_of(app).step > step + 20)
    assert app.session.running
    app.session.pause()
    rested(qtbot, app)
    assert value_of(app) == -1.25


def test_a_frozen_weight_stays_and_learns_again(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    edit(app, 0.5)
    edit(app, -0.5, Place(0, BIAS, 7))
    app.window.canvas.weight_frozen.emit(1, 3, 5, True, 0)
    app.window.canvas.bias_frozen.emit(0, 7, True, 0)
    train(qtbot, app, epochs=2)
    assert value_of(app) == 0.5 and value_of(app, Place(0, BIAS, 7)) == -0.5
    assert app.window.canvas.stage.frozen == app.document.project.frozen
    app.window.canvas.weight_frozen.emit(1, 3, 5, False, 0)
    train(qtbot, app, epochs=2)
    assert value_of(app) != 0.5 and value_of(app, Place(0, BIAS, 7)) == -0.5
    undo(qtbot, app)
    held = value_of(app)
    train(qtbot, app, epochs=1)
    assert value_of(app) == held


def test_a_reset_forgets_what_was_set_by_hand_but_keeps_frozen_values(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    first = snapshot_of(app).parameters.copy()
    edit(app, 0.5)
    edit(app, 0.25, Place(0, 0, 0))
    app.window.canvas.weight_frozen.emit(0, 0, 0, True, 0)
    train(qtbot, app, epochs=1)
    app.window.actions_.reset.trigger()
    rested(qtbot, app)
    assert value_of(app, Place(0, 0, 0)) == 0.25
    assert (snapshot_of(app).parameters != first).sum() == 1
    for _ in range(3):
        undo(qtbot, app)
    assert np.array_equal(snapshot_of(app).parameters, first)  # what is not in this network is not taken back


def test_another_layer_lets_go_of_frozen_weights_and_undo_brings_them_back(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    edit(app, 0.5)
    app.window.canvas.weight_frozen.emit(1, 3, 5, True, 0)
    app.edits.insert_layer(1, 8)
    rested(qtbot, app)
    assert app.document.project.frozen == () and app.document.project.weight_edits == ()
    assert app.window.statusBar().currentMessage().endswith("What was frozen is free again.")
    undo(qtbot, app)
    train(qtbot, app, epochs=1)
    assert value_of(app) == 0.5 and app.document.project.frozen == (PLACE,)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2e6])
def test_what_is_no_sensible_weight_is_refused(qtbot: QtBot, app: App, value: float) -> None:
    rested(qtbot, app)
    before, steps = value_of(app), app.document.undo_stack.count()
    edit(app, value)
    rested(qtbot, app)
    assert value_of(app) == before and app.document.undo_stack.count() == steps
    assert "1,000,000" in app.window.statusBar().currentMessage()


def test_the_large_view_shows_the_hovered_neuron_and_the_answer_again(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    canvas, picture = app.window.canvas, app.window.regions.picture
    until(qtbot, lambda: not app.window.regions.busy)
    answer = picture.grab().toImage()
    column = canvas.stage.layout.columns[1]
    QTest.mouseMove(canvas, QPoint(round(column.x), round(float(column.y[2]))))
    until(qtbot, lambda: not app.window.regions.busy)
    hovered = picture.grab().toImage()
    assert hovered != answer
    title = app.window.regions.title
    assert title.startswith(f"hidden layer 1, neuron {int(column.shown[2]) + 1}, up to")
    QTest.mouseMove(canvas, QPoint(3, 3))
    until(qtbot, lambda: not app.window.regions.busy)
    assert picture.grab().toImage() == answer and app.window.regions.title == ""


def test_weights_set_by_hand_come_back_in_a_network_that_cannot_be_trained(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("4 sign")
    rested(qtbot, app)
    place = Place(0, 1, 2)
    edit(app, 2.5, place)
    rested(qtbot, app)
    app.edits.insert_layer(1, 3)
    rested(qtbot, app)
    undo(qtbot, app)
    assert app.document.project.weight_edits and value_of(app, place) == 2.5
