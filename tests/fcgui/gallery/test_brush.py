"""Points painted on the regions with the mouse and the keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.gallery.brush import Brush
from fcgui.gallery.entries import entries
from fcgui_core.synthetic import points_of
from fcgui_core.table import Table
from tests.fcgui.helpers import rested, until

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def choose(qtbot: QtBot, app: App, kind: str, name: str) -> Brush:
    app.gallery.choose(next(entry for entry in entries() if (entry.kind, entry.name) == (kind, name)))
    rested(qtbot, app)
    brush = app.gallery.brush
    assert brush is not None
    brush.start()
    app.window.regions.picture.repaint()
    app.window.regions.picture.grab()
    return brush


def table(app: App) -> Table:
    present = app.document.project.table
    assert present is not None
    return present


def stroke(qtbot: QtBot, app: App, path: list[tuple[float, float]], button: Qt.MouseButton = LEFT) -> None:
    """Press at the first place (in data units), move along the others, let go."""
    picture = app.window.regions.picture
    picture.grab()
    axes = app.window.regions.axes
    assert axes is not None
    for at, (x, y) in enumerate(path):
        kind = QEvent.Type.MouseButtonPress if at == 0 else QEvent.Type.MouseMove
        _send(picture, kind, QPointF(float(axes.px(x)), float(axes.py(y))), button)
    _send(picture, QEvent.Type.MouseButtonRelease, QPointF(float(axes.px(x)), float(axes.py(y))), button)
    rested(qtbot, app)


def _send(picture: object, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    event = QMouseEvent(kind, at, picture.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)  # type: ignore[attr-defined]  # the regions have one
    QApplication.sendEvent(picture, event)  # type: ignore[arg-type]  # a widget


def test_two_strokes_on_an_empty_sheet_make_a_problem_to_learn(qtbot: QtBot, app: App) -> None:
    brush = choose(qtbot, app, "sheet", "classification")
    assert table(app).n_rows == 0 and app.document.project.spec is None
    stroke(qtbot, app, [(-3, -3), (-2, -3), (-2, -2)])
    assert set(table(app).column("class").counts) == {"A"}
    X, _ = points_of(table(app))
    assert ((X > -4) & (X < -1)).all()
    qtbot.keyClick(app.window.regions.picture, Qt.Key.Key_2)
    assert brush.bar.target == "B"
    stroke(qtbot, app, [(3, 3), (2, 3)])
    assert set(table(app).column("class").counts) == {"A", "B"}
    assert app.session.snapshot is not None and app.session.snapshot.spec.n_inputs == 2
    qtbot.keyClick(app.window.regions.picture, Qt.Key.Key_3)
    stroke(qtbot, app, [(-3, 3)])
    assert app.document.project.spec is not None and app.document.project.spec.n_outputs == 3


def test_each_stroke_is_one_step(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app, "generated", "gauss")
    count, rows = app.document.undo_stack.count(), table(app).n_rows
    stroke(qtbot, app, [(-5, 5), (-4, 5), (-3, 5), (-2, 5), (-1, 5)])
    assert app.document.undo_stack.count() == count + 1
    first = table(app).n_rows
    assert first > rows + 8
    stroke(qtbot, app, [(5, -5), (4, -5)])
    assert app.document.undo_stack.count() == count + 2
    app.window.actions_.undo.trigger()
    assert table(app).n_rows == first
    app.window.actions_.undo.trigger()
    assert table(app).n_rows == rows and table(app).name == "gauss"
    rested(qtbot, app)


def test_points_come_while_the_stroke_goes_on(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app, "generated", "gauss")
    rows, count = table(app).n_rows, app.document.undo_stack.count()
    picture, axes = app.window.regions.picture, app.window.regions.axes
    assert axes is not None
    for step in range(3):
        kind = QEvent.Type.MouseMove if step else QEvent.Type.MouseButtonPress
        _send(picture, kind, QPointF(float(axes.px(step - 5)), float(axes.py(5))), LEFT)
        until(qtbot, lambda before=rows: table(app).n_rows > before)  # type: ignore[misc]  # bound at once
        rows = table(app).n_rows
    _send(picture, QEvent.Type.MouseButtonRelease, QPointF(float(axes.px(-3)), float(axes.py(5))), LEFT)
    assert app.document.undo_stack.count() == count + 1
    rested(qtbot, app)


def test_undo_during_a_stroke_drops_what_waits(qtbot: QtBot, app: App) -> None:
    """The sheet below may be one of numbers, where a class means nothing."""
    choose(qtbot, app, "sheet", "regression")
    brush = choose(qtbot, app, "sheet", "classification")
    picture, axes = app.window.regions.picture, app.window.regions.axes
    assert axes is not None and brush.bar.target == "A"
    middle = QPointF(float(axes.px(0)), float(axes.py(0)))
    _send(picture, QEvent.Type.MouseButtonPress, middle, LEFT)
    app.window.actions_.undo.trigger()
    assert table(app).columns[-1].is_number
    _send(picture, QEvent.Type.MouseMove, middle + QPointF(40, 0), LEFT)
    _send(picture, QEvent.Type.MouseButtonRelease, middle + QPointF(40, 0), LEFT)
    rested(qtbot, app)
    assert table(app).n_rows == 0


def test_the_right_button_and_the_eraser_erase(qtbot: QtBot, app: App) -> None:
    brush = choose(qtbot, app, "generated", "gauss")
    brush.bar.reach.setValue(20)
    before = table(app).n_rows
    stroke(qtbot, app, [(2, 2)], RIGHT)
    erased = table(app).n_rows
    assert erased < before
    X, _ = points_of(table(app))
    assert (np.hypot(X[:, 0] - 2, X[:, 1] - 2) > 1.8).all()
    qtbot.keyClick(app.window.regions.picture, Qt.Key.Key_E)
    assert brush.bar.erases
    stroke(qtbot, app, [(-2, -2)])
    assert table(app).n_rows < erased


def test_painting_keeps_the_training_going(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app, "generated", "gauss")
    app.session.run()
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.epoch > 2)
    epoch = app.session.snapshot.epoch if app.session.snapshot else 0
    picture, axes = app.window.regions.picture, app.window.regions.axes
    assert axes is not None
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        _send(picture, kind, QPointF(float(axes.px(-5)), float(axes.py(5))), LEFT)
    assert app.session.running
    until(qtbot, lambda: app.session.snapshot is not None and app.session.snapshot.epoch > epoch + 2)
    app.session.pause()
    rested(qtbot, app)


def test_values_are_painted_with_the_slider(qtbot: QtBot, app: App) -> None:
    brush = choose(qtbot, app, "sheet", "regression")
    assert brush.bar.value.isVisible()
    brush.bar.value.setValue(-7)
    stroke(qtbot, app, [(0, 0), (1, 0)])
    brush.bar.value.setValue(5)
    stroke(qtbot, app, [(3, 3), (4, 3)])
    assert set(points_of(table(app))[1].tolist()) == {-0.7, 0.5}
    assert app.document.project.data is not None


def test_over_a_single_input_the_height_is_the_value(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app, "generated", "sine")
    rows = table(app).n_rows
    stroke(qtbot, app, [(1, 0), (2, 0)])
    X, y = points_of(table(app))
    assert len(X) > rows and (np.abs(y[rows:]) < 0.5).all()
    before = len(X)
    stroke(qtbot, app, [(1.5, 0)], RIGHT)
    assert table(app).n_rows < before


def test_the_keyboard_paints_too(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app, "sheet", "classification")
    picture = app.window.regions.picture
    qtbot.keyClick(picture, Qt.Key.Key_Right)
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert table(app).n_rows > 0
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert not app.gallery.brush.active  # type: ignore[union-attr]  # there is one
    rested(qtbot, app)


def test_painting_on_a_table_of_measurements_opens_a_sheet_of_its_own(qtbot: QtBot, app: App) -> None:
    brush = app.gallery.brush
    assert brush is not None and not brush.possible
    qtbot.mouseClick(brush.toggle, LEFT)
    assert table(app).n_rows == 0 and brush.active
    app.window.actions_.undo.trigger()
    rested(qtbot, app)
    assert table(app).name == "iris" and not brush.active


def test_with_the_axes_exchanged_the_points_land_where_they_are_painted(qtbot: QtBot, app: App) -> None:
    choose(qtbot, app, "generated", "gauss")
    app.window.regions.choose_columns(1, 0)
    rows = table(app).n_rows
    stroke(qtbot, app, [(4, -4)])
    X, _ = points_of(table(app))
    assert (X[rows:, 0] < -2).all() and (X[rows:, 1] > 2).all()
    stroke(qtbot, app, [(4, -4)], RIGHT)
    assert table(app).n_rows < len(X)
