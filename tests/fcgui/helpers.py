"""What tests of the window share: an application with its window, and waiting for the training thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from fcgui.app import App

PATIENCE_MS = 20_000  # a bound for a slow machine; tests go on as soon as what they wait for is there


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Let the window run until ``condition`` holds."""
    qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def rested(qtbot: QtBot, app: App) -> None:
    """Wait until the worker has answered everything and its last frame is shown."""
    until(qtbot, lambda: not app.session.running and not app.session.expecting)


def train(qtbot: QtBot, app: App, epochs: int) -> None:
    """Train for some epochs and wait for their end."""
    rested(qtbot, app)
    app.session.run(epochs=epochs)
    rested(qtbot, app)


def problem(app: App) -> str:
    """The sentence of the message box that is open; closes it."""
    boxes = [box for box in app.window.findChildren(QMessageBox) if box.isVisible()]
    assert len(boxes) == 1
    sentence = boxes[0].text()
    boxes[0].button(QMessageBox.StandardButton.Ok).click()
    return sentence


def drop(window: QWidget, path: Path, place: QPoint) -> None:
    """Drag a file from the desktop and let it go at a place of a window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, how, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), how, mime, left, none))
