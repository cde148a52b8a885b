"""Saving, opening, what is unsaved, recovery and the state as text: by mouse, keyboard and menu."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fcgui import recovery
from fcgui.app import App
from fcgui.main_window import MainWindow
from fcgui.project_file import Saved, load_project, save_project
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.state_text import read_state, write_state
from fcgui_core.trainer import Trainer
from tests.fcgui.helpers import rested, train, until

DISCARD, SAVE, CANCEL = (
    QMessageBox.StandardButton.Discard,
    QMessageBox.StandardButton.Save,
    QMessageBox.StandardButton.Cancel,
)
OWN = "a,b,kind\n" + "".join(f"{at},{at * at},{'even' if at % 2 else 'odd'}\n" for at in range(30))


@pytest.fixture(autouse=True)
def own_recovery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "folder", lambda: tmp_path / "kept aside")


def choose_file(app: App, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialogs = [each for each in app.window.findChildren(QFileDialog) if each.isVisible()]
    dialogs[-1].selectFile(str(path))
    dialogs[-1].accept()


def save(qtbot: QtBot, app: App, path: Path) -> None:
    app.window.actions_.save.trigger()
    choose_file(app, path)
    until(qtbot, lambda: app.project_work.saving.path == path)


def message(app: App) -> QMessageBox:
    return visible_messages(app)[-1]


def visible_messages(app: App) -> list[QMessageBox]:
    return [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]


def open_instead(qtbot: QtBot, app: App, path: Path, answer: QMessageBox.StandardButton | None = None) -> None:
    """Open a project; ``answer`` is given to the question about unsaved work."""
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    if answer is not None:
        assert path.name in message(app).informativeText()
        message(app).button(answer).click()
    rested(qtbot, app)


def test_a_project_is_saved_and_opened_and_training_goes_on(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    app.edits.set_layers("9 tanh, 5 relu")
    train(qtbot, app, 12)
    assert app.window.isWindowModified()
    save(qtbot, app, path)
    assert app.window.windowTitle() == "work.fcgui[*] – fcgui"
    weights, curve = app.session.snapshot.parameters, len(app.session.snapshot.history.epoch)
    train(qtbot, app, 5)
    after = app.session.snapshot.parameters
    app.files.open_example("wine")
    app.edits.set_layers("3 relu")
    open_instead(qtbot, app, path, DISCARD)
    assert write_layers(app.document.project.hidden) == "9 tanh, 5 relu"
    assert app.session.snapshot.epoch == 12 and len(app.session.snapshot.history.epoch) == curve
    np.testing.assert_array_equal(app.session.snapshot.parameters, weights)
    assert not app.window.isWindowModified()
    train(qtbot, app, 5)
    np.testing.assert_array_equal(app.session.snapshot.parameters, after)


def test_saving_again_asks_for_no_name(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    save(qtbot, app, path)
    app.edits.set_layers("4 relu")
    assert app.window.isWindowModified()
    app.window.actions_.save.trigger()
    until(qtbot, lambda: not app.window.isWindowModified())
    assert write_layers(load_project(path).project.hidden) == "4 relu"
    app.window.actions_.undo.trigger()
    assert app.window.isWindowModified()
    app.window.actions_.redo.trigger()
    assert not app.window.isWindowModified()
    rested(qtbot, app)


def test_the_table_may_stay_in_its_own_file(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    table, path = tmp_path / "own.csv", tmp_path / "work.fcgui"
    table.write_text(OWN, encoding="utf-8")
    app.files.open(table)
    until(qtbot, lambda: not app.files.busy)
    app.window.actions_.save_as.trigger()
    dialog = next(each for each in app.window.findChildren(QFileDialog) if each.isVisible())
    dialog.selectNameFilter(dialog.nameFilters()[1])
    choose_file(app, path)
    until(qtbot, lambda: path.is_file() and not app.window.isWindowModified())
    table.unlink()
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    assert "put it beside the project file" in message(app).text()
    message(app).accept()
    rested(qtbot, app)


def test_a_file_that_cannot_be_written_is_told_and_the_work_stays_unsaved(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    app.edits.set_layers("4 relu")
    app.project_work.saving.save_to(tmp_path / "nowhere" / "work.fcgui")
    until(qtbot, lambda: any(box.isVisible() for box in app.window.findChildren(QMessageBox)))
    assert "does not exist" in message(app).text()
    assert app.window.isWindowModified()
    message(app).accept()
    rested(qtbot, app)


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


def test_a_project_is_saved_with_its_own_training(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    """What follows at once is no part of it: neither another network, nor the training of that."""
    path = tmp_path / "work.fcgui"
    app.edits.set_layers("5 relu")
    train(qtbot, app, 3)
    weights = app.session.snapshot.parameters
    app.project_work.saving.save_to(path)
    app.project_work.recovery.keep()
    app.edits.choose_activation(0, "tanh")
    until(qtbot, path.is_file)
    until(qtbot, lambda: app.project_work.saving.path == path and not app.project_work.recovery.busy)
    rested(qtbot, app)
    kept = [path, *recovery.folder().glob("*.fcgui")]
    assert len(kept) == 2
    for saved in map(load_project, kept):
        assert write_layers(saved.project.hidden) == "5 relu" and saved.training is not None
        np.testing.assert_array_equal(saved.training["parameters"], weights)
    assert app.window.isWindowModified()


def test_another_edit_in_the_place_of_the_saved_one_is_unsaved(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.edits.set_layers("5 relu")
    app.project_work.saving.save_to(tmp_path / "work.fcgui")
    app.document.undo_stack.undo()
    app.edits.set_layers("7 relu")
    until(qtbot, lambda: app.project_work.saving.path is not None)
    rested(qtbot, app)
    assert app.window.isWindowModified()


def test_the_same_file_opened_again_brings_its_training_back(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    train(qtbot, app, 2)
    save(qtbot, app, tmp_path / "work.fcgui")
    train(qtbot, app, 3)
    open_instead(qtbot, app, tmp_path / "work.fcgui", DISCARD)
    assert app.session.snapshot.epoch == 2 and not app.window.isWindowModified()
    app.edits.set_layers("3 relu")  # another network, which does not take that training for its own
    rested(qtbot, app)
    assert app.session.snapshot is not None


def test_work_may_be_thrown_away(qtbot: QtBot, app: App) -> None:
    app.edits.set_layers("4 relu")
    rested(qtbot, app)
    app.window.close()
    message(app).button(QMessageBox.StandardButton.Discard).click()
    assert not app.window.isVisible()


def test_nothing_is_asked_where_nothing_was_done(app: App) -> None:
    app.window.close()
    assert not app.window.isVisible()


def test_files_opened_lately_are_in_the_menu(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    QSettings().remove("recent")
    table = tmp_path / "own.csv"
    table.write_text(OWN, encoding="utf-8")
    app.files.open(table)
    until(qtbot, lambda: not app.files.busy)
    save(qtbot, app, tmp_path / "work.fcgui")
    names = [action.text() for action in app.window.recent.actions() if action.data()]
    assert names == ["&1 work.fcgui", "&2 own.csv"]
    app.files.open_example("iris")
    app.window.recent.actions()[1].trigger()
    until(qtbot, lambda: not app.files.busy)
    assert app.document.project.table is not None and app.document.project.table.name == "own"
    next(action for action in app.window.recent.actions() if not action.data() and action.text()).trigger()
    assert not app.window.recent.isEnabled()
    rested(qtbot, app)


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


def test_every_command_has_a_key_of_its_own(app: App) -> None:
    keys = [key.toString() for action in app.window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert "Ctrl+S" in keys


def test_another_table_does_not_come_into_the_file_of_the_project(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    train(qtbot, app, 3)
    save(qtbot, app, path)
    before = path.read_bytes()
    app.files.open_example("wine")
    rested(qtbot, app)
    assert "work.fcgui" not in app.window.windowTitle()
    app.window.actions_.save.trigger()
    dialogs = [each for each in app.window.findChildren(QFileDialog) if each.isVisible()]
    assert len(dialogs) == 1  # a name is asked for
    dialogs[0].reject()
    assert path.read_bytes() == before
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert app.window.windowTitle() == "work.fcgui[*] – fcgui"


def test_undo_begins_where_a_project_was_opened(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    app.edits.set_layers("9 tanh")
    save(qtbot, app, path)
    until(qtbot, lambda: not app.project_work.saving.unsaved)
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert not app.document.undo_stack.canUndo()


def test_undo_begins_at_the_table_that_the_program_was_started_with(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("a,b\n" + "".join(f"{n},{n % 7}\n" for n in range(40)))
    app.begin_with(path)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert not app.document.undo_stack.canUndo() and not app.project_work.saving.unsaved


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


def test_weights_of_a_network_that_cannot_be_trained_are_in_the_file(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    app.edits.choose_output("sign")
    rested(qtbot, app)
    app.by_hand.edit_weight(0, 1, 2, 7.0, 0)
    rested(qtbot, app)
    app.session.reset()  # what was set by hand before is gone
    rested(qtbot, app)
    app.by_hand.edit_weight(0, 0, 0, 5.0, 0)
    rested(qtbot, app)
    weights = app.session.snapshot.parameters
    save(qtbot, app, path)
    app.files.open_example("wine")
    open_instead(qtbot, app, path)
    np.testing.assert_array_equal(app.session.snapshot.parameters, weights)
    assert app.session.snapshot.weights[0][0, 0] == 5.0 and app.session.snapshot.weights[0][1, 2] != 7.0


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


def test_weights_set_by_hand_before_training_are_in_the_file(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "work.fcgui"
    app.by_hand.edit_weight(0, 1, 2, 5.0, 0)
    rested(qtbot, app)
    save(qtbot, app, path)
    app.files.open_example("wine")
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert app.session.snapshot is not None and app.session.snapshot.weights[0][1, 2] == 5.0


def test_a_project_keeps_the_ending_of_projects(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.project_work.saving.save_to(tmp_path / "net 0.5")
    until(qtbot, lambda: not app.project_work.saving.busy)
    assert (tmp_path / "net 0.5.fcgui").is_file() and not (tmp_path / "net 0.5").exists()


def test_an_empty_sheet_does_not_come_into_the_file_of_the_one_before(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.gallery.edits.show_sheet("classification")
    path = tmp_path / "paint.fcgui"
    save(qtbot, app, path)
    until(qtbot, lambda: not app.project_work.saving.busy)
    app.gallery.edits.show_sheet("regression")
    rested(qtbot, app)
    assert app.project_work.saving.path is None


def test_what_is_looked_at_is_kept_in_the_file_and_over_a_change_of_language(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    def change(window: MainWindow) -> None:
        qtbot.mouseClick(window.loss.log_scale, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        qtbot.mouseClick(window.regions.test_points, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        window.actions_.pictures.trigger()

    def seen(window: MainWindow) -> tuple[bool, bool, bool, object]:
        drawn, regions = window.canvas.stage.pictured.all_large, window.regions
        return window.loss.log_scale.isChecked(), regions.test_points.isChecked(), drawn, regions.columns

    path = tmp_path / "work.fcgui"
    change(app.window)
    app.window.regions.choose_columns(1, 3)
    assert seen(app.window) == (True, False, True, (1, 3))
    save(qtbot, app, path)
    russian = next(action for action in app.window.actions_.languages.actions() if action.data() == "ru")
    russian.trigger()
    assert seen(app.window) == (True, False, True, (1, 3)) and app.window.actions_.pictures.isChecked()
    change(app.window)
    app.window.regions.choose_columns(0, 1)
    open_instead(qtbot, app, path)
    assert seen(app.window) == (True, False, True, (1, 3))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode there")
def test_file_names_that_are_no_unicode(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    table, path = (tmp_path / os.fsdecode(name) for name in (b"caf\xe9.csv", b"caf\xe9.fcgui"))
    table.write_text(OWN, encoding="utf-8")
    app.files.open(table)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert app.window.windowTitle() == "caf?[*] – fcgui" and app.window.data_panel.columns.model().rowCount() == 3
    app.project_work.saving.save_to(path)
    until(qtbot, path.is_file)
    until(qtbot, lambda: not app.project_work.saving.busy)
    app.files.open_example("iris")
    rested(qtbot, app)
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert app.document.project.table is not None and app.document.project.table.name == "caf?"
    app.files.open(tmp_path / os.fsdecode(b"nothing\xe9.csv"))
    until(qtbot, lambda: bool(visible_messages(app)))
    assert "there is no such file" in message(app).text()
    message(app).accept()


def test_a_lesson_leaves_out_parts_of_the_window(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    """As a link to the Playground hides controls: in a project file, and in a copied state."""
    window, path = app.window, tmp_path / "lesson.fcgui"
    for name in ("data", "training", "loss", "weights", "table"):
        window.parts.actions[name].trigger()
    assert not window.data_panel.isVisible() and not window.training_panel.isVisible()
    assert window.layer_panel.isVisible() and window.left.isVisible() and not window.loss.isVisible()
    assert not window.weights.isVisible() and not window.pages.isTabVisible(1) and window.pages.isTabVisible(2)
    train(qtbot, app, 2)
    save(qtbot, app, path)
    app.window.actions_.copy_state.trigger()
    until(qtbot, lambda: not app.project_work.line.busy)
    line = QGuiApplication.clipboard().text()
    window.parts.everything.trigger()
    assert window.data_panel.isVisible() and window.loss.isVisible() and window.parts.hidden == []
    open_instead(qtbot, app, path)
    assert window.parts.hidden == ["data", "training", "weights", "loss", "table"]
    assert not window.data_panel.isVisible() and not window.loss.isVisible()
    next(action for action in window.actions_.languages.actions() if action.data() == "ru").trigger()
    assert not app.window.data_panel.isVisible() and app.window.layer_panel.isVisible()
    app.window.parts.show_all()
    app.project_work.line.show_text(line)
    until(qtbot, lambda: not app.project_work.line.busy)
    assert not app.window.data_panel.isVisible() and not app.window.loss.isVisible()
    rested(qtbot, app)
