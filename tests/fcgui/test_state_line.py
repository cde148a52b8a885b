"""The state as a line of text, and work kept aside for after a crash: by mouse, keyboard and menu."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fcgui import recovery
from fcgui.app import App
from fcgui.project_file import Saved, save_project
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.state_text import read_state, write_state
from tests.fcgui.helpers import rested, train, until
from tests.fcgui.projects import OWN, message

pytestmark = pytest.mark.usefixtures("own_recovery")


def test_the_state_is_copied_and_pasted_as_one_line(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("7 tanh")
    app.edits.choose_setting("learning_rate", 0.2)
    app.window.regions.choose_columns(0, 1)
    app.window.actions_.copy_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    line = QGuiApplication.clipboard().text()
    assert line.startswith("fcgui:1") and " " not in line and len(line) < 1500
    app.files.open_example("wine")
    app.edits.set_layers("3 relu")
    app.window.actions_.paste_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    project = app.document.project
    assert project.table is not None and project.table.name == "iris"
    assert write_layers(project.hidden) == "7 tanh" and project.training.learning_rate == 0.2
    assert app.window.regions.columns == (0, 1)
    app.window.actions_.undo.trigger()
    assert app.document.project.table.name == "wine"
    rested(qtbot, app)


def test_a_line_holds_the_name_of_the_table_but_not_its_folder(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    secret, elsewhere = tmp_path / "secret folder", tmp_path / "elsewhere"
    secret.mkdir()
    elsewhere.mkdir()
    (secret / "own.csv").write_text(OWN, encoding="utf-8")
    app.files.open(secret / "own.csv")
    until(qtbot, lambda: not app.files.busy)
    app.edits.set_layers("7 tanh")
    app.window.actions_.copy_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    line = QGuiApplication.clipboard().text()
    assert read_state(line)["project"]["table"]["file"] == "own.csv"

    app.files.open_example("wine")
    app.window.actions_.paste_state.trigger()  # found in the folder where it was opened
    until(qtbot, lambda: app.document.project.table.name == "own")
    assert write_layers(app.document.project.hidden) == "7 tanh"

    app.files.open_example("wine")
    (secret / "own.csv").rename(elsewhere / "own.csv")
    app.window.actions_.paste_state.trigger()
    until(qtbot, lambda: any(each.isVisible() for each in app.window.findChildren(QFileDialog)))
    assert "Choose own.csv" in app.window.statusBar().currentMessage()
    assert app.document.project.table.name == "wine"
    dialog = next(each for each in app.window.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(elsewhere / "own.csv"))
    dialog.close()
    until(qtbot, lambda: app.document.project.table.name == "own")
    rested(qtbot, app)


def test_no_place_that_a_line_names_is_looked_at(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    app.files.open(tmp_path / "own.csv")
    until(qtbot, lambda: not app.files.busy)
    app.window.actions_.copy_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    found = read_state(QGuiApplication.clipboard().text())
    found["project"]["table"]["file"] = str(tmp_path / "own.csv")
    app.project_work.saving.recent.forget()
    app.files.open_example("wine")
    QGuiApplication.clipboard().setText(write_state(found))
    app.window.actions_.paste_state.trigger()
    until(qtbot, lambda: any(each.isVisible() for each in app.window.findChildren(QFileDialog)))
    next(each for each in app.window.findChildren(QFileDialog) if each.isVisible()).reject()
    assert app.document.project.table.name == "wine"
    rested(qtbot, app)


def test_a_line_that_is_no_state_is_told_and_nothing_changes(qtbot: QtBot, app: App) -> None:
    before = app.document.project
    QGuiApplication.clipboard().setText("fcgui:1abc")
    app.window.actions_.paste_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    assert "copy it again as a whole" in message(app).text()
    assert app.document.project is before
    message(app).accept()


def test_work_is_kept_aside_and_offered_after_a_crash(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("6 tanh")
    train(qtbot, app, 4)
    app.project_work.recovery.keep()
    until(qtbot, lambda: bool(list(recovery.folder().glob("*.fcgui"))))
    rested(qtbot, app)
    until(qtbot, lambda: not app.project_work.recovery.busy)
    weights = app.session.snapshot.parameters
    assert app.project_work.recovery.left_behind() == []  # its window is still there
    app.interrupt()
    later = App()
    later.begin()
    later.window.show()
    qtbot.waitExposed(later.window)
    later.project_work.recovery.offer(later.window)
    assert "ended unexpectedly" in message(later).text()
    message(later).defaultButton().click()
    until(qtbot, lambda: write_layers(later.document.project.hidden) == "6 tanh")
    rested(qtbot, later)
    assert write_layers(later.document.project.hidden) == "6 tanh"
    np.testing.assert_array_equal(later.session.snapshot.parameters, weights)
    assert later.window.isWindowModified()
    own = later.project_work.recovery
    until(qtbot, lambda: not own.busy and len(list(recovery.folder().glob("*.fcgui"))) == 1)
    later.project_work.close_anyway()
    later.end()
    assert not list(recovery.folder().glob("*.fcgui"))


def test_work_that_was_left_behind_stays_until_it_is_wanted_or_thrown_away(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    path = recovery.folder() / "left.fcgui"
    recovery.folder().mkdir()
    save_project(path, Saved(replace(app.document.project, hidden=read_layers("3 tanh"))))
    app.project_work.recovery.offer(app.window)
    box = message(app)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible() and path.is_file()
    app.project_work.recovery.offer(app.window)
    next(button for button in message(app).buttons() if button.text() == "Throw it away").click()
    assert not path.exists() and write_layers(app.document.project.hidden) != "3 tanh"


def test_work_that_was_kept_aside_goes_when_the_window_is_closed(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("6 tanh")
    rested(qtbot, app)
    app.project_work.recovery.keep()
    until(qtbot, lambda: bool(list(recovery.folder().glob("*.fcgui"))))
    app.project_work.close_anyway()
    assert not list(recovery.folder().iterdir())
