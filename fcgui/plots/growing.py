"""Curves that grow at their end: what has settled is kept as a picture, and only the tail is drawn anew.

A whole curve costs milliseconds a frame, thirty times a second, while a network trains; its tail costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from fcgui.plots.drawing import Axes, layer_pixmap, paint_strokes, strokes

Array = NDArray[np.float64]

LINE_WIDTH = 1.5
TAIL_PIXELS = 8  # a longer tail settles


@dataclass(frozen=True)
class Series:
    """One curve: its name, its values and how it is drawn."""

    name: str
    values: Array
    color: str
    style: Qt.PenStyle


class GrowingCurves:
    """Draws series over epochs; equal ``key``s mean that earlier points have not changed."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._key: Hashable = None
        self._layer: QPixmap | None = None
        self._settled = 0.0  # the epoch up to which the layer is drawn
        self._lengths: dict[str, float] = {}  # of each settled curve in pixels: where its dashes go on

    def paint(self, painter: QPainter, key: Hashable, axes: Axes, epochs: Array, series: Sequence[Series]) -> None:
        """Draw the curves; the first of the series lies on top."""
        key = (key, axes, self._widget.size(), self._widget.devicePixelRatioF())
        if key != self._key or self._layer is None or epochs[-1] < self._settled:
            self._key, self._layer, self._settled, self._lengths = key, layer_pixmap(self._widget), 0.0, {}
        start = int(np.searchsorted(epochs, self._settled))
        if axes.px(epochs[-1]) - axes.px(epochs[min(start, len(epochs) - 1)]) > TAIL_PIXELS:
            with QPainter(self._layer) as onto:
                self._draw(onto, axes, epochs[start:], series, start)
            for one in series:
                length = _length(axes, epochs[start:], one.values[start:])
                self._lengths[one.name] = self._lengths.get(one.name, 0.0) + length
            self._settled, start = float(epochs[-1]), len(epochs) - 1
        painter.drawPixmap(0, 0, self._layer)
        if start == 0 or start < len(epochs) - 1:
            self._draw(painter, axes, epochs[start:], series, start)

    def _draw(self, painter: QPainter, axes: Axes, epochs: Array, series: Sequence[Series], start: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for one in reversed(series):
            pen = QPen(QColor(one.color), LINE_WIDTH)
            pen.setStyle(one.style)
            pen.setDashOffset(self._lengths.get(one.name, 0.0) / LINE_WIDTH)
            paint_strokes(painter, strokes(axes, epochs, one.values[start:]), pen)


def _length(axes: Axes, epochs: Array, values: Array) -> float:
    """The length in pixels of a curve as it is drawn, at most one point a pixel column."""
    total = 0.0
    for piece in strokes(axes, epochs, values):
        points: Any = piece.line.toList()
        xy = np.array([(point.x(), point.y()) for point in points])
        total += float(np.hypot(*np.diff(xy, axis=0).T).sum()) if len(xy) > 1 else 0.0
    return total
