"""The bar of a reading: Escape gives it up, and a project, of which no share is known, moves it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fcgui import opening
from fcgui.app import App
from fcgui.predictions import files
from fcgui.project_file import Saved
from tests.fcgui.helpers import until


@pytest.fixture
def slow_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> threading.Event:
    """A project file that takes as long as the test wants."""
    (tmp_path / "work.fcgui").write_bytes(b"")
    go_on, real = threading.Event(), opening.load_project

    def load(path: Path) -> Saved:
        go_on.wait(20)
        return real(path)

    monkeypatch.setattr(opening, "load_project", load)
    return go_on


def test_escape_gives_up_a_project_that_is_read(
    qtbot: QtBot, app: App, slow_project: threading.Event, tmp_path: Path
) -> None:
    bar, before = app.window.reading_bar, app.document.project
    app.files.open(tmp_path / "work.fcgui")
    until(qtbot, bar.isVisible)
    assert "work.fcgui" in bar.name.text()
    assert (bar.bar.minimum(), bar.bar.maximum()) == (0, 0)  # it moves: no share is known
    qtbot.keyClick(app.window.run_bar.train, Qt.Key.Key_Escape)
    assert not app.files.busy and not bar.isVisible()
    assert "given up" in app.window.statusBar().currentMessage()
    slow_project.set()
    assert app.document.project is before


def test_cancel_gives_up_what_is_shown_and_then_the_other(
    qtbot: QtBot, app: App, slow_project: threading.Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is read, and another whose rows are to be predicted: each has its own bar and its own Cancel."""
    reading, bar = threading.Event(), app.window.reading_bar

    def read(*given: object) -> None:
        reading.wait(20)

    monkeypatch.setattr(files, "open_table", read)
    app.files.open(tmp_path / "work.fcgui")
    until(qtbot, bar.isVisible)
    app.predicting.predict_file(tmp_path / "rows.csv")
    until(qtbot, lambda: "rows.csv" in bar.name.text())
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert not app.predicting.busy and app.files.busy
    assert bar.isVisible() and "work.fcgui" in bar.name.text() and "Give up reading" in bar.cancel.toolTip()
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert not app.files.busy and not bar.isVisible()
    reading.set()
    slow_project.set()


def test_escape_keeps_its_other_meanings_while_nothing_is_read(qtbot: QtBot, app: App) -> None:
    edit = app.window.data_panel.test_size.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "77")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "30"
    assert app.document.project.test_size == 0.3
