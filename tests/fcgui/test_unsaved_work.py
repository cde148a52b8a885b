"""Work that is in no file is asked about before it would be lost: by mouse, keyboard and menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.project_file import load_project
from fcgui_core.notation import write_layers
from fcgui_core.trainer import Trainer
from tests.fcgui.helpers import rested, train, until
from tests.fcgui.projects import (
    CANCEL,
    DISCARD,
    OWN,
    SAVE,
    choose_file,
    message,
    open_instead,
    save,
    visible_messages,
)

pytestmark = pytest.mark.usefixtures("own_recovery")


def test_unsaved_work_is_asked_about(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.edits.set_layers("4 relu")
    rested(qtbot, app)
    app.window.close()
    assert app.window.isVisible()
    message(app).button(QMessageBox.StandardButton.Cancel).click()
    assert app.window.isVisible()
    app.window.close()
    message(app).button(QMessageBox.StandardButton.Save).click()
    choose_file(app, tmp_path / "work.fcgui")
    until(qtbot, lambda: not app.window.isVisible())
    assert write_layers(load_project(tmp_path / "work.fcgui").project.hidden) == "4 relu"


def test_the_window_stays_when_no_file_is_named(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.edits.set_layers("4 relu")
    rested(qtbot, app)
    app.window.close()
    message(app).button(QMessageBox.StandardButton.Save).click()
    next(each for each in app.window.findChildren(QFileDialog) if each.isVisible()).reject()
    save(qtbot, app, tmp_path / "work.fcgui")
    until(qtbot, lambda: not app.window.isWindowModified())
    assert app.window.isVisible()


def test_what_is_edited_while_the_window_saves_and_closes_is_asked_about(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    app.edits.set_layers("4 relu")
    rested(qtbot, app)
    app.window.close()
    first = message(app)
    first.button(QMessageBox.StandardButton.Save).click()
    choose_file(app, tmp_path / "work.fcgui")
    app.edits.set_layers("5 tanh")
    until(qtbot, lambda: any(box.isVisible() for box in app.window.findChildren(QMessageBox) if box is not first))
    assert app.window.isVisible() and "not saved" in message(app).text()
    message(app).button(QMessageBox.StandardButton.Save).click()
    until(qtbot, lambda: not app.window.isVisible())
    assert write_layers(load_project(tmp_path / "work.fcgui").project.hidden) == "5 tanh"


def test_another_edit_in_the_place_of_the_saved_one_is_unsaved(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.edits.set_layers("5 relu")
    app.project_work.saving.save_to(tmp_path / "work.fcgui")
    app.document.undo_stack.undo()
    app.edits.set_layers("7 relu")
    until(qtbot, lambda: app.project_work.saving.path is not None)
    rested(qtbot, app)
    assert app.window.isWindowModified()


def test_work_may_be_thrown_away(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("4 relu")
    rested(qtbot, app)
    app.window.close()
    message(app).button(QMessageBox.StandardButton.Discard).click()
    assert not app.window.isVisible()


def test_nothing_is_asked_where_nothing_was_done(app: App) -> None:
    app.window.close()
    assert not app.window.isVisible()


def test_unsaved_work_is_asked_about_before_a_project_is_opened(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path, other = tmp_path / "work.fcgui", tmp_path / "other.fcgui"
    save(qtbot, app, path)
    app.edits.set_layers("9 tanh")
    open_instead(qtbot, app, path, CANCEL)
    assert write_layers(app.document.project.hidden) == "9 tanh" and app.window.isWindowModified()
    app.window.actions_.save_as.trigger()
    choose_file(app, other)
    until(qtbot, lambda: not app.window.isWindowModified())
    train(qtbot, app, 2)
    app.session.run()
    open_instead(qtbot, app, path, SAVE)
    until(qtbot, lambda: app.project_work.saving.path == path)
    assert write_layers(app.document.project.hidden) == "200 relu, 100 relu, 50 relu"
    saved = load_project(other)
    assert write_layers(saved.project.hidden) == "9 tanh"
    assert saved.training is not None and saved.training["epoch"] >= 2
    rested(qtbot, app)
    assert not app.window.isWindowModified() and not app.document.can_undo


def test_a_project_is_not_opened_when_no_file_is_named_for_the_work(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    save(qtbot, app, tmp_path / "work.fcgui")
    app.files.open_example("wine")
    app.edits.set_layers("9 tanh")
    open_instead(qtbot, app, tmp_path / "work.fcgui", SAVE)
    next(each for each in app.window.findChildren(QFileDialog) if each.isVisible()).reject()
    save(qtbot, app, tmp_path / "wine.fcgui")
    assert write_layers(app.document.project.hidden) == "9 tanh"  # saved later, it is not replaced after all


def test_training_that_goes_on_is_asked_about(qtbot: QtBot, app: App) -> None:
    qtbot.keyClick(app.window.canvas, Qt.Key.Key_Space)
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.step > 0)
    app.window.close()
    assert app.window.isVisible() and "not saved" in message(app).text()
    message(app).button(CANCEL).click()
    until(qtbot, app.window.isWindowModified)
    app.session.pause()
    rested(qtbot, app)


def test_training_that_was_left_for_another_table_is_asked_about(qtbot: QtBot, app: App) -> None:
    train(qtbot, app, 2)
    app.files.open_example("wine")
    rested(qtbot, app)
    app.window.close()
    assert "not saved" in message(app).text()
    message(app).button(CANCEL).click()
    assert app.window.isVisible()


def test_the_file_that_the_work_is_saved_to_is_opened_as_it_is_then(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    save(qtbot, app, path)
    app.edits.set_layers("9 tanh")
    train(qtbot, app, 2)
    open_instead(qtbot, app, path, SAVE)
    until(qtbot, lambda: not app.document.can_undo and not app.files.busy)
    rested(qtbot, app)
    assert write_layers(app.document.project.hidden) == "9 tanh" and app.session.snapshot.epoch == 2
    assert not app.window.isWindowModified()


def test_one_question_stands_at_a_time(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    save(qtbot, app, path)
    app.edits.set_layers("9 tanh")
    app.files.open(path)
    app.window.close()
    assert "before the window closes" in message(app).informativeText()
    until(qtbot, lambda: not app.files.busy)
    assert len(visible_messages(app)) == 1 and "before work.fcgui is opened" in message(app).informativeText()
    message(app).button(DISCARD).click()
    rested(qtbot, app)
    assert app.window.isVisible() and write_layers(app.document.project.hidden) != "9 tanh"


def test_a_project_that_is_opened_is_not_saved_under_the_name_for_the_one_before(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    path = tmp_path / "work.fcgui"
    save(qtbot, app, path)
    app.edits.set_layers("9 tanh")
    app.files.open(path)
    app.window.actions_.save_as.trigger()
    until(qtbot, lambda: not app.files.busy)
    message(app).button(DISCARD).click()
    assert not [each for each in app.window.findChildren(QFileDialog) if each.isVisible()]
    rested(qtbot, app)


def test_what_is_just_being_saved_is_not_asked_about(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    save(qtbot, app, path)
    app.edits.set_layers("9 tanh")
    app.window.actions_.save.trigger()
    app.window.close()
    until(qtbot, lambda: not app.window.isVisible())
    assert write_layers(load_project(path).project.hidden) == "9 tanh"


def test_a_table_that_was_only_opened_is_no_unsaved_work(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(OWN, encoding="utf-8")
    train(qtbot, app, 2)
    save(qtbot, app, tmp_path / "work.fcgui")
    until(qtbot, lambda: not app.window.isWindowModified())
    app.files.open(table)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert not app.window.isWindowModified()
    app.edits.set_layers("4 relu")
    assert app.window.isWindowModified()
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert not app.window.isWindowModified()
    train(qtbot, app, 1)
    assert app.window.isWindowModified()


def test_a_training_that_cannot_be_given_out_is_not_left_out_of_the_file(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "work.fcgui"
    train(qtbot, app, 2)
    save(qtbot, app, path)
    before = path.read_bytes()
    train(qtbot, app, 2)

    def no_room(self: Trainer) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Trainer, "state", no_room)
        app.session.run()
        app.window.close()
        message(app).button(SAVE).click()
        until(qtbot, lambda: any("work.fcgui was not saved" in box.text() for box in visible_messages(app)))
    assert "not enough memory for another copy of the training" in message(app).text()
    message(app).accept()
    rested(qtbot, app)
    assert app.window.isVisible() and app.window.isWindowModified() and path.read_bytes() == before
    app.window.actions_.save.trigger()
    until(qtbot, lambda: not app.window.isWindowModified())
    assert load_project(path).training["step"] == app.session.snapshot.step


def test_undo_while_the_file_is_written_is_unsaved(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    save(qtbot, app, path)
    until(qtbot, lambda: not app.project_work.saving.unsaved)
    app.edits.set_layers("9 tanh")
    app.window.actions_.save.trigger()
    app.window.actions_.undo.trigger()
    until(qtbot, lambda: not app.project_work.saving.busy)
    rested(qtbot, app)
    assert app.project_work.saving.unsaved
