"""One weight or bias changed on the drawing: typed, stepped, pulled, frozen; and a neuron looked at closely."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fcgui.canvas.maps import FINE_SIDE
from fcgui.canvas.value_editor import NumberEdit, ValueEditor
from fcgui.plots.scales import number as as_text
from fcgui_core.neuron import strongest_path
from fcgui_core.place import Place
from fcgui_core.plane import Plane
from tests.fcgui.canvas.cases import IRIS, LEFT, Owner, edge_of, network, snapshot

Make = Callable[..., Owner]
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def changes(o: Owner, *kinds: str) -> list[tuple[object, ...]]:
    return [heard for heard in o.looked if heard[0] in (kinds or ("weight", "bias"))]


def opened(o: Owner) -> tuple[ValueEditor, NumberEdit]:
    editor = o.canvas.weights.editor
    assert editor.isVisible() and o.canvas.rect().contains(editor.geometry())
    return editor, editor.number


def with_edge(owner: Make) -> tuple[Owner, int, int, float]:
    o = owner(network(3))
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    edges, number, at = edge_of(o, 0)
    source, neuron = int(edges.sources[number]), int(edges.neurons[number])
    o.click(at.toPoint())
    return o, source, neuron, float(shot.weights[0][source, neuron])


@pytest.mark.parametrize(("typed", "value"), [("0.75", 0.75), ("-1,5", -1.5), ("2e-2", 0.02)])
def test_a_click_on_an_edge_opens_a_field_and_enter_takes_what_is_typed(owner: Make, typed: str, value: float) -> None:
    o, source, neuron, before = with_edge(owner)
    editor, field = opened(o)
    assert float(field.text()) == pytest.approx(before, rel=1e-5)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Key.Key_Return)
    assert changes(o) == [("weight", 0, source, neuron, value, 0)]
    assert not editor.isVisible() and o.canvas.hasFocus() and o.heard == []


def test_what_is_no_number_is_told_and_stays(owner: Make) -> None:
    o, *_ = with_edge(owner)
    editor, field = opened(o)
    QTest.keyClicks(field, "half")
    QTest.keyClick(field, Key.Key_Return)
    assert editor.isVisible() and "number" in o.said[-1] and changes(o) == []


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Key.Key_Up, Modifier.NoModifier, 0.05),
        (Key.Key_Down, Modifier.NoModifier, -0.05),
        (Key.Key_Up, Modifier.ShiftModifier, 0.5),
        (Key.Key_Down, Modifier.ControlModifier, -0.005),
    ],
)
def test_arrows_change_it_at_once_and_escape_takes_it_back(
    owner: Make, key: Key, modifier: Modifier, step: float
) -> None:
    o, source, neuron, before = with_edge(owner)
    _, field = opened(o)
    QTest.keyClick(field, key, modifier)
    QTest.keyClick(field, key, modifier)
    values = [heard[4] for heard in changes(o)]
    assert values == pytest.approx([before + step, before + 2 * step], abs=1e-5)
    QTest.keyClick(field, Key.Key_Escape)
    assert changes(o)[-1] == ("weight", 0, source, neuron, before, 0)
    assert not o.canvas.weights.editor.isVisible()


def test_pulling_in_the_field_changes_it_up_is_more(owner: Make) -> None:
    o, _, _, before = with_edge(owner)
    _, field = opened(o)
    start = field.rect().center()
    QTest.mousePress(field, LEFT, pos=start)
    for up in (10, 20, 30):
        QTest.mouseMove(field, start - QPoint(0, up))
    QTest.mouseRelease(field, LEFT, pos=start - QPoint(0, 30))
    assert changes(o)[-1][4] == pytest.approx(before + 0.3, abs=1e-5)


def test_a_stroke_that_begins_on_an_edge_still_draws_a_layer(owner: Make) -> None:
    o = owner(network(3))
    o.canvas.show_snapshot(snapshot(o.spec))
    _, _, at = edge_of(o, 0)
    o.drag(at.toPoint(), QPoint(0, 60))
    assert o.heard[0][0] == "insert" and changes(o) == []


def test_the_square_beside_a_neuron_is_its_bias_of_the_output_too(owner: Make) -> None:
    o = owner(network(3))
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    at = o.canvas.stage.layout.columns[2].bias(1).center().toPoint()
    assert (
        o.point(at)
        == f"bias of output layer, Iris-versicolor: {as_text(float(float(shot.biases[1][0, 1])))}; click to change it"
    )
    o.click(at)
    _, field = opened(o)
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Key.Key_Enter)
    assert changes(o) == [("bias", 1, 1, 1.0, 0)]


def test_of_maxout_the_piece_that_is_drawn_is_edited(owner: Make) -> None:
    o = owner(network(3, activation="maxout"))
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    edges, number, at = edge_of(o, 0)
    source, neuron = int(edges.sources[number]), int(edges.neurons[number])
    o.click(at.toPoint())
    piece = int(np.abs(shot.weights[0][:, source, neuron]).argmax())
    _, field = opened(o)
    QTest.keyClicks(field, "0")
    QTest.keyClick(field, Key.Key_Return)
    assert changes(o) == [("weight", 0, source, neuron, 0.0, piece)]


def test_every_piece_of_maxout_is_shown_and_can_be_edited(owner: Make) -> None:
    o = owner(network(3, activation="maxout"))
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    edges, number, at = edge_of(o, 0)
    source, neuron = int(edges.sources[number]), int(edges.neurons[number])
    o.click(at.toPoint())
    values = shot.weights[0][:, source, neuron]
    piece = int(np.abs(values).argmax())
    editor, field = opened(o)
    chips = editor.pieces.chips
    assert [chip.text() for chip in chips] == [f"{n + 1}: {as_text(value)}" for n, value in enumerate(values)]
    assert [chip.isChecked() for chip in chips] == [n == piece for n in range(len(chips))]
    other = 1 - piece
    QTest.mouseClick(chips[other], LEFT)
    assert editor.isVisible() and editor.title.text().endswith(f"piece {other + 1}")
    assert float(field.text()) == pytest.approx(float(values[other]), rel=1e-5)
    QTest.keyClicks(field, "0.5")
    QTest.keyClick(field, Key.Key_PageUp, Modifier.ControlModifier)  # takes the number, and goes to the piece before
    assert changes(o) == [("weight", 0, source, neuron, 0.5, other)]
    assert editor.title.text().endswith(f"piece {piece + 1}") and chips[piece].isChecked()
    QTest.keyClick(field, Key.Key_Escape)
    assert not editor.isVisible()


def test_a_press_on_the_field_beside_the_number_neither_draws_nor_closes_it(owner: Make) -> None:
    o, *_ = with_edge(owner)
    editor, field = opened(o)
    start = editor.title.geometry().center()
    QTest.mousePress(editor, LEFT, pos=start)
    QTest.mouseMove(editor, start + QPoint(0, 60))
    QTest.mouseRelease(editor, LEFT, pos=start + QPoint(0, 60))
    assert editor.isVisible() and field.hasFocus() and o.heard == []


def test_leaving_the_field_by_the_check_box_closes_it(owner: Make) -> None:
    o, *_ = with_edge(owner)
    editor, _ = opened(o)
    editor.hold.setFocus()
    assert editor.isVisible()
    o.canvas.setFocus()
    assert not editor.isVisible()


def test_a_plain_weight_has_no_pieces(owner: Make) -> None:
    o, *_ = with_edge(owner)
    editor, field = opened(o)
    assert not editor.pieces.isVisible()
    QTest.keyClick(field, Key.Key_PageDown, Modifier.ControlModifier)
    assert editor.isVisible() and changes(o) == []


def test_by_the_keyboard_alone_to_a_bias_and_on_to_the_weights_by_their_size(owner: Make) -> None:
    o = owner(network(3))
    shot = snapshot(o.spec)
    o.canvas.show_snapshot(shot)
    for key in (Key.Key_Home, Key.Key_Right, Key.Key_N, Key.Key_Down, Key.Key_F2):
        o.key(key)
    editor, field = opened(o)
    assert editor.title.text() == "bias of neuron 2"
    QTest.keyClick(field, Key.Key_PageDown)
    largest = int(np.abs(shot.weights[0][:, 1]).argmax())
    QTest.keyClick(field, Key.Key_Up)
    assert changes(o)[-1][:4] == ("weight", 0, largest, 1)
    QTest.keyClick(field, Key.Key_Escape)
    assert o.canvas.hasFocus()


def test_freezing_in_the_field_and_by_the_menu(owner: Make) -> None:
    o, source, neuron, _ = with_edge(owner)
    editor, _ = opened(o)
    QTest.mouseClick(editor.hold, LEFT, pos=QPoint(6, editor.hold.height() // 2))
    assert changes(o, "freeze") == [("freeze", 0, source, neuron, True, 0)]
    QTest.keyClick(editor.hold, Key.Key_Return)
    place = Place(0, source, neuron)
    unmarked = o.canvas.grab().toImage()
    o.canvas.show_frozen((place,))
    assert o.canvas.grab().toImage() != unmarked and o.canvas.stage.live.mark(place) is not None
    bias = o.canvas.stage.layout.columns[1].bias(0).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, bias, o.canvas.mapToGlobal(bias))
    QApplication.sendEvent(o.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    freeze = menu.actions()[1]
    assert "Freeze" in freeze.text() and not freeze.isChecked()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(freeze).center())
    assert changes(o, "freeze bias") == [("freeze bias", 0, 0, True, 0)]


def test_what_is_frozen_is_said_under_the_pointer(owner: Make) -> None:
    o = owner(network(3))
    o.canvas.show_snapshot(snapshot(o.spec))
    edges, number, at = edge_of(o, 0)
    source, neuron = int(edges.sources[number]), int(edges.neurons[number])
    assert "frozen" not in o.point(at.toPoint())
    o.canvas.show_frozen((Place(0, source, neuron), Place(0, -1, 2)))
    assert o.point(at.toPoint() + QPoint(1, 0)).endswith("click to change it (frozen)")
    bias = o.canvas.stage.layout.columns[1].bias(2).center().toPoint()
    assert "bias of" in o.point(bias) and o.point(bias).endswith("(frozen)")


def test_another_network_closes_the_field(owner: Make) -> None:
    o, *_ = with_edge(owner)
    o.canvas.show_network((), network(7), ())
    assert not o.canvas.weights.editor.isVisible() and changes(o) == []


# ---------------------------------------------------------------------- hovering and focusing


def test_the_hovered_neuron_is_told_and_told_off(owner: Make) -> None:
    o = owner(network(3))
    o.canvas.show_snapshot(snapshot(o.spec))
    o.point(o.neuron(0, 2))
    o.point(o.neuron(-1, 1))
    o.point(o.ground(0, 5))
    assert changes(o, "hover") == [("hover", 0, 2), ("hover", -1, 1), ("hover", -1, None)]


def test_a_click_focuses_the_arrows_move_and_escape_leaves(owner: Make) -> None:
    o = owner(network(3, 2))
    o.canvas.show_snapshot(snapshot(o.spec))
    plain = o.canvas.grab().toImage()
    o.click(o.neuron(0, 1))
    assert o.canvas.grab().toImage() != plain
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Left, Key.Key_Escape):
        o.key(key)
    spots = [heard[1:] for heard in changes(o, "focus")]
    assert spots[:3] == [(0, 1), (0, 2), (0, 1)] and spots[3][0] == 1 and spots[4][0] == 0 and spots[5] == (-1, None)
    assert o.hidden == (3, 2) and o.canvas.selection == 0  # the arrows resized nothing; Escape once more selects none
    o.key(Key.Key_Escape)
    assert o.canvas.selection is None


def test_the_focus_draws_its_own_weights_and_the_strongest_path(owner: Make) -> None:
    o = owner(IRIS)
    shot = snapshot(IRIS)
    o.canvas.show_snapshot(shot)
    o.click(o.neuron(1, 4))
    stage = o.canvas.stage
    assert stage.focus is not None
    layer, neuron = stage.focus
    coming = stage.live.edges[layer]
    shown = stage.layout.columns[layer].shown
    assert set(coming.sources[coming.neurons == neuron].tolist()) == set(shown.tolist())
    emphasis = stage.live.emphasis
    assert emphasis is not None and len(emphasis.path) == 5
    assert all(stage.layout.columns[column].row(unit) is not None for column, unit in emphasis.path.items())


def test_a_click_on_free_ground_leaves_the_focus_and_another_network_too(owner: Make) -> None:
    o = owner(network(3))
    o.canvas.show_snapshot(snapshot(o.spec))
    o.click(o.neuron(0, 1))
    o.click(o.ground(0, 5))
    o.click(o.neuron(0, 1))
    o.canvas.show_network((), network(5), ())
    assert [heard[2] for heard in changes(o, "focus")] == [1, None, 1, None]


# ---------------------------------------------------------------------- wide layers and maps


def turn(o: Owner, at: QPoint, notches: int) -> bool:
    where = QPointF(at)
    event = QWheelEvent(
        where, o.canvas.mapToGlobal(where), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Modifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(o.canvas, event)
    return event.isAccepted()


def test_the_wheel_over_a_wide_layer_shows_others_of_it_and_a_click_on_the_note_the_active_ones(owner: Make) -> None:
    o = owner()
    o.canvas.show_snapshot(snapshot(IRIS))
    stage = o.canvas.stage
    before = stage.layout.columns[1].shown.tolist()
    assert turn(o, o.neuron(0, 3), -2)
    assert stage.layout.columns[1].shown.tolist() == [unit + 6 for unit in before]
    assert not turn(o, o.neuron(-1), -1)  # all inputs are drawn: the window may have it
    strip = stage.layout.picture(1)
    o.click(QPointF(strip.center().x(), strip.bottom() - 2).toPoint())
    assert stage.layout.columns[1].shown[-1] == 199
    o.click(stage.layout.header(1).note.center().toPoint())
    assert stage.layout.columns[1].shown.tolist() == before


def test_the_range_by_the_keyboard(owner: Make) -> None:
    o = owner()
    o.canvas.select(0)
    count = len(o.canvas.stage.layout.columns[1].shown)
    o.key(Key.Key_Down, Modifier.ControlModifier)
    assert o.canvas.stage.layout.columns[1].shown[0] == count - 1
    o.key(Key.Key_N)
    o.key(Key.Key_Up)  # beyond the first neuron of a range there are more
    assert o.canvas.stage.focus == (0, count - 2)
    o.key(Key.Key_M)
    assert not o.canvas.stage.shown.is_range(1)


def test_maps_and_the_most_active_neurons_come_with_a_plane_and_stay_while_training_runs(
    owner: Make, qtbot: QtBot
) -> None:
    o = owner()
    stage = o.canvas.stage
    bare = o.canvas.grab().toImage()
    o.canvas.show_plane(Plane(0, 1, (-2.0, 2.0), (-2.0, 2.0), np.zeros(4)))
    first = snapshot(IRIS, "running")
    o.canvas.show_snapshot(first)
    qtbot.waitUntil(lambda: stage.shown.activity is not None and not stage.maps.busy)
    qtbot.waitUntil(lambda: not stage.maps.busy and np.array_equal(stage.maps.wanted[1], stage.layout.columns[1].shown))
    chosen = stage.layout.columns[1].shown.tolist()
    assert chosen != list(range(len(chosen)))
    assert o.canvas.grab().toImage() != bare
    for seed in range(1, 6):
        o.canvas.show_snapshot(snapshot(IRIS, "running", seed=seed))
        qtbot.waitUntil(lambda: not stage.maps.busy)
    assert stage.layout.columns[1].shown.tolist() == chosen
    o.canvas.show_snapshot(snapshot(IRIS, "paused", seed=5))
    qtbot.waitUntil(lambda: stage.layout.columns[1].shown.tolist() != chosen)


def test_maps_stay_when_other_neurons_are_chosen(owner: Make, qtbot: QtBot) -> None:
    o = owner()
    stage = o.canvas.stage
    o.canvas.show_plane(Plane(0, 1, (-2.0, 2.0), (-2.0, 2.0), np.zeros(4)))
    o.canvas.show_snapshot(snapshot(IRIS))
    qtbot.waitUntil(lambda: stage.shown.activity is not None and not stage.maps.busy)
    qtbot.waitUntil(lambda: not stage.maps.busy and np.array_equal(stage.maps.wanted[1], stage.layout.columns[1].shown))

    def input_map() -> QImage:
        place = QRect(0, 0, 7, 7)
        place.moveCenter(o.neuron(-1, 0))
        return o.canvas.grab(place).toImage()

    before = input_map()
    assert turn(o, o.neuron(0, 3), -2)
    after = input_map()
    assert stage.maps.busy  # those of the others are not there yet
    assert after == before
    assert len({after.pixel(x, 3) for x in range(7)}) > 1


# ---------------------------------------------------------------------- copy and paste


def test_layers_are_copied_cut_pasted_and_doubled_as_text(owner: Make) -> None:
    o = owner()
    o.canvas.select(0)
    o.key(Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "200 relu"
    o.canvas.select(1)
    o.key(Key.Key_V, Modifier.ControlModifier)
    assert o.hidden == (200, 100, 200, 50)
    o.canvas.select(3)
    o.key(Key.Key_D, Modifier.ControlModifier)
    assert o.hidden == (200, 100, 200, 50, 50)
    o.canvas.select(1)
    o.key(Key.Key_X, Modifier.ControlModifier)
    assert o.hidden == (200, 200, 50, 50) and QGuiApplication.clipboard().text() == "100 relu"
    QGuiApplication.clipboard().setText("12 tanh, 7 elu(alpha=0.5)")
    o.canvas.select(None)
    o.key(Key.Key_V, Modifier.ControlModifier)
    assert o.hidden[-2:] == (12, 7) and o.heard[-1][0] == "paste"


@pytest.mark.parametrize("text", ["", "hello", "SepalLengthCm;5.1\n3;4"])
def test_a_clipboard_without_layers_is_told(owner: Make, text: str) -> None:
    o = owner()
    QGuiApplication.clipboard().setText(text)
    o.key(Key.Key_V, Modifier.ControlModifier)
    assert o.heard == [] and "clipboard" in o.said[-1]


def test_the_minus_and_plus_of_the_selected_layer_have_names_and_can_be_pressed(owner: Make) -> None:
    o = owner()
    o.canvas.select(1)
    buttons = o.canvas.buttons
    assert buttons.more.isVisible() and buttons.more.accessibleName() == "One neuron more in hidden layer 2"
    buttons.more.click()
    buttons.fewer.click()
    buttons.fewer.click()
    assert o.hidden == (200, 99, 50)
    o.canvas.select(-1)
    assert not buttons.more.isVisible()


def test_maps_follow_a_training_at_once_after_those_at_rest_which_are_finer(owner: Make, qtbot: QtBot) -> None:
    o = owner(network(30, 20))
    o.canvas.show_snapshot(snapshot(o.spec))
    o.canvas.show_plane(Plane(0, 1, (-2.0, 2.0), (-2.0, 2.0), np.zeros(4)))
    maps = o.canvas.stage.maps
    qtbot.waitUntil(lambda: maps.result is not None)
    assert maps.result is not None and maps.result.side == FINE_SIDE
    running = snapshot(o.spec, "running", seed=1)
    o.canvas.show_snapshot(running)
    qtbot.waitUntil(lambda: maps.snapshot is running)
    assert maps.result.side < FINE_SIDE


def test_the_strongest_path_follows_a_training(owner: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    o = owner(network(6, 5))
    first = snapshot(o.spec, "running")
    o.canvas.show_snapshot(first)
    o.click(o.neuron(0, 2))
    path = strongest_path(first, 0, 2)
    later = next(
        shot for seed in range(1, 50) if strongest_path(shot := snapshot(o.spec, "running", seed), 0, 2) != path
    )
    monkeypatch.setattr("fcgui.canvas.stage.CAPTIONS_S", 0.0)
    o.canvas.show_snapshot(later)
    emphasis = o.canvas.stage.live.emphasis
    assert emphasis is not None and emphasis.path == strongest_path(later, 0, 2)
    assert o.canvas.stage.focus == (0, 2)
