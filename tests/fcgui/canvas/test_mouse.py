"""Drawing, moving and pulling with the mouse, through the real widget."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fcgui.canvas.ladder import length_of
from tests.fcgui.canvas.cases import IRIS, MIDDLE, Owner, edge_of, network, snapshot

Make = Callable[..., Owner]


@pytest.mark.parametrize("size", [(480, 300), (620, 350), (900, 600)])
@pytest.mark.parametrize("index", [0, 1, 2, 3])
def test_a_stroke_between_two_layers_inserts_there(owner: Make, size: tuple[int, int], index: int) -> None:
    o = owner(IRIS, size)
    o.drag(o.ground(index, 110), QPoint(0, round(length_of(6))))
    assert o.heard == [("insert", index, 6)]
    assert len(o.hidden) == 4 and o.canvas.selection == index


def test_a_stroke_shows_its_number_while_it_is_drawn_and_runs_upwards_too(owner: Make) -> None:
    o = owner()
    o.drag(o.ground(1, 280), QPoint(3, -round(length_of(12))), release=False)
    assert o.said[-1] == "12 neurons"
    ghost = o.canvas.pointer.ghost
    assert ghost is not None and ghost.insertion == 1
    assert o.heard == []
    QTest.mouseRelease(o.canvas, Qt.MouseButton.LeftButton, pos=o.ground(1, 280) - QPoint(0, round(length_of(12))))
    assert o.heard == [("insert", 1, 12)]


def test_a_long_stroke_draws_hundreds(owner: Make) -> None:
    o = owner(network())
    o.drag(o.ground(0, 62), QPoint(0, 225))
    assert o.hidden[0] >= 200


def test_escape_drops_a_stroke(owner: Make) -> None:
    o = owner()
    o.drag(o.ground(1), QPoint(0, 100), release=False)
    o.key(Qt.Key.Key_Escape)
    assert o.canvas.pointer.ghost is None
    QTest.mouseRelease(o.canvas, Qt.MouseButton.LeftButton, pos=o.ground(1) + QPoint(0, 100))
    assert o.heard == []


def test_a_stroke_sideways_is_no_layer_and_keeps_the_selection(owner: Make) -> None:
    o = owner()
    o.click(o.neuron(1))
    o.drag(o.ground(1), QPoint(30, 12))
    assert o.heard == [("select", 1)]


@pytest.mark.parametrize("sign", [1, -1])
def test_a_stroke_across_a_layer_cuts_it_out(owner: Make, sign: int) -> None:
    o = owner()
    start = o.ground(1 if sign > 0 else 2, 200)
    across = QPoint(sign * round(o.canvas.stage.layout.pitch), 10)
    o.drag(start, across, release=False)
    assert o.said[-1] == "cut out hidden layer 2" and not o.canvas.grab().isNull()
    QTest.mouseRelease(o.canvas, Qt.MouseButton.LeftButton, pos=start + across)
    assert o.heard == [("remove", 1)] and o.hidden == (200, 50)


def test_a_stroke_over_the_output_or_above_the_neurons_cuts_nothing(owner: Make) -> None:
    o = owner(network(3))
    o.drag(o.ground(1, 200), QPoint(round(0.9 * o.canvas.stage.layout.pitch), 5))
    o.drag(o.ground(0, 80), QPoint(round(o.canvas.stage.layout.pitch), 3))
    assert o.heard == []


def test_small_pulls_of_the_grip_make_small_changes(owner: Make) -> None:
    o = owner()
    o.drag(o.canvas.stage.layout.handle(1).center().toPoint(), QPoint(0, 9))
    assert o.hidden[0] == 202


def test_a_click_selects_a_layer_and_a_click_on_free_ground_none(owner: Make) -> None:
    o = owner()
    o.click(o.neuron(1, 3))
    o.click(o.neuron(-1))
    o.click(o.neuron(3))
    o.click(o.ground(2))
    assert o.heard == [("select", 1), ("select", -1), ("select", 3), ("select", None)]


def test_a_layer_dragged_sideways_changes_places(owner: Make) -> None:
    o = owner()
    across = round(2 * o.canvas.stage.layout.pitch) + 10
    o.drag(o.neuron(0), QPoint(across, 5))
    assert o.heard == [("select", 0), ("move", 0, 2)]
    assert o.hidden == (100, 50, 200)


def test_a_layer_dropped_at_its_own_place_stays(owner: Make) -> None:
    o = owner()
    o.drag(o.neuron(1), QPoint(30, 0))
    assert o.heard == [("select", 1)]


def test_escape_drops_a_dragged_layer(owner: Make) -> None:
    o = owner()
    o.drag(o.neuron(0), QPoint(250, 0), release=False)
    o.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(o.canvas, Qt.MouseButton.LeftButton, pos=o.neuron(0) + QPoint(250, 0))
    assert o.heard == [("select", 0)]


@pytest.mark.parametrize(("pixels", "more"), [(40, True), (-60, False)])
def test_the_grip_below_a_layer_changes_its_number(owner: Make, pixels: int, more: bool) -> None:
    o = owner()
    o.drag(o.canvas.stage.layout.handle(2).center().toPoint(), QPoint(0, pixels))
    assert o.heard[0] == ("select", 1) and o.heard[1][:2] == ("resize", 1)
    assert (o.hidden[1] > 100) == more
    assert f"{o.hidden[1]} neurons" in o.said


@pytest.mark.parametrize("layer", [-1, 3])
def test_inputs_and_output_say_why_they_stay(owner: Make, layer: int) -> None:
    o = owner()
    o.drag(o.neuron(layer), QPoint(90, 0))
    o.drag(o.canvas.stage.layout.handle(layer + 1).center().toPoint(), QPoint(0, 40))
    refusals = [words for words in o.said if "table" in words and words[0].isupper()]
    assert refusals and o.heard == [("select", layer)]


@pytest.mark.parametrize("layer", [-1, 3])
def test_a_jump_with_inputs_or_output_in_hand_is_refused_too(owner: Make, layer: int) -> None:
    o = owner()  # a busy window may see a press and a release far away, and no move between them
    QTest.mousePress(o.canvas, Qt.MouseButton.LeftButton, pos=o.neuron(layer))
    QTest.mouseRelease(o.canvas, Qt.MouseButton.LeftButton, pos=o.neuron(1))
    assert o.heard == [("select", layer)]
    assert "table" in o.said[-1] and o.said[-1][0].isupper()


def test_the_buttons_of_the_header(owner: Make) -> None:
    o = owner()
    header = o.canvas.stage.layout.header(1)
    o.click(header.more.center().toPoint())
    o.click(header.fewer.center().toPoint())
    o.click(header.fewer.center().toPoint())
    assert o.hidden[0] == 199
    o.click(o.canvas.stage.layout.insert_button(2).center().toPoint())
    assert o.heard[-1] == ("insert", 2, 100)


def test_the_number_in_the_header_is_clicked_and_typed(owner: Make) -> None:
    o = owner()
    o.click(o.canvas.stage.layout.header(1).units.center().toPoint())
    QTest.keyClicks(o.canvas, "64")
    o.key(Qt.Key.Key_Return)
    assert o.hidden[0] == 64


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text().split("\t")[0].replace("&", "") == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize("way", ["chip", "double click", "Enter"])
def test_the_activation_is_chosen_from_a_menu(owner: Make, way: str) -> None:
    o = owner()
    if way == "chip":
        o.click(o.canvas.stage.layout.header(1).activation.center().toPoint())
    elif way == "double click":
        QTest.mouseDClick(o.canvas, Qt.MouseButton.LeftButton, pos=o.neuron(0))
    else:
        o.click(o.neuron(0))
        o.key(Qt.Key.Key_Return)
    choose(popup(), "Tanh")
    assert o.heard[-1] == ("activate", 0, "tanh")


def test_the_second_click_of_a_double_click_on_the_activation_leaves_its_menu_open(
    owner: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    o = owner()
    o.click(o.canvas.stage.layout.header(1).activation.center().toPoint())
    menu = popup()
    QTest.mousePress(menu, Qt.MouseButton.LeftButton, pos=QPoint(10, -10))
    assert menu.isVisible()
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: -1)  # some time later
    QTest.mousePress(menu, Qt.MouseButton.LeftButton, pos=QPoint(10, -10))
    assert not menu.isVisible()


def test_the_output_has_an_activation_too(owner: Make) -> None:
    o = owner()
    o.click(o.canvas.stage.layout.header(4).activation.center().toPoint())
    choose(popup(), "Sigmoid")
    assert o.heard[-1] == ("activate", 3, "sigmoid")


def test_the_context_menu_selects_what_it_is_about_and_deletes_it(owner: Make, qtbot: QtBot) -> None:
    o = owner()
    at = o.neuron(1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, o.canvas.mapToGlobal(at))
    QApplication.sendEvent(o.canvas, event)
    choose(popup(), "Delete layer")
    assert o.heard == [("select", 1), ("remove", 1)]


def wheel(o: Owner, notches: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    at = QPointF(o.ground(2, 200))  # between two layers
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(o.canvas, event)
    return event.isAccepted()


def test_zoom_scroll_pan_and_fit(owner: Make) -> None:
    o = owner()
    assert not wheel(o, -1)  # nothing to scroll: the window may have it
    fewer = o.canvas.stage.layout.columns[1].hidden
    assert fewer > 0
    assert wheel(o, 6, Qt.KeyboardModifier.ControlModifier)
    stage = o.canvas.stage
    assert stage.layout.columns[1].hidden < fewer
    before = stage.layout.scroll
    assert wheel(o, -2) and stage.layout.scroll[1] > before[1]
    QTest.mousePress(o.canvas, MIDDLE, pos=QPoint(300, 200))
    QTest.mouseMove(o.canvas, QPoint(320, 200))
    QTest.mouseRelease(o.canvas, MIDDLE, pos=QPoint(320, 200))
    assert stage.layout.scroll[0] == pytest.approx(before[0] - 20)
    o.canvas.fit()
    assert stage.layout.overflow == (0, 0)


@pytest.mark.parametrize("part", ["neuron", "bias", "edge"])
def test_a_hidden_canvas_forgets_what_the_pointer_was_on(owner: Make, part: str) -> None:
    """The network may be another one when the drawing is seen again: what was pointed at may be gone."""
    o = owner(network(6, 5))
    o.canvas.show_snapshot(snapshot(o.spec))
    column = o.canvas.stage.layout.columns[2]
    at = {
        "neuron": o.neuron(1, 4),
        "bias": column.bias(4).center().toPoint(),
        "edge": edge_of(o, 2)[2].toPoint(),
    }[part]
    o.point(at)
    assert o.canvas.pointer.hit.part.name == part.upper() and o.canvas.pointer.hit.layer == (2 if part == "edge" else 1)
    o.canvas.hide()
    o.canvas.show_network((), network(inputs=2, outputs=1), ())
    o.canvas.show()
    assert not o.canvas.grab().isNull()
    assert o.said[-1] == ""
