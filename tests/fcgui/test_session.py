"""Training through the session: what the buttons do, as seen in the window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QThread
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.cli import main
from fcgui.requests import Build, Pause, Report
from fcgui.worker import Worker
from fcgui_core.snapshot import Snapshot
from fcgui_core.trainer import Trainer
from fcgui_core.weights_file import load_weights
from tests.fcgui.helpers import problem, rested, train, until


def snapshot_of(app: App) -> Snapshot:
    assert app.session.snapshot is not None
    return app.session.snapshot


def test_train_and_pause_with_the_button(qtbot: QtBot, app: App) -> None:
    button = app.window.run_bar.train
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Pause"
    until(qtbot, lambda: snapshot_of(app).epoch >= 20)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Train"
    rested(qtbot, app)
    stopped_at = snapshot_of(app).step
    qtbot.wait(50)
    assert snapshot_of(app).step == stopped_at
    assert snapshot_of(app).status == "paused"
    assert app.window.run_bar.epoch.value.text() == f"{snapshot_of(app).epoch:,}"


def test_the_loss_falls_and_the_bar_shows_it(qtbot: QtBot, app: App) -> None:
    before = snapshot_of(app).train.loss
    train(qtbot, app, epochs=30)
    assert snapshot_of(app).train.loss < 0.5 * before
    assert app.window.run_bar.score.value.text().endswith("%")
    assert float(app.window.run_bar.score.value.text().rstrip(" %")) > 80


def test_a_table_that_nothing_can_be_learned_from_ends_the_training(qtbot: QtBot, app: App) -> None:
    app.session.toggle()
    until(qtbot, lambda: snapshot_of(app).step > 0)
    app.gallery.edits.show_sheet("classification")
    assert app.document.project.spec is None and not app.session.running
    rested(qtbot, app)
    app.document.undo_stack.undo()
    rested(qtbot, app)
    assert snapshot_of(app).step > 0 and snapshot_of(app).status == "paused"


def test_step_is_one_epoch_and_one_batch(qtbot: QtBot, app: App) -> None:
    qtbot.mouseClick(app.window.run_bar.step, Qt.MouseButton.LeftButton, pos=app.window.run_bar.step.rect().center())
    until(qtbot, lambda: snapshot_of(app).epoch == 1)
    rested(qtbot, app)
    assert snapshot_of(app).step == 7  # 105 training rows in batches of 16
    app.window.actions_.step_batch.trigger()
    until(qtbot, lambda: snapshot_of(app).step == 8)
    rested(qtbot, app)
    assert snapshot_of(app).step == 8


def test_reset_gives_the_same_weights_and_new_weights_are_new(qtbot: QtBot, app: App) -> None:
    first = snapshot_of(app).parameters
    train(qtbot, app, epochs=2)
    assert not np.array_equal(snapshot_of(app).parameters, first)
    app.window.actions_.reset.trigger()
    rested(qtbot, app)
    assert snapshot_of(app).epoch == 0
    assert np.array_equal(snapshot_of(app).parameters, first)
    app.window.actions_.reset_anew.trigger()
    rested(qtbot, app)
    assert not np.array_equal(snapshot_of(app).parameters, first)
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert np.array_equal(snapshot_of(app).parameters, first)


def test_training_in_the_window_is_the_training_of_the_command_line(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    out = tmp_path / "w.npz"
    assert main(["train", "iris", "--hidden", "200,100,50", "--epochs", "5", "--l2", "0", "--out", str(out)]) == 0
    train(qtbot, app, epochs=5)
    in_one_go = snapshot_of(app).parameters
    assert np.array_equal(load_weights(out).parameters, in_one_go)
    app.session.reset()
    for _ in range(5):
        train(qtbot, app, epochs=1)
    assert np.array_equal(snapshot_of(app).parameters, in_one_go)


def test_the_rate_changes_while_training_runs(qtbot: QtBot, app: App) -> None:
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).epoch > 1)
    app.edits.choose_setting("learning_rate", 1e-9)
    until(qtbot, lambda: snapshot_of(app).learning_rate == 1e-9)
    assert app.session.running
    assert snapshot_of(app).epoch > 1
    app.session.pause()
    rested(qtbot, app)


def test_drawing_a_layer_while_training_runs_goes_on(qtbot: QtBot, app: App) -> None:
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).epoch > 1)
    app.edits.insert_layer(0, 12)
    until(qtbot, lambda: app.session.snapshot is not None and snapshot_of(app).spec.sizes == (4, 12, 200, 100, 50, 3))
    assert app.session.running
    app.session.pause()
    rested(qtbot, app)
    assert snapshot_of(app).epoch > 1


def test_divergence_stops_says_so_and_keeps_finite_weights(qtbot: QtBot, app: App) -> None:
    app.edits.choose_setting("optimizer", "sgd")
    app.edits.choose_setting("learning_rate", 1e6)
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).status == "diverged")
    rested(qtbot, app)
    assert np.isfinite(snapshot_of(app).parameters).all()
    assert "lower learning rate" in app.window.run_bar.message.sentence
    assert not app.session.running


def test_sign_may_be_drawn_but_training_it_is_refused_with_the_reason(qtbot: QtBot, app: App) -> None:
    app.edits.choose_activation(0, "sign")
    rested(qtbot, app)
    assert snapshot_of(app).spec.layers[0].activation == "sign"
    app.session.run()
    rested(qtbot, app)
    assert "cannot be trained" in problem(app)
    assert not app.session.running


def test_an_error_inside_the_worker_is_told_and_the_thread_lives_on(
    qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr("fcgui_core.trainer.Trainer.run", broken)
        app.session.run()
        rested(qtbot, app)
    assert "a bug" in problem(app)
    assert "training thread failed" in caplog.text
    train(qtbot, app, epochs=1)
    assert snapshot_of(app).epoch == 1


def test_closing_while_training_runs_ends_the_thread(qtbot: QtBot, app: App) -> None:
    app.session.run()
    until(qtbot, lambda: snapshot_of(app).epoch > 1)
    app.project_work.close_anyway()
    assert all(thread.isFinished() for thread in app.session.findChildren(QThread))


def test_early_stopping_counts_across_pauses(qtbot: QtBot, app: App) -> None:
    app.edits.choose_setting("early_stopping", 3)
    train(qtbot, app, epochs=200)
    stopped = snapshot_of(app)
    assert stopped.status == "stopped early"
    app.session.reset()
    for _ in range(stopped.epoch + 5):
        if app.session.snapshot is not None and snapshot_of(app).status == "stopped early":
            break
        train(qtbot, app, epochs=1)
    assert snapshot_of(app).epoch == stopped.epoch
    assert np.array_equal(snapshot_of(app).parameters, stopped.parameters)


def test_an_error_outlives_the_request_after_it(qtbot: QtBot) -> None:
    def broken() -> Trainer:
        raise MemoryError

    worker = Worker()
    worker.start()
    worker.post(Build(broken))
    last = worker.post(Pause())
    reports: list[Report] = []

    def answered() -> bool:
        report = worker.take()
        if report is not None:
            reports.append(report)
        return bool(reports) and reports[-1].answered == last

    until(qtbot, answered)
    worker.end()
    assert any("not enough memory" in report.error for report in reports)


def test_undo_brings_the_trained_weights_back(qtbot: QtBot, app: App) -> None:
    train(qtbot, app, epochs=7)
    trained = snapshot_of(app)
    app.edits.choose_initializer("he_uniform")
    rested(qtbot, app)
    assert snapshot_of(app).epoch == 0
    app.edits.choose_setting("learning_rate", 0.003)
    app.document.undo_stack.undo()
    app.document.undo_stack.undo()
    rested(qtbot, app)
    back = snapshot_of(app)
    assert back.epoch == 7 and len(back.history) == len(trained.history)
    assert np.array_equal(back.parameters, trained.parameters)
    train(qtbot, app, epochs=3)
    ten = snapshot_of(app).parameters
    app.session.reset()
    rested(qtbot, app)
    assert snapshot_of(app).epoch == 0
    train(qtbot, app, epochs=10)
    assert np.array_equal(snapshot_of(app).parameters, ten)


def test_undo_of_many_networks_brings_each_back_as_it_was_trained(qtbot: QtBot, app: App) -> None:
    trained = []
    for units in range(2, 22):
        app.edits.set_layers(f"{units} tanh")
        train(qtbot, app, epochs=1)
        trained.append(snapshot_of(app))
    for before in reversed(trained):
        assert snapshot_of(app).epoch == before.epoch > 0
        assert np.array_equal(snapshot_of(app).parameters, before.parameters)
        app.window.actions_.undo.trigger()
        rested(qtbot, app)
