"""The data gallery, and the controls of a generated set, by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.bundled import find_datasets
from fcgui.gallery import making, writing
from fcgui.gallery.dialog import Gallery
from fcgui.gallery.entries import entries
from fcgui.panels.data import GALLERY
from fcgui_core.read_csv import read_table
from fcgui_core.synthetic import SETS, Recipe, points_of
from tests.fcgui.helpers import problem, rested, train, until
from tests.fcgui.test_window import type_number


def gallery(qtbot: QtBot, app: App) -> Gallery:
    app.window.actions_.gallery.trigger()
    dialog = app.gallery.dialog
    assert dialog is not None
    qtbot.waitExposed(dialog)
    return dialog


def click(qtbot: QtBot, dialog: Gallery, kind: str, name: str) -> None:
    """Click the tile of an entry."""
    index = dialog.model.index(dialog.model.row_of(kind, name))
    dialog.list.scrollTo(index)
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualRect(index).center())


def recipe(app: App) -> Recipe:
    table = app.document.project.table
    assert table is not None and table.recipe is not None
    return table.recipe


def open_set(qtbot: QtBot, app: App, name: str) -> Gallery:
    dialog = gallery(qtbot, app)
    click(qtbot, dialog, "generated", name)
    rested(qtbot, app)
    return dialog


# --- the dialog ---


def test_pictures_come_while_nothing_is_found(qtbot: QtBot, app: App) -> None:
    dialog = gallery(qtbot, app)
    qtbot.keyClicks(dialog.search, "no such set")
    assert dialog.model.rowCount() == 0
    bundled = [entry for entry in entries() if entry.kind == "bundled"]
    until(qtbot, lambda: all(dialog.model.sketch(entry) for entry in bundled))  # Qt warns of rows that are not there


def test_it_shows_every_table_and_set_with_its_picture(qtbot: QtBot, app: App) -> None:
    dialog = gallery(qtbot, app)
    assert dialog.model.rowCount() == 2 + len(SETS) + len(find_datasets())
    bundled = [entry for entry in entries() if entry.kind == "bundled"]
    until(qtbot, lambda: all(dialog.model.sketch(entry) for entry in bundled))
    for at in range(dialog.model.rowCount()):
        entry = dialog.model.entry(dialog.model.index(at))
        assert entry.kind == "sheet" or dialog.model.sketch(entry) is not None
        assert entry.title and entry.description
        assert bool(entry.source) == (entry.kind == "bundled")


def test_the_key_opens_it_and_escape_closes_it(qtbot: QtBot, app: App) -> None:
    assert app.window.actions_.gallery.shortcut() == QKeySequence("Ctrl+G")
    dialog = gallery(qtbot, app)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert app.gallery.dialog is None


def test_the_list_of_tables_leads_to_it(qtbot: QtBot, app: App) -> None:
    source = app.window.data_panel.source
    source.setCurrentIndex(source.findData(GALLERY))
    source.activated.emit(source.currentIndex())
    assert app.gallery.dialog is not None
    assert source.value == "iris"


def test_a_click_shows_a_set_and_undo_brings_the_table_back(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "spiral")
    assert recipe(app) == Recipe("spiral")
    assert app.window.data_panel.source.currentText() == "Spiral"
    assert app.window.windowTitle().startswith("spiral")
    assert app.session.snapshot is not None and app.session.snapshot.spec.n_inputs == 2
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert app.window.data_panel.source.value == "iris"
    assert not app.document.undo_stack.canUndo()


def test_a_bundled_table_is_a_click_away_too(qtbot: QtBot, app: App) -> None:
    click(qtbot, gallery(qtbot, app), "bundled", "wine")
    rested(qtbot, app)
    assert app.window.data_panel.source.value == "wine"


def test_words_find_sets_and_return_chooses(qtbot: QtBot, app: App) -> None:
    dialog = gallery(qtbot, app)
    dialog.search.setFocus()
    qtbot.keyClicks(dialog.search, "wind around")
    assert dialog.model.rowCount() == 1
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    rested(qtbot, app)
    assert recipe(app).name == "spiral"


def test_nothing_found_says_so(qtbot: QtBot, app: App) -> None:
    dialog = gallery(qtbot, app)
    qtbot.keyClicks(dialog.search, "no such thing")
    assert dialog.model.rowCount() == 0
    assert dialog.nothing.isVisible()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert app.window.data_panel.source.value == "iris"


def test_arrow_keys_walk_over_the_tiles(qtbot: QtBot, app: App) -> None:
    dialog = gallery(qtbot, app)
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.row_of("generated", "circle")))
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    rested(qtbot, app)
    assert recipe(app).name == "xor"


@pytest.mark.parametrize(("group", "kinds"), [("regression", {"regression"}), ("classification", {"classification"})])
def test_groups(qtbot: QtBot, app: App, group: str, kinds: set[str]) -> None:
    dialog = gallery(qtbot, app)
    button = next(button for button in dialog.groups.buttons() if button.property("group") == group)
    button.click()
    assert {dialog.model.entry(dialog.model.index(at)).task for at in range(dialog.model.rowCount())} == kinds


def test_every_control_has_a_name_and_a_tooltip(qtbot: QtBot, app: App) -> None:
    dialog = open_set(qtbot, app, "rings")
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in (*dialog.findChildren(QWidget), *app.window.findChildren(QSlider))
        if isinstance(widget, QAbstractButton | QComboBox | QSlider)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() and widget.toolTip())
    ]
    assert nameless == []


# --- the numbers of a set ---


def test_dragging_the_noise_is_one_step_and_keeps_the_weights(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "gauss")
    train(qtbot, app, epochs=2)
    before = app.session.snapshot
    count = app.document.undo_stack.count()
    slider = app.window.data_panel.recipe.noise.slider
    slider.setFocus()
    for _ in range(5):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    rested(qtbot, app)
    assert recipe(app).noise == 0.25
    assert app.document.undo_stack.count() == count + 1
    after = app.session.snapshot
    assert before is not None and after is not None
    assert np.array_equal(before.parameters, after.parameters) and after.epoch == 2
    app.window.actions_.undo.trigger()
    assert recipe(app).noise == 0
    rested(qtbot, app)


def test_the_gallerys_controls_show_the_same(qtbot: QtBot, app: App) -> None:
    dialog = open_set(qtbot, app, "rings")
    type_number(qtbot, dialog.controls.classes, "5")
    assert recipe(app).classes == 5
    panel = app.window.data_panel.recipe
    assert panel.classes.value == 5
    type_number(qtbot, panel.points, "900")
    assert dialog.controls.points.value == 900
    rested(qtbot, app)
    assert app.document.project.table is not None and app.document.project.table.n_rows == 900


def test_regenerate_draws_other_points(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "xor")
    table = app.document.project.table
    assert table is not None
    app.window.data_panel.recipe.regenerate.click()
    assert recipe(app).seed == 1
    other = app.document.project.table
    assert other is not None and not np.array_equal(points_of(table)[0], points_of(other)[0])
    rested(qtbot, app)


def test_the_test_share_is_a_slider(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "xor")
    slider = app.window.data_panel.recipe.test.slider
    assert slider.value() == 30
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert app.document.project.test_size == 0.35
    rested(qtbot, app)


def test_a_wrong_number_is_refused_in_a_sentence(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "xor")
    type_number(qtbot, app.window.data_panel.recipe.points, "5")
    assert recipe(app).points == 500
    assert "Points" in app.window.statusBar().currentMessage()


def test_many_points_are_made_beside_the_window(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "xor")
    type_number(qtbot, app.window.data_panel.recipe.points, "30000")
    assert app.gallery.making.busy
    until(qtbot, lambda: not app.gallery.making.busy)
    assert recipe(app).points == 30_000
    rested(qtbot, app)


def test_a_table_chosen_while_points_are_made_stays(qtbot: QtBot, app: App) -> None:
    dialog = open_set(qtbot, app, "spiral")
    type_number(qtbot, app.window.data_panel.recipe.points, "30000")
    assert app.gallery.making.busy
    click(qtbot, dialog, "bundled", "wine")
    until(qtbot, lambda: not app.gallery.making.busy)
    rested(qtbot, app)
    assert app.document.project.table is not None and app.document.project.table.name == "wine"


def test_of_wishes_that_follow_each_other_the_last_one_is_made(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "xor")
    for points in ("40000", "30000", "20000"):
        type_number(qtbot, app.window.data_panel.recipe.points, points)
    until(qtbot, lambda: not app.gallery.making.busy)
    assert recipe(app).points == 20_000
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert recipe(app).points == 500


def test_the_controls_go_with_the_set(qtbot: QtBot, app: App) -> None:
    panel = app.window.data_panel
    assert not panel.recipe.isVisible()
    open_set(qtbot, app, "xor")
    assert panel.recipe.isVisible() and not panel.recipe.classes_field.isVisible()
    app.files.open_example("wine")
    assert not panel.recipe.isVisible()
    rested(qtbot, app)


# --- the table as CSV ---


def test_the_table_is_exported_and_reads_back_equal(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    open_set(qtbot, app, "rings")
    app.gallery.export_to(str(tmp_path / "rings.csv"))
    until(qtbot, lambda: not app.gallery.writing.busy)
    assert "Exported" in app.window.statusBar().currentMessage()
    table, back = app.document.project.table, read_table(tmp_path / "rings.csv")
    assert table is not None
    assert np.array_equal(points_of(back)[0], points_of(table)[0])


def test_closing_the_window_finishes_a_table_that_is_being_written(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    open_set(qtbot, app, "rings")
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    app.gallery.export_to(str(first))
    app.gallery.export_to(str(second))  # the first one is finished before the second is begun
    app.project_work.close_anyway()
    assert read_table(first).n_rows == read_table(second).n_rows == 500


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.gallery.export_to(str(tmp_path / "no" / "such.csv"))
    until(qtbot, lambda: not app.gallery.writing.busy)
    assert "does not exist" in problem(app)


def test_an_error_that_nobody_foresaw_is_no_success(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise RuntimeError("odd")

    monkeypatch.setattr(writing, "write_table", fail)
    app.gallery.export_to(str(tmp_path / "out.csv"))
    until(qtbot, lambda: not app.gallery.writing.busy)
    assert "could not be written (RuntimeError('odd'))" in problem(app)
    assert "Exported" not in app.window.statusBar().currentMessage()
    monkeypatch.setattr(making, "generate", fail)
    app.gallery.change_recipe(Recipe("spiral", points=30_000))
    until(qtbot, lambda: not app.gallery.making.busy)
    assert "could not be made" in app.window.statusBar().currentMessage()


def test_the_file_that_was_read_is_left_alone(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("a;b\n1;2\n3;4\n5;9\n", encoding="utf-8")
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    told: list[str] = []
    app.gallery.problem.disconnect(app.files.problem)
    app.gallery.problem.connect(told.append)
    app.gallery.export_to(str(path))
    assert "read from" in told[0] and path.read_text(encoding="utf-8").startswith("a;b")
    rested(qtbot, app)


def test_a_tile_far_down_can_be_reached_by_the_wheel_and_clicked(qtbot: QtBot, app: App) -> None:
    dialog = gallery(qtbot, app)
    dialog.list.verticalScrollBar().setValue(dialog.list.verticalScrollBar().maximum())
    last = dialog.model.index(dialog.model.rowCount() - 1)
    assert dialog.list.viewport().rect().contains(dialog.list.visualRect(last).center())
    assert dialog.list.indexAt(dialog.list.visualRect(last).center() + QPoint(1, 1)) == last


def test_another_language_takes_the_gallery_and_the_brush_along(qtbot: QtBot, app: App) -> None:
    open_set(qtbot, app, "xor")
    old = app.gallery.brush
    next(action for action in app.window.actions_.languages.actions() if action.data() == "ru").trigger()
    rested(qtbot, app)
    assert app.gallery.dialog is None and app.gallery.brush is not old
    assert app.window.data_panel.recipe.isVisible()
    app.window.data_panel.recipe.regenerate.click()
    assert recipe(app).seed == 1
    assert app.gallery.brush is not None and app.gallery.brush.possible
    rested(qtbot, app)
