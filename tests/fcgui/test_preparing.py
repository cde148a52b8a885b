"""Edits of large tables: prepared beside the window, applied in their order."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fcgui import document, preparing, project
from fcgui.app import App
from fcgui.gallery.edits import Dab
from fcgui.history_window import HistoryWindow
from fcgui.project_file import Saved, load_project, save_project
from fcgui_core.derived import Derived
from fcgui_core.errors import Cancelled
from fcgui_core.notation import read_layers, write_layers
from fcgui_core.place import BIAS, Place
from fcgui_core.preparation import PreparedData, prepare
from tests.fcgui.helpers import rested, until
from tests.fcgui.test_window import pick, type_number


class SlowPreparing:
    """Stands in for preparing a large table: it is not done before it is let go, or given up."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.threads: set[int] = set()
        self.done = 0
        self.at_once = self.most_at_once = 0

    def __call__(self, *given: object, cancelled: Callable[[], bool] | None = None) -> PreparedData:
        self.threads.add(threading.get_ident())
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            while not self.go_on.wait(0.01):
                if cancelled is not None and cancelled():
                    raise Cancelled("preparing was cancelled.")
            data = prepare(*given, cancelled=cancelled)  # type: ignore[arg-type]  # handed on as it comes
        finally:
            self.at_once -= 1
        self.done += 1
        return data


class Clock:
    """Stands in for the time of edits."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def slow(app: App, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowPreparing]:
    stand_in = SlowPreparing()
    present = project._prepared_from(app.document.project)
    monkeypatch.setattr(project, "_kept", {present: project._kept[present]})  # nothing from other tests
    monkeypatch.setattr(project, "prepare", stand_in)
    monkeypatch.setattr(preparing, "SLOW_CELLS", -1)
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


def test_undo_takes_back_what_waits_before_what_was_done(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    undo = app.window.actions_.undo
    app.edits.choose_setting("learning_rate", 0.5)
    tick(qtbot, app, 1)
    tick(qtbot, app, 2)
    undo.trigger()
    assert app.document.waiting
    undo.trigger()
    assert not app.document.waiting and undo.text() == "&Undo Learning rate: 0.5"
    assert app.document.project.training.learning_rate == 0.5
    undo.trigger()
    slow.go_on.set()
    settled(qtbot, app)
    assert app.document.project.training.learning_rate == 0.01
    assert left_out(app) == {"Id"} and not undo.isEnabled()


def test_a_text_that_is_ticked_enters_by_its_words(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"{at * 7 % 31},{'win free cash' if at % 2 else 'see you at home'} no{at},{at % 2}" for at in range(600)]
    (tmp_path / "sms.csv").write_text("length,message,spam\n" + "\n".join(lines) + "\n")
    app.files.open(tmp_path / "sms.csv")
    until(qtbot, lambda: not app.files.busy)
    assert left_out(app) == {"message"}
    tick(qtbot, app, 1)
    settled(qtbot, app)
    names = app.document.project.data.preparation.feature_names
    assert "message: free" in names and "length" in names and "message: no7" not in names
    app.edits.set_layers("4 relu")
    app.session.run(epochs=20)
    settled(qtbot, app)
    assert app.session.snapshot.test.score > 0.95
    assert app.window.regions.column_names is not None
    app.window.pages.setCurrentWidget(app.window.predictions)
    app.window.actions_.undo.trigger()
    app.window.actions_.undo.trigger()
    settled(qtbot, app)
    assert left_out(app) == {"message"}


def test_cancel_shows_what_is(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    pick(qtbot, app.window.data_panel.scale, "None")
    assert app.window.data_panel.scale.value == "none"
    until(qtbot, app.window.reading_bar.isVisible)
    assert "Give up this change" in app.window.reading_bar.cancel.toolTip()
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
    path = tmp_path / "other.fcgui"
    save_project(path, Saved(replace(app.document.project, hidden=read_layers("3 tanh"))))
    tick(qtbot, app, 1)
    assert app.document.waiting
    monkeypatch.setattr(project, "prepare", prepare)
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    box = next(box for box in app.window.findChildren(QMessageBox) if box.isVisible())
    box.button(QMessageBox.StandardButton.Discard).click()
    assert app.window.windowTitle() == "other.fcgui[*] – fcgui" and not app.document.waiting
    slow.go_on.set()
    settled(qtbot, app)
    app.window.actions_.save.trigger()
    until(qtbot, lambda: not app.project_work.saving.busy and not app.window.isWindowModified())
    saved = load_project(path).project
    assert write_layers(saved.hidden) == "3 tanh" and "SepalLengthCm" not in saved.roles.ignored


def test_a_drag_prepares_its_last_value_only_and_is_one_step(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    steps = app.document.undo_stack.count()
    for percent in range(31, 51):
        type_number(qtbot, app.window.data_panel.test_size, str(percent))
    slow.go_on.set()
    settled(qtbot, app)
    assert app.document.project.test_size == 0.5
    assert app.document.undo_stack.count() == steps + 1
    assert slow.done == 1 and slow.most_at_once == 1


def test_a_slow_drag_is_one_step_however_long_its_values_take(
    qtbot: QtBot, app: App, slow: SlowPreparing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Values belong together by when they were wished for, not by when their data was ready."""
    clock, steps = Clock(), app.document.undo_stack.count()
    monkeypatch.setattr(document, "monotonic", clock)
    for percent in (35, 40, 45):
        slow.go_on.clear()
        type_number(qtbot, app.window.data_panel.test_size, str(percent))
        clock.now += 60
        slow.go_on.set()
        settled(qtbot, app)
    assert app.document.project.test_size == 0.45
    assert app.document.undo_stack.count() == steps + 1


def test_what_is_wished_for_after_a_refused_edit_is_not_lost(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    sentences: list[str] = []
    app.edits.refused.connect(sentences.append)
    type_number(qtbot, app.window.data_panel.validation_size, "80")
    pick(qtbot, app.window.data_panel.scale, "None")
    app.edits.insert_layer(0, 7)
    slow.go_on.set()
    settled(qtbot, app)
    assert len(sentences) == 1 and "leave no rows for training" in sentences[0]
    now = app.document.project
    assert (now.validation_size, now.scale, now.hidden[0].units) == (0, "none", 7)


def test_a_layer_is_added_to_the_network_that_there_is_then(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    """A refused network is in no later one."""
    tick(qtbot, app, 1)
    app.edits.resize_layer(0, 10**9)
    app.edits.insert_layer(0, 7)
    slow.go_on.set()
    settled(qtbot, app)
    assert write_layers(app.document.project.hidden) == "7 relu, 200 relu, 100 relu, 50 relu"


def test_a_loss_that_does_not_fit_another_output_goes_also_in_its_turn(
    qtbot: QtBot, app: App, slow: SlowPreparing
) -> None:
    app.edits.choose_loss("cce")
    tick(qtbot, app, 1)
    app.edits.choose_output("identity")
    slow.go_on.set()
    settled(qtbot, app)
    assert (app.document.project.output, app.document.project.loss) == ("identity", "auto")


def test_weights_frozen_and_set_meanwhile_leave_what_waits(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    canvas = app.window.canvas
    pick(qtbot, app.window.data_panel.scale, "None")
    canvas.bias_frozen.emit(1, 3, True, 0)
    canvas.weight_edited.emit(1, 0, 0, 0.5, 0)
    slow.go_on.set()
    settled(qtbot, app)
    assert app.document.project.scale == "none"
    assert app.document.project.frozen == (Place(1, BIAS, 3),)
    assert "set the weight in a moment" in app.window.statusBar().currentMessage()  # it would be of another network


def test_what_waits_is_unsaved_and_saved_when_the_window_closes(
    qtbot: QtBot, app: App, slow: SlowPreparing, tmp_path: Path
) -> None:
    path = tmp_path / "work.fcgui"
    app.project_work.saving.save_to(path)
    until(qtbot, lambda: app.project_work.saving.path == path)
    tick(qtbot, app, 1)
    assert app.window.isWindowModified()
    app.window.close()
    box = next(box for box in app.window.findChildren(QMessageBox) if box.isVisible())
    box.button(QMessageBox.StandardButton.Save).click()
    assert app.window.isVisible()
    slow.go_on.set()
    until(qtbot, lambda: not app.window.isVisible())
    saved = load_project(path).project
    assert saved.roles is not None and "SepalLengthCm" in saved.roles.ignored


def test_saving_goes_on_when_what_waits_is_given_up(
    qtbot: QtBot, app: App, slow: SlowPreparing, tmp_path: Path
) -> None:
    path = tmp_path / "work.fcgui"
    tick(qtbot, app, 1)
    app.project_work.saving.save_to(path)
    until(qtbot, app.window.reading_bar.isVisible)
    qtbot.mouseClick(app.window.reading_bar.cancel, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: app.project_work.saving.path == path)
    slow.go_on.set()
    saved = load_project(path).project
    assert saved.roles is not None and "SepalLengthCm" not in saved.roles.ignored
    assert not app.window.isWindowModified()


def many_shares(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    """Six steps, more than results are kept; the first ones have to be prepared anew."""
    slow.go_on.set()
    for percent in (35, 40, 45, 50, 55, 60):
        app.document.end_merging()
        type_number(qtbot, app.window.data_panel.test_size, str(percent))
        settled(qtbot, app)


def test_undo_and_redo_prepare_beside_the_window(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    many_shares(qtbot, app, slow)
    done, stack = slow.done, app.document.undo_stack
    seen = []
    for action in (app.window.actions_.undo, app.window.actions_.redo):
        for _ in range(5):
            action.trigger()
            settled(qtbot, app)
            seen.append((stack.index(), app.document.project.test_size))
    assert seen == [
        (5, 0.55), (4, 0.5), (3, 0.45), (2, 0.4), (1, 0.35), (2, 0.4), (3, 0.45), (4, 0.5), (5, 0.55), (6, 0.6),
    ]  # fmt: skip
    assert slow.done > done and threading.get_ident() not in slow.threads


def test_undo_pressed_again_and_again_goes_straight_to_the_end(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    many_shares(qtbot, app, slow)
    for _ in range(3):
        app.window.actions_.undo.trigger()  # these are kept
    shown: list[object] = []
    app.document.changed.connect(lambda old, new: shown.append(new.test_size))
    done = slow.done
    slow.go_on.clear()
    for _ in range(3):
        app.window.actions_.undo.trigger()
    app.window.actions_.redo.trigger()
    assert app.document.project.test_size == 0.45
    slow.go_on.set()
    settled(qtbot, app)
    assert (shown, app.document.undo_stack.index()) == ([0.35], 1)
    assert slow.done == done + 1


def test_cancel_and_the_history_list_agree_about_where_undo_is(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    many_shares(qtbot, app, slow)
    app.window.actions_.history.trigger()
    window = app.window.findChild(HistoryWindow)
    assert isinstance(window, HistoryWindow)
    steps = window.steps
    slow.go_on.clear()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualItemRect(steps.item(1)).center())
    assert app.document.waiting and app.document.undo_stack.index() == 6
    until(qtbot, app.window.reading_bar.isVisible)
    qtbot.mouseClick(app.window.reading_bar.cancel, Qt.MouseButton.LeftButton)
    assert (steps.currentRow(), app.document.undo_stack.index(), app.document.project.test_size) == (6, 6, 0.6)
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualItemRect(steps.item(1)).center())
    slow.go_on.set()
    settled(qtbot, app)
    assert (steps.currentRow(), app.document.undo_stack.index(), app.document.project.test_size) == (1, 1, 0.35)
    window.close()


def test_an_edit_after_an_undo_that_waits_is_made_to_what_it_brings_back(
    qtbot: QtBot, app: App, slow: SlowPreparing
) -> None:
    many_shares(qtbot, app, slow)
    slow.go_on.clear()
    app.document.go_to(1)
    pick(qtbot, app.window.data_panel.scale, "None")
    slow.go_on.set()
    settled(qtbot, app)
    assert (app.document.project.test_size, app.document.project.scale) == (0.35, "none")
    assert app.document.undo_stack.index() == app.document.undo_stack.count() == 2


def test_cancel_ends_the_preparation_before_the_next_one_begins(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    for _ in range(3):
        tick(qtbot, app, 1)
        app.table_work.preparing.cancel()
    tick(qtbot, app, 2)
    slow.go_on.set()
    settled(qtbot, app)
    assert left_out(app) == {"Id", "SepalWidthCm"}
    assert slow.done == 1 and slow.most_at_once == 1


def test_what_is_looked_at_is_made_with_the_data(qtbot: QtBot, app: App, slow: SlowPreparing) -> None:
    """Also the columns that nothing but derived inputs are made of, and the ranges of all."""
    slow.go_on.set()
    app.edits.use_derived(Derived("square", ("SepalLengthCm",)), True)
    tick(qtbot, app, 1)
    settled(qtbot, app)
    made = project.prepare_data(replace(app.document.project, split_seed=5))
    assert isinstance(made, PreparedData)
    assert "ranges" in vars(made) and "seen" in vars(made) and "ranges" in vars(made.seen)
    assert len(made.seen.preparation.feature_names) == made.n_features + 1


def test_a_project_that_is_opened_does_not_come_into_the_file_of_the_one_before(
    qtbot: QtBot, app: App, slow: SlowPreparing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving was asked for while an edit waited; then another project was opened."""
    own, other, before = tmp_path / "own.fcgui", tmp_path / "other.fcgui", app.document.project
    save_project(other, Saved(replace(before, hidden=read_layers("3 tanh"))))
    tick(qtbot, app, 1)
    app.project_work.saving.save_to(own)
    monkeypatch.setattr(project, "prepare", prepare)
    app.files.open(other)
    until(qtbot, lambda: not app.files.busy)
    slow.go_on.set()
    settled(qtbot, app)
    until(qtbot, lambda: app.window.windowTitle() == "other.fcgui[*] – fcgui")
    rested(qtbot, app)
    saved = load_project(own).project
    assert saved.hidden == before.hidden and "SepalLengthCm" in saved.roles.ignored
    assert app.project_work.saving.path == other


def test_what_is_wished_for_about_the_table_before_is_not_done_to_another(
    qtbot: QtBot, app: App, slow: SlowPreparing
) -> None:
    app.gallery.edits.show_sheet("classification")
    assert app.document.waiting
    tick(qtbot, app, 1)  # of iris, which is still shown
    app.edits.choose_setting("learning_rate", 0.5)
    slow.go_on.set()
    settled(qtbot, app)
    assert left_out(app) == set() and app.document.project.training.learning_rate == 0.5
    slow.go_on.clear()
    app.gallery.edits.show_sheet("regression")
    app.gallery.edits.paint(Dab(np.zeros((1, 2)), "A"), 1)  # a class, where there will be numbers
    slow.go_on.set()
    settled(qtbot, app)
    table = app.document.project.table
    assert table is not None and (table.n_rows, table.names[-1]) == (0, "y")
