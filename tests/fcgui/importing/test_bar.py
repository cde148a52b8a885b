"""The bar of a reading: Escape gives it up, and a project, of which no share is known, moves it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fcgui import opening
from fcgui.app import App
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


def test_escape_keeps_its_other_meanings_while_nothing_is_read(qtbot: QtBot, app: App) -> None:
    edit = app.window.data_panel.test_size.lineEdit()
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "77")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "30"
    assert app.document.project.test_size == 0.3
