"""Small pictures of tables: their rows over the two columns that tell most; bundled ones are read beside the window."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen

from fcgui.bundled import dataset_roles, load_dataset
from fcgui.job import Ask, Jobs, Note
from fcgui.plots.colors import class_hex, diverging_table
from fcgui.plots.region_field import value_indices
from fcgui.theme import HALF, Palette
from fcgui_core.plane import best_pair
from fcgui_core.preparation import PreparedData, prepare
from fcgui_core.synthetic import SPAN, Recipe, find_set, generate, points_of

log = logging.getLogger(__name__)

Array = NDArray[Any]

MOST_POINTS = 320  # of a sketch: more would only cover each other


@dataclass(frozen=True, eq=False)
class Sketch:
    """Places (n,) in the unit square, the class number or the value in [-1, 1] of each, and how many classes."""

    x: Array
    y: Array
    targets: Array
    n_classes: int  # 0 for values


@lru_cache(maxsize=64)
def generated_sketch(name: str) -> Sketch:
    """The sketch of a generated set, as it is without noise."""
    entry = find_set(name)
    X, targets = points_of(generate(Recipe(name, points=MOST_POINTS)))
    if entry.inputs == 1:
        return Sketch(_unit(X[:, 0]), _unit(targets), _signed(targets), 0)
    x, y = ((X[:, at] - SPAN[0]) / (SPAN[1] - SPAN[0]) for at in (0, 1))
    if entry.task == "regression":
        return Sketch(x, y, _signed(targets), 0)
    names, numbers = np.unique(targets.astype(str), return_inverse=True)
    return Sketch(x, y, numbers, len(names))


def bundled_sketch(name: str) -> Sketch:
    """The sketch of a bundled table; reads it. Raises `TableError`."""
    table = load_dataset(name)
    return sketch_of(prepare(table, dataset_roles(name, table)))


def sketch_of(data: PreparedData) -> Sketch:
    """The training rows over the two columns that tell the targets apart best."""
    chosen = np.random.default_rng(0).permutation(len(data.X_train))[:MOST_POINTS]
    across, up = best_pair(data)
    features, targets = data.X_train[chosen], data.y_train[chosen]
    x = _unit(features[:, across])
    y = _unit(features[:, up]) if up is not None else _unit(np.asarray(targets, float))
    if data.task == "regression":
        return Sketch(x, y, _signed(targets), 0)
    return Sketch(x, y, targets, data.n_classes)


def paint_sketch(painter: QPainter, area: QRectF, sketch: Sketch, palette: Palette, radius: float = 1.9) -> None:
    """All points of a sketch in ``area``, in the colours of the plots."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    inner = area.adjusted(HALF, HALF, -HALF, -HALF)
    if sketch.n_classes:
        colors = [QColor(class_hex(palette, k, sketch.n_classes)) for k in range(sketch.n_classes)]
        numbers = sketch.targets.tolist()
    else:
        colors = [QColor.fromRgb(int(color)) for color in diverging_table(palette)]
        numbers = value_indices(sketch.targets, (-1.0, 1.0)).tolist()
    xs = (inner.left() + sketch.x * inner.width()).tolist()
    ys = (inner.bottom() - sketch.y * inner.height()).tolist()
    rim = QColor(palette.muted)
    rim.setAlpha(110)
    painter.setPen(Qt.PenStyle.NoPen if sketch.n_classes else QPen(rim, 0.6))
    for x, y, number in zip(xs, ys, numbers, strict=True):
        painter.setBrush(colors[number])
        painter.drawEllipse(QPointF(x, y), radius, radius)


class SketchReader(QObject):
    """Reads bundled tables one after the other and tells each sketch when it is there."""

    ready = Signal(str, object)  # name, Sketch

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = deque(names)
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)

    def start(self) -> None:
        """Read the next one, then those behind it."""
        if self._names:
            self._jobs.start(partial(_read, self._names[0]))

    @Slot(object)
    def _done(self, sketch: Sketch) -> None:
        self.ready.emit(self._names.popleft(), sketch)
        self.start()

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        log.warning("no sketch of %s: %s", self._names.popleft(), sentence)
        self.start()

    def end(self) -> None:
        """Stop reading: the gallery is closed."""
        self._names.clear()
        self._jobs.end()


def _read(name: str, cancelled: Ask, note: Note) -> Sketch:
    return bundled_sketch(name)


def _unit(values: Array) -> Array:
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.full(len(values), 0.5)


def _signed(values: Array) -> Array:
    centred = values if values.min() < 0 < values.max() else values - (values.min() + values.max()) / 2
    largest = float(np.abs(centred).max())
    return np.asarray(centred / largest if largest else centred)
