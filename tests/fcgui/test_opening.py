"""Opening files in the window: progress, Cancel, rows of another width; by mouse and keyboard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from fcgui import opening
from fcgui.app import App
from fcgui.project import Project
from fcgui_core.errors import Cancelled
from fcgui_core.read_options import ReadOptions
from fcgui_core.table import Table
from tests.fcgui.helpers import rested, until

RAGGED = "a,b,c\n1,2,x\n3,4\n5,6,y\n7,8,x\n9,10,y,z\n"


class SlowReading:
    """Stands in for reading a large file: goes on until it is let go or cancelled."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.was_cancelled = threading.Event()

    def __call__(
        self, path: Path, options: ReadOptions, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Table:
        progress(0.25)
        while not self.go_on.wait(0.01):
            if cancelled():
                self.was_cancelled.set()
                raise Cancelled("reading was cancelled.")
        return REAL(path, options, progress, cancelled)


REAL = opening.open_table


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowReading:
    reading = SlowReading()
    monkeypatch.setattr(opening, "open_table", reading)
    return reading


def big(tmp_path: Path) -> Path:
    path = tmp_path / "big.csv"
    path.write_text("a,b,c\n" + "1,2,x\n3,4,y\n" * 30)
    return path


def test_reading_shows_how_far_it_is_and_ends(qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path) -> None:
    bar = app.window.reading_bar
    assert not bar.isVisible()
    app.files.open(big(tmp_path))
    until(qtbot, bar.isVisible)
    assert "big.csv" in bar.name.text()
    assert bar.bar.value() == 25
    slow.go_on.set()
    until(qtbot, lambda: not app.files.busy)
    assert not bar.isVisible()
    assert app.document.project.table is not None and app.document.project.table.name == "big"
    rested(qtbot, app)


def test_cancel_by_mouse_keeps_what_was_there(qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path) -> None:
    before = app.document.project
    app.files.open(big(tmp_path))
    until(qtbot, app.window.reading_bar.isVisible)
    qtbot.mouseClick(app.window.reading_bar.cancel, Qt.MouseButton.LeftButton)
    assert not app.files.busy and not app.window.reading_bar.isVisible()
    assert "given up" in app.window.statusBar().currentMessage()
    until(qtbot, slow.was_cancelled.is_set)
    assert app.document.project is before
    slow.go_on.set()
    app.files.open(big(tmp_path))
    until(qtbot, lambda: not app.files.busy)
    assert app.document.project is not before
    rested(qtbot, app)


def test_cancel_ends_the_preparing_of_a_table_that_has_been_read(
    qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    was_cancelled = threading.Event()

    def prepare_slowly(project: Project, cancelled: Callable[[], bool]) -> None:
        while not cancelled():
            was_cancelled.wait(0.01)
        was_cancelled.set()
        raise Cancelled("preparing was cancelled.")

    monkeypatch.setattr(opening, "prepare_data", prepare_slowly)
    before, bar = app.document.project, app.window.reading_bar
    app.files.open(big(tmp_path))
    until(qtbot, lambda: bar.isVisible() and bar.bar.value() == 100)
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert not app.files.busy and not bar.isVisible()
    until(qtbot, was_cancelled.is_set)
    rested(qtbot, app)
    assert app.document.project is before


def test_cancel_by_keyboard(qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path) -> None:
    app.files.open(big(tmp_path))
    until(qtbot, app.window.reading_bar.isVisible)
    app.window.reading_bar.cancel.setFocus()
    qtbot.keyClick(app.window.reading_bar.cancel, Qt.Key.Key_Space)
    until(qtbot, slow.was_cancelled.is_set)
    assert not app.files.busy


def test_another_file_takes_the_place_of_the_one_that_is_read(
    qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("p,q,r\n" + "1,2,x\n3,4,y\n" * 20)
    app.files.open(big(tmp_path))
    until(qtbot, app.window.reading_bar.isVisible)
    app.files.open(other)
    until(qtbot, slow.was_cancelled.is_set)
    slow.go_on.set()
    until(qtbot, lambda: not app.files.busy)
    assert app.document.project.table is not None and app.document.project.table.name == "other"
    rested(qtbot, app)


def question(app: App) -> QMessageBox:
    (box,) = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    return box


def test_rows_of_another_width_are_named_and_left_out_when_that_is_wanted(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    path = tmp_path / "ragged.csv"
    path.write_text(RAGGED)
    before = app.document.project
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    box = question(app)
    assert "2 row" in box.text() and "ragged.csv" in box.text()
    assert "line 3" in box.informativeText() and "line 6" in box.informativeText()
    assert app.document.project is before
    button = box.findChild(QPushButton, "leaveOut")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: app.document.project is not before)
    table = app.document.project.table
    assert table is not None and table.n_rows == 3
    assert [row.line for row in table.left_out] == [3, 6]
    rested(qtbot, app)


def test_of_very_many_odd_rows_it_is_told_that_there_are_at_least_so_many(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    """Reading stops at the thousandth: whether they are wanted is known by then."""
    path = tmp_path / "ragged.csv"
    path.write_text("a,b,c\n" + "1,2,3\n4,5,6\n7,8\n" * 2_000)
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    box = question(app)
    assert box.text() == "At least 1000 rows of ragged.csv are not like the others."
    button = box.findChild(QPushButton, "leaveOut")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: app.document.project.table is not None and app.document.project.table.n_rows == 4_000)
    table = app.document.project.table
    assert table is not None and table.n_left_out == len(table.left_out) == 2_000
    rested(qtbot, app)


def test_a_ragged_file_that_is_not_wanted_changes_nothing(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "ragged.csv"
    path.write_text(RAGGED)
    before = app.document.project
    app.files.open(path)
    until(qtbot, lambda: not app.files.busy)
    qtbot.keyClick(question(app), Qt.Key.Key_Escape)
    assert app.document.project is before and not app.files.busy


def test_closing_the_window_ends_reading(qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path) -> None:
    app.files.open(big(tmp_path))
    until(qtbot, app.window.reading_bar.isVisible)
    app.project_work.close_anyway()
    assert slow.was_cancelled.is_set()


def test_the_last_choice_is_shown(qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path) -> None:
    """A file that takes long to read does not take the place of what was chosen after it."""
    app.files.open(big(tmp_path))
    until(qtbot, app.window.reading_bar.isVisible)
    app.files.open_example("wine")
    until(qtbot, slow.was_cancelled.is_set)
    assert not app.files.busy and not app.window.reading_bar.isVisible()
    rested(qtbot, app)
    assert app.document.project.table is not None and app.document.project.table.name == "wine"


def test_a_table_read_again_does_not_take_the_place_of_another(
    qtbot: QtBot, app: App, slow: SlowReading, tmp_path: Path
) -> None:
    slow.go_on.set()
    app.files.open(big(tmp_path))
    until(qtbot, lambda: not app.files.busy)
    slow.go_on.clear()
    app.files.open_as(big(tmp_path), ReadOptions(delimiter=";"))
    app.window.actions_.undo.trigger()
    slow.go_on.set()
    until(qtbot, lambda: not app.files.busy)
    rested(qtbot, app)
    assert app.document.project.table is not None and app.document.project.table.name == "iris"
