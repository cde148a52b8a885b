"""Saving and opening projects, files opened lately, what is looked at: by mouse, keyboard and menu."""

from __future__ import annotations

import os
import sys
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
from fcgui.project_file import load_project
from fcgui_core.notation import write_layers
from tests.fcgui.helpers import rested, train, until
from tests.fcgui.projects import DISCARD, OWN, choose_file, message, open_instead, save, visible_messages

pytestmark = pytest.mark.usefixtures("own_recovery")


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


def test_the_same_file_opened_again_brings_its_training_back(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    train(qtbot, app, 2)
    save(qtbot, app, tmp_path / "work.fcgui")
    train(qtbot, app, 3)
    open_instead(qtbot, app, tmp_path / "work.fcgui", DISCARD)
    assert app.session.snapshot.epoch == 2 and not app.window.isWindowModified()
    app.edits.set_layers("3 relu")  # another network, which does not take that training for its own
    rested(qtbot, app)
    assert app.session.snapshot is not None


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
