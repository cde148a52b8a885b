"""A person's first quarter of an hour, with mouse and keyboard on the real widgets. Run by `test_whole.py`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QThread
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.bundled import find_datasets
from fcgui_core.snapshot import Snapshot
from tests.fcgui.conftest import app as app  # the fixtures
from tests.fcgui.conftest import unexpected_errors as unexpected_errors
from tests.fcgui.helpers import rested, until


def stroke(widget: QWidget, begin: QPoint, end: QPoint) -> None:
    """Press, move in steps, release: a drawn line."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    for share in np.linspace(0.1, 1, 10):
        point = QPointF(begin) + (QPointF(end) - QPointF(begin)) * float(share)
        QApplication.sendEvent(
            widget,
            QMouseEvent(
                QEvent.Type.MouseMove,
                point,
                QPointF(widget.mapToGlobal(point.toPoint())),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def header_x(app: App, name: str) -> int:
    """Where the layer called ``name`` stands in the drawing."""
    layout = app.window.canvas.stage.layout
    assert layout is not None
    return round(layout.columns[int(name.split()[1])].x)


def snapshot(app: App) -> Snapshot:
    assert app.session.snapshot is not None
    return app.session.snapshot


def answer_dialog(qtbot: QtBot, app: App, path: Path) -> None:
    """Paste a path into the file dialog that is open, and press its first button."""
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    name, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert name is not None and buttons is not None
    QApplication.clipboard().setText(str(path))  # typed keys would go to the list of completions
    name.setFocus()
    name.selectAll()
    name.paste()
    accept = next(b for b in buttons.buttons() if buttons.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole)
    until(qtbot, accept.isEnabled)
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: app.window.findChild(QFileDialog) is None)


def choose_in_menu(qtbot: QtBot, label: str) -> None:
    """Choose an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().replace("&", "") == label)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_the_main_job(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    assert QApplication.platformName() == "xcb"
    window, canvas = app.window, app.window.canvas
    assert snapshot(app).spec.sizes == (4, 200, 100, 50, 3)

    # draw a layer: a stroke downwards on free ground between two layers
    before, after = (header_x(app, "hidden 1"), header_x(app, "hidden 2"))
    x, top = (before + after) // 2, canvas.height() // 3
    stroke(canvas, QPoint(x, top), QPoint(x, top + 60))
    until(qtbot, lambda: len(app.document.project.hidden) == 4)
    rested(qtbot, app)
    drawn = app.showing.selected
    assert drawn is not None
    assert 1 <= app.document.project.hidden[drawn].units < 100

    # choose its activation with the keyboard: Return opens the menu
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    until(qtbot, lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    choose_in_menu(qtbot, "Tanh")
    until(qtbot, lambda: app.document.project.hidden[drawn].activation == "tanh")

    # open a table of one's own by the menu's dialog
    source = next(card.path for card in find_datasets() if card.name == "wine")
    own = tmp_path / "own table.csv"
    own.write_bytes(source.read_bytes())
    window.actions_.open.trigger()
    answer_dialog(qtbot, app, own)
    until(qtbot, lambda: app.document.project.table is not None and app.document.project.table.path == own)
    rested(qtbot, app)
    assert snapshot(app).spec.n_outputs == 3
    before = snapshot(app)

    # train, and see the loss fall
    qtbot.mouseClick(window.run_bar.train, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: snapshot(app).epoch >= 30)
    qtbot.mouseClick(window.run_bar.train, Qt.MouseButton.LeftButton)
    rested(qtbot, app)
    trained = snapshot(app)
    assert trained.train.loss < before.train.loss / 2
    assert trained.test is not None
    assert trained.test.score > 0.8

    # take the weights away, and bring them back into another network
    weights = tmp_path / "weights.npz"
    window.actions_.export.trigger()
    answer_dialog(qtbot, app, weights)
    until(qtbot, weights.is_file)
    window.actions_.undo.trigger()  # back to iris
    rested(qtbot, app)
    assert snapshot(app).spec.n_inputs == 4
    window.actions_.redo.trigger()
    rested(qtbot, app)
    window.actions_.load.trigger()
    answer_dialog(qtbot, app, weights)
    until(qtbot, lambda: app.document.project.imported is not None)
    rested(qtbot, app)
    assert np.array_equal(snapshot(app).parameters, trained.parameters)
    assert snapshot(app).test == trained.test

    # quit, without keeping the project
    window.actions_.quit.trigger()
    assert window.isVisible()
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert all(thread.isFinished() for thread in app.session.findChildren(QThread))
