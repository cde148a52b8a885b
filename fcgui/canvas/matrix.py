"""All weights of one connection as a picture between its two layers: where they are too many to be lines.

A row is a neuron of the left layer, a column one of the right layer: the first row is on top, as in the strip beside a
wide layer, and where every neuron is drawn its row is at its height. The colours are those of the edges. A pixel that
stands for several weights shows the largest in size. Only what can be seen is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from fcgui.canvas.connections import largest_piece, largest_size
from fcgui.canvas.layout import BIAS, BIAS_GAP, Column, Indices, Layout
from fcgui.plots.colors import diverging_table
from fcgui.plots.weight_pictures import color_indices, extremes, larger
from fcgui.theme import UNIT, Palette, mix

Array = NDArray[Any]

ASIDE, LEAST_ASIDE = float(UNIT), 2.0  # room between the picture and what stands beside it; between close columns
LEAST_MARK = 5.0  # pixels: side of the frame around a weight, however small its cell is


@dataclass(frozen=True)
class Stretch:
    """``count`` neurons laid along ``length`` pixels from ``start`` on, of which those from ``low`` to ``high`` show.

    Positions are device pixels, so that a pixel stands for whole neurons or a neuron for whole pixels.
    """

    count: int
    start: int
    length: int
    low: int
    high: int

    @property
    def cells(self) -> Indices:
        """The first neuron of each visible pixel."""
        pixels = np.arange(self.low - self.start, max(self.high, self.low) - self.start)
        return np.minimum(pixels * self.count // self.length, self.count - 1)

    @property
    def crowded(self) -> bool:
        """Whether a pixel stands for several neurons."""
        return self.count > self.length

    def spread(self, high: Array, low: Array, axis: int) -> tuple[Array, Array]:
        """The largest of ``high`` and the smallest of ``low`` behind each visible pixel along ``axis``."""
        cells = self.cells
        if not self.crowded:
            return high.take(cells, axis), low.take(cells, axis)
        end = min((self.high - self.start) * self.count // self.length, self.count)
        part = [slice(None), slice(None)]
        part[axis] = slice(int(cells[0]), max(end, int(cells[-1]) + 1))
        starts = cells - cells[0]
        high, low = high[tuple(part)], low[tuple(part)]
        return extremes(high, low, starts, axis)

    def at(self, pixel: float) -> tuple[int, int]:
        """The neurons [first, after) behind a pixel."""
        place = min(max(int(pixel) - self.start, 0), self.length - 1)
        first = min(place * self.count // self.length, self.count - 1)
        after = (place + 1) * self.count // self.length if self.crowded else first + 1
        return first, max(min(after, self.count), first + 1)

    def span(self, neuron: int) -> tuple[float, float]:
        """Where a neuron begins and ends, in pixels."""
        return (
            self.start + neuron * self.length / self.count,
            self.start + (neuron + 1) * self.length / self.count,
        )


class Matrix:
    """The picture of the weights from the neurons of column ``index`` to those of the next."""

    def __init__(self, layout: Layout, index: int, ratio: float) -> None:
        self.index, self._ratio = index, ratio
        left, right = layout.columns[index], layout.columns[index + 1]
        top, height = _rows(layout, left)
        room = right.left - BIAS - BIAS_GAP - left.right
        aside = min(ASIDE, max(0.1 * room, LEAST_ASIDE))
        start, width = left.right + aside, max(room - 2 * aside, 1.0)
        body = layout.body
        self.down = _stretch(left.units, top, height, (body.top(), body.bottom()), ratio)
        self.across = _stretch(right.units, start, width, (body.left(), body.right()), ratio)
        x, y = self.across, self.down
        self.rect = QRectF(x.low / ratio, y.low / ratio, (x.high - x.low) / ratio, (y.high - y.low) / ratio)
        self._weights: Array | None = None  # (left, right)
        self._pixels: NDArray[np.uint8] | None = None  # the image shares their memory
        self._image: QImage | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it can be seen."""
        return self.across.high <= self.across.low or self.down.high <= self.down.low

    @property
    def block(self) -> tuple[int, int]:
        """How many weights a pixel stands for, down and across, at most."""
        return tuple(-(-each.count // each.length) for each in (self.down, self.across))  # type: ignore[return-value]  # two

    def refresh(self, weights: Array, palette: Palette) -> None:
        """Draw it with these weights (left, right), or (pieces, left, right) of maxout: then the largest in size."""
        self._weights = weights = largest_piece(weights, 2)
        if self.is_empty:
            return
        high, low = weights, weights
        for axis, stretch in sorted(enumerate((self.down, self.across)), key=lambda each: not each[1].crowded):
            high, low = stretch.spread(high, low, axis)
        values = np.nan_to_num(larger(high, low))
        self._pixels = color_indices(values, largest_size(weights) or 1.0)
        rows, columns = self._pixels.shape
        self._image = QImage(self._pixels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
        self._image.setColorTable(_colors(palette))

    def paint(self, painter: QPainter, palette: Palette) -> None:
        """Paint it, in a hairline frame."""
        if self._image is None or self.is_empty:
            return
        painter.drawImage(self.rect, self._image)
        painter.setPen(QPen(QColor(mix(palette.muted, palette.ground, 0.5)), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def cell(self, at: QPointF) -> tuple[int, int, int] | None:
        """The neurons at both ends of the largest weight at a position, and how many weights lie there."""
        if self._weights is None or self.is_empty or not self.rect.contains(at):
            return None
        top, bottom = self.down.at(at.y() * self._ratio)
        first, after = self.across.at(at.x() * self._ratio)
        block = np.abs(np.nan_to_num(self._weights[top:bottom, first:after]))
        row, column = divmod(int(block.argmax()), block.shape[1])
        return top + row, first + column, block.size

    def place(self, source: int | None, neuron: int | None) -> QRectF:
        """Where a weight lies; with one None the whole row or column of a neuron; within what can be seen."""
        area = QRectF(self.rect)
        if source is not None:
            top, bottom = self.down.span(source)
            area.setTop(top / self._ratio)
            area.setBottom(bottom / self._ratio)
        if neuron is not None:
            left, right = self.across.span(neuron)
            area.setLeft(left / self._ratio)
            area.setRight(right / self._ratio)
        if source is not None and neuron is not None:
            wider, higher = max(LEAST_MARK - area.width(), 0) / 2, max(LEAST_MARK - area.height(), 0) / 2
            area.adjust(-wider, -higher, wider, higher)
        return area if area.intersects(self.rect) else QRectF()

    def paint_frame(self, painter: QPainter, area: QRectF, color: str, palette: Palette) -> None:
        """A frame around a weight, a row or a column, that is seen on every colour."""
        if area.isEmpty():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shade, width in ((palette.ground, 3.5), (color, 1.5)):
            painter.setPen(QPen(QColor(shade), width))
            painter.drawRect(area.adjusted(-1, -1, 1, 1))


class Pictured:
    """Which connections are pictures: all large ones or none, and those that were chosen one by one."""

    def __init__(self) -> None:
        self.all_large = False
        self._others: set[int] = set()

    def has(self, index: int, *, large: bool) -> bool:
        """Whether a connection is a picture."""
        return (self.all_large and large) != (index in self._others)

    def toggle(self, index: int) -> None:
        """The other way for one connection."""
        self._others ^= {index}

    def choose(self, all_large: bool) -> None:
        """The same for all large ones."""
        self.all_large = all_large
        self._others.clear()

    def clear(self) -> None:
        """Another network: its connections are others."""
        self._others.clear()


def _rows(layout: Layout, column: Column) -> tuple[float, float]:
    """Where the rows of the neurons of a column begin, and the height of all of them."""
    if column.hidden:  # beside the strip of the whole layer, which it continues when there is no zoom
        return layout.body.top() - layout.scroll[1], layout.body.height() + layout.overflow[1]
    if column.units == 1:
        return column.top, 2 * column.radius
    slot = float(column.y[1] - column.y[0])
    return float(column.y[0]) - slot / 2, slot * column.units


def _stretch(count: int, start: float, length: float, seen: Sequence[float], ratio: float) -> Stretch:
    first, size = round(start * ratio), max(round(length * ratio), 1)
    low, high = max(first, round(seen[0] * ratio)), min(first + size, round(seen[1] * ratio))
    return Stretch(count, first, size, low, max(high, low))


@lru_cache(maxsize=4)
def _colors(palette: Palette) -> list[int]:
    return list(diverging_table(palette).tolist())
