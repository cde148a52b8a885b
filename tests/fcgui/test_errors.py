"""An error that nobody foresaw is told in one sentence, and the program goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fcgui.app import App
from tests.fcgui.helpers import until

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def boxes(app: App) -> list[QMessageBox]:
    return [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]


def accepted(app: App) -> bool:
    """Close the boxes that are shown (a view may have failed twice); whether there are none any more."""
    shown = boxes(app)
    for box in shown:
        box.accept()
    return not shown


def fail(*_: Any) -> Any:
    """An error that C code raises: before Python 3.12 it is no instance of IndexError yet when it leaves here."""
    return ()[0]  # type: ignore[misc]  # the error is what is wanted


def press_right(app: App) -> None:
    """From the loop of events, as Qt does it: through ``sendEvent`` the error would come back to the test."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    QApplication.postEvent(app.window.canvas, event)


@pytest.fixture
def broken(app: App, unexpected_errors: list[str]) -> Iterator[App]:
    yield app
    unexpected_errors.clear()


def test_an_error_while_a_key_is_handled_does_not_end_the_program(
    qtbot: QtBot, broken: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    canvas = broken.window.canvas
    monkeypatch.setattr(canvas.editing, "type_key", fail)
    for _ in range(3):
        press_right(broken)
    until(qtbot, lambda: len(caplog.records) == 3)
    until(qtbot, lambda: bool(boxes(broken)))
    qtbot.wait(1)
    assert len(boxes(broken)) == 1, "the same trouble is told once at a time"
    assert "Something went wrong inside the program" in boxes(broken)[0].text()
    assert "tuple index out of range" in boxes(broken)[0].text()
    boxes(broken)[0].accept()
    press_right(broken)
    until(qtbot, lambda: bool(boxes(broken)))
    monkeypatch.undo()
    boxes(broken)[0].accept()
    press_right(broken)
    until(qtbot, lambda: canvas.selection == 0)


def test_what_fails_to_paint_paints_again(
    qtbot: QtBot, broken: App, monkeypatch: pytest.MonkeyPatch, unexpected_errors: list[str]
) -> None:
    window = broken.window
    for view, owner, name in (
        (window.canvas, window.canvas.stage, "paint"),
        (window.regions.picture, window.regions.picture, "_paint"),
    ):
        monkeypatch.setattr(owner, name, fail)
        view.update()
        until(qtbot, lambda: bool(boxes(broken)))
        monkeypatch.undo()
        until(qtbot, lambda: accepted(broken))
        unexpected_errors.clear()
        view.repaint()
        qtbot.wait(1)
        assert unexpected_errors == [], "no painter of the failed attempt stands in the way"
