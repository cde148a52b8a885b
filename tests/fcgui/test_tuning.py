"""Settings chosen from the table, by the menu."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fcgui.app import App
from tests.fcgui.helpers import rested, until


def choose(qtbot: QtBot, app: App) -> None:
    app.window.actions_.tune.trigger()
    assert app.tuning.busy and "Trying out settings" in app.window.statusBar().currentMessage()


def test_settings_are_chosen_in_one_step_and_trained_with(qtbot: QtBot, app: App) -> None:
    before, steps = app.document.project, app.document.undo_stack.count()
    choose(qtbot, app)
    until(qtbot, lambda: not app.tuning.busy)
    rested(qtbot, app)
    project = app.document.project
    assert [layer.units for layer in project.hidden] == [100, 50]
    assert project.training.schedule == "cosine" and project.training.l2 > 0
    assert app.session.snapshot is not None
    assert app.session.snapshot.epoch == project.training.decay_epochs
    assert app.session.snapshot.test is not None and app.session.snapshot.test.score > 0.9
    assert app.document.undo_stack.count() == steps + 1
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert app.document.project == before


def test_an_edit_or_a_training_gives_it_up(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app)
    app.edits.choose_setting("learning_rate", 0.5)
    assert not app.tuning.busy
    rested(qtbot, app)
    choose(qtbot, app)
    app.window.actions_.train.trigger()
    assert not app.tuning.busy
    app.window.actions_.train.trigger()
    rested(qtbot, app)
    assert [layer.units for layer in app.document.project.hidden] == [200, 100, 50]
