"""Edits of large tables: prepared beside the window, applied in their order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fcgui import preparing, project
from fcgui.app import App
from fcgui.project_file import Saved, load_project, save_project
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.preparation import PreparedData, prepare
from tests.fcgui.helpers import rested, until
from tests.fcgui.test_window import pick, type_number


class SlowPreparing:
    """Stands in for preparing a large table: it is not done before it is let go."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.threads: set[int] = set()

    def __call__(self, *given: object) -> PreparedData:
        self.threads.add(threading.get_ident())
        self.go_on.wait(20)
        return prepare(*given)  # type: ignore[arg-type]  # handed on as it comes


@pytest.fixture
def slow(app: App, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowPreparing]:
    stand_in = SlowPreparing()
    present = project._prepared_from(app.document.project)
    monkeypatch.setattr(project, "_kept", {present: project._kept[present]})  # nothing from other tests
    monkeypatch.setattr(project, "prepare", stand_in)
    monkeypatch.setattr(preparing, "SLOW_CELLS", 0)
    yield stand_in
    stand_in.go_on.set()


def settled(qtbot: QtBot, app: App) -> None:
    until(qtbot, lambda: not app.table_work.preparing.busy)
    rested(qtbot, app)


def tick(qtbot: QtBot, app: App, line: int) -> None:
    view = app.window.data_panel.columns
    view.setFocus()
    view.selectRow(line)
    qtbot.keyClick(view, Qt.Key.Key_Space)


def left_out(app: App) -> set[str]:
    roles = app.document.project.roles
    assert roles is not None
    return set(roles.ignored)


def test_what_is_shown_stays_until_the_new_is_there(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    before = app.document.project
    tick(qtbot, app, 1)
    assert app.document.project is before
    until(qtbot, app.window.reading_bar.isVisible)
    assert "iris" in app.window.reading_bar.name.text()
    slow.go_on.set()
    settled(qtbot, app)
    assert left_out(app) == {"Id", "SepalLengthCm"}
    assert not app.window.reading_bar.isVisible()
    assert threading.get_ident() not in slow.threads


def test_edits_that_wait_are_a_step_each_and_none_is_lost(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    steps = app.document.undo_stack.count()
    tick(qtbot, app, 1)
    tick(qtbot, app, 2)
    app.edits.choose_setting("learning_rate", 0.5)
    slow.go_on.set()
    settled(qtbot, app)
    assert left_out(app) == {"Id", "SepalLengthCm", "SepalWidthCm"}
    assert app.document.project.training.learning_rate == 0.5
    assert app.document.undo_stack.count() == steps + 3
    app.window.actions_.undo.trigger()
    app.window.actions_.undo.trigger()
    settled(qtbot, app)
    assert left_out(app) == {"Id", "SepalLengthCm"}


def test_undo_lets_go_of_what_waits(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    app.edits.choose_setting("learning_rate", 0.5)
    tick(qtbot, app, 1)
    app.window.actions_.undo.trigger()
    slow.go_on.set()
    settled(qtbot, app)
    assert app.document.project.training.learning_rate == 0.01
    assert left_out(app) == {"Id"}


def test_cancel_shows_what_is(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    pick(qtbot, app.window.data_panel.scale, "None")
    assert app.window.data_panel.scale.value == "none"
    until(qtbot, app.window.reading_bar.isVisible)
    qtbot.mouseClick(app.window.reading_bar.cancel, Qt.MouseButton.LeftButton)
    assert app.window.data_panel.scale.value == "standard"
    slow.go_on.set()
    settled(qtbot, app)
    assert app.document.project.scale == "standard"


def test_what_makes_no_sense_is_refused_in_a_sentence(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    slow.go_on.set()
    type_number(qtbot, app.window.data_panel.validation_size, "80")
    settled(qtbot, app)
    assert "leave no rows for training" in app.window.statusBar().currentMessage()
    assert app.window.data_panel.validation_size.currentText() == "0"
    assert app.document.project.validation_size == 0


def test_a_project_that_is_opened_takes_the_place_of_edits_that_wait(
    qtbot: QtBot, app: App, slow: SlowPreparing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the project before comes into the file of the one that was opened."""
    path, before = tmp_path / "other.fcgui", app.document.project
    save_project(path, Saved(replace(before, hidden=read_layers("3 tanh"))))
    tick(qtbot, app, 1)
    assert app.document.waiting
    monkeypatch.setattr(project, "prepare", prepare)
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    assert app.window.windowTitle() == "other.fcgui[*] – fcgui" and not app.document.waiting
    slow.go_on.set()
    settled(qtbot, app)
    app.window.actions_.save.trigger()
    rested(qtbot, app)
    app.project_work.saving.end()
    saved = load_project(path).project
    assert write_layers(saved.hidden) == "3 tanh" and "SepalLengthCm" not in saved.roles.ignored
    assert not app.window.isWindowModified()
