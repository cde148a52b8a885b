"""Keyboard, words, snapshots and accessibility of the real widget."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fcgui.canvas.canvas import NetworkCanvas
from fcgui.canvas.connections import Edges
from fcgui.plots.scales import number as as_text
from fcgui.theme import Theme
from tests.fcgui.canvas.cases import INPUTS, IRIS, OUTPUTS, Owner, edge_of, network, snapshot

Make = Callable[..., Owner]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


def test_the_arrows_move_the_selection_from_the_inputs_to_the_output(owner: Make) -> None:
    o = owner(network(3, 2))
    for key in (Key.Key_Left, Key.Key_Home, Key.Key_Left, Key.Key_Right, Key.Key_End, Key.Key_Right, Key.Key_Escape):
        o.key(key)
    assert o.heard == [("select", layer) for layer in (1, -1, 0, 2, None)]


@pytest.mark.parametrize(
    ("key", "modifier", "units"),
    [
        (Key.Key_Up, Modifier.NoModifier, 51),
        (Key.Key_Down, Modifier.NoModifier, 49),
        (Key.Key_Up, SHIFT, 60),
        (Key.Key_Down, SHIFT, 40),
        (Key.Key_Plus, SHIFT, 51),  # the plus of an American keyboard
        (Key.Key_Minus, Modifier.NoModifier, 49),
        (Key.Key_Plus, Modifier.KeypadModifier, 51),
        (Key.Key_PageUp, Modifier.NoModifier, 60),
    ],
)
def test_keys_that_change_the_number(owner: Make, key: Key, modifier: Modifier, units: int) -> None:
    o = owner()
    o.canvas.select(2)
    o.key(key, modifier)
    assert o.heard == [("resize", 2, units)]


def test_a_layer_keeps_at_least_one_neuron(owner: Make) -> None:
    o = owner(network(1))
    o.canvas.select(0)
    o.key(Key.Key_Down)
    o.key(Key.Key_Down, SHIFT)
    assert o.heard == []


@pytest.mark.parametrize(
    ("keys", "end", "units"),
    [("64", Key.Key_Return, 64), ("007", Key.Key_Enter, 7), ("64", Key.Key_Escape, 200), ("0", Key.Key_Return, 200)],
)
def test_digits_then_enter_set_the_number(owner: Make, keys: str, end: Key, units: int) -> None:
    o = owner()
    o.canvas.select(0)
    QTest.keyClicks(o.canvas, keys)
    o.key(end)
    assert o.hidden[0] == units and o.canvas.selection == 0


def test_a_typed_number_can_be_mended_and_counts_when_the_focus_leaves(owner: Make) -> None:
    o = owner()
    o.canvas.select(0)
    QTest.keyClicks(o.canvas, "39")
    o.key(Key.Key_Backspace)
    QTest.keyClicks(o.canvas, "2")
    o.canvas.clearFocus()
    assert o.hidden[0] == 32


def test_insert_delete_and_reorder_by_keys(owner: Make) -> None:
    o = owner()
    o.canvas.select(0)
    o.key(Key.Key_Right, CONTROL)
    o.key(Key.Key_Right, CONTROL)
    o.key(Key.Key_Right, CONTROL)  # the output stays last
    o.key(Key.Key_Insert)
    o.key(Key.Key_Delete)
    assert o.heard == [("move", 0, 1), ("move", 1, 2), ("insert", 3, 200), ("remove", 3)]


@pytest.mark.parametrize("layer", [-1, 3])
@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Up, Key.Key_7])
def test_inputs_and_output_refuse_in_words(owner: Make, layer: int, key: Key) -> None:
    o = owner()
    o.canvas.select(layer)
    QTest.keyClick(o.canvas, key)
    assert o.heard == [] and "table" in o.said[-1]


def test_space_goes_on_to_the_window_and_tab_leaves(qtbot: QtBot, theme: Theme) -> None:
    class Window(QWidget):
        keys: tuple[int, ...] = ()

        def keyPressEvent(self, event: object) -> None:
            self.keys = (*self.keys, event.key())  # type: ignore[attr-defined]  # a key event

    window = Window()
    qtbot.addWidget(window)
    canvas, field = NetworkCanvas(theme), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(canvas)
    layout.addWidget(field)
    canvas.show_network(INPUTS, IRIS, OUTPUTS)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    QTest.keyClick(canvas, Key.Key_Space)
    assert window.keys == (Key.Key_Space,)
    QTest.keyClick(canvas, Key.Key_Tab)
    assert field.hasFocus()


def test_the_pointer_says_what_it_is_on(owner: Make) -> None:
    o = owner()
    shot = snapshot(IRIS)
    o.canvas.show_snapshot(shot)
    assert o.point(o.neuron(-1, 2)) == "input 3 of 4: PetalLengthCm; click, then Delete leaves it out"
    neuron = int(o.canvas.stage.layout.columns[2].shown[3])
    bias = float(shot.biases[1][0, neuron])
    assert (
        o.point(o.neuron(1, 3))
        == f"hidden layer 2, neuron {neuron + 1} of 100, bias {as_text(float(bias))}; click to look closely"
    )
    assert "(Iris-versicolor), bias" in o.point(o.neuron(3, 1))
    assert o.point(o.ground(1, 5)).startswith("drag up or down")
    assert "W2" in o.point(o.canvas.stage.layout.captions(1)[1].center().toPoint())
    assert o.point(o.canvas.stage.layout.header(1).name.center().toPoint()) == (
        "hidden layer 1: 200 neurons, ReLU, 1,000 weights and biases; drag it sideways to move it, double-click for "
        "another activation"
    )
    o.canvas.pointer.leave()
    assert o.said[-1] == ""


def test_an_edge_says_its_weight_and_follows_the_training(owner: Make) -> None:
    o = owner(network(3))
    first, second = snapshot(o.spec, "running"), snapshot(o.spec, "running", seed=1)
    o.canvas.show_snapshot(first)
    edges, number, at = edge_of(o, 0)
    source, neuron = int(edges.sources[number]), int(edges.neurons[number])
    pattern = f"weight from {INPUTS[source]} to neuron {neuron + 1}: {{}}; click to change it"
    assert o.point(at.toPoint()) == pattern.format(as_text(float(first.weights[0][source, neuron])))
    o.canvas.show_snapshot(second)
    assert o.said[-1] == pattern.format(as_text(float(second.weights[0][source, neuron])))


def test_nothing_is_hidden_without_saying_so(owner: Make) -> None:
    o = owner()
    o.canvas.show_snapshot(snapshot(IRIS))
    edges = o.canvas.stage.live.edges[1]
    words = o.point(o.canvas.stage.layout.captions(1)[0].center().toPoint())
    assert f"{edges.drawn} of 20,000" in words
    header = o.canvas.stage.layout.header(1)
    assert "most" in o.point(header.note.center().toPoint())
    strip = o.canvas.stage.layout.picture(1)
    assert "200" in o.point(strip.center().toPoint()) and "neuron 101" in o.said[-1]


def test_while_training_runs_one_connection_is_redrawn_a_call(owner: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    o = owner()
    o.canvas.show_snapshot(snapshot(IRIS, "running"))
    redrawn: list[Edges] = []
    refresh = Edges.refresh
    monkeypatch.setattr(Edges, "refresh", lambda self, *a, **k: (redrawn.append(self), refresh(self, *a, **k)))
    for _ in range(4):
        o.canvas.show_snapshot(snapshot(IRIS, "running"))
    assert len(redrawn) == 4 and len(set(map(id, redrawn))) == 4
    o.canvas.show_snapshot(snapshot(IRIS, "paused"))
    assert len(redrawn) == 8


def test_a_hidden_canvas_does_no_work(owner: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    o = owner()
    o.canvas.show_snapshot(snapshot(IRIS, "running"))
    o.canvas.hide()
    monkeypatch.setattr("fcgui.canvas.stage.Live", None)  # would raise if it were made
    monkeypatch.setattr(Edges, "refresh", None)
    o.canvas.show_snapshot(snapshot(IRIS, "running", seed=1))
    o.canvas.show_network(INPUTS, network(5), OUTPUTS)
    monkeypatch.undo()
    o.canvas.show()
    assert not o.canvas.grab().isNull()


def test_weights_of_another_network_are_not_shown(owner: Make) -> None:
    o = owner()
    o.canvas.show_snapshot(snapshot(network(7)))
    assert o.point(o.neuron(0)) == "hidden layer 1, neuron 1 of 200"
    o.canvas.show_snapshot(None)
    assert not o.canvas.grab().isNull()


def test_a_changed_network_drops_the_gesture(owner: Make) -> None:
    o = owner()
    o.drag(o.neuron(2), o.neuron(0) - o.neuron(2), release=False)
    o.canvas.show_network(INPUTS, network(5), OUTPUTS)
    QTest.mouseRelease(o.canvas, Qt.MouseButton.LeftButton, pos=o.neuron(0))
    assert o.heard == [("select", 2)] and o.canvas.selection is None


def test_select_marks_and_tells_nobody(owner: Make) -> None:
    o = owner()
    o.canvas.select(1)
    o.canvas.select(99)
    assert o.canvas.selection is None and o.heard == []


def test_screen_readers_get_the_network_in_words(owner: Make) -> None:
    o = owner()
    canvas = o.canvas
    assert canvas.accessibleName() == "Drawn network"
    assert canvas.accessibleDescription() == "inputs: 4, 200 ReLU, 100 ReLU, 50 ReLU, outputs: 3 Softmax"
    canvas.select(0)
    assert canvas.accessibleDescription().endswith("; selected: hidden layer 1")
    assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus
    ringed = canvas.grab().toImage()
    canvas.clearFocus()
    assert canvas.grab().toImage() != ringed


def test_without_a_table_it_says_what_will_be_here(qtbot: QtBot, theme: Theme) -> None:
    canvas = NetworkCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(620, 350)
    canvas.show()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    for key in (Key.Key_Right, Key.Key_Delete, Key.Key_Return, Key.Key_5, Key.Key_Insert):
        QTest.keyClick(canvas, key)
    canvas.fit()
    canvas.show_snapshot(None)
    image = canvas.grab().toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(150, 200)}) > 2
    assert canvas.accessibleDescription() == "no network yet"


def test_light_and_dark_follow_the_theme(owner: Make, theme: Theme) -> None:
    o = owner(network(3))
    light = o.canvas.grab().toImage().pixelColor(300, 320)
    theme.choose("dark")
    dark = o.canvas.grab().toImage().pixelColor(300, 320)
    theme.choose("light")
    assert light.lightness() > 200 and dark.lightness() < 60


@pytest.mark.parametrize("spec", [network(), network(5, activation="maxout"), network(9, inputs=784, outputs=10)])
def test_every_kind_of_network_is_drawn_with_its_weights(owner: Make, spec: object) -> None:
    o = owner(spec, (480, 300))
    o.canvas.show_snapshot(snapshot(o.spec))
    image = o.canvas.grab().toImage()
    row = np.array([image.pixel(x, image.height() // 2) for x in range(image.width())])
    assert len(np.unique(row)) > 3


def test_many_layers_scroll_and_the_selected_one_comes_into_sight(owner: Make) -> None:
    o = owner(network(*(8,) * 20))
    assert o.canvas.stage.layout.overflow[0] > 1
    o.key(Key.Key_End)
    assert o.canvas.stage.layout.plate(21).right() <= o.canvas.width()
    o.key(Key.Key_Home)
    assert o.canvas.stage.layout.plate(0).left() >= 0
