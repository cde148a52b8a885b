"""What changes nothing: zoom by keys, values beside the pointer, what gestures paint, refusals in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fcgui.canvas.overlay import Overlay
from fcgui.theme import LIGHT
from tests.fcgui.canvas.cases import IRIS, LEFT, Owner, edge_of, network, snapshot

Make = Callable[..., Owner]
Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Painted(QObject):
    """Keeps what was painted of a widget since it was asked last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.region = QRegion()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def pixel(o: Owner, at: QPoint) -> QColor:
    return o.canvas.grab().toImage().pixelColor(at)


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_Equal])
def test_zoom_and_fit_by_keys(owner: Make, key: Key) -> None:
    o = owner(IRIS)
    shown = len(o.canvas.stage.layout.columns[1].shown)
    o.key(key, Modifier.ControlModifier)
    o.key(key, Modifier.ControlModifier)
    assert len(o.canvas.stage.layout.columns[1].shown) > shown
    o.key(Key.Key_Minus, Modifier.ControlModifier)
    o.key(Key.Key_F)
    assert len(o.canvas.stage.layout.columns[1].shown) == shown and o.heard == []


def test_the_value_stands_beside_the_pointer_and_follows_the_training(owner: Make, qtbot: QtBot) -> None:
    o = owner(network(3))
    first, second = snapshot(o.spec, "running"), snapshot(o.spec, "running", seed=1)
    o.canvas.show_snapshot(first)
    _, _, at = edge_of(o, 0)
    o.point(at.toPoint())
    box = Overlay(o.canvas.stage.live, LIGHT).value_box(at, "0.000").toRect()
    inside = box.topLeft() + QPoint(4, 4)
    assert pixel(o, inside) == QColor(LIGHT.raised)
    painted = Painted(o.canvas)
    qtbot.wait(0)
    painted.region = QRegion()
    o.canvas.show_snapshot(second)
    qtbot.waitUntil(lambda: painted.region.contains(box.center()))
    o.point(QPoint(4, 4))
    assert pixel(o, inside) != QColor(LIGHT.raised)


def test_while_the_field_is_open_no_value_stands_beside_the_pointer(owner: Make) -> None:
    o = owner(network(3))
    o.canvas.show_snapshot(snapshot(o.spec))
    _, _, at = edge_of(o, 0)
    o.click(at.toPoint())
    box = Overlay(o.canvas.stage.live, LIGHT).value_box(at, "0.000").toRect()
    assert o.canvas.weights.editor.isVisible()
    assert pixel(o, box.topLeft() + QPoint(4, 4)) != QColor(LIGHT.raised)


def test_a_stroke_and_a_cut_show_what_they_would_do(owner: Make) -> None:
    o = owner(network(6, 4))
    before = o.canvas.grab().toImage()
    start = o.ground(1, 90)
    o.drag(start, QPoint(0, 120), release=False)
    assert o.said[-1].endswith("neurons") and o.canvas.grab().toImage() != before
    o.key(Key.Key_Escape)
    QTest.mouseRelease(o.canvas, LEFT, pos=start)
    column = o.canvas.stage.layout.columns[1]
    y = round(float(column.y[2] + column.y[3]) / 2)
    o.drag(QPoint(round(column.x) - 50, y), QPoint(100, 2), release=False)
    assert "cut out hidden layer 1" in o.said[-1] and o.canvas.grab().toImage() != before
    o.key(Key.Key_Escape)
    QTest.mouseRelease(o.canvas, LEFT, pos=QPoint(2, 2))
    assert o.heard == []


def test_what_makes_no_sense_is_told(owner: Make) -> None:
    o = owner(network(6, 4))
    o.canvas.show_snapshot(snapshot(o.spec))
    o.key(Key.Key_M)
    assert "Select a layer first" in o.said[-1]
    o.key(Key.Key_Home)
    o.key(Key.Key_Right)
    o.key(Key.Key_Down, Modifier.ControlModifier)
    assert o.said[-1] == "All neurons of this layer are drawn."
    o.key(Key.Key_F2)
    assert "Focus a neuron first" in o.said[-1]
    o.key(Key.Key_Home)
    o.key(Key.Key_N)
    o.key(Key.Key_F2)
    assert "An input has no bias" in o.said[-1]


def test_the_wheel_and_shift_pull_in_the_field(owner: Make) -> None:
    o = owner(network(3))
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    _, _, at = edge_of(o, 0)
    o.click(at.toPoint())
    field = o.canvas.weights.editor.number
    before = float(field.text())
    QTest.keyClick(field, Key.Key_Up, Modifier.ShiftModifier)
    QTest.keyClick(field, Key.Key_Down, Modifier.ControlModifier)
    assert float(field.text()) == pytest.approx(before + 0.5 - 0.005, abs=1e-5)
    QTest.keyClick(field, Key.Key_Escape)
    assert o.looked[-1][4] == pytest.approx(before, abs=1e-5)
