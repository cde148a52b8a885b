"""Networks, snapshots and an owner that answers the canvas as the window does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from fcgui.canvas.canvas import NetworkCanvas
from fcgui.canvas.connections import Edges
from fcgui_core.network import Network
from fcgui_core.notation import read_layers
from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings
from fcgui_core.trainer import Trainer

INPUTS = ("SepalLengthCm", "SepalWidthCm", "PetalLengthCm", "PetalWidthCm")
OUTPUTS = ("Iris-setosa", "Iris-versicolor", "Iris-virginica")
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def network(*hidden: int, activation: str = "relu", inputs: int = 4, outputs: int = 3) -> NetworkSpec:
    layers = [LayerSpec(units, activation) for units in hidden]
    return NetworkSpec(inputs, (*layers, LayerSpec(outputs, "softmax")))


IRIS = network(200, 100, 50)


def snapshot(spec: NetworkSpec, status: str = "ready", seed: int = 0) -> Snapshot:
    X = np.random.default_rng(seed).normal(size=(8, spec.n_inputs))
    Y = np.eye(spec.n_outputs)[np.arange(8) % spec.n_outputs]
    trainer = Trainer(Network(spec, seed=seed), X, Y, TrainingSettings(batch_size=8))
    trainer.run(epochs=1)
    return replace(trainer.snapshot(), status=status)  # type: ignore[arg-type]  # one of the statuses


class Owner:
    """Keeps a network and changes it as the canvas wishes; ``heard`` is what it was told, in order."""

    def __init__(self, canvas: NetworkCanvas, spec: NetworkSpec) -> None:
        self.canvas, self.spec = canvas, spec
        self.heard: list[tuple[Any, ...]] = []
        self.said: list[str] = []
        self.looked: list[tuple[Any, ...]] = []  # what is no change of a layer: weights, hovering, focus
        canvas.layer_inserted.connect(self._insert)
        canvas.layer_removed.connect(self._remove)
        canvas.layer_moved.connect(self._move)
        canvas.layer_resized.connect(self._resize)
        canvas.activation_chosen.connect(self._activate)
        canvas.layers_pasted.connect(self._paste)
        canvas.selected.connect(self._select)
        canvas.weight_edited.connect(partial(self._hear, "weight"))
        canvas.bias_edited.connect(partial(self._hear, "bias"))
        canvas.weight_frozen.connect(partial(self._hear, "freeze"))
        canvas.bias_frozen.connect(partial(self._hear, "freeze bias"))
        canvas.neuron_hovered.connect(partial(self._hear, "hover"))
        canvas.neuron_focused.connect(partial(self._hear, "focus"))
        canvas.hovered.connect(self.said.append)
        canvas.told.connect(self.said.append)
        self._show(list(spec.layers))

    @property
    def hidden(self) -> tuple[int, ...]:
        return tuple(layer.units for layer in self.spec.layers[:-1])

    def _show(self, layers: list[LayerSpec], select: int | None = None) -> None:
        self.spec = NetworkSpec(self.spec.n_inputs, tuple(layers))
        named = (INPUTS, OUTPUTS) if self.spec.n_inputs == 4 else ((), ())
        self.canvas.show_network(named[0], self.spec, named[1])
        if select is not None:
            self.canvas.select(select)

    def _insert(self, index: int, units: int) -> None:
        self.heard.append(("insert", index, units))
        layers = list(self.spec.layers)
        layers.insert(index, LayerSpec(units, "relu"))
        self._show(layers, index)

    def _remove(self, index: int) -> None:
        self.heard.append(("remove", index))
        layers = list(self.spec.layers)
        del layers[index]
        self._show(layers)

    def _move(self, index: int, to: int) -> None:
        self.heard.append(("move", index, to))
        layers = list(self.spec.layers)
        layers.insert(to, layers.pop(index))
        self._show(layers, to)

    def _resize(self, index: int, units: int) -> None:
        self.heard.append(("resize", index, units))
        layers = list(self.spec.layers)
        layers[index] = layers[index].with_(units=units)
        self._show(layers)

    def _activate(self, index: int, activation: str) -> None:
        self.heard.append(("activate", index, activation))
        layers = list(self.spec.layers)
        layers[index] = layers[index].with_(activation=activation)
        self._show(layers)

    def _paste(self, index: int, text: str) -> None:
        self.heard.append(("paste", index, text))
        layers = list(self.spec.layers)
        layers[index:index] = read_layers(text)
        self._show(layers)

    def _hear(self, what: str, *values: Any) -> None:
        self.looked.append((what, *values))

    def _select(self, layer: int | None) -> None:
        self.heard.append(("select", layer))

    # ------------------------------------------------------------------ the person at the mouse

    def neuron(self, layer: int, row: int = 0) -> QPoint:
        column = self.canvas.stage.layout.columns[layer + 1]
        return QPointF(column.x, column.y[row]).toPoint()

    def ground(self, index: int, y: int = 70) -> QPoint:
        """Free ground before layer ``index``."""
        columns = self.canvas.stage.layout.columns
        return QPoint(round((columns[index].x + columns[index + 1].x) / 2), y)

    def point(self, at: QPoint) -> str:
        QTest.mouseMove(self.canvas, at)
        return self.said[-1] if self.said else ""

    def click(self, at: QPoint) -> None:
        self.point(at)
        QTest.mouseClick(self.canvas, LEFT, pos=at)

    def drag(self, start: QPoint, by: QPoint, *, release: bool = True) -> None:
        self.point(start)
        QTest.mousePress(self.canvas, LEFT, pos=start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(self.canvas, start + by * share)
        if release:
            QTest.mouseRelease(self.canvas, LEFT, pos=start + by)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifier)


def edge_of(o: Owner, layer: int) -> tuple[Edges, int, QPointF]:
    """An edge and a point of it where no other edge is nearer."""
    edges = o.canvas.stage.live.edges[layer]
    for number in range(edges.drawn):
        at = edges.starts[number] + 0.9 * (edges.ends[number] - edges.starts[number])
        point = QPointF(QPointF(*at).toPoint())
        hit = o.canvas.stage.hit(point)
        if (hit.source, hit.neuron) == (edges.sources[number], edges.neurons[number]):
            return edges, number, point
    raise AssertionError("no edge can be pointed at")
