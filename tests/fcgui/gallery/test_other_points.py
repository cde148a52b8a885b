"""Other points of the same set: the network goes on with its weights."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.effects import Effect, effect_of
from fcgui_core.place import Place, WeightEdit
from fcgui_core.spec import LayerSpec
from fcgui_core.synthetic import Recipe, generate, roles_of
from tests.fcgui.helpers import rested, train, until


def show(app: App, recipe: Recipe) -> None:
    table = generate(recipe)
    app.document.change("points", table=table, roles=roles_of(table))


def open_spiral(qtbot: QtBot, app: App) -> None:
    show(app, Recipe("spiral"))
    app.document.change("small", hidden=(LayerSpec(6, "tanh"),))
    rested(qtbot, app)


def test_noise_keeps_weights_epochs_and_curves(qtbot: QtBot, app: App) -> None:
    open_spiral(qtbot, app)
    train(qtbot, app, epochs=5)
    before = app.session.snapshot
    assert before is not None
    show(app, Recipe("spiral", noise=0.2))
    rested(qtbot, app)
    after = app.session.snapshot
    assert after is not None
    assert np.array_equal(after.parameters, before.parameters)
    assert after.epoch == 5
    assert after.train.loss != before.train.loss  # on the new points
    assert "keeps its weights" in app.window.statusBar().currentMessage()
    train(qtbot, app, epochs=1)
    assert app.session.snapshot is not None and app.session.snapshot.epoch == 6


def test_training_goes_on_while_the_points_change(qtbot: QtBot, app: App) -> None:
    open_spiral(qtbot, app)
    app.session.run()
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.epoch > 3)
    epoch = app.session.snapshot.epoch if app.session.snapshot else 0
    for percent in range(20):
        show(app, Recipe("spiral", noise=percent / 100, points=500 + percent))
    assert app.session.running
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.epoch > epoch + 3)
    assert app.session.running
    app.session.pause()
    rested(qtbot, app)


def test_another_set_or_number_of_classes_begins_anew(qtbot: QtBot, app: App) -> None:
    open_spiral(qtbot, app)
    old = app.document.project
    show(app, Recipe("circle"))
    assert effect_of(old, app.document.project) is Effect.REBUILD
    show(app, Recipe("rings", classes=3))
    three = app.document.project
    show(app, Recipe("rings", classes=4))
    assert effect_of(three, app.document.project) is Effect.REBUILD
    four = app.document.project
    show(app, Recipe("rings", classes=4, seed=1))
    assert effect_of(four, app.document.project) is Effect.DATA
    rested(qtbot, app)


def test_a_weight_set_by_hand_stays_with_other_points(qtbot: QtBot, app: App) -> None:
    open_spiral(qtbot, app)
    snapshot = app.session.snapshot
    assert snapshot is not None
    place = Place(0, 0, 0)
    edit = WeightEdit(place, value=2.5, before=float(snapshot.parameters[place.index(snapshot.spec)]))
    app.document.change("by hand", weight_edits=(edit,))
    show(app, Recipe("spiral", noise=0.1))
    rested(qtbot, app)
    assert app.document.project.weight_edits == (edit,)
    app.document.undo_stack.undo()
    app.document.undo_stack.undo()
    rested(qtbot, app)
    assert app.session.snapshot is not None
    assert np.array_equal(app.session.snapshot.parameters, snapshot.parameters)
