"""Edits in mid-training keep what was learned; training runs until a goal: by mouse and keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.run_dialog import RunDialog
from tests.fcgui.helpers import rested, train, until


def trained(qtbot: QtBot, app: App, layers: str = "12 relu, 8 relu") -> None:
    app.edits.set_layers(layers)
    train(qtbot, app, 30)


def loss(app: App) -> float:
    assert app.session.snapshot is not None
    return app.session.snapshot.train.loss


def told(app: App) -> str:
    return app.window.statusBar().currentMessage()


def test_more_neurons_go_on_from_what_was_learned(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    before, curve = loss(app), len(app.session.snapshot.history.epoch)
    app.showing.select(0)
    units = app.window.layer_panel.units
    units.setFocus()
    units.selectAll()
    qtbot.keyClicks(units, "20")
    qtbot.keyClick(units, Qt.Key.Key_Return)
    rested(qtbot, app)
    assert app.session.snapshot.epoch == 30 and len(app.session.snapshot.history.epoch) == curve
    assert abs(loss(app) - before) < 1e-5
    assert "answers as before" in told(app)
    train(qtbot, app, 5)
    assert app.session.snapshot.epoch == 35


def test_edits_that_follow_each_other_quicker_than_networks_are_made_keep_it_too(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    before = loss(app)
    app.window.canvas.setFocus()
    app.showing.select(0)
    for _ in range(6):
        qtbot.keyClick(app.window.canvas, Qt.Key.Key_Plus)
    rested(qtbot, app)
    assert app.session.snapshot.spec.layers[0].units == 18 and app.session.snapshot.epoch == 30
    assert abs(loss(app) - before) < 1e-5


def test_what_cannot_be_kept_is_said(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    app.edits.remove_layer(1)
    rested(qtbot, app)
    assert app.session.snapshot.epoch == 30
    assert "weights into layer 2 were fitted" in told(app)
    app.edits.choose_activation(0, "maxout")
    rested(qtbot, app)
    assert "but for the weights into layer 1: they are new" in told(app)


def test_undo_brings_the_very_weights_back(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    weights = app.session.snapshot.parameters
    app.edits.insert_layer(1, 12)
    rested(qtbot, app)
    train(qtbot, app, 3)
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    np.testing.assert_array_equal(app.session.snapshot.parameters, weights)


def test_a_column_that_is_left_out_leaves_the_rest(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    app.edits.use_columns(["SepalLengthCm"], False)
    rested(qtbot, app)
    assert app.session.snapshot.epoch == 30
    assert "what went with the change is gone" in told(app)


def test_training_goes_on_while_the_network_changes(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    app.session.run()
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.epoch > 40)
    app.edits.resize_layer(1, 9)
    assert app.session.running
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.spec.layers[1].units == 9)
    reached = app.session.snapshot.epoch
    assert reached > 40
    until(qtbot, lambda: app.session.snapshot.epoch > reached)
    app.session.pause()
    rested(qtbot, app)


def test_another_split_and_reset_begin_anew(qtbot: QtBot, app: App) -> None:
    trained(qtbot, app)
    app.edits.split_again()  # the network has seen rows that are for testing now
    rested(qtbot, app)
    assert app.session.snapshot.epoch == 0
    train(qtbot, app, 3)
    app.edits.resize_layer(0, 13)
    rested(qtbot, app)
    app.window.actions_.reset.trigger()
    rested(qtbot, app)
    assert app.session.snapshot.epoch == 0


def open_dialog(app: App) -> RunDialog:
    app.window.actions_.run_epochs.trigger()
    dialog = app.window.findChild(RunDialog)
    assert isinstance(dialog, RunDialog)
    return dialog


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    edit = field.lineEdit()  # type: ignore[attr-defined]  # an editable combo box
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_training_runs_until_a_goal(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("12 relu")
    rested(qtbot, app)
    dialog = open_dialog(app)
    type_into(qtbot, dialog.epochs, "no limit")
    goal = dialog.goal
    goal.setFocus()
    while goal.value != "train score":
        qtbot.keyClick(goal, Qt.Key.Key_Down)
    type_into(qtbot, dialog.value, "0.9")
    qtbot.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.status == "goal reached")
    rested(qtbot, app)
    snapshot = app.session.snapshot
    assert snapshot.train.score >= 0.9
    assert app.window.run_bar.message.sentence == f"Epoch {snapshot.epoch:,} reached the goal."
    train(qtbot, app, 2)  # and goes on when asked to
    assert app.session.snapshot.epoch == snapshot.epoch + 2


def test_training_runs_for_some_epochs(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    dialog = open_dialog(app)
    type_into(qtbot, dialog.epochs, "7")
    qtbot.keyClick(dialog.epochs, Qt.Key.Key_Return)  # Return is Train
    rested(qtbot, app)
    assert app.session.snapshot.epoch == 7


def test_a_run_without_an_end_is_refused_in_the_dialog(qtbot: QtBot, app: App) -> None:
    rested(qtbot, app)
    dialog = open_dialog(app)
    type_into(qtbot, dialog.epochs, "no limit")
    qtbot.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    assert "simply press Train" in dialog.told.text()
    assert dialog.isVisible() and not app.session.running
    dialog.reject()
