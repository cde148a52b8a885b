"""A file to be predicted is read as any other: with a bar, Cancel, and the offer to leave odd rows out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.dialogs.reading import ReadingDialog
from fcgui.predictions import files
from fcgui_core.errors import Cancelled
from fcgui_core.read_options import ReadOptions
from fcgui_core.table import Table
from tests.fcgui.helpers import until
from tests.fcgui.test_window import pick

LEFT = Qt.MouseButton.LeftButton
FLOWERS = "SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm\n"
RAGGED = FLOWERS + "5.1,3.5,1.4,0.2\n6.9,3.1\n6.9,3.1,5.4,2.1\n"
REAL = files.open_table


@pytest.fixture
def ragged(tmp_path: Path) -> Path:
    path = tmp_path / "ragged.csv"
    path.write_text(RAGGED)
    return path


def question(qtbot: QtBot, app: App) -> QMessageBox:
    """The question that comes when the file has been read."""

    def boxes() -> list[QMessageBox]:
        return [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]

    until(qtbot, lambda: len(boxes()) == 1)
    return boxes()[0]


def press(qtbot: QtBot, box: QMessageBox, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, LEFT)


def test_odd_rows_are_left_out_when_that_is_wanted(qtbot: QtBot, app: App, ragged: Path) -> None:
    app.predicting.predict_file(str(ragged))
    box = question(qtbot, app)
    assert "1 row" in box.text() and "ragged.csv" in box.text() and "line 3" in box.informativeText()
    assert app.window.predictions.file is None and not app.window.reading_bar.isVisible()
    press(qtbot, box, "leaveOut")
    page = app.window.predictions
    until(qtbot, lambda: page.file is not None and not page.busy)
    assert page.file is not None and page.file.n_rows == 2
    assert page.model.rowCount() == 2
    assert [row.line for row in page.file.left_out] == [3]
    assert "line 3" in page.notes.text() and page.notes.isVisible()


def test_a_ragged_file_can_be_read_otherwise(qtbot: QtBot, app: App, ragged: Path) -> None:
    before = app.document.project
    app.predicting.predict_file(str(ragged))
    press(qtbot, question(qtbot, app), "options")
    (dialog,) = app.window.findChildren(ReadingDialog)
    until(qtbot, lambda: not dialog.busy)
    assert dialog.form.choices["ragged"].currentText() == "ask what to do"
    pick(qtbot, dialog.form.choices["ragged"], "leave out and list")
    qtbot.mouseClick(dialog.read, LEFT)
    page = app.window.predictions
    until(qtbot, lambda: page.file is not None and not page.busy)
    assert page.file is not None and page.file.n_rows == 2
    assert app.document.project is before  # the table that is learned from is another


def test_a_ragged_file_that_is_not_wanted_is_not_shown(qtbot: QtBot, app: App, ragged: Path) -> None:
    app.predicting.predict_file(str(ragged))
    qtbot.keyClick(question(qtbot, app), Qt.Key.Key_Escape)
    assert app.window.predictions.file is None and not app.predicting.busy


class Slow:
    """Stands in for reading a large file: a fifth of it is read, then it waits to be let go or cancelled."""

    def __init__(self) -> None:
        self.go_on, self.was_cancelled = threading.Event(), threading.Event()

    def __call__(
        self, path: Path, options: ReadOptions, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Table:
        progress(0.2)
        while not self.go_on.wait(0.01):
            if cancelled():
                self.was_cancelled.set()
                raise Cancelled("reading was cancelled.")
        return REAL(path, options, progress, cancelled)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Slow:
    (tmp_path / "new.csv").write_text(FLOWERS + "5.1,3.5,1.4,0.2\n6.9,3.1,5.4,2.1\n")
    reading = Slow()
    monkeypatch.setattr(files, "open_table", reading)
    return reading


def test_reading_shows_how_far_it_is(qtbot: QtBot, app: App, slow: Slow, tmp_path: Path) -> None:
    bar = app.window.reading_bar
    app.predicting.predict_file(str(tmp_path / "new.csv"))
    until(qtbot, bar.isVisible)
    assert "new.csv" in bar.name.text() and bar.bar.value() == 20
    slow.go_on.set()
    until(qtbot, lambda: app.window.predictions.file is not None)
    assert not bar.isVisible()
    until(qtbot, lambda: not app.window.predictions.busy)


@pytest.mark.parametrize("key", [False, True])
def test_it_is_given_up_by_mouse_and_by_escape(qtbot: QtBot, app: App, slow: Slow, tmp_path: Path, key: bool) -> None:
    bar = app.window.reading_bar
    app.predicting.predict_file(str(tmp_path / "new.csv"))
    until(qtbot, bar.isVisible)
    if key:
        qtbot.keyClick(app.window.run_bar.train, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(bar.cancel, LEFT)
    assert not app.predicting.busy and not bar.isVisible()
    assert "given up" in app.window.statusBar().currentMessage()
    until(qtbot, slow.was_cancelled.is_set)
    assert app.window.predictions.file is None
    assert not [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
